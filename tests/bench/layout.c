/*
 * How fast whole articles become cells:
 *
 *	layout COLUMNS FILE...
 *
 * lays out every line of the FILEs (as stored) until a second has gone, and
 * writes MB/s.
 */
#include <config.h>

#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/buf.h"
#include "base/xalloc.h"
#include "text/clean.h"
#include "model/article.h"
#include "layout/page.h"

static double
now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static void
add_file(const char *path, struct buf *text)
{
	struct buf raw = BUF_INIT;
	FILE *file = fopen(path, "r");
	size_t nbytes;

	if (file == NULL) {
		perror(path);
		exit(2);
	}
	do {
		nbytes = fread(buf_reserve(&raw, 65536), 1, 65536, file);
		raw.nbytes += nbytes;
	} while (nbytes > 0);
	fclose(file);
	clean_text(raw.at, raw.nbytes, text);
	buf_release(&raw);
}

static size_t
lay_out(const struct buf *text, const struct blocks *blocks, int cols)
{
	struct page_style style = {
		.cols = cols,
		.line = { ORDER_VISUAL, true },
		.is_raw = true,
	};
	struct page *page = page_new(text->at, blocks, &style);
	struct page_place place = page_first(page);
	size_t ncells = 0;

	do {
		const struct line *line = page_line(page, place);

		ncells += line != NULL ? line->count : 0;
	} while (page_step(page, &place, 1) == 1);
	page_free(page);
	return ncells;
}

int
main(int argc, char **argv)
{
	struct buf text = BUF_INIT;
	struct blocks blocks = { 0 };
	struct article article = { 0 };
	double start, elapsed;
	size_t nrounds = 0, ncells = 0;

	setlocale(LC_ALL, "");
	for (int i = 2; i < argc; i++)
		add_file(argv[i], &text);
	if (text.nbytes == 0)
		return 2;
	article.text = text.at;
	article.nbytes = (uint32_t)text.nbytes;
	blocks_read_raw(&blocks, &article);
	start = now();
	do {
		ncells += lay_out(&text, &blocks, atoi(argv[1]));
		nrounds++;
		elapsed = now() - start;
	} while (elapsed < 1);
	printf("%.1f\t%zu\n", (double)text.nbytes * (double)nrounds /
		elapsed / 1e6, ncells / nrounds);
	blocks_release(&blocks);
	buf_release(&text);
	return 0;
}
