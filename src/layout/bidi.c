#include <config.h>

#include "layout/bidi.h"

#include <assert.h>
#include <limits.h>
#include <string.h>

#include "base/xalloc.h"
#include "layout/bidi_class.h"
#include "layout/bidi_explicit.h"
#include "layout/bidi_resolve.h"

#define LETTERS (BIDI_BIT(L) | BIDI_BIT(R) | BIDI_BIT(AL))

static void
reserve(struct bidi *bidi, size_t count)
{
	assert(count <= INT_MAX);
	if (count <= bidi->capacity)
		return;
	bidi->classes = xreallocarray(bidi->classes, count, 1);
	bidi->types = xreallocarray(bidi->types, count, sizeof(uint32_t));
	bidi->brackets = xreallocarray(bidi->brackets, count,
		sizeof(uint32_t));
	bidi->levels = xreallocarray(bidi->levels, count, 1);
	bidi->capacity = count;
}

void
bidi_release(struct bidi *bidi)
{
	free(bidi->classes);
	free(bidi->types);
	free(bidi->brackets);
	free(bidi->levels);
	free(bidi->runs);
	free(bidi->places);
	free(bidi->sequence_cps);
	free(bidi->sequence_classes);
	free(bidi->sequence_levels);
	memset(bidi, 0, sizeof(*bidi));
}

/* Whether there are explicit controls among them. */
static bool
read_classes(uint8_t *classes, const uint32_t *cps, size_t count)
{
	unsigned seen = 0;
	size_t i = 0;

	/* Two at a time: most of the cost would be the counting. */
	for (; i + 2 <= count; i += 2) {
		unsigned class = bidi_class(cps[i]);
		unsigned next = bidi_class(cps[i + 1]);

		classes[i] = (uint8_t)class;
		classes[i + 1] = (uint8_t)next;
		seen |= class | next;
	}
	for (; i < count; i++)
		seen |= classes[i] = (uint8_t)bidi_class(cps[i]);
	return (seen & BIDI_CLASS_EXPLICIT) != 0;
}

/* P2 and P3 of a paragraph without isolates. */
static bool
find_direction(const uint8_t *classes, size_t count, enum bidi_base base)
{
	size_t i = 0;

	if (base == BIDI_BASE_LTR || base == BIDI_BASE_RTL)
		return base == BIDI_BASE_RTL;
	while (i < count && (LETTERS & 1u << classes[i]) == 0)
		i++;
	return i < count ? classes[i] != BIDI_CLASS_L
		: base == BIDI_BASE_AUTO_RTL;
}

bool
bidi_levels(struct bidi *bidi, const uint32_t *cps, size_t ncps,
	enum bidi_base base, int8_t *levels)
{
	struct bidi_sequence sequence = { .cps = cps, .count = ncps };

	reserve(bidi, ncps + BIDI_EDGES);
	if (read_classes(bidi->classes, cps, ncps))
		return bidi_explicit(bidi, cps, ncps, base, levels);
	sequence.classes = bidi->classes;
	sequence.is_rtl = find_direction(bidi->classes, ncps, base);
	bidi_resolve(bidi, &sequence, levels);
	return sequence.is_rtl;
}

void
bidi_end_line(const bool *is_space, size_t count, bool is_rtl,
	int8_t *levels)
{
	while (count > 0 && is_space[count - 1])
		levels[--count] = is_rtl;
}

static void
reverse(uint32_t *order, size_t start, size_t end)
{
	while (start + 1 < end) {
		uint32_t first = order[start];

		order[start++] = order[--end];
		order[end] = first;
	}
}

/* All levels are the same. */
static void
order_plain(bool is_rtl, size_t count, uint32_t *order)
{
	for (size_t vis = 0; vis < count; vis++)
		order[vis] = (uint32_t)(is_rtl ? count - 1 - vis : vis);
}

void
bidi_order(const int8_t *levels, size_t count, uint32_t *order)
{
	int highest = 0, lowest = INT8_MAX;

	if (count == 0 || memcmp(levels, levels + 1, count - 1) == 0) {
		order_plain(count > 0 && levels[0] % 2 == 1, count, order);
		return;
	}
	for (size_t i = 0; i < count; i++) {
		order[i] = (uint32_t)i;
		if (levels[i] > highest)
			highest = levels[i];
		if (levels[i] < lowest)
			lowest = levels[i];
	}
	/*
	 * A run at some level is a stretch of places even after the runs
	 * inside it were turned around, so logical levels find it. Turning at
	 * levels that do not occur, an even number of them, changes nothing.
	 */
	for (int level = highest; level >= (lowest | 1); level--) {
		for (size_t start = 0, end; start < count; start = end + 1) {
			end = start;
			while (end < count && levels[end] >= level)
				end++;
			reverse(order, start, end);
		}
	}
}
