#include <config.h>

#include "layout/fill.h"

#include <assert.h>
#include <stdbool.h>

#include "base/vec.h"

/*
 * Fewest rows first makes the search small: with g(r) the first cell of row r
 * of the greedy rows, which reach as far as any, row r of a paragraph cut into
 * no more rows than that begins behind g(r - 1), at most at g(r). So there is
 * one layer of places for each row, and a row goes from one layer to the next.
 */

/* How many places are looked at together; a test makes it tiny. */
#ifndef FILL_PLACES_MAX
#define FILL_PLACES_MAX 2048u
#endif

#define COST_NONE UINT64_MAX

/* Where a row may end and the next begin. */
struct place {
	uint64_t cost;		/* of all rows up to here, at their best */
	uint32_t cell;
	uint32_t previous;	/* where the row before begins; an index */
	/* Columns from the stretch's start up to the cell, and those that a
	   row takes that ends here: without the blanks that hang, or with the
	   hyphen. */
	uint32_t cols, shown_cols;
	/* Likewise, the columns that the gaps up to here can give. */
	uint32_t given, shown_given;
};

/* What is worked on. */
struct stretch {
	const struct wrap_units *units;
	uint32_t cols;			/* the measure */
	uint32_t gap_cols;		/* at most, when it is justified */
	struct place places[FILL_PLACES_MAX];
	size_t count;
	/* The places where the row before may begin, the first of them that
	   the next place is not too far from, and the least cost of them. */
	size_t layer_fit, layer_end;
	uint64_t layer_cost;
	/* The next cell to look at, and the columns up to it. */
	size_t cell;
	uint32_t used_cols, shown_cols;
	/* Of the gap that ends there, and what those before it can give. */
	uint32_t blank_cols, given;
};

static bool
is_place(uint8_t unit)
{
	return (unit & (UNIT_LATE | UNIT_CLUSTER | UNIT_BLANK))
		== (UNIT_BREAK | UNIT_CLUSTER);
}

static bool
has_hyphen(const struct wrap_units *units, size_t end)
{
	return end < units->count && (units->at[end] & UNIT_HYPHEN);
}

static void
stretch_begin(struct stretch *stretch, size_t cell)
{
	stretch->places[0] = (struct place){ .cell = (uint32_t)cell };
	stretch->count = 1;
	stretch->layer_fit = 0;
	stretch->layer_end = 1;
	stretch->layer_cost = 0;
	stretch->cell = cell;
	stretch->used_cols = stretch->shown_cols = 0;
	stretch->given = 0;
	/* An indent gives nothing. */
	stretch->blank_cols = stretch->gap_cols;
}

/* The columns that the gap behind what was looked at can give. */
static uint32_t
gap_gives(const struct stretch *stretch)
{
	uint32_t cols = stretch->blank_cols;

	return cols > 0 && cols < stretch->gap_cols ? stretch->gap_cols - cols
		: 0;
}

/* The last row is free, unless it is one short word. */
static uint64_t
last_row_cost(const struct stretch *stretch, uint64_t row_cols, bool is_word)
{
	return is_word && row_cols * 4 < stretch->cols
		? FILL_WIDOW_COST(stretch->cols) : 0;
}

/* What a row from START to END costs more that lacks LEFT columns. */
static uint64_t
loose_cost(const struct stretch *stretch, const struct place *start,
	const struct place *end, uint64_t left)
{
	return stretch->gap_cols > 0
		&& left > end->shown_given - start->given
		? FILL_LOOSE_COST(stretch->cols) : 0;
}

/*
 * Finds where the row that ends at PLACE, the next one, had best begin: from
 * the longest row to shorter ones, till the columns left over alone cost more
 * than the best. Only a cluster that no row has room for may be wider than the
 * measure.
 */
static void
find_best(struct stretch *stretch, struct place *place)
{
	const struct place *places = stretch->places;
	bool is_last = place->cell == stretch->units->count;
	uint64_t end_cost = has_hyphen(stretch->units, place->cell)
		? FILL_HYPHEN_COST : 0;
	uint32_t cols = stretch->cols;
	size_t i = stretch->layer_fit;

	while (i < stretch->layer_end
			&& place->shown_cols - places[i].cols > cols)
		i++;
	stretch->layer_fit = i;
	if (i == stretch->count)
		i--;
	place->cost = COST_NONE;
	for (; i < stretch->layer_end; i++) {
		uint32_t row_cols = place->shown_cols - places[i].cols;
		uint64_t left = row_cols < cols ? cols - row_cols : 0;
		uint64_t cost = left * left + end_cost;

		if (is_last)
			cost = last_row_cost(stretch, row_cols,
				i + 1 == stretch->count);
		else if (cost + stretch->layer_cost >= place->cost)
			return;
		else
			cost += loose_cost(stretch, &places[i], place, left);
		if (places[i].cost != COST_NONE
				&& places[i].cost + cost < place->cost) {
			place->cost = places[i].cost + cost;
			place->previous = (uint32_t)i;
		}
	}
}

