#include <config.h>

#include <locale.h>

#include "../check.h"
#include "screen.h"

/* Searching while it is not done yet. */

static const char *const texts[] = {
	"Boats\n\n2024-01-05\n\nA boat.\n",
	"Kites\n\n2024-01-04\n\nA kite.\n",
	"Trains\n\n2024-01-03\n\nA train.\n",
	"Roads\n\n2024-01-02\n\nA road.\n",
};

#define NTEXTS (sizeof(texts) / sizeof(*texts))

/* Keys typed so fast that nothing is done between them, or behind them. */
static void
press_only(struct screen *screen, const char *keys)
{
	for (; *keys != '\0'; keys++) {
		struct key key = { KEY_CODE_CHAR, (unsigned char)*keys, 0 };

		if (*keys == '\r')
			key = (struct key){ KEY_CODE_ENTER, 0, 0 };
		app_key(screen->app, &key);
	}
}

static void
press_at_once(struct screen *screen, const char *keys)
{
	press_only(screen, keys);
	screen_work(screen);
	app_draw(screen->app, &screen->frame);
}

/* The file of article NUMBER is gone (TEXT is NULL) or has another text. */
static void
change(struct screen *screen, uint32_t number, const char *text)
{
	struct archive_batch *batch = archive_batch_new(screen->archive,
		screen->nbatches++);

	if (text == NULL)
		archive_batch_retire(batch, number);
	else
		archive_batch_add_file(batch, &(struct archive_file){
			.path = "again.txt", .replaces = number }, text,
			strlen(text));
	archive_batch_publish(batch);
	screen_work(screen);
	app_draw(screen->app, &screen->frame);
}

static void
test_search_at_once(void)
{
	struct screen slow, fast;

	check_case("a move after a search waits for what is found");
	screen_start(&slow, texts, NTEXTS, 24, 80);
	screen_press(&slow, "/");
	screen_type(&slow, "kite");
	screen_press(&slow, "Enter ]");
	screen_start(&fast, texts, NTEXTS, 24, 80);
	press_at_once(&fast, "/kite\r]");
	CHECK_STR(screen_row(&fast, -1), screen_row(&slow, -1));
	screen_stop(&slow);
	screen_stop(&fast);
}

static void
test_search_while_reloading(void)
{
	struct screen screen;

	check_case("a search goes on when the row it is at goes away");
	screen_start(&screen, texts, NTEXTS, 24, 80);
	screen_press(&screen, "G");
	press_only(&screen, "/kite\r");
	change(&screen, 3, NULL);
	CHECK(screen_shows(&screen, -1, "2 of 3"));
	screen_stop(&screen);

	check_case("Esc leads back to what the article is by now");
	screen_start(&screen, texts, NTEXTS, 24, 80);
	screen_press(&screen, "j /");
	screen_type(&screen, "road");
	change(&screen, 1, "Kites\n\n2024-01-04\n\nA new kite.\n");
	screen_press(&screen, "Esc");
	CHECK(screen_shows(&screen, -1, "2 of 4"));

	check_case("or, where that is gone, to its neighbour");
	screen_press(&screen, "gg j /");
	screen_type(&screen, "road");
	change(&screen, 4, NULL);
	screen_press(&screen, "Esc");
	CHECK(screen_shows(&screen, -1, "2 of 3"));

	check_case("a mark in an article that is gone says so");
	screen_press(&screen, "m a");
	change(&screen, 2, NULL);
	screen_press(&screen, "' a");
	CHECK(screen_shows(&screen, -1, "The marked article is gone."));
	screen_stop(&screen);
}

static void
test_filter_while_reloading(void)
{
	struct screen screen;

	check_case("what was selected is found again behind a filter");
	screen_start(&screen, texts, NTEXTS, 24, 80);
	screen_press(&screen, "j f");
	screen_type(&screen, "road");
	change(&screen, 1, "Kites\n\n2024-01-04\n\nA new kite.\n");
	screen_press(&screen, "Enter");
	screen_press(&screen, "Esc");
	CHECK(screen_shows(&screen, -1, "of 4"));
	screen_stop(&screen);
}

/* Whether ROW has PART at its end, or at its start. */
static bool
has_part(const char *row, const char *part, bool is_at_end)
{
	size_t nbytes = strlen(row), part_nbytes = strlen(part);

	return nbytes >= part_nbytes && memcmp(row
		+ (is_at_end ? nbytes - part_nbytes : 0), part,
		part_nbytes) == 0;
}

static void
test_prompt_count(void)
{
	static const char *const text[] = {
		"Boats\n\n2024-01-05\n\nA boat, nước và "
			"\u0643\u062A\u0627\u0628, a boat; nước.\n",
	};
	static const struct {
		const char *typed;
		int cols;
		const char *want;
		bool is_rtl;
	} cases[] = {
		{ "boat", 100, " match 1 of 3 here; 1 article matches", false },
		{ "boat", 72, " 1/3", false }, { "boat", 40, " 1/3", false },
		{ "boat", 20, " 1/3", false }, { "boat", 6, "boat", false },
		{ "nước", 40, " 1/2", false }, { "zebra", 30, " 0", false },
		{ "\u0643\u062A\u0627\u0628", 40, "1/1 ", true },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct screen screen;

		check_case("the prompt says what was found");
		screen_start(&screen, text, 1, 24, cases[i].cols);
		screen_press(&screen, "/");
		screen_type(&screen, cases[i].typed);
		if (!CHECK(has_part(screen_row(&screen, -1), cases[i].want,
			!cases[i].is_rtl)))
			printf("# %s\n", screen_row(&screen, -1));
		screen_stop(&screen);
	}
}

static void
test_help_terms(void)
{
	static const int cols[] = { 38, 40, 80 };

	for (size_t i = 0; i < sizeof(cols) / sizeof(*cols); i++) {
		struct screen screen;
		bool is_whole = false;

		check_case("the help screen has whole names of keys");
		screen_start(&screen, texts, NTEXTS, 24, cols[i]);
		screen_press(&screen, "?");
		for (int row = 0; row < 24; row++)
			is_whole |= strstr(screen_row(&screen, row),
				"Space PageDown ") != NULL;
		CHECK(is_whole);
		screen_stop(&screen);
	}
}

int
main(void)
{
	setlocale(LC_ALL, "");
	test_help_terms();
	test_prompt_count();
	test_search_at_once();
	test_search_while_reloading();
	test_filter_while_reloading();
	return check_done();
}
