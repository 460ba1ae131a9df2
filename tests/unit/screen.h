#ifndef TESTS_UNIT_SCREEN_H
#define TESTS_UNIT_SCREEN_H

/*
 * The reader over a small archive in memory, without a terminal, for the
 * tests of ui. Zero is an empty one; screen_start first, screen_stop last.
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "text/utf8.h"
#include "model/archive.h"
#include "model/labels.h"
#include "store/reading.h"
#include "ui/app.h"
#include "ui/command.h"
#include "ui/frame.h"

struct screen {
	struct labels *labels;
	struct archive *archive;
	struct reading *reading;
	struct app *app;
	struct frame frame;
	struct buf row;		/* what screen_row returned last */
	enum app_request request; /* of the last key */
	uint64_t nbatches;
};

/* Publishes one more article, named NUMBER.txt by its place. */
static inline void
screen_add(struct screen *screen, const char *text)
{
	struct archive_batch *batch = archive_batch_new(screen->archive,
		screen->nbatches);
	char path[32];

	snprintf(path, sizeof(path), "%03u.txt",
		(unsigned)screen->nbatches++);
	archive_batch_add(batch, path, text, strlen(text));
	archive_batch_publish(batch);
}

static inline void
screen_work(struct screen *screen)
{
	while (app_tick(screen->app, 10000))
		;
}

static inline void
screen_add_fold(enum role role, uint32_t count, struct buf *out)
{
	buf_add_format(out, "%s %u", role == ROLE_REPEAT ? "repeated"
		: "in many", count);
}

/* SEARCH is that of the command line; NULL: none. */
static inline void
screen_start_search(struct screen *screen, const char *const *texts,
	size_t ntexts, int rows, int cols, const char *search)
{
	struct app_options options = { .sort = SORT_NEWEST, .search = search,
		.add_fold = screen_add_fold };
	struct err err = { 0 };

	*screen = (struct screen){ 0 };
	screen->labels = labels_new("", 0, &(int){ 0 });
	screen->archive = archive_new(screen->labels);
	screen->reading = reading_new(NULL, &err);
	frame_init(&screen->frame);
	buf_init(&screen->row);
	for (size_t i = 0; i < ntexts; i++)
		screen_add(screen, texts[i]);
	screen->app = app_new(screen->archive, NULL, screen->reading,
		&options);
	app_resize(screen->app, rows, cols);
	screen_work(screen);
	app_draw(screen->app, &screen->frame);
}

static inline void
screen_start(struct screen *screen, const char *const *texts, size_t ntexts,
	int rows, int cols)
{
	screen_start_search(screen, texts, ntexts, rows, cols, NULL);
}

static inline void
screen_stop(struct screen *screen)
{
	frame_release(&screen->frame);
	buf_release(&screen->row);
	app_free(screen->app);
	reading_free(screen->reading);
	archive_free(screen->archive);
	labels_free(screen->labels);
}

static inline void
screen_key(struct screen *screen, const struct key *key)
{
	screen->request = app_key(screen->app, key);
	screen_work(screen);
	app_draw(screen->app, &screen->frame);
}

/* Keys by their names in the command table, a blank between them. */
static inline void
screen_press(struct screen *screen, const char *names)
{
	struct key prefix, key;
	size_t nbytes;

	for (; (nbytes = command_next_key(&names)) > 0; names += nbytes) {
		if (!command_parse_key(names, nbytes, &prefix, &key))
			abort();
		if (prefix.code != KEY_CODE_NONE)
			screen_key(screen, &prefix);
		screen_key(screen, &key);
	}
}

static inline void
screen_type(struct screen *screen, const char *text)
{
	while (*text != '\0') {
		struct key key = { KEY_CODE_CHAR, 0, 0 };

		text += utf8_next(text, &key.cp);
		screen_key(screen, &key);
	}
}

static inline void
screen_resize(struct screen *screen, int rows, int cols)
{
	app_resize(screen->app, rows, cols);
	app_draw(screen->app, &screen->frame);
}

/* A row without trailing blanks, valid until the next call; -1: the last. */
static inline const char *
screen_row(struct screen *screen, int row)
{
	buf_reset(&screen->row);
	frame_add_row(&screen->frame, row < 0 ? screen->frame.rows + row : row,
		&screen->row);
	return screen->row.at;
}

/* Whether the row has WHAT in it. */
static inline bool
screen_shows(struct screen *screen, int row, const char *what)
{
	return strstr(screen_row(screen, row), what) != NULL;
}

#endif
