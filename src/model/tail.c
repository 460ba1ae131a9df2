#include <config.h>

#include "model/furniture.h"

#include <string.h>

#include "model/label_table.h"
#include "model/lines.h"
#include "model/name.h"
#include "text/utf8.h"

/*
 * Bylines and sources that an export glued to the last paragraph: "... they
 * left. Minh An", "... they left. (Theo Reuters)", "... Nguồn: AFP". What
 * tells them is the end of a sentence before them and none behind them.
 */

/* Only the end of the paragraph is looked at. */
#define TAIL_NBYTES_MAX 120
/* A shorter paragraph has no room for a sentence and a tail. */
#define SENTENCE_NBYTES_MIN 40

/* "Dr. Ann Lee", "U.S. Army": this stop is an abbreviation's. */
static bool
is_abbreviation(const char *text, uint32_t first, uint32_t stop)
{
	uint32_t start = stop;

	while (start > first && text[start - 1] > ' ')
		start--;
	return stop - start <= 4 && text[start] >= 'A' && text[start] <= 'Z';
}

/* Whether byte C can be the last one of what ends a sentence. */
static bool
may_end_sentence(char c)
{
	return strchr(".!?)]\"'\x9D\x99\xBB\x94\x82\x9F\xA6", c) != NULL;
}

/* Whether a sentence ends before AT, and something else begins there. */
static bool
is_sentence_border(const char *text, struct span line, uint32_t at)
{
	struct span before = { line.start, at };
	uint32_t cp;

	if (!may_end_sentence(text[at - 1]) || !ends_sentence(text, before)
		|| (text[at - 1] == '.'
			&& is_abbreviation(text, line.start, at - 1)))
		return false;
	if (blank_nbytes(text + at, line.end - at) > 0)
		return true;
	/* "... they left.Minh An": the blank was lost, too. */
	utf8_next(text + at, &cp);
	return is_capital(cp) && text[at - 1] == '.';
}

/* The start of what follows the last sentence of LINE; line.end: nothing. */
static uint32_t
tail_start(const char *text, struct span line)
{
	uint32_t first = span_nbytes(line) > TAIL_NBYTES_MAX
		? line.end - TAIL_NBYTES_MAX : line.start;

	for (uint32_t at = line.end; at-- > first + 1;)
		if (((unsigned char)text[at] & 0xC0) != 0x80
			&& is_sentence_border(text, line, at))
			return span_trim(text, (struct span){ at,
				line.end }).start;
	return line.end;
}

/* "(Theo Reuters)"; "(Reuters)" only behind a whole sentence. */
static uint32_t
read_brackets(struct furniture *f, struct span line, enum part_role *role)
{
	struct span brackets = brackets_at_end(f->text, line), inside, before;
	struct label_hit hit;

	if (span_is_empty(brackets) || brackets.start == line.start
		|| span_nbytes(brackets) > TAIL_NBYTES_MAX)
		return line.end;
	inside = inside_brackets(f->text, brackets);
	before = span_trim(f->text, (struct span){ line.start,
		brackets.start });
	*role = PART_SOURCE;
	if (!span_is_empty(inside) && label_find(f->labels,
		LABEL_BIT(LABEL_SOURCE), f->text + inside.start,
		span_nbytes(inside), &hit))
		inside.start += (uint32_t)hit.nbytes;
	else if (!ends_in_full_stop(f->text, before)
		|| !furniture_is_agencies(f, inside))
		return line.end;
	inside = span_trim(f->text, inside);
	return name_can_start(f->text + inside.start, span_nbytes(inside))
		&& furniture_note(f, inside, *role, true) ? brackets.start
		: line.end;
}

static enum part_role
role_of(const struct label_hit *hit)
{
	return hit->role == LABEL_BYLINE ? PART_BYLINE : PART_SOURCE;
}

/* "Nguồn: AFP" */
static uint32_t
read_colon(struct furniture *f, struct span line, enum part_role *role)
{
	struct label_hit hit;
	uint32_t at = furniture_find_label(f, LABEL_BIT(LABEL_BYLINE)
		| LABEL_BIT(LABEL_SOURCE), line, TAIL_NBYTES_MAX, &hit);

	if (at == line.end)
		return at;
	*role = role_of(&hit);
	return furniture_note(f, span_trim(f->text, (struct span){
		at + (uint32_t)hit.nbytes, line.end }), *role, true)
		? at : line.end;
}

/* "By Ann Lee", "Minh An", "AFP" behind the last sentence. */
static uint32_t
read_behind_sentence(struct furniture *f, struct span line,
	enum part_role *role)
{
	struct span tail = { tail_start(f->text, line), line.end };
	struct label_hit hit;
	struct name_shape shape;

	if (span_is_empty(tail))
		return line.end;
	if (label_find(f->labels, LABEL_BIT(LABEL_BYLINE)
		| LABEL_BIT(LABEL_SOURCE), f->text + tail.start,
		span_nbytes(tail), &hit)) {
		*role = role_of(&hit);
		return furniture_note(f, span_trim(f->text, (struct span){
			tail.start + (uint32_t)hit.nbytes, tail.end }), *role,
			hit.has_colon) ? tail.start : line.end;
	}
	/* A name alone counts only where capitals tell that it is one. */
	if (ends_sentence(f->text, tail)
		|| (name_read(f->text + tail.start, span_nbytes(tail), &shape)
			&& !shape.is_capitalized
			&& !furniture_is_agencies(f, tail)))
		return line.end;
	*role = furniture_read_bare(f, tail);
	return *role != PART_BODY ? tail.start : line.end;
}

uint32_t
furniture_read_tail(struct furniture *f, struct span line,
	enum part_role *role)
{
	static uint32_t (*const forms[])(struct furniture *, struct span,
		enum part_role *) = { read_brackets, read_colon,
		read_behind_sentence };

	for (size_t i = 0; i < sizeof(forms) / sizeof(*forms); i++) {
		struct span inside = line;
		uint32_t start;

		if (span_nbytes(line) <= SENTENCE_NBYTES_MIN)
			break;
		inside.start += SENTENCE_NBYTES_MIN;
		while (((unsigned char)f->text[inside.start] & 0xC0) == 0x80)
			inside.start--;
		start = forms[i](f, inside, role);
		if (start != line.end)
			return start;
	}
	return line.end;
}
