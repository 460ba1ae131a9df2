#include <config.h>

#include "layout/paragraph.h"

#include <string.h>

#include "base/vec.h"
#include "layout/breaks.h"
#include "layout/letters.h"
#include "layout/tailor.h"
#include "layout/tailor_blank.h"
#include "layout/tailor_chars.h"

/*
 * Of most paragraphs, if they are filled greedily, only the ends of rows
 * matter: where a line may end is found out around those. That is possible
 * because what comes after two words, each with a blank before it, depends on
 * nothing that comes before them.
 */

#define ARABIC_COMMA 0x060Cu

/* How far back two such words are looked for. */
#ifndef REACH_CELLS
#define REACH_CELLS 256
#endif
/* How many characters behind a place have a say there. */
#define AHEAD_CELLS 4

/*
 * Letters of class AL or HL: behind a blank a line may end before them. Those
 * of Arabic as such and as they are joined.
 */
static inline bool
is_letter(uint32_t cp)
{
	return (cp | 0x20) - 'a' < 26 || cp - 0x1E00 < 0x100
		|| (cp - 0xC0 < 0x190 && cp != 0xD7 && cp != 0xF7)
		|| cp - 0xFE80 <= 0xFEFC - 0xFE80
		|| cp - 0x0621 <= 0x064A - 0x0621
		|| cp - 0x05D0 <= 0x05EA - 0x05D0;
}

/* A waw, alone or joined: Arabic "and", if it is a word. */
static inline bool
is_waw(uint32_t cp)
{
	return cp == 0x0648 || cp == 0xFEED || cp == 0xFEEE;
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
letters_end(const uint32_t *cps, size_t first, size_t i)
{
	size_t word = letters_start(cps, first, i + 1), before, end;

	if (word > i || word < first + 2 || cps[word - 1] != ' ')
		return 0;
	end = word - 1;
	if (cps[end - 1] == ',' || cps[end - 1] == ARABIC_COMMA)
		end--;
	else if (is_waw(cps[end - 1]))
		return 0;
	before = letters_start(cps, first, end);
	if (before >= end || before < first + 2 || cps[before - 1] != ' '
			|| !is_letter(cps[before - 2])
			|| (is_upper(cps[word]) && is_upper(cps[before])))
		return 0;
	return word;
}

static inline bool
is_digit(uint32_t cp)
{
	return cp - '0' < 10;
}

static inline bool
is_word(uint32_t cp)
{
	return is_letter(cp) || is_digit(cp);
}

static inline bool
is_quote(uint32_t cp)
{
	return cp == '"' || cp == '\'' || cp == 0x2018 || cp == 0x2019
		|| cp == 0x201C || cp == 0x201D;
}

/* What a word begins with, that a line may end before. */
static inline bool
is_head(uint32_t cp)
{
	return is_word(cp) || is_quote(cp);
}

/*
 * Whether cell I is punctuation that lets no line end before it or behind it,
 * but at a blank, in a word that ends at END (of UAX #14 IS, QU and CP beside
 * AL and NU).
 */
static inline bool
is_inside(const uint32_t *cps, size_t i, size_t end)
{
	switch (cps[i]) {
	case '.': case ',': case ':': case ';':
		/* A number may begin a line, where it does not go on. */
		return i + 1 == end || !is_digit(cps[i + 1])
			|| is_digit(cps[i - 1]);
	case ')':
		return true;
	default:
		return is_quote(cps[i]);
	}
}

/* Where the word begins that ends at END, but after FIRST. */
static inline size_t
word_start(const uint32_t *cps, size_t first, size_t end)
{
	size_t i = end;

	while (i > first + 1 && (is_word(cps[i - 1])
			|| is_inside(cps, i - 1, end)))
		i--;
	return i;
}

/*
 * The same where a cell shows its character: words may have digits and
 * punctuation, and the blank between the two is asked what it holds. Before
 * them is no number that could have a unit of two words.
 */
static size_t
words_end(const struct paragraph *paragraph, size_t first, size_t i)
{
	const uint32_t *cps = paragraph->bases;
	size_t word = word_start(cps, first, i + 1), before;

	if (word > i || word < first + 3 || cps[word - 1] != ' '
			|| !is_head(cps[word]))
		return 0;
	before = word_start(cps, first, word - 1);
	if (before == word - 1 || before < first + 2 || cps[before - 1] != ' '
			|| !is_head(cps[before]))
		return 0;
	if (!is_letter(cps[before - 2])
			&& !is_inside(cps, before - 2, before - 1))
		return 0;
	return paragraph->is_plain || blank_hold(cps, paragraph->count, before,
		word) == 0 ? word : 0;
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

/* The BREAKS of the cells FIRST to END, told by what comes from FIRST on. */
static void
find_breaks(const struct paragraph *paragraph, size_t first, size_t end,
	uint8_t *breaks)
{
	const uint32_t *cps = paragraph->bases + first;

	if (!paragraph->is_simple) {
		memset(breaks, LINE_BREAK_NO, end - first);
		letters_add_breaks(paragraph, first, end, breaks);
		return;
	}
	breaks_find(cps, end - first, breaks);
	if (!paragraph->is_plain)
		tailor_breaks(cps, paragraph->count - first, end - first,
			breaks);
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
	find_breaks(paragraph, start, end, breaks);
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
	size_t end = paragraph->is_simple ? words_end(paragraph, first, i)
		: letters_end(paragraph->bases, first, i);

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
