#include <config.h>

#include <locale.h>

#include "base/buf.h"
#include "layout/line.h"
#include "layout/paragraph.h"
#include "../check.h"
#include "lay.h"

/* What line_add_utf8 writes. */
static const struct {
	const char *name, *text;
	enum text_order order;
	const char *want;
} cases[] = {
	{ "plain", "one two", ORDER_VISUAL, "one two" },
	{ "marks", "q\u0301", ORDER_VISUAL, "q\u0301" },
	{ "a no-break space at the end", "one\u00A0", ORDER_VISUAL, "one" },
	{ "blanks at the start stay", "  one", ORDER_VISUAL, "  one" },
	{ "right to left", "\u05D0 \u05D1", ORDER_VISUAL, "\u05D1 \u05D0" },
	{ "right to left ends left", "\u00A0\u05D0\u05D1\u00A0",
		ORDER_VISUAL, "\u05D1\u05D0 " },
	{ "right to left, logical", "\u00A0\u05D0\u05D1\u00A0",
		ORDER_LOGICAL, " \u05D0\u05D1" },
	{ "a blank alone", "\u00A0", ORDER_VISUAL, "" },
	{ "nothing", "", ORDER_VISUAL, "" },
};

static void
test_add(const char *text, enum text_order order, const char *want)
{
	const struct line_style style = { .order = order, .is_shaped = true };
	const struct line_extra extra = { .order = order };
	struct paragraph paragraph = { 0 };
	struct scratch scratch = { 0 };
	struct line line = { 0 };
	struct buf got = BUF_INIT;

	paragraph_read(&paragraph, &scratch, text,
		(struct span){ 0, (uint32_t)strlen(text) },
		BIDI_BASE_AUTO_LTR, &style);
	paragraph_line(&paragraph, &scratch, 0, paragraph.count, &extra, &line);
	buf_add_string(&got, "=");
	line_add_utf8(&line, &got);
	CHECK_STR(got.at + 1, want);
	buf_release(&got);
	line_release(&line);
	scratch_release(&scratch);
	paragraph_release(&paragraph);
}

static void
test_reset(void)
{
	struct line line = { .cols = 3, .is_rtl = true, .source = { 1, 2 } };

	check_case("reset");
	line_reset(&line);
	CHECK(line.count == 0 && line.cols == 0 && !line.is_rtl);
	CHECK(span_is_empty(line.source));
	line_release(&line);
	CHECK(line.cells == NULL && line.capacity == 0);
}

int
main(void)
{
	setlocale(LC_ALL, "");
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		check_case(cases[i].name);
		test_add(cases[i].text, cases[i].order, cases[i].want);
	}
	test_reset();
	return check_done();
}
