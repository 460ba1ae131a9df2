#ifndef UI_PANE_H
#define UI_PANE_H

/*
 * What every pane is to the app: a rectangle that draws itself and takes
 * commands. A pane file ends in its table of callbacks.
 */

#include <stdbool.h>

#include "ui/command.h"

struct frame;

/* Cells from (row, col) on; may be empty or larger than the frame. */
struct area {
	int row, col;
	int rows, cols;
};

struct pane_ops {
	/* Learns its place on the screen. Keeps the reader's place. */
	void (*place)(void *pane, struct area area);
	/* Draws all of its area. HAS_FOCUS: the keys go to it. */
	void (*draw)(void *pane, struct frame *frame, bool has_focus);
	/* Whether it did the command; what it leaves goes to the app. */
	bool (*command)(void *pane, enum command command);
};

struct pane {
	const struct pane_ops *ops;
	void *state;
};

#endif
