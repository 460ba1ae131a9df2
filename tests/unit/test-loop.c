#include <config.h>

#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/file.h"
#include "model/archive.h"
#include "model/labels.h"
#include "model/load.h"
#include "store/reading.h"
#include "ui/app.h"

#include "../check.h"
#include "../pty.h"

/*
 * The reader on a pseudo-terminal whose answers come when they come: the test
 * is the terminal. What it takes for a screen is looked for in the bytes.
 */

#define ROWS 24
#define COLS 80

#define QUESTIONS "\033[>0q\033[8$p\033[>c\033[c"
#define KONSOLE "\033P>|Konsole 22.12.3\033\\"
#define XTERM "\033P>|XTerm(379)\033\\\033[8;0$y\033[>41;379;0c\033[?64;1c"
#define RLE "\xE2\x80\xAB"

/* Arabic: wahid, ithnan ... as they are stored; the first as it is joined. */
#define WORD_1 "\xD9\x88\xD8\xA7\xD8\xAD\xD8\xAF"
#define WORD_1_JOINED "\xEF\xBA\xAA\xEF\xBA\xA3\xEF\xBA\x8D\xEF\xBB\xAD"
#define WORD_2 "\xD8\xA7\xD8\xAB\xD9\x86\xD8\xA7\xD9\x86"
#define WORD_3 "\xD8\xAB\xD9\x84\xD8\xA7\xD8\xAB\xD8\xA9"
/* With lam and alef as one letter. */
#define WORD_3_LIGATED "\xD8\xAB\xEF\xBB\xBC\xD8\xAB\xD8\xA9"

static char folder[] = "/tmp/newspane-loop.XXXXXX";
static char archive_path[sizeof(folder) + 32];
static char terminals_path[sizeof(folder) + 32];

/* What the next program is started with; the fork takes it along. */
static struct app_options options;

static int
run_reader(int reports)
{
	const char *path = archive_path;
	const struct load_options load_options = { 0 };
	struct labels *labels = labels_new("", 0, &(int){ 0 });
	struct archive *archive = archive_new(labels);
	struct load *load = load_start(archive, &path, 1, &load_options);
	struct err err = { 0 };
	struct reading *reading;
	int result;

	while (!load_progress(load).is_done)
		usleep(1000);
	reading = reading_new(NULL, &err);
	result = app_run(archive, load, reading, &options, &err);
	pty_report(reports, "ended", result);
	reading_free(reading);
	load_free(load);
	archive_free(archive);
	labels_free(labels);
	return 0;
}

static void
write_file(const char *path, const char *content)
{
	FILE *file = fopen(path, "w");

	CHECK(file != NULL && fputs(content, file) >= 0);
	CHECK(file != NULL && fclose(file) == 0);
}

/* Forty paragraphs, each of a word that says which, and others. */
static void
make_archive(void)
{
	struct buf text = BUF_INIT;
	char path[sizeof(archive_path) + 16];

	CHECK(mkdir(archive_path, 0700) == 0);
	buf_add_string(&text, WORD_1 " " WORD_2 "\n\n");
	for (int i = 10; i < 50; i++)
		buf_add_format(&text, "%s %d %s (%s)\n\n", WORD_2, i, WORD_1,
			WORD_3);
	snprintf(path, sizeof(path), "%s/a.txt", archive_path);
	write_file(path, text.at);
	buf_release(&text);
}

/* Waits until S was sent. */
static bool
wait_for(struct pty *pty, const char *s)
{
	for (int ms = 0; ms < PTY_PATIENCE_MS; ms += 5) {
		pty_take(pty);
		if (strstr(pty->got, s) != NULL)
			return true;
		poll(NULL, 0, 5);
	}
	printf("# never sent: %s\n", s);
	return false;
}

/* Until nothing has come for a while. */
static void
settle(struct pty *pty)
{
	size_t before;

	do {
		before = pty->ngot;
		usleep(150 * 1000);
		pty_take(pty);
	} while (pty->ngot > before);
}

static bool
has(const struct pty *pty, const char *s)
{
	return strstr(pty->got, s) != NULL;
}

static void
start(struct pty *pty)
{
	CHECK(pty_start(pty, ROWS, COLS, run_reader));
	CHECK(wait_for(pty, QUESTIONS));
	CHECK(has(pty, WORD_1_JOINED));
	CHECK(!has(pty, RLE));
	settle(pty);
	pty_reset(pty);
}

