#include <config.h>

#include "layout/paragraph.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/vec.h"
#include "base/xalloc.h"
#include "text/vector.h"
#include "text/word.h"

#define FIGURE_SPACE 0x2007u
#define NO_BREAK_SPACE 0x00A0u
#define TATWEEL 0x0640u

/* A line being made. */
struct setter {
	const struct paragraph *paragraph;
	const struct line_extra *extra;
	size_t first;		/* cell */
	struct line *line;
};

void
scratch_release(struct scratch *scratch)
{
	chars_release(&scratch->chars);
	free(scratch->levels);
	free(scratch->order);
	free(scratch->firsts);
	memset(scratch, 0, sizeof(*scratch));
}

static void
reserve_runs(struct scratch *scratch, size_t count)
{
	size_t capacity = scratch->capacity;

	if (count <= capacity)
		return;
	scratch->firsts = vec_grow(scratch->firsts,
		sizeof(*scratch->firsts), count, &capacity);
	scratch->order = xreallocarray(scratch->order, capacity,
		sizeof(*scratch->order));
	scratch->levels = xreallocarray(scratch->levels, capacity, 1);
	scratch->capacity = capacity;
}

static void
add_marks(const struct paragraph *paragraph, size_t i, struct cell *cell)
{
	const struct cell_marks *marks;
	size_t low = 0, high = paragraph->marks.count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (paragraph->marks.at[middle].cell < i)
			low = middle + 1;
		else
			high = middle;
	}
	marks = &paragraph->marks.at[low];
	assert(low < paragraph->marks.count && marks->cell == i);
	memcpy(cell->cps + 1, marks->cps, marks->count * sizeof(*marks->cps));
	cell->ncps = (uint8_t)(marks->count + 1);
}

/* The place of the next cell; there is room. */
static inline struct cell *
next_cell(struct setter *setter, int cols)
{
	setter->line->cols += cols;
	return &setter->line->cells[setter->line->count++];
}

/* One column that shows CP. */
static void
push_char(struct setter *setter, uint32_t cp, bool is_rtl, struct span source)
{
	struct cell *cell = next_cell(setter, 1);

	cell->source = source;
	cell->ncps = cell->cols = 1;
	cell->role = (uint8_t)setter->extra->role;
	cell->is_rtl = is_rtl;
	cell->cps[0] = cp;
}

static void
push_cell(struct setter *setter, size_t i)
{
	const struct paragraph *paragraph = setter->paragraph;
	uint8_t unit = paragraph->units[i];
	struct cell *cell = next_cell(setter, unit & UNIT_COLS);

	cell->source.start = paragraph->starts[i];
	cell->source.end = paragraph->starts[i + 1];
	cell->ncps = 1;
	cell->cols = unit & UNIT_COLS;
	cell->role = (uint8_t)setter->extra->role;
	cell->is_rtl = paragraph->has_levels && (paragraph->levels[i] & 1) != 0;
	cell->cps[0] = paragraph->bases[i];
	if (unit & UNIT_MARKS)
		add_marks(paragraph, i, cell);
}

/*
 * What all plain cells of a line have between source and character, from ncps
 * to is_rtl. As one number: a cell begins with all that a plain one has.
 */
static inline uint32_t
plain_head(const struct setter *setter, bool is_rtl)
{
	_Static_assert(offsetof(struct cell, cols)
		== offsetof(struct cell, ncps) + 1, "head");
	_Static_assert(offsetof(struct cell, role)
		== offsetof(struct cell, ncps) + 2, "head");
	_Static_assert(offsetof(struct cell, is_rtl)
		== offsetof(struct cell, ncps) + 3, "head");
	_Static_assert(offsetof(struct cell, cps) + sizeof(uint32_t)
		== VEC_NBYTES, "a vector");

	return htole32(0x0101u | (uint32_t)setter->extra->role << 16
		| (uint32_t)is_rtl << 24);
}

/* A cell of one column and one character, as most are. */
static inline void
set(struct cell *cell, vec_u32 all)
{
	memcpy(cell, &all, sizeof(all));
}

static inline void
set_plain(struct cell *cell, const uint32_t *starts, uint32_t head,
	uint32_t base)
{
	set(cell, (vec_u32){ starts[0], starts[1], head, base });
}

/*
 * Four of them, the first to CELL, the others each STEP further on. A source
 * ends where the next one starts; the rest is put together like the threads
 * of a cloth.
 */
static inline void
set_four(struct cell *cell, ptrdiff_t step, const uint32_t *starts,
	uint32_t head, const uint32_t *bases)
{
	const vec_u32 heads = { head, head, head, head };
	vec_u32 start = vec_load_u32(starts), end = vec_load_u32(starts + 1);
	vec_u32 base = vec_load_u32(bases);
	vec_u32 low = VEC_PICK(start, end, 0, 4, 1, 5);
	vec_u32 high = VEC_PICK(start, end, 2, 6, 3, 7);
	vec_u32 low_rest = VEC_PICK(heads, base, 0, 4, 1, 5);
	vec_u32 high_rest = VEC_PICK(heads, base, 2, 6, 3, 7);

	set(cell, VEC_PICK(low, low_rest, 0, 1, 4, 5));
	set(cell + step, VEC_PICK(low, low_rest, 2, 3, 6, 7));
	set(cell + 2 * step, VEC_PICK(high, high_rest, 0, 1, 4, 5));
	set(cell + 3 * step, VEC_PICK(high, high_rest, 2, 3, 6, 7));
}

