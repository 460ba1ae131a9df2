#include <config.h>

#include "layout/paragraph.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/vec.h"
#include "base/xalloc.h"
#include "text/cluster.h"

#define NO_BREAK_SPACE 0x00A0u
#define FIGURE_SPACE 0x2007u
#define ZWNJ 0x200Cu
#define ZWJ 0x200Du

static void
reserve(struct paragraph *paragraph, size_t count)
{
	size_t capacity = paragraph->capacity;

	if (count <= capacity)
		return;
	paragraph->cells = vec_grow(paragraph->cells,
		sizeof(*paragraph->cells), count, &capacity);
	paragraph->units = xreallocarray(paragraph->units, capacity,
		sizeof(*paragraph->units));
	paragraph->levels = xreallocarray(paragraph->levels, capacity, 1);
	paragraph->capacity = capacity;
}

void
paragraph_release(struct paragraph *paragraph)
{
	free(paragraph->cells);
	free(paragraph->units);
	free(paragraph->levels);
	memset(paragraph, 0, sizeof(*paragraph));
}

/* The blanks that hang: those after which UAX #14 lets a line end. */
static bool
is_hanging(uint32_t cp)
{
	return cp == ' ' || cp == '\t' || cp == 0x1680 || cp == 0x205F
		|| cp == 0x3000
		|| (cp >= 0x2000 && cp <= 0x200A && cp != FIGURE_SPACE);
}

static bool
is_joiner(uint32_t cp)
{
	return cp == ZWNJ || cp == ZWJ;
}

/*
 * A terminal that puts letters in order joins them, too: it needs to be told
 * where not to (Persian writes ZWNJ inside words).
 */
static uint32_t
shown(uint32_t glyph, bool keeps_joiners)
{
	if (glyph < 0x7F && glyph > ' ')
		return glyph;
	if (glyph == '\t' || glyph == NO_BREAK_SPACE)
		return ' ';
	if (keeps_joiners && is_joiner(glyph))
		return glyph;
	return char_shown(glyph);
}

static int
cols_of(uint32_t cp)
{
	if (is_joiner(cp))
		return 0;
	return cp < 0x7F ? 1 : char_cols(cp);
}

/* Appends a cell whose base is CP, from character I. */
static struct cell *
push_cell(struct paragraph *paragraph, const struct chars *chars, size_t i,
	uint32_t cp, int cols, enum role role)
{
	struct cell *cell = &paragraph->cells[paragraph->count];

	*cell = (struct cell){
		.cps = { cp },
		.ncps = 1,
		.cols = (uint8_t)cols,
		.role = (uint8_t)role,
		.is_rtl = chars->levels[i] % 2 == 1,
		.source = chars->sources[i],
	};
	paragraph->units[paragraph->count] = (struct wrap_unit){
		.cols = (uint8_t)cols,
		.is_blank = is_hanging(chars->cps[i]),
	};
	paragraph->levels[paragraph->count++] = chars->levels[i];
	return cell;
}

/*
 * The cells of the cluster START to END: one for each character that takes
 * columns, since a terminal keeps only one of them in a cell (emoji sequences
 * fall apart, their joiners are dropped), marks going with the one before.
 * More marks than a cell holds are not shown.
 */
static void
add_cluster(struct paragraph *paragraph, const struct chars *chars,
	size_t start, size_t end, enum role role)
{
	struct cell *cell = NULL;

	for (size_t i = start; i < end; i++) {
		uint32_t cp = shown(chars->glyphs[i],
			cell != NULL && cell->is_rtl
			&& paragraph->keeps_joiners);
		int cols = cp == 0 ? 0 : cols_of(cp);

		if (cols > 0) {
			cell = push_cell(paragraph, chars, i, cp, cols, role);
			continue;
		}
		if (cell == NULL && cp != 0)
			cell = push_cell(paragraph, chars, i, NO_BREAK_SPACE,
				1, role);
		if (cell == NULL)
			continue;
		cell->source.end = chars->sources[i].end;
		if (cp == 0)
			continue;
		/* A blank with a mark is something to see. */
		paragraph->units[paragraph->count - 1].is_blank = false;
		if (cell->ncps < CELL_CPS_MAX)
			cell->cps[cell->ncps++] = cp;
	}
}

/* Cells of one cluster cover all its bytes, with what took no cell. */
static void
close_cluster(struct paragraph *paragraph, const struct chars *chars,
	size_t start, size_t end, size_t first_cell, bool can_break)
{
	struct wrap_unit *unit = &paragraph->units[first_cell];

	paragraph->cells[first_cell].source.start = chars->sources[start].start;
	paragraph->cells[paragraph->count - 1].source.end =
		chars->sources[end - 1].end;
	unit->starts_cluster = true;
	unit->can_break = can_break;
}

static size_t
cluster_end(const struct chars *chars, size_t start)
{
	size_t end = start + 1;

	while (end < chars->count && !chars->starts_cluster[end])
		end++;
	return end;
}

static void
add_cells(struct paragraph *paragraph, const struct chars *chars,
	enum role role)
{
	bool can_break = false;

