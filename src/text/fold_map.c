#include <config.h>

#include "text/fold_map.h"

#include <assert.h>

#include "base/vec.h"
#include "text/fold.h"

void
fold_map_add(struct fold_map *map, size_t nfolded, uint32_t start, uint32_t end)
{
	size_t i = map->count;

	if (nfolded > map->count) {
		VEC_RESERVE(map, nfolded);
		while (map->count < nfolded)
			map->at[map->count++] = (struct span){ start, end };
		return;
	}
	if (i == 0)
		return;
	start = map->at[i - 1].start;
	while (i > 0 && map->at[i - 1].start == start)
		map->at[--i].end = end;
}

void
fold_map_add_plain(struct fold_map *map, size_t nplain, uint32_t off)
{
	struct span *at;

	if (nplain == 0)
		return;
	VEC_RESERVE(map, map->count + nplain);
	at = map->at + map->count;
	map->count += nplain;
	for (uint32_t end = off + (uint32_t)nplain; off < end; off++)
		*at++ = (struct span){ off, off + 1 };
}

void
fold_map_release(struct fold_map *map)
{
	VEC_RELEASE(map);
}

struct span
fold_map_span(const struct fold_map *map, struct span folded)
{
	assert(folded.start < folded.end && folded.end <= map->count);
	return (struct span){ map->at[folded.start].start,
		map->at[folded.end - 1].end };
}
