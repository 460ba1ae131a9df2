#ifndef CLI_SELECTION_H
#define CLI_SELECTION_H

/*
 * Which articles a mode without a screen works on, in listing order: all of
 * an archive that is done loading, or those that match a query.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/order.h"

struct archive;
struct identity;
struct query;
struct results;

struct selection {
	const struct archive *archive;
	struct identity *identity;
	struct order *order;
	struct results *results;	/* NULL: no query, all articles */
	uint32_t count;			/* how many articles are in it */
};

/* QUERY is taken over; NULL selects everything. */
void selection_init(struct selection *selection, const struct archive *archive,
	struct query *query, enum sort_key key);
void selection_release(struct selection *selection);
/* The query, or NULL. */
const struct query *selection_query(const struct selection *selection);
/*
 * The next article's number: start with *ROW at 0. False at the end.
 */
bool selection_next(const struct selection *selection, uint32_t *row,
	uint32_t *number);

#endif
