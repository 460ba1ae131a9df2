#include <config.h>

#include <locale.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/xalloc.h"
#include "text/utf8.h"
#include "ui/frame.h"
#include "ui/term_caps.h"
#include "ui/term_paint.h"

#include "../check.h"

/*
 * A terminal that knows the sequences of xterm's description: whatever way a
 * paint takes, in the end it must show the frame, and nothing else must have
 * been sent.
 */
struct vt {
	int rows, cols;
	int row, col;
	bool is_at_edge;	/* the next character would wrap */
	int top, bottom;
	bool stops[400];
	struct screen_cell *cells;
	uint8_t attrs, colour;
	bool is_cursor_shown;
	bool has_failed;	/* a sequence that it does not know */
};

static struct screen_cell *
vt_cell(const struct vt *vt, int row, int col)
{
	return &vt->cells[row * vt->cols + col];
}

static void
vt_erase(struct vt *vt, int row, int col, int end)
{
	for (; col < end; col++)
		*vt_cell(vt, row, col) = (struct screen_cell){
			.cps = { ' ' }, .ncps = 1, .cols = 1 };
}

static void
vt_init(struct vt *vt, int rows, int cols)
{
	*vt = (struct vt){ .rows = rows, .cols = cols, .bottom = rows - 1,
		.is_cursor_shown = true };
	vt->cells = xcalloc((size_t)rows * (size_t)cols, sizeof(*vt->cells));
	/* Litter: what was there must not shine through. */
	for (int row = 0; row < rows; row++)
		for (int col = 0; col < cols; col++)
			*vt_cell(vt, row, col) = (struct screen_cell){
				.cps = { '#' }, .ncps = 1, .cols = 1 };
	/* Stops that somebody set before us. */
	for (int col = 0; col < 400; col += 3)
		vt->stops[col] = true;
}

static void
vt_shift(struct vt *vt, int n)
{
	for (; n > 0; n--) {
		for (int row = vt->top; row < vt->bottom; row++)
			memcpy(vt_cell(vt, row, 0), vt_cell(vt, row + 1, 0),
				(size_t)vt->cols * sizeof(*vt->cells));
		vt_erase(vt, vt->bottom, 0, vt->cols);
	}
	for (; n < 0; n++) {
		for (int row = vt->bottom; row > vt->top; row--)
			memcpy(vt_cell(vt, row, 0), vt_cell(vt, row - 1, 0),
				(size_t)vt->cols * sizeof(*vt->cells));
		vt_erase(vt, vt->top, 0, vt->cols);
	}
}

static void
vt_control(struct vt *vt, char byte)
{
	switch (byte) {
	case '\r':
		vt->col = 0;
		break;
	case '\b':
		vt->col -= vt->col > 0;
		break;
	case '\t':
		do
			vt->col++;
		while (vt->col < vt->cols - 1 && !vt->stops[vt->col]);
		break;
	case '\n':
		if (vt->row == vt->bottom)
			vt_shift(vt, 1);
		else if (vt->row < vt->rows - 1)
			vt->row++;
		break;
	default:
		vt->has_failed = true;
	}
	vt->is_at_edge = false;
}

/* Half a wide character that is overwritten takes the other half along. */
static void
vt_split(struct vt *vt, int col)
{
	if (col < vt->cols && vt_cell(vt, vt->row, col)->cols == 0)
		vt_erase(vt, vt->row, col - 1, col + 1);
	if (col < vt->cols && vt_cell(vt, vt->row, col)->cols == 2)
		vt_erase(vt, vt->row, col, col + 2);
}

static void
vt_print(struct vt *vt, uint32_t cp)
{
	int cols = cp == 0x6c34 ? 2 : cp == 0x301 || cp == 0x64e ? 0 : 1;
	struct screen_cell *cell;

	if (cols == 0) {
		cell = vt_cell(vt, vt->row, vt->col - !vt->is_at_edge);
		if (cell->cols == 0)
			cell--;
		cell->cps[cell->ncps++] = cp;
		return;
	}
	if (vt->is_at_edge || vt->col + cols > vt->cols) {
		vt->has_failed = true;
		return;
	}
	for (int i = 0; i < cols; i++)
		vt_split(vt, vt->col + i);
	cell = vt_cell(vt, vt->row, vt->col);
	*cell = (struct screen_cell){ .cps = { cp }, .ncps = 1,
		.cols = (uint8_t)cols, .attrs = vt->attrs,
		.colour = vt->colour };
	if (cols == 2)
		cell[1] = (struct screen_cell){ .attrs = vt->attrs,
			.colour = vt->colour };
	vt->col += cols;
	vt->is_at_edge = vt->col == vt->cols;
	vt->col -= vt->is_at_edge;
}

