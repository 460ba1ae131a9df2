#include <config.h>

#include "layout/blocks.h"

#include <string.h>

#include "base/vec.h"
#include "model/anatomy.h"
#include "model/article.h"
#include "text/cluster.h"
#include "text/utf8.h"

/*
 * No paragraph that somebody wrote is longer. What is, becomes several blocks
 * one after another, so that the memory for laying one out stays bounded
 * whatever a file holds.
 */
#ifndef BLOCK_NBYTES_MAX
#define BLOCK_NBYTES_MAX ((uint32_t)1 << 18)
#endif

static const enum role roles[PART_ROLE_COUNT] = {
	[PART_TITLE] = ROLE_TITLE,
	[PART_DATE] = ROLE_DATE,
	[PART_BYLINE] = ROLE_BYLINE,
	[PART_SOURCE] = ROLE_SOURCE,
	[PART_CAPTION] = ROLE_CAPTION,
	[PART_BODY] = ROLE_BODY,
	[PART_REPEAT] = ROLE_REPEAT,
};

/* Lines about the article, which stand together. */
static bool
is_furniture(enum role role)
{
	return role == ROLE_DATE || role == ROLE_BYLINE || role == ROLE_SOURCE;
}

/* Where a block from START on ends: behind a blank if there is one at all. */
static uint32_t
cut_of(const char *text, uint32_t start)
{
	const char *at = text + start;
	const char *blank = memrchr(at, ' ', BLOCK_NBYTES_MAX);
	size_t nbytes;

	if (blank != NULL)
		return (uint32_t)(blank - text) + 1;
	nbytes = cluster_before(at, BLOCK_NBYTES_MAX, BLOCK_NBYTES_MAX);
	/* A cluster without end has to be cut, too, but at a character. */
	if (nbytes == 0)
		nbytes = utf8_before(at, BLOCK_NBYTES_MAX);
	return start + (uint32_t)nbytes;
}

static void
push(struct blocks *blocks, const char *text, struct span source,
	enum role role, bool has_gap)
{
	while (span_nbytes(source) > BLOCK_NBYTES_MAX) {
		uint32_t cut = cut_of(text, source.start);

		VEC_PUSH(blocks, ((struct block){
			{ source.start, cut }, role, has_gap }));
		source.start = cut;
		has_gap = false;
	}
	VEC_PUSH(blocks, ((struct block){ source, role, has_gap }));
}

static void
push_part(struct blocks *blocks, const char *text, const struct part *part)
{
	enum role role = roles[part->role];
	bool has_gap = blocks->count > 0
		&& !(is_furniture(role)
			&& is_furniture(blocks->at[blocks->count - 1].role));

	push(blocks, text, part->span, role, has_gap);
}

void
blocks_read(struct blocks *blocks, const struct article *article,
	const struct anatomy *anatomy)
{
	const struct part_vec *parts = &anatomy->parts;

	blocks->count = 0;
	for (size_t i = 0; i < parts->count; i++) {
		if (parts->at[i].role == PART_TITLE)
			push_part(blocks, article->text, &parts->at[i]);
	}
	for (size_t i = 0; i < parts->count; i++) {
		if (parts->at[i].role != PART_TITLE)
			push_part(blocks, article->text, &parts->at[i]);
	}
}

/*
 * NEMPTY empty lines, the last of which is at OFF, before a block that
 * follows or (IS_END) at the end. One of them is the gap of what comes next;
 * returns whether that is for the block that follows.
 */
static bool
push_empty(struct blocks *blocks, uint32_t off, uint32_t nempty, bool is_end)
{
	/* At the top there is nothing that a gap could come after. */
	bool has_gap = blocks->count > 0 && nempty > (is_end ? 1 : 0);
	uint32_t nblocks = has_gap ? nempty - 1 : nempty;

	for (uint32_t i = nblocks; i > 0; i--) {
		uint32_t start = off - (i - 1);

		push(blocks, NULL, (struct span){ start, start }, ROLE_BODY,
			has_gap);
		has_gap = false;
	}
	return has_gap;
}

void
blocks_read_raw(struct blocks *blocks, const struct article *article)
{
	const char *text = article->text;
	uint32_t start = 0, nempty = 0;

	blocks->count = 0;
	while (start < article->nbytes) {
		const char *end = memchr(text + start, '\n',
			article->nbytes - start);
		struct span line = { start, end == NULL ? article->nbytes
			: (uint32_t)(end - text) };

		start = line.end + 1;
		if (span_is_empty(line)) {
			nempty++;
			continue;
		}
		push(blocks, text, line, ROLE_BODY,
			nempty > 0 && push_empty(blocks, line.start - 1,
				nempty, false));
		nempty = 0;
	}
	if (nempty > 0)
		push_empty(blocks, article->nbytes - 1, nempty, true);
}

void
blocks_release(struct blocks *blocks)
{
	VEC_RELEASE(blocks);
}
