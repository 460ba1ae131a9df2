#include <config.h>

#include "search/places.h"

#include <stdbool.h>
#include <string.h>

#include "base/vec.h"
#include "text/fold.h"
#include "search/haystack.h"
#include "search/query.h"
#include "search/term.h"

/* What a letter folds to. */
struct folded {
	const char *at;
	size_t nbytes;
};

void
places_release(struct places *places)
{
	VEC_RELEASE(places);
	VEC_RELEASE(&places->taken);
}

/* Whether the term can end OFF bytes into the letter. */
static bool
may_end(const struct term *term, const struct folded *letter, size_t off)
{
	size_t nbytes = term->folded.nbytes;
	size_t common = off < nbytes ? off : nbytes;

	return memcmp(term->folded.at + nbytes - common,
		letter->at + off - common, common) == 0;
}

static bool
may_start(const struct term *term, const struct folded *letter, size_t off)
{
	size_t left = letter->nbytes - off;

	return memcmp(term->folded.at, letter->at + off,
		left < term->folded.nbytes ? left : term->folded.nbytes) == 0;
}

static uint64_t
gaps_in(const struct folded *letter, const struct term_vec *terms)
{
	uint64_t ends = 0, gaps = 0;

	for (size_t off = 1; off < letter->nbytes; off++) {
		bool starts = false;

		for (size_t i = 0; i < terms->count; i++) {
			if (may_end(&terms->at[i], letter, off))
				ends |= (uint64_t)1 << off;
			starts |= may_start(&terms->at[i], letter, off);
		}
		for (size_t end = 1; end <= off && starts; end++)
			gaps |= (ends >> end & 1) << (off - end);
	}
	return gaps;
}

uint64_t
places_gaps(const struct query *query)
{
	char bytes[FOLD_NBYTES_MAX];
	uint32_t number = 0;
	uint64_t gaps = 0;
	struct folded letter = { bytes, 0 };

	while ((letter.nbytes = fold_next_long(&number, bytes)) > 0)
		gaps |= gaps_in(&letter, query_terms(query));
	return gaps;
}

/* Being looked through. */
struct search {
	struct haystack *hay;
	struct span range;
	uint64_t gaps;
	bool is_alone;		/* one term, and no letter has two places */
	char *taken;		/* by folded byte, the first of RANGE first */
	size_t ntaken;
};

/* Whether a place that ends before OFF, or there, has some of its letter. */
static bool
shares_start(const struct search *search, uint32_t off)
{
	size_t at = off - search->range.start;

	for (uint64_t i = 0; search->gaps >> i != 0 && i < at; i++) {
		if (!search->taken[at - 1 - i])
			continue;
		return (search->gaps >> i & 1) != 0
			&& haystack_letter(search->hay, off).folded.start
				< off - i;
	}
	return false;
}

/* Whether a place that begins at OFF or behind it has some of the letter
   before it. */
static bool
shares_end(const struct search *search, uint32_t off)
{
	size_t at = off - search->range.start;

	for (uint64_t i = 0; search->gaps >> i != 0
	     && at + i < search->ntaken; i++) {
		if (!search->taken[at + i])
			continue;
		return (search->gaps >> i & 1) != 0
			&& haystack_letter(search->hay, off - 1).folded.end
				> off + i;
	}
	return false;
}

/* Whether all letters of HIT are free. */
static bool
is_free(const struct search *search, struct span hit)
{
	const char *taken = search->taken;

	/* What was taken before is at least as long: it shows at an end. */
	if (taken[hit.start - search->range.start]
	    || taken[hit.end - 1 - search->range.start])
		return false;
	return search->gaps == 0 || (!shares_start(search, hit.start)
		&& !shares_end(search, hit.end));
}

static bool
take(const struct search *search, struct span hit)
{
	if (!is_free(search, hit))
		return false;
	memset(search->taken + (hit.start - search->range.start), 1,
		span_nbytes(hit));
	return true;
}

static void
find_term(const struct search *search, const struct term *term,
	uint32_t number, struct places *places)
{
	uint32_t nbytes = (uint32_t)term->folded.nbytes;
	uint32_t off = search->range.start;

	haystack_forget(search->hay);
	while (term_find_before(term, search->hay, search->range.end, &off)) {
		struct span hit = { off, off + nbytes };

		if (!search->is_alone && !take(search, hit)) {
			off++;
			continue;
		}
		if (places->count == places->capacity)
			VEC_RESERVE(places, places->count + 1);
		places->at[places->count++] = (struct place){ hit, number };
		off += nbytes;
	}
}

void
places_find(struct places *places, const struct query *query, uint64_t gaps,
	struct haystack *hay, struct span range)
{
	const struct term_vec *terms = query_terms(query);
	struct search search = { .hay = hay, .range = range, .gaps = gaps,
		.ntaken = span_nbytes(range),
		.is_alone = gaps == 0 && terms->count == 1 };

	places->count = 0;
	for (size_t i = 0; i < terms->count; i++)
		search.ntaken += terms->at[i].folded.nbytes;
	VEC_RESERVE(&places->taken, search.ntaken + 1);
	search.taken = places->taken.at;
	memset(search.taken, 0, search.ntaken);
	for (size_t i = 0; i < terms->count; i++)
		if (!terms->at[i].is_excluded)
			find_term(&search, &terms->at[i], (uint32_t)i, places);
}
