#include <config.h>

#include "model/table.h"

#include <assert.h>
#include <stdatomic.h>

#include "base/xalloc.h"

/* Block B holds TABLE_BLOCK_FIRST << B elements. */
static unsigned
block_of(uint32_t index, uint32_t *within)
{
	uint32_t shifted = index / TABLE_BLOCK_FIRST + 1;
	unsigned block = 31u - (unsigned)__builtin_clz(shifted);

	assert(block < TABLE_BLOCKS_MAX);
	*within = index - TABLE_BLOCK_FIRST * ((1u << block) - 1);
	return block;
}

void *
table_at(const struct table *table, uint32_t index)
{
	uint32_t within;
	unsigned block = block_of(index, &within);
	char *at = atomic_load_explicit(&table->blocks[block],
		memory_order_acquire);

	assert(at != NULL);
	return at + (size_t)within * table->elem_nbytes;
}

void *
table_make(struct table *table, uint32_t index, uint64_t *grown_nbytes)
{
	uint32_t within;
	unsigned block = block_of(index, &within);
	size_t count = (size_t)TABLE_BLOCK_FIRST << block;

	if (atomic_load_explicit(&table->blocks[block],
		memory_order_relaxed) == NULL) {
		atomic_store_explicit(&table->blocks[block],
			xcalloc(count, table->elem_nbytes),
			memory_order_release);
		*grown_nbytes += count * table->elem_nbytes;
	}
	return table_at(table, index);
}

void
table_release(struct table *table)
{
	for (unsigned i = 0; i < TABLE_BLOCKS_MAX; i++) {
		free(table->blocks[i]);
		table->blocks[i] = NULL;
	}
}
