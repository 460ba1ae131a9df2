/*
 * Matches found region by region in a long text, against match_find, which
 * looks at all of it; and the quick search for bytes. Built so that an
 * article is looked at a thousand bytes at a time.
 */

#include <config.h>

#include <stdlib.h>

#include "base/buf.h"
#include "base/vec.h"
#include "model/anchors.h"
#include "search/hits.h"
#include "search/match.h"
#include "search/query.h"
#include "search/scan.h"

#include "../check.h"
#include "text-article.h"

/* Longer than some regions, with words that are common, rare and cut. */
static void
make_text(struct buf *text)
{
	static const char *const words[] = { "nước ", "nuoc ", "ba ", "bà ",
		"\u0643\u062A\u0627\u0628 ",
		"\u0648\u0627\u0644\u0643\u062A\u0627\u0628 ",
		"sông\n", "e", "x", ". ", "đi " };

	while (text->nbytes < 5 * HITS_REGION_NBYTES / 2)
		buf_add_string(text, words[rand() % (int)(sizeof(words)
			/ sizeof(*words))]);
	buf_add_string(text, "singular ");
	while (text->nbytes < 4 * HITS_REGION_NBYTES)
		buf_add_string(text, words[rand() % 7]);
}

static void
check_hits(const struct article *article, const char *typed)
{
	struct query *query = query_new(typed, strlen(typed));
	struct span all = { 0, article->nbytes };
	struct match_vec want = { 0 };
	struct hits hits = { 0 };
	struct match match;
	size_t i = 0;

	match_find(query, article->text, article->nbytes, &want);
	hits_start(&hits, query, article);
	CHECK_INT(hits_counted(&hits), 0);
	while (hits_count(&hits, 1))
		CHECK(hits_is_counting(&hits));
	if (!CHECK_INT(hits_counted(&hits), want.count))
		check_dump("typed", typed, strlen(typed));
	for (; hits_first(&hits, all, &match) && i < want.count; i++) {
		CHECK_INT(match.span.start, want.at[i].span.start);
		CHECK_INT(match.span.end, want.at[i].span.end);
		CHECK_INT(hits_rank(&hits, match.span.start), i + 1);
		all.start = match.span.start + 1;
	}
	CHECK_INT(i, want.count);
	all.start = 0;
	for (; hits_last(&hits, all, &match) && i > 0; i--) {
		CHECK_INT(match.span.start, want.at[i - 1].span.start);
		all.end = match.span.start;
	}
	CHECK_INT(i, 0);
	hits_release(&hits);
	VEC_RELEASE(&want);
	query_free(query);
}

static void
check_matches(const struct article *article, const struct article *plain,
	const char *typed)
{
	struct query *query = query_new(typed, strlen(typed));

	CHECK_INT(match_article(query, article), match_article(query, plain));
	query_free(query);
}

/* Whatever ends a region, it ends it inside a match. */
static void
make_dense_text(struct buf *text)
{
	while (text->nbytes < 4 * HITS_REGION_NBYTES)
		buf_add_string(text, "nướcnuoc ba nước\n");
}

/* One match, which begins in one region and ends in the next. */
static void
make_lone_text(struct buf *text)
{
	while (text->nbytes < 2 * HITS_REGION_NBYTES - 4)
		buf_add_string(text, "e ");
	buf_add_string(text, "singular");
	while (text->nbytes < 4 * HITS_REGION_NBYTES)
		buf_add_string(text, " e");
}

static void
test_long(void (*make)(struct buf *text))
{
	static const char *const queries[] = { "nuoc", "nước", "bá", "singular",
		"sông ba", "\u0643\u062A\u0627\u0628", "e", "\"ba nước\"",
		"nuóc", "nowhere", "singular nước", "nươc -singular" };
	struct text_article ta;
	struct article plain;
	struct anchor_vec anchors = { 0 };
	struct buf text = BUF_INIT, folded = BUF_INIT;

	srand(4);
	make(&text);
	text_article_init(&ta, text.at, text.nbytes);
	plain = ta.article;
	anchors_fold(text.at, text.nbytes, &folded, &anchors);
	check_case("anchors do not change what is folded");
	CHECK_BYTES(folded.at, folded.nbytes, ta.folded.at, ta.folded.nbytes);
	CHECK_INT(anchors.count, anchor_count(text.nbytes));
	ta.article.anchors = anchors.at;
	for (size_t i = 0; i < sizeof(queries) / sizeof(*queries); i++) {
		check_case(queries[i]);
		check_hits(&plain, queries[i]);
		check_hits(&ta.article, queries[i]);
		check_matches(&ta.article, &plain, queries[i]);
	}
	VEC_RELEASE(&anchors);
	buf_release(&folded);
	buf_release(&ta.folded);
	buf_release(&text);
}

/* What a random text and the queries in it are made of. */
struct language_case {
	const char *name;
	const char *pieces[28];
};

