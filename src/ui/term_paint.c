#include <config.h>

#include "ui/term_paint.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/xalloc.h"
#include "text/cluster.h"
#include "text/utf8.h"
#include "ui/frame.h"
#include "ui/term_caps.h"
#include "ui/term_row.h"
#include "ui/term_shift.h"
#include "ui/theme.h"

/*
 * Emptying rows before drawing them can be seen on a slow line, so it has to
 * be worth it.
 */
#define EMPTYING_BYTES 8

/* Setting a tab stop costs two bytes, each use saves two. */
#define MARGIN_ROWS_MIN 4
#define MARGIN_COLS_MAX 24

void
paint_init(struct paint *paint, const struct term_caps *caps)
{
	*paint = (struct paint){ .cursor_row = -1 };
	screen_init(&paint->shown, caps, 0, 0);
	screen_init(&paint->trial, caps, 0, 0);
}

void
paint_release(struct paint *paint)
{
	screen_release(&paint->shown);
	screen_release(&paint->trial);
	free(paint->wanted);
	*paint = (struct paint){ 0 };
}

void
paint_forget(struct paint *paint)
{
	paint->is_known = false;
}

static void
fit_size(struct paint *paint, int rows, int cols)
{
	const struct term_caps *caps = paint->shown.caps;
	bool is_cursor_shown = paint->shown.is_cursor_shown;
	int tab_col = paint->shown.tab_col;

	if (paint->shown.rows == rows && paint->shown.cols == cols)
		return;
	screen_release(&paint->shown);
	screen_release(&paint->trial);
	screen_init(&paint->shown, caps, rows, cols);
	screen_init(&paint->trial, caps, rows, cols);
	paint->shown.is_cursor_shown = is_cursor_shown;
	paint->shown.tab_col = tab_col;
	free(paint->wanted);
	paint->wanted = xcalloc((size_t)rows * (size_t)cols,
		sizeof(*paint->wanted));
	paint->is_known = false;
}

/*
 * Frames hold clean text; but should a bug let a control or a character of
 * another width through, it must not steer the terminal or shift the row.
 */
static bool
is_safe_base(const struct frame_cell *cell, int cols)
{
	uint32_t cp = cell->cps[0];

	if (cp >= ' ' && cp < 0x7f && cols == 1)
		return true;
	if (char_shown(cp) != cp)
		return false;
	return char_cols(cp) == cols || char_cols_wide(cp) == cols
		|| (cols == 2 && cluster_is_sequence(cell->cps, cell->ncps));
}

/* In a wide cell also the rest of an emoji: of several, with selectors. */
static bool
is_safe_mark(uint32_t cp, int cols)
{
	/* Letters that the terminal is to join are told where not to. */
	if (cp == 0x200C || cp == 0x200D)
		return true;
	if (cols == 2 && (cp == 0xFE0F || (cp >= 0xE0020 && cp <= 0xE007F)))
		return true;
	return cp >= 0x300 && char_shown(cp) == cp
		&& (cols == 2 || char_cols(cp) == 0);
}

static void
set_glyph(struct screen_cell *cell, const struct frame_cell *from, int cols)
{
	cell->ncps = 1;
	cell->cols = (uint8_t)cols;
	if (from->ncps == 0 || !is_safe_base(from, cols)) {
		cell->cps[0] = from->cols == 0 ? ' ' : UTF8_REPLACEMENT;
		cell->cols = 1;
		return;
	}
	cell->cps[0] = from->cps[0];
	for (int i = 1; i < from->ncps && i < CELL_CPS_MAX; i++)
		if (is_safe_mark(from->cps[i], cols))
			cell->cps[cell->ncps++] = from->cps[i];
}

/* On a blank nothing shows but lines and ground: one look for all of them. */
static void
set_look(struct screen_cell *cell, const struct frame_cell *from)
{
	struct look look = theme_look(from->role, from->emphasis);
	bool is_seen = cell->cps[0] != ' ' || look.is_reversed
		|| look.is_underlined;

	cell->attrs = (uint8_t)((look.is_underlined ? SCREEN_UNDERLINED : 0) |
		(look.is_reversed ? SCREEN_REVERSED : 0));
	if (!is_seen)
		return;
	cell->attrs |= (uint8_t)((look.is_bold ? SCREEN_BOLD : 0) |
		(look.is_dim ? SCREEN_DIM : 0));
	cell->colour = (uint8_t)(look.colour + 1);
}

/* Half a wide character, of which the frame lacks the rest, is a blank. */
static int
shown_cols(const struct frame_cell *cells, int col, int cols)
{
	if (cells[col].cols == 2 && (col + 1 >= cols
		|| cells[col + 1].cols != 0))
		return 1;
	return cells[col].cols == 2 ? 2 : 1;
}

static void
want_row(struct screen_cell *wanted, const struct frame_cell *cells, int cols)
{
	for (int col = 0; col < cols; col++) {
		struct screen_cell *cell = &wanted[col];

		*cell = (struct screen_cell){ 0 };
		set_glyph(cell, &cells[col], shown_cols(cells, col, cols));
		set_look(cell, &cells[col]);
		if (cell->cols == 2) {
			wanted[col + 1] = (struct screen_cell){
				.attrs = cell->attrs,
				.colour = cell->colour };
			col++;
		}
	}
}

