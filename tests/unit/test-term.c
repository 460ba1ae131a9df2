#include <config.h>

#include <locale.h>
#include <pty.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include "base/err.h"
#include "ui/input.h"

#include "../check.h"
#include "../pty.h"
#include "term-program.h"

/*
 * The terminal module on a pseudo-terminal: however the program on it ends,
 * the terminal must be as it was.
 */

#define ROWS 10
#define COLS 40

static bool
is_same_modes(const struct pty *pty, const struct termios *want)
{
	struct termios now;

	return tcgetattr(pty->slave, &now) == 0
		&& now.c_iflag == want->c_iflag
		&& now.c_oflag == want->c_oflag
		&& now.c_lflag == want->c_lflag;
}

static bool
ends_with_after(const char *bytes, const char *last, const char *start)
{
	const char *at = NULL;

	for (const char *next = bytes; (next = strstr(next, last)) != NULL;
		next++)
		at = next;
	return at != NULL && strstr(at, start) == NULL;
}

/* Cursor, paste mode and screen are back, and nothing came after. */
static void
check_restored(struct pty *pty, const struct termios *modes)
{
	pty_take(pty);
	CHECK(is_same_modes(pty, modes));
	CHECK(ends_with_after(pty->got, "\033[?1049l", "\033[?1049h"));
	CHECK(ends_with_after(pty->got, "\033[?25h", "\033[?25l"));
	CHECK(ends_with_after(pty->got, "\033[?2004l", "\033[?2004h"));
}

static void
start(struct pty *pty, int (*program)(int), struct termios *modes)
{
	CHECK(pty_start(pty, ROWS, COLS, program));
	CHECK(pty_expect(pty, "started 0"));
	CHECK(!is_same_modes(pty, modes));
	CHECK(strstr(pty->got, "ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEF") != NULL);
}

/* Of a pseudo-terminal that nobody has touched. */
static struct termios
plain_modes(void)
{
	struct termios modes = { 0 };
	int master, slave;

	if (openpty(&master, &slave, NULL, NULL, NULL) == 0) {
		tcgetattr(slave, &modes);
		close(slave);
		close(master);
	}
	return modes;
}

static void
test_ways_out(void)
{
	static const struct {
		const char *name;
		const char *key;	/* NULL: a signal instead */
		int signal;
		const char *report, *end;
	} ways[] = {
		{ "a key that quits", "q", 0, "key 113", "exited 0" },
		{ "abort", "A", 0, "key 65", "killed 6" },
		{ "death", "D", 0, "key 68", "exited 2" },
		{ "exit", "E", 0, "key 69", "exited 7" },
		{ "a crash", "S", 0, "key 83", "killed 11" },
		{ "^C", "\003", 0, "quit 2", "exited 0" },
		{ "^\\", "\034", 0, "quit 3", "exited 0" },
		{ "SIGTERM", NULL, SIGTERM, "quit 15", "exited 0" },
		{ "SIGHUP", NULL, SIGHUP, "quit 1", "exited 0" },
		{ "SIGBUS from outside", NULL, SIGBUS, NULL, "killed 7" },
	};
	static struct pty pty;
	struct termios modes = plain_modes();

	for (size_t i = 0; i < sizeof(ways) / sizeof(*ways); i++) {
		check_case(ways[i].name);
		start(&pty, run_visual, &modes);
		if (ways[i].key != NULL)
			pty_send(&pty, ways[i].key);
		else
			kill(pty.program, ways[i].signal);
		if (ways[i].report != NULL)
			CHECK(pty_expect(&pty, ways[i].report));
		CHECK(pty_expect(&pty, ways[i].end));
		check_restored(&pty, &modes);
		pty_end(&pty);
	}
}

static void
test_death_is_readable(void)
{
	static struct pty pty;
	struct termios modes = plain_modes();

	check_case("what it died of is said on the screen that stays");
	start(&pty, run_visual, &modes);
	pty_send(&pty, "D");
	CHECK(pty_expect(&pty, "key 68"));
	CHECK(pty_expect(&pty, "exited 2"));
	pty_take(&pty);
	CHECK(ends_with_after(pty.got, "died of a test", "\033[?1049l"));
	pty_end(&pty);
}

