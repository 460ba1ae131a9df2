#include <config.h>

#include "ui/term_screen.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/xalloc.h"
#include "text/range.h"
#include "text/utf8.h"
#include "ui/term_caps.h"
#include "ui/term_move.h"

_Static_assert(sizeof(struct screen_cell) ==
	CELL_CPS_MAX * sizeof(uint32_t) + 4, "cells are compared as bytes");

static const struct screen_cell blank = { .cps = { ' ' }, .ncps = 1,
	.cols = 1 };

static size_t
row_nbytes(const struct screen *screen)
{
	return (size_t)screen->cols * sizeof(*screen->cells);
}

static bool
cells_equal(const struct screen_cell *a, const struct screen_cell *b)
{
	return memcmp(a, b, sizeof(*a)) == 0;
}

bool
screen_cell_is_blank(const struct screen_cell *cell)
{
	return cells_equal(cell, &blank);
}

static void
blank_row(struct screen *screen, int row)
{
	struct screen_cell *cells = screen_row(screen, row);

	for (int col = 0; col < screen->cols; col++)
		cells[col] = blank;
}

void
screen_init(struct screen *screen, const struct term_caps *caps,
	int rows, int cols)
{
	*screen = (struct screen){ .caps = caps, .rows = rows, .cols = cols,
		.row = -1, .bottom = rows - 1, .is_cursor_shown = true };
	screen->cells = xcalloc((size_t)rows * (size_t)cols,
		sizeof(*screen->cells));
	for (int row = 0; row < rows; row++)
		blank_row(screen, row);
}

void
screen_release(struct screen *screen)
{
	free(screen->cells);
	*screen = (struct screen){ 0 };
}

void
screen_copy(struct screen *to, const struct screen *from)
{
	struct screen_cell *cells = to->cells;

	assert(to->rows == from->rows && to->cols == from->cols);
	memcpy(cells, from->cells, (size_t)from->rows * row_nbytes(from));
	*to = *from;
	to->cells = cells;
}

struct screen_cell *
screen_row(const struct screen *screen, int row)
{
	return screen->cells + (size_t)row * (size_t)screen->cols;
}

bool
screen_rows_equal(const struct screen *screen, int row,
	const struct screen_cell *cells)
{
	return memcmp(screen_row(screen, row), cells, row_nbytes(screen)) == 0;
}

/* Two SGR sequences in a row become one: CSI a m CSI b m = CSI a ; b m. */
static void
add_sgr(const struct screen *screen, struct buf *out, size_t start,
	enum cap cap, int parameter)
{
	struct buf one = BUF_INIT;
	size_t end;

	caps_add(screen->caps, &one, cap, parameter, 0);
	end = one.nbytes;
	if (out->nbytes > start && out->at[out->nbytes - 1] == 'm'
		&& end > 2 && memcmp(one.at, "\033[", 2) == 0
		&& one.at[end - 1] == 'm') {
		out->at[out->nbytes - 1] = ';';
		buf_add(out, one.at + 2, end - 2);
	} else {
		buf_add(out, one.at, end);
	}
	buf_release(&one);
}

static void
set_look(struct screen *screen, uint8_t attrs, uint8_t colour,
	struct buf *out)
{
	static const struct {
		enum screen_attr attr;
		enum cap cap;
	} table[] = {
		{ SCREEN_BOLD, CAP_BOLD },
		{ SCREEN_DIM, CAP_DIM },
		{ SCREEN_UNDERLINED, CAP_SMUL },
		{ SCREEN_REVERSED, CAP_REV },
	};
	size_t start = out->nbytes;
	int added;

