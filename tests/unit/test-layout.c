/*
 * Properties of the whole layer on texts put together at random (always the
 * same ones) from everything that is awkward.
 */

#include <config.h>

#include <locale.h>

#include "base/buf.h"
#include "layout/page.h"
#include "layout/paragraph.h"
#include "text/cluster.h"
#include "../check.h"
#include "../random.h"
#include "lay.h"

#define NTEXTS 1500
#define PIECES_MAX 60

static const char *const pieces[] = {
	"a", "the", "word-wise", "U.S.", "e.g.", "1,234.5", "25%", "(", ")",
	"[", "]", ".", ",", ";", "\"", "/", "-", "\u2014",
	" ", " ", " ", " ", " ", "  ", "\t", "\n", " \n ", "\u00A0", "\u3000",
	"\u201C", "\u201D", "\u00AB", "\u00BB", "\u2026",
	/* Vietnamese, composed and not. */
	"ti\u1EBFng", "n\u01B0\u1EDBc", "tie\u0302\u0301ng", "no\u031Bi",
	"\u0110a\u0300",
	/* Arabic, Persian, Hebrew. */
	"\u0643\u062A\u0627\u0628", "\u0644\u0627", "\u0648\u0644\u0623",
	"\u0645\u064F\u062D\u064E\u0645\u0651\u064E\u062F", "\u060C",
	"\u0661\u0662", "\u0645\u06CC\u200C\u0631", "\u0640\u0640",
	"\u0627\u0654", "\u0644\u064E\u0627", "\u05D0\u05D1\u05D2",
	"\u05E9\u05B8\u05DC",
	/* Wide, without blanks, falling apart, without a base. */
	"\u65E5\u672C", "\uD55C\uAD6D", "\u1112\u1161\u11AB", "\u3002",
	"\u0E20\u0E32\u0E29\u0E32", "\u0E19\u0E49\u0E33",
	"\u0915\u094D\u0937\u093F", "\U0001F469\u200D\U0001F52C",
	"\U0001F1FB\U0001F1F3", "\U0001F44D\U0001F3FD", "\u2764\uFE0F",
	"\u0301", "\u064B", "q\u0311\u0311\u0311\u0311\u0311\u0311",
	/* Controls and what takes no cell. */
	"\u200E", "\u200F", "\u202A", "\u202B", "\u202C", "\u202D", "\u202E",
	"\u2066", "\u2067", "\u2068", "\u2069", "\u200B", "\u2060", "\u00AD",
	"\u200D", "\u061C", "\uFFFD", "\uE000", "\U0001FAE8",
};

static const int widths[] = { 1, 2, 3, 7, 20, 72 };

static const struct line_style styles[] = {
	{ .order = ORDER_VISUAL, .is_shaped = true }, { .order = ORDER_VISUAL },
	{ .order = ORDER_LOGICAL },
};

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

static void
make_text(uint64_t *state, struct buf *text)
{
	uint32_t count = random_below(state, PIECES_MAX);

	buf_reset(text);
	while (count-- > 0)
		buf_add_string(text,
			pieces[random_below(state, COUNT(pieces))]);
}

/* What ncurses and the terminal rely on. */
static void
check_cell(const struct cell *cell)
{
	CHECK(cell->ncps >= 1 && cell->ncps <= CELL_CPS_MAX);
	CHECK(cell->cols == 1 || cell->cols == 2);
	for (int i = 0; i < cell->ncps; i++) {
		/* Joiners, which a terminal that joins is sent. */
		if (i > 0 && (cell->cps[i] == 0x200C || cell->cps[i] == 0x200D))
			continue;
		CHECK(char_shown(cell->cps[i]) == cell->cps[i]);
		CHECK_INT(char_cols(cell->cps[i]), i == 0 ? cell->cols : 0);
	}
}

/* How many clusters begin in the cells FIRST to END. */
static size_t
clusters_in(const struct paragraph *paragraph, size_t first, size_t end)
{
	size_t count = 0;

	for (size_t i = first; i < end; i++)
		count += (paragraph->units[i] & UNIT_CLUSTER) != 0;
	return count;
}

