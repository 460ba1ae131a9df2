#ifndef LAYOUT_BREAKS_H
#define LAYOUT_BREAKS_H

/*
 * Where a line may end (UAX #14, untailored): one walk through the table that
 * tests/tools/gen-breaks makes from Unicode's LineBreak.txt and the rules.
 */

#include <stddef.h>
#include <stdint.h>

/* Before a character; the values are those of a cell (UNIT_BREAK, UNIT_CUT). */
enum line_break {
	LINE_BREAK_NO = 0,
	LINE_BREAK_MAY = 0x08,
	LINE_BREAK_CUT = 0x10,	/* only in a word that is too wide (tailor.h) */
	LINE_BREAK_LATE = 0x18,	/* ... and has no such place on that line */
};

/*
 * Sets breaks[i], for each of the NCPS characters in logical order and
 * unshaped, to LINE_BREAK_MAY where a line may end before it, else to
 * LINE_BREAK_NO, which breaks[0] always is. After a character that ends a
 * line (LF, U+2028 ...) a line may always end.
 */
void breaks_find(const uint32_t *cps, size_t ncps, uint8_t *breaks);

#endif
