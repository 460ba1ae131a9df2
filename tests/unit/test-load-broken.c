#include <config.h>

#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "model/archive.h"
#include "model/load.h"

#include "../check.h"
#include "load-all.h"

#define TEXT "A text that lost its end, which is long.\n"
#define GIGABYTE ((off_t)1 << 30)
/* Far less than the file, and enough for any allocator. */
#define HOLE_MEMORY_KB (48L << 10)

/* TEXT and then nothing, NBYTES long. */
static void
make_holes(const char *path, off_t nbytes)
{
	write_text(path, TEXT);
	CHECK_INT(truncate(path, nbytes), 0);
}

static long
peak_kb(void)
{
	struct rusage usage;

	return getrusage(RUSAGE_SELF, &usage) == 0 ? usage.ru_maxrss : 0;
}

static void
test_load_holes(const struct labels *labels)
{
	static const char *const paths[] = { "holes" };
	struct archive *archive;
	struct buf want = BUF_INIT;
	struct err err;
	long before;

	check_case("a hole takes no memory, and what is there is served");
	mkdir("holes", 0700);
	make_holes("holes/large", GIGABYTE);
	make_holes("holes/small", 1000);
	make_holes("holes/too-large", GIGABYTE + 1);
	write_text("holes/nothing", "");
	CHECK_INT(truncate("holes/nothing", GIGABYTE), 0);
	before = peak_kb();
	archive = load_all(labels, paths, 1, (struct load_options){
		.nthreads = 1, .memory_nbytes = 64 << 20 });
	CHECK(peak_kb() - before < HOLE_MEMORY_KB);
	buf_add_format(&want, "holes/large holes/small holes/large:%d "
		"holes/nothing:%d holes/small:%d holes/too-large:%d ",
		ERR_HOLES, ERR_BINARY, ERR_HOLES, ERR_TOO_LARGE);
	check_archive(archive, want.at);
	CHECK_STR(archive_article(archive, 0).text, TEXT);
	err = archive_problem(archive, 0);
	CHECK_INT(err.count, GIGABYTE - (off_t)strlen(TEXT));
	err_release(&err);
	buf_release(&want);
	archive_free(archive);
	unlink("holes/large");
	unlink("holes/nothing");
	unlink("holes/too-large");
}

/* Text on both sides of a hole, at any place of a block. */
static void
test_load_islands(const struct labels *labels)
{
	static const char *const paths[] = { "island" };
	static const off_t places[] = { 65536 - 3, 65536, 65536 + 1,
		3 * 65536 - 20, 200001 };

	check_case("text on both sides of a hole is one article");
	for (size_t i = 0; i < sizeof(places) / sizeof(*places); i++) {
		struct archive *archive;
		int fd;

		make_holes("island", places[i]);
		fd = open("island", O_WRONLY);
		CHECK_INT(pwrite(fd, "The other side.", 15, places[i]), 15);
		close(fd);
		archive = load_all(labels, paths, 1, (struct load_options){
			0 });
		if (CHECK_INT(archive_count(archive), 1))
			CHECK_STR(archive_article(archive, 0).text,
				TEXT "\nThe other side.");
		if (CHECK_INT(archive_problem_count(archive), 1)) {
			struct err err = archive_problem(archive, 0);

			CHECK_INT(err.code, ERR_HOLES);
			CHECK_INT(err.count, places[i] - (off_t)strlen(TEXT));
			err_release(&err);
		}
		archive_free(archive);
	}
}

#define CHANGING_NBYTES ((off_t)4 << 20)

/* Makes a file longer and shorter until told not to. */
static void *
change_main(void *context)
{
	const _Atomic bool *is_over = context;

	for (off_t more = 0; !*is_over; more ^= 1)
		if (truncate("changing", CHANGING_NBYTES + more) != 0)
			break;
	return NULL;
}

static void
test_load_changing(const struct labels *labels)
{
	static const char *const paths[] = { "changing" };
	_Atomic bool is_over = false;
	bool was_noted = false;
	pthread_t writer;
	struct buf text = BUF_INIT;

	check_case("a file that changes while it is read is noted");
	while (text.nbytes < (size_t)CHANGING_NBYTES)
		buf_add_string(&text, TEXT);
	write_file("changing", text.at, text.nbytes);
	CHECK_INT(pthread_create(&writer, NULL, change_main, &is_over), 0);
	for (int round = 0; round < 50 && !was_noted; round++) {
		struct archive *archive = load_all(labels, paths, 1,
			(struct load_options){ 0 });

		CHECK_INT(archive_count(archive), 1);
		for (uint32_t i = 0; i < archive_problem_count(archive); i++)
			was_noted |= archive_problem_code(archive, i)
				== ERR_CHANGED;
		archive_free(archive);
	}
	is_over = true;
	pthread_join(writer, NULL);
	CHECK(was_noted);
	buf_release(&text);
}

/* A stream that is no text is not read to its end, nor kept. */
static void
test_load_input(const struct labels *labels)
{
	static const char *const paths[] = { "-" };
	struct archive *archive;
	int zero = open("/dev/zero", O_RDONLY | O_CLOEXEC);

	check_case("input without end that is no text ends at once");
	if (!CHECK(zero >= 0))
		return;
	dup2(zero, STDIN_FILENO);
	close(zero);
	archive = load_all(labels, paths, 1, (struct load_options){ 0 });
	CHECK_INT(archive_count(archive), 0);
	if (CHECK_INT(archive_problem_count(archive), 1))
		CHECK_INT(archive_problem_code(archive, 0), ERR_BINARY);
	archive_free(archive);
}

static void
test_all(const struct labels *labels)
{
	test_load_holes(labels);
	test_load_islands(labels);
	test_load_changing(labels);
	test_load_input(labels);
}

int
main(void)
{
	return load_tests(test_all);
}
