#ifndef LAYOUT_PAGE_H
#define LAYOUT_PAGE_H

/*
 * A text laid out in a column, lazily: a paragraph is analysed, wrapped and
 * cached when one of its rows is asked for, and forgotten again (least
 * recently used first), so memory stays bounded whatever the text's size.
 *
 * A place on the page is a piece of it and a row in that; that is what changes
 * with the width. What stays is a byte offset of the text: keep that across
 * page_set_style and come back with page_place_of. Nothing here is as large
 * as the text, or takes time that grows with it.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "layout/blocks.h"
#include "layout/line.h"

struct page;

struct page_style {
	int cols;		/* the measure, >= 1 */
	struct line_style line;
	bool is_rtl;		/* of dates and paragraphs without letters */
	/* As stored: plain lines whatever the other switches say. */
	bool is_raw;
	bool is_unfolded;	/* for whoever makes the blocks, layout/folds */
	bool is_even;		/* lines as even as they come (layout/fill) */
	bool is_justified;	/* running text filled to the measure, and all
				   lines even */
	bool has_no_kashida;	/* letters are not lengthened for that */
};

/*
 * Row 0 of a piece (layout/piece: a paragraph, a line, or a window of one)
 * with a gap is that gap.
 */
struct page_place {
	size_t block;
	uint32_t start;		/* where in the block's text its piece begins */
	size_t row;		/* of the piece */
};

/*
 * TEXT (clean UTF-8) and BLOCKS (which the page copies, but for their texts)
 * must stay the same until page_free or page_reset; the page does not own
 * TEXT. BLOCKS may be empty: a page without rows.
 */
struct page *page_new(const char *text, const struct blocks *blocks,
	const struct page_style *style);
void page_free(struct page *page);
/* Makes a page like a new one; takes the memory that it has. */
void page_reset(struct page *page, const char *text,
	const struct blocks *blocks, const struct page_style *style);
/* The same where TEXT stays what it is; keeps what is known of that. */
void page_set_blocks(struct page *page, const struct blocks *blocks,
	const struct page_style *style);
const struct page_style *page_style(const struct page *page);
/* Forgets the rows; every place and line is invalid afterwards. */
void page_set_style(struct page *page, const struct page_style *style);

bool page_is_empty(const struct page *page);
/* The very first row. */
struct page_place page_first(const struct page *page);
/* The very last row; lays out the last piece only. */
struct page_place page_last(struct page *page);

/*
 * Goes NROWS rows on (back where negative) as far as there are rows; returns
 * how many it went, always >= 0. Costs what is laid out on the way.
 */
int page_step(struct page *page, struct page_place *place, int nrows);
/*
 * To the first row of text of the next paragraph, or of the one before if
 * PLACE is in such a row (or the gap above it), else of its own. Whether
 * there is one.
 */
bool page_step_paragraph(struct page *page, struct page_place *place,
	bool is_next);
/* Which of two places comes first: <0, 0, >0. */
int page_compare(struct page_place a, struct page_place b);

/*
 * The line at PLACE, cells with their block's role; NULL for a gap. Valid
 * until the next call on this page. Where a block has a text of its own the
 * sources in it are all empty.
 */
const struct line *page_line(struct page *page, struct page_place place);

/*
 * The row that shows byte OFF of the text (the nearest, if none does); the
 * first one of a block with a text of its own that stands for OFF.
 */
struct page_place page_place_of(struct page *page, uint32_t off);
/*
 * The first byte in logical order that the row shows (a gap: the next's), or
 * that its block stands for; 0 where it has a text of its own for nothing.
 */
uint32_t page_byte_of(struct page *page, struct page_place place);

#endif
