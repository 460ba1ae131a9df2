#include <config.h>

#include "layout/cache.h"

#include <assert.h>
#include <string.h>

#include "base/vec.h"
#include "layout/fill.h"
#include "layout/justify.h"
#include "layout/seam.h"

/* Words are no longer than that on the average, where blanks are between. */
#define WORD_CELLS 16

static void
laid_release(struct laid *laid)
{
	paragraph_release(&laid->paragraph);
	VEC_RELEASE(&laid->rows);
	memset(laid, 0, sizeof(*laid));
}

void
cache_release(struct cache *cache)
{
	for (size_t i = 0; i < CACHE_PIECES; i++)
		laid_release(&cache->laid[i]);
}

void
cache_reset(struct cache *cache)
{
	cache->count = 0;
	cache->hint = 0;
}

void
cache_unwrap(struct cache *cache)
{
	for (size_t i = 0; i < cache->count; i++)
		cache->laid[i].has_rows = false;
}

/* The memory of a paragraph in cells: its marks are as large as three each. */
static size_t
room_of(const struct paragraph *paragraph)
{
	return paragraph->capacity + 3 * paragraph->marks.capacity;
}

struct laid *
cache_search(struct cache *cache, size_t block, uint32_t start)
{
	for (size_t i = 0; i < cache->count; i++) {
		struct laid *laid = &cache->laid[i];

		if (!laid_holds(laid, block, start))
			continue;
		cache->hint = i;
		laid->used = ++cache->clock;
		return laid;
	}
	return NULL;
}

static struct laid *
oldest_of(struct cache *cache)
{
	struct laid *oldest = &cache->laid[0];

	for (size_t i = 1; i < cache->count; i++) {
		if (cache->laid[i].used < oldest->used)
			oldest = &cache->laid[i];
	}
	return oldest;
}

struct laid *
cache_add(struct cache *cache, const struct piece *piece)
{
	struct laid *laid = cache->count < CACHE_PIECES
		? &cache->laid[cache->count++] : oldest_of(cache);

	cache->hint = (size_t)(laid - cache->laid);
	cache->ncells -= room_of(&laid->paragraph);
	laid->piece = *piece;
	laid->used = ++cache->clock;
	laid->has_rows = false;
	return laid;
}

/* What has memory and holds nothing, or was not used for the longest time. */
static struct laid *
least_needed(struct cache *cache, const struct laid *but)
{
	struct laid *found = NULL;

	for (size_t i = CACHE_PIECES; i-- > 0;) {
		struct laid *laid = &cache->laid[i];

		if (laid == but || room_of(&laid->paragraph) == 0)
			continue;
		if (i >= cache->count)
			return laid;
		if (found == NULL || laid->used < found->used)
			found = laid;
	}
	return found;
}

void
cache_settle(struct cache *cache, const struct laid *added)
{
	struct laid *laid;

	cache->ncells += room_of(&added->paragraph);
	while (cache->ncells > CACHE_CELLS
			&& (laid = least_needed(cache, added)) != NULL) {
		cache->ncells -= room_of(&laid->paragraph);
		laid_release(laid);
	}
}

/* Not so Arabic, which has letters to lengthen, nor what has no blanks. */
static bool
is_filled_by_gaps(const struct paragraph *paragraph)
{
	size_t nblanks = 0;

	for (size_t i = 0; i < paragraph->count; i++)
		nblanks += (paragraph->units[i] & UNIT_BLANK) != 0;
	return !paragraph->is_rtl && nblanks >= paragraph->count / WORD_CELLS;
}

void
laid_wrap(struct laid *laid, int cols, enum laid_fill fill)
{
	struct paragraph *paragraph = &laid->paragraph;
	/* Raw text is greedy to the last row of a window. */
	bool has_seam = laid->piece.is_cut && !paragraph->is_plain;
	int gap_cols = 0;
	struct wrap_units units;

	assert(cols >= 1);
	laid->has_rows = true;
	if (fill == LAID_GREEDY && !has_seam) {
		paragraph_rows(paragraph, cols, &laid->rows);
		return;
	}
	paragraph_find_breaks(paragraph);
	units = paragraph_units(paragraph);
	if (fill == LAID_JUSTIFIED && is_filled_by_gaps(paragraph))
		gap_cols = JUSTIFY_GAP_COLS_MAX;
	if (fill == LAID_GREEDY)
		fill_greedy(&units, cols, &laid->rows);
	else
		fill_even(&units, cols, gap_cols, &laid->rows);
	if (has_seam)
		seam_hide(&units, cols, &laid->rows);
}

size_t
laid_row_end(const struct laid *laid, size_t row)
{
	assert(row < laid->rows.count);
	return row + 1 < laid->rows.count ? laid->rows.at[row + 1]
		: laid->paragraph.count;
}

size_t
laid_row_of(const struct laid *laid, uint32_t off)
{
	const uint32_t *starts = laid->paragraph.starts;
	size_t row = 0, end = laid->rows.count;

	/* The last row that does not begin after OFF; ROW is one. */
	while (end - row > 1) {
		size_t middle = row + (end - row) / 2;

		if (starts[laid->rows.at[middle]] <= off)
			row = middle;
		else
			end = middle;
	}
	return row;
}
