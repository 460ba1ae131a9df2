#ifndef MODEL_FINGERPRINT_H
#define MODEL_FINGERPRINT_H

/*
 * An article's identity: 64 bits over the letters and digits of its clean
 * text, so that it survives moves, renames and changes of blanks and
 * punctuation. FROZEN: what counts as a letter is a table of code point
 * ranges in this module, never the Unicode version of a library.
 */

#include <stddef.h>
#include <stdint.h>

uint64_t fingerprint_of(const char *text, size_t nbytes);

#endif
