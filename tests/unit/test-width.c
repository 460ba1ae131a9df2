#include <config.h>

#include "text/width.h"

#include <locale.h>
#include <stdlib.h>
#include <wchar.h>

#include "../check.h"
#include "../tools/width-rules.h"

/* One of each kind that a terminal may think otherwise of. */
static const struct {
	uint32_t cp;
	int cols, cols_wide;
	uint32_t shown;
	const char *what;
} chars[] = {
	{ ' ', 1, 1, ' ', "blank" },
	{ 0x00A0, 1, 1, 0x00A0, "no-break space" },
	{ 0x00AD, 0, 0, 0, "soft hyphen" },
	{ 0x00B1, 1, 2, 0x00B1, "plus-minus" },
	{ 0x00E9, 1, 2, 0x00E9, "e acute, in a Chinese set of old" },
	{ 0x1EC7, 1, 1, 0x1EC7, "Vietnamese letter" },
	{ 0x0301, 0, 0, 0x0301, "Latin mark, ambiguous by the letter" },
	{ 0x034F, 0, 0, 0x034F, "grapheme joiner" },
	{ 0x0416, 1, 2, 0x0416, "Cyrillic letter" },
	{ 0x05B8, 0, 0, 0x05B8, "Hebrew point" },
	{ 0x0600, 1, 1, 0x0600, "Arabic number sign" },
	{ 0x0605, 1, 1, 0x0605, "Arabic number mark" },
	{ 0x061C, 0, 0, 0, "Arabic letter mark" },
	{ 0x0640, 1, 1, 0x0640, "tatweel" },
	{ 0x064E, 0, 0, 0x064E, "fatha" },
	{ 0x0670, 0, 0, 0x0670, "superscript alef" },
	{ 0x06D6, 0, 0, 0x06D6, "Quranic mark" },
	{ 0x06DD, 1, 1, 0x06DD, "end of ayah" },
	{ 0x06DE, 1, 1, 0x06DE, "start of rub el hizb" },
	{ 0x08E2, 1, 1, 0x08E2, "disputed end of ayah" },
	{ 0x08F0, 0, 0, 0x08F0, "open fathatan" },
	{ 0x0903, 1, 1, 0x0903, "visarga, a spacing mark" },
	{ 0x0915, 1, 1, 0x0915, "ka" },
	{ 0x093E, 1, 1, 0x093E, "sign aa, a spacing mark" },
	{ 0x0941, 0, 0, 0x0941, "sign u" },
	{ 0x094D, 0, 0, 0x094D, "virama" },
	{ 0x0E33, 1, 1, 0x0E33, "Thai am" },
	{ 0x0E48, 0, 0, 0x0E48, "Thai mai ek" },
	{ 0x1100, 2, 2, 0x1100, "leading consonant" },
	{ 0x1161, 0, 0, 0x1161, "vowel" },
	{ 0x11A8, 0, 0, 0x11A8, "final consonant" },
	{ 0x2019, 1, 2, 0x2019, "quotation mark" },
	{ 0x200B, 0, 0, 0, "zero width space" },
	{ 0x200D, 0, 0, 0, "joiner" },
	{ 0x2028, 0, 0, 0, "line separator" },
	{ 0x202E, 0, 0, 0, "override" },
	{ 0x2069, 0, 0, 0, "end of isolate" },
	{ 0x20E3, 0, 0, 0x20E3, "enclosing keycap" },
	{ 0x2500, 1, 2, 0x2500, "line" },
	{ 0x25CC, 1, 1, 0x25CC, "dotted circle" },
	{ 0x2764, 1, 1, 0x2764, "heart, a sign" },
	{ 0x231A, 2, 2, 0x231A, "watch, an emoji" },
	{ 0x3000, 2, 2, 0x3000, "ideographic space" },
	{ 0x3099, 0, 0, 0x3099, "voiced mark" },
	{ 0x4DC0, 2, 2, 0x4DC0, "hexagram" },
	{ 0x4E00, 2, 2, 0x4E00, "ideograph" },
	{ 0xAC00, 2, 2, 0xAC00, "syllable" },
	{ 0xD800, 1, 2, 0xFFFD, "surrogate" },
	{ 0xE000, 1, 2, 0xE000, "private use" },
	{ 0xFE0F, 0, 0, 0, "emoji selector" },
	{ 0xFDFD, 1, 1, 0xFDFD, "basmala" },
	{ 0xFEFB, 1, 1, 0xFEFB, "lam with alef" },
	{ 0xFEFF, 0, 0, 0, "byte order mark" },
	{ 0xFF21, 2, 2, 0xFF21, "full width" },
	{ 0xFF71, 1, 1, 0xFF71, "half width" },
	{ 0xFFFD, 1, 2, 0xFFFD, "replacement" },
	{ 0xFFFE, 1, 2, 0xFFFD, "noncharacter" },
	{ 0x1F1FB, 1, 1, 0x1F1FB, "letter of a flag" },
	{ 0x1F3FD, 2, 2, 0x1F3FD, "skin colour" },
	{ 0x1F600, 2, 2, 0x1F600, "emoji" },
	{ 0x1FAE8, 1, 2, 0xFFFD, "emoji of Unicode 15" },
	{ 0x20000, 2, 2, 0x20000, "rare ideograph" },
	{ 0xE0067, 0, 0, 0, "tag" },
	{ 0xE0100, 0, 0, 0, "ideographic selector" },
	{ 0x10FFFD, 1, 2, 0x10FFFD, "private use, last" },
	{ 0x0378, 1, 2, 0xFFFD, "not assigned" },
	{ 0, 1, 2, 0xFFFD, "NUL" },
	{ 0x1B, 1, 2, 0xFFFD, "escape" },
	{ '\t', 1, 2, 0xFFFD, "tabulator" },
	{ 0x7F, 1, 2, 0xFFFD, "delete" },
	{ 0x9B, 1, 2, 0xFFFD, "control" },
	{ 0x110000, 1, 2, 0xFFFD, "beyond Unicode" },
	{ UINT32_MAX, 1, 2, 0xFFFD, "far beyond" },
};

