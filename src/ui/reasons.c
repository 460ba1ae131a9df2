#include <config.h>

#include "ui/reasons.h"

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/i18n.h"
#include "text/cluster.h"
#include "model/anatomy.h"
#include "ui/sheet.h"

/* So much of a part is quoted, in bytes. */
#define QUOTED_NBYTES_MAX 120

/* More rows than this tell a reader nothing. */
#define ROWS_MAX 200

static const char *const role_names[PART_ROLE_COUNT] = {
	[PART_TITLE] = N_("Title"),
	[PART_SECTION] = N_("Section"),
	[PART_LEAD] = N_("Lead"),
	[PART_DATE] = N_("Date"),
	[PART_BYLINE] = N_("Byline"),
	[PART_SOURCE] = N_("Source"),
	[PART_CAPTION] = N_("Caption"),
	[PART_BODY] = N_("Paragraph"),
	[PART_REPEAT] = N_("Repeated"),
	[PART_BOILERPLATE] = N_("Recurring"),
};

static const char *const sentences[REASON_COUNT] = {
	/* TRANSLATORS: why a part of an article was taken for a title, a
	   source and so on; some words of the part follow in quotes. */
	[REASON_OPENS] = N_("stands first, and is short and no sentence"),
	[REASON_ABOVE_TITLE] = N_("a few words above the title"),
	[REASON_BELOW_TITLE] = N_("a short paragraph below the title"),
	[REASON_LABEL] = N_("begins with a label"),
	[REASON_CREDIT] = N_("ends in a credit"),
	[REASON_DATE] = N_("is a date"),
	[REASON_AGENCY] = N_("is the name of an agency"),
	[REASON_NAME] = N_("is a name on a line of its own"),
	[REASON_GLUED] = N_("was glued to a paragraph"),
	[REASON_SAME] = N_("says what stood before"),
	[REASON_RECURS] = N_("stands in many articles"),
	[REASON_REJOINED] = N_("a sentence that was cut is one again"),
	[REASON_UNWRAPPED] = N_("lines wrapped by hand are one paragraph"),
	[REASON_CUT] = N_("cut from one very long line"),
};

/* The first bytes of SPAN in quotes, up to whole clusters. */
static void
add_quoted(const char *text, struct span span, struct buf *out)
{
	size_t nbytes = span_nbytes(span), end = nbytes;

	if (nbytes > QUOTED_NBYTES_MAX)
		end = cluster_before(text + span.start, QUOTED_NBYTES_MAX,
			QUOTED_NBYTES_MAX);
	/* An isolate: whatever stands in it, the quotes stay around it. */
	buf_add_string(out, " \u201C\u2068");
	buf_add(out, text + span.start, end);
	if (end < nbytes)
		buf_add_string(out, "\u2026");
	buf_add_string(out, "\u2069\u201D");
}

static void
add_part(struct sheet *sheet, const char *text, const struct part *part)
{
	struct buf row = BUF_INIT;

	buf_add_string(&row, _(sentences[part->reason]));
	/* A label says more than what it stands before. */
	if (!span_is_empty(part->why) && part->reason != REASON_SAME)
		add_quoted(text, part->why, &row);
	buf_add_string(&row, ":");
	add_quoted(text, part->span, &row);
	sheet_add_row(sheet, _(role_names[part->role]), row.at, row.nbytes);
	buf_release(&row);
}

void
reasons_add(struct sheet *sheet, const char *text,
	const struct anatomy *anatomy)
{
	size_t nrows = 0;

	for (size_t i = 0; i < anatomy->parts.count && nrows < ROWS_MAX; i++) {
		const struct part *part = &anatomy->parts.at[i];

		if (part->reason == REASON_NONE)
			continue;
		if (nrows++ == 0)
			sheet_add_heading(sheet, _("Why its parts are what "
				"they are"));
		add_part(sheet, text, part);
	}
}
