#include <config.h>

#include "ui/frame.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/xalloc.h"
#include "text/utf8.h"

static const struct frame_cell blank_cell = {
	.cps = { ' ' }, .ncps = 1, .cols = 1, .role = ROLE_BODY,
};

static struct frame_cell *
cell_at(const struct frame *frame, int row, int col)
{
	return &frame->cells[(size_t)row * (size_t)frame->cols + (size_t)col];
}

static bool
is_inside(const struct frame *frame, int row, int col)
{
	return row >= 0 && row < frame->rows && col >= 0 && col < frame->cols;
}

/* A blank that looks like what was there. */
static void
blank_glyph(struct frame_cell *cell)
{
	struct frame_cell blank = blank_cell;

	blank.role = cell->role;
	blank.emphasis = cell->emphasis;
	*cell = blank;
}

/*
 * Half a wide character is worse than none: the other half of whatever
 * column COL is part of becomes a blank.
 */
static void
cut_wide(struct frame *frame, int row, int col)
{
	if (!is_inside(frame, row, col))
		return;
	if (cell_at(frame, row, col)->cols == 0 && col > 0)
		blank_glyph(cell_at(frame, row, col - 1));
	if (cell_at(frame, row, col)->cols == 2 && col + 1 < frame->cols)
		blank_glyph(cell_at(frame, row, col + 1));
	blank_glyph(cell_at(frame, row, col));
}

void
frame_init(struct frame *frame)
{
	*frame = (struct frame){ .cursor_row = -1 };
}

void
frame_release(struct frame *frame)
{
	free(frame->cells);
	free(frame->texts);
	frame_init(frame);
}

void
frame_resize(struct frame *frame, int rows, int cols)
{
	assert(rows >= 0 && cols >= 0);
	free(frame->cells);
	free(frame->texts);
	frame->rows = rows;
	frame->cols = cols;
	frame->cells = xcalloc((size_t)rows * (size_t)cols,
		sizeof(*frame->cells));
	frame->texts = xcalloc((size_t)rows, sizeof(*frame->texts));
	frame_blank(frame);
}

void
frame_blank(struct frame *frame)
{
	size_t count = (size_t)frame->rows * (size_t)frame->cols;

	for (size_t i = 0; i < count; i++)
		frame->cells[i] = blank_cell;
	for (int row = 0; row < frame->rows; row++)
		frame->texts[row] = (struct row_text){ ROW_BASE_LTR,
			0, false };
	frame->cursor_row = -1;
	frame->cursor_col = 0;
}

void
frame_fill(struct frame *frame, int row, int col, int ncols,
	enum role role, unsigned emphasis)
{
	for (int i = 0; i < ncols; i++) {
		if (!is_inside(frame, row, col + i))
			continue;
		cut_wide(frame, row, col + i);
		cell_at(frame, row, col + i)->role = (uint8_t)role;
		cell_at(frame, row, col + i)->emphasis = (uint8_t)emphasis;
	}
}

/* The caller saw that all of its columns are inside. */
static void
put_cell(struct frame *frame, int row, int col, const struct cell *cell,
	unsigned emphasis)
{
	struct frame_cell *put = cell_at(frame, row, col);

	for (int i = 0; i < cell->cols; i++)
		cut_wide(frame, row, col + i);
	/* Cells are compared as bytes: nothing may stand behind the last. */
	memset(put->cps, 0, sizeof(put->cps));
	memcpy(put->cps, cell->cps, cell->ncps * sizeof(*cell->cps));
	put->ncps = cell->ncps;
	put->cols = cell->cols;
	put->is_rtl = cell->is_rtl;
	for (int i = 0; i < cell->cols; i++) {
		put[i].role = cell->role;
		put[i].emphasis |= (uint8_t)emphasis;
	}
	if (cell->cols == 2) {
		put[1].ncps = 0;
		put[1].cols = 0;
	}
}

static int
first_col_of(const struct line *line, int col, int ncols, bool is_flush)
{
	if (is_flush && line->is_rtl && line->cols < ncols)
		return col + ncols - line->cols;
	return col;
}

/* Of several lines in a row the first begins it. */
static void
note_rtl(struct frame *frame, int row, int first_col, bool is_flush)
{
	struct row_text *text;

	if (row < 0 || row >= frame->rows)
		return;
	text = &frame->texts[row];
	if (text->base == ROW_BASE_LTR || first_col < text->first_col)
		text->first_col = first_col;
	text->base = ROW_BASE_RTL;
	text->is_flush = is_flush;
}

int
frame_put_line(struct frame *frame, int row, int col, int ncols,
	const struct line *line, bool is_flush, unsigned emphasis)
{
	int first = first_col_of(line, col, ncols, is_flush), at = first;

	if (line->is_rtl)
		note_rtl(frame, row, first, is_flush);
	for (size_t i = 0; i < line->count; i++) {
		const struct cell *cell = &line->cells[i];
		int last = at + cell->cols - 1;

		if (last < col + ncols && is_inside(frame, row, at)
			&& is_inside(frame, row, last))
			put_cell(frame, row, at, cell, emphasis);
		at += cell->cols;
	}
	return first;
}

void
frame_set_base(struct frame *frame, int row, enum row_base base)
{
	if (row >= 0 && row < frame->rows)
		frame->texts[row].base = base;
}

void
frame_emphasize(struct frame *frame, int row, int first_col,
	const struct line *line, struct span span, unsigned emphasis)
{
	int at = first_col;

	for (size_t i = 0; i < line->count; i++) {
		const struct cell *cell = &line->cells[i];

		for (int k = 0; k < cell->cols; k++, at++)
			if (span_overlaps(cell->source, span)
				&& is_inside(frame, row, at))
				cell_at(frame, row, at)->emphasis |=
					(uint8_t)emphasis;
	}
}

static bool
is_blank(const struct frame_cell *cell)
{
	return cell->ncps == 1 && cell->cps[0] == ' ';
}

void
frame_add_row(const struct frame *frame, int row, struct buf *out)
{
	int end = frame->cols;
	char bytes[UTF8_BYTES_MAX];

	assert(row >= 0 && row < frame->rows);
	while (end > 0 && is_blank(cell_at(frame, row, end - 1)))
		end--;
	for (int col = 0; col < end; col++) {
		const struct frame_cell *cell = cell_at(frame, row, col);

		for (int i = 0; i < cell->ncps; i++)
			buf_add(out, bytes, utf8_encode(cell->cps[i], bytes));
	}
}
