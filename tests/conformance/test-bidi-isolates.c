/*
 * Random strings through layout/bidi and through the plain transcription of
 * UAX #9 in uba.c, which is itself checked against BidiCharacterTest.txt:
 * isolates, embeddings, brackets, numbers, marks, and the short cuts that
 * ordinary text takes.
 */

#include <config.h>

#include <stdlib.h>

#include "layout/bidi.h"
#include "../check.h"
#include "ucd.h"
#include "uba.h"

#define NSTRINGS 20000
#define NFIELDS 5

/* What strings are made of; a character given twice comes twice as often. */
#define LETTERS 'a', 'b', 0x05D0, 0x0627, 0x0628
#define NEUTRALS ' ', '!', 0x00A0, '\t', 0xFFFC
#define NUMBERS '1', '2', 0x0663, '+', ',', '.', '$', '%', 0x20AC
#define BRACKETS '(', ')', '[', ']', 0x2329, 0x232A, 0x3008, 0x3009, \
	0x2E55, 0x2E56
#define MARKS 0x0301, 0x064E, 0x0651
#define IGNORED 0x00AD, 0x200B, 0x200D
#define ISOLATES 0x2066, 0x2067, 0x2068, 0x2069, 0x2069
#define EMBEDDINGS 0x202A, 0x202B, 0x202C, 0x202C, 0x202D, 0x202E

static const uint32_t plain[] = {
	LETTERS, NEUTRALS, NUMBERS, BRACKETS, MARKS, IGNORED, 0x2029
};
static const uint32_t arabic[] = {
	LETTERS, 0x0628, 0x0629, 0x062A, 0x062B, 0x062C, 0x062D, 0x0648, ' ',
	' ', ' ', ' ', '1', '2', '3', '.', ',', '%', '(', ')', '[', ']',
	0x064E
};
static const uint32_t latin[] = {
	'a', 'b', 'c', 'd', 'e', 'f', ' ', ' ', ' ', '1', '2', '.', ',', '%',
	'(', ')', '[', ']', 0x05D0, 0x0627, 0x0663, 0x0301
};
static const uint32_t isolates[] = { LETTERS, NEUTRALS, ISOLATES };
static const uint32_t embedded[] = {
	LETTERS, NEUTRALS, ISOLATES, EMBEDDINGS, IGNORED
};
static const uint32_t bracketed[] = {
	LETTERS, NEUTRALS, NUMBERS, BRACKETS, MARKS, ISOLATES, ISOLATES
};
static const uint32_t everything[] = {
	LETTERS, NEUTRALS, NUMBERS, BRACKETS, MARKS, IGNORED, ISOLATES,
	ISOLATES, EMBEDDINGS
};
static const uint32_t deep[] = {
	0x2066, 0x2067, 0x2068, 0x202A, 0x202B, 0x202D, 0x202E, 0x2066,
	0x2067, 0x2068, 0x202A, 0x202B, 0x2069, 0x202C, 'a', 0x05D0, '1', '('
};
static const uint32_t openers[] = { '(', '(', '(', ')', '[', 0x0627, 'a' };

#define ALPHABET(array) (array), sizeof(array) / sizeof(*(array))

static const struct {
	const char *name;
	const uint32_t *alphabet;
	size_t nalphabet;
	size_t nmax;		/* characters in a string */
	int nstrings;
} kinds[] = {
	{ "no controls", ALPHABET(plain), 40, NSTRINGS },
	{ "Arabic with Latin and numbers", ALPHABET(arabic), 80, NSTRINGS },
	{ "Latin with Arabic and numbers", ALPHABET(latin), 80, NSTRINGS },
	{ "isolates", ALPHABET(isolates), 30, NSTRINGS },
	{ "isolates and embeddings", ALPHABET(embedded), 40, NSTRINGS },
	{ "isolates, brackets, numbers, marks", ALPHABET(bracketed), 40,
		NSTRINGS },
	{ "everything", ALPHABET(everything), 60, NSTRINGS },
	{ "too deep", ALPHABET(deep), UBA_CPS_MAX, NSTRINGS / 20 },
	{ "too many openers", ALPHABET(openers), UBA_CPS_MAX, NSTRINGS / 20 },
};

static const struct {
	enum bidi_base ours;
	int theirs;
} bases[] = {
	{ BIDI_BASE_LTR, 0 }, { BIDI_BASE_RTL, 1 },
	{ BIDI_BASE_AUTO_LTR, UBA_AUTO },
};

/* Numbers below LIMIT, the same in every run. */
static size_t
random_below(uint64_t *state, size_t limit)
{
	*state = *state * 6364136223846793005u + 1442695040888963407u;
	return (size_t)(*state >> 33) % limit;
}

/* Levels at the end of a line, whole; the base direction. */
static bool
line_levels(struct bidi *bidi, const uint32_t *cps, size_t count,
	enum bidi_base base, int8_t *levels)
{
	bool is_rtl = bidi_levels(bidi, cps, count, base, levels);
	bool is_space[UBA_CPS_MAX];

