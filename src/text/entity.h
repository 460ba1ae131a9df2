#ifndef TEXT_ENTITY_H
#define TEXT_ENTITY_H

/* Character references that an export left undecoded (HTML 4 names). */

#include <stddef.h>
#include <stdint.h>

/*
 * The reference at S (NBYTES bytes, s[0] == '&') into *CP. Returns its length
 * with the semicolon, or 0 where there is none: an unknown name, no
 * semicolon, or a number that is no scalar value. The character still has to
 * pass text/clean.
 */
size_t entity_decode(const char *s, size_t nbytes, uint32_t *cp);

#endif
