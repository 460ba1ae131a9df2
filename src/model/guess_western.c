#include <config.h>

#include "model/guess_inside.h"

#include <string.h>

#include "text/utf8.h"

/* Foreign names and loans have these. */
#define LOANS "éèêëçñüöäáíóàâïôåøúã"
#define FREQUENT_MAX 24
#define FREQUENT_LETTERS_MAX 6

/*
 * For each language the words that every text is full of, without those that
 * are not ASCII, and its small letters that are not.
 */
static const struct {
	const char *letters;
	const char *frequent[FREQUENT_MAX];
} languages[] = {
	{ LOANS, { "the", "of", "and", "to", "in", "is", "that", "for", "was",
		"with", "on", "as", "by", "at", "from", "it", "he", "his",
		"are", "have", "has", "said", "not", "be" } },
	{ "àâæçèéêëîïôœùûüÿ" "ñöá", { "le", "la", "les", "de", "des", "du",
		"et", "un", "une", "dans", "pour", "que", "qui", "sur", "est",
		"au", "aux", "par", "plus", "avec", "en", "il", "ne", "ce" } },
	{ "äöüß" "éèáç", { "der", "die", "das", "und", "den", "von", "zu",
		"mit", "ist", "dem", "ein", "eine", "auf", "nicht", "im",
		"des", "sich", "in", "es", "auch", "aus", "bei", "er", "an" } },
	{ "áéíñóúü" "ç", { "el", "la", "los", "las", "de", "que", "en", "un",
		"una", "por", "con", "del", "se", "para", "al", "es", "su",
		"lo", "como", "pero", "sus", "ha", "le", "no" } },
	{ "áâãàçéêíóôõúü", { "os", "as", "de", "que", "do", "da", "em", "um",
		"uma", "para", "com", "no", "na", "dos", "das", "por", "mais",
		"se", "ao", "foi", "como", "sua", "pelo", "pela" } },
	{ "àèéìíòóùúî", { "il", "lo", "la", "le", "di", "che", "un", "una",
		"per", "in", "con", "del", "della", "non", "si", "dei", "gli",
		"al", "da", "sono", "nel", "ha", "alla", "delle" } },
	{ "éëïóöüèêáíúç", { "de", "het", "een", "van", "en", "in", "op", "is",
		"dat", "te", "met", "voor", "niet", "zijn", "die", "aan",
		"er", "ook", "door", "bij", "om", "naar", "uit", "was" } },
	{ "åäöéüàæø", { "och", "att", "det", "som", "en", "av", "den", "med",
		"till", "ett", "om", "har", "de", "inte", "var", "men", "var",
		"kan", "hade", "efter", "under", "ut", "vid", "i" } },
	{ "åæøéöäüèò", { "og", "at", "det", "en", "den", "til", "er", "som",
		"af", "av", "for", "med", "der", "et", "ikke", "har", "de",
		"fra", "var", "om", "men", "ved", "han", "i" } },
	{ "äöåéüšž", { "ja", "on", "ei", "se", "oli", "ovat", "joka", "mutta",
		"kun", "niin", "kuin", "sen", "mukaan", "ole", "jo", "olisi",
		"ettei", "jos", "nyt", "vain", "tai", "ne", "kanssa" } },
};

#define LANGUAGES (sizeof(languages) / sizeof(*languages))

static bool
is_one_of(const char *spelled, const char *const *frequent)
{
	for (size_t i = 0; i < FREQUENT_MAX && frequent[i] != NULL; i++)
		if (*spelled == *frequent[i]
			&& strcmp(spelled, frequent[i]) == 0)
			return true;
	return false;
}

/* The language that most words are of; how many these are, and all. */
static size_t
choose_language(const uint32_t *cps, size_t ncps, unsigned *nfrequent,
	unsigned *nwords)
{
	struct guess_words words = { .cps = cps, .ncps = ncps };
	unsigned hits[LANGUAGES] = { 0 };
	size_t best = 0;

	for (*nwords = 0; guess_words_next(&words); (*nwords)++) {
		char spelled[WORD_NBYTES_MAX];

		if (words.has_high
			|| words.end - words.start > FREQUENT_LETTERS_MAX)
			continue;
		guess_words_spell(&words, spelled);
		for (size_t i = 0; i < LANGUAGES; i++)
			hits[i] += is_one_of(spelled, languages[i].frequent);
	}
	for (size_t i = 1; i < LANGUAGES; i++)
		if (hits[i] > hits[best])
			best = i;
	*nfrequent = hits[best];
	return best;
}

static bool
is_capital(uint32_t cp)
{
	return (cp >= 'A' && cp <= 'Z') || (cp >= 0xC0 && cp <= 0xDE)
		|| cp == 0x152 || cp == 0x160 || cp == 0x178 || cp == 0x17D;
}

static uint32_t
small_letter(uint32_t cp)
{
	if (!is_capital(cp))
		return cp;
	return cp == 0x178 ? 0xFF : cp >= 0x100 ? cp + 1 : cp + 0x20;
}

static bool
has_letter(const char *letters, uint32_t cp)
{
	for (uint32_t letter; *letters != '\0';) {
		letters += utf8_next(letters, &letter);
		if (letter == cp)
			return true;
	}
	return false;
}

/* Whether a word is one that the language with these LETTERS could write. */
static bool
is_possible(const struct guess_words *words, const char *letters)
{
	size_t nhigh = 0;

	for (size_t i = words->start; i < words->end; i++) {
		uint32_t cp = words->cps[i];

		if (cp < 0x80)
			continue;
		nhigh++;
		if (!has_letter(letters, small_letter(cp)))
			return false;
		/* A capital after a small letter is none. */
		if (is_capital(cp) && i > words->start
			&& !is_capital(words->cps[i - 1]))
			return false;
	}
	return 2 * nhigh <= words->end - words->start + 1;
}

/* Whether there are so many odd signs that no language need be looked for. */
static bool
is_too_odd(const uint32_t *cps, size_t ncps)
{
	struct guess_words words = { .cps = cps, .ncps = ncps };
	unsigned nhigh = 0;

	while (guess_words_next(&words))
		nhigh += words.has_high;
	return 10 * words.nodd > nhigh;
}

struct verdict
guess_western(const uint32_t *cps, size_t ncps)
{
	struct guess_words words = { .cps = cps, .ncps = ncps };
	struct verdict verdict = { 0 };
	unsigned nwords;
	size_t language;

	if (is_too_odd(cps, ncps))
		return verdict;
	language = choose_language(cps, ncps, &verdict.ntypical, &nwords);
	if (verdict.ntypical < 3 || 12 * verdict.ntypical < nwords
		|| nwords < 8)
		return verdict;
	while (guess_words_next(&words) && !is_refuted(verdict)) {
		if (!words.has_high)
			continue;
		if (is_possible(&words, languages[language].letters))
			verdict.ngood++;
		else
			verdict.nbad++;
	}
	verdict.nbad += words.nodd;
	/* A few words do not excuse one that is odd. */
	verdict.is_strong = 10 * verdict.nbad <= verdict.ngood;
	return verdict;
}
