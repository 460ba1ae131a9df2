#include <config.h>

#include "ui/article_page.h"

#include <string.h>

#include "base/vec.h"
#include "layout/page.h"
#include "ui/facts.h"
#include "ui/find.h"

void
article_page_close(struct article_page *shown)
{
	page_free(shown->page);
	shown->page = NULL;
	shown->is_open = false;
	shown->has_matches = false;
	shown->matches.count = 0;
}

void
article_page_release(struct article_page *shown)
{
	article_page_close(shown);
	blocks_release(&shown->blocks);
	anatomy_release(&shown->anatomy);
	buf_release(&shown->text);
	VEC_RELEASE(&shown->matches);
}

/* Puts the facts behind the title, else in front of everything. */
static void
add_facts(struct article_page *shown)
{
	struct blocks *blocks = &shown->blocks;
	struct block facts = { .role = ROLE_FACTS };
	size_t at = blocks->count > 0 && blocks->at[0].role == ROLE_TITLE;

	facts.source.start = (uint32_t)shown->text.nbytes;
	facts_add_line(&shown->article, &shown->anatomy, &shown->text);
	facts.source.end = (uint32_t)shown->text.nbytes;
	VEC_PUSH(blocks, facts);
	memmove(blocks->at + at + 1, blocks->at + at,
		(blocks->count - 1 - at) * sizeof(*blocks->at));
	blocks->at[at] = facts;
	if (at + 1 < blocks->count)
		blocks->at[at + 1].has_gap = true;
}

static void
make_page(struct article_page *shown, const struct page_style *style)
{
	page_free(shown->page);
	blocks_release(&shown->blocks);
	/* A zeroed buf must become an initialised one. */
	buf_release(&shown->text);
	buf_add(&shown->text, shown->article.text, shown->article.nbytes);
	if (style->is_raw) {
		blocks_read_raw(&shown->blocks, &shown->article);
	} else {
		blocks_read(&shown->blocks, &shown->article, &shown->anatomy);
		buf_add_byte(&shown->text, '\n');
		add_facts(shown);
	}
	shown->page = page_new(shown->text.at, &shown->blocks, style);
}

void
article_page_open(struct article_page *shown, const struct article *article,
	const struct labels *labels, const struct page_style *style)
{
	article_page_close(shown);
	shown->article = *article;
	shown->is_open = true;
	anatomy_read(&shown->anatomy, article->text, article->nbytes, labels);
	make_page(shown, style);
}

static bool
is_same_style(const struct page_style *a, const struct page_style *b)
{
	return a->cols == b->cols && a->line.order == b->line.order
		&& a->line.is_shaped == b->line.is_shaped
		&& a->is_rtl == b->is_rtl && a->is_raw == b->is_raw;
}

bool
article_page_set_style(struct article_page *shown,
	const struct page_style *style)
{
	const struct page_style *old;

	if (!shown->is_open)
		return false;
	old = page_style(shown->page);
	if (is_same_style(style, old))
		return false;
	if (style->is_raw != old->is_raw)
		make_page(shown, style);
	else
		page_set_style(shown->page, style);
	return true;
}

bool
article_page_is_blank(const struct article_page *shown)
{
	return !shown->is_open || page_is_empty(shown->page);
}

bool
article_page_find(struct article_page *shown, const struct find *find)
{
	if (!shown->is_open || (shown->has_matches
			&& shown->generation == find->generation))
		return false;
	shown->matches.count = 0;
	find_spans(find, shown->article.text, shown->article.nbytes,
		&shown->matches);
	shown->generation = find->generation;
	shown->has_matches = true;
	return true;
}

size_t
article_page_match_at(const struct article_page *shown, uint32_t off)
{
	size_t low = 0, high = shown->matches.count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (shown->matches.at[middle].span.start < off)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}