static inline bool
is_plain(uint8_t unit)
{
	return (unit & (UNIT_COLS | UNIT_CLUSTER | UNIT_MARKS)) == UNIT_PLAIN;
}

/* Whether a word's number of UNITS are all plain. */
static inline bool
are_plain(const uint8_t *units)
{
	uint64_t differ = word_load((const char *)units)
		^ WORD_ONES * UNIT_PLAIN;

	return (differ & WORD_ONES
		* (UNIT_COLS | UNIT_CLUSTER | UNIT_MARKS)) == 0;
}

/*
 * The plain cells from the FIRST one on before END; returns where they end.
 * All alike, but for what they show: most lines are made of these.
 */
static size_t
push_plain(struct setter *setter, size_t first, size_t end)
{
	const struct paragraph *paragraph = setter->paragraph;
	const uint32_t *bases = paragraph->bases, *starts = paragraph->starts;
	struct line *line = setter->line;
	struct cell *cell = line->cells + line->count;
	uint32_t head = plain_head(setter, false);
	size_t i = first, plain_end = first;

	if (paragraph->is_simple)
		plain_end = end;
	while (plain_end < end && is_plain(paragraph->units[plain_end]))
		plain_end++;
	for (; i + 4 <= plain_end; i += 4, cell += 4)
		set_four(cell, 1, &starts[i], head, &bases[i]);
	for (; i < plain_end; i++, cell++)
		set_plain(cell, &starts[i], head, bases[i]);
	line->count += i - first;
	line->cols += (int)(i - first);
	return i;
}

/* The same from END back to FIRST, from right to left. */
static size_t
push_plain_back(struct setter *setter, size_t first, size_t end)
{
	const uint8_t *units = setter->paragraph->units;
	const uint32_t *bases = setter->paragraph->bases;
	const uint32_t *starts = setter->paragraph->starts;
	struct line *line = setter->line;
	struct cell *cell = line->cells + line->count;
	uint32_t head = plain_head(setter, true);
	size_t i = end;

	for (; i >= first + WORD_NBYTES && are_plain(&units[i - WORD_NBYTES]);
			i -= WORD_NBYTES, cell += WORD_NBYTES) {
		set_four(cell + 3, -1, &starts[i - 4], head, &bases[i - 4]);
		set_four(cell + 7, -1, &starts[i - 8], head, &bases[i - 8]);
	}
	for (; i > first && is_plain(units[i - 1]); i--, cell++)
		set_plain(cell, &starts[i - 1], head, bases[i - 1]);
	line->count += end - i;
	line->cols += (int)(end - i);
	return i;
}

static void
push_filling(struct setter *setter, size_t i)
{
	const struct paragraph *paragraph = setter->paragraph;
	bool is_rtl = paragraph->has_levels && (paragraph->levels[i] & 1) != 0;
	/* A tatweel after a Chinese comma would be a strange thing. */
	bool is_tatweel = is_rtl && !(paragraph->units[i] & UNIT_BLANK);

	for (int k = setter->extra->filling[i - setter->first]; k > 0; k--)
		push_char(setter, is_tatweel ? TATWEEL : ' ', is_rtl,
			paragraph_source(paragraph, i, i + 1));
}

static bool
is_filled(const struct setter *setter, size_t i)
{
	return setter->extra->filling != NULL
		&& setter->extra->filling[i - setter->first] > 0;
}

/* Where the cells from FIRST on end that have no filling. */
static size_t
unfilled_end(const struct setter *setter, size_t first, size_t end)
{
	size_t i = first;

	if (setter->extra->filling == NULL)
		return end;
	while (i < end && !is_filled(setter, i))
		i++;
	return i;
}

/* The cells FIRST to END as the text runs, with their filling. */
static void
push_forward(struct setter *setter, size_t first, size_t end)
{
	bool is_mixed = setter->paragraph->has_levels
		&& setter->extra->order == ORDER_LOGICAL;

	while (first < end) {
		if (!is_mixed)
			first = push_plain(setter, first,
				unfilled_end(setter, first, end));
		if (first == end)
			break;
		push_cell(setter, first);
		if (is_filled(setter, first))
			push_filling(setter, first);
		first++;
	}
}

/* Where the cells before END start that have no filling. */
static size_t
unfilled_start(const struct setter *setter, size_t first, size_t end)
{
	if (setter->extra->filling == NULL)
		return first;
	while (end > first && !is_filled(setter, end - 1))
		end--;
	return end;
}

