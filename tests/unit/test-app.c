#include <config.h>

#include <locale.h>

#include "../check.h"
#include "screen.h"

static const char *const texts[] = {
	"Kites over the harbour\n\n2024-01-03\n\nBy Ada Marsh\n\n"
	"A kite flew over the harbour. Nobody saw the kite land.\n",
	"Di\xE1\xBB\x81u tr\xC3\xAAn b\xE1\xBA\xBFn c\xE1\xBA\xA3ng\n\n"
	"2024-01-02\n\nM\xE1\xBB\x99t con di\xE1\xBB\x81u bay qua.\n",
	"\xD8\xB7\xD8\xA7\xD8\xA6\xD8\xB1\xD8\xA9\n\n2024-01-01\n\n"
	"\xD8\xB7\xD8\xA7\xD8\xB1\xD8\xAA \xD8\xA7\xD9\x84\xD8\xB7"
	"\xD8\xA7\xD8\xA6\xD8\xB1\xD8\xA9 \xD9\x81\xD9\x88\xD9\x82 "
	"Marsh Hall \xD8\xB3\xD9\x86\xD8\xA9 2019.\n",
	"A paper without a headline begins at once. It says that the kite "
	"is back, and that the wind has turned. Then it ends.\n",
	"Last\n\nNought\n\nOne\n\nTwo\n\nThree\n",
};

#define NTEXTS (sizeof(texts) / sizeof(*texts))

static unsigned
flags_of(struct screen *screen, uint32_t number)
{
	return reading_flags(screen->reading,
		archive_article(screen->archive, number).fingerprint);
}

static void
test_geometry(void)
{
	struct screen screen;

	check_case("side by side from 100 columns, stacked below, alone");
	screen_start(&screen, texts, NTEXTS, 24, 100);
	CHECK(screen_shows(&screen, 0, "\xE2\x94\x82"));
	screen_resize(&screen, 24, 99);
	CHECK(!screen_shows(&screen, 0, "\xE2\x94\x82"));
	CHECK(screen_shows(&screen, 7, "\xE2\x94\x80"));
	screen_resize(&screen, 11, 99);
	CHECK(!screen_shows(&screen, 3, "\xE2\x94\x80"));

	check_case("logical order never has two texts in a row");
	screen_resize(&screen, 24, 120);
	app_set_style(screen.app, &(struct line_style){
		.order = ORDER_LOGICAL });
	app_draw(screen.app, &screen.frame);
	for (int row = 0; row < 24; row++)
		CHECK(!screen_shows(&screen, row, "\xE2\x94\x82"));
	screen_stop(&screen);
}

static void
test_steps(void)
{
	struct screen screen;

	check_case("Enter reads, Enter again is full screen, q goes back");
	screen_start(&screen, texts, NTEXTS, 24, 120);
	screen_press(&screen, "Enter");
	CHECK(screen_shows(&screen, 0, "\xE2\x94\x82"));
	screen_press(&screen, "Enter");
	CHECK(!screen_shows(&screen, 0, "\xE2\x94\x82"));
	screen_press(&screen, "q");
	CHECK(screen_shows(&screen, 0, "\xE2\x94\x82"));
	screen_press(&screen, "]");
	CHECK(screen_shows(&screen, -1, "2 of 5"));
	CHECK_INT(screen.request, APP_GO_ON);
	CHECK_INT(flags_of(&screen, 1), READING_READ);
	screen_press(&screen, "[ q");
	CHECK_INT(screen.request, APP_GO_ON);
	screen_press(&screen, "q");
	CHECK_INT(screen.request, APP_QUIT);

	check_case("below 100 columns Enter takes the whole screen at once");
	screen_resize(&screen, 24, 80);
	screen_press(&screen, "Enter");
	CHECK(screen_shows(&screen, 0, "Kites over"));
	CHECK(!screen_shows(&screen, 7, "\xE2\x94\x80"));
	screen_press(&screen, "]");
	CHECK(screen_shows(&screen, -1, "2 of 5"));
	screen_press(&screen, "q [");
	CHECK(screen_shows(&screen, -1, "1 of 5"));

	check_case("what whoever drives the app must do");
	screen_press(&screen, "^Z");
	CHECK_INT(screen.request, APP_SUSPEND);
	screen_press(&screen, "^L");
	CHECK_INT(screen.request, APP_REPAINT);
	screen_press(&screen, "zb");
	CHECK_INT(screen.request, APP_ORDER);
	screen_stop(&screen);
}

