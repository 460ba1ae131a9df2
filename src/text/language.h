#ifndef TEXT_LANGUAGE_H
#define TEXT_LANGUAGE_H

/*
 * Language and script of a text, and the direction that goes with it. A small
 * guess by letters and frequent words, good for whole articles: Vietnamese,
 * English and Arabic are told with care, others by script.
 */

#include <stdbool.h>
#include <stddef.h>

enum language {
	LANGUAGE_UNKNOWN,
	LANGUAGE_VI, LANGUAGE_EN, LANGUAGE_AR,
	LANGUAGE_FA, LANGUAGE_UR, LANGUAGE_HE,
	LANGUAGE_RU, LANGUAGE_EL, LANGUAGE_HI, LANGUAGE_TH,
	LANGUAGE_ZH, LANGUAGE_JA, LANGUAGE_KO,
	LANGUAGE_COUNT
};

/* The BCP 47 tag ("vi"); NULL for LANGUAGE_UNKNOWN. */
const char *language_tag(enum language language);

/* Whether it is written from right to left. */
bool language_is_rtl(enum language language);

/*
 * The language of clean text. Looks at no more than the first 4 KiB, so the
 * cost is bounded.
 */
enum language language_of(const char *s, size_t nbytes);

/*
 * Whether the first strong character of clean text is right-to-left (UAX #9
 * P2: isolates are skipped); FALLBACK where there is none.
 */
bool text_is_rtl(const char *s, size_t nbytes, bool fallback);

#endif
