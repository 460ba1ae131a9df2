#include <config.h>

#include "layout/cells.h"

#include <string.h>

#include "base/vec.h"
#include "text/width.h"
#include "layout/breaks.h"
#include "layout/chars.h"
#include "layout/glyph.h"
#include "layout/paragraph.h"

#define NO_BREAK_SPACE 0x00A0u
#define SOFT_HYPHEN 0x00ADu

/* The widest name of a control, in its brackets. */
#define CONTROL_CELLS 5
/* More marks than this on a letter are noise, and are not shown. */
#define MARKS_MAX 4

/* The cells of a paragraph being made, and what the style makes of them. */
struct maker {
	struct paragraph *paragraph;
	const struct chars *chars;
	struct glyph_style style;
};

static void
push_cell(struct maker *maker, size_t i, uint32_t cp, int cols)
{
	struct paragraph *paragraph = maker->paragraph;
	size_t at = paragraph->count++;

	paragraph->bases[at] = cp;
	paragraph->starts[at] = maker->chars->starts[i];
	paragraph->levels[at] = maker->chars->levels[i];
	paragraph->units[at] = (uint8_t)cols;
}

/* Puts CP on the cell that was made last, unless that has MOST already. */
static void
push_mark(struct maker *maker, uint32_t cp, uint32_t most)
{
	struct paragraph *paragraph = maker->paragraph;
	uint32_t cell = (uint32_t)paragraph->count - 1;
	struct cell_marks *marks;

	if (!(paragraph->units[cell] & UNIT_MARKS)) {
		VEC_PUSH(&paragraph->marks, ((struct cell_marks){ cell, 0,
			{ 0 } }));
		paragraph->units[cell] |= UNIT_MARKS;
	}
	marks = &paragraph->marks.at[paragraph->marks.count - 1];
	if (marks->count < most)
		marks->cps[marks->count++] = cp;
}

/*
 * The mark that goes with the form that character I has, or 0. No letter of
 * Arabic itself needs one.
 */
static inline uint32_t
form_mark(const struct maker *maker, size_t i)
{
	uint32_t cp = maker->chars->cps[i], glyph = maker->chars->glyphs[i];

	return cp <= 0x0670 || cp == glyph ? 0 : bidi_mark(cp, glyph);
}

static void
add_control(struct maker *maker, size_t i, const char *name)
{
	push_cell(maker, i, 0x2039, 1);
	for (; *name != '\0'; name++)
		push_cell(maker, i, (unsigned char)*name, 1);
	push_cell(maker, i, 0x203A, 1);
}

/*
 * The cells of the cluster START to END: one for each character that takes
 * columns, since a terminal keeps only one of them in a cell (emoji sequences
 * fall apart, their joiners are dropped), marks going with the one before.
 */
static void
add_split(struct maker *maker, size_t start, size_t end)
{
	const struct chars *chars = maker->chars;
	size_t first = maker->paragraph->count;

	for (size_t i = start; i < end; i++) {
		bool is_first = maker->paragraph->count == first;
		struct glyph glyph = glyph_of(&maker->style, chars->glyphs[i],
			!is_first && chars->levels[i] % 2 == 1);
		uint32_t mark;

		if (glyph.cols > 0) {
			push_cell(maker, i, glyph.cp, glyph.cols);
			mark = form_mark(maker, i);
			if (mark != 0)
				push_mark(maker, mark, MARKS_MAX);
			continue;
		}
		if (glyph.cp == 0)
			continue;
		if (is_first)
			push_cell(maker, i, NO_BREAK_SPACE, 1);
		push_mark(maker, glyph.cp, MARKS_MAX);
	}
}

/* A cluster that the terminal shows as one picture. */
static void
add_sequence(struct maker *maker, size_t start, size_t end)
{
	const uint32_t *glyphs = maker->chars->glyphs;

	push_cell(maker, start, glyphs[start], 2);
	for (size_t i = start + 1; i < end; i++)
		push_mark(maker, glyphs[i], CELL_CPS_MAX - 1);
}

