#include <config.h>

#include "layout/breaks.h"
#include "layout/tailor.h"
#include "layout/tailor_chars.h"
#include "layout/tailor_words.h"
#include "layout/tailor_words_table.h"
#include "../check.h"
#include "../random.h"
#include "lay.h"

/*
 * A bar stands where a line may end. Where only something that is too wide
 * may be cut a tilde stands for the blank before it, else a caret, or a back
 * quote where it had better be cut elsewhere.
 */
static const char *const english[] = {
	/* Words, and what has a full stop in it. */
	"one |two |three",
	"the |U.S. |law",
	"e.g. |this",
	"up |3.5% |now",
	"wait...what",
	"wait... |what",
	"wait~\u2026 |what",
	"wait\u2026|what |\u2026^now",
	/* A number and its unit. */
	"5~km |away",
	"5~km, |or |6~mi.",
	"5 ~kg |of |rice",
	"3.5~million |people",
	"in |25~% |of |them",
	"25~per~cent |of |them",
	"25~percent |of |them",
	"37~\u00B0C |today",
	"120~m\u00B2 |of |land",
	"120~km2 |of |land",
	"80~km/^h |winds",
	"10~a.m. |today",
	"10:30~PM |today",
	"9~January |2025",
	"10~000~000 |people",
	"2~000 |people",
	"in |2024 |500 |people",
	"$~5 |or |5~$",
	"5 |$10 |notes",
	"US$~5 |or |USD~5",
	"5 |men |and |6 |women",
	"1,000.50~USD |each",
	"No.~5 |and |No~6",
	"no |5 |of |them",
	"Fig.~2 |on |p.~7",
	"on |Jan.~9, |or |March~10",
	"they |may |5 |times",
	"#~5 |\u00A7~7",
	"No.^5 |v.^2",
	/* Names. */
	"Mr.~Fox |and |Mrs.~Fox",
	"Mr~Fox |and |Dr~Wu",
	"J.~R.~Fox |wrote",
	"J. |wrote",
	"the |U.S. |Senate",
	"St.~Paul |and |Mt.~Ross",
	"the |doctor. |He |said",
	"z.~B. |dies",
	"a |rope |of |5~ft. |He |had",
	"the |U.S.-|led |talks",
	/* Dashes, labels, hyphens, slashes. */
	"\u2013~said |he",
	"-~said |he",
	"\u2022~first |of |all",
	"1.~first |of |all",
	"a)~first |of |all",
	"one~\u2013 |two~\u2014 |three~- |four",
	"one^\u2014|two",
	"well-|known |e-^mail |Jay-^Z |T-^shirts",
	"F-16 |COVID-19",
	"10\u2013^15 |men",
	"the |London\u2013|Paris |train",
	"either/|neither |and/^or |km/^h",
	"24/7 |on |9/1/2025",
	"run |--^help |-^v",
	"hy\u00AD|phen\u00AD|ated",
	"zero\u200B|width",
	"C+^+ |and |5%^(net)",
	"(yes)^{no}",
	"What?|No!",
	"\u00AB~so~\u00BB |she |said",
	"\u201Cso\u201D |she~\u201D |said",
	/* A bracket behind what is quoted. */
	"\"so\" |(she |said)",
	"\u201Cso\u201D |(she) |and |\u2018so\u2019 |[sic]",
	"\u201Eso\u201C |(she) |and |\u00BBso\u00AB |(he)",
	"\u00AB~so~\u00BB |(she)",
	"\u201C (she) |said",
	/* Links. */
	"see |https://example`.com/^one/^two^?a^=b^&c^=d^#e |now",
	"see |(https://example`.com/^one`-two), |or",
	"\u201Chttp://a`.example`.org/^b.\u201D |or",
	"www`.example`.com |is |up",
	"write |to |first`.last^@example`.com, |or",
	"at |mail`-me`.org |or |my`-site`.co`.uk |there",
	"/usr/^share/^doc |is |a |path",
	"example`.org/^a/^b |is |no |path",
	"half-|sentence.But |no |host",
	"a/^b |is |none",
};

