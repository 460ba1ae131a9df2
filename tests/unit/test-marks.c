#include <config.h>

#include "text/marks.h"

#include <unictype.h>

#include "../check.h"

static const struct {
	uint32_t cp;
	unsigned marks;
} cases[] = {
	{ 'a', 0 }, { 0x0627, 0 }, { 0x4E00, 0 }, { 0x0439, 0 },
	{ 0x00E0, MARK_GRAVE },				/* à */
	{ 0x1EBF, MARK_CIRCUMFLEX | MARK_ACUTE },	/* ế */
	{ 0x1EB6, MARK_BREVE | MARK_DOT_BELOW },	/* Ặ */
	{ 0x1EE1, MARK_HORN | MARK_TILDE },		/* ỡ */
	{ 0x1EED, MARK_HORN | MARK_HOOK },		/* ử */
	{ 0x01A0, MARK_HORN }, { 0x0111, MARK_STROKE },
	{ 0x0110, MARK_STROKE }, { 0x00F8, MARK_STROKE },
	{ 0x01FF, MARK_STROKE | MARK_ACUTE }, { 0x0142, MARK_STROKE },
	{ 0x00F0, MARK_STROKE }, { 0x00FC, MARK_DIAERESIS },
	{ 0x01D6, MARK_DIAERESIS | MARK_MACRON }, { 0x00E5, MARK_RING },
	{ 0x010D, MARK_CARON }, { 0x00E7, MARK_CEDILLA },
	{ 0x0105, MARK_CEDILLA }, { 0x0101, MARK_MACRON },
	{ 0x0117, MARK_OTHER },				/* ė */
	/* Combining ones. */
	{ 0x0300, MARK_GRAVE }, { 0x0301, MARK_ACUTE },
	{ 0x0303, MARK_TILDE }, { 0x0309, MARK_HOOK },
	{ 0x0323, MARK_DOT_BELOW }, { 0x0302, MARK_CIRCUMFLEX },
	{ 0x0306, MARK_BREVE }, { 0x031B, MARK_HORN },
	{ 0x0340, MARK_GRAVE }, { 0x0336, MARK_STROKE },
	{ 0x034F, 0 }, { 0x064E, 0 }, { 0x0336, MARK_STROKE },
};

static void
test_cases(void)
{
	check_case("marks of letters and of combining marks");
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		if (!CHECK_INT(marks_of(cases[i].cp), cases[i].marks))
			printf("# U+%04X\n", (unsigned)cases[i].cp);
	}
}

static void
test_tones(void)
{
	static const unsigned tones[] = { MARK_GRAVE, MARK_HOOK, MARK_TILDE,
		MARK_ACUTE, MARK_DOT_BELOW };
	/* The vowels in the order of the Vietnamese block, upper case. */
	static const uint32_t vowels[][5] = {
		{ 0xC0, 0x1EA2, 0xC3, 0xC1, 0x1EA0 },
		{ 0x1EB0, 0x1EB2, 0x1EB4, 0x1EAE, 0x1EB6 },
		{ 0x1EA6, 0x1EA8, 0x1EAA, 0x1EA4, 0x1EAC },
		{ 0xC8, 0x1EBA, 0x1EBC, 0xC9, 0x1EB8 },
		{ 0x1EC0, 0x1EC2, 0x1EC4, 0x1EBE, 0x1EC6 },
		{ 0xCC, 0x1EC8, 0x128, 0xCD, 0x1ECA },
		{ 0xD2, 0x1ECE, 0xD5, 0xD3, 0x1ECC },
		{ 0x1ED2, 0x1ED4, 0x1ED6, 0x1ED0, 0x1ED8 },
		{ 0x1EDC, 0x1EDE, 0x1EE0, 0x1EDA, 0x1EE2 },
		{ 0xD9, 0x1EE6, 0x168, 0xDA, 0x1EE4 },
		{ 0x1EEA, 0x1EEC, 0x1EEE, 0x1EE8, 0x1EF0 },
		{ 0x1EF2, 0x1EF6, 0x1EF8, 0xDD, 0x1EF4 },
	};

	check_case("each Vietnamese vowel has its one tone");
	for (size_t i = 0; i < sizeof(vowels) / sizeof(vowels[0]); i++) {
		for (size_t j = 0; j < 5; j++)
			CHECK_INT(marks_of(vowels[i][j]) & MARKS_TONES,
				tones[j]);
	}
}

static void
test_latin(void)
{
	uint32_t cp;

	check_case("Latin letters are what libunistring says");
	for (cp = 0; cp <= 0x10FFFF; cp++) {
		const uc_script_t *script = uc_script(cp);
		bool want = script != NULL
			&& strcmp(script->name, "Latin") == 0
			&& uc_is_general_category(cp, UC_LETTER);

		/* The table may be of a newer or an older Unicode. */
		if (want != is_latin_letter(cp) && uc_general_category(cp)
			.bitmask != UC_CATEGORY_MASK_Cn)
			break;
	}
	CHECK_INT(cp, 0x110000);
}

int
main(void)
{
	test_cases();
	test_tones();
	test_latin();
	return check_done();
}
