#include <config.h>

#include <stdlib.h>

#include "base/buf.h"
#include "base/vec.h"
#include "search/match.h"
#include "search/query.h"

#include "../check.h"
#include "text-article.h"

/*
 * Places are written as the matched text in [brackets], those that are as
 * typed in {braces}.
 */
struct match_case {
	const char *query;
	const char *text;
	const char *want;	/* NULL: TEXT as it is, no match */
};

static const struct match_case cases[] = {
	/* As typed and folded. */
	{ "caracas", "In CARACAS, caracas.", "In {CARACAS}, {caracas}." },
	{ "nuoc", "nước và nuoc", "[nước] và {nuoc}" },
	{ "nước", "nuoc, Nước", "nuoc, {Nước}" },
	{ "tô", "tổng to", "[tổ]ng to" },
	{ "tông", "tổng tong", "[tổng] tong" },
	{ "tổng", "tông tộng Tổng", "tông tộng {Tổng}" },
	{ "bán", "bàn bán ban", "bàn {bán} ban" },
	{ "bản", "bàn", NULL },
	{ "đường", "Dương", NULL },
	{ "đường", "Đường đương duong", "{Đường} đương duong" },
	{ "duong", "Thái Bình Dương, đường", "Thái Bình [Dương], [đường]" },
	{ "ố", "hổ họ hồ hô hố", "hổ họ hồ hô h{ố}" },
	{ "ư", "u ù ũ ứ", "u ù ũ [ứ]" },
	{ "é", "e è é É", "e è {é} {É}" },
	{ "ñ", "ano año", "ano a{ñ}o" },
	{ "ll", "Łódź ll", "Łódź {ll}" },
	{ "łódź", "lodz Łódź Łodz", "lodz {Łódź} Łodz" },
	/* Tones are those of the syllable. */
	{ "hoà", "hòa hoà hoa hoá", "[hòa] {hoà} hoa hoá" },
	{ "hòa", "hòa hoà hoa hóa", "{hòa} [hoà] hoa hóa" },
	{ "thủy", "thuỷ, thúy", "[thuỷ], thúy" },
	{ "thuỷ", "Thủy", "[Thủy]" },
	{ "\"hoà bình\"", "hòa bình, hoa bình, hòa binh",
	  "[hòa bình], hoa bình, hòa binh" },
	{ "hò", "hoà", "[ho]à" },
	{ "hoà", "hoa à", NULL },
	{ "hoà", "hoa-à", NULL },
	/* Composed or not. */
	{ "Nguye\u0302\u0303n", "NGUYỄN", "{NGUYỄN}" },
	{ "Nguyễn", "Nguye\u0302\u0303n", "{Nguye\u0302\u0303n}" },
	{ "nguyen", "Nguye\u0302\u0303n.", "[Nguye\u0302\u0303n]." },
	{ "nguyên", "Nguye\u0302\u0303n", "[Nguye\u0302\u0303n]" },
	{ "nguyẽn", "nguyê\u0303n", "[nguyê\u0303n]" },
	{ "ho\u01B0\u0301ng", "hu\u031Bong", NULL },
	{ "đ\u01B0ơ\u0300ng", "đường", "{đường}" },
	/* Unicode section 5, equal. */
	{ "da nang", "Đà Nẵng", "[Đà] [Nẵng]" },
	{ "\"da nang\"", "Đà Nẵng", "[Đà Nẵng]" },
	{ "STRASSE", "Straße", "{Straße}" },
	{ "straße", "STRASSE", "{STRASSE}" },
	{ "file", "\uFB01le", "{\uFB01le}" },
	{ "tokyo", "Ｔｏｋｙｏ", "[Ｔｏｋｙｏ]" },
	{ "lodz", "Łódź", "[Łódź]" },
	{ "istanbul", "İstanbul", "[İstanbul]" },
	{ "محمد", "مُحَمَّد", "[مُحَمَّد]" },
	{ "مُحَمَّد", "محمد", "[محمد]" },
	{ "محمد", "محـــمد", "[محـــمد]" },
	{ "احمد", "أحمد", "[أحمد]" },
	{ "أحمد", "احمد", "[احمد]" },
	{ "أحمد", "ا\u0654حمد", "{ا\u0654حمد}" },
	{ "اسلام", "إسلام", "[إسلام]" },
	{ "اسيا", "آسيا", "[آسيا]" },
	{ "الحمد", "ٱلحمد", "[ٱلحمد]" },
	{ "فاطمه", "فاطمة", "[فاطمة]" },
	{ "علي", "على", "[على]" },
	{ "مستشفي", "مستشفى", "[مستشفى]" },
	{ "كتاب", "کتاب", "[کتاب]" },
	{ "ايران", "ایران", "[ایران]" },
	{ "موتمر", "مؤتمر", "[مؤتمر]" },
	{ "رييس", "رئيس", "[رئيس]" },
	{ "لا", "\uFEFB", "[\uFEFB]" },
	{ "لان", "\uFEF7ن", "[\uFEF7ن]" },
	{ "محمد", "\uFEE3\uFEA4\uFEE4\uFEAA",
	  "[\uFEE3\uFEA4\uFEE4\uFEAA]" },
	{ "2024", "٢٠٢٤ ۲۰۲۴ 2024", "[٢٠٢٤] [۲۰۲۴] {2024}" },
	{ "۲۰۲۴", "2024", "[2024]" },
	{ "ميخواهم", "می\u200Cخواهم", "[می\u200Cخواهم]" },
	{ "هذا", "هٰذا", "[هٰذا]" },
	{ "الله", "\uFDF2", "[\uFDF2]" },
	{ "قران", "قرآن", "[قرآن]" },
	{ "محمد", "مح\u200Fمد", "[مح\u200Fمد]" },
	{ "خانه", "خانهٔ", "[خانهٔ]" },
	{ "ه", "ۀ", "[ۀ]" },
	/* Unequal. */
	{ "محمد", "احمد", NULL },
	{ "علم", "عالم", NULL },
	{ "كتب", "كتاب", NULL },
	{ "سوريا", "سورية", NULL },
	{ "حر", "خر", NULL },
	{ "صيف", "سيف", NULL },
	{ "ضل", "ظل", NULL },
	{ "تين", "طين", NULL },
	{ "ذهب", "زهب", NULL },
	{ "قلب", "كلب", NULL },
	{ "سماء", "سما", NULL },
	{ "عمان", "امان", NULL },
	{ "hanoi", "ha noi", NULL },
	{ "2024", "2023", NULL },
	{ "đa", "ta", NULL },
	/* Substrings: clitics, compounds, parts of a letter. */
	{ "فنزويلا", "لفنزويلا", "ل{فنزويلا}" },
	{ "امريكيه", "الأمريكية", "ال[أمريكية]" },
	{ "e", "æsc", "[æ]sc" },
	{ "ra a e", "ræ", "[ræ]" },
	{ "aa", "aaaaa", "{aa}{aa}a" },
	/* Phrases, blanks, line ends. */
	{ "\"tổng thống\"", "Tổng\n thống, tổng số thống",
	  "{Tổng\n thống}, tổng số thống" },
	{ "\"a  b\"", "a\u00A0b a \t b", "{a\u00A0b} {a \t b}" },
	{ "tổng thống", "Tổng thống", "{Tổng} {thống}" },
	{ "\"it's\"", "it\u2019s it's", "[it\u2019s] {it's}" },
	/* Several terms: the longest has the place. */
	{ "tong tongthong", "tongthong tong", "{tongthong} {tong}" },
	{ "abc bcde", "abcde abc", "a{bcde} {abc}" },
	{ "nuoc nước", "nuoc nước", "{nuoc} {nước}" },
	/* What is excluded is not shown. */
	{ "ab -cd", "ab cd", "{ab} cd" },
	{ "", "abc", NULL },
	{ "-", "a-b", NULL },
	{ "abc", "", NULL },
	{ "á", "áááá", "{á}{á}{á}{á}" },
	/* Other scripts lose their marks and keep no tones. */
	{ "Ελλάδα", "ελλαδα", "[ελλαδα]" },
	{ "йод", "иод", "[иод]" },
	{ "กำ", "ทำกำ", "ทำ{กำ}" },
	{ "東京", "東京都", "{東京}都" },
};