	/* What is too much goes only all at once. */
	if ((screen->attrs & ~attrs) != 0
		|| (screen->colour != 0 && colour == 0)) {
		add_sgr(screen, out, start, CAP_SGR0, 0);
		screen->attrs = screen->colour = 0;
	}
	added = attrs & ~screen->attrs;
	for (size_t i = 0; i < sizeof(table) / sizeof(*table); i++)
		if (added & (int)table[i].attr)
			add_sgr(screen, out, start, table[i].cap, 0);
	if (colour != screen->colour && screen->caps->has_colours)
		add_sgr(screen, out, start, CAP_SETAF, colour - 1);
	screen->attrs = attrs;
	screen->colour = colour;
}

static void
set_region(struct screen *screen, int top, int bottom, struct buf *out)
{
	if (screen->top == top && screen->bottom == bottom)
		return;
	caps_add(screen->caps, out, CAP_CSR, top, bottom);
	screen->top = top;
	screen->bottom = bottom;
	screen->row = -1;
}

/* The terminal may have forgotten the stop; it does no harm then. */
void
screen_add_untab(const struct screen *screen, struct buf *out)
{
	if (screen->tab_col == 0 || screen->tab_col >= screen->cols)
		return;
	caps_add(screen->caps, out, CAP_CUP, 0, screen->tab_col);
	buf_add_string(out, TAB_UNSET);
}

/*
 * Rows begin by tabs over the usual stops: they had better be there, whatever
 * stops the terminal came with.
 */
static void
add_usual_tabs(const struct screen *screen, struct buf *out)
{
	if (!screen->caps->has_tabs)
		return;
	buf_add_string(out, TABS_UNSET);
	for (int col = TAB_COLS; col < screen->cols; col += TAB_COLS) {
		caps_add(screen->caps, out, CAP_CUP, 0, col);
		buf_add_string(out, TAB_SET);
	}
}

void
screen_clear(struct screen *screen, struct buf *out)
{
	caps_add(screen->caps, out, CAP_SGR0, 0, 0);
	/* One row is no region. */
	if (screen->rows > 1)
		caps_add(screen->caps, out, CAP_CSR, 0, screen->rows - 1);
	add_usual_tabs(screen, out);
	screen->tab_col = 0;
	caps_add(screen->caps, out, CAP_CLEAR, 0, 0);
	caps_add(screen->caps, out, CAP_CIVIS, 0, 0);
	screen->is_cursor_shown = false;
	screen->attrs = screen->colour = 0;
	screen->row = -1;
	screen->top = 0;
	screen->bottom = screen->rows - 1;
	for (int row = 0; row < screen->rows; row++)
		blank_row(screen, row);
}

void
screen_empty(struct screen *screen, int row, struct buf *out)
{
	screen->row = -1;
	set_look(screen, 0, 0, out);
	move_to(screen, row, 0, out);
	caps_add(screen->caps, out, CAP_EL, 0, 0);
	blank_row(screen, row);
	screen->row = -1;
}

bool
screen_can_shift(const struct screen *screen)
{
	return caps_has(screen->caps, CAP_CSR)
		&& caps_has(screen->caps, CAP_IND)
		&& caps_has(screen->caps, CAP_RI);
}

static void
send_shift(struct screen *screen, int n, struct buf *out)
{
	enum cap many = n > 0 ? CAP_INDN : CAP_RIN;

	if (caps_has(screen->caps, many)) {
		caps_add(screen->caps, out, many, abs(n), 0);
		return;
	}
	move_to(screen, n > 0 ? screen->bottom : screen->top, 0, out);
	for (int i = 0; i < abs(n); i++)
		caps_add(screen->caps, out, n > 0 ? CAP_IND : CAP_RI, 0, 0);
	/* ind may be a line feed that also returns. */
	screen->row = -1;
}

void
screen_shift(struct screen *screen, int top, int bottom, int n,
	struct buf *out)
{
	int count = bottom + 1 - top, kept = count - abs(n);

	assert(n != 0 && kept >= 0 && top >= 0 && bottom < screen->rows);
	set_look(screen, 0, 0, out);
	set_region(screen, top, bottom, out);
	send_shift(screen, n, out);
	memmove(screen_row(screen, n > 0 ? top : top - n),
		screen_row(screen, n > 0 ? top + n : top),
		(size_t)kept * row_nbytes(screen));
	for (int i = 0; i < abs(n); i++)
		blank_row(screen, n > 0 ? bottom - i : top + i);
}

