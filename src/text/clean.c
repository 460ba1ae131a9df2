#include <config.h>

#include "text/clean.h"

#include <stdint.h>

#include "base/buf.h"
#include "text/entity.h"
#include "text/utf8.h"
#include "text/word.h"

/* What the two kinds of cleaning do differently. */
enum kind {
	KIND_TEXT,
	KIND_NAME
};

#define CONTROL_PICTURES 0x2400u
#define PICTURE_DELETE 0x2421u
#define PICTURE_NEWLINE 0x2424u
#define BYTE_ORDER_MARK 0xFEFFu

static bool
is_cont(unsigned char byte)
{
	return (byte & 0xC0) == 0x80;
}

/*
 * The length of the character at S if it is valid and stays as it is, else 0.
 * The first byte is not ASCII. Spelled out by lead byte, because this decides
 * how fast an archive loads; clean_char below is the same knowledge by code
 * point, and a test compares the two.
 */
static size_t
clean_sequence(const unsigned char *s, size_t nbytes)
{
	if (nbytes < 2 || !is_cont(s[1]))
		return 0;
	if (s[0] < 0xE0)
		return s[0] > 0xC2 || (s[0] == 0xC2 && s[1] >= 0xA0) ? 2 : 0;
	if (nbytes < 3 || !is_cont(s[2]))
		return 0;
	if (s[0] < 0xF0) {
		if ((s[0] == 0xE0 && s[1] < 0xA0)
			|| (s[0] == 0xED && s[1] > 0x9F))
			return 0;
		if (s[0] == 0xE2 && s[1] == 0x80
			&& (s[2] == 0xA8 || s[2] == 0xA9))
			return 0;
		if (s[0] == 0xEF && ((s[1] == 0xBB && s[2] == 0xBF)
			|| (s[1] == 0xB7 && s[2] >= 0x90 && s[2] <= 0xAF)
			|| (s[1] == 0xBF && s[2] >= 0xBE)))
			return 0;
		return 3;
	}
	if (nbytes < 4 || !is_cont(s[3]) || s[0] > 0xF4 ||
		(s[0] == 0xF0 && s[1] < 0x90) || (s[0] == 0xF4 && s[1] > 0x8F))
		return 0;
	/* The last two of each plane are noncharacters. */
	return (s[1] & 0x0F) == 0x0F && s[2] == 0xBF && s[3] >= 0xBE ? 0 : 4;
}

/* Whether the ASCII byte at S, not a plain one, stays as it is. */
static bool
is_clean_ascii(const char *s, size_t nbytes, enum kind kind)
{
	uint32_t cp;

	if (kind == KIND_NAME)
		return *s >= 0x20 && *s != 0x7F;
	if (*s == '&')
		return entity_decode(s, nbytes, &cp) == 0;
	return *s == '\n' || *s == '\t' || (*s >= 0x20 && *s != 0x7F);
}

/* How many bytes from OFF on are plain ASCII: whole words, at least. */
static size_t
skip_plain(const char *s, size_t nbytes, size_t off)
{
	while (nbytes - off >= WORD_NBYTES) {
		uint64_t word = word_load(s + off);
		uint64_t stops = word_high(word) | word_below(word, 0x20) |
			word_equal(word, 0x7F) | word_equal(word, '&');

		if (stops != 0)
			return off + word_first(stops);
		off += WORD_NBYTES;
	}
	return off;
}

/* How many of the bytes, from the start, stay as they are. */
static size_t
clean_prefix(const char *s, size_t nbytes, enum kind kind)
{
	const unsigned char *bytes = (const unsigned char *)s;
	size_t off = 0;

	while ((off = skip_plain(s, nbytes, off)) < nbytes) {
		size_t step;

		if (bytes[off] < 0x80) {
			if (!is_clean_ascii(s + off, nbytes - off, kind))
				break;
			off++;
			continue;
		}
		do {
			step = clean_sequence(bytes + off, nbytes - off);
			if (step == 0)
				return off;
			off += step;
		} while (off < nbytes && bytes[off] >= 0x80);
	}
	return off;
}

static bool
is_line_end(uint32_t cp)
{
	return (cp >= 0x0A && cp <= 0x0D) || cp == 0x85 || cp == 0x2028
		|| cp == 0x2029;
}

static bool
is_noncharacter(uint32_t cp)
{
	return (cp & 0xFFFE) == 0xFFFE || (cp >= 0xFDD0 && cp <= 0xFDEF);
}

/* What stands for CP; CP itself where it is clean. */
static uint32_t
clean_char(uint32_t cp, enum kind kind)
{
	if (is_line_end(cp))
		return kind == KIND_TEXT ? '\n' : PICTURE_NEWLINE;
	if (cp == '\t' && kind == KIND_TEXT)
		return cp;
	if (cp < 0x20)
		return CONTROL_PICTURES + cp;
	if (cp == 0x7F)
		return PICTURE_DELETE;
	if ((cp >= 0x80 && cp < 0xA0) || is_noncharacter(cp))
		return UTF8_REPLACEMENT;
	return cp;
}

static void
add_clean_char(uint32_t cp, enum kind kind, struct buf *out)
{
	char bytes[UTF8_BYTES_MAX];

	if (cp != BYTE_ORDER_MARK)
		buf_add(out, bytes,
			utf8_encode(clean_char(cp, kind), bytes));
}

/* Cleans the one character at S and returns its length; counts into *NBAD. */
static size_t
clean_one(const char *s, size_t nbytes, enum kind kind, struct buf *out,
	size_t *nbad)
{
	uint32_t cp;
	size_t step = 0;

	if (*s == '&' && kind == KIND_TEXT)
		step = entity_decode(s, nbytes, &cp);
	if (step == 0) {
		step = utf8_decode(s, nbytes, &cp);
		/* U+FFFD itself is clean and never comes here. */
		*nbad += cp == UTF8_REPLACEMENT ? step : 0;
	}
	add_clean_char(cp, kind, out);
	return *s == '\r' && nbytes > 1 && s[1] == '\n' ? 2 : step;
}

static size_t
clean(const char *s, size_t nbytes, enum kind kind, struct buf *out)
{
	size_t off = 0, nbad = 0;

	while (off < nbytes) {
		size_t prefix = clean_prefix(s + off, nbytes - off, kind);

		buf_add(out, s + off, prefix);
		off += prefix;
		if (off < nbytes)
			off += clean_one(s + off, nbytes - off, kind, out,
				&nbad);
	}
	return nbad;
}

bool
clean_is_clean(const char *s, size_t nbytes)
{
	return clean_prefix(s, nbytes, KIND_TEXT) == nbytes;
}

size_t
clean_text(const char *s, size_t nbytes, struct buf *out)
{
	return clean(s, nbytes, KIND_TEXT, out);
}

void
clean_name(const char *s, size_t nbytes, struct buf *out)
{
	clean(s, nbytes, KIND_NAME, out);
}
