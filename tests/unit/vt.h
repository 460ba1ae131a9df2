#ifndef TESTS_UNIT_VT_H
#define TESTS_UNIT_VT_H

#include <stdbool.h>
#include <stdint.h>

#include "ui/term_screen.h"

/*
 * A terminal that knows the sequences of xterm's description: whatever way a
 * paint takes, in the end it must show the frame, and nothing else must have
 * been sent.
 */
struct vt {
	int rows, cols;
	int row, col;
	bool is_at_edge;	/* the next character would wrap */
	int top, bottom;
	bool stops[400];
	struct screen_cell *cells;
	uint8_t attrs, colour;
	bool is_cursor_shown;
	bool has_failed;	/* a sequence that it does not know */
};

/* Full of litter; the cells are the caller's to free. */
void vt_init(struct vt *vt, int rows, int cols);
/*
 * Takes S. It counts the columns that newspane does, but for a telephone,
 * U+260E (two), and a sign around numbers, U+06DD (none).
 */
void vt_write(struct vt *vt, const char *s);
struct screen_cell *vt_cell(const struct vt *vt, int row, int col);

#endif
