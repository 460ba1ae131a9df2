#include <config.h>

#include "model/guess_inside.h"

#include <string.h>

/*
 * The words that texts in Arabic, Persian and Urdu are full of, as code page
 * 1256 can write them.
 */
static const char *const frequent[] = {
	"في", "من", "على", "إلى", "الى", "عن", "أن", "ان", "إن", "التي",
	"الذي", "هذا", "هذه", "ذلك", "مع", "ما", "لا", "لم", "كان", "كانت",
	"قد", "بين", "بعد", "قبل", "كما", "أو", "هو", "هي", "كل", "خلال",
	"حتى", "عام", "قال", "وقال", "غير", "ثم",
	"و", "در", "به", "از", "كه", "که", "را", "با", "اين", "آن", "است",
	"براي", "يك", "شد", "بود", "تا", "هم", "خود", "مي", "نمي", "هاي",
	"هر", "يا", "شده", "بر", "نيست", "کند", "يک",
	"کے", "کی", "کا", "کو", "میں", "سے", "نے", "اور", "ہے", "ہیں", "پر",
	"اس", "يہ", "ہيں", "ميں", "كے", "كى", "كا", "كو",
};

static bool
is_frequent(const struct guess_words *words)
{
	char spelled[WORD_NBYTES_MAX];

	guess_words_spell(words, spelled);
	for (size_t i = 0; i < sizeof(frequent) / sizeof(*frequent); i++)
		if (strcmp(frequent[i], spelled) == 0)
			return true;
	return false;
}

/* The article, with what is written before it in one word. */
static bool
has_article(const struct guess_words *words)
{
	const uint32_t *cps = words->cps + words->start;
	size_t ncps = words->end - words->start;

	/* Waw, beh, kaf, feh; lam itself takes the alef's place. */
	if (ncps > 4 && (cps[0] == 0x648 || cps[0] == 0x628
			|| cps[0] == 0x643 || cps[0] == 0x641))
		cps++, ncps--;
	return ncps > 3 && (cps[0] == 0x627 || cps[0] == 0x644)
		&& cps[1] == 0x644;
}

static bool
is_arabic(const struct guess_words *words)
{
	for (size_t i = words->start; i < words->end; i++)
		if (words->cps[i] < 0x621 || words->cps[i] > 0x6D5)
			return false;
	return words->end - words->start <= 20;
}

struct verdict
guess_arabic(const uint32_t *cps, size_t ncps)
{
	struct guess_words words = { .cps = cps, .ncps = ncps };
	struct verdict verdict = { 0 };

	while (guess_words_next(&words)) {
		if (!words.has_high)
			continue;
		if (!is_arabic(&words)) {
			verdict.nbad++;
			if (is_refuted(verdict))
				break;
			continue;
		}
		verdict.ngood++;
		verdict.ntypical += has_article(&words) || is_frequent(&words);
	}
	verdict.nbad += words.nodd;
	verdict.is_strong = verdict.ngood >= 4
		&& 8 * verdict.nbad <= verdict.ngood
		&& verdict.ntypical >= 2
		&& 6 * verdict.ntypical >= verdict.ngood;
	return verdict;
}
