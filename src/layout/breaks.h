#ifndef LAYOUT_BREAKS_H
#define LAYOUT_BREAKS_H

/*
 * Where a line may end (UAX #14, untailored). The one user of libunistring in
 * this layer; what its line breaking gets wrong is put right here.
 */

#include <stddef.h>
#include <stdint.h>

/*
 * Sets can_break[i], for each of the NCPS characters in logical order and
 * unshaped, to 1 where a line may end before it, else 0; can_break[0] is 0.
 * After a character that ends a line (LF, U+2028 ...) it is always 1.
 */
void breaks_find(const uint32_t *cps, size_t ncps, uint8_t *can_break);

#endif
