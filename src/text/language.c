#include <config.h>

#include "text/language.h"

#include <assert.h>
#include <stdint.h>

#include <unictype.h>

#include "text/frequent.h"
#include "text/range.h"
#include "text/utf8.h"

#define LOOK_NBYTES_MAX 4096
/* After this much the scan ends as soon as it has seen enough letters. */
#define LOOK_NBYTES_ENOUGH 1024
#define ENOUGH_LETTERS 400

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
	[LANGUAGE_KO] = { "ko", false },
};

/* --- letters --- */

enum script {
	SCRIPT_NONE,
	SCRIPT_LATIN, SCRIPT_ARABIC, SCRIPT_HEBREW, SCRIPT_CYRILLIC,
	SCRIPT_GREEK, SCRIPT_DEVANAGARI, SCRIPT_THAI, SCRIPT_HAN, SCRIPT_KANA,
	SCRIPT_HANGUL,
	SCRIPT_COUNT
};

static const struct {
	struct char_range range;
	enum script script;
} scripts[] = {
	{ { 0x0621, 0x064A }, SCRIPT_ARABIC },
	{ { 0x0671, 0x06D3 }, SCRIPT_ARABIC },
	{ { 0x0400, 0x052F }, SCRIPT_CYRILLIC },
	{ { 0x00C0, 0x024F }, SCRIPT_LATIN },
	{ { 0x1E00, 0x1EFF }, SCRIPT_LATIN },
	{ { 0x0370, 0x03FF }, SCRIPT_GREEK },
	{ { 0x05D0, 0x05EA }, SCRIPT_HEBREW },
	{ { 0x0900, 0x097F }, SCRIPT_DEVANAGARI },
	{ { 0x0E01, 0x0E5B }, SCRIPT_THAI },
	{ { 0x4E00, 0x9FFF }, SCRIPT_HAN },
	{ { 0x3041, 0x30FF }, SCRIPT_KANA },
	{ { 0xAC00, 0xD7A3 }, SCRIPT_HANGUL },
	{ { 0x1100, 0x11FF }, SCRIPT_HANGUL },
	{ { 0x1F00, 0x1FFF }, SCRIPT_GREEK },
	{ { 0xFB1D, 0xFB4F }, SCRIPT_HEBREW },
	{ { 0xFB50, 0xFDFF }, SCRIPT_ARABIC },
	{ { 0xFE70, 0xFEFC }, SCRIPT_ARABIC },
	{ { 0x3400, 0x4DBF }, SCRIPT_HAN },
};

static enum script
script_of(uint32_t cp)
{
	for (size_t i = 0; i < sizeof(scripts) / sizeof(scripts[0]); i++) {
		if (cp - scripts[i].range.first <=
			scripts[i].range.last - scripts[i].range.first)
			return scripts[i].script;
	}
	return SCRIPT_NONE;
}

/* Whether CP is one of â ê ô ă, or their marks. */
static bool
is_roofed(uint32_t cp)
{
	return cp == 0x0302 || cp == 0x0306 || cp == 0x00E2 || cp == 0x00C2 ||
		cp == 0x00EA || cp == 0x00CA || cp == 0x00F4 || cp == 0x00D4
		|| cp == 0x0102 || cp == 0x0103;
}

/*
 * Letters and marks that in practice only Vietnamese has: the hook, the horn,
 * the dot below, đ; a tone over a circumflex or breve, which is one letter, or
 * a mark after BEFORE.
 */
static bool
is_vietnamese(uint32_t before, uint32_t cp)
{
	if (cp >= 0x1EA0 && cp <= 0x1EF9)
		return true;
	if (cp == 0x0300 || cp == 0x0301 || cp == 0x0303)
		return is_roofed(before);
	return cp == 0x0110 || cp == 0x0111 || cp == 0x01A0 || cp == 0x01A1 ||
		cp == 0x01AF || cp == 0x01B0 || cp == 0x0309 || cp == 0x031B
		|| cp == 0x0323;
}

/* What Persian has and Arabic has not, and Urdu beyond that. */
static bool
is_persian(uint32_t cp)
{
	return cp == 0x067E || cp == 0x0686 || cp == 0x0698 || cp == 0x06A9
		|| cp == 0x06AF || cp == 0x06CC;
}

static bool
is_urdu(uint32_t cp)
{
	return cp == 0x0679 || cp == 0x0688 || cp == 0x0691 || cp == 0x06BA
		|| cp == 0x06BE || cp == 0x06C1 || cp == 0x06D2;
}

/* --- counting --- */

/* What a scan has seen. */
struct tally {
	size_t letters[SCRIPT_COUNT];
	size_t persian, urdu;		/* letters */
	size_t words;			/* Latin ones */
	size_t vietnamese_words;	/* with such a letter */
	size_t kinds[FREQUENT_COUNT];
};