static const char *const vietnamese[] = {
	"m\u1ED9t |hai |ba",
	"ng\u01B0\u1EDDi |Vi\u1EC7t |Nam",
	"3,5~t\u1EF7 |\u0111\u1ED3ng",
	"20~tri\u1EC7u |ng\u01B0\u1EDDi",
	"20~TRI\u1EC6U |NG\u01AF\u1EDCI",
	"50.000~\u0111\u1ED3ng |m\u1ED7i |ng\u00E0y",
	"50.000~\u0110\u1ED2NG |m\u1ED7i |ng\u00E0y",
	"t\u0103ng |10~ph\u1EA7n~tr\u0103m |n\u0103m |nay",
	"l\u00FAc |15~gi\u1EDD |30~ph\u00FAt",
	"c\u00E1ch |\u0111\u00F3 |5~km",
	"TP.~H\u1ED3 |Ch\u00ED |Minh",
	"TP~H\u1ED3 |Ch\u00ED |Minh",
	"TP.HCM |h\u00F4m |nay",
	"Q.~B\u00ECnh |Th\u1EA1nh",
	"GS.~Nguy\u1EC5n |V\u0103n |A",
	"ThS~\u0110\u1ED7 |V\u0103n |B",
	"NS\u01AFT.~L\u00EA |C",
	"Th\u1ECB |tr\u1EA5n |H\u00E0 |Nam",
	"ng\u00E0y |9 |th\u00E1ng |1",
	"ng\u00E0y |9/1/2025 |v\u00E0",
	"gi\u00E1 |1.200~USD/|t\u1EA5n",
	"\u2013~Anh |n\u00F3i",
	"30\u2013^40~\u0111\u1ED9",
};

static const char *const arabic[] = {
	"\u0643\u062A\u0628 |\u0643\u062A\u0628",
	/* And, standing alone. */
	"\u0648~\u0643\u062A\u0628 |\u0648\u0643\u062A\u0628",
	"\u0643\u062A\u0628 |\u0648~\u0642\u0627\u0644",
	"\u062F\u0644\u0648 |\u0643\u0628\u064A\u0631",
	/* Kilometres, millions, in the hundred. */
	"5~\u0643\u0645 |\u0645\u0646",
	"\u0665~\u0643\u0645 |\u0645\u0646",
	"25~\u0645\u0644\u064A\u0648\u0646 |\u0634\u062E\u0635",
	"\u0662\u0665~\u0645\u0644\u064A\u0627\u0631 |\u062F\u0648\u0644",
	"25~\u0641\u064A~\u0627\u0644\u0645\u0626\u0629 |\u0645\u0646",
	"25 |\u0641\u064A |\u0627\u0644\u0628\u064A\u062A",
	"25~% |\u0645\u0646",
	"\u0662\u0665~\u066A |\u0645\u0646",
	"9~\u064A\u0646\u0627\u064A\u0631 |2025",
	"10\u060C000 |\u0645\u0646",
	/* Doctor, and engineer, with one letter. */
	"\u062F.~\u0645\u062D\u0645\u062F |\u0642\u0627\u0644",
	"\u0642\u0627\u0644. |\u0645\u062D\u0645\u062F",
	"\u0631\u0642\u0645~5 |\u0647\u0646\u0627",
	"\u0646\u0639\u0645\u061F|\u0644\u0627",
	"\u00AB\u0646\u0639\u0645\u00BB |\u0644\u0627",
	/* Latin inside. */
	"\u0645\u0646 |New |York |5~km",
	"\u0645\u0646 |https://example`.com/^a |\u0647\u0646\u0627",
	/* Persian: per cent, thousand, a word with a non-joiner. */
	"\u06F2\u06F5~\u062F\u0631\u0635\u062F |\u0627\u0632",
	"\u06F2\u06F5~\u0647\u0632\u0627\u0631 |\u062A\u0648\u0645\u0627\u0646",
	"\u06F1\u06F2~\u06A9\u06CC\u0644\u0648\u0645\u062A\u0631 |\u0627\u0632",
	"\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645 |\u0628\u0631",
	"\u06F1\u066B\u06F5~\u0645\u06CC\u0644\u06CC\u0648\u0646 |\u0646",
};

