#include <config.h>

#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "model/walk.h"

#include "../check.h"

static void
make_file(const char *path)
{
	int fd = open(path, O_WRONLY | O_CREAT, 0600);

	if (CHECK(fd >= 0))
		close(fd);
}

static void
make_link(const char *path, const char *target)
{
	CHECK_INT(symlink(target, path), 0);
}

/* What was met: paths, problems with ":code" behind them. */
struct seen {
	struct buf paths;
	unsigned passed[PASSED_COUNT];
	size_t nbatches;
	size_t nchecks;		/* how often it was asked whether to stop */
	size_t nchecks_max;	/* stop after so many */
};

static void
take_batch(void *context, struct walk_batch *batch)
{
	struct seen *seen = context;

	CHECK(batch->count > 0 && batch->count <= WALK_BATCH_MAX);
	for (size_t i = 0; i < batch->count; i++) {
		char *path = walk_batch_path(batch, i);

		buf_add_string(&seen->paths, path);
		if (batch->entries[i].kind == WALK_PROBLEM)
			buf_add_format(&seen->paths, ":%d",
				(int)batch->entries[i].code);
		if (batch->entries[i].kind == WALK_STDIN)
			buf_add_string(&seen->paths, ":stdin");
		buf_add_byte(&seen->paths, ' ');
		free(path);
	}
	seen->nbatches++;
	walk_batch_free(batch);
}

static void
count_passed(void *context, enum passed kind)
{
	struct seen *seen = context;

	seen->passed[kind]++;
}

static bool
is_enough(void *context)
{
	struct seen *seen = context;

	return ++seen->nchecks > seen->nchecks_max;
}

static void
walk(const char *path, struct seen *seen)
{
	const struct walk_callbacks callbacks = { .batch = take_batch,
		.passed = count_passed, .is_stopped = is_enough,
		.context = seen };

	walk_path(path, &callbacks);
}

/* Whether what is met at PATH is WANT. */
static void
check_walk(const char *path, const char *want)
{
	struct seen seen = { .paths = BUF_INIT, .nchecks_max = SIZE_MAX };

	walk(path, &seen);
	CHECK_STR(seen.paths.at, want);
	buf_release(&seen.paths);
}

static void
test_walk_order(void)
{
	check_case("files come in the byte order of whole paths");
	mkdir("order", 0700);
	mkdir("order/a", 0700);
	mkdir("order/a/b", 0700);
	mkdir("order/B", 0700);
	mkdir("order/none", 0700);
	make_file("order/a.txt");
	make_file("order/a-");
	make_file("order/a0");
	make_file("order/a/z");
	make_file("order/a/b/y");
	make_file("order/B/x");
	make_file("order/\xC3\xA9");
	check_walk("order", "order/B/x order/a- order/a.txt order/a/b/y "
		"order/a/z order/a0 order/\xC3\xA9 ");
	check_case("a slash at the end is no second one");
	check_walk("order/a/", "order/a/b/y order/a/z ");
}

static void
test_walk_names(void)
{
	struct seen seen = { .paths = BUF_INIT, .nchecks_max = SIZE_MAX };

	check_case("hidden files and backups are passed over");
	mkdir("names", 0700);
	mkdir("names/.git", 0700);
	make_file("names/.git/x");
	make_file("names/.hidden");
	make_file("names/#a#");
	make_file("names/#b");
	make_file("names/a~");
	make_file("names/a.swp");
	make_file("names/a.bak");
	make_file("names/a.orig");
	make_file("names/a.tmp");
	make_file("names/bak");
	make_file("names/~a");
	check_walk("names", "names/#b names/bak names/~a ");
	walk("names", &seen);
	CHECK_INT(seen.passed[PASSED_HIDDEN], 2);
	CHECK_INT(seen.passed[PASSED_BACKUP], 6);
	buf_release(&seen.paths);
	check_case("but tried where they are named");
	check_walk("names/a~", "names/a~ ");
	check_walk("names/.git", "names/.git/x ");
	check_walk("-", "-:stdin ");
}

static void
test_walk_problems(void)
{
	struct buf want = BUF_INIT;

	check_case("what is no file is a problem");
	mkdir("odd", 0700);
	CHECK_INT(mkfifo("odd/fifo", 0600), 0);
	make_link("odd/nowhere", "missing");
	make_link("odd/self", "self");
	make_link("odd/zero", "/dev/zero");
	buf_add_format(&want, "odd/fifo:%d odd/nowhere:%d odd/self:%d "
		"odd/zero:%d ", ERR_NOT_REGULAR, ERR_OPEN, ERR_LOOP,
		ERR_NOT_REGULAR);
	check_walk("odd", want.at);
	buf_reset(&want);
	buf_add_format(&want, "missing:%d ", ERR_OPEN);
	check_walk("missing", want.at);
	buf_release(&want);
}

