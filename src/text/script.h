#ifndef TEXT_SCRIPT_H
#define TEXT_SCRIPT_H

/*
 * Scripts, and the words of those that are written with an alphabet and by
 * many languages: the letters of a word as text/language compares them.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum script {
	SCRIPT_NONE,
	/* These are told into languages by their words. */
	SCRIPT_LATIN, SCRIPT_CYRILLIC, SCRIPT_ARABIC,
	SCRIPT_HEBREW, SCRIPT_GREEK, SCRIPT_DEVANAGARI, SCRIPT_THAI,
	/* A character of these is a word, or nearly so. */
	SCRIPT_HAN, SCRIPT_KANA, SCRIPT_HANGUL,
	SCRIPT_COUNT
};

#define SCRIPT_WORDS_COUNT (SCRIPT_ARABIC + 1)

enum script script_of(uint32_t cp);

/* Of a longer word the rest is passed over. */
#define SCRIPT_LETTERS_MAX 32

struct script_word {
	enum script script;
	bool is_capital;		/* it starts with one */
	unsigned nletters;
	/*
	 * In lower case and composed; of the Arabic script without its
	 * vowel signs, and with a zero width non-joiner as a letter.
	 */
	uint16_t letters[SCRIPT_LETTERS_MAX];
};

/*
 * Reads the word at the start of the clean text [s, end), s < end, and returns
 * its end. At a letter of another script and at what is no letter it reads
 * that character alone, with its script and no letters.
 */
const char *script_word_read(struct script_word *word, const char *s,
	const char *end);

#endif
