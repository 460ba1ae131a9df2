#include <config.h>

#include "ui/list_pane.h"

#include <assert.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "model/archive.h"
#include "model/duplicates.h"
#include "layout/fit.h"
#include "ui/find.h"
#include "ui/frame.h"
#include "ui/list_painter.h"
#include "ui/listing.h"

struct list_pane {
	/* borrowed */
	const struct archive *archive;
	struct listing *listing;

	struct area area;
	bool is_touched;	/* the selection is the reader's choice */
	/* rows of the listing */
	uint32_t row;		/* selected */
	uint32_t top;
	/* What the reader chose; listed or not. */
	uint32_t wanted;	/* article number */
	uint32_t wanted_on_screen; /* rows below the top */
	uint32_t top_number;	/* article in the top row at that time */
	struct list_painter painter;
};

struct list_pane *
list_pane_new(const struct archive *archive, struct listing *listing,
	const struct find *find, const struct reading *reading)
{
	struct list_pane *list = xcalloc(1, sizeof(*list));

	list->archive = archive;
	list->listing = listing;
	list->painter.find = find;
	list->painter.reading = reading;
	list->painter.style.is_shaped = true;
	return list;
}

void
list_pane_free(struct list_pane *list)
{
	if (list == NULL)
		return;
	list_painter_release(&list->painter);
	free(list);
}

void
list_pane_set_style(struct list_pane *list, const struct line_style *style)
{
	list->painter.style = *style;
}

static uint32_t
visible_rows(const struct list_pane *list)
{
	return list->area.rows > 0 ? (uint32_t)list->area.rows : 1;
}

/* The selected row on the screen, and no empty rows that could be filled. */
static void
clamp_top(struct list_pane *list)
{
	uint32_t count = listing_count(list->listing);
	uint32_t rows = visible_rows(list);
	uint32_t last_top = count > rows ? count - rows : 0;

	if (list->top > last_top)
		list->top = last_top;
	if (list->row < list->top)
		list->top = list->row;
	if (list->row - list->top >= rows)
		list->top = list->row - rows + 1;
}

/* The reader went where the selection is now. */
static void
note_wanted(struct list_pane *list)
{
	if (listing_count(list->listing) == 0)
		return;
	list->wanted = listing_at(list->listing, list->row);
	list->wanted_on_screen = list->row - list->top;
	list->top_number = listing_at(list->listing, list->top);
}

void
list_pane_touch(struct list_pane *list)
{
	/* Where nothing is listed there is nothing to stay on. */
	if (listing_count(list->listing) == 0)
		return;
	list->is_touched = true;
	note_wanted(list);
}

/* Keeps the top article where the selection then still is on the screen. */
static void
find_top(struct list_pane *list)
{
	bool is_listed;
	uint32_t top = listing_row_of(list->listing, list->top_number,
		&is_listed);

	if (!is_listed || list->row < top
			|| list->row - top >= visible_rows(list))
		top = list->row > list->wanted_on_screen
			? list->row - list->wanted_on_screen : 0;
	list->top = top;
}

/* The row of NUMBER, which is unfolded where it is folded away. */
static uint32_t
row_of(struct list_pane *list, uint32_t number, bool *is_listed)
{
	uint32_t row = listing_row_of(list->listing, number, is_listed);

	for (uint32_t at = DUPLICATES_NONE; !*is_listed
		&& row < listing_count(list->listing);) {
		at = listing_folded(list->listing, row, at);
		if (at == DUPLICATES_NONE)
			break;
		if (at == number && listing_unfold(list->listing, number))
			return listing_row_of(list->listing, number,
				is_listed);
	}
	return row;
}

/* What the file of NUMBER has now, where that is another article. */
static uint32_t
read_again(const struct list_pane *list, uint32_t number)
{
	uint32_t now = archive_successor(list->archive, number);

	return now != ARCHIVE_NONE ? now : number;
}

void
list_pane_refresh(struct list_pane *list)
{
	uint32_t count = listing_count(list->listing);
	bool is_listed;

	if (!list->is_touched || count == 0) {
		list->row = list->top = 0;
		return;
	}
	list->wanted = read_again(list, list->wanted);
	list->top_number = read_again(list, list->top_number);
	list->row = row_of(list, list->wanted, &is_listed);
	count = listing_count(list->listing);
	if (list->row >= count)
		list->row = count - 1;
	find_top(list);
	clamp_top(list);
}

bool
list_pane_selected(const struct list_pane *list, uint32_t *row,
	uint32_t *number)
{
	if (listing_count(list->listing) == 0)
		return false;
	*row = list->row;
	*number = listing_at(list->listing, list->row);
	return true;
}

void
list_pane_select(struct list_pane *list, uint32_t row)
{
	assert(row < listing_count(list->listing));
	list->is_touched = true;
	list->row = row;
	clamp_top(list);
	note_wanted(list);
}

bool
list_pane_show(struct list_pane *list, uint32_t number)
{
	bool is_listed;
	uint32_t row = row_of(list, number, &is_listed);

	if (is_listed)
		list_pane_select(list, row);
	return is_listed;
}

