#ifndef TEXT_WORD_H
#define TEXT_WORD_H

/*
 * Eight bytes at a time. Byte I of the text is bits 8*I.. of the word on
 * every machine. A set of bytes is a word with bit 7 of each member set, so
 * word_first of a set is the index of its first member.
 *
 * word_equal is exact for all bytes, word_below for ASCII bytes only: add
 * word_high to a set of stops, and what follows the first stop is not looked
 * at.
 */

#include <endian.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define WORD_NBYTES 8
#define WORD_ONES 0x0101010101010101u
#define WORD_HIGHS 0x8080808080808080u

static inline uint64_t
word_load(const char *s)
{
	uint64_t word;

	memcpy(&word, s, sizeof(word));
	return le64toh(word);
}

static inline void
word_store(char *s, uint64_t word)
{
	word = htole64(word);
	memcpy(s, &word, sizeof(word));
}

/* The bytes that are not ASCII. */
static inline uint64_t
word_high(uint64_t word)
{
	return word & WORD_HIGHS;
}

/* The bytes equal to BYTE. */
static inline uint64_t
word_equal(uint64_t word, unsigned char byte)
{
	uint64_t differ = word ^ (WORD_ONES * byte);

	return ~(((differ & ~WORD_HIGHS) + ~WORD_HIGHS) | differ | ~WORD_HIGHS);
}

/* The bytes below LIMIT (at most 0x80), where all are ASCII. */
static inline uint64_t
word_below(uint64_t word, unsigned char limit)
{
	return ~((word | WORD_HIGHS) - WORD_ONES * limit) & WORD_HIGHS;
}

/* The index of the first byte of a non-empty SET. */
static inline size_t
word_first(uint64_t set)
{
	return (size_t)__builtin_ctzll(set) / 8;
}

/*
 * The first byte from FROM on, of the NBYTES at S, that is BYTE; NBYTES if
 * there is none. Where it may be near, which memchr is not made for.
 */
static inline size_t
word_find(const char *s, size_t nbytes, size_t from, unsigned char byte)
{
	size_t i = from;

	for (; i + WORD_NBYTES <= nbytes; i += WORD_NBYTES) {
		uint64_t set = word_equal(word_load(s + i), byte);

		if (set != 0)
			return i + word_first(set);
	}
	while (i < nbytes && (unsigned char)s[i] != byte)
		i++;
	return i;
}

#endif
