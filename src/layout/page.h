#ifndef LAYOUT_PAGE_H
#define LAYOUT_PAGE_H

/*
 * A text laid out in a column, lazily: a paragraph is analysed, wrapped and
 * cached when one of its rows is asked for, and forgotten again (least
 * recently used first), so memory stays bounded whatever the text's size.
 *
 * A place on the page is a block and a row in it; that is what changes with
 * the width. What stays is a byte offset of the text: keep that across
 * page_set_style and come back with page_place_of.
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
	bool is_raw;		/* plain: UAX #14 untailored, greedy */
};

/* Row 0 of a block with a gap is that gap. */
struct page_place {
	size_t block;
	size_t row;
};

/*
 * TEXT (clean UTF-8) and BLOCKS (which the page copies) must stay the same
 * until page_free; the page does not own TEXT. BLOCKS may be empty: a page
 * without rows.
 */
struct page *page_new(const char *text, const struct blocks *blocks,
	const struct page_style *style);
void page_free(struct page *page);
const struct page_style *page_style(const struct page *page);
/* Forgets the layout; every place and line is invalid afterwards. */
void page_set_style(struct page *page, const struct page_style *style);

bool page_is_empty(const struct page *page);
/* The very first row. */
struct page_place page_first(const struct page *page);
/* The very last row; lays out the last block only. */
struct page_place page_last(struct page *page);

/*
 * Goes NROWS rows on (back where negative) as far as there are rows; returns
 * how many it went, always >= 0. Costs what is laid out on the way.
 */
int page_step(struct page *page, struct page_place *place, int nrows);
/* Which of two places comes first: <0, 0, >0. */
int page_compare(struct page_place a, struct page_place b);

/*
 * The line at PLACE, cells with their block's role; NULL for a gap. Valid
 * until the next call on this page.
 */
const struct line *page_line(struct page *page, struct page_place place);

/* The row that shows byte OFF of the text (the nearest, if none does). */
struct page_place page_place_of(struct page *page, uint32_t off);
/* The first byte in logical order that the row shows (a gap: the next's). */
uint32_t page_byte_of(struct page *page, struct page_place place);

#endif