static int
first_glyph(const struct screen_cell *cells, int cols)
{
	int col = 0;

	while (col < cols && screen_cell_is_blank(&cells[col]))
		col++;
	return col;
}

/*
 * The margin at which most of the rows to draw begin, if they are so many
 * that a tab stop there saves something; 0: none. A text has one.
 */
static int
find_margin(const struct screen *screen, const struct screen_cell *wanted)
{
	int counts[MARGIN_COLS_MAX] = { 0 }, best = 0;
	size_t cols = (size_t)screen->cols;

	for (int row = 0; row < screen->rows; row++) {
		const struct screen_cell *cells = wanted + (size_t)row * cols;
		int margin = first_glyph(cells, screen->cols);

		if (margin % TAB_COLS != 0 && margin < screen->cols
			&& margin < MARGIN_COLS_MAX
			&& !screen_rows_equal(screen, row, cells)
			&& ++counts[margin] > counts[best])
			best = margin;
	}
	return counts[best] >= MARGIN_ROWS_MIN ? best : 0;
}

static void
draw_all(struct screen *screen, const struct paint *paint,
	const struct shift *shift, struct buf *out)
{
	size_t cols = (size_t)screen->cols;
	int margin;

	if (shift->n != 0)
		screen_shift(screen, shift->top, shift->bottom, shift->n,
			out);
	margin = find_margin(screen, paint->wanted);
	for (int row = 0; row < screen->rows; row++) {
		const struct screen_cell *cells = paint->wanted +
			(size_t)row * cols;

		if (screen_rows_equal(screen, row, cells))
			continue;
		if (margin > 0 && first_glyph(cells, screen->cols) == margin)
			screen_set_tab(screen, row, margin, out);
		screen_draw(screen, row, cells, out);
	}
	screen_rest(screen, paint->cursor_row, paint->cursor_col, out);
}

/* How many bytes a paint takes that begins with SHIFT. */
static size_t
measure(struct paint *paint, const struct shift *shift)
{
	struct buf out = BUF_INIT;
	size_t nbytes;

	screen_copy(&paint->trial, &paint->shown);
	draw_all(&paint->trial, paint, shift, &out);
	nbytes = out.nbytes;
	if (shift->n == shift->bottom + 1 - shift->top)
		nbytes += EMPTYING_BYTES;
	buf_release(&out);
	return nbytes;
}

static bool
is_shown(const struct paint *paint)
{
	const struct screen *shown = &paint->shown;
	size_t ncells = (size_t)shown->rows * (size_t)shown->cols;

	return paint->is_known && memcmp(shown->cells, paint->wanted,
		ncells * sizeof(*paint->wanted)) == 0;
}

static struct shift
choose_shift(struct paint *paint)
{
	struct shift found[SHIFTS_MAX], best = { 0 };
	int count = shift_find(&paint->shown, paint->wanted, found);
	size_t best_nbytes = count > 0 ? measure(paint, &best) : 0;

	for (int i = 0; i < count; i++) {
		size_t nbytes = measure(paint, &found[i]);

		if (nbytes >= best_nbytes)
			continue;
		best_nbytes = nbytes;
		best = found[i];
	}
	return best;
}

/* The cells of all rows, and the cursor, which moves with its row. */
static void
want_frame(struct paint *paint, const struct frame *frame)
{
	int cols = frame->cols;

	paint->cursor_row = frame->cursor_row;
	paint->cursor_col = frame->cursor_col;
	for (int row = 0; row < frame->rows; row++) {
		size_t start = (size_t)row * (size_t)cols;
		int moved;

		want_row(paint->wanted + start, frame->cells + start, cols);
		moved = row_help(paint->wanted + start, frame, row,
			paint->helps[frame->texts[row].base]);
		if (row == paint->cursor_row)
			paint->cursor_col += moved;
	}
	if (paint->cursor_col >= cols)
		paint->cursor_col = cols - 1;
}

void
paint_frame(struct paint *paint, const struct frame *frame, struct buf *out)
{
	struct shift shift = { 0 };

	if (frame->rows == 0 || frame->cols == 0)
		return;
	fit_size(paint, frame->rows, frame->cols);
	want_frame(paint, frame);
	if (!paint->is_known)
		screen_clear(&paint->shown, out);
	else if (!is_shown(paint))
		shift = choose_shift(paint);
	paint->is_known = true;
	draw_all(&paint->shown, paint, &shift, out);
}

void
paint_spoil(struct paint *paint, int row, struct buf *out)
{
	screen_empty(&paint->shown, row, out);
}

void
paint_again(struct paint *paint, struct buf *out)
{
	static const struct shift none;

	paint->is_known = false;
	if (paint->wanted == NULL)
		return;
	screen_clear(&paint->shown, out);
	draw_all(&paint->shown, paint, &none, out);
	paint->is_known = true;
}
