#include <config.h>

#include "ui/geometry.h"

/* From this width on the panes stand side by side. */
#define SIDE_BY_SIDE_COLS 100
/* Below either of these one pane stands alone. */
#define TWO_PANES_ROWS 12
#define TWO_PANES_COLS 30
/* What the reading pane likes to have: a measure and its margins. */
#define READ_COLS 74

static int
clamp(int n, int least, int most)
{
	return n < least ? least : n > most ? most : n;
}

static void
split_side_by_side(struct geometry *g, int rows, int cols)
{
	int list_cols = clamp(cols - 1 - READ_COLS, cols * 3 / 8,
		cols * 2 / 5);

	g->is_side_by_side = true;
	g->list = (struct area){ 0, 0, rows, list_cols };
	g->rule = (struct area){ 0, list_cols, rows, 1 };
	g->read = (struct area){ 0, list_cols + 1, rows,
		cols - list_cols - 1 };
}

static void
split_stacked(struct geometry *g, int rows, int cols)
{
	int list_rows = clamp(rows / 3, 3, 12);

	g->list = (struct area){ 0, 0, list_rows, cols };
	g->rule = (struct area){ list_rows, 0, 1, cols };
	g->read = (struct area){ list_rows + 1, 0, rows - list_rows - 1,
		cols };
}

void
geometry_compute(struct geometry *g, int rows, int cols, enum focus focus,
	bool is_full, enum text_order order)
{
	int pane_rows = rows >= 2 ? rows - 1 : rows;
	bool is_alone = rows < TWO_PANES_ROWS || cols < TWO_PANES_COLS;
	bool is_read = focus == FOCUS_READ;

	*g = (struct geometry){ .status_row = rows >= 2 ? rows - 1 : -1 };
	g->has_list = !is_read || !(is_full || is_alone);
	g->has_read = is_read || !is_alone;
	if (!g->has_list)
		g->read = (struct area){ 0, 0, pane_rows, cols };
	else if (!g->has_read)
		g->list = (struct area){ 0, 0, pane_rows, cols };
	else if (cols >= SIDE_BY_SIDE_COLS && order == ORDER_VISUAL)
		split_side_by_side(g, pane_rows, cols);
	else
		split_stacked(g, pane_rows, cols);
}