static void
test_stop(void)
{
	static struct pty pty;
	struct termios modes = plain_modes();

	check_case("^Z restores, fg paints all of it again");
	start(&pty, run_visual, &modes);
	pty_send(&pty, "\032");
	CHECK(pty_expect(&pty, "stopped 0"));
	check_restored(&pty, &modes);
	pty_reset(&pty);
	pty_continue(&pty);
	CHECK(pty_expect(&pty, "resumed 0"));
	CHECK(!is_same_modes(&pty, &modes));
	CHECK(strstr(pty.got, "\033[?1049h") != NULL);
	CHECK(strstr(pty.got, "\033[?2004h") != NULL);
	CHECK(strstr(pty.got, "ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEF") != NULL);

	check_case("a command that stops, and a new size meanwhile");
	pty_reset(&pty);
	pty_send(&pty, "Z");
	CHECK(pty_expect(&pty, "key 90"));
	CHECK(pty_expect(&pty, "stopped 0"));
	check_restored(&pty, &modes);
	pty_resize(&pty, 5, 20);
	pty_continue(&pty);
	CHECK(pty_expect(&pty, "resized 0"));
	pty_send(&pty, "q");

	check_case("SIGSTOP cannot be seen, but SIGCONT after it");
	CHECK(pty_read_line(&pty));
	/* The terminal may tell of the size, too. */
	if (strcmp(pty.line, "resized 0") == 0)
		CHECK(pty_read_line(&pty));
	CHECK_STR(pty.line, "key 113");
	CHECK(pty_expect(&pty, "exited 0"));
	check_restored(&pty, &modes);
	pty_end(&pty);
	start(&pty, run_visual, &modes);
	kill(pty.program, SIGSTOP);
	CHECK(pty_expect(&pty, "stopped 0"));
	tcsetattr(pty.slave, TCSANOW, &modes);
	pty_reset(&pty);
	pty_continue(&pty);
	CHECK(pty_expect(&pty, "resumed 0"));
	CHECK(!is_same_modes(&pty, &modes));
	CHECK(strstr(pty.got, "ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEF") != NULL);
	pty_send(&pty, "q");
	CHECK(pty_expect(&pty, "key 113"));
	CHECK(pty_expect(&pty, "exited 0"));
	check_restored(&pty, &modes);
	pty_end(&pty);
}

static void
test_resize(void)
{
	static struct pty pty;
	struct termios modes = plain_modes();

	check_case("a new size is told, the screen cleared and drawn");
	start(&pty, run_visual, &modes);
	pty_reset(&pty);
	pty_resize(&pty, 3, 30);
	CHECK(pty_expect(&pty, "resized 0"));
	CHECK(strstr(pty.got, "ABCDEFGHIJKLMNOPQRSTUVWXYZABCD") != NULL);
	CHECK(strstr(pty.got, "ABCDEFGHIJKLMNOPQRSTUVWXYZABCDE") == NULL);
	CHECK(strstr(pty.got, "\033[H\033[2J") != NULL);
	pty_resize(&pty, 1, 1);
	CHECK(pty_expect(&pty, "resized 0"));
	pty_send(&pty, "q");
	CHECK(pty_expect(&pty, "key 113"));
	CHECK(pty_expect(&pty, "exited 0"));
	check_restored(&pty, &modes);
	pty_end(&pty);
}

static void
test_gone(void)
{
	static struct pty pty;
	struct termios modes = plain_modes();

	check_case("a dropped line ends it");
	start(&pty, run_visual, &modes);
	pty_hang_up(&pty);
	CHECK(pty_read_line(&pty));
	CHECK(strcmp(pty.line, "quit 1") == 0
		|| strcmp(pty.line, "gone 0") == 0);
	CHECK(pty_expect(&pty, "exited 0"));
	pty_end(&pty);

	check_case("so it does where SIGHUP is ignored");
	start(&pty, run_without_hangup, &modes);
	kill(pty.program, SIGHUP);
	pty_hang_up(&pty);
	CHECK(pty_expect(&pty, "gone 0"));
	CHECK(pty_expect(&pty, "exited 0"));
	pty_end(&pty);
}

