#ifndef LAYOUT_WRAP_H
#define LAYOUT_WRAP_H

/*
 * The decision how much goes on a line: greedy, on cells in logical order.
 * Knows nothing of text; pure functions.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What wrapping has to know of a cell, in one byte. */
#define UNIT_COLS 0x03		/* mask: how many columns it takes, 1 or 2 */
#define UNIT_CLUSTER 0x04	/* starts one; no line ends inside a cluster */
#define UNIT_BREAK 0x08	/* a line may end before it ... */
#define UNIT_CUT 0x10		/* ... only where its word is too wide */
#define UNIT_LATE 0x18		/* ... and has no such place in reach */
#define UNIT_HYPHEN 0x20	/* a line that ends before it shows a hyphen */
#define UNIT_BLANK 0x40	/* hangs over the edge, takes no room there */
#define UNIT_MARKS 0x80	/* has marks; nothing to wrapping */

/* A character of one column, its own cluster, as most are. */
#define UNIT_PLAIN (1 | UNIT_CLUSTER)

/* The cells of a paragraph, borrowed. */
struct wrap_units {
	const uint8_t *at;	/* UNIT_ flags */
	size_t count;
	bool is_uniform;	/* all are UNIT_PLAIN, none has a hyphen */
};

/*
 * The end of the line that begins with unit FIRST < count and has COLS >= 1
 * columns: at the last place where it may end; else, in a word that is too
 * wide, where that may be cut, early or late; else before the cluster that
 * does not fit, but
 * at least one cluster on. The blanks that hang are part of the line, so the
 * next one never begins with them. There is room for the hyphen, if the line
 * shows one.
 */
size_t wrap_line_end(const struct wrap_units *units, size_t first, int cols);

/* Where the blanks begin that hang at the end of the line FIRST to END. */
size_t wrap_shown_end(const struct wrap_units *units, size_t first,
	size_t end);

/*
 * Whether the line FIRST to END shows a hyphen: if it was cut there for want
 * of a better place, it may have no room for one.
 */
bool wrap_has_hyphen(const struct wrap_units *units, size_t first, size_t end,
	int cols);

#endif
