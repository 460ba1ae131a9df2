#include <config.h>

#include "ui/read_pane.h"

#include <assert.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "model/archive.h"
#include "model/boilerplate.h"
#include "layout/fit.h"
#include "layout/page.h"
#include "ui/article_page.h"
#include "ui/frame.h"
#include "ui/read_state.h"
#include "ui/scroll.h"

/* Panes wider than this have a blank column at both sides. */
#define MARGIN_COLS 24

struct read_pane *
read_pane_new(const struct archive *archive, const struct find *find)
{
	struct read_pane *read = xcalloc(1, sizeof(*read));

	read->archive = archive;
	read->find = find;
	read->style.is_shaped = true;
	read->measure = MEASURE_DEFAULT;
	read->current = NO_MATCH;
	read->boilerplate = boilerplate_new(archive);
	read->shown.boilerplate = read->boilerplate;
	return read;
}

void
read_pane_free(struct read_pane *read)
{
	if (read == NULL)
		return;
	article_page_release(&read->shown);
	boilerplate_free(read->boilerplate);
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
		.is_raw = read->is_raw, .is_unfolded = read->is_unfolded,
		.is_even = read->is_even,
		.is_justified = read->is_justified };
}

uint32_t
read_byte_of(struct read_pane *read, struct page_place top)
{
	uint32_t off = page_byte_of(read->shown.page, top);

	return page_compare(top, page_first(read->shown.page)) == 0 ? 0 : off;
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
	if (!is_row_known || read_byte_of(read, top) != read->off)
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

bool
read_pane_learn(struct read_pane *read, uint32_t budget_us)
{
	if (boilerplate_advance(read->boilerplate, budget_us)
			&& article_page_mark(&read->shown)) {
		if (article_page_hides(&read->shown, read->current))
			read->current = NO_MATCH;
		find_top(read, false);
	}
	return boilerplate_seen(read->boilerplate)
		< archive_count(read->archive);
}

const struct boilerplate *
read_pane_boilerplate(const struct read_pane *read)
{
	return read->boilerplate;
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
read_pane_set_signs(struct read_pane *read,
	void (*add_fold)(enum role role, uint32_t count, struct buf *out))
{
	read->shown.add_fold = add_fold;
}

void
read_pane_set_unfolded(struct read_pane *read, bool is_unfolded)
{
	read->is_unfolded = is_unfolded;
	relayout(read);
}

bool
read_pane_is_unfolded(const struct read_pane *read)
{
	return read->is_unfolded;
}

bool
read_pane_has_folds(const struct read_pane *read)
{
	const struct blocks *blocks = &read->shown.blocks;

	for (size_t i = 0; i < blocks->count && read->shown.is_open; i++)
		if (blocks->at[i].role == ROLE_FOLD)
			return true;
	return false;
}

void
read_pane_set_lines(struct read_pane *read, bool is_even, bool is_justified)
{
	read->is_even = is_even;
	read->is_justified = is_justified;
	relayout(read);
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

bool
read_is_on_screen(struct read_pane *read, struct page_place place)
{
	return scroll_shows(read->shown.page, read->area.rows, read->top,
		place);
}

void
read_set_top(struct read_pane *read, struct page_place top)
{
	read->top = top;
	read->off = read_byte_of(read, top);
	if (read->current != NO_MATCH && !read_is_on_screen(read,
			page_place_of(read->shown.page, read->current)))
		read->current = NO_MATCH;
}

/* To TOP, if that is another row. */
static void
go_place(struct read_pane *read, struct page_place top)
{
	if (page_compare(top, read->top) != 0)
		read_set_top(read, top);
}

/* To the first row of text of the paragraph after or before the top one's. */
static void
go_paragraph(struct read_pane *read, bool is_next)
{
	struct page_place last, top = read->top;

	page_step_paragraph(read->shown.page, &top, is_next);
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
	struct page *page = read->shown.page;
	struct page_place bottom, next;
	uint64_t off;

	if (article_page_is_blank(&read->shown))
		return 100;
	bottom = next = scroll_bottom(page, read->area.rows, read->top);
	if (page_step(page, &next, 1) == 0)
		return 100;
	off = page_byte_of(page, bottom);
	return (int)(off * 100 / read->shown.article.nbytes);
}

void
read_pane_go_percent(struct read_pane *read, int percent)
{
	struct page *page = read->shown.page;
	struct page_place place;
	uint64_t off = read->shown.article.nbytes;

	assert(percent >= 0 && percent <= 100);
	if (article_page_is_blank(&read->shown))
		return;
	off = (off * (uint64_t)percent + 99) / 100;
	place = page_place_of(page, (uint32_t)off);
	if (percent == 0)
		place = page_first(page);
	else if (percent == 100)
		place = page_last(page);
	else if (page_byte_of(page, place) < off)
		page_step(page, &place, 1);
	page_step(page, &place, 1 - read->area.rows);
	go_place(read, scroll_fill(page, read->area.rows, place));
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
	for (int i = 0; i < area->rows; i++) {
		const struct line *line = page_line(read->shown.page, place);

		if (line != NULL)
			read_emphasize(read, frame, area->row + i,
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
