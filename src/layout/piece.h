#ifndef LAYOUT_PIECE_H
#define LAYOUT_PIECE_H

/*
 * The pieces of a page, each laid out as a paragraph of its own: a block, or
 * a line of a block of lines, or, where a line is longer than about two
 * windows, a window of it. They are found by looking around a place, in no
 * more than a few windows of text, and come out the same from whichever side
 * one comes, so that nobody keeps a list of them.
 *
 * A window ends at a multiple of PIECE_WINDOW if its line goes on for as much
 * again at both sides of that: a little before the multiple, behind a blank
 * or else where no letter joins the next one. So a piece has less than three
 * times PIECE_WINDOW bytes.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/span.h"

struct blocks;

#ifndef PIECE_WINDOW
#define PIECE_WINDOW ((size_t)32 << 10)
#endif

struct piece {
	size_t block;
	struct span source;	/* no line end behind it */
	bool has_gap;		/* an empty row before it */
	bool is_continued;	/* it begins inside a line ... */
	bool is_cut;		/* it ends inside a line */
};

/*
 * Everywhere below TEXT is that of the page, and BLOCKS are not empty. The
 * piece of block BLOCK that byte OFF of the block's text belongs to; where
 * none does, one beside it.
 */
struct piece piece_at(const struct blocks *blocks, const char *text,
	size_t block, uint32_t off);
struct piece piece_first(const struct blocks *blocks, const char *text);
struct piece piece_last(const struct blocks *blocks, const char *text);
/* False: there is none, and PIECE is untouched. */
bool piece_next(const struct blocks *blocks, const char *text,
	struct piece *piece);
bool piece_previous(const struct blocks *blocks, const char *text,
	struct piece *piece);

/*
 * The beginning of the line that PIECE is a window of, or byte FROM of the
 * block, if that is in this line, too; the time grows with how far it is
 * away.
 */
uint32_t piece_line_start(const struct blocks *blocks, const char *text,
	const struct piece *piece, uint32_t from);

#endif
