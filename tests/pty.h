#ifndef TESTS_PTY_H
#define TESTS_PTY_H

/*
 * A pseudo-terminal with something like a shell on it, for tests of what a
 * full-screen program sends and leaves behind. The shell is a session leader
 * that starts the program in a process group of its own and reports, a line
 * each, "pid N", "stopped", "exited N", "killed N"; the program may report,
 * too. The test itself is the terminal.
 */

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

/* Longer than any step takes on a busy machine. */
#define PTY_PATIENCE_MS 10000
#define PTY_BYTES_MAX 65536

struct pty {
	int master;
	int slave;		/* kept open, so that its modes can be read */
	int reports;		/* lines come out of it */
	int orders;		/* a byte: continue the stopped program */
	pid_t shell, program;
	char got[PTY_BYTES_MAX];	/* what was sent since pty_reset */
	size_t ngot;
	char line[128];		/* the last report */
};

/*
 * Starts PROGRAM, whose result is its exit status, on a new terminal. Whether
 * that worked; PTY is to be ended in any case.
 */
bool pty_start(struct pty *pty, int rows, int cols,
	int (*program)(int reports));
/* Closes everything and waits for the shell. */
void pty_end(struct pty *pty);
/* For the program: a line of WHAT and NUMBER. */
void pty_report(int reports, const char *what, int number);

/* What is typed. */
void pty_send(struct pty *pty, const char *bytes);
void pty_resize(struct pty *pty, int rows, int cols);
void pty_hang_up(struct pty *pty);
/* What fg does, after "stopped". */
void pty_continue(struct pty *pty);

/* Waits for the next report; false: none came. */
bool pty_read_line(struct pty *pty);
/* Reads the next report; whether it is WANT. */
bool pty_expect(struct pty *pty, const char *want);
/* Takes what the program has sent so far. */
void pty_take(struct pty *pty);
/* Takes it, and forgets all of it. */
void pty_reset(struct pty *pty);

#endif
