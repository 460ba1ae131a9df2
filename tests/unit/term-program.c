#include <config.h>

#include "term-program.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/err.h"
#include "base/xalloc.h"
#include "ui/frame.h"
#include "ui/term.h"

#include "../pty.h"

static void
report_key(int reports, const struct key *key)
{
	int code = key->code == KEY_CODE_CHAR ? (int)key->cp
		: -(int)key->code;

	pty_report(reports, key->modifiers & KEY_ALT ? "alt" : "key", code);
}

static void
draw(struct term *term, struct frame *frame)
{
	int rows, cols;

	term_size(term, &rows, &cols);
	frame_resize(frame, rows, cols);
	for (int i = 0; i < cols && rows > 0; i++)
		frame->cells[i].cps[0] = (uint32_t)('A' + i % 26);
	term_blit(term, frame);
}

/* A letter, one of two columns, and one that the test says is of nine. */
static void
measure(struct term *term, struct frame *frame)
{
	static const char *const texts[] = { "x", "\xE4\xB8\xAD", "y" };

	term_measure(term, texts, 3);
	draw(term, frame);
}

static void
report_measured(int reports, const struct term *term)
{
	for (size_t i = 0; i < 4; i++)
		pty_report(reports, "columns", term_measured(term, i));
}

/* The ways out that a key asks for; false: it is only a key. */
static bool
obey(struct term *term, uint32_t letter)
{
	switch (letter) {
	case 'A':
		abort();
	case 'D':
		die("died of a test");
	case 'E':
		exit(7);
	case 'S':
		raise(SIGSEGV);
		return true;
	case 'Z':
		term_suspend(term);
		return false;
	default:
		return letter == 'q';
	}
}

static int
run_with(int reports, enum order_option order)
{
	static const char *const names[] = { "nothing", "key", "resized",
		"resumed", "style", "measured", "watched", "quit", "gone" };
	struct term_options options = { .order = order };
	struct frame frame;
	struct term *term;
	struct err err = { 0 };
	struct key key;
	bool is_over = false;

	if (term_new(&options, &term, &err) != 0) {
		pty_report(reports, "error", (int)err.code);
		err_release(&err);
		return 2;
	}
	frame_init(&frame);
	draw(term, &frame);
	pty_report(reports, "started", 0);
	while (!is_over) {
		enum term_event event = term_wait(term, -1, -1, &key);

		if (event == TERM_RESIZED)
			draw(term, &frame);
		if (event == TERM_MEASURED)
			report_measured(reports, term);
		if (event == TERM_KEY && key.cp == 'M')
			measure(term, &frame);
		if (event == TERM_KEY)
			report_key(reports, &key);
		else
			pty_report(reports, names[event],
				event == TERM_QUIT ? term_signal(term) : 0);
		is_over = event == TERM_QUIT || event == TERM_GONE
			|| (event == TERM_KEY && key.code == KEY_CODE_CHAR
				&& obey(term, key.cp));
	}
	frame_release(&frame);
	term_free(term);
	return 0;
}

int
run_visual(int reports)
{
	return run_with(reports, ORDER_OPTION_VISUAL);
}

int
run_auto(int reports)
{
	return run_with(reports, ORDER_OPTION_AUTO);
}

int
run_without_hangup(int reports)
{
	signal(SIGHUP, SIG_IGN);
	return run_visual(reports);
}

static void
redirect(int fd, const char *path, int flags)
{
	int opened = open(path, flags);

	dup2(opened, fd);
	close(opened);
}

int
run_without_terminal(int reports)
{
	redirect(STDOUT_FILENO, "/dev/null", O_WRONLY);
	return run_visual(reports);
}

int
run_without_stdin(int reports)
{
	redirect(STDIN_FILENO, "/dev/null", O_RDONLY);
	return run_visual(reports);
}
