#ifndef MODEL_WORDS_H
#define MODEL_WORDS_H

/*
 * The words of a folded text as numbers, to compare texts by. A word is what
 * stands between blanks and ASCII punctuation; punctuation at its ends is no
 * part of it, that of Arabic and guillemets too. Thai, Lao, Khmer, Burmese,
 * Chinese and Japanese have no blanks: there each character is a word.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "text/word.h"

#define WORDS_SEED 0x2545F4914F6CDD1D

/* A walk over a text. */
struct words {
	const char *at, *end;	/* what is still to come */
	const char *word;	/* where the last word began */
	const char *chars_end;	/* up to here, characters are words */
};

/* FOLDED has a NUL at its end. */
void words_begin(struct words *words, const char *folded, size_t nbytes);

/* What words_next leaves to others. */
uint64_t words_mend(struct words *words, uint64_t hash);
uint64_t words_char(struct words *words);

static inline uint64_t
words_mix(uint64_t hash, uint64_t bytes)
{
	hash = (hash ^ bytes) * 0x9E3779B97F4A7C15;
	return hash ^ hash >> 32;
}

/* The bytes at S, zero from END on. */
static inline uint64_t
words_load(const char *s, const char *end)
{
	char bytes[WORD_NBYTES] = { 0 };

	if (end - s >= WORD_NBYTES)
		return word_load(s);
	memcpy(bytes, s, (size_t)(end - s));
	return word_load(bytes);
}

/* The bytes to skip where a word cannot begin; by byte. */
extern const uint8_t words_skips[256];

/*
 * Whether the word that ends before END needs more than a look: it ends in
 * punctuation (U+00AB and the like, U+0600 to U+061F), or maybe in a script
 * without blanks.
 */
static inline bool
words_ends_oddly(const char *word, const char *end)
{
	unsigned char last = (unsigned char)end[-1], before;

	if (last < 0x80)
		return words_skips[last] != 0;
	before = (unsigned char)end[-2];
	return before == 0xC2 || (before == 0xD8 && last < 0xA0)
		|| (end - word > 2 && (unsigned char)end[-3] >= 0xE0);
}

/* The next word, which words->word points to; false: there is none. */
static inline bool
words_next(struct words *words, uint64_t *hash)
{
	const char *at = words->at, *end = words->end;
	uint64_t bytes, stops, result = WORDS_SEED;
	size_t skip;

	if (at < words->chars_end) {
		*hash = words_char(words);
		return true;
	}
	/* The text ends in a NUL, which is skipped, too. */
	while ((skip = words_skips[(unsigned char)*at]) != 0) {
		if (at >= end)
			return false;
		at += skip;
	}
	words->word = at;
	/* Below '0' are the blank and most punctuation. */
	while (bytes = words_load(at, end),
		stops = word_below(bytes, '0') & ~bytes, stops == 0) {
		result = words_mix(result, bytes);
		at += WORD_NBYTES;
	}
	/* Those before the first stop, if any. */
	at += word_first(stops);
	result = words_mix(result, bytes & (stops ^ (stops - 1)) >> 8);
	words->at = at;
	if (words_ends_oddly(words->word, at)) {
		/* A copy, so that the other one can stay in registers. */
		struct words copy = *words;

		result = words_mend(&copy, result);
		*words = copy;
	}
	*hash = result;
	return true;
}

#endif
