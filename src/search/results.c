#include <config.h>

#include "search/results.h"

#include <stdlib.h>

#include "base/clock.h"
#include "base/vec.h"
#include "base/xalloc.h"
#include "model/archive.h"
#include "search/match.h"
#include "search/query.h"

/* Articles between two looks at the clock. */
#define STRIDE 16

struct results {
	const struct archive *archive;
	struct query *query;
	struct {
		uint64_t *at;	/* a bit for each article looked at */
		size_t count, capacity;
	} bits;
	uint32_t seen;
	uint32_t count;		/* that match */
	uint32_t retired;	/* of all articles, the last time */
	struct match_progress progress; /* in the next article */
};

struct results *
results_new(const struct archive *archive, struct query *query)
{
	struct results *results = xcalloc(1, sizeof(*results));

	results->archive = archive;
	results->query = query;
	return results;
}

void
results_free(struct results *results)
{
	if (results == NULL)
		return;
	VEC_RELEASE(&results->bits);
	query_free(results->query);
	free(results);
}

const struct query *
results_query(const struct results *results)
{
	return results->query;
}

/* Whether it is known now whether the next article matches. */
static bool
look_at_next(struct results *results)
{
	struct article article =
		archive_article(results->archive, results->seen);
	uint32_t bit = results->seen % 64;
	enum match_answer answer = MATCH_NO;

	if (!archive_is_retired(results->archive, results->seen))
		answer = match_article_on(results->query, &article,
			&results->progress);

	if (answer == MATCH_LATER)
		return false;
	results->progress = (struct match_progress){ 0 };
	if (bit == 0)
		VEC_PUSH(&results->bits, 0);
	if (answer == MATCH_YES) {
		results->bits.at[results->seen / 64] |= (uint64_t)1 << bit;
		results->count++;
	}
	results->seen++;
	return true;
}

static bool
has_bit(const struct results *results, uint32_t number)
{
	return (results->bits.at[number / 64] >> (number % 64) & 1) != 0;
}

/* Takes back the answers that were retired since; whether any may be. */
static bool
drop_retired(struct results *results)
{
	uint32_t retired = archive_retired_count(results->archive);

	if (retired == results->retired)
		return false;
	results->retired = retired;
	for (uint32_t i = 0; i < results->seen; i++) {
		if (!has_bit(results, i)
				|| !archive_is_retired(results->archive, i))
			continue;
		results->bits.at[i / 64] &= ~((uint64_t)1 << i % 64);
		results->count--;
	}
	return true;
}

bool
results_advance(struct results *results, uint32_t budget_us)
{
	uint32_t published = archive_count(results->archive);
	uint32_t first = results->seen;
	int64_t start = budget_us > 0 ? clock_us() : 0;
	bool is_changed = drop_retired(results);

	while (results->seen < published) {
		bool is_long = !look_at_next(results);

		if (budget_us > 0 && (is_long || results->seen % STRIDE == 0)
		    && clock_us() - start >= budget_us)
			break;
	}
	return results->seen > first || is_changed;
}

uint32_t
results_seen(const struct results *results)
{
	return results->seen;
}

uint32_t
results_count(const struct results *results)
{
	return results->count;
}

bool
results_has(const struct results *results, uint32_t number)
{
	return number < results->seen && has_bit(results, number);
}
