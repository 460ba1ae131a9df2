#ifndef SEARCH_SCAN_H
#define SEARCH_SCAN_H

/*
 * Bytes in bytes, at the speed of memory: most places are passed over 64 at a
 * time by a look at the two bytes of the needle that are rarest in folded
 * text.
 */

#include <stddef.h>

/* A needle, made ready. Two of its bytes, by their places in it. */
struct scan {
	const char *needle;	/* borrowed */
	size_t nbytes;		/* not 0 */
	size_t first, second;
};

void scan_init(struct scan *scan, const char *needle, size_t nbytes);
/* The first place of the needle in the hay; NULL: none. */
const char *scan_find(const struct scan *scan, const char *hay,
	size_t hay_nbytes);

#endif
