#ifndef LAYOUT_WRAP_H
#define LAYOUT_WRAP_H

/*
 * The decision how much goes on a line: greedy, on cells in logical order.
 * Knows nothing of text; pure functions.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What wrapping has to know of a cell. */
struct wrap_unit {
	uint8_t cols;
	bool starts_cluster;	/* a line never ends inside a cluster */
	bool can_break;		/* a line may end before it */
	bool is_blank;		/* hangs over the edge, takes no room there */
};

/*
 * The end of the line that begins with unit FIRST < COUNT and has COLS >= 1
 * columns: at the last place where it may end, else before the cluster that
 * does not fit, but at least one cluster on. The blanks that hang are part of
 * the line, so the next one never begins with them.
 */
size_t wrap_line_end(const struct wrap_unit *units, size_t count,
	size_t first, int cols);

/* Where the blanks begin that hang at the end of the line FIRST to END. */
size_t wrap_shown_end(const struct wrap_unit *units, size_t first,
	size_t end);

#endif