static void
test_chars(void)
{
	for (size_t i = 0; i < sizeof(chars) / sizeof(chars[0]); i++) {
		uint32_t cp = chars[i].cp;

		check_case(chars[i].what);
		CHECK_INT(char_cols(cp), chars[i].cols);
		CHECK_INT(char_cols_wide(cp), chars[i].cols_wide);
		CHECK_INT(char_shown(cp), chars[i].shown);
	}
}

/* What is shown for a character is as wide as that is said to be. */
static void
test_shown(void)
{
	uint32_t cp;

	check_case("what is sent is as wide as that for which it is");
	for (cp = 0; cp <= WIDTH_CPS; cp++) {
		uint32_t shown = char_shown(cp);

		if (shown == 0 ? char_cols(cp) != 0
				: char_cols(shown) != char_cols(cp)
					|| char_cols_wide(shown)
						!= char_cols_wide(cp)
					|| char_shown(shown) != shown)
			break;
	}
	CHECK_INT(cp, WIDTH_CPS + 1);
}

/*
 * The C library has a width for all that is sent, and the same. Beside that
 * it may know characters that came later, and it has one for some that are
 * not sent.
 */
static void
test_library(void)
{
	bool is_same_age = wcwidth(0x1FAE8) < 0;
	uint32_t cp;

	check_case("char_cols is wcwidth");
	for (cp = 1; cp < WIDTH_CPS; cp++) {
		int cols = wcwidth((wchar_t)cp);
		enum width_class class = width_class(cp);
		bool is_good = class == WIDTH_UNKNOWN
			? cols < 0 || !is_same_age
			: class == WIDTH_UNSENT
			? cols <= 0 || cp == 0xAD
			: cols == char_cols(cp);

		if (!CHECK(is_good)) {
			printf("# U+%04X: %d\n", (unsigned)cp, cols);
			break;
		}
	}
}

static void
test_table(void)
{
	static uint8_t classes[WIDTH_CPS];
	uint32_t cp = 0;

	if (!width_read_classes(classes)) {
		printf("# no Unicode data\n");
		return;
	}
	check_case("the table is what the Unicode data give");
	while (cp < WIDTH_CPS && width_class(cp) == classes[cp])
		cp++;
	CHECK_INT(cp, WIDTH_CPS);
}

int
main(void)
{
	test_chars();
	test_shown();
	test_table();
	if (setlocale(LC_ALL, "") != NULL && wcwidth(0x4E00) == 2)
		test_library();
	return check_done();
}
