#ifndef LAYOUT_LINE_H
#define LAYOUT_LINE_H

/*
 * One visual line: cells from left to right as a screen shows them, each
 * knowing its source bytes. Under ORDER_LOGICAL the cells are in logical
 * order, unshaped, for terminals that put right-to-left text in order
 * themselves.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/span.h"
#include "layout/role.h"

struct buf;

/* A base and its marks, or an emoji of as many characters. */
#define CELL_CPS_MAX 8

enum text_order {
	ORDER_VISUAL,
	ORDER_LOGICAL,
};

/* Which digits a reader sees; the text keeps those that it has. */
enum digits {
	DIGITS_AS_WRITTEN,
	DIGITS_EUROPEAN,	/* 0 1 2 */
	DIGITS_ARABIC,		/* U+0660 on */
	DIGITS_PERSIAN,		/* U+06F0 on */
	DIGITS_COUNT
};

/* How text becomes cells; plain data. Zero is a good one. */
struct line_style {
	enum text_order order;
	bool is_shaped;		/* Arabic letters as presentation forms */
	bool is_plain;		/* UAX #14 untailored, no switch below */
	bool has_controls;	/* bidi controls are shown and do nothing */
	bool hides_harakat;	/* Arabic vowel marks are not shown */
	bool is_wide;		/* what is ambiguous takes two columns */
	bool keeps_sequences;	/* the terminal has one cell for an emoji of
				   several characters, or a flag */
	enum digits digits;
};

bool line_style_equals(const struct line_style *a,
	const struct line_style *b);

/*
 * One cluster, or one character of a cluster that a terminal cannot keep
 * together (emoji sequences).
 */
struct cell {
	struct span source;		/* bytes of the text; empty: hyphen or
					   ellipsis that is not in it */
	uint8_t ncps;			/* 1 to CELL_CPS_MAX */
	uint8_t cols;			/* columns: 1 or 2 */
	uint8_t role;			/* enum role */
	bool is_rtl;			/* odd embedding level */
	uint32_t cps[CELL_CPS_MAX];	/* ncps of them, the base first; the
					   others may be anything */
};

/* Zero is the empty one; reused from line to line, its owner releases it. */
struct line {
	struct cell *cells;
	size_t count, capacity;
	int cols;		/* sum of the cells' columns */
	bool is_rtl;		/* base direction: flush right */
	struct span source;	/* bytes of the text, hung blanks included */
};

void line_reset(struct line *line);
void line_release(struct line *line);
/*
 * Appends the cells as UTF-8, without padding; a blank that the line ends
 * with is not part of it.
 */
void line_add_utf8(const struct line *line, struct buf *out);

#endif
