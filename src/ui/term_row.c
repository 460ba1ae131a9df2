#include <config.h>

#include "ui/term_row.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/xalloc.h"
#include "text/language.h"
#include "text/utf8.h"
#include "layout/bidi.h"
#include "layout/bidi_class.h"
#include "ui/frame.h"
#include "ui/term_screen.h"

/* Signs that are never content: see enum row_help. */
#define RLE 0x202Bu
#define PDF 0x202Cu
#define LRO 0x202Du

#define LAM 0x0644u
#define ALEF 0x0627u
#define ALEF_MADDA 0x0622u
#define ALEF_HAMZA 0x0623u
#define ALEF_HAMZA_BELOW 0x0625u

/*
 * A sign that takes no column goes with the cell in COL, if that is a blank:
 * there is no other place where it can neither be lost nor be drawn.
 */
static void
add_companion(struct screen_cell *wanted, int col, uint32_t cp)
{
	struct screen_cell *cell = &wanted[col];

	if (col < 0 || cell->cps[0] != ' ' || cell->ncps != 1)
		return;
	cell->cps[cell->ncps++] = cp;
}

static bool
has_rtl(const struct screen_cell *cells, int cols)
{
	for (int col = 0; col < cols; col++)
		if (bidi_is_rtl(cells[col].cps[0]))
			return true;
	return false;
}

/* One past the last cell that is no blank, whatever its ground. */
static int
letters_end(const struct screen_cell *cells, int cols)
{
	while (cols > 0 && cells[cols - 1].cps[0] == ' ')
		cols--;
	return cols;
}

static bool
is_alef(uint32_t cp)
{
	return cp == ALEF || cp == ALEF_MADDA || cp == ALEF_HAMZA
		|| cp == ALEF_HAMZA_BELOW;
}

/*
 * Konsole loses the last letter of every word of a row that ends in lam and
 * alef, which it ligates, unless something follows them.
 */
static void
close_embedding(struct screen_cell *wanted, int first, int cols)
{
	int end = letters_end(wanted, cols);
	struct screen_cell *last = &wanted[end - 1];

	if (end - first < 2 || wanted[end - 2].cps[0] != LAM
		|| last->ncps == CELL_CPS_MAX)
		return;
	if (is_alef(last->cps[0]))
		last->cps[last->ncps++] = PDF;
}

static void
turn_brackets(struct screen_cell *wanted, const struct frame_cell *cells,
	int cols)
{
	for (int col = 0; col < cols; col++)
		if (cells[col].is_rtl)
			wanted[col].cps[0] = bidi_mirrored(
				wanted[col].cps[0]);
}

/* Whether lam and alef stand in the cells from COL on, without marks. */
static bool
is_lam_alef(const struct screen_cell *wanted, int col)
{
	return wanted[col].cps[0] == LAM && wanted[col].ncps == 1
		&& is_alef(wanted[col + 1].cps[0])
		&& wanted[col + 1].ncps == 1;
}

/*
 * Puts the ligatures of the cells FIRST to END, which run from right to left,
 * in place of the lams. Returns how many alefs are too much now.
 */
static int
ligate(struct screen_cell *wanted, int first, int end)
{
	size_t count = (size_t)(end - first);
	uint32_t *glyphs = xcalloc(count, sizeof(*glyphs));
	int8_t *levels = xcalloc(count, sizeof(*levels));
	int nligatures = 0;

	for (size_t i = 0; i < count; i++) {
		glyphs[i] = wanted[first + (int)i].cps[0];
		levels[i] = 1;
	}
	bidi_shape(glyphs, count, levels, true, NULL);
	for (int col = first; col + 1 < end; col++)
		if (is_lam_alef(wanted, col)
			&& glyphs[col - first] == BIDI_FILL) {
			wanted[col].cps[0] = glyphs[col + 1 - first];
			wanted[col + 1].cps[0] = 0;
			nligatures++;
		}
	free(levels);
	free(glyphs);
	return nligatures;
}

/*
 * Takes the alefs away: what stands before them moves to the right, and
 * COUNT blanks like BLANK come in at FIRST.
 */
static void
close_from_left(struct screen_cell *wanted, int first, int end,
	struct screen_cell blank)
{
	int to = end;

	for (int col = end - 1; col >= first; col--)
		if (wanted[col].cps[0] != 0 || wanted[col].ncps == 0)
			wanted[--to] = wanted[col];
	while (to > first)
		wanted[--to] = blank;
}

