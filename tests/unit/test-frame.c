#include <config.h>

#include "base/buf.h"
#include "ui/frame.h"

#include "../check.h"

/* Letters take one column, capitals two; byte i of a text is its source. */
static void
make_line(struct line *line, struct cell *cells, const char *s, bool is_rtl)
{
	*line = (struct line){ .cells = cells, .is_rtl = is_rtl };
	for (; *s != '\0'; s++) {
		uint32_t i = (uint32_t)line->count++;

		cells[i] = (struct cell){ .cps = { (unsigned char)*s },
			.ncps = 1, .cols = *s >= 'A' && *s <= 'Z' ? 2 : 1,
			.role = ROLE_TITLE, .source = { i, i + 1 } };
		line->cols += cells[i].cols;
	}
}

/* The row, a dot for each right half. */
static void
check_row(const struct frame *frame, int row, const char *want)
{
	char got[64] = "";

	for (int col = 0; col < frame->cols; col++) {
		const struct frame_cell *cell =
			&frame->cells[row * frame->cols + col];

		got[col] = cell->ncps == 0 ? '.' : (char)cell->cps[0];
	}
	CHECK_STR(got, want);
}

static void
test_put(void)
{
	static const struct {
		const char *name, *text;
		bool is_rtl, is_flush;
		int col, ncols, first;
		const char *want;
	} table[] = {
		{ "from the left", "abc", false, true, 2, 8, 2,
			"  abc     " },
		{ "flush right", "abc", true, true, 2, 8, 7, "       abc" },
		{ "right to left, not flush", "abc", true, false, 2, 8, 2,
			"  abc     " },
		{ "wide", "aBc", false, false, 0, 10, 0, "aB.c      " },
		{ "cut at its columns", "abcdef", false, false, 0, 3, 0,
			"abc       " },
		{ "half a wide one is not put", "abC", false, false, 0, 3, 0,
			"ab        " },
		{ "cut at the right edge", "abC", false, false, 7, 9, 7,
			"       ab " },
		{ "cut at the left edge", "aBc", false, false, -2, 9, -2,
			" c        " },
		{ "too long to be flush", "abcd", true, true, 3, 2, 3,
			"   ab     " },
		{ "outside", "abc", false, false, 10, 5, 10, "          " },
	};
	struct frame frame;
	struct line line;
	struct cell cells[16];

	frame_init(&frame);
	for (size_t i = 0; i < sizeof(table) / sizeof(*table); i++) {
		check_case(table[i].name);
		frame_resize(&frame, 1, 10);
		make_line(&line, cells, table[i].text, table[i].is_rtl);
		CHECK_INT(frame_put_line(&frame, 0, table[i].col,
			table[i].ncols, &line, table[i].is_flush, 0),
			table[i].first);
		check_row(&frame, 0, table[i].want);
		frame_put_line(&frame, -1, 0, 10, &line, false, 0);
		frame_put_line(&frame, 1, 0, 10, &line, false, 0);
	}
	frame_release(&frame);
}

static void
test_wide(void)
{
	struct frame frame;
	struct line wide, narrow;
	struct cell wide_cells[4], narrow_cells[4];

	check_case("no half of a wide character stays");
	frame_init(&frame);
	frame_resize(&frame, 1, 8);
	make_line(&wide, wide_cells, "ABCD", false);
	make_line(&narrow, narrow_cells, "x", false);
	frame_put_line(&frame, 0, 0, 8, &wide, false, 0);
	frame_put_line(&frame, 0, 1, 1, &narrow, false, 0);
	check_row(&frame, 0, " xB.C.D.");
	frame_put_line(&frame, 0, 2, 1, &narrow, false, 0);
	check_row(&frame, 0, " xx C.D.");
	frame_put_line(&frame, 0, 5, 2, &wide, false, 0);
	check_row(&frame, 0, " xx  A. ");
	frame_fill(&frame, 0, 6, 9, ROLE_STATUS, 0);
	check_row(&frame, 0, " xx     ");
	CHECK_INT(frame.cells[7].role, ROLE_STATUS);
	CHECK_INT(frame.cells[5].role, ROLE_TITLE);
	frame_release(&frame);
}

static void
test_emphasis(void)
{
	struct frame frame;
	struct line line;
	struct cell cells[8];
	int first;

	check_case("emphasis follows the source, both halves of wide cells");
	frame_init(&frame);
	frame_resize(&frame, 2, 8);
	make_line(&line, cells, "aBcd", true);
	first = frame_put_line(&frame, 1, 0, 8, &line, true,
		EMPHASIS_SELECTED);
	frame_emphasize(&frame, 1, first, &line, (struct span){ 1, 3 },
		EMPHASIS_MATCH);
	for (int col = 0; col < 8; col++) {
		unsigned want = col < 3 ? 0 : EMPHASIS_SELECTED;

		if (col >= 4 && col <= 6)
			want |= EMPHASIS_MATCH;
		CHECK_INT(frame.cells[8 + col].emphasis, want);
	}

	check_case("a bar under a text stays a bar");
	frame_fill(&frame, 0, 0, 8, ROLE_LIST, EMPHASIS_SELECTED);
	frame_put_line(&frame, 0, 0, 8, &line, false, EMPHASIS_FOCUS);
	CHECK_INT(frame.cells[0].emphasis, EMPHASIS_SELECTED |
		EMPHASIS_FOCUS);
	CHECK_INT(frame.cells[0].role, ROLE_TITLE);
	CHECK_INT(frame.cells[6].role, ROLE_LIST);
	frame_emphasize(&frame, 0, -3, &line, (struct span){ 0, 9 },
		EMPHASIS_MATCH);
	frame_emphasize(&frame, 5, 0, &line, (struct span){ 0, 9 },
		EMPHASIS_MATCH);
	frame_release(&frame);
}

static void
test_rows(void)
{
	struct frame frame;
	struct buf out = BUF_INIT;

	check_case("rows as UTF-8, without trailing blanks");
	frame_init(&frame);
	frame_resize(&frame, 1, 6);
	frame_add_row(&frame, 0, &out);
	CHECK_STR(out.at, "");
	frame.cells[1].cps[0] = 0x0645;
	frame.cells[1].cps[1] = 0x064f;
	frame.cells[1].ncps = 2;
	frame.cells[3].cps[0] = 0x6c34;
	frame.cells[3].cols = 2;
	frame.cells[4].cols = frame.cells[4].ncps = 0;
	frame_add_row(&frame, 0, &out);
	CHECK_STR(out.at, " \331\205\331\217 \346\260\264");

	check_case("blanking and sizes of nothing");
	frame.cursor_row = 0;
	frame_blank(&frame);
	buf_reset(&out);
	frame_add_row(&frame, 0, &out);
	CHECK_STR(out.at, "");
	CHECK_INT(frame.cursor_row, -1);
	frame_resize(&frame, 0, 0);
	frame_fill(&frame, 0, 0, 5, ROLE_BODY, 0);
	frame_resize(&frame, 3, 0);
	frame_fill(&frame, 0, 0, 5, ROLE_BODY, 0);
	buf_release(&out);
	frame_release(&frame);
}

int
main(void)
{
	test_put();
	test_wide();
	test_emphasis();
	test_rows();
	return check_done();
}
