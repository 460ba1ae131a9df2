#include <config.h>

#include "layout/tailor_blank.h"

#include <stdbool.h>
#include <string.h>

#include "layout/tailor_chars.h"
#include "layout/tailor_words.h"

/* No label of an item, "12." or a dash, has more, nor a title. */
#define LABEL_CPS 3
#define TITLE_CPS 8

/* Blanks, with the text around them. */
struct gap {
	const uint32_t *cps;
	size_t ncps;
	size_t start;	/* no later than the word before them */
	size_t end;	/* of that word: where they begin */
	size_t next;	/* what comes behind them */
};

/* Where the letters before END begin, but not before START. */
static size_t
word_start(const uint32_t *cps, size_t start, size_t end)
{
	while (end > start && char_is_letter(cps[end - 1]))
		end--;
	return end;
}

static bool
is_dash(uint32_t cp)
{
	return cp == '-' || (cp >= 0x2010 && cp <= 0x2015) || cp == 0x2212;
}

static bool
is_bullet(uint32_t cp)
{
	return is_dash(cp) || cp == '*' || cp == '+' || cp == 0xB7
		|| cp == 0x2022 || cp == 0x2023 || cp == 0x25AA
		|| cp == 0x25CF || cp == 0x25E6;
}

/* Currency signs and the like, which stand on either side of a number. */
static bool
is_number_sign(uint32_t cp)
{
	return cp == '$' || (cp >= 0xA2 && cp <= 0xA5)
		|| (cp >= 0x20A0 && cp <= 0x20CF);
}

static bool
is_percent(uint32_t cp)
{
	return cp == '%' || cp == 0x066A || cp == 0x2030
		|| cp == 0x2032 || cp == 0x2033 || cp == 0x2103
		|| cp == 0x2109;
}

static size_t
ndigits_from(const struct gap *gap, size_t i)
{
	size_t first = i;

	while (i < gap->ncps && i < first + 4 && char_is_digit(gap->cps[i]))
		i++;
	return i - first;
}

/* "10 000": up to three digits and just three more. */
static bool
is_digit_group(const struct gap *gap)
{
	size_t start = gap->end;
	uint32_t before;

	while (start > 0 && gap->end - start < 4
			&& char_is_digit(gap->cps[start - 1]))
		start--;
	before = start > 0 ? gap->cps[start - 1] : ' ';
	return gap->end - start < 4 && ndigits_from(gap, gap->next) == 3
		&& (char_is_blank(before) || is_number_sign(before));
}

/* Where the unit ends that comes behind a number, else 0. */
static size_t
unit_end(const struct gap *gap)
{
	size_t i = gap->next, count;
	uint32_t next = gap->cps[i];

	if (char_is_digit(next))
		return is_digit_group(gap) ? i + 1 : 0;
	if (is_number_sign(next))
		return ndigits_from(gap, i + 1) == 0 ? i + 1 : 0;
	if (is_percent(next))
		return i + 1;
	count = words_match(WORDS_AFTER_NUMBER, gap->cps + i, gap->ncps - i);
	return count > 0 ? i + count : 0;
}

static bool
is_name(uint32_t cp)
{
	return char_is_upper(cp) || char_is_caseless(cp);
}

/*
 * "No. 5", "Jan. 9", "USD 5": a word that is no such without its full stop
 * has a capital.
 */
static bool
is_before_number(const struct gap *gap)
{
	uint32_t before = gap->cps[gap->end - 1];
	bool has_stop = before == '.';
	size_t start, end = gap->end - has_stop;

	if (is_number_sign(before) || before == 0x2116 || before == 0xA7
			|| before == '#')
		return true;
	start = word_start(gap->cps, gap->start, end);
	if (start == end || !(has_stop || is_name(gap->cps[start])))
		return false;
	return words_have(WORDS_BEFORE_NUMBER, gap->cps + start, end - start)
		|| (ndigits_from(gap, gap->next) <= 2
		&& words_have(WORDS_BEFORE_DAY, gap->cps + start,
			end - start));
}