static void
test_keys(void)
{
	struct screen screen;
	struct key pasted = { KEY_CODE_CHAR, 'q', KEY_PASTED };

	check_case("a wrong second key is told, Esc is not");
	screen_start(&screen, texts, NTEXTS, 24, 80);
	screen_type(&screen, "zq");
	CHECK(screen_shows(&screen, -1, "no command"));
	screen_type(&screen, "z");
	screen_press(&screen, "Esc");
	CHECK(!screen_shows(&screen, -1, "no command"));

	check_case("a paste is never a command");
	screen_key(&screen, &pasted);
	CHECK_INT(screen.request, APP_GO_ON);

	check_case("help comes from the table, and goes");
	screen_press(&screen, "?");
	CHECK(screen_shows(&screen, 1, "One row down"));
	screen_press(&screen, "G");
	CHECK(screen_shows(&screen, 21, "from the right"));
	screen_press(&screen, "q");
	CHECK(screen_shows(&screen, 0, "Kites"));
	screen_press(&screen, "=");
	CHECK(screen_shows(&screen, 1, "Kites"));
	screen_press(&screen, "Esc");
	CHECK(screen_shows(&screen, 0, "2024-01-03"));

	check_case("marks lead back, from another article, too");
	screen_press(&screen, "m");
	screen_type(&screen, "a");
	screen_press(&screen, "G '");
	screen_type(&screen, "a");
	CHECK(screen_shows(&screen, -1, "1 of 5"));
	screen_press(&screen, "'");
	screen_type(&screen, "b");
	CHECK(screen_shows(&screen, -1, "No place"));
	screen_stop(&screen);
}

static void
test_details(void)
{
	static const char *const text = "Boats stay in\n\n10 January 2026\n\n"
		"SALTHAVEN, Jan 9 (Wire) - Boats stayed in on Friday, and "
		"nobody knew why.\n\nThe pier was closed early.\n";
	struct screen screen;

	check_case("a dateline has the year of its article");
	screen_start(&screen, &text, 1, 24, 80);
	screen_press(&screen, "=");
	CHECK(screen_shows(&screen, 2, "2026-01-10"));
	CHECK(screen_shows(&screen, 3, "SALTHAVEN, Jan 9"));
	CHECK(screen_shows(&screen, 3, "(2026-01-09)"));
	screen_stop(&screen);
}

static void
test_search(void)
{
	struct screen screen;

	check_case("n and N go through the articles and wrap");
	screen_start(&screen, texts, NTEXTS, 24, 80);
	screen_press(&screen, "n");
	CHECK(screen_shows(&screen, -1, "no search"));
	screen_press(&screen, "/");
	screen_type(&screen, "kite");
	CHECK(screen_shows(&screen, -1, "match 1 of 3 here; 2 articles match"));
	screen_press(&screen, "Enter n n n");
	CHECK(screen_shows(&screen, -1, "4 of 5"));
	CHECK(screen_shows(&screen, -1, "match 1 of 1"));
	screen_press(&screen, "n");
	CHECK(screen_shows(&screen, -1, "from the top"));
	screen_press(&screen, "N");
	CHECK(screen_shows(&screen, -1, "from the bottom"));
	screen_press(&screen, "N");
	CHECK(screen_shows(&screen, -1, "match 3 of 3"));

	check_case("without marks a Vietnamese word is found, Esc goes back");
	screen_press(&screen, "/");
	screen_type(&screen, "dieu");
	CHECK(screen_shows(&screen, -1, "1 article matches"));
	screen_press(&screen, "Esc");
	CHECK(screen_shows(&screen, -1, "/\xE2\x81\xA8kite")
		|| screen_shows(&screen, -1, "/kite"));

	check_case("nothing found is told");
	screen_press(&screen, "/");
	screen_type(&screen, "zzz");
	screen_press(&screen, "Enter");
	CHECK(screen_shows(&screen, -1, "No listed article"));
	screen_press(&screen, "Esc");
	CHECK(screen_shows(&screen, -1, "newest first"));
	screen_stop(&screen);
}

