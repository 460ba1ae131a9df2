#ifndef MODEL_IDENTITY_H
#define MODEL_IDENTITY_H

/*
 * The ids of articles and which are copies of which, for an archive that is
 * done loading: articles with one fingerprint are a group; the first in path
 * order has the plain id, the further ones have -2, -3, ... behind it.
 */

#include <stdint.h>

struct archive;
struct identity;

#define IDENTITY_NONE UINT32_MAX
#define IDENTITY_CHARS_MAX 28	/* 16 hex digits, '-', a number, NUL */

struct identity *identity_new(const struct archive *archive);
void identity_free(struct identity *identity);
void identity_format(const struct identity *identity, uint32_t number,
	char out[IDENTITY_CHARS_MAX]);
/* The first of NUMBER's group; IDENTITY_NONE where it is that itself. */
uint32_t identity_duplicate_of(const struct identity *identity,
	uint32_t number);

#endif
