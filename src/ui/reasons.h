#ifndef UI_REASONS_H
#define UI_REASONS_H

/* Why anatomy took each part of an article for what it is, in sentences. */

struct anatomy;
struct sheet;

/*
 * Adds a heading to SHEET and a row for each part of TEXT that is more than a
 * paragraph like any other; nothing where there is none.
 */
void reasons_add(struct sheet *sheet, const char *text,
	const struct anatomy *anatomy);

#endif
