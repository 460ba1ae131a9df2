#include <config.h>

#include "layout/justify.h"

#include <assert.h>
#include <string.h>

#include "layout/kashida.h"
#include "text/range.h"

/*
 * What may be filled after a cell, in the order in which it is: in each round
 * every kind gets a column if its bound allows.
 */
enum place {
	PLACE_NONE,
	PLACE_KASHIDA,			/* and all ranks after the first */
	PLACE_GAP = PLACE_KASHIDA + KASHIDA_RANKS,	/* of one column */
	PLACE_WIDE_GAP,			/* of two */
	PLACE_STOP,			/* East Asian punctuation */
	PLACE_COUNT
};

/* Odd, and its bits are well mixed: scatters what is multiplied by it. */
#define MIX 0x9E3779B1u

/* What a row has, and how it is filled. */
struct row {
	const struct paragraph *paragraph;
	size_t first, end;		/* cells */
	uint8_t *filling;		/* from cell FIRST on */
	unsigned nplaces[PLACE_COUNT];
	uint8_t cols[PLACE_COUNT];	/* for every place of a kind */
	/* NMORE places of one kind get one more. */
	enum place more;
	unsigned nmore;
};

/* What a paragraph of dialogue or a list begins with. */
static const struct char_range dashes[] = {
	{ 0x002A, 0x002A }, { 0x002D, 0x002D }, { 0x00B7, 0x00B7 },
	{ 0x0640, 0x0640 }, { 0x2010, 0x2015 }, { 0x2022, 0x2023 },
	{ 0x2043, 0x2043 }, { 0x25A0, 0x25FF },
};

/* Commas, stops and closing brackets with room of their own behind them. */
static const struct char_range stops[] = {
	{ 0x3001, 0x3002 }, { 0x3009, 0x3009 }, { 0x300B, 0x300B },
	{ 0x300D, 0x300D }, { 0x300F, 0x300F }, { 0x3011, 0x3011 },
	{ 0x3015, 0x3015 }, { 0x3017, 0x3017 }, { 0x3019, 0x3019 },
	{ 0x301B, 0x301B }, { 0xFF01, 0xFF01 }, { 0xFF09, 0xFF09 },
	{ 0xFF0C, 0xFF0C }, { 0xFF0E, 0xFF0E }, { 0xFF1A, 0xFF1B },
	{ 0xFF1F, 0xFF1F }, { 0xFF3D, 0xFF3D }, { 0xFF5D, 0xFF5D },
};

static int
bound_of(enum place place)
{
	switch (place) {
	case PLACE_GAP:
		return JUSTIFY_GAP_COLS_MAX - 1;
	case PLACE_WIDE_GAP:
		return JUSTIFY_GAP_COLS_MAX - 2;
	case PLACE_STOP:
		return JUSTIFY_STOP_COLS_MAX;
	default:
		return JUSTIFY_KASHIDA_COLS_MAX;
	}
}

static int
cols_of(const struct row *row, size_t first, size_t end)
{
	int cols = 0;

	for (size_t i = first; i < end; i++)
		cols += (int)(row->paragraph->units[i] & UNIT_COLS);
	return cols;
}

static bool
is_blank(const struct row *row, size_t cell)
{
	return row->paragraph->units[cell] & UNIT_BLANK;
}

static size_t
skip_blanks(const struct row *row, size_t cell)
{
	while (cell < row->end && is_blank(row, cell))
		cell++;
	return cell;
}

/* Where the text of the row begins, behind an indent and a dash. */
static size_t
text_start(const struct row *row)
{
	size_t start = skip_blanks(row, row->first);

	if (row->first == 0 && start + 1 < row->end && is_blank(row, start + 1)
			&& RANGES_HAVE(dashes, row->paragraph->bases[start]))
		start = skip_blanks(row, start + 1);
	return start;
}

static void
mark_place(struct row *row, size_t cell, enum place place)
{
	row->filling[cell - row->first] = (uint8_t)place;
	row->nplaces[place]++;
}

/* The blanks from CELL on are one gap; returns where they end. */
static size_t
mark_gap(struct row *row, size_t cell)
{
	size_t end = skip_blanks(row, cell);
	int cols = cols_of(row, cell, end);

	if (end < row->end && cols < JUSTIFY_GAP_COLS_MAX)
		mark_place(row, end - 1,
			cols == 1 ? PLACE_GAP : PLACE_WIDE_GAP);
	return end;
}

static bool
is_rtl(const struct row *row, size_t cell)
{
	return row->paragraph->has_levels
		&& row->paragraph->levels[cell] % 2 == 1;
}

/*
 * Several stops are filled behind the last. Where text runs from right to
 * left, what follows a character that is no blank would be a tatweel.
 */
