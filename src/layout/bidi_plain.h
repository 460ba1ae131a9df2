#ifndef LAYOUT_BIDI_PLAIN_H
#define LAYOUT_BIDI_PLAIN_H

/*
 * Rules W1 to I2 of UAX #9 for the stretches (bidi_resolve) of which newspapers
 * have most: words of the other direction, numbers, a word in brackets. What
 * follows from the rules there is simpler than the rules.
 */

#include <stdbool.h>
#include <stdint.h>

struct bidi_sequence;

/*
 * Raises LEVELS, which are all those of the direction, where STRETCH, with the
 * set SEEN of classes, has others. Returns false, and leaves them, if it is
 * not that plain.
 */
bool bidi_plain(const struct bidi_sequence *stretch, uint32_t seen,
	int8_t *levels);

#endif