static const struct language_case languages[] = {
	{ "English", { "the ", "a", "s", "ss", "e", " ", " ", "success ",
		"\u00E6", "\u00DF", "\uFB01", "\uFB03", "f", "i", "\u2026",
		".", "he", "House ", "\n", "\t", "\u00AD", "\u2019s ",
		"r\u00E9sum\u00E9 ", "e\u0301", "1", "\u00BD", "/", "2" } },
	{ "Vietnamese", { "nước ", "nuoc ", "NƯỚC ",
		"nu\u031Bo\u031B\u0301c ",
		"hoà ", "hòa ", "à", "a", "là ", "lá ", "đ", "d", "ô", "o",
		" ", "\u00A0", "\n", "ư", "ơ", "\u0301", "\u0323", "…", ".",
		"bán ", "bàn", "nuo", "ng", "Nguyễn " } },
	{ "Arabic", { "\u0627\u0644", "\u0643\u062A\u0627\u0628 ", "\u0627",
		"\u0644", "\u0623", "\u064E", "\u0651", "\u0640", "\uFDF2",
		"\uFEFB", "\uFEF7", "\u0647", "\u0629", " ", " ", "\n",
		"\u200F", "\u200C", "\u0644\u0644\u0647", "\u0649", "\u064A",
		"\u0661", "1", "\u0675", "\uFDFA", "\u0635", "ba", "bà" } },
};

static void
add_pieces(struct buf *out, const struct language_case *language, int count,
	int nkinds)
{
	int first = rand();

	while (count-- > 0)
		buf_add_string(out, language->pieces[(first + rand() % nkinds)
			% (int)(sizeof(language->pieces)
				/ sizeof(*language->pieces))]);
}

static void
make_query(struct buf *typed, const struct language_case *language)
{
	static const char *const between[] = { "", " ", " -", "\" \"" };
	int nterms = 1 + rand() % 3;

	buf_reset(typed);
	for (int i = 0; i < nterms; i++) {
		if (i > 0)
			buf_add_string(typed, between[rand() % 4]);
		add_pieces(typed, language, 1 + rand() % 3, 28);
	}
}

/*
 * Random texts, of all the pieces and of so few that most overlap. No query
 * matches itself everywhere for a thousand bytes.
 */
static void
test_random(const struct language_case *language, int nkinds)
{
	struct text_article ta;
	struct anchor_vec anchors = { 0 };
	struct buf text = BUF_INIT, folded = BUF_INIT, typed = BUF_INIT;

	check_case(language->name);
	while (text.nbytes < 3 * HITS_REGION_NBYTES)
		add_pieces(&text, language, 200, nkinds);
	text_article_init(&ta, text.at, text.nbytes);
	anchors_fold(text.at, text.nbytes, &folded, &anchors);
	CHECK_BYTES(folded.at, folded.nbytes, ta.folded.at, ta.folded.nbytes);
	ta.article.anchors = anchors.at;
	for (int i = 0; i < 40; i++) {
		make_query(&typed, language);
		check_hits(&ta.article, typed.at);
	}
	VEC_RELEASE(&anchors);
	buf_release(&typed);
	buf_release(&folded);
	buf_release(&ta.folded);
	buf_release(&text);
}

static void
test_nothing(void)
{
	struct article article = { .text = "", .folded = "" };
	struct hits hits = { 0 };
	struct match match;

	check_case("nothing sought, nothing to look at");
	CHECK(!hits_first(&hits, (struct span){ 0, 9 }, &match));
	hits_start(&hits, NULL, &article);
	CHECK(!hits_count(&hits, 0));
	CHECK(!hits_last(&hits, (struct span){ 0, 9 }, &match));
	CHECK_INT(hits_rank(&hits, 0), 0);
	hits_release(&hits);
}

static void
test_scan(void)
{
	char hay[300], needle[8];
	struct scan scan;

	check_case("bytes in bytes, as memmem has them");
	srand(5);
	for (int i = 0; i < 20000; i++) {
		size_t hay_nbytes = (size_t)rand() % sizeof(hay);
		size_t nbytes = 1 + (size_t)rand() % sizeof(needle);
		int kinds = 1 + rand() % 4;

		for (size_t at = 0; at < hay_nbytes; at++)
			hay[at] = "zq\x8A\0"[rand() % kinds];
		for (size_t at = 0; at < nbytes; at++)
			needle[at] = "zq\x8A\0"[rand() % kinds];
		scan_init(&scan, needle, nbytes);
		CHECK(scan_find(&scan, hay, hay_nbytes)
			== memmem(hay, hay_nbytes, needle, nbytes));
	}
}

int
main(void)
{
	test_scan();
	test_nothing();
	test_long(make_text);
	test_long(make_dense_text);
	test_long(make_lone_text);
	srand(6);
	for (size_t i = 0; i < sizeof(languages) / sizeof(*languages); i++) {
		test_random(&languages[i], 28);
		test_random(&languages[i], 9);
	}
	return check_done();
}
