#include <config.h>

#include <stdlib.h>

#include "base/buf.h"
#include "search/query.h"
#include "search/term.h"

#include "../check.h"

struct query_case {
	const char *name;
	const char *typed;
	const char *want;	/* folded terms, each with | behind it */
};

static const struct query_case cases[] = {
	{ "nothing typed", "", "" },
	{ "blanks only", "  \t\n\302\240\343\200\200 ", "" },
	{ "a lone dash", "-", "" },
	{ "lone dashes and quotes", "- -- \"\" \"  \" -\" ", "" },
	{ "tatweel and joiners alone", "\331\200 \342\200\215", "" },
	{ "one word", "Caracas", "caracas|" },
	{ "words, longest first", "a ccc  bb", "ccc|bb|a|" },
	{ "a word twice is one", "abc abc abc", "abc|" },
	{ "a word typed with and without marks is two",
	  "nuoc n\306\260\341\273\233c", "nuoc|nuoc|" },
	{ "a phrase", "\"tong  thong\" x", "tong thong|x|" },
	{ "a phrase without its end", "\"tong thong ", "tong thong|" },
	{ "a phrase with blanks around", "\" a b \"", "a b|" },
	{ "typographic quotes",
	  "\342\200\234a b\342\200\235 \302\253c d e\302\273 "
	  "\343\200\214f\343\200\215", "c d e|a b|f|" },
	{ "a phrase behind another", "\"a b\"\"c d e\"f", "c d e|a b|f|" },
	{ "an apostrophe is a letter's neighbour", "don't", "don't|" },
	{ "a quote inside a word", "\327\246\327\224\"\327\234",
	  "\327\246\327\224\"\327\234|" },
	{ "a quote left over at the end", "abc\" d\302\273", "abc|d|" },
	{ "excluded word", "abc -de", "abc|-de|" },
	{ "excluded phrase", "-\"d e\" abc", "abc|-d e|" },
	{ "two dashes are one", "--de", "-de|" },
	{ "a dash inside a word", "al-ahram", "al-ahram|" },
	{ "a dash in quotes", "\"-5\"", "-5|" },
	{ "a word both wanted and not", "a -a", "a|-a|" },
	{ "Vietnamese folds", "\304\220\303\240 N\341\272\265ng",
	  "nang|da|" },
	{ "Arabic folds",
	  "\330\247\331\204\330\243\331\205\330\261\331\212\331\203\331\212"
	  "\330\251",
	  "\330\247\331\204\330\247\331\205\330\261\331\212\331\203\331\212"
	  "\331\207|" },
};

static void
run_case(const struct query_case *c)
{
	struct query *query = query_new(c->typed, strlen(c->typed));
	const struct term_vec *terms = query_terms(query);
	struct buf got = BUF_INIT;

	check_case(c->name);
	for (size_t i = 0; i < terms->count; i++)
		buf_add_format(&got, "%s%s|",
			terms->at[i].is_excluded ? "-" : "",
			terms->at[i].folded.at);
	CHECK_STR(got.at, c->want);
	CHECK_STR(query_typed(query), c->typed);
	CHECK_INT(query_is_empty(query), *c->want == '\0');
	buf_release(&got);
	query_free(query);
}

static void
test_typed_is_kept_exactly(void)
{
	struct query *query = query_new("  \"Ab  C \"", 10);

	check_case("a term keeps what was typed, without outer blanks");
	if (CHECK_INT((long long)query_terms(query)->count, 1))
		CHECK_STR(query_terms(query)->at[0].typed.at, "Ab  C");
	query_free(query);
	query_free(NULL);
}

static void
test_only_what_is_given(void)
{
	struct query *query = query_new("abcdef", 3);

	check_case("a query ends where it is said to");
	CHECK_STR(query_typed(query), "abc");
	CHECK_STR(query_terms(query)->at[0].folded.at, "abc");
	query_free(query);
}

static void
test_large(void)
{
	struct buf typed = BUF_INIT;
	struct query *query;

	check_case("ten thousand letters");
	for (int i = 0; i < 10000; i++)
		buf_add_string(&typed, "\341\273\231");
	query = query_new(typed.at, typed.nbytes);
	CHECK_INT((long long)query_terms(query)->count, 1);
	CHECK_INT((long long)query_terms(query)->at[0].folded.nbytes, 10000);
	query_free(query);

	check_case("a thousand words");
	buf_reset(&typed);
	for (int i = 0; i < 1000; i++)
		buf_add_format(&typed, "%sw%d", i > 0 ? " " : "", i);
	query = query_new(typed.at, typed.nbytes);
	CHECK_INT((long long)query_terms(query)->count, 1000);
	query_free(query);
	buf_release(&typed);
}

int
main(void)
{
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		run_case(&cases[i]);
	test_typed_is_kept_exactly();
	test_only_what_is_given();
	test_large();
	return check_done();
}
