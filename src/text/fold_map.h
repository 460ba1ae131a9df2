#ifndef TEXT_FOLD_MAP_H
#define TEXT_FOLD_MAP_H

/* How text/fold.c writes a map while it folds; for it alone. */

#include <stddef.h>
#include <stdint.h>

struct fold_map;

/*
 * The character [start, end) of the source added the folded bytes from OFF
 * on; where it added none, it belongs to those before.
 */
void fold_map_add(struct fold_map *map, size_t nfolded, uint32_t start,
	uint32_t end);
/* NPLAIN characters from OFF on that are one byte before and after. */
void fold_map_add_plain(struct fold_map *map, size_t nplain, uint32_t off);

#endif
