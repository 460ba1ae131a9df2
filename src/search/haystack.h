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

#include "base/span.h"
#include "text/fold.h"

struct anchor;

struct haystack {
	const char *text;	/* the source, valid UTF-8 */
	size_t nbytes;
	const char *folded;
	uint32_t folded_nbytes;
	/* Of the text; NULL: it is walked through from its start on. To be
	   set, if at all, right after haystack_init. */
	const struct anchor *anchors;

	/* private */
	struct fold_letter letter;	/* the one last looked at */
	size_t anchor;		/* the last one that is not behind it */
	struct {
		uint16_t *at;
		size_t count, capacity;
	} near;			/* the marks, folded byte by byte, ... */
	uint32_t near_start;	/* ... from this one on */
	struct span word;	/* the word last asked for ... */
	unsigned tones;		/* ... and its tones */
};

/* FOLDED is text/fold of TEXT. */
void haystack_init(struct haystack *hay, const char *text, size_t nbytes,
	const char *folded, uint32_t folded_nbytes);
void haystack_release(struct haystack *hay);

/*
 * The letter that folded byte OFF comes from. Costs one pass over the text
 * from the letter or the anchor before it; without anchors, and back, from its
 * start.
 */
struct fold_letter haystack_letter(struct haystack *hay, uint32_t off);

/*
 * The marks of the bytes of non-empty SPAN, in order; valid until the next
 * call. Costs what haystack_letter does; a step back by a word is free.
 */
const uint16_t *haystack_marks(struct haystack *hay, struct span span);
/*
 * The tones in the word (the longest run of Latin letters) around OFF. Asking
 * for one word again and again, from left to right, costs one pass over it.
 * Of what is longer than a word, the part that is looked at depends on what
 * was asked before; haystack_forget makes the answers those of a new haystack.
 */
unsigned haystack_tones(struct haystack *hay, uint32_t off);
void haystack_forget(struct haystack *hay);

/*
 * The longest run of Latin letters around OFF, as far as a word may go; empty
 * where there is none.
 */
struct span latin_word(const char *folded, uint32_t nbytes, uint32_t off);

#endif
