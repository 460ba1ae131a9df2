#ifndef LAYOUT_CACHE_H
#define LAYOUT_CACHE_H

/*
 * The pieces of a page that are laid out just now: a small table, least
 * recently used first out, whose memory goes from piece to piece. What it
 * holds is bounded by the number of pieces and, as long as there is more than
 * one, by the number of their cells.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "layout/fill.h"
#include "layout/paragraph.h"
#include "layout/piece.h"

#ifndef CACHE_PIECES
#define CACHE_PIECES 128
#endif
#ifndef CACHE_CELLS
#define CACHE_CELLS ((size_t)1 << 18)
#endif

enum laid_fill {
	LAID_GREEDY,
	LAID_EVEN,
	LAID_JUSTIFIED,		/* evenly, knowing what gaps may be */
};

struct laid {
	struct piece piece;
	uint64_t used;		/* when, in calls; 0: holds nothing */
	struct paragraph paragraph;
	struct row_vec rows;
	bool has_rows;
};

/* Zero is the empty one. */
struct cache {
	struct laid laid[CACHE_PIECES];
	size_t count;		/* of them, the first ones, are in use */
	size_t hint;		/* found last */
	uint64_t clock;
	size_t ncells;		/* room for, of all pieces */
};

void cache_release(struct cache *cache);
/* Forgets all pieces; most of the memory is kept. */
void cache_reset(struct cache *cache);
/* Forgets their rows. */
void cache_unwrap(struct cache *cache);

static inline bool
laid_holds(const struct laid *laid, size_t block, uint32_t start)
{
	return laid->used > 0 && laid->piece.block == block
		&& laid->piece.source.start == start;
}

/* cache_find where the piece found last is another one. */
struct laid *cache_search(struct cache *cache, size_t block, uint32_t start);

/* What is held of the piece of BLOCK that begins at START, or NULL. */
static inline struct laid *
cache_find(struct cache *cache, size_t block, uint32_t start)
{
	struct laid *last = &cache->laid[cache->hint];

	if (cache->hint < cache->count && laid_holds(last, block, start))
		return last;
	return cache_search(cache, block, start);
}

/*
 * A place for PIECE, which is not held: the caller fills its paragraph and
 * then calls cache_settle, which makes room again and never takes this one.
 */
struct laid *cache_add(struct cache *cache, const struct piece *piece);
void cache_settle(struct cache *cache, const struct laid *added);

/* Makes the rows for lines of COLS columns. */
void laid_wrap(struct laid *laid, int cols, enum laid_fill fill);

/* The end of row ROW: its cells end before it, hung blanks included. */
size_t laid_row_end(const struct laid *laid, size_t row);
/* The row that has byte OFF, or the nearest; it was wrapped. */
size_t laid_row_of(const struct laid *laid, uint32_t off);

#endif
