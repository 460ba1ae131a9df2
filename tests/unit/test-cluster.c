#include <config.h>

#include "text/cluster.h"

#include <locale.h>
#include <stdlib.h>
#include <wchar.h>

#include <unictype.h>
#include <unigbrk.h>

#include "text/utf8.h"

#include "../check.h"

/* Of every break class, with the neighbours of the fast paths. */
static const uint32_t palette[] = {
	'a', '\r', '\n', 0x01, 0xAD, 0xA9, 0x2FF, 0x0300, 0x036F, 0x0370,
	0x0600, 0x0627, 0x064E, 0x0670, 0x06DD, 0x0903, 0x0915, 0x094D,
	0x1100, 0x1160, 0x11A8, 0x1EBF, 0x200B, 0x200D, 0x2028, 0x2764, 0x3099,
	0xAC00, 0xAC01, 0xFE0F, 0xFEFF, 0x1F1E6, 0x1F3FB, 0x1F468, 0xE0020,
};

#define PALETTE_COUNT (sizeof(palette) / sizeof(palette[0]))

static void
test_against_library(void)
{
	uint32_t cps[12];
	bool got[12];
	char want[12];

	check_case("borders are the library's in random text");
	srand(3);
	for (int round = 0; round < 50000; round++) {
		size_t count = 1 + (size_t)rand() % 12;

		for (size_t i = 0; i < count; i++)
			cps[i] = palette[(size_t)rand() % PALETTE_COUNT];
		u32_grapheme_breaks(cps, count, want);
		cluster_breaks(cps, count, got);
		for (size_t i = 0; i < count; i++) {
			if (got[i] == (want[i] != 0))
				continue;
			CHECK(false);
			for (size_t j = 0; j < count; j++)
				printf("#%s%04X", got[j] ? " | " : " ",
					(unsigned)cps[j]);
			printf("\n");
			return;
		}
	}
}

/* Each character between two others tells whether it is rightly plain. */
static void
test_every_character(void)
{
	static const uint32_t around[] = { 'a', 0x0600, 0x0301, 0x200D };
	uint32_t cp;

	check_case("borders are the library's around every character");
	for (cp = 0; cp <= 0x10FFFF; cp++) {
		bool is_good = true;

		for (size_t i = 0; i < 16 && is_good; i++) {
			uint32_t cps[] = { around[i / 4], cp, around[i % 4] };
			bool got[3];
			char want[3];

			u32_grapheme_breaks(cps, 3, want);
			cluster_breaks(cps, 3, got);
			is_good = got[1] == (want[1] != 0)
				&& got[2] == (want[2] != 0);
		}
		if (!is_good)
			break;
	}
	CHECK_INT(cp, 0x110000);
	cluster_breaks(NULL, 0, NULL);
}

/*
 * Where char_cols may differ from wcwidth: what is never sent takes no
 * column, what the C library cannot measure is shown as U+FFFD.
 */
static int
want_cols(uint32_t cp)
{
	int cols = cp == 0 ? -1 : wcwidth((wchar_t)cp);

	if (cp == 0x00AD || cp == 0x2028 || cp == 0x2029)
		return 0;
	/* Only without width, or unknown to the C library, can be unsent. */
	if (char_shown(cp) == 0)
		return cols <= 0 ? 0 : -2;
	return cols < 0 ? 1 : cols;
}

static void
test_cols(void)
{
	uint32_t cp;

	check_case("char_cols is wcwidth, but for what is not sent");
	for (cp = 0; cp <= 0x10FFFF; cp++) {
		if (!CHECK_INT(char_cols(cp), want_cols(cp)))
			break;
	}
	CHECK_INT(cp, 0x110000);
}

