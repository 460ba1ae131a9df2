#ifndef UI_LISTING_H
#define UI_LISTING_H

/*
 * The rows of the list: the articles that are published and not retired, in
 * the order of the sort key, those that a filter leaves. Copies of one article
 * (model/duplicates) are one row, at the place of the first of them that is
 * listed, until they are unfolded: then the others stand under it. Knows
 * nothing of the screen.
 */

#include <stdbool.h>
#include <stdint.h>

#include "model/order.h"

struct archive;
struct duplicates;
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
/* Whether copies are one row (they are at first); then listing_update. */
void listing_set_folding(struct listing *listing, bool is_folding);
/*
 * Takes in what was published or retired, what the filter found and which
 * copies were since. Whether rows may have changed. Costs one pass over all
 * articles where something did.
 */
bool listing_update(struct listing *listing);
/*
 * Looks for copies for about BUDGET_US microseconds; HAS_ALL as in
 * duplicates_advance. Whether work is left.
 */
bool listing_work(struct listing *listing, bool has_all, uint32_t budget_us);
/* What is known about copies; valid until listing_free. */
const struct duplicates *listing_duplicates(const struct listing *listing);

uint32_t listing_count(const struct listing *listing);
/* The article in ROW < listing_count(). */
uint32_t listing_at(const struct listing *listing, uint32_t row);
/*
 * The row of article NUMBER; or, with *IS_LISTED false, the row under which it
 * is folded away or where it would be (which may be listing_count()). One pass
 * over all articles.
 */
uint32_t listing_row_of(const struct listing *listing, uint32_t number,
	bool *is_listed);

/* What a row has to do with copies. */
struct listing_group {
	uint32_t count;		/* articles that the row stands for, itself
				   among them; 1: it is alone */
	bool is_unfolded;	/* the others are under it */
	bool is_member;		/* it is one of these */
};

struct listing_group listing_group(const struct listing *listing,
	uint32_t row);
/*
 * Unfolds the group of article NUMBER or folds it. Whether there is one to
 * unfold (or to fold); rows are others then.
 */
bool listing_unfold(struct listing *listing, uint32_t number);
bool listing_fold(struct listing *listing, uint32_t number);
/*
 * The next article after NUMBER (DUPLICATES_NONE: the first) that is folded
 * away under ROW; DUPLICATES_NONE: no more.
 */
uint32_t listing_folded(const struct listing *listing, uint32_t row,
	uint32_t number);

#endif
