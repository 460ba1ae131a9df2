#ifndef MODEL_ANATOMY_H
#define MODEL_ANATOMY_H

/*
 * The parts of one article: what is headline, date, byline, source, caption,
 * paragraph, and which paragraphs repeat an earlier one. A pure function of
 * the clean text: nothing is deleted or moved, every part is a span of it. It
 * is cheap (some microseconds for 4 KB) and so is run again when an article
 * is opened; the archive keeps only the summary that lists and sorts need.
 *
 * Of a text that is no article any more (1 MiB and more, or tens of thousands
 * of lines) only the two ends are read so: all between them is one part that
 * has_lines, in which nothing is told apart.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/span.h"
#include "model/date.h"

struct labels;

enum part_role {
	PART_TITLE,
	PART_DATE,
	PART_BYLINE,
	PART_SOURCE,
	PART_CAPTION,
	PART_BODY,		/* a paragraph */
	PART_REPEAT,		/* a paragraph that stood before */
	PART_ROLE_COUNT
};

struct part {
	struct span span;	/* no blanks or line ends at either end */
	enum part_role role;
	bool has_lines;		/* each line in it that is not blank is a
				   paragraph ... */
	uint32_t width;		/* ... or several are: lines_are_joined; 0: the
				   text is not wrapped by hand */
};

struct part_vec {
	struct part *at;
	size_t count, capacity;
};

/* Zero is the empty one; it can be used for one article after another. */
struct anatomy {
	struct part_vec parts;	/* in text order; all that is not blank */
	struct span title;	/* empty: the article has none */
	struct span label;	/* what a list shows: the title, or the first
				   words of the lead; empty: nothing but blanks
				   or furniture */
	struct span_vec bylines; /* the names, without "By" */
	struct span_vec sources; /* each agency, without "Nguồn:" */
	struct span_vec captions; /* with the credit in them */
	struct date date;
	/* These leave out what has_lines, until anatomy_count. */
	uint32_t paragraphs;	/* body and repeats */
	uint32_t repeats;	/* of them, those that repeat */
	uint32_t words;		/* in everything but furniture */
};

/* Fills ANATOMY (emptied first) from clean TEXT. LABELS may not be NULL. */
void anatomy_read(struct anatomy *anatomy, const char *text, size_t nbytes,
	const struct labels *labels);
/*
 * Adds the lines of the part that has_lines to paragraphs and words, once;
 * the time grows with the text.
 */
void anatomy_count(struct anatomy *anatomy, const char *text);
void anatomy_release(struct anatomy *anatomy);

#endif