/* "Mr. Fox", "J. R. Fox", "z. B.": behind a full stop. */
static bool
is_before_name(const struct gap *gap)
{
	const uint32_t *cps = gap->cps;
	size_t i = gap->next, end = gap->end - 1;
	size_t start = word_start(cps, gap->start, end);
	size_t count = end - start;

	if (count == 0 || count > TITLE_CPS || !char_is_letter(cps[i]))
		return false;
	if (start > 0 && cps[start - 1] == '.')		/* "U.S." */
		return false;
	if (start > 1 && char_is_digit(cps[start - 2]))	/* "5 ft." */
		return false;
	if (count == 1 && i + 1 < gap->ncps && cps[i + 1] == '.')
		return true;
	if (!is_name(cps[i]))
		return false;
	return (count == 1 && is_name(cps[start]))
		|| words_have(WORDS_BEFORE_NAME, cps + start, count);
}

/* As the second letter of a title is that is written without a full stop. */
static bool
is_consonant(uint32_t cp)
{
	return cp < 0x80 && strchr("aeiouy", (int)char_lower(cp)) == NULL;
}

/* Two words: Arabic "and" written apart; "Mr Fox", "TP Vinh". */
static bool
is_word_pair(const struct gap *gap)
{
	const uint32_t *cps = gap->cps;
	size_t count = gap->end - gap->start;

	if (cps[gap->end - 1] == 0x0648)
		return count == 1 || !char_is_letter(cps[gap->end - 2]);
	return char_is_upper(cps[gap->next]) && count > 1 && count <= 4
		&& char_is_upper(cps[gap->start])
		&& is_consonant(cps[gap->start + 1])
		&& words_have(WORDS_BEFORE_NAME, cps + gap->start, count);
}

/* The dash, the bullet or the number that an item begins with. */
static bool
is_label(const struct gap *gap)
{
	const uint32_t *cps = gap->cps;
	size_t end = gap->end;

	if (gap->start > 0 || end > LABEL_CPS)
		return false;
	return end == 1 ? is_bullet(cps[0])
		: (cps[end - 1] == '.' || cps[end - 1] == ')')
			&& (char_is_digit(cps[end - 2]) || (end == 2
			&& cps[1] == ')' && char_is_letter(cps[0])));
}

/*
 * Before what is next, behind blanks: dashes between words, an ellipsis, a
 * closing quote.
 */
static bool
is_never_first(const struct gap *gap)
{
	uint32_t next = gap->cps[gap->next];
	uint32_t after = gap->next + 1 < gap->ncps
		? gap->cps[gap->next + 1] : ' ';

	if (is_dash(next))
		return char_is_blank(after);
	if (next == 0x2026 || next == 0xBB || next == 0x203A || next == 0x201D)
		return !char_is_letter(after) && !char_is_digit(after);
	return false;
}

/* An opening quote that blanks surround, as the French do. */
static bool
is_never_last(const struct gap *gap)
{
	uint32_t before = gap->cps[gap->end - 1];

	return (before == 0xAB || before == 0x2039 || before == 0x201C
		|| before == 0x201E)
		&& (gap->end == 1 || char_is_blank(gap->cps[gap->end - 2]));
}

size_t
blank_hold(const uint32_t *cps, size_t ncps, size_t start, size_t i)
{
	struct gap gap = { cps, ncps, start, i - 1, i };
	uint32_t before, next = cps[i];
	bool is_held;

	while (gap.end > start && char_is_blank(cps[gap.end - 1]))
		gap.end--;
	/* Between two blanks a line may have ended, too. */
	if (gap.end == start)
		return 0;
	before = cps[gap.end - 1];
	if (char_is_letter(before) && char_is_letter(next))
		is_held = is_word_pair(&gap);
	else if (is_label(&gap) || is_never_first(&gap))
		is_held = true;
	else if (char_is_digit(before))
		return unit_end(&gap);
	else if (char_is_digit(next))
		is_held = is_before_number(&gap);
	else
		is_held = (before == '.' && is_before_name(&gap))
			|| is_never_last(&gap);
	return is_held ? i + 1 : 0;
}
