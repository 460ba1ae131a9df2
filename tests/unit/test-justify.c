#include <config.h>

#include "layout/justify.h"

#include <locale.h>
#include <stdlib.h>

#include "base/buf.h"
#include "layout/line.h"

#include "../check.h"

/*
 * A text is one row. In the answer each + stands for a column of filling,
 * after the character that it follows as the text runs.
 */
static const struct {
	const char *name, *text;
	int more;		/* columns that the row lacks */
	const char *want;	/* NULL: it stays as it is */
} cases[] = {
	{ "a full row", "a b c", 0, "a b c" },
	{ "one column", "aa bb cc", 1, "aa bb +cc" },
	{ "a column each", "aa bb cc", 2, "aa +bb +cc" },
	{ "evenly apart", "a b c d e f g", 3, "a b +c d +e f +g" },
	{ "two each", "aa bb cc", 4, "aa ++bb ++cc" },
	{ "never more", "aa bb cc", 5, NULL },
	{ "one word", "aaaa", 1, NULL },
	{ "nothing at all", "", 3, NULL },
	{ "two blanks are one gap", "a  b c", 2, "a  +b +c" },
	{ "a wide gap has its bound, too", "a  b c", 3, "a  +b ++c" },
	{ "gaps of three are wide enough", "a   b c", 2, "a   b ++c" },
	{ "an indent stays", "  aa bb", 1, "  aa +bb" },
	{ "a dash stays", "- aa bb", 2, "- aa ++bb" },
	{ "a long dash stays", "\u2014 A\u00ED \u0111\u00F3 ?", 2,
		"\u2014 A\u00ED +\u0111\u00F3 +?" },
	{ "a dash in the middle", "aa - bb", 2, "aa +- +bb" },
	{ "a no-break space stays", "10\u00A0000 km", 2,
		"10\u00A0000 ++km" },
	{ "Vietnamese", "Trời đã về chiều", 3, "Trời +đã +về +chiều" },
	{ "decomposed Vietnamese", "Tro\u031B\u0300i da\u0303 ve\u0302\u0300",
		2, "Tro\u031B\u0300i +da\u0303 +ve\u0302\u0300" },
	{ "Cyrillic", "Над городом тихо", 3, "Над +городом ++тихо" },
	{ "Korean", "서울의 봄 하늘", 2, "서울의 +봄 +하늘" },
	{ "Thai", "สวัสดี ครับ", 2, "สวัสดี ++ครับ" },
	{ "Hebrew", "שלום לכל הקוראים", 2, "שלום +לכל +הקוראים" },
	{ "Chinese, after a comma", "今天，天气很好", 1, "今天，+天气很好" },
	{ "Chinese, no more than that", "今天，天气很好", 2, NULL },
	{ "Chinese without a comma", "今天天气很好", 1, NULL },
	{ "Japanese, behind the last stop", "「はい。」と言った", 1,
		"「はい。」+と言った" },
	{ "Chinese with blanks", "今天 OK，天气", 2, "今天 +OK，+天气" },
	{ "after a tatweel", "محـمد", 2, "محـ++مد" },
	{ "after a seen", "مسافر", 1, "مس+افر" },
	{ "after the later seen", "سمسم", 1, "سمس+م" },
	{ "after a sad", "بصمة", 1, "بص+مة" },
	{ "before a teh marbuta", "جامعة", 1, "جامع+ة" },
	{ "before a heh", "وجهه", 1, "وجه+ه" },
	{ "before a dal", "محمد", 1, "محم+د" },
	{ "before an alef", "كتاب", 1, "كت+اب" },
	{ "before a lam", "قبل", 1, "قب+ل" },
	{ "before a kaf", "ملك", 1, "مل+ك" },
	{ "before a tah", "خيط", 1, "خي+ط" },
	{ "before a tooth that leads to a reh", "كبير", 1, "كب+ير" },
	{ "before a tooth that leads to a yeh", "بيتي", 1, "بي+تي" },
	{ "before an ain", "موقع", 1, "موق+ع" },
	{ "before a waw", "يوم", 1, "ي+وم" },
	{ "before a feh", "ملف", 1, "مل+ف" },
	{ "before any letter that ends", "قلم", 1, "قل+م" },
	{ "not before a yeh", "علي", 1, "ع+لي" },
	{ "up to the bound", "محمد", 3, "محم+++د" },
	{ "not beyond", "محمد", 4, NULL },
	{ "two letters stay", "من", 1, NULL },
	{ "letters that do not join", "دار", 1, NULL },
	{ "lam and alef are one", "لاب", 1, NULL },
	{ "before lam and alef", "كلام", 1, "ك+لام" },
	{ "the name of God stays", "والله", 1, NULL },
	{ "a dash of tatweel", "ــ", 1, NULL },
	{ "digits stay", "٢٠٢٤", 1, NULL },
	{ "behind the marks", "مُحَمَّد", 1, "مُحَمَّ+د" },
	{ "before a lam with a mark and its alef", "سَلَام", 1, "سَ+لَام" },
	{ "not after a tatweel with a mark", "مـُحل", 1, "مـُح+ل" },
	{ "the best places first", "قلم محمد كتاب", 1, "قلم محم+د كتاب" },
	{ "then the others", "قلم محمد كتاب", 3, "قل+م محم+د كت+اب" },
	{ "then the gaps", "قلم محمد كتاب", 5, "قل+م +محم+د +كت+اب" },
	{ "then again", "قلم محمد كتاب", 6, "قل+م +محم++د +كت+اب" },
	{ "up to all bounds", "قلم محمد كتاب", 13,
		"قل+++م ++محم+++د ++كت+++اب" },
	{ "not beyond all bounds", "قلم محمد كتاب", 14, NULL },
	{ "a hamza between", "ماءل", 1, "م+اءل" },
	{ "Persian", "کتاب\u200Cخانه", 1, "کتاب\u200Cخان+ه" },
	{ "Persian, nothing across a ZWNJ", "می\u200Cرو", 1, NULL },
	{ "Persian gaf", "سنگ برگ", 2, "س+نگ ب+رگ" },
	{ "Persian peh and tcheh", "پیچی", 1, "پی+چی" },
	{ "Urdu", "پاکستان نہیں", 2, "پاکس+تان نہی+ں" },
	{ "Uyghur", "كىتاب", 1, "كىت+اب" },
	{ "Latin in Arabic stays", "صدر New York أمس", 3,
		"ص+در New York +أم+س" },
	{ "Arabic in English stays", "the word محمد is", 3,
		"the +word +محمد +is" },
};

