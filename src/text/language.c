#include <config.h>

#include "text/language.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>

#include <unictype.h>

#include "text/script.h"
#include "text/trigrams.h"
#include "text/utf8.h"

/*
 * What is looked at: a short text whole, of a longer one the start of each of
 * some stretches, for what comes first is often not the article.
 */
#define LOOK_NBYTES_MAX 4096
#define LOOK_NBYTES_WHOLE 512
#define LOOK_STRETCHES 4
#define LOOK_STRETCH_NBYTES 32

static const struct {
	const char *tag;
	bool is_rtl;
} languages[LANGUAGE_COUNT] = {
	[LANGUAGE_VI] = { "vi", false }, [LANGUAGE_EN] = { "en", false },
	[LANGUAGE_AR] = { "ar", true }, [LANGUAGE_FA] = { "fa", true },
	[LANGUAGE_UR] = { "ur", true }, [LANGUAGE_HE] = { "he", true },
	[LANGUAGE_RU] = { "ru", false }, [LANGUAGE_EL] = { "el", false },
	[LANGUAGE_HI] = { "hi", false }, [LANGUAGE_TH] = { "th", false },
	[LANGUAGE_ZH] = { "zh", false }, [LANGUAGE_JA] = { "ja", false },
	[LANGUAGE_KO] = { "ko", false }, [LANGUAGE_BE] = { "be", false },
	[LANGUAGE_BG] = { "bg", false }, [LANGUAGE_CA] = { "ca", false },
	[LANGUAGE_CKB] = { "ckb", true }, [LANGUAGE_CS] = { "cs", false },
	[LANGUAGE_DA] = { "da", false }, [LANGUAGE_DE] = { "de", false },
	[LANGUAGE_ES] = { "es", false }, [LANGUAGE_ET] = { "et", false },
	[LANGUAGE_EU] = { "eu", false }, [LANGUAGE_FI] = { "fi", false },
	[LANGUAGE_FR] = { "fr", false }, [LANGUAGE_HR] = { "hr", false },
	[LANGUAGE_HU] = { "hu", false }, [LANGUAGE_ID] = { "id", false },
	[LANGUAGE_IT] = { "it", false }, [LANGUAGE_KK] = { "kk", false },
	[LANGUAGE_KU] = { "ku", false }, [LANGUAGE_LT] = { "lt", false },
	[LANGUAGE_LV] = { "lv", false }, [LANGUAGE_MK] = { "mk", false },
	[LANGUAGE_MS] = { "ms", false }, [LANGUAGE_NB] = { "nb", false },
	[LANGUAGE_NL] = { "nl", false }, [LANGUAGE_PL] = { "pl", false },
	[LANGUAGE_PS] = { "ps", true }, [LANGUAGE_PT] = { "pt", false },
	[LANGUAGE_RO] = { "ro", false }, [LANGUAGE_SK] = { "sk", false },
	[LANGUAGE_SL] = { "sl", false }, [LANGUAGE_SQ] = { "sq", false },
	[LANGUAGE_SR] = { "sr", false }, [LANGUAGE_SV] = { "sv", false },
	[LANGUAGE_SW] = { "sw", false }, [LANGUAGE_TR] = { "tr", false },
	[LANGUAGE_UG] = { "ug", true }, [LANGUAGE_UK] = { "uk", false },
};

/* --- counting --- */

/* A word that short begins a sentence (The, Der, El) rather than a name. */
#define ARTICLE_LETTERS 3

/* What was seen. */
struct tally {
	size_t letters[SCRIPT_COUNT];
	struct trigram_sums words[SCRIPT_WORDS_COUNT];
	struct trigram_sums names[SCRIPT_WORDS_COUNT];	/* capitalized */
};

static bool
joins_names(char c)
{
	return c == '/' || c == '_' || c == '@' || c == '=';
}

