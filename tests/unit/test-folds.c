#include <config.h>

#include "base/buf.h"
#include "base/vec.h"
#include "layout/blocks.h"
#include "layout/folds.h"
#include "../check.h"

/* One paragraph is a letter and a line end: R repeats, B recurs. */
static void
read_letters(const char *letters, struct blocks *blocks)
{
	for (uint32_t i = 0; letters[i] != '\0'; i++) {
		enum role role = letters[i] == 'R' ? ROLE_REPEAT
			: letters[i] == 'B' ? ROLE_BOILERPLATE : ROLE_BODY;

		VEC_PUSH(blocks, ((struct block){ .role = role,
			.source = { 2 * i, 2 * i + 1 }, .has_gap = i > 0 }));
	}
}

static void
add_words(enum role role, uint32_t count, struct buf *out)
{
	buf_add_format(out, "%u%c", count, role == ROLE_REPEAT ? 'R' : 'B');
}

/* The letters again, signs as they read. */
static void
describe(const struct blocks *blocks, const char *letters, struct buf *out)
{
	for (size_t i = 0; i < blocks->count; i++) {
		const struct block *block = &blocks->at[i];
		struct span source = block->source;

		if (block->text != NULL)
			buf_add(out, block->text + source.start,
				span_nbytes(source));
		else
			buf_add_byte(out, letters[source.start / 2]);
	}
}

/* The sign that says WORDS. */
#define CLOSED(words) "\u200E\u25B8 \u2068" words "\u2069"
#define OPEN(words) "\u200E\u25BE \u2068" words "\u2069"

static const struct {
	const char *name, *letters;
	bool is_open;
	const char *want;
} cases[] = {
	{ "nothing at all", "", false, "" },
	{ "nothing to fold", "xyz", false, "xyz" },
	{ "one", "xRy", false, "x" CLOSED("1R") "y" },
	{ "a run is one sign", "xRRRyRz", false,
		"x" CLOSED("3R") "y" CLOSED("1R") "z" },
	{ "two roles are two signs", "BBxRRB", false,
		CLOSED("2B") "x" CLOSED("2R") CLOSED("1B") },
	{ "nothing else", "RRR", false, CLOSED("3R") },
	{ "open: the sign stands before them", "xRRyB", true,
		"x" OPEN("2R") "RRy" OPEN("1B") "B" },
};

static void
test_signs(const char *letters, bool is_open, const char *want)
{
	struct fold_style style = { .is_open = is_open,
		.add_words = add_words };
	struct blocks blocks = { 0 };
	struct buf signs = BUF_INIT, got = BUF_INIT;

	read_letters(letters, &blocks);
	folds_apply(&blocks, &style, &signs);
	describe(&blocks, letters, &got);
	CHECK_STR(got.at, want);
	buf_release(&got);
	buf_release(&signs);
	blocks_release(&blocks);
}

static void
test_rtl(void)
{
	struct fold_style style = { .is_rtl = true, .add_words = add_words };
	struct blocks blocks = { 0 };
	struct buf signs = BUF_INIT, got = BUF_INIT;

	check_case("a sign goes the way of its article");
	read_letters("xR", &blocks);
	folds_apply(&blocks, &style, &signs);
	describe(&blocks, "xR", &got);
	CHECK_STR(got.at, "x\u200F\u25C2 \u20681R\u2069");
	buf_release(&got);
	buf_release(&signs);
	blocks_release(&blocks);
}

static void
test_bytes(void)
{
	struct fold_style style = { .add_words = add_words };
	struct blocks blocks = { 0 };
	struct buf signs = BUF_INIT;

	check_case("a sign stands for the bytes that it hides");
	read_letters("xRRyR", &blocks);
	folds_apply(&blocks, &style, &signs);
	CHECK(blocks.count == 4);
	for (uint32_t off = 0; off < 9; off++) {
		static const size_t blocks_of[] = { 0, 0, 1, 1, 1, 1, 2, 2,
			3 };
		bool is_hidden = (off >= 2 && off < 5) || off == 8;

		CHECK(span_is_empty(folds_hiding(&blocks, off)) != is_hidden);
		CHECK(blocks_find(&blocks, off) == blocks_of[off]);
	}
	CHECK(blocks.at[1].has_gap && blocks.at[2].has_gap);

	check_case("open, it hides nothing");
	blocks.count = 0;
	style.is_open = true;
	read_letters("xR", &blocks);
	folds_apply(&blocks, &style, &signs);
	CHECK(span_is_empty(folds_hiding(&blocks, 2)));
	CHECK(blocks_find(&blocks, 2) == 2);
	buf_release(&signs);
	blocks_release(&blocks);
}

int
main(void)
{
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		check_case(cases[i].name);
		test_signs(cases[i].letters, cases[i].is_open, cases[i].want);
	}
	test_rtl();
	test_bytes();
	return check_done();
}
