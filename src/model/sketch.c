#include <config.h>

#include "model/sketch.h"

#include <string.h>

#include "base/vec.h"
#include "text/word.h"
#include "model/words.h"

/* So many rounds leave an empty row only where shingles are very few. */
#define ROUNDS_MAX 64
/* So few empty rows are not worth a round: they are what stands before. */
#define EMPTY_MAX 4
/* Each round multiplies by another odd number. */
#define FACTOR_FIRST 0x9E3779B97F4A7C15u
#define FACTOR_STEP 0xD1B54A32D192ED02u

static uint64_t
shingle_of(uint64_t first, uint64_t second, uint64_t third)
{
	return first + (second << 21 | second >> 43)
		+ (third << 42 | third >> 22);
}

static inline void
fill_row(uint64_t shingle, uint64_t factor, uint32_t mins[SKETCH_ROWS])
{
	uint64_t hash = shingle * factor;
	size_t row = (hash >> 32) * SKETCH_ROWS >> 32;
	uint32_t value = (uint32_t)(hash ^ hash >> 29);

	if (value < mins[row])
		mins[row] = value;
}

/*
 * All shingles, which fill the rows for the first time on the way. The first
 * two are those of the words before the text, which are none.
 */
static void
read_shingles(const char *folded, size_t nbytes, struct shingle_vec *shingles,
	uint32_t mins[SKETCH_ROWS])
{
	struct words words;
	uint64_t first = 0, second = 0, third;
	size_t count = 0;

	VEC_RESERVE(shingles, nbytes + 1);
	words_begin(&words, folded, nbytes);
	while (words_next(&words, &third)) {
		uint64_t shingle = shingle_of(first, second, third);

		shingles->at[count++] = shingle;
		fill_row(shingle, FACTOR_FIRST, mins);
		first = second;
		second = third;
	}
	shingles->count = count;
}

/* Takes the rows of ROUND that were empty; how many still are. */
static unsigned
take_rows(uint32_t mins[SKETCH_ROWS], const uint32_t round[SKETCH_ROWS])
{
	unsigned empty = 0;

	for (size_t row = 0; row < SKETCH_ROWS; row++) {
		if (mins[row] == UINT32_MAX)
			mins[row] = round[row];
		empty += mins[row] == UINT32_MAX;
	}
	return empty;
}

void
sketch_make(struct sketch *sketch, const char *folded, size_t nbytes,
	struct shingle_vec *shingles)
{
	uint32_t mins[SKETCH_ROWS], round[SKETCH_ROWS], last = 0;
	uint64_t factor = FACTOR_FIRST;

	*sketch = (struct sketch){ 0 };
	if (nbytes > SKETCH_NBYTES_MAX)
		return;
	memset(mins, 0xFF, sizeof(mins));
	read_shingles(folded, nbytes, shingles, mins);
	if (shingles->count < SKETCH_WORDS_MIN)
		return;
	memset(round, 0xFF, sizeof(round));
	for (int i = 1; i < ROUNDS_MAX && take_rows(mins, round) > EMPTY_MAX;
		i++) {
		factor += FACTOR_STEP;
		for (size_t j = 0; j < shingles->count; j++)
			fill_row(shingles->at[j], factor, round);
	}
	for (size_t row = 0; row < SKETCH_ROWS; row++) {
		if (mins[row] != UINT32_MAX)
			last = mins[row];
		sketch->rows[row] = (uint8_t)(1 + last % 255);
	}
}

unsigned
sketch_equal_rows(const struct sketch *a, const struct sketch *b)
{
	uint64_t counts = 0;	/* one in each byte */

	for (size_t i = 0; i < SKETCH_ROWS; i += WORD_NBYTES) {
		uint64_t differ = word_load((const char *)a->rows + i)
			^ word_load((const char *)b->rows + i);

		counts += word_equal(differ, 0) >> 7;
	}
	return (unsigned)(counts * WORD_ONES >> 56);
}
