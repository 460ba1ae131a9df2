#include <config.h>

#include "model/alike.h"

#include <string.h>

#include "base/buf.h"
#include "text/fold.h"
#include "text/utf8.h"
#include "model/article.h"
#include "model/name.h"

/* So many words in order are no chance. */
#define CHANCE_WORDS 5u

/* Fewer numbers, or names, that differ say nothing. */
#define NUMBERS_MIN 2u
#define NUMBERS_MANY 3u
#define NAMES_MIN 3u
/* So much oftener than words do numbers or names differ in what is a form. */
#define FORM_FACTOR 2u

/* Whether what stands before byte OFF of a text ends a sentence. */
static bool
is_sentence_start(const char *text, uint32_t off)
{
	static const char passed[] = " \"'([\xC2\xAB\xE2\x80\x98\x9C";

	while (off > 0 && strchr(passed, text[off - 1]) != NULL)
		off--;
	return off == 0 || strchr("\n.!?:", text[off - 1]) != NULL;
}

/* Which words are names; by the text, since folding takes capitals away. */
static void
find_names(struct alike_text *text, const struct article *article)
{
	struct buf folded = BUF_INIT;
	struct fold_map map = { 0 };

	if (text->has_names)
		return;
	fold_text_map(article->text, article->nbytes, &folded, &map);
	for (size_t i = 0; i < text->count; i++) {
		struct alike_word *word = &text->at[i];
		uint32_t off = map.at[word->off].start, cp;

		utf8_next(article->text + off, &cp);
		word->is_name = is_capital(cp)
			&& !is_sentence_start(article->text, off);
	}
	text->has_names = true;
	fold_map_release(&map);
	buf_release(&folded);
}

/*
 * What of a text differs: words, and those of a kind; a number counts once,
 * whatever is in it.
 */
struct tally {
	size_t words, differ;
	size_t numbers, numbers_differ;
	size_t names, names_differ;
};

/* Adds the word at *I, or the number that begins there, and passes it. */
static void
tally_word(struct tally *tally, const struct alike_text *text, size_t *i)
{
	const struct alike_word *word = &text->at[*i];
	bool differs = !word->is_held;

	for (++*i; *i < text->count && text->at[*i].is_part; ++*i)
		differs |= !text->at[*i].is_held;
	tally->words++;
	tally->differ += differs;
	tally->numbers += word->is_number;
	tally->numbers_differ += word->is_number && differs;
	tally->names += word->is_name;
	tally->names_differ += word->is_name && differs;
}

static struct tally
tally_of(const struct alike_text *text)
{
	struct tally tally = { 0 };

	for (size_t i = 0; i < text->count;)
		tally_word(&tally, text, &i);
	return tally;
}

static bool
has_other_numbers(const struct tally *tally)
{
	if (2 * tally->numbers_differ > tally->differ
		&& tally->numbers_differ >= NUMBERS_MANY)
		return true;
	return 2 * tally->numbers_differ > tally->numbers
		&& (tally->numbers_differ >= NUMBERS_MIN
			|| tally->numbers_differ == tally->differ);
}

static bool
has_other_names(const struct tally *tally)
{
	return 5 * tally->names_differ > 2 * tally->names
		&& tally->names_differ >= NAMES_MIN;
}

/*
 * How many words from *I on differ, two characters being one; *I is put
 * behind them.
 */
static size_t
skip_differing(const struct alike_text *text, size_t *i)
{
	size_t halves = 0;

	for (; *i < text->count && !text->at[*i].is_held; ++*i)
		halves += text->at[*i].is_char ? 1 : 2;
	return halves / 2;
}

/* How many words from *I and *J on are held in both, which go behind them. */
static size_t
skip_held(const struct alike_text *a, size_t *i, const struct alike_text *b,
	size_t *j)
{
	size_t first = *i;

	for (; *i < a->count && a->at[*i].is_held && *j < b->count
		&& b->at[*j].is_held; ++*i)
		++*j;
	return *i - first;
}

/*
 * Whether a whole paragraph of one stands where the other has another; a few
 * words that they share there are chance.
 */
static bool
has_other_block(const struct alike_text *a, const struct alike_text *b)
{
	size_t words_a = 0, words_b = 0, held;

	for (size_t i = 0, j = 0; i < a->count || j < b->count;) {
		words_a += skip_differing(a, &i);
		words_b += skip_differing(b, &j);
		if (words_a >= ALIKE_BLOCK_WORDS
			&& words_b >= ALIKE_BLOCK_WORDS)
			return true;
		held = skip_held(a, &i, b, &j);
		if (held >= CHANCE_WORDS)
			words_a = words_b = 0;
		else if (held == 0)
			break;
	}
	return false;
}

/* Of two texts, as far as alike_compare has come. */
static void
tally_both(struct tally tallies[2], struct alike_text *a,
	const struct article *article_a, struct alike_text *b,
	const struct article *article_b)
{
	find_names(a, article_a);
	find_names(b, article_b);
	tallies[0] = tally_of(a);
	tallies[1] = tally_of(b);
}

/* Whether the numbers of both are other ones, or the names. */
static bool
are_others(const struct tally tallies[2])
{
	return (has_other_numbers(&tallies[0])
			&& has_other_numbers(&tallies[1]))
		|| (has_other_names(&tallies[0])
			&& has_other_names(&tallies[1]));
}

/*
 * Whether numbers, or names, differ much more than words do: by chance, as
 * where somebody has edited a text, they differ as often.
 */
static bool
is_form(const struct tally *tally)
{
	size_t words = tally->words, chance = FORM_FACTOR * tally->differ;

	return (has_other_numbers(tally)
			&& tally->numbers_differ * words
				>= tally->numbers * chance)
		|| (has_other_names(tally)
			&& tally->names_differ * words
				>= tally->names * chance);
}

bool
alike_is(struct alike *alike, struct alike_text *a,
	const struct article *article_a, struct alike_text *b,
	const struct article *article_b, unsigned *percent)
{
	struct tally tallies[2];

	*percent = alike_compare(alike, a, b);
	if (*percent < ALIKE_PERCENT || has_other_block(a, b))
		return false;
	tally_both(tallies, a, article_a, b, article_b);
	return !are_others(tallies);
}

bool
alike_is_form(struct alike *alike, struct alike_text *a,
	const struct article *article_a, struct alike_text *b,
	const struct article *article_b)
{
	struct tally tallies[2];

	alike_compare(alike, a, b);
	tally_both(tallies, a, article_a, b, article_b);
	return is_form(&tallies[0]) && is_form(&tallies[1]);
}
