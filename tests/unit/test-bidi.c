#include <config.h>

#include <locale.h>

#include "layout/bidi.h"
#include "../check.h"
#include "lay.h"

/* Letters: a Latin, alef \u05D0 and up Hebrew. */
static const struct {
	const char *name, *text;
	enum bidi_base base;
	bool is_rtl;
	const char *levels;	/* a digit for each character */
} level_cases[] = {
	{ "latin", "ab c", BIDI_BASE_AUTO_LTR, false, "0000" },
	{ "latin in rtl base", "ab c", BIDI_BASE_RTL, true, "2222" },
	{ "hebrew", "\u05D0\u05D1!", BIDI_BASE_AUTO_LTR, true, "111" },
	{ "hebrew in ltr base", "\u05D0\u05D1!", BIDI_BASE_LTR, false,
		"110" },
	{ "first strong decides", "1. \u05D0 a", BIDI_BASE_AUTO_LTR, true,
		"211112" },
	{ "no letters, left to right", "12 (3)", BIDI_BASE_AUTO_LTR, false,
		"000000" },
	{ "no letters, right to left", "12 (3)", BIDI_BASE_AUTO_RTL, true,
		"221121" },
	{ "letters win over the weak base", "ab", BIDI_BASE_AUTO_RTL, false,
		"00" },
	{ "number after arabic", "\u0627 25%", BIDI_BASE_AUTO_LTR, true,
		"11221" },
	{ "isolates", "\u05D0\u2066a\u2069\u05D1", BIDI_BASE_AUTO_LTR, true,
		"11211" },
	{ "an isolate is one neutral",
		"\u0627 \u2066a\u2069 \u20661\u2069", BIDI_BASE_AUTO_LTR, true,
		"111211121" },
	{ "isolates that FriBidi lets see each other",
		"\u2068(\u00A0+\u2069\u2068\u2066\u2069[\u0645",
		BIDI_BASE_LTR, false, "0222001111" },
	{ "isolate of the first strong", "a\u2068\u05D0\u2069\u2068b\u2069",
		BIDI_BASE_AUTO_LTR, false, "0010020" },
	{ "initiator without an end", "\u05D0\u2066a", BIDI_BASE_AUTO_LTR,
		true, "112" },
	{ "end without an initiator", "a\u2069\u05D0", BIDI_BASE_AUTO_LTR,
		false, "001" },
	{ "emoji of late", "\u0627\U0001F97A1", BIDI_BASE_AUTO_LTR, true,
		"112" },
	{ "bracket after a mark on a bracket", "[\u0301(\u05D0)\u05D0",
		BIDI_BASE_LTR, false, "000101" },
	{ "brackets about both directions", "a (\u0627 b) c",
		BIDI_BASE_RTL, true, "211112112" },
	{ "overrides are obeyed here", "a\u202Ebc\u202C", BIDI_BASE_AUTO_LTR,
		false, "00110" },
	{ "nothing", "", BIDI_BASE_RTL, true, "" },
};

static void
test_levels(void)
{
	struct bidi bidi = { 0 };

	for (size_t i = 0; i < sizeof(level_cases) / sizeof(*level_cases);
			i++) {
		uint32_t cps[LAY_CPS_MAX];
		int8_t levels[LAY_CPS_MAX];
		char got[LAY_CPS_MAX + 1];
		size_t count = lay_decode(level_cases[i].text, cps);

		check_case(level_cases[i].name);
		CHECK(bidi_levels(&bidi, cps, count, level_cases[i].base,
				levels) == level_cases[i].is_rtl);
		for (size_t k = 0; k < count; k++)
			got[k] = (char)('0' + levels[k]);
		got[count] = '\0';
		/* A control itself has no level that means anything. */
		for (size_t k = 0; k < count; k++) {
			if (cps[k] >= 0x202A && cps[k] <= 0x202E)
				got[k] = level_cases[i].levels[k];
		}
		CHECK_STR(got, level_cases[i].levels);
	}
	bidi_release(&bidi);
}