static void
test_keys(void)
{
	static struct pty pty;
	struct termios modes = plain_modes();
	char want[32];

	check_case("keys: a letter, an arrow, a lone Escape, Alt");
	start(&pty, run_visual, &modes);
	pty_send(&pty, "j");
	CHECK(pty_expect(&pty, "key 106"));
	pty_send(&pty, "\033[A");
	snprintf(want, sizeof(want), "key %d", -(int)KEY_CODE_UP);
	CHECK(pty_expect(&pty, want));
	pty_send(&pty, "\033");
	snprintf(want, sizeof(want), "key %d", -(int)KEY_CODE_ESCAPE);
	CHECK(pty_expect(&pty, want));
	pty_send(&pty, "\033x");
	CHECK(pty_expect(&pty, "alt 120"));
	/* Not the line discipline's "next character literally". */
	pty_send(&pty, "\026");
	CHECK(pty_expect(&pty, "key 118"));
	pty_send(&pty, "q");
	CHECK(pty_expect(&pty, "key 113"));
	CHECK(pty_expect(&pty, "exited 0"));
	pty_end(&pty);
}

/* One byte at a time, with the time of a slow line between them. */
static void
send_slowly(struct pty *pty, const char *bytes)
{
	for (; *bytes != '\0'; bytes++) {
		char one[] = { *bytes, '\0' };

		pty_send(pty, one);
		if (*bytes != '\033')
			usleep(60 * 1000);
	}
}

/* How many bytes lie ready for who reads the terminal next. */
static int
read_left(const struct pty *pty)
{
	int nbytes = 0;

	ioctl(pty->slave, FIONREAD, &nbytes);
	return nbytes;
}

static void
test_replies(void)
{
	static struct pty pty;
	struct termios modes = plain_modes();

	check_case("questions follow the first paint");
	start(&pty, run_auto, &modes);
	usleep(50 * 1000);
	pty_take(&pty);
	CHECK(ends_with_after(pty.got, "\033[>0q\033[8$p\033[>c\033[c",
		"ABC"));
	CHECK(strstr(pty.got, "\033[8l") == NULL);

	check_case("late answers in single bytes switch it to explicit");
	pty_reset(&pty);
	send_slowly(&pty, "\033P>|VTE(7006)\033\\\033[8;1$y");
	send_slowly(&pty, "\033[>65;7006;1c\033[?65;1;9c");
	pty_send(&pty, "j");
	CHECK(pty_expect(&pty, "style 0"));
	CHECK(pty_expect(&pty, "key 106"));
	CHECK(strstr(pty.got, "\033[8l\033[1 k") != NULL);
	CHECK(ends_with_after(pty.got, "ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEF",
		"\033[8l"));
	pty_reset(&pty);
	pty_send(&pty, "A");
	CHECK(pty_expect(&pty, "key 65"));
	CHECK(pty_expect(&pty, "killed 6"));
	check_restored(&pty, &modes);
	CHECK(strstr(pty.got, "\033[8h\033[0 k") != NULL);
	pty_end(&pty);

	check_case("answers that come while it goes are eaten");
	start(&pty, run_auto, &modes);
	pty_send(&pty, "q");
	CHECK(pty_expect(&pty, "key 113"));
	pty_send(&pty, "\033[8;0$y\033[?1;2c");
	CHECK(pty_expect(&pty, "exited 0"));
	check_restored(&pty, &modes);
	CHECK_INT(read_left(&pty), 0);
	pty_end(&pty);
}

