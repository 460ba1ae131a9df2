#ifndef UI_COPIES_H
#define UI_COPIES_H

/*
 * What the details of an article say about its copies: where each is and how
 * alike the two are, which is worked out here for the two of them.
 */

#include <stdint.h>

struct archive;
struct duplicates;
struct sheet;

/* Adds nothing to SHEET where article NUMBER has no copies. */
void copies_add(struct sheet *sheet, const struct archive *archive,
	const struct duplicates *duplicates, uint32_t number);

#endif
