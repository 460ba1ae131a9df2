#ifndef TEXT_TRIGRAMS_H
#define TEXT_TRIGRAMS_H

/*
 * How likely each language is by the trigrams of letters: for each script a
 * table that tests/tools/gen-language makes, with a row for each trigram
 * (several share one) and a column for each form of a language. A cell is a
 * logarithm of the probability in 16 steps, so what fits is a sum. And frequent
 * words that one language has and its neighbours have not, with the steps that
 * they are worth.
 */

#include <stddef.h>
#include <stdint.h>

#include "text/language.h"
#include "text/script.h"

/* The columns are padded with ones that nothing fits. */
#define TRIGRAM_FORMS_MAX 32
#define TRIGRAM_FORMS_FEW 8

#define TRIGRAM_ROWS_LOG 13
#define TRIGRAM_ROWS (1u << TRIGRAM_ROWS_LOG)

/* The low bits of a cell are its steps, 0 to 15: tables are strings. */
#define TRIGRAM_ZERO '@'
#define TRIGRAM_STEPS 16

/* Of each form of a language that may be in a script; Unknown: padding. */
extern const unsigned char trigram_forms[SCRIPT_WORDS_COUNT]
	[TRIGRAM_FORMS_MAX];

/*
 * Words by their hash: in slot `hash >> TRIGRAM_WORD_SHIFT` or the next free
 * ones after it; no steps: free.
 */
struct trigram_word {
	uint16_t check;			/* the low bits of the hash */
	unsigned char form, steps;
};

#define TRIGRAM_WORDS_LOG 12
#define TRIGRAM_WORDS (1u << TRIGRAM_WORDS_LOG)
#define TRIGRAM_WORD_SHIFT (32 - TRIGRAM_WORDS_LOG)

/* Of eight forms in a row the even and the odd ones, 16 bits for each. */
struct trigram_sums {
	uint64_t even[TRIGRAM_FORMS_MAX / 8], odd[TRIGRAM_FORMS_MAX / 8];
	unsigned count;		/* of trigrams; at most TRIGRAMS_MAX */
};

#define TRIGRAMS_MAX 3000u	/* a word may be worth as much again */

/* The steps of a form, all together. */
static inline unsigned
trigram_sum(const struct trigram_sums *sums, size_t form)
{
	uint64_t eight = form % 2 == 0 ? sums->even[form / 8]
		: sums->odd[form / 8];

	return (unsigned)(eight >> form % 8 / 2 * 16) & 0xFFFF;
}

/*
 * The hashes of a word's trigrams, whose upper bits are their rows; returns
 * how many.
 */
static inline unsigned
trigram_hashes(const struct script_word *word,
	uint32_t hashes[SCRIPT_LETTERS_MAX])
{
	uint32_t trigram = word->letters[0] & 0x3FF;

	for (unsigned i = 1; i < word->nletters; i++) {
		trigram = (trigram << 10 | (word->letters[i] & 0x3FF))
			& 0x3FFFFFFF;
		hashes[i - 1] = trigram * 0x9E3779B1u;
	}
	/* The last one ends with a blank, as the first began with one. */
	hashes[word->nletters - 1] = (trigram << 10 & 0x3FFFFFFF)
		* 0x9E3779B1u;
	return word->nletters;
}

#define TRIGRAM_ROW_SHIFT (32 - TRIGRAM_ROWS_LOG)

static inline uint32_t
trigram_word_hash(const struct script_word *word)
{
	uint32_t hash = word->script;

	for (unsigned i = 0; i < word->nletters; i++)
		hash = (hash ^ word->letters[i]) * 0x01000193u;
	return hash * 0x9E3779B1u;
}

/* Adds what the trigrams of a word say; it has letters. */
void trigrams_add(struct trigram_sums *sums, const struct script_word *word);

/* Adds what it says itself, if it is one of the frequent words. */
void trigrams_add_word(struct trigram_sums *sums,
	const struct script_word *word);

#endif
