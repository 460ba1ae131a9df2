#include <config.h>

#include "model/order.h"

#include <assert.h>
#include <limits.h>
#include <string.h>

#include "base/buf.h"
#include "base/xalloc.h"
#include "model/archive.h"
#include "text/fold.h"

/* Of a title's folded letters so many sort without looking at the text. */
#define PREFIX_NBYTES 24

/* What an article is compared by. Kept for all of them: merging needs both. */
struct item {
	int64_t rank;		/* by date or language: the smaller first */
	char prefix[PREFIX_NBYTES]; /* of the folded title, NULs behind it */
	const char *path;
	uint32_t number;
};

struct order {
	const struct archive *archive;
	enum sort_key key;
	struct item *items;
	uint32_t count;
};

struct order *
order_new(const struct archive *archive, enum sort_key key)
{
	struct order *order = xcalloc(1, sizeof(*order));

	order->archive = archive;
	order->key = key;
	return order;
}

void
order_free(struct order *order)
{
	if (order == NULL)
		return;
	free(order->items);
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
	order->count = 0;
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

/* No longer than what is compared, cut where a character may be cut. */
static void
fold_prefix(const struct article *article, struct buf *scratch,
	char prefix[PREFIX_NBYTES])
{
	struct span label = article->label;
	size_t nbytes;

	buf_reset(scratch);
	fold_text(article->text + label.start, span_nbytes(label), scratch);
	nbytes = scratch->nbytes < PREFIX_NBYTES ? scratch->nbytes
		: PREFIX_NBYTES;
	memcpy(prefix, scratch->at, nbytes);
}

static int
title_compare(const struct archive *archive, const struct item *a,
	const struct item *b)
{
	struct article articles[] = { archive_article(archive, a->number),
		archive_article(archive, b->number) };
	struct buf folded[] = { BUF_INIT, BUF_INIT };
	int result = memcmp(a->prefix, b->prefix, PREFIX_NBYTES);

	if (result != 0 || a->prefix[PREFIX_NBYTES - 1] == '\0')
		return result;
	for (int i = 0; i < 2; i++)
		fold_text(articles[i].text + articles[i].label.start,
			span_nbytes(articles[i].label), &folded[i]);
	result = strcmp(folded[0].at, folded[1].at);
	buf_release(&folded[0]);
	buf_release(&folded[1]);
	return result;
}

static int
item_compare(const struct order *order, const struct item *a,
	const struct item *b)
{
	int result = 0;

	if (a->rank != b->rank)
		return a->rank < b->rank ? -1 : 1;
	if (order->key == SORT_TITLE)
		result = title_compare(order->archive, a, b);
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

	if (middle == 0 || middle == count
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

/* Runs that double; what arrives in order is only looked through. */
static void
sort(const struct order *order, struct item *items, uint32_t count)
{
	struct item *from = items, *to, *scratch;

	if (count < 2)
		return;
	to = scratch = xcalloc(count, sizeof(*scratch));
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
	if (from != items)
		memcpy(items, from, count * sizeof(*items));
	free(scratch);
}

static struct item
item_of(const struct order *order, uint32_t number, struct buf *scratch)
{
	struct article article = archive_article(order->archive, number);
	struct item item = { .path = article.path, .number = number };

	item.rank = rank_of(&article, order->key);
	if (order->key == SORT_TITLE)
		fold_prefix(&article, scratch, item.prefix);
	return item;
}

bool
order_update(struct order *order)
{
	uint32_t count = archive_count(order->archive), old = order->count;
	struct item *items, *merged;
	struct buf scratch = BUF_INIT;

	if (count == old)
		return false;
	items = xcalloc(count, sizeof(*items));
	if (old > 0)
		memcpy(items, order->items, old * sizeof(*items));
	for (uint32_t i = old; i < count; i++)
		items[i] = item_of(order, i, &scratch);
	buf_release(&scratch);
	sort(order, items + old, count - old);
	merged = xcalloc(count, sizeof(*merged));
	merge(order, items, old, count, merged);
	free(items);
	free(order->items);
	order->items = merged;
	order->count = count;
	return true;
}
