#include <config.h>

#include "layout/bidi_plain.h"

#include <string.h>

#include "layout/bidi_class.h"
#include "layout/bidi_resolve.h"

/*
 * Within a stretch there are no letters of its own direction but in brackets,
 * so that all but a few of the rules have nothing to work on.
 */

#define RTL (BIDI_BIT(R) | BIDI_BIT(AL))
#define NUMBERS (BIDI_BIT(EN) | BIDI_BIT(AN))
#define BRACKETS (BIDI_BIT(OPEN) | BIDI_BIT(CLOSE))
/* What goes with what is about it. */
#define WEAK (BIDI_BIT(ES) | BIDI_BIT(ET) | BIDI_BIT(CS) | BIDI_BIT(NSM) \
	| BIDI_BIT(WS) | BIDI_BIT(ON))

static bool
is_in(enum bidi_class class, uint32_t set)
{
	return (set & 1u << class) != 0;
}

static uint32_t
set_of(const struct bidi_sequence *stretch, size_t start, size_t end)
{
	uint32_t set = 0;

	for (size_t i = start; i < end; i++)
		set |= 1u << stretch->classes[i];
	return set;
}

/* Where the first one of SET is, which there is. */
static size_t
first_of(const struct bidi_sequence *stretch, uint32_t set)
{
	size_t i = 0;

	while (!is_in(stretch->classes[i], set))
		i++;
	return i;
}

/*
 * Behind the last one of SET, which there is, and its marks (W1); behind a
 * European number that is no part of Arabic are its signs, too (W5).
 */
static size_t
end_of(const struct bidi_sequence *stretch, uint32_t set)
{
	size_t end = stretch->count;
	uint32_t more = BIDI_BIT(NSM);

	while (!is_in(stretch->classes[end - 1], set))
		end--;
	if (stretch->is_rtl && stretch->classes[end - 1] == BIDI_CLASS_EN)
		more |= BIDI_BIT(ET);
	while (end < stretch->count && is_in(stretch->classes[end], more))
		end++;
	return end;
}

/*
 * The numbers from START to END, with single separators (W4) and marks (W1) in
 * them.
 */
static void
raise_numbers(const struct bidi_sequence *stretch, size_t start, size_t end,
	int8_t *levels)
{
	const uint8_t *classes = stretch->classes;

	for (size_t i = start; i < end; i++) {
		bool is_inside = i > start && levels[i - 1] == 2;
		bool is_before = i + 1 < end && is_in(classes[i + 1], NUMBERS);

		if (is_in(classes[i], NUMBERS)
				|| (classes[i] == BIDI_CLASS_NSM && is_inside)
				|| (classes[i] == BIDI_CLASS_CS && is_inside
					&& is_before))
			levels[i] = 2;
	}
}

/*
 * Whether the numbers from the start of STRETCH, where there are the classes
 * SEEN, are what raise_numbers takes them for: all Arabic ones, which they are
 * after an Arabic letter (W2), or else all European ones without a sign.
 */
static bool
are_plain_numbers(const struct bidi_sequence *stretch, uint32_t seen)
{
	if ((seen & NUMBERS) == 0)
		return true;
	if (stretch->classes[0] == BIDI_CLASS_AL && (seen & BIDI_BIT(R)) == 0)
		return true;
	return (seen & (BIDI_BIT(AN) | BIDI_BIT(ES) | BIDI_BIT(ET))) == 0;
}

/*
 * From right to left: words and the European numbers after the first of them,
 * which go with it (W7), are raised with all that is between (N1). A bracket
 * that is not between them has Arabic before it, or no letters in it (N0).
 */
static bool
raise_words(const struct bidi_sequence *stretch, uint32_t seen,
	int8_t *levels)
{
	size_t start, end;
	uint32_t before;

	if ((seen & BIDI_BIT(L)) == 0) {
		if (!are_plain_numbers(stretch, seen))
			return false;
		raise_numbers(stretch, 0, stretch->count, levels);
		return true;
	}
	start = first_of(stretch, BIDI_BIT(L));
	end = end_of(stretch, BIDI_BIT(L) | BIDI_BIT(EN));
	before = set_of(stretch, 0, start);
	if ((seen & BIDI_BIT(AN)) != 0 || !are_plain_numbers(stretch, before)
			|| (set_of(stretch, start, end) & (RTL | BRACKETS)))
		return false;
	raise_numbers(stretch, 0, start, levels);
	memset(levels + start, 2, end - start);
	return true;
}

/*
 * From left to right: Arabic and the numbers after the first letter of it,
 * with all that is between. Numbers before it keep the direction's level (W7),
 * but for Arabic ones; so do brackets, mostly.
 */
static bool
raise_arabic(const struct bidi_sequence *stretch, uint32_t seen,
	int8_t *levels)
{
	size_t start, end;

	if ((seen & BRACKETS) != 0 || (seen & RTL) == 0
			|| ((seen & NUMBERS) != 0
			&& (seen & BIDI_BIT(R)) != 0))
		return false;
	start = first_of(stretch, RTL);
	if ((set_of(stretch, 0, start) & BIDI_BIT(AN)) != 0)
		return false;
	end = end_of(stretch, RTL | NUMBERS);
	memset(levels + start, 1, end - start);
	raise_numbers(stretch, start, end, levels);
	return true;
}

bool
bidi_plain(const struct bidi_sequence *stretch, uint32_t seen, int8_t *levels)
{
	if ((seen & ~(BIDI_BIT(L) | RTL | NUMBERS | BRACKETS | WEAK)) != 0)
		return false;
	return stretch->is_rtl ? raise_words(stretch, seen, levels)
		: raise_arabic(stretch, seen, levels);
}
