#include <config.h>

#include <locale.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/err.h"
#include "text/utf8.h"
#include "ui/frame.h"
#include "ui/term_caps.h"
#include "ui/term_paint.h"

#include "../check.h"
#include "vt.h"

/* Numbers that are the same in every run. */
static unsigned
next_random(unsigned *random, unsigned below)
{
	*random = *random * 1103515245 + 12345;
	return (*random >> 16) % below;
}

static void
scribble_row(struct frame *frame, int row, unsigned *random)
{
	static const uint32_t bases[] = { 'a', 'b', ' ', 0xe9, 0x6c34, ' ' };
	int col = (int)next_random(random, 3) * 4;
	int end = (int)next_random(random, (unsigned)frame->cols + 1);

	frame_fill(frame, row, 0, frame->cols, ROLE_BODY, 0);
	while (col < end) {
		uint32_t base = bases[next_random(random, 6)];
		struct cell cell = { .cps = { base }, .ncps = 1,
			.cols = base == 0x6c34 ? 2 : 1,
			.role = (uint8_t)(next_random(random, 5) == 0 ?
				next_random(random, ROLE_COUNT) : ROLE_BODY) };
		struct line line = { .cells = &cell, .count = 1,
			.cols = cell.cols };

		if (base != ' ' && next_random(random, 6) == 0)
			cell.cps[cell.ncps++] = 0x301;
		frame_put_line(frame, row, col, frame->cols - col, &line,
			false, next_random(random, 9) == 0
			? EMPHASIS_CURRENT : 0);
		col += cell.cols;
	}
}

static void
move_rows(struct frame *frame, int top, int bottom, int n)
{
	size_t nbytes = (size_t)frame->cols * sizeof(*frame->cells);
	int cols = frame->cols;

	for (; n > 0; n--)
		memmove(&frame->cells[top * cols],
			&frame->cells[(top + 1) * cols],
			(size_t)(bottom - top) * nbytes);
}

/* Something like what happens in a program: a few rows change, or move. */
static void
change_frame(struct frame *frame, unsigned *random)
{
	unsigned rows = (unsigned)frame->rows;
	int top = (int)next_random(random, rows);
	int bottom = top + (int)next_random(random, rows - (unsigned)top);

	switch (next_random(random, 5)) {
	case 0:
		for (int row = top; row <= bottom; row++)
			scribble_row(frame, row, random);
		break;
	case 1:
		frame_blank(frame);
		break;
	case 2:
		scribble_row(frame, top, random);
		break;
	default:
		move_rows(frame, top, bottom, 1 + (int)next_random(random, 3));
		scribble_row(frame, bottom, random);
	}
	frame->cursor_row = next_random(random, 4) == 0 ? top : -1;
	frame->cursor_col = (int)next_random(random, (unsigned)frame->cols);
}

/* Blanks without lines and ground look alike. */
static bool
is_same_cell(const struct screen_cell *a, const struct screen_cell *b)
{
	uint8_t visible = SCREEN_UNDERLINED | SCREEN_REVERSED;

	if (a->cps[0] == ' ' && a->ncps == 1 && b->cps[0] == ' '
		&& b->ncps == 1 && !(a->attrs & visible))
		return !(b->attrs & visible);
	return memcmp(a, b, sizeof(*a)) == 0;
}

static bool
shows(const struct vt *vt, const struct paint *paint,
	const struct frame *frame)
{
	if (vt->has_failed)
		return false;
	for (int i = 0; i < vt->rows * vt->cols; i++)
		if (!is_same_cell(&vt->cells[i], &paint->wanted[i]))
			return false;
	if (vt->is_cursor_shown != (frame->cursor_row >= 0))
		return false;
	return !vt->is_cursor_shown || (vt->row == frame->cursor_row
		&& vt->col == frame->cursor_col);
}

static void
test_random(const char *name, int rows, int cols, int nframes)
{
	struct term_caps caps;
	struct err err = { 0 };
	struct paint paint;
	struct frame frame;
	struct buf out = BUF_INIT;
	struct vt vt;
	unsigned random = (unsigned)(rows * 1000 + cols);

	check_case(name);
	if (!CHECK(caps_load(&caps, 1, &err) == 0))
		return;
	paint_init(&paint, &caps);
	frame_init(&frame);
	frame_resize(&frame, rows, cols);
	vt_init(&vt, rows, cols);
	for (int i = 0; i < nframes; i++) {
		buf_reset(&out);
		change_frame(&frame, &random);
		if (next_random(&random, 50) == 0)
			paint_forget(&paint);
		paint_frame(&paint, &frame, &out);
		vt_write(&vt, out.at);
		if (!CHECK(shows(&vt, &paint, &frame))) {
			printf("# frame %d\n", i);
			check_dump("sent", out.at, out.nbytes);
			break;
		}
		buf_reset(&out);
		paint_frame(&paint, &frame, &out);
		CHECK_INT(out.nbytes, 0);
	}
	buf_release(&out);
	free(vt.cells);
	frame_release(&frame);
	paint_release(&paint);
	caps_release(&caps);
}

