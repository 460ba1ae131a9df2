#ifndef MODEL_OPENING_H
#define MODEL_OPENING_H

/*
 * How an article begins, told when its lines have their roles: section,
 * title, who wrote it below the title, lead, dateline.
 */

#include "model/furniture.h"

/* A line of prose is longer, or ends in a full stop. */
#define TITLE_LETTERS_MAX 140

/* Whether LINE ends like prose or is longer than any title. */
bool is_prose(const char *text, struct span line);

/*
 * Section lines over the title, then the title, then names without "By"
 * between it and the text. A title is the first line of text, and text must
 * follow it.
 */
void opening_read(struct furniture *furniture);
/*
 * The dateline of the first paragraphs; what it says is noted behind what
 * other lines say.
 */
void opening_find_dateline(struct furniture *furniture);
/*
 * The lead: a paragraph right below the title, shorter than the others are,
 * that something sets apart from them: furniture, a dateline, or an empty
 * line that no others have between them.
 */
void opening_find_lead(struct anatomy *anatomy, const char *text);

#endif
