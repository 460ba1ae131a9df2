#include <config.h>

#include "layout/piece.h"

#include <assert.h>
#include <string.h>

#include "text/cluster.h"
#include "text/utf8.h"
#include "model/lines.h"
#include "layout/blocks.h"

/* How far before the multiple a window may end, to end behind a blank. */
#define SLACK (PIECE_WINDOW / 4)
/* So many clusters are looked at for one that is not joined to the next. */
#define CLUSTERS_MAX 16

/* A block and the text that it counts in. */
struct run {
	const char *text;
	struct span span;
	enum block_kind kind;
	uint32_t width;
};

/* A line, as far as it is known: its ends or places far enough away. */
struct stretch {
	size_t start, end;
};

static struct run
run_of(const struct blocks *blocks, const char *text, size_t index)
{
	const struct block *block = &blocks->at[index];

	assert(index < blocks->count);
	return (struct run){ block->text != NULL ? block->text : text,
		block->source, block->kind, block->width };
}

static bool
is_line_end(const struct run *run, size_t off)
{
	return run->text[off] == '\n';
}

/* Whether the line, which ends at OFF, goes on in the next one. */
static bool
is_joined(const struct run *run, size_t off)
{
	return run->width > 0 && lines_are_joined(run->text, run->span,
		(uint32_t)off, run->width);
}

/* The start of the line that OFF is in, or some place REACH before OFF. */
static size_t
line_start(const struct run *run, size_t off, size_t reach)
{
	size_t first = off - run->span.start > reach ? off - reach
		: run->span.start;
	const char *text = run->text, *end;

	if (run->kind == BLOCK_PARAGRAPH)
		return first;
	while ((end = memrchr(text + first, '\n', off - first)) != NULL) {
		off = (size_t)(end - text);
		if (!is_joined(run, off))
			return off + 1;
	}
	return first;
}

static size_t
line_end(const struct run *run, size_t off, size_t reach)
{
	size_t last = run->span.end - off > reach ? off + reach
		: run->span.end;
	const char *text = run->text, *end;

	if (run->kind == BLOCK_PARAGRAPH)
		return last;
	while ((end = memchr(text + off, '\n', last - off)) != NULL) {
		off = (size_t)(end - text);
		if (!is_joined(run, off))
			return off;
		off++;
	}
	return last;
}

/*
 * Whether the letter CP never joins the one after it: all that are no Arabic
 * letters, and of those alef, dal, reh, waw and their kin.
 */
static bool
ends_joining(uint32_t cp)
{
	return cp < 0x620 || cp > 0x6FF || (cp >= 0x621 && cp <= 0x625)
		|| cp == 0x627 || cp == 0x629 || (cp >= 0x62F && cp <= 0x632)
		|| cp == 0x648 || (cp >= 0x660 && cp <= 0x66D)
		|| (cp >= 0x671 && cp <= 0x677) || (cp >= 0x688 && cp <= 0x699)
		|| (cp >= 0x6C3 && cp <= 0x6CB) || cp == 0x6CF
		|| (cp >= 0x6D2 && cp <= 0x6D5) || cp >= 0x6F0;
}

/* Where a word without end is cut, before OFF or there. */
static size_t
cut_in_word(const char *text, size_t off)
{
	size_t first = off - SLACK, cut, nearest;

	while (((unsigned char)text[first] & 0xC0) == 0x80)
		first++;
	nearest = cut = first + cluster_before(text + first, off - first,
		off - first);
	for (int i = 0; i < CLUSTERS_MAX && cut > first; i++) {
		size_t start = first + cluster_before(text + first,
			cut - first, cut - first);
		uint32_t cp;

		utf8_next(text + start, &cp);
		if (ends_joining(cp))
			return cut;
		cut = start;
	}
	/* A cluster without end has to be cut, too, but at a character. */
	return nearest > first ? nearest : utf8_before(text, off);
}

/* Where the window before MULTIPLE ends, if one does. */
static size_t
cut_before(const struct run *run, size_t multiple)
{
	const char *text = run->text;
	const char *blank = memrchr(text + multiple - SLACK, ' ', SLACK);

	return blank != NULL ? (size_t)(blank - text) + 1
		: cut_in_word(text, multiple);
}

static bool
is_cut_at(struct stretch line, size_t multiple)
{
	return multiple >= line.start + PIECE_WINDOW
		&& multiple + PIECE_WINDOW <= line.end;
}

/* Narrows PIECE, a line, to the window that has OFF. */
static void
take_window(const struct run *run, size_t off, struct piece *piece)
{
	struct stretch line = { piece->source.start, piece->source.end };
	/* No farther away can be the cuts at both sides. */
	size_t multiple = (off / PIECE_WINDOW + 2) * PIECE_WINDOW;

	for (int i = 0; i < 4 && multiple > 0; i++) {
		size_t cut = is_cut_at(line, multiple)
			? cut_before(run, multiple) : 0;

		if (cut > off) {
			piece->source.end = (uint32_t)cut;
			piece->is_cut = true;
		} else if (cut > 0) {
			piece->source.start = (uint32_t)cut;
			piece->is_continued = true;
			return;
		}
		multiple -= PIECE_WINDOW;
	}
}

