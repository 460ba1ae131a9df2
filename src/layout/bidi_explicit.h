#ifndef LAYOUT_BIDI_EXPLICIT_H
#define LAYOUT_BIDI_EXPLICIT_H

/*
 * Embeddings, overrides and isolates: rules X1 to X10 of UAX #9, which make
 * isolating run sequences of a paragraph. Each is laid out in one piece and
 * resolved apart, so no control ever comes to FriBidi, whose isolates are not
 * quite isolated.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "layout/bidi.h"

/*
 * LEVELS of a paragraph of COUNT characters (P2 to I2, then L1 with the end of
 * the paragraph); whether the base direction is right to left. bidi->classes
 * are those of CPS, and are not afterwards.
 */
bool bidi_explicit(struct bidi *bidi, const uint32_t *cps, size_t count,
	enum bidi_base base, int8_t *levels);

#endif
