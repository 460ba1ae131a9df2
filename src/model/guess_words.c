#include <config.h>

#include "model/guess_inside.h"

#include <string.h>

#include "text/utf8.h"

static bool
is_ascii_letter(uint32_t cp)
{
	return (cp >= 'A' && cp <= 'Z') || (cp >= 'a' && cp <= 'z');
}

/* Among the characters that the encodings in question have. */
static bool
is_letter(uint32_t cp)
{
	if (cp < 0x80)
		return is_ascii_letter(cp);
	return (cp >= 0xC0 && cp <= 0x1FF && cp != 0xD7 && cp != 0xF7
			&& cp != 0x192)
		|| (cp >= 0x300 && cp <= 0x36F)
		|| (cp >= 0x621 && cp <= 0x652)
		|| (cp >= 0x66E && cp <= 0x6D5)
		|| (cp >= 0x1E00 && cp <= 0x1EFF);
}

/* Signs that stand between letters in no text. */
static bool
is_outer_sign(uint32_t cp)
{
	switch (cp) {
	case 0xA1: case 0xA3: case 0xA7: case 0xA9: case 0xAB: case 0xAE:
	case 0xB0: case 0xB2: case 0xB3: case 0xBB: case 0xBD: case 0xBF:
	case 0x201A: case 0x201C: case 0x201D: case 0x201E: case 0x2022:
	case 0x2039: case 0x203A: case 0x20AC: case 0x2122:
		return true;
	default:
		return false;
	}
}

/* Signs that may stand anywhere: blanks, dashes, dots, marks of direction. */
static bool
is_plain_sign(uint32_t cp)
{
	switch (cp) {
	case 0xA0: case 0xAD: case 0xB7: case 0x60C: case 0x61B: case 0x61F:
	case 0x200C: case 0x200D: case 0x200E: case 0x200F: case 0x2013:
	case 0x2014: case 0x2018: case 0x2019: case 0x2026:
		return true;
	default:
		return cp < 0x80;
	}
}

static bool
is_odd(const struct guess_words *words, size_t i)
{
	uint32_t cp = words->cps[i];

	if (is_plain_sign(cp))
		return false;
	return !is_outer_sign(cp) || (i > 0 && i + 1 < words->ncps
		&& is_letter(words->cps[i - 1])
		&& is_letter(words->cps[i + 1]));
}

bool
guess_words_next(struct guess_words *words)
{
	size_t i = words->end;

	for (; i < words->ncps && !is_letter(words->cps[i]); i++)
		words->nodd += is_odd(words, i);
	words->start = i;
	words->has_high = false;
	for (; i < words->ncps && is_letter(words->cps[i]); i++)
		words->has_high |= words->cps[i] >= 0x80;
	words->end = i;
	return words->start < i;
}

size_t
guess_words_spell(const struct guess_words *words,
	char spelled[WORD_NBYTES_MAX])
{
	size_t nbytes = 0;

	for (size_t i = words->start; i < words->end
		&& nbytes + UTF8_BYTES_MAX < WORD_NBYTES_MAX; i++) {
		uint32_t cp = words->cps[i];

		nbytes += utf8_encode(cp >= 'A' && cp <= 'Z' ? cp | 0x20 : cp,
			spelled + nbytes);
	}
	spelled[nbytes] = '\0';
	return nbytes;
}
