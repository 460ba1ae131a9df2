#ifndef LAYOUT_BIDI_JOINS_H
#define LAYOUT_BIDI_JOINS_H

/*
 * How letters are joined, as sets: what two neighbours have in common of the
 * first one's after and the second one's before happens between them.
 */

#include <stdint.h>

#include "layout/bidi_class.h"

#define JOINS_LETTER 1u		/* both take the forms of joined letters */
#define JOINS_LAM_ALEF 2u	/* they become one, if they are joined */
/* Before, and nothing to what stands there: */
#define JOINS_OVER 4u		/* the letters on both sides are neighbours */
#define JOINS_WITH_MARK 8u	/* the letter has a mark in its forms */

struct joins {
	uint8_t before, after;
};

/* A letter of Arabic script as it is shown. */
struct letter {
	/* isolated, final, initial, medial */
	uint16_t forms[4];
	/* to be added to them but the first, or 0 */
	uint16_t mark;
	struct joins joins;
};

/* Of what is no lam and no alef. */
static inline struct joins
joins_of_type(enum bidi_joining joining)
{
	switch (joining) {
	case BIDI_JOINING_RIGHT:
		return (struct joins){ JOINS_LETTER, 0 };
	case BIDI_JOINING_LEFT:
		return (struct joins){ 0, JOINS_LETTER };
	case BIDI_JOINING_DUAL:
	case BIDI_JOINING_CAUSING:
		return (struct joins){ JOINS_LETTER, JOINS_LETTER };
	case BIDI_JOINING_TRANSPARENT:
		return (struct joins){ JOINS_OVER, 0 };
	default:
		return (struct joins){ 0, 0 };
	}
}

#endif
