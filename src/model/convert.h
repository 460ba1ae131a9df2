#ifndef MODEL_CONVERT_H
#define MODEL_CONVERT_H

/*
 * The one file that knows the C library's iconv, for the encoding whose table
 * would be larger than all others here together.
 */

#include <stddef.h>

struct buf;

/*
 * Appends as UTF-8 what NBYTES bytes of GB18030 say; bytes that say nothing
 * become U+FFFD. Returns how many these are: all that are not ASCII where
 * this C library has no such converter.
 */
size_t convert_gb18030(const char *bytes, size_t nbytes, struct buf *out);

#endif
