#include <config.h>

#include "ui/article_page.h"

#include <string.h>

#include "base/vec.h"
#include "model/boilerplate.h"
#include "layout/folds.h"
#include "layout/page.h"
#include "ui/facts.h"
#include "ui/find.h"

/* So long a key may wait for the number of matches. */
#define COUNT_US 2000

void
article_page_close(struct article_page *shown)
{
	shown->is_open = false;
	shown->has_hits = false;
}

void
article_page_release(struct article_page *shown)
{
	page_free(shown->page);
	blocks_release(&shown->blocks);
	anatomy_release(&shown->anatomy);
	buf_release(&shown->facts);
	buf_release(&shown->signs);
	hits_release(&shown->hits);
	*shown = (struct article_page){ 0 };
}

/* The block that the facts are to stand before. */
static size_t
facts_place(const struct blocks *blocks)
{
	size_t at = 0;

	while (at < blocks->count && blocks->at[at].role == ROLE_SECTION)
		at++;
	return at < blocks->count && blocks->at[at].role == ROLE_TITLE
		? at + 1 : 0;
}

/* Puts the facts behind the title, else in front of everything. */
static void
add_facts(struct article_page *shown)
{
	struct blocks *blocks = &shown->blocks;
	struct block facts = { .role = ROLE_FACTS };
	size_t at = facts_place(blocks);

	/* A zeroed buf must become an initialised one. */
	buf_release(&shown->facts);
	facts_add_line(&shown->article, &shown->anatomy, &shown->facts);
	facts.text = shown->facts.at;
	facts.source.end = (uint32_t)shown->facts.nbytes;
	VEC_PUSH(blocks, facts);
	memmove(blocks->at + at + 1, blocks->at + at,
		(blocks->count - 1 - at) * sizeof(*blocks->at));
	blocks->at[at] = facts;
	if (at + 1 < blocks->count)
		blocks->at[at + 1].has_gap = true;
}

static void
fold(struct article_page *shown, const struct page_style *style)
{
	struct fold_style folds = { .is_open = style->is_unfolded,
		.is_rtl = style->is_rtl, .add_words = shown->add_fold };

	/* A zeroed buf must become an initialised one. */
	buf_release(&shown->signs);
	if (shown->add_fold != NULL)
		folds_apply(&shown->blocks, &folds, &shown->signs);
}

static void
make_blocks(struct article_page *shown, const struct page_style *style)
{
	if (style->is_raw) {
		blocks_read_raw(&shown->blocks, &shown->article);
	} else {
		blocks_read(&shown->blocks, &shown->anatomy);
		fold(shown, style);
		add_facts(shown);
	}
}

void
article_page_open(struct article_page *shown, const struct article *article,
	const struct labels *labels, const struct page_style *style)
{
	article_page_close(shown);
	shown->article = *article;
	shown->is_open = true;
	anatomy_read(&shown->anatomy, article->text, article->nbytes, labels);
	if (shown->boilerplate != NULL)
		boilerplate_mark(shown->boilerplate, &shown->anatomy, article);
	make_blocks(shown, style);
	if (shown->page == NULL)
		shown->page = page_new(article->text, &shown->blocks, style);
	else
		page_reset(shown->page, article->text, &shown->blocks, style);
}

/* Whether pages in these styles are made of the same blocks. */
static bool
is_same_content(const struct page_style *a, const struct page_style *b)
{
	return a->is_raw == b->is_raw && a->is_unfolded == b->is_unfolded;
}

static bool
is_same_style(const struct page_style *a, const struct page_style *b)
{
	return a->cols == b->cols && line_style_equals(&a->line, &b->line)
		&& a->is_rtl == b->is_rtl && is_same_content(a, b)
		&& a->is_even == b->is_even
		&& a->is_justified == b->is_justified;
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
	if (!is_same_content(style, old)) {
		make_blocks(shown, style);
		page_set_blocks(shown->page, &shown->blocks, style);
	} else {
		page_set_style(shown->page, style);
	}
	return true;
}

static size_t
count_boilerplate(const struct anatomy *anatomy)
{
	size_t count = 0;

	for (size_t i = 0; i < anatomy->parts.count; i++)
		count += anatomy->parts.at[i].role == PART_BOILERPLATE;
	return count;
}

bool
article_page_mark(struct article_page *shown)
{
	size_t before = count_boilerplate(&shown->anatomy);
	const struct page_style *style;

	if (!shown->is_open || shown->boilerplate == NULL)
		return false;
	boilerplate_mark(shown->boilerplate, &shown->anatomy,
		&shown->article);
	if (count_boilerplate(&shown->anatomy) == before)
		return false;
	style = page_style(shown->page);
	make_blocks(shown, style);
	page_set_blocks(shown->page, &shown->blocks, style);
	return true;
}

bool
article_page_hides(const struct article_page *shown, uint32_t off)
{
	return shown->is_open
		&& !span_is_empty(folds_hiding(&shown->blocks, off));
}

bool
article_page_is_blank(const struct article_page *shown)
{
	return !shown->is_open || page_is_empty(shown->page);
}

bool
article_page_find(struct article_page *shown, const struct find *find)
{
	if (!shown->is_open || (shown->has_hits
			&& shown->generation == find->generation))
		return false;
	hits_start(&shown->hits, find_query(find), &shown->article);
	hits_count(&shown->hits, COUNT_US);
	shown->generation = find->generation;
	shown->has_hits = true;
	return true;
}
