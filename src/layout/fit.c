#include <config.h>

#include "layout/fit.h"

#include <assert.h>
#include <string.h>

#include "layout/paragraph.h"
#include "text/cluster.h"

#define ELLIPSIS 0x2026u

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
		cols += paragraph->cells[i].cols;
	return cols;
}

/* How many cells, whole clusters, fit in COLS columns. */
static size_t
cells_within(const struct paragraph *paragraph, int cols)
{
	size_t cluster = 0;
	int used = 0;

	for (size_t i = 0; i < paragraph->count; i++) {
		if (paragraph->units[i].starts_cluster)
			cluster = i;
		used += paragraph->cells[i].cols;
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
	int cols, bool is_whole, const struct line_style *style,
	enum role role, struct line *line)
{
	struct cell ellipsis = {
		.cps = { ELLIPSIS }, .ncps = 1, .cols = 1,
		.role = (uint8_t)role, .is_rtl = paragraph->is_rtl,
	};
	size_t end = cells_within(paragraph, cols);

	if (is_whole && end == paragraph->count) {
		paragraph_line(paragraph, scratch, 0, end, NULL, style->order,
			line);
		return;
	}
	end = cells_within(paragraph, cols - 1);
	paragraph_line(paragraph, scratch, 0, end, cols > 0 ? &ellipsis : NULL,
		style->order, line);
}

void
fit_text(const char *s, size_t nbytes, int cols, enum fit_base base,
	const struct line_style *style, enum role role, struct line *line)
{
	struct paragraph paragraph = { 0 };
	struct scratch scratch = { 0 };
	size_t some;

	assert(cols >= 0 && nbytes <= UINT32_MAX);
	some = bytes_at_first(s, nbytes, cols);
	for (;;) {
		paragraph_read(&paragraph, &scratch, s,
			(struct span){ 0, (uint32_t)some }, bases[base],
			style, role);
		/* Marks without end may leave room: then read all of it. */
		if (some == nbytes || cols_of(&paragraph) > cols)
			break;
		some = nbytes;
	}
	make_line(&paragraph, &scratch, cols, some == nbytes, style, role,
		line);
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
		style, ROLE_BODY);
	cols = cols_of(&paragraph);
	paragraph_release(&paragraph);
	scratch_release(&scratch);
	return cols;
}
