#ifndef UI_TERM_SHIFT_H
#define UI_TERM_SHIFT_H

/*
 * Finds what a paint may begin with to get shorter: rows that moved up or
 * down together, or rows that are so different that emptying them first
 * saves erasing the end of each. Guesses only; term_paint measures them.
 * Private to ui/term*.c.
 */

struct screen;
struct screen_cell;

/* Rows TOP to BOTTOM (in it) move up by N; 0: nothing moves. */
struct shift {
	int top, bottom;
	int n;
};

#define SHIFTS_MAX 4

/* WANTED has as many cells as SCREEN. Returns how many it found. */
int shift_find(const struct screen *screen, const struct screen_cell *wanted,
	struct shift found[SHIFTS_MAX]);

#endif
