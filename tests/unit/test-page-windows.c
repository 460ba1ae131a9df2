/*
 * Texts that a page cuts lazily. Built with a cache of two pieces, so that it
 * is always being emptied, and a window of 64 bytes.
 */

#include <config.h>

#include <locale.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/vec.h"
#include "layout/fill.h"
#include "layout/page.h"
#include "layout/seam.h"
#include "../check.h"

static const struct line_style shaped = { .is_shaped = true };

/* A page of the whole TEXT as one block of KIND. */
static struct page *
make_run(const char *text, enum block_kind kind, const struct page_style *style)
{
	struct block block = { .source = { 0, (uint32_t)strlen(text) },
		.kind = kind };
	struct blocks blocks = { &block, 1, 1 };

	return page_new(text, &blocks, style);
}

/* Lines of few letters, some of them long. */
static void
make_text(struct buf *text)
{
	static const char *const words[] = { "a", "bcd ", "\u0628\u0627\u0628 ",
		"12. ", "q\u0301", "\u65E5\u672C", " ", "\n", "\n" };
	int nwords = 1 + rand() % 100, few = rand() % 2;

	buf_reset(text);
	for (int i = 0; i < nwords; i++) {
		int n = rand() % (int)(sizeof(words) / sizeof(*words));

		if (*words[n] == '\n' && few && rand() % 20 != 0)
			n = 1;
		buf_add_string(text, words[n]);
	}
}

/* Up again is the same way as down, and bytes lead back to their rows. */
static void
check_walk(struct page *page)
{
	struct page_place place = page_first(page), back;
	uint32_t next = 0;
	int nrows = 0;

	do {
		const struct line *line = page_line(page, place);
		uint32_t off = page_byte_of(page, place);
		struct page_place there;

		nrows++;
		if (line != NULL) {
			CHECK_INT(line->source.start, off);
			CHECK(off >= next);
			next = line->source.end;
			there = page_place_of(page, off);
			CHECK(page_compare(there, place) == 0);
		}
		back = place;
		if (page_step(page, &back, -1) == 1)
			CHECK(page_step(page, &back, 1) == 1
				&& page_compare(back, place) == 0);
	} while (page_step(page, &place, 1) == 1);
	back = page_last(page);
	CHECK(page_compare(back, place) == 0);
	CHECK_INT(page_step(page, &back, -2 * nrows), nrows - 1);
	CHECK(page_compare(back, page_first(page)) == 0);
}

static void
test_walks(void)
{
	struct page_style style = { .line = shaped };
	struct buf text = BUF_INIT;

	check_case("random lines and windows, forward and back");
	srand(2);
	for (int i = 0; i < 400; i++) {
		make_text(&text);
		style.cols = 1 + rand() % 30;
		style.is_raw = i % 2 == 0;
		for (int kind = BLOCK_PARAGRAPH; kind <= BLOCK_LINES; kind++) {
			struct page *page = make_run(text.at,
				(enum block_kind)kind, &style);

			check_walk(page);
			page_free(page);
		}
	}
	buf_release(&text);
}

/* A window goes the way of its line, whatever its own first letter. */
static void
test_direction(void)
{
	struct page_style style = { .cols = 40, .line = shaped };
	struct buf text = BUF_INIT;
	struct page *page;

	check_case("windows go the way of their line");
	buf_add_string(&text, "\u0628\u0627 ");
	for (int i = 0; i < 200; i++)
		buf_add_string(&text, "abcd ");
	buf_add_string(&text, "\n\nLatin \u0628\n");
	page = make_run(text.at, BLOCK_LINES, &style);
	CHECK(page_line(page, page_place_of(page, 700))->is_rtl);
	CHECK(page_line(page, page_place_of(page, 200))->is_rtl);
	CHECK(!page_line(page, page_last(page))->is_rtl);
	page_free(page);
	buf_release(&text);
}

/* Words of one to nine letters. */
static size_t
make_units(uint8_t *units, size_t count)
{
	size_t word = 0;

	for (size_t i = 0; i < count; i++) {
		units[i] = UNIT_PLAIN;
		if (word == 0) {
			word = 1 + (size_t)rand() % 9;
			units[i] |= i > 0 ? UNIT_BLANK : 0;
		} else if (i > 1 && (units[i - 1] & UNIT_BLANK) != 0) {
			units[i] |= UNIT_BREAK;
		}
		word--;
	}
	return count;
}

/*
 * No row tells that a window ends there: not in words (of up to 8 letters, so
 * many columns are missing at any row's end), nor in a word without end.
 */
static void
test_seams(void)
{
	uint8_t at[3000];
	struct wrap_units units = { .at = at };
	struct row_vec rows = { 0 };
	int shortest_word = 100, shortest = 100, nshort = 0;

	check_case("no row shows where a window ends");
	srand(3);
	for (int i = 0; i < 500; i++) {
		int cols = 40 + rand() % 60, last;

		units.count = make_units(at, 2000 + (size_t)rand() % 1000);
		fill_greedy(&units, cols, &rows);
		seam_hide(&units, cols, &rows);
		last = (int)(units.count - rows.at[rows.count - 1]) * 100
			/ cols;
		nshort += last < 80;
		shortest = last < shortest ? last : shortest;
		memset(at, UNIT_PLAIN, sizeof(at));
		fill_greedy(&units, cols, &rows);
		seam_hide(&units, cols, &rows);
		last = (int)(units.count - rows.at[rows.count - 1]) * 100
			/ cols;
		shortest_word = last < shortest_word ? last : shortest_word;
	}
	/* In words of that length some rows are no fuller anywhere. */
	CHECK(shortest >= 50);
	CHECK(nshort <= 50);
	CHECK(shortest_word >= 75);
	VEC_RELEASE(&rows);
}

int
main(void)
{
	setlocale(LC_ALL, "");
	test_walks();
	test_direction();
	test_seams();
	return check_done();
}
