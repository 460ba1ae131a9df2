#ifndef UI_FIND_H
#define UI_FIND_H

/*
 * What is being looked for: the search, whose matches the panes highlight,
 * and the filter, which narrows the list and stands in for the search while
 * there is none. Plain data that the panes borrow; the app changes it.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "search/match.h"
#include "search/query.h"
#include "search/results.h"

struct archive;
struct article;

/* Zero is "nothing". */
struct find {
	struct results *search;		/* owned; NULL: no search */
	struct results *filter;		/* owned; NULL: all are listed */
	unsigned generation;		/* grows when either changes */
};

void find_release(struct find *find);
/* TYPED is clean; blank: no search (no filter). */
void find_set_search(struct find *find, const struct archive *archive,
	const char *typed, size_t nbytes);
void find_set_filter(struct find *find, const struct archive *archive,
	const char *typed, size_t nbytes);

/* What to highlight and to walk through: the search, else the filter. */
const struct results *find_sought(const struct find *find);
/* What was typed; the empty string where there is nothing. */
const char *find_typed(const struct results *results);
/*
 * Whether RESULTS's query matches the article: looks at the article itself
 * where the results have not come to it yet, but for a long one, which matches
 * only then. NULL matches nothing.
 */
bool find_matches(const struct results *results,
	const struct article *article);
/*
 * The same for what is sought; MATCH_LATER: it was looked at for a while, or
 * the articles before it were, to be asked again.
 */
enum match_answer find_ask(struct find *find, const struct article *article);
/* The query of find_sought; NULL: nothing is. Valid until that changes. */
const struct query *find_query(const struct find *find);

#endif
