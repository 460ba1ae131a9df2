#include <config.h>

#include "layout/cells.h"

#include <string.h>

#include "base/vec.h"
#include "text/width.h"
#include "text/word.h"
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
	bool is_usual;		/* the characters are, and the style is */
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

/*
 * A letter with harakat, or a lam and an alef, in usual text: the first glyph
 * that there is is the cell's, the others are marks.
 */
static void
add_usual_cluster(struct maker *maker, size_t start, size_t end)
{
	const struct chars *chars = maker->chars;
	size_t i = start;

	if (chars->glyphs[i] == BIDI_FILL)
		i++;
	push_cell(maker, i, chars->glyphs[i], 1);
	maker->paragraph->starts[maker->paragraph->count - 1] =
		chars->starts[start];
	maker->paragraph->units[maker->paragraph->count - 1] |= UNIT_CLUSTER;
	for (i++; i < end; i++)
		if (chars->glyphs[i] != BIDI_FILL)
			push_mark(maker, chars->glyphs[i], MARKS_MAX);
}

/* So many units are made together, in loops of a size that compilers know. */
#define UNITS_COUNT 16

/* From the breaks of usual characters to their units, if each is a cell. */
static void
make_units(struct chars *chars)
{
	const uint32_t *glyphs = chars->glyphs;
	uint8_t *units = chars->breaks;
	size_t i = 0;

	for (; i + UNITS_COUNT <= chars->count; i += UNITS_COUNT) {
		uint8_t block[UNITS_COUNT];

		for (size_t k = 0; k < UNITS_COUNT; k++)
			block[k] = glyphs[i + k] == ' ' ? UNIT_BLANK : 0;
		for (size_t k = 0; k < UNITS_COUNT; k++)
			block[k] |= (uint8_t)(units[i + k] | UNIT_PLAIN);
		memcpy(units + i, block, UNITS_COUNT);
	}
	for (; i < chars->count; i++)
		units[i] |= (uint8_t)(UNIT_PLAIN
			| (glyphs[i] == ' ' ? UNIT_BLANK : 0));
}

/*
 * From I on the characters that are cells of one column and show their glyphs
 * as they are; returns where they end. Most of Arabic goes this way.
 */
static size_t
add_usual(struct maker *maker, size_t i)
{
	const struct chars *chars = maker->chars;
	struct paragraph *paragraph = maker->paragraph;
	size_t at = paragraph->count;
	size_t end = word_find((const char *)chars->starts_cluster,
		chars->count, i + 1, false);
	size_t count = (end < chars->count ? end - 1 : end) - i;

	memcpy(paragraph->bases + at, chars->glyphs + i,
		count * sizeof(*paragraph->bases));
	memcpy(paragraph->starts + at, chars->starts + i,
		count * sizeof(*paragraph->starts));
	memcpy(paragraph->levels + at, chars->levels + i, count);
	memcpy(paragraph->units + at, chars->breaks + i, count);
	paragraph->count += count;
	return i + count;
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
	uint8_t before = chars->breaks[i] & UNIT_LATE;

	if (chars->has_hyphens && i > 0 && before != LINE_BREAK_NO
			&& chars->cps[i - 1] == SOFT_HYPHEN
			&& ends_in_word(maker->paragraph))
		before |= UNIT_HYPHEN;
	return before;
}

/* A blank, a Latin letter or the like, which is shown as it is. */
static inline bool
is_latin(uint32_t glyph)
{
	return glyph - 0x20 < 0x7F - 0x20 || glyph - 0xC0 < 0x300 - 0xC0
		|| glyph - 0x1E00 < 0x100;
}

/* Whether character I is one column that shows its glyph as it is. */
static inline bool
is_plain(const struct maker *maker, size_t i)
{
	uint32_t glyph = maker->chars->glyphs[i];

	return is_latin(glyph) || (width_class(glyph) == WIDTH_ONE
		&& form_mark(maker, i) == 0);
}

/*
 * From I on such characters, each alone in its cluster; returns where they
 * end: most of what stands around a few words of another script.
 */
static size_t
add_plain(struct maker *maker, size_t i)
{
	const struct chars *chars = maker->chars;
	struct paragraph *paragraph = maker->paragraph;
	size_t at = paragraph->count;

	for (; i < chars->count && is_plain(maker, i)
			&& chars->starts_cluster[i + 1]; i++, at++) {
		bool is_blank = glyph_is_hanging(chars->glyphs[i]);

		paragraph->bases[at] = chars->glyphs[i];
		paragraph->starts[at] = chars->starts[i];
		paragraph->levels[at] = chars->levels[i];
		paragraph->units[at] = (uint8_t)(UNIT_PLAIN
			| (chars->breaks[i] & UNIT_LATE)
			| (is_blank ? UNIT_BLANK : 0));
	}
	paragraph->count = at;
	return i;
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
		end = i;
		if (maker->is_usual)
			end = add_usual(maker, i);
		else if (maker->style.is_usual)
			end = add_plain(maker, i);
		if (end == i) {
			end = cluster_end(chars, i);
			if (maker->is_usual && chars->cps[i] > NO_BREAK_SPACE)
				add_usual_cluster(maker, i, end);
			else
				add_cluster(maker, i, end);
		}
		if (paragraph->count == first)
			continue;
		paragraph->units[first] |= before;
		before = 0;
	}
}

/* Whether no cell is special to wrapping. */
static bool
are_uniform(const uint8_t *units, size_t count)
{
	uint8_t odd = 0;

	for (size_t i = 0; i < count; i++)
		odd |= (units[i] ^ UNIT_PLAIN)
			& (UNIT_COLS | UNIT_CLUSTER | UNIT_HYPHEN);
	return odd == 0;
}

size_t
cells_most(const struct chars *chars, const struct line_style *style)
{
	size_t most = style->has_controls ? CONTROL_CELLS : 1;

	/* One more for a mark without a base before the first letter. */
	return chars->count * most + 1;
}

void
cells_make(struct paragraph *paragraph, struct chars *chars,
	const struct line_style *style)
{
	struct maker maker = {
		.paragraph = paragraph,
		.chars = chars,
		.style = glyph_style(style, chars->is_rtl),
	};

	maker.is_usual = chars->is_usual && maker.style.is_usual;
	if (maker.is_usual)
		make_units(chars);
	add_cells(&maker);
	paragraph->is_uniform = maker.is_usual
		|| are_uniform(paragraph->units, paragraph->count);
}
