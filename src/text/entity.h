#ifndef TEXT_ENTITY_H
#define TEXT_ENTITY_H

/* Character references that an export left undecoded (HTML 4 names). */

#include <stddef.h>
#include <stdint.h>

/*
 * The reference at S (NBYTES bytes, s[0] == '&') into *CP. Returns its length
 * with the semicolon, or 0 where there is none: an unknown name, or a number
 * that is no scalar value. The character still has to pass text/clean.
 *
 * What was encoded twice (&amp;quot;) is resolved twice: in exports that is a
 * mistake, and far more frequent than an article about HTML. Without a
 * semicolon only amp, lt, gt, quot and nbsp are references, before anything
 * but a letter, a digit or = (nbsp: before anything), and decimal numbers of
 * two digits or more that are no controls and not cut (&#39s).
 */
size_t entity_decode(const char *s, size_t nbytes, uint32_t *cp);

#endif
