#include <config.h>

#include "layout/syllable.h"

#include "text/range.h"

bool
syllable_has(uint32_t cp)
{
	return (cp >= 0x0900 && cp <= 0x0D7F) || (cp >= 0x0E01 && cp <= 0x0EFF)
		|| (cp >= 0x1000 && cp <= 0x109F)
		|| (cp >= 0x1780 && cp <= 0x17FF);
}

static uint32_t
at(const uint32_t *cps, size_t ncps, size_t i)
{
	return i < ncps ? cps[i] : 0;
}

/* Lao has its letters where Thai has them, one block further on. */
static uint32_t
as_thai(uint32_t cp)
{
	return cp >= 0x0E80 && cp <= 0x0EFF ? cp - 0x80 : cp;
}

static bool
is_thai_consonant(uint32_t cp)
{
	return as_thai(cp) >= 0x0E01 && as_thai(cp) <= 0x0E2E;
}

/* Written before the consonant that it is spoken after. */
static bool
is_thai_leading_vowel(uint32_t cp)
{
	return as_thai(cp) >= 0x0E40 && as_thai(cp) <= 0x0E44;
}

/* Vowels behind, above or below, and tone marks: the letter has its own. */
static bool
is_thai_vowel(uint32_t cp)
{
	cp = as_thai(cp);
	return (cp >= 0x0E30 && cp <= 0x0E3B) || (cp >= 0x0E47 && cp <= 0x0E4E);
}

/* After these a consonant closes the syllable. */
static bool
is_thai_open(uint32_t cp)
{
	cp = as_thai(cp);
	return cp == 0x0E31 || cp == 0x0E36 || cp == 0x0E37 || cp == 0x0E47;
}

/* The first letters of clusters, and ho hip, which leads others. */
static const struct char_range thai_first[] = {
	{ 0x0E01, 0x0E02 },	/* ko, kho */
	{ 0x0E04, 0x0E04 },
	{ 0x0E15, 0x0E15 },	/* to */
	{ 0x0E1B, 0x0E1C },	/* po, pho */
	{ 0x0E1E, 0x0E1E },
	{ 0x0E2B, 0x0E2B },
};

static bool
is_thai_cluster(uint32_t first, uint32_t second)
{
	first = as_thai(first);
	second = as_thai(second);
	if (!RANGES_HAVE(thai_first, first))
		return false;
	if (second == 0x0E23 || second == 0x0E25 || second == 0x0E27)
		return true;			/* ro, lo, wo */
	return first == 0x0E2B && (second == 0x0E07 || second == 0x0E19
		|| second == 0x0E21 || second == 0x0E22 || second == 0x0E0D);
}

/* Whether the consonant at I, or a cluster there, has a vowel of its own. */
static bool
has_thai_vowel(const uint32_t *cps, size_t ncps, size_t i)
{
	if (is_thai_vowel(at(cps, ncps, i + 1)))
		return true;
	return is_thai_cluster(cps[i], at(cps, ncps, i + 1))
		&& is_thai_vowel(at(cps, ncps, i + 2));
}

static bool
thai_starts(const uint32_t *cps, size_t ncps, size_t i)
{
	uint32_t before = cps[i - 1];

	if (is_thai_leading_vowel(before))
		return false;
	if (is_thai_leading_vowel(cps[i]))
		return true;
	if (!is_thai_consonant(cps[i]) || !has_thai_vowel(cps, ncps, i)
			|| is_thai_open(before))
		return false;
	if (i >= 2 && is_thai_leading_vowel(cps[i - 2])
			&& is_thai_cluster(before, cps[i]))
		return false;
	/* A tone mark between the vowel and what closes the syllable. */
	if (i >= 2 && is_thai_vowel(before) && is_thai_open(cps[i - 2]))
		return false;
	return !is_thai_cluster(before, cps[i])
		|| (i >= 2 && is_thai_open(cps[i - 2]));
}

/* Not the letter below another, nor one that a killer closes the word with. */
static bool
myanmar_starts(const uint32_t *cps, size_t ncps, size_t i)
{
	uint32_t next = at(cps, ncps, i + 1);

	if (next == 0x1037)
		next = at(cps, ncps, i + 2);
	return ((cps[i] >= 0x1000 && cps[i] <= 0x102A) || cps[i] == 0x103F
		|| (cps[i] >= 0x1040 && cps[i] <= 0x1049))
		&& cps[i - 1] != 0x1039 && next != 0x103A && next != 0x1039
		&& !(cps[i - 1] >= 0x1040 && cps[i - 1] <= 0x1049);
}

/*
 * Nine blocks of 128 characters are alike: letters, nukta, vowels and marks,
 * virama. In Tamil alone the virama joins nothing.
 */
static bool
indic_starts(const uint32_t *cps, size_t i)
{
	uint32_t letter = cps[i] & 0x7F, before = cps[i - 1] & 0x7F;
	bool is_joined = before == 0x4D && (cps[i] < 0x0B80
		|| cps[i] >= 0x0C00);

	return ((letter >= 0x05 && letter <= 0x39)
		|| (letter >= 0x58 && letter <= 0x61)) && !is_joined;
}

/* A letter with a vowel or a letter below. */
static bool
khmer_starts(const uint32_t *cps, size_t ncps, size_t i)
{
	uint32_t next = at(cps, ncps, i + 1);

	return cps[i] >= 0x1780 && cps[i] <= 0x17B3 && cps[i - 1] != 0x17D2
		&& ((next >= 0x17B6 && next <= 0x17C5) || next == 0x17D2);
}

bool
syllable_starts(const uint32_t *cps, size_t ncps, size_t i)
{
	if (!syllable_has(cps[i - 1]) || !syllable_has(cps[i]))
		return false;
	if (cps[i] < 0x0E00)
		return indic_starts(cps, i);
	if (cps[i] < 0x1000)
		return thai_starts(cps, ncps, i);
	return cps[i] < 0x1100 ? myanmar_starts(cps, ncps, i)
		: khmer_starts(cps, ncps, i);
}

bool
syllable_is_tail(const uint32_t *cps, size_t ncps, size_t i)
{
	switch (cps[i]) {
	case 0x0E46: case 0x0EC6: case 0x17D7:
		return true;
	case 0x0E2F: case 0x0EAF:
		return !is_thai_consonant(at(cps, ncps, i + 1));
	default:
		return false;
	}
}
