#include <config.h>

#include <locale.h>

#include "ui/list_pane.h"
#include "ui/listing.h"

#include "../check.h"
#include "screen.h"

#define ROWS 10
#define COLS 60

/* Ten articles of ten days, the newest last. */
static void
start(struct screen *screen)
{
	static const char *const texts[] = {
		"Day one\n\n2024-01-01\n\nA quiet day by the lake.\n",
		"Day two\n\n2024-01-02\n\nA louder day by the lake.\n",
		"Day three\n\n2024-01-03\n\nA day of rain.\n",
		"Day four\n\n2024-01-04\n\nA day of rain again.\n",
		"Day five\n\n2024-01-05\n\nA day by the lake.\n",
		"Day six\n\n2024-01-06\n\nA day of fog.\n",
		"Day seven\n\n2024-01-07\n\nA day of rest.\n",
		"Day eight\n\n2024-01-08\n\nA day of work.\n",
		"Day nine\n\n2024-01-09\n\nA day by the lake.\n",
		"Day ten\n\n2024-01-10\n\nThe last day of all.\n",
	};

	screen_start(screen, texts, sizeof(texts) / sizeof(*texts), ROWS,
		COLS);
}

/* The row of the list that shows WHAT; -1: none. */
static int
row_with(struct screen *screen, const char *what)
{
	for (int row = 0; row < ROWS - 1; row++)
		if (screen_shows(screen, row, what))
			return row;
	return -1;
}

/* The row that is selected; -1: none. */
static int
selected_row(const struct screen *screen)
{
	for (int row = 0; row < screen->frame.rows; row++)
		if ((screen->frame.cells[row * screen->frame.cols].emphasis
				& EMPHASIS_SELECTED) != 0)
			return row;
	return -1;
}

/* The cells that are marked as a match. */
static int
count_matches(const struct screen *screen)
{
	int count = 0;

	for (int i = 0; i < screen->frame.rows * screen->frame.cols; i++)
		count += (screen->frame.cells[i].emphasis & EMPHASIS_MATCH)
			!= 0;
	return count;
}

static void
test_fill(void)
{
	struct screen screen;

	check_case("untouched, the list shows its top while it fills");
	start(&screen);
	CHECK(screen_shows(&screen, 0, "Day ten"));
	screen_add(&screen, "Newer\n\n2024-02-01\n\nA newer day.\n");
	screen_work(&screen);
	app_draw(screen.app, &screen.frame);
	CHECK(screen_shows(&screen, 0, "Newer"));
	CHECK_INT(selected_row(&screen), 0);

	check_case("touched, selection and top row stay on their articles");
	screen_press(&screen, "j");
	CHECK(screen_shows(&screen, 1, "Day ten"));
	screen_add(&screen, "Newest\n\n2024-03-01\n\nThe newest day.\n");
	screen_add(&screen, "Old\n\n2023-03-01\n\nAn old day.\n");
	screen_work(&screen);
	app_draw(screen.app, &screen.frame);
	CHECK(screen_shows(&screen, 0, "Newer"));
	CHECK_INT(selected_row(&screen), 1);
	CHECK(screen_shows(&screen, -1, "3 of 13"));

	check_case("one that pushes them apart keeps the selection in sight");
	screen_press(&screen, "G");
	CHECK_INT(selected_row(&screen), ROWS - 2);
	for (int i = 0; i < ROWS; i++)
		screen_add(&screen, "Between\n\n2023-06-01\n\nIn between.\n");
	screen_work(&screen);
	app_draw(screen.app, &screen.frame);
	CHECK(screen_shows(&screen, ROWS - 2, "Old"));
	CHECK_INT(selected_row(&screen), ROWS - 2);
	screen_stop(&screen);
}

static void
test_sort(void)
{
	struct screen screen;

	check_case("another sort key keeps the article and its height");
	start(&screen);
	screen_press(&screen, "G k");
	CHECK(screen_shows(&screen, ROWS - 3, "Day two"));
	screen_press(&screen, "k k k o");
	CHECK(screen_shows(&screen, selected_row(&screen), "Day five"));
	CHECK(screen_shows(&screen, -1, "Oldest"));
	for (int i = 0; i < SORT_KEY_COUNT - 1; i++) {
		screen_press(&screen, "o");
		CHECK(screen_shows(&screen, selected_row(&screen),
			"Day five"));
	}
	CHECK(screen_shows(&screen, -1, "Newest"));
	screen_stop(&screen);
}

