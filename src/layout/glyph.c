#include <config.h>

#include "layout/glyph.h"

#include "text/cluster.h"

#define NO_BREAK_SPACE 0x00A0u
#define ZWNJ 0x200Cu
#define ZWJ 0x200Du
#define ARABIC_ZERO 0x0660u
#define PERSIAN_ZERO 0x06F0u

static const uint32_t zeros[DIGITS_COUNT] = {
	[DIGITS_EUROPEAN] = '0',
	[DIGITS_ARABIC] = ARABIC_ZERO,
	[DIGITS_PERSIAN] = PERSIAN_ZERO,
};

struct glyph_style
glyph_style(const struct line_style *style, bool is_rtl)
{
	struct glyph_style glyphs = {
		.keeps_joiners = style->order == ORDER_LOGICAL,
		.is_wide = style->is_wide,
		.keeps_sequences = style->keeps_sequences,
	};

	if (!style->is_plain) {
		glyphs.hides_harakat = style->hides_harakat;
		if (style->digits == DIGITS_EUROPEAN || is_rtl)
			glyphs.digits = style->digits;
	}
	glyphs.is_usual = !glyphs.keeps_joiners && !glyphs.is_wide
		&& !glyphs.keeps_sequences && !glyphs.hides_harakat
		&& glyphs.digits == DIGITS_AS_WRITTEN;
	return glyphs;
}

static bool
is_joiner(uint32_t cp)
{
	return cp == ZWNJ || cp == ZWJ;
}

/* Vowels and the like, and the signs of recitation. */
static bool
is_harakat(uint32_t cp)
{
	return (cp >= 0x064B && cp <= 0x0652) || cp == 0x0670
		|| (cp >= 0x0656 && cp <= 0x065F)
		|| (cp >= 0x0610 && cp <= 0x061A)
		|| (cp >= 0x06D6 && cp <= 0x06DC)
		|| (cp >= 0x06DF && cp <= 0x06E8)
		|| (cp >= 0x06EA && cp <= 0x06ED)
		|| (cp >= 0x08D3 && cp <= 0x08FF && cp != 0x08E2);
}

/* The value of a digit that Arabic script is written with, else 10. */
static uint32_t
digit_of(uint32_t cp)
{
	if (cp - '0' < 10)
		return cp - '0';
	if (cp - ARABIC_ZERO < 10)
		return cp - ARABIC_ZERO;
	return cp - PERSIAN_ZERO < 10 ? cp - PERSIAN_ZERO : 10;
}

/* Digits in the reader's choice, with the signs that go with them. */
static uint32_t
digit_shown(enum digits digits, uint32_t cp)
{
	uint32_t digit = digit_of(cp);

	if (digit < 10)
		return zeros[digits] + digit;
	if (digits != DIGITS_EUROPEAN)
		return cp;
	switch (cp) {
	case 0x066A:
		return '%';
	case 0x066B:
		return '.';
	case 0x066C:
		return ',';
	default:
		return cp;
	}
}

struct glyph
glyph_of(const struct glyph_style *style, uint32_t cp, bool is_joiner_seen)
{
	if (style->digits != DIGITS_AS_WRITTEN)
		cp = digit_shown(style->digits, cp);
	if (cp == ' ' || cp == '\t' || cp == NO_BREAK_SPACE)
		return (struct glyph){ ' ', 1 };
	if (is_joiner_seen && style->keeps_joiners && is_joiner(cp))
		return (struct glyph){ cp, 0 };
	if (style->hides_harakat && is_harakat(cp))
		return (struct glyph){ 0, 0 };
	cp = char_shown(cp);
	if (cp == 0)
		return (struct glyph){ 0, 0 };
	return (struct glyph){ cp, style->is_wide ? char_cols_wide(cp)
		: char_cols(cp) };
}

bool
glyph_is_sequence(const struct glyph_style *style, const uint32_t *cps,
	size_t count)
{
	return style->keeps_sequences && cluster_is_sequence(cps, count);
}