/* All at level 1, as after bidi_levels. */
static const struct {
	const char *name, *text, *shaped, *unshaped;
} shape_cases[] = {
	{ "joined letters", "\u0628\u0628\u0628", "\uFE91\uFE92\uFE90",
		"\u0628\u0628\u0628" },
	{ "alef joins only what is before", "\u0642\u0627\u0644",
		"\uFED7\uFE8E\uFEDD", "\u0642\u0627\u0644" },
	{ "lam alef", "\u0644\u0627", "\uFEFF\uFEFB", "\u0644\u0627" },
	{ "lam alef after a letter", "\u0628\u0644\u0623",
		"\uFE91\uFEFF\uFEF8", "\u0628\u0644\u0623" },
	{ "lam with a mark, alef", "\u0644\u064E\u0627",
		"\uFEFB\u064E\uFEFF", "\u0644\u064E\u0627" },
	{ "lam with marks, alef, after a letter",
		"\u0628\u0644\u0651\u064E\u0622",
		"\uFE91\uFEF6\u0651\u064E\uFEFF",
		"\u0628\u0644\u0651\u064E\u0622" },
	{ "lam with a mark, no alef", "\u0644\u064E\u0628\u0627",
		"\uFEDF\u064E\uFE92\uFE8E", "\u0644\u064E\u0628\u0627" },
	{ "marks are transparent", "\u0628\u064E\u0628", "\uFE91\u064E\uFE90",
		"\u0628\u064E\u0628" },
	{ "persian", "\u06AF\u067E", "\uFB94\uFB57", "\u06AF\u067E" },
	{ "a non-joiner cuts", "\u0628\u200C\u0628", "\uFE8F\u200C\uFE8F",
		"\u0628\u200C\u0628" },
	{ "a mark that is first", "\u064E\u0628", "\u064E\uFE8F",
		"\u064E\u0628" },
	{ "nothing but marks", "\u064E\u0651", "\u064E\u0651",
		"\u064E\u0651" },
	{ "joiner", "\u0628\u200D", "\uFE91\u200D", "\u0628\u200D" },
	{ "tatweel", "\u0628\u0640\u0628", "\uFE91\u0640\uFE90",
		"\u0628\u0640\u0628" },
	{ "bidi marks are transparent", "\u0628\u200F\u0628",
		"\uFE91\u200F\uFE90", "\u0628\u200F\u0628" },
	{ "hamza on its tooth", "\u0645\u0626\u0629", "\uFEE3\uFE8C\uFE94",
		"\u0645\u0626\u0629" },
	{ "persian yeh", "\u06CC\u06A9\u06CC\u06CC",
		"\uFBFE\uFB91\uFBFF\uFBFD", "\u06CC\u06A9\u06CC\u06CC" },
	{ "urdu", "\u06C1\u06BE\u0679\u06BA \u0691\u06D2",
		"\uFBA8\uFBAD\uFB69\uFB9F \uFB8C\uFBAE",
		"\u06C1\u06BE\u0679\u06BA \u0691\u06D2" },
	{ "uyghur", "\u0626\u06D0\u06AD\u06CB\u06D5",
		"\uFE8B\uFBE7\uFBD6\uFBDF\u06D5",
		"\u0626\u06D0\u06AD\u06CB\u06D5" },
	{ "kurdish", "\u0628\u06CE\u06A4\u06D5",
		"\uFE91\uFBFF\uFB6D\uFEEA",
		"\u0628\u06CE\u06A4\u06D5" },
	{ "lam with small v, alef", "\u06B5\u0627", "\uFEFB\uFEFF",
		"\u06B5\u0627" },
	{ "no form, nominal; the neighbours join", "\u0628\u0685\u0628",
		"\uFE91\u0685\uFE90", "\u0628\u0685\u0628" },
	{ "mirrored since late", "\u2E55\u0628", "\u2E56\uFE8F",
		"\u2E56\u0628" },
	{ "mirrored", "(\u0628)\u00AB\u00BB", ")\uFE8F(\u00BB\u00AB",
		")\u0628(\u00BB\u00AB" },
	{ "quotes are not mirrored", "\u201C\u0628\u201D",
		"\u201C\uFE8F\u201D", "\u201C\u0628\u201D" },
};

static void
check_shape(const char *text, bool is_shaped, const char *want)
{
	uint32_t glyphs[LAY_CPS_MAX];
	int8_t levels[LAY_CPS_MAX] = { 0 };
	size_t count = lay_decode(text, glyphs);
	char bytes[UTF8_BYTES_MAX];
	struct buf got = BUF_INIT;

	memset(levels, 1, sizeof(levels));
	bidi_shape(glyphs, count, levels, is_shaped, NULL);
	for (size_t i = 0; i < count; i++)
		buf_add(&got, bytes, utf8_encode(glyphs[i], bytes));
	CHECK_STR(got.at, want);
	buf_release(&got);
}

static void
test_shape(void)
{
	for (size_t i = 0; i < sizeof(shape_cases) / sizeof(*shape_cases);
			i++) {
		check_case(shape_cases[i].name);
		check_shape(shape_cases[i].text, true,
			shape_cases[i].shaped);
		check_shape(shape_cases[i].text, false,
			shape_cases[i].unshaped);
	}
}

/* A letter alone, and in the middle of a word. */
static const struct {
	const char *name;
	uint32_t cp, alone, medial, mark;
} mark_cases[] = {
	{ "kurdish yeh", 0x06CE, 0x06CE, 0xFBFF, 0x065A },
	{ "kurdish lam", 0x06B5, 0x06B5, 0xFEE0, 0x065A },
	{ "pashto dze", 0x0681, 0x0681, 0xFEA4, 0x0654 },
	{ "urdu heh with hamza", 0x06C2, 0x06C2, 0xFBA9, 0x0654 },
	{ "no mark", 0x0628, 0xFE8F, 0xFE92, 0 },
	{ "no forms", 0x0685, 0x0685, 0x0685, 0 },
	{ "no letter", 'a', 'a', 'a', 0 },
};

