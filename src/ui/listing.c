#include <config.h>

#include "ui/listing.h"

#include <assert.h>

#include "base/vec.h"
#include "base/xalloc.h"
#include "model/archive.h"
#include "model/duplicates.h"
#include "search/results.h"

struct row {
	uint32_t number;
	uint32_t count;		/* see struct listing_group; 0: a member */
};

struct listing {
	const struct archive *archive;
	struct order *order;
	struct duplicates *duplicates;
	const struct results *filter;	/* NULL: none */
	uint32_t filter_seen;		/* how far it was at the last update */
	bool is_folding;
	bool is_stale;			/* something is another one since */
	bool has_rows;			/* else the order itself is the rows */
	struct {
		struct row *at;
		size_t count, capacity;
	} rows;
	struct {
		uint32_t *at;		/* one of each group */
		size_t count, capacity;
	} unfolded;
};

struct listing *
listing_new(const struct archive *archive, enum sort_key key)
{
	struct listing *listing = xcalloc(1, sizeof(*listing));

	listing->archive = archive;
	listing->order = order_new(archive, key);
	listing->duplicates = duplicates_new(archive);
	listing->is_folding = true;
	return listing;
}

void
listing_free(struct listing *listing)
{
	if (listing == NULL)
		return;
	order_free(listing->order);
	duplicates_free(listing->duplicates);
	VEC_RELEASE(&listing->rows);
	VEC_RELEASE(&listing->unfolded);
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
	listing->rows.count = 0;
	listing->has_rows = filter != NULL;
	listing->is_stale = true;
}

void
listing_set_folding(struct listing *listing, bool is_folding)
{
	listing->is_folding = is_folding;
	listing->is_stale = true;
}

/* Whether the list has a place for NUMBER: not what is folded away. */
static bool
is_kept(const struct listing *listing, uint32_t number)
{
	return (listing->filter == NULL
		|| results_has(listing->filter, number))
		&& !archive_is_retired(listing->archive, number);
}

/* The next in the group of NUMBER that is kept, AT itself or one behind it. */
static uint32_t
kept_from(const struct listing *listing, uint32_t at)
{
	while (at != DUPLICATES_NONE && !is_kept(listing, at))
		at = duplicates_next(listing->duplicates, at);
	return at;
}

/* The one that the row of NUMBER's group shows. */
static uint32_t
head_of(const struct listing *listing, uint32_t number)
{
	return kept_from(listing, duplicates_first(listing->duplicates,
		number));
}

static uint32_t
kept_after(const struct listing *listing, uint32_t number)
{
	return kept_from(listing, duplicates_next(listing->duplicates,
		number));
}

/* Where NUMBER's group is among those unfolded; their count: it is not. */
static size_t
find_unfolded(const struct listing *listing, uint32_t number)
{
	uint32_t first = duplicates_first(listing->duplicates, number);
	size_t i;

	for (i = 0; i < listing->unfolded.count; i++)
		if (duplicates_first(listing->duplicates,
			listing->unfolded.at[i]) == first)
			break;
	return i;
}

static bool
is_unfolded(const struct listing *listing, uint32_t number)
{
	return find_unfolded(listing, number) < listing->unfolded.count;
}

/* The row of a group that HEAD stands for, and those under it. */
static void
add_group(struct listing *listing, uint32_t head)
{
	size_t row = listing->rows.count;
	uint32_t count = 1;

	VEC_PUSH(&listing->rows, (struct row){ head, 1 });
	for (uint32_t at = kept_after(listing, head); at != DUPLICATES_NONE;
		at = kept_after(listing, at))
		count++;
	listing->rows.at[row].count = count;
	if (count == 1 || !is_unfolded(listing, head))
		return;
	for (uint32_t at = kept_after(listing, head); at != DUPLICATES_NONE;
		at = kept_after(listing, at))
		VEC_PUSH(&listing->rows, (struct row){ at, 0 });
}

static bool
is_alone(const struct listing *listing, uint32_t number)
{
	return duplicates_first(listing->duplicates, number) == number
		&& duplicates_next(listing->duplicates, number)
			== DUPLICATES_NONE;
}

