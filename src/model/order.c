#include <config.h>

#include "model/order.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "base/buf.h"
#include "base/xalloc.h"
#include "model/archive.h"
#include "text/fold.h"

/* What an article is compared by; kept, for those that arrive later. */
struct item {
	int64_t rank;		/* the smaller first */
	const char *path;
	size_t title;		/* where its folded title is in titles */
	uint32_t number;
};

struct order {
	const struct archive *archive;
	enum sort_key key;
	struct item *items;
	uint32_t count;
	uint32_t taken;		/* articles looked at: 0, 1, ... */
	uint32_t retired;	/* how many of all were, the last time */
	uint64_t capacity;
	struct buf titles;	/* folded, NULs between; by SORT_TITLE only */
};

struct order *
order_new(const struct archive *archive, enum sort_key key)
{
	struct order *order = xcalloc(1, sizeof(*order));

	order->archive = archive;
	order->key = key;
	buf_init(&order->titles);
	return order;
}

void
order_free(struct order *order)
{
	if (order == NULL)
		return;
	free(order->items);
	buf_release(&order->titles);
	free(order);
}

enum sort_key
order_key(const struct order *order)
{
	return order->key;
}

void
order_set_key(struct order *order, enum sort_key key)
{
	assert(key < SORT_KEY_COUNT);
	if (key == order->key)
		return;
	order->key = key;
	order->count = order->taken = 0;
	buf_release(&order->titles);
	order_update(order);
}

uint32_t
order_count(const struct order *order)
{
	return order->count;
}

uint32_t
order_at(const struct order *order, uint32_t row)
{
	assert(row < order->count);
	return order->items[row].number;
}

/* Undated ones last, whichever way the dates go. */
static int64_t
date_rank(struct date date, bool is_newest_first)
{
	if (date.precision == DATE_NONE)
		return INT32_MAX;
	return is_newest_first ? -(int64_t)date.days : date.days;
}

static int64_t
rank_of(const struct article *article, enum sort_key key)
{
	switch (key) {
	case SORT_NEWEST:
	case SORT_OLDEST:
		return date_rank(article->date, key == SORT_NEWEST);
	case SORT_LANGUAGE:
		return ((int64_t)article->language << 33)
			+ date_rank(article->date, true);
	default:
		return 0;
	}
}

/* The first bytes of S, but for the last bit: most titles differ there. */
static int64_t
title_rank(const char *s)
{
	uint64_t rank = 0;

	for (int i = 0; i < 8; i++)
		rank = rank << 8 | (unsigned char)(*s != '\0' ? *s++ : 0);
	return (int64_t)(rank >> 1);
}

static void
take_title(struct order *order, const struct article *article,
	struct item *item)
{
	struct span label = article->label;

	item->title = order->titles.nbytes;
	fold_text(article->text + label.start, span_nbytes(label),
		&order->titles);
	item->rank = title_rank(order->titles.at + item->title);
	buf_add_byte(&order->titles, '\0');
}

static int
item_compare(const struct order *order, const struct item *a,
	const struct item *b)
{
	int result = 0;

	if (a->rank != b->rank)
		return a->rank < b->rank ? -1 : 1;
	if (order->key == SORT_TITLE)
		result = strcmp(order->titles.at + a->title,
			order->titles.at + b->title);
	if (result == 0)
		result = strcmp(a->path, b->path);
	if (result == 0)
		result = (a->number > b->number) - (a->number < b->number);
	return result;
}

/* Merges the sorted halves of FROM, which part at MIDDLE, into TO. */
static void
merge(const struct order *order, const struct item *from, uint32_t middle,
	uint32_t count, struct item *to)
{
	uint32_t left = 0, right = middle;

	if (middle == count
		|| item_compare(order, &from[middle - 1], &from[middle]) < 0) {
		memcpy(to, from, count * sizeof(*to));
		return;
	}
	while (left < middle && right < count)
		*to++ = item_compare(order, &from[left], &from[right]) < 0
			? from[left++] : from[right++];
	memcpy(to, from + left, (middle - left) * sizeof(*to));
	to += middle - left;
	memcpy(to, from + right, (count - right) * sizeof(*to));
}

/*
 * Runs that double; what arrives in order is only looked through. SCRATCH has
 * room for as many.
 */
static void
sort(const struct order *order, struct item *items, uint32_t count,
	struct item *scratch)
{
	struct item *from = items, *to = scratch;

	for (uint64_t run = 1; run < count; run *= 2) {
		struct item *other = from;

		for (uint64_t i = 0; i < count; i += 2 * run) {
			uint64_t left = count - i;
			uint64_t both = left < 2 * run ? left : 2 * run;

			merge(order, from + i,
				(uint32_t)(left < run ? left : run),
				(uint32_t)both, to + i);
		}
		from = to;
		to = other;
	}
	if (from != items && count > 0)
		memcpy(items, from, count * sizeof(*items));
}

/* The first of the COUNT sorted items that comes after ITEM. */
static uint32_t
place_of(const struct order *order, uint32_t count, const struct item *item)
{
	uint32_t low = 0, high = count;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;

		if (item_compare(order, &order->items[middle], item) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/*
 * Takes in COUNT sorted items, the last one first: those behind each make
 * room for it, all at once.
 */
static void
take_in(struct order *order, const struct item *items, uint32_t count)
{
	uint32_t left = order->count;

	order->count += count;
	while (count > 0) {
		const struct item *item = &items[--count];
		uint32_t place = place_of(order, left, item);

		memmove(order->items + place + count + 1, order->items + place,
			(left - place) * sizeof(*order->items));
		order->items[place + count] = *item;
		left = place;
	}
}

static struct item
item_of(struct order *order, uint32_t number)
{
	struct article article = archive_article(order->archive, number);
	struct item item = { .path = article.path, .number = number };

	item.rank = rank_of(&article, order->key);
	if (order->key == SORT_TITLE)
		take_title(order, &article, &item);
	return item;
}

static void
reserve(struct order *order, uint32_t count)
{
	uint64_t capacity = order->capacity;

	while (capacity < count)
		capacity = capacity < 1024 ? 1024 : capacity + capacity / 2;
	if (capacity == order->capacity)
		return;
	order->items = xreallocarray(order->items, (size_t)capacity,
		sizeof(*order->items));
	order->capacity = capacity;
}

/* Drops what was retired since; whether anything was. */
static bool
drop_retired(struct order *order)
{
	uint32_t retired = archive_retired_count(order->archive), count = 0;

	if (retired == order->retired)
		return false;
	order->retired = retired;
	for (uint32_t i = 0; i < order->count; i++)
		if (!archive_is_retired(order->archive,
				order->items[i].number))
			order->items[count++] = order->items[i];
	order->count = count;
	return true;
}

bool
order_update(struct order *order)
{
	uint32_t published = archive_count(order->archive), count = 0;
	bool is_changed = drop_retired(order);
	struct item *items;

	if (published == order->taken)
		return is_changed;
	/* Half of them is room to sort in. */
	items = xcalloc(published - order->taken, 2 * sizeof(*items));
	for (uint32_t i = order->taken; i < published; i++)
		if (!archive_is_retired(order->archive, i))
			items[count++] = item_of(order, i);
	order->taken = published;
	sort(order, items, count, items + count);
	reserve(order, order->count + count);
	take_in(order, items, count);
	free(items);
	return true;
}
