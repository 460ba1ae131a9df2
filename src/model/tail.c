#include <config.h>

#include "model/furniture.h"

#include <string.h>

#include "base/vec.h"
#include "model/label_table.h"
#include "model/lines.h"
#include "model/name.h"
#include "model/sentence.h"

/*
 * Bylines and sources that an export glued to the last paragraph: "... they
 * left. Minh An", "... they left. (Theo Reuters)", "... Nguồn: AFP". What
 * tells them is the end of a sentence before them and none behind them.
 */

/* Only the end of the paragraph is looked at. */
#define TAIL_NBYTES_MAX 120
/* A name in a script without capitals has no more words. */
#define TAIL_WORDS_UNCASED_MAX 3
/* A word before a full stop without a blank; a shorter one is initials. */
#define WORD_NBYTES_MIN 6
/* A shorter paragraph has no room for a sentence and a tail. */
#define SENTENCE_NBYTES_MIN 12

/*
 * Whether a full stop without a blank ends a sentence before AT, in a script
 * without capitals: a word of some letters before it, and one behind it.
 */
static bool
is_bare_border(const char *text, struct span line, uint32_t at)
{
	uint32_t start = at - 1;

	if (text[at - 1] != '.' || (unsigned char)text[at] < 0xD8
		|| (unsigned char)text[at] > 0xDB
		|| !name_can_start(text + at, line.end - at)
		|| (line.end - at > 4 && memcmp(text + at, "نت", 4) == 0
			&& blank_nbytes(text + at + 4, line.end - at - 4) > 0))
		return false;
	while (start > line.start && (unsigned char)text[start - 1] >= 0x80)
		start--;
	return at - 1 - start >= WORD_NBYTES_MIN;
}

/* The start of what follows the last sentence of LINE; line.end: nothing. */
static uint32_t
tail_start(const char *text, struct span line)
{
	uint32_t first = span_nbytes(line) > TAIL_NBYTES_MAX
		? line.end - TAIL_NBYTES_MAX : line.start;

	for (uint32_t at = line.end; at-- > first + 1;)
		if (((unsigned char)text[at] & 0xC0) != 0x80
			&& (is_sentence_border(text, line, at)
				|| is_bare_border(text, line, at)))
			return span_trim(text, (struct span){ at,
				line.end }).start;
	return line.end;
}

#define AUTHORS (LABEL_BIT(LABEL_BYLINE) | LABEL_BIT(LABEL_SOURCE))

static struct finding
glued(enum part_role role, uint32_t start, const struct label_hit *hit)
{
	return (struct finding){ role, REASON_GLUED, { start,
		start + (uint32_t)hit->nbytes } };
}

/* "(Theo Reuters)", "(Reporting by A)"; "(Reuters)" only behind a sentence. */
static uint32_t
read_brackets(struct furniture *f, struct span line, struct finding *found)
{
	struct span brackets = brackets_at_end(f->text, line), inside, before;
	struct label_hit hit = { .roles = LABEL_BIT(LABEL_SOURCE) };

	if (span_is_empty(brackets) || brackets.start == line.start
		|| span_nbytes(brackets) > TAIL_NBYTES_MAX)
		return line.end;
	inside = inside_brackets(f->text, brackets);
	before = span_trim(f->text, (struct span){ line.start,
		brackets.start });
	if (span_is_empty(inside))
		return line.end;
	*found = glued(PART_SOURCE, inside.start, &hit);
	if (furniture_label_at(f, AUTHORS, inside, &hit)) {
		found->why.end += (uint32_t)hit.nbytes;
		inside.start += (uint32_t)hit.nbytes;
	} else if (!ends_in_full_stop(f->text, before)) {
		return line.end;
	} else if (is_initials(f->text, inside)) {
		VEC_PUSH(&f->anatomy->bylines, inside);
		found->role = PART_BYLINE;
		return brackets.start;
	} else if (!furniture_is_agencies(f, inside)) {
		return line.end;
	}
	inside = span_trim(f->text, inside);
	if (!name_can_start(f->text + inside.start, span_nbytes(inside)))
		return line.end;
	found->role = furniture_note(f, inside, hit.roles & AUTHORS, true);
	return found->role != PART_BODY ? brackets.start : line.end;
}

