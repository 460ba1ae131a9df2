#include <config.h>

#include "text/fold.h"

#include <stdbool.h>
#include <stdlib.h>

#include <uninorm.h>

#include "base/buf.h"
#include "text/fold_table.h"
#include "text/utf8.h"

#include "../check.h"
#include "../tools/fold-rules.h"

/* Each row folds to one thing; the last is what it is. */
static const char *const equal[][4] = {
	{ "Đà Nẵng", "da nang" },
	{ "Nguye\u0302\u0303n", "Nguyễn", "nguyen" },
	{ "hoà", "hòa", "hoa" },
	{ "Thuỷ", "Thủy", "thuy" },
	{ "đường", "duong" },
	{ "Straße", "STRASSE", "strasse" },
	{ "ﬁle", "file" },
	{ "Ｔｏｋｙｏ", "tokyo" },
	{ "Łódź", "lodz" },
	{ "İstanbul", "istanbul" },
	{ "مُحَمَّد", "محـــمد", "محمد" },
	{ "أحمد", "ا\u0654حمد", "احمد" },
	{ "إسلام", "اسلام" },
	{ "آسيا", "اسيا" },
	{ "ٱلحمد", "الحمد" },
	{ "فاطمة", "فاطمه" },
	{ "على", "علي" },
	{ "مستشفى", "مستشفي" },
	{ "کتاب", "كتاب" },
	{ "ایران", "ايران" },
	{ "مؤتمر", "موتمر" },
	{ "رئيس", "رييس" },
	{ "ﻻ", "لا" },
	{ "ﻷن", "لان" },
	{ "ﻣﺤﻤﺪ", "محمد" },
	{ "٢٠٢٤", "۲۰۲۴", "2024" },
	{ "می\u200Cخواهم", "ميخواهم" },
	{ "هٰذا", "هذا" },
	{ "ﷲ", "الله" },
	{ "قرآن", "قران" },
	{ "مح\u200Fمد", "محمد" },
	{ "خانهٔ", "خانه" },
	{ "ۀ", "ه" },
	/* Beyond the list: letters. */
	{ "Ðặng", "Đặng", "dang" },
	{ "Æsir œuvre Øre Þór ħ ı", "aesir oeuvre ore thor h i" },
	{ "ЁЛКА", "елка" },
	{ "Ἀθῆναι", "ΑΘΗΝΑΙ", "αθηναι" },
	{ "ΛΟΓΟΣ", "λογος", "λογοσ" },
	{ "שָׁלוֹם", "שלום" },
	{ "ﯾﮑﯽ", "یکی", "يكي" },
	{ "ٳ", "اٟ", "ا" },
	{ "ـ", "" },
	{ "co\u00ADop", "coop" },
	/* Digits, marks of numbers. */
	{ "१२३", "123" },
	{ "٣٫٥", "3.5" },
	{ "١٬٠٠٠", "1000" },
	{ "x²", "x2" },
	/* Blanks, quotes, dashes. */
	{ " a \t\n b\u00A0c\u3000", " a b c " },
	{ "“it’s” – ‘so’ — „x‟", "\"it's\" - 'so' - \"x\"" },
	{ "Wait…", "wait..." },
	/* Marks stay where they make another letter, or no letter at all. */
	{ "हिन्दी", "हिन्दी" },
	{ "ไทย", "ไทย" },
	{ "ガ", "カ\u3099" },
	{ "≠", "=\u0338" },
	{ "❤\uFE0F", "❤" },
	/* Hangul in syllables. */
	{ "한국", "\u1112\u1161\u11AB\u1100\u116E\u11A8", "한국" },
	{ "각\u11A8", "각\u11A8" },
	{ "ㄱㅏ", "ㄱㅏ" },
	{ "㈎", "(가)" },
	{ "㉠", "ㄱ" },
	{ "ﾊﾝ", "ハン" },
	{ "𝐍𝐞𝐰𝐬 𝟙", "news 1" },
};

