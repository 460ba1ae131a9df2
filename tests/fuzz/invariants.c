#include <config.h>

#include "invariants.h"

#include <string.h>
#include <wchar.h>

#include "text/cluster.h"
#include "text/utf8.h"
#include "layout/bidi.h"
#include "fuzz.h"

#define ZWNJ 0x200Cu
#define ZWJ 0x200Du
#define VARIATION_EMOJI 0xFE0Fu
#define TATWEEL 0x0640u

static bool
is_joiner(uint32_t cp)
{
	return cp == ZWNJ || cp == ZWJ;
}

/* What the flags of some countries are spelled with. */
static bool
is_tag(uint32_t cp)
{
	return cp >= 0xE0020 && cp <= 0xE007F;
}

/* Whether a mark or base may go to a terminal under STYLE. */
static bool
may_be_sent(uint32_t cp, bool is_base, const struct line_style *style)
{
	if (!utf8_is_scalar(cp) || cp < 0x20 || (cp >= 0x7F && cp < 0xA0))
		return false;
	if (!is_base && is_joiner(cp))
		return style->order == ORDER_LOGICAL || style->keeps_sequences;
	if (!is_base && (cp == VARIATION_EMOJI || is_tag(cp)))
		return style->keeps_sequences;
	return !bidi_is_control(cp) && char_shown(cp) == cp;
}

/* Whether the reader's switches leave CP as it is. */
static bool
is_wanted(uint32_t cp, const struct line_style *style)
{
	if (style->is_plain)
		return true;
	if (style->hides_harakat && cp >= 0x064B && cp <= 0x0652)
		return false;
	return style->digits != DIGITS_EUROPEAN
		|| !((cp >= 0x0660 && cp <= 0x0669)
			|| (cp >= 0x06F0 && cp <= 0x06F9));
}

void
check_cell(const struct cell *cell, const struct line_style *style)
{
	bool is_sequence = style->keeps_sequences && cell->ncps > 1;

	assert(cell->ncps >= 1 && cell->ncps <= CELL_CPS_MAX);
	assert(cell->cols == 1 || cell->cols == 2);
	for (int i = 0; i < cell->ncps; i++) {
		uint32_t cp = cell->cps[i];

		assert(may_be_sent(cp, i == 0, style));
		assert(is_wanted(cp, style));
		if (is_sequence || is_joiner(cp))
			continue;
		if (i > 0)
			assert(wcwidth((wchar_t)cp) == 0);
		else if (!style->is_wide)
			assert(wcwidth((wchar_t)cp) == cell->cols);
	}
}

static void
check_unit(uint8_t unit, bool is_uniform)
{
	unsigned cols = unit & UNIT_COLS;

	assert(cols == 1 || cols == 2);
	if ((unit & UNIT_CLUSTER) == 0)
		assert((unit & (UNIT_BREAK | UNIT_CUT | UNIT_HYPHEN)) == 0);
	if (is_uniform) {
		assert((unit & (UNIT_COLS | UNIT_CLUSTER)) == UNIT_PLAIN);
		assert((unit & UNIT_HYPHEN) == 0);
	}
}

static void
check_marks(const struct paragraph *paragraph)
{
	size_t nmarks = 0;

	for (size_t i = 0; i < paragraph->count; i++) {
		const struct cell_marks *marks;

		if ((paragraph->units[i] & UNIT_MARKS) == 0)
			continue;
		assert(nmarks < paragraph->marks.count);
		marks = &paragraph->marks.at[nmarks++];
		assert(marks->cell == i);
		assert(marks->count >= 1 && marks->count < CELL_CPS_MAX);
	}
	assert(nmarks == paragraph->marks.count);
}

void
check_paragraph(const struct paragraph *paragraph, struct span source,
	const struct line_style *style)
{
	const uint32_t *starts = paragraph->starts;
	size_t count = paragraph->count;

	assert(paragraph->source.start == source.start
		&& paragraph->source.end == source.end);
	check_marks(paragraph);
	if (count == 0)
		return;
	assert(starts[0] == source.start && starts[count] == source.end);
	assert((paragraph->units[0] & UNIT_CLUSTER) != 0);
	for (size_t i = 0; i < count; i++) {
		check_unit(paragraph->units[i], paragraph->is_uniform);
		/* The name of a control is several cells for its bytes. */
		assert(starts[i] < starts[i + 1] || (style->has_controls
			&& i + 1 < count && starts[i] == starts[i + 1]
			&& (paragraph->units[i + 1] & UNIT_CLUSTER) == 0));
		if (paragraph->has_levels)
			assert(paragraph->levels[i] >= 0
				&& paragraph->levels[i] <= 126);
	}
}

size_t
row_end(const struct row_vec *rows, size_t row, size_t ncells)
{
	return row + 1 < rows->count ? rows->at[row + 1] : ncells;
}

int
cols_of_cells(const struct wrap_units *units, size_t first, size_t end)
{
	int cols = 0;

	for (size_t i = first; i < end; i++)
		cols += units->at[i] & UNIT_COLS;
	return cols;
}

