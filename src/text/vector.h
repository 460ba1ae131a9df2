#ifndef TEXT_VECTOR_H
#define TEXT_VECTOR_H

/*
 * Sixteen bytes at a time, where eight (text/word.h) are too few: the vectors
 * of gcc and clang, which make one instruction of what is done with all
 * elements, or several on a machine that has no such thing. What is compared
 * gives a mask: an element is -1 where it is true, else 0.
 */

#include <endian.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#define VEC_NBYTES 16

typedef uint8_t vec_u8 __attribute__((vector_size(VEC_NBYTES)));
typedef int8_t vec_mask8 __attribute__((vector_size(VEC_NBYTES)));
typedef uint16_t vec_u16 __attribute__((vector_size(VEC_NBYTES)));
typedef int16_t vec_mask16 __attribute__((vector_size(VEC_NBYTES)));
typedef uint32_t vec_u32 __attribute__((vector_size(VEC_NBYTES)));

/*
 * The elements of A and B, vec_u32, with these numbers; B's come after A's. A
 * macro, because compilers want the numbers as they are.
 */
#ifdef __clang__
#define VEC_PICK(a, b, ...) __builtin_shufflevector((a), (b), __VA_ARGS__)
#else
#define VEC_PICK(a, b, ...) \
	__builtin_shuffle((a), (b), (vec_u32){ __VA_ARGS__ })
#endif

static inline vec_u8
vec_load(const char *s)
{
	vec_u8 vec;

	memcpy(&vec, s, sizeof(vec));
	return vec;
}

static inline vec_u32
vec_load_u32(const uint32_t *words)
{
	vec_u32 vec;

	memcpy(&vec, words, sizeof(vec));
	return vec;
}

static inline void
vec_store_u32(uint32_t *words, vec_u32 vec)
{
	memcpy(words, &vec, sizeof(vec));
}

/* The first and the second byte of each pair of bytes. */
static inline vec_u16
vec_first(vec_u8 bytes)
{
	return BYTE_ORDER == LITTLE_ENDIAN ? (vec_u16)bytes & 0xFF
		: (vec_u16)bytes >> 8;
}

static inline vec_u16
vec_second(vec_u8 bytes)
{
	return BYTE_ORDER == LITTLE_ENDIAN ? (vec_u16)bytes >> 8
		: (vec_u16)bytes & 0xFF;
}

static inline vec_u32
vec_first_u16(vec_u16 units)
{
	return BYTE_ORDER == LITTLE_ENDIAN ? (vec_u32)units & 0xFFFF
		: (vec_u32)units >> 16;
}

static inline vec_u32
vec_second_u16(vec_u16 units)
{
	return BYTE_ORDER == LITTLE_ENDIAN ? (vec_u32)units >> 16
		: (vec_u32)units & 0xFFFF;
}

/* Where bytes are from FIRST to LAST, both included. */
static inline vec_mask8
vec_in(vec_u8 bytes, uint8_t first, uint8_t last)
{
	const vec_u8 zero = { 0 };

	return bytes - first <= zero + (uint8_t)(last - first);
}

static inline bool
vec_all(vec_mask8 mask)
{
	uint64_t words[2];

	memcpy(words, &mask, sizeof(words));
	return (words[0] & words[1]) == UINT64_MAX;
}

/* A where MASK is true, else B. */
static inline vec_u16
vec_choose(vec_mask16 mask, vec_u16 a, vec_u16 b)
{
	return ((vec_u16)mask & a) | (~(vec_u16)mask & b);
}

#endif
