#include <config.h>

#include "text/utf8.h"

#include "../check.h"

/* Decoding all of BYTES: the characters that come out. */
struct decode_case {
	const char *name, *bytes;
	size_t nbytes;
	uint32_t want[6];
	size_t count;
};

#define BYTES(s) (s), sizeof(s) - 1

static const struct decode_case decode_cases[] = {
	{ "all lengths", BYTES("a\xC3\xA9\xE1\xBA\xBF\xF0\x9F\x93\xB0"),
		{ 'a', 0xE9, 0x1EBF, 0x1F4F0 }, 4 },
	{ "first and last of each length",
		BYTES("\xC2\x80\xDF\xBF\xE0\xA0\x80\xEF\xBF\xBF"
			"\xF0\x90\x80\x80\xF4\x8F\xBF\xBF"),
		{ 0x80, 0x7FF, 0x800, 0xFFFF, 0x10000, 0x10FFFF }, 6 },
	{ "a NUL is a character", BYTES("\0"), { 0 }, 1 },
	{ "lone continuation", BYTES("\x80z"), { 0xFFFD, 'z' }, 2 },
	{ "overlong of two", BYTES("\xC0\xAF"), { 0xFFFD, 0xFFFD }, 2 },
	{ "overlong of three", BYTES("\xE0\x9F\xBF"),
		{ 0xFFFD, 0xFFFD, 0xFFFD }, 3 },
	{ "surrogate", BYTES("\xED\xA0\x80"), { 0xFFFD, 0xFFFD, 0xFFFD }, 3 },
	{ "over the top", BYTES("\xF4\x90\x80\x80"),
		{ 0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD }, 4 },
	{ "table 3-8: the maximal subpart is one",
		BYTES("\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41"),
		{ 0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD, 0x41 }, 5 },
	{ "cut off at the end", BYTES("a\xE1\xBA"), { 'a', 0xFFFD }, 2 },
	{ "four bytes cut to three", BYTES("\xF0\x9F\x93"), { 0xFFFD }, 1 },
};

static void
test_decode(void)
{
	for (size_t i = 0; i < sizeof(decode_cases) / sizeof(decode_cases[0]);
		i++) {
		const struct decode_case *c = &decode_cases[i];
		size_t off = 0, count = 0;

		check_case(c->name);
		while (off < c->nbytes) {
			uint32_t cp;

			off += utf8_decode(c->bytes + off, c->nbytes - off,
				&cp);
			if (CHECK(count < c->count))
				CHECK_INT(cp, c->want[count]);
			count++;
		}
		CHECK_INT(off, c->nbytes);
		CHECK_INT(count, c->count);
	}
}

static void
test_round_trip(void)
{
	char bytes[UTF8_BYTES_MAX];
	uint32_t cp, got;

	check_case("every scalar value survives encoding and decoding");
	for (cp = 0; cp <= 0x10FFFF; cp++) {
		size_t nbytes;

		if (cp == 0xD800)
			cp = 0xE000;
		nbytes = utf8_encode(cp, bytes);
		if (utf8_decode(bytes, nbytes, &got) != nbytes || got != cp
			|| utf8_next(bytes, &got) != nbytes || got != cp
			|| utf8_valid_prefix(bytes, nbytes) != nbytes
			|| (nbytes > 1
				&& utf8_valid_prefix(bytes, nbytes - 1) != 0)
			|| utf8_before(bytes, nbytes) != 0)
			break;
	}
	CHECK_INT(cp, 0x110000);
}

static void
test_valid_prefix(void)
{
	static const char text[] = "abcdefghijklmno\xC4\x91 \xEF\xBF\xBD z";
	char copy[sizeof(text)];

	check_case("the valid prefix ends where the damage is");
	CHECK_INT(utf8_valid_prefix(text, sizeof(text) - 1), sizeof(text) - 1);
	CHECK_INT(utf8_valid_prefix("", 0), 0);
	for (size_t i = 0; i < 15; i++) {
		memcpy(copy, text, sizeof(text));
		copy[i] = '\xFF';
		CHECK_INT(utf8_valid_prefix(copy, sizeof(text) - 1), i);
	}
	/* A cut character is not whole. */
	CHECK_INT(utf8_valid_prefix(text, 16), 15);
}

static void
test_before(void)
{
	static const char text[] = "a\xC4\x91\xE1\xBA\xBF\xF0\x9F\x93\xB0";

	check_case("the character before");
	CHECK_INT(utf8_before(text, 10), 6);
	CHECK_INT(utf8_before(text, 6), 3);
	CHECK_INT(utf8_before(text, 3), 1);
	CHECK_INT(utf8_before(text, 1), 0);
}

int
main(void)
{
	test_decode();
	test_round_trip();
	test_valid_prefix();
	test_before();
	return check_done();
}
