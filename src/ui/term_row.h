#ifndef UI_TERM_ROW_H
#define UI_TERM_ROW_H

/*
 * What a row with right-to-left text needs besides its cells in a terminal
 * that meddles with its order. Private to ui/term*.c.
 */

#include "ui/term_order.h"

struct frame;
struct screen_cell;

/*
 * Changes the cells WANTED, which show ROW of FRAME, so that they come out as
 * the frame has them. Returns how many columns the text moved to the right.
 */
int row_help(struct screen_cell *wanted, const struct frame *frame, int row,
	enum row_help help);

#endif
