#include <config.h>

#include "text/trigrams.h"

#include <assert.h>

#include "text/trigrams_table.h"
#include "text/word.h"

/* A byte holds the steps of so many trigrams. */
#define RUN_MAX 17
#define STEPS_MASK (WORD_ONES * (TRIGRAM_STEPS - 1))
#define EVEN_MASK 0x00FF00FF00FF00FFu

/* For a constant NFORMS, which the compiler unrolls. */
static inline void
add_rows(struct trigram_sums *sums, const struct script_word *word,
	const char *cells, size_t nforms)
{
	uint32_t hashes[SCRIPT_LETTERS_MAX];
	unsigned count = trigram_hashes(word, hashes), i = 0;

	while (i < count) {
		unsigned end = count - i < RUN_MAX ? count : i + RUN_MAX;
		uint64_t steps[TRIGRAM_FORMS_MAX / 8] = { 0 };

		for (; i < end; i++) {
			const char *row = cells
				+ (hashes[i] >> TRIGRAM_ROW_SHIFT) * nforms;

			for (size_t j = 0; j < nforms / 8; j++)
				steps[j] += word_load(row + 8 * j)
					& STEPS_MASK;
		}
		for (size_t j = 0; j < nforms / 8; j++) {
			sums->even[j] += steps[j] & EVEN_MASK;
			sums->odd[j] += steps[j] >> 8 & EVEN_MASK;
		}
	}
	sums->count += count;
}

static void
add_steps(struct trigram_sums *sums, size_t form, uint64_t steps)
{
	uint64_t *eight = form % 2 == 0 ? &sums->even[form / 8]
		: &sums->odd[form / 8];

	*eight += steps << form % 8 / 2 * 16;
}

void
trigrams_add(struct trigram_sums *sums, const struct script_word *word)
{
	assert(word->script < SCRIPT_WORDS_COUNT && word->nletters > 0);
	assert(sums->count <= TRIGRAMS_MAX);
	if (word->script == SCRIPT_LATIN)
		add_rows(sums, word, *latin_cells, TRIGRAM_FORMS_MAX);
	else
		add_rows(sums, word, word->script == SCRIPT_CYRILLIC
			? *cyrillic_cells : *arabic_cells, TRIGRAM_FORMS_FEW);
}

void
trigrams_add_word(struct trigram_sums *sums, const struct script_word *word)
{
	uint32_t hash = trigram_word_hash(word);
	uint32_t slot = hash >> TRIGRAM_WORD_SHIFT;

	for (; words[slot].steps > 0; slot = (slot + 1) % TRIGRAM_WORDS) {
		if (words[slot].check == (uint16_t)hash) {
			add_steps(sums, words[slot].form, words[slot].steps);
			return;
		}
	}
}
