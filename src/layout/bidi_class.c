#include <config.h>

#include "layout/bidi_class.h"

#include "layout/bidi_class_table.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static uint32_t
find_pair(const struct char_pair *pairs, size_t count, uint32_t cp)
{
	size_t low = 0, high = count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (pairs[middle].cp < cp)
			low = middle + 1;
		else
			high = middle;
	}
	return low < count && pairs[low].cp == cp ? pairs[low].other : cp;
}

uint32_t
bidi_bracket(uint32_t cp)
{
	return find_pair(brackets, COUNT(brackets), cp);
}

uint32_t
bidi_mirrored(uint32_t cp)
{
	return find_pair(mirrored, COUNT(mirrored), cp);
}