static void
test_start_search(void)
{
	struct screen screen;

	check_case("--search lists what matches, opened at the first match");
	screen_start_search(&screen, texts, NTEXTS, 24, 80, "KITE");
	CHECK(screen_shows(&screen, 0, "Kites over"));
	CHECK(screen_shows(&screen, 1, "A paper without"));
	CHECK(screen_shows(&screen, -1, "1 of 2"));
	CHECK(screen_shows(&screen, -1, "match 1 of 3 here"));
	screen_press(&screen, "n n n");
	CHECK(screen_shows(&screen, -1, "2 of 2"));

	check_case("what comes later is looked at, Esc lists all");
	screen_add(&screen, "Rain\n\n2025-01-01\n\nNothing else.\n");
	screen_add(&screen, "Kite\n\n2025-01-01\n\nNothing else.\n");
	screen_press(&screen, "gg");
	CHECK(screen_shows(&screen, -1, "1 of 3"));
	screen_press(&screen, "Esc");
	CHECK(screen_shows(&screen, -1, "of 7"));
	screen_stop(&screen);

	check_case("where nothing matches, Esc leads to the top of all");
	screen_start_search(&screen, texts, NTEXTS, 24, 80, "zzz");
	CHECK(screen_shows(&screen, 0, "No article matches"));
	screen_press(&screen, "n");
	CHECK(screen_shows(&screen, -1, "No listed article"));
	screen_press(&screen, "Esc");
	CHECK(screen_shows(&screen, -1, "1 of 5"));
	screen_stop(&screen);
}

static void
test_order(void)
{
	static const struct line_style visual = { .is_shaped = true };
	static const struct line_style logical = { .order = ORDER_LOGICAL };
	static const struct line_style unshaped = { .order = ORDER_VISUAL };
	static const struct {
		const struct line_style *in_force;
		enum order_option asked;
		const char *said;
	} steps[] = {
		{ &logical, ORDER_OPTION_LOGICAL, "The terminal puts" },
		{ &visual, ORDER_OPTION_VISUAL, "newspane puts" },
		{ &visual, ORDER_OPTION_AUTO, "Automatic: newspane" },
		/* now auto means the other */
		{ &logical, ORDER_OPTION_LOGICAL, "The terminal puts" },
		{ &visual, ORDER_OPTION_VISUAL, "newspane puts" },
		{ &logical, ORDER_OPTION_AUTO, "Automatic: the terminal" },
		{ &visual, ORDER_OPTION_VISUAL, "newspane puts" },
		{ &logical, ORDER_OPTION_LOGICAL, "The terminal puts" },
		{ &logical, ORDER_OPTION_AUTO, "Automatic: the terminal" },
	};
	struct screen screen;
	enum order_option order;
	enum shape_option shape;

	check_case("zb changes the order at once, and says what is in force");
	screen_start(&screen, texts, NTEXTS, 24, 80);
	for (size_t i = 0; i < sizeof(steps) / sizeof(*steps); i++) {
		screen_press(&screen, "zb");
		CHECK_INT(screen.request, APP_ORDER);
		app_order(screen.app, &order, &shape);
		CHECK_INT(order, steps[i].asked);
		app_set_style(screen.app, steps[i].in_force);
		app_draw(screen.app, &screen.frame);
		if (!CHECK(screen_shows(&screen, -1, steps[i].said)))
			printf("#   step %zu\n", i);
	}

	check_case("so does zs");
	app_set_style(screen.app, &visual);
	screen_press(&screen, "zs");
	app_order(screen.app, &order, &shape);
	CHECK_INT(shape, SHAPE_OPTION_OFF);
	app_set_style(screen.app, &unshaped);
	screen_press(&screen, "zs");
	app_order(screen.app, &order, &shape);
	CHECK_INT(shape, SHAPE_OPTION_ON);
	app_set_style(screen.app, &visual);
	screen_press(&screen, "zs");
	app_order(screen.app, &order, &shape);
	CHECK_INT(shape, SHAPE_OPTION_AUTO);
	screen_stop(&screen);
}

