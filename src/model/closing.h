#ifndef MODEL_CLOSING_H
#define MODEL_CLOSING_H

/*
 * How an article ends, told when its lines have their roles: who wrote it and
 * where it comes from, without a label, or without a line of its own.
 */

#include "model/furniture.h"

/* What has neither colon nor brackets is one of so many last parts. */
#define CLOSING_LINES 4

/*
 * Names without a label, on lines behind the last sentence: the last ones of
 * those that no sentence ends.
 */
void closing_find_names(struct furniture *furniture);
/*
 * Names and sources glued to the last paragraph, which becomes several parts:
 * there may be more than one.
 */
void closing_find_tails(struct furniture *furniture);

#endif
