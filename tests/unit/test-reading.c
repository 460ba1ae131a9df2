#include <config.h>

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/err.h"
#include "store/reading.h"
#include "store/reading_table.h"

#include "../check.h"

#define BOTH (READING_READ | READING_STARRED)

static const uint64_t high = 0xFEDCBA9876543210u;

/* Where the state is; its folders are made by the first test. */
static const char *
state_path(void)
{
	return "state/a/b/reading";
}

static struct reading *
open_state(enum err_code want)
{
	struct err err = { 0 };
	struct reading *reading = reading_new(state_path(), &err);

	CHECK_INT(err.code, want);
	if (want != ERR_NONE && CHECK(err.what != NULL))
		CHECK_STR(err.what, state_path());
	err_release(&err);
	return reading;
}

static void
set_flags(struct reading *reading, uint64_t fingerprint, unsigned flags)
{
	struct err err = { 0 };

	CHECK_INT(reading_set_flags(reading, fingerprint, flags, &err), 0);
}

static void
set_place(struct reading *reading, uint64_t fingerprint, uint32_t off)
{
	struct err err = { 0 };

	CHECK_INT(reading_set_place(reading, fingerprint, off, &err), 0);
}

static void
remove_state(void)
{
	unlink("state/a/b/reading");
	unlink("state/a/b/reading-wal");
	unlink("state/a/b/reading-shm");
	unlink("state/a/b/reading-journal");
}

static void
write_state(const char *bytes, size_t nbytes)
{
	FILE *file = fopen(state_path(), "w");

	if (CHECK(file != NULL)) {
		CHECK_INT((long long)fwrite(bytes, 1, nbytes, file),
			(long long)nbytes);
		fclose(file);
	}
}

/* Waits for a child that this test started; returns whether it was well. */
static bool
wait_for(pid_t child)
{
	int status;

	return waitpid(child, &status, 0) == child && WIFEXITED(status)
		&& WEXITSTATUS(status) == 0;
}

static void
test_table(void)
{
	struct reading_table table = { 0 };

	check_case("the table keeps what it is given");
	CHECK_INT(reading_table_flags(&table, 5), 0);
	for (uint64_t i = 0; i < 5000; i++)
		reading_table_add(&table, i << 40)->place = (uint32_t)i + 1;
	for (uint64_t i = 0; i < 5000; i++)
		reading_table_add(&table, i << 40)->flags = (unsigned)i % 4;
	CHECK_INT((long long)table.count, 5000);
	for (uint64_t i = 0; i < 5000; i++) {
		CHECK_INT(reading_table_place(&table, i << 40),
			(long long)i + 1);
		CHECK_INT(reading_table_flags(&table, i << 40),
			(long long)i % 4);
	}
	CHECK_INT(reading_table_place(&table, 1), 0);
	reading_table_release(&table);
	CHECK_INT(reading_table_place(&table, 0), 0);
}

static void
test_memory(void)
{
	struct err err = { 0 };
	struct reading *reading = reading_new(NULL, &err);

	check_case("without a file the state is in memory");
	CHECK_INT(reading_flags(reading, 0), 0);
	CHECK_INT(reading_place(reading, high), 0);
	set_flags(reading, high, READING_READ);
	set_place(reading, 0, 77);
	CHECK_INT(reading_flags(reading, high), READING_READ);
	CHECK_INT(reading_place(reading, 0), 77);
	CHECK_INT(reading_flags(reading, 0), 0);
	set_flags(reading, high, 0);
	CHECK_INT(reading_flags(reading, high), 0);
	CHECK_INT(err.code, ERR_NONE);
	reading_free(reading);
	reading_free(NULL);
}

static void
test_kept(void)
{
	struct reading *reading;
	struct stat info;

	check_case("state outlives the run, in a file of its owner's");
	reading = open_state(ERR_NONE);
	set_flags(reading, high, BOTH);
	set_place(reading, high, UINT32_MAX);
	set_flags(reading, 0, READING_STARRED);
	set_flags(reading, 1, READING_READ);
	set_flags(reading, 1, 0);
	reading_free(reading);
	CHECK_INT(stat(state_path(), &info), 0);
	CHECK_INT(info.st_mode & 0777, 0600);
	CHECK_INT(stat("state/a", &info), 0);
	CHECK_INT(info.st_mode & 0777, 0700);
	reading = open_state(ERR_NONE);
	CHECK_INT(reading_flags(reading, high), BOTH);
	CHECK_INT(reading_place(reading, high), UINT32_MAX);
	CHECK_INT(reading_flags(reading, 0), READING_STARRED);
	CHECK_INT(reading_flags(reading, 1), 0);
	reading_free(reading);
	remove_state();
}

