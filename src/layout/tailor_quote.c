#include <config.h>

#include "layout/tailor_quote.h"

#include <stdbool.h>

#include "layout/breaks.h"
#include "layout/tailor_chars.h"

/* So many characters are looked at together: most texts have few of these. */
#define CHUNK_CPS 16

#define ELLIPSIS 0x2026u

/* A bracket, a curly quotation mark, an ellipsis. */
static inline bool
is_wanted(uint32_t cp)
{
	return cp == '(' || cp == '[' || cp - 0x2018 < 6 || cp == ELLIPSIS;
}

static bool
is_quote(uint32_t cp)
{
	return cp == '"' || cp == '\'' || cp == 0xAB || cp == 0xBB
		|| cp - 0x2018 < 8 || cp == 0x2039 || cp == 0x203A;
}

static bool
is_han(uint32_t cp)
{
	return (cp >= 0x3400 && cp <= 0x9FFF) || cp - 0xF900 < 0x200
		|| (cp >= 0x20000 && cp < 0x40000);
}

/* Kana, and the punctuation that is as wide as a Chinese character. */
static bool
is_wide_sign(uint32_t cp)
{
	return (cp >= 0x3001 && cp <= 0x30FF) || cp - 0xFF01 <= 0x5D - 0x01;
}

static bool
is_wide_opener(uint32_t cp)
{
	return (cp >= 0x3008 && cp <= 0x3010 && cp % 2 == 0)
		|| (cp >= 0x3014 && cp <= 0x301A && cp % 2 == 0)
		|| cp == 0xFF08 || cp == 0xFF3B || cp == 0xFF5B;
}

static bool
is_cjk(uint32_t cp)
{
	return is_han(cp) || is_wide_sign(cp);
}

/* "so" (she said): no opening mark has a blank behind it, but in French. */
static bool
is_after_quotation(const uint32_t *cps, size_t i)
{
	size_t end = i;

	while (end > 0 && char_is_blank(cps[end - 1]))
		end--;
	if (end == i || end < 2 || !is_quote(cps[end - 1]))
		return false;
	return !char_is_blank(cps[end - 2]) || cps[end - 1] == 0xBB
		|| cps[end - 1] == 0x203A;
}

/* Whether a line may end before I > 0, whatever UAX #14 says. */
static bool
is_free(const uint32_t *cps, size_t ncps, size_t i)
{
	uint32_t before = cps[i - 1], next = cps[i];

	if (next == '(' || next == '[')
		return is_after_quotation(cps, i);
	if (next == 0x2018 || next == 0x201C)
		return i + 1 < ncps && is_cjk(cps[i + 1]) && is_cjk(before)
			&& !is_wide_opener(before);
	return (before == 0x2019 || before == 0x201D) && i > 1
		&& is_cjk(cps[i - 2])
		&& (is_han(next) || is_wide_opener(next));
}

static bool
is_row_of_dots(const uint32_t *cps, size_t ncps, size_t i)
{
	return cps[i] == ELLIPSIS && i + 1 < ncps && cps[i + 1] == ELLIPSIS
		&& is_cjk(cps[i - 1]);
}

/* Whether some of a chunk may be wanted: U+2000 to U+203F are all taken. */
static bool
may_have_wanted(const uint32_t *cps)
{
	uint32_t is_there = 0;

	for (size_t k = 0; k < CHUNK_CPS; k++)
		is_there |= (uint32_t)(cps[k] == '(') | (cps[k] == '[')
			| ((cps[k] & ~0x3Fu) == 0x2000);
	return is_there != 0;
}

/* The places from I on before END. */
static void
look_at(const uint32_t *cps, size_t ncps, size_t i, size_t end,
	uint8_t *breaks)
{
	for (; i < end; i++) {
		if (!is_wanted(cps[i]) && !is_wanted(cps[i - 1]))
			continue;
		if (is_free(cps, ncps, i))
			breaks[i] = LINE_BREAK_MAY;
		else if (breaks[i] == LINE_BREAK_NO
				&& is_row_of_dots(cps, ncps, i))
			breaks[i] = LINE_BREAK_CUT;
	}
}

void
quote_breaks(const uint32_t *cps, size_t ncps, size_t nbreaks,
	uint8_t *breaks)
{
	size_t i = 1;

	for (; i + CHUNK_CPS <= nbreaks; i += CHUNK_CPS) {
		/* The mark may be the character before the first place. */
		if (is_wanted(cps[i - 1]) || may_have_wanted(cps + i))
			look_at(cps, ncps, i, i + CHUNK_CPS, breaks);
	}
	look_at(cps, ncps, i, nbreaks, breaks);
}
