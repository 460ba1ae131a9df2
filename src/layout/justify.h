#ifndef LAYOUT_JUSTIFY_H
#define LAYOUT_JUSTIFY_H

/*
 * Justification: a row is filled up to the measure, with blanks between
 * words, and in Arabic script with kashida where calligraphers lengthen a
 * letter (layout/kashida). A row that cannot be filled within the bounds
 * stays ragged, rather than getting holes.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "layout/paragraph.h"

/* The bounds, in columns. */
#define JUSTIFY_GAP_COLS_MAX 3		/* between words, what is there too */
#define JUSTIFY_KASHIDA_COLS_MAX 3	/* in a word, at one place */
#define JUSTIFY_STOP_COLS_MAX 1		/* after East Asian punctuation */

/*
 * How many columns of filling follow each of the cells FIRST to END (hung
 * blanks not among them), so that they and LAST_COLS more columns (of a
 * hyphen) fill COLS columns: filling[i - FIRST] for cell i, for line_extra.
 * Returns whether the row is filled; if not, FILLING is all zeros. Never ask
 * for the last row of a paragraph. HAS_KASHIDA: letters are joined, so they
 * can be lengthened; that is done where the paragraph runs from right to
 * left, not to an Arabic word in an English one.
 *
 * The filling is even: a place of a kind gets a second column only when all of
 * its kind have one, and where there is not enough for all, those that get one
 * lie evenly apart and differently from row to row. Nothing follows the last
 * cell, an indent, or a dash that a paragraph begins with.
 */
bool justify_row(const struct paragraph *paragraph, size_t first, size_t end,
	int last_cols, int cols, bool has_kashida, uint8_t *filling);

#endif
