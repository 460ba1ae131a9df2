#include <config.h>

#include "base/buf.h"
#include "model/decode.h"

#include "../check.h"

static void
test_decode_marks(void)
{
	static const struct {
		const char *bytes;
		size_t nbytes, mark;
		enum encoding encoding;
	} cases[] = {
		{ "", 0, 0, ENCODING_UTF8 }, { "abc", 3, 0, ENCODING_UTF8 },
		{ "\xEF\xBB\xBFx", 4, 3, ENCODING_UTF8 },
		{ "\xEF\xBB", 2, 0, ENCODING_UTF8 },
		{ "\xFF\xFEx\0", 4, 2, ENCODING_UTF16LE },
		{ "\xFE\xFF\0x", 4, 2, ENCODING_UTF16BE },
		{ "\xFF\xFE\0\0", 4, 4, ENCODING_UTF32LE },
		{ "\0\0\xFE\xFF", 4, 4, ENCODING_UTF32BE },
		{ "\xFF\xFE", 2, 2, ENCODING_UTF16LE },
	};

	check_case("byte order marks name the encoding");
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		size_t mark = 99;

		CHECK_INT(encoding_of(cases[i].bytes, cases[i].nbytes, &mark),
			cases[i].encoding);
		CHECK_INT(mark, cases[i].mark);
	}
}

static void
test_decode_wide(void)
{
	static const struct {
		enum encoding encoding;
		const char *bytes;
		size_t nbytes;
		const char *want;
	} cases[] = {
		{ ENCODING_UTF16LE, "\x10\x01\x61\0", 4, "Đa" },
		{ ENCODING_UTF16BE, "\x01\x10\0\x61", 4, "Đa" },
		{ ENCODING_UTF16LE, "\x3D\xD8\x00\xDE", 4, "😀" },
		{ ENCODING_UTF16BE, "\xD8\x3D\xDE\x00", 4, "😀" },
		{ ENCODING_UTF16LE, "\x3D\xD8\x61\0", 4, "\xEF\xBF\xBD""a" },
		{ ENCODING_UTF16LE, "\x00\xDE\x61\0", 4, "\xEF\xBF\xBD""a" },
		{ ENCODING_UTF16LE, "\x3D\xD8", 2, "\xEF\xBF\xBD" },
		{ ENCODING_UTF16LE, "\x61\0\x62", 3, "a\xEF\xBF\xBD" },
		{ ENCODING_UTF32LE, "\x44\x06\0\0", 4, "ل" },
		{ ENCODING_UTF32BE, "\0\0\x06\x44", 4, "ل" },
		{ ENCODING_UTF32BE, "\0\x11\0\0", 4, "\xEF\xBF\xBD" },
		{ ENCODING_UTF32LE, "\0\xD8\0\0", 4, "\xEF\xBF\xBD" },
		{ ENCODING_UTF32LE, "\x61\0\0", 3, "\xEF\xBF\xBD" },
		{ ENCODING_UTF32LE, "", 0, "" },
	};

	check_case("wide encodings become UTF-8");
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct buf out = BUF_INIT;

		decode_wide(cases[i].encoding, cases[i].bytes,
			cases[i].nbytes, &out);
		CHECK_STR(out.at, cases[i].want);
		buf_release(&out);
	}
}

static void
test_decode_binary(void)
{
	char noise[4096];
	unsigned state = 1;

	check_case("texts are no binaries, binaries are no texts");
	CHECK(!looks_binary("", 0));
	CHECK(!looks_binary("a\0b", 3));
	CHECK(!looks_binary("tab\there\r\nesc\033[0m", 17));
	CHECK(looks_binary("a\0b\0c\0d\0", 8));
	CHECK(!looks_binary("\xC3\x28\xFF\xFE legacy \xE9\xE8", 14));
	for (size_t i = 0; i < sizeof(noise); i++)
		noise[i] = (char)((state = state * 1103515245 + 12345) >> 16);
	CHECK(looks_binary(noise, sizeof(noise)));
}

int
main(void)
{
	test_decode_marks();
	test_decode_wide();
	test_decode_binary();
	return check_done();
}
