#include <config.h>

#include "model/furniture.h"

#include <string.h>

#include "base/vec.h"
#include "model/date.h"
#include "model/dateline.h"
#include "model/lines.h"
#include "model/name.h"
#include "model/sentence.h"

/*
 * Exports that put all of an article on one line: the title runs into the
 * date, the byline or the dateline, which tell where it ends.
 */

/* A shorter line is no whole article. */
#define LINE_NBYTES_MIN 400
#define TITLE_NBYTES_MIN 15
#define TITLE_LETTERS_MAX 140
#define NAMES_WORDS_MAX 8
#define ISO_NBYTES 10
/* How far a title and what follows it may go, and a sign from a start. */
#define REACH_NBYTES 700
#define SIGN_NBYTES_MAX 80

/* The length of a date to the day at AT, with its label; 0: there is none. */
static uint32_t
date_nbytes(const struct furniture *f, uint32_t at, uint32_t end,
	struct date_said *said, struct label_hit *hit)
{
	struct span rest = { at, end };

	*hit = (struct label_hit){ 0 };
	if (furniture_label_at(f, LABEL_BIT(LABEL_DATE), rest, hit))
		rest.start += (uint32_t)hit->nbytes;
	rest = span_trim(f->text, rest);
	if (span_is_empty(rest) || !has_digit(f->text + rest.start,
		span_nbytes(rest) < 40 ? span_nbytes(rest) : 40)
		|| date_read(f->text + rest.start, span_nbytes(rest), said)
			== 0
		|| said->kind != DATE_SAYS_DATE
		|| said->date.precision != DATE_DAY)
		return 0;
	return rest.start + (uint32_t)said->nbytes - at;
}

/* Whether a date at AT is no date in a sentence: a label or a sign says so. */
static bool
is_date_at(const struct furniture *f, uint32_t at, uint32_t end)
{
	struct date_said said;
	struct label_hit hit;
	uint32_t nbytes = date_nbytes(f, at, end, &said, &hit);
	struct span rest;

	if (nbytes == 0)
		return false;
	if (hit.nbytes > 0)
		return hit.has_colon || said.date_nbytes == ISO_NBYTES;
	rest = span_trim(f->text, (struct span){ at + nbytes, end });
	return name_can_start(f->text + at, 1) && !span_is_empty(rest)
		&& (strchr("|-(", f->text[rest.start]) != NULL
			|| dash_nbytes(f->text + rest.start, span_nbytes(rest))
				> 0);
}

/* The end of the names behind the byline label at AT, where a date follows
   them; 0: they do not. */
static uint32_t
names_end(const struct furniture *f, uint32_t at, uint32_t end)
{
	struct label_hit hit;
	struct date_said said;
	uint32_t word;

	if (!furniture_label_at(f, LABEL_BIT(LABEL_BYLINE), (struct span){ at,
		end }, &hit) || !name_can_start(f->text + at, hit.nbytes))
		return 0;
	word = word_next(f->text, at + (uint32_t)hit.nbytes, end);
	for (int i = 0; i < NAMES_WORDS_MAX && word < end; i++) {
		word = word_next(f->text, word, end);
		if (i > 0 && date_nbytes(f, word, end, &said, &hit) > 0)
			return word;
	}
	return 0;
}

/* Whether a dateline that names a known agency begins at AT; one with a place
   before it wants a date, too, or brackets around the agency. */
static bool
is_dateline_at(struct furniture *f, uint32_t at, uint32_t end)
{
	struct dateline dateline;
	const char *open;

	if (!dateline_read(f, (struct span){ at, end }, &dateline)
		|| span_is_empty(dateline.agencies)
		|| !furniture_knows_agencies(f, dateline.agencies))
		return false;
	open = memchr(f->text + at, '(', span_nbytes(dateline.span));
	return open != NULL;
}

