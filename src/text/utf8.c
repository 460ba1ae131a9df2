#include <config.h>

#include "text/utf8.h"

#include <assert.h>

#include "text/word.h"

/* What may follow a lead byte: Unicode, table 3-7. */
struct lead {
	size_t nbytes;		/* of the whole sequence; 0: no lead */
	unsigned char low, high;	/* of the second byte */
};

static struct lead
lead_of(unsigned char byte)
{
	if (byte < 0xC2 || byte > 0xF4)
		return (struct lead){ 0, 0, 0 };
	if (byte < 0xE0)
		return (struct lead){ 2, 0x80, 0xBF };
	if (byte < 0xF0)
		return (struct lead){ 3, byte == 0xE0 ? 0xA0 : 0x80,
			byte == 0xED ? 0x9F : 0xBF };
	return (struct lead){ 4, byte == 0xF0 ? 0x90 : 0x80,
		byte == 0xF4 ? 0x8F : 0xBF };
}

size_t
utf8_decode(const char *s, size_t nbytes, uint32_t *cp)
{
	const unsigned char *at = (const unsigned char *)s;
	struct lead lead;

	assert(nbytes > 0);
	if (at[0] < 0x80) {
		*cp = at[0];
		return 1;
	}
	lead = lead_of(at[0]);
	*cp = UTF8_REPLACEMENT;
	if (lead.nbytes == 0)
		return 1;
	if (nbytes < 2 || at[1] < lead.low || at[1] > lead.high)
		return 1;
	for (size_t i = 2; i < lead.nbytes; i++) {
		if (i >= nbytes || (at[i] & 0xC0) != 0x80)
			return i;
	}
	return utf8_next(s, cp);
}

size_t
utf8_next(const char *s, uint32_t *cp)
{
	const unsigned char *at = (const unsigned char *)s;

	if (at[0] < 0x80) {
		*cp = at[0];
		return 1;
	}
	assert(at[0] >= 0xC2 && at[0] <= 0xF4);
	if (at[0] < 0xE0) {
		*cp = (at[0] & 0x1Fu) << 6 | (at[1] & 0x3Fu);
		return 2;
	}
	if (at[0] < 0xF0) {
		*cp = (at[0] & 0x0Fu) << 12 | (at[1] & 0x3Fu) << 6 |
			(at[2] & 0x3Fu);
		return 3;
	}
	*cp = (at[0] & 0x07u) << 18 | (at[1] & 0x3Fu) << 12 |
		(at[2] & 0x3Fu) << 6 | (at[3] & 0x3Fu);
	return 4;
}

size_t
utf8_encode(uint32_t cp, char out[UTF8_BYTES_MAX])
{
	assert(cp <= 0x10FFFF && (cp & 0x1FF800) != 0xD800);
	if (cp < 0x80) {
		out[0] = (char)cp;
		return 1;
	}
	if (cp < 0x800) {
		out[0] = (char)(0xC0 | cp >> 6);
		out[1] = (char)(0x80 | (cp & 0x3F));
		return 2;
	}
	if (cp < 0x10000) {
		out[0] = (char)(0xE0 | cp >> 12);
		out[1] = (char)(0x80 | (cp >> 6 & 0x3F));
		out[2] = (char)(0x80 | (cp & 0x3F));
		return 3;
	}
	out[0] = (char)(0xF0 | cp >> 18);
	out[1] = (char)(0x80 | (cp >> 12 & 0x3F));
	out[2] = (char)(0x80 | (cp >> 6 & 0x3F));
	out[3] = (char)(0x80 | (cp & 0x3F));
	return 4;
}

size_t
utf8_valid_prefix(const char *s, size_t nbytes)
{
	size_t off = 0;

	while (off < nbytes) {
		uint32_t cp;
		size_t step;

		if (nbytes - off >= WORD_NBYTES) {
			uint64_t high = word_high(word_load(s + off));

			off += high == 0 ? WORD_NBYTES : word_first(high);
			if (high == 0)
				continue;
		}
		step = utf8_decode(s + off, nbytes - off, &cp);
		/* A real U+FFFD is EF BF BD; a repaired one never starts so. */
		if (cp == UTF8_REPLACEMENT &&
			(step != 3 || memcmp(s + off, "\xEF\xBF\xBD", 3) != 0))
			break;
		off += step;
	}
	return off;
}

size_t
utf8_before(const char *s, size_t off)
{
	assert(off > 0);
	do
		off--;
	while (off > 0 && ((unsigned char)s[off] & 0xC0) == 0x80);
	return off;
}