/* Where the last two blanks in a row are before END; END: nowhere. */
static int
last_gap(const struct screen_cell *wanted, int first, int end)
{
	for (int col = end - 2; col >= first; col--)
		if (wanted[col].cps[0] == ' ' && wanted[col + 1].cps[0] == ' ')
			return col;
	return end;
}

/* What stands after them moves to the left, as far as to a gap. */
static void
close_from_right(struct screen_cell *wanted, int first, int end, int cols)
{
	int to = first, stop = last_gap(wanted, first, end);
	struct screen_cell blank = { .cps = { ' ' }, .ncps = 1, .cols = 1 };

	if (stop < cols)
		blank = wanted[stop];
	for (int col = first; col < stop; col++)
		if (wanted[col].cps[0] != 0 || wanted[col].ncps == 0)
			wanted[to++] = wanted[col];
	while (to < stop)
		wanted[to++] = blank;
}

/*
 * Makes one letter of lam and alef where they stand in a row. Returns where
 * its text begins then.
 */
static int
close_ligatures(struct screen_cell *wanted, const struct row_text *text,
	int cols)
{
	int first = text->first_col, end = letters_end(wanted, cols);
	int nligatures;

	if (first < 1 || first >= end)
		return first;
	nligatures = ligate(wanted, first, end);
	if (nligatures == 0)
		return first;
	if (!text->is_flush) {
		close_from_right(wanted, first, end, cols);
		return first;
	}
	close_from_left(wanted, first, end, wanted[first - 1]);
	return first + nligatures;
}

static void
embed(struct screen_cell *wanted, int first, int cols)
{
	if (first < 1 || first >= cols)
		return;
	add_companion(wanted, first - 1, RLE);
	close_embedding(wanted, first, cols);
}

/* As a terminal finds it out that looks at the first letter. */
static bool
begins_rtl(const struct screen_cell *cells, int cols)
{
	struct buf text = BUF_INIT;
	char bytes[UTF8_BYTES_MAX];
	bool is_rtl;

	for (int col = 0; col < cols; col++)
		if (cells[col].ncps > 0)
			buf_add(&text, bytes,
				utf8_encode(cells[col].cps[0], bytes));
	is_rtl = text_is_rtl(text.at, text.nbytes, false);
	buf_release(&text);
	return is_rtl;
}

/*
 * The row, whose text begins at FIRST, is to come out as it stands once the
 * terminal has reversed it. Returns how far it moved.
 */
static int
swap_margins(struct screen_cell *wanted, int first, int cols)
{
	struct screen_cell *row;
	int end = letters_end(wanted, cols);

	if (cols <= 0 || first < 0 || first >= end
		|| !begins_rtl(wanted, cols))
		return 0;
	row = xcalloc((size_t)cols, sizeof(*row));
	for (int i = 0; i < cols - end; i++)
		row[i] = wanted[cols - 1 - i];
	memcpy(row + cols - end, wanted + first,
		(size_t)(end - first) * sizeof(*row));
	for (int i = 0; i < first; i++)
		row[cols - 1 - i] = wanted[i];
	memcpy(wanted, row, (size_t)cols * sizeof(*row));
	free(row);
	return cols - end - first;
}

int
row_help(struct screen_cell *wanted, const struct frame *frame, int row,
	enum row_help help)
{
	const struct row_text *text = &frame->texts[row];
	const struct frame_cell *cells = frame->cells
		+ (size_t)row * (size_t)frame->cols;
	int cols = frame->cols, first = text->first_col;

	if (help == ROW_HELP_TURNED || help == ROW_HELP_BRACKETS)
		turn_brackets(wanted, cells, cols);
	switch (help) {
	case ROW_HELP_NONE:
	case ROW_HELP_BRACKETS:
		break;
	case ROW_HELP_TURNED:
		/* The cursor would have to move along. */
		if (row != frame->cursor_row)
			first = close_ligatures(wanted, text, cols);
		embed(wanted, first, cols);
		break;
	case ROW_HELP_EMBEDDING:
		embed(wanted, first, cols);
		break;
	case ROW_HELP_MARGINS:
		return swap_margins(wanted, first, cols);
	case ROW_HELP_OVERRIDE:
		if (has_rtl(wanted, cols))
			add_companion(wanted, 0, LRO);
		break;
	}
	return 0;
}
