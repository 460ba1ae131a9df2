#ifndef UI_TERM_MEASURE_H
#define UI_TERM_MEASURE_H

/*
 * Asking the terminal how many columns it takes for a text: the text is drawn
 * at the start of a row, and the terminal is asked where its cursor is
 * (ECMA-48 8.3.35 DSR 6). DA1 closes the questions: a terminal that does not
 * know the first answers that. Private to ui/term*.c.
 */

#include <stdbool.h>
#include <stddef.h>

struct buf;
struct reply;

#define MEASURES_MAX 32

/* Zero: nothing was asked. */
struct measure {
	size_t count;		/* texts that it was asked about */
	size_t nanswers;
	int row;		/* in which they stood, from 1 */
	bool is_waiting;	/* DA1 has not come */
	int cols[MEASURES_MAX];
};

/*
 * Appends what asks about the COUNT texts, drawn in ROW (from 0, not 0: see
 * input_expect_cursor) one after another.
 */
void measure_ask(struct measure *measure, const char *const *texts,
	size_t count, int row, struct buf *out);
/* Takes a reply; whether that was the last. */
bool measure_reply(struct measure *measure, const struct reply *reply);
/* The columns of text INDEX; -1: the terminal did not say. */
int measure_cols(const struct measure *measure, size_t index);

#endif
