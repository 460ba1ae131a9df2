#include <config.h>

#include "ui/scroll.h"

int
scroll_of(enum command command, int window)
{
	/* One row of the page before stays on the screen. */
	int page = window > 2 ? window - 1 : 1;
	int half = window > 0 ? (window + 1) / 2 : 1;

	switch (command) {
	case COMMAND_DOWN:
		return 1;
	case COMMAND_UP:
		return -1;
	case COMMAND_PAGE_DOWN:
		return page;
	case COMMAND_PAGE_UP:
		return -page;
	case COMMAND_HALF_DOWN:
		return half;
	case COMMAND_HALF_UP:
		return -half;
	default:
		return 0;
	}
}

static int
rows_below(int window)
{
	return window > 1 ? window - 1 : 0;
}

struct page_place
scroll_bottom(struct page *page, int window, struct page_place top)
{
	page_step(page, &top, rows_below(window));
	return top;
}

bool
scroll_shows(struct page *page, int window, struct page_place top,
	struct page_place place)
{
	return page_compare(place, top) >= 0 && page_compare(place,
		scroll_bottom(page, window, top)) <= 0;
}

struct page_place
scroll_rows(struct page *page, int window, struct page_place top, int nrows)
{
	struct page_place bottom = top;
	int below = rows_below(window);

	if (nrows > 0) {
		/* Where the end is seen already nothing moves. */
		if (page_step(page, &bottom, below) < below)
			return top;
		nrows = page_step(page, &bottom, nrows);
	}
	page_step(page, &top, nrows);
	return top;
}

struct page_place
scroll_end(struct page *page, int window)
{
	struct page_place top = page_last(page);

	page_step(page, &top, -rows_below(window));
	return top;
}

struct page_place
scroll_fill(struct page *page, int window, struct page_place top)
{
	struct page_place bottom = top;
	int below = rows_below(window);

	/* What is below the window need not be laid out for this. */
	return page_step(page, &bottom, below) < below
		? scroll_end(page, window) : top;
}