static void
test_walk_links(void)
{
	struct buf want = BUF_INIT;

	check_case("a folder is entered once, by its first path");
	mkdir("links", 0700);
	mkdir("links/real", 0700);
	make_file("links/real/x");
	make_link("links/a", "real");
	make_link("links/z", "real");
	make_link("links/file", "real/x");
	check_walk("links", "links/a/x links/file ");

	check_case("a link back is a problem");
	mkdir("loop", 0700);
	mkdir("loop/a", 0700);
	mkdir("loop/a/b", 0700);
	make_file("loop/a/b/x");
	make_link("loop/a/b/up", "..");
	make_link("loop/here", ".");
	buf_add_format(&want, "loop/a/b/up:%d loop/a/b/x loop/here:%d ",
		ERR_LOOP, ERR_LOOP);
	check_walk("loop", want.at);
	buf_release(&want);
}

#define CHAIN 30

/* Folders with two links each to the next: 2^29 paths to the last one. */
static void
test_walk_chain(void)
{
	struct buf path = BUF_INIT, target = BUF_INIT, want = BUF_INIT;

	check_case("many paths to a folder are one");
	mkdir("chain", 0700);
	for (int i = 0; i < CHAIN; i++) {
		buf_reset(&path);
		buf_add_format(&path, "chain/%02d", i);
		mkdir(path.at, 0700);
		buf_add_string(&path, "/x");
		make_file(path.at);
		buf_reset(&target);
		buf_add_format(&target, "../%02d", i + 1);
		for (int link = 0; link < 2 && i + 1 < CHAIN; link++) {
			buf_reset(&path);
			buf_add_format(&path, "chain/%02d/%d", i, link);
			make_link(path.at, target.at);
		}
	}
	for (int i = CHAIN; i-- > 0;) {
		buf_add_string(&want, "chain/00/");
		for (int k = 0; k < i; k++)
			buf_add_string(&want, "0/");
		buf_add_string(&want, "x ");
	}
	check_walk("chain", want.at);
	buf_release(&path);
	buf_release(&target);
	buf_release(&want);
}

static void
test_walk_depth(void)
{
	struct buf path = BUF_INIT, want = BUF_INIT;

	check_case("folders within each other end at the limit");
	buf_add_string(&path, "deep");
	for (int i = 0; i < WALK_DEPTH_MAX; i++) {
		mkdir(path.at, 0700);
		buf_add_string(&path, "/d");
	}
	mkdir(path.at, 0700);
	buf_add_format(&want, "%s:%d ", path.at, ERR_OPEN);
	check_walk("deep", want.at);
	buf_release(&path);
	buf_release(&want);
}

static void
test_walk_stop(void)
{
	struct seen seen = { .paths = BUF_INIT, .nchecks_max = SIZE_MAX };
	char path[32];

	check_case("a batch holds so many");
	mkdir("large", 0700);
	for (int i = 0; i < 2 * WALK_BATCH_MAX + 1; i++) {
		snprintf(path, sizeof(path), "large/%04d", i);
		make_file(path);
	}
	walk("large", &seen);
	CHECK_INT(seen.nbatches, 3);

	check_case("the names of a folder are not read on when stopped");
	buf_reset(&seen.paths);
	seen.nchecks = 0;
	seen.nchecks_max = 5;
	walk("large", &seen);
	CHECK_STR(seen.paths.at, "");
	CHECK(seen.nchecks > 5 && seen.nchecks < 10);
	buf_release(&seen.paths);
}

int
main(void)
{
	char folder[] = "/tmp/newspane-walk-XXXXXX";
	char remove[sizeof(folder) + 16];

	if (mkdtemp(folder) == NULL || chdir(folder) != 0)
		return check_skip_all("no temporary folder");
	test_walk_order();
	test_walk_names();
	test_walk_problems();
	test_walk_links();
	test_walk_chain();
	test_walk_depth();
	test_walk_stop();
	snprintf(remove, sizeof(remove), "rm -rf %s", folder);
	if (chdir("/") != 0 || system(remove) != 0)
		return 1;
	return check_done();
}
