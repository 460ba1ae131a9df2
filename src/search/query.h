#ifndef SEARCH_QUERY_H
#define SEARCH_QUERY_H

/*
 * What was typed, parsed and folded once. Small and forgiving: words, which
 * must all occur (as substrings), "phrases" in quotes (any kind; a missing
 * closing quote is no error), and -word or -"phrase" that must not occur.
 * Marks typed on Latin letters must be in the text, those not typed are free.
 */

#include <stdbool.h>
#include <stddef.h>

struct query;
struct term_vec;

/* TYPED is clean UTF-8. Never fails: an empty query matches nothing. */
struct query *query_new(const char *typed, size_t nbytes);
void query_free(struct query *query);
bool query_is_empty(const struct query *query);
/* What was typed, with a terminator; borrowed. */
const char *query_typed(const struct query *query);
/*
 * The words and phrases (search/term.h), none twice: longest first, of equal
 * length those with marks first. Borrowed.
 */
const struct term_vec *query_terms(const struct query *query);

#endif
