#ifndef MODEL_JOIN_H
#define MODEL_JOIN_H

/*
 * Lines that a stray line end broke in the middle of a sentence, made one
 * again on strong evidence only: a wrong join is worse than a missed one.
 *
 * - A lone و ends the first one, which is prose: it is a letter of the next
 *   word. Other letters of that kind (ب ف ك ل) name things, too, and need all
 *   that follows here.
 * - The first one ends in a letter or a comma, the second begins with a small
 *   letter (in Arabic: the first ends in a comma) and ends as sentences do;
 *   both are long enough for prose, a sentence ended before them, nearly all
 *   long lines of the text end in a sentence, and there are few such places.
 *
 * So titles, lists, tables, poems, bylines and captions stay as they are.
 */

#include <stddef.h>

#include "base/span.h"

/*
 * Joins LINES of clean TEXT, trimmed and in order; a joined one has the line
 * end inside. Time grows with the lines.
 */
void join_broken(const char *text, struct span_vec *lines);

#endif
