#ifndef LAYOUT_CACHE_H
#define LAYOUT_CACHE_H

/*
 * The blocks of a page that are laid out just now: a small table, least
 * recently used first out, whose memory goes from block to block. What it
 * holds is bounded by the number of blocks and, as long as there is more than
 * one, by the number of their cells.
 */

#include <stddef.h>
#include <stdint.h>

#include "layout/paragraph.h"

#ifndef CACHE_BLOCKS
#define CACHE_BLOCKS 128
#endif
#ifndef CACHE_CELLS
#define CACHE_CELLS ((size_t)1 << 18)
#endif

/* The first cell of each row; a paragraph has at least one row. */
struct row_vec {
	uint32_t *at;
	size_t count, capacity;
};

struct laid {
	size_t block;
	uint64_t used;		/* when, in calls; 0: holds nothing */
	struct paragraph paragraph;
	struct row_vec rows;
	int cols;		/* that ROWS are for; 0: not wrapped yet */
};

/* Zero is the empty one. */
struct cache {
	struct laid laid[CACHE_BLOCKS];
	uint64_t clock;
	size_t ncells;		/* room for, of all blocks */
};

void cache_release(struct cache *cache);
/* Forgets all blocks; most of the memory is kept. */
void cache_reset(struct cache *cache);

/* What is held of BLOCK, or NULL. */
struct laid *cache_find(struct cache *cache, size_t block);
/*
 * A place for BLOCK, which is not held: the caller fills its paragraph and
 * then calls cache_settle, which makes room again and never takes this one.
 */
struct laid *cache_add(struct cache *cache, size_t block);
void cache_settle(struct cache *cache, struct laid *added);

/* Makes the rows for a line of COLS columns, unless they are. */
void laid_wrap(struct laid *laid, int cols);
/* The end of row ROW: its cells end before it, hung blanks included. */
size_t laid_row_end(const struct laid *laid, size_t row);

#endif
