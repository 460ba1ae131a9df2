#include <config.h>

#include "ui/term.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/xalloc.h"
#include "ui/frame.h"
#include "ui/term_caps.h"
#include "ui/term_paint.h"
#include "ui/term_signals.h"
#include "ui/term_tty.h"

/* Nothing for so long after an ESC: it was the key. */
#define ESCAPE_MS 50
/*
 * Answers that are still on their way when we go would be typed at the shell:
 * they are waited for a little, if it is not long since we asked.
 */
#define ANSWER_MS 1000
#define ANSWER_AT_END_MS 250

struct term {
	struct tty tty;
	struct term_caps caps;
	struct paint paint;
	struct term_order order;
	struct input *input;
	int signals;		/* numbers of signals come out of it */
	int rows, cols;
	int ending_signal;
	bool is_gone;
	bool is_resized;	/* and nobody was told yet */
	bool has_asked;
	int64_t asked_ms;	/* by clock_ms */
	int64_t byte_ms;	/* when the last byte came */
	unsigned char bytes[256];
	size_t at, nbytes;	/* those not looked at yet */
	struct buf out;
};

static void
flush(struct term *term)
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

/* To be called whenever what must be undone has changed. */
static void
note_restore(struct term *term)
{
	struct buf restore = BUF_INIT;

	add_restore(term, &restore);
	signals_set_restore(restore.at, restore.nbytes);
	buf_release(&restore);
}

static void
start_screen(struct term *term)
{
	note_restore(term);
	signals_set_active(true);
	if (!tty_enter(&term->tty)) {
		term->is_gone = true;
		return;
	}
	caps_add(&term->caps, &term->out, CAP_SMCUP, 0, 0);
	caps_add(&term->caps, &term->out, CAP_PASTE_ON, 0, 0);
	if (term->caps.is_ecma)
		term_order_enter(&term->order, &term->out);
	flush(term);
}

static void
stop_screen(struct term *term)
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
	start_screen(new);
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

/* Waits for a byte or more; false: none came. Finds out that it is gone. */
static bool
read_bytes(struct term *term)
{
	ssize_t nbytes = read(term->tty.in, term->bytes, sizeof(term->bytes));

	term->at = term->nbytes = 0;
	if (nbytes < 0 && (errno == EINTR || errno == EAGAIN))
		return false;
	if (nbytes <= 0) {
		term->is_gone = true;
		return false;
	}
	term->nbytes = (size_t)nbytes;
	term->byte_ms = clock_ms();
	return true;
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
	while (term->has_asked && !term->order.is_fenced && !term->is_gone
		&& !signals_are_ending() && now < until
		&& poll(&in, 1, (int)(until - now)) > 0) {
		if (!read_bytes(term))
			continue;
		while (term->at < term->nbytes)
			if (input_byte(term->input, term->bytes[term->at++],
				&key, &reply) == INPUT_REPLY)
				term_order_reply(&term->order, &reply,
					&term->out);
		now = clock_ms();
	}
	flush(term);
}