static const char *const others[] = {
	/* Thai: ko kai, mai ek ...; "Thailand", "I love". */
	"\u0E1B\u0E23\u0E30^\u0E40\u0E17\u0E28",
	"\u0E1B\u0E23\u0E30^\u0E40\u0E17\u0E28^\u0E44\u0E17\u0E22",
	"\u0E44\u0E17\u0E22^\u0E23\u0E31\u0E01",
	"\u0E01\u0E32^\u0E01\u0E32^\u0E01\u0E32^\u0E01\u0E32\u0E01",
	"\u0E01\u0E31\u0E1A^\u0E01\u0E31\u0E1A^\u0E01\u0E31\u0E1A",
	"\u0E44\u0E1B^\u0E44\u0E1B^\u0E44\u0E1B^\u0E44\u0E1B",
	"\u0E01\u0E32 |\u0E01\u0E32 |\u0E44\u0E1B",
	"\u0E01\u0E32\u200B|\u0E44\u0E1B",
	/* The signs of repetition and of abbreviation, but "and so on". */
	"\u0E40\u0E23\u0E47\u0E27~\u0E46 |\u0E44\u0E1B",
	"\u0E44\u0E1B\u200B^\u0E46\u200B|\u0E44\u0E1B",
	"\u201C\u0E44\u0E1B\u201D~\u0E46 |\u0E44\u0E1B",
	"\u0E01\u0E32^\u0E44\u0E1B\u0E46^\u0E44\u0E1B\u0E2F",
	"\u0E01\u0E32~\u0E2F |\u0E44\u0E1B |\u0E2F\u0E25\u0E2F",
	/* A word that begins with a quotation mark. */
	"\u201C\u0E01\u0E32^\u0E44\u0E1B\u201D",
	"(\u201C\u0E01\u0E32^\u0E44\u0E1B\u201D)",
	"5~kg |\u0E44\u0E1B",
	/* Lao, Khmer, Myanmar. */
	"\u0E9B\u0EB0^\u0EC0\u0E97\u0E94^\u0EA5\u0EB2\u0EA7",
	"\u1781\u17D2\u1798\u17C2\u179A^\u1797\u17B6^\u179F\u17B6",
	"\u1019\u103C\u1014\u103A^\u1019\u102C^\u1005\u102C^\u1015\u1031",
	/* Hindi, Bengali, Tamil: what a virama joins stays together. */
	"\u0935^\u0930\u094D\u0937\u094B\u0902 |\u0915\u0940",
	"\u0939\u093F^\u0928\u094D\u0926\u0940",
	"\u0995^\u09B0\u09CD\u09AE",
	"\u0B95^\u0BB2\u0BCD^\u0BB5\u0BBF",
	/* Chinese. */
	"\u4F60|\u597D\uFF0C|\u4E16|\u754C\u3002",
	"\u4F60^\u2026\u2026|\u597D",
	"\u4F60|\u2014\u2014|\u597D",
	"\u300A\u4F60|\u597D\u300B|\u5417\uFF1F",
	"\u5728|2025^\u5E74|9^\u6708|1^\u65E5",
	"\u5728|\uFF12^\uFF10^\uFF12^\uFF15^\u5E74|\u5417",
	"\u7B2C^5|\u5C42",
	"\u5317|\u4EAC|2024|\u6E2F",
	"\u770B|https://example`.com/^a|\u5417",
	"\u4F60 |\u597D",
	/* Quotation marks among wide characters. */
	"\u4ED6|\u8BF4|\u201C\u4F60|\u597D\u201D|\u5417\uFF1F",
	"\u8BF4\uFF1A|\u201C\u300A\u4F60\u300B\u3002\u201D|\u5417",
	"\u4F60|\u2018\u597D\u2019|\uFF08\u4F60\uFF09",
	"\u300C\u201C\u4F60\u201D\u300D|\u597D",
	"\u4F60\u201Cok\u201D\u597D",
	/* Japanese: small kana, the long sound, iteration. */
	"\u304D\u3083|\u304F",
	"\u30CB\u30E5\u30FC|\u30B9",
	"\u4EBA\u3005|\u306F",
	"\u300C\u306F|\u3044\u300D|\u3068",
	"\u6771|\u4EAC|\uFF08\u90FD\uFF09|\u306F",
	"\uFF2E^\uFF28^\uFF2B|\u306F",
	"\u3042\u30FB|\u3044",
	"3^\u6642|30^\u5206",
	/* Korean. */
	"2025^\uB144 |9^\uC6D4",
	"\uD55C|\uAD6D|\uC5B4 |\uB9D0",
	"\uC81C^5|\uACFC",
	"\uC77C |(\uB2E4)",
	/* Russian, French, Hebrew. */
	"5~\u043A\u043C |\u043E\u0442",
	"5~\u041A\u041C |\u041E\u0422",
	"\u2116~5 |\u0438",
	"\u0410.~\u0421.~\u041F\u0443\u0448\u043A\u0438\u043D",
	"\u0441\u043B\u043E\u0432\u043E~\u2014 |\u0434\u0435\u043B\u043E",
	"M.~Blanc |et |Mme~Blanc",
	"5~\u05E7\u05F4\u05DE |\u05DE",
	"\u05D1\u05D9\u05EA\u05BE\u05E1\u05E4\u05E8",
	/* Emoji and flags. */
	"a |\U0001F600|\U0001F600 |b",
	"\U0001F1FB\U0001F1F3|\U0001F1EB\U0001F1F7",
	/* Nothing. */
	"",
	" |a",
	"a ",
	"   |a   ",
};

