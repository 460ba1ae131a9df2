/*
 * LineBreakTest.txt through layout/breaks; its table against the data files
 * and the rules that it was made from.
 */

#include <config.h>

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "layout/breaks.h"
#include "layout/breaks_table.h"
#include "../check.h"
#include "../random.h"
#include "../tools/break-rules.h"
#include "ucd.h"

/* How many cases version 15.0 has. */
#define CASES_MIN 7654

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
		if ((got[i] != LINE_BREAK_NO) != wanted[i])
			return false;
	}
	return got[0] == LINE_BREAK_NO;
}

static void
test_file(FILE *file)
{
	char line[UCD_LINE_MAX];
	uint32_t cps[UCD_CPS_MAX];
	bool wanted[UCD_CPS_MAX + 1];
	int ncases = 0, nmissed = 0;

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
	printf("# %d of %d\n", ncases - nmissed, ncases);
	CHECK(ncases >= CASES_MIN);
	CHECK_INT(nmissed, 0);
}

/* The rules themselves, with nothing of the table. */
static void
breaks_by_rules(const uint32_t *cps, size_t count, const uint8_t *classes,
	uint8_t *breaks)
{
	struct lb_context context = { 0 };
	size_t last = 0;

	for (size_t i = 0; i < count; i++) {
		enum lb_decision decision = lb_step(&context,
			classes[cps[i]]);

		breaks[i] = decision == LB_BREAK ? LINE_BREAK_MAY
			: LINE_BREAK_NO;
		if (decision == LB_STAY_BOTH)
			breaks[last] = LINE_BREAK_NO;
		if (decision == LB_BREAK)
			last = i;
	}
}

static void
check_rules(const uint32_t *cps, size_t count, const uint8_t *classes)
{
	uint8_t got[UCD_CPS_MAX], want[UCD_CPS_MAX];

	breaks_find(cps, count, got);
	breaks_by_rules(cps, count, classes, want);
	if (CHECK(memcmp(got, want, count) == 0))
		return;
	printf("#");
	for (size_t i = 0; i < count; i++)
		printf(" %04X:%s:%d", (unsigned)cps[i],
			lb_names[classes[cps[i]]], want[i]);
	printf("\n");
}

static uint8_t
class_of(uint32_t cp)
{
	if (cp < BREAKS_TABLE_CPS)
		return breaks_classes[breaks_block_of[cp / BREAKS_BLOCK_CPS]
			* BREAKS_BLOCK_CPS + cp % BREAKS_BLOCK_CPS];
	for (size_t i = 0; i < sizeof(breaks_ranges) / sizeof(*breaks_ranges);
			i++) {
		if (cp >= breaks_ranges[i].first && cp <= breaks_ranges[i].last)
			return breaks_ranges[i].class;
	}
	return BREAKS_AL;
}

static void
test_characters(const uint8_t *classes)
{
	int nwrong = 0;

	check_case("every character has its class");
	CHECK_INT(BREAKS_CLASSES, LB_COUNT);
	for (uint32_t cp = 0; cp < LB_CPS; cp++) {
		if (class_of(cp) != classes[cp] && nwrong++ == 0)
			printf("# U+%04X\n", (unsigned)cp);
	}
	CHECK_INT(nwrong, 0);
}

/* Strings of classes rather than of characters: few characters are rare. */
static void
test_strings(const uint8_t *classes)
{
	static uint32_t samples[LB_COUNT];
	uint64_t seed = 14;

	check_case("the table follows the rules on random strings");
	for (uint32_t cp = LB_CPS; cp-- > 0;)
		samples[classes[cp]] = cp;
	/* A bad table fails once, not a hundred thousand times. */
	for (int i = 0; i < 100000 && !check_state.has_failed; i++) {
		uint32_t cps[UCD_CPS_MAX];
		size_t count = 1 + random_next(&seed) % 24;

		for (size_t k = 0; k < count; k++)
			cps[k] = samples[random_next(&seed) % LB_COUNT];
		check_rules(cps, count, classes);
	}
}

int
main(void)
{
	static uint8_t classes[LB_CPS];
	FILE *file = ucd_open("auxiliary/LineBreakTest.txt");

	if (file == NULL)
		return check_skip_all("no Unicode data");
	test_file(file);
	fclose(file);
	if (lb_read_classes(classes)) {
		test_characters(classes);
		test_strings(classes);
	}
	return check_done();
}
