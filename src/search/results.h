#ifndef SEARCH_RESULTS_H
#define SEARCH_RESULTS_H

/*
 * The answer of an archive to a query, worked out in slices between two keys
 * and taken further while the archive grows. A retired article is no answer.
 */

#include <stdbool.h>
#include <stdint.h>

struct archive;
struct query;
struct results;

/* QUERY is taken over and freed with the results. */
struct results *results_new(const struct archive *archive,
	struct query *query);
void results_free(struct results *results);
const struct query *results_query(const struct results *results);

/*
 * Looks at published articles that were not looked at yet, for about
 * BUDGET_US microseconds (0: all there are; one step of a long article may
 * take longer), and takes back what was retired. Whether the answer may be
 * another one than before.
 */
bool results_advance(struct results *results, uint32_t budget_us);
/* How many articles were looked at: 0, 1, ... up to this one. */
uint32_t results_seen(const struct results *results);
/* How many of them match. */
uint32_t results_count(const struct results *results);
/* Whether article NUMBER matches; false where it was not looked at yet. */
bool results_has(const struct results *results, uint32_t number);

#endif
