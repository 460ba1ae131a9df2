#include <config.h>

#include <locale.h>

#include "ui/list_pane.h"
#include "ui/listing.h"

#include "../check.h"
#include "screen.h"

#define ROWS 24
#define COLS 60

#define STORY "the ferry to the northern islands will leave an hour later " \
	"from next week because the new pier is still without lamps and the " \
	"captain does not want to search for it in the dark with a hundred " \
	"people on board"
#define STORY_EDITED "the ferry to the northern islands will leave an " \
	"hour later from next week because the new pier is still without " \
	"lamps and the captain does not want to search for it in the fog " \
	"with a hundred people on deck"

static const char *const texts[] = {
	"Later ferry\n\n2024-03-05\n\nFor those who cross: " STORY ".\n",
	"A day of rain\n\n2024-03-04\n\nIt rained on the lake.\n",
	"Later ferry\n\n2024-03-05\n\nFor those who cross - " STORY ".\n",
	"Ferries late\n\n2024-03-03\n\nFor those who cross: " STORY_EDITED
		".\n",
	"A day of snow\n\n2024-03-02\n\nIt snowed on the lake.\n",
};

enum { TEXT_COUNT = sizeof(texts) / sizeof(*texts) };

static int
selected_row(const struct screen *screen)
{
	for (int row = 0; row < screen->frame.rows; row++)
		if ((screen->frame.cells[row * screen->frame.cols].emphasis
				& EMPHASIS_SELECTED) != 0)
			return row;
	return -1;
}

/* The row that shows WHAT; -1: none. */
static int
row_with(struct screen *screen, const char *what)
{
	for (int row = 0; row < ROWS; row++)
		if (screen_shows(screen, row, what))
			return row;
	return -1;
}

/* Publishes one more article, at PATH. */
static void
add_at(struct screen *screen, const char *path, const char *text)
{
	struct archive_batch *batch = archive_batch_new(screen->archive,
		screen->nbatches++);

	archive_batch_add(batch, path, text, strlen(text));
	archive_batch_publish(batch);
}

static void
test_fold(void)
{
	struct screen screen;
	int row;

	check_case("copies are one row that says how many they are");
	screen_start(&screen, texts, TEXT_COUNT, ROWS, COLS);
	CHECK(screen_shows(&screen, 0, "en \xC3\x97" "3 Later ferry"));
	CHECK(screen_shows(&screen, 1, "en A day of rain"));
	CHECK(screen_shows(&screen, 2, "en A day of snow"));
	CHECK(screen_shows(&screen, -1, "1 of 3"));

	check_case("x unfolds them, indented, and folds them from each");
	screen_press(&screen, "x");
	CHECK(screen_shows(&screen, 0, "\xC3\x97" "3 Later ferry"));
	CHECK(screen_shows(&screen, 1, "en   Later ferry"));
	CHECK(screen_shows(&screen, 2, "en   Ferries late"));
	CHECK(screen_shows(&screen, 3, "A day of rain"));
	CHECK_INT(selected_row(&screen), 0);
	screen_press(&screen, "j j x");
	CHECK(screen_shows(&screen, 1, "A day of rain"));
	CHECK_INT(selected_row(&screen), 0);

	check_case("x says so where there are none");
	screen_press(&screen, "j x");
	CHECK(screen_shows(&screen, -1, "no copies"));

	check_case("the details name them and how alike they are");
	screen_press(&screen, "k =");
	row = row_with(&screen, "Copies (exact: 1, near: 1)");
	CHECK(row > 0);
	CHECK(screen_shows(&screen, row + 1, "exact  "));
	CHECK(screen_shows(&screen, row + 1, "002.txt"));
	CHECK(screen_shows(&screen, row + 2, "%   "));
	CHECK(screen_shows(&screen, row + 2, "003.txt"));
	screen_press(&screen, "q o o");

	check_case("any order has the group where its first one is");
	CHECK(screen_shows(&screen, 0, "\xC3\x97" "3 Later ferry"));
	CHECK(screen_shows(&screen, 2, "A day of snow"));
	screen_stop(&screen);
}

