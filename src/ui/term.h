#ifndef UI_TERM_H
#define UI_TERM_H

/*
 * The terminal: the only module that sees ncurses. Starts and stops it,
 * sends frames, waits for what happens next. Restores the terminal on every
 * way out: term_free, SIGINT, SIGTERM, SIGHUP, SIGQUIT, a crash, an assertion
 * and running out of memory (the die hook). One struct term at a time.
 */

#include <stdbool.h>

#include "layout/line.h"
#include "ui/input.h"
#include "ui/term_order.h"

struct err;
struct frame;
struct term;

struct term_options {
	enum order_option order;
	enum shape_option shape;
	bool is_stdin_taken;	/* keys come from /dev/tty */
	bool has_no_stop;	/* ^Z is a key: nobody gets behind newspane */
};

enum term_event {
	TERM_NOTHING,		/* time is up */
	TERM_KEY,
	TERM_RESIZED,
	TERM_RESUMED,		/* after a stop: everything was repainted */
	TERM_STYLE,		/* term_line_style or its name changed */
	TERM_MEASURED,		/* term_measured knows what it can know */
	TERM_WATCHED,		/* the watched descriptor is readable */
	TERM_QUIT,		/* a signal asks to end: term_signal */
	TERM_GONE,		/* the terminal is gone */
};

/* Returns 0, or -1 and ERR with nothing changed (ERR_NO_TERMINAL...). */
int term_new(const struct term_options *options, struct term **term,
	struct err *err) __attribute__((warn_unused_result));
/* Restores the terminal. NULL is allowed. */
void term_free(struct term *term);

void term_size(const struct term *term, int *rows, int *cols);
struct line_style term_line_style(const struct term *term);
/* Changes the order while running (the key that cycles it). */
void term_set_order(struct term *term, enum order_option option,
	enum shape_option shape);
/* What is known about this terminal from earlier runs, or was chosen. */
void term_learn(struct term *term, const struct terminal_facts *facts);
/* Who it is, and what follows from that. */
const struct term_order *term_order(const struct term *term);

/*
 * Asks the terminal, after the next frame, how many columns it takes for each
 * of the COUNT <= 32 texts (borrowed until then; no controls in them), for
 * which the last row is used a moment. TERM_MEASURED tells of the answers; a
 * terminal that gives none costs nothing.
 */
void term_measure(struct term *term, const char *const *texts, size_t count);
/* The columns that it took for text INDEX; -1: it did not say. */
int term_measured(const struct term *term, size_t index);

/*
 * Makes the screen show FRAME, sending only what differs. A frame that is
 * what the screen shows sends not one byte.
 */
void term_blit(struct term *term, const struct frame *frame);
/* The next blit sends everything (^L). */
void term_forget(struct term *term);

/*
 * Waits for the next event, TIMEOUT_MS at most (-1: for ever). WATCHED_FD is
 * looked at too (-1: none). The terminal is first in turn: keys never wait.
 */
enum term_event term_wait(struct term *term, int watched_fd, int timeout_ms,
	struct key *key);
/* The signal behind TERM_QUIT. */
int term_signal(const struct term *term);
/* The signal was taken for a key: nothing ends. The next blit sends all. */
void term_stay(struct term *term);
/* Restores the terminal and stops the process, as ^Z does. */
void term_suspend(struct term *term);

#endif
