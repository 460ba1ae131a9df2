#ifndef MODEL_SKETCH_H
#define MODEL_SKETCH_H

/*
 * What is kept of an article to find others that are nearly the same: a
 * minhash of its runs of three words ("shingles"), of which two articles have
 * equal rows in about the share that they have equal shingles among all.
 *
 * Minhash and not simhash, because it tells alike from unlike where that is
 * decided: every tenth word edited leaves half of the shingles, and of two
 * texts on one matter in the words of one office a tenth is the same; the
 * angle that simhash measures differs by a few bits there. Every shingle is
 * hashed once, into one of the rows; where rows are left empty, short texts go
 * through again with another hash, for those rows alone (fast similarity
 * sketching), so that a row is as good in a text of 60 words as in a long one.
 * One byte of a row is kept: rows are equal by chance in 1 of 255.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define SKETCH_ROWS 96u
/* Rows are looked up by three: of two texts with half of their shingles in
   common, 98.6 % meet. */
#define SKETCH_BAND_ROWS 3u
#define SKETCH_BANDS (SKETCH_ROWS / SKETCH_BAND_ROWS)

/*
 * Of shorter texts (in words) only exact copies are found, since so few runs
 * of words say little; of longer ones (in folded bytes), too, so that no step
 * between two keys takes long.
 */
#define SKETCH_WORDS_MIN 20u
#define SKETCH_NBYTES_MAX ((size_t)64 << 10)

/* A row is never 0 but in a sketch that is none. */
struct sketch {
	uint8_t rows[SKETCH_ROWS];
};

/* Scratch. Zero is the empty one; release it with VEC_RELEASE. */
struct shingle_vec {
	uint64_t *at;
	size_t count, capacity;
};

/* The sketch of a folded text; none where that is too short or too long. */
void sketch_make(struct sketch *sketch, const char *folded, size_t nbytes,
	struct shingle_vec *shingles);

static inline bool
sketch_is_none(const struct sketch *sketch)
{
	return sketch->rows[0] == 0;
}

/* The three rows of BAND as a number under 1 << 24. */
static inline uint32_t
sketch_band(const struct sketch *sketch, unsigned band)
{
	const uint8_t *row = &sketch->rows[band * SKETCH_BAND_ROWS];

	return (uint32_t)row[0] << 16 | (uint32_t)row[1] << 8 | row[2];
}

/* How many rows are equal. */
unsigned sketch_equal_rows(const struct sketch *a, const struct sketch *b);

#endif
