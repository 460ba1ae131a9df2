#include <config.h>

#include "ui/term_tty.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/err.h"
#include "ui/term_signals.h"

#define LAST_WORDS_MS 500
/* How often a stuck terminal is asked whether a signal came meanwhile. */
#define STUCK_MS 100

/* Nobody has a larger screen; a lie about it must not take the memory. */
#define ROWS_MAX 1000
#define COLS_MAX 2000

/* Standard input, if it is the terminal that we write to. */
static bool
is_stdin_same(void)
{
	struct stat in, out;

	return isatty(STDIN_FILENO) && fstat(STDIN_FILENO, &in) == 0
		&& fstat(STDOUT_FILENO, &out) == 0 && in.st_rdev == out.st_rdev;
}

int
tty_open(struct tty *tty, bool is_stdin_taken, struct err *err)
{
	struct tty opened = { .in = STDIN_FILENO, .out = STDOUT_FILENO };

	if (!isatty(opened.out)
		|| tcgetattr(opened.out, &opened.original) != 0) {
		err_set(err, ERR_NO_TERMINAL, 0, NULL);
		return -1;
	}
	if (is_stdin_taken || !is_stdin_same()) {
		opened.in = open("/dev/tty", O_RDONLY | O_NOCTTY | O_CLOEXEC);
		opened.is_in_ours = true;
		if (opened.in < 0) {
			err_set(err, ERR_NO_TERMINAL, errno, "/dev/tty");
			return -1;
		}
	}
	*tty = opened;
	return 0;
}

void
tty_close(struct tty *tty)
{
	if (tty->is_in_ours)
		close(tty->in);
	*tty = (struct tty){ .in = -1, .out = -1 };
}

static bool
set_modes(const struct tty *tty, const struct termios *modes)
{
	int result;

	/* In the background this stops us, and goes on with fg. */
	while ((result = tcsetattr(tty->out, TCSADRAIN, modes)) != 0)
		if (errno != EINTR || signals_are_ending())
			break;
	return result == 0;
}

/*
 * Bytes come as they were typed; a line feed moves straight down, which
 * term_move counts on as on tabs that stay tabs; ^V is a key like others.
 */
bool
tty_enter(const struct tty *tty)
{
	struct termios modes = tty->original;

	modes.c_iflag &= ~(tcflag_t)(ICRNL | INLCR | IGNCR | ISTRIP);
	modes.c_oflag &= ~(tcflag_t)(ONLCR | OCRNL | ONLRET | TABDLY);
	modes.c_lflag &= ~(tcflag_t)(ICANON | ECHO | ECHONL | IEXTEN);
	modes.c_lflag |= ISIG;
	modes.c_cc[VMIN] = 1;
	modes.c_cc[VTIME] = 0;
	/* Then ^Z is a key like others. */
	if (tty->has_no_stop)
		modes.c_cc[VSUSP] = _POSIX_VDISABLE;
	return set_modes(tty, &modes);
}

void
tty_leave(const struct tty *tty)
{
	/* Nobody waits for what a stuck terminal has not shown. */
	if (signals_are_ending())
		tcsetattr(tty->out, TCSANOW, &tty->original);
	else
		set_modes(tty, &tty->original);
}

void
tty_size(const struct tty *tty, int *rows, int *cols)
{
	struct winsize size;

	if (ioctl(tty->out, TIOCGWINSZ, &size) != 0)
		return;
	if (size.ws_row > 0)
		*rows = size.ws_row < ROWS_MAX ? size.ws_row : ROWS_MAX;
	if (size.ws_col > 0)
		*cols = size.ws_col < COLS_MAX ? size.ws_col : COLS_MAX;
}

int
tty_write(const struct tty *tty, const char *bytes, size_t nbytes)
{
	while (nbytes > 0) {
		ssize_t nwritten = write(tty->out, bytes, nbytes);

		if (nwritten < 0 && errno != EINTR && errno != EAGAIN)
			return -1;
		if (nwritten > 0) {
			bytes += nwritten;
			nbytes -= (size_t)nwritten;
		} else if (signals_are_ending()) {
			return 1;
		} else if (nwritten < 0 && errno == EAGAIN) {
			poll(&(struct pollfd){ .fd = tty->out,
				.events = POLLOUT }, 1, STUCK_MS);
		}
	}
	return 0;
}

void
tty_write_last(const struct tty *tty, const char *bytes, size_t nbytes)
{
	struct pollfd poll_out = { .fd = tty->out, .events = POLLOUT };

	if (signals_are_ending()) {
		/* ^S may hold it; the next program would let it go, too. */
		tcflow(tty->out, TCOON);
		if (poll(&poll_out, 1, LAST_WORDS_MS) <= 0)
			return;
	}
	tty_write(tty, bytes, nbytes);
}
