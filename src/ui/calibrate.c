#include <config.h>

#include "ui/calibrate.h"

#include <string.h>

#include "base/buf.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "text/language.h"
#include "store/terminals.h"
#include "layout/fit.h"
#include "ui/command.h"
#include "ui/frame.h"

/* A blank at both sides, where a sign without width has its place. */
#define SIDE_COLS 1
/* Of one cluster in the table: its name, two numbers, a gap. */
#define ENTRY_COLS 26

/*
 * Arabic for: I read "peace" in Cairo (no 25%) today. Quotation marks,
 * brackets, lam with alef twice, a Latin name, a number and its sign: what
 * goes wrong first.
 */
#define SAMPLE \
	"\xD9\x82\xD8\xB1\xD8\xA3\xD8\xAA " \
	"\xE2\x80\x9C\xD8\xA7\xD9\x84\xD8\xB3\xD9\x84\xD8\xA7\xD9\x85" \
	"\xE2\x80\x9D \xD9\x81\xD9\x8A Cairo (\xD9\x84\xD8\xA7 25%) " \
	"\xD8\xA7\xD9\x84\xD9\x8A\xD9\x88\xD9\x85"

static const struct way {
	enum text_order order;
	bool is_shaped;
	enum row_base base;
	const char *what;
} ways[] = {
	{ ORDER_VISUAL, true, ROW_BASE_VISUAL,
		N_("newspane orders and joins the letters") },
	{ ORDER_VISUAL, false, ROW_BASE_VISUAL,
		N_("newspane orders, the terminal joins") },
	{ ORDER_LOGICAL, false, ROW_BASE_LOGICAL,
		N_("the terminal orders and joins") },
	{ ORDER_LOGICAL, false, ROW_BASE_EMBEDDED,
		N_("the terminal does, told where the text begins") },
	{ ORDER_LOGICAL, false, ROW_BASE_TURNED,
		N_("the same, newspane turns brackets, joins lam and alef") },
};

#define NWAYS ((int)(sizeof(ways) / sizeof(*ways)))

struct calibrate {
	bool is_open;
	struct line_style style;
	int cols[CLUSTER_COUNT];	/* -1: the terminal did not say */
	struct line line;
	/* Rows: the first that is seen, at most so far down, how many. */
	int top, most_top, rows;
};

/* Where the next row goes; nothing is drawn below the area. */
struct pen {
	struct frame *frame;
	struct area area;
	int row;
};

struct calibrate *
calibrate_new(void)
{
	return xcalloc(1, sizeof(struct calibrate));
}

void
calibrate_free(struct calibrate *calibrate)
{
	if (calibrate == NULL)
		return;
	line_release(&calibrate->line);
	free(calibrate);
}

void
calibrate_open(struct calibrate *calibrate, const struct line_style *style)
{
	calibrate->is_open = true;
	calibrate->top = 0;
	calibrate->style = *style;
	for (int i = 0; i < CLUSTER_COUNT; i++)
		calibrate->cols[i] = -1;
}

void
calibrate_close(struct calibrate *calibrate)
{
	calibrate->is_open = false;
}

bool
calibrate_is_open(const struct calibrate *calibrate)
{
	return calibrate->is_open;
}

void
calibrate_set_style(struct calibrate *calibrate,
	const struct line_style *style)
{
	calibrate->style = *style;
}

void
calibrate_reply(struct calibrate *calibrate, enum cluster_index index,
	int cols)
{
	calibrate->cols[index] = cols;
}

/* Whether the row where the pen is can be seen. */
static bool
is_seen(const struct pen *pen)
{
	return pen->row >= pen->area.row
		&& pen->row < pen->area.row + pen->area.rows;
}

