#include <config.h>

#include "model/opening.h"

#include <string.h>

#include "base/vec.h"
#include "model/dateline.h"
#include "model/lines.h"
#include "model/name.h"
#include "model/sentence.h"

/* Names without "By" are among so many lines below the title. */
#define NAMES_LINES 5
#define NAMES_WORDS_MAX 4
/* A title of two sentences is shorter than this. */
#define TITLE_SENTENCES_LETTERS_MAX 40
/* A title under a section that is not known is longer. */
#define TITLE_LETTERS_MIN 20
#define LEAD_LETTERS_MIN 40
#define LEAD_LETTERS_MAX 450
/* A paragraph that begins with fewer blanks is not indented. */
#define INDENT_MIN 3
/* A dateline stands before one of so many paragraphs. */
#define DATELINE_PARAGRAPHS 3

static size_t
span_letters(const char *text, struct span span)
{
	return letter_count(text + span.start, span_nbytes(span));
}

bool
is_prose(const char *text, struct span line)
{
	return span_nbytes(line) > 4 * TITLE_LETTERS_MAX
		|| (ends_in_full_stop(text, line)
			&& !ends_in_abbreviation(text, line))
		|| span_letters(text, line) > TITLE_LETTERS_MAX;
}

/* Nothing that stands before the title can be other than these. */
static bool
is_fact(enum part_role role)
{
	return role == PART_DATE || role == PART_BYLINE || role == PART_SOURCE
		|| role == PART_SECTION;
}

/* The first part from FROM on that is text, or parts.count. */
static size_t
next_body(const struct part_vec *parts, size_t from)
{
	while (from < parts->count && parts->at[from].role != PART_BODY)
		from++;
	return from;
}

static bool
looks_like_title(const char *text, struct span line)
{
	char last = text[line.end - 1];

	if (is_prose(text, line) || strchr(",;:", last) != NULL
		|| memchr(text + line.start, '\n', span_nbytes(line)) != NULL)
		return false;
	/* Two sentences are prose, but for "Rain? Snow!". */
	return !ends_sentence(text, line)
		|| span_letters(text, line) < TITLE_SENTENCES_LETTERS_MAX
		|| sentence_count(text, line, 2) < 2;
}

/* How many blanks stand before byte AT of TEXT. */
static uint32_t
indent_of(const char *text, uint32_t at)
{
	uint32_t start = at;

	while (start > 0 && text[start - 1] == ' ')
		start--;
	return at - start;
}

/* Whether part INDEX is indented as another one is that is not the next. */
static bool
is_indented(const struct furniture *f, size_t index)
{
	const struct part_vec *parts = &f->anatomy->parts;
	uint32_t indent = indent_of(f->text, parts->at[index].span.start);

	for (size_t i = index + 2; i < parts->count
		&& i <= index + NAMES_LINES && indent >= INDENT_MIN; i++)
		if (indent_of(f->text, parts->at[i].span.start) == indent)
			return true;
	return false;
}

/*
 * Whether the line below part INDEX, with no gap between, goes on with its
 * sentence: a small letter says so, or an indent that begins paragraphs.
 */
static bool
goes_on(const struct furniture *f, size_t index)
{
	const struct part *part = &f->anatomy->parts.at[index];
	uint32_t next = part[1].span.start;

	return next == part->span.end + 1 && f->text[next - 1] == '\n'
		&& !ends_sentence(f->text, part->span)
		&& span_letters(f->text, part->span) >= LEAD_LETTERS_MIN
		&& (is_small_at(f->text + next) || is_indented(f, index));
}

static void
note_section(struct furniture *f, struct part *part)
{
	part->role = PART_SECTION;
	part->reason = REASON_ABOVE_TITLE;
	if (span_is_empty(f->anatomy->section))
		f->anatomy->section = part->span;
}

/*
 * Whether part INDEX is a section over a title: a known one, or a word or two
 * over a longer line that can be nothing else, with text below.
 */
static bool
is_section_part(const struct furniture *f, size_t index)
{
	const struct part_vec *parts = &f->anatomy->parts;
	struct span span = parts->at[index].span;
	size_t next = next_body(parts, index + 1), text;

	if (next == parts->count)
		return false;
	if (furniture_is_section(f, span))
		return true;
	text = next_body(parts, next + 1);
	/* A dateline may stand on a line of its own. */
	if (text < parts->count && furniture_is_path(f, span)
		&& !is_prose(f->text, parts->at[text].span))
		text = next_body(parts, text + 1);
	return text < parts->count && !parts->at[next].has_lines
		&& furniture_may_be_section(f, span)
		&& looks_like_title(f->text, parts->at[next].span)
		&& span_letters(f->text, parts->at[next].span)
			>= TITLE_LETTERS_MIN
		&& is_prose(f->text, parts->at[text].span);
}

