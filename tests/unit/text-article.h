#ifndef TESTS_UNIT_TEXT_ARTICLE_H
#define TESTS_UNIT_TEXT_ARTICLE_H

#include "base/buf.h"
#include "model/article.h"
#include "text/fold.h"

/* An article that is nothing but its text. */
struct text_article {
	struct article article;
	struct buf folded;
};

static inline void
text_article_init(struct text_article *ta, const char *text, size_t nbytes)
{
	*ta = (struct text_article){ .folded = BUF_INIT };
	fold_text(text, nbytes, &ta->folded);
	ta->article.text = text;
	ta->article.nbytes = (uint32_t)nbytes;
	ta->article.folded = ta->folded.at;
	ta->article.folded_nbytes = (uint32_t)ta->folded.nbytes;
}

#endif
