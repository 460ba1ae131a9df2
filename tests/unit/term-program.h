#ifndef TESTS_UNIT_TERM_PROGRAM_H
#define TESTS_UNIT_TERM_PROGRAM_H

/*
 * A small program on the terminal module, for pty_start: it shows rows of
 * letters, reports "started", then what term_wait returns ("key N", "resized
 * 0", "quit N" ...), and ends in the way that a key tells it to: q returns, A
 * aborts, D dies, E exits, S crashes; Z only stops. What term_new refuses
 * with is reported as "error N".
 */

int run_visual(int reports);
/* With questions about the terminal's own order. */
int run_auto(int reports);
/* As under nohup. */
int run_without_hangup(int reports);
int run_without_terminal(int reports);
/* The article comes from standard input, the keys do not. */
int run_without_stdin(int reports);

#endif