static void
vt_sgr(struct vt *vt, int number)
{
	switch (number) {
	case 0:
		vt->attrs = vt->colour = 0;
		break;
	case 1:
		vt->attrs |= SCREEN_BOLD;
		break;
	case 2:
		vt->attrs |= SCREEN_DIM;
		break;
	case 4:
		vt->attrs |= SCREEN_UNDERLINED;
		break;
	case 7:
		vt->attrs |= SCREEN_REVERSED;
		break;
	default:
		if (number >= 30 && number <= 37)
			vt->colour = (uint8_t)(number - 29);
		else
			vt->has_failed = true;
	}
}

static int
vt_number(const int *numbers, int count, int index, int otherwise)
{
	return index < count && numbers[index] > 0 ? numbers[index]
		: otherwise;
}

static void
vt_region(struct vt *vt, const int *numbers, int count)
{
	vt->top = vt_number(numbers, count, 0, 1) - 1;
	vt->bottom = vt_number(numbers, count, 1, vt->rows) - 1;
	vt->has_failed |= vt->top >= vt->bottom || vt->bottom >= vt->rows;
	vt->row = vt->col = 0;
}

static void
vt_sequence(struct vt *vt, bool is_private, const int *numbers, int count,
	char final)
{
	int first = vt_number(numbers, count, 0, 1);

	vt->is_at_edge = vt->is_at_edge && final == 'm';
	if (is_private) {
		if (numbers[0] == 25)
			vt->is_cursor_shown = final == 'h';
		else if (final != 'c')
			vt->has_failed |= numbers[0] != 12;
		return;
	}
	switch (final) {
	case 'H':
		vt->row = first - 1;
		vt->col = vt_number(numbers, count, 1, 1) - 1;
		break;
	case 'G':
		vt->col = first - 1;
		break;
	case 'd':
		vt->row = first - 1;
		break;
	case 'C':
		vt->col += first;
		break;
	case 'J':
		for (int row = 0; row < vt->rows; row++)
			vt_erase(vt, row, 0, vt->cols);
		break;
	case 'K':
		vt_erase(vt, vt->row, vt->col, vt->cols);
		break;
	case 'S':
		vt_shift(vt, first);
		break;
	case 'T':
		vt_shift(vt, -first);
		break;
	case 'r':
		vt_region(vt, numbers, count);
		break;
	case 'g':
		if (first == 3)
			memset(vt->stops, 0, sizeof(vt->stops));
		else
			vt->stops[vt->col] = false;
		break;
	case 'm':
		for (int i = 0; i < (count > 0 ? count : 1); i++)
			vt_sgr(vt, vt_number(numbers, count, i, 0));
		break;
	default:
		vt->has_failed = true;
	}
	vt->has_failed |= vt->row >= vt->rows || vt->col >= vt->cols;
}

/* Returns what follows the sequence that S, after its ESC, begins with. */
static const char *
vt_escape(struct vt *vt, const char *s)
{
	int numbers[8] = { 0 }, count = 0;
	bool is_private = false;

	if (*s == 'H') {
		vt->stops[vt->col] = true;
		return s + 1;
	}
	if (*s == 'M') {
		vt_shift(vt, -1);
		return s + 1;
	}
	for (s++; (*s >= '0' && *s <= '9') || *s == ';' || *s == '?'; s++) {
		is_private |= *s == '?';
		if (*s == '?')
			continue;
		count += count == 0 || *s == ';';
		if (*s != ';')
			numbers[count - 1] = numbers[count - 1] * 10 + *s -
				'0';
		else if (count == 1)
			count = 2;
	}
	vt_sequence(vt, is_private, numbers, count, *s);
	return s + 1;
}

static void
vt_write(struct vt *vt, const char *s)
{
	while (*s != '\0' && !vt->has_failed) {
		uint32_t cp;

		if (*s == '\033') {
			s = vt_escape(vt, s + 1);
		} else if ((unsigned char)*s < ' ') {
			vt_control(vt, *s++);
		} else {
			s += utf8_next(s, &cp);
			vt_print(vt, cp);
		}
	}
}

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
	test_unsafe();
	return check_done();
}
