#ifndef MODEL_ORDER_H
#define MODEL_ORDER_H

/*
 * The order in which articles are listed: a permutation of the published
 * articles that are not retired, by a sort key, kept up to date while the
 * archive grows (new ones are sorted and put in place, so an update costs no
 * more than one move of what is there).
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct archive;
struct order;

/* Ties are broken by path, then by number. */
enum sort_key {
	SORT_NEWEST,		/* newest first, undated last */
	SORT_OLDEST,		/* oldest first, undated last */
	SORT_PATH,
	SORT_TITLE,		/* by the folded label */
	SORT_LANGUAGE,		/* then newest first */
	SORT_KEY_COUNT
};

struct order *order_new(const struct archive *archive, enum sort_key key);
void order_free(struct order *order);
enum sort_key order_key(const struct order *order);
void order_set_key(struct order *order, enum sort_key key);
/* Takes in what was published or retired since; whether anything was. */
bool order_update(struct order *order);
uint32_t order_count(const struct order *order);
/* The article in place ROW < order_count(). */
uint32_t order_at(const struct order *order, uint32_t row);

#endif
