#ifndef SEARCH_HITS_H
#define SEARCH_HITS_H

/*
 * Where a query occurs in one article, found only where somebody looks: the
 * text with anchors is taken in regions, of which those looked at last are
 * kept, so that neither memory nor the time of one question grows with the
 * text; but for a quick look at the folded text of the regions on the way to a
 * far match. They are counted in the folded text, a hundred megabytes in a
 * tenth of a second. Any other text is one region. The matches are those of
 * match_find, but where a term overlaps itself for a thousand bytes on end.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/span.h"
#include "model/article.h"
#include "search/haystack.h"
#include "search/match.h"
#include "search/places.h"

struct query;

#define HITS_REGION_NBYTES ((size_t)64 << 10)
/* Regions that are kept. */
#define HITS_REGIONS 4

struct hits_region {
	size_t number;
	uint64_t used;		/* when, in calls; 0: holds nothing */
	struct match_vec matches; /* in text order, none overlaps another */
};

/* Zero is the empty one: nothing is sought. */
struct hits {
	const struct query *query;	/* borrowed */
	struct article article;

	/* private */
	struct haystack hay;	/* the article, if it has anchors */
	uint64_t gaps;		/* of the query */
	struct places places;	/* scratch */
	struct hits_region regions[HITS_REGIONS];
	uint64_t clock;
	struct {
		size_t *at;	/* how many matches come before each region */
		size_t count, capacity;
	} before;		/* of those that were counted, and the next */
};

void hits_release(struct hits *hits);
/* From now on QUERY (NULL: nothing) is sought in ARTICLE. */
void hits_start(struct hits *hits, const struct query *query,
	const struct article *article);

/* The first match that begins in SPAN, or the last one; false: none. */
bool hits_first(struct hits *hits, struct span span, struct match *match);
bool hits_last(struct hits *hits, struct span span, struct match *match);

/*
 * Goes on counting for about BUDGET_US microseconds (0: to the end). Whether
 * there is more to count.
 */
bool hits_count(struct hits *hits, int64_t budget_us);
bool hits_is_counting(const struct hits *hits);
/* How many were counted so far. */
size_t hits_counted(const struct hits *hits);
/* Which one of them begins at OFF, from 1; 0: it is not counted yet. */
size_t hits_rank(struct hits *hits, uint32_t off);

#endif