static const char *const unequal[][2] = {
	{ "محمد", "احمد" }, { "علم", "عالم" }, { "كتب", "كتاب" },
	{ "سوريا", "سورية" }, { "حر", "خر" }, { "صيف", "سيف" },
	{ "ضل", "ظل" }, { "تين", "طين" }, { "ذهب", "زهب" }, { "قلب", "كلب" },
	{ "سماء", "سما" }, { "عمان", "امان" }, { "hanoi", "ha noi" },
	{ "2024", "2023" }, { "đa", "ta" }, { "سماء", "سمائ" },
};

static void
fold(const char *s, size_t nbytes, struct buf *out)
{
	buf_reset(out);
	fold_text(s, nbytes, out);
}

static void
test_equal(void)
{
	struct buf got = BUF_INIT;

	for (size_t i = 0; i < sizeof(equal) / sizeof(equal[0]); i++) {
		size_t last = 1;

		while (last + 1 < 4 && equal[i][last + 1] != NULL)
			last++;
		check_case(equal[i][last]);
		for (size_t j = 0; j <= last; j++) {
			fold(equal[i][j], strlen(equal[i][j]), &got);
			CHECK_STR(got.at, equal[i][last]);
		}
	}
	buf_release(&got);
}

static void
test_unequal(void)
{
	struct buf a = BUF_INIT, b = BUF_INIT;

	check_case("spellings that stay apart");
	for (size_t i = 0; i < sizeof(unequal) / sizeof(unequal[0]); i++) {
		fold(unequal[i][0], strlen(unequal[i][0]), &a);
		fold(unequal[i][1], strlen(unequal[i][1]), &b);
		if (!CHECK(strcmp(a.at, b.at) != 0))
			printf("# %s = %s\n", unequal[i][0], unequal[i][1]);
	}
	buf_release(&a);
	buf_release(&b);
}

/* Whether the letters, step by step and by a leap, are those of the map. */
static bool
follows(const char *s, size_t nbytes, const struct buf *folded,
	const struct fold_map *map)
{
	struct fold_letter letter = { { 0, 0 }, { 0, 0 } };
	bool is_same = true;

	for (uint32_t off = 0; is_same && off < folded->nbytes; off++) {
		struct fold_letter far = { { 0, 0 }, { 0, 0 } };

		fold_follow(s, nbytes, folded->at, off, &letter);
		is_same = CHECK_INT(letter.source.start, map->at[off].start)
			&& CHECK_INT(letter.source.end, map->at[off].end)
			&& CHECK(letter.folded.start <= off
				&& off < letter.folded.end);
		if (off % 7 != 0)
			continue;
		fold_follow(s, nbytes, folded->at, off, &far);
		is_same &= CHECK_INT(far.source.start, letter.source.start)
			&& CHECK_INT(far.source.end, letter.source.end);
	}
	return is_same;
}

/*
 * What the header promises, on one text: folding twice is folding once, the
 * map has the same bytes, its spans go forward over whole characters.
 */
static bool
keeps_promises(const char *s, size_t nbytes)
{
	struct buf once = BUF_INIT, again = BUF_INIT, mapped = BUF_INIT;
	struct fold_map map = { 0 };
	bool is_kept;

	fold(s, nbytes, &once);
	fold(once.at, once.nbytes, &again);
	is_kept = CHECK_BYTES(again.at, again.nbytes, once.at, once.nbytes);
	is_kept &= CHECK(utf8_valid_prefix(once.at, once.nbytes) ==
		once.nbytes);
	fold_text_map(s, nbytes, &mapped, &map);
	is_kept &= CHECK_BYTES(mapped.at, mapped.nbytes, once.at,
		once.nbytes) && CHECK(map.count == once.nbytes);
	for (size_t i = 0; is_kept && i < map.count; i++) {
		struct span at = map.at[i];

		is_kept = CHECK(at.start < at.end && at.end <= nbytes)
			&& CHECK(((unsigned char)s[at.start] & 0xC0) != 0x80)
			&& CHECK(at.end == nbytes
				|| ((unsigned char)s[at.end] & 0xC0) != 0x80);
		if (is_kept && i > 0)
			is_kept = CHECK(at.start == map.at[i - 1].start
				? at.end == map.at[i - 1].end
				: at.start == map.at[i - 1].end);
	}
	is_kept = is_kept && follows(s, nbytes, &once, &map);
	fold_map_release(&map);
	buf_release(&once);
	buf_release(&again);
	buf_release(&mapped);
	return is_kept;
}