static void
add_cluster(struct maker *maker, size_t start, size_t end)
{
	const struct chars *chars = maker->chars;
	struct paragraph *paragraph = maker->paragraph;
	size_t first = paragraph->count;

	if (chars_is_control(chars->glyphs[start]))
		add_control(maker, start, chars_control(chars->glyphs[start]));
	else if (end - start > 1 && end - start <= CELL_CPS_MAX
			&& glyph_is_sequence(&maker->style,
				chars->glyphs + start, end - start))
		add_sequence(maker, start, end);
	else
		add_split(maker, start, end);
	if (paragraph->count == first)
		return;
	paragraph->starts[first] = chars->starts[start];
	paragraph->units[first] |= UNIT_CLUSTER;
	/* A cluster is put in order as a whole. */
	for (size_t i = first + 1; i < paragraph->count; i++)
		paragraph->levels[i] = paragraph->levels[first];
	/* A blank with a mark is something to see. */
	if (paragraph->count == first + 1
			&& glyph_is_hanging(chars->cps[start])
			&& !(paragraph->units[first] & UNIT_MARKS))
		paragraph->units[first] |= UNIT_BLANK;
}

/* Letters of Arabic, joined: nothing more need be asked about them. */
static inline bool
is_form(uint32_t glyph)
{
	return glyph - 0xFE80 <= 0xFEFC - 0xFE80;
}

/*
 * Whether character I, alone in its cluster, is a cell of one column that
 * shows its glyph as it is: then *UNIT is the cell's.
 */
static inline bool
is_usual(const struct maker *maker, size_t i, uint8_t *unit)
{
	const struct chars *chars = maker->chars;
	uint32_t glyph = chars->glyphs[i];

	*unit = UNIT_PLAIN | chars->breaks[i];
	if (!chars->starts_cluster[i + 1])
		return false;
	if (chars->cps[i] <= 0x0670 && is_form(glyph))
		return true;
	if (glyph_is_hanging(glyph))
		*unit |= UNIT_BLANK;
	return width_class(glyph) == WIDTH_ONE && form_mark(maker, i) == 0;
}

/*
 * The usual characters from I on; returns where they end. Most of Arabic goes
 * this way.
 */
static size_t
add_usual(struct maker *maker, size_t i)
{
	struct paragraph *paragraph = maker->paragraph;
	size_t first = i, at = paragraph->count;

	for (; i < maker->chars->count; i++, at++) {
		uint8_t unit;

		if (!is_usual(maker, i, &unit))
			break;
		paragraph->units[at] = unit;
	}
	at = paragraph->count;
	memcpy(paragraph->bases + at, maker->chars->glyphs + first,
		(i - first) * sizeof(*paragraph->bases));
	memcpy(paragraph->starts + at, maker->chars->starts + first,
		(i - first) * sizeof(*paragraph->starts));
	memcpy(paragraph->levels + at, maker->chars->levels + first,
		i - first);
	paragraph->count += i - first;
	return i;
}

static size_t
cluster_end(const struct chars *chars, size_t start)
{
	size_t end = start + 1;

	while (!chars->starts_cluster[end])
		end++;
	return end;
}

/* Whether the last cell is one that a hyphen may stand behind. */
static bool
ends_in_word(const struct paragraph *paragraph)
{
	return paragraph->count > 0
		&& !(paragraph->units[paragraph->count - 1] & UNIT_BLANK);
}

/* What the next cell has from before character I, which is to become it. */
static inline uint8_t
break_before(const struct maker *maker, size_t i)
{
	const struct chars *chars = maker->chars;
	uint8_t before = chars->breaks[i];

	if (chars->has_hyphens && i > 0 && before != LINE_BREAK_NO
			&& chars->cps[i - 1] == SOFT_HYPHEN
			&& ends_in_word(maker->paragraph))
		before |= UNIT_HYPHEN;
	return before;
}

static void
add_cells(struct maker *maker)
{
	const struct chars *chars = maker->chars;
	struct paragraph *paragraph = maker->paragraph;
	uint8_t before = 0;

	for (size_t i = 0, end; i < chars->count; i = end) {
		size_t first = paragraph->count;

		/* A break before something dropped is one after it. */
		if (before == 0)
			before = break_before(maker, i);
		end = maker->style.is_usual ? add_usual(maker, i) : i;
		if (end == i) {
			end = cluster_end(chars, i);
			add_cluster(maker, i, end);
		}
		if (paragraph->count == first)
			continue;
		paragraph->units[first] |= before;
		before = 0;
	}
}

size_t
cells_most(const struct chars *chars, const struct line_style *style)
{
	size_t most = style->has_controls ? CONTROL_CELLS : 1;

	/* One more for a mark without a base before the first letter. */
	return chars->count * most + 1;
}

void
cells_make(struct paragraph *paragraph, const struct chars *chars,
	const struct line_style *style)
{
	struct maker maker = {
		.paragraph = paragraph,
		.chars = chars,
		.style = glyph_style(style, chars->is_rtl),
	};

	add_cells(&maker);
}
