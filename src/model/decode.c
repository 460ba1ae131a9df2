#include <config.h>

#include "model/decode.h"

#include <assert.h>
#include <string.h>
#include <strings.h>

#include "base/buf.h"
#include "text/compose.h"
#include "text/utf8.h"
#include "model/convert.h"
#include "model/encoding_table.h"

/* The first is what we call it; NULLs where there are no others. */
#define NAMES_MAX 5
static const char *const names[ENCODING_COUNT][NAMES_MAX] = {
	[ENCODING_UTF8] = { "UTF-8", "UTF8" },
	[ENCODING_UTF16LE] = { "UTF-16LE", "UTF16LE", "UTF-16", "UTF16" },
	[ENCODING_UTF16BE] = { "UTF-16BE", "UTF16BE" },
	[ENCODING_UTF32LE] = { "UTF-32LE", "UTF32LE", "UTF-32", "UTF32" },
	[ENCODING_UTF32BE] = { "UTF-32BE", "UTF32BE" },
	[ENCODING_WINDOWS_1256] = { "windows-1256", "CP1256" },
	[ENCODING_WINDOWS_1258] = { "windows-1258", "CP1258" },
	[ENCODING_TCVN3] = { "TCVN3", "ABC", "TCVN", "TCVN-5712",
		"TCVN5712-1" },
	[ENCODING_VISCII] = { "VISCII" },
	[ENCODING_WINDOWS_1252] = { "windows-1252", "CP1252", "ISO-8859-1",
		"ISO8859-1", "Latin1" },
	[ENCODING_GB18030] = { "GB18030", "GBK", "GB2312", "CP936" },
};

const char *
encoding_name(enum encoding encoding)
{
	return names[encoding][0];
}

bool
encoding_by_name(const char *name, enum encoding *encoding)
{
	for (int i = 0; i < ENCODING_COUNT; i++)
		for (int k = 0; k < NAMES_MAX && names[i][k] != NULL; k++)
			if (strcasecmp(name, names[i][k]) == 0) {
				*encoding = (enum encoding)i;
				return true;
			}
	return false;
}

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

	out->nbytes += utf8_encode(cp, end);
	out->at[out->nbytes] = '\0';
}

/* Adds CP, which NBYTES bytes say; returns how many of them say nothing. */
static size_t
add_value(uint32_t cp, size_t nbytes, struct buf *out)
{
	bool is_scalar = utf8_is_scalar(cp);

	add_character(is_scalar ? cp : UTF8_REPLACEMENT, out);
	return is_scalar ? 0 : nbytes;
}

static size_t
decode16(const char *s, size_t nbytes, bool is_big, struct buf *out)
{
	size_t off = 0, nbad = 0;

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
		nbad += add_value(cp, 2, out);
	}
	if (off < nbytes)
		add_character(UTF8_REPLACEMENT, out);
	return nbad + (nbytes - off);
}

static size_t
decode32(const char *s, size_t nbytes, bool is_big, struct buf *out)
{
	size_t off = 0, nbad = 0;

	for (; nbytes - off >= 4; off += 4)
		nbad += add_value(unit32(s + off, is_big), 4, out);
	if (off < nbytes)
		add_character(UTF8_REPLACEMENT, out);
	return nbad + (nbytes - off);
}

/* VISCII has more letters than high bytes. */
static uint32_t
viscii_control(unsigned char byte)
{
	switch (byte) {
	case 0x02: return 0x1EB2;
	case 0x05: return 0x1EB4;
	case 0x06: return 0x1EAA;
	case 0x14: return 0x1EF6;
	case 0x19: return 0x1EF8;
	case 0x1E: return 0x1EF4;
	default: return byte;
	}
}

uint32_t
decode_byte(enum encoding encoding, unsigned char byte)
{
	assert(encoding >= ENCODING_WINDOWS_1256
		&& encoding <= ENCODING_WINDOWS_1252);
	if (byte >= 0x80)
		return encoding_table[encoding - ENCODING_WINDOWS_1256]
			[byte - 0x80];
	return encoding == ENCODING_VISCII ? viscii_control(byte) : byte;
}

static size_t
decode_table(enum encoding encoding, const char *s, size_t nbytes,
	struct buf *out)
{
	size_t nbad = 0;

