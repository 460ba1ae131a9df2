#include <config.h>

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/file.h"
#include "store/terminals.h"

#include "../check.h"

static char folder[] = "/tmp/newspane-terminals.XXXXXX";
static char path[sizeof(folder) + 32];

static const struct terminal_facts chosen = { .has_order = true,
	.is_logical = true, .has_embedding = true };
static const struct terminal_facts measured = { .has_widths = true,
	.is_wide = true };
static const struct terminal_facts all = { true, true, true, true, true, true,
	true, true };
static const struct terminal_facts nothing;

static bool
is_same(const struct terminal_facts *a, const struct terminal_facts *b)
{
	return a->has_order == b->has_order && a->is_logical == b->is_logical
		&& a->is_shaped == b->is_shaped
		&& a->has_embedding == b->has_embedding
		&& a->has_brackets == b->has_brackets
		&& a->has_widths == b->has_widths && a->is_wide == b->is_wide
		&& a->keeps_sequences == b->keeps_sequences;
}

static void
write_file(const char *content, size_t nbytes)
{
	FILE *file = fopen(path, "w");

	CHECK(file != NULL && fwrite(content, 1, nbytes, file) == nbytes);
	CHECK(file != NULL && fclose(file) == 0);
}

static void
check_found(const char *name, const char *host, enum err_code code,
	const struct terminal_facts *want)
{
	struct terminal_facts facts = all;
	struct err err = { 0 };

	CHECK_INT(terminals_find(path, name, host, &facts, &err),
		code == ERR_NONE ? 0 : -1);
	CHECK_INT(err.code, code);
	CHECK(is_same(&facts, want));
	err_release(&err);
}

static void
keep(const char *name, const char *host, const struct terminal_facts *facts)
{
	struct err err = { 0 };

	CHECK_INT(terminals_keep(path, name, host, facts, &err), 0);
	CHECK_INT(err.code, ERR_NONE);
	err_release(&err);
}

static void
test_kept(void)
{
	struct stat info;

	check_case("nothing is known without a file");
	check_found("Konsole 22.12.3", "local", ERR_NONE, &nothing);

	check_case("what was kept is found again, in folders made for it");
	keep("Konsole 22.12.3", "local", &chosen);
	check_found("Konsole 22.12.3", "local", ERR_NONE, &chosen);
	CHECK(stat(path, &info) == 0 && (info.st_mode & 077) == 0);

	check_case("each terminal and each host has its own");
	keep("Konsole 22.12.3", "192.0.2.7", &all);
	keep(">0;136;0", "local", &measured);
	check_found("Konsole 22.12.3", "local", ERR_NONE, &chosen);
	check_found("Konsole 22.12.3", "192.0.2.7", ERR_NONE, &all);
	check_found(">0;136;0", "local", ERR_NONE, &measured);
	check_found("Konsole 22.12.30", "local", ERR_NONE, &nothing);
	check_found("Konsole", "22.12.3@local", ERR_NONE, &nothing);

	check_case("what was kept last is what holds");
	keep("Konsole 22.12.3", "local", &nothing);
	check_found("Konsole 22.12.3", "local", ERR_NONE, &nothing);
	keep("Konsole 22.12.3", "local", &measured);
	check_found("Konsole 22.12.3", "local", ERR_NONE, &measured);

	check_case("a name of any bytes");
	keep("a\nb@c d%\033[8l\377", "\n# x", &chosen);
	check_found("a\nb@c d%\033[8l\377", "\n# x", ERR_NONE, &chosen);
	check_found("a\nb@c d%\033[8l\377", "\n# y", ERR_NONE, &nothing);
	check_found("a", "local", ERR_NONE, &nothing);
	check_found("Konsole 22.12.3", "local", ERR_NONE, &measured);
	keep("", "", &chosen);
	check_found("", "", ERR_NONE, &chosen);
}

#define GOOD "xterm@local order=visual shape=on embedding=off\n"
#define STRING(s) s, sizeof(s) - 1

