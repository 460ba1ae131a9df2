#ifndef UI_READ_STATE_H
#define UI_READ_STATE_H

/*
 * The reading pane's state, shared by the files that make it up: read_pane.c
 * (life, place, drawing) and read_match.c (the matches of the search).
 * Nobody else includes this.
 */

#include "layout/page.h"
#include "ui/article_page.h"
#include "ui/pane.h"
#include "ui/read_pane.h"

struct frame;

#define NO_MATCH UINT32_MAX

struct read_pane {
	const struct archive *archive;	/* borrowed */
	const struct find *find;	/* borrowed */

	struct area area;
	struct line_style style;
	int measure;
	bool is_raw, is_unfolded;
	bool is_even, is_justified;

	struct boilerplate *boilerplate;
	struct article_page shown;
	uint32_t off;		/* byte that is on the top row if it can */
	struct page_place top;

	uint32_t current;	/* where the match begins that the reader
				   stands on; or NO_MATCH */
};

/* Puts the row TOP at the top, and keeps it. */
void read_set_top(struct read_pane *read, struct page_place top);
bool read_is_on_screen(struct read_pane *read, struct page_place place);
/* The byte to keep for the row TOP. */
uint32_t read_byte_of(struct read_pane *read, struct page_place top);

/*
 * read_match.c: marks the matches that LINE shows, whose first cell is at
 * FIRST_COL of ROW.
 */
void read_emphasize(struct read_pane *read, struct frame *frame, int row,
	int first_col, const struct line *line);

#endif
