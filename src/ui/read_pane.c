#include <config.h>

#include "ui/read_pane.h"

#include <assert.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "model/archive.h"
#include "layout/fit.h"
#include "layout/page.h"
#include "ui/article_page.h"
#include "ui/find.h"
#include "ui/frame.h"
#include "ui/scroll.h"

#define NO_MATCH SIZE_MAX
/* Panes wider than this have a blank column at both sides. */
#define MARGIN_COLS 24
/* How much of the screen is above a match that had to be scrolled to. */
#define ABOVE_MATCH 3

struct read_pane {
	const struct archive *archive;	/* borrowed */
	const struct find *find;	/* borrowed */

	struct area area;
	struct line_style style;
	int measure;
	bool is_raw;

	struct article_page shown;
	uint32_t off;		/* byte that is on the top row if it can */
	struct page_place top;

	size_t current;		/* match the reader stands on; or NO_MATCH */
};

struct read_pane *
read_pane_new(const struct archive *archive, const struct find *find)
{
	struct read_pane *read = xcalloc(1, sizeof(*read));

	read->archive = archive;
	read->find = find;
	read->style.is_shaped = true;
	read->measure = MEASURE_DEFAULT;
	read->current = NO_MATCH;
	return read;
}

void
read_pane_free(struct read_pane *read)
{
	if (read == NULL)
		return;
	article_page_release(&read->shown);
	free(read);
}

/* The columns that there are for text. */
static int
room_cols(const struct read_pane *read)
{
	int cols = read->area.cols;

	if (cols >= MARGIN_COLS)
		cols -= 2;
	return cols > 0 ? cols : 1;
}

static int
column_cols(const struct read_pane *read)
{
	int room = room_cols(read);

	return room < read->measure ? room : read->measure;
}

static struct page_style
wanted_style(const struct read_pane *read, const struct article *article)
{
	return (struct page_style){ .cols = column_cols(read),
		.line = read->style, .is_rtl = article->is_rtl,
		.is_raw = read->is_raw };
}

/* The byte to keep for the row TOP. */
static uint32_t
byte_of(struct read_pane *read, struct page_place top)
{
	uint32_t off = page_byte_of(read->shown.page, top);

	/* The facts are not in the text: they belong to its start. */
	return off >= read->shown.article.nbytes
		|| page_compare(top, page_first(read->shown.page)) == 0 ? 0
		: off;
}

/*
 * Finds the top row again after a change of the layout or, where IS_ROW_KNOWN,
 * of the window alone.
 */
static void
find_top(struct read_pane *read, bool is_row_known)
{
	struct page_place top = read->top;

	if (article_page_is_blank(&read->shown))
		return;
	/* A gap has the first byte of the paragraph after it, and stays. */
	if (!is_row_known || byte_of(read, top) != read->off)
		/* Byte 0 is the start: title and facts, whatever they show. */
		top = read->off == 0 ? page_first(read->shown.page)
			: page_place_of(read->shown.page, read->off);
	read->top = scroll_fill(read->shown.page, read->area.rows, top);
}

/* Whether anything was to be laid out anew. */
static bool
relayout(struct read_pane *read)
{
	struct page_style style = wanted_style(read, &read->shown.article);

	if (!article_page_set_style(&read->shown, &style))
		return false;
	find_top(read, false);
	return true;
}

void
read_pane_set_style(struct read_pane *read, const struct line_style *style)
{
	read->style = *style;
	relayout(read);
}

void
read_pane_set_measure(struct read_pane *read, int cols)
{
	read->measure = cols < MEASURE_MIN ? MEASURE_MIN
		: cols > MEASURE_MAX ? MEASURE_MAX : cols;
	relayout(read);
}

int
read_pane_step_measure(struct read_pane *read, bool is_wider)
{
	int cols = column_cols(read);
	int want = is_wider ? cols + MEASURE_STEP : cols - MEASURE_STEP;

	if (is_wider && want > room_cols(read))
		want = room_cols(read);
	/* Where there is no room at all the measure waits for a better day. */
	if (is_wider ? want > cols : want >= MEASURE_MIN)
		read_pane_set_measure(read, want);
	return column_cols(read);
}

void
read_pane_set_raw(struct read_pane *read, bool is_raw)
{
	if (read->is_raw == is_raw)
		return;
	read->is_raw = is_raw;
	relayout(read);
}

bool
read_pane_is_raw(const struct read_pane *read)
{
	return read->is_raw;
}

