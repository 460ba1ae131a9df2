#include <config.h>

#include "layout/page.h"

#include <assert.h>
#include <string.h>

#include "base/vec.h"
#include "base/xalloc.h"
#include "layout/cache.h"
#include "layout/justify.h"
#include "layout/lead.h"
#include "layout/piece.h"

/* The direction of a line is told by so many bytes of it. */
#define LEAD_NBYTES 1024

struct page {
	const char *text;	/* not ours */
	struct blocks blocks;
	struct page_style style;
	struct line line;	/* what page_line returned */
	struct scratch scratch;
	struct cache cache;
	struct lead lead;	/* line empty: none */
	struct page_place last;	/* the very last row ... */
	bool has_last;		/* ... if it is known */
	struct {
		uint8_t *at;
		size_t count, capacity;
	} filling;		/* of a justified row */
};

struct page *
page_new(const char *text, const struct blocks *blocks,
	const struct page_style *style)
{
	struct page *page = xcalloc(1, sizeof(*page));

	page_reset(page, text, blocks, style);
	return page;
}

void
page_free(struct page *page)
{
	if (page == NULL)
		return;
	line_release(&page->line);
	scratch_release(&page->scratch);
	cache_release(&page->cache);
	VEC_RELEASE(&page->filling);
	blocks_release(&page->blocks);
	free(page);
}

static void
forget_layout(struct page *page)
{
	cache_reset(&page->cache);
	page->lead.is_known = false;
	page->has_last = false;
}

void
page_reset(struct page *page, const char *text, const struct blocks *blocks,
	const struct page_style *style)
{
	page->text = text;
	page->lead = (struct lead){ 0 };
	page_set_blocks(page, blocks, style);
}

void
page_set_blocks(struct page *page, const struct blocks *blocks,
	const struct page_style *style)
{
	assert(style->cols >= 1);
	lead_keep(&page->lead, blocks);
	page->style = *style;
	page->blocks.count = blocks->count;
	if (blocks->count > 0) {
		VEC_RESERVE(&page->blocks, blocks->count);
		memcpy(page->blocks.at, blocks->at,
			blocks->count * sizeof(*blocks->at));
		page->blocks.at[0].has_gap = false;
	}
	forget_layout(page);
}

const struct page_style *
page_style(const struct page *page)
{
	return &page->style;
}

/*
 * How cells are made in STYLE. As stored means: plain lines, no switch but
 * what the terminal wants.
 */
static struct line_style
cell_style(const struct page_style *style)
{
	const struct line_style *line = &style->line;

	if (!style->is_raw)
		return *line;
	return (struct line_style){ .order = line->order,
		.is_shaped = line->is_shaped, .is_plain = true,
		.is_wide = line->is_wide,
		.keeps_sequences = line->keeps_sequences };
}

/* Headlines, facts and credits are even at most, as in print. */
static bool
is_justified(const struct page_style *style, enum role role)
{
	return style->is_justified && !style->is_raw && (role == ROLE_BODY
		|| role == ROLE_REPEAT || role == ROLE_BOILERPLATE
		|| role == ROLE_CAPTION);
}

static enum laid_fill
fill_of(const struct page_style *style, enum role role)
{
	if (is_justified(style, role))
		return LAID_JUSTIFIED;
	return (style->is_even || style->is_justified) && !style->is_raw
		? LAID_EVEN : LAID_GREEDY;
}

/* Whether paragraphs read in style A serve for B: the width is no part. */
static bool
is_same_text(const struct page_style *a, const struct page_style *b)
{
	struct line_style cells_a = cell_style(a), cells_b = cell_style(b);

	return line_style_equals(&cells_a, &cells_b)
		&& a->is_rtl == b->is_rtl;
}

void
page_set_style(struct page *page, const struct page_style *style)
{
	assert(style->cols >= 1);
	if (!is_same_text(&page->style, style))
		forget_layout(page);
	cache_unwrap(&page->cache);
	page->has_last = false;
	page->style = *style;
}

static const char *
text_of(const struct page *page, size_t block)
{
	const char *text = page->blocks.at[block].text;

	return text != NULL ? text : page->text;
}

/* A date is digits mostly: it goes the way of its article. */
static enum bidi_base
base_of(const struct page *page, enum role role)
{
	if (role == ROLE_DATE)
		return page->style.is_rtl ? BIDI_BASE_RTL : BIDI_BASE_LTR;
	return page->style.is_rtl ? BIDI_BASE_AUTO_RTL : BIDI_BASE_AUTO_LTR;
}

static void
read_span(struct page *page, struct paragraph *paragraph, size_t block,
	struct span source, enum bidi_base base)
{
	struct line_style style = cell_style(&page->style);

