#ifndef TEXT_COMPARE_H
#define TEXT_COMPARE_H

/*
 * Comparing two pieces of text as a reader does who looks closely: marks
 * count, case and composition do not. For everything looser there is
 * text/fold.
 */

#include <stdbool.h>
#include <stddef.h>

/*
 * Whether valid UTF-8 A and B are equal but for case, composition (NFC or
 * not) and the kind and number of blanks where there are any.
 */
bool text_equal_nocase(const char *a, size_t a_nbytes, const char *b,
	size_t b_nbytes);

#endif
