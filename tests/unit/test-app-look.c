#include <config.h>

#include <locale.h>

#include "../check.h"
#include "screen.h"

/* The display switches, and going to a percentage. */

static const char *const texts[] = {
	"Kites\n\n2024-01-05\n\nA kite.\n",
	"Boats\n\n2024-01-04\n\nA boat.\n",
	"Trains\n\n2024-01-03\n\nA train.\n",
	"Roads\n\n2024-01-02\n\nA road.\n",
	"Paths\n\n2024-01-01\n\nA path.\n",
};

#define NTEXTS (sizeof(texts) / sizeof(*texts))

#define NARROW_BULLET "\xE2\x88\x99"
#define BULLET "\xE2\x80\xA2"
#define ARABIC_17 "\xD9\xA1\xD9\xA7"
#define ARABIC_2019 "\xD9\xA2\xD9\xA0\xD9\xA1\xD9\xA9"
#define PERSIAN_17 "\xDB\xB1\xDB\xB7"
#define PERSIAN_2019 "\xDB\xB2\xDB\xB0\xDB\xB1\xDB\xB9"
/* Beh as it is stored, and as it stands alone on the screen; fatha. */
#define BEH "\xD8\xA8"
#define BEH_ALONE "\xEF\xBA\x8F"
#define FATHA "\xD9\x8E"
#define RLO "\xE2\x80\xAE"
#define PDF "\xE2\x80\xAC"

/* A vowel mark, an override that would turn a word, two kinds of digits. */
static const char *const odd_text[] = {
	"Look\n\n2024-01-03\n\nbeh " BEH FATHA " " RLO "evil" PDF "\n\n"
	BEH " 2019 " BEH " " ARABIC_17 " " BEH "\n",
};

/* Whether any row has WHAT in it. */
static bool
is_shown(struct screen *screen, const char *what)
{
	for (int row = 0; row < screen->frame.rows; row++)
		if (screen_shows(screen, row, what))
			return true;
	return false;
}

/* What keys make the status line say, and what the screen then has. */
struct look_step {
	const char *keys;
	const char *said;
	const char *shown;
};

static void
run_steps(struct screen *screen, const struct look_step *steps, size_t nsteps)
{
	for (size_t i = 0; i < nsteps; i++) {
		screen_press(screen, steps[i].keys);
		if (!CHECK(screen_shows(screen, -1, steps[i].said))
				|| !CHECK(is_shown(screen, steps[i].shown)))
			printf("#   %zu, %s: %s\n", i, steps[i].keys,
				screen_row(screen, -1));
	}
}

static void
test_switches(void)
{
	static const struct look_step steps[] = {
		{ "zd", "European ones", " 17 " },
		{ "zd", "has Arabic digits", " " ARABIC_2019 " " },
		/* not in English text, such as this message */
		{ "zj", "Lines are filled", "2024-01-03" },
		{ "zj", "as full as it can be", " " ARABIC_17 " " },
		{ "zd", "has Persian digits", " " PERSIAN_2019 " " },
		{ "zj zj", "as full as it can be", " " PERSIAN_17 " " },
		{ "zd", "as they are written", " " ARABIC_17 " " },
		{ "zh", "vowel marks are hidden", "beh " BEH_ALONE " evil" },
		{ "zh", "vowel marks are shown",
			"beh " BEH_ALONE FATHA " evil" },
		{ "zc", "are shown as marks", "RLO" },
		{ "zc", "work unseen", FATHA " evil" },
		{ "za", "characters are wide", NARROW_BULLET },
		{ "za", "characters are narrow", BULLET },
		{ "zj", "Lines are filled", "beh" },
		{ "ze", "as even as they come", "beh" },
		{ "zj", "Lines are filled", "beh" },
		{ "ze", "as even as they come", "beh" },
		{ "zj", "Lines are filled", "beh" },
		{ "zj", "as even as they come", "beh" },
		{ "ze", "as full as it can be", "beh" },
	};
	struct screen screen;

	check_case("each display switch says what is in force, and does it");
	screen_start(&screen, odd_text, 1, 24, 80);
	run_steps(&screen, steps, sizeof(steps) / sizeof(*steps));
	screen_stop(&screen);
}

static void
test_raw(void)
{
	static const struct look_step steps[] = {
		{ "v", "as it is stored", ARABIC_17 },
		{ "zj", "Lines are filled", ARABIC_17 },
		{ "zd", "European ones", ARABIC_17 },
		{ "zh", "Raw text stays as it is", BEH_ALONE FATHA },
		{ "v", "laid out", " 17 " },
	};
	struct screen screen;

	check_case("the raw text stays as it is, and the key says so");
	screen_start(&screen, odd_text, 1, 24, 80);
	run_steps(&screen, steps, sizeof(steps) / sizeof(*steps));
	CHECK(!is_shown(&screen, FATHA));
	screen_press(&screen, "zd");
	CHECK(!screen_shows(&screen, -1, "Raw text"));
	screen_stop(&screen);
}

static void
put_style(struct screen *screen, const struct line_style *style)
{
	app_set_style(screen->app, style);
	app_draw(screen->app, &screen->frame);
}

