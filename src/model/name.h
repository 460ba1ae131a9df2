#ifndef MODEL_NAME_H
#define MODEL_NAME_H

/*
 * What the name of a person or an agency looks like, and lists of them:
 * "Minh An, Reuters", "A. Writer and B. Writer".
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/span.h"

struct labels;

/* Whether CP is a capital letter (Latin, Greek, Cyrillic, Armenian); whether
   the first character of S, which is not empty, is one. */
bool is_capital(uint32_t cp);
bool is_capital_at(const char *s);
/* Whether the first character of S is a letter that could be a capital. */
bool is_small_at(const char *s);

/* The start of the word behind the one at AT in TEXT; END: there is none. */
uint32_t word_next(const char *text, uint32_t at, uint32_t end);

/* Whether a name can begin with the first character of S: a capital, or a
   letter of a script without capitals. */
bool name_can_start(const char *s, size_t nbytes);

/* Whether the first word of S opens a phrase and no name: "The", "How". */
bool name_is_phrase(const char *s, size_t nbytes);
/*
 * The length of what stands before the name of a scholar at S, with blanks:
 * "Dr. ", "PGS.TS. "; 0: nothing, or nothing behind it.
 */
size_t name_honorific(const char *s, size_t nbytes);
/* Whether the small word S stands inside names: "de", "bin". */
bool name_is_particle(const char *s, size_t nbytes);

struct name_shape {
	int nwords;
	size_t nletters;	/* characters, blanks too */
	bool is_capitalized;	/* each word of it has a capital, but for
				   "de", "bin" and the like */
	bool is_all_capitals;
};

/*
 * Whether the trimmed text S can be a name at all: letters, blanks, hyphens,
 * apostrophes and dots, no digit, every word capitalized where the script
 * knows capitals, at most eight words of 60 characters together.
 */
bool name_read(const char *s, size_t nbytes, struct name_shape *shape);

/*
 * Whether the name S can be that of a person in Vietnam: two to four words, a
 * capital before each, and each of them a syllable.
 */
bool name_is_vietnamese(const char *s, size_t nbytes);

/* The length of the dash at S, of all hyphens in a row; 0: none. */
size_t dash_nbytes(const char *s, size_t nbytes);

/*
 * Appends the items of the list in SPAN of TEXT, trimmed, without empty ones:
 * they are parted by commas, semicolons, slashes, bars, dashes and plus signs
 * between blanks, LABEL_ANDs, and the Arabic "and" that is written as one
 * with the name behind it. An address on the web is one item.
 */
void names_split(const char *text, struct span span,
	const struct labels *labels, struct span_vec *names);

#endif
