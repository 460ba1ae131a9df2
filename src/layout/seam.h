#ifndef LAYOUT_SEAM_H
#define LAYOUT_SEAM_H

/*
 * The end of a window in a line that goes on: what is left for its last row
 * would stand there like the end of a paragraph. So the rows before give a few
 * columns each, until the last one is about as full as any.
 */

#include "layout/fill.h"
#include "layout/wrap.h"

/* ROWS are those of UNITS, in COLS columns. */
void seam_hide(const struct wrap_units *units, int cols,
	struct row_vec *rows);

#endif
