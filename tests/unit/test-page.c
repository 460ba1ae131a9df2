/*
 * Built with a cache of two pieces, so that it is always being emptied, and a
 * window of 64 bytes.
 */

#include <config.h>

#include <locale.h>

#include "base/buf.h"
#include "base/vec.h"
#include "layout/page.h"
#include "layout/piece.h"
#include "../check.h"

static const struct line_style shaped = { .is_shaped = true };

/* A block a line, "+" before the text for a gap; offsets count all of it. */
static struct page *
make_page(const char *text, int cols, bool is_rtl)
{
	struct page_style style = { .cols = cols, .line = shaped,
		.is_rtl = is_rtl };
	struct blocks blocks = { 0 };
	struct page *page;

	for (const char *s = text; *s != '\0'; s++) {
		bool has_gap = *s == '+';
		const char *start = s + has_gap;

		s = start + strcspn(start, "\n");
		VEC_PUSH(&blocks, ((struct block){ .source = {
			(uint32_t)(start - text), (uint32_t)(s - text) },
			.has_gap = has_gap }));
		if (*s == '\0')
			break;
	}
	page = page_new(text, &blocks, &style);
	blocks_release(&blocks);
	return page;
}

/* All rows, a slash between them; a gap is "-". */
static void
describe(struct page *page, struct buf *out)
{
	struct page_place place = page_first(page);

	do {
		const struct line *line = page_line(page, place);

		if (out->nbytes > 0)
			buf_add_byte(out, '/');
		if (line == NULL)
			buf_add_byte(out, '-');
		else
			line_add_utf8(line, out);
	} while (page_step(page, &place, 1) == 1);
	CHECK(page_compare(place, page_last(page)) == 0);
}

/* A date has no letters but Latin ones; it stands where its article does. */
static void
test_page_date(void)
{
	static const char text[] = "date 2026-01-27";

	for (int is_rtl = 0; is_rtl < 2; is_rtl++) {
		struct page_style style = { .cols = 30, .line = shaped,
			.is_rtl = is_rtl };
		struct block block = { .source = { 0, sizeof(text) - 1 },
			.role = ROLE_DATE };
		struct blocks blocks = { &block, 1, 1 };
		struct page *page = page_new(text, &blocks, &style);
		const struct line *line;

		check_case(is_rtl ? "a date in a right-to-left article"
			: "a date in a left-to-right article");
		line = page_line(page, page_first(page));
		CHECK_INT(line->is_rtl, is_rtl);
		page_free(page);
	}
}

static const struct {
	const char *name, *text;
	int cols;
	const char *want;
} cases[] = {
	{ "one row", "one", 5, "one" },
	{ "rows", "one two three", 7, "one two/three" },
	{ "blocks", "one\ntwo", 5, "one/two" },
	{ "gaps", "one\n+two\n+three four", 5, "one/-/two/-/three/four" },
	{ "no gap before the first", "+one", 5, "one" },
	{ "an empty block is a row", "a\n\nb", 5, "a//b" },
	{ "one column", "ab c", 1, "a/b/c" },
	{ "more blocks than the cache holds", "a b\nc d\ne f\ng h\ni j", 1,
		"a/b/c/d/e/f/g/h/i/j" },
	{ "right to left", "\u05D0\u05D1 \u05D2", 2,
		"\u05D1\u05D0/\u05D2" },
};

static void
test_rows(const char *text, int cols, const char *want)
{
	struct page *page = make_page(text, cols, false);
	struct buf got = BUF_INIT;

	describe(page, &got);
	CHECK_STR(got.at, want);
	page_free(page);
	buf_release(&got);
}

static void
test_empty(void)
{
	struct page *page = make_page("", 10, false);
	struct page_place place = page_first(page);

	check_case("a page without rows");
	CHECK(page_is_empty(page));
	CHECK_INT(page_step(page, &place, 5), 0);
	CHECK_INT(page_step(page, &place, -5), 0);
	CHECK(page_compare(page_last(page), place) == 0);
	CHECK(page_compare(page_place_of(page, 7), place) == 0);
	CHECK_INT(page_byte_of(page, place), 0);
	page_free(page);
	page_free(NULL);
}

