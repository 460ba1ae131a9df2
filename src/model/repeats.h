#ifndef MODEL_REPEATS_H
#define MODEL_REPEATS_H

/*
 * Paragraphs that stood before in the same article, and the words in them:
 * both need one look at every byte, so they are found together.
 */

#include <stddef.h>

#include "model/anatomy.h"

/*
 * Makes PART_REPEAT, REASON_SAME, of each PART_BODY that equals an earlier
 * title or paragraph, which is why, but for its blanks, and fills paragraphs,
 * repeats and words.
 * Very short paragraphs ("Yes.", "***") may come again and are none. Time
 * grows with the text, whatever is in it. A part that has_lines is passed
 * over.
 */
void repeats_find(struct anatomy *anatomy, const char *text, size_t nbytes);

#endif
