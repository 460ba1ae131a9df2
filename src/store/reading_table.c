#include <config.h>

#include "store/reading_table.h"

#include <stdlib.h>

#include "base/xalloc.h"

#ifndef READING_SLOTS_FIRST
#define READING_SLOTS_FIRST 256
#endif

void
reading_table_release(struct reading_table *table)
{
	free(table->at);
	*table = (struct reading_table){ 0 };
}

/* Where FINGERPRINT is or belongs; the table is never full. */
static struct reading_entry *
slot_of(const struct reading_table *table, uint64_t fingerprint)
{
	size_t mask = table->nslots - 1;
	/* Low bits alone would trust the fingerprint to be well mixed. */
	size_t i = (size_t)(fingerprint * 0x9E3779B97F4A7C15u >> 32) & mask;

	while (table->at[i].is_used && table->at[i].fingerprint != fingerprint)
		i = (i + 1) & mask;
	return &table->at[i];
}

static void
grow(struct reading_table *table)
{
	struct reading_table grown = { .count = table->count };

	grown.nslots = table->nslots > 0 ? table->nslots * 2
		: READING_SLOTS_FIRST;
	grown.at = xcalloc(grown.nslots, sizeof(*grown.at));
	for (size_t i = 0; i < table->nslots; i++) {
		if (table->at[i].is_used)
			*slot_of(&grown, table->at[i].fingerprint) =
				table->at[i];
	}
	free(table->at);
	*table = grown;
}

unsigned
reading_table_flags(const struct reading_table *table, uint64_t fingerprint)
{
	/* A slot that is not used is all zero. */
	return table->nslots > 0 ? slot_of(table, fingerprint)->flags : 0;
}

uint32_t
reading_table_place(const struct reading_table *table, uint64_t fingerprint)
{
	return table->nslots > 0 ? slot_of(table, fingerprint)->place : 0;
}

struct reading_entry *
reading_table_add(struct reading_table *table, uint64_t fingerprint)
{
	struct reading_entry *entry;

	/* At most three quarters full. */
	if (table->count >= table->nslots / 4 * 3)
		grow(table);
	entry = slot_of(table, fingerprint);
	if (!entry->is_used) {
		entry->is_used = true;
		entry->fingerprint = fingerprint;
		table->count++;
	}
	return entry;
}