static void
test_terminal(void)
{
	static const struct line_style wide = { .is_wide = true };
	static const struct line_style logical = { .order = ORDER_LOGICAL };
	struct screen screen;

	check_case("the terminal's style does not turn the switches");
	screen_start(&screen, odd_text, 1, 24, 80);
	screen_press(&screen, "zd zd zh");
	put_style(&screen, &logical);
	CHECK(is_shown(&screen, ARABIC_2019));
	CHECK(!is_shown(&screen, FATHA));

	check_case("where the width was not chosen the terminal's counts");
	put_style(&screen, &wide);
	CHECK(is_shown(&screen, NARROW_BULLET));
	screen_press(&screen, "za");
	put_style(&screen, &wide);
	CHECK(is_shown(&screen, BULLET));
	CHECK(!is_shown(&screen, NARROW_BULLET));
	screen_stop(&screen);
}

/* Four letters for a number below 26^3, none of them a digit. */
static void
add_word(struct buf *out, int number)
{
	char word[] = "waaa";

	for (int i = 3; i > 0; i--, number /= 26)
		word[i] = (char)('a' + number % 26);
	buf_add_string(out, word);
}

/* One text, long enough to be scrolled, with marks and numbers in it. */
static void
add_long_text(struct buf *out)
{
	buf_add_string(out, "Long\n\n");
	for (int i = 0; i < 3000; i++) {
		add_word(out, i);
		buf_add_string(out, i % 97 == 0 ? ".\n\n"
			: i % 7 == 0 ? " \xD8\xA8\xD9\x8E 19 " : " ");
	}
}

static void
test_place(void)
{
	/* Each switch comes back to where it was. */
	static const char *const keys[] = { "zj", "ze", "zd", "zh", "zd",
		"zc", "za", "zd", "zj", "zj", "ze", "zd", "zh", "zc", "za" };
	struct buf text = BUF_INIT;
	const char *long_text[1];
	struct screen screen;
	struct buf before = BUF_INIT;
	char word[5];

	check_case("a display switch keeps the words at the top");
	add_long_text(&text);
	long_text[0] = text.at;
	screen_start(&screen, long_text, 1, 24, 80);
	screen_press(&screen, "Enter Space Space Space");
	buf_add_string(&before, screen_row(&screen, 0));
	snprintf(word, sizeof(word), "%s", strchr(before.at, 'w'));
	for (size_t i = 0; i < sizeof(keys) / sizeof(*keys); i++) {
		screen_press(&screen, keys[i]);
		if (!CHECK(screen_shows(&screen, 0, word)))
			printf("#   %s (%s): %s\n", keys[i], word,
				screen_row(&screen, 0));
	}
	CHECK_STR(screen_row(&screen, 0), before.at);
	screen_stop(&screen);
	buf_release(&text);
	buf_release(&before);
}

static void
test_text_percent(void)
{
	struct buf text = BUF_INIT;
	const char *long_text[1];
	struct screen screen;

	check_case("a number and % go to that part of the text");
	add_long_text(&text);
	long_text[0] = text.at;
	screen_start(&screen, long_text, 1, 24, 80);
	screen_press(&screen, "Enter");
	screen_type(&screen, "100%");
	CHECK(screen_shows(&screen, -1, "100%"));
	screen_type(&screen, "50%");
	CHECK(screen_shows(&screen, -1, "5"));
	CHECK(!screen_shows(&screen, -1, "100%"));
	CHECK(screen_shows(&screen, 0, "wb") || screen_shows(&screen, 0, "wc"));
	screen_type(&screen, "0%");
	CHECK(screen_shows(&screen, 0, "Long"));
	screen_stop(&screen);
	buf_release(&text);
}

static void
test_percent(void)
{
	struct screen screen;

	check_case("a number and % go to that part of the list");
	screen_start(&screen, texts, NTEXTS, 24, 80);
	screen_type(&screen, "50");
	CHECK(screen_shows(&screen, -1, "50"));
	screen_type(&screen, "%");
	CHECK(screen_shows(&screen, -1, "3 of 5"));
	screen_type(&screen, "100%");
	CHECK(screen_shows(&screen, -1, "5 of 5"));
	screen_type(&screen, "0%");
	CHECK(screen_shows(&screen, -1, "1 of 5"));
	screen_type(&screen, "99999%");
	CHECK(screen_shows(&screen, -1, "5 of 5"));

	check_case("in the digits of other keyboards, too");
	screen_type(&screen, "\xD9\xA5\xD9\xA0\xD9\xAA");
	CHECK(screen_shows(&screen, -1, "3 of 5"));
	screen_type(&screen, "\xDB\xB2\xDB\xB5%");
	CHECK(screen_shows(&screen, -1, "2 of 5"));

	check_case("another key drops the number, and acts; Esc only drops");
	screen_type(&screen, "77j");
	CHECK(screen_shows(&screen, -1, "3 of 5"));
	screen_type(&screen, "%");
	CHECK(screen_shows(&screen, -1, "Type a number"));
	screen_press(&screen, "/");
	screen_type(&screen, "kite");
	screen_press(&screen, "Enter");
	screen_type(&screen, "12");
	screen_press(&screen, "Esc");
	CHECK(screen_shows(&screen, -1, "/kite")
		|| screen_shows(&screen, -1, "match"));
	screen_type(&screen, "%");
	CHECK(screen_shows(&screen, -1, "Type a number"));
	screen_stop(&screen);
}

int
main(void)
{
	setlocale(LC_ALL, "");
	test_switches();
	test_raw();
	test_terminal();
	test_place();
	test_percent();
	test_text_percent();
	return check_done();
}