static void
test_marks(void)
{
	static const int8_t levels[] = { 1, 1, 1 };

	for (size_t i = 0; i < sizeof(mark_cases) / sizeof(*mark_cases); i++) {
		uint32_t cp = mark_cases[i].cp, alone = cp;
		uint32_t word[] = { 0x0628, cp, 0x0628 };

		check_case(mark_cases[i].name);
		bidi_shape(&alone, 1, levels, true, NULL);
		CHECK_INT(alone, mark_cases[i].alone);
		CHECK_INT(bidi_mark(cp, alone), 0);
		bidi_shape(word, 3, levels, true, NULL);
		CHECK_INT(word[1], mark_cases[i].medial);
		CHECK_INT(bidi_mark(cp, word[1]), mark_cases[i].mark);
	}
}

static void
test_ligature(void)
{
	static const int8_t levels[] = { 1, 1, 1, 1, 1 };
	uint32_t bare[] = { 0x0628, 0x0644, 0x0627 };
	uint32_t marked[] = { 0x0644, 0x064E, 0x0623, 0x064E, 0x06CE };
	bool bare_starts[] = { true, true, true };
	bool marked_starts[] = { true, false, true, false, true };

	check_case("a lam and an alef are one cluster");
	CHECK(!bidi_shape(bare, 3, levels, true, bare_starts));
	CHECK_INT(bare[1], BIDI_FILL);
	CHECK_INT(bare[2], 0xFEFC);
	CHECK(bare_starts[1] && !bare_starts[2]);
	check_case("and marks stay behind it");
	CHECK(bidi_shape(marked, 5, levels, true, marked_starts));
	CHECK_INT(marked[0], 0xFEF7);
	CHECK_INT(marked[1], 0x064E);
	CHECK_INT(marked[2], BIDI_FILL);
	CHECK(!marked_starts[2] && marked_starts[4]);
}

/* Only an override makes letters run from left to right. */
static void
test_overridden(void)
{
	static const int8_t levels[] = { 1, 2, 2 };
	uint32_t glyphs[] = { 0x0628, 0x0628, 0x0628 };

	check_case("letters are joined in runs from right to left only");
	bidi_shape(glyphs, 3, levels, true, NULL);
	CHECK_INT(glyphs[0], 0xFE8F);
	CHECK_INT(glyphs[1], 0xFE8F);
	CHECK_INT(glyphs[2], 0xFE8F);
}

static const struct {
	const char *name;
	const char *levels, *order;
} order_cases[] = {
	{ "order: left to right", "0000", "0123" },
	{ "order: right to left", "1111", "3210" },
	{ "order: latin in rtl", "112211", "542310" },
	{ "order: number in hebrew in latin", "011220", "034215" },
	{ "order: deep", "1232401", "1234056" },
	{ "order: even levels only", "0220", "0123" },
	{ "order: odd in odd", "1331", "3210" },
	{ "order: one", "1", "0" },
	{ "order: nothing", "", "" },
};

static void
test_order(const char *digits, const char *want)
{
	int8_t levels[LAY_CPS_MAX] = { 0 };
	uint32_t order[LAY_CPS_MAX];
	char got[LAY_CPS_MAX + 1];
	size_t count = strlen(digits);

	for (size_t i = 0; i < count; i++)
		levels[i] = (int8_t)(digits[i] - '0');
	bidi_order(levels, count, order);
	for (size_t i = 0; i < count; i++)
		got[i] = (char)('0' + (int)order[i]);
	got[count] = '\0';
	CHECK_STR(got, want);
}

static void
test_end_line(void)
{
	static const bool is_space[] = { true, false, true, true };
	int8_t levels[] = { 1, 2, 2, 1 };

	check_case("end of line: blanks take the base level");
	bidi_end_line(is_space, 4, false, levels);
	CHECK_INT(levels[0], 1);
	CHECK_INT(levels[1], 2);
	CHECK_INT(levels[2], 0);
	CHECK_INT(levels[3], 0);
	bidi_end_line(is_space, 4, true, levels);
	CHECK_INT(levels[2], 1);
}

int
main(void)
{
	setlocale(LC_ALL, "");
	test_levels();
	test_shape();
	test_marks();
	test_ligature();
	test_overridden();
	for (size_t i = 0; i < sizeof(order_cases) / sizeof(*order_cases);
			i++) {
		check_case(order_cases[i].name);
		test_order(order_cases[i].levels, order_cases[i].order);
	}
	test_end_line();
	return check_done();
}
