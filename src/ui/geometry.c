#include <config.h>

#include "ui/geometry.h"

/* From this width on the panes stand side by side. */
#define SIDE_BY_SIDE_COLS 100
/* Below either of these one pane stands alone. */
#define TWO_PANES_ROWS 12
#define TWO_PANES_COLS 30
/* Below this no column is given away. */
#define INDENT_COLS 20
/* What the reading pane likes to have: a measure and its margins. */
#define READ_COLS 74

static int
clamp(int n, int least, int most)
{
	return n < least ? least : n > most ? most : n;
}

static void
split_side_by_side(struct geometry *g, struct area whole)
{
	int list_cols = clamp(whole.cols - 1 - READ_COLS, whole.cols * 3 / 8,
		whole.cols * 2 / 5);

	g->is_side_by_side = true;
	g->list = g->rule = g->read = whole;
	g->list.cols = list_cols;
	g->rule.col += list_cols;
	g->rule.cols = 1;
	g->read.col += list_cols + 1;
	g->read.cols -= list_cols + 1;
}

static void
split_stacked(struct geometry *g, struct area whole)
{
	int list_rows = clamp(whole.rows / 3, 3, 12);

	g->list = g->rule = g->read = whole;
	g->list.rows = list_rows;
	g->rule.row += list_rows;
	g->rule.rows = 1;
	g->read.row += list_rows + 1;
	g->read.rows -= list_rows + 1;
}

void
geometry_compute(struct geometry *g, int rows, int cols, enum focus focus,
	bool is_full, enum text_order order)
{
	bool is_alone = rows < TWO_PANES_ROWS || cols < TWO_PANES_COLS;
	bool is_read = focus == FOCUS_READ;
	int indent = order == ORDER_LOGICAL && cols >= INDENT_COLS ? 1 : 0;

	*g = (struct geometry){ .status_row = rows >= 2 ? rows - 1 : -1 };
	g->whole = (struct area){ 0, indent, rows >= 2 ? rows - 1 : rows,
		cols - indent };
	g->has_list = !is_read || !(is_full || is_alone);
	g->has_read = is_read || !is_alone;
	if (!g->has_list)
		g->read = g->whole;
	else if (!g->has_read)
		g->list = g->whole;
	else if (cols >= SIDE_BY_SIDE_COLS && order == ORDER_VISUAL)
		split_side_by_side(g, g->whole);
	else
		split_stacked(g, g->whole);
}
