#ifndef MODEL_GUESS_INSIDE_H
#define MODEL_GUESS_INSIDE_H

/*
 * What the parts of model/guess share: a text as one encoding reads it, cut
 * into words, and what a family of languages makes of it. For guess*.c only.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What speaks for and against an encoding. */
struct verdict {
	unsigned ngood, nbad;	/* words, or characters of Chinese */
	unsigned ntypical;	/* of the good ones, those that are frequent,
				   as far as they were counted */
	bool is_strong;		/* enough to believe it */
};

/* Whether so much speaks against it that the rest need not be read. */
static inline bool
is_refuted(struct verdict verdict)
{
	return verdict.nbad > 16 && verdict.nbad > verdict.ngood;
}

/* The words of a text one after another. */
struct guess_words {
	const uint32_t *cps;	/* the text */
	size_t ncps;
	size_t start, end;	/* of the word at hand, in CPS */
	bool has_high;		/* it is not all ASCII */
	unsigned nodd;		/* met so far: signs that texts do not have */
};

/* The next word; false: there is none. Starts with END at 0. */
bool guess_words_next(struct guess_words *words);

/* A word as UTF-8, ASCII in lower case, long ones cut; returns its bytes. */
#define WORD_NBYTES_MAX 24
size_t guess_words_spell(const struct guess_words *words,
	char spelled[WORD_NBYTES_MAX]);

struct verdict guess_vietnamese(const uint32_t *cps, size_t ncps);
struct verdict guess_arabic(const uint32_t *cps, size_t ncps);
struct verdict guess_western(const uint32_t *cps, size_t ncps);
struct verdict guess_chinese(const unsigned char *bytes, size_t nbytes);

#endif