static void
test_step(void)
{
	struct page *page = make_page("a b\n+c\n+d e f", 1, false);
	struct page_place place = page_first(page), start = place;

	check_case("steps");
	CHECK_INT(page_step(page, &place, 3), 3);
	CHECK(place.block == 1 && place.row == 1);
	CHECK_INT(page_step(page, &place, 100), 4);
	CHECK(page_compare(place, page_last(page)) == 0);
	CHECK_INT(page_step(page, &place, -4), 4);
	CHECK(place.block == 1 && place.row == 1);
	CHECK_INT(page_step(page, &place, -100), 3);
	CHECK(page_compare(place, start) == 0);
	CHECK_INT(page_step(page, &place, 0), 0);
	CHECK(page_compare(place, page_last(page)) < 0);
	CHECK(page_compare(page_last(page), place) > 0);
	page_free(page);
}

static void
test_places(void)
{
	/*                    0123456789012 */
	static const char text[] = "ab cd\n+e fg\n";
	struct page *page = make_page(text, 2, false);
	static const struct {
		uint32_t off;
		size_t block, row;
		uint32_t first;
	} places[] = {
		{ 0, 0, 0, 0 }, { 1, 0, 0, 0 },
		{ 2, 0, 0, 0 },		/* the blank that hangs */
		{ 3, 0, 1, 3 }, { 4, 0, 1, 3 },
		{ 5, 0, 1, 3 },		/* the line end: the nearest */
		{ 7, 1, 1, 7 }, { 8, 1, 1, 7 }, { 9, 1, 2, 9 },
		{ 10, 1, 2, 9 }, { 1000, 1, 2, 9 },
	};
	struct page_place gap = { .block = 1, .start = 7 };

	check_case("bytes and places");
	for (size_t i = 0; i < sizeof(places) / sizeof(*places); i++) {
		struct page_place place = page_place_of(page, places[i].off);

		CHECK_INT(place.block, places[i].block);
		CHECK_INT(place.row, places[i].row);
		CHECK_INT(page_byte_of(page, place), places[i].first);
	}
	CHECK(page_line(page, gap) == NULL);
	CHECK_INT(page_byte_of(page, gap), 7);
	page_free(page);
}

/* Blocks need not be in the order of the text: a title comes first. */
static void
test_places_out_of_order(void)
{
	struct block at[] = {
		{ .source = { 4, 7 }, .role = ROLE_TITLE },
		{ .source = { 0, 3 }, .role = ROLE_SOURCE, .has_gap = true },
	};
	struct blocks blocks = { at, 2, 2 };
	struct page_style style = { .cols = 9, .line = shaped };
	struct page *page = page_new("src\nttl", &blocks, &style);

	check_case("a title further down in the text");
	CHECK_INT(page_place_of(page, 1).block, 1);
	CHECK_INT(page_place_of(page, 5).block, 0);
	CHECK_INT(page_line(page, page_place_of(page, 5))->cells[0].role,
		ROLE_TITLE);
	page_free(page);
}

static void
test_style(void)
{
	struct page *page = make_page("\u0644\u0627 \u0628\n+12.", 9, true);
	struct page_style style = *page_style(page);
	struct buf got = BUF_INIT;

	check_case("styles");
	describe(page, &got);
	CHECK_STR(got.at, "\uFE8F \uFEFB/-/.12");
	style.line.order = ORDER_LOGICAL;
	style.cols = 2;
	page_set_style(page, &style);
	buf_reset(&got);
	describe(page, &got);
	CHECK_STR(got.at, "\u0644\u0627/\u0628/-/12/.");
	style = (struct page_style){ .cols = 3 };
	page_set_style(page, &style);
	buf_reset(&got);
	describe(page, &got);
	CHECK_STR(got.at, "\u0627\u0644/\u0628/-/12.");
	buf_release(&got);
	page_free(page);
}

