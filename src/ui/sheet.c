#include <config.h>

#include "ui/sheet.h"

#include <string.h>

#include "base/buf.h"
#include "base/vec.h"
#include "base/xalloc.h"
#include "text/language.h"
#include "layout/blocks.h"
#include "layout/fit.h"
#include "layout/page.h"
#include "ui/frame.h"
#include "ui/scroll.h"

/*
 * The columns of the terms, which are not cut where the texts have as many
 * left; else their share of a screen.
 */
#define TERM_COLS 18
#define TERM_SHARE 3
/* A sheet is no wider than this. */
#define SHEET_COLS 90

struct term_vec {
	char **at;		/* owned */
	size_t count, capacity;
};

struct sheet {
	bool is_open;
	struct area area;
	struct line_style style;
	/*
	 * The texts, one after another; each is a block of PAGE, and the term
	 * of the same index stands beside its first row.
	 */
	struct buf text;
	struct blocks blocks;
	struct term_vec terms;
	bool is_rtl;		/* the terms stand at the right */
	struct page *page;	/* NULL: made when it is drawn or scrolled */
	struct page_place top;
	uint32_t off;		/* byte that stays on the top row */
	struct line line;
};

struct sheet *
sheet_new(void)
{
	struct sheet *sheet = xcalloc(1, sizeof(*sheet));

	buf_init(&sheet->text);
	sheet->style.is_shaped = true;
	return sheet;
}

static void
forget_page(struct sheet *sheet)
{
	page_free(sheet->page);
	sheet->page = NULL;
}

static void
empty(struct sheet *sheet)
{
	forget_page(sheet);
	for (size_t i = 0; i < sheet->terms.count; i++)
		free(sheet->terms.at[i]);
	sheet->terms.count = 0;
	blocks_release(&sheet->blocks);
	buf_reset(&sheet->text);
	sheet->off = 0;
}

void
sheet_free(struct sheet *sheet)
{
	if (sheet == NULL)
		return;
	empty(sheet);
	VEC_RELEASE(&sheet->terms);
	buf_release(&sheet->text);
	line_release(&sheet->line);
	free(sheet);
}

void
sheet_set_style(struct sheet *sheet, const struct line_style *style)
{
	forget_page(sheet);
	sheet->style = *style;
}

void
sheet_open(struct sheet *sheet)
{
	empty(sheet);
	sheet->is_open = true;
}

void
sheet_close(struct sheet *sheet)
{
	empty(sheet);
	sheet->is_open = false;
}

bool
sheet_is_open(const struct sheet *sheet)
{
	return sheet->is_open;
}

static void
add_block(struct sheet *sheet, const char *term, const char *text,
	size_t nbytes, enum role role)
{
	struct block block = { .role = role };

	block.source.start = (uint32_t)sheet->text.nbytes;
	for (size_t i = 0; i < nbytes; i++)
		buf_add_byte(&sheet->text, text[i] == '\n' ? ' ' : text[i]);
	block.source.end = (uint32_t)sheet->text.nbytes;
	buf_add_byte(&sheet->text, '\n');
	block.has_gap = role == ROLE_HEADING && sheet->blocks.count > 0;
	VEC_PUSH(&sheet->blocks, block);
	VEC_PUSH(&sheet->terms, xstrdup(term));
}

void
sheet_add_heading(struct sheet *sheet, const char *heading)
{
	if (sheet->blocks.count == 0)
		sheet->is_rtl = text_is_rtl(heading, strlen(heading), false);
	add_block(sheet, "", heading, strlen(heading), ROLE_HEADING);
}

void
sheet_add_row(struct sheet *sheet, const char *term, const char *text,
	size_t text_nbytes)
{
	add_block(sheet, term, text, text_nbytes, ROLE_BODY);
}

static int
sheet_cols(const struct sheet *sheet)
{
	int cols = sheet->area.cols > 4 ? sheet->area.cols - 2
		: sheet->area.cols;

	return cols > SHEET_COLS ? SHEET_COLS : cols > 0 ? cols : 1;
}

/* The columns of the terms; 0 where there is no room for them. */
static int
term_cols(const struct sheet *sheet)
{
	int cols = sheet_cols(sheet);

	return cols >= 2 * TERM_COLS ? TERM_COLS : cols / TERM_SHARE;
}

static void
add_joined(struct buf *out, const char *term, const char *text, size_t nbytes,
	bool is_rtl)
{
	if (*term == '\0')
		buf_add(out, text, nbytes);
	else if (is_rtl)
		buf_add_format(out, "%.*s (%s)", (int)nbytes, text, term);
	else
		buf_add_format(out, "%s: %.*s", term, (int)nbytes, text);
}

/*
 * Under ORDER_LOGICAL a row carries one text, which the term is part of. The
 * terminal takes the row's direction from its first letter, and that of a
 * term may be the wrong one: behind a right-to-left text it does no harm.
 */
static void
make_logical(const struct sheet *sheet, struct buf *text,
	struct blocks *blocks)
{
	for (size_t i = 0; i < sheet->blocks.count; i++) {
		struct block block = sheet->blocks.at[i];
		struct span source = block.source;

		block.source.start = (uint32_t)text->nbytes;
		add_joined(text, sheet->terms.at[i],
			sheet->text.at + source.start, span_nbytes(source),
			sheet->is_rtl);
		block.source.end = (uint32_t)text->nbytes;
		buf_add_byte(text, '\n');
		VEC_PUSH(blocks, block);
	}
}

