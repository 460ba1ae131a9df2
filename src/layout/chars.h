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

/* Zero is the empty one. The arrays have one element for each character. */
struct chars {
	uint32_t *cps;		/* NFC, without bidi controls */
	uint32_t *glyphs;	/* what is shown in their places */
	struct span *sources;	/* bytes of the text */
	int8_t *levels;		/* of UAX #9 */
	uint8_t *can_break;	/* 1: a line may end before it */
	bool *starts_cluster;
	size_t count, capacity;
	bool is_rtl;		/* base direction */
	bool has_levels;	/* not all levels are 0 */
	struct bidi bidi;
};

/*
 * Reads the bytes SOURCE of TEXT, clean UTF-8. Overrides (U+202D, U+202E) are
 * passed over: in an article they are junk or an attack. A line end and the
 * blanks around it are one blank.
 */
void chars_read(struct chars *chars, const char *text, struct span source,
	enum bidi_base base, const struct line_style *style);
void chars_release(struct chars *chars);

#endif