static void
test_shown(void)
{
	static const uint32_t unsent[] = { 0x00AD, 0x061C, 0x200B, 0x200C,
		0x200D, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A, 0x202E, 0x2060,
		0x2066, 0x2069, 0xFEFF };
	static const uint32_t sent[] = { ' ', 'a', 0xA0, 0x0301, 0x064E,
		0x0640, 0x1EBF, 0x2424, 0x25CC, 0x4E00, 0xFEFB, 0xFFFD };
	static const uint32_t replaced[] = { 0, 0x1B, '\t', 0x7F, 0x9B, 0xD800,
		0x0378, 0x110000 };
	uint32_t cp;

	check_case("what is sent for a character");
	for (size_t i = 0; i < sizeof(unsent) / sizeof(unsent[0]); i++) {
		CHECK_INT(char_shown(unsent[i]), 0);
		CHECK_INT(char_cols(unsent[i]), 0);
	}
	for (size_t i = 0; i < sizeof(sent) / sizeof(sent[0]); i++)
		CHECK_INT(char_shown(sent[i]), sent[i]);
	for (size_t i = 0; i < sizeof(replaced) / sizeof(replaced[0]); i++) {
		CHECK_INT(char_shown(replaced[i]), 0xFFFD);
		CHECK_INT(char_cols(replaced[i]), 1);
	}
	check_case("nothing without a width is ever sent");
	for (cp = 0; cp <= 0x10FFFF; cp++) {
		uint32_t shown = char_shown(cp);

		if (shown != 0 && (wcwidth((wchar_t)shown) < 0
				|| wcwidth((wchar_t)shown) != char_cols(cp)))
			break;
	}
	CHECK_INT(cp, 0x110000);
}

static void
test_mark(void)
{
	uint32_t cp;

	check_case("marks are Mn and Me");
	for (cp = 0; cp <= 0x10FFFF; cp++) {
		if (char_is_mark(cp) != uc_is_general_category_withtable(cp,
				UC_CATEGORY_MASK_Mn | UC_CATEGORY_MASK_Me))
			break;
	}
	CHECK_INT(cp, 0x110000);
}

/* Bars show where the borders are. */
static const char *const walks[] = {
	"", "a|b|c", "e\u0302\u0301|x", "a|\r\n|b", "مُ|حَ|مَّ|د",
	"👨\u200D👩\u200D👧|x", "🇻🇳|🇪🇬|🇻|x", "\u0301|a", "한|국",
	"\u1112\u1161\u11AB|a", "क्|षि", "a|b\u200D|é",
};

static bool
check_walk(const char *walk)
{
	char text[128];
	size_t borders[32], nborders = 0, nbytes = 0, off = 0;
	bool is_good = true;

	for (const char *c = walk; *c != '\0'; c++) {
		if (*c == '|')
			borders[nborders++] = nbytes;
		else
			text[nbytes++] = *c;
	}
	borders[nborders] = nbytes;
	for (size_t i = 0; i <= nborders; i++) {
		off = cluster_after(text, nbytes, off);
		is_good &= CHECK_INT(off, borders[i]);
	}
	is_good &= CHECK_INT(cluster_after(text, nbytes, nbytes), nbytes);
	for (size_t i = nborders; i-- > 0;) {
		off = cluster_before(text, nbytes, off);
		is_good &= CHECK_INT(off, borders[i]);
	}
	return is_good & CHECK_INT(cluster_before(text, nbytes, off), 0);
}

static void
test_walk(void)
{
	char text[2001] = "a";

	check_case("walking over the borders, forwards and back");
	for (size_t i = 0; i < sizeof(walks) / sizeof(walks[0]); i++) {
		if (!check_walk(walks[i]))
			printf("# text %zu\n", i);
	}
	check_case("an endless cluster still lets the cursor move");
	for (size_t off = 1; off < 2001; off += 2)
		memcpy(text + off, "\u0301", 2);
	for (size_t off = 0, next; off < 2001; off = next) {
		next = cluster_after(text, 2001, off);
		if (!CHECK(next > off))
			break;
	}
	for (size_t off = 2001; off > 0;) {
		size_t next = cluster_before(text, 2001, off);

		if (!CHECK(next < off))
			break;
		off = next;
	}
}

int
main(void)
{
	if (setlocale(LC_ALL, "") == NULL || wcwidth(0x4E00) != 2)
		return check_skip_all("no UTF-8 locale");
	test_against_library();
	test_every_character();
	test_cols();
	test_shown();
	test_mark();
	test_walk();
	return check_done();
}