/*
 * A terminal that does not take the columns that newspane counts: an emoji
 * has one, a telephone two, a sign around numbers none.
 */
static void
test_unsettled(void)
{
	struct cell cells[] = {
		{ .cps = { 'a' }, .ncps = 1, .cols = 1 },
		{ .cps = { 0x1f600 }, .ncps = 1, .cols = 2 },
		{ .cps = { 'b' }, .ncps = 1, .cols = 1 },
		{ .cps = { 0x260e }, .ncps = 1, .cols = 1 },
		{ .cps = { 'c' }, .ncps = 1, .cols = 1 },
		{ .cps = { 0x6dd }, .ncps = 1, .cols = 1 },
		{ .cps = { 'd' }, .ncps = 1, .cols = 1 },
	};
	struct term_caps caps;
	struct err err = { 0 };
	struct paint paint;
	struct frame frame;
	struct buf out = BUF_INIT;
	struct vt vt;

	check_case("one that counts other columns is told where to go on");
	if (!CHECK(caps_load(&caps, 1, &err) == 0))
		return;
	paint_init(&paint, &caps);
	frame_init(&frame);
	frame_resize(&frame, 3, 20);
	vt_init(&vt, 3, 20);
	for (int first = 0; first < 12; first++) {
		struct line line = { .cells = cells,
			.count = 7, .cols = 8 };

		frame_blank(&frame);
		frame_put_line(&frame, 1, first, 20 - first, &line, false, 0);
		buf_reset(&out);
		paint_frame(&paint, &frame, &out);
		vt_write(&vt, out.at);
		CHECK(!vt.has_failed);
		CHECK_INT(vt_cell(&vt, 1, first)->cps[0], 'a');
		CHECK_INT(vt_cell(&vt, 1, first + 3)->cps[0], 'b');
		CHECK_INT(vt_cell(&vt, 1, first + 5)->cps[0], 'c');
		CHECK_INT(vt_cell(&vt, 1, first + 7)->cps[0], 'd');
	}
	buf_release(&out);
	free(vt.cells);
	frame_release(&frame);
	paint_release(&paint);
	caps_release(&caps);
}

/* What layout never makes must not get through if it does. */
static void
test_unsafe(void)
{
	static const uint32_t unsafe[] = { 0x1b, 0x9b, '\n', 0, 0x7f, 0x200f,
		0x202e, 0xad, 0x301, 0x6c34, 0xd800, 0x110000 };
	struct term_caps caps;
	struct err err = { 0 };
	struct paint paint;
	struct frame frame;
	struct buf out = BUF_INIT;

	check_case("a character that would steer the terminal never gets out");
	if (!CHECK(caps_load(&caps, 1, &err) == 0))
		return;
	paint_init(&paint, &caps);
	frame_init(&frame);
	frame_resize(&frame, 2, 20);
	paint_frame(&paint, &frame, &out);
	for (int i = 0; i < (int)(sizeof(unsafe) / sizeof(*unsafe)); i++) {
		frame.cells[i].cps[0] = unsafe[i];
		frame.cells[20 + i].cps[0] = 'x';
		frame.cells[20 + i].cps[1] = unsafe[i];
		frame.cells[20 + i].ncps = 2;
	}
	buf_reset(&out);
	paint_frame(&paint, &frame, &out);
	for (int i = 0; i < 12; i++) {
		CHECK_INT(paint.wanted[i].cps[0], UTF8_REPLACEMENT);
		CHECK_INT(paint.wanted[20 + i].ncps, unsafe[i] == 0x301 ? 2
			: 1);
	}
	buf_release(&out);
	frame_release(&frame);
	paint_release(&paint);
	caps_release(&caps);
}

int
main(void)
{
	if (setlocale(LC_ALL, "C.UTF-8") == NULL)
		return check_skip_all("no C.UTF-8");
	setenv("TERM", "xterm-256color", 1);
	test_random("24x80: the terminal shows each frame", 24, 80, 2000);
	test_random("10x7: the terminal shows each frame", 10, 7, 2000);
	test_random("1x1: the terminal shows each frame", 1, 1, 200);
	test_random("2x300: the terminal shows each frame", 2, 300, 500);
	setenv("TERM", "linux", 1);
	test_random("without indn", 12, 40, 2000);
	test_unsettled();
	test_unsafe();
	return check_done();
}
