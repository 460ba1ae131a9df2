#include <config.h>

#include "model/furniture.h"

#include "base/vec.h"
#include "text/utf8.h"
#include "model/lines.h"
#include "model/name.h"
#include "model/sentence.h"

/*
 * Names and agencies that stand alone near an end of an article, with no
 * label that would tell what they are.
 */

/* A longer line is no list of names. */
#define BARE_NBYTES_MAX 160
#define BARE_WORDS_MAX 5
#define BARE_WORDS_UNCASED_MAX 4

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

/* Whether ITEM alone can be nothing but the name of who wrote something. */
static bool
is_bare_item(const struct furniture *f, struct span name, bool *is_enough)
{
	struct name_shape shape;
	struct label_hit hit;
	size_t honorific;

	if (furniture_label_at(f, LABEL_BIT(LABEL_JOB), name, &hit)) {
		*is_enough = true;
		return true;
	}
	honorific = name_honorific(f->text + name.start, span_nbytes(name));
	*is_enough |= honorific > 0;
	name.start += (uint32_t)honorific;
	if (!name_read(f->text + name.start, span_nbytes(name), &shape)
		|| shape.nwords > (shape.is_capitalized ? BARE_WORDS_MAX
			: BARE_WORDS_UNCASED_MAX))
		return false;
	*is_enough |= shape.nwords > 1 || has_initials(f->text, name);
	return !name_is_phrase(f->text + name.start, span_nbytes(name))
		&& !furniture_label_at(f, LABEL_BIT(LABEL_OTHER), name, &hit)
		&& !furniture_is_label(f, LABEL_BIT(LABEL_SECTION), name);
}

/* Whether NAMES is a list of names that can be nothing else. */
static bool
are_bare_names(struct furniture *f, struct span names)
{
	bool is_enough = false;

	f->names.count = 0;
	names_split(f->text, names, f->labels, &f->names);
	for (size_t i = 0; i < f->names.count; i++)
		if (!is_bare_item(f, f->names.at[i], &is_enough)
			&& !(i > 0 && is_enough))
			return false;
	/* One word alone may be anything. */
	return f->names.count > 1 || is_enough;
}

struct finding
furniture_read_bare(struct furniture *f, struct span line)
{
	struct finding found = { .role = PART_BODY };
	struct span brackets, names;

	if (span_nbytes(line) > BARE_NBYTES_MAX)
		return found;
	line = unwrapped(f->text, line);
	brackets = brackets_at_end(f->text, line);
	names = line;
	if (!span_is_empty(brackets) && brackets.start > line.start)
		names = span_trim(f->text, (struct span){ line.start,
			brackets.start });
	if (span_is_empty(names))
		return found;
	if (furniture_is_agencies(f, names)) {
		found.reason = REASON_AGENCY;
		found.role = furniture_note(f, line, LABEL_BIT(LABEL_SOURCE),
			false);
	} else if (is_initials(f->text, names)) {
		VEC_PUSH(&f->anatomy->bylines, names);
		found.reason = REASON_NAME;
		found.role = PART_BYLINE;
	} else if (!is_sentence(f->text, names) && are_bare_names(f, names)) {
		found.reason = REASON_NAME;
		found.role = furniture_note(f, line, LABEL_BIT(LABEL_BYLINE),
			false);
	}
	return found;
}
