#ifndef STORE_READING_H
#define STORE_READING_H

/*
 * What a person has read: unread and starred articles and the place in each,
 * by fingerprint, so that it survives moves and renames of the files. Kept in
 * SQLite where newspane was built with it and a file is given, else only for
 * this run. Looking up is a lookup in memory; every change is written at
 * once, and one that cannot be written (disk full, locked, read-only) is kept
 * in memory and reported once.
 */

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"

struct reading;

enum reading_flag {
	READING_READ = 1 << 0,
	READING_STARRED = 1 << 1,
};

/*
 * The state in the file PATH (made if missing, folders too); NULL: only in
 * memory. Never fails: where the file cannot be used, ERR is filled and the
 * state is in memory.
 */
struct reading *reading_new(const char *path, struct err *err);
void reading_free(struct reading *reading);

/* A set of enum reading_flag; 0 for an article never seen. */
unsigned reading_flags(const struct reading *reading, uint64_t fingerprint);
/* The byte of the top row when it was left; 0: the start. */
uint32_t reading_place(const struct reading *reading, uint64_t fingerprint);

/* Returns 0, or -1 with ERR filled (once for a run of failures). */
int reading_set_flags(struct reading *reading, uint64_t fingerprint,
	unsigned flags, struct err *err) __attribute__((warn_unused_result));
int reading_set_place(struct reading *reading, uint64_t fingerprint,
	uint32_t off, struct err *err) __attribute__((warn_unused_result));

/* Whether this build keeps reading state between runs, for --version. */
bool reading_is_persistent(void);

#endif
