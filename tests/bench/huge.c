/*
 * What one huge article costs the reader of it:
 *
 *	huge KIND MEGABYTES WORD FILE
 *
 * repeats FILE until the text has so many megabytes, as one "paragraph"
 * without a line end, as "lines" of some hundred bytes, as one "word", or as
 * "stored"; or its first letter and then only "blanks", or one "cluster", its
 * first letter under marks without end. It writes how long opening it takes,
 * the median and the worst answer to a key of each kind (from the key to the
 * finished frame), how long the search for WORD takes, and how much memory all
 * that needed beside the archive.
 */
#include <config.h>

#include <locale.h>
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/vec.h"
#include "text/utf8.h"
#include "model/archive.h"
#include "model/labels.h"
#include "store/reading.h"
#include "layout/page.h"
#include "ui/app.h"
#include "ui/article_page.h"
#include "ui/command.h"
#include "ui/frame.h"
#include "sample.h"

#define ROWS 50
#define COLS 100
#define ROUNDS 300
/* What the loop of the program gives to work between two keys. */
#define SLICE_US 8000
#define LINE_NBYTES 100

struct times {
	double *at;		/* milliseconds */
	size_t count, capacity;
};

struct bench {
	struct labels *labels;
	struct archive *archive;
	struct reading *reading;
	struct app *app;
	struct frame frame;
	size_t memory;		/* bytes in use before anything was opened */
	size_t peak;		/* and at most since, over that */
};

static double
now_ms(void)
{
	return now() * 1e3;
}

static size_t
memory_now(void)
{
	struct mallinfo2 info = mallinfo2();

	return info.uordblks + info.hblkhd;
}

/* What stands for the byte C of the sample; '\0': nothing. */
static char
shaped_byte(const char *kind, char c, size_t column)
{
	if (strcmp(kind, "word") == 0)
		return (unsigned char)c < 'A' ? '\0' : c;
	if ((c != ' ' && c != '\n') || strcmp(kind, "stored") == 0)
		return c;
	return strcmp(kind, "lines") == 0 && column >= LINE_NBYTES ? '\n' : ' ';
}

/* The first byte of the sample, and UNIT again and again. */
static void
make_endless(const struct buf *sample, const char *unit, size_t nbytes,
	struct buf *text)
{
	buf_reserve(text, nbytes + strlen(unit));
	buf_add(text, sample->at, sample->nbytes > 0);
	while (text->nbytes < nbytes)
		buf_add_string(text, unit);
	buf_add_string(text, ".\n");
}

static void
make_text(const char *kind, const struct buf *sample, size_t nbytes,
	struct buf *text)
{
	size_t column = 0;

	if (strcmp(kind, "blanks") == 0 || strcmp(kind, "cluster") == 0) {
		make_endless(sample, *kind == 'b' ? " " : "\u0301", nbytes,
			text);
		return;
	}
	buf_reserve(text, nbytes + sample->nbytes);
	while (text->nbytes < nbytes) {
		for (size_t i = 0; i < sample->nbytes; i++) {
			char c = shaped_byte(kind, sample->at[i], column);

			if (c == '\0')
				continue;
			buf_add_byte(text, c);
			column = c == '\n' ? 0 : column + 1;
		}
	}
}

static void
bench_start(struct bench *bench, const struct buf *text)
{
	struct archive_batch *batch;
	struct err err = { 0 };

	*bench = (struct bench){ 0 };
	bench->labels = labels_new("", 0, &(int){ 0 });
	bench->archive = archive_new(bench->labels);
	batch = archive_batch_new(bench->archive, 0);
	archive_batch_add(batch, "huge.txt", text->at, text->nbytes);
	archive_batch_publish(batch);
	bench->reading = reading_new(NULL, &err);
	frame_init(&bench->frame);
}

static void
bench_stop(struct bench *bench)
{
	frame_release(&bench->frame);
	app_free(bench->app);
	reading_free(bench->reading);
	archive_free(bench->archive);
	labels_free(bench->labels);
}

/* As the loop answers a key: a slice of work, then the frame. */
static void
answer(struct bench *bench)
{
	size_t memory;

	app_tick(bench->app, SLICE_US);
	app_draw(bench->app, &bench->frame);
	memory = memory_now() - bench->memory;
	if (memory > bench->peak)
		bench->peak = memory;
}

static void
press(struct bench *bench, const struct key *key, struct times *times)
{
	double start = now_ms();

	app_key(bench->app, key);
	answer(bench);
	VEC_PUSH(times, now_ms() - start);
}

/* Keys by their names, a blank between them. */
static void
press_names(struct bench *bench, const char *names, struct times *times)
{
	struct key prefix, key;
	size_t nbytes;

	for (; (nbytes = command_next_key(&names)) > 0; names += nbytes) {
		if (!command_parse_key(names, nbytes, &prefix, &key))
			abort();
		if (prefix.code != KEY_CODE_NONE)
			press(bench, &prefix, times);
		press(bench, &key, times);
	}
}

static void
press_chars(struct bench *bench, const char *chars, struct times *times)
{
	while (*chars != '\0') {
		struct key key = { KEY_CODE_CHAR, 0, 0 };

		chars += utf8_next(chars, &key.cp);
		press(bench, &key, times);
	}
}

