#ifndef UI_SCROLL_H
#define UI_SCROLL_H

/*
 * Scrolling a page in a window of rows: pure steps on the place of the top
 * row, shared by the panes that show pages. The last row of the page does not
 * rise above the bottom.
 *
 * PAGE is not empty. WINDOW is how many rows are seen; less than 1 counts as
 * 1, so that tiny terminals need no care.
 */

#include <stdbool.h>

#include "layout/page.h"
#include "ui/command.h"

/* How far down COMMAND scrolls; 0: it is another kind of command. */
int scroll_of(enum command command, int window);

/* The last row that is seen with TOP at the top. */
struct page_place scroll_bottom(struct page *page, int window,
	struct page_place top);
/* Whether PLACE is seen with TOP at the top. */
bool scroll_shows(struct page *page, int window, struct page_place top,
	struct page_place place);

/* Goes NROWS down (up where negative), as far as there are rows. */
struct page_place scroll_rows(struct page *page, int window,
	struct page_place top, int nrows);
/* The top row with which the page's last row is at the bottom. */
struct page_place scroll_end(struct page *page, int window);
/* TOP, or scroll_end where rows below the page's last one would be empty. */
struct page_place scroll_fill(struct page *page, int window,
	struct page_place top);

#endif
