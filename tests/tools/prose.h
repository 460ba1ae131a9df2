#ifndef TESTS_TOOLS_PROSE_H
#define TESTS_TOOLS_PROSE_H

/*
 * Text in many languages from what is installed: the translations in message
 * catalogues. tests/tools/gen-language makes tables of some, and
 * tests/unit/test-language-prose reads others.
 */

#include <stdbool.h>

#include "base/buf.h"

enum prose_side { PROSE_ORIGINAL, PROSE_TRANSLATION };

/*
 * Appends one side of the catalogue at PATH, a line for each message, without
 * accelerators, tags and conversions of printf, and without what was left as
 * it was. False: there is no such catalogue.
 */
bool prose_add_catalogue(struct buf *out, const char *path,
	enum prose_side side);

/* Appends the paragraphs of an HTML file, a line each, without their tags. */
bool prose_add_html(struct buf *out, const char *path);

#endif
