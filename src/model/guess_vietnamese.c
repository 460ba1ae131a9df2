#include <config.h>

#include "model/guess_inside.h"

#include <string.h>

/*
 * A Vietnamese syllable is one of few beginnings, one of few groups of vowels
 * with at most one tone, and one of few endings. Here it is spelled in ASCII:
 * the vowels with a sign of their own are A (ă), B (â), E (ê), O (ô), Q (ơ)
 * and U (ư), đ is D, and the tone stands apart.
 */
#define SYLLABLE_LETTERS_MAX 8

/* Enough of them. */
#define TYPICAL_MAX 16

enum tone {
	TONE_NONE, TONE_GRAVE, TONE_ACUTE, TONE_HOOK, TONE_TILDE, TONE_DOT,
	TONE_COUNT
};

struct syllable {
	char letters[SYLLABLE_LETTERS_MAX + 1];
	size_t nletters;
	enum tone tone;
};

/* By vowel, with the tones in the order of the enum; small letters. */
static const struct {
	char letter;
	uint16_t cps[TONE_COUNT];
} vowels[] = {
	{ 'a', { 'a', 0xE0, 0xE1, 0x1EA3, 0xE3, 0x1EA1 } },
	{ 'A', { 0x103, 0x1EB1, 0x1EAF, 0x1EB3, 0x1EB5, 0x1EB7 } },
	{ 'B', { 0xE2, 0x1EA7, 0x1EA5, 0x1EA9, 0x1EAB, 0x1EAD } },
	{ 'e', { 'e', 0xE8, 0xE9, 0x1EBB, 0x1EBD, 0x1EB9 } },
	{ 'E', { 0xEA, 0x1EC1, 0x1EBF, 0x1EC3, 0x1EC5, 0x1EC7 } },
	{ 'i', { 'i', 0xEC, 0xED, 0x1EC9, 0x129, 0x1ECB } },
	{ 'o', { 'o', 0xF2, 0xF3, 0x1ECF, 0xF5, 0x1ECD } },
	{ 'O', { 0xF4, 0x1ED3, 0x1ED1, 0x1ED5, 0x1ED7, 0x1ED9 } },
	{ 'Q', { 0x1A1, 0x1EDD, 0x1EDB, 0x1EDF, 0x1EE1, 0x1EE3 } },
	{ 'u', { 'u', 0xF9, 0xFA, 0x1EE7, 0x169, 0x1EE5 } },
	{ 'U', { 0x1B0, 0x1EEB, 0x1EE9, 0x1EED, 0x1EEF, 0x1EF1 } },
	{ 'y', { 'y', 0x1EF3, 0xFD, 0x1EF7, 0x1EF9, 0x1EF5 } },
};

/* Each between blanks. */
static const char beginnings[] = "  b c ch d D g gh gi h k kh l m n ng ngh nh "
	"p ph qu r s t th tr v x ";
static const char middles[] = " a A B e E i o O Q u U y ai ao au ay Bu By eo "
	"Eu ia iE iu oa oA oe oi oo Oi Qi ua uB uE ui uO uQ uy Ua Ui UQ Uu yE "
	"iEu oai oao oay oeo uai uao uay uBy uOi uya uyE uyu UQi UQu yEu ";
static const char endings[] = "  c ch m n ng nh p t ";

/* The tones of windows-1258, which stand behind the vowel. */
static enum tone
tone_of_mark(uint32_t cp)
{
	switch (cp) {
	case 0x300: return TONE_GRAVE;
	case 0x301: return TONE_ACUTE;
	case 0x309: return TONE_HOOK;
	case 0x303: return TONE_TILDE;
	case 0x323: return TONE_DOT;
	default: return TONE_NONE;
	}
}

static uint32_t
small_letter(uint32_t cp)
{
	if ((cp >= 'A' && cp <= 'Z') || (cp >= 0xC0 && cp <= 0xDE))
		return cp + 0x20;
	if (cp == 0x1AF)
		return 0x1B0;
	if ((cp >= 0x1EA0 || (cp >= 0x100 && cp < 0x180) || cp == 0x1A0)
		&& cp % 2 == 0)
		return cp + 1;
	return cp;
}

/* The vowel that CP, no ASCII, is; NUL: none. */
static char
vowel_of(uint32_t cp, enum tone *tone)
{
	cp = small_letter(cp);
	for (size_t v = 0; v < sizeof(vowels) / sizeof(*vowels); v++)
		for (int t = 0; t < TONE_COUNT; t++)
			if (vowels[v].cps[t] == cp) {
				*tone = (enum tone)t;
				return vowels[v].letter;
			}
	return '\0';
}

