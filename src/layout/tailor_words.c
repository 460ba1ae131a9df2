#include <config.h>

#include "layout/tailor_words.h"

#include "text/utf8.h"
#include "layout/tailor_chars.h"
#include "layout/tailor_words_table.h"

/* No entry has more characters. */
#define WORD_CPS_MAX 24

/* As strcmp, but for case: the order of bytes is that of characters. */
static int
compare_word(const uint32_t *cps, size_t count, const char *entry)
{
	for (size_t i = 0; i < count; i++) {
		uint32_t cp = char_is_blank(cps[i]) ? ' ' : char_lower(cps[i]);
		uint32_t other;

		if (*entry == '\0')
			return 1;
		entry += utf8_next(entry, &other);
		if (cp != other)
			return cp < other ? -1 : 1;
	}
	return *entry == '\0' ? 0 : -1;
}

/* The first entry that is not before the word; may be the count. */
static size_t
place_of(enum word_list list, const uint32_t *cps, size_t count)
{
	size_t low = 0, high = word_lists[list].count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (compare_word(cps, count, word_lists[list].at[middle]) > 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static bool
is_at(enum word_list list, size_t place, const uint32_t *cps, size_t count)
{
	return place < word_lists[list].count && compare_word(cps, count,
		word_lists[list].at[place]) == 0;
}

bool
words_have(enum word_list list, const uint32_t *cps, size_t count)
{
	return count > 0 && count <= WORD_CPS_MAX
		&& is_at(list, place_of(list, cps, count), cps, count);
}

/* "m2", "°C", "m³" and "a.m" are words here. */
static bool
is_in_word(const uint32_t *cps, size_t ncps, size_t i)
{
	switch (cps[i]) {
	case '2': case '3':
		return i > 0 && (cps[i - 1] | 0x20) == 'm';
	case '.':
		return i > 0 && i + 1 < ncps && char_is_letter(cps[i + 1]);
	case 0xB0: case 0xB2: case 0xB3: case 0x05F4:
		return true;
	default:
		return char_is_letter(cps[i]);
	}
}

static size_t
word_end(const uint32_t *cps, size_t ncps, size_t i)
{
	while (i < ncps && i <= WORD_CPS_MAX && is_in_word(cps, ncps, i))
		i++;
	return i;
}

/* Whether an entry from PLACE on is the word and then another one. */
static bool
has_pair(enum word_list list, size_t place, const uint32_t *cps, size_t count)
{
	const char *entry;

	if (place >= word_lists[list].count)
		return false;
	entry = word_lists[list].at[place];
	for (size_t i = 0; i < count; i++) {
		uint32_t cp;

		entry += utf8_next(entry, &cp);
		if (cp != char_lower(cps[i]))
			return false;
	}
	return *entry == ' ';
}

size_t
words_match(enum word_list list, const uint32_t *cps, size_t ncps)
{
	size_t first = word_end(cps, ncps, 0), second, place;
	bool is_whole;

	if (first == 0 || first > WORD_CPS_MAX)
		return 0;
	place = place_of(list, cps, first);
	is_whole = is_at(list, place, cps, first);
	/* Pairs stand right behind their first word. */
	if (has_pair(list, place + is_whole, cps, first) && first + 1 < ncps
			&& char_is_blank(cps[first])
			&& !char_is_blank(cps[first + 1])) {
		second = word_end(cps, ncps, first + 1);
		if (words_have(list, cps, second))
			return second;
	}
	return is_whole ? first : 0;
}
