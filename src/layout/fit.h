#ifndef LAYOUT_FIT_H
#define LAYOUT_FIT_H

/*
 * One string in N columns: rows of the list, status, prompt, help. Goes
 * through the same pipeline as paragraphs.
 */

#include "layout/line.h"

enum fit_base {
	FIT_BASE_AUTO,		/* first strong character; else left to right */
	FIT_BASE_LTR,
	FIT_BASE_RTL,
};

/*
 * Lays out clean UTF-8 S (line ends and TABs count as blanks) in at most COLS
 * >= 0 columns into LINE (reset first). What does not fit is cut at the
 * text's own end, at a cluster, with an ellipsis in the last cell (left of
 * the text where the base direction is right to left); nothing at all fits
 * in 0 columns. Every cell has ROLE; sources are offsets in S.
 */
void fit_text(const char *s, size_t nbytes, int cols, enum fit_base base,
	const struct line_style *style, enum role role, struct line *line);

/* How many columns the whole string takes. */
int fit_cols(const char *s, size_t nbytes, const struct line_style *style);

#endif
