#include <config.h>

/*
 * The matcher against a slow and plain one that knows no shortcut, in random
 * texts of few and nasty letters.
 */

#include <stdlib.h>

#include "base/buf.h"
#include "base/vec.h"
#include "search/match.h"
#include "search/query.h"
#include "search/term.h"
#include "text/fold.h"
#include "text/marks.h"
#include "text/utf8.h"

#include "../check.h"
#include "text-article.h"

/* A text with its folded form, mapped. */
struct plain {
	const char *text;
	struct buf folded;
	struct fold_map map;
};

static void
plain_init(struct plain *plain, const char *text, size_t nbytes)
{
	*plain = (struct plain){ .text = text, .folded = BUF_INIT };
	fold_text_map(text, nbytes, &plain->folded, &plain->map);
}

static void
plain_release(struct plain *plain)
{
	buf_release(&plain->folded);
	fold_map_release(&plain->map);
}

static bool
plain_is_latin(const struct plain *plain, size_t off)
{
	uint32_t cp;

	while (off > 0 && ((unsigned char)plain->folded.at[off] & 0xC0) == 0x80)
		off--;
	utf8_next(plain->folded.at + off, &cp);
	return is_latin_letter(cp);
}

static unsigned
plain_marks(const struct plain *plain, size_t off)
{
	struct span span = plain->map.at[off];
	unsigned marks = 0;
	uint32_t cp;

	if (!plain_is_latin(plain, off))
		return 0;
	for (size_t at = span.start; at < span.end;) {
		at += utf8_next(plain->text + at, &cp);
		marks |= marks_of(cp);
	}
	return marks;
}

/* The tones around OFF, but nowhere outside [FIRST, END). */
static unsigned
plain_tones(const struct plain *plain, size_t off, size_t first, size_t end)
{
	unsigned tones = 0;

	for (size_t i = off; i < end && plain_is_latin(plain, i); i++)
		tones |= plain_marks(plain, i);
	for (size_t i = off; i-- > first && plain_is_latin(plain, i);)
		tones |= plain_marks(plain, i);
	return tones & MARKS_TONES;
}

static bool
plain_is_at(const struct plain *text, const struct plain *term, size_t off)
{
	size_t n = term->folded.nbytes;

	if (n > text->folded.nbytes - off
	    || memcmp(text->folded.at + off, term->folded.at, n) != 0)
		return false;
	for (size_t i = 0; i < n; i++) {
		unsigned letter = plain_marks(term, i) & ~MARKS_TONES;
		unsigned tones;

		if ((letter & ~plain_marks(text, off + i)) != 0)
			return false;
		if (!plain_is_latin(term, i))
			continue;
		tones = plain_tones(term, i, 0, n);
		if ((tones & ~plain_tones(text, off + i, 0,
			text->folded.nbytes)) != 0)
			return false;
	}
	return true;
}

static bool
plain_overlaps(const struct match_vec *matches, struct span span)
{
	for (size_t i = 0; i < matches->count; i++) {
		if (span_overlaps(matches->at[i].span, span))
			return true;
	}
	return false;
}

/* Whether TERM occurs; its places that are free are added to MATCHES. */
static bool
plain_find(const struct plain *text, const struct term *typed, uint32_t number,
	struct match_vec *matches)
{
	struct plain term;
	bool occurs = false;

	plain_init(&term, typed->typed.at, typed->typed.nbytes);
	for (size_t off = 0; off < text->folded.nbytes; off++) {
		struct span span;

		if (!plain_is_at(text, &term, off))
			continue;
		occurs = true;
		span.start = text->map.at[off].start;
		span.end = text->map.at[off + term.folded.nbytes - 1].end;
		if (typed->is_excluded || plain_overlaps(matches, span))
			continue;
		VEC_PUSH(matches, (struct match){ .span = span,
			.term = number });
	}
	plain_release(&term);
	return occurs;
}

static int
compare_starts(const void *a, const void *b)
{
	const struct match *x = a, *y = b;

	return (x->span.start > y->span.start) -
		(x->span.start < y->span.start);
}