void
screen_set_tab(struct screen *screen, int row, int col, struct buf *out)
{
	if (screen->tab_col == col || !screen->caps->has_tabs)
		return;
	if (screen->tab_col > 0) {
		move_to(screen, row, screen->tab_col, out);
		buf_add_string(out, TAB_UNSET);
	}
	if (col > 0) {
		move_to(screen, row, col, out);
		buf_add_string(out, TAB_SET);
	}
	screen->tab_col = col;
}

/* One past the last cell that is not blank. */
static int
end_of(const struct screen *screen, const struct screen_cell *cells)
{
	int end = screen->cols;

	while (end > 0 && screen_cell_is_blank(&cells[end - 1]))
		end--;
	return end;
}

/*
 * Whether the cell can be drawn with the look that is set: its own, or any
 * that does not show on a plain blank (so that words of a dim line cost no
 * switching between them).
 */
static bool
is_look_right(const struct screen *screen, const struct screen_cell *cell)
{
	if (screen_cell_is_blank(cell))
		return (screen->attrs & (SCREEN_UNDERLINED |
			SCREEN_REVERSED)) == 0;
	return cell->attrs == screen->attrs && cell->colour == screen->colour;
}

/* Marks that every terminal of today puts on the letter before. */
static const struct char_range settled_marks[] = {
	{ 0x0300, 0x036F },
	{ 0x0591, 0x05C7 },	/* Hebrew */
	{ 0x064B, 0x065F },	/* Arabic */
	{ 0x0670, 0x0670 },
	{ 0x0E31, 0x0E4E },	/* Thai */
	{ 0x202B, 0x202D },	/* ours */
};

/*
 * Signs and symbols that are wide in some terminals and narrow in others, and
 * signs of letters that some put on the letter before, others beside it.
 */
static const struct char_range unsettled[] = {
	{ 0x0600, 0x0605 },	/* Arabic, around numbers */
	{ 0x06DD, 0x06DD },
	{ 0x0E33, 0x0E33 },
	{ 0x0EB3, 0x0EB3 },
	{ 0x102B, 0x103E },	/* Burmese */
	{ 0x1056, 0x1059 },
	{ 0x1062, 0x109D },
	{ 0x17B4, 0x17D3 },	/* Khmer */
	{ 0x231A, 0x23FF },
	{ 0x2600, 0x27BF },
	{ 0x2B05, 0x2B55 },
	{ 0xFDFA, 0xFDFD },
	{ UTF8_REPLACEMENT, UTF8_REPLACEMENT },
};

/*
 * The scripts of India have blocks of one plan: vowels that go with a letter
 * stand at the same places in each.
 */
static bool
is_indian_sign(uint32_t cp)
{
	uint32_t place = cp % 0x80;

	return cp >= 0x0900 && cp < 0x0E00
		&& (place < 0x04 || (place >= 0x3A && place < 0x58));
}

/* Terminals disagree about where the cursor is after the cell. */
static bool
is_unsettled(const struct screen_cell *cell)
{
	if (cell->ncps == 1 && cell->cps[0] < unsettled[0].first)
		return false;
	if (cell->cps[0] >= 0x1F000 || is_indian_sign(cell->cps[0])
		|| RANGES_HAVE(unsettled, cell->cps[0]))
		return true;
	for (int i = 1; i < cell->ncps; i++)
		if (!RANGES_HAVE(settled_marks, cell->cps[i]))
			return true;
	return false;
}

static void
put_cell(struct screen *screen, const struct screen_cell *cell,
	struct buf *out)
{
	struct screen_cell *shown = screen_row(screen, screen->row);
	char bytes[UTF8_BYTES_MAX];
	int col = screen->col;

