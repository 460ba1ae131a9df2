#include <config.h>

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/xalloc.h"
#include "model/archive.h"
#include "model/load.h"
#include "model/walk.h"

#include "../check.h"
#include "load-all.h"

static void
test_load_tree(const struct labels *labels)
{
	static const char *const paths[] = { "tree" };
	struct archive *archive;

	check_case("a tree is walked in the order of whole paths");
	mkdir("tree", 0700);
	mkdir("tree/a", 0700);
	mkdir("tree/b", 0700);
	mkdir("tree/b/empty", 0700);
	write_text("tree/a.txt", "One.");
	write_text("tree/a/x", "Two.");
	write_text("tree/a/x~", "no");
	write_text("tree/a/.x.swp", "no");
	write_text("tree/.hidden", "no");
	write_text("tree/b/c.bak", "no");
	write_text("tree/b/d", "Three.");
	archive = load_all(labels, paths, 1, (struct load_options){ 0 });
	check_archive(archive, "tree/a.txt tree/a/x tree/b/d ");
	CHECK_INT(archive_passed(archive, PASSED_HIDDEN), 2);
	CHECK_INT(archive_passed(archive, PASSED_BACKUP), 2);
	archive_free(archive);
}

static void
make_odd_things(void)
{
	int fd = socket(AF_UNIX, SOCK_STREAM, 0);

	mkdir("odd", 0700);
	mkdir("odd/dir", 0700);
	CHECK_INT(mkfifo("odd/fifo", 0600), 0);
	CHECK_INT(symlink("fifo", "odd/fifolink"), 0);
	CHECK_INT(symlink("..", "odd/dir/up"), 0);
	CHECK_INT(symlink("self", "odd/self"), 0);
	CHECK_INT(symlink("nowhere", "odd/dangling"), 0);
	CHECK_INT(symlink("utf16", "odd/link"), 0);
	CHECK_INT(symlink("/dev/zero", "odd/zero"), 0);
	write_file("odd/empty", "", 0);
	write_text("odd/blank", "  \n ");
	write_file("odd/nuls", "a\0\0\0\0\0b", 7);
	write_text("odd/broken", "caf\xE9 and \xFF.");
	write_file("odd/utf16", "\xFF\xFEH\0i\0.\0", 8);
	write_text("odd/\xFFname", "Name.");
	if (fd >= 0)
		close(fd);
}

static void
test_load_odd_things(const struct labels *labels)
{
	static const char *const paths[] = { "odd" };
	struct archive *archive;
	struct buf want = BUF_INIT;

	check_case("what cannot be read is a problem, never a hang");
	make_odd_things();
	archive = load_all(labels, paths, 1, (struct load_options){
		.nthreads = 1 });
	buf_add_format(&want, "odd/broken odd/link odd/utf16 odd/\xFFname "
		"odd/blank:%d odd/broken:%d odd/dangling:%d odd/dir/up:%d "
		"odd/empty:%d odd/fifo:%d odd/fifolink:%d odd/nuls:%d "
		"odd/self:%d odd/zero:%d ", ERR_EMPTY, ERR_BAD_BYTES,
		ERR_OPEN, ERR_LOOP, ERR_EMPTY, ERR_NOT_REGULAR,
		ERR_NOT_REGULAR, ERR_BINARY, ERR_LOOP, ERR_NOT_REGULAR);
	check_archive(archive, want.at);
	CHECK_STR(archive_article(archive, 0).text,
		"caf\xEF\xBF\xBD and \xEF\xBF\xBD.");
	CHECK_STR(archive_article(archive, 1).text, "Hi.");
	buf_release(&want);
	archive_free(archive);
}

static void
test_load_arguments(const struct labels *labels)
{
	static const char *const paths[] = { "missing", "tree/a/x~",
		"odd/fifo", "tree/a/", "-" };
	struct buf want = BUF_INIT;
	struct archive *archive;

	check_case("a file that is named is always tried");
	write_text("stdin", "From standard input.");
	CHECK(freopen("stdin", "rb", stdin) != NULL);
	archive = load_all(labels, paths, 5, (struct load_options){ 0 });
	buf_add_format(&want, "tree/a/x~ tree/a/x - missing:%d odd/fifo:%d ",
		ERR_OPEN, ERR_NOT_REGULAR);
	check_archive(archive, want.at);
	buf_release(&want);
	archive_free(archive);
}