static bool
is_same_in_nfd(const char *s, size_t nbytes)
{
	struct buf composed = BUF_INIT, decomposed = BUF_INIT;
	size_t nnfc, nnfd;
	uint8_t *nfc = u8_normalize(UNINORM_NFC, (const uint8_t *)s, nbytes,
		NULL, &nnfc);
	uint8_t *nfd = u8_normalize(UNINORM_NFD, (const uint8_t *)s, nbytes,
		NULL, &nnfd);
	bool is_same;

	fold((const char *)nfc, nnfc, &composed);
	fold((const char *)nfd, nnfd, &decomposed);
	is_same = CHECK_BYTES(decomposed.at, decomposed.nbytes, composed.at,
		composed.nbytes);
	free(nfc);
	free(nfd);
	buf_release(&composed);
	buf_release(&decomposed);
	return is_same;
}

static void
test_every_character(void)
{
	char text[16];
	uint32_t cp;

	check_case("every character keeps the promises, in NFC and NFD");
	for (cp = 1; cp <= 0x10FFFF; cp++) {
		size_t nbytes = 1;

		if (cp == 0xD800)
			cp = 0xE000;
		/* What is not in the table is all alike. */
		if (cp == 0x30200)
			cp = 0xDFF00;
		if (cp == 0xE1100)
			cp = 0x10FF00;
		text[0] = 'x';
		nbytes += utf8_encode(cp, text + nbytes);
		if (!keeps_promises(text, nbytes)
			|| !keeps_promises(text + 1, nbytes - 1)
			|| !is_same_in_nfd(text + 1, nbytes - 1)) {
			printf("# U+%04X\n", (unsigned)cp);
			break;
		}
	}
	CHECK_INT(cp, 0x110000);
}

/* A newer libunistring may know better than the committed table. */
static void
test_table(void)
{
	struct buf got = BUF_INIT, want = BUF_INIT;
	char bytes[UTF8_BYTES_MAX];
	uint32_t cp;

	if (strcmp(unicode_version(), FOLD_TABLE_UNICODE) != 0)
		return;
	check_case("the table is what the rules say");
	for (cp = 1; cp < 0x30000; cp++) {
		struct string folded;

		if (cp == 0xD800)
			cp = 0xE000;
		folded = fold_of(cp);
		buf_reset(&want);
		for (size_t i = 0; i < folded.count; i++)
			buf_add(&want, bytes,
				utf8_encode(folded.cps[i], bytes));
		fold(bytes, utf8_encode(cp, bytes), &got);
		if (!CHECK_BYTES(got.at, got.nbytes, want.at, want.nbytes))
			break;
	}
	CHECK_INT(cp, 0x30000);
	buf_release(&got);
	buf_release(&want);
}

/* Whether folding and mapping the parts, as small as may be, is the same. */
static bool
folds_in_parts(const char *s, size_t nbytes)
{
	struct buf want = BUF_INIT, got = BUF_INIT, part = BUF_INIT;
	struct fold_map whole = { 0 }, map = { 0 };
	bool is_same = true;

	fold_text_map(s, nbytes, &want, &whole);
	for (size_t off = 0, cut; off < nbytes; off = cut) {
		cut = off + fold_cut(s + off, nbytes - off, 1);
		buf_reset(&part);
		fold_text_map(s + off, cut - off, &part, &map);
		for (size_t i = 0; i < map.count && is_same; i++) {
			struct span at = whole.at[got.nbytes + i];

			is_same = CHECK_INT(at.start, off + map.at[i].start)
				&& CHECK_INT(at.end, off + map.at[i].end);
		}
		buf_add(&got, part.at, part.nbytes);
	}
	is_same = is_same && CHECK_BYTES(got.at, got.nbytes, want.at,
		want.nbytes);
	buf_release(&want);
	buf_release(&got);
	buf_release(&part);
	fold_map_release(&whole);
	fold_map_release(&map);
	return is_same;
}

