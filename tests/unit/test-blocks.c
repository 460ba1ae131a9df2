/* Built with a block of at most eight bytes. */

#include <config.h>

#include "base/buf.h"
#include "layout/blocks.h"
#include "model/anatomy.h"
#include "model/article.h"
#include "../check.h"

/* A block a word: its text, or "~" for an empty one; ":" before a gap. */
static void
describe(const struct blocks *blocks, const char *text, struct buf *out)
{
	for (size_t i = 0; i < blocks->count; i++) {
		struct span source = blocks->at[i].source;

		if (i > 0)
			buf_add_byte(out, ' ');
		if (blocks->at[i].has_gap)
			buf_add_byte(out, ':');
		if (span_is_empty(source))
			buf_add_byte(out, '~');
		buf_add(out, text + source.start, span_nbytes(source));
	}
}

static const struct {
	const char *name, *text, *want;
} raw_cases[] = {
	{ "raw: nothing", "", "" },
	{ "raw: one line", "a", "a" },
	{ "raw: lines", "a\nb\n", "a b" },
	{ "raw: an empty line is a gap", "a\n\nb", "a :b" },
	{ "raw: three empty lines", "a\n\n\n\nb", "a :~ ~ b" },
	{ "raw: empty lines at the top", "\n\na", "~ ~ a" },
	{ "raw: an empty line at the end", "a\n\n", "a ~" },
	{ "raw: three at the end", "a\n\n\n\n", "a :~ ~" },
	{ "raw: nothing but a line end", "\n", "~" },
	{ "raw: as long as a block can be", "a\n\nabcd efg", "a :abcd efg" },
	{ "raw: longer", "a\n\nab cd efg", "a :ab cd  efg" },
	{ "raw: longer, without blanks", "abcdefghijklmnop",
		"abcdefg hijklmn op" },
	{ "raw: longer, wide letters", "\u65E5\u672C\u8A9E\u65E5",
		"\u65E5\u672C \u8A9E\u65E5" },
	{ "raw: a cluster without end",
		"a\u0301\u0301\u0301\u0301\u0301\u0301",
		"a\u0301\u0301\u0301 \u0301\u0301\u0301" },
	{ "raw: blanks are no empty line", "a\n \nb", "a   b" },
};

static void
test_raw(const char *text, const char *want)
{
	struct article article = { .text = text,
		.nbytes = (uint32_t)strlen(text) };
	struct blocks blocks = { 0 };
	struct buf got = BUF_INIT;

	blocks_read_raw(&blocks, &article);
	describe(&blocks, text, &got);
	CHECK_STR(got.at, want);
	/* Nothing of the text is lost, and the order is that of the text. */
	for (size_t i = 0; i < blocks.count; i++) {
		CHECK(blocks.at[i].source.end <= article.nbytes);
		CHECK_INT(blocks.at[i].role, ROLE_BODY);
		if (i > 0)
			CHECK(blocks.at[i].source.start
				> blocks.at[i - 1].source.start);
	}
	buf_release(&got);
	blocks_release(&blocks);
}

static void
test_read(void)
{
	static const char text[] = "C T D B S P R";
	struct part parts[] = {
		{ { 0, 1 }, PART_CAPTION },
		{ { 2, 3 }, PART_TITLE },
		{ { 4, 5 }, PART_DATE },
		{ { 6, 7 }, PART_BYLINE },
		{ { 8, 9 }, PART_SOURCE },
		{ { 10, 11 }, PART_BODY },
		{ { 12, 13 }, PART_REPEAT },
	};
	static const enum role roles[] = {
		ROLE_TITLE, ROLE_CAPTION, ROLE_DATE, ROLE_BYLINE, ROLE_SOURCE,
		ROLE_BODY, ROLE_REPEAT,
	};
	struct anatomy anatomy = { .parts = { parts, 7, 7 } };
	struct article article = { .text = text, .nbytes = 13 };
	struct blocks blocks = { 0 };
	struct buf got = BUF_INIT;

	check_case("parts: title first, lines about the article together");
	blocks_read(&blocks, &article, &anatomy);
	describe(&blocks, text, &got);
	CHECK_STR(got.at, "T :C :D B S :P :R");
	for (size_t i = 0; i < blocks.count && i < 7; i++)
		CHECK_INT(blocks.at[i].role, roles[i]);
	anatomy.parts.count = 0;
	blocks_read(&blocks, &article, &anatomy);
	CHECK_INT(blocks.count, 0);
	buf_release(&got);
	blocks_release(&blocks);
}

int
main(void)
{
	for (size_t i = 0; i < sizeof(raw_cases) / sizeof(*raw_cases); i++) {
		check_case(raw_cases[i].name);
		test_raw(raw_cases[i].text, raw_cases[i].want);
	}
	test_read();
	return check_done();
}
