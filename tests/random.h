#ifndef TESTS_RANDOM_H
#define TESTS_RANDOM_H

/* The generator of Knuth's MMIX: good enough, and the same everywhere. */

#include <stdint.h>

/* 31 bits. */
static inline uint32_t
random_next(uint64_t *state)
{
	*state = *state * 6364136223846793005u + 1442695040888963407u;
	return (uint32_t)(*state >> 33);
}

/* 0 to BELOW - 1. */
static inline uint32_t
random_below(uint64_t *state, uint32_t below)
{
	return random_next(state) % below;
}

#endif