static void
test_killed(void)
{
	struct reading *reading;
	pid_t child;
	int status;

	check_case("state outlives kill -9");
	child = fork();
	if (child == 0) {
		reading = open_state(ERR_NONE);
		for (uint64_t i = 1; i <= 300; i++)
			set_place(reading, i, (uint32_t)i * 3);
		kill(getpid(), SIGKILL);
	}
	CHECK(waitpid(child, &status, 0) == child && WIFSIGNALED(status));
	reading = open_state(ERR_NONE);
	for (uint64_t i = 1; i <= 300; i++)
		CHECK_INT(reading_place(reading, i), (long long)i * 3);
	reading_free(reading);
	remove_state();
}

static void
write_many(unsigned process)
{
	struct reading *reading = open_state(ERR_NONE);
	struct err err = { 0 };

	/* Locked out for a moment is no harm: it is written with the next. */
	for (uint64_t i = 0; i < 100; i++) {
		if (reading_set_place(reading, process * 1000 + i,
			(uint32_t)i + 1, &err) != 0)
			err_release(&err);
	}
	reading_free(reading);
	_exit(check_state.has_failed ? 1 : 0);
}

static void
test_several_at_once(void)
{
	struct reading *reading;
	pid_t children[4];

	check_case("several at once, making the file, too");
	for (unsigned i = 0; i < 4; i++) {
		children[i] = fork();
		if (children[i] == 0)
			write_many(i);
	}
	for (unsigned i = 0; i < 4; i++)
		CHECK(wait_for(children[i]));
	reading = open_state(ERR_NONE);
	for (uint64_t process = 0; process < 4; process++) {
		unsigned nkept = 0;

		for (uint64_t i = 0; i < 100; i++)
			nkept += reading_place(reading, process * 1000 + i) ==
				i + 1;
		CHECK_INT(nkept, 100);
	}
	reading_free(reading);
	remove_state();
}

static void
test_two_keep_each_others_changes(void)
{
	struct reading *one, *two;

	check_case("two readers keep each other's changes to one article");
	one = open_state(ERR_NONE);
	two = open_state(ERR_NONE);
	set_flags(one, 7, READING_STARRED);
	set_flags(two, 7, READING_READ);
	set_place(one, 7, 100);
	set_place(two, 8, 200);
	reading_free(one);
	reading_free(two);
	one = open_state(ERR_NONE);
	CHECK_INT(reading_flags(one, 7), BOTH);
	CHECK_INT(reading_place(one, 7), 100);
	CHECK_INT(reading_place(one, 8), 200);
	reading_free(one);
	remove_state();
}

/* A file that is not ours: not used, and not one byte of it touched. */
static void
check_untouched(const char *bytes, size_t nbytes)
{
	struct reading *reading;
	char *now = malloc(nbytes + 1);
	FILE *file;

	write_state(bytes, nbytes);
	reading = open_state(ERR_STORE);
	set_flags(reading, 3, READING_READ);
	set_place(reading, 3, 4);
	CHECK_INT(reading_flags(reading, 3), READING_READ);
	CHECK_INT(reading_place(reading, 3), 4);
	reading_free(reading);
	file = fopen(state_path(), "r");
	if (CHECK(file != NULL)) {
		CHECK_INT((long long)fread(now, 1, nbytes + 1, file),
			(long long)nbytes);
		CHECK(memcmp(now, bytes, nbytes) == 0);
		fclose(file);
	}
	free(now);
	remove_state();
}

