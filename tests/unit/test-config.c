#include <config.h>

#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/err.h"
#include "store/config.h"

#include "../check.h"

struct config_case {
	const char *name;
	const char *content;
	const char *want;	/* entries as NAME=VALUE; */
	unsigned bad_line;	/* 0: all make sense */
};

static const struct config_case cases[] = {
	{ "an empty file has no entries", "", "", 0 },
	{ "entries are trimmed",
	  "width=80\n\t order \t=  visual \t\nx =\n",
	  "width=80;order=visual;x=;", 0 },
	{ "the last line needs no end", "a = b", "a=b;", 0 },
	{ "a value keeps its blanks and equals signs",
	  "bind = ctrl x = quit\n", "bind=ctrl x = quit;", 0 },
	{ "comments and blank lines are nothing",
	  "# one\n\n   \t\n  # two\na = 1 # three\n", "a=1;", 0 },
	{ "a # inside a word is no comment",
	  "colour = #fff\ntag = a#b\n", "colour=;tag=a#b;", 0 },
	{ "BOM and CRLF are taken",
	  "\xEF\xBB\xBF" "a = 1\r\n\r\nb = 2\r\n", "a=1;b=2;", 0 },
	{ "only the first BOM is one",
	  "\xEF\xBB\xBF# c\n\xEF\xBB\xBF" "a = 1\n",
	  "\xEF\xBB\xBF" "a=1;", 0 },
	{ "letters of all scripts pass",
	  "archive = /t\303\242y/\330\271\n",
	  "archive=/t\303\242y/\330\271;", 0 },
	{ "a line without = is named", "a = 1\nnonsense\nb = 2\n",
	  "a=1;b=2;", 2 },
	{ "a line without a name is named", "\n\n = 2\n", "", 3 },
	{ "only the first bad line is named", "x\na = 1\ny\n", "a=1;", 1 },
	{ "what the caller refuses is named", "a = 1\nrefuse = 2\nb = 3\n",
	  "a=1;b=3;", 2 },
};

static int
collect(void *context, const char *name, const char *value)
{
	if (strcmp(name, "refuse") == 0)
		return -1;
	buf_add_format(context, "%s=%s;", name, value);
	return 0;
}

static void
write_file(const char *path, const char *content, size_t nbytes)
{
	FILE *file = fopen(path, "w");

	CHECK(file != NULL);
	CHECK_INT((long long)fwrite(content, 1, nbytes, file),
		(long long)nbytes);
	CHECK_INT(fclose(file), 0);
}

static void
check_err(struct err *err, enum err_code code, const char *what)
{
	CHECK_INT(err->code, code);
	if (CHECK(err->what != NULL))
		CHECK_STR(err->what, what);
	err_release(err);
}

static void
run_case(const struct config_case *c, const char *path)
{
	struct buf got = BUF_INIT;
	struct err err = { 0 };
	char what[600];

	check_case(c->name);
	write_file(path, c->content, strlen(c->content));
	CHECK_INT(config_read(path, collect, &got, &err),
		c->bad_line > 0 ? -1 : 0);
	CHECK_STR(got.at, c->want);
	snprintf(what, sizeof(what), "%s:%u", path, c->bad_line);
	if (c->bad_line > 0)
		check_err(&err, strstr(c->content, "refuse") != NULL
			? ERR_CONFIG : ERR_CONFIG_FORM, what);
	CHECK_INT(err.code, ERR_NONE);
	buf_release(&got);
}

static void
test_odd_files(const char *path, const char *folder)
{
	struct buf got = BUF_INIT;
	struct err err = { 0 };
	char *large = calloc(1, (2 << 20) + 1);

	check_case("a missing file is empty");
	unlink(path);
	CHECK_INT(config_read(path, collect, &got, &err), 0);
	CHECK_INT(config_read("/dev/null", collect, &got, &err), 0);
	CHECK_INT((long long)got.nbytes, 0);

	check_case("a folder cannot be read");
	CHECK_INT(config_read(folder, collect, &got, &err), -1);
	CHECK_INT(err.sys, EISDIR);
	check_err(&err, ERR_READ, folder);

	check_case("a pipe is not waited for");
	CHECK_INT(mkfifo(path, 0600), 0);
	CHECK_INT(config_read(path, collect, &got, &err), 0);
	unlink(path);

	check_case("a huge file is refused");
	memset(large, '#', 2 << 20);
	write_file(path, large, 2 << 20);
	CHECK_INT(config_read(path, collect, &got, &err), -1);
	check_err(&err, ERR_TOO_LARGE, path);

	check_case("NULs make no sense, the other lines do");
	write_file(path, "a\0b = 1\nc = 2\n", 14);
	CHECK_INT(config_read(path, collect, &got, &err), -1);
	CHECK_STR(got.at, "c=2;");
	err_release(&err);
	free(large);
	buf_release(&got);
}

int
main(void)
{
	char folder[] = "test-config.XXXXXX";
	char path[64];

	if (mkdtemp(folder) == NULL)
		return 1;
	snprintf(path, sizeof(path), "%s/config", folder);
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		run_case(&cases[i], path);
	test_odd_files(path, folder);
	unlink(path);
	rmdir(folder);
	return check_done();
}
