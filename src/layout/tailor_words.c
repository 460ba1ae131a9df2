#include <config.h>

#include "layout/tailor_words.h"

#include <assert.h>
#include <string.h>

#include "text/utf8.h"
#include "layout/tailor_chars.h"
#include "layout/tailor_words_table.h"

/* No entry has more characters. */
#define WORD_CPS_MAX 24

/* A word as the lists have it: in lower case, its blanks plain ones. */
struct word {
	char bytes[WORD_CPS_MAX * UTF8_BYTES_MAX + 1];
	size_t nbytes;
};

static void
spell(const uint32_t *cps, size_t count, struct word *word)
{
	char *end = word->bytes;

	assert(count <= WORD_CPS_MAX);
	for (size_t i = 0; i < count; i++)
		end += utf8_encode(char_is_blank(cps[i]) ? ' '
			: char_lower(cps[i]), end);
	*end = '\0';
	word->nbytes = (size_t)(end - word->bytes);
}

/* The first entry that is not before WORD; may be the count. */
static size_t
place_of(enum word_list list, const struct word *word)
{
	size_t low = 0, high = word_lists[list].count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (strcmp(word_lists[list].at[middle], word->bytes) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static bool
is_at(enum word_list list, size_t place, const struct word *word)
{
	return place < word_lists[list].count
		&& strcmp(word_lists[list].at[place], word->bytes) == 0;
}

bool
words_have(enum word_list list, const uint32_t *cps, size_t count)
{
	struct word word;

	if (count == 0 || count > WORD_CPS_MAX)
		return false;
	spell(cps, count, &word);
	return is_at(list, place_of(list, &word), &word);
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

/* Whether the entry at PLACE is WORD and then another one. */
static bool
has_pair(enum word_list list, size_t place, const struct word *word)
{
	const char *entry;

	if (place >= word_lists[list].count)
		return false;
	entry = word_lists[list].at[place];
	return strncmp(entry, word->bytes, word->nbytes) == 0
		&& entry[word->nbytes] == ' ';
}

size_t
words_match(enum word_list list, const uint32_t *cps, size_t ncps)
{
	size_t first = word_end(cps, ncps, 0), second, place;
	struct word word;
	bool is_whole;

	if (first == 0 || first > WORD_CPS_MAX)
		return 0;
	spell(cps, first, &word);
	place = place_of(list, &word);
	is_whole = is_at(list, place, &word);
	/* Pairs stand right behind their first word. */
	if (has_pair(list, place + is_whole, &word) && first + 1 < ncps
			&& char_is_blank(cps[first])
			&& !char_is_blank(cps[first + 1])) {
		second = word_end(cps, ncps, first + 1);
		if (words_have(list, cps, second))
			return second;
	}
	return is_whole ? first : 0;
}
