#include <config.h>

#include <locale.h>

#include "base/buf.h"
#include "text/cluster.h"
#include "layout/fit.h"
#include "../check.h"
#include "lay.h"

static const struct line_style visual = { .is_shaped = true };
static const struct line_style logical = { .order = ORDER_LOGICAL };
static const struct line_style wide = { .is_wide = true };

#define DOTS "\u2026"

static const struct {
	const char *name, *text;
	int cols;
	enum fit_base base;
	const struct line_style *style;
	const char *want;
} cases[] = {
	{ "fits", "one two", 7, FIT_BASE_AUTO, &visual, "one two" },
	{ "cut", "one two", 6, FIT_BASE_AUTO, &visual, "one t" DOTS },
	{ "cut to a dot", "one two", 1, FIT_BASE_AUTO, &visual, DOTS },
	{ "no room", "one two", 0, FIT_BASE_AUTO, &visual, "" },
	{ "nothing in no room", "", 0, FIT_BASE_AUTO, &visual, "" },
	{ "nothing", "", 3, FIT_BASE_RTL, &visual, "" },
	{ "wide ones are not halved", "\u65E5\u672C\u8A9E", 4, FIT_BASE_AUTO,
		&visual, "\u65E5" DOTS },
	{ "wide ones that fit", "\u65E5\u672C", 4, FIT_BASE_AUTO, &visual,
		"\u65E5\u672C" },
	{ "marks are not cut off", "aq\u0301bc", 3, FIT_BASE_AUTO, &visual,
		"aq\u0301" DOTS },
	{ "line ends are blanks", "a\nb\tc", 5, FIT_BASE_AUTO, &visual,
		"a b c" },
	{ "right to left", "\u05D0\u05D1 \u05D2", 4, FIT_BASE_AUTO, &visual,
		"\u05D2 \u05D1\u05D0" },
	{ "right to left is cut at its own end", "\u05D0\u05D1\u05D2\u05D3",
		3, FIT_BASE_AUTO, &visual, DOTS "\u05D1\u05D0" },
	{ "latin in right to left", "\u05D0 abcd", 5, FIT_BASE_AUTO, &visual,
		DOTS "ab \u05D0" },
	{ "hebrew in left to right", "ab \u05D0\u05D1\u05D2", 5,
		FIT_BASE_AUTO, &visual, "ab \u05D0" DOTS },
	{ "base right to left", "ab.", 3, FIT_BASE_RTL, &visual, ".ab" },
	{ "base left to right", "\u05D0.", 2, FIT_BASE_LTR, &visual,
		"\u05D0." },
	{ "shaped", "\u0633\u0644\u0627\u0645", 3, FIT_BASE_AUTO, &visual,
		"\uFEE1\uFEFC\uFEB3" },
	{ "logical", "\u0633\u0644\u0627\u0645", 4, FIT_BASE_AUTO, &logical,
		"\u0633\u0644\u0627\u0645" },
	{ "logical, cut", "\u0633\u0644\u0627\u0645", 3, FIT_BASE_AUTO,
		&logical, "\u0633\u0644" DOTS },
	{ "dots that are one column wide", "a\u00B1bcd", 5, FIT_BASE_AUTO,
		&wide, "a\u00B1b\u22EF" },
	{ "emoji are not halved", "a\U0001F1FB\U0001F1F3b", 3, FIT_BASE_AUTO,
		&visual, "a" DOTS },
};

static void
test_fit(size_t number)
{
	const char *text = cases[number].text;
	struct line line = { 0 };
	struct buf got = BUF_INIT;
	int cols = 0;

	fit_text(text, strlen(text), cases[number].cols, cases[number].base,
		cases[number].style, ROLE_STATUS, &line);
	line_add_utf8(&line, &got);
	CHECK_STR(got.at, cases[number].want);
	CHECK(line.cols <= cases[number].cols);
	for (size_t i = 0; i < line.count; i++) {
		CHECK_INT(line.cells[i].role, ROLE_STATUS);
		cols += line.cells[i].cols;
	}
	CHECK_INT(line.cols, cols);
	line_release(&line);
	buf_release(&got);
}

/* A blank at the end is kept: it is being typed. */
static void
test_typed_blank(void)
{
	static const char text[] = "\u05D0\u05D1 ";
	struct line line = { 0 };
	struct buf got = BUF_INIT;

	check_case("a blank at the end is a cell");
	fit_text(text, strlen(text), 9, FIT_BASE_AUTO, &visual, ROLE_PROMPT,
		&line);
	lay_describe(line.cells, line.count, &got);
	CHECK_STR(got.at, " @4-5 \u05D1@2-4 \u05D0@0-2");
	CHECK(line.is_rtl);
	buf_release(&got);
	line_release(&line);
}

static void
test_long(void)
{
	struct buf text = BUF_INIT, got = BUF_INIT;
	struct line line = { 0 };

	check_case("a very long string");
	for (int i = 0; i < 20000; i++)
		buf_add_string(&text, "ab ");
	fit_text(text.at, text.nbytes, 8, FIT_BASE_AUTO, &visual, ROLE_LIST,
		&line);
	line_add_utf8(&line, &got);
	CHECK_STR(got.at, "ab ab a" DOTS);
	CHECK_INT(fit_cols(text.at, text.nbytes, &visual), 60000);

	check_case("more marks than anyone would look at");
	buf_reset(&text);
	buf_reset(&got);
	for (int i = 0; i < 3; i++) {
		buf_add_byte(&text, 'q');
		for (int k = 1; k < CLUSTER_CPS_MAX; k++)
			buf_add_string(&text, "\u0311");
	}
	fit_text(text.at, text.nbytes, 3, FIT_BASE_AUTO, &visual, ROLE_LIST,
		&line);
	CHECK_INT(line.count, 3);
	CHECK_INT(line.cells[2].cps[0], 'q');
	buf_release(&text);
	buf_release(&got);
	line_release(&line);
}

int
main(void)
{
	setlocale(LC_ALL, "");
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		check_case(cases[i].name);
		test_fit(i);
	}
	check_case("columns of a string");
	CHECK_INT(fit_cols("\u65E5a\u0644\u0627", 8, &visual), 4);
	CHECK_INT(fit_cols("\u65E5a\u0644\u0627", 8, &logical), 5);
	CHECK_INT(fit_cols("", 0, &visual), 0);
	test_typed_blank();
	test_long();
	return check_done();
}
