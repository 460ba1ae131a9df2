#include <config.h>

#include <locale.h>

#include "../check.h"
#include "screen.h"

/* A long article, each of its words unlike the others. */
static const char *
long_text(struct buf *text)
{
	buf_add_string(text, "The counting of everything\n\n2024-01-01\n\n");
	for (int i = 0; i < 40; i++) {
		for (int j = 0; j < 30; j++)
			buf_add_format(text, "w%dx%d ", i, j);
		buf_add_string(text, "end.\n\n");
	}
	return text->at;
}

static void
start(struct screen *screen, const char *text, int rows, int cols)
{
	screen_start(screen, &text, 1, rows, cols);
	screen_press(screen, "Enter");
}

/* The first word of the top row. */
static const char *
top_word(struct screen *screen, char word[32])
{
	if (sscanf(screen_row(screen, 0), "%31s", word) != 1)
		word[0] = '\0';
	return word;
}

static void
test_keeps_place(void)
{
	static const int sizes[][2] = { { 20, 40 }, { 24, 80 }, { 50, 120 },
		{ 5, 20 }, { 24, 200 } };
	struct buf text = BUF_INIT;
	struct screen screen;
	char first[32], word[32];

	check_case("a resize there and back changes nothing");
	start(&screen, long_text(&text), 12, 60);
	screen_press(&screen, "Space Space j");
	top_word(&screen, first);
	for (size_t i = 0; i < sizeof(sizes) / sizeof(*sizes); i++) {
		screen_resize(&screen, sizes[i][0], sizes[i][1]);
		CHECK(screen_shows(&screen, 0, first));
	}
	screen_resize(&screen, 12, 60);
	CHECK_STR(top_word(&screen, word), first);

	check_case("so do another measure, another order, and the raw text");
	screen_press(&screen, "< < < < <");
	CHECK(screen_shows(&screen, 0, first));
	screen_press(&screen, "> > > > >");
	CHECK_STR(top_word(&screen, word), first);
	app_set_style(screen.app, &(struct line_style){
		.order = ORDER_LOGICAL });
	app_draw(screen.app, &screen.frame);
	CHECK(screen_shows(&screen, 0, first));
	app_set_style(screen.app, &(struct line_style){ .is_shaped = true });
	screen_press(&screen, "v");
	CHECK(screen_shows(&screen, 0, first));
	screen_press(&screen, "v");
	CHECK_STR(top_word(&screen, word), first);
	screen_stop(&screen);
	buf_release(&text);
}

static void
test_scrolling(void)
{
	struct buf text = BUF_INIT;
	struct screen screen;
	char word[32], back[32];

	check_case("down and up again, by rows, pages and halves");
	start(&screen, long_text(&text), 24, 80);
	screen_press(&screen, "j j j j j j");
	top_word(&screen, word);
	screen_press(&screen, "j k Space b ^D ^U");
	CHECK_STR(top_word(&screen, back), word);

	check_case("the ends hold");
	screen_press(&screen, "gg k b ^U {");
	CHECK_STR(top_word(&screen, back), "The");
	screen_press(&screen, "G j Space ^D }");
	CHECK(screen_shows(&screen, 22, "end."));
	CHECK(screen_shows(&screen, -1, "100%"));

	check_case("paragraphs");
	screen_press(&screen, "gg } } }");
	CHECK_STR(top_word(&screen, back), "w0x0");
	screen_press(&screen, "}");
	CHECK_STR(top_word(&screen, back), "w1x0");
	screen_press(&screen, "j {");
	CHECK_STR(top_word(&screen, back), "w1x0");
	screen_press(&screen, "{");
	CHECK_STR(top_word(&screen, back), "w0x0");
	screen_stop(&screen);
	buf_release(&text);
}

static void
test_measure(void)
{
	struct buf text = BUF_INIT;
	struct screen screen;

	check_case("the measure never grows over what is shown");
	start(&screen, long_text(&text), 12, 60);
	screen_press(&screen, "> > >");
	CHECK(screen_shows(&screen, -1, "58 columns"));
	screen_press(&screen, "<");
	CHECK(screen_shows(&screen, -1, "54 columns"));
	screen_press(&screen, "> >");
	CHECK(screen_shows(&screen, -1, "58 columns"));
	screen_resize(&screen, 12, 10);
	screen_press(&screen, "< >");
	screen_resize(&screen, 12, 60);
	screen_press(&screen, "<");
	CHECK(screen_shows(&screen, -1, "54 columns"));
	screen_stop(&screen);
	buf_release(&text);
}

