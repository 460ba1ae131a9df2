#include <config.h>

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/paths.h"
#include "base/span.h"
#include "base/vec.h"

#include "../check.h"

static void
test_buf(void)
{
	struct buf buf = BUF_INIT;
	char *taken;

	check_case("buf grows, keeps its terminator, and gives bytes away");
	CHECK_STR(buf.at, "");
	buf_add_string(&buf, "Đà");
	buf_add_byte(&buf, ' ');
	buf_add_format(&buf, "%s-%d", "Nẵng", 7);
	CHECK_STR(buf.at, "Đà Nẵng-7");
	buf_truncate(&buf, 4);
	CHECK_STR(buf.at, "Đà");
	taken = buf_detach(&buf);
	CHECK_STR(taken, "Đà");
	CHECK_INT(buf.nbytes, 0);
	free(taken);

	check_case("buf splices at both ends and in the middle");
	buf_splice(&buf, 0, 0, "ac", 2);
	buf_splice(&buf, 1, 0, "b", 1);
	buf_splice(&buf, 3, 0, "de", 2);
	buf_splice(&buf, 1, 3, "xyzw", 4);
	CHECK_STR(buf.at, "axyzwe");
	buf_splice(&buf, 0, 6, NULL, 0);
	CHECK_STR(buf.at, "");
	buf_release(&buf);

	check_case("buf keeps NULs");
	buf_add(&buf, "a\0b", 3);
	CHECK_BYTES(buf.at, buf.nbytes, "a\0b", 3);
	buf_reset(&buf);
	CHECK_INT(buf.nbytes, 0);
	buf_release(&buf);
}

static void
test_vec(void)
{
	struct span_vec spans = { 0 };

	check_case("vec keeps what was pushed");
	for (uint32_t i = 0; i < 100; i++)
		VEC_PUSH(&spans, (struct span){ i, i + 1 });
	CHECK_INT(spans.count, 100);
	for (uint32_t i = 0; i < 100; i++)
		CHECK_INT(spans.at[i].start, i);
	VEC_RELEASE(&spans);
	CHECK(spans.at == NULL && spans.count == 0);
}

static void
test_span(void)
{
	struct span a = { 2, 5 }, b = { 5, 6 }, c = { 4, 9 };

	check_case("spans are half-open");
	CHECK(!span_overlaps(a, b));
	CHECK(span_overlaps(a, c));
	CHECK_INT(span_nbytes(a), 3);
}

static void
check_path(char *path, const char *want)
{
	if (CHECK((path == NULL) == (want == NULL)) && path != NULL)
		CHECK_STR(path, want);
	free(path);
}

static void
test_paths(void)
{
	check_case("paths follow the environment");
	setenv("NEWSPANE_DATADIR", "/d", 1);
	setenv("XDG_CONFIG_HOME", "/c", 1);
	setenv("XDG_STATE_HOME", "relative", 1);
	setenv("HOME", "/h", 1);
	check_path(path_data("sample"), "/d/sample");
	check_path(path_config("config"), "/c/newspane/config");
	check_path(path_state("reading"), "/h/.local/state/newspane/reading");
	check_path(path_expand("~/x"), "/h/x");
	check_path(path_expand("~x"), "~x");
	unsetenv("HOME");
	check_path(path_state("reading"), NULL);
}

static void
test_make_parents(void)
{
	char folder[] = "/tmp/newspane-test.XXXXXX";
	struct buf path = BUF_INIT;

	check_case("folders are made, but never a home or one in the root");
	if (!CHECK(mkdtemp(folder) != NULL))
		return;
	buf_add_format(&path, "%s/a/b/file", folder);
	setenv("HOME", folder, 1);
	CHECK_INT(path_make_parents(path.at), 0);
	buf_truncate(&path, path.nbytes - strlen("/file"));
	CHECK_INT(rmdir(path.at), 0);
	buf_truncate(&path, path.nbytes - strlen("/b"));
	CHECK_INT(rmdir(path.at), 0);
	setenv("HOME", path.at, 1);
	buf_add_string(&path, "/b/file");
	CHECK(path_make_parents(path.at) != 0);
	CHECK(path_make_parents("/newspane-test/b/file") != 0);
	CHECK_INT(rmdir(folder), 0);
	buf_release(&path);
}

static void
test_err(void)
{
	struct err err = { 0 };

	check_case("err carries its context");
	err_set(&err, ERR_OPEN, ENOENT, "x");
	CHECK_INT(err.code, ERR_OPEN);
	CHECK_INT(err.sys, ENOENT);
	CHECK_STR(err.what, "x");
	err_release(&err);
	CHECK(err.what == NULL);
}

int
main(void)
{
	test_buf();
	test_vec();
	test_span();
	test_paths();
	test_make_parents();
	test_err();
	return check_done();
}
