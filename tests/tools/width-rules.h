#ifndef TESTS_TOOLS_WIDTH_RULES_H
#define TESTS_TOOLS_WIDTH_RULES_H

/*
 * The width of every character from the files of the Unicode database: what
 * src/text/width_table.h is made from, and what a test compares it with.
 */

#include <stdbool.h>
#include <stdint.h>

#include "text/width.h"

/*
 * The last version of Unicode whose characters are sent; what came later has
 * no width in the C library and the terminals of Debian 12.
 */
#define WIDTH_UNICODE 14

/* Fills CLASSES[WIDTH_CPS]; false where the data files are not there. */
bool width_read_classes(uint8_t *classes);

#endif