static bool
matches_text(const char *typed, const char *text, size_t nbytes)
{
	struct query *query = query_new(typed, strlen(typed));
	struct text_article ta;
	bool result;

	text_article_init(&ta, text, nbytes);
	result = match_article(query, &ta.article);
	buf_release(&ta.folded);
	query_free(query);
	return result;
}

/* TEXT with its matches in brackets. */
static void
add_marked_up(struct buf *out, const struct query *query, const char *text,
	size_t nbytes)
{
	struct match_vec matches = { 0 };
	size_t off = 0;

	match_find(query, text, nbytes, &matches);
	for (size_t i = 0; i < matches.count; i++) {
		const struct match *m = &matches.at[i];
		bool is_exact = m->rung == RUNG_EXACT;

		if (!CHECK(m->span.start >= off && m->span.end <= nbytes))
			break;
		buf_add(out, text + off, m->span.start - off);
		buf_add_byte(out, is_exact ? '{' : '[');
		buf_add(out, text + m->span.start, span_nbytes(m->span));
		buf_add_byte(out, is_exact ? '}' : ']');
		off = m->span.end;
	}
	buf_add(out, text + off, nbytes - off);
	VEC_RELEASE(&matches);
}

static void
run_case(const struct match_case *c)
{
	struct query *query = query_new(c->query, strlen(c->query));
	struct buf got = BUF_INIT;

	add_marked_up(&got, query, c->text, strlen(c->text));
	CHECK_STR(got.at, c->want != NULL ? c->want : c->text);
	/* Nothing is found where an article does not match, and vice versa. */
	if (strchr(c->query, ' ') == NULL && *c->query != '-')
		CHECK_INT(matches_text(c->query, c->text, strlen(c->text)),
			c->want != NULL);
	buf_release(&got);
	query_free(query);
}