static void
test_sheets(void)
{
	struct screen screen;

	check_case("a sheet says how to leave it, and where one is");
	screen_start(&screen, texts, NTEXTS, 24, 80);
	screen_press(&screen, "?");
	CHECK(screen_shows(&screen, -1, "q or Esc takes this away"));
	CHECK(screen_shows(&screen, -1, "%"));
	CHECK(!screen_shows(&screen, -1, "newest first"));
	screen_press(&screen, "G");
	CHECK(screen_shows(&screen, -1, "100%"));

	check_case("its key takes it away, another shows another");
	screen_press(&screen, "?");
	CHECK(screen_shows(&screen, -1, "1 of 5"));
	screen_press(&screen, "? =");
	CHECK(screen_shows(&screen, 1, "Kites"));
	CHECK(!screen_shows(&screen, -1, "%"));
	screen_press(&screen, "! =");
	CHECK(screen_shows(&screen, -1, "1 of 5"));
	screen_stop(&screen);
}

static void
test_interrupt(void)
{
	struct screen screen;

	check_case("^C takes an open prompt away, and nothing else");
	screen_start(&screen, texts, NTEXTS, 24, 80);
	CHECK(!app_interrupt(screen.app));
	screen_press(&screen, "f");
	screen_type(&screen, "zzz");
	CHECK(app_interrupt(screen.app));
	app_draw(screen.app, &screen.frame);
	CHECK(screen_shows(&screen, -1, "of 5"));
	CHECK(!app_interrupt(screen.app));
	screen_stop(&screen);
}

static void
test_narrow_status(void)
{
	struct screen screen;

	check_case("on a narrow screen the percentage stays");
	screen_start(&screen, texts, NTEXTS, 24, 40);
	for (int cols = 40; cols >= 14; cols--) {
		screen_resize(&screen, 24, cols);
		if (!CHECK(screen_shows(&screen, -1, "1 of 5")
				&& screen_shows(&screen, -1, "100%")))
			printf("#   %d: %s\n", cols, screen_row(&screen, -1));
	}

	check_case("and what a search found");
	screen_resize(&screen, 24, 40);
	screen_press(&screen, "/");
	screen_type(&screen, "kite");
	screen_press(&screen, "Enter");
	CHECK_STR(screen_row(&screen, -1),
		"match 1 of 3 here; 2 articles match 100%");
	screen_stop(&screen);
}

static void
test_read_flags(void)
{
	struct screen screen;

	check_case("what a search passes while it is typed stays unread");
	screen_start(&screen, texts, NTEXTS, 24, 80);
	screen_press(&screen, "j");
	CHECK_INT(flags_of(&screen, 1), 0);
	screen_press(&screen, "Enter");
	CHECK_INT(flags_of(&screen, 1), READING_READ);
	screen_press(&screen, "/");
	screen_type(&screen, "kite");
	CHECK_INT(flags_of(&screen, 3), 0);
	screen_press(&screen, "Esc /");
	screen_type(&screen, "kite");
	screen_press(&screen, "Enter");
	CHECK_INT(flags_of(&screen, 3), READING_READ);
	CHECK_INT(flags_of(&screen, 0), 0);

	check_case("a star comes and goes");
	screen_press(&screen, "s");
	CHECK_INT(flags_of(&screen, 3), READING_READ | READING_STARRED);
	screen_press(&screen, "s u");
	CHECK_INT(flags_of(&screen, 3), 0);
	screen_stop(&screen);
}