static void
make_rows(struct listing *listing)
{
	uint32_t count = order_count(listing->order);
	bool has_groups = listing->is_folding
		&& duplicates_count(listing->duplicates) > 0;

	listing->rows.count = 0;
	listing->has_rows = has_groups || listing->filter != NULL;
	if (!listing->has_rows)
		return;
	for (uint32_t i = 0; i < count; i++) {
		uint32_t number = order_at(listing->order, i);

		if (listing->filter != NULL
			&& !results_has(listing->filter, number))
			continue;
		if (!has_groups || is_alone(listing, number))
			VEC_PUSH(&listing->rows, (struct row){ number, 1 });
		else if (head_of(listing, number) == number)
			add_group(listing, number);
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
	if (is_changed)
		make_rows(listing);
	return is_changed;
}

bool
listing_work(struct listing *listing, bool has_all, uint32_t budget_us)
{
	if (duplicates_advance(listing->duplicates, has_all, budget_us))
		listing->is_stale = true;
	return !duplicates_is_done(listing->duplicates, has_all);
}

const struct duplicates *
listing_duplicates(const struct listing *listing)
{
	return listing->duplicates;
}

uint32_t
listing_count(const struct listing *listing)
{
	return listing->has_rows ? (uint32_t)listing->rows.count
		: order_count(listing->order);
}

uint32_t
listing_at(const struct listing *listing, uint32_t row)
{
	assert(row < listing_count(listing));
	return listing->has_rows ? listing->rows.at[row].number
		: order_at(listing->order, row);
}

/* The row of NUMBER where all are rows, or the first one behind it. */
static uint32_t
row_in_order(const struct listing *listing, uint32_t number, bool *is_listed)
{
	uint32_t count = order_count(listing->order), row = 0;

	while (row < count && order_at(listing->order, row) != number)
		row++;
	*is_listed = row < count;
	return row;
}

/* Where NUMBER, which is no row, would be: its group's, or by the order. */
static uint32_t
row_of_absent(const struct listing *listing, uint32_t number)
{
	uint32_t first = duplicates_first(listing->duplicates, number);
	uint32_t count = order_count(listing->order), row = 0;

	for (uint32_t i = 0; i < count; i++) {
		uint32_t at = order_at(listing->order, i);

		if (at == number)
			break;
		if (row == listing->rows.count
			|| listing->rows.at[row].number != at)
			continue;
		for (row++; row < listing->rows.count
			&& listing->rows.at[row].count == 0; row++)
			;
	}
	if (!is_kept(listing, number))
		return row;
	for (uint32_t i = 0; i < listing->rows.count; i++)
		if (duplicates_first(listing->duplicates,
			listing->rows.at[i].number) == first)
			return i;
	return row;
}

uint32_t
listing_row_of(const struct listing *listing, uint32_t number,
	bool *is_listed)
{
	if (!listing->has_rows)
		return row_in_order(listing, number, is_listed);
	for (uint32_t i = 0; i < listing->rows.count; i++) {
		if (listing->rows.at[i].number == number) {
			*is_listed = true;
			return i;
		}
	}
	*is_listed = false;
	return row_of_absent(listing, number);
}

struct listing_group
listing_group(const struct listing *listing, uint32_t row)
{
	const struct row *at;

	if (!listing->has_rows)
		return (struct listing_group){ .count = 1 };
	at = &listing->rows.at[row];
	return (struct listing_group){
		.count = at->count > 0 ? at->count : 1,
		.is_unfolded = at->count > 1 && row + 1 < listing->rows.count
			&& at[1].count == 0,
		.is_member = at->count == 0,
	};
}

/* Whether NUMBER has copies that are listed, or folded away. */
static bool
has_copies(const struct listing *listing, uint32_t number)
{
	uint32_t head = head_of(listing, number);

	return listing->is_folding && head != DUPLICATES_NONE
		&& kept_after(listing, head) != DUPLICATES_NONE;
}

bool
listing_unfold(struct listing *listing, uint32_t number)
{
	if (!has_copies(listing, number) || is_unfolded(listing, number))
		return false;
	VEC_PUSH(&listing->unfolded, number);
	make_rows(listing);
	return true;
}

bool
listing_fold(struct listing *listing, uint32_t number)
{
	size_t i = find_unfolded(listing, number);

	if (!has_copies(listing, number) || i == listing->unfolded.count)
		return false;
	/* There may be several of one group, which came together since. */
	for (; i < listing->unfolded.count; i = find_unfolded(listing, number))
		listing->unfolded.at[i] =
			listing->unfolded.at[--listing->unfolded.count];
	make_rows(listing);
	return true;
}

uint32_t
listing_folded(const struct listing *listing, uint32_t row, uint32_t number)
{
	if (listing_group(listing, row).count == 1
		|| listing_group(listing, row).is_unfolded)
		return DUPLICATES_NONE;
	return kept_after(listing, number == DUPLICATES_NONE
		? listing_at(listing, row) : number);
}
