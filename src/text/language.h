#ifndef TEXT_LANGUAGE_H
#define TEXT_LANGUAGE_H

/*
 * Language and script of a text, and the direction that goes with it. Scripts
 * that one language writes tell it; Latin, Cyrillic and Arabic text is told by
 * the trigrams of its letters (text/trigrams), capitalized words counting
 * less, for they are names. Nothing is guessed on thin evidence, nor across
 * scripts.
 */

#include <stdbool.h>
#include <stddef.h>

enum language {
	LANGUAGE_UNKNOWN,
	LANGUAGE_VI, LANGUAGE_EN, LANGUAGE_AR,
	LANGUAGE_FA, LANGUAGE_UR, LANGUAGE_HE,
	LANGUAGE_RU, LANGUAGE_EL, LANGUAGE_HI, LANGUAGE_TH,
	LANGUAGE_ZH, LANGUAGE_JA, LANGUAGE_KO,
	LANGUAGE_BE, LANGUAGE_BG, LANGUAGE_CA, LANGUAGE_CKB, LANGUAGE_CS,
	LANGUAGE_DA, LANGUAGE_DE, LANGUAGE_ES, LANGUAGE_ET, LANGUAGE_EU,
	LANGUAGE_FI, LANGUAGE_FR, LANGUAGE_HR, LANGUAGE_HU, LANGUAGE_ID,
	LANGUAGE_IT, LANGUAGE_KK, LANGUAGE_KU, LANGUAGE_LT, LANGUAGE_LV,
	LANGUAGE_MK, LANGUAGE_MS, LANGUAGE_NB, LANGUAGE_NL, LANGUAGE_PL,
	LANGUAGE_PS, LANGUAGE_PT, LANGUAGE_RO, LANGUAGE_SK, LANGUAGE_SL,
	LANGUAGE_SQ, LANGUAGE_SR, LANGUAGE_SV, LANGUAGE_SW, LANGUAGE_TR,
	LANGUAGE_UG, LANGUAGE_UK,
	LANGUAGE_COUNT
};

/* The BCP 47 tag ("vi"); NULL for LANGUAGE_UNKNOWN. */
const char *language_tag(enum language language);

/* Whether it is written from right to left. */
bool language_is_rtl(enum language language);

/*
 * The language of clean text. Looks at half a KiB at most, and of a longer
 * text at four short pieces of the first 4 KiB, so the cost is bounded.
 */
enum language language_of(const char *s, size_t nbytes);

/*
 * The language of a paragraph of an article in language PRIOR, which it is
 * taken for unless it clearly is another's: PRIOR where a few letters or
 * names in its script are all there is. Costs as much.
 */
enum language language_of_part(const char *s, size_t nbytes,
	enum language prior);

/*
 * Whether the first strong character of clean text is right-to-left (UAX #9
 * P2: isolates are skipped); FALLBACK where there is none.
 */
bool text_is_rtl(const char *s, size_t nbytes, bool fallback);

#endif
