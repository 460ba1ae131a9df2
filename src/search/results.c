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
	enum match_answer answer = match_article_on(results->query, &article,
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

bool
results_advance(struct results *results, uint32_t budget_us)
{
	uint32_t published = archive_count(results->archive);
	uint32_t first = results->seen;
	int64_t start = budget_us > 0 ? clock_us() : 0;

	while (results->seen < published) {
		bool is_long = !look_at_next(results);

		if (budget_us > 0 && (is_long || results->seen % STRIDE == 0)
		    && clock_us() - start >= budget_us)
			break;
	}
	return results->seen > first;
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
	return number < results->seen
		&& (results->bits.at[number / 64] >> (number % 64) & 1) != 0;
}