	/* One more for a mark without a base before the first letter. */
	reserve(paragraph, chars->count + 1);
	for (size_t i = 0, end; i < chars->count; i = end) {
		size_t first_cell = paragraph->count;

		end = cluster_end(chars, i);
		/* A break before something dropped is one after it. */
		can_break |= chars->can_break[i] != 0;
		add_cluster(paragraph, chars, i, end, role);
		if (paragraph->count == first_cell)
			continue;
		close_cluster(paragraph, chars, i, end, first_cell, can_break);
		can_break = false;
	}
}

void
paragraph_read(struct paragraph *paragraph, struct scratch *scratch,
	const char *text, struct span source, enum bidi_base base,
	const struct line_style *style, enum role role)
{
	struct chars *chars = &scratch->chars;

	chars_read(chars, text, source, base, style);
	paragraph->count = 0;
	paragraph->source = source;
	paragraph->is_rtl = chars->is_rtl;
	paragraph->has_levels = chars->has_levels;
	paragraph->keeps_joiners = style->order == ORDER_LOGICAL;
	add_cells(paragraph, chars, role);
}

struct span
paragraph_source(const struct paragraph *paragraph, size_t first, size_t end)
{
	struct span span = paragraph->source;

	if (first > 0 && first < paragraph->count)
		span.start = paragraph->cells[first].source.start;
	if (end < paragraph->count)
		span.end = paragraph->cells[end].source.start;
	return span;
}

void
scratch_release(struct scratch *scratch)
{
	chars_release(&scratch->chars);
	free(scratch->levels);
	free(scratch->is_space);
	free(scratch->order);
	free(scratch->firsts);
	memset(scratch, 0, sizeof(*scratch));
}

static void
reserve_clusters(struct scratch *scratch, size_t count)
{
	size_t capacity = scratch->capacity;

	if (count <= capacity)
		return;
	scratch->firsts = vec_grow(scratch->firsts,
		sizeof(*scratch->firsts), count, &capacity);
	scratch->order = xreallocarray(scratch->order, capacity,
		sizeof(*scratch->order));
	scratch->levels = xreallocarray(scratch->levels, capacity, 1);
	scratch->is_space = xreallocarray(scratch->is_space, capacity,
		sizeof(*scratch->is_space));
	scratch->capacity = capacity;
}

static void
push_to_line(struct line *line, const struct cell *cells, size_t count)
{
	memcpy(line->cells + line->count, cells, count * sizeof(*cells));
	line->count += count;
	for (size_t i = 0; i < count; i++)
		line->cols += cells[i].cols;
}

/* Gathers the clusters of the cells FIRST to END; returns how many. */
static size_t
gather(const struct paragraph *paragraph, struct scratch *scratch,
	size_t first, size_t end)
{
	size_t nclusters = 0;

	reserve_clusters(scratch, end - first + 2);
	for (size_t i = first; i < end; i++) {
		const struct wrap_unit *unit = &paragraph->units[i];

		if (!unit->starts_cluster)
			continue;
		scratch->firsts[nclusters] = (uint32_t)i;
		scratch->levels[nclusters] = paragraph->levels[i];
		scratch->is_space[nclusters++] = unit->is_blank
			|| paragraph->cells[i].cps[0] == FIGURE_SPACE;
	}
	scratch->firsts[nclusters] = (uint32_t)end;
	return nclusters;
}

/* L1 and L2 on clusters, so that marks stay behind their letter. */
static void
push_reordered(const struct paragraph *paragraph, struct scratch *scratch,
	size_t first, size_t end, const struct cell *last, struct line *line)
{
	size_t nclusters = gather(paragraph, scratch, first, end);
	size_t nplaces = nclusters;

	if (last == NULL) {
		bidi_end_line(scratch->is_space, nclusters,
			paragraph->is_rtl, scratch->levels);
	} else {
		scratch->levels[nplaces++] = paragraph->is_rtl;
	}
	bidi_order(scratch->levels, nplaces, scratch->order);
	for (size_t vis = 0; vis < nplaces; vis++) {
		uint32_t cluster = scratch->order[vis];
		const uint32_t *at = &scratch->firsts[cluster];

		if (cluster == nclusters)
			push_to_line(line, last, 1);
		else
			push_to_line(line, paragraph->cells + at[0],
				at[1] - at[0]);
	}
}

void
paragraph_line(const struct paragraph *paragraph, struct scratch *scratch,
	size_t first, size_t end, const struct cell *last,
	enum text_order order, struct line *line)
{
	size_t ncells = end - first + (last != NULL);

	assert(first <= end && end <= paragraph->count);
	line_reset(line);
	line->is_rtl = paragraph->is_rtl;
	line->source = paragraph_source(paragraph, first, end);
	if (ncells == 0)
		return;
	line->cells = vec_grow(line->cells, sizeof(*line->cells), ncells,
		&line->capacity);
	if (paragraph->has_levels && order == ORDER_VISUAL) {
		push_reordered(paragraph, scratch, first, end, last, line);
		return;
	}
	push_to_line(line, paragraph->cells + first, end - first);
	if (last != NULL)
		push_to_line(line, last, 1);
}
