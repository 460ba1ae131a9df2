#include <config.h>

#include <iconv.h>
#include <stdint.h>

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
		size_t nbad;
	} cases[] = {
		{ ENCODING_UTF16LE, "\x10\x01\x61\0", 4, "Đa", 0 },
		{ ENCODING_UTF16BE, "\x01\x10\0\x61", 4, "Đa", 0 },
		{ ENCODING_UTF16LE, "\x3D\xD8\x00\xDE", 4, "😀", 0 },
		{ ENCODING_UTF16BE, "\xD8\x3D\xDE\x00", 4, "😀", 0 },
		{ ENCODING_UTF16LE, "\x3D\xD8\x61\0", 4, "\xEF\xBF\xBD""a", 2 },
		{ ENCODING_UTF16LE, "\x00\xDE\x61\0", 4, "\xEF\xBF\xBD""a", 2 },
		{ ENCODING_UTF16LE, "\x3D\xD8", 2, "\xEF\xBF\xBD", 2 },
		{ ENCODING_UTF16LE, "\x61\0\x62", 3, "a\xEF\xBF\xBD", 1 },
		{ ENCODING_UTF32LE, "\x44\x06\0\0", 4, "ل", 0 },
		{ ENCODING_UTF32BE, "\0\0\x06\x44", 4, "ل", 0 },
		{ ENCODING_UTF32BE, "\0\x11\0\0", 4, "\xEF\xBF\xBD", 4 },
		{ ENCODING_UTF32LE, "\0\xD8\0\0", 4, "\xEF\xBF\xBD", 4 },
		{ ENCODING_UTF32LE, "\x61\0\0", 3, "\xEF\xBF\xBD", 3 },
		{ ENCODING_UTF32LE, "", 0, "", 0 },
	};

	check_case("wide encodings become UTF-8");
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct buf out = BUF_INIT;

		CHECK_INT(decode(cases[i].encoding, cases[i].bytes,
			cases[i].nbytes, &out), cases[i].nbad);
		CHECK_STR(out.at, cases[i].want);
		buf_release(&out);
	}
}

static void
test_decode_names(void)
{
	static const struct {
		const char *name;
		enum encoding encoding;
	} names[] = {
		{ "UTF-8", ENCODING_UTF8 }, { "utf8", ENCODING_UTF8 },
		{ "UTF-16", ENCODING_UTF16LE }, { "ABC", ENCODING_TCVN3 },
		{ "cp1256", ENCODING_WINDOWS_1256 },
		{ "Windows-1258", ENCODING_WINDOWS_1258 },
		{ "latin1", ENCODING_WINDOWS_1252 },
		{ "viscii", ENCODING_VISCII }, { "gbk", ENCODING_GB18030 },
	};
	enum encoding encoding;

	check_case("encodings have names");
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		CHECK(encoding_by_name(names[i].name, &encoding));
		CHECK_INT(encoding, names[i].encoding);
	}
	for (int i = 0; i < ENCODING_COUNT; i++) {
		CHECK(encoding_by_name(encoding_name((enum encoding)i),
			&encoding));
		CHECK_INT(encoding, i);
	}
	CHECK(!encoding_by_name("", &encoding));
	CHECK(!encoding_by_name("UTF-9", &encoding));
	CHECK(!encoding_by_name("windows", &encoding));
}

/* What iconv makes of BYTE; 0: nothing. */
static uint32_t
iconv_byte(iconv_t converter, unsigned char byte)
{
	char in = (char)byte, utf32[16], *from = &in, *to = utf32;
	size_t left = 1, room = sizeof(utf32);
	uint32_t cp = 0;

	iconv(converter, NULL, NULL, NULL, NULL);
	if (iconv(converter, &from, &left, &to, &room) != (size_t)-1)
		iconv(converter, NULL, NULL, &to, &room);
	if (room < sizeof(utf32))
		memcpy(&cp, utf32, sizeof(cp));
	return cp;
}

static void
test_decode_tables(void)
{
	static const struct {
		enum encoding encoding;
		const char *name;
		unsigned first;	/* where the two are to be the same */
	} tables[] = {
		{ ENCODING_WINDOWS_1256, "CP1256", 0 },
		{ ENCODING_WINDOWS_1258, "CP1258", 0 },
		{ ENCODING_TCVN3, "TCVN5712-1", 0xA0 },
		{ ENCODING_VISCII, "VISCII", 0 },
		{ ENCODING_WINDOWS_1252, "CP1252", 0 },
	};

	check_case("the tables are the C library's");
	for (size_t i = 0; i < sizeof(tables) / sizeof(*tables); i++) {
		iconv_t converter = iconv_open("UTF-32LE", tables[i].name);

		if (converter == (iconv_t)-1)
			continue;
		for (unsigned b = tables[i].first; b < 256; b++) {
			uint32_t want = iconv_byte(converter,
				(unsigned char)b);

			CHECK_INT(decode_byte(tables[i].encoding,
				(unsigned char)b),
				want != 0 || b == 0 ? want : 0xFFFD);
		}
		iconv_close(converter);
	}
}

