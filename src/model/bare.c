#include <config.h>

#include "model/furniture.h"

#include "model/lines.h"
#include "model/name.h"
#include "text/utf8.h"

/*
 * Names and agencies that stand alone near the end of an article, with no
 * label that would tell what they are.
 */

/* A longer line is no list of names. */
#define BARE_NBYTES_MAX 160

/* Whether the word NAME has initials in it: "P.V.", "H.Anh", "د.سامي". */
static bool
has_initials(const char *text, struct span name)
{
	bool has_any = false;

	for (uint32_t at = name.start; at + 1 < name.end; at++) {
		if (text[at] != '.')
			continue;
		if (!name_can_start(text + at + 1, name.end - at - 1))
			return false;
		has_any = true;
	}
	return has_any;
}

/* Whether LINE ends like a sentence: "... Lee.", but not "T.H." */
static bool
is_sentence(const char *text, struct span line)
{
	uint32_t before, cp;

	if (span_nbytes(line) < 2 || text[line.end - 1] != '.')
		return false;
	before = (uint32_t)utf8_before(text, line.end - 1);
	utf8_next(text + before, &cp);
	return before >= line.start && !is_capital(cp);
}

/* Whether NAMES is a list of names that can be nothing else. */
static bool
are_bare_names(struct furniture *f, struct span names)
{
	struct name_shape shape;

	f->names.count = 0;
	names_split(f->text, names, f->labels, &f->names);
	for (size_t i = 0; i < f->names.count; i++) {
		struct span name = f->names.at[i];

		if (!name_read(f->text + name.start, span_nbytes(name), &shape)
			|| shape.nwords > (shape.is_capitalized ? 5 : 4))
			return false;
	}
	/* One word alone may be anything. */
	return f->names.count > 1 || (f->names.count == 1
		&& (shape.nwords > 1 || has_initials(f->text,
			f->names.at[0])));
}

enum part_role
furniture_read_bare(struct furniture *f, struct span line)
{
	struct span brackets = brackets_at_end(f->text, line);
	struct span names = line;

	if (span_nbytes(line) > BARE_NBYTES_MAX)
		return PART_BODY;
	if (!span_is_empty(brackets) && brackets.start > line.start)
		names = span_trim(f->text, (struct span){ line.start,
			brackets.start });
	if (furniture_is_agencies(f, names))
		return furniture_note(f, line, PART_SOURCE, false)
			? PART_SOURCE : PART_BODY;
	if (is_sentence(f->text, names) || !are_bare_names(f, names))
		return PART_BODY;
	return furniture_note(f, line, PART_BYLINE, false) ? PART_BYLINE
		: PART_BODY;
}
