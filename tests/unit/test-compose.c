#include <config.h>

#include <string.h>

#include "base/buf.h"
#include "text/compose.h"
#include "text/utf8.h"
#include "../check.h"

#define CPS_MAX 256

/* Each character of the answer with its bytes. */
static const struct {
	const char *name, *text, *want;
} cases[] = {
	{ "nothing", "", "" },
	{ "plain", "ab", "a@0-1 b@1-2" },
	{ "two marks, one letter", "e\u0302\u0301b", "\u1EBF@0-5 b@5-6" },
	{ "half composed", "\u00EA\u0301", "\u1EBF@0-4" },
	{ "marks in any order", "a\u0323\u0306", "\u1EB7@0-5" },
	{ "what has no letter of its own", "q\u0301", "q@0-1 \u0301@1-3" },
	{ "some marks compose", "a\u0301\u0323", "\u1EA1@0-1 \u0301@1-5" },
	{ "hamza", "\u0627\u0654\u0644", "\u0623@0-4 \u0644@4-6" },
	{ "hangul", "\u1112\u1161\u11AB", "\uD55C@0-9" },
	{ "an exclusion stays", "\u0958\u093F", "\u0958@0-3 \u093F@3-6" },
	{ "a mark first", "\u0301a", "\u0301@0-2 a@2-3" },
};

static void
test_compose(const char *text, const char *want)
{
	uint32_t cps[CPS_MAX];
	uint32_t starts[CPS_MAX + 1];
	char bytes[UTF8_BYTES_MAX];
	struct buf got = BUF_INIT;
	size_t count = 0;

	for (const char *s = text; *s != '\0'; count++) {
		starts[count] = (uint32_t)(s - text);
		s += utf8_next(s, &cps[count]);
	}
	count = compose(cps, starts, count);
	starts[count] = (uint32_t)strlen(text);
	for (size_t i = 0; i < count; i++) {
		if (i > 0)
			buf_add_byte(&got, ' ');
		buf_add(&got, bytes, utf8_encode(cps[i], bytes));
		buf_add_format(&got, "@%u-%u", starts[i],
			starts[i + 1]);
	}
	CHECK_STR(got.at, want);
	buf_release(&got);
}

/* More marks than fit in what is kept on the stack. */
static void
test_many_marks(void)
{
	uint32_t cps[CPS_MAX];
	uint32_t starts[CPS_MAX] = { 0 };
	size_t count;

	check_case("many marks");
	cps[0] = 'a';
	for (size_t i = 1; i < CPS_MAX; i++)
		cps[i] = i % 2 == 0 ? 0x0301 : 0x0323;
	count = compose(cps, starts, CPS_MAX);
	CHECK_INT(count, CPS_MAX - 1);
	CHECK_INT(cps[0], 0x1EA1);
	CHECK_INT(cps[1], 0x0323);
	CHECK_INT(cps[count - 1], 0x0301);
}

int
main(void)
{
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		check_case(cases[i].name);
		test_compose(cases[i].text, cases[i].want);
	}
	test_many_marks();
	return check_done();
}
