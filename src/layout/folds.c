#include <config.h>

#include "layout/folds.h"

#include <string.h>

#include "base/buf.h"
#include "base/vec.h"
#include "layout/blocks.h"

/*
 * Marks and isolates of UAX #9: a sign goes the way of its article, its words
 * go their own.
 */
#define LRM "\u200E"
#define RLM "\u200F"
#define FSI "\u2068"
#define PDI "\u2069"
/* U+25C2 and U+25B8 are not mirrored by themselves (BidiMirroring.txt). */
#define CLOSED_LTR "\u25B8 "
#define CLOSED_RTL "\u25C2 "
#define OPEN "\u25BE "

static bool
is_foldable(enum role role)
{
	return role == ROLE_REPEAT || role == ROLE_BOILERPLATE;
}

/* The end of the run of blocks that fold together with block FIRST. */
static size_t
run_end(const struct blocks *blocks, size_t first)
{
	size_t end = first + 1;

	while (end < blocks->count
			&& blocks->at[end].role == blocks->at[first].role)
		end++;
	return end;
}

static struct block
make_sign(const struct blocks *blocks, size_t first, size_t end,
	const struct fold_style *style, struct buf *signs)
{
	const struct block *block = &blocks->at[first];
	struct block sign = { .role = ROLE_FOLD, .has_gap = block->has_gap,
		.kind = BLOCK_PARAGRAPH };

	sign.source.start = (uint32_t)signs->nbytes;
	buf_add_string(signs, style->is_rtl ? RLM : LRM);
	buf_add_string(signs, style->is_open ? OPEN
		: style->is_rtl ? CLOSED_RTL : CLOSED_LTR);
	buf_add_string(signs, FSI);
	style->add_words(block->role, (uint32_t)(end - first), signs);
	buf_add_string(signs, PDI);
	sign.source.end = (uint32_t)signs->nbytes;
	sign.stands_for = (struct span){ block->source.start,
		style->is_open ? block->source.start
			: blocks->at[end - 1].source.end };
	return sign;
}

static size_t
count_runs(const struct blocks *blocks)
{
	size_t count = 0;

	for (size_t i = 0; i < blocks->count; i = run_end(blocks, i))
		count += is_foldable(blocks->at[i].role);
	return count;
}

void
folds_apply(struct blocks *blocks, const struct fold_style *style,
	struct buf *signs)
{
	size_t nruns = count_runs(blocks), from = nruns, to = 0;

	buf_reset(signs);
	if (nruns == 0)
		return;
	/* All move back, so that each sign finds room in front of them. */
	VEC_RESERVE(blocks, blocks->count + nruns);
	memmove(blocks->at + nruns, blocks->at,
		blocks->count * sizeof(*blocks->at));
	blocks->count += nruns;
	while (from < blocks->count) {
		size_t end = run_end(blocks, from);

		if (is_foldable(blocks->at[from].role)) {
			blocks->at[to++] = make_sign(blocks, from, end, style,
				signs);
			from = style->is_open ? from : end;
		}
		while (from < end)
			blocks->at[to++] = blocks->at[from++];
	}
	blocks->count = to;
	/* Only now nothing is added any more. */
	for (size_t i = 0; i < to; i++)
		if (blocks->at[i].role == ROLE_FOLD)
			blocks->at[i].text = signs->at;
}

struct span
folds_hiding(const struct blocks *blocks, uint32_t off)
{
	for (size_t i = 0; i < blocks->count; i++) {
		struct span span = blocks->at[i].stands_for;

		if (off >= span.start && off < span.end)
			return span;
	}
	return (struct span){ 0, 0 };
}
