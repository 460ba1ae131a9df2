#ifndef UI_GEOMETRY_H
#define UI_GEOMETRY_H

/*
 * Where everything stands on a screen of a given size: a pure function, so
 * that a resize is "compute, tell the panes, draw".
 */

#include <stdbool.h>

#include "layout/line.h"
#include "ui/pane.h"

enum focus {
	FOCUS_LIST,
	FOCUS_READ,
};

struct geometry {
	bool is_side_by_side;	/* else one above the other, or one alone */
	bool has_list, has_read;
	struct area list, read;
	struct area rule;	/* between the two; empty: none */
	struct area whole;	/* all that is above the status row */
	int status_row;		/* -1: there is no room for it */
};

/*
 * IS_FULL: the reading pane has the whole screen (while it has the focus).
 * Under ORDER_LOGICAL no row carries two texts, so nothing stands side by
 * side; and the first column stays blank where there are enough: see enum
 * row_help.
 */
void geometry_compute(struct geometry *geometry, int rows, int cols,
	enum focus focus, bool is_full, enum text_order order);

#endif