/* The row's text with its filling as + signs. */
static void
describe(const struct paragraph *paragraph, const char *text,
	const uint8_t *filling, struct buf *out)
{
	buf_reset(out);
	for (size_t i = 0; i < paragraph->count; i++) {
		struct span span = paragraph_source(paragraph, i, i + 1);

		buf_add(out, text + span.start, span_nbytes(span));
		for (int k = 0; k < filling[i]; k++)
			buf_add_byte(out, '+');
	}
}

static int
cols_of(const struct paragraph *paragraph, size_t first, size_t end)
{
	int cols = 0;

	for (size_t i = first; i < end; i++)
		cols += paragraph->units[i] & UNIT_COLS;
	return cols;
}

static void
read_ordered(struct paragraph *paragraph, struct scratch *scratch,
	const char *text, enum text_order order)
{
	struct line_style style = { .order = order, .is_shaped = true };

	paragraph_read(paragraph, scratch, text,
		(struct span){ 0, (uint32_t)strlen(text) }, BIDI_BASE_AUTO_LTR,
		&style);
	paragraph_find_breaks(paragraph);
}

static void
read_paragraph(struct paragraph *paragraph, struct scratch *scratch,
	const char *text)
{
	read_ordered(paragraph, scratch, text, ORDER_VISUAL);
}

/* A terminal that orders and joins letters itself gets the same filling. */
static void
test_cases(enum text_order order)
{
	struct paragraph paragraph = { 0 };
	struct scratch scratch = { 0 };
	struct buf got = { 0 };
	uint8_t filling[64];

	buf_init(&got);
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		const char *text = cases[i].text;
		bool is_filled;

		check_case(cases[i].name);
		read_ordered(&paragraph, &scratch, text, order);
		memset(filling, 0xFF, sizeof(filling));
		is_filled = justify_row(&paragraph, 0, paragraph.count, 0,
			cols_of(&paragraph, 0, paragraph.count)
				+ cases[i].more, true, filling);
		CHECK_INT(is_filled, cases[i].want != NULL);
		describe(&paragraph, text, filling, &got);
		CHECK_STR(got.at, cases[i].want != NULL ? cases[i].want
			: text);
	}
	buf_release(&got);
	paragraph_release(&paragraph);
	scratch_release(&scratch);
}

