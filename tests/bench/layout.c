/*
 * How fast whole articles become cells:
 *
 *	layout COLUMNS ROUNDS FILE...
 *
 * cuts the FILEs into articles of about 4 KB and lays them out one after
 * another, every line of each, as the reader does it; ROUNDS times, or, where
 * that is 0, until a second has gone. Writes bytes, seconds and cells.
 */

#include <config.h>

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/vec.h"
#include "layout/page.h"
#include "sample.h"

#define ARTICLE_NBYTES 4096

struct blocks_vec {
	struct blocks *at;
	size_t count, capacity;
};

/* Every line a paragraph, as many of them an article as make 4 KB. */
static void
cut_articles(const struct buf *text, struct blocks_vec *articles)
{
	struct blocks article = { 0 };
	const char *start = text->at, *end = text->at + text->nbytes;

	while (start < end) {
		const char *line_end = memchr(start, '\n',
			(size_t)(end - start));
		struct block block = { .role = ROLE_BODY };

		if (line_end == NULL)
			line_end = end;
		block.source.start = (uint32_t)(start - text->at);
		block.source.end = (uint32_t)(line_end - text->at);
		block.has_gap = article.count > 0;
		if (line_end > start)
			VEC_PUSH(&article, block);
		start = line_end + 1;
		if (article.count > 0 && (start >= end || block.source.end
				- article.at[0].source.start
				>= ARTICLE_NBYTES)) {
			VEC_PUSH(articles, article);
			article = (struct blocks){ 0 };
		}
	}
}

/* What is measured; its name is given to callgrind. */
__attribute__((noinline)) static size_t
lay_out(struct page *page, const char *text, const struct blocks *article,
	const struct page_style *style)
{
	struct page_place place;
	size_t ncells = 0;

	page_reset(page, text, article, style);
	place = page_first(page);
	do {
		const struct line *line = page_line(page, place);

		ncells += line != NULL ? line->count : 0;
	} while (page_step(page, &place, 1) == 1);
	return ncells;
}

static void
measure(const struct buf *text, const struct blocks_vec *articles, int cols,
	long rounds)
{
	struct page_style style = {
		.cols = cols,
		.line = { .order = ORDER_VISUAL, .is_shaped = true },
	};
	struct page *page = page_new(text->at, &articles->at[0], &style);
	size_t ncells = 0, nbytes = 0;
	double start = now(), elapsed;
	long round = 0;

	do {
		for (size_t i = 0; i < articles->count; i++)
			ncells += lay_out(page, text->at, &articles->at[i],
				&style);
		nbytes += text->nbytes;
		round++;
		elapsed = now() - start;
	} while (rounds == 0 ? elapsed < 1 : round < rounds);
	printf("%zu\t%.6f\t%zu\n", nbytes, elapsed, ncells);
	page_free(page);
}

int
main(int argc, char **argv)
{
	struct buf text = BUF_INIT;
	struct blocks_vec articles = { 0 };

	setlocale(LC_ALL, "");
	for (int i = 3; i < argc; i++)
		add_file(argv[i], &text);
	cut_articles(&text, &articles);
	if (articles.count == 0)
		return 2;
	measure(&text, &articles, atoi(argv[1]), atol(argv[2]));
	for (size_t i = 0; i < articles.count; i++)
		blocks_release(&articles.at[i]);
	VEC_RELEASE(&articles);
	buf_release(&text);
	return 0;
}
