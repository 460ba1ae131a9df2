#ifndef MODEL_FURNITURE_H
#define MODEL_FURNITURE_H

/*
 * Which lines of an article are no text of it: dates, bylines, sources,
 * captions. Each is told by a label, by its shape and by where it stands; a
 * line about which there is doubt is a paragraph.
 *
 * What a line says is noted in the anatomy only when it is furniture for
 * sure: a function that returns PART_BODY has noted nothing.
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/span.h"
#include "model/anatomy.h"
#include "model/label_table.h"

struct date_said;

/* A longer line is no furniture as a whole. */
#define FURNITURE_NBYTES_MAX 400

/* What is said by one item of a list of names. */
enum item_kind {
	ITEM_PERSON,
	ITEM_AGENCY,
	ITEM_JOB,		/* "Staff Writer": better than no name */
	ITEM_PLACE,		/* or something else that is no name at all */
	ITEM_OTHER,		/* short, but no name */
};

struct item {
	enum item_kind kind;
	struct span name;
};

struct item_vec {
	struct item *at;
	size_t count, capacity;
};

/* What is being read, and where its furniture is noted. */
struct furniture {
	const char *text;
	const struct labels *labels;
	struct anatomy *anatomy; /* bylines, sources, captions, date */
	struct span_vec names;	/* scratch */
	struct item_vec items;	/* scratch */
	bool is_first;		/* nothing but facts stands before the line:
				   it may be the title */
	bool is_near_top, is_near_end;
	bool has_prose_after;	/* a long line, or one that ends in a stop */
};

/* What a line, or a piece of one, was found to be. */
struct finding {
	enum part_role role;	/* PART_BODY: nothing was found */
	enum part_reason reason;
	struct span why;	/* as in struct part */
};

void furniture_release(struct furniture *furniture);

/*
 * Notes the list of names in VALUE under ROLES, LABEL_BITs of LABEL_BYLINE and
 * LABEL_SOURCE: agencies among authors are sources; under both roles so is
 * what is no name of a person in Vietnamese ("Theo ..."). Under IS_LABELED
 * sources need only be short. Returns PART_BYLINE where an author was noted,
 * else PART_SOURCE, or PART_BODY where one of them is no name.
 */
enum part_role furniture_note(struct furniture *furniture, struct span value,
	unsigned roles, bool is_labeled);
/* Whether NAME is an address on the web: "vnexpress.net", "VOV.VN". */
bool furniture_is_address(const char *text, struct span name);
/* Splits VALUE into names, in `names`, without the quotes around them. */
void furniture_split(struct furniture *furniture, struct span value);
/* Whether NAME is an agency: a known one, or as good as known ("NBC"). */
bool furniture_is_agency(const struct furniture *furniture, struct span name);
/*
 * Whether VALUE is a list of agencies: known ones, or abbreviations that are
 * as good as known ("NBC"); only known ones; whether one of them is known.
 */
bool furniture_is_agencies(struct furniture *furniture, struct span value);
bool furniture_knows_agencies(struct furniture *furniture, struct span value);
bool furniture_knows_agency(struct furniture *furniture, struct span value);
/* The hyphen without blanks that parts a place and a known agency, in either
   order, in SPAN: "Hanoi-VNA"; SPAN.end: there is none. */
uint32_t furniture_hyphen(const struct furniture *furniture, struct span span);
/* Whether VALUE is a list of persons, and maybe of what they are, where and
   for whom; *IS_WORKING: something of that is said. */
bool furniture_is_authors(struct furniture *furniture, struct span value,
	bool *is_working);
/* Whether VALUE is a list of names of persons, and nothing else; *NWORDS: of
   the longest. */
bool furniture_is_persons(struct furniture *furniture, struct span value,
	int *nwords);

/*
 * What LINE is: PART_DATE, PART_BYLINE, PART_SOURCE or PART_CAPTION, with what
 * it says noted; PART_BODY where it is no furniture.
 */
struct finding furniture_read(struct furniture *furniture, struct span line);
/*
 * Whether VALUE is a date, at least as precise as LEAST, and maybe a time: it
 * is noted. One whose year is not known or of another calendar counts where
 * it stands alone, but there is nothing to note.
 */
bool furniture_read_date(struct furniture *furniture, struct span value,
	enum date_precision least);
/* The first date said holds for the article. */
void furniture_note_date(struct furniture *furniture,
	const struct date_said *said);

/*
 * Whether LINE is a section, or a path of them: all are known, or the first is
 * and arrows say that the others are some, too.
 */
bool furniture_is_section(const struct furniture *furniture, struct span line);
/* Whether LINE has bars or arrows between short items, known or not. */
bool furniture_is_path(const struct furniture *furniture, struct span line);
/* Whether LINE is a path, or so short that it is one over what is clearly a
   title. */
bool furniture_may_be_section(const struct furniture *furniture,
	struct span line);

/*
 * A date glued to the start of LINE ("date 2025-12-04 The ...", "2025-12-04 -
 * The ..."): the end of that part and the date noted, or line.start.
 */
uint32_t furniture_read_head(struct furniture *furniture, struct span line,
	struct finding *found);

/*
 * Where LINE is the first and most of an article, and its title runs into a
 * date, a byline with a date or a dateline: adds parts for what stands before
 * the text, which is what comes back, empty where there is none.
 */
struct span furniture_read_glued(struct furniture *furniture,
	struct span line);

/*
 * Facts parted by bars or dashes in one LINE ("By Ann Lee | January 9, 2026"):
 * appends a part for each to the anatomy. False, and nothing is noted, where
 * one of them is none.
 */
bool furniture_read_row(struct furniture *furniture, struct span line);

/*
 * A byline or sources glued to the end of the paragraph LINE, noted: the
 * start of that part and what it is, or line.end.
 */
uint32_t furniture_read_tail(struct furniture *furniture, struct span line,
	struct finding *found);

/*
 * Whether LINE, among the last ones or between title and text, is a name or
 * agency without any label: noted as what it returns.
 */
struct finding furniture_read_bare(struct furniture *furniture,
	struct span line);

/*
 * Where in LINE the last label of ROLES with a colon begins, if the colon is
 * in its last WINDOW bytes, no other comes after it and the label begins like
 * one; line.end: there is none.
 */
uint32_t furniture_find_label(struct furniture *furniture, unsigned roles,
	struct span line, uint32_t window, struct label_hit *hit);

/* Whether a credit ends LINE, or is all of it: it is a caption. */
bool furniture_has_credit(struct furniture *furniture, struct span line,
	struct finding *found);
/*
 * A caption glued to the start of a paragraph ("The pier. (Photo: AFP) The
 * ..."): its end; line.start: there is none. One that is glued to the end:
 * the start of its credit, or line.end. Both are noted.
 */
uint32_t furniture_caption_head(struct furniture *furniture, struct span line,
	struct finding *found);
uint32_t furniture_caption_tail(struct furniture *furniture, struct span line,
	struct finding *found);

/* Whether SPAN is a label of ROLES and nothing else. */
bool furniture_is_label(const struct furniture *furniture, unsigned roles,
	struct span span);
/* label_find at the start of LINE. */
bool furniture_label_at(const struct furniture *furniture, unsigned roles,
	struct span line, struct label_hit *hit);

#endif
