#ifndef LAYOUT_CELLS_H
#define LAYOUT_CELLS_H

/*
 * From the characters of a paragraph to its cells, where that is more than
 * one for one: clusters, marks, what takes no cell, what a switch changes.
 */

#include <stddef.h>

struct chars;
struct line_style;
struct paragraph;

/* How many cells there may be at most. */
size_t cells_most(const struct chars *chars, const struct line_style *style);
/*
 * Fills the columns of PARAGRAPH, which has room for them, its marks, and
 * whether it is uniform; the one more start behind the last cell is not set.
 * The breaks of CHARS are used up.
 */
void cells_make(struct paragraph *paragraph, struct chars *chars,
	const struct line_style *style);

#endif
