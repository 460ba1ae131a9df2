#include <config.h>

#include "model/words.h"

#include "text/range.h"
#include "text/utf8.h"

/* U+00A0 to U+00BF are no letters, but for two that are not worth it. */
const uint8_t words_skips[256] = {
	[0 ... '0' - 1] = 1, ['9' + 1 ... 'a' - 1] = 1,
	['z' + 1 ... 0x7F] = 1, [0xC2] = 2,
};

/* Scripts that put no blanks between words. */
static const struct char_range unspaced[] = {
	{ 0x0E00, 0x0EFF },	/* Thai, Lao */
	{ 0x1000, 0x109F },	/* Burmese */
	{ 0x1780, 0x17FF },	/* Khmer */
	{ 0x2E80, 0x2FDF }, { 0x3005, 0x3007 }, { 0x3021, 0x3029 },
	{ 0x3040, 0x312F }, { 0x31A0, 0x31BF }, { 0x31F0, 0x31FF },
	{ 0x3400, 0x9FFF }, { 0xA9E0, 0xA9FF }, { 0xAA60, 0xAA7F },
	{ 0xF900, 0xFAFF }, { 0x20000, 0x3FFFF },
};

void
words_begin(struct words *words, const char *folded, size_t nbytes)
{
	*words = (struct words){ .at = folded, .end = folded + nbytes,
		.word = folded, .chars_end = folded };
}

static bool
has_unspaced(const char *s, const char *end)
{
	uint32_t cp;

	for (; s < end; s++) {
		/* The first of them is U+0E00. */
		if ((unsigned char)*s < 0xE0)
			continue;
		utf8_next(s, &cp);
		if (RANGES_HAVE(unspaced, cp))
			return true;
	}
	return false;
}

/* Whether the character that ends before END is no part of a word. */
static bool
is_odd_end(const char *end)
{
	return words_ends_oddly(end - 2, end);
}

static uint64_t
hash_of(const char *s, const char *end)
{
	uint64_t hash = WORDS_SEED;

	for (; end - s >= WORD_NBYTES; s += WORD_NBYTES)
		hash = words_mix(hash, word_load(s));
	return words_mix(hash, words_load(s, end));
}

uint64_t
words_char(struct words *words)
{
	uint32_t cp;

	words->word = words->at;
	words->at += utf8_next(words->at, &cp);
	return words_mix(WORDS_SEED, cp);
}

uint64_t
words_mend(struct words *words, uint64_t hash)
{
	const char *end = words->at;

	if (has_unspaced(words->word, end)) {
		words->chars_end = end;
		words->at = words->word;
		return words_char(words);
	}
	while (end > words->word && is_odd_end(end))
		end -= (unsigned char)end[-1] < 0x80 ? 1 : 2;
	return end == words->at ? hash : hash_of(words->word, end);
}
