#ifndef TEXT_RANGE_H
#define TEXT_RANGE_H

/* Sets of characters as sorted tables of ranges. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Both ends belong to it, as in Unicode's own tables. */
struct char_range {
	uint32_t first, last;
};

/* Whether one of the COUNT ranges, sorted and apart, has CP. */
static inline bool
ranges_have(const struct char_range *ranges, size_t count, uint32_t cp)
{
	size_t low = 0, high = count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (cp > ranges[middle].last)
			low = middle + 1;
		else
			high = middle;
	}
	return low < count && cp >= ranges[low].first;
}

#define RANGES_HAVE(table, cp) \
	ranges_have((table), sizeof(table) / sizeof((table)[0]), (cp))

#endif