/* "Nguồn: AFP" */
static uint32_t
read_colon(struct furniture *f, struct span line, struct finding *found)
{
	struct label_hit hit;
	uint32_t at = furniture_find_label(f, AUTHORS, line, TAIL_NBYTES_MAX,
		&hit);
	struct span value;

	if (at == line.end || at == line.start)
		return line.end;
	value = span_trim(f->text, (struct span){ at + (uint32_t)hit.nbytes,
		line.end });
	*found = glued(PART_BODY, at, &hit);
	/* "He named the source: it is old." is prose. */
	if (!ends_sentence(f->text, span_trim(f->text, (struct span){
		line.start, at })) && ends_in_full_stop(f->text, line))
		return line.end;
	found->role = furniture_note(f, value, hit.roles & AUTHORS, true);
	return found->role != PART_BODY ? at : line.end;
}

/*
 * Whether TAIL, which has no label, may be the name of an author: where no
 * capitals tell that it is one, it has two or three words. What stands in
 * brackets behind it is looked at later.
 */
static bool
is_name_tail(struct furniture *f, struct span tail)
{
	struct name_shape shape;
	struct span brackets;

	tail = unwrapped(f->text, tail);
	brackets = brackets_at_end(f->text, tail);
	if (!span_is_empty(brackets) && brackets.start > tail.start)
		tail = span_trim(f->text, (struct span){ tail.start,
			brackets.start });
	return !ends_sentence(f->text, tail)
		&& (!name_read(f->text + tail.start, span_nbytes(tail), &shape)
			|| shape.is_capitalized
			|| (shape.nwords >= 2
				&& shape.nwords <= TAIL_WORDS_UNCASED_MAX)
			|| furniture_is_agencies(f, tail));
}

/* "By Ann Lee", "Minh An", "AFP" behind the last sentence. */
static uint32_t
read_behind_sentence(struct furniture *f, struct span line,
	struct finding *found)
{
	struct span tail = { tail_start(f->text, line), line.end };
	struct span value;
	struct label_hit hit;

	if (span_is_empty(tail))
		return line.end;
	if (!furniture_label_at(f, AUTHORS, tail, &hit)) {
		if (!is_name_tail(f, tail))
			return line.end;
		*found = furniture_read_bare(f, tail);
		found->reason = REASON_GLUED;
		found->why = (struct span){ 0, 0 };
		return found->role != PART_BODY ? tail.start : line.end;
	}
	value = span_trim(f->text, (struct span){ tail.start
		+ (uint32_t)hit.nbytes, tail.end });
	*found = glued(PART_BODY, tail.start, &hit);
	if (!hit.has_colon && ends_in_full_stop(f->text, value)
		&& span_is_empty(brackets_at_end(f->text, value)))
		return line.end;
	found->role = furniture_note(f, value, hit.roles & AUTHORS,
		hit.has_colon);
	return found->role != PART_BODY ? tail.start : line.end;
}

uint32_t
furniture_read_tail(struct furniture *f, struct span line,
	struct finding *found)
{
	static uint32_t (*const forms[])(struct furniture *, struct span,
		struct finding *) = { read_brackets, read_colon,
		read_behind_sentence };

	for (size_t i = 0; i < sizeof(forms) / sizeof(*forms); i++) {
		struct span inside = line;
		uint32_t start;

		if (span_nbytes(line) <= SENTENCE_NBYTES_MIN)
			break;
		inside.start += SENTENCE_NBYTES_MIN;
		while (((unsigned char)f->text[inside.start] & 0xC0) == 0x80)
			inside.start--;
		start = forms[i](f, inside, found);
		if (start != line.end)
			return start;
	}
	return line.end;
}