static void
test_breaks(const char *marked)
{
	uint32_t cps[LAY_CPS_MAX], bare[LAY_CPS_MAX] = { 0 };
	uint8_t breaks[LAY_CPS_MAX];
	size_t count = lay_decode(marked, cps), nbare = 0;
	struct buf got = BUF_INIT;
	char bytes[UTF8_BYTES_MAX];

	for (size_t i = 0; i < count; i++) {
		if (cps[i] != '|' && cps[i] != '^' && cps[i] != '`')
			bare[nbare++] = cps[i] == '~' ? ' ' : cps[i];
	}
	breaks_find(bare, nbare, breaks);
	tailor_breaks(bare, nbare, nbare, breaks);
	for (size_t i = 0; i < nbare; i++) {
		if (breaks[i] == LINE_BREAK_CUT && bare[i - 1] == ' ')
			got.at[got.nbytes - 1] = '~';
		else if (breaks[i] != LINE_BREAK_NO)
			buf_add_byte(&got, breaks[i] == LINE_BREAK_MAY ? '|'
				: breaks[i] == LINE_BREAK_CUT ? '^' : '`');
		buf_add(&got, bytes, utf8_encode(bare[i], bytes));
	}
	CHECK_STR(got.at, marked);
	buf_release(&got);
}

#define TEST_ALL(name) do { \
	check_case("tailoring, " #name); \
	for (size_t i = 0; i < sizeof(name) / sizeof(*name); i++) \
		test_breaks(name[i]); \
} while (0)

/* Whether tailoring may let a line end before character I: at quotes. */
static bool
is_at_quote(const uint32_t *cps, size_t i)
{
	return cps[i] == '(' || cps[i] == 0x201C || cps[i - 1] == 0x201D;
}