bool
list_pane_fold(struct list_pane *list)
{
	uint32_t row, number;

	if (!list_pane_selected(list, &row, &number))
		return false;
	while (row > 0 && listing_group(list->listing, row).is_member)
		row--;
	if (!listing_fold(list->listing, number)
			&& !listing_unfold(list->listing, number))
		return false;
	list_pane_select(list, row);
	return true;
}

void
list_pane_go_percent(struct list_pane *list, int percent)
{
	uint32_t count = listing_count(list->listing);

	assert(percent >= 0 && percent <= 100);
	if (count > 0)
		list_pane_select(list, (uint32_t)((uint64_t)(count - 1)
			* (unsigned)percent / 100));
}

struct list_place
list_pane_place(const struct list_pane *list)
{
	return (struct list_place){ list->wanted, list->row - list->top,
		list->is_touched };
}

void
list_pane_return(struct list_pane *list, struct list_place place)
{
	bool is_listed;
	uint32_t count = listing_count(list->listing);
	uint32_t row;

	list->is_touched = place.is_touched;
	list->wanted = place.number;
	if (count == 0)
		return;
	row = row_of(list, place.number, &is_listed);
	count = listing_count(list->listing);
	list->row = row < count ? row : count - 1;
	list->top = list->row > place.row_on_screen
		? list->row - place.row_on_screen : 0;
	clamp_top(list);
	if (is_listed)
		note_wanted(list);
}

/* Goes NROWS rows down (up where negative), as far as there are rows. */
static void
go_rows(struct list_pane *list, int64_t nrows)
{
	int64_t count = listing_count(list->listing);
	int64_t row = (int64_t)list->row + nrows;

	if (count == 0)
		return;
	row = row < 0 ? 0 : row >= count ? count - 1 : row;
	list_pane_select(list, (uint32_t)row);
}

/* A page: the top moves, too, so that the selection keeps its height. */
static void
go_page(struct list_pane *list, int64_t nrows)
{
	int64_t top = (int64_t)list->top + nrows;

	list->top = top < 0 ? 0 : (uint32_t)top;
	if (listing_count(list->listing) > 0)
		go_rows(list, nrows);
}

static bool
list_command(void *pane, enum command command)
{
	struct list_pane *list = pane;
	int64_t page = visible_rows(list);
	int64_t half = (page + 1) / 2;

	switch (command) {
	case COMMAND_DOWN:
	case COMMAND_ARTICLE_NEXT:
		go_rows(list, 1);
		return true;
	case COMMAND_UP:
	case COMMAND_ARTICLE_PREVIOUS:
		go_rows(list, -1);
		return true;
	case COMMAND_PAGE_DOWN:
		go_page(list, page);
		return true;
	case COMMAND_PAGE_UP:
		go_page(list, -page);
		return true;
	case COMMAND_HALF_DOWN:
		go_page(list, half);
		return true;
	case COMMAND_HALF_UP:
		go_page(list, -half);
		return true;
	case COMMAND_TOP:
		go_rows(list, -(int64_t)UINT32_MAX);
		return true;
	case COMMAND_BOTTOM:
		go_rows(list, UINT32_MAX);
		return true;
	default:
		return false;
	}
}

static void
list_place(void *pane, struct area area)
{
	struct list_pane *list = pane;

	list->area = area;
	if (listing_count(list->listing) > 0) {
		/* What was on the screen last counts, not what fits now. */
		list->top = list->row > list->wanted_on_screen
			? list->row - list->wanted_on_screen : 0;
		clamp_top(list);
	}
}

/* Says why there is nothing to see. */
static void
draw_empty(struct list_pane *list, struct frame *frame)
{
	const char *why = list->painter.find->filter != NULL
		? _("No article matches the filter.")
		: _("No articles.");
	struct line line = { 0 };

	fit_text(why, strlen(why), list->area.cols, FIT_BASE_AUTO,
		&list->painter.style, ROLE_LIST_FACT, &line);
	frame_put_line(frame, list->area.row, list->area.col, list->area.cols,
		&line, true, 0);
	line_release(&line);
}

static void
draw_row(struct list_pane *list, struct frame *frame, struct area area,
	uint32_t row, bool has_focus)
{
	struct article article = archive_article(list->archive,
		listing_at(list->listing, row));
	unsigned emphasis = 0;

	if (row == list->row)
		emphasis = EMPHASIS_SELECTED
			| (has_focus ? EMPHASIS_FOCUS : 0u);
	list_painter_draw(&list->painter, frame, area, &article,
		listing_group(list->listing, row), emphasis);
}

static void
list_draw(void *pane, struct frame *frame, bool has_focus)
{
	struct list_pane *list = pane;
	struct area area = list->area;
	uint32_t count = listing_count(list->listing);
	uint32_t row = list->top;

	area.rows = 1;
	for (int i = 0; i < list->area.rows; i++, area.row++, row++) {
		if (row < count)
			draw_row(list, frame, area, row, has_focus);
		else
			frame_fill(frame, area.row, area.col, area.cols,
				ROLE_LIST, 0);
	}
	if (count == 0 && list->area.rows > 0)
		draw_empty(list, frame);
}

static const struct pane_ops list_ops = { list_place, list_draw,
	list_command };

struct pane
list_pane_pane(struct list_pane *list)
{
	return (struct pane){ &list_ops, list };
}
