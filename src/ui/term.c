#include <config.h>

#include "ui/term.h"

#include <poll.h>
#include <stdlib.h>

#include "base/clock.h"
#include "base/xalloc.h"
#include "ui/frame.h"
#include "ui/term_inside.h"
#include "ui/term_signals.h"

/*
 * Answers that are still on their way when we go would be typed at the shell:
 * they are waited for a little, if it is not long since we asked.
 */
#define ANSWER_MS 1000
#define ANSWER_AT_END_MS 250

void
term_flush(struct term *term)
{
	if (!term->is_gone && tty_write(&term->tty, term->out.at,
		term->out.nbytes) < 0)
		term->is_gone = true;
	buf_reset(&term->out);
}

/* What undoes start_screen; without a second screen the text stays. */
static void
add_restore(struct term *term, struct buf *out)
{
	const struct term_caps *caps = &term->caps;

	if (caps->is_ecma)
		term_order_leave(&term->order, out);
	caps_add(caps, out, CAP_PASTE_OFF, 0, 0);
	caps_add(caps, out, CAP_SGR0, 0, 0);
	if (term->rows > 1)
		caps_add(caps, out, CAP_CSR, 0, term->rows - 1);
	screen_add_untab(&term->paint.shown, out);
	if (!caps_has(caps, CAP_RMCUP)) {
		caps_add(caps, out, CAP_CUP, term->rows - 1, 0);
		caps_add(caps, out, CAP_EL, 0, 0);
	}
	caps_add(caps, out, CAP_CNORM, 0, 0);
	caps_add(caps, out, CAP_RMCUP, 0, 0);
}

void
term_note_restore(struct term *term)
{
	struct buf restore = BUF_INIT;

	add_restore(term, &restore);
	signals_set_restore(restore.at, restore.nbytes);
	buf_release(&restore);
}

void
term_start_screen(struct term *term)
{
	term_note_restore(term);
	signals_set_active(true);
	if (!tty_enter(&term->tty)) {
		term->is_gone = true;
		return;
	}
	caps_add(&term->caps, &term->out, CAP_SMCUP, 0, 0);
	caps_add(&term->caps, &term->out, CAP_PASTE_ON, 0, 0);
	if (term->caps.is_ecma)
		term_order_enter(&term->order, &term->out);
	term_flush(term);
}

void
term_stop_screen(struct term *term)
{
	struct buf restore = BUF_INIT;

	add_restore(term, &restore);
	tty_write_last(&term->tty, restore.at, restore.nbytes);
	buf_release(&restore);
	tty_leave(&term->tty);
	signals_set_active(false);
}

int
term_new(const struct term_options *options, struct term **term,
	struct err *err)
{
	struct term *new = xcalloc(1, sizeof(*new));

	buf_init(&new->out);
	if (tty_open(&new->tty, options->is_stdin_taken, err) != 0)
		goto no_tty;
	new->tty.has_no_stop = options->has_no_stop;
	if (caps_load(&new->caps, new->tty.out, err) != 0)
		goto no_caps;
	new->signals = signals_start(new->tty.out, &new->tty.original, err);
	if (new->signals < 0)
		goto no_signals;
	new->rows = new->caps.rows;
	new->cols = new->caps.cols;
	tty_size(&new->tty, &new->rows, &new->cols);
	paint_init(&new->paint, &new->caps);
	new->input = input_new();
	term_order_init(&new->order, options->order, options->shape, getenv);
	term_learn_helps(new);
	term_start_screen(new);
	*term = new;
	return 0;
no_signals:
	caps_release(&new->caps);
no_caps:
	tty_close(&new->tty);
no_tty:
	free(new);
	return -1;
}

static bool
is_answer_due(const struct term *term)
{
	return (term->has_asked && !term->order.is_fenced)
		|| term->measure.is_waiting;
}

