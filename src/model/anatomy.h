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
	PART_SECTION,		/* "World", "Thời sự > Quốc tế" */
	PART_LEAD,		/* the paragraph that sums it up (sapo) */
	PART_DATE,
	PART_BYLINE,
	PART_SOURCE,
	PART_CAPTION,
	PART_BODY,		/* a paragraph */
	PART_REPEAT,		/* a paragraph that stood before */
	PART_BOILERPLATE,	/* one that many articles have, see there */
	PART_ROLE_COUNT
};

/* By what a part was recognised. */
enum part_reason {
	REASON_NONE,		/* a paragraph like any other */
	REASON_OPENS,		/* short, first and no sentence: a title */
	REASON_ABOVE_TITLE,	/* a line of few words over the title */
	REASON_BELOW_TITLE,	/* a short paragraph between title and text */
	REASON_LABEL,		/* begins with a label, which `why` is */
	REASON_CREDIT,		/* ends in a credit, whose label `why` is */
	REASON_DATE,		/* is a date, with a place or without */
	REASON_AGENCY,		/* is the name of an agency */
	REASON_NAME,		/* a name alone near an end of the text */
	REASON_GLUED,		/* stood behind the last sentence of, or
				   before the first of, a paragraph */
	REASON_SAME,		/* says what `why` said before */
	REASON_RECURS,		/* in many articles of the archive */
	REASON_REJOINED,	/* lines of a sentence that was broken */
	REASON_UNWRAPPED,	/* lines of a text that was wrapped by hand */
	REASON_CUT,		/* a stretch of one enormous line */
	REASON_COUNT
};

struct part {
	struct span span;	/* no blanks or line ends at either end */
	enum part_role role;
	enum part_reason reason;
	struct span why;	/* see the reasons; empty: nothing to show */
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
	struct span lead;	/* empty: none that stands out */
	struct span section;	/* empty: none */
	struct span dateline;	/* "CARACAS, Jan 9 (Reuters) -", "(NLĐ) -", at
				   the start of a paragraph, of which it stays
				   a part; empty: none */
	struct span_vec bylines; /* the names, without "By" */
	struct span_vec sources; /* each agency, without "Nguồn:" */
	struct span_vec captions; /* with the credit in them */
	struct date date;
	/* These leave out what has_lines, until anatomy_count. */
	uint32_t paragraphs;	/* lead, body and repeats */
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