/*
 * As stored, the first of the empty lines between two others is not a piece:
 * it is the gap of what comes next. At the top there is nothing that a gap
 * could come after, at the end nothing that it could come before.
 */
static bool
is_gap(const struct run *run, size_t off)
{
	return off >= run->span.start + (size_t)2 && off + 1 < run->span.end
		&& is_line_end(run, off) && is_line_end(run, off - 1)
		&& !is_line_end(run, off - 2);
}

static bool
has_gap(const struct run *run, const struct block *block,
	const struct piece *piece)
{
	if (piece->source.start == run->span.start)
		return block->has_gap;
	if (piece->is_continued)
		return false;
	return run->kind == BLOCK_PARAGRAPHS
		|| (run->kind == BLOCK_LINES
			&& is_gap(run, piece->source.start - 1));
}

/* The first byte at OFF or behind it that is not in a blank, or span.end. */
static size_t
skip_blanks(const struct run *run, size_t off)
{
	return span_trim(run->text, (struct span){ (uint32_t)off,
		run->span.end }).start;
}

/* The last byte before OFF that is not in a blank; there is one. */
static size_t
skip_blanks_back(const struct run *run, size_t off)
{
	return span_trim(run->text, (struct span){ run->span.start,
		(uint32_t)off }).end - (size_t)1;
}

static struct piece
piece_in(const struct blocks *blocks, const struct run *run, size_t index,
	size_t off)
{
	struct piece piece = { .block = index };
	struct stretch line;

	assert(off >= run->span.start && off <= run->span.end);
	if (run->kind == BLOCK_PARAGRAPHS && off < run->span.end)
		off = skip_blanks(run, off);
	else if (run->kind == BLOCK_LINES && is_gap(run, off))
		off++;
	/* As far as decides about the cuts around OFF. */
	line.start = line_start(run, off, 3 * PIECE_WINDOW);
	line.end = line_end(run, off, 3 * PIECE_WINDOW);
	piece.source = (struct span){ (uint32_t)line.start,
		(uint32_t)line.end };
	/* What is shorter is not cut. */
	if (line.end - line.start >= 2 * PIECE_WINDOW)
		take_window(run, off, &piece);
	if (run->kind == BLOCK_PARAGRAPHS)
		/* Of windows, too: they are found by what is not blank. */
		piece.source = span_trim(run->text, piece.source);
	piece.has_gap = has_gap(run, &blocks->at[index], &piece);
	return piece;
}

struct piece
piece_at(const struct blocks *blocks, const char *text, size_t block,
	uint32_t off)
{
	struct run run = run_of(blocks, text, block);
	size_t last = run.span.end;

	/* The end of the last line stands for the line. */
	if (run.kind == BLOCK_LINES)
		last--;
	return piece_in(blocks, &run, block, off < run.span.start
		? run.span.start : off < last ? off : last);
}

struct piece
piece_first(const struct blocks *blocks, const char *text)
{
	return piece_at(blocks, text, 0, 0);
}

struct piece
piece_last(const struct blocks *blocks, const char *text)
{
	return piece_at(blocks, text, blocks->count - 1, UINT32_MAX);
}

/* A byte of the next piece of the block; false: PIECE is the last. */
static bool
find_next(const struct run *run, const struct piece *piece, size_t *off)
{
	size_t next = piece->source.end;

	switch (run->kind) {
	case BLOCK_PARAGRAPHS:
		next = skip_blanks(run, next);
		break;
	case BLOCK_LINES:
		next += !piece->is_cut;
		break;
	case BLOCK_PARAGRAPH:
		break;
	}
	*off = next;
	return next < run->span.end;
}

/* A byte of the piece before it; false: PIECE is the first. */
static bool
find_previous(const struct run *run, const struct piece *piece, size_t *off)
{
	size_t start = piece->source.start;

	if (start == run->span.start)
		return false;
	if (run->kind == BLOCK_PARAGRAPHS)
		*off = skip_blanks_back(run, start);
	else
		/* The line end, or the one before the gap. */
		*off = start - 1 - (size_t)piece->has_gap;
	return true;
}

bool
piece_next(const struct blocks *blocks, const char *text, struct piece *piece)
{
	struct run run = run_of(blocks, text, piece->block);
	size_t off;

	if (find_next(&run, piece, &off)) {
		*piece = piece_in(blocks, &run, piece->block, off);
		return true;
	}
	if (piece->block + 1 == blocks->count)
		return false;
	*piece = piece_at(blocks, text, piece->block + 1, 0);
	return true;
}

bool
piece_previous(const struct blocks *blocks, const char *text,
	struct piece *piece)
{
	struct run run = run_of(blocks, text, piece->block);
	size_t off;

	if (find_previous(&run, piece, &off)) {
		*piece = piece_in(blocks, &run, piece->block, off);
		return true;
	}
	if (piece->block == 0)
		return false;
	*piece = piece_at(blocks, text, piece->block - 1, UINT32_MAX);
	return true;
}

uint32_t
piece_line_start(const struct blocks *blocks, const char *text,
	const struct piece *piece, uint32_t from)
{
	struct run run = run_of(blocks, text, piece->block);
	uint32_t start = piece->source.start;

	assert(from <= start);
	return piece->is_continued ? (uint32_t)line_start(&run, start,
		start - from) : start;
}
