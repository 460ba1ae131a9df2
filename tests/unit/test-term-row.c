#include <config.h>

#include <stdlib.h>

#include "base/buf.h"
#include "text/utf8.h"
#include "ui/frame.h"
#include "ui/term_row.h"
#include "ui/term_screen.h"

#include "../check.h"

#define COLS 16

#define RLE "\xE2\x80\xAB"
#define PDF "\xE2\x80\xAC"
#define LRO "\xE2\x80\xAD"

/* Arabic: kitab (a book); illa (but), which ends in lam and alef. */
#define KITAB "\xD9\x83\xD8\xAA\xD8\xA7\xD8\xA8"
#define ILLA "\xD8\xA5\xD9\x84\xD8\xA7"
/* So, with the two as one; and bila (without), where they are joined. */
#define ILLA_LIGATED "\xD8\xA5\xEF\xBB\xBB"
#define BILA "\xD8\xA8\xD9\x84\xD8\xA7"
#define BILA_LIGATED "\xD8\xA8\xEF\xBB\xBC"
/* The first as an Arabic terminal's painter has it: from the left, joined. */
#define BATIK "\xEF\xBA\x8F\xEF\xBA\x8E\xEF\xBA\x98\xEF\xBB\x9B"

struct row_case {
	const char *name;
	enum row_help help;
	const char *row;
	int first_col;		/* of what runs from right to left */
	const char *want;
	int moved;
	bool is_flush;
};

static const struct row_case cases[] = {
	{ "as it is", ROW_HELP_NONE, "   " KITAB, 3, "   " KITAB, 0, false },
	{ "RLE goes with the blank before", ROW_HELP_EMBEDDING,
		"   " KITAB, 3, "   " RLE KITAB, 0, false },
	{ "blanks of the text are behind it", ROW_HELP_EMBEDDING,
		"   " KITAB, 1, " " RLE "  " KITAB, 0, false },
	{ "without a blank there is none", ROW_HELP_EMBEDDING,
		KITAB, 0, KITAB, 0, false },
	{ "nor is a letter a blank", ROW_HELP_EMBEDDING,
		"a" KITAB, 1, "a" KITAB, 0, false },
	{ "lam and alef at the end are closed", ROW_HELP_EMBEDDING,
		" " KITAB " " ILLA, 1, " " RLE KITAB " " ILLA PDF, 0, false },
	{ "lam and alef before something are not", ROW_HELP_EMBEDDING,
		" " ILLA ".", 1, " " RLE ILLA ".", 0, false },
	{ "brackets as they are stored", ROW_HELP_EMBEDDING,
		" (" KITAB ")", 1, " " RLE "(" KITAB ")", 0, false },
	{ "brackets turned", ROW_HELP_TURNED,
		" (" KITAB ") [\xC2\xAB" "a\xC2\xBB]", 1,
		" " RLE ")" KITAB "( ]\xC2\xBB" "a\xC2\xAB[", 0, false },
	{ "brackets turned in part of a row", ROW_HELP_BRACKETS,
		"(a (" KITAB ")", 4, "(a (" KITAB "(", 0, false },
	{ "lam and alef as one letter, a text at the right",
		ROW_HELP_TURNED, "    " ILLA " " BILA, 4,
		"      " RLE ILLA_LIGATED " " BILA_LIGATED, 0, true },
	{ "and one at the left", ROW_HELP_TURNED, "  " ILLA " " BILA, 2,
		"  " RLE ILLA_LIGATED " " BILA_LIGATED, 0, false },
	{ "what comes after a gap stays", ROW_HELP_TURNED,
		"    " ILLA " " BILA "  x", 2,
		"  " RLE "  " ILLA_LIGATED " " BILA_LIGATED "    x", 0, false },
	{ "a row that is full", ROW_HELP_TURNED,
		" " ILLA BILA ILLA BILA ILLA, 1,
		" " RLE ILLA_LIGATED BILA_LIGATED ILLA_LIGATED BILA_LIGATED
		ILLA_LIGATED, 0, false },
	{ "margins change places", ROW_HELP_MARGINS,
		"   " KITAB, 3, "         " KITAB, 6, false },
	{ "a text with blanks around it", ROW_HELP_MARGINS,
		"   " KITAB, 1, "         " "  " KITAB, 8, false },
	{ "whole rows have no margins", ROW_HELP_MARGINS,
		KITAB KITAB KITAB KITAB, 0, KITAB KITAB KITAB KITAB, 0, false },
	{ "a row that begins with a Latin letter is not turned",
		ROW_HELP_MARGINS, "   a " KITAB, 3, "   a " KITAB, 0, false },
	{ "a number before the letters is nothing", ROW_HELP_MARGINS,
		"     12 " KITAB, 5, "    12 " KITAB, -1, false },
	{ "nothing at all", ROW_HELP_MARGINS, "", 0, "", 0, false },
	{ "LRO goes with the first blank", ROW_HELP_OVERRIDE,
		"   " BATIK, 3, " " LRO "  " BATIK, 0, false },
	{ "letters of one direction need none", ROW_HELP_OVERRIDE,
		"   abc", 3, "   abc", 0, false },
	{ "without a blank there is none, either", ROW_HELP_OVERRIDE,
		BATIK, 0, BATIK, 0, false },
};

/* The cells of S; all from FIRST_COL on run from right to left. */
static void
make_row(struct screen_cell *wanted, struct frame *frame,
	const struct row_case *c)
{
	const char *s = c->row;

	for (int col = 0; col < COLS; col++) {
		uint32_t cp = ' ';

		if (*s != '\0')
			s += utf8_next(s, &cp);
		wanted[col] = (struct screen_cell){ .cps = { cp },
			.ncps = 1, .cols = 1 };
		frame->cells[col].cps[0] = cp;
		frame->cells[col].is_rtl = col >= c->first_col;
	}
	frame->texts[0].base = ROW_BASE_RTL;
	frame->texts[0].first_col = c->first_col;
	frame->texts[0].is_flush = c->is_flush;
}

static void
add_row(const struct screen_cell *cells, struct buf *out)
{
	char bytes[UTF8_BYTES_MAX];
	int end = COLS;

	while (end > 0 && cells[end - 1].cps[0] == ' '
		&& cells[end - 1].ncps == 1)
		end--;
	for (int col = 0; col < end; col++)
		for (int i = 0; i < cells[col].ncps; i++)
			buf_add(out, bytes,
				utf8_encode(cells[col].cps[i], bytes));
}

int
main(void)
{
	struct screen_cell wanted[COLS];
	struct buf out = BUF_INIT;
	struct frame frame;

	frame_init(&frame);
	frame_resize(&frame, 1, COLS);
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		check_case(cases[i].name);
		make_row(wanted, &frame, &cases[i]);
		CHECK_INT(row_help(wanted, &frame, 0, cases[i].help),
			cases[i].moved);
		buf_reset(&out);
		add_row(wanted, &out);
		CHECK_STR(out.at, cases[i].want);
	}
	buf_release(&out);
	frame_release(&frame);
	return check_done();
}
