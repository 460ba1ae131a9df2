#ifndef LAYOUT_CHARS_H
#define LAYOUT_CHARS_H

/*
 * The characters of one paragraph on their way to cells: decoded, composed,
 * with their levels, breaks and clusters, shaped. Working memory that is used
 * for one paragraph after another; everything here is in logical order and
 * knows nothing of a width.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/span.h"
#include "layout/bidi.h"
#include "layout/line.h"

/*
 * Zero is the empty one. The arrays have one element for each character;
 * those marked with a star are not filled in where is_simple.
 */
struct chars {
	uint32_t *cps;		/* NFC; without bidi controls, or with a mark
				   in their places (chars_control) */
	uint32_t *starts;	/* first bytes; one more: the source's end */
	uint8_t *breaks;	/* enum line_break; NO in usual text unless
				   has_breaks, else only if has_breaks */
	size_t capacity;	/* of these three */
	uint32_t *glyphs;	/* * what is shown */
	int8_t *levels;		/* * of UAX #9 */
	bool *starts_cluster;	/* * one more: true */
	size_t hard_capacity;	/* of these three */
	size_t count;
	bool is_rtl;		/* base direction */
	bool has_levels;	/* not all levels are 0 */
	bool is_simple;		/* all are, in the sense of decode.h, and run
				   from left to right */
	bool is_usual;		/* not simple, but all that makes more or less
				   than a cell is what harakat are on, and
				   lams with an alef */
	bool has_nbsp;		/* some are U+00A0 */
	bool has_breaks;	/* else they are simple, or usual as they are
				   stored and none is U+00A0 */
	bool has_hyphens;	/* some are U+00AD, which are to be seen */
	struct bidi bidi;
};

/*
 * Reads the bytes SOURCE of TEXT, clean UTF-8. Overrides (U+202D, U+202E) are
 * passed over: in an article they are junk or an attack. Where the style
 * shows controls they stand in the text, overrides too, and do nothing. A
 * line end and the blanks around it are one blank.
 */
void chars_read(struct chars *chars, const char *text, struct span source,
	enum bidi_base base, const struct line_style *style);
void chars_release(struct chars *chars);

/* What a bidi control that is to be seen has added to it as a glyph. */
#define CONTROL_GLYPH 0x80000000u

static inline bool
chars_is_control(uint32_t glyph)
{
	return glyph >= CONTROL_GLYPH;
}

/* The name ("RLO") of such a control. */
const char *chars_control(uint32_t glyph);

#endif
