#ifndef MODEL_ARTICLE_H
#define MODEL_ARTICLE_H

/*
 * A view of one article of an archive: plain data and borrowed pointers,
 * valid until the archive is freed. Article numbers count from 0 in the order
 * of publication, which is path order for each ARCHIVE argument.
 */

#include <stdbool.h>
#include <stdint.h>

#include "base/span.h"
#include "model/date.h"
#include "model/decode.h"
#include "text/language.h"

struct anchor;
struct sketch;

struct article {
	uint32_t number;
	const char *path;	/* as opened, raw bytes, NUL at the end */
	const char *text;	/* clean UTF-8, NUL at the end */
	uint32_t nbytes;	/* of text */
	const char *folded;	/* text/fold of the whole text */
	uint32_t folded_nbytes;
	const struct anchor *anchors;	/* of TEXT; NULL: it is not long */
	uint64_t fingerprint;	/* of letters and digits, see fingerprint.h */
	struct span title;	/* in text; empty: none */
	struct span label;	/* in text: what lists show; empty: nothing */
	struct date date;
	enum language language;
	enum encoding encoding;	/* of the file */
	bool is_encoding_guessed; /* by its content */
	bool is_rtl;		/* direction of the article */
	uint32_t words;
	uint32_t paragraphs;
	uint32_t repeats;
	const struct sketch *sketch;	/* to find near copies by */
};

#endif