static void
test_arguments(void)
{
	struct paragraph paragraph = { 0 };
	struct scratch scratch = { 0 };
	uint8_t filling[16];

	read_paragraph(&paragraph, &scratch, "- aa bb cc dd");
	check_case("a row in the middle of a paragraph");
	CHECK(justify_row(&paragraph, 5, 10, 0, 7, true, filling));
	CHECK_INT(filling[2], 2);
	CHECK(justify_row(&paragraph, 0, 4, 0, 4, true, filling));
	CHECK(!justify_row(&paragraph, 0, 4, 0, 3, true, filling));
	check_case("room for a hyphen");
	CHECK(justify_row(&paragraph, 5, 10, 1, 7, true, filling));
	CHECK_INT(filling[2], 1);
	CHECK(justify_row(&paragraph, 5, 10, 2, 7, true, filling));
	CHECK_INT(filling[2], 0);
	check_case("no kashida where letters are not joined");
	read_paragraph(&paragraph, &scratch, "محمد محمد");
	CHECK(justify_row(&paragraph, 0, 9, 0, 10, false, filling));
	CHECK_INT(filling[4], 1);
	paragraph_release(&paragraph);
	scratch_release(&scratch);
}

/* What comes to the screen, left to right. */
static void
test_lines(void)
{
	static const struct {
		const char *text;
		int more;
		const char *want;
	} lines[] = {
		{ "a b", 2, "a   b" },
		{ "今天，天气", 1, "今天， 天气" },
		{ "صدر a", 1, "a ﺭﺪـﺻ" },
		{ "صدر a", 2, "a  ﺭﺪـﺻ" },
	};
	struct paragraph paragraph = { 0 };
	struct scratch scratch = { 0 };
	struct line line = { 0 };
	struct buf got = { 0 };
	uint8_t filling[16];

	check_case("blanks after blanks and stops, tatweel after letters");
	buf_init(&got);
	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++) {
		struct line_extra extra = { .filling = filling };

		read_paragraph(&paragraph, &scratch, lines[i].text);
		CHECK(justify_row(&paragraph, 0, paragraph.count, 0,
			cols_of(&paragraph, 0, paragraph.count)
				+ lines[i].more, true, filling));
		paragraph_line(&paragraph, &scratch, 0, paragraph.count,
			&extra, &line);
		buf_reset(&got);
		line_add_utf8(&line, &got);
		CHECK_STR(got.at, lines[i].want);
	}
	buf_release(&got);
	line_release(&line);
	paragraph_release(&paragraph);
	scratch_release(&scratch);
}

static void
test_rivers(void)
{
	struct paragraph paragraph = { 0 };
	struct scratch scratch = { 0 };
	uint8_t filling[9];
	bool is_wide[5] = { false };

	check_case("the wider gap is not in one place in every row");
	read_paragraph(&paragraph, &scratch,
		"a b c d e f g h i j k l m n o p q r s t u v w x y z");
	for (size_t first = 2; first <= 40; first += 2) {
		CHECK(justify_row(&paragraph, first, first + 9, 0, 10, true,
			filling));
		for (size_t gap = 0; gap < 4; gap++)
			is_wide[gap] |= filling[2 * gap + 1] > 0;
	}
	for (size_t gap = 0; gap < 4; gap++)
		CHECK(is_wide[gap]);
	paragraph_release(&paragraph);
	scratch_release(&scratch);
}

/* Words of several languages; a row is made of those of one line. */
static const char *const words[][12] = {
	{ "the", "harbour", "of", "a", "quiet", "town", "was", "not", "far",
		"5", "km", "away." },
	{ "thuyền", "ra", "khơi", "từ", "sáng", "sớm,", "gió", "nhẹ", "và",
		"biển", "lặng", "im." },
	{ "سافر", "الصيادون", "إلى", "البحر", "عند", "الفجر،", "وكانت",
		"الريح", "هادئة", "لله", "٣", "مُعَلَّم" },
	{ "ماهی\u200Cگیران", "صبح", "زود", "به", "دریا", "رفتند", "و", "باد",
		"آرام", "بود،", "گفته\u200Cاند", "۵" },
	{ "البحر", "New", "York", "كبير", "2019", "(لا)", "thuyền", "محمـد",
		"café", "«سلام»", "👍", "船" },
};