	for (size_t i = 0; i < nbytes; i++) {
		uint32_t cp = decode_byte(encoding, (unsigned char)s[i]);

		nbad += cp == UTF8_REPLACEMENT;
		add_character(cp, out);
	}
	return nbad;
}

/* A letter waits until it is known whether a tone follows. */
static size_t
decode_1258(const char *s, size_t nbytes, struct buf *out)
{
	uint32_t cps[2], starts[2] = { 0, 1 };
	size_t nbad = 0, count = 0;

	for (size_t i = 0; i < nbytes; i++) {
		cps[count++] = decode_byte(ENCODING_WINDOWS_1258,
			(unsigned char)s[i]);
		nbad += cps[count - 1] == UTF8_REPLACEMENT;
		if (count < 2)
			continue;
		if (cps[1] >= 0x300 && cps[1] < 0x370)
			count = compose(cps, starts, 2);
		if (count == 1)
			continue;
		add_character(cps[0], out);
		cps[0] = cps[1];
		count = 1;
	}
	if (count > 0)
		add_character(cps[0], out);
	return nbad;
}

/* Whether the letters of these bytes that say so are capitals. */
static bool
is_in_capitals(const char *s, size_t nbytes)
{
	size_t ncapitals = 0;

	for (size_t i = 0; i < nbytes; i++) {
		if (s[i] >= 'a' && s[i] <= 'z')
			return false;
		ncapitals += s[i] >= 'A' && s[i] <= 'Z';
	}
	return ncapitals > 1;
}

/* The capital of a Vietnamese letter that is not ASCII. */
static uint32_t
capital_of(uint32_t cp)
{
	if (cp == 0x103 || cp == 0x111 || cp == 0x129 || cp == 0x169
		|| cp == 0x1A1 || cp == 0x1B0
		|| (cp > 0x1EA0 && cp < 0x1EFA && cp % 2 == 1))
		return cp - 1;
	return cp >= 0xE0 && cp <= 0xFD ? cp - 0x20 : cp;
}

static size_t
find_byte(const char *s, size_t nbytes, char byte)
{
	const char *at = memchr(s, byte, nbytes);

	return at != NULL ? (size_t)(at - s) : nbytes;
}

/* One line, word by word. */
static size_t
decode_tcvn3_line(const char *s, size_t nbytes, struct buf *out)
{
	bool is_capital_line = is_in_capitals(s, nbytes);
	size_t nbad = 0;

	for (size_t off = 0, end; off < nbytes; off = end) {
		bool is_capital;

		end = off + find_byte(s + off, nbytes - off, ' ');
		end += end < nbytes;
		is_capital = is_capital_line
			|| is_in_capitals(s + off, end - off);
		for (size_t i = off; i < end; i++) {
			uint32_t cp = decode_byte(ENCODING_TCVN3,
				(unsigned char)s[i]);

			nbad += cp == UTF8_REPLACEMENT;
			add_character(is_capital ? capital_of(cp) : cp, out);
		}
	}
	return nbad;
}

static size_t
decode_tcvn3(const char *s, size_t nbytes, struct buf *out)
{
	size_t nbad = 0;

	for (size_t off = 0, line; off < nbytes; off += line) {
		line = find_byte(s + off, nbytes - off, '\n');
		line += line < nbytes - off;
		nbad += decode_tcvn3_line(s + off, line, out);
	}
	return nbad;
}

size_t
decode(enum encoding encoding, const char *bytes, size_t nbytes,
	struct buf *out)
{
	switch (encoding) {
	case ENCODING_UTF16LE:
	case ENCODING_UTF16BE:
		return decode16(bytes, nbytes, encoding == ENCODING_UTF16BE,
			out);
	case ENCODING_UTF32LE:
	case ENCODING_UTF32BE:
		return decode32(bytes, nbytes, encoding == ENCODING_UTF32BE,
			out);
	case ENCODING_WINDOWS_1258:
		return decode_1258(bytes, nbytes, out);
	case ENCODING_TCVN3:
		return decode_tcvn3(bytes, nbytes, out);
	case ENCODING_WINDOWS_1256:
	case ENCODING_VISCII:
	case ENCODING_WINDOWS_1252:
		return decode_table(encoding, bytes, nbytes, out);
	case ENCODING_GB18030:
		return convert_gb18030(bytes, nbytes, out);
	default:
		assert(!"UTF-8 needs no decoding");
		return 0;
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
