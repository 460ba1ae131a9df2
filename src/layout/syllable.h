#ifndef LAYOUT_SYLLABLE_H
#define LAYOUT_SYLLABLE_H

/*
 * Scripts that put no blank between words: Thai, Lao, Khmer, Myanmar. Their
 * words are not known here, but a good deal of where a syllable starts is.
 * And those of India, which have blanks, but no word of which may be cut
 * where a virama joins two letters.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Whether CP is a character of one of them. */
bool syllable_has(uint32_t cp);

/*
 * Whether a syllable surely, or nearly so, starts with character I > 0 of the
 * NCPS: never before a vowel or mark that follows its letter, never after a
 * vowel that comes before its letter.
 */
bool syllable_starts(const uint32_t *cps, size_t ncps, size_t i);

/*
 * Whether character I belongs to what comes before it, even behind a blank:
 * the signs of repetition, and of abbreviation where no word follows.
 */
bool syllable_is_tail(const uint32_t *cps, size_t ncps, size_t i);

#endif