static void
test_fills_window(void)
{
	struct buf text = BUF_INIT;
	struct screen screen;
	char word[32], back[32];

	check_case("a larger window is filled, a smaller one as before");
	start(&screen, long_text(&text), 12, 60);
	screen_press(&screen, "G");
	top_word(&screen, word);
	screen_resize(&screen, 40, 60);
	CHECK(screen_shows(&screen, 38, "end."));
	screen_resize(&screen, 50, 150);
	CHECK(screen_shows(&screen, 48, "end."));
	screen_resize(&screen, 12, 60);
	CHECK_STR(top_word(&screen, back), word);

	check_case("what was left at the end fills it, too, and is kept");
	screen_press(&screen, "q");
	screen_add(&screen, "Other\n\n2024-02-01\n\nAnother article.\n");
	screen_work(&screen);
	screen_press(&screen, "k");
	screen_resize(&screen, 40, 60);
	screen_press(&screen, "j Enter");
	CHECK(screen_shows(&screen, 38, "end."));
	CHECK(!app_has_unsaved(screen.app));
	screen_press(&screen, "k");
	CHECK(!screen_shows(&screen, 38, "end."));
	screen_stop(&screen);
	buf_release(&text);
}

static void
test_place_survives(void)
{
	struct buf text = BUF_INIT;
	struct screen screen;
	struct article article;
	char word[32], back[32];

	check_case("the place and the sign of having been read are kept");
	start(&screen, long_text(&text), 24, 80);
	article = archive_article(screen.archive, 0);
	CHECK_INT(reading_flags(screen.reading, article.fingerprint),
		READING_READ);
	screen_press(&screen, "Space Space j");
	CHECK(app_has_unsaved(screen.app));
	top_word(&screen, word);
	screen_press(&screen, "q");
	CHECK(!app_has_unsaved(screen.app));
	CHECK(reading_place(screen.reading, article.fingerprint) > 0);
	screen_add(&screen, "Other\n\n2024-02-01\n\nAnother article.\n");
	screen_work(&screen);
	screen_press(&screen, "k j Enter");
	CHECK_STR(top_word(&screen, back), word);
	screen_stop(&screen);
	buf_release(&text);
}

/* Counts the cells with EMPHASIS; *ROW, *COL: the first of them. */
static int
count_cells(const struct screen *screen, unsigned emphasis, int *row, int *col)
{
	const struct frame *frame = &screen->frame;
	int count = 0;

	for (int i = 0; i < frame->rows * frame->cols; i++) {
		if ((frame->cells[i].emphasis & emphasis) == 0)
			continue;
		if (count++ == 0) {
			*row = i / frame->cols;
			*col = i % frame->cols;
		}
	}
	return count;
}

static void
test_matches(void)
{
	/* "Alif kitab" with the article and a clitic: wa-al-kitab. */
	static const char arabic[] = "\xD9\x88\xD8\xA7\xD9\x84"
		"\xD9\x83\xD8\xAA\xD8\xA7\xD8\xA8 New York 2019 "
		"\xD9\x83\xD8\xAA\xD8\xA7\xD8\xA8\n";
	struct buf text = BUF_INIT;
	struct screen screen;
	int row = -1, col = -1;

	check_case("a match far down is scrolled to, and emphasised");
	start(&screen, long_text(&text), 24, 80);
	screen_press(&screen, "/");
	screen_type(&screen, "w30x7");
	CHECK_INT(count_cells(&screen, EMPHASIS_CURRENT, &row, &col), 5);
	CHECK(screen_shows(&screen, row, "w30x7"));
	CHECK(row > 0);
	screen_press(&screen, "Esc");
	CHECK(screen_shows(&screen, 0, "The counting"));
	CHECK_INT(count_cells(&screen, EMPHASIS_MATCH, &row, &col), 0);
	screen_stop(&screen);
	buf_release(&text);

	check_case("in Arabic the right cells are, behind a clitic, too");
	start(&screen, arabic, 10, 40);
	screen_press(&screen, "/");
	screen_type(&screen, "\xD9\x83\xD8\xAA\xD8\xA7\xD8\xA8");
	screen_press(&screen, "Enter");
	/* Column 39 is margin: wa alif lam stand in 38..36, kitab 35..32. */
	CHECK_INT(count_cells(&screen, EMPHASIS_CURRENT, &row, &col), 4);
	CHECK_INT(col, 32);
	CHECK_INT(count_cells(&screen, EMPHASIS_MATCH, &row, &col), 8);
	/* kitab 32..35, a blank, 13 cells of Latin and digits, a blank. */
	CHECK_INT(col, 32 - 1 - 13 - 1 - 4);
	screen_stop(&screen);
}

/* The number of the first word of a row, of long words "w0000001". */
static int
row_number(struct screen *screen, int row)
{
	int number = -1;

	sscanf(screen_row(screen, row), " w%d", &number);
	return number;
}

#define HUGE_WORDS 300000

