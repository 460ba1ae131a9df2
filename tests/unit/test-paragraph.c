#include <config.h>

#include <locale.h>

#include "layout/paragraph.h"
#include "../check.h"
#include "lay.h"

static const struct line_style shaped = { ORDER_VISUAL, true };
static const struct line_style bare = { ORDER_VISUAL, false };
static const struct line_style logical = { ORDER_LOGICAL, true };

/* The cells from left to right. */
static const struct {
	const char *name, *text;
	const struct line_style *style;
	const char *want;
} cases[] = {
	{ "nothing", "", &shaped, "" },
	{ "latin", "ab c", &shaped, "a@0-1 b@1-2  @2-3 c@3-4" },
	{ "decomposed letters are composed", "e\u0302\u0301x", &shaped,
		"\u1EBF@0-5 x@5-6" },
	{ "marks that do not compose", "q\u0301x", &shaped,
		"q\u0301@0-3 x@3-4" },
	{ "four marks at most", "q\u0311\u0311\u0311\u0311\u0311x", &shaped,
		"q\u0311\u0311\u0311\u0311@0-11 x@11-12" },
	{ "a mark alone", "\u0301a", &shaped, "\u00A0\u0301@0-2 a@2-3" },
	{ "a mark on a blank", "a \u0311", &shaped, "a@0-1  \u0311@1-4" },
	{ "tab and no-break space are blanks", "a\tb\u00A0c", &shaped,
		"a@0-1  @1-2 b@2-3  @3-5 c@5-6" },
	{ "a line end and what is around it", "a \n\t b", &shaped,
		"a@0-1  @1-5 b@5-6" },
	{ "wide", "\u65E5a", &shaped, "\u65E5@0-3 a@3-4" },
	{ "what takes no cell", "a\u200Bb\u2060c\u00ADd", &shaped,
		"a@0-1 b@4-5 c@8-9 d@11-12" },
	{ "emoji fall apart", "\U0001F469\u200D\U0001F52C", &shaped,
		"\U0001F469@0-7 \U0001F52C@7-11" },
	{ "flags fall apart", "\U0001F1FB\U0001F1F3", &shaped,
		"\U0001F1FB@0-4 \U0001F1F3@4-8" },
	{ "arabic", "\u0642\u0627\u0644", &shaped,
		"\uFEDD@4-6 \uFE8E@2-4 \uFED7@0-2" },
	{ "arabic, unshaped", "\u0642\u0627\u0644", &bare,
		"\u0644@4-6 \u0627@2-4 \u0642@0-2" },
	{ "arabic, logical", "\u0642\u0627\u0644", &logical,
		"\u0642@0-2 \u0627@2-4 \u0644@4-6" },
	{ "lam alef is one cell", "\u0633\u0644\u0627\u0645", &shaped,
		"\uFEE1@6-8 \uFEFC@2-6 \uFEB3@0-2" },
	{ "lam alef, unshaped", "\u0644\u0627", &bare,
		"\u0627@2-4 \u0644@0-2" },
	{ "lam alef, logical", "\u0644\u0627", &logical,
		"\u0644@0-2 \u0627@2-4" },
	{ "lam alef and a mark", "\u0644\u0627\u064B", &shaped,
		"\uFEFB\u064B@0-6" },
	{ "lam with a mark and alef", "\u0633\u064E\u0644\u064E\u0627\u0645",
		&shaped, "\uFEE1@10-12 \uFEFC\u064E@4-10 \uFEB3\u064E@0-4" },
	{ "harakat stay behind their letter", "\u0645\u064F\u0647\u0650",
		&shaped, "\uFEEA\u0650@4-8 \uFEE3\u064F@0-4" },
	{ "a mark of direction does not cut", "\u0628\u200F\u0628", &shaped,
		"\uFE90@5-7 \uFE91@0-2" },
	{ "nor one of the other direction", "\u0628\u200E\u0628", &shaped,
		"\uFE90@5-7 \uFE91@0-2" },
	{ "a non-joiner cuts and is gone", "\u0645\u06CC\u200C\u062E",
		&shaped, "\uFEA5@7-9 \uFBFD@2-7 \uFEE3@0-2" },
	{ "brackets are mirrored", "(\u05D0)", &shaped,
		"(@3-4 \u05D0@1-3 )@0-1" },
	{ "brackets, logical", "(\u05D0)", &logical,
		"(@0-1 \u05D0@1-3 )@3-4" },
	{ "overrides are passed over", "a\u202Ebc\u202Cd", &shaped,
		"a@0-1 b@4-5 c@5-6 d@9-10" },
	{ "isolates are obeyed", "\u05D0\u2066b!\u2069\u05D1", &shaped,
		"\u05D1@10-12 b@5-6 !@6-7 \u05D0@0-2" },
	{ "numbers in hebrew", "\u05D0 12", &shaped,
		"1@3-4 2@4-5  @2-3 \u05D0@0-2" },
	{ "emoji keep their order in hebrew",
		"\u05D0\U0001F1FB\U0001F1F3\u05D1", &shaped,
		"\u05D1@10-12 \U0001F1FB@2-6 \U0001F1F3@6-10 \u05D0@0-2" },
};

