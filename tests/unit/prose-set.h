#ifndef TESTS_UNIT_PROSE_SET_H
#define TESTS_UNIT_PROSE_SET_H

/*
 * Paragraphs and headlines in a known language, from what Debian packages
 * install: translated manual pages, and message catalogues where there are
 * none. None of them is what tests/tools/gen-language learns from.
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

/* Lines, each a paragraph of 20 to 60 words or a headline of 4 to 12. */
struct prose_set {
	struct buf paragraphs, headlines;
};

/*
 * Adds those of the manual pages in FOLDER ("": the English ones), in the
 * order of their names; nothing where there is no such folder. A headline is
 * the first sentence of a paragraph. What stands in the English pages, too,
 * was not translated and is left out.
 */
void prose_add_manual(struct prose_set *set, const char *folder);

/* Adds what the catalogues of FOLDER give, several messages a paragraph. */
void prose_add_messages(struct prose_set *set, const char *folder);

void prose_set_release(struct prose_set *set);

#endif