static void
test_decode_bytes(void)
{
	static const struct {
		const char *what;
		enum encoding encoding;
		const char *bytes, *want;
		size_t nbad;
	} cases[] = {
		{ "small letters of TCVN3", ENCODING_TCVN3,
			"\xB5\xB8\xB6\xB7\xB9 \xA8\xBB\xBE\xBC\xBD\xC6 "
			"\xA9\xC7\xCA\xC8\xC9\xCB \xCC\xD0\xCE\xCF\xD1 "
			"\xAA\xD2\xD5\xD3\xD4\xD6 \xD7\xDD\xD8\xDC\xDE "
			"\xDF\xE3\xE1\xE2\xE4 \xAB\xE5\xE8\xE6\xE7\xE9 "
			"\xAC\xEA\xED\xEB\xEC\xEE \xEF\xF3\xF1\xF2\xF4 "
			"\xAD\xF5\xF8\xF6\xF7\xF9 \xFA\xFD\xFB\xFC\xFE \xAE",
			"àáảãạ ăằắẳẵặ âầấẩẫậ èéẻẽẹ êềếểễệ ìíỉĩị òóỏõọ "
			"ôồốổỗộ ơờớởỡợ ùúủũụ ưừứửữự ỳýỷỹỵ đ", 0 },
		{ "capitals of TCVN3", ENCODING_TCVN3,
			"\xA1 \xA2 \xA3 \xA4 \xA5 \xA6 \xA7",
			"Ă Â Ê Ô Ơ Ư Đ", 0 },
		{ "lines and words in capitals", ENCODING_TCVN3,
			"C\xE9NG H\xDF\x41 \xAE\x45 \xE9\n"
			"TH\xD5 Gi\xED\x69 T\xAB i\nH\xB5 N\xE9\x69",
			"CỘNG HÒA ĐE Ộ\nTHẾ Giới Tô i\nHà Nội", 0 },
		{ "tones of windows-1258", ENCODING_WINDOWS_1258,
			"Ti\xEA\xEC" "ng Vi\xEA\xF2t, "
			"\xF0\xFD\xF5\xCC" "c \xD5",
			"Tiếng Việt, đườc Ơ", 0 },
		{ "a tone on nothing", ENCODING_WINDOWS_1258, "\xEC x\xEC",
			"\u0301 x\u0301", 0 },
		{ "bytes that windows-1258 has not", ENCODING_WINDOWS_1258,
			"a\x8A\x8E", "a\uFFFD\uFFFD", 2 },
		{ "letters of VISCII below the blank", ENCODING_VISCII,
			"\x02\x05\x06\x14\x19\x1E\n\x7F", "ẲẴẪỶỸỴ\n\x7F", 0 },
		{ "windows-1256", ENCODING_WINDOWS_1256,
			"\xC7\xE1\xD1\xED\xC7\xD6 \x98\x90\x81", "الرياض کگپ",
			0 },
		{ "windows-1252", ENCODING_WINDOWS_1252, "\x93x\x94\x81\x80",
			"“x”\uFFFD€", 1 },
		{ "GB18030", ENCODING_GB18030,
			"\xB5\xC4 a\x81\x30\x81\x30\x95\x32\x82\x36",
			"的 a\xC2\x80\U00020000", 0 },
		{ "bad bytes among it", ENCODING_GB18030,
			"\xB5\xC4\xFF\xB5\xC4\xB5", "的\uFFFD的\uFFFD", 2 },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct buf out = BUF_INIT;
		size_t nbad = decode(cases[i].encoding, cases[i].bytes,
			strlen(cases[i].bytes), &out);

		check_case(cases[i].what);
		CHECK_STR(out.at, cases[i].want);
		CHECK_INT(nbad, cases[i].nbad);
		buf_release(&out);
	}
}

/* Longer than what the converter takes at once. */
static void
test_decode_long(void)
{
	struct buf text = BUF_INIT, want = BUF_INIT, out = BUF_INIT;

	check_case("characters across the borders of blocks");
	buf_add_byte(&text, 'x');
	buf_add_byte(&want, 'x');
	for (int i = 0; i < 9000; i++) {
		buf_add_string(&text, "\xB5\xC4\x81\x30\x81\x30");
		buf_add_string(&want, "的\xC2\x80");
	}
	CHECK_INT(decode(ENCODING_GB18030, text.at, text.nbytes, &out), 0);
	CHECK_BYTES(out.at, out.nbytes, want.at, want.nbytes);
	buf_release(&text);
	buf_release(&want);
	buf_release(&out);
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
	test_decode_names();
	test_decode_tables();
	test_decode_bytes();
	test_decode_long();
	test_decode_binary();
	return check_done();
}
