#include <config.h>

#include "model/decode.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "base/buf.h"
#include "text/utf8.h"

struct mark {
	const char *bytes;
	size_t nbytes;
	enum encoding encoding;
};

/* UTF-32LE stands before UTF-16LE, whose mark begins like it. */
static const struct mark marks[] = {
	{ "\xEF\xBB\xBF", 3, ENCODING_UTF8 },
	{ "\xFF\xFE\0\0", 4, ENCODING_UTF32LE },
	{ "\0\0\xFE\xFF", 4, ENCODING_UTF32BE },
	{ "\xFF\xFE", 2, ENCODING_UTF16LE },
	{ "\xFE\xFF", 2, ENCODING_UTF16BE },
};

enum encoding
encoding_of(const char *bytes, size_t nbytes, size_t *mark_nbytes)
{
	for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++) {
		if (nbytes < marks[i].nbytes
			|| memcmp(bytes, marks[i].bytes, marks[i].nbytes) != 0)
			continue;
		*mark_nbytes = marks[i].nbytes;
		return marks[i].encoding;
	}
	*mark_nbytes = 0;
	return ENCODING_UTF8;
}

static uint32_t
unit16(const char *at, bool is_big)
{
	const unsigned char *b = (const unsigned char *)at;

	return is_big ? (uint32_t)b[0] << 8 | b[1] : (uint32_t)b[1] << 8 | b[0];
}

static uint32_t
unit32(const char *at, bool is_big)
{
	uint32_t first = unit16(at, is_big), second = unit16(at + 2, is_big);

	return is_big ? first << 16 | second : second << 16 | first;
}

static void
add_character(uint32_t cp, struct buf *out)
{
	char *end = buf_reserve(out, UTF8_BYTES_MAX);

	out->nbytes += utf8_encode(utf8_is_scalar(cp) ? cp : UTF8_REPLACEMENT,
		end);
	out->at[out->nbytes] = '\0';
}

static void
decode16(const char *s, size_t nbytes, bool is_big, struct buf *out)
{
	size_t off = 0;

	while (nbytes - off >= 2) {
		uint32_t cp = unit16(s + off, is_big), low;

		off += 2;
		if (cp >= 0xD800 && cp <= 0xDBFF && nbytes - off >= 2) {
			low = unit16(s + off, is_big);
			if (low >= 0xDC00 && low <= 0xDFFF) {
				cp = 0x10000 + ((cp & 0x3FF) << 10)
					+ (low & 0x3FF);
				off += 2;
			}
		}
		add_character(cp, out);
	}
	if (off < nbytes)
		add_character(UTF8_REPLACEMENT, out);
}

static void
decode32(const char *s, size_t nbytes, bool is_big, struct buf *out)
{
	size_t off = 0;

	for (; nbytes - off >= 4; off += 4)
		add_character(unit32(s + off, is_big), out);
	if (off < nbytes)
		add_character(UTF8_REPLACEMENT, out);
}

void
decode_wide(enum encoding encoding, const char *bytes, size_t nbytes,
	struct buf *out)
{
	switch (encoding) {
	case ENCODING_UTF16LE:
	case ENCODING_UTF16BE:
		decode16(bytes, nbytes, encoding == ENCODING_UTF16BE, out);
		break;
	case ENCODING_UTF32LE:
	case ENCODING_UTF32BE:
		decode32(bytes, nbytes, encoding == ENCODING_UTF32BE, out);
		break;
	default:
		assert(!"UTF-8 needs no decoding");
	}
}

bool
looks_binary(const char *bytes, size_t nbytes)
{
	size_t ncontrols = 0;

	for (size_t i = 0; i < nbytes; i++) {
		unsigned char c = (unsigned char)bytes[i];

		/* TAB to CR and ESC do occur in texts. */
		ncontrols += c < 0x20 && (c < '\t' || c > '\r') && c != 0x1B;
	}
	return ncontrols > 1 + nbytes / 50;
}