	for (size_t i = 0; i < count; i++)
		is_space[i] = bidi_is_space(cps[i]);
	bidi_end_line(is_space, count, is_rtl, levels);
	return is_rtl;
}

/* The order of what X9 leaves. */
static bool
is_same_order(const int8_t *levels, const int *want_levels, size_t count)
{
	int8_t left[UBA_CPS_MAX];
	size_t places[UBA_CPS_MAX], want[UBA_CPS_MAX], nleft = 0;
	uint32_t order[UBA_CPS_MAX];

	for (size_t i = 0; i < count; i++) {
		if (want_levels[i] == UBA_REMOVED)
			continue;
		left[nleft] = levels[i];
		places[nleft++] = i;
	}
	if (uba_order(want_levels, count, want) != nleft)
		return false;
	bidi_order(left, nleft, order);
	for (size_t vis = 0; vis < nleft; vis++) {
		if (places[order[vis]] != want[vis])
			return false;
	}
	return true;
}

static bool
is_same(struct bidi *bidi, const uint32_t *cps, size_t count, size_t base)
{
	int want[UBA_CPS_MAX];
	int8_t levels[UBA_CPS_MAX];
	int want_base = uba_levels(cps, count, bases[base].theirs, want);

	if (line_levels(bidi, cps, count, bases[base].ours, levels)
			!= (want_base == 1))
		return false;
	for (size_t i = 0; i < count; i++) {
		if (want[i] != UBA_REMOVED && levels[i] != want[i])
			return false;
	}
	return is_same_order(levels, want, count);
}

static void
show(const uint32_t *cps, size_t count, size_t base)
{
	printf("# differs, base %d:", bases[base].theirs);
	for (size_t i = 0; i < count; i++)
		printf(" %04X", (unsigned)cps[i]);
	printf("\n");
}

static void
test_kind(struct bidi *bidi, size_t kind, uint64_t *state)
{
	int nmissed = 0;

	check_case(kinds[kind].name);
	for (int i = 0; i < kinds[kind].nstrings; i++) {
		uint32_t cps[UBA_CPS_MAX];
		size_t count = 1 + random_below(state, kinds[kind].nmax);
		size_t base = random_below(state, 3);

		for (size_t k = 0; k < count; k++)
			cps[k] = kinds[kind].alphabet[random_below(state,
				kinds[kind].nalphabet)];
		if (!is_same(bidi, cps, count, base) && ++nmissed <= 3)
			show(cps, count, base);
	}
	CHECK_INT(nmissed, 0);
}

/* Numbers with blanks between them; "x" is UBA_REMOVED. */
static size_t
read_numbers(const char *s, int radix, int *numbers)
{
	size_t count = 0;

	for (;;) {
		s += strspn(s, " \t\n");
		if (*s == '\0' || *s == ';')
			return count;
		numbers[count++] = *s == 'x' ? UBA_REMOVED
			: (int)strtol(s, NULL, radix);
		s += strcspn(s, " \t\n;");
	}
}

/* A line of BidiCharacterTest.txt: text; base; its level; levels; order. */
static bool
is_as_expected(const char *line)
{
	int numbers[NFIELDS][UBA_CPS_MAX], levels[UBA_CPS_MAX];
	uint32_t cps[UBA_CPS_MAX];
	size_t counts[NFIELDS], order[UBA_CPS_MAX];

	for (int i = 0; i < NFIELDS; i++) {
		counts[i] = read_numbers(line, i == 0 ? 16 : 10, numbers[i]);
		line += strcspn(line, ";");
		line += *line == ';';
	}
	for (size_t i = 0; i < counts[0]; i++)
		cps[i] = (uint32_t)numbers[0][i];
	if (uba_levels(cps, counts[0], numbers[1][0] == 2 ? UBA_AUTO
			: numbers[1][0], levels) != numbers[2][0]
			|| memcmp(levels, numbers[3],
				counts[3] * sizeof(*levels)) != 0
			|| uba_order(levels, counts[0], order) != counts[4])
		return false;
	for (size_t vis = 0; vis < counts[4]; vis++) {
		if ((int)order[vis] != numbers[4][vis])
			return false;
	}
	return counts[3] == counts[0];
}

/* The transcription itself; without the file there is nothing to check. */
static void
test_transcription(void)
{
	FILE *file = ucd_open("BidiCharacterTest.txt");
	char line[UCD_LINE_MAX];
	int ncases = 0, nmissed = 0;

	if (file == NULL)
		return;
	check_case("the transcription passes BidiCharacterTest");
	while (fgets(line, sizeof(line), file) != NULL) {
		if (line[0] == '#' || line[0] == '\n')
			continue;
		ncases++;
		if (!is_as_expected(line) && ++nmissed <= 3)
			printf("# missed: %s", line);
	}
	fclose(file);
	CHECK(ncases >= 90000);
	CHECK_INT(nmissed, 0);
}

int
main(void)
{
	struct bidi bidi = { 0 };
	uint64_t state = 20221122;

	test_transcription();
	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
		test_kind(&bidi, i, &state);
	bidi_release(&bidi);
	return check_done();
}