/* Any text: breaks are taken away or become cuts, none is put in a word. */
static void
test_random(void)
{
	static const uint32_t samples[] = {
		0x201C, 0x201D, 0x0915, 0x094D,
		'a', 'B', 'm', '5', ' ', ' ', '.', '/', '-', '@', ':', '%',
		'$', '(', ')', '?', 0xAB, 0xBB, 0x1EC7, 0x0301, 0x0648, 0x0643,
		0x0E01, 0x0E40, 0x0E32, 0x0E31, 0x1000, 0x1039, 0x103A,
		0x1780, 0x17D2, 0x2013, 0x2014, 0x2026, 0x4E00, 0x5E74,
		0xAC00, 0xFF11, 0x1F600, 0x200B, 0xAD, 0x3000,
	};
	uint64_t seed = 3;

	check_case("tailoring, random text");
	for (int i = 0; i < 20000; i++) {
		uint32_t cps[64];
		uint8_t before[64], after[64];
		size_t count = 1 + random_next(&seed) % 63;

		for (size_t k = 0; k < count; k++)
			cps[k] = samples[random_next(&seed)
				% (sizeof(samples) / sizeof(*samples))];
		breaks_find(cps, count, before);
		memcpy(after, before, count);
		tailor_breaks(cps, count, count, after);
		CHECK(after[0] == LINE_BREAK_NO);
		for (size_t k = 1; k < count; k++)
			CHECK(after[k] == LINE_BREAK_NO
				|| after[k] == LINE_BREAK_CUT
				|| after[k] == LINE_BREAK_LATE
				|| (after[k] == LINE_BREAK_MAY
				&& (before[k] == LINE_BREAK_MAY
				|| is_at_quote(cps, k))));
	}
}

/* Every break may be one in a link: a long text must not take for ever. */
static void
test_long(void)
{
	static uint32_t cps[200000];
	static uint8_t breaks[200000];
	static const char *const patterns[] = {
		"a-b-", "a/", "http", "....", "@a.", "\u0E01", "5 ", "? ", "-",
		" \u3000",
	};
	const size_t count = sizeof(cps) / sizeof(*cps);

	check_case("tailoring, words without end");
	for (size_t i = 0; i < sizeof(patterns) / sizeof(*patterns); i++) {
		uint32_t some[8];
		size_t nsome = lay_decode(patterns[i], some);

		for (size_t k = 0; k < count; k++)
			cps[k] = some[k % nsome];
		breaks_find(cps, count, breaks);
		tailor_breaks(cps, count, count, breaks);
		CHECK(breaks[0] == LINE_BREAK_NO);
	}
}

/* Whoever asks for some breaks has no room for more. */
static void
test_some(void)
{
	static const char link[] = "www.lighthouse.example/"
		"\u0E01\u0E32\u0E01\u0E32\u0E01\u0E32\u0E01\u0E32";
	uint32_t cps[LAY_CPS_MAX];
	uint8_t breaks[LAY_CPS_MAX];
	size_t count = lay_decode(link, cps);

	check_case("tailoring, as far as there are breaks");
	for (size_t some = 1; some <= count; some++) {
		memset(breaks, 0xFF, sizeof(breaks));
		breaks_find(cps, some, breaks);
		tailor_breaks(cps, count, some, breaks);
		for (size_t i = 0; i < count; i++)
			CHECK((breaks[i] == 0xFF) == (i >= some));
	}
}

/* What looking a word up relies on. */
static void
test_words(void)
{
	check_case("the words are sorted and in lower case");
	for (enum word_list list = 0; list < WORDS_COUNT; list++) {
		for (size_t i = 0; i < word_lists[list].count; i++) {
			const char *word = word_lists[list].at[i];
			uint32_t cps[LAY_CPS_MAX];
			size_t count = lay_decode(word, cps);

			for (size_t k = 0; k < count; k++)
				CHECK_INT(char_lower(cps[k]), cps[k]);
			CHECK(i == 0 || strcmp(word_lists[list].at[i - 1],
				word) < 0);
			if (!CHECK(words_have(list, cps, count)))
				printf("# %s\n", word);
		}
	}
}

int
main(void)
{
	TEST_ALL(english);
	TEST_ALL(vietnamese);
	TEST_ALL(arabic);
	TEST_ALL(others);
	test_random();
	test_some();
	test_long();
	test_words();
	return check_done();
}