void
read_pane_open(struct read_pane *read, uint32_t number, uint32_t off)
{
	struct article article = archive_article(read->archive, number);
	struct page_style style = wanted_style(read, &article);

	article_page_open(&read->shown, &article,
		archive_labels(read->archive), &style);
	read->current = NO_MATCH;
	read_pane_go(read, off);
}

void
read_pane_close(struct read_pane *read)
{
	article_page_close(&read->shown);
	read->current = NO_MATCH;
	read->off = 0;
}

bool
read_pane_article(const struct read_pane *read, uint32_t *number)
{
	*number = read->shown.article.number;
	return read->shown.is_open;
}

uint32_t
read_pane_off(const struct read_pane *read)
{
	return read->shown.is_open ? read->off : 0;
}

void
read_pane_go(struct read_pane *read, uint32_t off)
{
	read->off = off < read->shown.article.nbytes ? off : 0;
	if (read->shown.is_open)
		find_top(read, false);
}

static struct page_place
match_place(struct read_pane *read, size_t match)
{
	assert(match < read->shown.matches.count);
	return page_place_of(read->shown.page,
		read->shown.matches.at[match].span.start);
}

static bool
is_on_screen(struct read_pane *read, struct page_place place)
{
	return scroll_shows(read->shown.page, read->area.rows, read->top,
		place);
}

/* The top row is where the reader wants it: that is what is kept. */
static void
set_top(struct read_pane *read, struct page_place top)
{
	read->top = top;
	read->off = byte_of(read, top);
	if (read->current != NO_MATCH && !is_on_screen(read,
			match_place(read, read->current)))
		read->current = NO_MATCH;
}

/* To TOP, if that is another row. */
static void
go_place(struct read_pane *read, struct page_place top)
{
	if (page_compare(top, read->top) != 0)
		set_top(read, top);
}

/* To the first row of text of the paragraph after or before the top one's. */
static void
go_paragraph(struct read_pane *read, bool is_next)
{
	struct page_place last, top = read->top;
	const struct block *blocks = read->shown.blocks.at;

	if (is_next && top.block + 1 < read->shown.blocks.count)
		top.block++;
	else if (!is_next && top.row <= blocks[top.block].has_gap
			&& top.block > 0)
		top.block--;
	top.row = blocks[top.block].has_gap;
	last = scroll_end(read->shown.page, read->area.rows);
	if (is_next && page_compare(top, last) > 0)
		top = last;
	if ((page_compare(top, read->top) > 0) == is_next)
		go_place(read, top);
}

/* A command in an article that has rows; whether it was one for the pane. */
static bool
scroll_command(struct read_pane *read, enum command command)
{
	struct page *page = read->shown.page;
	int nrows = scroll_of(command, read->area.rows);

	if (nrows != 0)
		go_place(read, scroll_rows(page, read->area.rows, read->top,
			nrows));
	else if (command == COMMAND_TOP)
		go_place(read, page_first(page));
	else if (command == COMMAND_BOTTOM)
		go_place(read, scroll_end(page, read->area.rows));
	else if (command == COMMAND_PARAGRAPH_NEXT)
		go_paragraph(read, true);
	else if (command == COMMAND_PARAGRAPH_PREVIOUS)
		go_paragraph(read, false);
	else
		return false;
	return true;
}

static bool
is_scrolling(enum command command)
{
	return scroll_of(command, 1) != 0 || command == COMMAND_TOP
		|| command == COMMAND_BOTTOM
		|| command == COMMAND_PARAGRAPH_NEXT
		|| command == COMMAND_PARAGRAPH_PREVIOUS;
}

static bool
read_command(void *pane, enum command command)
{
	struct read_pane *read = pane;

	if (article_page_is_blank(&read->shown))
		return is_scrolling(command);
	return scroll_command(read, command);
}

int
read_pane_percent(struct read_pane *read)
{
	struct page_place bottom;
	uint64_t off;

	if (article_page_is_blank(&read->shown))
		return 100;
	bottom = scroll_bottom(read->shown.page, read->area.rows, read->top);
	if (page_compare(bottom, page_last(read->shown.page)) >= 0)
		return 100;
	off = page_byte_of(read->shown.page, bottom);
	return off >= read->shown.article.nbytes ? 0
		: (int)(off * 100 / read->shown.article.nbytes);
}

