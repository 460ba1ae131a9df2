#ifndef LAYOUT_BIDI_RESOLVE_H
#define LAYOUT_BIDI_RESOLVE_H

/*
 * Rules W1 to I2 of UAX #9 for one isolating run sequence: the gate to
 * FriBidi, which is asked only about the stretches that are not plain.
 *
 * What a stretch between two strong characters of the sequence's own direction
 * becomes depends on nothing outside it, if no bracket is open at either. So a
 * sequence is cut at those, and most stretches need no resolving at all.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "layout/bidi.h"

/* No class in it is taken away by X9, but for BN; none is an isolate. */
struct bidi_sequence {
	const uint8_t *classes;		/* enum bidi_class */
	const uint32_t *cps;		/* looked at where a bracket is */
	size_t count;
	/* The embedding direction, and that of sos and eos. */
	bool is_rtl;
};

/* What a sequence may have more than its paragraph: sos and eos. */
#define BIDI_EDGES 2

/*
 * LEVELS from 0 or 1 (the direction) up. A character of class BN gets some
 * level that does not break up its neighbours. At most bidi->capacity
 * characters.
 */
void bidi_resolve(struct bidi *bidi, const struct bidi_sequence *sequence,
	int8_t *levels);

#endif
