/*
 * Bytes -> text/clean -> blocks, as stored or with the parts of an article ->
 * a page that is walked down and up at two widths. An input is three bytes of
 * style, two widths less one, four steps, and the text.
 */

#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "text/clean.h"
#include "model/anatomy.h"
#include "model/article.h"
#include "model/labels.h"
#include "layout/page.h"
#include "layout/piece.h"
#include "fuzz.h"
#include "invariants.h"

#define COLS_MAX 96u
#define NSTEPS 4
#define ROWS_MAX (4 * FUZZ_NBYTES_MAX)

static const char labels_table[] =
	"byline en By\n"
	"source vi Ngu\u1ED3n:\n"
	"credit en Photo:\n"
	"source ar \u0627\u0644\u0645\u0635\u062F\u0631:\n"
	"agency en Example\n"
	"and en and\n";

/* Memory that goes from input to input. */
struct memory {
	struct buf text, shown;
	struct labels *labels;
	struct anatomy anatomy;
	struct blocks blocks;
	struct page *page;
	struct page_place places[ROWS_MAX];
	size_t nrows;
};

static struct memory memory = { .text = BUF_INIT, .shown = BUF_INIT };

static struct page_style
style_of(struct fuzz_input *input, bool *is_resized)
{
	unsigned line = fuzz_take(input), page = fuzz_take(input);

	*is_resized = (page & 0x10) != 0;
	return (struct page_style){
		.cols = 1,
		.line = {
			.order = line & 0x01 ? ORDER_LOGICAL : ORDER_VISUAL,
			.is_shaped = (line & 0x02) != 0,
			.is_plain = (line & 0x04) != 0,
			.has_controls = (line & 0x08) != 0,
			.hides_harakat = (line & 0x10) != 0,
			.is_wide = (line & 0x20) != 0,
			.keeps_sequences = (line & 0x40) != 0,
			.digits = fuzz_take(input) % DIGITS_COUNT,
		},
		.is_rtl = (page & 0x01) != 0,
		.is_raw = (page & 0x02) != 0,
		.is_even = (page & 0x04) != 0,
		.is_justified = (page & 0x08) != 0,
	};
}

static bool
is_same_place(struct page_place a, struct page_place b)
{
	return page_compare(a, b) == 0;
}

/* Whether the first place of NOW follows right after the last one of BEFORE. */
static void
check_piece(struct memory *m, const struct piece *before,
	const struct piece *now)
{
	struct piece next = *before, previous = *now;

	assert(piece_next(&m->blocks, m->text.at, &next));
	assert(next.block == now->block
		&& next.source.start == now->source.start);
	assert(piece_previous(&m->blocks, m->text.at, &previous));
	assert(previous.block == before->block
		&& previous.source.start == before->source.start);
	if (now->is_continued)
		assert(before->is_cut
			&& before->source.end == now->source.start);
}

/* The line at PLACE in PIECE; it begins where the one before ended. */
static void
check_row(struct memory *m, struct page *page, struct page_place place,
	const struct piece *piece, uint32_t *off)
{
	const struct page_style *style = page_style(page);
	const struct line *line = page_line(page, place);
	struct line_style shown = style->line;
	uint32_t start;
	bool has_hyphen = false;

	assert((line == NULL) == (piece->has_gap && place.row == 0));
	if (line == NULL)
		return;
	shown.is_plain |= style->is_raw;
	assert(line->source.start == *off);
	*off = line->source.end;
	start = line->source.start;
	for (size_t i = 0; i < line->count; i++) {
		check_cell(&line->cells[i], &shown);
		has_hyphen |= span_is_empty(line->cells[i].source)
			&& !style->line.has_controls;
		assert(line->cells[i].role == m->blocks.at[place.block].role);
	}
	assert(!has_hyphen || line->cols <= style->cols);
	buf_reset(&m->shown);
	line_add_utf8(line, &m->shown);
	assert(page_byte_of(page, place) == start);
	if (!span_is_empty(piece->source))
		assert(is_same_place(page_place_of(page, start), place));
}

static struct piece
piece_of(const struct memory *m, struct page_place place)
{
	struct piece piece = piece_at(&m->blocks, m->text.at, place.block,
		place.start);

	assert(piece.block == place.block
		&& piece.source.start == place.start);
	return piece;
}