/* Brings the matches up to the search of now. */
static void
update_matches(struct read_pane *read)
{
	if (article_page_find(&read->shown, read->find))
		read->current = NO_MATCH;
}

size_t
read_pane_match_count(struct read_pane *read)
{
	update_matches(read);
	return read->shown.is_open ? read->shown.matches.count : 0;
}

size_t
read_pane_match_current(struct read_pane *read)
{
	update_matches(read);
	return read->shown.is_open && read->current != NO_MATCH
		? read->current + 1 : 0;
}

static bool
go_match(struct read_pane *read, size_t match)
{
	struct page_place place;

	if (match >= read->shown.matches.count
			|| article_page_is_blank(&read->shown))
		return false;
	place = match_place(read, match);
	read->current = match;
	if (!is_on_screen(read, place)) {
		page_step(read->shown.page, &place,
			-(read->area.rows / ABOVE_MATCH));
		set_top(read, scroll_fill(read->shown.page, read->area.rows,
			place));
		read->current = match;
	}
	return true;
}

bool
read_pane_match_step(struct read_pane *read, bool is_forward)
{
	size_t match;

	update_matches(read);
	if (article_page_is_blank(&read->shown))
		return false;
	match = read->current;
	if (match == NO_MATCH)
		match = article_page_match_at(&read->shown,
			byte_of(read, read->top)) - is_forward;
	/* Below 0 it wraps to more than there are. */
	return go_match(read, is_forward ? match + 1 : match - 1);
}

bool
read_pane_match_from(struct read_pane *read, uint32_t off)
{
	size_t match;

	update_matches(read);
	match = article_page_match_at(&read->shown, off);
	return go_match(read, match < read->shown.matches.count ? match : 0);
}

bool
read_pane_match_end(struct read_pane *read, bool is_first)
{
	update_matches(read);
	return go_match(read, is_first ? 0 : read->shown.matches.count - 1);
}

/* Marks the matches that LINE shows. */
static void
emphasize_line(const struct read_pane *read, struct frame *frame, int row,
	int first_col, const struct line *line)
{
	size_t i = article_page_match_at(&read->shown, line->source.start);

	/* One that began on the row before may reach into this one. */
	if (i > 0)
		i--;
	for (; i < read->shown.matches.count; i++) {
		struct span span = read->shown.matches.at[i].span;

		if (span.start >= line->source.end)
			break;
		frame_emphasize(frame, row, first_col, line, span,
			i == read->current ? EMPHASIS_MATCH | EMPHASIS_CURRENT
				: EMPHASIS_MATCH);
	}
}

static void
read_place(void *pane, struct area area)
{
	struct read_pane *read = pane;

	bool is_other_window = area.rows != read->area.rows;

	read->area = area;
	if (!relayout(read) && is_other_window)
		find_top(read, true);
}

static void
draw_hint(struct read_pane *read, struct frame *frame)
{
	const char *hint = _("Press ? for help.");
	struct line line = { 0 };

	fit_text(hint, strlen(hint), column_cols(read), FIT_BASE_AUTO,
		&read->style, ROLE_FACTS, &line);
	frame_put_line(frame, read->area.row, read->area.col
		+ (read->area.cols - column_cols(read)) / 2,
		column_cols(read), &line, true, 0);
	line_release(&line);
}

static void
read_draw(void *pane, struct frame *frame, bool has_focus)
{
	struct read_pane *read = pane;
	const struct area *area = &read->area;
	int cols = column_cols(read);
	int col = area->col + (area->cols - cols) / 2;
	struct page_place place = read->top;

	(void)has_focus;
	for (int i = 0; i < area->rows; i++)
		frame_fill(frame, area->row + i, area->col, area->cols,
			ROLE_BODY, 0);
	if (article_page_is_blank(&read->shown)) {
		if (!read->shown.is_open && area->rows > 0)
			draw_hint(read, frame);
		return;
	}
	update_matches(read);
	for (int i = 0; i < area->rows; i++) {
		const struct line *line = page_line(read->shown.page, place);

		if (line != NULL)
			emphasize_line(read, frame, area->row + i,
				frame_put_line(frame, area->row + i, col, cols,
					line, true, 0), line);
		if (page_step(read->shown.page, &place, 1) == 0)
			break;
	}
}

static const struct pane_ops read_ops = { read_place, read_draw,
	read_command };

struct pane
read_pane_pane(struct read_pane *read)
{
	return (struct pane){ &read_ops, read };
}
