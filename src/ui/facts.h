#ifndef UI_FACTS_H
#define UI_FACTS_H

/*
 * What is known about an article, in words: the line under its title, and the
 * details. Reads the article's anatomy; knows nothing of the screen.
 */

struct anatomy;
struct article;
struct buf;

/*
 * Appends date, language, byline, sources and words on one line, marked so
 * that it takes the article's direction.
 */
void facts_add_line(const struct article *article,
	const struct anatomy *anatomy, struct buf *out);

#endif