static void
test_width(void)
{
	struct page *page = make_page("one two three", 9, false);
	struct page_style style = *page_style(page);
	struct buf got = BUF_INIT;

	check_case("another width");
	describe(page, &got);
	CHECK_STR(got.at, "one two/three");
	style.cols = 5;
	page_set_style(page, &style);
	buf_reset(&got);
	describe(page, &got);
	CHECK_STR(got.at, "one/two/three");
	buf_release(&got);
	page_free(page);
}

/* What is at the top stays there, whatever the width. */
static void
test_resize(void)
{
	static const char text[] = "one two three four five six seven eight\n"
		"+\u05D0\u05D1 \u05D2 \u05D3\u05D4\u05D5 \u05D6 12 ab "
		"\u05D7\u05D8\n+q\u0301\u0301 abcdefghijklmnopqrstuvwxyz";
	struct page *page = make_page(text, 1, false);
	struct page_style style = *page_style(page);

	check_case("the top row keeps its byte, no row is too wide");
	for (uint32_t off = 0; off < sizeof(text) - 1; off++) {
		for (int cols = 1; cols < 30; cols += 1 + (int)(off % 5)) {
			struct page_place place;
			const struct line *line;

			if (text[off] == '\n' || text[off] == '+')
				continue;
			style.cols = cols;
			page_set_style(page, &style);
			place = page_place_of(page, off);
			line = page_line(page, place);
			if (CHECK(line != NULL))
				CHECK(line->source.start <= off
					&& off < line->source.end
					&& line->cols <= cols);
			CHECK(page_compare(place, page_place_of(page,
				page_byte_of(page, place))) == 0);
		}
	}
	page_free(page);
}

/* A paragraph far larger than the cache, and than 64 Ki letters. */
static void
test_large(void)
{
	struct buf text = BUF_INIT;
	struct page *page;
	struct page_place place;

	check_case("a very long paragraph");
	for (int i = 0; i < 30000; i++)
		buf_add_string(&text, i % 100 == 0 ? "\u0628\u0627 " : "abcd ");
	page = make_page(text.at, 50, false);
	place = page_last(page);
	CHECK_INT(place.block, 0);
	CHECK(place.start > text.nbytes - 3 * PIECE_WINDOW);
	CHECK_INT(page_step(page, &place, -1000), 1000);
	CHECK(page_compare(place, page_place_of(page,
		page_byte_of(page, place))) == 0);
	page_free(page);
	buf_release(&text);
}

/* The facts of an article are no part of its text. */
static void
test_other_text(void)
{
	struct block at[] = {
		{ .source = { 0, 3 }, .role = ROLE_TITLE },
		{ .source = { 0, 5 }, .role = ROLE_FACTS, .text = "facts" },
		{ .source = { 4, 8 }, .has_gap = true },
	};
	struct blocks blocks = { at, 3, 3 };
	struct page_style style = { .cols = 9 };
	struct page *page = page_new("ttl body", &blocks, &style);
	struct page_place place = page_first(page);
	struct buf got = BUF_INIT;

	check_case("a block with a text of its own");
	describe(page, &got);
	CHECK_STR(got.at, "ttl/facts/-/body");
	CHECK_INT(page_step(page, &place, 1), 1);
	CHECK_INT(page_byte_of(page, place), 0);
	CHECK(span_is_empty(page_line(page, place)->source));
	CHECK(span_is_empty(page_line(page, place)->cells[0].source));
	CHECK_INT(page_place_of(page, 0).block, 0);
	CHECK_INT(page_place_of(page, 5).block, 2);
	page_free(page);
	buf_release(&got);
}