/* The end of the first answers is not that of the second. */
static void
test_measure(void)
{
	static struct pty pty;
	struct termios modes = plain_modes();
	char shift_f3[32];

	check_case("a cursor is asked for after each text, then the fence");
	start(&pty, run_auto, &modes);
	pty_reset(&pty);
	pty_send(&pty, "M");
	CHECK(pty_expect(&pty, "key 77"));
	pty_send(&pty, "j");
	CHECK(pty_expect(&pty, "key 106"));
	CHECK(strstr(pty.got, "\033[10;1H\033[Kx\033[6n\033[10;1H\033[K"
		"\xE4\xB8\xAD\033[6n\033[10;1H\033[Ky\033[6n\033[c")
		!= NULL);

	check_case("late answers, keys between them, and Shift-F3");
	pty_send(&pty, "\033[8;0$y\033[?1;2ck");
	CHECK(pty_expect(&pty, "key 107"));
	pty_send(&pty, "\033[10;2R\033[1;2R");
	snprintf(shift_f3, sizeof(shift_f3), "key %d", -(int)KEY_CODE_F3);
	CHECK(pty_expect(&pty, shift_f3));
	pty_send(&pty, "\033[10;3Rl\033[10;10R\033[?1;2c");
	CHECK(pty_expect(&pty, "key 108"));
	CHECK(pty_expect(&pty, "columns 1"));
	CHECK(pty_expect(&pty, "columns 2"));
	CHECK(pty_expect(&pty, "columns 9"));
	CHECK(pty_expect(&pty, "columns -1"));
	CHECK(pty_expect(&pty, "measured 0"));

	check_case("a terminal that leaves one answer out says nothing");
	pty_send(&pty, "M\033[10;2R\033[10;3R\033[?1;2c");
	CHECK(pty_expect(&pty, "key 77"));
	for (int i = 0; i < 4; i++)
		CHECK(pty_expect(&pty, "columns -1"));
	CHECK(pty_expect(&pty, "measured 0"));
	pty_send(&pty, "q");
	CHECK(pty_expect(&pty, "key 113"));
	CHECK(pty_expect(&pty, "exited 0"));
	check_restored(&pty, &modes);
	pty_end(&pty);
}

static void
test_refused(void)
{
	static const struct {
		const char *name, *term;
		enum err_code code;
	} cases[] = {
		{ "unknown TERM", "no-such-terminal", ERR_TERM_UNKNOWN },
		{ "empty TERM", "", ERR_TERM_UNKNOWN },
		{ "dumb TERM", "dumb", ERR_TERM_DUMB },
	};
	static struct pty pty;
	struct termios modes = plain_modes();
	char want[32];

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		check_case(cases[i].name);
		setenv("TERM", cases[i].term, 1);
		CHECK(pty_start(&pty, ROWS, COLS, run_visual));
		snprintf(want, sizeof(want), "error %d", (int)cases[i].code);
		CHECK(pty_expect(&pty, want));
		CHECK(pty_expect(&pty, "exited 2"));
		CHECK_INT(pty.ngot, 0);
		CHECK(is_same_modes(&pty, &modes));
		pty_end(&pty);
	}
	setenv("TERM", "xterm-256color", 1);

	check_case("standard output elsewhere");
	CHECK(pty_start(&pty, ROWS, COLS, run_without_terminal));
	snprintf(want, sizeof(want), "error %d", (int)ERR_NO_TERMINAL);
	CHECK(pty_expect(&pty, want));
	CHECK(pty_expect(&pty, "exited 2"));
	CHECK_INT(pty.ngot, 0);
	CHECK(is_same_modes(&pty, &modes));
	pty_end(&pty);
}

static void
test_stdin_elsewhere(void)
{
	static struct pty pty;
	struct termios modes = plain_modes();

	check_case("keys come from the terminal, wherever standard input is");
	start(&pty, run_without_stdin, &modes);
	pty_send(&pty, "q");
	CHECK(pty_expect(&pty, "key 113"));
	CHECK(pty_expect(&pty, "exited 0"));
	check_restored(&pty, &modes);
	pty_end(&pty);
}

/* ^S holds everything that is sent; SIGTERM must end it all the same. */
static void
test_stuck(void)
{
	static struct pty pty;
	struct termios modes = plain_modes();

	check_case("a terminal that takes no more holds nobody");
	start(&pty, run_visual, &modes);
	tcflow(pty.slave, TCOOFF);
	pty_resize(&pty, 9, 30);
	usleep(100 * 1000);
	kill(pty.program, SIGTERM);
	while (pty_read_line(&pty) && strncmp(pty.line, "exited", 6) != 0)
		;
	CHECK_STR(pty.line, "exited 0");
	check_restored(&pty, &modes);
	pty_end(&pty);
}

int
main(void)
{
	if (setlocale(LC_ALL, "C.UTF-8") == NULL)
		return check_skip_all("no C.UTF-8");
	setenv("TERM", "xterm-256color", 1);
	signal(SIGPIPE, SIG_IGN);
	test_ways_out();
	test_death_is_readable();
	test_stop();
	test_resize();
	test_gone();
	test_keys();
	test_replies();
	test_measure();
	test_refused();
	test_stdin_elsewhere();
	test_stuck();
	return check_done();
}