	/* The controls in what is not the page's own text are ours. */
	style.has_controls &= page->blocks.at[block].text == NULL;
	paragraph_read(paragraph, &page->scratch, text_of(page, block), source,
		base, &style);
}

/* Which way the line goes that begins at START, by its first bytes. */
static bool
is_line_rtl(struct page *page, size_t block, uint32_t start)
{
	struct block *of = &page->blocks.at[block];
	const char *text = text_of(page, block);
	struct span lead = { start, of->source.end };
	struct paragraph paragraph = { 0 };
	bool is_rtl;

	if (span_nbytes(lead) > LEAD_NBYTES)
		lead.end = start + LEAD_NBYTES;
	while (((unsigned char)text[lead.end] & 0xC0) == 0x80)
		lead.end--;
	read_span(page, &paragraph, block, lead, base_of(page, of->role));
	is_rtl = paragraph.is_rtl;
	paragraph_release(&paragraph);
	return is_rtl;
}

/* A window goes the way of the line that it is cut from. */
static enum bidi_base
piece_base(struct page *page, const struct piece *piece)
{
	struct lead *lead = &page->lead;

	if (!piece->is_continued)
		return base_of(page, page->blocks.at[piece->block].role);
	lead_follow(lead, &page->blocks, page->text, piece);
	if (!lead->is_known)
		lead->is_rtl = is_line_rtl(page, piece->block,
			lead->line.start);
	lead->is_known = true;
	return lead->is_rtl ? BIDI_BASE_RTL : BIDI_BASE_LTR;
}

static inline struct laid *
wrapped(const struct page *page, struct laid *laid)
{
	if (!laid->has_rows)
		laid_wrap(laid, page->style.cols, fill_of(&page->style,
			page->blocks.at[laid->piece.block].role));
	return laid;
}

/* PIECE laid out at the page's width. */
static struct laid *
lay(struct page *page, const struct piece *piece)
{
	struct laid *laid = cache_find(&page->cache, piece->block,
		piece->source.start);

	if (laid == NULL) {
		enum bidi_base base = piece_base(page, piece);

		laid = cache_add(&page->cache, piece);
		read_span(page, &laid->paragraph, piece->block, piece->source,
			base);
		cache_settle(&page->cache, laid);
	}
	return wrapped(page, laid);
}

/* The piece that PLACE is in, which is not laid out. */
static struct laid *
lay_anew(struct page *page, struct page_place place)
{
	struct piece piece = piece_at(&page->blocks, page->text, place.block,
		place.start);

	assert(piece.source.start == place.start);
	return lay(page, &piece);
}

/* The piece that PLACE is in: one after another, nearly always the last. */
static inline struct laid *
lay_place(struct page *page, struct page_place place)
{
	struct laid *laid = cache_find(&page->cache, place.block, place.start);

	return laid != NULL ? wrapped(page, laid) : lay_anew(page, place);
}

/* The rows of a piece, its gap included. */
static size_t
rows_of(const struct laid *laid)
{
	return laid->rows.count + laid->piece.has_gap;
}

static struct page_place
place_in(const struct piece *piece, size_t row)
{
	return (struct page_place){ piece->block, piece->source.start, row };
}

bool
page_is_empty(const struct page *page)
{
	return page->blocks.count == 0;
}

struct page_place
page_first(const struct page *page)
{
	struct piece piece;

	if (page->blocks.count == 0)
		return (struct page_place){ 0 };
	piece = piece_first(&page->blocks, page->text);
	return place_in(&piece, 0);
}

struct page_place
page_last(struct page *page)
{
	struct piece piece;

	if (page->blocks.count == 0)
		return (struct page_place){ 0 };
	if (!page->has_last) {
		piece = piece_last(&page->blocks, page->text);
		page->last = place_in(&piece, rows_of(lay(page, &piece)) - 1);
		page->has_last = true;
	}
	return page->last;
}

/* Goes on NROWS rows, which the piece of PLACE does not have. */
static size_t
step_out(struct page *page, const struct laid *laid, struct page_place *place,
	size_t nrows)
{
	size_t left = nrows;

	for (;;) {
		size_t below = rows_of(laid) - 1 - place->row;
		struct piece piece = laid->piece;

		if (left <= below) {
			place->row += left;
			return nrows;
		}
		if (!piece_next(&page->blocks, page->text, &piece)) {
			place->row += below;
			return nrows - (left - below);
		}
		left -= below + 1;
		*place = place_in(&piece, 0);
		laid = lay(page, &piece);
	}
}

static size_t
step_back(struct page *page, struct page_place *place, size_t nrows)
{
	struct piece piece = lay_place(page, *place)->piece;
	size_t left = nrows;

	while (left > place->row) {
		if (!piece_previous(&page->blocks, page->text, &piece)) {
			left -= place->row;
			place->row = 0;
			return nrows - left;
		}
		left -= place->row + 1;
		*place = place_in(&piece, rows_of(lay(page, &piece)) - 1);
	}
	place->row -= left;
	return nrows;
}

