#ifndef MODEL_LINES_H
#define MODEL_LINES_H

/*
 * The lines of an article that are not blank: the units that anatomy gives
 * roles to. Where a text was wrapped by hand at a fixed width, or a stray line
 * end broke a sentence (model/join), the lines of one paragraph come back as
 * one, with the line ends inside.
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/span.h"

/* Blanks are space, TAB, LF, no-break and the other fixed-width spaces. */

/* The length of the blank at the start of the NBYTES at S; 0: none. */
size_t blank_nbytes(const char *s, size_t nbytes);
/* SPAN of TEXT without the blanks at both ends. */
struct span span_trim(const char *text, struct span span);
/* Letters (characters) in NBYTES of clean text. */
size_t letter_count(const char *s, size_t nbytes);

/*
 * Appends the lines of clean TEXT, trimmed, in order. Returns the letters of a
 * line where the text is wrapped by hand, else 0: so a line end inside one of
 * LINES was wrapped (REASON_UNWRAPPED) or a stray one (REASON_REJOINED).
 */
uint32_t lines_split(const char *text, size_t nbytes, struct span_vec *lines);
/*
 * The same for a text that is too large to look at all of it: the lines near
 * its ends, and between them, if there is anything, all the rest as one line.
 * Returns the index of that, or lines->count. *WIDTH: the letters of a line
 * where the text is wrapped by hand, else 0.
 */
size_t lines_split_ends(const char *text, size_t nbytes,
	struct span_vec *lines, uint32_t *width);
/*
 * Whether the line that ends at byte END of SPAN goes on in the next one, in
 * a text wrapped by hand at WIDTH letters. Looks at these two lines only.
 */
bool lines_are_joined(const char *text, struct span span, uint32_t end,
	uint32_t width);

#endif
