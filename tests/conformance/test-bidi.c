/*
 * BidiTest.txt through layout/bidi: every line is a string of bidi classes
 * and the base directions to try it with.
 */

#include <config.h>

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "layout/bidi.h"
#include "../check.h"
#include "ucd.h"

#define REMOVED (-1)

/* One character of each class. */
static const struct {
	const char *name;
	uint32_t cp;
} classes[] = {
	{ "L", 'a' },		{ "R", 0x05D0 },	{ "AL", 0x0627 },
	{ "EN", '0' },		{ "ES", '+' },		{ "ET", '$' },
	{ "AN", 0x0660 },	{ "CS", ',' },		{ "NSM", 0x0300 },
	{ "BN", 0x00AD },	{ "B", 0x2029 },	{ "S", '\t' },
	{ "WS", ' ' },		{ "ON", '!' },		{ "LRE", 0x202A },
	{ "RLE", 0x202B },	{ "PDF", 0x202C },	{ "LRO", 0x202D },
	{ "RLO", 0x202E },	{ "LRI", 0x2066 },	{ "RLI", 0x2067 },
	{ "FSI", 0x2068 },	{ "PDI", 0x2069 },
};

/* Bits of the last field. */
static const enum bidi_base bases[] = {
	BIDI_BASE_AUTO_LTR, BIDI_BASE_LTR, BIDI_BASE_RTL,
};

struct expected {
	int levels[UCD_CPS_MAX], order[UCD_CPS_MAX];
	size_t nlevels, norder;
};

static uint32_t
char_of_class(const char *name, size_t nbytes)
{
	for (size_t i = 0; i < sizeof(classes) / sizeof(*classes); i++) {
		if (strlen(classes[i].name) == nbytes
				&& memcmp(classes[i].name, name, nbytes) == 0)
			return classes[i].cp;
	}
	return 0;
}

/* Numbers with blanks between them; "x" is REMOVED. */
static size_t
read_numbers(const char *s, int *numbers)
{
	size_t count = 0;

	for (;;) {
		s += strspn(s, " \t\n");
		if (*s == '\0')
			return count;
		numbers[count++] = *s == 'x' ? REMOVED : atoi(s);
		s += strcspn(s, " \t\n");
	}
}

/* The classes up to the semicolon; returns what is behind that, or NULL. */
static const char *
read_classes(const char *s, uint32_t *cps, size_t *count)
{
	*count = 0;
	for (;;) {
		size_t nbytes;

		s += strspn(s, " \t");
		if (*s == ';')
			return s + 1;
		nbytes = strcspn(s, " \t;\n");
		if (nbytes == 0)
			return NULL;
		cps[(*count)++] = char_of_class(s, nbytes);
		s += nbytes;
	}
}

static bool
is_as_expected(struct bidi *bidi, const uint32_t *cps, size_t count,
	enum bidi_base base, const struct expected *expected)
{
	int8_t levels[UCD_CPS_MAX];
	bool is_space[UCD_CPS_MAX];
	uint32_t order[UCD_CPS_MAX], kept[UCD_CPS_MAX];
	size_t nkept = 0;
	bool is_rtl = bidi_levels(bidi, cps, count, base, levels);

	for (size_t i = 0; i < count; i++)
		is_space[i] = bidi_is_space(cps[i]);
	bidi_end_line(is_space, count, is_rtl, levels);
	for (size_t i = 0; i < count; i++) {
		if (expected->levels[i] == REMOVED)
			continue;
		if (levels[i] != expected->levels[i])
			return false;
		levels[nkept] = levels[i];
		kept[nkept++] = (uint32_t)i;
	}
	bidi_order(levels, nkept, order);
	for (size_t vis = 0; vis < nkept; vis++) {
		if ((int)kept[order[vis]] != expected->order[vis])
			return false;
	}
	return nkept == expected->norder;
}

static void
run_line(const char *line, struct bidi *bidi, const struct expected *expected,
	int *ncases, int *nmissed)
{
	uint32_t cps[UCD_CPS_MAX];
	size_t count;
	const char *rest = read_classes(line, cps, &count);
	unsigned long bits;

	if (rest == NULL)
		return;
	CHECK(count == expected->nlevels);
	bits = strtoul(rest, NULL, 16);
	for (size_t i = 0; i < sizeof(bases) / sizeof(*bases); i++) {
		if ((bits & 1ul << i) == 0)
			continue;
		++*ncases;
		if (!is_as_expected(bidi, cps, count, bases[i], expected)
				&& ++*nmissed <= 10)
			printf("# base %zu: %s", i, line);
	}
}

int
main(void)
{
	static struct expected expected;
	FILE *file = ucd_open("BidiTest.txt");
	char line[UCD_LINE_MAX];
	struct bidi bidi = { 0 };
	int ncases = 0, nmissed = 0;

	if (file == NULL)
		return check_skip_all("no Unicode data");
	check_case("BidiTest");
	while (fgets(line, sizeof(line), file) != NULL) {
		if (strncmp(line, "@Levels:", 8) == 0)
			expected.nlevels = read_numbers(line + 8,
				expected.levels);
		else if (strncmp(line, "@Reorder:", 9) == 0)
			expected.norder = read_numbers(line + 9,
				expected.order);
		else if (line[0] != '#' && line[0] != '@')
			run_line(line, &bidi, &expected, &ncases, &nmissed);
	}
	fclose(file);
	bidi_release(&bidi);
	printf("# %d of %d\n", ncases - nmissed, ncases);
	CHECK(ncases >= 700000);
	CHECK_INT(nmissed, 0);
	return check_done();
}
