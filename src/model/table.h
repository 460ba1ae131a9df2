#ifndef MODEL_TABLE_H
#define MODEL_TABLE_H

/*
 * An array that grows and never moves: blocks that double in size, found
 * through a fixed set of atomic pointers. One thread at a time adds (the
 * archive holds a lock); any thread may read what lies below a count that it
 * got from an acquire load made after the element was written. Zero, with
 * elem_nbytes set, is the empty one.
 */

#include <stddef.h>
#include <stdint.h>

#define TABLE_BLOCK_FIRST 1024u		/* elements in the first block */
#define TABLE_BLOCKS_MAX 22		/* 1024 * (2^22 - 1) elements */

struct table {
	size_t elem_nbytes;
	char *_Atomic blocks[TABLE_BLOCKS_MAX];
};

/* Element INDEX, whose block must exist. */
void *table_at(const struct table *table, uint32_t index);
/*
 * The same for the writer, who gets the block made where it is missing; its
 * elements are zero. *GROWN_NBYTES is raised by the memory that took.
 */
void *table_make(struct table *table, uint32_t index, uint64_t *grown_nbytes);
void table_release(struct table *table);

#endif
