#ifndef LAYOUT_BIDI_H
#define LAYOUT_BIDI_H

/*
 * The bidirectional algorithm (UAX #9) and Arabic shaping. It obeys every
 * control; what an article may do is decided above.
 *
 * Characters are in logical order. Levels are those of UAX #9; odd ones run
 * from right to left. The order of calls: bidi_levels for a paragraph,
 * bidi_shape for it, then for each line bidi_end_line and bidi_order.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "layout/bidi_class.h"

enum bidi_base {
	BIDI_BASE_AUTO_LTR,	/* first strong character; else left to right */
	BIDI_BASE_AUTO_RTL,	/* first strong character; else right to left */
	BIDI_BASE_LTR,
	BIDI_BASE_RTL,
};

struct bidi_run;

/* Working memory, used again and again. Zero is the empty one. */
struct bidi {
	uint8_t *classes;		/* of the paragraph */
	uint32_t *types, *brackets;	/* FriBidi's, of a stretch */
	int8_t *levels;			/* likewise */
	size_t capacity;
	/* Of paragraphs with embeddings or isolates: one sequence of runs. */
	struct bidi_run *runs;
	uint32_t *places, *sequence_cps;
	uint8_t *sequence_classes;
	int8_t *sequence_levels;
	size_t sequence_capacity;
};

void bidi_release(struct bidi *bidi);

/*
 * Levels of the NCPS characters of one paragraph (P2 to I2, and L1 but for
 * the ends of lines). Returns whether the base direction is right to left.
 * At most INT_MAX characters.
 */
bool bidi_levels(struct bidi *bidi, const uint32_t *cps, size_t ncps,
	enum bidi_base base, int8_t *levels);

/* How bidi_shape leaves the place that a ligature has no use for. */
#define BIDI_FILL 0xFEFFu
#define BIDI_LAM 0x0644u

/*
 * Turns a paragraph's characters at GLYPHS, which have lost their bidi
 * controls and have LEVELS, into what is shown: mirrored where they run from
 * right to left (L4) and, if IS_SHAPED, Arabic letters as presentation forms,
 * joined over transparent characters. A letter without forms stays as it is.
 * Of a lam and the alef right after it, the alef becomes the ligature and the
 * lam BIDI_FILL; where the lam has marks it is the other way about, so that
 * the marks keep standing behind it. STARTS_CLUSTER, unless NULL, becomes
 * false for the alef, since the two are one cluster now. Returns whether some
 * letter may have taken a form that wants a mark (bidi_mark).
 */
bool bidi_shape(uint32_t *glyphs, size_t ncps, const int8_t *levels,
	bool is_shaped, bool *starts_cluster);
/*
 * The mark that belongs on GLYPH, which bidi_shape made of CP, before all
 * others, or 0: some letters (the Kurdish yeh and lam with a small v) have no
 * forms of their own and take those of the letter beneath.
 */
uint32_t bidi_mark(uint32_t cp, uint32_t glyph);

/* Bidi controls: marks, embeddings, overrides, isolates. */
static inline bool
bidi_is_control(uint32_t cp)
{
	return (cp >= 0x202A && cp <= 0x202E) || (cp >= 0x2066 && cp <= 0x2069)
		|| cp == 0x200E || cp == 0x200F || cp == 0x061C;
}

/*
 * Whether a text with CP in it may have a level that is not 0; a text without
 * any such character has none if its base direction is left to right.
 */
static inline bool
bidi_is_rtl(uint32_t cp)
{
	return (1u << bidi_class(cp) & (BIDI_BIT(R) | BIDI_BIT(AL)
			| BIDI_BIT(AN) | BIDI_BITS_EXPLICIT)) != 0;
}

/* What L1 takes to the base level at the end of a line. */
static inline bool
bidi_is_space(uint32_t cp)
{
	return (1u << bidi_class(cp) & (BIDI_BIT(WS) | BIDI_BIT(BN)
			| BIDI_BIT(B) | BIDI_BIT(S)
			| BIDI_BITS_EXPLICIT)) != 0;
}

/* L1 for the end of a line of COUNT characters or clusters. */
void bidi_end_line(const bool *is_space, size_t count, bool is_rtl,
	int8_t *levels);
/*
 * L2: order[0] is the index of the leftmost, order[COUNT - 1] that of the
 * rightmost.
 */
void bidi_order(const int8_t *levels, size_t count, uint32_t *order);

#endif
