#ifndef LAYOUT_BLOCKS_H
#define LAYOUT_BLOCKS_H

/*
 * What a page is made of, in reading order: the paragraphs of an article with
 * the role of each and the blank rows between them.
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/span.h"
#include "layout/role.h"

struct anatomy;
struct article;

struct block {
	struct span source;	/* bytes of the text, laid out as a paragraph */
	enum role role;
	bool has_gap;		/* an empty row before it (never the first) */
};

/* Zero is the empty one. */
struct blocks {
	struct block *at;
	size_t count, capacity;
};

/*
 * The blocks of an article for reading: title first, then the parts in text
 * order with a gap between paragraphs. ANATOMY was read from the article.
 */
void blocks_read(struct blocks *blocks, const struct article *article,
	const struct anatomy *anatomy);
/* As stored: every line of the text a block, empty lines kept as gaps. */
void blocks_read_raw(struct blocks *blocks, const struct article *article);
void blocks_release(struct blocks *blocks);

#endif
