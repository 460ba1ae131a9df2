/*
 * Bytes -> text/clean -> a paragraph -> rows, greedy or even -> lines, in
 * every style. An input is three bytes of style (style_of, extras_of), the
 * width less one, and the text.
 */

#include <config.h>

#include <string.h>

#include "base/buf.h"
#include "base/vec.h"
#include "text/clean.h"
#include "layout/fill.h"
#include "layout/fit.h"
#include "layout/justify.h"
#include "layout/paragraph.h"
#include "fuzz.h"
#include "invariants.h"

#define COLS_MAX 96u
#define HYPHEN 0x2010u

/* What is done with a text besides its style. */
struct extras {
	enum bidi_base base;
	bool is_even, is_justified;
	bool has_last;		/* every row ends with a hyphen */
	bool is_fit;		/* one string in so many columns instead */
	bool is_ascii;		/* other bytes stand for some of ASCII's */
	int cols;
};

/* Memory that goes from input to input. */
struct memory {
	struct buf text, shown;
	struct scratch scratch;
	struct paragraph paragraph, again;
	struct row_vec rows, other_rows;
	struct line line, other_line;
	uint8_t filling[FUZZ_NBYTES_MAX];
};

static struct line_style
style_of(struct fuzz_input *input)
{
	unsigned bits = fuzz_take(input);

	return (struct line_style){
		.order = bits & 0x01 ? ORDER_LOGICAL : ORDER_VISUAL,
		.is_shaped = (bits & 0x02) != 0,
		.is_plain = (bits & 0x04) != 0,
		.has_controls = (bits & 0x08) != 0,
		.hides_harakat = (bits & 0x10) != 0,
		.is_wide = (bits & 0x20) != 0,
		.keeps_sequences = (bits & 0x40) != 0,
		.digits = fuzz_take(input) % DIGITS_COUNT,
	};
}

static struct extras
extras_of(struct fuzz_input *input)
{
	unsigned bits = fuzz_take(input);

	return (struct extras){
		.base = bits & 0x03,
		.is_even = (bits & 0x04) != 0,
		.is_justified = (bits & 0x08) != 0,
		.has_last = (bits & 0x10) != 0,
		.is_fit = (bits & 0x20) != 0,
		.is_ascii = (bits & 0x40) != 0,
		.cols = 1 + (int)(fuzz_take(input) % COLS_MAX),
	};
}

/* Text that is simple through and through, as most is. */
static void
make_ascii(struct buf *text)
{
	static const char some[] = "  aB1,.-/(\"':;%$#&@?";

	for (size_t i = 0; i < text->nbytes; i++) {
		unsigned char byte = (unsigned char)text->at[i];

		if (byte >= 0x80)
			text->at[i] = some[byte % (sizeof(some) - 1)];
	}
}

static void
check_same(const struct paragraph *a, const struct paragraph *b)
{
	size_t count = a->count;

	assert(b->count == count && b->is_rtl == a->is_rtl
		&& b->marks.count == a->marks.count);
	if (count == 0)
		return;
	assert(memcmp(a->bases, b->bases, count * sizeof(*a->bases)) == 0);
	assert(memcmp(a->units, b->units, count) == 0);
	assert(memcmp(a->starts, b->starts,
		(count + 1) * sizeof(*a->starts)) == 0);
}

/*
 * Reading again, after other lines were made, changes nothing. Nor does it
 * that nothing is taken for simple, which reading is in a hurry to do.
 */
static void
check_again(struct memory *m, struct span source, enum bidi_base base,
	const struct line_style *style)
{
	const struct paragraph *a = &m->paragraph, *b = &m->again;

	paragraph_read(&m->again, &m->scratch, m->text.at, source, base,
		style);
	paragraph_find_breaks(&m->again);
	check_same(a, b);
	assert(b->has_levels == a->has_levels);
	if (a->has_levels && a->count > 0)
		assert(memcmp(a->levels, b->levels, a->count) == 0);
	if (base != BIDI_BASE_AUTO_LTR)
		return;
	paragraph_read(&m->again, &m->scratch, m->text.at, source,
		BIDI_BASE_AUTO_RTL, style);
	paragraph_find_breaks(&m->again);
	if (!b->is_rtl)
		check_same(a, b);
}

