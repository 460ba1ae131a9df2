/*
 * GraphemeBreakTest.txt of the Unicode Character Database through
 * cluster_breaks.
 */

#include <config.h>

#include <stdlib.h>

#include "text/cluster.h"

#include "../check.h"

#define CPS_MAX 64

/* A line of the file: which characters, and where a cluster starts. */
struct row {
	uint32_t cps[CPS_MAX];
	bool want[CPS_MAX];
	size_t count;
};

/* "÷ 0020 × 0308 ÷" and a comment. */
static bool
row_parse(const char *line, struct row *row)
{
	bool is_break = false;

	row->count = 0;
	while (*line != '\0' && *line != '#') {
		char *end;
		unsigned long cp = strtoul(line, &end, 16);

		if (end != line) {
			if (row->count == CPS_MAX)
				return false;
			row->cps[row->count] = (uint32_t)cp;
			row->want[row->count++] = is_break;
			line = end;
		} else if (strncmp(line, "÷", strlen("÷")) == 0) {
			is_break = true;
			line += strlen("÷");
		} else if (strncmp(line, "×", strlen("×")) == 0) {
			is_break = false;
			line += strlen("×");
		} else {
			line++;
		}
	}
	return row->count > 0;
}

static bool
row_passes(const struct row *row)
{
	bool got[CPS_MAX];

	cluster_breaks(row->cps, row->count, got);
	return memcmp(got, row->want, row->count * sizeof(got[0])) == 0;
}

static FILE *
open_test_file(void)
{
	const char *directory = getenv("NEWSPANE_UNICODE_DIR");
	char path[4096];

	snprintf(path, sizeof(path), "%s/auxiliary/GraphemeBreakTest.txt",
		directory != NULL ? directory : "/usr/share/unicode");
	return fopen(path, "r");
}

int
main(void)
{
	FILE *file = open_test_file();
	char line[4096];
	struct row row;
	int nrows = 0, npassed = 0;

	if (file == NULL)
		return check_skip_all("no GraphemeBreakTest.txt "
			"(package unicode-data)");
	check_case("GraphemeBreakTest");
	while (fgets(line, sizeof(line), file) != NULL) {
		if (!row_parse(line, &row))
			continue;
		nrows++;
		if (row_passes(&row))
			npassed++;
		else
			printf("# %s", line);
	}
	fclose(file);
	printf("# %d of %d rows\n", npassed, nrows);
	CHECK(nrows > 0);
	CHECK_INT(npassed, nrows);
	return check_done();
}
