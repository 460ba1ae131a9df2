#ifndef SEARCH_PLACES_H
#define SEARCH_PLACES_H

/*
 * Where a query occurs in a part of a folded text, as match_find has it: the
 * longest terms first, none over another, no letter of the source in two. The
 * source is looked at only where that, or marks, need it; what a place covers
 * in it is for the caller to ask of those that are shown.
 */

#include <stddef.h>
#include <stdint.h>

#include "base/span.h"

struct haystack;
struct query;

struct place {
	struct span folded;
	uint32_t term;		/* index in query_terms() */
};

/* Zero is the empty one. */
struct places {
	struct place *at;	/* term by term, then in text order */
	size_t count, capacity;

	/* private */
	struct {
		char *at;	/* 1 for each folded byte of a place */
		size_t count, capacity;
	} taken;
};

void places_release(struct places *places);

/*
 * How far apart two places of the query may be and share a letter: the bits
 * of GAPS, for places_find. Some ten microseconds; nearly always none.
 */
uint64_t places_gaps(const struct query *query);

/*
 * Those that begin in RANGE, instead of what was in PLACES. What is before it
 * does not count, nor what begins behind it.
 */
void places_find(struct places *places, const struct query *query,
	uint64_t gaps, struct haystack *hay, struct span range);

#endif
