#ifndef MODEL_DECODE_H
#define MODEL_DECODE_H

/*
 * What encoding the bytes of a file are in, as its byte order mark says, and
 * the way from there to UTF-8. What comes out may still be ill-formed: it has
 * to pass text/clean.
 */

#include <stdbool.h>
#include <stddef.h>

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

/* Without a mark it is UTF-8. *MARK_NBYTES is the length of the mark. */
enum encoding encoding_of(const char *bytes, size_t nbytes,
	size_t *mark_nbytes);

/*
 * Appends as UTF-8 what NBYTES bytes (without the mark) say in any encoding
 * but UTF-8; unpaired surrogates, a cut last character and what is no scalar
 * value become U+FFFD.
 */
void decode_wide(enum encoding encoding, const char *bytes, size_t nbytes,
	struct buf *out);

/*
 * Whether these bytes, thought to be UTF-8, are no text at all: more than one
 * in fifty is NUL or a control that texts do not use.
 */
bool looks_binary(const char *bytes, size_t nbytes);

#endif
