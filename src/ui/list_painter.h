#ifndef UI_LIST_PAINTER_H
#define UI_LIST_PAINTER_H

/*
 * How a row of the list looks: signs, date, language and title of an article.
 * Knows nothing of the list around it.
 */

#include "base/buf.h"
#include "layout/line.h"
#include "search/match.h"
#include "ui/listing.h"
#include "ui/pane.h"

struct article;
struct find;
struct frame;
struct reading;

/* The signs in front of a row, in this order: match, unread, star. */
#define LIST_SIGN_MATCH "/"
#define LIST_SIGN_UNREAD "\xE2\x80\xA2"
/* The same where a bullet, whose width is ambiguous, is wide. */
#define LIST_SIGN_UNREAD_NARROW "\xE2\x88\x99"
#define LIST_SIGN_STAR "*"
/* Before the number of copies. */
#define LIST_SIGN_COPIES "\xC3\x97"

/* Zero but for what is borrowed is a new one. */
struct list_painter {
	const struct find *find;	/* borrowed */
	const struct reading *reading;	/* borrowed */
	struct line_style style;
	/* scratch, reused from row to row */
	struct line line;
	struct buf text;
	struct match_vec matches;
};

void list_painter_release(struct list_painter *painter);

/*
 * Fills AREA, which has one row. EMPHASIS is that of the whole row. A row that
 * stands for copies says for how many, those under it are indented.
 */
void list_painter_draw(struct list_painter *painter, struct frame *frame,
	struct area area, const struct article *article,
	struct listing_group group, unsigned emphasis);

#endif
