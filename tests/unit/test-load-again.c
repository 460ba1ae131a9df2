#include <config.h>

#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "model/archive.h"
#include "model/load.h"

#include "../check.h"
#include "load-all.h"

/* What is listed, as path=text, and then problems as path:code. */
static void
check_listed(const struct archive *archive, const char *want)
{
	struct buf got = BUF_INIT;

	for (uint32_t i = 0; i < archive_count(archive); i++) {
		struct article article = archive_article(archive, i);

		if (!archive_is_retired(archive, i))
			buf_add_format(&got, "%s=%s ", article.path,
				article.text);
	}
	for (uint32_t i = 0; i < archive_problem_count(archive); i++) {
		struct err err = archive_problem(archive, i);

		buf_add_format(&got, "%s:%d ", err.what, (int)err.code);
		err_release(&err);
	}
	CHECK_STR(got.at, want);
	buf_release(&got);
}

static void
check_again(struct load *load, uint32_t added, uint32_t changed,
	uint32_t gone)
{
	struct load_progress progress;

	load_again(load);
	load_wait(load);
	progress = load_progress(load);
	CHECK(progress.is_done);
	CHECK_INT(progress.added, added);
	CHECK_INT(progress.changed, changed);
	CHECK_INT(progress.gone, gone);
}

static void
test_again(const struct labels *labels)
{
	static const char *const paths[] = { "t" };
	struct archive *archive = archive_new(labels);
	struct load *load;

	mkdir("t", 0700);
	mkdir("t/f", 0700);
	write_text("t/a", "One.");
	write_text("t/b", "Two.");
	write_text("t/f/c", "Three.");
	write_text("t/f/d", "Fo\xFFur.");
	load = load_start(archive, paths, 1, &(struct load_options){ 0 });
	load_wait(load);

	check_case("what has not changed is not read again");
	unlink("t/f/d");
	check_again(load, 0, 0, 1);
	CHECK_INT(archive_count(archive), 4);
	check_again(load, 0, 0, 0);
	CHECK_INT(archive_count(archive), 4);
	check_listed(archive, "t/a=One. t/b=Two. t/f/c=Three. ");

	check_case("what has is, and new files are");
	write_text("t/b", "Two now.");
	write_text("t/e", "Five.");
	check_again(load, 1, 1, 0);
	check_listed(archive,
		"t/a=One. t/f/c=Three. t/b=Two now. t/e=Five. ");
	CHECK_STR(archive_article(archive, archive_successor(archive,
		1)).text, "Two now.");

	check_case("nor is what only has another time");
	utimensat(AT_FDCWD, "t/a", NULL, 0);
	check_again(load, 0, 0, 0);
	CHECK_INT(archive_count(archive), 6);

	check_case("as long as before, and with another time");
	write_text("t/a", "Uno.");
	check_again(load, 0, 1, 0);
	check_listed(archive,
		"t/f/c=Three. t/b=Two now. t/e=Five. t/a=Uno. ");

	load_free(load);
	archive_free(archive);
}

/* What is gone, cannot be read, or only in part. */
static void
test_problems(const struct labels *labels)
{
	static const char *const paths[] = { "t" };
	struct archive *archive = archive_new(labels);
	struct load *load;
	char want[128];

	mkdir("t/f", 0700);
	write_text("t/b", "Two now.");
	write_text("t/e", "Five.");
	write_text("t/f/c", "Three.");
	load = load_start(archive, paths, 1, &(struct load_options){ 0 });
	load_wait(load);

	check_case("what is gone, or no text any more, is not listed");
	unlink("t/e");
	write_text("t/b", "");
	unlink("t/f/c");
	rmdir("t/f");
	check_again(load, 0, 0, 3);
	snprintf(want, sizeof(want), "t/a=Uno. t/b:%d t/e:%d t/f/c:%d ",
		(int)ERR_EMPTY, (int)ERR_GONE, (int)ERR_GONE);
	check_listed(archive, want);

	check_case("problems are those of the last time");
	write_text("t/b", "Two again.");
	check_again(load, 1, 0, 0);
	check_listed(archive, "t/a=Uno. t/b=Two again. ");

	check_case("what was served in part says so each time");
	write_text("t/b", "Two, and \xFF.");
	check_again(load, 0, 1, 0);
	CHECK_INT(archive_problem_count(archive), 1);
	check_again(load, 0, 0, 0);
	CHECK_INT(archive_problem_count(archive), 1);

	check_case("the archive itself is gone");
	unlink("t/a");
	unlink("t/b");
	rmdir("t");
	check_again(load, 0, 0, 2);
	CHECK_INT(archive_problem_count(archive), 3);
	load_free(load);
	archive_free(archive);
}

static void
test_obstacle(const struct labels *labels)
{
	static const char *const paths[] = { "o" };
	struct archive *archive = archive_new(labels);
	struct load *load;

	mkdir("o", 0700);
	write_text("o/a", "One.");
	load = load_start(archive, paths, 1, &(struct load_options){ 0 });
	load_wait(load);
	check_case("what stands in the way of a file is its one problem");
	unlink("o/a");
	CHECK_INT(mkfifo("o/a", 0600), 0);
	check_again(load, 0, 0, 1);
	CHECK_INT(archive_problem_count(archive), 1);
	unlink("o/a");
	write_text("o/a", "Uno.");
	check_again(load, 1, 0, 0);
	check_listed(archive, "o/a=Uno. ");
	load_free(load);
	archive_free(archive);
}

/* Many threads, many files, and one reader that looks all the time. */
static void
test_many(const struct labels *labels)
{
	static const char *const paths[] = { "m" };
	struct archive *archive = archive_new(labels);
	struct load *load;
	uint32_t listed = 0;
	char path[16];

	check_case("many files");
	mkdir("m", 0700);
	for (int i = 0; i < 2000; i++) {
		snprintf(path, sizeof(path), "m/%d", i);
		write_text(path, "Text.");
	}
	load = load_start(archive, paths, 1, &(struct load_options){ 4, 0 });
	load_wait(load);
	for (int i = 0; i < 2000; i += 4) {
		snprintf(path, sizeof(path), "m/%d", i);
		write_text(path, "Another text.");
		snprintf(path, sizeof(path), "m/%d", i + 1);
		unlink(path);
	}
	load_again(load);
	while (!load_progress(load).is_done)
		for (uint32_t i = 0; i < archive_count(archive); i++)
			listed += !archive_is_retired(archive, i);
	CHECK(load_progress(load).changed == 500);
	CHECK(load_progress(load).gone == 500);
	listed = 0;
	for (uint32_t i = 0; i < archive_count(archive); i++)
		listed += !archive_is_retired(archive, i);
	CHECK_INT(listed, 1500);
	load_free(load);
	archive_free(archive);
}

static void
test_all(const struct labels *labels)
{
	test_again(labels);
	test_obstacle(labels);
	test_problems(labels);
	test_many(labels);
}

int
main(void)
{
	return load_tests(test_all);
}
