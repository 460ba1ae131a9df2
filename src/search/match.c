#include <config.h>

#include "search/match.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/vec.h"
#include "base/xalloc.h"
#include "model/article.h"
#include "search/haystack.h"
#include "search/query.h"
#include "search/term.h"
#include "text/fold.h"

/*
 * A text is looked at in windows, so that memory stays bounded whatever its
 * size: the map of a folded text is ten times as large. A window reaches so
 * far beyond the part that is settled in it that nothing farther away has a
 * say there: whether a term may have a place depends on the longer terms that
 * overlap it, those on still longer ones. What was settled is never undone:
 * of it, the next window only has to know which letters at its start are
 * taken.
 */

/* Folded bytes that are looked at in one step, where terms are long. */
#ifndef STEP_NBYTES
#define STEP_NBYTES ((uint32_t)8 << 20)
#endif
/* Source bytes that are settled in one window, about. */
#ifndef WINDOW_NBYTES
#define WINDOW_NBYTES ((size_t)64 << 10)
#endif
/* A window ends behind a blank if there is one in so many bytes. */
#define WORD_NBYTES_MAX ((size_t)16 << 10)
/* A term reaches as far beyond its letters as a letter may fold to, twice. */
#define LETTER_NBYTES_MAX 64

struct finder {
	const char *text;	/* all of it */
	size_t nbytes;
	size_t reach;		/* folded bytes beyond what is settled */
	/* the window, in the source */
	size_t start, settled, end;
	uint32_t nsettled;	/* folded bytes that are settled in it */
	uint32_t ntaken;	/* folded bytes behind those in a match */

	struct haystack hay;	/* of the window */
	struct buf folded;
	struct fold_map map;
	struct {
		bool *at;
		size_t count, capacity;
	} is_taken;		/* by folded byte: in a match already */
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

static uint32_t
step_nbytes(const struct term_vec *terms)
{
	/* To look at marks takes longer. */
	for (size_t i = 0; i < terms->count; i++)
		if (term_has_marks(&terms->at[i]))
			return STEP_NBYTES / 16 + 1;
	return STEP_NBYTES;
}

enum match_answer
match_article_on(const struct query *query, const struct article *article,
	struct match_progress *progress)
{
	const struct term_vec *terms = query_terms(query);
	enum match_answer answer = terms->count > 0 ? MATCH_YES : MATCH_NO;
	uint32_t left = step_nbytes(terms);
	struct haystack hay;

	haystack_init(&hay, article->text, article->nbytes,
		article->folded, article->folded_nbytes);
	hay.anchors = article->anchors;
	while (progress->term < terms->count && answer == MATCH_YES) {
		const struct term *term = &terms->at[progress->term];
		uint32_t first = progress->off, off = first;
		uint32_t end = hay.folded_nbytes - first <= left
			? hay.folded_nbytes : first + left;
		bool is_found = term_find_before(term, &hay, end, &off);

		if (!is_found && end < hay.folded_nbytes) {
			progress->off = end;
			answer = MATCH_LATER;
			break;
		}
		left -= (is_found ? off : end) - first;
		*progress = (struct match_progress){ progress->term + 1, 0 };
		if (is_found == term->is_excluded)
			answer = MATCH_NO;
	}
	haystack_release(&hay);
	return answer;
}

bool
match_article(const struct query *query, const struct article *article)
{
	struct match_progress progress = { 0 };
	enum match_answer answer;

	do
		answer = match_article_on(query, article, &progress);
	while (answer == MATCH_LATER);
	return answer == MATCH_YES;
}

static void
finder_init(struct finder *finder, const struct query *query, const char *text,
	size_t nbytes)
{
	const struct term_vec *terms = query_terms(query);

	*finder = (struct finder){ .text = text, .nbytes = nbytes,
		.folded = BUF_INIT };
	for (size_t i = 0; i < terms->count; i++)
		finder->reach += terms->at[i].folded.nbytes
			+ LETTER_NBYTES_MAX;
}

static void
finder_release(struct finder *finder)
{
	VEC_RELEASE(&finder->is_taken);
	fold_map_release(&finder->map);
	buf_release(&finder->folded);
}

/*
 * Where the text may be cut, from OFF on: folding and the words of Latin
 * letters, which their tones belong to, stay whole. A word of no end is cut.
 */
static size_t
window_cut(const struct finder *finder, size_t off)
{
	const char *text = finder->text;
	size_t nbytes = finder->nbytes, cut, first;

	if (off >= nbytes)
		return nbytes;
	cut = first = fold_cut(text, nbytes, off);
	while (cut < nbytes && text[cut - 1] != ' ' && text[cut - 1] != '\n') {
		if (cut - first > WORD_NBYTES_MAX)
			return first;
		cut = fold_cut(text, nbytes, cut + 1);
	}
	return cut;
}

/* How many folded bytes come from before OFF of the window. */
static uint32_t
folded_before(const struct finder *finder, size_t off)
{
	size_t low = 0, high = finder->map.count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (finder->map.at[middle].start < off)
			low = middle + 1;
		else
			high = middle;
	}
	return (uint32_t)low;
}