/* Words of other scripts that are one, whichever is typed. */
static const char *const same[][2] = {
	{ "مُحَمَّد", "محمد" }, { "محـــمد", "محمد" }, { "أحمد", "احمد" },
	{ "أحمد", "ا\u0654حمد" }, { "إسلام", "اسلام" }, { "آسيا", "اسيا" },
	{ "ٱلحمد", "الحمد" }, { "فاطمة", "فاطمه" }, { "على", "علي" },
	{ "مستشفى", "مستشفي" }, { "کتاب", "كتاب" }, { "ایران", "ايران" },
	{ "مؤتمر", "موتمر" }, { "رئيس", "رييس" }, { "\uFEFB", "لا" },
	{ "\uFEF7ن", "لان" }, { "\uFEE3\uFEA4\uFEE4\uFEAA", "محمد" },
	{ "٢٠٢٤", "۲۰۲۴" }, { "٢٠٢٤", "2024" }, { "هٰذا", "هذا" },
	{ "می\u200Cخواهم", "ميخواهم" }, { "\uFDF2", "الله" },
	{ "قرآن", "قران" }, { "مح\u200Fمد", "محمد" }, { "خانهٔ", "خانه" },
	{ "ۀ", "ه" }, { "Ελλάδα", "ΕΛΛΑΔΑ" }, { "йод", "ИОД" },
};

static void
test_same(void)
{
	check_case("what is one word is found both ways");
	for (size_t i = 0; i < sizeof(same) / sizeof(same[0]); i++) {
		const char *a = same[i][0], *b = same[i][1];

		if (!CHECK(matches_text(a, b, strlen(b)))
		    || !CHECK(matches_text(b, a, strlen(a))))
			printf("#   %s, %s\n", a, b);
	}
}

struct article_case {
	const char *query;
	const char *text;
	bool want;
};

static const struct article_case article_cases[] = {
	{ "", "abc", false },
	{ "   ", "abc", false },
	{ "-", "abc", false },
	{ "abc", "", false },
	{ "abc de", "de abc", true },
	{ "abc de", "d e abc", false },
	{ "abc -de", "abc", true },
	{ "abc -de", "abc de", false },
	{ "-de", "abc", true },
	{ "-de", "ade", false },
	{ "-nước", "nuoc", true },
	{ "-nước", "Nước", false },
	{ "nuoc -nước", "nuoc nước", false },
	{ "a -\"b c\"", "a b\nc", false },
	{ "a -\"b c\"", "a c b", true },
};

static void
test_articles(void)
{
	check_case("an article has every term and none that is excluded");
	for (size_t i = 0;
	     i < sizeof(article_cases) / sizeof(article_cases[0]); i++) {
		const struct article_case *c = &article_cases[i];

		if (!CHECK_INT(matches_text(c->query, c->text,
			strlen(c->text)), c->want))
			printf("#   \"%s\" in \"%s\"\n", c->query, c->text);
	}
}

static enum rung
rung_in(const char *typed, const char *text)
{
	struct query *query = query_new(typed, strlen(typed));
	struct match_vec matches = { 0 };
	enum rung rung;

	match_find(query, text, strlen(text), &matches);
	rung = match_best_rung(&matches);
	VEC_RELEASE(&matches);
	query_free(query);
	return rung;
}