/* Whether a word from START to END stands in an address, a path or the like. */
static bool
is_technical(const char *s, const char *start, const char *end,
	const char *limit)
{
	return (start > s && (start[-1] == '.' || joins_names(start[-1])))
		|| (end < limit && joins_names(*end))
		|| (limit - end > 1 && end[0] == ':' && end[1] == '/');
}

static void
count_stretch(struct tally *tally, const char *s, size_t nbytes)
{
	const char *start = s, *end = s + nbytes, *word_start;
	struct script_word word;

	while (s < end) {
		if ((unsigned char)*s < 'A') {
			s++;
			continue;
		}
		word_start = s;
		s = script_word_read(&word, s, end);
		if (word.nletters == 0) {
			tally->letters[word.script]++;
			continue;
		}
		tally->letters[word.script] += word.nletters;
		if (is_technical(start, word_start, s, end))
			continue;
		trigrams_add(word.is_capital && word.nletters > ARTICLE_LETTERS
			? &tally->names[word.script]
			: &tally->words[word.script], &word);
		trigrams_add_word(&tally->words[word.script], &word);
	}
}

/* The first blank from OFF on, or OFF where none is near. */
static size_t
next_blank(const char *s, size_t nbytes, size_t off)
{
	size_t limit = nbytes - off < 32 ? nbytes : off + 32;

	for (size_t i = off; i < limit; i++)
		if (s[i] == ' ' || s[i] == '\n')
			return i;
	while (off < nbytes && ((unsigned char)s[off] & 0xC0) == 0x80)
		off++;
	return off;
}

static void
count_text(struct tally *tally, const char *s, size_t nbytes)
{
	size_t step;

	memset(tally, 0, sizeof(*tally));
	if (nbytes <= LOOK_NBYTES_WHOLE) {
		count_stretch(tally, s, nbytes);
		return;
	}
	if (nbytes > LOOK_NBYTES_MAX)
		nbytes = LOOK_NBYTES_MAX;
	step = nbytes / LOOK_STRETCHES;
	for (size_t i = 0; i < LOOK_STRETCHES; i++) {
		size_t start = i == 0 ? 0 : next_blank(s, nbytes, i * step);
		size_t end = next_blank(s, nbytes,
			i * step + LOOK_STRETCH_NBYTES);

		if (start < end)
			count_stretch(tally, s + start, end - start);
	}
}

/* --- deciding --- */

/* Steps of the tables: one is half a natural logarithm. */
#define MARGIN_MIN 1		/* to be told */
#define MARGIN_MIN_SHORT 4	/* where there are few trigrams */
#define SHORT_TRIGRAMS 8
#define FIT_MIN 4		/* a trigram, on average */
#define LONG_TRIGRAMS 40
#define FIT_MIN_LONG 5		/* the same where there are many */
#define PRIOR_STEPS 16		/* what a prior is worth */
#define NAME_SHARE 4		/* names count this much less */

static unsigned
steps_of(const struct tally *tally, enum script script, size_t form)
{
	return trigram_sum(&tally->words[script], form)
		+ trigram_sum(&tally->names[script], form) / NAME_SHARE;
}

static unsigned
trigrams_of(const struct tally *tally, enum script script)
{
	return tally->words[script].count
		+ tally->names[script].count / NAME_SHARE;
}

/*
 * The language that fits best, if it does so clearly better than any other;
 * else PRIOR, if it may be in this script.
 */
static enum language
best_language(const struct tally *tally, enum script script,
	enum language prior)
{
	const unsigned char *forms = trigram_forms[script];
	enum language best = LANGUAGE_UNKNOWN, fallback = LANGUAGE_UNKNOWN;
	unsigned best_steps = 0, second_steps = 0;
	unsigned trigrams = trigrams_of(tally, script);

