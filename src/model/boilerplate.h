#ifndef MODEL_BOILERPLATE_H
#define MODEL_BOILERPLATE_H

/*
 * Lines at the edges of articles that many articles of one source have:
 * "Subscribe to our newsletter", the name of the site, a copyright. It is
 * learnt from what an archive has published, in slices, by the thread that
 * asks, and costs nothing while loading.
 *
 * A line is boilerplate where at least five articles in one folder (or in
 * folders of one folder) have it among their first four or last four lines
 * and these articles are different: not even near copies of each other (a
 * fifth of their runs of three words in common, lines that both have at their
 * edges left out), unless their numbers or names make them articles of one
 * form, as two weather reports are (alike_is_form). So a family of copies
 * counts once, whatever its size.
 *
 * Memory: 11 to 21 bytes for each such line of at most 400 bytes, 28 more for
 * one that was met again (32 for an article where this was measured), but
 * never more than 40 MiB; what is met first when that is full is not learnt.
 */

#include <stdbool.h>
#include <stdint.h>

struct anatomy;
struct archive;
struct article;
struct boilerplate;

/* ARCHIVE is borrowed and must outlive it. */
struct boilerplate *boilerplate_new(const struct archive *archive);
void boilerplate_free(struct boilerplate *boilerplate);

/*
 * Looks at published articles that were not looked at yet, for about
 * BUDGET_US microseconds (0: all there are). Whether more is boilerplate than
 * before: marks may have changed.
 */
bool boilerplate_advance(struct boilerplate *boilerplate, uint32_t budget_us);
/* How many articles were looked at: 0, 1, ... up to this one. */
uint32_t boilerplate_seen(const struct boilerplate *boilerplate);

/*
 * Makes PART_BOILERPLATE, REASON_RECURS, of each paragraph of ANATOMY, which
 * was read from ARTICLE, all lines of which are known as boilerplate; of the
 * title, too, where the next paragraph can be one instead, which then is (and
 * no lead, if it was that). The counts stay.
 */
void boilerplate_mark(const struct boilerplate *boilerplate,
	struct anatomy *anatomy, const struct article *article);

/* Bytes of memory it takes. */
uint64_t boilerplate_memory_nbytes(const struct boilerplate *boilerplate);

#endif
