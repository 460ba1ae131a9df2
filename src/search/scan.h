#ifndef SEARCH_SCAN_H
#define SEARCH_SCAN_H

/*
 * Bytes in bytes, at the speed of memory: most places are passed over 64 at a
 * time by a look at the two bytes of the needle that are rarest in folded
 * text.
 */

#include <stddef.h>

/* The first place of the non-empty NEEDLE in the hay; NULL: none. */
const char *scan_find(const char *hay, size_t hay_nbytes, const char *needle,
	size_t needle_nbytes);

#endif
