#ifndef UI_LANGUAGES_H
#define UI_LANGUAGES_H

/*
 * In which languages the paragraphs of an article are, for the details. Looks
 * at the first of them only, and at a bounded part of each.
 */

struct anatomy;
struct article;
struct sheet;

/* Adds a row: "vi", or "vi, en (2 paragraphs)"; none where none is known. */
void languages_add(struct sheet *sheet, const struct article *article,
	const struct anatomy *anatomy);

#endif
