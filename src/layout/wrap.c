#include <config.h>

#include "layout/wrap.h"

#include <assert.h>

/* What comes after the cluster and the blanks that hang behind it. */
static size_t
cluster_line_end(const struct wrap_unit *units, size_t count, size_t cluster)
{
	size_t next = cluster + 1;

	while (next < count && !units[next].starts_cluster)
		next++;
	while (next < count && units[next].is_blank)
		next++;
	return next;
}

size_t
wrap_line_end(const struct wrap_unit *units, size_t count, size_t first,
	int cols)
{
	size_t cluster = first;		/* where the current one starts */
	size_t last_break = first;	/* FIRST: none yet */
	int used = 0;			/* columns, blanks counted */

	assert(first < count && cols >= 1);
	for (size_t i = first; i < count; i++) {
		const struct wrap_unit *unit = &units[i];

		if (unit->starts_cluster)
			cluster = i;
		if (unit->is_blank) {
			used += unit->cols;
			/* Millions of blanks hang as well as one. */
			if (used > cols)
				used = cols + 1;
			continue;
		}
		if (unit->can_break && unit->starts_cluster)
			last_break = i;
		if (unit->cols > cols - used) {
			if (last_break > first)
				return last_break;
			return cluster > first ? cluster
				: cluster_line_end(units, count, cluster);
		}
		used += unit->cols;
	}
	return count;
}

size_t
wrap_shown_end(const struct wrap_unit *units, size_t first, size_t end)
{
	while (end > first && units[end - 1].is_blank)
		end--;
	return end;
}
