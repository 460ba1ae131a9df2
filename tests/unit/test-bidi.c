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
	{ "mirrored", "(\u0628)\u00AB\u00BB", ")\uFE8F(\u00BB\u00AB",
		")\u0628(\u00BB\u00AB" },
	{ "quotes are not mirrored", "\u201C\u0628\u201D",
		"\u201C\uFE8F\u201D", "\u201C\u0628\u201D" },
};

static void
check_shape(struct bidi *bidi, const char *text, bool is_shaped,
	const char *want)
{
	uint32_t glyphs[LAY_CPS_MAX];
	int8_t levels[LAY_CPS_MAX] = { 0 };
	size_t count = lay_decode(text, glyphs);
	char bytes[UTF8_BYTES_MAX];
	struct buf got = BUF_INIT;

	memset(levels, 1, sizeof(levels));
	bidi_shape(bidi, glyphs, count, levels, is_shaped);
	for (size_t i = 0; i < count; i++)
		buf_add(&got, bytes, utf8_encode(glyphs[i], bytes));
	CHECK_STR(got.at, want);
	buf_release(&got);
}

static void
test_shape(void)
{
	struct bidi bidi = { 0 };

	for (size_t i = 0; i < sizeof(shape_cases) / sizeof(*shape_cases);
			i++) {
		check_case(shape_cases[i].name);
		check_shape(&bidi, shape_cases[i].text, true,
			shape_cases[i].shaped);
		check_shape(&bidi, shape_cases[i].text, false,
			shape_cases[i].unshaped);
	}
	bidi_release(&bidi);
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
	for (size_t i = 0; i < sizeof(order_cases) / sizeof(*order_cases);
			i++) {
		check_case(order_cases[i].name);
		test_order(order_cases[i].levels, order_cases[i].order);
	}
	test_end_line();
	return check_done();
}