void
term_free(struct term *term)
{
	if (term == NULL)
		return;
	await_answers(term);
	stop_screen(term);
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

/*
 * The terminal's own order is a property of the rows that it holds: they
 * have to be sent again after it was switched.
 */
void
term_set_order(struct term *term, enum order_option option,
	enum shape_option shape)
{
	if (term->caps.is_ecma)
		term_order_leave(&term->order, &term->out);
	term->order.option = option;
	term->order.shape = shape;
	if (term->caps.is_ecma)
		term_order_enter(&term->order, &term->out);
	note_restore(term);
	paint_forget(&term->paint);
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
}

void
term_blit(struct term *term, const struct frame *frame)
{
	int tab_col = term->paint.shown.tab_col;

	paint_frame(&term->paint, frame, &term->out);
	if (term->paint.shown.tab_col != tab_col)
		note_restore(term);
	ask_once(term);
	flush(term);
}

void
term_forget(struct term *term)
{
	paint_forget(&term->paint);
}

static bool
update_size(struct term *term)
{
	int rows = term->rows, cols = term->cols;

	tty_size(&term->tty, &rows, &cols);
	if (rows == term->rows && cols == term->cols)
		return false;
	term->rows = rows;
	term->cols = cols;
	note_restore(term);
	return true;
}

/* A stopped program is not told of a new size. */
static void
resume(struct term *term)
{
	term->is_resized = update_size(term) || term->is_resized;
	start_screen(term);
	if (term->is_resized)
		paint_forget(&term->paint);
	else
		paint_again(&term->paint, &term->out);
	flush(term);
}

void
term_suspend(struct term *term)
{
	stop_screen(term);
	signals_stop_self();
	resume(term);
}

static enum term_event
take_signal(struct term *term, int number)
{
	switch (number) {
	case SIGWINCH:
		update_size(term);
		/* Even to the same size: what it shows was shuffled. */
		paint_forget(&term->paint);
		return TERM_RESIZED;
	case SIGTSTP:
		term_suspend(term);
		return TERM_RESUMED;
	case SIGCONT:
		resume(term);
		return TERM_RESUMED;
	default:
		term->ending_signal = number;
		return TERM_QUIT;
	}
}

static enum term_event
next_signal(struct term *term)
{
	unsigned char number;

	if (read(term->signals, &number, 1) == 1)
		return take_signal(term, number);
	if (!term->is_resized)
		return TERM_NOTHING;
	term->is_resized = false;
	return TERM_RESIZED;
}

static enum term_event
take_reply(struct term *term, const struct reply *reply)
{
	bool is_style = term_order_reply(&term->order, reply, &term->out);

	/* It was switched over: the rows that it holds are of the old way. */
	if (term->out.nbytes > 0) {
		note_restore(term);
		paint_again(&term->paint, &term->out);
		flush(term);
	}
	return is_style ? TERM_STYLE : TERM_NOTHING;
}

static enum term_event
next_byte(struct term *term, struct key *key)
{
	struct reply reply;

	while (term->at < term->nbytes) {
		enum term_event event = TERM_NOTHING;

		switch (input_byte(term->input, term->bytes[term->at++], key,
			&reply)) {
		case INPUT_KEY:
			return TERM_KEY;
		case INPUT_REPLY:
			event = take_reply(term, &reply);
			break;
		case INPUT_NOTHING:
			break;
		}
		if (event != TERM_NOTHING)
			return event;
	}
	if (input_is_waiting(term->input)
		&& clock_ms() >= term->byte_ms + ESCAPE_MS
		&& input_timeout(term->input, key) == INPUT_KEY)
		return TERM_KEY;
	return TERM_NOTHING;
}

/* -1: for ever. */
static int
patience_ms(const struct term *term, int64_t until)
{
	int64_t now = clock_ms(), left = until < 0 ? -1 : until - now;

	if (left < 0 && until >= 0)
		left = 0;
	if (input_is_waiting(term->input)) {
		int64_t escape = term->byte_ms + ESCAPE_MS - now;

		if (escape < 0)
			escape = 0;
		if (left < 0 || escape < left)
			left = escape;
	}
	return (int)left;
}

/* Whether the watched descriptor is what can be read, and only that. */
static bool
wait_readable(struct term *term, int watched_fd, int64_t until)
{
	struct pollfd fds[] = {
		{ .fd = term->signals, .events = POLLIN },
		{ .fd = term->tty.in, .events = POLLIN },
		{ .fd = watched_fd, .events = POLLIN },
	};

	if (poll(fds, 3, patience_ms(term, until)) <= 0
		|| fds[0].revents != 0)
		return false;
	if (fds[1].revents != 0) {
		read_bytes(term);
		return false;
	}
	return fds[2].revents != 0;
}

enum term_event
term_wait(struct term *term, int watched_fd, int timeout_ms, struct key *key)
{
	int64_t until = timeout_ms < 0 ? -1 : clock_ms() + timeout_ms;
	bool is_over = false;

	for (;;) {
		enum term_event event = next_signal(term);

		if (event == TERM_NOTHING)
			event = next_byte(term, key);
		if (event != TERM_NOTHING)
			return event;
		if (term->is_gone)
			return TERM_GONE;
		if (is_over)
			return TERM_NOTHING;
		is_over = until >= 0 && clock_ms() >= until;
		if (wait_readable(term, watched_fd, until))
			return TERM_WATCHED;
	}
}

int
term_signal(const struct term *term)
{
	return term->ending_signal;
}

void
term_stay(struct term *term)
{
	term->ending_signal = 0;
	signals_go_on();
	/* What was being sent when the signal came may be lost. */
	paint_forget(&term->paint);
}