static size_t
count_letters(const struct tally *tally)
{
	size_t count = 0;

	for (size_t i = SCRIPT_NONE + 1; i < SCRIPT_COUNT; i++)
		count += tally->letters[i];
	return count;
}

static void
count_char(struct tally *tally, uint32_t cp)
{
	enum script script = script_of(cp);

	tally->letters[script]++;
	if (script == SCRIPT_ARABIC && cp >= 0x0671) {
		tally->persian += is_persian(cp);
		tally->urdu += is_urdu(cp);
	}
}

static bool
is_ascii_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/*
 * Counts the Latin word at the start of [s, end), with the letters and marks
 * beyond ASCII in it, and returns its end.
 */
static const char *
count_word(struct tally *tally, const struct frequent_index *index,
	const char *s, const char *end)
{
	char letters[FREQUENT_LETTERS_MAX + 1] = { 0 };
	size_t nletters = 0;
	bool is_plain = true, is_marked = false;
	uint32_t cp = 0;

	while (s < end) {
		uint32_t before = cp;
		size_t step = 1;

		if (is_ascii_letter(*s)) {
			if (nletters < FREQUENT_LETTERS_MAX)
				letters[nletters] = (char)(*s | 0x20);
		} else if ((unsigned char)*s < 0xC3) {
			break;
		} else {
			step = utf8_next(s, &cp);
			if (script_of(cp) != SCRIPT_LATIN
				&& (cp < 0x0300 || cp > 0x036F))
				break;
			is_plain = false;
			is_marked |= is_vietnamese(before, cp);
		}
		nletters++;
		s += step;
	}
	tally->letters[SCRIPT_LATIN] += nletters;
	tally->words++;
	tally->vietnamese_words += is_marked;
	if (is_plain && nletters <= FREQUENT_LETTERS_MAX)
		tally->kinds[frequent_kind(index, letters)]++;
	return s;
}

static void
count_text(struct tally *tally, const char *s, size_t nbytes)
{
	const char *start = s, *end = s + nbytes;
	struct frequent_index index;

	frequent_index_init(&index);
	while (s < end) {
		uint32_t cp;
		size_t step;

		if (s - start >= LOOK_NBYTES_ENOUGH
			&& count_letters(tally) >= ENOUGH_LETTERS)
			break;
		if (is_ascii_letter(*s)) {
			s = count_word(tally, &index, s, end);
			continue;
		}
		if ((unsigned char)*s < 0x80) {
			s++;
			continue;
		}
		step = utf8_next(s, &cp);
		if (script_of(cp) == SCRIPT_LATIN) {
			s = count_word(tally, &index, s, end);
			continue;
		}
		count_char(tally, cp);
		s += step;
	}
}

/* --- deciding --- */

/*
 * A third of the words of Vietnamese has a letter of its own, half of
 * unmarked Vietnamese and of English is frequent words; a headline has less,
 * and an English article about Vietnam has names.
 */
static enum language
latin_language(const struct tally *tally)
{
	size_t en = tally->kinds[FREQUENT_EN], vi = tally->kinds[FREQUENT_VI];
	size_t other = tally->kinds[FREQUENT_OTHER];

	if (tally->vietnamese_words * 7 >= tally->words
		&& tally->vietnamese_words >= en)
		return LANGUAGE_VI;
	if (en * 10 >= tally->words && en > vi && en > other)
		return LANGUAGE_EN;
	if (vi * 7 >= tally->words && vi > en && vi > other)
		return LANGUAGE_VI;
	return LANGUAGE_UNKNOWN;
}

static enum language
arabic_language(const struct tally *tally)
{
	size_t letters = tally->letters[SCRIPT_ARABIC];

	if (tally->urdu * 33 >= letters)
		return LANGUAGE_UR;
	if (tally->persian * 25 >= letters)
		return LANGUAGE_FA;
	return LANGUAGE_AR;
}

static enum language
language_of_script(enum script script, const struct tally *tally)
{
	switch (script) {
	case SCRIPT_LATIN:
		return latin_language(tally);
	case SCRIPT_ARABIC:
		return arabic_language(tally);
	case SCRIPT_HAN:
	case SCRIPT_KANA:
		return tally->letters[SCRIPT_KANA] * 10 >=
			tally->letters[SCRIPT_HAN] ? LANGUAGE_JA : LANGUAGE_ZH;
	case SCRIPT_HEBREW:
		return LANGUAGE_HE;
	case SCRIPT_CYRILLIC:
		return LANGUAGE_RU;
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
language_of(const char *s, size_t nbytes)
{
	struct tally tally = { 0 };

	if (nbytes > LOOK_NBYTES_MAX)
		nbytes = utf8_before(s, LOOK_NBYTES_MAX + 1);
	count_text(&tally, s, nbytes);
	return language_of_script(main_script(&tally), &tally);
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
		return is_ascii_letter((char)cp);
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