static void
quit(struct pty *pty)
{
	pty_send(pty, "qqq");
	CHECK(pty_expect(pty, "ended 0"));
	CHECK(pty_expect(pty, "exited 0"));
	pty_end(pty);
}

/* The first paragraph that was sent since pty_reset; 0: none. */
static int
first_number(const struct pty *pty)
{
	for (const char *at = pty->got; *at != '\0'; at++)
		if (at[0] == ' ' && at[1] >= '1' && at[1] <= '4'
			&& at[2] >= '0' && at[2] <= '9' && at[3] == ' ')
			return (at[1] - '0') * 10 + at[2] - '0';
	return 0;
}

static void
test_late(void)
{
	static struct pty pty;
	int before;

	check_case("an answer that changes nothing sends nothing");
	start(&pty);
	pty_send(&pty, XTERM);
	settle(&pty);
	CHECK_INT(pty.ngot, 0);
	quit(&pty);

	check_case("one that comes late, cut up, between keys, changes all");
	start(&pty);
	pty_send(&pty, "\r\r");
	settle(&pty);
	pty_reset(&pty);
	pty_send(&pty, "dd\004\004");
	settle(&pty);
	pty_reset(&pty);
	pty_send(&pty, "\f");
	settle(&pty);
	before = first_number(&pty);
	CHECK(before > 10);
	pty_reset(&pty);
	for (const char *at = KONSOLE; *at != '\0'; at++) {
		char byte[] = { *at, '\0' };

		pty_send(&pty, byte);
		/* So late that an ESC is taken for the key. */
		usleep(*at == '\033' ? 300 * 1000 : 20 * 1000);
	}
	pty_send(&pty, "\033[>1;115;0c\033[?62;22c");
	CHECK(wait_for(&pty, RLE WORD_2));
	settle(&pty);
	CHECK(!has(&pty, WORD_1_JOINED));

	check_case("and the reader stays at the same place");
	CHECK_INT(first_number(&pty), before);
	CHECK(has(&pty, ")" WORD_3_LIGATED "("));
	quit(&pty);

	check_case("what it wants to be told is told, late or not");
	start(&pty);
	pty_send(&pty, "j\033[8;1$yk");
	CHECK(wait_for(&pty, "\033[8l\033[1 k"));
	settle(&pty);
	CHECK(has(&pty, WORD_1_JOINED));
	quit(&pty);
}

static void
check_kept(const char *want)
{
	struct buf content = BUF_INIT;
	struct err err = { 0 };

	CHECK_INT(file_read(terminals_path, 10000, &content, &err), 0);
	if (!CHECK(strstr(content.at, want) != NULL))
		printf("# %s", content.at);
	buf_release(&content);
	err_release(&err);
}

static void
answer_columns(struct pty *pty, int count)
{
	for (int i = 0; i < count; i++)
		pty_send(pty, "\033[24;3R");
	pty_send(pty, "\033[?64;1c");
}

static void
test_calibrate(void)
{
	static struct pty pty;

	check_case("the calibration asks, and q leaves all as it was");
	start(&pty);
	pty_send(&pty, XTERM "zt");
	CHECK(wait_for(&pty, "\033[6n\033[c"));
	answer_columns(&pty, CLUSTER_COUNT);
	CHECK(wait_for(&pty, ": 1/2"));
	pty_send(&pty, "q");
	settle(&pty);
	pty_send(&pty, "q");
	CHECK(pty_expect(&pty, "ended 0"));
	CHECK(pty_expect(&pty, "exited 0"));
	pty_end(&pty);
	CHECK(access(terminals_path, F_OK) != 0);

	check_case("a number is in force at once, and kept");
	start(&pty);
	pty_send(&pty, XTERM "zt");
	CHECK(wait_for(&pty, "\033[6n\033[c"));
	answer_columns(&pty, CLUSTER_COUNT);
	CHECK(wait_for(&pty, ": 1/2"));
	settle(&pty);
	pty_reset(&pty);
	pty_send(&pty, "4");
	CHECK(wait_for(&pty, RLE));
	settle(&pty);
	CHECK(!has(&pty, WORD_1_JOINED));
	quit(&pty);
	check_kept("XTerm(379)@local order=logical shape=off embedding=on "
		"brackets=stored ambiguous=wide sequences=kept\n");

	check_case("next time it is known by its answer");
	start(&pty);
	pty_send(&pty, XTERM);
	CHECK(wait_for(&pty, RLE));
	quit(&pty);

	check_case("from another host it is another");
	setenv("SSH_CONNECTION", "192.0.2.7 50000 192.0.2.1 22", 1);
	start(&pty);
	pty_send(&pty, XTERM);
	settle(&pty);
	CHECK(!has(&pty, RLE));
	pty_send(&pty, "zt");
	CHECK(wait_for(&pty, "\033[6n\033[c"));
	pty_send(&pty, "\033[?64;1c1");
	quit(&pty);
	unsetenv("SSH_CONNECTION");
	check_kept("XTerm(379)@192.0.2.7 order=visual shape=on "
		"embedding=off brackets=stored\n");
	check_kept("XTerm(379)@local order=logical");

	check_case("what is asked for wins over what was learnt");
	options.term.order = ORDER_OPTION_VISUAL;
	start(&pty);
	pty_send(&pty, XTERM);
	settle(&pty);
	CHECK(!has(&pty, RLE));
	quit(&pty);
	options.term.order = ORDER_OPTION_AUTO;
}

