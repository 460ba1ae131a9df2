#include <config.h>

#include "ui/read_state.h"

#include "search/hits.h"
#include "layout/page.h"
#include "ui/article_page.h"
#include "ui/frame.h"
#include "ui/scroll.h"

/* How much of the screen is above a match that had to be scrolled to. */
#define ABOVE_MATCH 3
/* A match that reaches from one row to others is not longer. */
#define MATCH_NBYTES_MAX 1024

/* Brings the hits up to the search of now. */
static struct hits *
hits_of(struct read_pane *read)
{
	if (article_page_find(&read->shown, read->find))
		read->current = NO_MATCH;
	return &read->shown.hits;
}

size_t
read_pane_match_count(struct read_pane *read)
{
	const struct hits *hits = hits_of(read);

	return read->shown.is_open ? hits_counted(hits) : 0;
}

size_t
read_pane_match_current(struct read_pane *read)
{
	struct hits *hits = hits_of(read);

	return read->shown.is_open && read->current != NO_MATCH
		? hits_rank(hits, read->current) : 0;
}

bool
read_pane_match_work(struct read_pane *read, uint32_t budget_us)
{
	struct hits *hits = hits_of(read);

	if (!read->shown.is_open)
		return false;
	return budget_us > 0 ? hits_count(hits, budget_us)
		: hits_is_counting(hits);
}

/* Stands on MATCH and shows it. */
static void
go_match(struct read_pane *read, const struct match *match)
{
	struct page *page = read->shown.page;
	struct page_place place;

	if (article_page_hides(&read->shown, match->span.start))
		read_pane_set_unfolded(read, true);
	place = page_place_of(page, match->span.start);
	read->current = match->span.start;
	if (read_is_on_screen(read, place))
		return;
	page_step(page, &place, -(read->area.rows / ABOVE_MATCH));
	read_set_top(read, scroll_fill(page, read->area.rows, place));
	read->current = match->span.start;
}

/* Goes to the first match in [START, END) or the last one. */
static bool
go_match_in(struct read_pane *read, uint32_t start, uint32_t end,
	bool is_first)
{
	struct hits *hits = hits_of(read);
	struct span span = { start, end };
	struct match match;

	if (article_page_is_blank(&read->shown)
			|| !(is_first ? hits_first(hits, span, &match)
				: hits_last(hits, span, &match)))
		return false;
	go_match(read, &match);
	return true;
}

bool
read_pane_match_step(struct read_pane *read, bool is_forward)
{
	uint32_t from;

	hits_of(read);
	if (article_page_is_blank(&read->shown))
		return false;
	from = read->current != NO_MATCH ? read->current + is_forward
		: read_byte_of(read, read->top);
	return is_forward
		? go_match_in(read, from, read->shown.article.nbytes, true)
		: go_match_in(read, 0, from, false);
}

bool
read_pane_match_from(struct read_pane *read, uint32_t off)
{
	uint32_t end = read->shown.article.nbytes;

	return go_match_in(read, off, end, true)
		|| go_match_in(read, 0, end, true);
}

bool
read_pane_match_end(struct read_pane *read, bool is_first)
{
	return go_match_in(read, 0, read->shown.article.nbytes, is_first);
}

static void
emphasize(const struct read_pane *read, struct frame *frame, int row,
	int first_col, const struct line *line, const struct match *match)
{
	frame_emphasize(frame, row, first_col, line, match->span,
		match->span.start == read->current
			? EMPHASIS_MATCH | EMPHASIS_CURRENT : EMPHASIS_MATCH);
}

void
read_emphasize(struct read_pane *read, struct frame *frame, int row,
	int first_col, const struct line *line)
{
	struct hits *hits = hits_of(read);
	struct span shown = line->source, before = { 0, shown.start };
	struct match match;

	/* One that began on a row before may reach into this one. */
	if (shown.start > MATCH_NBYTES_MAX)
		before.start = shown.start - MATCH_NBYTES_MAX;
	if (hits_last(hits, before, &match))
		emphasize(read, frame, row, first_col, line, &match);
	while (hits_first(hits, shown, &match)) {
		emphasize(read, frame, row, first_col, line, &match);
		shown.start = match.span.start + 1;
	}
}