static void
find_sections(struct furniture *f)
{
	struct part_vec *parts = &f->anatomy->parts;

	for (size_t i = 0; i < parts->count; i++) {
		if (is_fact(parts->at[i].role))
			continue;
		if (parts->at[i].role != PART_BODY || parts->at[i].has_lines
			|| !is_section_part(f, i))
			return;
		note_section(f, &parts->at[i]);
	}
}

/* Whether a date or a source stands beside part INDEX. */
static bool
is_beside_fact(const struct part_vec *parts, size_t index)
{
	return (index > 0 && is_fact(parts->at[index - 1].role)
			&& parts->at[index - 1].role != PART_SECTION)
		|| (index + 1 < parts->count
			&& is_fact(parts->at[index + 1].role));
}

/* LINE without "القاهرة:" before the names, or "كتب" and the colon behind. */
static struct span
names_in(const struct furniture *f, struct span line)
{
	struct label_hit hit;

	if (furniture_label_at(f, LABEL_BIT(LABEL_OTHER), line, &hit)) {
		if (hit.has_colon)
			line.start += (uint32_t)hit.nbytes;
		else if (ends_with(f->text, line, ":"))
			line.end--;
	} else if (ends_with(f->text, line, ":") && furniture_label_at(f,
		LABEL_BIT(LABEL_BYLINE) | LABEL_COLON_FREE, line, &hit)
		&& hit.nbytes < span_nbytes(line)) {
		line.start += (uint32_t)hit.nbytes;
		line.end--;
		line = span_trim(f->text, line);
		line.start += (uint32_t)dash_nbytes(f->text + line.start,
			span_nbytes(line));
	}
	return span_trim(f->text, line);
}

/* Whether SPAN, which is part INDEX below the title, is nothing but names. */
static bool
is_names(struct furniture *f, size_t index, struct span span)
{
	const struct part_vec *parts = &f->anatomy->parts;
	struct name_shape shape;
	bool is_working;

	if (span_is_empty(span) || ends_in_full_stop(f->text, span)
		|| !furniture_is_authors(f, span, &is_working))
		return false;
	is_working |= span.start > parts->at[index].span.start;
	for (size_t i = 0; i < f->items.count; i++) {
		struct span name = f->items.at[i].name;
		size_t honorific = name_honorific(f->text + name.start,
			span_nbytes(name));

		is_working |= honorific > 0;
		name.start += (uint32_t)honorific;
		if (f->items.at[i].kind == ITEM_PERSON
			&& (furniture_hyphen(f, name) != name.end
			|| !name_read(f->text + name.start, span_nbytes(name),
				&shape) || shape.nwords > NAMES_WORDS_MAX
			|| shape.nwords + (honorific > 0) < 2))
			return false;
	}
	return is_working || is_beside_fact(parts, index)
		|| (!is_prose(f->text, parts->at[index - 1].span)
			&& is_capital_at(f->text + span.start)
			&& !name_is_phrase(f->text + span.start,
				span_nbytes(span))
			&& index + 1 < parts->count
			&& is_prose(f->text, parts->at[index + 1].span));
}

/* A section or an agency without a label, below the title. */
static void
read_fact(struct furniture *f, size_t index)
{
	struct part *part = &f->anatomy->parts.at[index];

	if (furniture_is_section(f, part->span)) {
		note_section(f, part);
	} else if (furniture_knows_agencies(f, part->span)) {
		part->role = furniture_note(f, part->span,
			LABEL_BIT(LABEL_SOURCE), false);
		part->reason = REASON_AGENCY;
	}
}

/* The same for names, which the others tell from a line of other words. */
static void
read_names(struct furniture *f, size_t index)
{
	struct part *part = &f->anatomy->parts.at[index];
	struct span names = names_in(f, part->span);

	if (f->anatomy->bylines.count > 0 || !is_names(f, index, names))
		return;
	part->role = furniture_note(f, names, LABEL_BIT(LABEL_BYLINE), false);
	part->reason = REASON_NAME;
}

/* Calls READ for the lines below TITLE, with only a lead between. */
static void
read_below_title(struct furniture *f, size_t title,
	void (*read)(struct furniture *f, size_t index))
{
	struct part_vec *parts = &f->anatomy->parts;

	for (size_t i = title + 1; i < parts->count && i <= title + NAMES_LINES;
		i++) {
		if (parts->at[i].role != PART_BODY)
			continue;
		if (next_body(parts, i + 1) == parts->count)
			return;
		if (!is_prose(f->text, parts->at[i].span))
			read(f, i);
		else if (i > title + 1)
			return;
	}
}

void
opening_read(struct furniture *f)
{
	struct part_vec *parts = &f->anatomy->parts;
	size_t title;

	find_sections(f);
	title = next_body(parts, 0);
	for (size_t i = 0; i < title; i++)
		if (!is_fact(parts->at[i].role))
			return;
	if (title == parts->count || next_body(parts, title + 1)
		== parts->count || parts->at[title].has_lines
		|| goes_on(f, title)
		|| !looks_like_title(f->text, parts->at[title].span))
		return;
	parts->at[title].role = PART_TITLE;
	parts->at[title].reason = REASON_OPENS;
	f->anatomy->title = parts->at[title].span;
	read_below_title(f, title, read_fact);
	read_below_title(f, title, read_names);
}

