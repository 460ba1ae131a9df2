#include <config.h>

#include "layout/tailor.h"

#include <stdbool.h>

#include "text/word.h"
#include "layout/breaks.h"
#include "layout/syllable.h"
#include "layout/tailor_blank.h"
#include "layout/tailor_chars.h"
#include "layout/tailor_quote.h"
#include "layout/tailor_token.h"

#define ARABIC_COMMA 0x060Cu
#define ARABIC_WAW 0x0648u

/* A word of so many characters may be wider than a line. */
#define LONG_CPS 16

struct pass {
	const uint32_t *cps;
	size_t ncps;
	uint8_t *breaks;
	size_t nbreaks;		/* at most ncps */
	size_t start;		/* the last break or cut */
	size_t token;		/* up to here it is known: no link */
	size_t phrase;		/* up to here a unit goes on */
};

/* Digits and letters of full width, which are ideographs to UAX #14. */
static bool
is_wide_alnum(uint32_t cp)
{
	return cp - 0xFF10 < 10 || cp - 0xFF21 < 26 || cp - 0xFF41 < 26;
}

/* What counts in Chinese, Japanese and Korean: year, month, ten thousand. */
static bool
is_cjk_unit(uint32_t cp)
{
	switch (cp) {
	case 0x4E07: case 0x4E2A: case 0x4EBA: case 0x4EBF: case 0x500B:
	case 0x5104: case 0x5143: case 0x5146: case 0x5186: case 0x5206:
	case 0x540D: case 0x5713: case 0x5C81: case 0x5E74: case 0x5EA6:
	case 0x65E5: case 0x65F6: case 0x6642: case 0x6708: case 0x6B21:
	case 0x6B73: case 0x70B9: case 0x79D2: case 0x7C73: case 0x842C:
	case 0xAC1C: case 0xB144: case 0xB9CC: case 0xBA85: case 0xBD84:
	case 0xC2DC: case 0xC5B5: case 0xC6D0: case 0xC6D4: case 0xC77C:
	case 0xC870: case 0xCD08:
		return true;
	default:
		return false;
	}
}

static bool
is_glued_cjk(uint32_t before, uint32_t next)
{
	bool is_number = char_is_digit(before) || before - 0xFF10 < 10;

	if (is_wide_alnum(before) && is_wide_alnum(next))
		return true;
	if (is_number && is_cjk_unit(next))
		return true;
	return (before == 0x7B2C || before == 0xC81C)
		&& (char_is_digit(next) || next - 0xFF10 < 10);
}

/* Whether the word from START to END is nothing but a word. */
static bool
is_plain_word(const uint32_t *cps, size_t start, size_t end)
{
	while (start < end && cps[start] < 0x0E00 && char_is_letter(cps[start]))
		start++;
	return end - start <= 2;	/* a comma and a blank */
}

/* Where a long word may be cut between two syllables. */
static void
cut_word(struct pass *pass, size_t start, size_t end)
{
	for (size_t i = start + 1; i < end; i++) {
		if (syllable_has(pass->cps[i])
			&& syllable_starts(pass->cps, pass->ncps, i))
			pass->breaks[i] = LINE_BREAK_CUT;
	}
}

/*
 * Marks the link that begins in the word from START to END, if there is one;
 * returns where that ends, else END.
 */
static size_t
mark_link(struct pass *pass, size_t start, size_t end)
{
	size_t link_end;

	while (start < end && token_end(pass->cps, start + 1, start) == start)
		start++;
	if (start == end || start < pass->token)
		return end;
	link_end = token_end(pass->cps, pass->ncps, start);
	pass->token = link_end;
	if (!token_is_link(pass->cps, start, link_end))
		return end;
	token_mark_link(pass->cps, start, link_end, pass->nbreaks,
		pass->breaks);
	if (link_end > pass->nbreaks)
		link_end = pass->nbreaks;
	return link_end > end ? link_end : end;
}

/* Most breaks of Chinese and its neighbours are between two such characters. */
static bool
is_plain_cjk(const struct pass *pass, size_t i)
{
	const uint32_t first = 0x3001, last = 0xFEFF;

	return i < pass->ncps && i - pass->start < LONG_CPS
		&& pass->cps[i] - first <= last - first
		&& pass->cps[i - 1] - first <= last - first;
}