static int
compare(const void *a, const void *b)
{
	const double *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

/* Writes the figures and empties TIMES. */
static void
report(const char *name, struct times *times)
{
	qsort(times->at, times->count, sizeof(*times->at), compare);
	printf("  %-22s %8.2f ms, worst %8.2f\n", name,
		times->at[times->count / 2], times->at[times->count - 1]);
	times->count = 0;
}

/* From the call to the first screen of rows. */
static void
bench_open(struct bench *bench)
{
	struct page_style style = { .cols = 72, .line = { .is_shaped = true } };
	struct article article = archive_article(bench->archive, 0);
	struct article_page shown = { 0 };
	struct times times = { 0 };

	for (int i = 0; i < 9; i++) {
		double start = now_ms();
		struct page_place place;

		article_page_open(&shown, &article, bench->labels, &style);
		place = page_first(shown.page);
		for (int row = 0; row < ROWS; row++) {
			page_line(shown.page, place);
			page_step(shown.page, &place, 1);
		}
		VEC_PUSH(&times, now_ms() - start);
		article_page_release(&shown);
	}
	report("open", &times);
	VEC_RELEASE(&times);
}

static void
start_app(struct bench *bench, struct times *times)
{
	struct app_options options = { .sort = SORT_NEWEST };
	double start = now_ms();

	bench->memory = memory_now();
	bench->app = app_new(bench->archive, NULL, bench->reading, &options);
	app_resize(bench->app, ROWS, COLS);
	answer(bench);
	VEC_PUSH(times, now_ms() - start);
	press_names(bench, "Enter", times);
	report("first frames", times);
}

static void
bench_keys(struct bench *bench, struct times *times)
{
	static const struct {
		const char *name, *keys;
	} kinds[] = {
		{ "line down", "j" }, { "page down", "Space" },
		{ "page up", "b" }, { "line up", "k" },
		{ "paragraph down", "}" }, { "paragraph up", "{" },
		{ "end and top", "G gg" }, { "page up from the end", "G b b" },
	};

	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++) {
		for (int n = 0; n < ROUNDS; n++)
			press_names(bench, kinds[i].keys, times);
		report(kinds[i].name, times);
	}
	for (int n = 0; n < ROUNDS; n++) {
		char keys[16];

		snprintf(keys, sizeof(keys), "%d%%", n * 37 % 101);
		press_chars(bench, keys, times);
		press_names(bench, "Space b", times);
	}
	report("percent, page, back", times);
}

static void
bench_resize(struct bench *bench, struct times *times)
{
	for (int n = 0; n < ROUNDS; n++) {
		double start = now_ms();

		app_resize(bench->app, ROWS - n % 7, COLS - n % 41);
		answer(bench);
		VEC_PUSH(times, now_ms() - start);
	}
	report("resize", times);
	app_resize(bench->app, ROWS, COLS);
	for (int n = 0; n < ROUNDS; n++)
		press_names(bench, "v", times);
	report("as stored and back", times);
}

/* Whether the frame shows the match that the reader stands on. */
static bool
shows_match(const struct bench *bench)
{
	const struct frame *frame = &bench->frame;

	for (int i = 0; i < frame->rows * frame->cols; i++)
		if ((frame->cells[i].emphasis & EMPHASIS_CURRENT) != 0)
			return true;
	return false;
}

static void
bench_search(struct bench *bench, const char *word, struct times *times)
{
	double start, typed, found;
	int nslices = 1;

	press_names(bench, "gg /", times);
	times->count = 0;
	start = now_ms();
	press_chars(bench, word, times);
	found = typed = now_ms();
	while (app_tick(bench->app, SLICE_US) && !shows_match(bench)) {
		answer(bench);
		found = now_ms();
	}
	printf("  %-22s %8.2f ms\n", shows_match(bench) ? "word found"
		: "no such word", found - start);
	report("a letter of it", times);
	while (app_tick(bench->app, SLICE_US))
		nslices++;
	printf("  %-22s %8.2f ms, %d slices, %.2f ms from the last letter\n",
		"all counted", now_ms() - start, nslices, now_ms() - typed);
	press_names(bench, "Enter", times);
	times->count = 0;
	for (int n = 0; n < ROUNDS; n++)
		press_names(bench, "n", times);
	report("next match", times);
	for (int n = 0; n < ROUNDS; n++)
		press_names(bench, "N", times);
	report("match before", times);
}

int
main(int argc, char **argv)
{
	struct buf sample = BUF_INIT, text = BUF_INIT;
	struct times times = { 0 };
	struct bench bench;
	double start;

	setlocale(LC_ALL, "");
	if (argc != 5)
		return 2;
	add_file(argv[4], &sample);
	make_text(argv[1], &sample, (size_t)atoi(argv[2]) * 1000000, &text);
	start = now_ms();
	bench_start(&bench, &text);
	printf("  %-22s %8.2f ms, %.1f MB\n", "load", now_ms() - start,
		(double)archive_memory_nbytes(bench.archive) / 1e6);
	buf_release(&text);
	bench_open(&bench);
	start_app(&bench, &times);
	bench_keys(&bench, &times);
	bench_resize(&bench, &times);
	printf("  %-22s %8.2f MB\n", "memory for reading",
		(double)bench.peak / 1e6);
	bench_search(&bench, argv[3], &times);
	bench_search(&bench, "zqzqzq", &times);
	printf("  %-22s %8.2f MB\n", "with the search",
		(double)bench.peak / 1e6);
	bench_stop(&bench);
	VEC_RELEASE(&times);
	buf_release(&sample);
	return 0;
}