/* Goes on to the next place, at most to cell LIMIT, which is one. */
static struct place
next_place(struct stretch *stretch, size_t limit)
{
	const uint8_t *units = stretch->units->at;
	uint32_t used = stretch->used_cols, shown = stretch->shown_cols;
	size_t cell = stretch->cell;

	do {
		used += units[cell] & UNIT_COLS;
		if (units[cell] & UNIT_BLANK) {
			stretch->blank_cols += units[cell] & UNIT_COLS;
		} else {
			shown = used;
			stretch->given += gap_gives(stretch);
			stretch->blank_cols = 0;
		}
		cell++;
	} while (cell < limit && !is_place(units[cell]));
	stretch->used_cols = used;
	stretch->shown_cols = shown;
	stretch->cell = cell;
	return (struct place){
		.cell = (uint32_t)cell,
		.cols = used,
		.shown_cols = has_hyphen(stretch->units, cell) ? used + 1
			: shown,
		.given = stretch->given + gap_gives(stretch),
		.shown_given = stretch->given,
	};
}

/*
 * Appends the layer of the places up to cell END. Returns false if there is
 * no room for all; then the stretch ends with the layer before.
 */
static bool
add_layer(struct stretch *stretch, size_t end)
{
	size_t layer = stretch->count;
	uint64_t cost = COST_NONE;

	while (stretch->cell < end) {
		struct place place;

		if (stretch->count == FILL_PLACES_MAX) {
			stretch->count = layer;
			return false;
		}
		place = next_place(stretch, end);
		find_best(stretch, &place);
		if (place.cost < cost)
			cost = place.cost;
		stretch->places[stretch->count++] = place;
	}
	stretch->layer_fit = layer;
	stretch->layer_end = stretch->count;
	stretch->layer_cost = cost;
	return true;
}

/*
 * Evens out what begins with row FIRST, up to row END (at most the number of
 * rows: the paragraph's end), as far as there is room for its places. Returns
 * up to which row that is done, always later than FIRST. Where it is not END,
 * only the first half of the rows stay: the others may want to end otherwise
 * once it is known what follows. They could all still be as they are, so the
 * rows that follow are no more, and cost no more, than greedily.
 */
static size_t
fill_stretch(struct stretch *stretch, struct row_vec *rows, size_t first,
	size_t end)
{
	size_t row = first, keep, at;

	stretch_begin(stretch, rows->at[first]);
	while (row < end && add_layer(stretch, row + 1 < rows->count
			? rows->at[row + 1] : stretch->units->count))
		row++;
	if (row == first)
		return first + 1;
	keep = row == end || row == first + 1 ? row
		: first + (row - first) / 2;
	at = stretch->count - 1;
	assert(stretch->places[at].cost != COST_NONE);
	for (; row > first; row--) {
		if (row <= keep && row < rows->count)
			rows->at[row] = stretch->places[at].cell;
		at = stretch->places[at].previous;
	}
	return keep;
}

void
fill_greedy(const struct wrap_units *units, int cols, struct row_vec *rows)
{
	size_t first = 0;

	assert(cols >= 1);
	rows->count = 0;
	do {
		VEC_PUSH(rows, (uint32_t)first);
		if (units->count > 0)
			first = wrap_line_end(units, first, cols);
	} while (first < units->count);
}

/*
 * The row where the stretch ends that begins with row FIRST: with the
 * paragraph, or where a word begins that the row after it is a piece of.
 */
static size_t
stretch_end(const struct wrap_units *units, const struct row_vec *rows,
	size_t first)
{
	size_t row = first + 1;

	while (row < rows->count && is_place(units->at[rows->at[row]]))
		row++;
	return row == rows->count ? row : row - 1;
}

void
fill_even(const struct wrap_units *units, int cols, int gap_cols,
	struct row_vec *rows)
{
	struct stretch stretch;
	size_t row = 0;

	fill_greedy(units, cols, rows);
	if (rows->count == 1)
		return;
	stretch.units = units;
	stretch.cols = (uint32_t)cols;
	stretch.gap_cols = (uint32_t)gap_cols;
	while (row < rows->count) {
		size_t end = stretch_end(units, rows, row);

		if (end == row)
			row++;
		while (row < end)
			row = fill_stretch(&stretch, rows, row, end);
	}
}
