#ifndef MODEL_DATELINE_H
#define MODEL_DATELINE_H

/*
 * Where, when and through whom a report came, before its first words:
 * "(NLĐ) -", "CARACAS, Jan 9 (Reuters) -", "HÀ NỘI (TTXVN) –", "الرياض - واس:",
 * "BOGOTA —", "TTO -". Nothing is cut off: the paragraph keeps it.
 */

#include <stdbool.h>

#include "base/span.h"
#include "model/date.h"

struct furniture;

struct dateline {
	struct span span;	/* with its dash or colon */
	struct span agencies;	/* a list of known ones; empty: none */
	struct span author;	/* "القاهرة - كتب سامي الحداد -"; empty: none */
	struct date_said said;	/* says nothing where it has no date */
};

/* Whether PARAGRAPH begins with a dateline, or is nothing else. */
bool dateline_read(struct furniture *furniture, struct span paragraph,
	struct dateline *dateline);

#endif