static void
test_bad_content(void)
{
	static const struct {
		const char *name;
		const char *content;
		size_t nbytes;
		enum err_code code;
		bool is_found;
	} cases[] = {
		{ "an empty file", STRING(""), ERR_NONE, false },
		{ "comments and blank lines",
		  STRING("# xterm@local order=logical\n\n" GOOD "\n"),
		  ERR_NONE, true },
		{ "no end of the last line", GOOD, sizeof(GOOD) - 2,
		  ERR_NONE, true },
		{ "a word that is not known",
		  STRING("xterm@local colour=red\n"), ERR_TERMINALS, false },
		{ "a value that is not known",
		  STRING("xterm@local order=sideways\n"), ERR_TERMINALS,
		  false },
		{ "a value cut short", STRING("xterm@local order=visua\n"),
		  ERR_TERMINALS, false },
		{ "a value too long", STRING("xterm@local order=visuals\n"),
		  ERR_TERMINALS, false },
		{ "no host", STRING("xterm order=visual\n"), ERR_TERMINALS,
		  false },
		{ "a key alone", STRING("xterm@local\n"), ERR_TERMINALS,
		  false },
		{ "two blanks", STRING("xterm@local  order=visual\n"),
		  ERR_TERMINALS, false },
		{ "rubbish before a good line",
		  STRING("\377\033[2J\0\n=\n @ \n" GOOD), ERR_TERMINALS,
		  true },
		{ "rubbish after it", STRING(GOOD "\0\0\0"), ERR_TERMINALS,
		  true },
		{ "of two lines the last", STRING(
		  "xterm@local order=logical\n" GOOD), ERR_NONE, true },
	};
	static const struct terminal_facts good = { .has_order = true,
		.is_shaped = true };

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		check_case(cases[i].name);
		write_file(cases[i].content, cases[i].nbytes);
		check_found("xterm", "local", cases[i].code,
			cases[i].is_found ? &good : &nothing);
		keep("st", "local", &chosen);
		check_found("xterm", "local", ERR_NONE,
			cases[i].is_found ? &good : &nothing);
		check_found("st", "local", ERR_NONE, &chosen);
	}
}

static void
test_bounds(void)
{
	struct buf content = BUF_INIT, long_name = BUF_INIT;
	char name[32];
	struct err err = { 0 };

	check_case("the oldest go");
	unlink(path);
	for (int i = 0; i < TERMINALS_MAX + 10; i++) {
		snprintf(name, sizeof(name), "terminal %d", i);
		keep(name, "local", &all);
	}
	check_found("terminal 9", "local", ERR_NONE, &nothing);
	check_found("terminal 10", "local", ERR_NONE, &all);
	check_found(name, "local", ERR_NONE, &all);

	check_case("long names stay within bounds");
	for (int i = 0; i < 5000; i++)
		buf_add_string(&long_name, "\377");
	for (int i = 0; i < TERMINALS_MAX; i++) {
		snprintf(name, sizeof(name), "%d", i);
		buf_splice(&long_name, 0, strlen(name), name, strlen(name));
		keep(long_name.at, long_name.at, &all);
	}
	check_found(long_name.at, long_name.at, ERR_NONE, &all);
	CHECK_INT(file_read(path, TERMINALS_NBYTES_MAX, &content, &err), 0);

	check_case("a file that is too large or has too many lines");
	buf_reset(&content);
	while (content.nbytes <= TERMINALS_NBYTES_MAX)
		buf_add_string(&content, GOOD);
	write_file(content.at, content.nbytes);
	check_found("xterm", "local", ERR_TERMINALS, &nothing);
	write_file(content.at, content.nbytes / 2);
	check_found("xterm", "elsewhere", ERR_TERMINALS, &nothing);
	keep("st", "local", &chosen);
	check_found("st", "local", ERR_NONE, &chosen);
	buf_release(&content);
	buf_release(&long_name);
}

static void
test_no_file(void)
{
	struct err err = { 0 };

	check_case("what is no file");
	unlink(path);
	CHECK_INT(mkdir(path, 0700), 0);
	check_found("xterm", "local", ERR_READ, &nothing);
	CHECK_INT(terminals_keep(path, "xterm", "local", &all, &err), -1);
	CHECK_INT(err.code, ERR_WRITE);
	err_release(&err);
	rmdir(path);
	CHECK_INT(mkfifo(path, 0600), 0);
	check_found("xterm", "local", ERR_NONE, &nothing);
	keep("xterm", "local", &all);
	check_found("xterm", "local", ERR_NONE, &all);

	check_case("where nothing can be made");
	CHECK_INT(terminals_keep("/dev/null/newspane/terminals", "xterm",
		"local", &all, &err), -1);
	CHECK_INT(err.code, ERR_WRITE);
	err_release(&err);
}

int
main(void)
{
	if (mkdtemp(folder) == NULL)
		return check_skip_all("no folder for tests");
	snprintf(path, sizeof(path), "%s/below/terminals", folder);
	setenv("HOME", folder, 1);
	test_kept();
	test_bad_content();
	test_bounds();
	test_no_file();
	unlink(path);
	*strrchr(path, '/') = '\0';
	rmdir(path);
	CHECK_INT(rmdir(folder), 0);
	return check_done();
}
