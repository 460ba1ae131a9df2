#include <config.h>

#include "text/clean.h"

#include <stdint.h>
#include <stdlib.h>

#include "base/buf.h"
#include "text/utf8.h"

#include "../check.h"

struct clean_case {
	const char *what, *in;
	size_t in_nbytes;
	const char *text, *name;	/* NULL: as the other */
};

#define BYTES(s) (s), sizeof(s) - 1

static const struct clean_case cases[] = {
	{ "nothing", BYTES(""), "", NULL },
	{ "plain text stays", BYTES("Giá gạo tăng 3 % - حسنا"),
		"Giá gạo tăng 3 % - حسنا", NULL },
	{ "line ends", BYTES("a\nb\r\nc\rd\ve\ff\xC2\x85g\u2028h\u2029i"),
		"a\nb\nc\nd\ne\nf\ng\nh\ni",
		"a␤b␤c␤d␤e␤f␤g␤h␤i" },
	{ "CR CR LF is two line ends", BYTES("a\r\r\nb\n\rc"),
		"a\n\nb\n\nc", "a␤␤b␤␤c" },
	{ "TAB", BYTES("a\tb"), "a\tb", "a␉b" },
	{ "C0 and DEL are pictures", BYTES("\0\a\x1B[2J\x7F"),
		"␀␇␛[2J␡", NULL },
	{ "C1", BYTES("\xC2\x9B" "1m\xC2\x80\xC2\x9F"), "�1m��", NULL },
	{ "ill-formed", BYTES("a\xFF\xE1\xBA" "b\xED\xA0\x80\xC0\xAF"),
		"a��b�����", NULL },
	{ "cut at the end", BYTES("12345678\xF0\x9F\x93"), "12345678�", NULL },
	{ "noncharacters",
		BYTES("\xEF\xBF\xBE\xEF\xBF\xBF\xEF\xB7\x90\xEF\xB7\xAF"
			"\xF0\x9F\xBF\xBE\xF4\x8F\xBF\xBF"), "������", NULL },
	{ "their neighbours stay", BYTES("\uFDCF\uFDF0\uFFFD\U0001FFFD"),
		"\uFDCF\uFDF0\uFFFD\U0001FFFD", NULL },
	{ "U+FEFF goes everywhere", BYTES("\uFEFFa\uFEFFb"), "ab", NULL },
	{ "bidi controls stay", BYTES("\u200F\u202Ea\u202C\u2066b\u2069"),
		"\u200F\u202Ea\u202C\u2066b\u2069", NULL },
	{ "entities", BYTES("R&amp;D &lt;b&gt; &nope; & &#39;x&#39;"),
		"R&D <b> &nope; & 'x'",
		"R&amp;D &lt;b&gt; &nope; & &#39;x&#39;" },
	{ "entities of controls", BYTES("&#27;[1m&#x9B;&#xFEFF;&#13;&#xFFFF;"),
		"␛[1m›\n�", "&#27;[1m&#x9B;&#xFEFF;&#13;&#xFFFF;" },
	{ "encoded twice", BYTES("&amp;lt;"), "<", "&amp;lt;" },
	{ "without a semicolon", BYTES("AT&amp T"), "AT& T", "AT&amp T" },
};

static void
test_count(void)
{
	static const struct {
		const char *in;
		size_t nbad;
	} counts[] = {
		{ "", 0 }, { "Gi\u00e1 \uFFFD &amp; \x1B", 0 },
		{ "a\xFF", 1 }, { "12345678\xF0\x9F\x93", 3 },
		{ "\xE1\xBA" "b\xC0\xAF", 4 }, { "&#xFFFF;\xEF\xBF\xBE", 0 },
	};
	struct buf out = BUF_INIT;

	check_case("bytes that are no character are counted");
	for (size_t i = 0; i < sizeof(counts) / sizeof(counts[0]); i++)
		CHECK_INT(clean_text(counts[i].in, strlen(counts[i].in), &out),
			counts[i].nbad);
	buf_release(&out);
}

