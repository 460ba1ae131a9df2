#ifndef MODEL_SENTENCE_H
#define MODEL_SENTENCE_H

/*
 * Where sentences and brackets end: what tells a line of prose from one that
 * is something else. Spans are of the clean text that stands before them.
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/span.h"

/* Whether LINE ends with these bytes. */
bool ends_with(const char *text, struct span line, const char *end);
/* Whether a sentence ends at the end of LINE; quotes may close behind it. */
bool ends_sentence(const char *text, struct span line);
/* The same for a full stop alone. */
bool ends_in_full_stop(const char *text, struct span line);
/*
 * Whether the full stop at byte STOP, in a line that begins at FIRST, is that
 * of an abbreviation before a name or of initials: "Dr.", "U.S."
 */
bool is_abbreviation(const char *text, uint32_t first, uint32_t stop);
/* Whether LINE ends in an abbreviation with its full stop ("in the U.S."), or
   in more than one full stop. */
bool ends_in_abbreviation(const char *text, struct span line);
/* Whether SPAN is initials and nothing else: "R.K.", "ر. ك." */
bool is_initials(const char *text, struct span span);
/*
 * Whether a sentence ends before byte AT of LINE, and what stands there can
 * begin another one.
 */
bool is_sentence_border(const char *text, struct span line, uint32_t at);
/* How many sentences end in LINE, its last one, too; at most MAX. */
int sentence_count(const char *text, struct span line, int max);

/* Whether a digit is in the NBYTES at S: ASCII, Arabic-Indic or Persian. */
bool has_digit(const char *s, size_t nbytes);

/*
 * The brackets that end LINE, with a full stop behind them or not, as a span
 * that is empty where there are none; and what stands in them, trimmed.
 */
struct span brackets_at_end(const char *text, struct span line);
struct span inside_brackets(const char *text, struct span brackets);
/* SPAN without quotes around it ("الحياة", «BBC»), or as it is. */
struct span inside_quotes(const char *text, struct span span);
/* LINE without the brackets around it, or the dash or star before it. */
struct span unwrapped(const char *text, struct span line);

#endif
