#include <config.h>

#include "search/match.h"

#include <stdlib.h>

#include "base/buf.h"
#include "base/vec.h"
#include "base/xalloc.h"
#include "model/article.h"
#include "search/haystack.h"
#include "search/query.h"
#include "search/term.h"
#include "text/compare.h"
#include "text/fold.h"

/* One text in which all terms of a query are looked for. */
struct finder {
	struct haystack hay;
	struct buf folded;
	struct fold_map map;
	bool *is_taken;		/* by folded byte: in a match already */
};

const char *
rung_name(enum rung rung)
{
	static const char *const names[RUNG_COUNT] = {
		[RUNG_EXACT] = "exact",
		[RUNG_FOLDED] = "folded",
	};

	return names[rung];
}

bool
match_article(const struct query *query, const struct article *article)
{
	const struct term_vec *terms = query_terms(query);
	struct haystack hay;
	bool matches = terms->count > 0;

	haystack_init(&hay, article->text, article->nbytes,
		article->folded, article->folded_nbytes);
	for (size_t i = 0; i < terms->count && matches; i++) {
		uint32_t off = 0;

		matches = term_find(&terms->at[i], &hay, &off) !=
			terms->at[i].is_excluded;
	}
	haystack_release(&hay);
	return matches;
}

static void
finder_init(struct finder *finder, const char *text, size_t nbytes)
{
	*finder = (struct finder){ .folded = BUF_INIT };
	fold_text_map(text, nbytes, &finder->folded, &finder->map);
	haystack_init(&finder->hay, text, nbytes, finder->folded.at,
		(uint32_t)finder->folded.nbytes);
	finder->is_taken = xcalloc(finder->folded.nbytes, 1);
}

static void
finder_release(struct finder *finder)
{
	free(finder->is_taken);
	haystack_release(&finder->hay);
	fold_map_release(&finder->map);
	buf_release(&finder->folded);
}

/* HIT as far as the letters reach that its ends are only parts of (æ, ﷲ). */
static struct span
whole_letters(const struct finder *finder, struct span hit)
{
	const struct span *at = finder->map.at;

	while (hit.start > 0 &&
	       span_overlaps(at[hit.start - 1], at[hit.start]))
		hit.start--;
	while (hit.end < finder->map.count &&
	       span_overlaps(at[hit.end - 1], at[hit.end]))
		hit.end++;
	return hit;
}

/* Takes the letters of HIT; returns whether they were all free. */
static bool
take(struct finder *finder, struct span hit)
{
	/* What was taken before is at least as long: it shows at an end. */
	if (finder->is_taken[hit.start] || finder->is_taken[hit.end - 1])
		return false;
	hit = whole_letters(finder, hit);
	for (uint32_t off = hit.start; off < hit.end; off++)
		finder->is_taken[off] = true;
	return true;
}

static enum rung
rung_of(const struct finder *finder, const struct term *term,
	struct span source)
{
	return text_equal_nocase(term->typed.at, term->typed.nbytes,
		finder->hay.text + source.start, span_nbytes(source)) ?
		RUNG_EXACT : RUNG_FOLDED;
}

static void
find_term(struct finder *finder, const struct term *term, uint32_t number,
	struct match_vec *matches)
{
	uint32_t count = (uint32_t)term->folded.nbytes;
	uint32_t off = 0;

	while (term_find(term, &finder->hay, &off)) {
		struct span hit = { off, off + count };
		struct span source;

		if (!take(finder, hit)) {
			off++;
			continue;
		}
		source = fold_map_span(&finder->map, hit);
		VEC_PUSH(matches, (struct match){ source,
			rung_of(finder, term, source), number });
		off += count;
	}
}

static int
compare_matches(const void *a, const void *b)
{
	const struct match *x = a, *y = b;

	return (x->span.start > y->span.start) -
		(x->span.start < y->span.start);
}

void
match_find(const struct query *query, const char *text, size_t nbytes,
	struct match_vec *matches)
{
	const struct term_vec *terms = query_terms(query);
	size_t first = matches->count;
	struct finder finder;

	finder_init(&finder, text, nbytes);
	for (size_t i = 0; i < terms->count; i++) {
		if (!terms->at[i].is_excluded)
			find_term(&finder, &terms->at[i], (uint32_t)i,
				matches);
	}
	finder_release(&finder);
	if (matches->count > first)
		qsort(matches->at + first, matches->count - first,
			sizeof(*matches->at), compare_matches);
}

enum rung
match_best_rung(const struct match_vec *matches)
{
	enum rung worst = RUNG_EXACT;
	uint32_t nterms = 0;
	uint8_t *best;		/* by term, as rung + 1; 0: no match */

	for (size_t i = 0; i < matches->count; i++) {
		if (matches->at[i].term >= nterms)
			nterms = matches->at[i].term + 1;
	}
	best = xcalloc(nterms, 1);
	for (size_t i = 0; i < matches->count; i++) {
		const struct match *match = &matches->at[i];

		if (best[match->term] == 0 ||
		    match->rung + 1 < best[match->term])
			best[match->term] = (uint8_t)(match->rung + 1);
	}
	for (uint32_t i = 0; i < nterms; i++) {
		if (best[i] > worst + 1)
			worst = (enum rung)(best[i] - 1);
	}
	free(best);
	return worst;
}
