#ifndef UI_TERM_SIGNALS_H
#define UI_TERM_SIGNALS_H

/*
 * The signals of a full-screen program, and the last thing that it sends on
 * every way out. Handlers write the signal's number into a pipe that the
 * loop reads; a crash restores the terminal from the handler itself, with
 * nothing but async-signal-safe calls. Owns the one handler struct of the
 * program. Private to ui/term*.c.
 */

#include <stdbool.h>
#include <stddef.h>
#include <termios.h>

struct err;

/* More is never needed to restore a terminal. */
#define RESTORE_BYTES_MAX 512

/*
 * Takes the signals over; those that were ignored (nohup) stay ignored. TTY
 * and ORIGINAL are what a crash restores, with the bytes of
 * signals_set_restore. Returns the pipe's end to read signal numbers from,
 * non-blocking, or -1 and ERR with nothing changed.
 */
int signals_start(int tty, const struct termios *original, struct err *err);
/* Gives the signals back. */
void signals_stop(void);

/* What restores the screen from now on, at most RESTORE_BYTES_MAX. */
void signals_set_restore(const char *bytes, size_t nbytes);
/*
 * Whether the terminal is ours, so that a crash, exit or die restores it.
 * False while it is restored already.
 */
void signals_set_active(bool is_active);
/* Whether a signal asked to end: nobody waits for a stuck terminal then. */
bool signals_are_ending(void);
/* The signal that asked to end is taken for something else. */
void signals_go_on(void);

/* Stops the process as the terminal's ^Z does; returns when continued. */
void signals_stop_self(void);

#endif
