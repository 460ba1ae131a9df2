#ifndef MODEL_DUPLICATES_H
#define MODEL_DUPLICATES_H

/*
 * Which articles of an archive are copies of which, exact ones (of one
 * fingerprint) and near ones: worked out in slices between two keys, from
 * what is published, again when enough was added, so that the groups are
 * always those that a fresh start would find. What is found stands until the
 * next pass is through.
 *
 * Candidates are articles whose sketches have a band (three rows) in common
 * and 45 rows of 96 at least, which two have where every tenth word is edited
 * (55 on average, 5 more or less; of unrelated ones, 2); whether they are
 * nearly the same is decided by their texts (model/alike). A group is a FIRST,
 * in path order, and those that are alike this first: no chains, whose ends
 * may have nothing in common. Exact copies go where the first of them goes.
 * A wrong group is worse than a missed one, and many articles tell more than
 * two:
 *
 * - Articles of one form with other names in it, and short ones above a long
 *   imprint, may be alike in pairs. But of editions of one text, where one
 *   differs from the second, it mostly agrees with the third; articles of one
 *   form have words of their own in the same places. So a group is given up
 *   where, of three of it, 70 % of what each differs in is its own and is
 *   scattered (three places at least that are not in the head or the foot: a
 *   wire story that papers print under heads of their own stays a group); or
 *   where it is a tenth of the text, in groups of eight and more.
 * - What is held against many in vain is of a form: it takes eight more rows
 *   each time, and the sixth time is the last.
 *
 * Memory: 9 bytes an article, and 60 more while a pass goes on, beside the
 * sketch, which the archive keeps. A pass takes 0.6 s for 100,000 different
 * articles, a few times that where all are of a few forms.
 */

#include <stdbool.h>
#include <stdint.h>

struct archive;
struct duplicates;

#define DUPLICATES_NONE UINT32_MAX

/* ARCHIVE is borrowed and must outlive it. */
struct duplicates *duplicates_new(const struct archive *archive);
void duplicates_free(struct duplicates *duplicates);

/*
 * Works for about BUDGET_US microseconds (0: until all is done). HAS_ALL: no
 * more articles are on their way; otherwise few new ones are left to come
 * together. Whether there are other groups than before.
 */
bool duplicates_advance(struct duplicates *duplicates, bool has_all,
	uint32_t budget_us);
/* Whether duplicates_advance has nothing to do. */
bool duplicates_is_done(const struct duplicates *duplicates, bool has_all);

/* How many articles are in groups that have two or more. */
uint32_t duplicates_count(const struct duplicates *duplicates);
/* The first of the group of article NUMBER: itself, where it is alone. */
uint32_t duplicates_first(const struct duplicates *duplicates,
	uint32_t number);
/* The next one of the group, in path order; DUPLICATES_NONE: no more. */
uint32_t duplicates_next(const struct duplicates *duplicates,
	uint32_t number);
/*
 * How alike NUMBER is to the first: 100 for an exact copy and for the first
 * itself, else ALIKE_PERCENT to 99, see alike_compare.
 */
unsigned duplicates_percent(const struct duplicates *duplicates,
	uint32_t number);

#endif