static void
test_idle(void)
{
	struct screen screen;
	struct frame before;

	check_case("a key without effect changes no cell");
	screen_start(&screen, texts, NTEXTS, 24, 80);
	screen_press(&screen, "Enter");
	frame_init(&before);
	app_draw(screen.app, &before);
	screen_press(&screen, "j k Left F1 q k");
	screen_press(&screen, "gg");
	screen_press(&screen, "k");
	CHECK(memcmp(before.cells, screen.frame.cells,
		(size_t)(24 * 80) * sizeof(*before.cells)) == 0);
	frame_release(&before);
	screen_stop(&screen);
}

/* A small generator of our own, so that a failure can be repeated. */
static uint32_t
next_random(uint32_t *state)
{
	*state ^= *state << 13;
	*state ^= *state >> 17;
	*state ^= *state << 5;
	return *state;
}

static struct key
random_key(uint32_t *state)
{
	static const char commands[] = "jjkkbgGq/nNfosum'][}{<>vzzzzz=!? bs"
		"jehdcat5%90";
	static const uint32_t letters[] = { 'k', 'i', 't', 'e', 0x1EC1, 0x0637,
		0x0627, 0x0626, 0x064E, 0x0301, 0x200D, 0x1F469, 0x202E,
		0x05D0, ' ', 'a' };
	uint32_t n = next_random(state);
	struct key key = { KEY_CODE_CHAR, 0, 0 };

	if (n % 16 < 8)
		key.cp = (unsigned char)commands[(n >> 8)
			% (sizeof(commands) - 1)];
	else if (n % 16 < 11)
		key.cp = letters[(n >> 8) % 16];
	else if (n % 16 < 15)
		key.code = (enum key_code)(KEY_CODE_UP + (n >> 8)
			% (KEY_CODE_F1 - KEY_CODE_UP + 1));
	else
		key = (struct key){ KEY_CODE_CHAR, 'a' + (n >> 8) % 26,
			KEY_CTRL };
	if ((n >> 16) % 64 == 0)
		key.modifiers |= KEY_PASTED;
	return key;
}

static void
test_random(void)
{
	/* wide letters, emoji sequences, a mark alone, a very long word */
	static const char odd[] = "\xE6\x96\xB0\xE8\x81\x9E\xE6\x96\xB0"
		"\xE8\x81\x9E\n\n\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F"
		"\x91\xA7 \xCC\x81 kitekitekitekitekitekitekitekitekitekite"
		"kitekitekitekitekitekitekitekitekitekitekitekitekitekitekite "
		"\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D\n";
	static const int extents[] = { 0, 1, 2, 3, 5, 11, 12, 13, 24, 29, 30,
		40, 80, 99, 100, 120 };
	struct screen screen;
	uint32_t state = 20240101;

	check_case("random keys at random sizes break nothing");
	screen_start(&screen, texts, NTEXTS, 24, 80);
	screen_add(&screen, odd);
	for (int i = 0; i < 6000; i++) {
		struct key key = random_key(&state);

		screen_key(&screen, &key);
		if (i % 16 == 0)
			screen_resize(&screen, extents[next_random(&state)
				% 16], extents[next_random(&state) % 16]);
		if (i % 64 == 0)
			app_set_style(screen.app, &(struct line_style){
				.order = next_random(&state) % 2 == 0
					? ORDER_VISUAL : ORDER_LOGICAL,
				.is_shaped = next_random(&state) % 2 == 0,
				.keeps_sequences = next_random(&state) % 2,
				.is_wide = next_random(&state) % 4 == 0 });
		if (i % 512 == 0)
			screen_add(&screen, texts[next_random(&state)
				% NTEXTS]);
	}
	CHECK(screen.frame.rows >= 0);
	screen_stop(&screen);
}

int
main(void)
{
	setlocale(LC_ALL, "");
	test_geometry();
	test_steps();
	test_keys();
	test_details();
	test_search();
	test_start_search();
	test_order();
	test_sheets();
	test_interrupt();
	test_narrow_status();
	test_read_flags();
	test_idle();
	test_random();
	return check_done();
}
