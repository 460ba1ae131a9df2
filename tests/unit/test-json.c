#include <config.h>

#include "base/buf.h"
#include "cli/json.h"

#include "../check.h"

static void
test_structure(void)
{
	struct buf out = BUF_INIT;
	struct json json;

	check_case("commas stand between members and nowhere else");
	json_init(&json, &out);
	json_open(&json, NULL, '{');
	json_number(&json, "a", 0);
	json_open(&json, "b", '[');
	json_close(&json, ']');
	json_open(&json, "c", '[');
	json_string(&json, NULL, "x", 1);
	json_open(&json, NULL, '{');
	json_close(&json, '}');
	json_string(&json, NULL, NULL, 0);
	json_close(&json, ']');
	json_number(&json, "d", UINT64_MAX);
	json_open(&json, "e", '[');
	json_hundredths(&json, NULL, 100);
	json_hundredths(&json, NULL, 90);
	json_hundredths(&json, NULL, 87);
	json_hundredths(&json, NULL, 5);
	json_hundredths(&json, NULL, 0);
	json_close(&json, ']');
	json_close(&json, '}');
	CHECK_STR(out.at, "{\"a\":0,\"b\":[],\"c\":[\"x\",{},null],"
		"\"d\":18446744073709551615,\"e\":[1,0.9,0.87,0.05,0]}");
	buf_release(&out);
}

static void
test_strings(void)
{
	static const struct {
		const char *s, *want;
	} table[] = {
		{ "", "\"\"" },
		{ "Đà Nẵng", "\"Đà Nẵng\"" },
		{ "a\"b\\c", "\"a\\\"b\\\\c\"" },
		{ "a\nb\tc", "\"a\\nb\\tc\"" },
		{ "\001\037", "\"\\u0001\\u001f\"" },
	};

	check_case("strings escape what RFC 8259 asks for, and no more");
	for (size_t i = 0; i < sizeof(table) / sizeof(*table); i++) {
		struct buf out = BUF_INIT;
		struct json json;

		json_init(&json, &out);
		json_string(&json, NULL, table[i].s, strlen(table[i].s));
		CHECK_STR(out.at, table[i].want);
		buf_release(&out);
	}
}

int
main(void)
{
	test_structure();
	test_strings();
	return check_done();
}