/* TEXT in the columns from COL on, of the row where the pen is. */
static void
put_text(struct calibrate *calibrate, const struct pen *pen, int col,
	int cols, const char *text, size_t nbytes,
	const struct line_style *style, enum role role, unsigned emphasis)
{
	fit_text(text, nbytes, cols > 0 ? cols : 0, FIT_BASE_AUTO, style,
		role, &calibrate->line);
	frame_put_line(pen->frame, pen->row, pen->area.col + col, cols,
		&calibrate->line, true, emphasis);
}

/* The bytes of TEXT that one row of COLS columns has: as many words as fit. */
static size_t
row_bytes(const char *text, int cols, const struct line_style *style)
{
	size_t nbytes = strcspn(text, " ");

	while (text[nbytes] != '\0') {
		size_t next = nbytes + 1 + strcspn(text + nbytes + 1, " ");

		if (fit_cols(text, next, style) > cols)
			break;
		nbytes = next;
	}
	return nbytes;
}

/* TEXT in as many rows as it needs, sent in WAY, or as all text (NULL). */
static void
put_rows(struct calibrate *calibrate, struct pen *pen, const char *text,
	const struct way *way, enum role role)
{
	struct line_style style = calibrate->style;
	int cols = pen->area.cols - 2 * SIDE_COLS;

	if (way != NULL) {
		style.order = way->order;
		style.is_shaped = way->is_shaped;
	}
	while (*text != '\0') {
		size_t nbytes = row_bytes(text, cols, &style);

		if (is_seen(pen)) {
			put_text(calibrate, pen, SIDE_COLS, cols, text,
				nbytes, &style, role, 0);
			if (way != NULL)
				frame_set_base(pen->frame, pen->row,
					way->base);
		}
		pen->row++;
		text += nbytes;
		text += strspn(text, " ");
	}
}

static void
put_way(struct calibrate *calibrate, struct pen *pen, int number)
{
	const struct way *way = &ways[number - 1];
	struct buf text = BUF_INIT;

	buf_add_format(&text, "%d  %s", number, _(way->what));
	put_rows(calibrate, pen, text.at, NULL, ROLE_KEY);
	buf_release(&text);
	put_rows(calibrate, pen, SAMPLE, way, ROLE_BODY);
}

static void
put_entry(struct calibrate *calibrate, const struct pen *pen, int col,
	int cols, enum cluster_index index)
{
	const char *text = cluster_texts[index];
	int counted = fit_cols(text, strlen(text), &calibrate->style);
	int taken = calibrate->cols[index];
	struct buf entry = BUF_INIT;

	buf_add_format(&entry, "%s: %d/", cluster_name(index), counted);
	if (taken < 0)
		buf_add_byte(&entry, '?');
	else
		buf_add_format(&entry, "%d", taken);
	put_text(calibrate, pen, col, cols, entry.at, entry.nbytes,
		&calibrate->style, ROLE_BODY,
		taken >= 0 && taken != counted ? EMPHASIS_MATCH : 0);
	buf_release(&entry);
}

/* Beside each other, but where a terminal would put them in one order. */
static void
put_table(struct calibrate *calibrate, struct pen *pen)
{
	const char *first = cluster_name(0);
	bool is_one = calibrate->style.order == ORDER_LOGICAL
		&& text_is_rtl(first, strlen(first), false);
	int cols = pen->area.cols - 2 * SIDE_COLS;
	int across = is_one || cols < ENTRY_COLS ? 1 : cols / ENTRY_COLS;

	for (int i = 0; i < CLUSTER_COUNT; i++) {
		if (is_seen(pen))
			put_entry(calibrate, pen, SIDE_COLS + i % across *
				(cols / across), cols / across - 1,
				(enum cluster_index)i);
		if (i % across == across - 1 || i + 1 == CLUSTER_COUNT)
			pen->row++;
	}
}

static void
draw_from_top(struct calibrate *calibrate, struct frame *frame,
	struct area area)
{
	struct pen pen = { frame, area, area.row - calibrate->top };

