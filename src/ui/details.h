#ifndef UI_DETAILS_H
#define UI_DETAILS_H

/* Sheets of facts: about one article, and about what could not be read. */

#include <stdint.h>

struct archive;
struct buf;
struct err;
struct sheet;

/* Opens SHEET with what anatomy found in article NUMBER. */
void details_open(struct sheet *sheet, const struct archive *archive,
	uint32_t number);

/*
 * Opens SHEET with the problems of the archive. ADD_ERR appends the sentence
 * for one; NULL: only the name.
 */
void problems_open(struct sheet *sheet, const struct archive *archive,
	void (*add_err)(const struct err *err, struct buf *out));

#endif