static void
mark_stop(struct row *row, size_t cell)
{
	const uint32_t *bases = row->paragraph->bases;
	const uint8_t *units = row->paragraph->units;

	/* All stops are wide, and most other characters are not. */
	if ((units[cell] & UNIT_COLS) == 2 && cell + 1 < row->end
			&& RANGES_HAVE(stops, bases[cell])
			&& !RANGES_HAVE(stops, bases[cell + 1])
			&& !(units[cell + 1] & UNIT_BLANK)
			&& (units[cell + 1] & UNIT_CLUSTER)
			&& !is_rtl(row, cell))
		mark_place(row, cell, PLACE_STOP);
}

/* The Arabic word at CELL; returns where it ends, CELL if there is none. */
static size_t
mark_word(struct row *row, size_t cell)
{
	struct kashida kashida;
	size_t end = kashida_word(row->paragraph, cell, row->end, &kashida);

	if (kashida.rank >= 0)
		mark_place(row, kashida.cell,
			PLACE_KASHIDA + (unsigned)kashida.rank);
	return end;
}

/* Whether there is anything of an address between CELL and the next blank. */
static bool
is_in_address(const struct row *row, size_t cell)
{
	const uint32_t *bases = row->paragraph->bases;

	for (; cell < row->end && !is_blank(row, cell); cell++)
		if (bases[cell] == '/' || bases[cell] == '@'
				|| bases[cell] == '_' || bases[cell] == '=')
			return true;
	return false;
}

/*
 * Finds all places from cell START on. Until fill_in, FILLING has their kinds
 * (enum place).
 */
static void
mark_places(struct row *row, size_t start, bool has_kashida)
{
	size_t cell = start;
	bool is_start = true, is_address = false;

	while (cell < row->end) {
		size_t word_end = cell;

		if (is_blank(row, cell)) {
			cell = mark_gap(row, cell);
			is_start = true;
			continue;
		}
		/* An address is copied as it stands. */
		if (has_kashida && is_start)
			is_address = is_in_address(row, cell);
		is_start = false;
		if (has_kashida && !is_address)
			word_end = mark_word(row, cell);
		if (word_end == cell)
			mark_stop(row, word_end++);
		cell = word_end;
	}
}

/* Decides who gets how much of DEFICIT columns; false if that is too much. */
static bool
make_plan(struct row *row, unsigned deficit)
{
	bool is_going_on = true;

	for (int round = 1; is_going_on; round++) {
		is_going_on = false;
		for (enum place place = PLACE_KASHIDA; place < PLACE_COUNT;
				place++) {
			if (row->nplaces[place] == 0
					|| round > bound_of(place))
				continue;
			if (row->nplaces[place] > deficit) {
				row->more = place;
				row->nmore = deficit;
				return true;
			}
			row->cols[place]++;
			deficit -= row->nplaces[place];
			is_going_on = true;
		}
	}
	return deficit == 0;
}

/*
 * The columns for the Ith place of its kind. Of COUNT places NMORE have one
 * more, like the steps of a sloping line; they begin elsewhere in each row,
 * so that wide gaps seldom lie one below the other.
 */
static uint8_t
place_cols(const struct row *row, enum place place, unsigned i)
{
	unsigned count = row->nplaces[place];
	unsigned phase = ((uint32_t)row->first * MIX >> 16) % count;
	unsigned before = (i * row->nmore + phase) / count;
	unsigned after = ((i + 1) * row->nmore + phase) / count;

	return (uint8_t)(row->cols[place]
		+ (place == row->more ? after - before : 0));
}

/* From the kinds of the places to their columns. */
static void
fill_in(struct row *row)
{
	unsigned seen[PLACE_COUNT] = { 0 };

	for (size_t i = 0; i < row->end - row->first; i++) {
		enum place place = row->filling[i];

		if (place != PLACE_NONE)
			row->filling[i] = place_cols(row, place,
				seen[place]++);
	}
}

bool
justify_row(const struct paragraph *paragraph, size_t first, size_t end,
	int last_cols, int cols, bool has_kashida, uint8_t *filling)
{
	struct row row = { paragraph, first, end, filling,
		.more = PLACE_NONE };
	int deficit = cols - last_cols - cols_of(&row, first, end);

	assert(first <= end && end <= paragraph->count);
	memset(filling, 0, end - first);
	if (deficit <= 0)
		return deficit == 0;
	mark_places(&row, text_start(&row), has_kashida && paragraph->is_rtl
		&& paragraph->has_levels);
	if (!make_plan(&row, (unsigned)deficit)) {
		memset(filling, 0, end - first);
		return false;
	}
	fill_in(&row);
	return true;
}
