#include <config.h>

#include "search/hits.h"

#include <stdlib.h>

#include "base/clock.h"
#include "base/vec.h"
#include "model/anchors.h"
#include "search/query.h"
#include "search/term.h"

/* Anchors of a region. */
#define REGION_ANCHORS (HITS_REGION_NBYTES / ANCHOR_STRIDE)
/*
 * So far around a region the text is looked at, too: a match before it may
 * reach over the border.
 */
#define CONTEXT_NBYTES 1024
#define CONTEXT_ANCHORS (CONTEXT_NBYTES / ANCHOR_STRIDE)

void
hits_release(struct hits *hits)
{
	for (size_t i = 0; i < HITS_REGIONS; i++)
		VEC_RELEASE(&hits->regions[i].matches);
	VEC_RELEASE(&hits->before);
	places_release(&hits->places);
	haystack_release(&hits->hay);
}

void
hits_start(struct hits *hits, const struct query *query,
	const struct article *article)
{
	/* A zeroed one becomes an initialised one. */
	haystack_release(&hits->hay);
	haystack_init(&hits->hay, article->text, article->nbytes,
		article->folded, article->folded_nbytes);
	hits->hay.anchors = article->anchors;
	hits->query = query;
	hits->gaps = query != NULL && article->anchors != NULL
		? places_gaps(query) : 0;
	hits->article = *article;
	for (size_t i = 0; i < HITS_REGIONS; i++)
		hits->regions[i].used = 0;
	hits->before.count = 0;
	VEC_PUSH(&hits->before, 0);
}

static size_t
region_count(const struct hits *hits)
{
	if (hits->query == NULL || hits->article.nbytes == 0)
		return 0;
	return hits->article.anchors == NULL ? 1
		: (hits->article.nbytes + HITS_REGION_NBYTES - 1)
			/ HITS_REGION_NBYTES;
}

/* Anchor INDEX; the last one behind the end. */
static struct anchor
anchor_at(const struct hits *hits, size_t index)
{
	size_t last = anchor_count(hits->article.nbytes) - 1;

	return hits->article.anchors[index < last ? index : last];
}

/* Where the region NUMBER begins, in the source. */
static size_t
region_start(const struct hits *hits, size_t number)
{
	return hits->article.anchors == NULL
		? (number == 0 ? 0 : hits->article.nbytes)
		: anchor_at(hits, number * REGION_ANCHORS).off;
}

/* The region that OFF is in; the last one behind the end. */
static size_t
region_of(const struct hits *hits, size_t off)
{
	size_t number = off / HITS_REGION_NBYTES, count = region_count(hits);

	if (number >= count)
		number = count - 1;
	return number > 0 && region_start(hits, number) > off ? number - 1
		: number;
}

/* Folded bytes that a term may take beyond where it begins. */
static size_t
reach_of(const struct hits *hits)
{
	const struct term_vec *terms = query_terms(hits->query);
	size_t reach = 0;

	for (size_t i = 0; i < terms->count; i++)
		reach += terms->at[i].folded.nbytes;
	return reach;
}

/* Whether it is known that no match begins in a region. */
static bool
is_known_empty(const struct hits *hits, size_t number)
{
	return number + 1 < hits->before.count
		&& hits->before.at[number + 1] == hits->before.at[number];
}

/* The folded bytes of a region. */
static struct span
region_folded(const struct hits *hits, size_t number)
{
	return (struct span){
		anchor_at(hits, number * REGION_ANCHORS).folded,
		anchor_at(hits, (number + 1) * REGION_ANCHORS).folded };
}

/* Finds the places of a region that has anchors; returns how many. */
static size_t
find_places(struct hits *hits, size_t number)
{
	struct places *places = &hits->places;
	struct span folded = region_folded(hits, number);
	size_t first = number * REGION_ANCHORS, kept = 0;
	size_t behind = hits->article.folded_nbytes - folded.end;
	size_t ahead = CONTEXT_NBYTES + reach_of(hits);
	struct span range = {
		anchor_at(hits, first > CONTEXT_ANCHORS
			? first - CONTEXT_ANCHORS : 0).folded,
		folded.end + (uint32_t)(ahead < behind ? ahead : behind) };

	places->count = 0;
	if (span_is_empty(folded))
		return 0;
	places_find(places, hits->query, hits->gaps, &hits->hay, range);
	for (size_t i = 0; i < places->count; i++) {
		struct place place = places->at[i];

		places->at[kept] = place;
		kept += place.folded.start >= folded.start
			&& place.folded.start < folded.end;
	}
	return places->count = kept;
}

