#ifndef MODEL_DECODE_H
#define MODEL_DECODE_H

/*
 * The encodings that are known, and the way from each to UTF-8. Which one a
 * file is in: its byte order mark says so here, its content model/guess. What
 * comes out may still hold what no screen may get: it has to pass text/clean.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct buf;

enum encoding {
	ENCODING_UTF8,
	ENCODING_UTF16LE,
	ENCODING_UTF16BE,
	ENCODING_UTF32LE,
	ENCODING_UTF32BE,
	ENCODING_WINDOWS_1256,
	ENCODING_WINDOWS_1258,
	ENCODING_TCVN3,
	ENCODING_VISCII,
	ENCODING_WINDOWS_1252,
	ENCODING_GB18030,
	ENCODING_COUNT
};

/* The IANA name, where there is one: "UTF-8". */
const char *encoding_name(enum encoding encoding);

/*
 * The encoding that NAME names, in any case and by its usual other names
 * (CP1256, Latin1, GBK, ABC); false: none is called so.
 */
bool encoding_by_name(const char *name, enum encoding *encoding);

/* Without a mark it is UTF-8. *MARK_NBYTES is the length of the mark. */
enum encoding encoding_of(const char *bytes, size_t nbytes,
	size_t *mark_nbytes);

/*
 * Appends as UTF-8 what NBYTES bytes (without the mark) say in any encoding
 * but UTF-8. Unpaired surrogates, a cut last character and bytes that mean
 * nothing become U+FFFD; returns how many bytes that were. The tones of
 * windows-1258 are put on their letters (form C). In TCVN3 a line in capitals
 * is one in full: its fonts draw the capitals that it has no bytes for.
 */
size_t decode(enum encoding encoding, const char *bytes, size_t nbytes,
	struct buf *out);

/*
 * The character that BYTE is in one of the encodings with a byte for each;
 * U+FFFD: none.
 */
uint32_t decode_byte(enum encoding encoding, unsigned char byte);

/*
 * Whether these bytes, thought to be UTF-8, are no text at all: more than one
 * in fifty is NUL or a control that texts do not use.
 */
bool looks_binary(const char *bytes, size_t nbytes);

#endif