/* Fills the row FIRST to END, if it can be; returns whether it is filled. */
static bool
justify(struct memory *m, size_t first, size_t end, int last_cols,
	const struct extras *extras, const struct line_style *style)
{
	struct wrap_units units = paragraph_units(&m->paragraph);
	int cols = cols_of_cells(&units, first, end) + last_cols;
	bool is_filled;

	memset(m->filling, 0xFF, end - first);
	is_filled = justify_row(&m->paragraph, first, end, last_cols,
		extras->cols, style->is_shaped, m->filling);
	for (size_t i = first; i < end; i++) {
		assert(is_filled || m->filling[i - first] == 0);
		cols += m->filling[i - first];
	}
	assert(!is_filled || cols == extras->cols);
	return is_filled;
}

static void
check_row_line(struct memory *m, size_t row, const struct extras *extras,
	const struct line_style *style)
{
	const struct paragraph *paragraph = &m->paragraph;
	struct wrap_units units = paragraph_units(paragraph);
	size_t first = m->rows.at[row];
	size_t end = row_end(&m->rows, row, units.count);
	size_t shown_end = wrap_shown_end(&units, first, end);
	bool has_last = extras->has_last
		|| wrap_has_hyphen(&units, first, end, extras->cols);
	struct line_extra extra = {
		.order = style->order,
		.role = ROLE_TITLE,
		.last = has_last ? HYPHEN : 0,
	};
	bool is_filled = extras->is_justified && end < units.count
		&& justify(m, first, shown_end, has_last, extras, style);

	if (is_filled)
		extra.filling = m->filling;
	paragraph_line(paragraph, &m->scratch, first, shown_end, &extra,
		&m->line);
	assert(m->line.is_rtl == paragraph->is_rtl);
	check_line(&m->line, paragraph, first, shown_end, &extra, style);
	assert(!is_filled || m->line.cols == extras->cols);
	buf_reset(&m->shown);
	line_add_utf8(&m->line, &m->shown);
}

/* Whether the cells FIRST to END have no place inside where a row may end. */
static bool
is_one_word(const struct wrap_units *units, size_t first, size_t end)
{
	for (size_t i = first + 1; i < end; i++) {
		if ((units->at[i] & (UNIT_LATE | UNIT_CLUSTER | UNIT_BLANK))
				== (UNIT_BREAK | UNIT_CLUSTER))
			return false;
	}
	return true;
}

/* The sum that layout/fill makes small, its way to count spelled out. */
static uint64_t
cost_of(const struct wrap_units *units, const struct row_vec *rows, int cols)
{
	uint64_t cost = 0;

	for (size_t row = 0; row < rows->count; row++) {
		size_t first = rows->at[row];
		size_t end = row_end(rows, row, units->count);
		int used = cols_of_cells(units, first,
			wrap_shown_end(units, first, end));
		bool has_hyphen = wrap_has_hyphen(units, first, end, cols);
		int left = cols - used - has_hyphen;

		if (end < units->count)
			cost += (uint64_t)(left > 0 ? left * left : 0)
				+ (has_hyphen ? FILL_HYPHEN_COST : 0);
		else if (is_one_word(units, first, end) && used * 4 < cols)
			cost += FILL_WIDOW_COST(cols);
	}
	return cost;
}

/* As few rows as greedily, and no less even. */
static void
check_even(struct memory *m, const struct wrap_units *units, int cols)
{
	fill_greedy(units, cols, &m->other_rows);
	assert(m->other_rows.count == m->rows.count);
	assert(cost_of(units, &m->rows, cols)
		<= cost_of(units, &m->other_rows, cols));
}

static void
check_same_line(const struct line *a, const struct line *b)
{
	assert(a->count == b->count && a->cols == b->cols
		&& a->is_rtl == b->is_rtl && a->source.start == b->source.start
		&& a->source.end == b->source.end);
	for (size_t i = 0; i < a->count; i++) {
		const struct cell *one = &a->cells[i], *other = &b->cells[i];

		assert(one->ncps == other->ncps && one->cols == other->cols
			&& one->is_rtl == other->is_rtl
			&& one->source.start == other->source.start
			&& one->source.end == other->source.end);
		assert(memcmp(one->cps, other->cps,
			one->ncps * sizeof(*one->cps)) == 0);
	}
}

/*
 * The rows and lines are the same where no more is known of breaks than those
 * rows take, and those of another width before.
 */
