#ifndef LAYOUT_BIDI_CLASS_H
#define LAYOUT_BIDI_CLASS_H

/*
 * Properties of characters that bidi and joining go by, from a table of our
 * own: FriBidi's are those of an older Unicode, and not the same in each of
 * its versions. One byte a character, two stages, every code point.
 */

#include <stddef.h>
#include <stdint.h>

/*
 * Bidi_Class. A bracket (BidiBrackets.txt) has ON there; here it has a class
 * of its own, so that nobody looks for brackets among other characters. In an
 * order in which one comparison tells what matters in a text of one direction
 * (bidi_resolve), and one bit the explicit controls.
 */
enum bidi_class {
	BIDI_CLASS_ES, BIDI_CLASS_ET, BIDI_CLASS_CS, BIDI_CLASS_NSM,
	BIDI_CLASS_BN, BIDI_CLASS_B, BIDI_CLASS_S, BIDI_CLASS_WS,
	BIDI_CLASS_ON,
	BIDI_CLASS_L, BIDI_CLASS_EN,
	BIDI_CLASS_OPEN, BIDI_CLASS_CLOSE, BIDI_CLASS_AN,
	BIDI_CLASS_R, BIDI_CLASS_AL,
	BIDI_CLASS_LRE, BIDI_CLASS_RLE, BIDI_CLASS_LRO, BIDI_CLASS_RLO,
	BIDI_CLASS_PDF,
	BIDI_CLASS_LRI, BIDI_CLASS_RLI, BIDI_CLASS_FSI, BIDI_CLASS_PDI,
	BIDI_CLASS_COUNT
};

/* Explicit controls, and they alone, have this bit in their class. */
#define BIDI_CLASS_EXPLICIT 16u

/* Sets of classes. */
#define BIDI_BIT(name) (1u << BIDI_CLASS_##name)
#define BIDI_BITS_EMBEDDING (BIDI_BIT(LRE) | BIDI_BIT(RLE) | BIDI_BIT(LRO) \
	| BIDI_BIT(RLO) | BIDI_BIT(PDF))
#define BIDI_BITS_INITIATOR (BIDI_BIT(LRI) | BIDI_BIT(RLI) | BIDI_BIT(FSI))
#define BIDI_BITS_EXPLICIT \
	(BIDI_BITS_EMBEDDING | BIDI_BITS_INITIATOR | BIDI_BIT(PDI))
/* What X9 takes away. */
#define BIDI_BITS_REMOVED (BIDI_BITS_EMBEDDING | BIDI_BIT(BN))

/* Joining_Type: a right-joining letter joins the one before it in the text. */
enum bidi_joining {
	BIDI_JOINING_NONE,		/* U */
	BIDI_JOINING_RIGHT,		/* R */
	BIDI_JOINING_LEFT,		/* L */
	BIDI_JOINING_DUAL,		/* D */
	BIDI_JOINING_CAUSING,		/* C: tatweel, ZWJ */
	BIDI_JOINING_TRANSPARENT,	/* T */
	BIDI_JOINING_COUNT
};

#define BIDI_CPS 0x110000u
#define BIDI_BLOCK 128u
/* The joining type stands above the class. */
#define BIDI_JOINING_SHIFT 5
#define BIDI_CLASS_MASK ((1u << BIDI_JOINING_SHIFT) - 1)

/* The blocks of the first characters stand first and in order. */
#define BIDI_ORDERED_CPS 0x0700u

extern const uint8_t bidi_index[BIDI_CPS / BIDI_BLOCK];
extern const uint8_t bidi_blocks[];

/* CP is at most U+10FFFF. */
static inline unsigned
bidi_properties(uint32_t cp)
{
	if (cp < BIDI_ORDERED_CPS)
		return bidi_blocks[cp];
	return bidi_blocks[bidi_index[cp / BIDI_BLOCK] * BIDI_BLOCK
		+ cp % BIDI_BLOCK];
}

static inline enum bidi_class
bidi_class(uint32_t cp)
{
	return (enum bidi_class)(bidi_properties(cp) & BIDI_CLASS_MASK);
}

static inline enum bidi_joining
bidi_joining(uint32_t cp)
{
	return (enum bidi_joining)(bidi_properties(cp) >> BIDI_JOINING_SHIFT);
}

/*
 * What two brackets of a pair have in common, canonical equivalence counted
 * in (BD14 to BD16); CP has the class OPEN or CLOSE.
 */
uint32_t bidi_bracket(uint32_t cp);

/* The mirror image of CP (L4), or CP. */
uint32_t bidi_mirrored(uint32_t cp);

#endif
