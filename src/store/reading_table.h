#ifndef STORE_READING_TABLE_H
#define STORE_READING_TABLE_H

/*
 * Reading state in memory: a hash table from fingerprints to flags and
 * places. It knows nothing of files; what could not be written yet is
 * remembered here for the module that writes. Zero is the empty one.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct reading_entry {
	uint64_t fingerprint;
	uint32_t place;
	unsigned flags;
	unsigned unsaved_flags;	/* those that differ from what was written */
	bool is_place_unsaved;
	bool is_used;		/* private */
};

struct reading_table {
	struct reading_entry *at;	/* a power of two of them, or NULL */
	size_t nslots;
	size_t count;
};

void reading_table_release(struct reading_table *table);

/* 0 where there is no entry. */
unsigned reading_table_flags(const struct reading_table *table,
	uint64_t fingerprint);
uint32_t reading_table_place(const struct reading_table *table,
	uint64_t fingerprint);
/* The entry, made and zero if need be; valid until the next call of this. */
struct reading_entry *reading_table_add(struct reading_table *table,
	uint64_t fingerprint);

#endif
