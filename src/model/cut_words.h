#ifndef MODEL_CUT_WORDS_H
#define MODEL_CUT_WORDS_H

/*
 * Abbreviations behind which a full stop ends no sentence. Others may end one
 * (etc., Inc.): they are here, too, since a missed end costs nothing.
 */

#include <stdbool.h>
#include <stddef.h>

/*
 * Whether the word S, without its full stop, is one. Case matters as far as
 * it tells: "no." ends a sentence, "No. 5" does not.
 */
bool cut_words_have(const char *s, size_t nbytes);

#endif