/* A dateline on a line of its own is a line of sources. */
static void
note_dateline(struct furniture *f, struct part *part,
	const struct dateline *dateline)
{
	struct span why = dateline->span;

	f->anatomy->dateline = dateline->span;
	if (!span_is_empty(dateline->agencies))
		furniture_note(f, dateline->agencies, LABEL_BIT(LABEL_SOURCE),
			true);
	if (!span_is_empty(dateline->author))
		furniture_note(f, dateline->author, LABEL_BIT(LABEL_BYLINE),
			true);
	furniture_note_date(f, &dateline->said);
	if (dateline->span.end < part->span.end)
		return;
	part->role = PART_SOURCE;
	part->reason = REASON_AGENCY;
	part->why = why;
}

void
opening_find_dateline(struct furniture *f)
{
	struct part_vec *parts = &f->anatomy->parts;
	size_t at = next_body(parts, 0);

	for (int i = 0; i < DATELINE_PARAGRAPHS && at < parts->count; i++) {
		struct part *part = &parts->at[at];
		struct dateline dateline;

		if (!part->has_lines && dateline_read(f, part->span,
			&dateline) && (dateline.span.end < part->span.end
			|| (i == 0 && next_body(parts, at + 1)
				< parts->count))) {
			note_dateline(f, part, &dateline);
			return;
		}
		at = next_body(parts, at + 1);
	}
}

static bool
is_text(const struct part *part)
{
	return part->role == PART_BODY || part->role == PART_REPEAT;
}

/* Whether an empty line stands between BEFORE and AFTER. */
static bool
has_empty_line(const char *text, struct span before, struct span after)
{
	const char *gap = text + before.end;
	size_t nbytes = after.start - before.end;
	const char *end = memchr(gap, '\n', nbytes);

	return end != NULL && memchr(end + 1, '\n', nbytes
		- (size_t)(end + 1 - gap)) != NULL;
}

/* What the paragraphs behind the lead have in common. */
struct others {
	size_t count;
	uint64_t nbytes;
	bool have_gaps;		/* empty lines stand between them */
};

static struct others
look_at_others(const struct part_vec *parts, const char *text, size_t lead)
{
	struct others others = { 0 };
	size_t before = parts->count;

	for (size_t i = lead + 1; i < parts->count; i++) {
		if (!is_text(&parts->at[i]) || parts->at[i].has_lines)
			continue;
		others.count++;
		others.nbytes += span_nbytes(parts->at[i].span);
		if (before == i - 1)
			others.have_gaps |= has_empty_line(text,
				parts->at[before].span, parts->at[i].span);
		before = i;
	}
	return others;
}

/* Whether something sets part LEAD apart from the next paragraph. */
static bool
is_set_apart(const struct anatomy *anatomy, const char *text, size_t lead,
	const struct others *others)
{
	const struct part *part = &anatomy->parts.at[lead], *next = part + 1;

	if (lead + 1 == anatomy->parts.count)
		return false;
	if (next->role == PART_CAPTION || next->role == PART_BYLINE
		|| next->role == PART_DATE)
		return true;
	if (!span_is_empty(anatomy->dateline)
		&& anatomy->dateline.start == next->span.start)
		return true;
	return others->count > 1 && !others->have_gaps
		&& has_empty_line(text, part->span, next->span);
}

void
opening_find_lead(struct anatomy *anatomy, const char *text)
{
	const struct part_vec *parts = &anatomy->parts;
	size_t lead = 0, nletters;
	struct others others;

	if (span_is_empty(anatomy->title))
		return;
	while (parts->at[lead].role != PART_TITLE)
		lead++;
	do
		lead++;
	while (lead < parts->count && is_fact(parts->at[lead].role));
	if (lead >= parts->count || parts->at[lead].role != PART_BODY
		|| parts->at[lead].has_lines
		|| span_nbytes(parts->at[lead].span) > 4 * LEAD_LETTERS_MAX)
		return;
	nletters = span_letters(text, parts->at[lead].span);
	if (nletters < LEAD_LETTERS_MIN || nletters > LEAD_LETTERS_MAX)
		return;
	others = look_at_others(parts, text, lead);
	/* At most four fifths of what the others have. */
	if (others.count == 0 || 5 * span_nbytes(parts->at[lead].span)
		* others.count > 4 * others.nbytes
		|| !is_set_apart(anatomy, text, lead, &others))
		return;
	anatomy->parts.at[lead].role = PART_LEAD;
	anatomy->parts.at[lead].reason = REASON_BELOW_TITLE;
	anatomy->lead = anatomy->parts.at[lead].span;
}