/* Where a dateline begins whose place has no capitals: it has one word. */
static uint32_t
last_dateline(struct furniture *f, uint32_t at, uint32_t end)
{
	if (is_capital_at(f->text + at))
		return at;
	for (uint32_t next; (next = word_next(f->text, at, end)) < end
		&& name_can_start(f->text + next, 1)
		&& is_dateline_at(f, next, end);)
		at = next;
	return at;
}

/* The next digit or bracket from AT on; END: there is none. */
static uint32_t
next_sign(const char *text, uint32_t at, uint32_t end)
{
	for (; at < end; at++) {
		unsigned char c = (unsigned char)text[at];

		if ((c >= '0' && c <= '9') || c == '(' || (c == 0xD9
			&& at + 1 < end
			&& (unsigned char)text[at + 1] >= 0xA0
			&& (unsigned char)text[at + 1] <= 0xA9))
			break;
	}
	return at;
}

/* The end of the title that opens LINE; line.start: there is none. */
static uint32_t
title_end(struct furniture *f, struct span line)
{
	uint32_t reach = span_nbytes(line) < REACH_NBYTES ? line.end
		: line.start + REACH_NBYTES;
	uint32_t at = line.start, sign = next_sign(f->text, at, reach);
	size_t nletters = 0;

	while (sign < reach && nletters <= TITLE_LETTERS_MAX) {
		uint32_t next = word_next(f->text, at, line.end);

		nletters += letter_count(f->text + at, next - at);
		if (next >= line.end || ends_in_full_stop(f->text, span_trim(
			f->text, (struct span){ at, next })))
			return line.start;
		at = next;
		if (sign < at)
			sign = next_sign(f->text, at, reach);
		/* Each of them has such a sign near its start. */
		if (at - line.start < TITLE_NBYTES_MIN
			|| sign - at > SIGN_NBYTES_MAX)
			continue;
		if (is_date_at(f, at, line.end)
			|| names_end(f, at, line.end) > 0)
			return at;
		if (is_dateline_at(f, at, line.end))
			return last_dateline(f, at, line.end);
	}
	return line.start;
}

static void
push(struct furniture *f, uint32_t start, uint32_t end, enum part_role role)
{
	VEC_PUSH(&f->anatomy->parts, (struct part){
		.span = span_trim(f->text, (struct span){ start, end }),
		.role = role, .reason = role == PART_BODY ? REASON_NONE
			: REASON_GLUED });
}

/* Cuts "By Ann Lee" off LINE. */
static struct span
cut_names(struct furniture *f, struct span line)
{
	uint32_t end = names_end(f, line.start, line.end);
	struct label_hit hit;
	struct span names;

	if (end == 0 || !furniture_label_at(f, LABEL_BIT(LABEL_BYLINE), line,
		&hit))
		return line;
	names = span_trim(f->text, (struct span){ line.start
		+ (uint32_t)hit.nbytes, end });
	if (furniture_note(f, names, LABEL_BIT(LABEL_BYLINE), false)
		== PART_BODY)
		return line;
	push(f, line.start, end, PART_BYLINE);
	return span_trim(f->text, (struct span){ end, line.end });
}

/* Cuts a date, what parts it from the text, and a time behind that off LINE. */
static struct span
cut_date(struct furniture *f, struct span line)
{
	struct date_said said;
	struct label_hit hit;
	uint32_t nbytes = date_nbytes(f, line.start, line.end, &said, &hit);
	uint32_t end = line.start + nbytes;

	if (nbytes == 0)
		return line;
	furniture_note_date(f, &said);
	for (; end < line.end; end++)
		if (strchr(" |-:0123456789", f->text[end]) == NULL)
			break;
	push(f, line.start, end, PART_DATE);
	return span_trim(f->text, (struct span){ end, line.end });
}

struct span
furniture_read_glued(struct furniture *f, struct span line)
{
	uint32_t end;

	if (span_nbytes(line) < LINE_NBYTES_MIN)
		return line;
	end = title_end(f, line);
	if (end == line.start)
		return line;
	push(f, line.start, end, PART_BODY);
	f->is_first = false;
	return cut_date(f, cut_names(f, span_trim(f->text, (struct span){ end,
		line.end })));
}