static int
cols_in(const struct paragraph *paragraph, size_t first, size_t end)
{
	int cols = 0;

	for (size_t i = first; i < end; i++)
		cols += paragraph->units[i] & UNIT_COLS;
	return cols;
}

/* Whether CELL is what the paragraph has as cell I. */
static bool
is_cell(const struct paragraph *paragraph, size_t i, const struct cell *cell)
{
	return cell->source.start == paragraph->starts[i]
		&& cell->source.end == paragraph->starts[i + 1]
		&& cell->cols == (paragraph->units[i] & UNIT_COLS)
		&& cell->cps[0] == paragraph->bases[i]
		&& (cell->ncps > 1)
			== ((paragraph->units[i] & UNIT_MARKS) != 0);
}

/*
 * LINE holds each of the cells FIRST to END once: cells differ in the first
 * byte of their cluster and then stand in order.
 */
static void
check_permutation(const struct paragraph *paragraph, size_t first, size_t end,
	const struct line *line)
{
	static bool is_seen[LAY_CPS_MAX];

	CHECK_INT(line->count, end - first);
	memset(is_seen, 0, sizeof(is_seen));
	for (size_t vis = 0; vis < line->count; vis++) {
		size_t i = first;

		check_cell(&line->cells[vis]);
		while (i < end && (is_seen[i - first] || !is_cell(paragraph,
				i, &line->cells[vis])))
			i++;
		if (CHECK(i < end))
			is_seen[i - first] = true;
	}
}

/*
 * The clusters of LINE stand where layout/bidi puts them one by one (L1, L2);
 * the line was put in order by runs.
 */
static void
check_order(const struct paragraph *paragraph, size_t first, size_t end,
	const struct line *line)
{
	static bool is_space[LAY_CPS_MAX];
	static int8_t levels[LAY_CPS_MAX];
	static uint32_t firsts[LAY_CPS_MAX + 1], order[LAY_CPS_MAX];
	size_t count = 0, vis_cell = 0;

	if (!paragraph->has_levels)
		return;
	for (size_t i = first; i < end; i++) {
		if (!(paragraph->units[i] & UNIT_CLUSTER))
			continue;
		levels[count] = paragraph->levels[i];
		is_space[count] = (paragraph->units[i] & UNIT_BLANK) != 0
			|| paragraph->bases[i] == 0x2007;
		firsts[count++] = (uint32_t)i;
	}
	firsts[count] = (uint32_t)end;
	bidi_end_line(is_space, count, paragraph->is_rtl, levels);
	bidi_order(levels, count, order);
	for (size_t vis = 0; vis < count; vis++)
		for (uint32_t i = firsts[order[vis]];
				i < firsts[order[vis] + 1]; i++)
			CHECK(is_cell(paragraph, i, &line->cells[vis_cell++]));
}

/* Whether a line that ends before unit I may show a hyphen. */
static bool
has_hyphen(const struct wrap_units *units, size_t i)
{
	return i < units->count && units->at[i] & UNIT_HYPHEN;
}

/* The line FIRST to END is as long as it can be, and no longer. */
static void
check_greedy(const struct paragraph *paragraph, size_t first, size_t end,
	int cols)
{
	const struct wrap_units units = paragraph_units(paragraph);
	size_t shown_end = wrap_shown_end(&units, first, end);
	size_t next = end + 1;

	CHECK(cols_in(paragraph, first, shown_end) <= cols
		|| clusters_in(paragraph, first, shown_end) == 1);
	CHECK_INT(wrap_line_end(&units, first, cols), (long long)end);
	if (end == paragraph->count)
		return;
	CHECK((units.at[end] & (UNIT_CLUSTER | UNIT_BLANK)) == UNIT_CLUSTER);
	while (next < paragraph->count && (units.at[next]
			& (UNIT_LATE | UNIT_CLUSTER | UNIT_BLANK))
			!= (UNIT_BREAK | UNIT_CLUSTER))
		next++;
	CHECK(cols_in(paragraph, first, wrap_shown_end(&units, first, next))
		+ has_hyphen(&units, next) > cols);
}

