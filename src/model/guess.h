#ifndef MODEL_GUESS_H
#define MODEL_GUESS_H

/*
 * Which encoding bytes are in that carry no mark and are not UTF-8, by what
 * they would say: words that could be Vietnamese syllables, the words that
 * every Arabic, Persian, Urdu or Western European text is full of, the most
 * frequent characters of Chinese. Says nothing where the evidence is not
 * strong: bytes shown as unknown can be looked into, wrong letters mislead.
 */

#include <stdbool.h>
#include <stddef.h>

#include "model/decode.h"

/*
 * False: no strong evidence. Reads a few KiB at most of the NBYTES bytes,
 * those around the bytes that are not ASCII, but scans for these.
 */
bool guess_encoding(const char *bytes, size_t nbytes,
	enum encoding *encoding);

/* Whether it is UTF-16 without a mark: every second byte is NUL or nearly. */
bool guess_wide(const char *bytes, size_t nbytes, enum encoding *encoding);

#endif