/* Keys typed meanwhile are lost: the program is going. */
static void
await_answers(struct term *term)
{
	int64_t now = clock_ms(), until = now + ANSWER_AT_END_MS;
	struct pollfd in = { .fd = term->tty.in, .events = POLLIN };
	struct key key;
	struct reply reply;

	if (until > term->asked_ms + ANSWER_MS)
		until = term->asked_ms + ANSWER_MS;
	while (is_answer_due(term) && !term->is_gone
		&& !signals_are_ending() && now < until
		&& poll(&in, 1, (int)(until - now)) > 0) {
		if (!term_read(term))
			continue;
		while (term->at < term->nbytes)
			if (input_byte(term->input, term->bytes[term->at++],
				&key, &reply) == INPUT_REPLY
				&& !term_ends_measure(term, &reply))
				term_order_reply(&term->order, &reply,
					&term->out);
		now = clock_ms();
	}
	term_flush(term);
}

void
term_free(struct term *term)
{
	if (term == NULL)
		return;
	await_answers(term);
	term_stop_screen(term);
	signals_stop();
	paint_release(&term->paint);
	input_free(term->input);
	caps_release(&term->caps);
	tty_close(&term->tty);
	buf_release(&term->out);
	free(term);
}

void
term_size(const struct term *term, int *rows, int *cols)
{
	*rows = term->rows;
	*cols = term->cols;
}

struct line_style
term_line_style(const struct term *term)
{
	return term_order_style(&term->order);
}

const struct term_order *
term_order(const struct term *term)
{
	return &term->order;
}

void
term_learn_helps(struct term *term)
{
	for (int base = 0; base < ROW_BASE_COUNT; base++)
		term->paint.helps[base] = term_order_help(&term->order,
			(enum row_base)base);
}

/*
 * The order is about to be another. The terminal's own is a property of the
 * rows that it holds: they have to be sent again after it was switched.
 */
static void
finish_change(struct term *term, size_t nbytes_before)
{
	bool is_switched = term->out.nbytes > nbytes_before;

	if (!term->caps.is_ecma)
		buf_truncate(&term->out, nbytes_before);
	if (is_switched)
		paint_forget(&term->paint);
	term_note_restore(term);
	term_learn_helps(term);
}

void
term_set_order(struct term *term, enum order_option option,
	enum shape_option shape)
{
	size_t nbytes = term->out.nbytes;

	term_order_choose(&term->order, option, shape, &term->out);
	finish_change(term, nbytes);
}

void
term_learn(struct term *term, const struct terminal_facts *facts)
{
	size_t nbytes = term->out.nbytes;

	term_order_learn(&term->order, facts, &term->out);
	finish_change(term, nbytes);
}

void
term_measure(struct term *term, const char *const *texts, size_t count)
{
	term->wanted = texts;
	term->nwanted = count;
}

int
term_measured(const struct term *term, size_t index)
{
	return measure_cols(&term->measure, index);
}

/* After the paint, so that nobody waits for the answers. */
static void
ask_once(struct term *term)
{
	size_t before = term->out.nbytes;

	if (term->has_asked || !term->caps.is_ecma)
		return;
	term_order_ask(&term->order, &term->out);
	term->has_asked = term->out.nbytes > before;
	term->asked_ms = clock_ms();
	input_expect_replies(term->input, term->has_asked);
}

/* The last row is theirs for a moment; the first would not do. */
static void
measure_wanted(struct term *term, const struct frame *frame)
{
	int row = frame->rows - 1;

	if (term->wanted == NULL || !term->caps.is_ecma || row < 1)
		return;
	measure_ask(&term->measure, term->wanted, term->nwanted, row,
		&term->out);
	input_expect_cursor(term->input, true);
	input_expect_replies(term->input, true);
	term->asked_ms = clock_ms();
	term->wanted = NULL;
	paint_spoil(&term->paint, row, &term->out);
	paint_frame(&term->paint, frame, &term->out);
}

void
term_blit(struct term *term, const struct frame *frame)
{
	int tab_col = term->paint.shown.tab_col;

	paint_frame(&term->paint, frame, &term->out);
	if (term->paint.shown.tab_col != tab_col)
		term_note_restore(term);
	ask_once(term);
	measure_wanted(term, frame);
	term_flush(term);
}

void
term_forget(struct term *term)
{
	paint_forget(&term->paint);
}

