#ifndef TEXT_UTF8_H
#define TEXT_UTF8_H

/*
 * UTF-8 one character at a time. "Valid" is RFC 3629: no overlong form, no
 * surrogate, nothing over U+10FFFF.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define UTF8_BYTES_MAX 4
#define UTF8_REPLACEMENT 0xFFFDu

/*
 * The first character of the NBYTES > 0 bytes at S into *CP; returns its
 * length in bytes. An invalid sequence yields U+FFFD and the length of the
 * maximal ill-formed subpart (Unicode 3.9, table 3-8), at least 1.
 */
size_t utf8_decode(const char *s, size_t nbytes, uint32_t *cp);

/* The same, for text that is known to be valid (asserted only partly). */
size_t utf8_next(const char *s, uint32_t *cp);

/* Whether CP is a character at all: no surrogate, nothing over U+10FFFF. */
static inline bool
utf8_is_scalar(uint32_t cp)
{
	return cp <= 0x10FFFF && (cp < 0xD800 || cp > 0xDFFF);
}

/* Writes CP (a scalar value) to OUT; returns its length, 1 to 4. */
size_t utf8_encode(uint32_t cp, char out[UTF8_BYTES_MAX]);

/*
 * How many of the NBYTES bytes at S, from the start, are whole valid
 * characters.
 */
size_t utf8_valid_prefix(const char *s, size_t nbytes);

/* The start of the character before OFF > 0 in valid text S. */
size_t utf8_before(const char *s, size_t off);

#endif