int
page_step(struct page *page, struct page_place *place, int nrows)
{
	const struct laid *laid;

	if (page->blocks.count == 0)
		return 0;
	if (nrows < 0)
		return (int)step_back(page, place, (size_t)-(long long)nrows);
	laid = lay_place(page, *place);
	assert(place->row < rows_of(laid));
	if ((size_t)nrows >= rows_of(laid) - place->row)
		return (int)step_out(page, laid, place, (size_t)nrows);
	place->row += (size_t)nrows;
	return nrows;
}

bool
page_step_paragraph(struct page *page, struct page_place *place, bool is_next)
{
	struct piece piece;
	bool has_piece = true;

	if (page->blocks.count == 0)
		return false;
	piece = lay_place(page, *place)->piece;
	if (is_next)
		has_piece = piece_next(&page->blocks, page->text, &piece);
	else if (place->row <= piece.has_gap)
		has_piece = piece_previous(&page->blocks, page->text, &piece);
	if (has_piece)
		*place = place_in(&piece, piece.has_gap);
	return has_piece;
}

int
page_compare(struct page_place a, struct page_place b)
{
	if (a.block != b.block)
		return a.block < b.block ? -1 : 1;
	if (a.start != b.start)
		return a.start < b.start ? -1 : 1;
	return (a.row > b.row) - (a.row < b.row);
}

/* The filling of the row from FIRST to END of LAID; NULL: it has none. */
static const uint8_t *
justify(struct page *page, const struct laid *laid, size_t first, size_t end,
	int last_cols)
{
	const struct line_style *style = &page->style.line;
	bool has_kashida = (style->is_shaped || style->order == ORDER_LOGICAL)
		&& !page->style.has_no_kashida;

	VEC_RESERVE(&page->filling, end - first);
	if (end == first || !justify_row(&laid->paragraph, first, end,
			last_cols, page->style.cols, has_kashida,
			page->filling.at))
		return NULL;
	return page->filling.at;
}

/* The sources of a line that is not of the page's text. */
static void
forget_sources(struct line *line)
{
	line->source = (struct span){ 0, 0 };
	for (size_t i = 0; i < line->count; i++)
		line->cells[i].source = line->source;
}

static void
make_line(struct page *page, const struct laid *laid, size_t row)
{
	const struct paragraph *paragraph = &laid->paragraph;
	size_t first = laid->rows.at[row], end = laid_row_end(laid, row);
	size_t shown_end = paragraph_shown_end(paragraph, first, end);
	struct line_extra extra = { .order = page->style.line.order,
		.role = page->blocks.at[laid->piece.block].role };

	if (paragraph_has_hyphen(paragraph, first, end, page->style.cols))
		extra.last = '-';
	if (is_justified(&page->style, extra.role)
			&& (end < paragraph->count || laid->piece.is_cut))
		extra.filling = justify(page, laid, first, shown_end,
			extra.last != 0);
	paragraph_line(paragraph, &page->scratch, first, shown_end, &extra,
		&page->line);
	page->line.source = paragraph_source(paragraph, first, end);
	if (page->blocks.at[laid->piece.block].text != NULL)
		forget_sources(&page->line);
}

const struct line *
page_line(struct page *page, struct page_place place)
{
	const struct laid *laid = lay_place(page, place);

	if (laid->piece.has_gap && place.row == 0)
		return NULL;
	make_line(page, laid, place.row - laid->piece.has_gap);
	return &page->line;
}

struct page_place
page_place_of(struct page *page, uint32_t off)
{
	struct piece piece;
	const struct laid *laid;

	if (page->blocks.count == 0)
		return (struct page_place){ 0 };
	piece = piece_at(&page->blocks, page->text,
		blocks_find(&page->blocks, off), off);
	/* OFF is no place in a text of its own, which begins at its top. */
	if (page->blocks.at[piece.block].text != NULL)
		return place_in(&piece, piece.has_gap);
	laid = lay(page, &piece);
	return place_in(&piece, laid_row_of(laid, off) + piece.has_gap);
}

uint32_t
page_byte_of(struct page *page, struct page_place place)
{
	const struct laid *laid;
	bool has_gap;

	if (page->blocks.count == 0)
		return 0;
	if (page->blocks.at[place.block].text != NULL)
		return page->blocks.at[place.block].stands_for.start;
	laid = lay_place(page, place);
	has_gap = laid->piece.has_gap;
	if (place.row <= has_gap)
		return laid->piece.source.start;
	return laid->paragraph.starts[laid->rows.at[place.row - has_gap]];
}