	if (!is_look_right(screen, cell))
		set_look(screen, cell->attrs, cell->colour, out);
	for (int i = 0; i < cell->ncps; i++)
		buf_add(out, bytes, utf8_encode(cell->cps[i], bytes));
	memcpy(&shown[col], cell, (size_t)cell->cols * sizeof(*cell));
	screen->col += cell->cols;
	/* At the edge they differ, too: still there, or already below. */
	if (screen->col >= screen->cols || is_unsettled(cell))
		screen->row = -1;
}

/*
 * Whether drawing the cells between the cursor and COL again is no longer
 * than moving over them.
 */
static bool
is_gap_cheap(const struct screen *screen, int row, int col,
	const struct screen_cell *cells)
{
	int nbytes = 0;

	if (screen->row != row || screen->col > col)
		return false;
	for (int i = screen->col; i < col; i++) {
		if (!is_look_right(screen, &cells[i])
			|| is_unsettled(&cells[i]))
			return false;
		for (int k = 0; k < cells[i].ncps; k++)
			nbytes += cells[i].cps[k] < 0x80 ? 1 : 3;
		if (nbytes > MOVE_WITHIN_ROW_BYTES)
			return false;
	}
	return true;
}

static void
go_to(struct screen *screen, int row, int col,
	const struct screen_cell *cells, struct buf *out)
{
	if (!is_gap_cheap(screen, row, col, cells)) {
		move_to(screen, row, col, out);
		return;
	}
	while (screen->col < col)
		put_cell(screen, &cells[screen->col], out);
}

/* Writing there would scroll the whole screen. */
static bool
is_forbidden(const struct screen *screen, int row, int col)
{
	return screen->caps->is_wrapping && row == screen->rows - 1
		&& col == screen->cols - 1;
}

static void
draw_cells(struct screen *screen, int row, int end,
	const struct screen_cell *cells, struct buf *out)
{
	const struct screen_cell *shown = screen_row(screen, row);

	for (int col = 0; col < end; col += cells[col].cols) {
		const struct screen_cell *cell = &cells[col];

		assert(cell->cols > 0 && col + cell->cols <= screen->cols);
		if (cells_equal(cell, &shown[col])
			|| is_forbidden(screen, row, col + cell->cols - 1))
			continue;
		go_to(screen, row, col, cells, out);
		put_cell(screen, cell, out);
	}
}

static void
erase_from(struct screen *screen, int row, int col,
	const struct screen_cell *cells, struct buf *out)
{
	struct screen_cell *shown = screen_row(screen, row);

	go_to(screen, row, col, cells, out);
	set_look(screen, 0, 0, out);
	caps_add(screen->caps, out, CAP_EL, 0, 0);
	for (; col < screen->cols; col++)
		shown[col] = blank;
}

void
screen_draw(struct screen *screen, int row, const struct screen_cell *cells,
	struct buf *out)
{
	int end, old_end;

	if (screen_rows_equal(screen, row, cells))
		return;
	end = end_of(screen, cells);
	old_end = end_of(screen, screen_row(screen, row));
	if (old_end - end > ERASE_BYTES && caps_has(screen->caps, CAP_EL)) {
		draw_cells(screen, row, end, cells, out);
		erase_from(screen, row, end, cells, out);
	} else {
		draw_cells(screen, row, screen->cols, cells, out);
	}
}

static void
show_cursor(struct screen *screen, bool is_shown, struct buf *out)
{
	if (screen->is_cursor_shown == is_shown)
		return;
	caps_add(screen->caps, out, is_shown ? CAP_CNORM : CAP_CIVIS, 0, 0);
	screen->is_cursor_shown = is_shown;
}

void
screen_rest(struct screen *screen, int row, int col, struct buf *out)
{
	set_look(screen, 0, 0, out);
	show_cursor(screen, row >= 0, out);
	if (row >= 0 && col >= 0 && row < screen->rows && col < screen->cols)
		move_to(screen, row, col, out);
}
