#ifndef LAYOUT_PARAGRAPH_H
#define LAYOUT_PARAGRAPH_H

/*
 * A paragraph as cells in logical order, ready to be wrapped at any width,
 * and the making of one visual line from a stretch of them.
 *
 * The cells are columns of plain numbers (a struct cell is made only when a
 * line is): that is what keeps laying out fast and a window of text small.
 */

#include <assert.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/span.h"
#include "layout/bidi.h"
#include "layout/chars.h"
#include "layout/fill.h"
#include "layout/line.h"
#include "layout/role.h"
#include "layout/wrap.h"

/* The marks of one cell, in the order in which they are sent. */
struct cell_marks {
	uint32_t cell;
	uint32_t count;			/* 1 to CELL_CPS_MAX - 1 */
	uint32_t cps[CELL_CPS_MAX - 1];
};

/*
 * Zero is the empty one. Every byte of the source belongs to one cell: what
 * takes none (bidi controls, ZWNJ, a soft hyphen) to that before it, at the
 * start to the first.
 */
struct paragraph {
	uint32_t *bases;	/* the character that each cell shows */
	uint32_t *starts;	/* its first byte; one more: the source's end */
	uint8_t *units;		/* UNIT_ flags */
	size_t count, capacity;
	int8_t *levels;		/* of UAX #9; nothing unless has_levels */
	size_t levels_capacity;
	struct {
		struct cell_marks *at;	/* of the cells with UNIT_MARKS */
		size_t count, capacity;
	} marks;
	const char *text;	/* not ours; looked at until has_breaks */
	struct span source;
	bool is_rtl;		/* base direction */
	bool has_levels;	/* not all levels are 0 */
	bool is_uniform;	/* see wrap_units */
	bool is_simple;		/* uniform, and no cell has marks */
	bool has_breaks;	/* else the units are without them, and where
				   it is simple there are no units at all */
	bool has_nbsp;		/* some bases are U+00A0: a blank in lines, and
				   here, too, once it has_breaks */
	bool is_plain;		/* of its style */
};

/*
 * Working memory of both functions below, for any number of paragraphs. Zero
 * is the empty one.
 */
struct scratch {
	struct chars chars;
	/* The runs of a line: stretches of cells on one level. */
	int8_t *levels;
	uint32_t *order;
	uint32_t *firsts;	/* cells; one more: the line's end */
	size_t capacity;
};

void scratch_release(struct scratch *scratch);

/*
 * Fills PARAGRAPH from the bytes SOURCE of TEXT, which stay as they are while
 * rows are made of it. BASE is the direction where the text has no strong
 * character, or whatever it has.
 */
void paragraph_read(struct paragraph *paragraph, struct scratch *scratch,
	const char *text, struct span source, enum bidi_base base,
	const struct line_style *style);
void paragraph_release(struct paragraph *paragraph);

/* Finds out where a line may end, unless it has_breaks. */
void paragraph_find_breaks(struct paragraph *paragraph);
/* For wrapping, valid until PARAGRAPH changes, which has_breaks. */
struct wrap_units paragraph_units(const struct paragraph *paragraph);
/*
 * Fills ROWS as fill_greedy does. Finds out no more about breaks than that
 * takes.
 */
void paragraph_rows(struct paragraph *paragraph, int cols,
	struct row_vec *rows);
/* Where the blanks begin that hang at the end of the row FIRST to END. */
size_t paragraph_shown_end(const struct paragraph *paragraph, size_t first,
	size_t end);
/* Whether that row, of COLS columns, shows a hyphen at its end. */
bool paragraph_has_hyphen(const struct paragraph *paragraph, size_t first,
	size_t end, int cols);

/* The bytes of the cells FIRST to END. */
static inline struct span
paragraph_source(const struct paragraph *paragraph, size_t first, size_t end)
{
	assert(first <= end && end <= paragraph->count);
	if (paragraph->count == 0)
		return paragraph->source;
	return (struct span){ paragraph->starts[first],
		paragraph->starts[end] };
}

/* What a line has beside its cells. Zero: nothing. */
struct line_extra {
	enum text_order order;
	enum role role;
	/* One more character at the end of the text, one column wide (an
	   ellipsis, a hyphen), with the base direction; 0: none. */
	uint32_t last;
	/* Columns of filling after each cell, as the text runs, by cell from
	   FIRST on: tatweel after what runs from right to left and is no
	   blank, blanks after all else; NULL: none.
	   The cells of the filling have the source of that cell. */
	const uint8_t *filling;
};

/* Makes LINE (reset first) from the cells FIRST to END. */
void paragraph_line(const struct paragraph *paragraph,
	struct scratch *scratch, size_t first, size_t end,
	const struct line_extra *extra, struct line *line);

#endif
