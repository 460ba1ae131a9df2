#ifndef UI_TERM_TTY_H
#define UI_TERM_TTY_H

/*
 * The terminal as a device: which descriptors, its modes, its size, writing
 * all of something. Private to ui/term*.c.
 */

#include <stdbool.h>
#include <stddef.h>
#include <termios.h>

struct err;

struct tty {
	int in;			/* keys */
	int out;		/* standard output */
	bool is_in_ours;	/* we opened it: /dev/tty */
	bool has_no_stop;	/* ^Z is no signal */
	struct termios original;
};

/*
 * Finds the terminal; IS_STDIN_TAKEN: keys do not come from standard input.
 * Returns 0, or -1 and ERR (ERR_NO_TERMINAL). Changes nothing.
 */
int tty_open(struct tty *tty, bool is_stdin_taken, struct err *err);
void tty_close(struct tty *tty);

/*
 * Keys as they are typed, no echo; signals (^C, ^Z) stay the terminal's
 * affair. False: it cannot be done, the terminal is gone.
 */
bool tty_enter(const struct tty *tty);
void tty_leave(const struct tty *tty);

/* Leaves them as they are where the terminal does not say. */
void tty_size(const struct tty *tty, int *rows, int *cols);

/* Returns 0; 1: given up, a signal asked to end; -1: the terminal is gone. */
int tty_write(const struct tty *tty, const char *bytes, size_t nbytes);
/* The last words: not more than a moment is spent on a stuck terminal. */
void tty_write_last(const struct tty *tty, const char *bytes, size_t nbytes);

#endif