/* After test_calibrate, which left a file. */
static void
test_calibrate_early(void)
{
	static struct pty pty;

	check_case("a number pressed again, too early, leaves the columns");
	start(&pty);
	pty_send(&pty, XTERM "zt");
	CHECK(wait_for(&pty, "\033[6n\033[c"));
	pty_send(&pty, "4\033[?64;1c");
	quit(&pty);
	check_kept("XTerm(379)@local order=logical shape=off embedding=on "
		"brackets=stored ambiguous=wide sequences=kept\n");

	check_case("pressed before the terminal said its name, it is kept");
	setenv("SSH_CONNECTION", "192.0.2.8 50000 192.0.2.1 22", 1);
	start(&pty);
	pty_send(&pty, "zt");
	CHECK(wait_for(&pty, "\033[6n\033[c"));
	pty_send(&pty, "4");
	CHECK(wait_for(&pty, RLE));
	pty_send(&pty, XTERM);
	settle(&pty);
	pty_reset(&pty);
	pty_send(&pty, "\f");
	CHECK(wait_for(&pty, RLE));
	quit(&pty);
	unsetenv("SSH_CONNECTION");
	check_kept("XTerm(379)@192.0.2.8 order=logical");
}

static void
add_err(const struct err *err, struct buf *out)
{
	buf_add_format(out, "problem %d", (int)err->code);
}

static void
test_hostile(void)
{
	static struct pty pty;
	char want[32];

	check_case("a file that makes no sense is passed over with a word");
	write_file(terminals_path, "\033[2J\n\377\n\nXTerm(379)@local "
		"order=logical shape=off embedding=on\n");
	options.add_err = add_err;
	snprintf(want, sizeof(want), "problem %d", (int)ERR_TERMINALS);
	CHECK(pty_start(&pty, ROWS, COLS, run_reader));
	CHECK(wait_for(&pty, want));
	pty_send(&pty, XTERM);
	CHECK(wait_for(&pty, RLE));
	CHECK(!has(&pty, "\033[2J\n"));
	quit(&pty);

	check_case("what cannot be kept is said, and holds for this run");
	unlink(terminals_path);
	options.terminals = "/dev/null/newspane/terminals";
	start(&pty);
	pty_send(&pty, XTERM "zt");
	CHECK(wait_for(&pty, "\033[6n\033[c"));
	snprintf(want, sizeof(want), "problem %d", (int)ERR_WRITE);
	pty_send(&pty, "4");
	CHECK(wait_for(&pty, want));
	CHECK(wait_for(&pty, RLE));
	quit(&pty);
	options.terminals = terminals_path;
}

int
main(void)
{
	char path[sizeof(archive_path) + 16];

	if (setlocale(LC_ALL, "C.UTF-8") == NULL)
		return check_skip_all("no C.UTF-8");
	if (mkdtemp(folder) == NULL)
		return check_skip_all("no folder for tests");
	setenv("TERM", "xterm-256color", 1);
	setenv("HOME", folder, 1);
	unsetenv("SSH_CONNECTION");
	unsetenv("SSH_CLIENT");
	signal(SIGPIPE, SIG_IGN);
	snprintf(archive_path, sizeof(archive_path), "%s/archive", folder);
	snprintf(terminals_path, sizeof(terminals_path), "%s/terminals",
		folder);
	options.terminals = terminals_path;
	check_case("an archive to read");
	make_archive();
	test_late();
	test_calibrate();
	test_calibrate_early();
	test_hostile();
	snprintf(path, sizeof(path), "%s/a.txt", archive_path);
	unlink(path);
	unlink(terminals_path);
	rmdir(archive_path);
	CHECK_INT(rmdir(folder), 0);
	return check_done();
}
