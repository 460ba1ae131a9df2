/* BidiCharacterTest.txt through layout/bidi: levels and order. */

#include <config.h>

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "layout/bidi.h"
#include "../check.h"
#include "ucd.h"

#define NFIELDS 5
#define REMOVED UINT32_MAX

static const enum bidi_base bases[] = {
	BIDI_BASE_LTR, BIDI_BASE_RTL, BIDI_BASE_AUTO_LTR,
};

/* Numbers with blanks between them; "x" is REMOVED. */
static size_t
read_numbers(const char *s, int radix, uint32_t *numbers)
{
	size_t count = 0;

	for (;;) {
		s += strspn(s, " \t\n");
		if (*s == '\0')
			return count;
		numbers[count++] = *s == 'x' ? REMOVED
			: (uint32_t)strtoul(s, NULL, radix);
		s += strcspn(s, " \t\n");
	}
}

static bool
split_fields(char *line, char *fields[NFIELDS])
{
	int count = 0;

	if (*line == '#')
		return false;
	for (char *s = line; s != NULL && count < NFIELDS; count++) {
		fields[count] = s;
		s = strchr(s, ';');
		if (s != NULL)
			*s++ = '\0';
	}
	return count == NFIELDS;
}

/* Levels at the end of a line, whole; the base direction. */
static bool
line_levels(struct bidi *bidi, const uint32_t *cps, size_t count,
	enum bidi_base base, int8_t *levels)
{
	bool is_rtl = bidi_levels(bidi, cps, count, base, levels);
	bool is_space[UCD_CPS_MAX];

	for (size_t i = 0; i < count; i++)
		is_space[i] = bidi_is_space(cps[i]);
	bidi_end_line(is_space, count, is_rtl, levels);
	return is_rtl;
}

static bool
is_as_expected(struct bidi *bidi, char *const fields[NFIELDS])
{
	uint32_t cps[UCD_CPS_MAX], want[UCD_CPS_MAX], want_order[UCD_CPS_MAX];
	uint32_t order[UCD_CPS_MAX], kept[UCD_CPS_MAX];
	int8_t levels[UCD_CPS_MAX];
	size_t count = read_numbers(fields[0], 16, cps), nkept = 0;
	size_t norder = read_numbers(fields[4], 10, want_order);
	bool is_rtl = line_levels(bidi, cps, count, bases[atoi(fields[1])],
		levels);

	if (is_rtl != (atoi(fields[2]) == 1)
			|| read_numbers(fields[3], 10, want) != count)
		return false;
	for (size_t i = 0; i < count; i++) {
		if (want[i] == REMOVED)
			continue;
		if (levels[i] != (int)want[i])
			return false;
		levels[nkept] = levels[i];
		kept[nkept++] = (uint32_t)i;
	}
	bidi_order(levels, nkept, order);
	for (size_t vis = 0; vis < nkept; vis++) {
		if (kept[order[vis]] != want_order[vis])
			return false;
	}
	return nkept == norder;
}

int
main(void)
{
	FILE *file = ucd_open("BidiCharacterTest.txt");
	char line[UCD_LINE_MAX];
	char *fields[NFIELDS];
	struct bidi bidi = { 0 };
	int ncases = 0, nmissed = 0;

	if (file == NULL)
		return check_skip_all("no Unicode data");
	check_case("BidiCharacterTest");
	while (fgets(line, sizeof(line), file) != NULL) {
		if (!split_fields(line, fields))
			continue;
		ncases++;
		if (!is_as_expected(&bidi, fields) && ++nmissed <= 10)
			printf("# missed: %s\n", fields[0]);
	}
	fclose(file);
	bidi_release(&bidi);
	printf("# %d of %d\n", ncases - nmissed, ncases);
	CHECK(ncases >= 90000);
	CHECK_INT(nmissed, 0);
	return check_done();
}