static void
test_load_unreadable(const struct labels *labels)
{
	static const char *const paths[] = { "shut" };
	struct buf want = BUF_INIT;
	struct archive *archive;

	/* Nothing is unreadable to root. */
	if (geteuid() == 0)
		return;
	check_case("what may not be read is a problem");
	mkdir("shut", 0700);
	mkdir("shut/folder", 0);
	write_text("shut/file", "x");
	chmod("shut/file", 0);
	archive = load_all(labels, paths, 1, (struct load_options){ 0 });
	buf_add_format(&want, "shut/file:%d shut/folder:%d ", ERR_OPEN,
		ERR_OPEN);
	check_archive(archive, want.at);
	buf_release(&want);
	archive_free(archive);
	chmod("shut/folder", 0700);
}

/* Folders within each other until no path can name the next one. */
static void
test_load_deep(const struct labels *labels)
{
	static const char *const paths[] = { "deep" };
	struct archive *archive;
	char name[251];
	int fd = AT_FDCWD;

	check_case("nesting beyond all limits is a problem");
	memset(name, 'n', 250);
	name[250] = '\0';
	mkdir("deep", 0700);
	for (int i = 0; i < 280; i++) {
		int next;

		if (i > 0)
			mkdirat(fd, name, 0700);
		next = openat(fd, i == 0 ? "deep" : name,
			O_RDONLY | O_DIRECTORY);
		if (fd >= 0)
			close(fd);
		fd = next;
	}
	close(fd);
	archive = load_all(labels, paths, 1, (struct load_options){ 0 });
	CHECK_INT(archive_count(archive), 0);
	CHECK_INT(archive_problem_count(archive), 1);
	archive_free(archive);
}

#define MANY 2500

static void
make_many(void)
{
	struct buf text = BUF_INIT, path = BUF_INIT;

	mkdir("many", 0700);
	for (unsigned i = 0; i < MANY; i++) {
		buf_reset(&path);
		buf_add_format(&path, "many/%02u", i / 100);
		mkdir(path.at, 0700);
		buf_add_format(&path, "/%04u", i);
		buf_reset(&text);
		for (unsigned k = 0; k < 1 + i % 90; k++)
			buf_add_format(&text, "Article %u is the one.\n", i);
		write_text(path.at, text.at);
	}
	buf_release(&text);
	buf_release(&path);
}

static void
test_load_while_reading(const struct labels *labels)
{
	static const char *const paths[] = { "many" };
	struct load_options options = { .nthreads = 4 };
	struct archive *archive = archive_new(labels);
	struct load *load = load_start(archive, paths, 1, &options);
	struct pollfd fd = { .fd = load_fd(load), .events = POLLIN };
	uint32_t count = 0;
	bool is_done = false;

	check_case("articles can be read while others are loaded");
	while (!is_done) {
		CHECK_INT(poll(&fd, 1, 10000), 1);
		load_acknowledge(load);
		is_done = load_progress(load).is_done;
		for (; count < archive_count(archive); count++) {
			struct article article = archive_article(archive,
				count);
			char want[32];

			snprintf(want, sizeof(want), "many/%02u/%04u",
				count / 100, count);
			CHECK_STR(article.path, want);
			CHECK_INT(strlen(article.folded),
				article.folded_nbytes);
			CHECK_INT(atoi(article.text + 8), count);
		}
	}
	CHECK_INT(count, MANY);
	CHECK_INT(load_progress(load).found, MANY);
	CHECK_INT(load_progress(load).done, MANY);
	CHECK_INT(archive_problem_count(archive), 0);
	load_free(load);
	archive_free(archive);
}

static void
test_load_stop(const struct labels *labels)
{
	static const char *const paths[] = { "many" }, *const input[] = { "-" };
	struct load_options options = { .nthreads = 2 };
	int pipes[2];

	check_case("loading stops when it is told to");
	for (int i = 0; i < 20; i++) {
		struct archive *archive = archive_new(labels);
		struct load *load = load_start(archive, paths, 1, &options);

		usleep((useconds_t)i * 200);
		load_free(load);
		CHECK(archive_count(archive) <= MANY);
		archive_free(archive);
	}
	check_case("even while it waits for standard input");
	if (CHECK_INT(pipe(pipes), 0)) {
		struct archive *archive = archive_new(labels);
		struct load *load;

		dup2(pipes[0], STDIN_FILENO);
		load = load_start(archive, input, 1, &options);
		usleep(1000);
		load_free(load);
		CHECK_INT(archive_count(archive), 0);
		archive_free(archive);
		close(pipes[0]);
		close(pipes[1]);
	}
	load_free(NULL);
}