static void
test_filter(void)
{
	struct screen screen;

	check_case("a filter keeps the article if it can, Esc brings it back");
	start(&screen);
	screen_press(&screen, "j j j j j f");
	CHECK(screen_shows(&screen, 5, "Day five"));
	screen_type(&screen, "lake");
	CHECK_INT(row_with(&screen, "Day nine"), 0);
	CHECK(screen_shows(&screen, selected_row(&screen), "Day five"));
	screen_type(&screen, " louder");
	CHECK(screen_shows(&screen, 0, "Day two"));
	CHECK_INT(row_with(&screen, "Day five"), -1);
	screen_press(&screen, "Esc");
	CHECK_INT(selected_row(&screen), 5);
	CHECK(screen_shows(&screen, 5, "Day five"));

	check_case("a filter is marked and walked through like a search");
	screen_press(&screen, "f");
	screen_type(&screen, "lake");
	screen_press(&screen, "Enter gg Enter");
	CHECK_INT(count_matches(&screen), 4);
	screen_press(&screen, "n");
	CHECK(screen_shows(&screen, -1, "match 1 of 1 here"));
	screen_press(&screen, "n q");
	CHECK(screen_shows(&screen, selected_row(&screen), "Day five"));

	check_case("f again refines it");
	screen_press(&screen, "f");
	screen_type(&screen, " louder");
	CHECK_INT(row_with(&screen, "Day two"), 0);
	CHECK_INT(row_with(&screen, "Day one"), -1);
	screen_press(&screen, "Esc Esc");
	CHECK_INT(count_matches(&screen), 0);
	CHECK(screen_shows(&screen, -1, "of 10"));

	check_case("what is published later is filtered, too");
	screen_press(&screen, "f");
	screen_type(&screen, "lake");
	screen_press(&screen, "Enter");
	CHECK(screen_shows(&screen, -1, "filter: lake"));
	screen_add(&screen, "Ice\n\n2024-01-11\n\nThe lake froze.\n");
	screen_add(&screen, "Wind\n\n2024-01-12\n\nNothing of note.\n");
	screen_work(&screen);
	app_draw(screen.app, &screen.frame);
	CHECK(row_with(&screen, "Wind") < 0);
	screen_press(&screen, "gg");
	CHECK_INT(row_with(&screen, "Ice"), 0);

	check_case("nothing typed lists all again");
	screen_press(&screen, "f ^U Enter");
	CHECK(screen_shows(&screen, -1, "12"));
	screen_stop(&screen);
}

static void
test_moving(void)
{
	static const struct {
		const char *keys;
		const char *selected;
	} cases[] = {
		{ "gg", "Day ten" }, { "j", "Day nine" }, { "Down", "eight" },
		{ "k", "Day nine" }, { "Up Up Up", "Day ten" },
		{ "Space", "Day one" }, { "PageUp", "Day ten" },
		{ "^D", "Day five" }, { "^U", "Day ten" }, { "G", "Day one" },
		{ "j", "Day one" }, { "[", "Day two" }, { "]", "Day one" },
		{ "Home", "Day ten" }, { "End", "Day one" },
	};
	struct screen screen;

	check_case("keys move the selection");
	start(&screen);
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		screen_press(&screen, cases[i].keys);
		if (!CHECK(screen_shows(&screen, selected_row(&screen),
				cases[i].selected)))
			printf("#   %zu: %s: %s\n", i, cases[i].keys,
				screen_row(&screen, selected_row(&screen)));
	}
	screen_stop(&screen);
}

static void
test_row(void)
{
	static const char *const texts[] = {
		"\xD8\xA8\xD8\xA7\xD8\xA8\n\n2024-05-02\n\n"
		"\xD8\xA8\xD8\xA7\xD8\xA8 \xD9\x88\xD8\xA8\xD8\xAD\xD8\xB1"
		" \xD9\x81\xD9\x8A \xD8\xA7\xD9\x84\xD8\xA8\xD9\x8A"
		"\xD8\xAA.\n",
		"",
	};
	struct screen screen;

	/* beh alef beh: final beh is isolated after alef, from the right */
	check_case("a right-to-left title stands at the right, shaped");
	screen_start(&screen, texts, 2, 6, 24);
	CHECK_STR(screen_row(&screen, 0), " \xE2\x80\xA2  ar"
		"              \xEF\xBA\x8F\xEF\xBA\x8E\xEF\xBA\x91");

	check_case("match, unread and star stand side by side");
	screen_press(&screen, "s /");
	screen_type(&screen, "\xD8\xA8\xD8\xA7\xD8\xA8");
	CHECK(screen_shows(&screen, 0, "/\xE2\x80\xA2* ar"));
	screen_press(&screen, "Esc u");
	CHECK(screen_shows(&screen, 0, "  * ar"));

	check_case("without a label a row shows the file's name");
	CHECK(archive_count(screen.archive) == 1
		|| screen_shows(&screen, 1, "001.txt"));
	screen_stop(&screen);
}

int
main(void)
{
	setlocale(LC_ALL, "");
	test_fill();
	test_sort();
	test_filter();
	test_moving();
	test_row();
	return check_done();
}
