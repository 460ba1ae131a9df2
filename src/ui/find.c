#include <config.h>

#include "ui/find.h"

#include "model/archive.h"

static struct results *
results_of(const struct archive *archive, const char *typed, size_t nbytes)
{
	struct query *query = query_new(typed, nbytes);

	if (query_is_empty(query)) {
		query_free(query);
		return NULL;
	}
	return results_new(archive, query);
}

void
find_release(struct find *find)
{
	results_free(find->search);
	results_free(find->filter);
	*find = (struct find){ 0 };
}

void
find_set_search(struct find *find, const struct archive *archive,
	const char *typed, size_t nbytes)
{
	results_free(find->search);
	find->search = results_of(archive, typed, nbytes);
	find->generation++;
}

void
find_set_filter(struct find *find, const struct archive *archive,
	const char *typed, size_t nbytes)
{
	results_free(find->filter);
	find->filter = results_of(archive, typed, nbytes);
	find->generation++;
}

const struct results *
find_sought(const struct find *find)
{
	return find->search != NULL ? find->search : find->filter;
}

const char *
find_typed(const struct results *results)
{
	return results != NULL ? query_typed(results_query(results)) : "";
}

bool
find_matches(const struct results *results, const struct article *article)
{
	if (results == NULL)
		return false;
	if (article->number < results_seen(results))
		return results_has(results, article->number);
	return article->anchors == NULL
		&& match_article(results_query(results), article);
}

enum match_answer
find_ask(struct find *find, const struct article *article)
{
	struct results *sought = find->search != NULL ? find->search
		: find->filter;

	if (sought == NULL)
		return MATCH_NO;
	/* A long article is not looked at twice, nor all at once. */
	if (article->anchors != NULL
			&& article->number >= results_seen(sought)) {
		results_advance(sought, 1);
		if (article->number >= results_seen(sought))
			return MATCH_LATER;
	}
	return find_matches(sought, article)
		|| (article->number >= results_seen(sought)
			&& match_article(results_query(sought), article))
		? MATCH_YES : MATCH_NO;
}

const struct query *
find_query(const struct find *find)
{
	const struct results *sought = find_sought(find);

	return sought != NULL ? results_query(sought) : NULL;
}
