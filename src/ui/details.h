#ifndef UI_DETAILS_H
#define UI_DETAILS_H

/* Sheets of facts: about one article, and about what could not be read. */

#include <stdbool.h>
#include <stdint.h>

struct archive;
struct boilerplate;
struct buf;
struct err;
struct sheet;

/*
 * Opens SHEET with what anatomy found in article NUMBER, and what of that is
 * known as BOILERPLATE.
 */
void details_open(struct sheet *sheet, const struct archive *archive,
	const struct boilerplate *boilerplate, uint32_t number);

/* Whether anything was not read, not whole or passed over. */
bool problems_exist(const struct archive *archive);

/*
 * Opens SHEET with the problems of the archive: what could not be read, what
 * is served in part, what was passed over and how much of it. ADD_ERR appends
 * the sentence for one; NULL: only the name.
 */
void problems_open(struct sheet *sheet, const struct archive *archive,
	void (*add_err)(const struct err *err, struct buf *out));

#endif