#define LANGUAGES (sizeof(words) / sizeof(words[0]))

/*
 * With the kashida written into the text every other letter looks as before:
 * it was put where letters are joined.
 */
static bool
check_joins(const struct paragraph *paragraph, struct scratch *scratch,
	const char *text, const uint8_t *filling)
{
	struct paragraph written = { 0 };
	struct buf out = { 0 };
	bool is_good = true;
	size_t at = 0;

	buf_init(&out);
	for (size_t i = 0; i < paragraph->count; i++) {
		struct span span = paragraph_source(paragraph, i, i + 1);

		buf_add(&out, text + span.start, span_nbytes(span));
		for (int k = filling[i]; k > 0; k--)
			buf_add_string(&out, paragraph->units[i] & UNIT_BLANK
				? " " : "\u0640");
	}
	read_paragraph(&written, scratch, out.at);
	for (size_t i = 0; i < paragraph->count && is_good; i++) {
		is_good = CHECK(at < written.count
			&& written.bases[at] == paragraph->bases[i]);
		at += 1u + filling[i];
	}
	buf_release(&out);
	paragraph_release(&written);
	return is_good;
}

static bool
check_filling(const struct paragraph *paragraph, const uint8_t *filling,
	int deficit, bool is_filled)
{
	int sum = 0, in_word = 0;
	bool is_good = CHECK_INT(filling[paragraph->count - 1], 0);

	for (size_t i = 0; i < paragraph->count; i++) {
		bool is_blank = paragraph->units[i] & UNIT_BLANK;

		sum += filling[i];
		in_word = is_blank ? 0 : in_word + (filling[i] > 0);
		is_good = is_good && CHECK(in_word <= 1)
			&& CHECK(filling[i] <= (is_blank
				? JUSTIFY_GAP_COLS_MAX - 1
				: JUSTIFY_KASHIDA_COLS_MAX));
	}
	return is_good && CHECK_INT(sum, is_filled ? deficit : 0);
}

/* The line that comes of it is as wide as was asked. */
static bool
check_line(const struct paragraph *paragraph, struct scratch *scratch,
	const uint8_t *filling, int cols)
{
	struct line_extra extra = { .filling = filling };
	struct line line = { 0 };
	bool is_good;

	paragraph_line(paragraph, scratch, 0, paragraph->count, &extra, &line);
	is_good = CHECK_INT(line.cols, cols);
	line_release(&line);
	return is_good;
}

static bool
check_random(struct paragraph *paragraph, struct scratch *scratch)
{
	const char *const *language = words[(size_t)rand() % LANGUAGES];
	int deficit = rand() % 24;
	uint8_t filling[512], again[512];
	struct buf text = { 0 };
	bool is_good, is_filled;
	int cols;

	buf_init(&text);
	for (int i = rand() % 14; i >= 0; i--) {
		buf_add_string(&text, language[rand() % 12]);
		if (i > 0)
			buf_add_byte(&text, ' ');
	}
	read_paragraph(paragraph, scratch, text.at);
	cols = cols_of(paragraph, 0, paragraph->count);
	is_filled = justify_row(paragraph, 0, paragraph->count, 0,
		cols + deficit, true, filling);
	justify_row(paragraph, 0, paragraph->count, 0, cols + deficit, true,
		again);
	is_good = check_filling(paragraph, filling, deficit, is_filled)
		&& CHECK(memcmp(filling, again, paragraph->count) == 0)
		&& check_joins(paragraph, scratch, text.at, filling)
		&& check_line(paragraph, scratch, filling,
			is_filled ? cols + deficit : cols);
	if (!is_good)
		printf("# %d more: %s\n", deficit, text.at);
	buf_release(&text);
	return is_good;
}

static void
test_random(void)
{
	struct paragraph paragraph = { 0 };
	struct scratch scratch = { 0 };

	check_case("random rows");
	srand(21);
	for (int round = 0; round < 20000; round++) {
		if (!check_random(&paragraph, &scratch))
			break;
	}
	paragraph_release(&paragraph);
	scratch_release(&scratch);
}

int
main(void)
{
	if (setlocale(LC_ALL, "") == NULL)
		return check_skip_all("no locale");
	test_cases(ORDER_VISUAL);
	test_cases(ORDER_LOGICAL);
	test_arguments();
	test_lines();
	test_rivers();
	test_random();
	return check_done();
}
