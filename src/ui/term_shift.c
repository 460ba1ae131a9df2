#include <config.h>

#include "ui/term_shift.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "ui/term_move.h"
#include "ui/term_screen.h"

/* What is known of a row before anything moves; costs are in bytes, rough. */
struct row_facts {
	uint64_t shown, wanted;	/* hashes: what is there, what shall be */
	int diff_cost;		/* making the one the other */
	int full_cost;		/* drawing it on a blank row */
};

/* FNV-1a, over words. A collision costs bytes on the line, nothing else. */
static uint64_t
hash_row(const struct screen_cell *cells, int cols)
{
	uint64_t hash = 0xcbf29ce484222325u;

	for (int col = 0; col < cols; col++) {
		uint32_t words[sizeof(*cells) / sizeof(uint32_t)];

		memcpy(words, &cells[col], sizeof(*cells));
		for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
			hash = (hash ^ words[i]) * 0x100000001b3u;
	}
	return hash;
}

static int
end_of(const struct screen_cell *cells, int cols)
{
	while (cols > 0 && screen_cell_is_blank(&cells[cols - 1]))
		cols--;
	return cols;
}

static int
at_most(int number, int limit)
{
	return number < limit ? number : limit;
}

/*
 * About how many bytes it takes to make the row SHOWN (NULL: a blank one) the
 * row WANTED. What is the same saves little: short stretches are sent again.
 */
static int
cost_of(const struct screen_cell *shown, const struct screen_cell *wanted,
	int cols)
{
	int end = end_of(wanted, cols), nsame = 0, cost = 0;
	int old_end = shown != NULL ? end_of(shown, cols) : 0;

	for (int col = 0; col < end; col++) {
		bool is_same = shown == NULL
			? screen_cell_is_blank(&wanted[col])
			: memcmp(&shown[col], &wanted[col],
				sizeof(*shown)) == 0;

		if (is_same) {
			nsame++;
			continue;
		}
		cost += 1 + at_most(nsame, MOVE_WITHIN_ROW_BYTES);
		nsame = 0;
	}
	if (old_end > end)
		cost += at_most(old_end - end, ERASE_BYTES);
	return cost;
}

static void
learn_row(struct row_facts *facts, const struct screen_cell *shown,
	const struct screen_cell *wanted, int cols)
{
	facts->shown = hash_row(shown, cols);
	facts->wanted = hash_row(wanted, cols);
	facts->diff_cost = cost_of(shown, wanted, cols);
	facts->full_cost = cost_of(NULL, wanted, cols);
}

/*
 * Sums over the rows before each: what it gains if a row becomes blank, and
 * if it comes from some rows away. As differences they give any region.
 */
struct gains {
	int *blank, *moved;	/* one more than there are rows */
};

static int
gain_of_blank(const struct row_facts *facts, int row)
{
	return facts[row].diff_cost - facts[row].full_cost;
}

static void
sum_blank(struct gains *gains, const struct row_facts *facts, int rows)
{
	for (int row = 0; row < rows; row++)
		gains->blank[row + 1] = gains->blank[row] +
			gain_of_blank(facts, row);
}

static void
sum_moved(struct gains *gains, const struct row_facts *facts, int rows, int n)
{
	for (int row = 0; row < rows; row++) {
		int from = row + n, gain = gain_of_blank(facts, row);

		if (from >= 0 && from < rows
			&& facts[from].shown == facts[row].wanted)
			gain = facts[row].diff_cost;
		gains->moved[row + 1] = gains->moved[row] + gain;
	}
}

/* The part of a region's gain that its first row TOP decides. */
static int
gain_at_top(const struct gains *gains, int top, int n)
{
	if (n > 0)
		return -gains->moved[top];
	return gains->blank[top - n] - gains->blank[top] -
		gains->moved[top - n];
}

/* The part that its last row decides. */
static int
gain_at_bottom(const struct gains *gains, int bottom, int n)
{
	if (n < 0)
		return gains->moved[bottom + 1];
	return gains->moved[bottom + 1 - n] + gains->blank[bottom + 1] -
		gains->blank[bottom + 1 - n];
}

/* What is the best so far. */
struct best {
	struct shift shift;
	int gain;
};

static void
offer(struct best *best, int top, int bottom, int n, int gain)
{
	/* One row is no region. */
	if (gain > best->gain && top < bottom)
		*best = (struct best){ { top, bottom, n }, gain };
}

/* The best region for a distance. */
static void
try_distance(const struct gains *gains, int rows, int n, struct best *best)
{
	int top = 0, top_gain = gain_at_top(gains, 0, n);

	for (int bottom = abs(n) - 1; bottom < rows; bottom++) {
		int last = bottom + 1 - abs(n);
		int gain = gain_at_top(gains, last, n);

		if (gain > top_gain) {
			top = last;
			top_gain = gain;
		}
		offer(best, top, bottom, n,
			top_gain + gain_at_bottom(gains, bottom, n));
	}
}

/* All of the rows move out. */
static void
try_emptied(const struct gains *gains, int rows, struct best *best)
{
	int top = 0;

	for (int bottom = 0; bottom < rows; bottom++) {
		if (gains->blank[bottom] < gains->blank[top])
			top = bottom;
		offer(best, top, bottom, bottom + 1 - top,
			gains->blank[bottom + 1] - gains->blank[top]);
	}
}

/*
 * The best anywhere, and the best in the region that the terminal has
 * already: not having to set it may weigh more.
 */
static int
find_all(struct gains *gains, const struct row_facts *facts,
	const struct screen *screen, struct shift found[SHIFTS_MAX])
{
	struct best best[SHIFTS_MAX] = { 0 };
	int rows = screen->rows, top = screen->top, bottom = screen->bottom;
	int height = bottom + 1 - top, count = 0;

	sum_blank(gains, facts, rows);
	for (int n = 1 - rows; n < rows; n++) {
		if (n == 0)
			continue;
		sum_moved(gains, facts, rows, n);
		try_distance(gains, rows, n, &best[0]);
		if (abs(n) < height)
			offer(&best[1], top, bottom, n,
				gain_at_top(gains, top, n) +
				gain_at_bottom(gains, bottom, n));
	}
	try_emptied(gains, rows, &best[2]);
	offer(&best[3], top, bottom, height,
		gains->blank[bottom + 1] - gains->blank[top]);
	for (int i = 0; i < SHIFTS_MAX; i++)
		if (best[i].gain > 0)
			found[count++] = best[i].shift;
	return count;
}

int
shift_find(const struct screen *screen, const struct screen_cell *wanted,
	struct shift found[SHIFTS_MAX])
{
	int rows = screen->rows, cols = screen->cols, count;
	struct row_facts *facts;
	struct gains gains;

	if (!screen_can_shift(screen) || rows < 2)
		return 0;
	facts = xcalloc((size_t)rows, sizeof(*facts));
	for (int row = 0; row < rows; row++)
		learn_row(&facts[row], screen_row(screen, row),
			wanted + (size_t)row * (size_t)cols, cols);
	gains.blank = xcalloc((size_t)rows + 1, sizeof(*gains.blank));
	gains.moved = xcalloc((size_t)rows + 1, sizeof(*gains.moved));
	count = find_all(&gains, facts, screen, found);
	free(gains.moved);
	free(gains.blank);
	free(facts);
	return count;
}
