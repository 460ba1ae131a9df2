#include <config.h>

#include "text/cluster.h"

#include <stdlib.h>

#include <unigbrk.h>

#include "text/utf8.h"

#include "../check.h"

/* Of every break class, with the neighbours of the fast paths. */
static const uint32_t palette[] = {
	'a', '\r', '\n', 0x01, 0xAD, 0xA9, 0x2FF, 0x0300, 0x036F, 0x0370,
	0x0600, 0x0627, 0x064E, 0x0670, 0x06DD, 0x0903, 0x0915, 0x094D,
	0x1100, 0x1160, 0x11A8, 0x1EBF, 0x200B, 0x200D, 0x2028, 0x2764, 0x3099,
	0xAC00, 0xAC01, 0xFE0F, 0xFEFF, 0x1F1E6, 0x1F3FB, 0x1F468, 0xE0020,
};

#define PALETTE_COUNT (sizeof(palette) / sizeof(palette[0]))

static void
test_against_library(void)
{
	uint32_t cps[12];
	bool got[12];
	char want[12];

	check_case("borders are the library's in random text");
	srand(3);
	for (int round = 0; round < 50000; round++) {
		size_t count = 1 + (size_t)rand() % 12;

		for (size_t i = 0; i < count; i++)
			cps[i] = palette[(size_t)rand() % PALETTE_COUNT];
		u32_grapheme_breaks(cps, count, want);
		cluster_breaks(cps, count, got);
		for (size_t i = 0; i < count; i++) {
			if (got[i] == (want[i] != 0))
				continue;
			CHECK(false);
			for (size_t j = 0; j < count; j++)
				printf("#%s%04X", got[j] ? " | " : " ",
					(unsigned)cps[j]);
			printf("\n");
			return;
		}
	}
}

/* Each character between two others tells whether it is rightly plain. */
static void
test_every_character(void)
{
	static const uint32_t around[] = { 'a', 0x0600, 0x0301, 0x200D };
	uint32_t cp;

	check_case("borders are the library's around every character");
	for (cp = 0; cp <= 0x10FFFF; cp++) {
		bool is_good = true;

		for (size_t i = 0; i < 16 && is_good; i++) {
			uint32_t cps[] = { around[i / 4], cp, around[i % 4] };
			bool got[3];
			char want[3];

			u32_grapheme_breaks(cps, 3, want);
			cluster_breaks(cps, 3, got);
			is_good = got[1] == (want[1] != 0)
				&& got[2] == (want[2] != 0);
		}
		if (!is_good)
			break;
	}
	CHECK_INT(cp, 0x110000);
	cluster_breaks(NULL, 0, NULL);
}

/* After the letter, marks that both ways of telling borders know. */
static void
test_long(void)
{
	enum { COUNT = 5 * CLUSTER_CPS_MAX };
	static const uint32_t marks[] = { 0x0301, 0x20DD, 0x064E, 0x200D };
	uint32_t cps[COUNT] = { 'e' };
	bool is_start[COUNT];

	check_case("a cluster without end is taken apart");
	for (size_t nmarks = 1; nmarks <= 4; nmarks++) {
		for (size_t i = 1; i < COUNT; i++)
			cps[i] = marks[i % nmarks];
		cluster_breaks(cps, COUNT, is_start);
		for (size_t i = 0; i < COUNT; i++)
			CHECK_INT(is_start[i], i % CLUSTER_CPS_MAX == 0);
	}
}

static const struct {
	const char *text;
	bool is_sequence;
} sequences[] = {
	{ "🇻🇳", true },			/* flag */
	{ "🏴\U000E0067\U000E0062\U000E007F", true },
	{ "1\uFE0F\u20E3", true },		/* keycap */
	{ "#\uFE0F\u20E3", true },
	{ "1\u20E3", false },
	{ "1\uFE0F", false },
	{ "👩\u200D👩\u200D👧", true },
	{ "👩\u200D❤\uFE0F\u200D👨", true },
	{ "👍🏽", true },
	{ "❤\uFE0F", true },
	{ "❤\uFE0E", false },
	{ "⌚\uFE0E", false },
	{ "©\uFE0F", true },
	{ "😀", false },
	{ "😀\u0301", false },			/* a mark */
	{ "😀\u200D", false },
	{ "🇻", false },
	{ "🇻🇳🇪", false },
	{ "e\u0302\u0301", false },
	{ "क्ष", false },
	{ "👩\u200D\U0001FAE8", false },	/* later than Unicode 14 */
	{ "", false },
};

static void
test_sequences(void)
{
	check_case("clusters that are one picture");
	for (size_t i = 0; i < sizeof(sequences) / sizeof(*sequences); i++) {
		const char *s = sequences[i].text;
		uint32_t cps[8];
		size_t count = 0;

		while (*s != '\0')
			s += utf8_next(s, &cps[count++]);
		if (!CHECK_INT(cluster_is_sequence(cps, count),
				sequences[i].is_sequence))
			printf("# %s\n", sequences[i].text);
	}
}

/* Bars show where the borders are. */
static const char *const walks[] = {
	"", "a|b|c", "e\u0302\u0301|x", "a|\r\n|b", "مُ|حَ|مَّ|د",
	"👨\u200D👩\u200D👧|x", "🇻🇳|🇪🇬|🇻|x", "\u0301|a", "한|국",
	"\u1112\u1161\u11AB|a", "क्|षि", "a|b\u200D|é",
};

static bool
check_walk(const char *walk)
{
	char text[128];
	size_t borders[32], nborders = 0, nbytes = 0, off = 0;
	bool is_good = true;

	for (const char *c = walk; *c != '\0'; c++) {
		if (*c == '|')
			borders[nborders++] = nbytes;
		else
			text[nbytes++] = *c;
	}
	borders[nborders] = nbytes;
	for (size_t i = 0; i <= nborders; i++) {
		off = cluster_after(text, nbytes, off);
		is_good &= CHECK_INT(off, borders[i]);
	}
	is_good &= CHECK_INT(cluster_after(text, nbytes, nbytes), nbytes);
	for (size_t i = nborders; i-- > 0;) {
		off = cluster_before(text, nbytes, off);
		is_good &= CHECK_INT(off, borders[i]);
	}
	return is_good & CHECK_INT(cluster_before(text, nbytes, off), 0);
}

static void
test_walk(void)
{
	char text[2001] = "a";

	check_case("walking over the borders, forwards and back");
	for (size_t i = 0; i < sizeof(walks) / sizeof(walks[0]); i++) {
		if (!check_walk(walks[i]))
			printf("# text %zu\n", i);
	}
	check_case("an endless cluster still lets the cursor move");
	for (size_t off = 1; off < 2001; off += 2)
		memcpy(text + off, "\u0301", 2);
	for (size_t off = 0, next; off < 2001; off = next) {
		next = cluster_after(text, 2001, off);
		if (!CHECK(next > off))
			break;
	}
	for (size_t off = 2001; off > 0;) {
		size_t next = cluster_before(text, 2001, off);

		if (!CHECK(next < off))
			break;
		off = next;
	}
}

int
main(void)
{
	test_against_library();
	test_every_character();
	test_long();
	test_sequences();
	test_walk();
	return check_done();
}
