#ifndef UI_LISTING_H
#define UI_LISTING_H

/*
 * The rows of the list: the published articles in the order of the sort key,
 * those that a filter leaves. Knows nothing of the screen.
 */

#include <stdbool.h>
#include <stdint.h>

#include "model/order.h"

struct archive;
struct results;
struct listing;

struct listing *listing_new(const struct archive *archive, enum sort_key key);
void listing_free(struct listing *listing);

enum sort_key listing_key(const struct listing *listing);
void listing_set_key(struct listing *listing, enum sort_key key);
/*
 * Lists only what FILTER (borrowed until the next call; NULL: all) has found
 * by the time of each listing_update, which must come next.
 */
void listing_set_filter(struct listing *listing,
	const struct results *filter);
/*
 * Takes in what was published and what the filter found since. Whether rows
 * may have changed. Costs one pass over all articles where something did.
 */
bool listing_update(struct listing *listing);

uint32_t listing_count(const struct listing *listing);
/* The article in ROW < listing_count(). */
uint32_t listing_at(const struct listing *listing, uint32_t row);
/*
 * The row of article NUMBER, or, with *IS_LISTED false, the row where it
 * would be (which may be listing_count()). One pass over all articles.
 */
uint32_t listing_row_of(const struct listing *listing, uint32_t number,
	bool *is_listed);

#endif