/* From right to left, but clusters as they are; FIRST starts one. */
static void
push_backward(struct setter *setter, size_t first, size_t end)
{
	const uint8_t *units = setter->paragraph->units;

	while (first < end) {
		size_t start;

		end = push_plain_back(setter,
			unfilled_start(setter, first, end), end);
		if (first == end)
			break;
		for (start = end - 1; !(units[start] & UNIT_CLUSTER);)
			start--;
		if (is_filled(setter, end - 1))
			push_filling(setter, end - 1);
		for (size_t i = start; i < end; i++)
			push_cell(setter, i);
		end = start;
	}
}

/* Those of a paragraph that does not have its breaks are as they were read. */
static void
show_nbsp(struct line *line)
{
	for (size_t i = 0; i < line->count; i++)
		if (line->cells[i].cps[0] == NO_BREAK_SPACE)
			line->cells[i].cps[0] = ' ';
}

static void
push_last(struct setter *setter)
{
	uint32_t end = setter->line->source.end;

	push_char(setter, setter->extra->last, setter->paragraph->is_rtl,
		(struct span){ end, end });
}

/* Where the blanks at the end of the cells FIRST to END begin (L1). */
static size_t
blanks_start(const struct paragraph *paragraph, size_t first, size_t end)
{
	/* One inside a cluster goes with that. */
	while (end > first && (paragraph->units[end - 1] & UNIT_BLANK
			|| (paragraph->bases[end - 1] == FIGURE_SPACE
			&& paragraph->units[end - 1] & UNIT_CLUSTER)))
		end--;
	return end;
}

/* Where the cells from I on end that are on the level of the first of them. */
static size_t
level_end(const int8_t *levels, size_t i, size_t end)
{
	const uint64_t same = WORD_ONES * (uint8_t)levels[i];
	size_t first = i;

	while (i + WORD_NBYTES <= end
			&& word_load((const char *)levels + i) == same)
		i += WORD_NBYTES;
	while (i < end && levels[i] == levels[first])
		i++;
	return i;
}

static size_t
add_run(struct scratch *scratch, size_t nruns, size_t first, int level)
{
	if (nruns > 0 && scratch->levels[nruns - 1] == level)
		return nruns;
	scratch->firsts[nruns] = (uint32_t)first;
	scratch->levels[nruns] = (int8_t)level;
	return nruns + 1;
}

/*
 * The runs of the cells FIRST to END; those of a cluster are on one level.
 * Blanks at the very end of the line are on the base level (L1). Returns how
 * many there are.
 */
static size_t
find_runs(const struct setter *setter, struct scratch *scratch, size_t end)
{
	const struct paragraph *paragraph = setter->paragraph;
	const int8_t *levels = paragraph->levels;
	size_t blanks = setter->extra->last != 0 ? end
		: blanks_start(paragraph, setter->first, end);
	size_t nruns = 0, i = setter->first;

	while (i < blanks) {
		reserve_runs(scratch, nruns + 3);
		nruns = add_run(scratch, nruns, i, levels[i]);
		i = level_end(levels, i, blanks);
	}
	reserve_runs(scratch, nruns + 2);
	if (blanks < end)
		nruns = add_run(scratch, nruns, blanks, paragraph->is_rtl);
	scratch->firsts[nruns] = (uint32_t)end;
	return nruns;
}

/* L2, run by run; within a run from right to left the clusters turn round. */
static void
push_reordered(struct setter *setter, struct scratch *scratch, size_t end)
{
	size_t nruns = find_runs(setter, scratch, end);
	size_t nplaces = nruns + (setter->extra->last != 0);

	scratch->levels[nruns] = setter->paragraph->is_rtl;
	bidi_order(scratch->levels, nplaces, scratch->order);
	for (size_t vis = 0; vis < nplaces; vis++) {
		uint32_t run = scratch->order[vis];

		if (run == nruns)
			push_last(setter);
		else if (scratch->levels[run] & 1)
			push_backward(setter, scratch->firsts[run],
				scratch->firsts[run + 1]);
		else
			push_forward(setter, scratch->firsts[run],
				scratch->firsts[run + 1]);
	}
}

/* How many cells the line may have at most. */
static size_t
most_cells(const struct setter *setter, size_t end)
{
	size_t most = end - setter->first + (setter->extra->last != 0);

	if (setter->extra->filling == NULL)
		return most;
	for (size_t i = setter->first; i < end; i++)
		most += setter->extra->filling[i - setter->first];
	return most;
}

void
paragraph_line(const struct paragraph *paragraph, struct scratch *scratch,
	size_t first, size_t end, const struct line_extra *extra,
	struct line *line)
{
	struct setter setter = { paragraph, extra, first, line };
	size_t most = most_cells(&setter, end);

	line_reset(line);
	line->is_rtl = paragraph->is_rtl;
	line->source = paragraph_source(paragraph, first, end);
	if (most == 0)
		return;
	if (most > line->capacity)
		line->cells = vec_grow(line->cells, sizeof(*line->cells),
			most, &line->capacity);
	if (paragraph->has_levels && extra->order == ORDER_VISUAL) {
		push_reordered(&setter, scratch, end);
		return;
	}
	push_forward(&setter, first, end);
	if (paragraph->has_nbsp && !paragraph->has_breaks)
		show_nbsp(line);
	if (extra->last != 0)
		push_last(&setter);
}