static size_t
clusters_of_cells(const struct wrap_units *units, size_t first, size_t end)
{
	size_t count = 0;

	for (size_t i = first; i < end; i++)
		count += (units->at[i] & UNIT_CLUSTER) != 0;
	return count;
}

static void
check_row(const struct wrap_units *units, size_t first, size_t end, int cols)
{
	size_t shown_end = wrap_shown_end(units, first, end);
	struct wrap_units alone = *units;

	assert(first < end && first <= shown_end && shown_end <= end);
	assert((units->at[first] & UNIT_CLUSTER) != 0);
	assert(cols_of_cells(units, first, shown_end) <= cols
		|| clusters_of_cells(units, first, shown_end) == 1);
	for (size_t i = shown_end; i < end; i++)
		assert((units->at[i] & UNIT_BLANK) != 0);
	if (end < units->count)
		assert((units->at[end] & UNIT_BLANK) == 0);
	alone.count = end;
	assert(wrap_line_end(&alone, first, cols) == end);
}

void
check_rows(const struct wrap_units *units, const struct row_vec *rows,
	int cols)
{
	assert(rows->count >= 1 && rows->at[0] == 0);
	if (units->count == 0) {
		assert(rows->count == 1);
		return;
	}
	for (size_t row = 0; row < rows->count; row++)
		check_row(units, rows->at[row],
			row_end(rows, row, units->count), cols);
}

/* A line and how often it shows each cell. */
struct shown {
	const struct line *line;
	const struct paragraph *paragraph;
	size_t first, end;
	const struct line_extra *extra;
	unsigned counts[FUZZ_NBYTES_MAX];
};

/* The cell that stands for the bytes SOURCE and was not shown yet. */
static size_t
cell_of(const struct shown *shown, struct span source)
{
	const uint32_t *starts = shown->paragraph->starts;
	size_t low = shown->first, high = shown->end;

	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (starts[middle] <= source.start)
			low = middle;
		else
			high = middle;
	}
	/* Of several with the same first byte the last has the bytes. */
	while (span_is_empty(source) && low > shown->first
			&& starts[low - 1] == source.start
			&& (starts[low] != source.end
				|| starts[low + 1] != source.end
				|| shown->counts[low - 1 - shown->first] == 0))
		low--;
	assert(starts[low] == source.start && starts[low + 1] == source.end);
	return low;
}

static size_t
cluster_of(const struct paragraph *paragraph, size_t cell)
{
	while ((paragraph->units[cell] & UNIT_CLUSTER) == 0)
		cell--;
	return cell;
}

/* Whether CELL is what comes at the end of the text. */
static bool
is_last(const struct shown *shown, size_t vis)
{
	const struct line *line = shown->line;
	const struct line_extra *extra = shown->extra;
	bool is_left = line->is_rtl && extra->order == ORDER_VISUAL;

	if (extra->last == 0 || vis != (is_left ? 0 : line->count - 1))
		return false;
	assert(line->cells[vis].cps[0] == extra->last);
	assert(line->cells[vis].cols == 1);
	assert(span_is_empty(line->cells[vis].source));
	return true;
}

/* The cell of the paragraph that this one shows; BEFORE was the one before. */
static size_t
check_text_cell(struct shown *shown, const struct cell *cell, size_t before)
{
	const struct paragraph *paragraph = shown->paragraph;
	size_t i = cell_of(shown, cell->source);
	bool is_filling = cell->cps[0] != paragraph->bases[i];

	assert(i >= shown->first && i < shown->end);
	if (is_filling) {
		assert(shown->extra->filling != NULL);
		assert(cell->cps[0] == ' ' || cell->cps[0] == TATWEEL);
	} else {
		assert(cell->cols == (paragraph->units[i] & UNIT_COLS));
	}
	if ((paragraph->units[i] & UNIT_CLUSTER) == 0)
		assert(before < shown->end && cluster_of(paragraph, before)
			== cluster_of(paragraph, i));
	if (shown->extra->order == ORDER_LOGICAL && before < shown->end)
		assert(i == before || i == before + 1);
	shown->counts[i - shown->first]++;
	return i;
}

void
check_line(const struct line *line, const struct paragraph *paragraph,
	size_t first, size_t end, const struct line_extra *extra,
	const struct line_style *style)
{
	static struct shown shown;
	size_t before = SIZE_MAX;
	int cols = 0;

	shown.line = line;
	shown.paragraph = paragraph;
	shown.first = first;
	shown.end = end;
	shown.extra = extra;
	memset(shown.counts, 0, (end - first) * sizeof(*shown.counts));
	for (size_t vis = 0; vis < line->count; vis++) {
		const struct cell *cell = &line->cells[vis];

		check_cell(cell, style);
		assert(cell->role == extra->role);
		cols += cell->cols;
		if (!is_last(&shown, vis))
			before = check_text_cell(&shown, cell, before);
	}
	assert(line->cols == cols);
	for (size_t i = 0; i < end - first; i++)
		assert(shown.counts[i] == 1 + (extra->filling == NULL ? 0u
			: extra->filling[i]));
}
