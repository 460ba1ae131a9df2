#ifndef LAYOUT_LETTERS_H
#define LAYOUT_LETTERS_H

/*
 * Where a line may end in a paragraph whose cells show something else than
 * its characters: Arabic letters joined, lam and alef as one, marks on the
 * side. The text is read again for it, but only where somebody asks.
 */

#include <stddef.h>
#include <stdint.h>

struct paragraph;

/*
 * Adds to BREAKS, which are those of the cells FIRST to END, where a line may
 * end, told by what comes from FIRST on. PARAGRAPH is as chars_read has it
 * where not has_breaks: each cell begins with the first byte of a character.
 */
void letters_add_breaks(const struct paragraph *paragraph, size_t first,
	size_t end, uint8_t *breaks);

#endif
