/* LineBreakTest.txt through layout/breaks. */

#include <config.h>

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "layout/breaks.h"
#include "../check.h"
#include "ucd.h"

/*
 * Of the 7654 lines of version 15.0: the rest is what libunistring does not
 * know (LB14, LB16, LB20, and LB25 as the file tailors it).
 */
#define MISSED_MAX 73

/* "\xc3\x97 0023 \xc3\xb7 0041 \xc3\xb7": crosses and division signs. */
static size_t
read_case(const char *line, uint32_t *cps, bool *wanted)
{
	size_t count = 0;

	while (*line != '\0' && *line != '#') {
		char *end;

		if ((unsigned char)line[0] == 0xC3) {
			wanted[count] = (unsigned char)line[1] == 0xB7;
			line += 2;
		} else if (*line == ' ' || *line == '\t' || *line == '\n') {
			line++;
		} else {
			cps[count++] = (uint32_t)strtoul(line, &end, 16);
			line = end;
		}
	}
	return count;
}

static bool
is_as_wanted(const uint32_t *cps, const bool *wanted, size_t count)
{
	uint8_t got[UCD_CPS_MAX];

	breaks_find(cps, count, got);
	for (size_t i = 1; i < count; i++) {
		if ((got[i] != 0) != wanted[i])
			return false;
	}
	return true;
}

int
main(void)
{
	FILE *file = ucd_open("auxiliary/LineBreakTest.txt");
	char line[UCD_LINE_MAX];
	uint32_t cps[UCD_CPS_MAX];
	bool wanted[UCD_CPS_MAX + 1];
	int ncases = 0, nmissed = 0;

	if (file == NULL)
		return check_skip_all("no Unicode data");
	check_case("LineBreakTest");
	while (fgets(line, sizeof(line), file) != NULL) {
		size_t count = read_case(line, cps, wanted);

		if (count == 0)
			continue;
		ncases++;
		if (!is_as_wanted(cps, wanted, count)) {
			nmissed++;
			if (getenv("UCD_VERBOSE") != NULL)
				printf("# missed: %s", line);
		}
	}
	fclose(file);
	printf("# %d of %d\n", ncases - nmissed, ncases);
	CHECK(ncases >= 7000);
	CHECK(nmissed <= MISSED_MAX);
	return check_done();
}
