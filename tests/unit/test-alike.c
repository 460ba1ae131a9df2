#include <config.h>

#include "base/buf.h"
#include "base/vec.h"
#include "model/alike.h"

#include "../check.h"
#include "text-article.h"

struct answer {
	bool is_alike;
	unsigned percent;
};

static struct answer
ask(const char *left, const char *right)
{
	struct alike *alike = alike_new();
	struct answer answer;
	struct text_article a, b;
	struct alike_text words_a = { 0 }, words_b = { 0 };

	text_article_init(&a, left, strlen(left));
	text_article_init(&b, right, strlen(right));
	alike_read(&words_a, &a.article);
	alike_read(&words_b, &b.article);
	answer.is_alike = alike_is(alike, &words_a, &a.article, &words_b,
		&b.article, &answer.percent);
	VEC_RELEASE(&words_a);
	VEC_RELEASE(&words_b);
	buf_release(&a.folded);
	buf_release(&b.folded);
	alike_free(alike);
	return answer;
}

#define TEN "one two three four five six seven eight nine ten"
#define MORE "eleven twelve thirteen fourteen fifteen sixteen seventeen"

static const struct {
	const char *left, *right;
	unsigned percent;
} shares[] = {
	{ "", "", 0 }, { TEN, "", 0 }, { "one two", "one two", 0 },
	{ "one two three", "one two three", 100 },
	{ TEN, TEN, 100 }, { TEN, "One, two; three - four five six seven eight "
		"nine TEN!", 100 },
	/* replaced, deleted, inserted */
	{ TEN, "one two three four FIVES six seven eight nine ten", 90 },
	{ TEN, "one two three four six seven eight nine ten", 90 },
	{ TEN, "one two three four five and six seven eight nine ten", 90 },
	/* between two others: by its place, or by its neighbour */
	{ TEN, "one two three 4 five 6 seven eight nine ten", 80 },
	{ TEN, "1 two three four five six seven eight nine 10", 80 },
	/* moved, and in another order altogether */
	{ TEN, "four five six seven eight nine ten one two three", 70 },
	{ TEN, "ten nine eight seven six five four three two one", 0 },
	/* of the longer one */
	{ TEN, TEN " " MORE, 58 },
	/* what is there twice is found by its neighbours */
	{ TEN " a b c d a b c d " MORE, TEN " a b c d a b c d " MORE, 100 },
	/* all of it is there twice, or at once; then edited in both */
	{ TEN " " TEN, TEN " " TEN, 100 },
	{ TEN " " TEN, TEN " " MORE " " TEN, 74 },
	{ TEN " " MORE " " TEN " " MORE,
	  "one two three four and five six seven eight nine ten " MORE
	  " one two three four five six seven nine ten " MORE, 97 },
	{ TEN " " TEN, TEN, 50 },
};

static void
test_shares(void)
{
	check_case("what is shared are words in order, of the longer text");
	for (size_t i = 0; i < sizeof(shares) / sizeof(*shares); i++) {
		struct answer answer = ask(shares[i].left, shares[i].right);
		struct answer back = ask(shares[i].right, shares[i].left);

		if (!CHECK_INT(answer.percent, shares[i].percent))
			printf("# %s\n", shares[i].right);
		CHECK_INT(back.percent, answer.percent);
		CHECK_INT(back.is_alike, answer.is_alike);
	}
}

/* Forty words in which %s are numbers, names or words. */
#define FORM "on the market in %s on a fine morning the price of rice was " \
	"%s and that of beans %s a bag, which the head of the office, %s, " \
	"and his deputy %s called fair for the season, and the buyers did " \
	"not quarrel"

static const struct {
	const char *what;
	const char *left[5], *right[5];
	bool is_alike;
} forms[] = {
	{ "other words",
	  { "town", "high", "low", "Marian Holt", "Peter Ash" },
	  { "general", "high", "fair", "Marian Holt", "Peter Ash" }, true },
	{ "one number of two",
	  { "town", "12", "30", "Marian Holt", "Peter Ash" },
	  { "town", "12", "31", "Marian Holt", "Peter Ash" }, true },
	{ "both numbers",
	  { "town", "12", "30", "Marian Holt", "Peter Ash" },
	  { "town", "14", "31", "Marian Holt", "Peter Ash" }, false },
	{ "nothing but the only number",
	  { "town", "12", "low", "Marian Holt", "Peter Ash" },
	  { "town", "14", "low", "Marian Holt", "Peter Ash" }, false },
	{ "the only number, and a word",
	  { "town", "12", "low", "Marian Holt", "Peter Ash" },
	  { "town", "14", "cheap", "Marian Holt", "Peter Ash" }, true },
	{ "two names of four",
	  { "town", "high", "low", "Marian Holt", "Peter Ash" },
	  { "town", "high", "low", "Lena Okafor", "Peter Ash" }, true },
	{ "all names",
	  { "town", "high", "low", "Marian Holt", "Peter Ash" },
	  { "town", "high", "low", "Lena Okafor", "Tom Wren" }, false },
};

