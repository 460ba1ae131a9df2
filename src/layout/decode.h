#ifndef LAYOUT_DECODE_H
#define LAYOUT_DECODE_H

/*
 * From the bytes of a paragraph to its characters: the first pass of layout,
 * which also tells what the other passes may leave out.
 */

#include <stdint.h>
#include <stddef.h>

#include "base/span.h"

/* What was seen. Nothing: every character is simple. */
#define DECODE_OTHER 0x01u	/* what may compose, or join a cluster */
#define DECODE_RTL 0x02u	/* what levels may come from */
#define DECODE_CONTROL 0x04u	/* a bidi control or U+FEFF */
#define DECODE_NBSP 0x08u	/* U+00A0 */
#define DECODE_HYPHEN 0x10u	/* U+00AD */
#define DECODE_HARAKAT 0x20u	/* U+064B to U+0652, U+0670 */

/*
 * A simple character takes one column, is a cluster of its own next to other
 * simple ones, has nothing to compose and nothing to do with direction, and
 * is shown as it is (U+00A0 as a blank). That is most of what Latin script,
 * Vietnamese, Greek and Cyrillic are written with. The letters of Hebrew and
 * Arabic are like them, but for direction. Harakat are marks that nothing
 * composes with.
 */

/* Bytes that are decoded together. */
#define DECODE_BLOCK 16
/* Characters that there must be room for, beside one for each byte. */
#define DECODE_ROOM (DECODE_BLOCK + 1)

/*
 * The characters of the bytes SOURCE of TEXT, clean UTF-8, to CPS, and the
 * first byte of each to STARTS, both with room for DECODE_ROOM more than
 * SOURCE has bytes. A line end and the blanks around it become one blank;
 * behind a lone و, which is written with the word behind it, nothing.
 * Returns how many there are, and adds to *SEEN what was seen.
 */
size_t decode_chars(const char *text, struct span source, uint32_t *cps,
	uint32_t *starts, unsigned *seen);

/* What is among NCPS characters, as decode_chars tells it. */
unsigned decode_kinds(const uint32_t *cps, size_t ncps);

#endif
