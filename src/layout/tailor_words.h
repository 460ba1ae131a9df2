#ifndef LAYOUT_TAILOR_WORDS_H
#define LAYOUT_TAILOR_WORDS_H

/*
 * The words that a number or a name is not parted from, in the languages of
 * the archive. Case does not matter, spelling does.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum word_list {
	WORDS_AFTER_NUMBER,	/* km, million */
	WORDS_BEFORE_NUMBER,	/* No */
	WORDS_BEFORE_DAY,	/* Jan */
	WORDS_BEFORE_NAME,	/* Mr, Gen */
	WORDS_DOMAIN,		/* com, vn */
	WORDS_COUNT
};

/* Whether the word of COUNT characters is in LIST. */
bool words_have(enum word_list list, const uint32_t *cps, size_t count);

/*
 * How many of the NCPS characters belong to a word, or to two with blanks
 * between, that they begin with and LIST has; 0: none.
 */
size_t words_match(enum word_list list, const uint32_t *cps, size_t ncps);

#endif
