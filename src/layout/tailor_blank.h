#ifndef LAYOUT_TAILOR_BLANK_H
#define LAYOUT_TAILOR_BLANK_H

/*
 * What a blank holds together: a number and its unit, a title and a name, a
 * dash and the word that it belongs to.
 */

#include <stddef.h>
#include <stdint.h>

/*
 * Up to where no line may end if what is around the blanks before character I
 * of the NCPS belongs together, else 0. START is where the word before the
 * blanks starts, or a little earlier in the text.
 */
size_t blank_hold(const uint32_t *cps, size_t ncps, size_t start, size_t i);

#endif
