#include <config.h>

#include "search/query.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/vec.h"
#include "base/xalloc.h"
#include "search/term.h"
#include "text/utf8.h"

struct query {
	struct buf typed;
	struct term_vec terms;
};

/* What is still to be read of the text typed. */
struct reader {
	const char *s;
	size_t nbytes;
	size_t off;
};

/* The double quotes: single ones are apostrophes nearly everywhere. */
static const uint32_t quotes[] = {
	'"', 0xAB, 0xBB, 0x201C, 0x201D, 0x201E, 0x201F, 0x300C, 0x300D,
	0x300E, 0x300F, 0x301D, 0x301E, 0x301F, 0xFF02,
};

static bool
is_quote(uint32_t cp)
{
	for (size_t i = 0; i < sizeof(quotes) / sizeof(quotes[0]); i++) {
		if (quotes[i] == cp)
			return true;
	}
	return false;
}

/* The blanks of Unicode, and what ends the text. */
static bool
is_blank(uint32_t cp)
{
	return cp <= ' ' || cp == 0x85 || cp == 0xA0 || cp == 0x1680
		|| (cp >= 0x2000 && cp <= 0x200A) || cp == 0x2028
		|| cp == 0x2029 || cp == 0x202F || cp == 0x205F || cp == 0x3000;
}

/* The next character; 0 at the end. */
static uint32_t
peek(const struct reader *reader, size_t *nbytes)
{
	uint32_t cp = 0;

	*nbytes = 0;
	if (reader->off < reader->nbytes)
		*nbytes = utf8_decode(reader->s + reader->off,
			reader->nbytes - reader->off, &cp);
	return cp;
}

static void
skip_blanks(struct reader *reader)
{
	size_t nbytes;

	while (is_blank(peek(reader, &nbytes)) && nbytes > 0)
		reader->off += nbytes;
}

/* -word, but a dash typed twice is still one: nobody looks for "-word". */
static bool
skip_dashes(struct reader *reader)
{
	size_t start = reader->off;

	while (reader->off < reader->nbytes && reader->s[reader->off] == '-')
		reader->off++;
	return reader->off > start;
}

static bool
skip_quote(struct reader *reader)
{
	size_t nbytes;

	if (!is_quote(peek(reader, &nbytes)))
		return false;
	reader->off += nbytes;
	return true;
}

/* Up to the closing quote, which is read over, or the end. */
static struct span
read_phrase(struct reader *reader)
{
	struct span phrase = { (uint32_t)reader->off, 0 };
	size_t nbytes;
	uint32_t cp;

	while ((cp = peek(reader, &nbytes)), nbytes > 0 && !is_quote(cp))
		reader->off += nbytes;
	phrase.end = (uint32_t)reader->off;
	reader->off += nbytes;
	return phrase;
}

/*
 * Up to a blank. A quote inside a word is part of it (the Hebrew abbreviation
 * sign is typed so); at its end it is left over from a phrase.
 */
static struct span
read_word(struct reader *reader)
{
	struct span word = { (uint32_t)reader->off, (uint32_t)reader->off };
	size_t nbytes;
	uint32_t cp;

	while (!is_blank(cp = peek(reader, &nbytes))) {
		reader->off += nbytes;
		if (!is_quote(cp))
			word.end = (uint32_t)reader->off;
	}
	return word;
}

static bool
buf_equals(const struct buf *a, const struct buf *b)
{
	return a->nbytes == b->nbytes && memcmp(a->at, b->at, a->nbytes) == 0;
}

static int
compare_terms(const void *a, const void *b)
{
	const struct term *x = a, *y = b;
	int order;

	if (x->folded.nbytes != y->folded.nbytes)
		return x->folded.nbytes > y->folded.nbytes ? -1 : 1;
	if (term_has_marks(x) != term_has_marks(y))
		return term_has_marks(x) ? -1 : 1;
	order = memcmp(x->folded.at, y->folded.at, x->folded.nbytes);
	if (order == 0)
		order = strcmp(x->typed.at, y->typed.at);
	return order != 0 ? order : x->is_excluded - y->is_excluded;
}

static bool
is_same_term(const struct term *a, const struct term *b)
{
	return a->is_excluded == b->is_excluded
		&& buf_equals(&a->folded, &b->folded)
		&& buf_equals(&a->typed, &b->typed);
}

static void
sort_terms(struct term_vec *terms)
{
	size_t kept = 0;

	if (terms->count == 0)
		return;
	qsort(terms->at, terms->count, sizeof(*terms->at), compare_terms);
	for (size_t i = 1; i < terms->count; i++) {
		if (is_same_term(&terms->at[kept], &terms->at[i]))
			term_release(&terms->at[i]);
		else
			terms->at[++kept] = terms->at[i];
	}
	terms->count = kept + 1;
}

static void
parse(struct query *query)
{
	struct reader reader = { query->typed.at, query->typed.nbytes, 0 };
	struct term term;
	struct span span;
	bool is_excluded;

	for (;;) {
		skip_blanks(&reader);
		if (reader.off == reader.nbytes)
			break;
		is_excluded = skip_dashes(&reader);
		span = skip_quote(&reader) ? read_phrase(&reader)
			: read_word(&reader);
		if (!term_init(&term, query->typed.at + span.start,
			span_nbytes(span)))
			continue;
		term.is_excluded = is_excluded;
		VEC_PUSH(&query->terms, term);
	}
	sort_terms(&query->terms);
}

struct query *
query_new(const char *typed, size_t nbytes)
{
	struct query *query = xcalloc(1, sizeof(*query));

	buf_init(&query->typed);
	buf_add(&query->typed, typed, nbytes);
	parse(query);
	return query;
}

void
query_free(struct query *query)
{
	if (query == NULL)
		return;
	for (size_t i = 0; i < query->terms.count; i++)
		term_release(&query->terms.at[i]);
	VEC_RELEASE(&query->terms);
	buf_release(&query->typed);
	free(query);
}

bool
query_is_empty(const struct query *query)
{
	return query->terms.count == 0;
}

const char *
query_typed(const struct query *query)
{
	return query->typed.at;
}

const struct term_vec *
query_terms(const struct query *query)
{
	return &query->terms;
}
