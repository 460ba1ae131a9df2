#include <config.h>

#include "layout/seam.h"

#include <stdbool.h>

#include "base/vec.h"

/*
 * So many rows at most share what is missing (fewer are tried first), and no
 * row gives more than a part of its columns.
 */
#define ROWS_FIRST 16
#define ROWS_STEP 8
#define ROWS_MAX 48
#define SHARE 4

/* The columns that the cells FIRST to END take. */
static int
cols_of(const struct wrap_units *units, size_t first, size_t end)
{
	int cols = 0;

	end = wrap_shown_end(units, first, end);
	for (size_t i = first; i < end; i++)
		cols += (int)(units->at[i] & UNIT_COLS);
	return cols;
}

/* How wide the last row is if those from FIRST on have COLS columns. */
static int
last_cols(const struct wrap_units *units, size_t first, int cols)
{
	size_t end;

	while ((end = wrap_line_end(units, first, cols)) < units->count)
		first = end;
	return cols_of(units, first, end);
}

/* A row that lacks no more looks full. */
static bool
is_full(int last, int cols)
{
	return last >= cols - cols / 8;
}

/* The rows from ROW on become as narrow as makes the last one widest. */
static int
fill_last(const struct wrap_units *units, int cols, struct row_vec *rows,
	size_t row, int best)
{
	size_t first = rows->at[row];
	int best_cols = cols;

	for (int less = 1; less <= cols / SHARE && !is_full(best, cols);
			less++) {
		int last = last_cols(units, first, cols - less);

		if (last > best) {
			best = last;
			best_cols = cols - less;
		}
	}
	if (best_cols == cols)
		return best;
	rows->count = row;
	for (; first < units->count;
			first = wrap_line_end(units, first, best_cols))
		VEC_PUSH(rows, (uint32_t)first);
	return best;
}

void
seam_hide(const struct wrap_units *units, int cols, struct row_vec *rows)
{
	size_t last = rows->count - 1;
	int best = cols_of(units, rows->at[last], units->count);

	for (size_t n = ROWS_FIRST; n <= ROWS_MAX && n <= last
			&& !is_full(best, cols); n += ROWS_STEP)
		best = fill_last(units, cols, rows, last - n, best);
}