/* Folds the window from START on. */
static void
read_window(struct finder *finder, size_t start)
{
	size_t ahead = 2 * finder->reach;

	finder->start = start;
	finder->settled = window_cut(finder, start + WINDOW_NBYTES);
	do {
		finder->end = window_cut(finder, finder->settled + ahead);
		ahead *= 2;
		buf_reset(&finder->folded);
		fold_text_map(finder->text + start, finder->end - start,
			&finder->folded, &finder->map);
		finder->nsettled = folded_before(finder,
			finder->settled - start);
		/* Where much folds to nothing, once more and farther. */
	} while (finder->end < finder->nbytes
		&& finder->map.count - finder->nsettled < finder->reach);
}

/* Makes the window ready to be searched, with what was taken before. */
static void
begin_window(struct finder *finder)
{
	uint32_t nsettled = finder->nsettled;
	size_t count = finder->map.count;

	haystack_init(&finder->hay, finder->text + finder->start,
		finder->end - finder->start, finder->folded.at,
		(uint32_t)finder->folded.nbytes);
	VEC_RESERVE(&finder->is_taken, count + 1);
	memset(finder->is_taken.at, 0, count);
	memset(finder->is_taken.at, 1, finder->ntaken);
	/* A long match may reach over this window, too. */
	finder->ntaken -= finder->ntaken < nsettled ? finder->ntaken : nsettled;
}

/* HIT as far as the letters reach that its ends are only parts of (æ, ﷲ). */
static struct span
whole_letters(const struct finder *finder, struct span hit)
{
	const struct span *at = finder->map.at;

	while (hit.start > 0
	       && span_overlaps(at[hit.start - 1], at[hit.start]))
		hit.start--;
	while (hit.end < finder->map.count
	       && span_overlaps(at[hit.end - 1], at[hit.end]))
		hit.end++;
	return hit;
}

/* Takes the letters of HIT; returns whether they were all free. */
static bool
take(struct finder *finder, struct span hit)
{
	/* What was taken before is at least as long: it shows at an end. */
	if (finder->is_taken.at[hit.start] || finder->is_taken.at[hit.end - 1])
		return false;
	hit = whole_letters(finder, hit);
	memset(finder->is_taken.at + hit.start, 1, span_nbytes(hit));
	if (hit.start < finder->nsettled && hit.end > finder->nsettled)
		finder->ntaken = hit.end - finder->nsettled;
	return true;
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
		off += count;
		if (hit.start >= finder->nsettled)
			continue;
		source = fold_map_span(&finder->map, hit);
		VEC_PUSH(matches, (struct match){ {
			(uint32_t)finder->start + source.start,
			(uint32_t)finder->start + source.end },
			term_rung(term, finder->hay.text + source.start,
				span_nbytes(source)), number });
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

	finder_init(&finder, query, text, nbytes);
	while (finder.settled < nbytes) {
		read_window(&finder, finder.settled);
		begin_window(&finder);
		for (size_t i = 0; i < terms->count; i++) {
			if (!terms->at[i].is_excluded)
				find_term(&finder, &terms->at[i], (uint32_t)i,
					matches);
		}
		haystack_release(&finder.hay);
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

		if (best[match->term] == 0
		    || match->rung + 1 < best[match->term])
			best[match->term] = (uint8_t)(match->rung + 1);
	}
	for (uint32_t i = 0; i < nterms; i++) {
		if (best[i] > worst + 1)
			worst = (enum rung)(best[i] - 1);
	}
	free(best);
	return worst;
}
