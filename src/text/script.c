#include <config.h>

#include "text/script.h"

#include <unictype.h>
#include <uninorm.h>

#include "text/range.h"
#include "text/utf8.h"

/* The most frequent first. */
static const struct {
	struct char_range range;
	enum script script;
} scripts[] = {
	{ { 0x00C0, 0x024F }, SCRIPT_LATIN },
	{ { 0x1E00, 0x1EFF }, SCRIPT_LATIN },
	{ { 0x0620, 0x064A }, SCRIPT_ARABIC },
	{ { 0x0671, 0x06D3 }, SCRIPT_ARABIC },
	{ { 0x0400, 0x052F }, SCRIPT_CYRILLIC },
	{ { 0x0370, 0x03FF }, SCRIPT_GREEK },
	{ { 0x05D0, 0x05EA }, SCRIPT_HEBREW },
	{ { 0x0900, 0x097F }, SCRIPT_DEVANAGARI },
	{ { 0x0E01, 0x0E5B }, SCRIPT_THAI },
	{ { 0x4E00, 0x9FFF }, SCRIPT_HAN },
	{ { 0x3041, 0x30FF }, SCRIPT_KANA },
	{ { 0xAC00, 0xD7A3 }, SCRIPT_HANGUL },
	{ { 0x1100, 0x11FF }, SCRIPT_HANGUL },
	{ { 0x1F00, 0x1FFF }, SCRIPT_GREEK },
	{ { 0x06D5, 0x06D5 }, SCRIPT_ARABIC },
	{ { 0x06EE, 0x06EF }, SCRIPT_ARABIC },
	{ { 0x06FA, 0x06FF }, SCRIPT_ARABIC },
	{ { 0x0750, 0x077F }, SCRIPT_ARABIC },
	{ { 0xFB1D, 0xFB4F }, SCRIPT_HEBREW },
	{ { 0xFB50, 0xFDFF }, SCRIPT_ARABIC },
	{ { 0xFE70, 0xFEFC }, SCRIPT_ARABIC },
	{ { 0x3400, 0x4DBF }, SCRIPT_HAN },
};

enum script
script_of(uint32_t cp)
{
	if (cp < 0x80)
		return (cp | 0x20) - 'a' < 26 ? SCRIPT_LATIN : SCRIPT_NONE;
	for (size_t i = 0; i < sizeof(scripts) / sizeof(scripts[0]); i++) {
		if (cp - scripts[i].range.first <=
			scripts[i].range.last - scripts[i].range.first)
			return scripts[i].script;
	}
	return SCRIPT_NONE;
}

static uint32_t
latin_lower(uint32_t cp)
{
	if (cp < 0xDF)
		return cp | 0x20;
	if (cp == 0x0130)
		return 'i';
	/* Pairs of an odd and an even letter. */
	if ((cp >= 0x0139 && cp <= 0x0148) || (cp >= 0x0179 && cp <= 0x017E)
		|| (cp >= 0x01AF && cp <= 0x01B0))
		return cp + (cp & 1);
	/* And of an even and an odd one. */
	if ((cp >= 0x0100 && cp <= 0x0177) || (cp >= 0x01A0 && cp <= 0x01A5)
		|| (cp >= 0x0200 && cp <= 0x0233) || cp >= 0x1E00)
		return cp | 1;
	return cp;
}

/* In the form that folding of case gives it, as far as words go. */
static uint32_t
lower(enum script script, uint32_t cp)
{
	if (script == SCRIPT_LATIN)
		return latin_lower(cp);
	if (script != SCRIPT_CYRILLIC)
		return cp;
	if (cp < 0x0430)
		return cp < 0x0410 ? cp + 0x50 : cp + 0x20;
	return cp >= 0x0460 ? cp | 1 : cp;
}

static bool
is_mark(uint32_t cp)
{
	return (cp >= 0x0300 && cp <= 0x036F) || (cp >= 0x064B && cp <= 0x065F)
		|| cp == 0x0670 || cp == 0x0640;
}

#define ZERO_WIDTH_NON_JOINER 0x200C

static void
add_letter(struct script_word *word, uint32_t cp)
{
	if (word->nletters < SCRIPT_LETTERS_MAX)
		word->letters[word->nletters++] = (uint16_t)cp;
}

/* A mark joins its letter where both together are one, else it is dropped. */
static void
add_mark(struct script_word *word, uint32_t mark)
{
	uint16_t *last = word->letters + word->nletters - 1;
	uint32_t both;

	if (word->nletters == 0)
		return;
	both = uc_composition(*last, mark);
	if (both > 0 && both <= UINT16_MAX)
		*last = (uint16_t)both;
}

/* The letters that a presentation form stands for. */
static void
add_form(struct script_word *word, uint32_t cp)
{
	ucs4_t letters[UC_DECOMPOSITION_MAX_LENGTH];
	int tag, count = uc_decomposition(cp, &tag, letters);

	for (int i = 0; i < count; i++)
		if (script_of(letters[i]) == SCRIPT_ARABIC)
			add_letter(word, letters[i]);
}

/* Adds CP, which is beyond ASCII; false: it ends the word. */
static bool
add_char(struct script_word *word, uint32_t cp)
{
	enum script script;

	if (is_mark(cp)) {
		add_mark(word, cp);
		return true;
	}
	if (cp == ZERO_WIDTH_NON_JOINER && word->script == SCRIPT_ARABIC) {
		add_letter(word, cp);
		return true;
	}
	script = script_of(cp);
	if (script != word->script)
		return false;
	if (cp >= 0xFB50)
		add_form(word, cp);
	else
		add_letter(word, lower(script, cp));
	return true;
}

/* Reads the letters of ASCII at S and returns their end. */
static const char *
read_plain(struct script_word *word, const char *s, const char *end)
{
	unsigned count = word->nletters;

	for (; s < end; s++) {
		unsigned letter = (unsigned char)*s | 0x20u;

		if (letter - 'a' >= 26)
			break;
		if (count < SCRIPT_LETTERS_MAX)
			word->letters[count++] = (uint16_t)letter;
	}
	word->nletters = count;
	return s;
}

const char *
script_word_read(struct script_word *word, const char *s, const char *end)
{
	uint32_t cp;
	size_t step = utf8_next(s, &cp);

	word->script = script_of(cp);
	word->nletters = 0;
	word->is_capital = false;
	if (word->script == SCRIPT_NONE || word->script > SCRIPT_ARABIC)
		return s + step;
	word->is_capital = lower(word->script, cp) != cp;
	while (s < end) {
		if ((unsigned char)*s < 0x80) {
			const char *start = s;

			if (word->script == SCRIPT_LATIN)
				s = read_plain(word, s, end);
			if (s == start)
				break;
			continue;
		}
		step = utf8_next(s, &cp);
		if (!add_char(word, cp))
			break;
		s += step;
	}
	return s;
}
