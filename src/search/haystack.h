#ifndef SEARCH_HAYSTACK_H
#define SEARCH_HAYSTACK_H

/*
 * A text that is being searched: its folded form, and, worked out only where
 * somebody asks, the marks on its Latin letters. Everything given is
 * borrowed. Offsets are bytes of the folded form; marks are given for each
 * byte of it (a letter of several bytes has the same on each), and are 0 on
 * all that is no Latin letter.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/span.h"
#include "text/fold.h"

struct anchor;

/* A part of the text, cut where folding may be (text/fold.h). */
struct haystack_piece {
	size_t off;		/* in the source */
	uint32_t folded;	/* where its folded form starts */
	bool is_known;		/* its marks are */
};

struct haystack {
	const char *text;	/* the source, valid UTF-8 */
	size_t nbytes;
	const char *folded;
	uint32_t folded_nbytes;
	/* Of the text; NULL: it is folded again as far as marks are asked for.
	   To be set, if at all, right after haystack_init. */
	const struct anchor *anchors;

	/* private */
	struct {
		struct haystack_piece *at;
		size_t count, capacity;
	} pieces;		/* of the text as far as it was looked at, */
	size_t end;		/* that is, to here */
	uint32_t folded_end;
	uint16_t *marks;	/* by folded byte; NULL: none asked for yet */
	struct {
		uint16_t *at;
		size_t count, capacity;
	} near;			/* with anchors: the marks of ... */
	struct span near_span;	/* ... these folded bytes */
	struct span word;	/* the word last asked for ... */
	unsigned tones;		/* ... and its tones */
	struct buf buf;		/* scratch */
	struct fold_map map;	/* scratch */
};

/* FOLDED is text/fold of TEXT. */
void haystack_init(struct haystack *hay, const char *text, size_t nbytes,
	const char *folded, uint32_t folded_nbytes);
void haystack_release(struct haystack *hay);

/*
 * The marks of the bytes of non-empty SPAN, in order; valid until the next
 * call. Costs one folding of the text up to there (with anchors none), and a
 * slow one of the pieces that SPAN is in, once.
 */
const uint16_t *haystack_marks(struct haystack *hay, struct span span);
/*
 * The tones in the word (the longest run of Latin letters) around OFF. Asking
 * for one word again and again, from left to right, costs one pass over it.
 */
unsigned haystack_tones(struct haystack *hay, uint32_t off);

/*
 * The longest run of Latin letters around OFF, as far as a word may go; empty
 * where there is none.
 */
struct span latin_word(const char *folded, uint32_t nbytes, uint32_t off);

#endif
