#ifndef LAYOUT_LEAD_H
#define LAYOUT_LEAD_H

/*
 * The long line that was looked at last, and which way it is read: it may be
 * as long as the text, so that its start is looked for only once.
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/span.h"

struct blocks;
struct piece;

/* Zero is none. */
struct lead {
	size_t block;
	struct span line;	/* from its start as far as it was seen */
	bool is_rtl;
	bool is_known;		/* is_rtl is; for whoever uses it */
};

/* Makes LEAD the line that PIECE is a window of. */
void lead_follow(struct lead *lead, const struct blocks *blocks,
	const char *text, const struct piece *piece);
/*
 * Keeps what LEAD knows, if it can, where other blocks, BLOCKS, were made of
 * the same text.
 */
void lead_keep(struct lead *lead, const struct blocks *blocks);

#endif