/* All rows, downwards: they cover their pieces without a hole. */
static void
walk_down(struct memory *m, struct page *page)
{
	struct page_place place = page_first(page);
	struct piece piece = piece_of(m, place);
	uint32_t off = piece.source.start;

	m->nrows = 0;
	for (;;) {
		struct page_place before = place;
		struct piece now;

		assert(m->nrows < ROWS_MAX);
		m->places[m->nrows++] = place;
		check_row(m, page, place, &piece, &off);
		if (page_step(page, &place, 1) == 0)
			break;
		assert(page_compare(before, place) < 0);
		if (place.block == before.block && place.start == before.start)
			continue;
		assert(off == piece.source.end);
		now = piece_of(m, place);
		check_piece(m, &piece, &now);
		piece = now;
		off = piece.source.start;
	}
	assert(off == piece.source.end);
	assert(is_same_place(page_last(page), place));
}

static void
walk_up(const struct memory *m, struct page *page)
{
	struct page_place place = page_last(page);

	for (size_t row = m->nrows; row-- > 0;) {
		assert(is_same_place(place, m->places[row]));
		assert(page_step(page, &place, -1) == (row > 0));
	}
}

/* A step of so many rows is as many steps of one. */
static void
take_step(const struct memory *m, struct page *page, size_t *row, int nrows)
{
	struct page_place place = m->places[*row];
	long long want = (long long)*row + nrows;

	if (want < 0)
		want = 0;
	if (want >= (long long)m->nrows)
		want = (long long)m->nrows - 1;
	assert(page_step(page, &place, nrows)
		== llabs(want - (long long)*row));
	*row = (size_t)want;
	assert(is_same_place(place, m->places[*row]));
}

/* At another width and back: every place is where it was. */
static void
check_resize(struct memory *m, const struct page_style *style, int cols)
{
	struct page_style wanted = *style;
	size_t nrows = m->nrows;

	wanted.cols = cols;
	page_set_style(m->page, &wanted);
	walk_down(m, m->page);
	page_set_style(m->page, style);
	walk_down(m, m->page);
	assert(m->nrows == nrows);
}

static void
check_page(struct memory *m, struct page_style *style,
	struct fuzz_input *input, bool is_resized)
{
	int cols = 1 + (int)(fuzz_take(input) % COLS_MAX);
	int other_cols = 1 + (int)(fuzz_take(input) % COLS_MAX);
	size_t row = 0;

	style->cols = cols;
	if (m->page == NULL)
		m->page = page_new(m->text.at, &m->blocks, style);
	else
		page_reset(m->page, m->text.at, &m->blocks, style);
	walk_down(m, m->page);
	walk_up(m, m->page);
	for (int i = 0; i < NSTEPS; i++)
		take_step(m, m->page, &row, (int8_t)fuzz_take(input));
	if (is_resized)
		check_resize(m, style, other_cols);
}

/* Cleans what follows the header and cuts it into blocks. */
static void
read_blocks(struct memory *m, struct fuzz_input input, bool is_raw)
{
	struct article article = { 0 };

	buf_reset(&m->text);
	for (int i = 0; i < 2 + NSTEPS; i++)
		fuzz_take(&input);
	clean_text((const char *)input.at, input.nbytes, &m->text);
	article.text = m->text.at;
	article.nbytes = (uint32_t)m->text.nbytes;
	m->blocks.count = 0;
	if (is_raw) {
		blocks_read_raw(&m->blocks, &article);
		return;
	}
	anatomy_read(&m->anatomy, m->text.at, m->text.nbytes, m->labels);
	article.title = m->anatomy.title;
	blocks_read(&m->blocks, &m->anatomy);
}

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
	int bad_line;

	(void)argc;
	(void)argv;
	fuzz_set_locale();
	memory.labels = labels_new(labels_table, strlen(labels_table),
		&bad_line);
	assert(bad_line == 0);
	return 0;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t nbytes)
{
	struct fuzz_input input = { data, nbytes };
	bool is_resized;
	struct page_style style = style_of(&input, &is_resized);

	if (nbytes > FUZZ_NBYTES_MAX)
		return 0;
	read_blocks(&memory, input, style.is_raw);
	if (memory.blocks.count > 0)
		check_page(&memory, &style, &input, is_resized);
	return 0;
}
