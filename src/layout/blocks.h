#ifndef LAYOUT_BLOCKS_H
#define LAYOUT_BLOCKS_H

/*
 * What a page is made of, in reading order: the paragraphs of an article with
 * the role of each and the blank rows between them. A block may also stand
 * for any number of lines, which are told apart only where somebody looks
 * (layout/piece): so nothing here grows with a text of one role.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/span.h"
#include "layout/role.h"

struct anatomy;
struct article;

enum block_kind {
	BLOCK_PARAGRAPH,	/* one paragraph, line ends being blanks */
	BLOCK_LINES,		/* as stored: a line is a paragraph, an empty
				   one a row */
	BLOCK_PARAGRAPHS,	/* a line that is not blank is a paragraph, a
				   gap before each; see WIDTH */
};

struct block {
	struct span source;	/* bytes of the text; those of BLOCK_PARAGRAPHS
				   have no blank at either end */
	enum role role;
	bool has_gap;		/* an empty row before it (never the first) */
	enum block_kind kind;
	uint32_t width;		/* letters of a line of BLOCK_PARAGRAPHS that
				   are wrapped by hand: some lines are joined
				   (model/lines); else 0 */
	const char *text;	/* that SOURCE counts in, borrowed; NULL: that
				   of the page */
	struct span stands_for;	/* bytes of the page's text that a block with
				   a text of its own is shown for; or empty,
				   where it is shown before them */
};

/* Zero is the empty one. */
struct blocks {
	struct block *at;
	size_t count, capacity;
};

/*
 * The blocks of an article for reading: title first, under its section, then
 * the parts in text order with a gap between paragraphs. ANATOMY was read from
 * the article.
 */
void blocks_read(struct blocks *blocks, const struct anatomy *anatomy);
/* As stored, one block of lines, empty lines kept as gaps. */
void blocks_read_raw(struct blocks *blocks, const struct article *article);
/*
 * The block, of at least one, that byte OFF of the page's text is in or that
 * stands for it; where there is none, the nearest.
 */
size_t blocks_find(const struct blocks *blocks, uint32_t off);
void blocks_release(struct blocks *blocks);

#endif
