#include <config.h>

#include "layout/paragraph.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/vec.h"
#include "base/xalloc.h"
#include "layout/breaks.h"
#include "layout/cells.h"
#include "layout/letters.h"
#include "layout/tailor.h"

#define NO_BREAK_SPACE 0x00A0u

_Static_assert(UNIT_BREAK == (int)LINE_BREAK_MAY
	&& UNIT_CUT == (int)LINE_BREAK_CUT
	&& UNIT_LATE == (int)LINE_BREAK_LATE, "units have breaks in them");

static void
reserve(struct paragraph *paragraph, size_t count)
{
	size_t capacity = paragraph->capacity;

	if (count < capacity)
		return;
	paragraph->bases = vec_grow(paragraph->bases,
		sizeof(*paragraph->bases), count + 1, &capacity);
	paragraph->starts = xreallocarray(paragraph->starts, capacity,
		sizeof(*paragraph->starts));
	paragraph->units = xreallocarray(paragraph->units, capacity, 1);
	paragraph->capacity = capacity;
}

static void
reserve_levels(struct paragraph *paragraph)
{
	if (paragraph->capacity <= paragraph->levels_capacity)
		return;
	paragraph->levels = xreallocarray(paragraph->levels,
		paragraph->capacity, 1);
	paragraph->levels_capacity = paragraph->capacity;
}

void
paragraph_release(struct paragraph *paragraph)
{
	free(paragraph->bases);
	free(paragraph->starts);
	free(paragraph->units);
	free(paragraph->levels);
	VEC_RELEASE(&paragraph->marks);
	memset(paragraph, 0, sizeof(*paragraph));
}

/* As a blank, but under a mark that has no other base. */
static void
show_nbsp(struct paragraph *paragraph)
{
	for (size_t i = 0; i < paragraph->count; i++)
		if (paragraph->bases[i] == NO_BREAK_SPACE
				&& !(paragraph->units[i] & UNIT_MARKS))
			paragraph->bases[i] = ' ';
}

/* From breaks to the units of simple characters. */
static void
add_to_units(const uint32_t *restrict cps, uint8_t *restrict units,
	size_t count)
{
	for (size_t i = 0; i < count; i++)
		units[i] = (uint8_t)(units[i] | UNIT_PLAIN
			| (cps[i] == ' ' ? UNIT_BLANK : 0));
}

/* What was found becomes the paragraph's own: nothing is copied. */
static void
swap_columns(struct paragraph *paragraph, struct chars *chars)
{
	uint32_t *bases = paragraph->bases, *starts = paragraph->starts;
	uint8_t *units = paragraph->units;
	size_t capacity = paragraph->capacity;

	paragraph->bases = chars->cps;
	paragraph->starts = chars->starts;
	paragraph->units = chars->breaks;
	paragraph->capacity = chars->capacity;
	chars->cps = bases;
	chars->starts = starts;
	chars->breaks = units;
	chars->capacity = capacity;
}

/* Every simple character is a cell. */
static void
take_simple_cells(struct paragraph *paragraph, struct chars *chars)
{
	paragraph->count = chars->count;
	swap_columns(paragraph, chars);
	if (paragraph->has_breaks)
		add_to_units(paragraph->bases, paragraph->units,
			paragraph->count);
}

void
paragraph_find_breaks(struct paragraph *paragraph)
{
	if (paragraph->has_breaks)
		return;
	paragraph->has_breaks = true;
	if (!paragraph->is_simple) {
		letters_add_breaks(paragraph, 0, paragraph->count,
			paragraph->units);
		return;
	}
	breaks_find(paragraph->bases, paragraph->count, paragraph->units);
	if (!paragraph->is_plain)
		tailor_breaks(paragraph->bases, paragraph->count,
			paragraph->count, paragraph->units);
	add_to_units(paragraph->bases, paragraph->units, paragraph->count);
	if (paragraph->has_nbsp)
		show_nbsp(paragraph);
}

static void
make_hard_cells(struct paragraph *paragraph, struct chars *chars,
	const struct line_style *style)
{
	reserve(paragraph, cells_most(chars, style));
	reserve_levels(paragraph);
	cells_make(paragraph, chars, style);
	paragraph->starts[paragraph->count] = paragraph->source.end;
	paragraph->starts[0] = paragraph->source.start;
}

void
paragraph_read(struct paragraph *paragraph, struct scratch *scratch,
	const char *text, struct span source, enum bidi_base base,
	const struct line_style *style)
{
	struct chars *chars = &scratch->chars;

	chars_read(chars, text, source, base, style);
	paragraph->count = paragraph->marks.count = 0;
	paragraph->text = text;
	paragraph->source = source;
	paragraph->is_rtl = chars->is_rtl;
	paragraph->has_levels = chars->has_levels;
	paragraph->is_uniform = paragraph->is_simple = chars->is_simple;
	paragraph->has_breaks = chars->has_breaks;
	paragraph->has_nbsp = chars->has_nbsp;
	paragraph->is_plain = style->is_plain;
	if (chars->is_simple)
		take_simple_cells(paragraph, chars);
	else
		make_hard_cells(paragraph, chars, style);
	/* Rows are found by their ends if cells are as good as columns. */
	if (!paragraph->is_uniform)
		paragraph_find_breaks(paragraph);
	if (paragraph->has_nbsp && paragraph->has_breaks)
		show_nbsp(paragraph);
}

struct wrap_units
paragraph_units(const struct paragraph *paragraph)
{
	assert(paragraph->has_breaks);
	return (struct wrap_units){ paragraph->units, paragraph->count,
		paragraph->is_uniform };
}
