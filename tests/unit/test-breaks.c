#include <config.h>

#include <locale.h>

#include "layout/breaks.h"
#include "../check.h"
#include "lay.h"

/* A bar stands where a line may end. */
static const char *const cases[] = {
	"one |two |three",
	"well-|known",
	"  |indented",
	/* LB29: a letter stays with the full stop before it. */
	"U.S. |law",
	"e.g. |this",
	"www.example.com |is |down",
	"wait...what",
	"x,#y",
	"\u0646\u0639\u0645\u060C\u0644\u0627",
	"a:\u0301b",
	/* Digits, brackets, quotes. */
	"1,000.50 |dong",
	"(one) |[two]",
	"\u201Cone\u201D |\u00ABtwo\u00BB",
	/* No-break space, word joiner, zero width space, soft hyphen. */
	"10\u00A0km |away",
	"a\u2060b |c",
	"ab\u200B|cd",
	"hy\u00AD|phen",
	/* Ideographs break anywhere but before closing marks. */
	"\u65E5|\u672C|\u8A9E\u3002|\u6587",
	"\u300C\u65E5|\u672C\u300D|\u8A9E",
	/* Marks stay with their letter, flags in pairs. */
	"e\u0301a |b\u0308",
	"\U0001F1FB\U0001F1F3|\U0001F1EB\U0001F1F7",
	/* After what ends a line there is always a break. */
	"a\n|b",
	"a\n| |b",
	"",
};

static void
test_breaks(const char *marked)
{
	uint32_t cps[LAY_CPS_MAX], bare[LAY_CPS_MAX] = { 0 };
	uint8_t can_break[LAY_CPS_MAX];
	size_t count = lay_decode(marked, cps), nbare = 0;
	struct buf got = BUF_INIT;
	char bytes[UTF8_BYTES_MAX];

	for (size_t i = 0; i < count; i++) {
		if (cps[i] != '|')
			bare[nbare++] = cps[i];
	}
	breaks_find(bare, nbare, can_break);
	for (size_t i = 0; i < nbare; i++) {
		CHECK(can_break[i] <= 1);
		if (can_break[i])
			buf_add_byte(&got, '|');
		buf_add(&got, bytes, utf8_encode(bare[i], bytes));
	}
	CHECK_STR(got.at, marked);
	buf_release(&got);
}

int
main(void)
{
	setlocale(LC_ALL, "");
	check_case("breaks");
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		test_breaks(cases[i]);
	return check_done();
}
