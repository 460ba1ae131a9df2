#include <config.h>

#include "layout/page.h"

#include <assert.h>
#include <string.h>

#include "base/xalloc.h"
#include "layout/cache.h"

struct page {
	const char *text;	/* not ours */
	struct block *blocks;
	size_t nblocks;
	struct page_style style;
	struct line line;	/* what page_line returned */
	struct scratch scratch;
	struct cache cache;
};

struct page *
page_new(const char *text, const struct blocks *blocks,
	const struct page_style *style)
{
	struct page *page = xcalloc(1, sizeof(*page));

	assert(style->cols >= 1);
	page->text = text;
	page->nblocks = blocks->count;
	page->blocks = xcalloc(blocks->count, sizeof(*page->blocks));
	if (blocks->count > 0) {
		memcpy(page->blocks, blocks->at,
			blocks->count * sizeof(*page->blocks));
		page->blocks[0].has_gap = false;
	}
	page->style = *style;
	return page;
}

void
page_free(struct page *page)
{
	if (page == NULL)
		return;
	line_release(&page->line);
	scratch_release(&page->scratch);
	cache_release(&page->cache);
	free(page->blocks);
	free(page);
}

const struct page_style *
page_style(const struct page *page)
{
	return &page->style;
}

/* Whether paragraphs read in style A serve for B: the width is no part. */
static bool
is_same_text(const struct page_style *a, const struct page_style *b)
{
	return a->line.order == b->line.order
		&& a->line.is_shaped == b->line.is_shaped
		&& a->is_rtl == b->is_rtl && a->is_raw == b->is_raw;
}

void
page_set_style(struct page *page, const struct page_style *style)
{
	assert(style->cols >= 1);
	if (!is_same_text(&page->style, style))
		cache_reset(&page->cache);
	page->style = *style;
}

/* A date is digits mostly: it goes the way of its article. */
static enum bidi_base
base_of(const struct page *page, enum role role)
{
	if (role == ROLE_DATE)
		return page->style.is_rtl ? BIDI_BASE_RTL : BIDI_BASE_LTR;
	return page->style.is_rtl ? BIDI_BASE_AUTO_RTL : BIDI_BASE_AUTO_LTR;
}

/* BLOCK laid out at the page's width. */
static struct laid *
lay(struct page *page, size_t block)
{
	struct laid *laid = cache_find(&page->cache, block);

	assert(block < page->nblocks);
	if (laid == NULL) {
		laid = cache_add(&page->cache, block);
		paragraph_read(&laid->paragraph, &page->scratch, page->text,
			page->blocks[block].source,
			base_of(page, page->blocks[block].role),
			&page->style.line, page->blocks[block].role);
		cache_settle(&page->cache, laid);
	}
	laid_wrap(laid, page->style.cols);
	return laid;
}

/* The rows of BLOCK, its gap included. */
static size_t
rows_of(struct page *page, size_t block)
{
	return lay(page, block)->rows.count + page->blocks[block].has_gap;
}

bool
page_is_empty(const struct page *page)
{
	return page->nblocks == 0;
}

struct page_place
page_first(const struct page *page)
{
	(void)page;
	return (struct page_place){ 0, 0 };
}

struct page_place
page_last(struct page *page)
{
	struct page_place place = { 0, 0 };

	if (page->nblocks > 0) {
		place.block = page->nblocks - 1;
		place.row = rows_of(page, place.block) - 1;
	}
	return place;
}

static size_t
step_on(struct page *page, struct page_place *place, size_t nrows)
{
	size_t left = nrows;

	for (;;) {
		size_t below = rows_of(page, place->block) - 1 - place->row;

		if (left <= below) {
			place->row += left;
			return nrows;
		}
		if (place->block + 1 == page->nblocks) {
			place->row += below;
			return nrows - (left - below);
		}
		left -= below + 1;
		*place = (struct page_place){ place->block + 1, 0 };
	}
}

static size_t
step_back(struct page *page, struct page_place *place, size_t nrows)
{
	size_t left = nrows;

	while (left > place->row) {
		if (place->block == 0) {
			left -= place->row;
			place->row = 0;
			return nrows - left;
		}
		left -= place->row + 1;
		place->block--;
		place->row = rows_of(page, place->block) - 1;
	}
	place->row -= left;
	return nrows;
}

int
page_step(struct page *page, struct page_place *place, int nrows)
{
	if (page->nblocks == 0)
		return 0;
	assert(place->block < page->nblocks
		&& place->row < rows_of(page, place->block));
	if (nrows >= 0)
		return (int)step_on(page, place, (size_t)nrows);
	return (int)step_back(page, place, (size_t)-(long long)nrows);
}

int
page_compare(struct page_place a, struct page_place b)
{
	if (a.block != b.block)
		return a.block < b.block ? -1 : 1;
	return (a.row > b.row) - (a.row < b.row);
}

const struct line *
page_line(struct page *page, struct page_place place)
{
	struct laid *laid = lay(page, place.block);
	bool has_gap = page->blocks[place.block].has_gap;
	size_t row, first, end, shown_end;

	if (has_gap && place.row == 0)
		return NULL;
	row = place.row - has_gap;
	first = laid->rows.at[row];
	end = laid_row_end(laid, row);
	shown_end = wrap_shown_end(laid->paragraph.units, first, end);
	paragraph_line(&laid->paragraph, &page->scratch, first, shown_end,
		NULL, page->style.line.order, &page->line);
	page->line.source = paragraph_source(&laid->paragraph, first, end);
	return &page->line;
}

/* How far OFF is from the bytes of BLOCK; 0: it is one of them. */
static uint32_t
distance(const struct block *block, uint32_t off)
{
	struct span source = block->source;

	if (off < source.start)
		return source.start - off;
	if (off < source.end || (off == source.start && source.end == off))
		return 0;
	return off - source.end + 1;
}

static size_t
block_of(const struct page *page, uint32_t off)
{
	size_t nearest = 0;
	uint32_t least = UINT32_MAX;

	for (size_t i = 0; i < page->nblocks && least > 0; i++) {
		uint32_t far = distance(&page->blocks[i], off);

		if (far < least) {
			least = far;
			nearest = i;
		}
	}
	return nearest;
}

struct page_place
page_place_of(struct page *page, uint32_t off)
{
	struct page_place place = { 0, 0 };
	const struct laid *laid;
	size_t row = 0, end;

	if (page->nblocks == 0)
		return place;
	place.block = block_of(page, off);
	laid = lay(page, place.block);
	/* The last row that does not begin after OFF; ROW is one. */
	end = laid->rows.count;
	while (end - row > 1) {
		size_t middle = row + (end - row) / 2;
		uint32_t cell = laid->rows.at[middle];

		if (laid->paragraph.cells[cell].source.start <= off)
			row = middle;
		else
			end = middle;
	}
	place.row = row + page->blocks[place.block].has_gap;
	return place;
}

uint32_t
page_byte_of(struct page *page, struct page_place place)
{
	const struct laid *laid;
	bool has_gap;

	if (page->nblocks == 0)
		return 0;
	laid = lay(page, place.block);
	has_gap = page->blocks[place.block].has_gap;
	if (place.row <= has_gap)
		return page->blocks[place.block].source.start;
	return laid->paragraph.cells[laid->rows.at[place.row - has_gap]]
		.source.start;
}
