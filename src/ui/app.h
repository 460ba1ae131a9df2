#ifndef UI_APP_H
#define UI_APP_H

/*
 * The reader: the panes, what has the focus, what each command does. All its
 * state is one struct app, which knows no terminal: keys go in, frames come
 * out, and tests drive it so. app_run (ui/loop.c) marries it to ui/term.
 */

#include <stdbool.h>
#include <stdint.h>

#include "model/order.h"
#include "layout/page.h"
#include "ui/clusters.h"
#include "ui/term.h"

struct app;
struct archive;
struct buf;
struct err;
struct frame;
struct key;
struct load;
struct reading;

/* How wide the characters are that are wide in some terminals only. */
enum ambiguous_option {
	AMBIGUOUS_OPTION_AUTO,	/* as the terminal was measured, else narrow */
	AMBIGUOUS_OPTION_NARROW,
	AMBIGUOUS_OPTION_WIDE,
};

struct app_options {
	struct term_options term;
	const char *search;	/* what to list only; raw bytes; NULL: all */
	enum sort_key sort;
	bool shows_copies;	/* copies of articles are rows of their own */
	/*
	 * The measure (cols; 0: the default), whether it is raw, and the
	 * display switches. Order, joining and direction are not asked.
	 */
	struct page_style page;
	enum ambiguous_option ambiguous;
	bool is_calibrating;	/* opens with the calibration screen */
	/*
	 * The file of what is learnt about terminals; NULL: it is forgotten
	 * at the end.
	 */
	const char *terminals;
	/* Appends the sentence for a problem; NULL: only its name is shown. */
	void (*add_err)(const struct err *err, struct buf *out);
	/* What signs of folds say; NULL: nothing is folded away. */
	void (*add_fold)(enum role role, uint32_t count, struct buf *out);
};

/* What a key asks of whoever drives the app. */
enum app_request {
	APP_GO_ON,
	APP_QUIT,
	APP_SUSPEND,
	APP_REPAINT,
	APP_ORDER,		/* app_order changed */
	APP_RELOAD,		/* the files are to be looked at again */
	APP_MEASURE,		/* app_measured wants to know */
	APP_LEARNT,		/* app_order and app_learnt changed */
};

/*
 * LOAD may be NULL: all is loaded. Everything is borrowed until app_free,
 * OPTIONS's strings until app_new returns.
 */
struct app *app_new(const struct archive *archive, const struct load *load,
	struct reading *reading, const struct app_options *options);
/* Saves the place in the article that was read. NULL is allowed. */
void app_free(struct app *app);

/* A new size in cells, >= 0 each. The same words stay on the top row. */
void app_resize(struct app *app, int rows, int cols);
/* What is in force now; answers an APP_ORDER with a message, too. */
void app_set_style(struct app *app, const struct line_style *style);
/* Who is to put text in order, as the reader chose by keys. */
void app_order(const struct app *app, enum order_option *order,
	enum shape_option *shape);

/* The terminal took COLS columns for a cluster; -1: it did not say. */
void app_measured(struct app *app, enum cluster_index index, int cols);
/* What the reader found out about the terminal on the calibration screen. */
const struct terminal_facts *app_learnt(const struct app *app);
/* Says on the status line what went wrong. */
void app_say_err(struct app *app, const struct err *err);

enum app_request app_key(struct app *app, const struct key *key);
/* ^C, a signal: takes an open prompt away. Whether there was one. */
bool app_interrupt(struct app *app);
/*
 * Takes in what was published and goes on with searching for about BUDGET_US
 * microseconds. Whether work is left that needs no event.
 */
bool app_tick(struct app *app, uint32_t budget_us);
/* Whether the place in the article is not saved yet. */
bool app_has_unsaved(const struct app *app);
void app_save(struct app *app);

/* Makes FRAME the screen of now; it gets the size of the last app_resize. */
void app_draw(struct app *app, struct frame *frame);

/*
 * Runs in the terminal until the reader quits. Returns 0, or the number of
 * the signal that ended it; or -1 and ERR. The terminal is as it was.
 */
int app_run(struct archive *archive, struct load *load,
	struct reading *reading, const struct app_options *options,
	struct err *err);

#endif
