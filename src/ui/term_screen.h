#ifndef UI_TERM_SCREEN_H
#define UI_TERM_SCREEN_H

/*
 * What the terminal shows, and the operations that change it: each appends
 * the bytes to send and does the same to the model, so the two never part.
 * Every operation takes the fewest bytes it can; term_paint chooses between
 * operations. Knows neither roles nor where bytes go. Private to ui/term*.c.
 */

#include <stdbool.h>
#include <stdint.h>

#include "layout/line.h"

struct buf;
struct term_caps;

enum screen_attr {
	SCREEN_BOLD = 1 << 0,
	SCREEN_DIM = 1 << 1,
	SCREEN_UNDERLINED = 1 << 2,
	SCREEN_REVERSED = 1 << 3,
};

/* Without padding and zero where unused: compared as bytes. */
struct screen_cell {
	uint32_t cps[CELL_CPS_MAX];	/* printable only */
	uint8_t ncps;		/* 0: right half of the cell before */
	uint8_t cols;		/* 1, 2; 0: right half */
	uint8_t attrs;		/* set of enum screen_attr */
	uint8_t colour;		/* 0: as it is; else ANSI colour + 1 */
};

struct screen {
	const struct term_caps *caps;	/* borrowed */
	int rows, cols;
	struct screen_cell *cells;	/* rows * cols */
	int row, col;		/* the cursor; row -1: nobody knows */
	uint8_t attrs, colour;	/* what is drawn next looks like */
	int top, bottom;	/* scrolling region, both in it */
	int tab_col;		/* where we set a tab stop; 0: nowhere */
	bool is_cursor_shown;
};

/* All blank, as after screen_clear; nothing is sent. */
void screen_init(struct screen *screen, const struct term_caps *caps,
	int rows, int cols);
void screen_release(struct screen *screen);
/* Both have the same size. */
void screen_copy(struct screen *to, const struct screen *from);

struct screen_cell *screen_row(const struct screen *screen, int row);
bool screen_rows_equal(const struct screen *screen, int row,
	const struct screen_cell *cells);
bool screen_cell_is_blank(const struct screen_cell *cell);

/* Makes a terminal in any state show nothing. */
void screen_clear(struct screen *screen, struct buf *out);
/* The same for what stands in ROW. */
void screen_empty(struct screen *screen, int row, struct buf *out);
/* What takes the tab stop of ours away, wherever the cursor is. */
void screen_add_untab(const struct screen *screen, struct buf *out);
bool screen_can_shift(const struct screen *screen);
/*
 * Moves rows TOP to BOTTOM (in it) up by N, down where N is negative; blank
 * rows come in.
 */
void screen_shift(struct screen *screen, int top, int bottom, int n,
	struct buf *out);
/*
 * Sets the one tab stop of ours at COL of a row, so that the rows below can
 * begin there for one byte; COL 0 only takes it away.
 */
void screen_set_tab(struct screen *screen, int row, int col,
	struct buf *out);
/* Makes the row show CELLS, which are as many as there are columns. */
void screen_draw(struct screen *screen, int row,
	const struct screen_cell *cells, struct buf *out);
/* Ends a paint: the plain look, the cursor (row -1: hidden) in its place. */
void screen_rest(struct screen *screen, int row, int col, struct buf *out);

#endif
