#ifndef TESTS_UNIT_LAY_H
#define TESTS_UNIT_LAY_H

/* Shared by the tests of layout: decoding, and lines as strings. */

#include <stdint.h>
#include <string.h>

#include "base/buf.h"
#include "layout/line.h"
#include "text/utf8.h"

#define LAY_CPS_MAX 4096

/* The characters of S; at most LAY_CPS_MAX. */
static inline size_t
lay_decode(const char *s, uint32_t *cps)
{
	size_t count = 0;

	while (*s != '\0' && count < LAY_CPS_MAX)
		s += utf8_next(s, &cps[count++]);
	return count;
}

/* Appends "cell@start-end" for each cell, separated by blanks. */
static inline void
lay_describe(const struct cell *cells, size_t count, struct buf *out)
{
	char bytes[UTF8_BYTES_MAX];

	for (size_t i = 0; i < count; i++) {
		if (i > 0)
			buf_add_byte(out, ' ');
		for (int k = 0; k < cells[i].ncps; k++)
			buf_add(out, bytes,
				utf8_encode(cells[i].cps[k], bytes));
		buf_add_format(out, "@%u-%u", cells[i].source.start,
			cells[i].source.end);
	}
}

#endif
