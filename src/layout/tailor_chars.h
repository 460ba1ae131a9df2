#ifndef LAYOUT_TAILOR_CHARS_H
#define LAYOUT_TAILOR_CHARS_H

/*
 * What tailoring has to know of a character: as little as its rules can do
 * with, told from code points alone.
 */

#include <stdbool.h>
#include <stdint.h>

static inline bool
char_is_blank(uint32_t cp)
{
	return cp == ' ' || cp == '\t' || (cp >= 0x2000 && cp <= 0x200A)
		|| cp == 0x205F || cp == 0x3000;
}

static inline bool
char_is_digit(uint32_t cp)
{
	return cp - '0' < 10 || cp - 0x0660 < 10 || cp - 0x06F0 < 10;
}

/* Arabic punctuation and digits, which stand among its letters. */
static inline bool
char_is_arabic_sign(uint32_t cp)
{
	return (cp >= 0x0600 && cp <= 0x060F) || cp - 0x061B < 5
		|| (cp >= 0x0660 && cp <= 0x066D) || cp == 0x06D4
		|| cp - 0x06F0 < 10;
}

/* A letter of the scripts that have words with blanks between, or a mark. */
static inline bool
char_is_letter(uint32_t cp)
{
	if (cp < 0x80)
		return (cp | 0x20) - 'a' < 26;
	if (cp < 0xC0)
		return cp == 0xB5;
	return cp < 0x2000 && cp != 0xD7 && cp != 0xF7
		&& !(cp < 0x0700 && char_is_arabic_sign(cp));
}

/* A letter of Hebrew or Arabic script: neither upper nor lower case. */
static inline bool
char_is_caseless(uint32_t cp)
{
	return cp >= 0x0590 && cp < 0x0900 && char_is_letter(cp);
}

/* The lower case of Latin, Vietnamese and Russian letters. */
static inline uint32_t
char_lower(uint32_t cp)
{
	if (cp < 0x80)
		return cp - 'A' < 26 ? cp + 0x20 : cp;
	if ((cp >= 0xC0 && cp <= 0xDE && cp != 0xD7)
			|| (cp >= 0x0410 && cp <= 0x042F))
		return cp + 0x20;
	if (cp == 0x01AF)
		return cp + 1;
	if ((cp >= 0x0100 && cp <= 0x0137) || cp == 0x0168 || cp == 0x01A0
			|| (cp >= 0x1E00 && cp <= 0x1EFF))
		return cp | 1;
	return cp;
}

static inline bool
char_is_upper(uint32_t cp)
{
	return char_lower(cp) != cp;
}

#endif
