#ifndef UI_FRAME_H
#define UI_FRAME_H

/*
 * The off-screen screen: a grid of cells that panes draw into and ui/term
 * sends. Drawing outside the grid is clipped, so panes need not care about
 * tiny terminals. Rows and columns count from 0; the grid is in visual order
 * from left to right (in logical order under ORDER_LOGICAL).
 */

#include <stdbool.h>
#include <stdint.h>

#include "layout/line.h"

struct buf;

enum emphasis {
	EMPHASIS_MATCH = 1 << 0,	/* a search hit */
	EMPHASIS_CURRENT = 1 << 1,	/* the hit that n and N stand on */
	EMPHASIS_SELECTED = 1 << 2,	/* the selected row */
	EMPHASIS_FOCUS = 1 << 3,	/* in the pane that has the keys */
};

struct frame_cell {
	uint32_t cps[CELL_CPS_MAX];
	uint8_t ncps;
	uint8_t cols;		/* 1, 2; 0: right half of the cell before */
	uint8_t role;		/* enum role */
	uint8_t emphasis;	/* set of enum emphasis */
	bool is_rtl;		/* runs from right to left */
};

/* What ui/term has to know of a row beside its cells (see enum row_help). */
enum row_base {
	ROW_BASE_LTR,		/* nothing that runs from right to left */
	ROW_BASE_RTL,		/* a text that does, in the order in force */
	/* The same in another way than the one in force: */
	ROW_BASE_VISUAL,
	ROW_BASE_LOGICAL,
	ROW_BASE_EMBEDDED,	/* logical and behind RLE */
	ROW_BASE_TURNED,	/* so, and with mirrored brackets */
	ROW_BASE_COUNT
};

struct row_text {
	enum row_base base;
	int first_col;		/* of what runs from right to left; pads
				   before it are not part of the text */
	bool is_flush;		/* it stands at the right */
};

struct frame {
	int rows, cols;
	struct frame_cell *cells;	/* rows * cols, row by row */
	struct row_text *texts;		/* of each row */
	/* Where the terminal's cursor shows; cursor_row -1: hidden. */
	int cursor_row, cursor_col;
};

void frame_init(struct frame *frame);
void frame_release(struct frame *frame);
/* Sets the size (>= 0 each) and blanks everything. */
void frame_resize(struct frame *frame, int rows, int cols);
/* All blanks of ROLE_BODY, cursor hidden. */
void frame_blank(struct frame *frame);

/* Blanks NCOLS columns of a row with ROLE and EMPHASIS. */
void frame_fill(struct frame *frame, int row, int col, int ncols,
	enum role role, unsigned emphasis);
/*
 * Puts LINE's cells into the NCOLS columns from COL on: flush right where the
 * line is right to left (IS_FLUSH), else from the left. Returns the column
 * of the first cell put. Cells keep their role; EMPHASIS is added to all. The
 * row takes the base direction of a right-to-left line.
 */
int frame_put_line(struct frame *frame, int row, int col, int ncols,
	const struct line *line, bool is_flush, unsigned emphasis);
/* The text in ROW is not in the order in force. */
void frame_set_base(struct frame *frame, int row, enum row_base base);
/* Adds EMPHASIS to the cells of a put line that show bytes of SPAN. */
void frame_emphasize(struct frame *frame, int row, int first_col,
	const struct line *line, struct span span, unsigned emphasis);

/* Row as UTF-8 without trailing blanks, for tests. */
void frame_add_row(const struct frame *frame, int row, struct buf *out);

#endif
