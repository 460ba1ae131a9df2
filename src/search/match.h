#ifndef SEARCH_MATCH_H
#define SEARCH_MATCH_H

/*
 * Whether a text matches a query, and where: byte spans of the source text.
 * The folded text is searched; only where a query has marks to compare, or
 * spans are asked for, is the source looked at.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/span.h"

struct article;
struct query;

/* How near a hit is to what was typed, best first. */
enum rung {
	RUNG_EXACT,		/* as typed, but for case and composition */
	RUNG_FOLDED,
	RUNG_COUNT
};

/* The name that JSON uses ("exact"); never translated. */
const char *rung_name(enum rung rung);

struct match {
	struct span span;	/* of the source text */
	enum rung rung;
	uint32_t term;		/* index in query_terms() */
};

struct match_vec {
	struct match *at;
	size_t count, capacity;
};

/* Whether the whole article matches: every term occurs, no -term does. */
bool match_article(const struct query *query, const struct article *article);

/* How far match_article_on has come in an article. Zero: nowhere. */
struct match_progress {
	uint32_t term;		/* terms before it are decided */
	uint32_t off;		/* folded bytes looked at for this one */
};

enum match_answer {
	MATCH_NO,
	MATCH_YES,
	MATCH_LATER,		/* not known yet: ask again */
};

/*
 * match_article in steps of some milliseconds at most, for long articles: the
 * answer, or MATCH_LATER and PROGRESS.
 */
enum match_answer match_article_on(const struct query *query,
	const struct article *article, struct match_progress *progress);

/*
 * All places in clean TEXT where a term of the query occurs, in text order,
 * not overlapping (longest first where terms do), appended to MATCHES.
 * Whether the text as a whole matches is not asked.
 */
void match_find(const struct query *query, const char *text, size_t nbytes,
	struct match_vec *matches);

/*
 * The best rung that every term of the query reaches among MATCHES; a term
 * all of whose places longer ones took does not count.
 */
enum rung match_best_rung(const struct match_vec *matches);

#endif
