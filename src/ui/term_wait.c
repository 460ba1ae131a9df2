#include <config.h>

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <unistd.h>

#include "base/clock.h"
#include "ui/term_inside.h"
#include "ui/term_signals.h"

/* Nothing for so long after an ESC: it was the key. */
#define ESCAPE_MS 50
/* While answers are on their way it more often begins one of them. */
#define ESCAPE_ASKED_MS 150
/* Who has not answered for so long never does. */
#define PATIENCE_MS 30000

bool
term_read(struct term *term)
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

static bool
update_size(struct term *term)
{
	int rows = term->rows, cols = term->cols;

	tty_size(&term->tty, &rows, &cols);
	if (rows == term->rows && cols == term->cols)
		return false;
	term->rows = rows;
	term->cols = cols;
	term_note_restore(term);
	return true;
}

/* A stopped program is not told of a new size. */
static void
resume(struct term *term)
{
	term->is_resized = update_size(term) || term->is_resized;
	term_start_screen(term);
	if (term->is_resized)
		paint_forget(&term->paint);
	else
		paint_again(&term->paint, &term->out);
	term_flush(term);
}

void
term_suspend(struct term *term)
{
	term_stop_screen(term);
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

bool
term_ends_measure(struct term *term, const struct reply *reply)
{
	/* The first fence is that of the questions who it is. */
	if (reply->kind == REPLY_DA1 && !term->order.is_fenced
		&& term->has_asked)
		return false;
	if (!measure_reply(&term->measure, reply))
		return false;
	input_expect_cursor(term->input, false);
	input_expect_replies(term->input, false);
	return true;
}

static enum term_event
take_reply(struct term *term, const struct reply *reply)
{
	bool is_style;

	if (term_ends_measure(term, reply))
		return TERM_MEASURED;
	is_style = term_order_reply(&term->order, reply, &term->out);
	if (term->order.is_fenced && !term->measure.is_waiting)
		input_expect_replies(term->input, false);
	term_learn_helps(term);
	/* It was switched over: the rows that it holds are of the old way. */
	if (term->out.nbytes > 0) {
		term_note_restore(term);
		paint_again(&term->paint, &term->out);
		term_flush(term);
	}
	return is_style ? TERM_STYLE : TERM_NOTHING;
}

static int
escape_ms(const struct term *term)
{
	return term->has_asked && !term->order.is_fenced
		&& term->byte_ms < term->asked_ms + PATIENCE_MS
		? ESCAPE_ASKED_MS : ESCAPE_MS;
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
		&& clock_ms() >= term->byte_ms + escape_ms(term)
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
		int64_t escape = term->byte_ms + escape_ms(term) - now;

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
		term_read(term);
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