	for (int i = 0; i < area.rows; i++)
		frame_fill(frame, area.row + i, area.col, area.cols,
			ROLE_BODY, 0);
	put_rows(calibrate, &pen, _("Which of these reads right?"), NULL,
		ROLE_HEADING);
	/* TRANSLATORS: an Arabic sentence follows, in five ways. */
	put_rows(calibrate, &pen, _("Press the number above it; q leaves "
		"everything as it was."), NULL, ROLE_BODY);
	/* TRANSLATORS: how the Arabic sentence is said. */
	put_rows(calibrate, &pen, _("From the right, letters joined: qara'tu "
		"\"as-salam\" fi Cairo (la 25%) al-yawm"), NULL, ROLE_BODY);
	for (int number = 1; number <= NWAYS; number++)
		put_way(calibrate, &pen, number);
	pen.row++;
	put_rows(calibrate, &pen, _("Columns: as newspane counts / as the "
		"terminal does"), NULL, ROLE_HEADING);
	put_table(calibrate, &pen);
	calibrate->rows = area.rows;
	calibrate->most_top = pen.row + calibrate->top - area.row - area.rows;
}

void
calibrate_draw(struct calibrate *calibrate, struct frame *frame,
	struct area area)
{
	draw_from_top(calibrate, frame, area);
	if (calibrate->top == 0 || calibrate->top <= calibrate->most_top)
		return;
	/* The screen became larger. */
	calibrate->top = calibrate->most_top > 0 ? calibrate->most_top : 0;
	draw_from_top(calibrate, frame, area);
}

/* More rows than the screen has are moved through as in the help. */
static void
turn_to(struct calibrate *calibrate, enum command command)
{
	int top = calibrate->top;

	switch (command) {
	case COMMAND_DOWN:
		top++;
		break;
	case COMMAND_UP:
		top--;
		break;
	case COMMAND_PAGE_DOWN:
		top += calibrate->rows;
		break;
	case COMMAND_PAGE_UP:
		top -= calibrate->rows;
		break;
	case COMMAND_TOP:
		top = 0;
		break;
	case COMMAND_BOTTOM:
		top = calibrate->most_top;
		break;
	default:
		return;
	}
	if (top > calibrate->most_top)
		top = calibrate->most_top;
	calibrate->top = top < 0 ? 0 : top;
}

/* A digit of any keyboard; 0: it is none of the numbers. */
static int
number_of(const struct key *key)
{
	static const uint32_t zeros[] = { '0', 0x0660, 0x06F0 };

	if (key->code != KEY_CODE_CHAR || key->modifiers != 0)
		return 0;
	for (size_t i = 0; i < sizeof(zeros) / sizeof(*zeros); i++)
		if (key->cp > zeros[i] && key->cp <= zeros[i] + NWAYS)
			return (int)(key->cp - zeros[i]);
	return 0;
}

enum calibrate_event
calibrate_key(struct calibrate *calibrate, const struct key *key,
	struct terminal_facts *facts)
{
	int number = number_of(key);
	enum command command = command_of_key(NULL, key, COMMAND_IN_SHEET);

	if (number == 0) {
		turn_to(calibrate, command);
		if (command != COMMAND_BACK && command != COMMAND_CANCEL)
			return CALIBRATE_NOTHING;
		calibrate_close(calibrate);
		return CALIBRATE_LEFT;
	}
	*facts = (struct terminal_facts){
		.has_order = true,
		.is_logical = ways[number - 1].order == ORDER_LOGICAL,
		.is_shaped = ways[number - 1].is_shaped,
		.has_brackets = ways[number - 1].base == ROW_BASE_TURNED,
	};
	facts->has_embedding = facts->has_brackets
		|| ways[number - 1].base == ROW_BASE_EMBEDDED;
	facts->has_widths = clusters_say(calibrate->cols, &facts->is_wide,
		&facts->keeps_sequences);
	calibrate_close(calibrate);
	return CALIBRATE_CHOSEN;
}