static void
test_random(void)
{
	static const char *const pieces[] = { "a", "Z", " ", "\n", "\u00A0",
		"\u0301", "\u064E", "\u0640", "\u200D", "أ", "ế", "Đ", "=",
		"ﷺ", "\u1112", "\u1161", "\u11AB", "하", "\uFE70", "\u0344",
		"\u0338", "9", "ß", "語", "\U0001F4F0", "ABCDEFGH", "  ", "ﬁ",
		"क", "\u094D", "\u3099", "か" };
	struct buf text = BUF_INIT;

	check_case("random texts keep the promises");
	srand(2);
	for (int round = 0; round < 20000; round++) {
		buf_reset(&text);
		for (int i = rand() % 20; i > 0; i--)
			buf_add_string(&text, pieces[rand() % 32]);
		if (!keeps_promises(text.at, text.nbytes)
			|| !folds_in_parts(text.at, text.nbytes))
			break;
	}
	buf_release(&text);
}

static void
test_long(void)
{
	struct buf text = BUF_INIT, out = BUF_INIT, one = BUF_INIT;

	check_case("text that grows in folding, and folding that appends");
	for (int i = 0; i < 1000; i++)
		buf_add_string(&text, "ﷺ");
	fold_text("ﷺ", strlen("ﷺ"), &one);
	buf_add_string(&out, "kept");
	fold_text(text.at, text.nbytes, &out);
	CHECK_INT(out.nbytes, 4 + 1000 * one.nbytes);
	CHECK(memcmp(out.at, "kept", 4) == 0);
	CHECK_BYTES(out.at + out.nbytes - one.nbytes, one.nbytes, one.at,
		one.nbytes);
	check_case("what was there before is no context");
	buf_reset(&out);
	buf_add_string(&out, "x ");
	fold_text(" \u0301", 3, &out);
	CHECK_STR(out.at, "x  \u0301");
	buf_release(&text);
	buf_release(&out);
	buf_release(&one);
}

struct map_case {
	const char *what, *text;
	const char *folded;	/* to be found in the folded text */
	const char *source;	/* what it must cover */
};

static const struct map_case map_cases[] = {
	{ "the letter and its marks", "xe\u0302\u0301y", "e",
		"e\u0302\u0301" },
	{ "composed", "nước", "uo", "ướ" },
	{ "harakat and tatweel", "مُحَـــمَّد", "محم", "مُحَـــمَّ" },
	{ "alef and hamza", "كا\u0654س", "ا", "ا\u0654" },
	{ "joiner", "می\u200Cخ", "ي", "ی\u200C" },
	{ "a run of blanks", "a \n\t b", " ", " \n\t " },
	{ "ligature, first letter", "aﬁb", "f", "ﬁ" },
	{ "ligature, second letter", "aﬁ\u0301b", "i", "ﬁ\u0301" },
	{ "long ligature", "(ﷲ)", "لل", "ﷲ" },
	{ "Hangul from jamo", "x\u1112\u1161\u11ABy", "한",
		"\u1112\u1161\u11AB" },
	{ "the end", "ab\u0301", "b", "b\u0301" },
};

static void
test_map(void)
{
	for (size_t i = 0; i < sizeof(map_cases) / sizeof(map_cases[0]); i++) {
		const struct map_case *c = &map_cases[i];
		struct buf out = BUF_INIT;
		struct fold_map map = { 0 };
		const char *found;

		check_case(c->what);
		fold_text_map(c->text, strlen(c->text), &out, &map);
		found = strstr(out.at, c->folded);
		if (CHECK(found != NULL)) {
			uint32_t start = (uint32_t)(found - out.at);
			struct span at = fold_map_span(&map, (struct span){
				start, start + (uint32_t)strlen(c->folded) });

			CHECK_BYTES(c->text + at.start, span_nbytes(at),
				c->source, strlen(c->source));
		}
		fold_map_release(&map);
		buf_release(&out);
	}
}

int
main(void)
{
	test_equal();
	test_unequal();
	test_table();
	test_every_character();
	test_random();
	test_long();
	test_map();
	return check_done();
}
