#include <config.h>

#include "layout/lead.h"

#include "layout/blocks.h"
#include "layout/piece.h"

void
lead_follow(struct lead *lead, const struct blocks *blocks, const char *text,
	const struct piece *piece)
{
	struct span source = piece->source;
	bool is_behind = lead->block == piece->block
		&& lead->line.start < lead->line.end
		&& source.start >= lead->line.start;
	uint32_t from = 0, start;

	if (is_behind)
		from = source.start < lead->line.end ? source.start
			: lead->line.end;
	start = piece_line_start(blocks, text, piece, from);
	if (!is_behind || start > from)
		*lead = (struct lead){ .block = piece->block,
			.line = { start, source.end } };
	else if (lead->line.end < source.end)
		lead->line.end = source.end;
}

void
lead_keep(struct lead *lead, const struct blocks *blocks)
{
	struct span line = lead->line;

	for (size_t i = 0; i < blocks->count; i++) {
		const struct block *block = &blocks->at[i];

		if (block->kind == BLOCK_PARAGRAPH || block->text != NULL
				|| block->source.start > line.start
				|| block->source.end < line.end)
			continue;
		*lead = (struct lead){ .block = i, .line = line };
		return;
	}
	*lead = (struct lead){ 0 };
}
