#ifndef UI_ARTICLE_PAGE_H
#define UI_ARTICLE_PAGE_H

/*
 * An article as the reading pane lays it out: its page, with the line of
 * facts under the title, and where the search occurs in it. Offsets are bytes
 * of the article's text, which the facts are no part of.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "model/anatomy.h"
#include "model/article.h"
#include "layout/blocks.h"
#include "search/hits.h"

struct boilerplate;
struct find;
struct labels;
struct page;
struct page_style;

/* Zero is a closed one. */
struct article_page {
	bool is_open;
	struct article article;
	struct anatomy anatomy;
	/* What many articles have; NULL: nothing is known about that. */
	const struct boilerplate *boilerplate;
	/* What the signs of folds say; NULL: nothing is folded away. */
	void (*add_fold)(enum role role, uint32_t count, struct buf *out);
	struct buf facts;	/* what they say */
	struct buf signs;	/* of what is folded away */
	struct blocks blocks;	/* what the page is made of */
	struct page *page;	/* its memory goes from article to article;
				   NULL before the first one */
	struct hits hits;	/* where the search occurs */
	bool has_hits;		/* they are of this article and ... */
	unsigned generation;	/* ... of this search */
};

void article_page_release(struct article_page *shown);
void article_page_close(struct article_page *shown);
/*
 * STYLE's is_raw decides between the text as stored and laid out, is_unfolded
 * whether there is all of it.
 */
void article_page_open(struct article_page *shown,
	const struct article *article, const struct labels *labels,
	const struct page_style *style);
/*
 * Whether that changed anything: then every place on the page is another.
 */
bool article_page_set_style(struct article_page *shown,
	const struct page_style *style);

/*
 * Folds away what has become known as boilerplate since; whether that is
 * anything: then every place on the page is another.
 */
bool article_page_mark(struct article_page *shown);

/* Whether byte OFF is folded away. */
bool article_page_hides(const struct article_page *shown, uint32_t off);

/* Whether there is no row to show. */
bool article_page_is_blank(const struct article_page *shown);

/*
 * Makes the hits those of the search of now; whether they are other ones. In
 * a text that is not very long they are counted at once.
 */
bool article_page_find(struct article_page *shown, const struct find *find);

#endif
