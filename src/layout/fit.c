#include <config.h>

#include "layout/fit.h"

#include <assert.h>
#include <string.h>

#include "layout/paragraph.h"
#include "text/cluster.h"

#define ELLIPSIS 0x2026u
/* Where its width, which is ambiguous, is two columns. */
#define ELLIPSIS_NARROW 0x22EFu

/*
 * Of a string much longer than its room only this many bytes per column (and
 * some more) are read at first: enough for ordinary text of any script.
 */
#define BYTES_PER_COL 6
#define BYTES_AT_LEAST 64

static const enum bidi_base bases[] = {
	[FIT_BASE_AUTO] = BIDI_BASE_AUTO_LTR,
	[FIT_BASE_LTR] = BIDI_BASE_LTR,
	[FIT_BASE_RTL] = BIDI_BASE_RTL,
};

static int
cols_of(const struct paragraph *paragraph)
{
	int cols = 0;

	for (size_t i = 0; i < paragraph->count; i++)
		cols += paragraph->units[i] & UNIT_COLS;
	return cols;
}

/* How many cells, whole clusters, fit in COLS columns. */
static size_t
cells_within(const struct paragraph *paragraph, int cols)
{
	size_t cluster = 0;
	int used = 0;

	for (size_t i = 0; i < paragraph->count; i++) {
		if (paragraph->units[i] & UNIT_CLUSTER)
			cluster = i;
		used += paragraph->units[i] & UNIT_COLS;
		if (used > cols)
			return cluster;
	}
	return paragraph->count;
}

static size_t
bytes_at_first(const char *s, size_t nbytes, int cols)
{
	size_t some = (size_t)cols * BYTES_PER_COL + BYTES_AT_LEAST;

	if (some >= nbytes)
		return nbytes;
	return cluster_before(s, nbytes, some);
}

static void
make_line(const struct paragraph *paragraph, struct scratch *scratch,
	int cols, bool is_whole, struct line_extra *extra, struct line *line)
{
	size_t end = cells_within(paragraph, cols);

	if (is_whole && end == paragraph->count) {
		extra->last = 0;
	} else {
		end = cells_within(paragraph, cols - 1);
		if (cols == 0)
			extra->last = 0;
	}
	paragraph_line(paragraph, scratch, 0, end, extra, line);
}

void
fit_text(const char *s, size_t nbytes, int cols, enum fit_base base,
	const struct line_style *style, enum role role, struct line *line)
{
	struct paragraph paragraph = { 0 };
	struct scratch scratch = { 0 };
	struct line_extra extra = { .order = style->order, .role = role,
		.last = style->is_wide ? ELLIPSIS_NARROW : ELLIPSIS };
	size_t some;

	assert(cols >= 0 && nbytes <= UINT32_MAX);
	some = bytes_at_first(s, nbytes, cols);
	for (;;) {
		paragraph_read(&paragraph, &scratch, s,
			(struct span){ 0, (uint32_t)some }, bases[base],
			style);
		paragraph_find_breaks(&paragraph);
		/* Marks without end may leave room: then read all of it. */
		if (some == nbytes || cols_of(&paragraph) > cols)
			break;
		some = nbytes;
	}
	make_line(&paragraph, &scratch, cols, some == nbytes, &extra, line);
	paragraph_release(&paragraph);
	scratch_release(&scratch);
}

int
fit_cols(const char *s, size_t nbytes, const struct line_style *style)
{
	struct paragraph paragraph = { 0 };
	struct scratch scratch = { 0 };
	int cols;

	assert(nbytes <= UINT32_MAX);
	paragraph_read(&paragraph, &scratch, s,
		(struct span){ 0, (uint32_t)nbytes }, BIDI_BASE_AUTO_LTR,
		style);
	paragraph_find_breaks(&paragraph);
	cols = cols_of(&paragraph);
	paragraph_release(&paragraph);
	scratch_release(&scratch);
	return cols;
}