static void
test_rungs(void)
{
	check_case("the rung is the worst of the terms' best");
	CHECK_INT(rung_in("nuoc", "nước, nuoc"), RUNG_EXACT);
	CHECK_INT(rung_in("nuoc", "nước"), RUNG_FOLDED);
	CHECK_INT(rung_in("nuoc ban", "nuoc, ban, nước"), RUNG_EXACT);
	CHECK_INT(rung_in("nuoc ban", "nuoc, bàn"), RUNG_FOLDED);
	CHECK_INT(rung_in("nuoc", ""), RUNG_EXACT);
	CHECK_STR(rung_name(RUNG_EXACT), "exact");
	CHECK_STR(rung_name(RUNG_FOLDED), "folded");
}

static void
test_large(void)
{
	struct buf text = BUF_INIT, typed = BUF_INIT;

	check_case("one endless word and a long query are no trouble");
	for (int i = 0; i < 300000; i++)
		buf_add_string(&text, i % 3 == 0 ? "à" : "a");
	CHECK(!matches_text("áb", text.at, text.nbytes));
	CHECK(!matches_text("á", text.at, text.nbytes));
	CHECK(matches_text("a", text.at, text.nbytes));
	for (int i = 0; i < 10000; i++)
		buf_add_string(&typed, "aà");
	CHECK(matches_text(typed.at, text.at, text.nbytes));
	buf_reset(&typed);
	for (int i = 0; i < 1000; i++)
		buf_add_format(&typed, "à%d ", i);
	CHECK(!matches_text(typed.at, text.at, text.nbytes));
	buf_release(&text);
	buf_release(&typed);
}

struct seed_case {
	const char *query;
	const char *want;	/* seeds that match, a digit each */
	const char *marked_up;	/* stands in what is shown of the last one */
};

static const struct seed_case seed_cases[] = {
	{ "tong thong", "01", "[Tổng] [thống]" },
	{ "Tổng thống", "01", "{Tổng} {thống}" },
	{ "\"tong thong\"", "01", "[Tổng thống]" },
	{ "duong", "1", "Bình [Dương]" },
	{ "đường", "", NULL },
	{ "فنزويلا", "4", " ل{فنزويلا} " },
	{ "امريكيه", "4", "ال[أمريكية]" },
};

/* The text of seed NUMBER; empty where there is none. */
static struct buf
read_seed(int number)
{
	static const char *const names[] = {
		"000_f2a68ccafaa535d0", "001_cf4a11925a203e29",
		"002_d5c99eaa5b5a9168", "003_a606918fc4d8ba1d",
		"004_c12e95b78a65ce1c",
	};
	const char *srcdir = getenv("srcdir");
	struct buf path = BUF_INIT, text = BUF_INIT;
	FILE *file;

	buf_add_format(&path, "%s/../shared/seeds/%s.txt",
		srcdir != NULL ? srcdir : ".", names[number]);
	file = fopen(path.at, "r");
	buf_release(&path);
	if (file == NULL)
		return text;
	buf_reserve(&text, 1 << 20);
	text.nbytes = fread(text.at, 1, 1 << 20, file);
	fclose(file);
	return text;
}

static void
run_seed_case(const struct seed_case *c, const struct buf seeds[5])
{
	struct query *query = query_new(c->query, strlen(c->query));
	struct buf found = BUF_INIT, shown = BUF_INIT;

	for (int i = 0; i < 5; i++) {
		if (!matches_text(c->query, seeds[i].at, seeds[i].nbytes))
			continue;
		buf_add_format(&found, "%d", i);
		buf_reset(&shown);
		add_marked_up(&shown, query, seeds[i].at, seeds[i].nbytes);
	}
	CHECK_STR(found.at, c->want);
	if (c->marked_up != NULL
	    && !CHECK(strstr(shown.at, c->marked_up) != NULL))
		printf("#   %s\n", c->query);
	buf_release(&found);
	buf_release(&shown);
	query_free(query);
}

static void
test_seeds(void)
{
	struct buf seeds[5];
	bool are_there = true;

	for (int i = 0; i < 5; i++) {
		seeds[i] = read_seed(i);
		are_there &= seeds[i].nbytes > 0;
	}
	check_case(are_there ? "the sample articles"
		: "the sample articles # SKIP ../shared/seeds is not here");
	for (size_t i = 0;
	     i < sizeof(seed_cases) / sizeof(seed_cases[0]) && are_there; i++)
		run_seed_case(&seed_cases[i], seeds);
	for (int i = 0; i < 5; i++)
		buf_release(&seeds[i]);
}

int
main(void)
{
	check_case("places in texts");
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		run_case(&cases[i]);
	test_same();
	test_articles();
	test_rungs();
	test_seeds();
	test_large();
	return check_done();
}