/* One paragraph of several megabytes: all is found by looking around. */
static void
test_folds(void)
{
	static const char *const text = "Kites\n\nA first paragraph about "
		"kites.\n\nA second one about the wind.\n\nA first paragraph "
		"about kites.\n\nA second one about the wind.\n\nThe end.\n";
	struct screen screen;

	check_case("repeats are folded under a sign that counts them");
	start(&screen, text, 20, 60);
	CHECK(screen_shows(&screen, 7, "\u25B8 repeated 2"));
	CHECK(screen_shows(&screen, 9, "The end."));
	check_case("x shows them");
	screen_press(&screen, "x");
	CHECK(screen_shows(&screen, 7, "\u25BE repeated 2"));
	CHECK(screen_shows(&screen, 9, "A first paragraph"));
	CHECK(screen_shows(&screen, 13, "The end."));
	check_case("and folds them away again");
	screen_press(&screen, "x");
	CHECK(screen_shows(&screen, 9, "The end."));
	check_case("as stored, nothing is folded");
	screen_press(&screen, "v");
	CHECK(screen_shows(&screen, 6, "A first paragraph"));
	screen_press(&screen, "v");

	check_case("a match that is folded away unfolds it");
	screen_press(&screen, "/");
	screen_type(&screen, "wind");
	screen_press(&screen, "Enter");
	CHECK(screen_shows(&screen, 7, "\u25B8 repeated 2"));
	screen_press(&screen, "n");
	CHECK(screen_shows(&screen, 7, "\u25BE repeated 2"));
	CHECK(screen_shows(&screen, 11, "A second one about the wind."));
	screen_stop(&screen);
}

/* Six articles that have nothing in common but their last line. */
static void
test_boilerplate(void)
{
	static const char *const texts[] = {
		"Kites\n\nThe first kite of the year flew over the harbour "
		"wall at noon.\n\nWrite to the paper if you like it.\n",
		"Bread\n\nBakers asked why flour from the northern mills "
		"costs more.\n\nWrite to the paper if you like it.\n",
		"Ferries\n\nTwo boats stayed in because nobody had repaired "
		"the lamps.\n\nWrite to the paper if you like it.\n",
		"Schools\n\nPupils moved into their new rooms before paint "
		"was dry.\n\nWrite to the paper if you like it.\n",
		"Rain\n\nFarmers hope that clouds behind the hills will come "
		"soon.\n\nWrite to the paper if you like it.\n",
		"Chess\n\nAn old champion lost three games against his own "
		"daughter.\n\nWrite to the paper if you like it.\n",
	};
	struct screen screen;

	check_case("what many articles have is folded once that is known");
	screen_start(&screen, texts, sizeof(texts) / sizeof(*texts), 20, 80);
	screen_press(&screen, "Enter");
	CHECK(screen_shows(&screen, 5, "\u25B8 in many 1"));
	screen_press(&screen, "x");
	CHECK(screen_shows(&screen, 5, "\u25BE in many 1"));
	CHECK(screen_shows(&screen, 7, "Write to the paper"));
	screen_stop(&screen);
}

static void
test_huge(void)
{
	struct buf text = BUF_INIT;
	struct screen screen;
	int top;

	for (int i = 0; i < HUGE_WORDS; i++)
		buf_add_format(&text, "w%07d ", i);
	check_case("a huge paragraph: to the end, and back by rows");
	start(&screen, text.at, 20, 80);
	screen_press(&screen, "G");
	CHECK(screen_shows(&screen, 18, "w0299999"));
	CHECK(screen_shows(&screen, -1, "100%"));
	top = row_number(&screen, 0);
	for (int i = 0; i < 3000; i++)
		screen_press(&screen, "k");
	for (int i = 0; i < 3000; i++)
		screen_press(&screen, "j");
	CHECK_INT(row_number(&screen, 0), top);

	check_case("to a percentage");
	for (int percent = 0; percent <= 100; percent += 20) {
		char keys[16], shown[16];

		snprintf(keys, sizeof(keys), "%d%%", percent);
		snprintf(shown, sizeof(shown), "%3d%%", percent);
		screen_type(&screen, keys);
		CHECK(screen_shows(&screen, -1, shown));
		CHECK(row_number(&screen, 18) * 100LL / HUGE_WORDS
			>= percent - 1);
	}

	check_case("the place is kept");
	screen_type(&screen, "37%");
	top = row_number(&screen, 0);
	screen_resize(&screen, 33, 41);
	screen_press(&screen, "v");
	screen_resize(&screen, 20, 80);
	screen_press(&screen, "v");
	CHECK_INT(row_number(&screen, 0), top);

	check_case("matches far away, and how many");
	screen_press(&screen, "/");
	screen_type(&screen, "w02999");
	screen_press(&screen, "Enter");
	CHECK(screen_shows(&screen, -1, "match 1 of 100 here"));
	screen_press(&screen, "N");
	screen_press(&screen, "gg / w 0 Enter n");
	CHECK(screen_shows(&screen, -1, "match 2 of 300000 here"));
	screen_press(&screen, "G N");
	CHECK(screen_shows(&screen, -1, "of 300000 here"));
	screen_stop(&screen);
	buf_release(&text);
}

int
main(void)
{
	setlocale(LC_ALL, "");
	test_keeps_place();
	test_scrolling();
	test_measure();
	test_fills_window();
	test_place_survives();
	test_matches();
	test_folds();
	test_boilerplate();
	test_huge();
	return check_done();
}
