#ifndef UI_STATUS_H
#define UI_STATUS_H

/*
 * The line at the bottom: where in the list and in the article, what is
 * searched, what is loading; or a message. Drawn from plain data, so it is
 * the same wherever the data comes from.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "layout/line.h"
#include "text/language.h"

struct buf;
struct frame;

struct status {
	const char *message;	/* clean, translated; NULL: none */
	const char *keys;	/* of a command that is not complete; NULL */
	bool is_sheet;		/* one lies over all: of the rest only PERCENT,
				 * below 0 where nothing scrolls */
	/* the list */
	uint32_t row;		/* selected, from 1; 0: none */
	uint32_t count;		/* articles listed */
	const char *sort;	/* translated */
	const char *filter;	/* clean; empty: none */
	/* the search; without one, what the filter finds */
	const char *search;	/* clean; empty: none */
	bool is_searching;	/* it is not through yet */
	size_t match, matches;	/* in the article; match from 1, 0: none */
	uint32_t matching;	/* articles */
	/* the article */
	bool has_article;
	bool is_raw;
	int percent;
	enum language language;
	bool is_rtl;
	/* loading */
	bool is_loading;
	uint32_t found, done;	/* files */
};

/*
 * Draws it into a whole row. The texts start at the right where the language
 * of the messages is written from right to left.
 */
void status_draw(const struct status *status, struct frame *frame, int row,
	int cols, const struct line_style *style);

/* What the search found so far, in words: for the prompt's row. */
void status_add_found(const struct status *status, struct buf *out);
/* The same in a few columns: 12/340. */
void status_add_found_short(const struct status *status, struct buf *out);

#endif