/* Sixty words with six figures and a date. */
#define REPORT "Prices at the quay on %s: the cod went at %s a crate, the " \
	"herring at %s, the crab at %s and the mussels at %s, while %s boats " \
	"lay in and %s were still out. The fishers said that the %s had kept " \
	"them from the far banks, and that they would %s go there before the " \
	"moon was full, for the price of %s was what it was and the %s would " \
	"not wait."

static const struct {
	const char *what;
	const char *words[11];
	bool is_alike;
} reports[] = {
	{ "nothing", { "2024-03-01", "18", "20.5", "7", "31.400", "12", "30",
	  "wind", "not", "oil", "buyers" }, true },
	{ "the date", { "2023-04-02", "18", "20.5", "7", "31.400", "12", "30",
	  "wind", "not", "oil", "buyers" }, true },
	{ "one figure", { "2024-03-01", "17.8", "20.5", "7", "31.400", "12",
	  "30", "wind", "not", "oil", "buyers" }, true },
	{ "two figures", { "2024-03-01", "17.8", "20.5", "7", "31.600", "12",
	  "30", "wind", "not", "oil", "buyers" }, true },
	{ "three figures", { "2024-03-01", "17.8", "20.5", "7", "31.600", "14",
	  "30", "wind", "not", "oil", "buyers" }, false },
	{ "date, two figures, two words", { "2024-03-02", "17.8", "20.5", "7",
	  "31.600", "12", "30", "fog", "not", "bread", "buyers" }, false },
	{ "three figures, four words", { "2024-03-01", "17.8", "20.5", "7",
	  "31.600", "14", "30", "fog", "never", "bread", "cooks" }, true },
	{ "four figures of seven, four words", { "2024-03-01", "17.8", "20.5",
	  "7", "31.600", "14", "29", "fog", "never", "bread", "cooks" },
	  false },
};

static void
add_report(const char *const words[11], struct buf *out)
{
	buf_add_format(out, REPORT, words[0], words[1], words[2], words[3],
		words[4], words[5], words[6], words[7], words[8], words[9],
		words[10]);
}

static void
test_reports(void)
{
	struct buf left = BUF_INIT;

	check_case("a figure put right leaves a copy, new ones do not");
	add_report(reports[0].words, &left);
	for (size_t i = 0; i < sizeof(reports) / sizeof(*reports); i++) {
		struct buf right = BUF_INIT;
		struct answer answer;

		add_report(reports[i].words, &right);
		answer = ask(left.at, right.at);
		CHECK(answer.percent >= ALIKE_PERCENT);
		if (!CHECK_INT(answer.is_alike, reports[i].is_alike))
			printf("# %s: %u %%\n", reports[i].what,
				answer.percent);
		buf_release(&right);
	}
	buf_release(&left);
}

static void
add_form(const char *const words[5], struct buf *out)
{
	buf_add_format(out, FORM, words[0], words[1], words[2], words[3],
		words[4]);
}

static void
test_forms(void)
{
	check_case("other numbers or names make another article");
	for (size_t i = 0; i < sizeof(forms) / sizeof(*forms); i++) {
		struct buf left = BUF_INIT, right = BUF_INIT;
		struct answer answer;

		add_form(forms[i].left, &left);
		add_form(forms[i].right, &right);
		answer = ask(left.at, right.at);
		CHECK(answer.percent >= ALIKE_PERCENT);
		if (!CHECK_INT(answer.is_alike, forms[i].is_alike))
			printf("# %s: %u %%\n", forms[i].what, answer.percent);
		buf_release(&left);
		buf_release(&right);
	}
}

static void
add_words(struct buf *out, char letter, int count)
{
	for (int i = 0; i < count; i++)
		buf_add_format(out, "%c%c%c ", letter, 'a' + i / 26,
			'a' + i % 26);
}

static void
test_blocks(void)
{
	static const struct {
		int replaced, by;
		bool is_alike;
	} cases[] = {
		{ 0, 0, true }, { 12, 12, true }, { 17, 17, true },
		{ 17, 30, true }, { 18, 18, false }, { 30, 18, false },
		{ 0, 30, true }, { 30, 0, true },
	};

	check_case("a paragraph for another one makes another article");
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct buf left = BUF_INIT, right = BUF_INIT;
		struct answer answer;

		add_words(&left, 'x', 100);
		add_words(&right, 'x', 100);
		add_words(&left, 'y', cases[i].replaced);
		add_words(&right, 'z', cases[i].by);
		add_words(&left, 'w', 100);
		add_words(&right, 'w', 100);
		answer = ask(left.at, right.at);
		if (!CHECK_INT(answer.is_alike, cases[i].is_alike))
			printf("# %d words by %d\n", cases[i].replaced,
				cases[i].by);
		buf_release(&left);
		buf_release(&right);
	}
}

int
main(void)
{
	test_shares();
	test_forms();
	test_reports();
	test_blocks();
	return check_done();
}
