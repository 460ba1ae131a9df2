#ifndef TESTS_CHECK_H
#define TESTS_CHECK_H

/*
 * The whole of the C test library. A test program calls CHECK... any number
 * of times and ends main with `return check_done();`. Each call of
 * check_case() opens a named case; a case is one line of TAP output, "ok"
 * when none of its checks failed. Each test program has one translation
 * unit, so the state below is its own.
 */

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

static struct {
	const char *name;	/* the open case, NULL: none */
	int ncases, nfailed;
	bool has_failed;
} check_state;

static inline void
check_close(void)
{
	if (check_state.name == NULL)
		return;
	printf("%s %d - %s\n", check_state.has_failed ? "not ok" : "ok",
		++check_state.ncases, check_state.name);
	fflush(stdout);
	check_state.nfailed += check_state.has_failed;
	check_state.name = NULL;
	check_state.has_failed = false;
}

/* NAME must outlive the case. */
static inline void
check_case(const char *name)
{
	check_close();
	check_state.name = name;
}

static inline bool
check_report(bool is_true, const char *file, int line, const char *what)
{
	if (!is_true) {
		check_state.has_failed = true;
		printf("# %s:%d: %s\n", file, line, what);
	}
	return is_true;
}

static inline void
check_dump(const char *label, const char *bytes, size_t nbytes)
{
	printf("#   %s \"%.*s\" =", label, (int)nbytes, bytes);
	for (size_t i = 0; i < nbytes; i++)
		printf(" %02x", (unsigned char)bytes[i]);
	printf("\n");
}

static inline bool
check_bytes(const char *got, size_t got_nbytes, const char *want,
	size_t want_nbytes, const char *file, int line)
{
	if (got_nbytes == want_nbytes && memcmp(got, want, got_nbytes) == 0)
		return true;
	check_report(false, file, line, "bytes differ");
	check_dump("got ", got, got_nbytes);
	check_dump("want", want, want_nbytes);
	return false;
}

static inline bool
check_int(long long got, long long want, const char *what, const char *file,
	int line)
{
	if (check_report(got == want, file, line, what))
		return true;
	printf("#   got %lld, want %lld\n", got, want);
	return false;
}

#define CHECK(condition) \
	check_report((condition), __FILE__, __LINE__, #condition)
#define CHECK_INT(got, want) \
	check_int((got), (want), #got, __FILE__, __LINE__)
#define CHECK_STR(got, want) \
	check_bytes((got), strlen(got), (want), strlen(want), \
		__FILE__, __LINE__)
#define CHECK_BYTES(got, got_nbytes, want, want_nbytes) \
	check_bytes((got), (got_nbytes), (want), (want_nbytes), \
		__FILE__, __LINE__)

/* Ends the test program that cannot run here (data absent). */
static inline int
check_skip_all(const char *why)
{
	printf("1..0 # SKIP %s\n", why);
	return 0;
}

static inline int
check_done(void)
{
	check_close();
	printf("1..%d\n", check_state.ncases);
	return check_state.nfailed > 0;
}

#endif