static int
compare_places(const void *a, const void *b)
{
	const struct place *x = a, *y = b;

	return (x->folded.start > y->folded.start)
		- (x->folded.start < y->folded.start);
}

static struct match
match_of(struct hits *hits, const struct place *place)
{
	const struct term_vec *terms = query_terms(hits->query);
	struct span source;

	source.start = haystack_letter(&hits->hay,
		place->folded.start).source.start;
	source.end = haystack_letter(&hits->hay,
		place->folded.end - 1).source.end;
	return (struct match){ source, term_rung(&terms->at[place->term],
		hits->article.text + source.start, span_nbytes(source)),
		place->term };
}

static void
find_matches(struct hits *hits, size_t number, struct match_vec *matches)
{
	const struct article *article = &hits->article;
	struct places *places = &hits->places;

	matches->count = 0;
	if (article->anchors == NULL) {
		match_find(hits->query, article->text, article->nbytes,
			matches);
		return;
	}
	if (is_known_empty(hits, number) || find_places(hits, number) == 0)
		return;
	if (query_terms(hits->query)->count > 1)
		qsort(places->at, places->count, sizeof(*places->at),
			compare_places);
	for (size_t i = 0; i < places->count; i++)
		VEC_PUSH(matches, match_of(hits, &places->at[i]));
}

static const struct match_vec *
matches_of(struct hits *hits, size_t number)
{
	struct hits_region *region = &hits->regions[0];

	for (size_t i = 0; i < HITS_REGIONS; i++) {
		struct hits_region *at = &hits->regions[i];

		if (at->used > 0 && at->number == number) {
			at->used = ++hits->clock;
			return &at->matches;
		}
		if (at->used < region->used)
			region = at;
	}
	region->number = number;
	region->used = ++hits->clock;
	find_matches(hits, number, &region->matches);
	return &region->matches;
}

/* The index of the first match that begins at OFF or after it. */
static size_t
index_of(const struct match_vec *matches, size_t off)
{
	size_t low = 0, high = matches->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (matches->at[middle].span.start < off)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Whether SPAN has no place for a match. */
static bool
is_nowhere(const struct hits *hits, struct span span)
{
	return region_count(hits) == 0 || span.start >= span.end
		|| span.start >= hits->article.nbytes;
}

bool
hits_first(struct hits *hits, struct span span, struct match *match)
{
	size_t last;

	if (is_nowhere(hits, span))
		return false;
	last = region_of(hits, span.end - (size_t)1);
	for (size_t i = region_of(hits, span.start); i <= last; i++) {
		const struct match_vec *matches;
		size_t index;

		if (is_known_empty(hits, i))
			continue;
		matches = matches_of(hits, i);
		index = index_of(matches, span.start);
		if (index == matches->count)
			continue;
		*match = matches->at[index];
		return match->span.start < span.end;
	}
	return false;
}

bool
hits_last(struct hits *hits, struct span span, struct match *match)
{
	size_t first;

	if (is_nowhere(hits, span))
		return false;
	first = region_of(hits, span.start);
	for (size_t i = region_of(hits, span.end - (size_t)1) + 1;
	     i-- > first;) {
		const struct match_vec *matches;
		size_t index;

		if (is_known_empty(hits, i))
			continue;
		matches = matches_of(hits, i);
		index = index_of(matches, span.end);
		if (index == 0)
			continue;
		*match = matches->at[index - 1];
		return match->span.start >= span.start;
	}
	return false;
}

bool
hits_is_counting(const struct hits *hits)
{
	return hits->before.count <= region_count(hits);
}

bool
hits_count(struct hits *hits, int64_t budget_us)
{
	int64_t start = clock_us();
	size_t nregions = region_count(hits);

	while (hits->before.count <= nregions) {
		size_t number = hits->before.count - 1;
		size_t count = hits->before.at[number];

		count += hits->article.anchors == NULL
			? matches_of(hits, number)->count
			: find_places(hits, number);
		VEC_PUSH(&hits->before, count);
		if (budget_us > 0 && clock_us() - start >= budget_us)
			break;
	}
	return hits_is_counting(hits);
}

size_t
hits_counted(const struct hits *hits)
{
	return hits->before.count == 0 ? 0
		: hits->before.at[hits->before.count - 1];
}

size_t
hits_rank(struct hits *hits, uint32_t off)
{
	size_t number;

	if (region_count(hits) == 0)
		return 0;
	number = region_of(hits, off);
	if (number + 1 >= hits->before.count)
		return 0;
	return hits->before.at[number] + index_of(matches_of(hits, number),
		off) + 1;
}
