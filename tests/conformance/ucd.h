#ifndef TESTS_CONFORMANCE_UCD_H
#define TESTS_CONFORMANCE_UCD_H

/* Where the Unicode test files are: $NEWSPANE_UNICODE_DIR or Debian's. */

#include <stdio.h>
#include <stdlib.h>

#define UCD_LINE_MAX 4096
#define UCD_CPS_MAX 512

/* NULL where the file is not there. */
static inline FILE *
ucd_open(const char *name)
{
	const char *dir = getenv("NEWSPANE_UNICODE_DIR");
	char path[UCD_LINE_MAX];

	snprintf(path, sizeof(path), "%s/%s",
		dir != NULL ? dir : "/usr/share/unicode", name);
	return fopen(path, "r");
}

#endif