/* The signals that thread TASK blocks, as bits; 0 where that is unknown. */
static unsigned long long
blocked_by(const char *task)
{
	char path[300], line[256];
	unsigned long long blocked = 0;
	FILE *file;

	snprintf(path, sizeof(path), "/proc/self/task/%s/status", task);
	file = fopen(path, "r");
	while (file != NULL && fgets(line, sizeof(line), file) != NULL)
		if (strncmp(line, "SigBlk:", 7) == 0)
			blocked = strtoull(line + 7, NULL, 16);
	if (file != NULL)
		fclose(file);
	return blocked;
}

/* Whether no thread of ours blocks one of the signals that faults raise. */
static bool
are_faults_open(void)
{
	static const int faults[] = { SIGABRT, SIGBUS, SIGFPE, SIGILL,
		SIGSEGV };
	DIR *tasks = opendir("/proc/self/task");
	struct dirent *task;
	bool are_open = true;

	while (tasks != NULL && (task = readdir(tasks)) != NULL) {
		unsigned long long blocked = blocked_by(task->d_name);

		for (size_t i = 0; i < sizeof(faults) / sizeof(*faults); i++)
			are_open &= (blocked >> (faults[i] - 1) & 1) == 0;
	}
	if (tasks != NULL)
		closedir(tasks);
	return are_open;
}

static void
test_load_signals(const struct labels *labels)
{
	static const char *const paths[] = { "-" };
	struct load_options options = { .nthreads = 2 };
	struct archive *archive = archive_new(labels);
	struct load *load;
	bool are_open = false;
	int pipes[2];

	check_case("a thread's own fault is not blocked");
	if (CHECK_INT(pipe(pipes), 0))
		dup2(pipes[0], STDIN_FILENO);
	load = load_start(archive, paths, 1, &options);
	/* A thread that is being made blocks everything for a moment. */
	for (int i = 0; i < 500 && !are_open; i++) {
		are_open = are_faults_open();
		if (!are_open)
			usleep(10000);
	}
	CHECK(are_open);
	load_free(load);
	archive_free(archive);
	close(pipes[0]);
	close(pipes[1]);
}

static void
test_load_no_input(const struct labels *labels)
{
	static const char *const paths[] = { "many", "-", "tree/a" };
	struct archive *archive;
	struct err err;

	check_case("closed standard input is no file that we opened");
	close(STDIN_FILENO);
	archive = load_all(labels, paths, 3, (struct load_options){
		.nthreads = 4 });
	CHECK_INT(archive_count(archive), MANY + 1);
	CHECK_INT(archive_problem_count(archive), 1);
	err = archive_problem(archive, 0);
	CHECK_INT(err.code, ERR_READ);
	CHECK_INT(err.sys, EBADF);
	CHECK_STR(err.what, "-");
	err_release(&err);
	archive_free(archive);
}

static void
test_load_memory(const struct labels *labels)
{
	static const char *const paths[] = { "many", "tree" };
	struct load_options options = { .memory_nbytes = 300000 };

	check_case("what would exceed the memory is one problem");
	for (options.nthreads = 1; options.nthreads <= 4; options.nthreads++) {
		struct archive *archive = load_all(labels, paths, 2, options);
		uint32_t count = archive_count(archive);
		struct err err = { 0 };
		char want[32];

		/*
		 * How long the prefix is that several threads get done
		 * depends on which of them ran.
		 */
		CHECK(count < 500 && (count > 10 || options.nthreads > 1));
		if (CHECK_INT(archive_problem_count(archive), 1))
			err = archive_problem(archive, 0);
		CHECK_INT(err.code, ERR_MEMORY);
		snprintf(want, sizeof(want), "many/%02u/%04u", count / 100,
			count);
		CHECK_STR(err.what != NULL ? err.what : "", want);
		err_release(&err);
		for (uint32_t i = 0; i < count; i++)
			CHECK_INT(atoi(archive_article(archive, i).text + 8),
				i);
		archive_free(archive);
	}
}

static void
test_all(const struct labels *labels)
{
	test_load_tree(labels);
	test_load_odd_things(labels);
	test_load_arguments(labels);
	test_load_unreadable(labels);
	test_load_deep(labels);
	make_many();
	test_load_while_reading(labels);
	test_load_stop(labels);
	test_load_memory(labels);
	test_load_signals(labels);
	test_load_no_input(labels);
}

int
main(void)
{
	return load_tests(test_all);
}