static void
test_cells(const char *text, const struct line_style *style,
	const char *want)
{
	struct paragraph paragraph = { 0 };
	struct scratch scratch = { 0 };
	struct line line = { 0 };
	struct buf got = BUF_INIT;
	struct span source = { 0, (uint32_t)strlen(text) };
	int cols = 0;

	paragraph_read(&paragraph, &scratch, text, source,
		BIDI_BASE_AUTO_LTR, style, ROLE_CAPTION);
	paragraph_line(&paragraph, &scratch, 0, paragraph.count, NULL,
		style->order, &line);
	lay_describe(line.cells, line.count, &got);
	CHECK_STR(got.at, want);
	for (size_t i = 0; i < line.count; i++) {
		CHECK_INT(line.cells[i].role, ROLE_CAPTION);
		cols += line.cells[i].cols;
	}
	CHECK_INT(line.cols, cols);
	CHECK(line.source.start == 0 && line.source.end == source.end);
	buf_release(&got);
	line_release(&line);
	scratch_release(&scratch);
	paragraph_release(&paragraph);
}

/* A bar is where a line may end, a dot a blank that hangs. */
static const struct {
	const char *name, *text, *want;
} break_cases[] = {
	{ "break at a blank", "a b", "a.|b" },
	{ "break at a blank before a control", "a \u200Fb", "a.|b" },
	{ "break at a zero width space", "a\u200Bb", "a|b" },
	{ "break at a zero width space before one that takes no cell",
		"a\u200B\u2060b", "a|b" },
	{ "no break at a no-break space", "a\u00A0b", "a b" },
	{ "a tab hangs", "a\tb", "a.|b" },
	{ "a wide blank hangs", "a\u3000b", "a.|b" },
	{ "a blank with a mark does not hang", "a \u0311b", "a b" },
};

static void
test_break_cases(const char *text, const char *want)
{
	struct paragraph paragraph = { 0 };
	struct scratch scratch = { 0 };
	struct span source = { 0, (uint32_t)strlen(text) };
	struct buf got = BUF_INIT;

	paragraph_read(&paragraph, &scratch, text, source,
		BIDI_BASE_AUTO_LTR, &shaped, ROLE_BODY);
	for (size_t i = 0; i < paragraph.count; i++) {
		const struct wrap_unit *unit = &paragraph.units[i];

		CHECK_INT(unit->cols, paragraph.cells[i].cols);
		CHECK(unit->starts_cluster);
		if (unit->can_break)
			buf_add_byte(&got, '|');
		buf_add_byte(&got, unit->is_blank ? '.'
			: (char)paragraph.cells[i].cps[0]);
	}
	CHECK_STR(got.at, want);
	buf_release(&got);
	scratch_release(&scratch);
	paragraph_release(&paragraph);
}

/* A word that is cut keeps the forms of its letters. */
static void
test_cut_word(void)
{
	static const char text[] = "\u0628\u0628\u0628\u0628";
	struct paragraph paragraph = { 0 };
	struct scratch scratch = { 0 };
	struct line line = { 0 };
	struct buf got = BUF_INIT;

	check_case("a cut word keeps its forms");
	paragraph_read(&paragraph, &scratch, text, (struct span){ 0, 8 },
		BIDI_BASE_AUTO_LTR, &shaped, ROLE_BODY);
	CHECK_INT(paragraph.count, 4);
	CHECK_INT(wrap_line_end(paragraph.units, 4, 0, 3), 3);
	paragraph_line(&paragraph, &scratch, 0, 3, NULL, ORDER_VISUAL, &line);
	lay_describe(line.cells, line.count, &got);
	CHECK_STR(got.at, "\uFE92@4-6 \uFE92@2-4 \uFE91@0-2");
	CHECK(line.is_rtl);
	CHECK(line.source.start == 0 && line.source.end == 6);
	buf_release(&got);
	line_release(&line);
	scratch_release(&scratch);
	paragraph_release(&paragraph);
}

int
main(void)
{
	setlocale(LC_ALL, "");
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		check_case(cases[i].name);
		test_cells(cases[i].text, cases[i].style, cases[i].want);
	}
	for (size_t i = 0; i < sizeof(break_cases) / sizeof(*break_cases);
			i++) {
		check_case(break_cases[i].name);
		test_break_cases(break_cases[i].text, break_cases[i].want);
	}
	test_cut_word();
	return check_done();
}
