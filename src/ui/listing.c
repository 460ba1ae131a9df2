#include <config.h>

#include "ui/listing.h"

#include <assert.h>

#include "base/vec.h"
#include "base/xalloc.h"
#include "model/archive.h"
#include "search/results.h"

struct number_vec {
	uint32_t *at;
	size_t count, capacity;
};

struct listing {
	struct order *order;
	const struct results *filter;	/* NULL: none */
	uint32_t filter_seen;		/* how far it was at the last update */
	bool is_stale;			/* order or filter are others since */
	struct number_vec kept;		/* the rows, if there is a filter */
};

struct listing *
listing_new(const struct archive *archive, enum sort_key key)
{
	struct listing *listing = xcalloc(1, sizeof(*listing));

	listing->order = order_new(archive, key);
	return listing;
}

void
listing_free(struct listing *listing)
{
	if (listing == NULL)
		return;
	order_free(listing->order);
	VEC_RELEASE(&listing->kept);
	free(listing);
}

enum sort_key
listing_key(const struct listing *listing)
{
	return order_key(listing->order);
}

void
listing_set_key(struct listing *listing, enum sort_key key)
{
	order_set_key(listing->order, key);
	listing->is_stale = true;
}

void
listing_set_filter(struct listing *listing, const struct results *filter)
{
	listing->filter = filter;
	listing->kept.count = 0;
	listing->is_stale = true;
}

static void
keep_matching(struct listing *listing)
{
	uint32_t count = order_count(listing->order);

	listing->kept.count = 0;
	for (uint32_t row = 0; row < count; row++) {
		uint32_t number = order_at(listing->order, row);

		if (results_has(listing->filter, number))
			VEC_PUSH(&listing->kept, number);
	}
}

bool
listing_update(struct listing *listing)
{
	uint32_t seen = listing->filter != NULL
		? results_seen(listing->filter) : 0;
	bool is_changed = order_update(listing->order) || listing->is_stale
		|| seen != listing->filter_seen;

	listing->filter_seen = seen;
	listing->is_stale = false;
	if (is_changed && listing->filter != NULL)
		keep_matching(listing);
	return is_changed;
}

uint32_t
listing_count(const struct listing *listing)
{
	return listing->filter != NULL ? (uint32_t)listing->kept.count
		: order_count(listing->order);
}

uint32_t
listing_at(const struct listing *listing, uint32_t row)
{
	assert(row < listing_count(listing));
	return listing->filter != NULL ? listing->kept.at[row]
		: order_at(listing->order, row);
}

uint32_t
listing_row_of(const struct listing *listing, uint32_t number,
	bool *is_listed)
{
	uint32_t count = order_count(listing->order);
	uint32_t row = 0;

	*is_listed = false;
	for (uint32_t i = 0; i < count; i++) {
		uint32_t at = order_at(listing->order, i);
		bool is_kept = listing->filter == NULL
			|| (row < listing->kept.count
				&& listing->kept.at[row] == at);

		if (at == number) {
			*is_listed = is_kept;
			return row;
		}
		row += is_kept;
	}
	return row;
}
