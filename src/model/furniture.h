#ifndef MODEL_FURNITURE_H
#define MODEL_FURNITURE_H

/*
 * Which lines of an article are no text of it: dates, bylines, sources,
 * captions. Each is told by a label, by its shape and by where it stands; a
 * line about which there is doubt is a paragraph.
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/span.h"
#include "model/anatomy.h"
#include "model/label_table.h"

/* A longer line is no furniture as a whole. */
#define FURNITURE_NBYTES_MAX 400

/* What is being read, and where its furniture is noted. */
struct furniture {
	const char *text;
	const struct labels *labels;
	struct anatomy *anatomy; /* bylines, sources, captions, date */
	struct span_vec names;	/* scratch */
	bool is_first;		/* the line opens the article */
	bool is_near_top, is_near_end;
};

void furniture_release(struct furniture *furniture);

/*
 * Notes the list of names in VALUE under ROLE, PART_BYLINE or PART_SOURCE.
 * An agency among the authors is a source. False, with nothing noted, where
 * one of them is no name; under IS_LABELED sources need only be short.
 */
bool furniture_note(struct furniture *furniture, struct span value,
	enum part_role role, bool is_labeled);
/* Whether VALUE is a list of known agencies. */
bool furniture_is_agencies(struct furniture *furniture, struct span value);

/*
 * The role of LINE: PART_DATE, PART_BYLINE, PART_SOURCE or PART_CAPTION, with
 * what it says noted; PART_BODY where it is no furniture.
 */
enum part_role furniture_read(struct furniture *furniture, struct span line);

/*
 * A date glued to the start of LINE ("date 2025-12-04 The ...", "2025-12-04 -
 * The ..."): the end of that part and the date noted, or line.start.
 */
uint32_t furniture_read_head(struct furniture *furniture, struct span line);

/*
 * A byline or sources glued to the end of the paragraph LINE, noted: the
 * start of that part and its role, or line.end.
 */
uint32_t furniture_read_tail(struct furniture *furniture, struct span line,
	enum part_role *role);

/*
 * Whether LINE, among the last ones, is a name or agency without any label:
 * noted as what it returns, PART_BODY where it is not.
 */
enum part_role furniture_read_bare(struct furniture *furniture,
	struct span line);

/*
 * Where in LINE the last label of ROLES with a colon begins, if the colon is
 * in its last WINDOW bytes, no other comes after it and the label begins like
 * one; line.end: there is none.
 */
uint32_t furniture_find_label(struct furniture *furniture, unsigned roles,
	struct span line, uint32_t window, struct label_hit *hit);

/* The brackets that end LINE, with a full stop behind them or not, as a span
   that is empty where there are none; and what stands in them, trimmed. */
struct span brackets_at_end(const char *text, struct span line);
struct span inside_brackets(const char *text, struct span brackets);

/* Whether a credit ends LINE: it is a caption. */
bool furniture_has_credit(struct furniture *furniture, struct span line);
/* label_find at the start of LINE. */
bool furniture_label_at(const struct furniture *furniture, unsigned roles,
	struct span line, struct label_hit *hit);

/* Whether LINE ends with these bytes. */
bool ends_with(const char *text, struct span line, const char *end);
/* Whether a sentence ends at the end of LINE; quotes may close behind it. */
bool ends_sentence(const char *text, struct span line);
/* The same for a full stop alone. */
bool ends_in_full_stop(const char *text, struct span line);

#endif
