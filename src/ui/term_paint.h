#ifndef UI_TERM_PAINT_H
#define UI_TERM_PAINT_H

/*
 * From frames to bytes: turns roles into looks, keeps what the terminal
 * shows, and finds a short way from there to the new frame. ncurses' own
 * optimiser needs 53 bytes beyond the text for a line down and 15 to 19 per
 * cent for a page, where this one needs about half; hence this one.
 * Private to ui/term*.c.
 */

#include <stdbool.h>

#include "ui/term_order.h"
#include "ui/term_screen.h"

struct buf;
struct frame;
struct term_caps;

struct paint {
	struct screen shown;	/* what the terminal has */
	struct screen trial;	/* to measure a way without going it */
	struct screen_cell *wanted;
	int cursor_row, cursor_col;
	bool is_known;		/* false: the terminal may show anything */
	/* What rows are sent with; set by whoever knows the terminal. */
	enum row_help helps[ROW_BASE_COUNT];
};

/* CAPS is borrowed. */
void paint_init(struct paint *paint, const struct term_caps *caps);
void paint_release(struct paint *paint);
/* The terminal may show anything: the next paint sends everything. */
void paint_forget(struct paint *paint);
/*
 * Somebody else has drawn in ROW of a terminal whose cursor is anywhere now.
 */
void paint_spoil(struct paint *paint, int row, struct buf *out);
/*
 * Appends what makes the screen show FRAME; nothing if it does. A control
 * character never comes out, whatever the frame holds.
 */
void paint_frame(struct paint *paint, const struct frame *frame,
	struct buf *out);
/* Sends everything again, on a terminal that may show anything. */
void paint_again(struct paint *paint, struct buf *out);

#endif
