#ifndef TESTS_CONFORMANCE_UBA_H
#define TESTS_CONFORMANCE_UBA_H

/*
 * The bidirectional algorithm (UAX #9, Unicode 15) once more, rule by rule as
 * it is written there, for other implementations to be compared with. Slow,
 * and as plain as can be; it shares nothing with layout/bidi but the
 * properties of characters.
 */

#include <stddef.h>
#include <stdint.h>

#include "layout/bidi_class.h"

#define UBA_CPS_MAX 512
/* The level of what X9 takes away. */
#define UBA_REMOVED (-1)
/* A base direction: find it (P2, P3). */
#define UBA_AUTO (-1)

/*
 * Levels of COUNT characters that are one paragraph and one line (L1); BASE
 * is 0, 1 or UBA_AUTO. Returns the paragraph's level.
 */
int uba_levels(const uint32_t *cps, size_t count, int base, int *levels);

/*
 * L2: the places of what was not removed, from left to right. Returns how
 * many.
 */
size_t uba_order(const int *levels, size_t count, size_t *order);

#endif
