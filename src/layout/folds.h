#ifndef LAYOUT_FOLDS_H
#define LAYOUT_FOLDS_H

/*
 * Folding away what a reader has read before: paragraphs that repeat earlier
 * ones, and those that many articles of an archive have. A run of blocks of
 * such a role becomes a sign, one row that says how many there are; or the
 * sign stands before them, where they are to be seen.
 */

#include <stdbool.h>
#include <stdint.h>

#include "base/span.h"
#include "layout/role.h"

struct blocks;
struct buf;

struct fold_style {
	bool is_open;		/* they are to be seen */
	bool is_rtl;		/* the direction of the article */
	/* Appends what a sign says about COUNT paragraphs of ROLE. */
	void (*add_words)(enum role role, uint32_t count, struct buf *out);
};

/*
 * Folds BLOCKS, as blocks_read made them. The signs stand in SIGNS (emptied
 * first), which must stay as long as BLOCKS are used.
 */
void folds_apply(struct blocks *blocks, const struct fold_style *style,
	struct buf *signs);

/*
 * The bytes that the sign which has byte OFF stands for and hides; empty:
 * OFF is not folded away.
 */
struct span folds_hiding(const struct blocks *blocks, uint32_t off);

#endif
