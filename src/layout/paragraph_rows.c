#include <config.h>

#include "layout/paragraph.h"

#include "base/vec.h"
#include "layout/breaks.h"
#include "layout/tailor.h"
#include "layout/tailor_chars.h"

/*
 * Of a simple paragraph that is filled greedily only the ends of rows matter:
 * where a line may end is found out around those. That is possible because
 * what comes after two words, each with a blank before it, depends on nothing
 * that comes before them.
 */

/* How far back two such words are looked for. */
#ifndef REACH_CELLS
#define REACH_CELLS 256
#endif
/* How many characters behind a place have a say there. */
#define AHEAD_CELLS 4

/* Letters of class AL: behind a blank a line may end before them. */
static inline bool
is_letter(uint32_t cp)
{
	return (cp | 0x20) - 'a' < 26 || cp - 0x1E00 < 0x100
		|| (cp - 0xC0 < 0x190 && cp != 0xD7 && cp != 0xF7);
}

/* Where the letters begin that end before cell END, but after FIRST. */
static inline size_t
letters_start(const uint32_t *cps, size_t first, size_t end)
{
	while (end > first + 1 && is_letter(cps[end - 1]))
		end--;
	return end;
}

static inline bool
is_upper(uint32_t cp)
{
	return cp - 'a' >= 26 && char_is_upper(cp);
}

/*
 * The usual case: what does not fit is in a word of nothing but letters, and
 * so is the word before that, but for a comma; the line ends between the two,
 * unless they may be a title and a name or a unit of two words. Returns 0
 * where it is not that simple.
 */
static size_t
plain_end(const uint32_t *cps, size_t first, size_t i)
{
	size_t word = letters_start(cps, first, i + 1), before, end;

	if (word > i || word < first + 2 || cps[word - 1] != ' ')
		return 0;
	end = word - 1;
	if (cps[end - 1] == ',')
		end--;
	before = letters_start(cps, first, end);
	if (before >= end || before < first + 2 || cps[before - 1] != ' '
			|| !is_letter(cps[before - 2])
			|| (is_upper(cps[word]) && is_upper(cps[before])))
		return 0;
	return word;
}

/* The last cell after FIRST and before END where a word follows a word. */
static size_t
word_before(const uint32_t *cps, size_t first, size_t end)
{
	while (end-- > first + 2)
		if (cps[end - 1] == ' ' && is_letter(cps[end])
				&& is_letter(cps[end - 2]))
			return end;
	return first;
}

/* What is looked at to find the end of a row. */
struct search {
	const struct paragraph *paragraph;
	size_t first;		/* of the row */
	size_t beyond;		/* the first that does not fit */
	size_t from;		/* up to here is still to be searched */
};

/*
 * Looks for the last break from some word on, which starts before FROM.
 * Returns it, 0 if there is none, or SIZE_MAX if no word is within reach.
 */
static size_t
break_around(struct search *search)
{
	const struct paragraph *paragraph = search->paragraph;
	const uint32_t *cps = paragraph->bases;
	size_t i = search->beyond;
	size_t reach = i > REACH_CELLS ? i - REACH_CELLS : 0;
	size_t word = word_before(cps, reach, search->from);
	size_t start = word_before(cps, reach, word);
	size_t end = i + 1 + AHEAD_CELLS, found = i;
	uint8_t breaks[REACH_CELLS + 1 + AHEAD_CELLS];

	if (start == reach && reach > 0)
		return SIZE_MAX;
	if (start == 0)
		word = 0;
	if (end > paragraph->count)
		end = paragraph->count;
	breaks_find(cps + start, end - start, breaks);
	if (!paragraph->is_plain)
		tailor_breaks(cps + start, paragraph->count - start,
			end - start, breaks);
	search->from = word;
	if (word <= search->first)
		word = search->first + 1;
	while (found >= word && breaks[found - start] != LINE_BREAK_MAY)
		found--;
	return found >= word ? found : 0;
}

/* The first cell that does not fit on the row from FIRST on. */
static size_t
first_beyond(const struct paragraph *paragraph, size_t first, int cols)
{
	size_t i = first + (size_t)cols;

	if (paragraph->count - first <= (size_t)cols)
		return paragraph->count;
	while (i < paragraph->count && paragraph->bases[i] == ' ')
		i++;
	return i;
}

/*
 * The end of the row from FIRST on, where cell I does not fit; 0 if words have
 * to be cut, or it is not to be told from what is near.
 */
static size_t
row_end(const struct paragraph *paragraph, size_t first, size_t i)
{
	struct search search = { paragraph, first, i, i + 1 };
	size_t end = plain_end(paragraph->bases, first, i);

	while (end == 0 && search.from > first)
		end = break_around(&search);
	return end != SIZE_MAX ? end : 0;
}

/* Whether all rows were found by their ends. */
static bool
find_rows(const struct paragraph *paragraph, int cols, struct row_vec *rows)
{
	size_t first = 0;

	rows->count = 0;
	do {
		size_t i = first_beyond(paragraph, first, cols);

		VEC_PUSH(rows, (uint32_t)first);
		first = i == paragraph->count ? i
			: row_end(paragraph, first, i);
		if (first == 0 && i > 0)
			return false;
	} while (first < paragraph->count);
	return true;
}

void
paragraph_rows(struct paragraph *paragraph, int cols, struct row_vec *rows)
{
	struct wrap_units units;

	if (!paragraph->has_breaks && find_rows(paragraph, cols, rows))
		return;
	paragraph_find_breaks(paragraph);
	units = paragraph_units(paragraph);
	fill_greedy(&units, cols, rows);
}

size_t
paragraph_shown_end(const struct paragraph *paragraph, size_t first,
	size_t end)
{
	struct wrap_units units;

	if (paragraph->has_breaks) {
		units = paragraph_units(paragraph);
		return wrap_shown_end(&units, first, end);
	}
	while (end > first && paragraph->bases[end - 1] == ' ')
		end--;
	return end;
}

bool
paragraph_has_hyphen(const struct paragraph *paragraph, size_t first,
	size_t end, int cols)
{
	struct wrap_units units;

	/* What is as simple as that has no soft hyphen in it. */
	if (!paragraph->has_breaks)
		return false;
	units = paragraph_units(paragraph);
	return wrap_has_hyphen(&units, first, end, cols);
}