/* Once the terms are part of the texts they stay so until it is filled anew. */
static void
join_terms(struct sheet *sheet)
{
	struct buf text = BUF_INIT;
	struct blocks blocks = { 0 };

	make_logical(sheet, &text, &blocks);
	buf_release(&sheet->text);
	blocks_release(&sheet->blocks);
	sheet->text = text;
	sheet->blocks = blocks;
	for (size_t i = 0; i < sheet->terms.count; i++)
		sheet->terms.at[i][0] = '\0';
}

static bool
has_terms(const struct sheet *sheet)
{
	return sheet->style.order == ORDER_VISUAL;
}

static void
need_page(struct sheet *sheet)
{
	struct page_style style = {
		.cols = sheet_cols(sheet),
		.line = sheet->style,
		.is_rtl = sheet->is_rtl,
	};

	if (sheet->page != NULL)
		return;
	if (!has_terms(sheet))
		join_terms(sheet);
	else
		style.cols -= term_cols(sheet);
	if (style.cols < 1)
		style.cols = 1;
	sheet->page = page_new(sheet->text.at, &sheet->blocks, &style);
	if (!page_is_empty(sheet->page))
		sheet->top = scroll_fill(sheet->page, sheet->area.rows,
			sheet->off == 0 ? page_first(sheet->page)
			: page_place_of(sheet->page, sheet->off));
}

static void
go_place(struct sheet *sheet, struct page_place top)
{
	sheet->top = top;
	sheet->off = page_byte_of(sheet->page, top);
}

static void
scroll_command(struct sheet *sheet, enum command command)
{
	int window = sheet->area.rows;

	need_page(sheet);
	if (page_is_empty(sheet->page))
		return;
	if (command == COMMAND_TOP)
		go_place(sheet, page_first(sheet->page));
	else if (command == COMMAND_BOTTOM)
		go_place(sheet, scroll_end(sheet->page, window));
	else
		go_place(sheet, scroll_rows(sheet->page, window, sheet->top,
			scroll_of(command, window)));
}

int
sheet_percent(struct sheet *sheet)
{
	int window = sheet->area.rows;
	struct page_place bottom;

	need_page(sheet);
	if (page_is_empty(sheet->page))
		return -1;
	bottom = scroll_bottom(sheet->page, window, sheet->top);
	if (page_compare(bottom, page_last(sheet->page)) < 0)
		return (int)((uint64_t)page_byte_of(sheet->page, bottom) * 100
			/ sheet->text.nbytes);
	return page_compare(sheet->top, page_first(sheet->page)) == 0 ? -1
		: 100;
}

static bool
sheet_command(void *pane, enum command command)
{
	struct sheet *sheet = pane;

	if (command == COMMAND_BACK || command == COMMAND_CANCEL)
		sheet_close(sheet);
	else if (command == COMMAND_TOP || command == COMMAND_BOTTOM
			|| scroll_of(command, sheet->area.rows) != 0)
		scroll_command(sheet, command);
	else
		return false;
	return true;
}

static void
sheet_place(void *pane, struct area area)
{
	struct sheet *sheet = pane;

	sheet->area = area;
	forget_page(sheet);
}

/* The term of the block whose first row of text is at PLACE. */
static void
draw_term(struct sheet *sheet, struct frame *frame, int row, int col,
	struct page_place place)
{
	const char *term = sheet->terms.at[place.block];
	int cols = term_cols(sheet) - 1;

	if (place.row != sheet->blocks.at[place.block].has_gap || cols < 1)
		return;
	fit_text(term, strlen(term), cols, FIT_BASE_AUTO, &sheet->style,
		ROLE_KEY, &sheet->line);
	frame_put_line(frame, row, sheet->is_rtl
		? col + sheet_cols(sheet) - sheet->line.cols : col, cols,
		&sheet->line, false, 0);
}

static void
draw_row(struct sheet *sheet, struct frame *frame, int row,
	struct page_place place)
{
	const struct line *line = page_line(sheet->page, place);
	int col = sheet->area.col + (sheet->area.cols - sheet_cols(sheet)) / 2;
	int text_cols = page_style(sheet->page)->cols;
	bool is_heading = sheet->blocks.at[place.block].role == ROLE_HEADING;
	int text_col = sheet->is_rtl || is_heading || !has_terms(sheet)
		? col : col + term_cols(sheet);

	if (line == NULL)
		return;
	/* A heading stands where the terms stand. */
	if (is_heading && sheet->is_rtl && has_terms(sheet))
		text_col += term_cols(sheet);
	/* All rows stand beside the terms, whichever way they are read. */
	if (sheet->is_rtl && has_terms(sheet))
		text_col += text_cols - line->cols;
	frame_put_line(frame, row, text_col, text_cols, line,
		!has_terms(sheet), 0);
	if (has_terms(sheet))
		draw_term(sheet, frame, row, col, place);
}

static void
sheet_draw(void *pane, struct frame *frame, bool has_focus)
{
	struct sheet *sheet = pane;
	struct page_place place;

	(void)has_focus;
	for (int i = 0; i < sheet->area.rows; i++)
		frame_fill(frame, sheet->area.row + i, sheet->area.col,
			sheet->area.cols, ROLE_BODY, 0);
	need_page(sheet);
	if (page_is_empty(sheet->page))
		return;
	place = sheet->top;
	for (int i = 0; i < sheet->area.rows; i++) {
		draw_row(sheet, frame, sheet->area.row + i, place);
		if (page_step(sheet->page, &place, 1) == 0)
			break;
	}
}

static const struct pane_ops sheet_ops = { sheet_place, sheet_draw,
	sheet_command };

struct pane
sheet_pane(struct sheet *sheet)
{
	return (struct pane){ &sheet_ops, sheet };
}
