#include <config.h>

#include "layout/cache.h"

#include <assert.h>
#include <string.h>

#include "base/vec.h"

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
	for (size_t i = 0; i < CACHE_BLOCKS; i++)
		laid_release(&cache->laid[i]);
}

void
cache_reset(struct cache *cache)
{
	for (size_t i = 0; i < CACHE_BLOCKS; i++)
		cache->laid[i].used = 0;
}

struct laid *
cache_find(struct cache *cache, size_t block)
{
	for (size_t i = 0; i < CACHE_BLOCKS; i++) {
		struct laid *laid = &cache->laid[i];

		if (laid->used > 0 && laid->block == block) {
			laid->used = ++cache->clock;
			return laid;
		}
	}
	return NULL;
}

/* The one that was not used for the longest time and has memory. */
static struct laid *
oldest_with_cells(struct cache *cache, const struct laid *but)
{
	struct laid *oldest = NULL;

	for (size_t i = 0; i < CACHE_BLOCKS; i++) {
		struct laid *laid = &cache->laid[i];

		if (laid != but && laid->paragraph.capacity > 0
				&& (oldest == NULL
					|| laid->used < oldest->used))
			oldest = laid;
	}
	return oldest;
}

struct laid *
cache_add(struct cache *cache, size_t block)
{
	struct laid *oldest = &cache->laid[0];

	for (size_t i = 1; i < CACHE_BLOCKS; i++) {
		if (cache->laid[i].used < oldest->used)
			oldest = &cache->laid[i];
	}
	cache->ncells -= oldest->paragraph.capacity;
	oldest->block = block;
	oldest->used = ++cache->clock;
	oldest->cols = 0;
	return oldest;
}

void
cache_settle(struct cache *cache, struct laid *added)
{
	struct laid *oldest;

	cache->ncells += added->paragraph.capacity;
	while (cache->ncells > CACHE_CELLS
			&& (oldest = oldest_with_cells(cache, added)) != NULL) {
		cache->ncells -= oldest->paragraph.capacity;
		laid_release(oldest);
	}
}

void
laid_wrap(struct laid *laid, int cols)
{
	const struct paragraph *paragraph = &laid->paragraph;
	size_t first = 0;

	assert(cols >= 1);
	if (laid->cols == cols)
		return;
	laid->cols = cols;
	laid->rows.count = 0;
	do {
		VEC_PUSH(&laid->rows, (uint32_t)first);
		if (paragraph->count > 0)
			first = wrap_line_end(paragraph->units,
				paragraph->count, first, cols);
	} while (first < paragraph->count);
}

size_t
laid_row_end(const struct laid *laid, size_t row)
{
	assert(row < laid->rows.count);
	return row + 1 < laid->rows.count ? laid->rows.at[row + 1]
		: laid->paragraph.count;
}
