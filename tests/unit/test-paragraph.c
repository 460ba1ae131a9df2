#include <config.h>

#include <locale.h>

#include "layout/paragraph.h"
#include "../check.h"
#include "lay.h"

static const struct line_style shaped = { .is_shaped = true };
static const struct line_style bare = { .is_shaped = false };
static const struct line_style logical = { .order = ORDER_LOGICAL,
	.is_shaped = true };

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
		"a@0-4 b@4-8 c@8-11 d@11-12" },
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
	{ "a line end behind a lone waw is nothing",
		"\u0644 \u0648\u064E \n \u0644\u0645", &logical,
		"\u0644@0-2  @2-3 \u0648\u064E@3-10 \u0644@10-12 "
		"\u0645@12-14" },
	{ "what is no word goes on behind it", "\u0644 \u0648\n2", &logical,
		"\u0644@0-2  @2-3 \u0648@3-5  @5-6 2@6-7" },
	{ "a waw that ends a word", "\u0647\u0648\n\u0644", &logical,
		"\u0647@0-2 \u0648@2-4  @4-5 \u0644@5-7" },
	{ "a mark of direction does not cut", "\u0628\u200F\u0628", &shaped,
		"\uFE90@5-7 \uFE91@0-5" },
	{ "nor one of the other direction", "\u0628\u200E\u0628", &shaped,
		"\uFE90@5-7 \uFE91@0-5" },
	{ "a non-joiner cuts and is gone", "\u0645\u06CC\u200C\u062E",
		&shaped, "\uFEA5@7-9 \uFBFD@2-7 \uFEE3@0-2" },
	{ "brackets are mirrored", "(\u05D0)", &shaped,
		"(@3-4 \u05D0@1-3 )@0-1" },
	{ "brackets, logical", "(\u05D0)", &logical,
		"(@0-1 \u05D0@1-3 )@3-4" },
	{ "overrides are passed over", "a\u202Ebc\u202Cd", &shaped,
		"a@0-4 b@4-5 c@5-9 d@9-10" },
	{ "isolates are obeyed", "\u05D0\u2066b!\u2069\u05D1", &shaped,
		"\u05D1@10-12 b@5-6 !@6-10 \u05D0@0-5" },
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
	const struct line_extra extra = { .order = style->order,
		.role = ROLE_CAPTION };
	struct paragraph paragraph = { 0 };
	struct scratch scratch = { 0 };
	struct line line = { 0 };
	struct buf got = BUF_INIT;
	struct span source = { 0, (uint32_t)strlen(text) };
	int cols = 0;

	paragraph_read(&paragraph, &scratch, text, source,
		BIDI_BASE_AUTO_LTR, style);
	paragraph_line(&paragraph, &scratch, 0, paragraph.count, &extra, &line);
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

static const struct line_style no_harakat = { .is_shaped = true,
	.hides_harakat = true };
static const struct line_style european = { .is_shaped = true,
	.digits = DIGITS_EUROPEAN };
static const struct line_style arabic_digits = { .is_shaped = true,
	.digits = DIGITS_ARABIC };
static const struct line_style seen = { .is_shaped = true,
	.has_controls = true };

/* What the reader's switches change. */
static const struct {
	const char *name, *text;
	const struct line_style *style;
	const char *want;
} switch_cases[] = {
	{ "harakat hidden", "\u0645\u064F\u0647\u0650", &no_harakat,
		"\uFEEA@4-8 \uFEE3@0-4" },
	{ "hamza is no vowel", "\u0631\u0654", &no_harakat,
		"\uFEAD\u0654@0-4" },
	{ "digits in the reader's choice", "\u0661\u066B\u06F2", &european,
		"1@0-2 .@2-4 2@4-6" },
	{ "arabic digits in arabic text", "\u05D0 12", &arabic_digits,
		"\u0661@3-4 \u0662@4-5  @2-3 \u05D0@0-2" },
	{ "but not in latin text", "a 12", &arabic_digits,
		"a@0-1  @1-2 1@2-3 2@3-4" },
	{ "an override that is seen does nothing", "a\u202Eb", &seen,
		"a@0-1 \u2039@1-1 R@1-1 L@1-1 O@1-1 \u203A@1-4 b@4-5" },
	{ "an isolate that is seen does nothing", "\u05D0\u2066b", &seen,
		"b@5-6 \u2039@2-2 L@2-2 R@2-2 I@2-2 \u203A@2-5 \u05D0@0-2" },
};

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
	{ "a soft hyphen", "a\u00ADb", "a%b" },
	{ "a blank after a soft hyphen", "a\u00AD b", "a.|b" },
};

static void
test_break_cases(const char *text, const char *want)
{
	struct paragraph paragraph = { 0 };
	struct scratch scratch = { 0 };
	struct span source = { 0, (uint32_t)strlen(text) };
	struct buf got = BUF_INIT;

	paragraph_read(&paragraph, &scratch, text, source,
		BIDI_BASE_AUTO_LTR, &shaped);
	paragraph_find_breaks(&paragraph);
	for (size_t i = 0; i < paragraph.count; i++) {
		uint8_t unit = paragraph.units[i];

		CHECK(unit & UNIT_CLUSTER);
		if (unit & UNIT_BREAK)
			buf_add_byte(&got, unit & UNIT_HYPHEN ? '%' : '|');
		buf_add_byte(&got, unit & UNIT_BLANK ? '.'
			: (char)paragraph.bases[i]);
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
	const struct line_extra extra = { .order = ORDER_VISUAL };
	struct wrap_units units;
	struct paragraph paragraph = { 0 };
	struct scratch scratch = { 0 };
	struct line line = { 0 };
	struct buf got = BUF_INIT;

	check_case("a cut word keeps its forms");
	paragraph_read(&paragraph, &scratch, text, (struct span){ 0, 8 },
		BIDI_BASE_AUTO_LTR, &shaped);
	CHECK_INT(paragraph.count, 4);
	paragraph_find_breaks(&paragraph);
	units = paragraph_units(&paragraph);
	CHECK_INT(wrap_line_end(&units, 0, 3), 3);
	paragraph_line(&paragraph, &scratch, 0, 3, &extra, &line);
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
	for (size_t i = 0; i < sizeof(switch_cases) / sizeof(*switch_cases);
			i++) {
		check_case(switch_cases[i].name);
		test_cells(switch_cases[i].text, switch_cases[i].style,
			switch_cases[i].want);
	}
	for (size_t i = 0; i < sizeof(break_cases) / sizeof(*break_cases);
			i++) {
		check_case(break_cases[i].name);
		test_break_cases(break_cases[i].text, break_cases[i].want);
	}
	test_cut_word();
	return check_done();
}
