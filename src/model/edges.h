#ifndef MODEL_EDGES_H
#define MODEL_EDGES_H

/*
 * The first and last lines of a text as they are stored, without a look at
 * what is between them: where exports put what is no part of the article.
 */

#include <stddef.h>
#include <stdint.h>

#include "base/span.h"

/* So many lines at each end. */
#define EDGES_LINES 4
/* A longer line is prose. */
#define EDGES_NBYTES_MAX 400

struct edges {
	struct span lines[2 * EDGES_LINES]; /* trimmed, in order, not blank */
	size_t count;
};

/*
 * The lines of at most EDGES_NBYTES_MAX bytes among the first and the last
 * EDGES_LINES of clean TEXT, as far as they stand in its first and last 4 KiB.
 */
void edges_find(const char *text, size_t nbytes, struct edges *edges);

/* A number for the bytes of LINE; the same for the same bytes and SEED. */
uint64_t edges_key(const char *text, struct span line, uint64_t seed);

#endif