static void
check_few_breaks(struct memory *m, struct span source,
	const struct extras *extras, const struct line_style *style)
{
	const struct paragraph *all = &m->paragraph, *few = &m->again;
	struct line_extra extra = { .order = style->order };
	struct row_vec *rows = &m->other_rows;

	paragraph_read(&m->again, &m->scratch, m->text.at, source,
		extras->base, style);
	paragraph_rows(&m->again, 1 + extras->cols * 7 % (int)COLS_MAX, rows);
	paragraph_rows(&m->again, extras->cols, rows);
	assert(rows->count == m->rows.count);
	assert(memcmp(rows->at, m->rows.at,
		rows->count * sizeof(*rows->at)) == 0);
	assert(few->count == all->count);
	for (size_t row = 0; row < rows->count && all->count > 0; row++) {
		size_t first = rows->at[row];
		size_t end = row_end(rows, row, all->count);
		size_t shown_end = paragraph_shown_end(all, first, end);

		assert(paragraph_shown_end(few, first, end) == shown_end);
		assert(paragraph_has_hyphen(few, first, end, extras->cols)
			== paragraph_has_hyphen(all, first, end,
				extras->cols));
		paragraph_line(all, &m->scratch, first, shown_end, &extra,
			&m->line);
		paragraph_line(few, &m->scratch, first, shown_end, &extra,
			&m->other_line);
		check_same_line(&m->line, &m->other_line);
	}
}

static void
lay_out(struct memory *m, struct span source, const struct extras *extras,
	const struct line_style *style)
{
	struct wrap_units units;

	paragraph_read(&m->paragraph, &m->scratch, m->text.at, source,
		extras->base, style);
	paragraph_find_breaks(&m->paragraph);
	check_paragraph(&m->paragraph, source, style);
	units = paragraph_units(&m->paragraph);
	if (extras->is_even) {
		fill_even(&units, extras->cols, 0, &m->rows);
		check_even(m, &units, extras->cols);
	} else {
		fill_greedy(&units, extras->cols, &m->rows);
		check_few_breaks(m, source, extras, style);
	}
	check_rows(&units, &m->rows, extras->cols);
	if (units.count == 0)
		return;
	for (size_t row = 0; row < m->rows.count; row++)
		check_row_line(m, row, extras, style);
	check_again(m, source, extras->base, style);
}

/* One string in so many columns: what is left out is the text's end. */
static void
fit(struct memory *m, const struct extras *extras,
	const struct line_style *style)
{
	const struct line *line = &m->line;
	enum fit_base base = (enum fit_base)(extras->base % 3);
	int cols = extras->cols - 1, whole;
	size_t nempty = 0, nbytes = 0;
	uint32_t end = 0;

	whole = fit_cols(m->text.at, m->text.nbytes, style);
	fit_text(m->text.at, m->text.nbytes, cols, base, style, ROLE_LIST,
		&m->line);
	assert(whole >= 0 && line->cols <= cols);
	/* Mirrored, a character may have another width. */
	if (base == FIT_BASE_AUTO && whole <= cols)
		assert(line->cols == whole);
	for (size_t i = 0; i < line->count; i++) {
		struct span source = line->cells[i].source;

		check_cell(&line->cells[i], style);
		assert(line->cells[i].role == ROLE_LIST);
		nempty += span_is_empty(source);
		nbytes += span_nbytes(source);
		if (source.end > end)
			end = source.end;
	}
	assert(nbytes == end);
	if (base == FIT_BASE_AUTO && !style->has_controls)
		assert(nempty == (whole > cols && cols > 0));
}

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc;
	(void)argv;
	fuzz_set_locale();
	return 0;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t nbytes)
{
	static struct memory memory = { .text = BUF_INIT, .shown = BUF_INIT };
	struct fuzz_input input = { data, nbytes };
	struct line_style style = style_of(&input);
	struct extras extras = extras_of(&input);
	struct span source = { 0, 0 };

	if (input.nbytes == 0 || input.nbytes > FUZZ_NBYTES_MAX / 4)
		return 0;
	buf_reset(&memory.text);
	clean_text((const char *)input.at, input.nbytes, &memory.text);
	if (extras.is_ascii)
		make_ascii(&memory.text);
	source.end = (uint32_t)memory.text.nbytes;
	if (extras.is_fit)
		fit(&memory, &extras, &style);
	else
		lay_out(&memory, source, &extras, &style);
	return 0;
}
