#include <config.h>

#include "text/marks.h"

#include "text/marks_table.h"
#include "text/range.h"
#include "text/utf8.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

unsigned
marks_of(uint32_t cp)
{
	if (cp < 0xC0)
		return 0;
	if (cp - 0xC0 < COUNT(marks_from_00c0))
		return marks_from_00c0[cp - 0xC0];
	if (cp >= 0x1E00 && cp - 0x1E00 < COUNT(marks_from_1e00))
		return marks_from_1e00[cp - 0x1E00];
	return 0;
}

unsigned
marks_in(const char *s, size_t nbytes)
{
	unsigned marks = 0;
	uint32_t cp;

	for (size_t off = 0; off < nbytes;) {
		off += utf8_decode(s + off, nbytes - off, &cp);
		marks |= marks_of(cp);
	}
	return marks;
}

bool
is_latin_letter(uint32_t cp)
{
	if (cp < 0x80)
		return (cp | 0x20) >= 'a' && (cp | 0x20) <= 'z';
	return RANGES_HAVE(latin_letters, cp);
}