static void
check_paragraph(const struct buf *text, const struct line_style *style,
	struct paragraph *paragraph, struct scratch *scratch,
	struct line *line)
{
	const struct line_extra extra = { .order = style->order };
	struct span source = { 0, (uint32_t)text->nbytes };
	struct wrap_units units;

	paragraph_read(paragraph, scratch, text->at, source,
		BIDI_BASE_AUTO_LTR, style);
	paragraph_find_breaks(paragraph);
	units = paragraph_units(paragraph);
	for (size_t i = 0; i < paragraph->count; i++)
		CHECK(paragraph->starts[i] < paragraph->starts[i + 1]);
	if (paragraph->count > 0)
		CHECK(paragraph->starts[0] == source.start
			&& paragraph->starts[paragraph->count] == source.end);
	for (size_t w = 0; w < COUNT(widths); w++) {
		for (size_t first = 0, end; first < paragraph->count;
				first = end) {
			end = wrap_line_end(&units, first, widths[w]);
			check_greedy(paragraph, first, end, widths[w]);
			paragraph_line(paragraph, scratch, first, end, &extra,
				line);
			check_permutation(paragraph, first, end, line);
			if (style->order == ORDER_VISUAL)
				check_order(paragraph, first, end, line);
		}
	}
}

static void
check_row(struct page *page, struct page_place place, uint32_t *off)
{
	/* The line is valid only until the next call. */
	struct line line = *page_line(page, place);
	struct page_place there = place;
	uint32_t starts[LAY_CPS_MAX];
	size_t count = 0;

	CHECK_INT(line.source.start, *off);
	*off = line.source.end;
	/* All but a hyphen, which is of no byte. */
	for (size_t i = 0; i < line.count; i++)
		if (!span_is_empty(line.cells[i].source))
			starts[count++] = line.cells[i].source.start;
	for (size_t i = 0; i < count; i++)
		CHECK(page_compare(page_place_of(page, starts[i]), place)
			== 0);
	CHECK(page_compare(page_place_of(page, page_byte_of(page, place)),
		place) == 0);
	if (page_step(page, &there, 2) == 2) {
		CHECK_INT(page_step(page, &there, -2), 2);
		CHECK(page_compare(there, place) == 0);
	}
}

/* The rows cover the text without a hole, and every byte finds its row. */
static void
check_page(const struct buf *text, struct page *page, int cols)
{
	struct page_style style = *page_style(page);
	struct page_place place = page_first(page);
	uint32_t off = 0;

	style.cols = cols;
	page_set_style(page, &style);
	do {
		check_row(page, place, &off);
	} while (page_step(page, &place, 1) == 1);
	CHECK_INT(off, text->nbytes);
	CHECK(page_compare(place, page_last(page)) == 0);
}

int
main(void)
{
	uint64_t state = 20;
	struct buf text = BUF_INIT;
	struct paragraph paragraph = { 0 };
	struct scratch scratch = { 0 };
	struct line line = { 0 };

	setlocale(LC_ALL, "");
	check_case("any text at any width");
	for (int i = 0; i < NTEXTS; i++) {
		const struct line_style *style = &styles[i % COUNT(styles)];
		struct page_style page_style = { .cols = 1, .line = *style };
		struct block block = { .role = ROLE_BODY };
		struct blocks blocks = { &block, 1, 1 };
		struct page *page;

		make_text(&state, &text);
		check_paragraph(&text, style, &paragraph, &scratch, &line);
		block.source.end = (uint32_t)text.nbytes;
		page = page_new(text.at, &blocks, &page_style);
		for (size_t w = 0; w < COUNT(widths); w++)
			check_page(&text, page, widths[w]);
		page_free(page);
		if (check_state.has_failed) {
			check_dump("text", text.at, text.nbytes);
			break;
		}
	}
	buf_release(&text);
	paragraph_release(&paragraph);
	scratch_release(&scratch);
	line_release(&line);
	return check_done();
}