static void
clean_of(const struct clean_case *c, bool is_name, struct buf *out)
{
	buf_reset(out);
	if (is_name)
		clean_name(c->in, c->in_nbytes, out);
	else
		clean_text(c->in, c->in_nbytes, out);
}

static void
test_cases(void)
{
	struct buf out = BUF_INIT;

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		const struct clean_case *c = &cases[i];

		check_case(c->what);
		clean_of(c, false, &out);
		CHECK_STR(out.at, c->text);
		CHECK_INT(clean_is_clean(c->in, c->in_nbytes),
			c->in_nbytes == out.nbytes
			&& memcmp(c->in, out.at, out.nbytes) == 0);
		clean_of(c, true, &out);
		CHECK_STR(out.at, c->name != NULL ? c->name : c->text);
	}
	buf_release(&out);
}

/* Text with CP at OFF of a row of letters, so that words meet it anywhere. */
static size_t
place(uint32_t cp, size_t off, char *text)
{
	memset(text, 'x', off);
	off += utf8_encode(cp, text + off);
	memset(text + off, 'y', 9);
	return off + 9;
}

/*
 * The fast scan and the rules by code point are two ways to say the same:
 * they must agree on every character.
 */
static void
test_agreement(void)
{
	struct buf out = BUF_INIT;
	char text[32];
	uint32_t cp;

	check_case("clean_is_clean agrees with clean_text on every character");
	for (cp = 0; cp <= 0x10FFFF; cp++) {
		size_t nbytes;
		bool is_same;

		if (cp == 0xD800)
			cp = 0xE000;
		nbytes = place(cp, cp % 11, text);
		buf_reset(&out);
		clean_text(text, nbytes, &out);
		is_same = nbytes == out.nbytes
			&& memcmp(text, out.at, nbytes) == 0;
		if (!CHECK(clean_is_clean(text, nbytes) == is_same)
			|| !CHECK(clean_is_clean(out.at, out.nbytes)))
			break;
	}
	CHECK_INT(cp, 0x110000);
	buf_release(&out);
}

static bool
has_control(const char *s, size_t nbytes)
{
	for (size_t off = 0; off < nbytes;) {
		uint32_t cp;

		off += utf8_next(s + off, &cp);
		if ((cp < 0x20 && cp != '\n' && cp != '\t')
			|| (cp >= 0x7F && cp < 0xA0) || cp == 0xFEFF)
			return true;
	}
	return false;
}

static void
test_random(void)
{
	static const char *const pieces[] = { "\r", "\n", "\r\n", "\x1B",
		"\xC2", "\x85", "\xE2\x80", "\xA8", "\xEF\xBB\xBF", "\xF0\x9F",
		"\xBF\xBE", "abcdefg", "&#10", ";", "\xE1\xBA\xBF", "\x7F" };
	struct buf in = BUF_INIT, once = BUF_INIT, twice = BUF_INIT;

	check_case("what comes out is valid, harmless, and stays so");
	srand(1);
	for (int round = 0; round < 5000; round++) {
		buf_reset(&in);
		buf_reset(&once);
		buf_reset(&twice);
		for (int i = rand() % 24; i > 0; i--)
			buf_add_string(&in, pieces[rand() % 16]);
		clean_text(in.at, in.nbytes, &once);
		CHECK_INT(utf8_valid_prefix(once.at, once.nbytes),
			once.nbytes);
		CHECK(!has_control(once.at, once.nbytes));
		/* Repair may spell out a new entity; but then it is one. */
		if (clean_is_clean(once.at, once.nbytes)) {
			clean_text(once.at, once.nbytes, &twice);
			CHECK_BYTES(twice.at, twice.nbytes, once.at,
				once.nbytes);
		} else {
			CHECK(memchr(once.at, '&', once.nbytes) != NULL);
		}
	}
	buf_release(&in);
	buf_release(&once);
	buf_release(&twice);
}

int
main(void)
{
	test_cases();
	test_count();
	test_agreement();
	test_random();
	return check_done();
}
