/* Texts that are too large to be looked at as a whole. */

#include <config.h>

#include "base/buf.h"
#include "model/anatomy.h"
#include "model/labels.h"

#include "../check.h"
#include "text-labels.h"

/* Adds lines until TEXT has NBYTES bytes; how many. */
static uint32_t
add_lines(struct buf *text, size_t nbytes)
{
	uint32_t count = 0;

	for (; text->nbytes < nbytes; count++)
		buf_add_format(text, "Line %u has no sense.\n%s", count,
			count % 5 == 0 ? "\n \n" : "");
	return count;
}

/* Only the ends are read; between them is one part of lines. */
static void
check_large(const struct labels *labels, struct buf *text, uint32_t nlines)
{
	struct anatomy anatomy = { 0 };
	const struct part_vec *parts = &anatomy.parts;
	size_t rest = 0;

	buf_add_string(text, "Nguồn: Báo A\n");
	anatomy_read(&anatomy, text->at, text->nbytes, labels);
	CHECK_INT(span_nbytes(anatomy.title), strlen("A long file"));
	CHECK_INT(anatomy.date.precision, DATE_DAY);
	CHECK_INT(anatomy.sources.count, 1);
	while (rest < parts->count && !parts->at[rest].has_lines)
		rest++;
	if (CHECK(rest < parts->count && rest > 2)) {
		CHECK_INT(parts->at[rest].role, PART_BODY);
		CHECK(span_nbytes(parts->at[rest].span) > text->nbytes / 2);
	}
	CHECK(anatomy.paragraphs < nlines);
	anatomy_count(&anatomy, text->at);
	CHECK_INT(anatomy.paragraphs, nlines);
	CHECK_INT(anatomy.words, 5 * nlines + 3);
	anatomy_release(&anatomy);
}

/* Adds a paragraph of NWORDS words, wrapped at 50 letters. */
static void
add_wrapped(struct buf *text, unsigned nwords)
{
	static const char *const words[] = { "harbour", "of", "the", "winter",
		"a", "lighthouse", "and", "then", "nobody" };
	size_t column = 0;

	for (unsigned i = 0; i < nwords; i++) {
		const char *word = words[(nwords * 7 + i * i) % 9];

		if (column > 0 && column + 1 + strlen(word) > 50) {
			buf_add_byte(text, '\n');
			column = 0;
		}
		if (column > 0)
			buf_add_byte(text, ' ');
		buf_add_string(text, word);
		column += strlen(word) + (column > 0);
	}
	buf_add_string(text, ".\n\n");
}

static void
test_anatomy_wrapped(const struct labels *labels)
{
	struct buf text = BUF_INIT;
	struct anatomy anatomy = { 0 };
	uint32_t count = 0;

	check_case("a book wrapped by hand has paragraphs, not lines");
	for (; text.nbytes < 2000000; count++)
		add_wrapped(&text, 30 + count % 200);
	anatomy_read(&anatomy, text.at, text.nbytes, labels);
	CHECK(anatomy.paragraphs > 0 && anatomy.paragraphs < count);
	anatomy_count(&anatomy, text.at);
	CHECK_INT(anatomy.paragraphs, count);
	anatomy_release(&anatomy);
	buf_release(&text);
}

static void
test_anatomy_large(const struct labels *labels)
{
	struct buf text = BUF_INIT;
	struct anatomy anatomy = { 0 };
	uint32_t nlines;

	check_case("of a text that is no article the ends are read");
	buf_add_string(&text, "A long file\n\ndate 2025-12-04\n\n");
	nlines = add_lines(&text, 3000000);
	check_large(labels, &text, nlines);

	check_case("a text of one line is all rest, but for its date");
	buf_reset(&text);
	buf_add_string(&text, "date 2025-12-04 ");
	while (text.nbytes < 3000000)
		buf_add_string(&text, "word ");
	anatomy_read(&anatomy, text.at, text.nbytes, labels);
	CHECK_INT(anatomy.parts.count, 2);
	CHECK_INT(anatomy.parts.at[0].role, PART_DATE);
	CHECK(anatomy.parts.at[1].has_lines);
	CHECK_INT(span_nbytes(anatomy.label), 99);
	anatomy_release(&anatomy);
	buf_release(&text);
}

/* Paragraphs whose bytes have one sum, so that every cheap key clashes. */
static void
test_anatomy_clashing(const struct labels *labels)
{
	struct anatomy anatomy = { 0 };
	struct buf text = BUF_INIT;

	check_case("clashing paragraphs are told apart");
	for (unsigned i = 0; i < 3000; i++) {
		for (int bit = 0; bit < 14; bit++)
			buf_add_string(&text, i % 2500 >> bit & 1 ? "ab"
				: "ba");
		buf_add_string(&text, "\n");
	}
	anatomy_read(&anatomy, text.at, text.nbytes, labels);
	CHECK_INT(anatomy.repeats, 500);
	CHECK_INT(anatomy.parts.count, 3000);
	buf_release(&text);
	anatomy_release(&anatomy);
}

/* Each of them would be held against all others. */
static void
test_anatomy_many_sources(const struct labels *labels)
{
	struct anatomy anatomy = { 0 };
	struct buf text = BUF_INIT;

	check_case("so many sources are not worth the time");
	for (unsigned i = 0; i < 30000; i++)
		buf_add_format(&text, "Source: A%u,B%u,C%u\n", i, i, i);
	anatomy_read(&anatomy, text.at, text.nbytes, labels);
	CHECK(anatomy.sources.count > 200 && anatomy.sources.count < 1000);
	buf_release(&text);
	anatomy_release(&anatomy);
}

int
main(void)
{
	int bad_line = 0;
	struct labels *labels = source_labels(&bad_line);

	test_anatomy_large(labels);
	test_anatomy_wrapped(labels);
	test_anatomy_clashing(labels);
	test_anatomy_many_sources(labels);
	labels_free(labels);
	return check_done();
}
