#ifndef MODEL_ANCHORS_H
#define MODEL_ANCHORS_H

/*
 * Where in the folded form of a long text its parts are: a place about every
 * ANCHOR_STRIDE bytes, so that nobody has to fold a text from its start on to
 * know where a folded byte comes from. They take a thirty-second of the text.
 */

#include <stddef.h>
#include <stdint.h>

struct buf;

#define ANCHOR_STRIDE ((size_t)1 << 8)
/* Shorter texts have none. */
#define ANCHOR_TEXT_NBYTES ((size_t)128 << 10)

/* The text may be cut at OFF (fold_cut); FOLDED bytes come from before it. */
struct anchor {
	uint32_t off;
	uint32_t folded;
};

/*
 * Anchor i is the first place at i * ANCHOR_STRIDE or behind it that there
 * is; the first one is 0, 0, the last one both ends.
 */
struct anchor_vec {
	struct anchor *at;
	size_t count, capacity;
};

/* How many a text of NBYTES bytes has. */
static inline size_t
anchor_count(size_t nbytes)
{
	return nbytes < ANCHOR_TEXT_NBYTES ? 0
		: (nbytes + ANCHOR_STRIDE - 1) / ANCHOR_STRIDE + 1;
}

/* fold_text, and the anchors (emptied first). */
void anchors_fold(const char *text, size_t nbytes, struct buf *folded,
	struct anchor_vec *anchors);

#endif
