#include <config.h>

#include "vt.h"

#include <string.h>

#include "base/xalloc.h"
#include "text/utf8.h"

struct screen_cell *
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

void
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
	int cols = cp == 0x6c34 || cp == 0x260e ? 2
		: cp == 0x301 || cp == 0x64e || cp == 0x6dd ? 0 : 1;
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

void
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
