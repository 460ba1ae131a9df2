#include <config.h>

#include "search/hits.h"

#include <string.h>

#include "base/clock.h"
#include "base/vec.h"
#include "text/fold.h"
#include "text/utf8.h"
#include "model/anchors.h"
#include "search/query.h"
#include "search/term.h"

/*
 * So far around a region the text is looked at, too: a word, whose tones
 * count as one, or a match may reach over the border.
 */
#define CONTEXT_NBYTES 1024
/* No more is looked at for one region. */
#define LOOK_NBYTES_MAX (4 * HITS_REGION_NBYTES)

void
hits_release(struct hits *hits)
{
	for (size_t i = 0; i < HITS_REGIONS; i++)
		VEC_RELEASE(&hits->regions[i].matches);
	VEC_RELEASE(&hits->before);
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
	hits->article = *article;
	for (size_t i = 0; i < HITS_REGIONS; i++)
		hits->regions[i].used = 0;
	hits->before.count = 0;
	VEC_PUSH(&hits->before, 0);
}

static size_t
region_count(const struct hits *hits)
{
	if (hits->query == NULL)
		return 0;
	return (hits->article.nbytes + HITS_REGION_NBYTES - 1)
		/ HITS_REGION_NBYTES;
}

/* A place at OFF or behind it where the text can be cut. */
static size_t
cut_at(const struct hits *hits, size_t off)
{
	const struct article *article = &hits->article;
	size_t index = (off + ANCHOR_STRIDE - 1) / ANCHOR_STRIDE;

	if (off == 0 || off >= article->nbytes)
		return off == 0 ? 0 : article->nbytes;
	/* There may be no other for as long as the text is. */
	return article->anchors != NULL ? article->anchors[index].off
		: fold_cut(article->text, article->nbytes, off);
}

/* Where the region NUMBER begins. */
static size_t
region_start(const struct hits *hits, size_t number)
{
	return cut_at(hits, number * HITS_REGION_NBYTES);
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

/* Whether any term occurs in a region, as the folded text has it. */
static bool
may_match(struct hits *hits, size_t number)
{
	const struct anchor *anchors = hits->article.anchors;
	const struct term_vec *terms = query_terms(hits->query);
	size_t first = number * (HITS_REGION_NBYTES / ANCHOR_STRIDE);
	size_t end = first + HITS_REGION_NBYTES / ANCHOR_STRIDE;
	size_t last = anchor_count(hits->article.nbytes) - 1;

	if (anchors == NULL)
		return true;
	for (size_t i = 0; i < terms->count; i++) {
		uint32_t off = anchors[first].folded;

		if (!terms->at[i].is_excluded && term_find_before(
			&terms->at[i], &hits->hay,
			anchors[end < last ? end : last].folded, &off))
			return true;
	}
	return false;
}

/* Whether it is known that no match begins in a region. */
static bool
is_known_empty(const struct hits *hits, size_t number)
{
	return number + 1 < hits->before.count
		&& hits->before.at[number + 1] == hits->before.at[number];
}

/* Drops the matches that begin outside [START, END); OFF is added to all. */
static void
keep_inside(struct match_vec *matches, size_t off, size_t start, size_t end)
{
	size_t count = 0;

	for (size_t i = 0; i < matches->count; i++) {
		struct match match = matches->at[i];

		match.span.start += (uint32_t)off;
		match.span.end += (uint32_t)off;
		if (match.span.start >= start && match.span.start < end)
			matches->at[count++] = match;
	}
	matches->count = count;
}

static void
find_matches(struct hits *hits, size_t number, struct match_vec *matches)
{
	const char *text = hits->article.text;
	size_t first = 0, last;
	size_t start = region_start(hits, number);
	size_t end = region_start(hits, number + 1);

	matches->count = 0;
	if (start == end || is_known_empty(hits, number)
	    || !may_match(hits, number))
		return;
	if (start > CONTEXT_NBYTES)
		first = cut_at(hits, start - CONTEXT_NBYTES);
	last = cut_at(hits, end + CONTEXT_NBYTES + reach_of(hits) * 4);
	/* So much folds to next to nothing; nobody wrote it. */
	if (last - first > LOOK_NBYTES_MAX)
		last = utf8_before(text, first + LOOK_NBYTES_MAX);
	match_find(hits->query, text + first, last - first, matches);
	keep_inside(matches, first, start, end);
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
	struct match_vec matches = { 0 };

	while (hits->before.count <= nregions) {
		size_t number = hits->before.count - 1;
		size_t count = hits->before.at[number];

		if (number == 0) {
			/* The first one is on the screen most likely. */
			count += matches_of(hits, number)->count;
		} else {
			find_matches(hits, number, &matches);
			count += matches.count;
		}
		VEC_PUSH(&hits->before, count);
		if (budget_us > 0 && clock_us() - start >= budget_us)
			break;
	}
	VEC_RELEASE(&matches);
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