/* The bytes of a state file of ours with some articles in it. */
static size_t
make_bytes(char *bytes, size_t capacity)
{
	struct reading *reading = open_state(ERR_NONE);
	size_t nbytes = 0;
	FILE *file;

	for (uint64_t i = 0; i < 2000; i++)
		set_place(reading, i * 977, (uint32_t)i);
	reading_free(reading);
	file = fopen(state_path(), "r");
	if (CHECK(file != NULL)) {
		nbytes = fread(bytes, 1, capacity, file);
		fclose(file);
	}
	remove_state();
	return nbytes;
}

static void
test_foreign(void)
{
	static const char text[] = "notes of my own, not a database at all";
	static char bytes[1 << 18];
	size_t nbytes;

	check_case("a text file is left alone");
	check_untouched(text, sizeof(text));

	nbytes = make_bytes(bytes, sizeof(bytes));
	if (!CHECK(nbytes > 8192))
		return;

	/* Bytes 60 and 68 of an SQLite file: user version, application id. */
	check_case("the file of a later version is left alone");
	bytes[63]++;
	check_untouched(bytes, nbytes);
	bytes[63]--;

	check_case("the database of another program is left alone");
	bytes[68] ^= 1;
	check_untouched(bytes, nbytes);
	bytes[68] ^= 1;

	check_case("a corrupt file is left alone");
	memset(bytes + 4096, 0xA5, nbytes - 4096);
	check_untouched(bytes, nbytes);
}

static void
test_odd_places(void)
{
	struct err err = { 0 };
	struct reading *reading;

	check_case("a folder or a pipe is no state file");
	mkdir(state_path(), 0700);
	reading_free(open_state(ERR_STORE));
	rmdir(state_path());
	CHECK_INT(mkfifo(state_path(), 0600), 0);
	reading_free(open_state(ERR_STORE));
	remove_state();

	check_case("where no folder can be made the state is in memory");
	reading = reading_new("/dev/null/a/b", &err);
	CHECK_INT(err.code, ERR_STORE);
	CHECK_INT(err.sys, ENOTDIR);
	err_release(&err);
	set_place(reading, 9, 5);
	CHECK_INT(reading_place(reading, 9), 5);
	reading_free(reading);
}

/* Sets how large files may become: the disk is full from there on. */
static void
limit_files(rlim_t nbytes)
{
	struct rlimit limit;

	getrlimit(RLIMIT_FSIZE, &limit);
	limit.rlim_cur = nbytes;
	CHECK_INT(setrlimit(RLIMIT_FSIZE, &limit), 0);
}

static void
test_full_disk(void)
{
	struct err err = { 0 };
	struct reading *reading = open_state(ERR_NONE);

	check_case("a full disk is told once, and later all is written");
	set_place(reading, 1, 10);
	limit_files(1);
	CHECK_INT(reading_set_place(reading, 2, 20, &err), -1);
	CHECK_INT(err.code, ERR_STORE);
	err_release(&err);
	set_place(reading, 3, 30);
	set_flags(reading, 2, READING_READ);
	CHECK_INT(reading_place(reading, 2), 20);
	limit_files(RLIM_INFINITY);
	set_place(reading, 4, 40);
	reading_free(reading);
	reading = open_state(ERR_NONE);
	for (uint64_t i = 1; i <= 4; i++)
		CHECK_INT(reading_place(reading, i), (long long)i * 10);
	CHECK_INT(reading_flags(reading, 2), READING_READ);
	limit_files(1);
	CHECK_INT(reading_set_flags(reading, 2, 0, &err), -1);
	err_release(&err);
	limit_files(RLIM_INFINITY);
	reading_free(reading);
	reading = open_state(ERR_NONE);
	CHECK_INT(reading_flags(reading, 2), 0);
	reading_free(reading);
	remove_state();
}

int
main(void)
{
	char folder[] = "test-reading.XXXXXX";

	if (mkdtemp(folder) == NULL || chdir(folder) != 0)
		return 1;
	/* Writing beyond the limit shall fail, not kill. */
	signal(SIGXFSZ, SIG_IGN);
	test_table();
	test_memory();
	if (reading_is_persistent()) {
		test_kept();
		test_killed();
		test_several_at_once();
		test_two_keep_each_others_changes();
		test_foreign();
		test_odd_places();
		test_full_disk();
	}
	rmdir("state/a/b");
	rmdir("state/a");
	rmdir("state");
	if (chdir("..") == 0)
		rmdir(folder);
	return check_done();
}
