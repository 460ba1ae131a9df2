#ifndef MODEL_CUT_H
#define MODEL_CUT_H

/*
 * One enormous line, which exports make of a whole article, cut into
 * paragraphs at the ends of sentences, for reading. Nothing is changed or left
 * out: the pieces are spans, in order, with only blanks between them.
 */

#include <stdbool.h>

#include "base/span.h"

/* A line of more letters is cut. */
#define CUT_LETTERS_MIN 1200

/*
 * Whether LINE of clean TEXT is so long that it is to be cut. Cheap for all
 * that is shorter.
 */
bool cut_is_needed(const char *text, struct span line);

/*
 * Appends the pieces of LINE, trimmed, each of about 300 to 600 letters, to
 * PIECES: at least one, LINE itself where no sentence ends in it.
 *
 * A sentence ends in . ! ? … ؟ ۔ 。, quotes and brackets closing behind it, and
 * what follows begins one: behind a blank no small letter; without a blank (as
 * where lines were glued) a word in a capital or in Arabic, and a word stands
 * before it. None ends behind an abbreviation or an initial (U.S., Mr., TP.,
 * ThS., أ.د.), in a number, or between quotes or brackets; such that are not
 * closed within a piece were left open by mistake and are forgotten. Time
 * grows with the line.
 */
void cut_line(const char *text, struct span line, struct span_vec *pieces);

#endif
