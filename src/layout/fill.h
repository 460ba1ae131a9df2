#ifndef LAYOUT_FILL_H
#define LAYOUT_FILL_H

/*
 * A paragraph cut into rows all at once: each as full as it can be, or all of
 * them as even as they can be. Evenly means, of all the ways to cut the
 * paragraph into as few rows as greedy filling needs, the one with the least
 * sum of costs:
 *
 * - a row costs the square of the columns that are left over at its end;
 * - a row that ends with a hyphen costs FILL_HYPHEN_COST more;
 * - where rows are to be justified, one whose gaps cannot give all the columns
 *   it lacks, so that it stays short, costs FILL_LOOSE_COST more;
 * - the last row is free, but FILL_WIDOW_COST where it is a widow: one word
 *   shorter than a quarter of the measure.
 *
 * A word wider than the measure begins a row and is cut as wrap_line_end cuts
 * it. Neither function allocates but for ROWS, which is used again.
 */

#include <stddef.h>
#include <stdint.h>

#include "layout/wrap.h"

#define FILL_HYPHEN_COST 16u
#define FILL_LOOSE_COST(cols) ((uint64_t)(cols) * (uint64_t)(cols) / 16u)
#define FILL_WIDOW_COST(cols) ((uint64_t)(cols) * (uint64_t)(cols) / 36u)

/* The first cell of each row; a paragraph has at least one row. */
struct row_vec {
	uint32_t *at;
	size_t count, capacity;
};

/* Fills ROWS (emptied first) greedily. Empty UNITS give one row. */
void fill_greedy(const struct wrap_units *units, int cols,
	struct row_vec *rows);
/*
 * Likewise, evenly: as many rows as fill_greedy, none wider than it makes
 * them. Costs the places where a row may end, times those on one row. The
 * best there is up to some 2,000 such places; beyond that the paragraph is
 * worked on in stretches, and still never costs more than greedily. A gap may
 * become GAP_COLS wide when rows are justified; 0: they are not, or have other
 * places to be filled.
 */
void fill_even(const struct wrap_units *units, int cols, int gap_cols,
	struct row_vec *rows);

#endif
