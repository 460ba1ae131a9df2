#ifndef LAYOUT_PARAGRAPH_H
#define LAYOUT_PARAGRAPH_H

/*
 * A paragraph as cells in logical order, ready to be wrapped at any width,
 * and the making of one visual line from a stretch of them.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/span.h"
#include "layout/bidi.h"
#include "layout/chars.h"
#include "layout/line.h"
#include "layout/role.h"
#include "layout/wrap.h"

/*
 * Zero is the empty one. The sources of the cells never go back, and no two
 * clusters have the same first byte. What takes no cell (bidi controls, ZWNJ,
 * a soft hyphen) is in the source of a cell only if its cluster has one.
 */
struct paragraph {
	struct cell *cells;
	struct wrap_unit *units;	/* one for each cell */
	int8_t *levels;			/* likewise */
	size_t count, capacity;
	struct span source;
	bool is_rtl;
	bool has_levels;		/* not all levels are 0 */
	bool keeps_joiners;	/* ZWNJ and ZWJ stay with their letter */
};

/*
 * Working memory of both functions below, for any number of paragraphs. Zero
 * is the empty one.
 */
struct scratch {
	struct chars chars;
	/* The clusters of a line. */
	int8_t *levels;
	bool *is_space;
	uint32_t *order;
	uint32_t *firsts;	/* cells; one more: the line's end */
	size_t capacity;
};

void scratch_release(struct scratch *scratch);

/* Fills PARAGRAPH from the bytes SOURCE of TEXT; every cell has ROLE. */
void paragraph_read(struct paragraph *paragraph, struct scratch *scratch,
	const char *text, struct span source, enum bidi_base base,
	const struct line_style *style, enum role role);
void paragraph_release(struct paragraph *paragraph);

/*
 * The bytes of the cells FIRST to END, with those that take no cell and
 * follow one of them (or come before the very first).
 */
struct span paragraph_source(const struct paragraph *paragraph, size_t first,
	size_t end);

/*
 * Makes LINE (reset first) from the cells FIRST to END in the order that
 * ORDER asks for; LAST, unless NULL, is one more cell at the end of the text
 * (an ellipsis), with the base direction.
 */
void paragraph_line(const struct paragraph *paragraph,
	struct scratch *scratch, size_t first, size_t end,
	const struct cell *last, enum text_order order, struct line *line);

#endif