/* Spells CP; false: no Vietnamese letter, or a second tone. */
static bool
add_letter(struct syllable *syllable, uint32_t cp)
{
	enum tone tone = tone_of_mark(cp);
	char letter = '\0';

	if (cp < 0x80)
		letter = (char)small_letter(cp);
	else if (cp == 0x111 || cp == 0x110)
		letter = 'D';
	else if (tone == TONE_NONE)
		letter = vowel_of(cp, &tone);
	if (letter == '\0' && tone == TONE_NONE)
		return false;
	if (tone != TONE_NONE && syllable->tone != TONE_NONE)
		return false;
	if (tone != TONE_NONE)
		syllable->tone = tone;
	if (letter != '\0' && syllable->nletters == SYLLABLE_LETTERS_MAX)
		return false;
	if (letter != '\0')
		syllable->letters[syllable->nletters++] = letter;
	return true;
}

static bool
is_listed(const char *list, const char *part, size_t nletters)
{
	char wanted[SYLLABLE_LETTERS_MAX + 3] = " ";

	memcpy(wanted + 1, part, nletters);
	wanted[nletters + 1] = ' ';
	return strstr(list, wanted) != NULL;
}

/* Where the vowels begin: u after q, and i after g before another. */
static size_t
beginning_of(const char *letters)
{
	static const char vowel_letters[] = "aABeEioOQuUy";
	size_t end = strcspn(letters, vowel_letters);

	if (end != 1)
		return end;
	if (letters[0] == 'q' && letters[1] == 'u')
		return 2;
	if (letters[0] == 'g' && letters[1] == 'i' && letters[2] != '\0'
		&& strchr(vowel_letters, letters[2]) != NULL)
		return 2;
	return end;
}

static bool
is_possible(const struct syllable *syllable)
{
	const char *letters = syllable->letters;
	size_t start = beginning_of(letters);
	size_t end = start + strspn(letters + start, "aABeEioOQuUy");
	const char *ending = letters + end;
	bool is_stopped;

	if (end == start || !is_listed(beginnings, letters, start)
		|| !is_listed(middles, letters + start, end - start)
		|| !is_listed(endings, ending, strlen(ending)))
		return false;
	is_stopped = strchr("cpt", *ending) != NULL && *ending != '\0';
	return !is_stopped || syllable->tone == TONE_ACUTE
		|| syllable->tone == TONE_DOT;
}

static bool
is_syllable(const struct guess_words *words)
{
	struct syllable syllable = { .nletters = 0 };

	for (size_t i = words->start; i < words->end; i++)
		if (!add_letter(&syllable, words->cps[i]))
			return false;
	return is_possible(&syllable);
}

/* Tones that stand alone do not make two letters of one. */
static bool
is_single_letter(const struct guess_words *words)
{
	size_t nletters = 0;

	for (size_t i = words->start; i < words->end; i++)
		nletters += tone_of_mark(words->cps[i]) == TONE_NONE;
	return nletters <= 1;
}

/* Composed, as most of the encodings have them. */
static bool
is_frequent(const struct guess_words *words)
{
	static const char list[] = " bị các còn có của cũng được đã đến để đó "
		"không là lại một này người những như nước năm sẽ số thể theo "
		"tại từ và vào về việc với ";
	char spelled[WORD_NBYTES_MAX + 2] = " ";
	size_t nbytes = guess_words_spell(words, spelled + 1);

	spelled[nbytes + 1] = ' ';
	return strstr(list, spelled) != NULL;
}

struct verdict
guess_vietnamese(const uint32_t *cps, size_t ncps)
{
	struct guess_words words = { .cps = cps, .ncps = ncps };
	struct verdict verdict = { 0 };
	unsigned nwords = 0;

	for (; guess_words_next(&words); nwords++) {
		/* A quotation mark of elsewhere could be a word of a letter. */
		if (!words.has_high || is_single_letter(&words))
			continue;
		if (!is_syllable(&words)) {
			verdict.nbad++;
			if (is_refuted(verdict))
				break;
			continue;
		}
		verdict.ngood++;
		if (verdict.ntypical < TYPICAL_MAX)
			verdict.ntypical += is_frequent(&words);
	}
	verdict.nbad += words.nodd;
	/* "Più" and "là" could be Vietnamese, but there are no more of them. */
	verdict.is_strong = verdict.ngood >= 4
		&& 5 * verdict.nbad <= verdict.ngood
		&& 6 * verdict.ngood >= nwords;
	return verdict;
}