static void
test_find(void)
{
	struct screen screen;

	check_case("under a filter only what matches counts");
	screen_start(&screen, texts, TEXT_COUNT, ROWS, COLS);
	screen_press(&screen, "f");
	screen_type(&screen, "dark");
	CHECK(screen_shows(&screen, 0, "\xC3\x97" "2 Later ferry"));
	screen_press(&screen, "^U");
	screen_type(&screen, "fog");
	CHECK(screen_shows(&screen, 0, "en Ferries late"));
	screen_press(&screen, "Esc");
	CHECK(screen_shows(&screen, 0, "\xC3\x97" "3 Later ferry"));

	check_case("a search finds what is folded away, and unfolds it");
	screen_press(&screen, "j /");
	screen_type(&screen, "fog");
	screen_press(&screen, "Enter");
	CHECK(screen_shows(&screen, selected_row(&screen), "Ferries late"));
	CHECK_INT(selected_row(&screen), 2);
	screen_press(&screen, "x n");
	CHECK_INT(selected_row(&screen), 2);
	screen_press(&screen, "gg Enter m a q x G ' a");
	CHECK_INT(selected_row(&screen), 0);
	screen_stop(&screen);
}

static void
test_fold_while_searching(void)
{
	static const char typed[] = "/zebra\rx";
	struct screen screen;

	check_case("folding while a search is at a row behind the copies");
	screen_start(&screen, texts, TEXT_COUNT, ROWS, COLS);
	screen_press(&screen, "x j j");
	for (size_t i = 0; typed[i] != '\0'; i++) {
		struct key key = { KEY_CODE_CHAR, (unsigned char)typed[i], 0 };

		if (typed[i] == '\r')
			key = (struct key){ KEY_CODE_ENTER, 0, 0 };
		if (typed[i] == 'x')
			app_tick(screen.app, 1);
		app_key(screen.app, &key);
	}
	screen_work(&screen);
	app_draw(screen.app, &screen.frame);
	CHECK(screen_shows(&screen, 1, "A day of rain"));
	CHECK_INT(selected_row(&screen), 0);

	check_case("the article shown is the one selected by folding");
	screen_press(&screen, "x j j x");
	screen_resize(&screen, ROWS, 100);
	screen_press(&screen, "Enter");
	CHECK(row_with(&screen, "dark") >= 0);
	CHECK(row_with(&screen, "fog") < 0);
	screen_stop(&screen);
}

static void
test_stay(void)
{
	struct screen screen;

	check_case("a selected article stays when its copies come");
	screen_start(&screen, texts, TEXT_COUNT, ROWS, COLS);
	add_at(&screen, "5", "Lonely story\n\n2024-03-01\n\nOf those who "
		"live at the end of the line and wait for the last train in "
		"the evening, few have ever seen the driver, who lives at its "
		"other end and goes home with the first one.\n");
	screen_work(&screen);
	screen_press(&screen, "G");
	CHECK(screen_shows(&screen, selected_row(&screen), "Lonely story"));
	add_at(&screen, "4", "Lonely tale\n\n2024-04-01\n\nOf those who "
		"live at the end of the line and wait for the last train in "
		"the evening, few have ever seen the driver, who lives at its "
		"other end and goes home with the first one.\n");
	screen_work(&screen);
	app_draw(screen.app, &screen.frame);
	CHECK(screen_shows(&screen, 0, "\xC3\x97" "2 Lonely tale"));
	CHECK(screen_shows(&screen, 1, "  Lonely story"));
	CHECK_INT(selected_row(&screen), 1);
	screen_stop(&screen);
}

int
main(void)
{
	setlocale(LC_ALL, "");
	test_fold();
	test_find();
	test_fold_while_searching();
	test_stay();
	return check_done();
}
