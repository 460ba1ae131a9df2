#include <config.h>

#include "base/buf.h"
#include "model/fingerprint.h"

#include "../check.h"

static uint64_t
of(const char *text)
{
	return fingerprint_of(text, strlen(text));
}

static void
test_fingerprint_frozen(void)
{
	static const struct {
		const char *text;
		uint64_t want;
	} cases[] = {
		{ "", 0x8C81E702B710E9F5 },
		{ "newspane", 0xDACA6976D1957D2C },
		{ "Đà Nẵng, ngày 4/12", 0xE881F5A70F8764E2 },
		{ "قال الوزير: «نعم»", 0x0BD965A268B89F6B },
		{ "中文新聞。２０２５", 0xD85DE16889FAFDEF },
		{ "The quick brown fox jumps over the lazy dog 1234567890",
			0xEC54F8BF015F7D3F },
	};

	check_case("fingerprints never change");
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		if (!CHECK(of(cases[i].text) == cases[i].want))
			printf("#   0x%016llx: %s\n",
				(unsigned long long)of(cases[i].text),
				cases[i].text);
}

static void
test_fingerprint_ignores(void)
{
	static const char *const same[][2] = {
		{ "A b, c!", "Abc" }, { "a\n\nb", "a b" },
		{ "“x” – y…", "x y" }, { "giá 5\xC2\xA0%", "giá 5" },
		{ "قال: نعم؟", "قال نعم" }, { "مُحَمَّد", "محمد" },
		{ "مـحمد", "محمد" }, { "一。二、三", "一二三" },
		{ "a\xEF\xBB\xBF""b", "ab" }, { "x😀y", "xy" },
		{ "a\xE2\x80\x8F""b", "ab" }, { "（Ａ）", "Ａ" },
		{ "3×4÷2", "342" }, { "٪٥", "٥" }, { "ا۔", "ا" },
	};
	static const char *const different[][2] = {
		{ "ab", "ba" }, { "a", "á" }, { "A", "a" }, { "đ", "d" },
		{ "a", "aa" }, { "علم", "عالم" }, { "٥", "5" }, { "", "0" },
		{ "一", "二" }, { "abcdefgh", "abcdefg" },
	};

	check_case("blanks and punctuation do not count");
	for (size_t i = 0; i < sizeof(same) / sizeof(*same); i++)
		if (!CHECK(of(same[i][0]) == of(same[i][1])))
			printf("#   %s\n", same[i][0]);
	check_case("letters and digits do");
	for (size_t i = 0; i < sizeof(different) / sizeof(*different); i++)
		if (!CHECK(of(different[i][0]) != of(different[i][1])))
			printf("#   %s\n", different[i][0]);
}

/* However the text falls into blocks and steps, the same letters count. */
static void
test_fingerprint_positions(void)
{
	const char *const letters[] = { "a", "Z", "7", "đ", "ế", "ل", "中",
		"𐌰" };
	const char *const others[] = { " ", ", ", "–", "\xC2\xA0", "ـ", "。",
		"😀", "" };
	struct buf plain = BUF_INIT, spaced = BUF_INIT;
	unsigned state = 7;

	check_case("positions do not matter");
	for (int round = 0; round < 300; round++) {
		int count = round * 5;

		buf_reset(&plain);
		buf_reset(&spaced);
		for (int i = 0; i < count; i++) {
			state = state * 1103515245 + 12345;
			buf_add_string(&plain, letters[state >> 16 & 7]);
			buf_add_string(&spaced, letters[state >> 16 & 7]);
			buf_add_string(&spaced, others[state >> 20 & 7]);
		}
		if (!CHECK(of(plain.at) == of(spaced.at)))
			break;
	}
	buf_release(&plain);
	buf_release(&spaced);
}

int
main(void)
{
	test_fingerprint_frozen();
	test_fingerprint_ignores();
	test_fingerprint_positions();
	return check_done();
}