static const char *const letters[] = {
	"a", "a", "o", "o", "u", "e", "n", "d", "A", "O", " ", " ", "\n",
	"á", "à", "ó", "ò", "â", "ấ", "ậ", "ô", "ồ", "ơ", "ợ", "ư", "đ", "Đ",
	"ñ", "æ", "ǽ", "ß", "ﬁ", "\u0301", "\u0302", "\u0323", "\u031B",
	"ا", "أ", "\u0654", "ل", "\u0640", "\u064E", "\u0651", "ه", "ة",
	"\uFEFB", "\uFDF2", "\u200F", "\u200C", "\u00A0", "1", "٢", "-", ".",
	"'", "é", "е", "й", "東", "ก", "ำ", "가", "\u1100", "\u1161",
};

/* A small generator, so that a failure is found again anywhere. */
static unsigned
random_below(uint64_t *state, unsigned limit)
{
	*state = *state * 6364136223846793005u + 1442695040888963407u;
	return (unsigned)(*state >> 33) % limit;
}

/* NKINDS letters only: the fewer, the more often something is found. */
static void
add_random(struct buf *out, uint64_t *state, unsigned nletters,
	unsigned nkinds)
{
	unsigned count = sizeof(letters) / sizeof(letters[0]);
	unsigned first = random_below(state, count);

	while (nletters-- > 0)
		buf_add_string(out, letters[(first +
			random_below(state, nkinds) * 7) % count]);
}

static bool
compare_one(const struct buf *text, const struct buf *typed)
{
	struct query *query = query_new(typed->at, typed->nbytes);
	const struct term_vec *terms = query_terms(query);
	struct match_vec want = { 0 }, got = { 0 };
	bool matches = terms->count > 0, is_same;
	struct text_article ta;
	struct plain plain;

	plain_init(&plain, text->at, text->nbytes);
	text_article_init(&ta, text->at, text->nbytes);
	for (size_t i = 0; i < terms->count; i++)
		matches &= plain_find(&plain, &terms->at[i], (uint32_t)i,
			&want) != terms->at[i].is_excluded;
	if (want.count > 0)
		qsort(want.at, want.count, sizeof(*want.at), compare_starts);
	match_find(query, text->at, text->nbytes, &got);
	is_same = CHECK_INT(match_article(query, &ta.article), matches)
		&& CHECK_INT((long long)got.count, (long long)want.count);
	for (size_t i = 0; i < got.count && is_same; i++)
		is_same = CHECK_INT(got.at[i].span.start,
				want.at[i].span.start)
			&& CHECK_INT(got.at[i].span.end, want.at[i].span.end)
			&& CHECK_INT(got.at[i].term, want.at[i].term);
	VEC_RELEASE(&want);
	VEC_RELEASE(&got);
	buf_release(&ta.folded);
	plain_release(&plain);
	query_free(query);
	return is_same;
}

static void
test_random(void)
{
	struct buf text = BUF_INIT, typed = BUF_INIT;
	uint64_t state = 42;

	check_case("random texts and queries, as the plain matcher has it");
	for (int i = 0; i < 20000; i++) {
		unsigned nkinds = 2 + random_below(&state, 12);
		uint64_t start = state;

		buf_reset(&text);
		buf_reset(&typed);
		add_random(&text, &state, random_below(&state, 60), nkinds);
		state = start;
		/* Phrases reach over several of the windows looked at. */
		if (i % 2 == 1)
			buf_add_byte(&typed, '"');
		add_random(&typed, &state, 1 + random_below(&state, 7), nkinds);
		if (i % 2 == 1) {
			buf_add_string(&typed, "\" ");
			add_random(&typed, &state, random_below(&state, 5),
				nkinds);
		}
		if (random_below(&state, 8) == 0) {
			buf_add_string(&typed, " -");
			add_random(&typed, &state, 2, nkinds);
		}
		if (!compare_one(&text, &typed)) {
			check_dump("text", text.at, text.nbytes);
			check_dump("typed", typed.at, typed.nbytes);
			break;
		}
	}
	buf_release(&text);
	buf_release(&typed);
}

int
main(void)
{
	test_random();
	return check_done();
}
