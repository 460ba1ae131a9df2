#include <config.h>

#include "layout/blocks.h"

#include "base/vec.h"
#include "model/anatomy.h"
#include "model/article.h"

static const enum role roles[PART_ROLE_COUNT] = {
	[PART_TITLE] = ROLE_TITLE,
	[PART_SECTION] = ROLE_SECTION,
	[PART_LEAD] = ROLE_LEAD,
	[PART_DATE] = ROLE_DATE,
	[PART_BYLINE] = ROLE_BYLINE,
	[PART_SOURCE] = ROLE_SOURCE,
	[PART_CAPTION] = ROLE_CAPTION,
	[PART_BODY] = ROLE_BODY,
	[PART_REPEAT] = ROLE_REPEAT,
	[PART_BOILERPLATE] = ROLE_BOILERPLATE,
};

/* Lines about the article, which stand together. */
static bool
is_furniture(enum role role)
{
	return role == ROLE_DATE || role == ROLE_BYLINE || role == ROLE_SOURCE;
}

/* What heads an article, where it stands before the text. */
static bool
is_heading(enum part_role role)
{
	return role == PART_TITLE || role == PART_SECTION;
}

/* Whether there is no gap between two such blocks. */
static bool
stand_together(enum role role, enum role next)
{
	return (is_furniture(role) && is_furniture(next))
		|| (role == ROLE_SECTION && next == ROLE_TITLE);
}

static void
push_part(struct blocks *blocks, const struct part *part)
{
	enum role role = roles[part->role];
	bool has_gap = blocks->count > 0
		&& !stand_together(blocks->at[blocks->count - 1].role, role);

	VEC_PUSH(blocks, ((struct block){ .source = part->span, .role = role,
		.has_gap = has_gap, .width = part->width,
		.kind = part->has_lines ? BLOCK_PARAGRAPHS
			: BLOCK_PARAGRAPH }));
}

void
blocks_read(struct blocks *blocks, const struct anatomy *anatomy)
{
	const struct part_vec *parts = &anatomy->parts;
	size_t title = 0;

	blocks->count = 0;
	while (title < parts->count && parts->at[title].role != PART_TITLE)
		title++;
	for (size_t i = 0; i <= title && title < parts->count; i++)
		if (is_heading(parts->at[i].role))
			push_part(blocks, &parts->at[i]);
	for (size_t i = 0; i < parts->count; i++)
		if (title == parts->count || i > title
				|| !is_heading(parts->at[i].role))
			push_part(blocks, &parts->at[i]);
}

void
blocks_read_raw(struct blocks *blocks, const struct article *article)
{
	blocks->count = 0;
	if (article->nbytes > 0)
		VEC_PUSH(blocks, ((struct block){
			.source = { 0, article->nbytes },
			.role = ROLE_BODY, .kind = BLOCK_LINES }));
}

/* The bytes of the page's text that BLOCK shows or stands for. */
static struct span
shown(const struct block *block)
{
	return block->text == NULL ? block->source : block->stands_for;
}

/* How far OFF is from SPAN; 0: it is in there. */
static uint32_t
distance(struct span span, uint32_t off)
{
	if (off < span.start)
		return span.start - off;
	if (off < span.end || (off == span.start && span_is_empty(span)))
		return 0;
	return off - span.end + 1;
}

size_t
blocks_find(const struct blocks *blocks, uint32_t off)
{
	size_t nearest = 0;
	uint32_t least = UINT32_MAX;

	for (size_t i = 0; i < blocks->count && least > 0; i++) {
		struct span span = shown(&blocks->at[i]);
		uint32_t far = distance(span, off);

		if (far < least && (blocks->at[i].text == NULL
				|| !span_is_empty(span))) {
			least = far;
			nearest = i;
		}
	}
	return nearest;
}

void
blocks_release(struct blocks *blocks)
{
	VEC_RELEASE(blocks);
}
