#include <config.h>

#include "layout/wrap.h"

#include <assert.h>

/* What comes after the cluster and the blanks that hang behind it. */
static size_t
cluster_line_end(const struct wrap_units *units, size_t cluster)
{
	size_t next = cluster + 1;

	while (next < units->count && !(units->at[next] & UNIT_CLUSTER))
		next++;
	while (next < units->count && units->at[next] & UNIT_BLANK)
		next++;
	return next;
}

/* The last unit from END down to FIRST + 1 with these FLAGS, else FIRST. */
static size_t
last_with(const struct wrap_units *units, size_t first, size_t end,
	uint8_t flags)
{
	while (end > first
			&& (units->at[end] & (UNIT_LATE | UNIT_BLANK)) != flags)
		end--;
	return end;
}

/*
 * Where every unit is a cluster of one column the line reaches COLS units far;
 * only around that place is something to be found out.
 */
static size_t
uniform_line_end(const struct wrap_units *units, size_t first, int cols)
{
	size_t end, line_end;

	if (units->count - first <= (size_t)cols)
		return units->count;
	end = first + (size_t)cols;
	while (end < units->count && units->at[end] & UNIT_BLANK)
		end++;
	if (end == units->count)
		return end;
	line_end = last_with(units, first, end, UNIT_BREAK);
	if (line_end == first)
		line_end = last_with(units, first, end, UNIT_CUT);
	if (line_end == first)
		line_end = last_with(units, first, end, UNIT_LATE);
	return line_end == first ? end : line_end;
}

/* Whether a line that is USED columns full may end before UNIT. */
static bool
may_end(uint8_t unit, uint8_t flags, int used, int cols)
{
	return (unit & (UNIT_LATE | UNIT_CLUSTER)) == (flags | UNIT_CLUSTER)
		&& (!(unit & UNIT_HYPHEN) || used < cols);
}

size_t
wrap_line_end(const struct wrap_units *units, size_t first, int cols)
{
	size_t cluster = first;		/* where the current one starts */
	size_t last_break = first;	/* FIRST: none yet */
	size_t last_cut = first, last_late = first;	/* likewise */
	int used = 0;			/* columns, blanks counted */

	assert(first < units->count && cols >= 1);
	if (units->is_uniform)
		return uniform_line_end(units, first, cols);
	for (size_t i = first; i < units->count; i++) {
		uint8_t unit = units->at[i];
		int unit_cols = unit & UNIT_COLS;

		if (unit & UNIT_CLUSTER)
			cluster = i;
		if (unit & UNIT_BLANK) {
			used += unit_cols;
			/* Millions of blanks hang as well as one. */
			if (used > cols)
				used = cols + 1;
			continue;
		}
		if (may_end(unit, UNIT_BREAK, used, cols))
			last_break = i;
		if (may_end(unit, UNIT_CUT, used, cols))
			last_cut = i;
		if (may_end(unit, UNIT_LATE, used, cols))
			last_late = i;
		if (unit_cols > cols - used) {
			if (last_break > first)
				return last_break;
			if (last_cut > first)
				return last_cut;
			if (last_late > first)
				return last_late;
			return cluster > first ? cluster
				: cluster_line_end(units, cluster);
		}
		used += unit_cols;
	}
	return units->count;
}

size_t
wrap_shown_end(const struct wrap_units *units, size_t first, size_t end)
{
	while (end > first && units->at[end - 1] & UNIT_BLANK)
		end--;
	return end;
}

bool
wrap_has_hyphen(const struct wrap_units *units, size_t first, size_t end,
	int cols)
{
	if (end >= units->count || !(units->at[end] & UNIT_HYPHEN))
		return false;
	for (size_t i = first; i < end && cols > 0; i++)
		cols -= units->at[i] & UNIT_COLS;
	return cols > 0;
}
