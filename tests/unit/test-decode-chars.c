#include <config.h>

#include <stdlib.h>

#include "base/buf.h"
#include "base/xalloc.h"
#include "layout/decode.h"
#include "text/utf8.h"
#include "../check.h"
#include "../random.h"

#define NTEXTS 60000
#define PIECES_MAX 40

/* Plain runs, so that some blocks are of one kind, and what ends them. */
static const char *const pieces[] = {
	"a", "b ", "sails ", "a whole block of it", "đ", "ế", "Ữ", "ướt ",
	"ẽẽẽẽẽẽ", "đường phố đã ướt ", "é", "ß", "Œ", "¿", "«", "»", "°", "×",
	"“", "”", "…", "–", "‰", "ʼ", "\u0100", "\u02FF", "\u1E00", "\u1EFF",
	"Ж", "море ", "в море вышли лодки ", "ѿ", "Ѐ", "σ", "Ω", "\u03A2",
	"\u0483", "e\u0302\u0301", "\u00A0",
	"\u00AD", "ب", "مرفأ ", "السفينة", "و", "\u061B", "\u0620", "\u064A",
	"ـ", "\u064B", "\u0652", "\u0670", "٣", "۴", "پ", "گ", "ی", "ڭ", "،",
	"؟", "\u06DD", "\u200F", "\u202E", "\uFEFF", "\u200C", "א", "ספינה ",
	"\u05B0", "海", "船が", "한", "ก", "\U0001F6A2", "\U0001E900", "\t",
	"\n", " \n ", "\n\t\n", "\x7F", "\xC2\x85", "~", "",
};

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

struct chars {
	uint32_t cps[PIECES_MAX * 32], starts[PIECES_MAX * 32];
	size_t count;
	unsigned seen;
};

static bool
is_blank(uint32_t cp)
{
	return cp == ' ' || cp == '\t' || cp == '\n';
}

/* Whether CHARS end in a و with a blank before it. */
static bool
ends_in_lone_waw(const struct chars *chars)
{
	size_t last = chars->count;

	while (last > 0 && ((chars->cps[last - 1] >= 0x64B
			&& chars->cps[last - 1] <= 0x652)
			|| chars->cps[last - 1] == 0x640))
		last--;
	return last > 1 && chars->cps[last - 1] == 0x648
		&& (is_blank(chars->cps[last - 2])
			|| chars->cps[last - 2] == 0xA0);
}

static bool
is_arabic_letter_at(const char *text, size_t off, size_t end)
{
	uint32_t cp;

	if (off == end)
		return false;
	utf8_next(text + off, &cp);
	return cp >= 0x620 && cp <= 0x64A && cp != 0x640;
}

/* One character after the other. */
static void
decode_slowly(const char *text, struct span source, struct chars *chars)
{
	size_t off = source.start;

	chars->count = chars->seen = 0;
	while (off < source.end) {
		size_t start = off;
		uint32_t cp;

		off += utf8_next(text + off, &cp);
		if (cp == '\n') {
			while (chars->count > 0
					&& is_blank(chars->cps[chars->count
						- 1]))
				start = chars->starts[--chars->count];
			while (off < source.end
					&& is_blank((unsigned char)text[off]))
				off++;
			if (ends_in_lone_waw(chars) && is_arabic_letter_at(
					text, off, source.end))
				continue;
			cp = ' ';
		}
		chars->seen |= decode_kinds(&cp, 1);
		chars->cps[chars->count] = cp;
		chars->starts[chars->count++] = (uint32_t)start;
	}
}

static void
make_text(uint64_t *state, struct buf *text)
{
	uint32_t count = 1 + random_below(state, PIECES_MAX);
	/* Mostly few kinds of pieces. */
	uint32_t kinds = 1 + random_below(state, random_below(state, 2) == 0
		? 4 : COUNT(pieces));
	uint32_t first = random_below(state, COUNT(pieces) - kinds + 1);

	buf_reset(text);
	while (count-- > 0)
		buf_add_string(text,
			pieces[first + random_below(state, kinds)]);
}

/* In memory of just that size: nothing beyond the text is looked at. */
static bool
check_text(const struct buf *text)
{
	static struct chars got, want;
	struct span source = { 0, (uint32_t)text->nbytes };
	char *copy = xmalloc(text->nbytes > 0 ? text->nbytes : 1);

	/* Not always aligned. */
	source.start = text->nbytes % 3 == 0 && text->nbytes > 0
		&& (text->at[1] & 0xC0) != 0x80 ? 1 : 0;
	memcpy(copy, text->at, text->nbytes);
	decode_slowly(copy, source, &want);
	got.seen = 0;
	got.count = decode_chars(copy, source, got.cps, got.starts,
		&got.seen);
	CHECK_INT(got.seen, want.seen);
	CHECK_INT(got.count, want.count);
	for (size_t i = 0; i < got.count && i < want.count; i++) {
		CHECK_INT(got.cps[i], want.cps[i]);
		CHECK_INT(got.starts[i], want.starts[i]);
	}
	free(copy);
	if (check_state.has_failed)
		check_dump("text", text->at, text->nbytes);
	return !check_state.has_failed;
}

/* Characters of every kind, and what they are to layout. */
static const struct {
	const char *name;
	uint32_t cp;
	unsigned kinds;
} kinds[] = {
	{ "a letter", 'x', 0 },
	{ "a Vietnamese letter", 0x1EBF, 0 },
	{ "a Russian letter", 0x0436, 0 },
	{ "a quotation mark", 0x201C, 0 },
	{ "a tab", '\t', DECODE_OTHER },
	{ "a mark", 0x0301, DECODE_OTHER },
	{ "an ideograph", 0x6D77, DECODE_OTHER },
	{ "an Arabic letter", 0x0628, DECODE_RTL },
	{ "a Hebrew letter", 0x05D0, DECODE_RTL },
	{ "a Hebrew point", 0x05B0, DECODE_OTHER },
	{ "a vowel of Arabic", 0x064E, DECODE_HARAKAT },
	{ "a mark of direction", 0x200F, DECODE_RTL | DECODE_CONTROL },
	{ "a byte order mark", 0xFEFF, DECODE_RTL | DECODE_CONTROL },
	{ "a no-break space", 0x00A0, DECODE_NBSP },
	{ "a soft hyphen", 0x00AD, DECODE_OTHER | DECODE_HYPHEN },
};

int
main(void)
{
	uint64_t state = 3;
	struct buf text = BUF_INIT;

	for (size_t i = 0; i < COUNT(kinds); i++) {
		check_case(kinds[i].name);
		CHECK_INT(decode_kinds(&kinds[i].cp, 1), kinds[i].kinds);
	}
	check_case("sixteen bytes at a time as one character at a time");
	for (int i = 0; i < NTEXTS; i++) {
		make_text(&state, &text);
		if (!check_text(&text))
			break;
	}
	buf_release(&text);
	return check_done();
}