/* A letter of Latin, Vietnamese, Cyrillic, Hebrew or Arabic script. */
static inline bool
is_plain_letter(uint32_t cp)
{
	return (cp | 0x20) - 'a' < 26
		|| (cp >= 0xC0 && (cp < 0x0900 || cp - 0x1E00 < 0x100)
		&& char_is_letter(cp));
}

/* One of the letters that Arabic itself is written with. */
static inline bool
is_arabic_letter(uint32_t cp)
{
	return cp - 0x0621 <= 0x064A - 0x0621;
}

/*
 * Most breaks are behind one blank between two short words that have nothing
 * to do with all this: the next one starts with a letter, and they are not a
 * title and a name.
 */
static inline bool
is_plain_gap(const struct pass *pass, size_t i)
{
	const uint32_t *cps = pass->cps;
	uint32_t before, next;

	if (i < 2 || i >= pass->ncps || cps[i - 1] != ' '
			|| i - pass->start >= LONG_CPS || i < pass->phrase)
		return false;
	before = cps[i - 2];
	next = cps[i];
	if (is_arabic_letter(before) && is_arabic_letter(next))
		return before != ARABIC_WAW;
	if (!is_plain_letter(next))
		return false;
	if (before == ',' || before == ARABIC_COMMA)
		return cps[pass->start] < 0x0900;
	return is_plain_letter(before) && before != ARABIC_WAW
		&& (next - 'a' < 26 || char_is_caseless(next)
		|| !char_is_upper(next)
		|| !char_is_upper(cps[pass->start]));
}

static void
decide(struct pass *pass, size_t i)
{
	uint32_t before = pass->cps[i - 1], next = pass->cps[i];
	bool is_kept;

	if (i >= pass->phrase && char_is_blank(before))
		pass->phrase = blank_hold(pass->cps, pass->ncps, pass->start,
			i);
	is_kept = i >= pass->phrase
		&& !syllable_is_tail(pass->cps, pass->ncps, i)
		&& (char_is_blank(before)
		|| (token_may_break(pass->cps, pass->ncps, i)
		&& !is_glued_cjk(before, next)));
	if (!is_kept)
		pass->breaks[i] = LINE_BREAK_CUT;
}

/* The next place from I on where a line may end, or the end of them. */
static size_t
next_break(const struct pass *pass, size_t i)
{
	const char *at = (const char *)pass->breaks;

	for (; i + WORD_NBYTES <= pass->nbreaks; i += WORD_NBYTES) {
		uint64_t word = word_load(at + i);

		if (word != 0)
			return i + word_first(word);
	}
	while (i < pass->nbreaks && at[i] == LINE_BREAK_NO)
		i++;
	return i;
}

/* Whether a word begins with syllables, a mark or two before them. */
static bool
has_syllables(const struct pass *pass, size_t start, size_t end)
{
	size_t last = start + 2 < end ? start + 2 : end - 1;

	for (size_t i = start; i <= last; i++)
		if (syllable_has(pass->cps[i]))
			return true;
	return false;
}

/*
 * Looks for links and the like in the word that ends before I, or at least
 * does not go on there; returns where that ends, if it is after I.
 */
static size_t
look_inside(struct pass *pass, size_t i)
{
	const uint32_t *cps = pass->cps;
	bool is_long = i - pass->start >= LONG_CPS
		&& !is_plain_word(cps, pass->start, i);
	bool is_open = i < pass->nbreaks && !char_is_blank(cps[i - 1]);

	if (is_long || is_open)
		i = mark_link(pass, pass->start, i);
	if (is_long || has_syllables(pass, pass->start, i))
		cut_word(pass, pass->start, i);
	return i;
}

void
tailor_breaks(const uint32_t *cps, size_t ncps, size_t nbreaks,
	uint8_t *breaks)
{
	struct pass pass = { .cps = cps, .ncps = ncps, .breaks = breaks,
		.nbreaks = nbreaks };
	size_t i = 0;

	quote_breaks(cps, ncps, nbreaks, breaks);
	while (i < nbreaks) {
		i = next_break(&pass, i + 1);
		if (is_plain_gap(&pass, i) || is_plain_cjk(&pass, i)) {
			pass.start = i;
			continue;
		}
		i = look_inside(&pass, i);
		if (i < nbreaks && breaks[i] != LINE_BREAK_NO) {
			decide(&pass, i);
			pass.start = i;
		}
	}
}
