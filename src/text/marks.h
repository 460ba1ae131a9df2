#ifndef TEXT_MARKS_H
#define TEXT_MARKS_H

/*
 * The marks that folding drops from Latin letters, as sets of bits: a mark
 * that was typed in a query must be in the text, one that was not typed is
 * free. Vietnamese tones belong to the syllable (hoà is hòa), the other marks
 * to their letter.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum mark {
	/* Tones: compared over the syllable. */
	MARK_GRAVE = 1 << 0,
	MARK_ACUTE = 1 << 1,
	MARK_HOOK = 1 << 2,
	MARK_TILDE = 1 << 3,
	MARK_DOT_BELOW = 1 << 4,
	/* Marks of the letter itself. */
	MARK_CIRCUMFLEX = 1 << 5,
	MARK_BREVE = 1 << 6,
	MARK_HORN = 1 << 7,
	MARK_STROKE = 1 << 8,	/* đ, ø, ł, ħ */
	MARK_DIAERESIS = 1 << 9,
	MARK_RING = 1 << 10,
	MARK_CARON = 1 << 11,
	MARK_CEDILLA = 1 << 12,	/* and ogonek */
	MARK_MACRON = 1 << 13,
	MARK_OTHER = 1 << 14,
};

#define MARKS_TONES \
	(MARK_GRAVE | MARK_ACUTE | MARK_HOOK | MARK_TILDE | MARK_DOT_BELOW)

/*
 * The marks of CP: of a precomposed Latin letter, or of the combining mark
 * itself; 0 for everything else.
 */
unsigned marks_of(uint32_t cp);
/* The marks on the characters of S, all together. */
unsigned marks_in(const char *s, size_t nbytes);

/* Whether CP is a letter of the Latin script. */
bool is_latin_letter(uint32_t cp);

#endif