	for (size_t i = 0; i < TRIGRAM_FORMS_MAX && forms[i] != 0; i++) {
		unsigned steps = steps_of(tally, script, i);
		enum language language = (enum language)forms[i];

		if (language == prior) {
			steps += PRIOR_STEPS;
			fallback = prior;
		}
		if (steps > best_steps) {
			if (language != best)
				second_steps = best_steps;
			best = language;
			best_steps = steps;
		} else if (steps > second_steps && language != best) {
			second_steps = steps;
		}
	}
	if (best_steps < second_steps + (trigrams < SHORT_TRIGRAMS
			? MARGIN_MIN_SHORT : MARGIN_MIN))
		return fallback;
	return best_steps >= trigrams * (trigrams < LONG_TRIGRAMS ? FIT_MIN
		: FIT_MIN_LONG) ? best : fallback;
}

static enum language
language_of_script(enum script script, const struct tally *tally,
	enum language prior)
{
	switch (script) {
	case SCRIPT_LATIN:
	case SCRIPT_CYRILLIC:
	case SCRIPT_ARABIC:
		return best_language(tally, script, prior);
	case SCRIPT_HAN:
	case SCRIPT_KANA:
		return tally->letters[SCRIPT_KANA] * 10 >=
			tally->letters[SCRIPT_HAN] ? LANGUAGE_JA : LANGUAGE_ZH;
	case SCRIPT_HEBREW:
		return LANGUAGE_HE;
	case SCRIPT_GREEK:
		return LANGUAGE_EL;
	case SCRIPT_DEVANAGARI:
		return LANGUAGE_HI;
	case SCRIPT_THAI:
		return LANGUAGE_TH;
	case SCRIPT_HANGUL:
		return LANGUAGE_KO;
	case SCRIPT_NONE:
	case SCRIPT_COUNT:
		break;
	}
	return LANGUAGE_UNKNOWN;
}

/* The script of most letters; a Han, kana or Hangul character is a word. */
static enum script
main_script(const struct tally *tally)
{
	enum script most = SCRIPT_NONE;
	size_t most_weight = 0;

	for (enum script i = SCRIPT_LATIN; i < SCRIPT_COUNT; i++) {
		size_t weight = tally->letters[i] * (i >= SCRIPT_HAN ? 3 : 1);

		if (weight > most_weight) {
			most = i;
			most_weight = weight;
		}
	}
	return most;
}

enum language
language_of_part(const char *s, size_t nbytes, enum language prior)
{
	struct tally tally;

	count_text(&tally, s, nbytes);
	return language_of_script(main_script(&tally), &tally, prior);
}

enum language
language_of(const char *s, size_t nbytes)
{
	return language_of_part(s, nbytes, LANGUAGE_UNKNOWN);
}

const char *
language_tag(enum language language)
{
	assert(language < LANGUAGE_COUNT);
	return languages[language].tag;
}

bool
language_is_rtl(enum language language)
{
	assert(language < LANGUAGE_COUNT);
	return languages[language].is_rtl;
}

/* Whether CP is strong, and if so, whether right-to-left. */
static bool
is_strong(uint32_t cp, bool *is_rtl)
{
	int class;

	*is_rtl = false;
	if (cp < 0x80)
		return script_of(cp) == SCRIPT_LATIN;
	class = uc_bidi_class(cp);
	*is_rtl = class == UC_BIDI_R || class == UC_BIDI_AL;
	return *is_rtl || class == UC_BIDI_L;
}

bool
text_is_rtl(const char *s, size_t nbytes, bool fallback)
{
	size_t depth = 0;	/* of open isolates */

	for (size_t off = 0; off < nbytes;) {
		uint32_t cp;
		bool is_rtl;

		off += utf8_next(s + off, &cp);
		if (cp >= 0x2066 && cp <= 0x2068)
			depth++;
		else if (cp == 0x2069 && depth > 0)
			depth--;
		else if (cp == '\n')
			depth = 0;
		else if (depth == 0 && is_strong(cp, &is_rtl))
			return is_rtl;
	}
	return fallback;
}
