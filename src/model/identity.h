#ifndef MODEL_IDENTITY_H
#define MODEL_IDENTITY_H

/*
 * The ids of articles and which are copies of which, for an archive that is
 * done loading: of the articles with one fingerprint the first in path order
 * has the plain id, the further ones have -2, -3, ... behind it. Near copies
 * have ids of their own; whose copies they are says model/duplicates.
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
/*
 * Finds out which articles are copies of which, near ones too. Before the
 * next one.
 */
void identity_find_copies(struct identity *identity);
/*
 * The first of NUMBER's group, and in *PERCENT how alike they are (100: an
 * exact copy); IDENTITY_NONE where it is that itself.
 */
uint32_t identity_duplicate_of(const struct identity *identity,
	uint32_t number, unsigned *percent);

#endif