/* A sign of two rows, narrow as the page is, is found by its first. */
static void
test_sign_place(void)
{
	struct block at[] = {
		{ .source = { 0, 4 } },
		{ .source = { 0, 7 }, .role = ROLE_FOLD, .has_gap = true,
			.text = "one two", .stands_for = { 5, 20 } },
	};
	struct blocks blocks = { at, 2, 2 };
	struct page_style style = { .cols = 4 };
	struct page *page = page_new("text hidden and more", &blocks, &style);
	struct page_place place;

	check_case("the place of what a sign stands for");
	for (uint32_t off = 5; off < 20; off++) {
		place = page_place_of(page, off);
		CHECK_INT(place.block, 1);
		CHECK_INT(place.row, 1);
		CHECK_INT(page_byte_of(page, place), 5);
	}
	page_free(page);
}

static void
test_reset(void)
{
	struct page *page = make_page("one two\n+three", 3, false);
	struct page_style style = { .cols = 9 };
	struct block block = { .source = { 0, 4 }, .has_gap = true };
	struct blocks blocks = { &block, 1, 1 };
	struct buf got = BUF_INIT;

	check_case("another text in the same page");
	describe(page, &got);
	page_reset(page, "four", &blocks, &style);
	buf_reset(&got);
	describe(page, &got);
	CHECK_STR(got.at, "four");
	blocks.count = 0;
	page_reset(page, "", &blocks, &style);
	CHECK(page_is_empty(page));
	page_free(page);
	buf_release(&got);
}

static void
test_paragraph_steps(void)
{
	struct page *page = make_page("a b\n+c d\n+e", 1, false);
	struct page_place place = page_first(page);

	check_case("steps by paragraphs");
	CHECK(page_step_paragraph(page, &place, true));
	CHECK(place.block == 1 && place.row == 1);
	CHECK_INT(page_step(page, &place, 1), 1);
	CHECK(page_step_paragraph(page, &place, false));
	CHECK(place.block == 1 && place.row == 1);
	CHECK(page_step_paragraph(page, &place, false));
	CHECK(place.block == 0 && place.row == 0);
	CHECK(!page_step_paragraph(page, &place, false));
	CHECK(page_step_paragraph(page, &place, true));
	CHECK(page_step_paragraph(page, &place, true));
	CHECK(!page_step_paragraph(page, &place, true));
	CHECK_INT(place.block, 2);
	page_free(page);
}

static void
test_hyphen(void)
{
	struct page *page = make_page("ab\u00ADcd", 3, false);
	struct buf got = BUF_INIT;

	check_case("a soft hyphen shows where a row ends at it");
	describe(page, &got);
	CHECK_STR(got.at, "ab-/cd");
	page_free(page);
	buf_release(&got);
}

/* Every row but the last is as wide as the measure, or could not be. */
static void
test_justified(void)
{
	static const char text[] = "some words of no great length that fill "
		"three or four rows";
	struct page_style style = { .cols = 20, .is_justified = true };
	struct block block = { .source = { 0, sizeof(text) - 1 } };
	struct blocks blocks = { &block, 1, 1 };
	struct page *page = page_new(text, &blocks, &style);
	struct page_place place = page_first(page), last = page_last(page);

	check_case("justified rows, but not the last and not raw");
	for (; page_compare(place, last) < 0; page_step(page, &place, 1))
		CHECK_INT(page_line(page, place)->cols, style.cols);
	CHECK(page_line(page, last)->cols < style.cols);
	style.is_raw = true;
	page_set_style(page, &style);
	CHECK(page_line(page, page_first(page))->cols < style.cols);
	page_free(page);
}

int
main(void)
{
	setlocale(LC_ALL, "");
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		check_case(cases[i].name);
		test_rows(cases[i].text, cases[i].cols, cases[i].want);
	}
	test_page_date();
	test_empty();
	test_step();
	test_places();
	test_places_out_of_order();
	test_style();
	test_width();
	test_resize();
	test_large();
	test_other_text();
	test_sign_place();
	test_reset();
	test_paragraph_steps();
	test_hyphen();
	test_justified();
	return check_done();
}
