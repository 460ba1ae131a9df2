#ifndef LAYOUT_GLYPH_H
#define LAYOUT_GLYPH_H

/*
 * What a terminal is sent for a character, and how wide that is: text/cluster
 * says it for text as it is, here the reader's switches come in.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "layout/line.h"

/* A line_style as far as single glyphs go, for one paragraph. */
struct glyph_style {
	bool is_usual;		/* nothing of the following is on */
	bool keeps_joiners;	/* ZWNJ and ZWJ stay with their letter */
	bool hides_harakat;
	bool is_wide;
	bool keeps_sequences;
	enum digits digits;	/* as they apply in this paragraph */
};

/*
 * For a paragraph whose base direction is right to left or not: Arabic and
 * Persian digits are for those that are.
 */
struct glyph_style glyph_style(const struct line_style *style, bool is_rtl);

struct glyph {
	uint32_t cp;		/* what is sent; 0: nothing */
	int cols;		/* 0: a mark, or nothing */
};

/*
 * What becomes of the character CP, shaped. IS_JOINER_SEEN: a joiner in this
 * place would be of use, for it follows a letter that runs from right to left.
 */
struct glyph glyph_of(const struct glyph_style *style, uint32_t cp,
	bool is_joiner_seen);
/* Whether the cluster is one picture, two columns wide, to the terminal. */
bool glyph_is_sequence(const struct glyph_style *style, const uint32_t *cps,
	size_t count);
/* The blanks that hang: those after which UAX #14 lets a line end. */
static inline bool
glyph_is_hanging(uint32_t cp)
{
	if (cp == ' ' || cp == '\t' || cp == 0x3000)
		return true;
	return cp - 0x1680 <= 0x205F - 0x1680 && (cp == 0x1680 || cp == 0x205F
		|| (cp >= 0x2000 && cp <= 0x200A && cp != 0x2007));
}

#endif
