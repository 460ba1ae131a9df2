#include <config.h>

#include "layout/line.h"

#include <stdlib.h>

#include "base/buf.h"
#include "text/utf8.h"

bool
line_style_equals(const struct line_style *a, const struct line_style *b)
{
	return a->order == b->order && a->is_shaped == b->is_shaped
		&& a->is_plain == b->is_plain
		&& a->has_controls == b->has_controls
		&& a->hides_harakat == b->hides_harakat
		&& a->is_wide == b->is_wide
		&& a->keeps_sequences == b->keeps_sequences
		&& a->digits == b->digits;
}

void
line_reset(struct line *line)
{
	line->count = 0;
	line->cols = 0;
	line->is_rtl = false;
	line->source = (struct span){ 0, 0 };
}

void
line_release(struct line *line)
{
	free(line->cells);
	*line = (struct line){ 0 };
}

static bool
is_blank(const struct cell *cell)
{
	return cell->ncps == 1 && cell->cps[0] == ' ';
}

/*
 * Whether the line ends, in reading order, with its first cell: what is in
 * visual order and runs from right to left.
 */
static bool
ends_left(const struct line *line)
{
	return line->is_rtl && line->count > 1
		&& line->cells[0].source.start
			> line->cells[line->count - 1].source.start;
}

static void
add_cell(const struct cell *cell, struct buf *out)
{
	char bytes[UTF8_BYTES_MAX];

	for (int i = 0; i < cell->ncps; i++)
		buf_add(out, bytes, utf8_encode(cell->cps[i], bytes));
}

void
line_add_utf8(const struct line *line, struct buf *out)
{
	size_t first = 0, end = line->count;

	if (ends_left(line)) {
		while (first < end && is_blank(&line->cells[first]))
			first++;
	} else {
		while (end > first && is_blank(&line->cells[end - 1]))
			end--;
	}
	for (size_t i = first; i < end; i++)
		add_cell(&line->cells[i], out);
}
