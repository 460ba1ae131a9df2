#include <config.h>

#include <locale.h>

#include "layout/breaks.h"
#include "layout/breaks_table.h"
#include "../check.h"
#include "../random.h"
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
	/* What libraries get wrong: LB14, LB16, LB20, LB25 and its kin. */
	"( a",
	"\u300D \u3005",
	"a|\uFFFC|b",
	"$|(a |$(1",
	"a.|1 |1.1 |1.1% |-1",
	"\u05D0-\u05D1 |a-|b",
	/* A name for each language: nothing in words, all at blanks. */
	"Ti\u1EBFng |Vi\u1EC7t |c\u00F3 |d\u1EA5u",
	"\u0645\u064E\u0644\u0650\u0643 |\u0648\u064E |\u0643",
	"\u0E01\u0E32\u0E01\u0E32 |\u0E01\u0E32",
	"\uD55C|\uAD6D|\uC5B4 |\uB9D0",
	"",
};

static void
test_breaks(const char *marked)
{
	uint32_t cps[LAY_CPS_MAX], bare[LAY_CPS_MAX] = { 0 };
	uint8_t breaks[LAY_CPS_MAX];
	size_t count = lay_decode(marked, cps), nbare = 0;
	struct buf got = BUF_INIT;
	char bytes[UTF8_BYTES_MAX];

	for (size_t i = 0; i < count; i++) {
		if (cps[i] != '|')
			bare[nbare++] = cps[i];
	}
	breaks_find(bare, nbare, breaks);
	for (size_t i = 0; i < nbare; i++) {
		CHECK(breaks[i] == LINE_BREAK_NO
			|| breaks[i] == LINE_BREAK_MAY);
		if (breaks[i] != LINE_BREAK_NO)
			buf_add_byte(&got, '|');
		buf_add(&got, bytes, utf8_encode(bare[i], bytes));
	}
	CHECK_STR(got.at, marked);
	buf_release(&got);
}

/*
 * Blocks of plain words take a shorter way than the automaton: both must
 * come to the same. Characters below U+20000 only.
 */
static void
walk_plainly(const uint32_t *cps, size_t count, uint8_t *breaks)
{
	unsigned state = BREAKS_START;
	size_t last = 0;

	for (size_t i = 0; i < count; i++) {
		size_t block = breaks_block_of[cps[i] / BREAKS_BLOCK_CPS];

		state = breaks_next[breaks_classes[block * BREAKS_BLOCK_CPS
			+ cps[i] % BREAKS_BLOCK_CPS]][state];
		breaks[i] = LINE_BREAK_NO;
		if (state < BREAKS_FIRST_STAY) {
			breaks[i] = LINE_BREAK_MAY;
			last = i;
		} else if (state == BREAKS_TAKE_BACK) {
			breaks[last] = LINE_BREAK_NO;
		}
	}
}

/* One of each class; the first ones make the blocks that are plain. */
static const uint32_t samples[] = {
	'a', ' ', 0x05D0, '1', ',', 0x0301, '"', 'b', ' ', ' ', 'c', 'd',
	0x2014, '|', 0xB4, 0x0B, 0xFFFC, '}', ')', '\r', 0x1F466, 0x1F3FB,
	'!', 0xA0, 0xAC00, 0xAC01, '-', 0x4E00, 0x1F1E6, 0x2026, 0x1100,
	0x11A8, 0x1160, '\n', 0x85, 0x3005, '(', 0x3008, '%', '$', '/',
	0x2060, 0x200B, 0x200D, 0x1FAFF, 0x0E01, 0x20AC,
};

#define NSAMPLES (sizeof(samples) / sizeof(*samples))
#define NPLAIN_SAMPLES 12

/*
 * Every EVERYth character, from FIRST on, may be of any class: all, some, or
 * those at the borders of blocks.
 */
static void
test_random(unsigned every, unsigned first)
{
	uint64_t seed = 14 + every + first;

	for (int i = 0; i < 20000; i++) {
		uint32_t cps[300];
		uint8_t got[300], want[300];
		size_t count = 1 + random_next(&seed) % 299;

		for (size_t k = 0; k < count; k++) {
			size_t some = k % every == first ? NSAMPLES
				: NPLAIN_SAMPLES;

			cps[k] = samples[random_next(&seed) % some];
		}
		breaks_find(cps, count, got);
		walk_plainly(cps, count, want);
		CHECK_BYTES((const char *)got, count, (const char *)want,
			count);
	}
}

int
main(void)
{
	setlocale(LC_ALL, "");
	check_case("breaks");
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		test_breaks(cases[i]);
	check_case("the short way is the long way");
	test_random(1, 0);
	test_random(20, 0);
	test_random(32, 0);
	test_random(32, 31);
	test_random(1000, 0);
	return check_done();
}
