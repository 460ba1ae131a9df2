#ifndef LAYOUT_BIDI_H
#define LAYOUT_BIDI_H

/*
 * The bidirectional algorithm (UAX #9) and Arabic shaping. The one file that
 * knows FriBidi; it obeys every control, what an article may do is decided
 * above.
 *
 * Characters are in logical order. Levels are those of UAX #9; odd ones run
 * from right to left. The order of calls: bidi_levels for a paragraph,
 * bidi_shape for it, then for each line bidi_end_line and bidi_order.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum bidi_base {
	BIDI_BASE_AUTO_LTR,	/* first strong character; else left to right */
	BIDI_BASE_AUTO_RTL,	/* first strong character; else right to left */
	BIDI_BASE_LTR,
	BIDI_BASE_RTL,
};

/* Working memory, used again and again. Zero is the empty one. */
struct bidi {
	uint32_t *types, *brackets;
	uint8_t *joins;
	size_t capacity;
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
 * right to left (L4) and, if IS_SHAPED, Arabic letters as presentation forms.
 * Of a lam and the alef right after it, the alef becomes the ligature and the
 * lam BIDI_FILL; where the lam has marks it is the other way about, so that
 * the marks keep standing behind it.
 */
void bidi_shape(struct bidi *bidi, uint32_t *glyphs, size_t ncps,
	const int8_t *levels, bool is_shaped);

/* Bidi controls: marks, embeddings, overrides, isolates. */
bool bidi_is_control(uint32_t cp);
/*
 * Whether a text with CP in it may have a level that is not 0; a text without
 * any such character has none if its base direction is left to right.
 */
bool bidi_is_rtl(uint32_t cp);
/* What L1 takes to the base level at the end of a line. */
bool bidi_is_space(uint32_t cp);

/* L1 for the end of a line of COUNT characters or clusters. */
void bidi_end_line(const bool *is_space, size_t count, bool is_rtl,
	int8_t *levels);
/*
 * L2: order[0] is the index of the leftmost, order[COUNT - 1] that of the
 * rightmost.
 */
void bidi_order(const int8_t *levels, size_t count, uint32_t *order);

#endif
