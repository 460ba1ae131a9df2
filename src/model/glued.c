#include <config.h>

#include "model/furniture.h"

#include <string.h>

#include "base/vec.h"
#include "text/utf8.h"
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

/* Whether a word that dates in sentences have before them ends at END. */
static bool
is_behind_preposition(const char *text, uint32_t first, uint32_t end)
{
	static const char *const words[] = { "on", "of", "since", "by",
		"until", "till", "from", "in", "and", "to", "before", "after",
		"the", "a", "an", "dated", "through", "for", "at", "between",
		"or", "was", "is", "this", "that", "every", "about", "around",
		"ngày", "từ", "đến", "tới", "vào", "hôm", "sáng", "chiều",
		"tối", "trưa", "đêm", "trước", "sau", "qua", "trong", "và",
		"của", "là", "cho", "theo", "في", "يوم", "من", "منذ", "حتى",
		"بتاريخ", "إلى", "قبل", "بعد", "خلال", "عن", "مساء", "صباح",
		"فجر", "وفي", "ليوم", "ليل", "ظهر", "عصر", "اليوم", "أمس",
		"غدا", "المقبل", "الماضي" };
	struct span word = span_trim(text, (struct span){ first, end });

	if (span_is_empty(word) || strchr(",(-/:;", text[word.end - 1])
		!= NULL || ends_with(text, word, "\xD8\x8C"))
		return true;
	first = word.start;
	for (word.start = word.end; word.start > first && blank_nbytes(text
		+ word.start - 1, 1) == 0;)
		word.start--;
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (strlen(words[i]) == span_nbytes(word)
			&& memcmp(text + word.start, words[i],
				span_nbytes(word)) == 0)
			return true;
	return false;
}

/*
 * Whether the date DATE, with its year and nothing around it that would mark
 * it, stands between a title, which begins at FIRST, and a sentence, at REST.
 * A script without capitals has it in figures, or behind a weekday and comma.
 */
static bool
is_date_between(const char *text, uint32_t first, struct span date,
	struct span rest)
{
	const char *s = text + date.start;
	bool is_plain = true;

	if (!name_can_start(text + rest.start, span_nbytes(rest))
		|| is_behind_preposition(text, first, date.start))
		return false;
	if (is_capital_at(text + rest.start))
		return true;
	for (size_t i = 0; i < span_nbytes(date); i++)
		is_plain &= (unsigned char)s[i] < 0x80
			|| (unsigned char)s[i] == 0xD9
			|| (i > 0 && (unsigned char)s[i - 1] == 0xD9
				&& (unsigned char)s[i] >= 0xA0
				&& (unsigned char)s[i] <= 0xA9);
	return is_plain || memmem(s, span_nbytes(date), "\xD8\x8C ", 3) != NULL;
}

/*
 * Whether a date at AT, behind a title that begins at FIRST, is no date in a
 * sentence: a label or a sign says so, or that no sentence goes like this.
 */
static bool
is_date_at(const struct furniture *f, uint32_t first, uint32_t at,
	uint32_t end)
{
	struct date_said said, next;
	struct label_hit hit;
	uint32_t nbytes = date_nbytes(f, at, end, &said, &hit);
	struct span rest;

	if (nbytes == 0)
		return false;
	if (hit.nbytes > 0)
		return hit.has_colon || said.date_nbytes == ISO_NBYTES;
	rest = span_trim(f->text, (struct span){ at + nbytes, end });
	if (span_is_empty(rest) || !(name_can_start(f->text + at, 1)
		|| has_digit(f->text + at, 2)))
		return false;
	if (strchr("|-(", f->text[rest.start]) == NULL && dash_nbytes(f->text
		+ rest.start, span_nbytes(rest)) == 0)
		return is_date_between(f->text, first, (struct span){ at,
			at + nbytes }, rest);
	if (strchr("|(", f->text[rest.start]) != NULL)
		return true;
	/* "14/8/2025 - 16/8/2025" is no date of an article. */
	at = word_next(f->text, rest.start, end);
	return at == end || date_nbytes(f, at, end, &next, &hit) == 0;
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

/* Whether all before the next bracket is a place of two words or more. */
static bool
is_known_place(const struct furniture *f, uint32_t at, uint32_t end)
{
	const char *open = memchr(f->text + at, '(', end - at);

	return open != NULL && furniture_is_label(f, LABEL_BIT(LABEL_OTHER),
		span_trim(f->text, (struct span){ at,
			(uint32_t)(open - f->text) }));
}

/* Whether the first letters of the word at AT are capitals: "LONDON". */
static bool
is_shouted(const char *text, uint32_t at)
{
	uint32_t cp;

	return is_capital_at(text + at)
		&& is_capital_at(text + at + utf8_next(text + at, &cp));
}

/*
 * Where a dateline begins whose place would be all the words from AT: at one
 * in capitals; where there are none, it is a known place or has one word.
 */
static uint32_t
last_dateline(struct furniture *f, uint32_t at, uint32_t end)
{
	uint32_t first = at;

	if (is_capital_at(f->text + at)) {
		while (!is_shouted(f->text, at)) {
			at = word_next(f->text, at, end);
			if (at >= end || !is_dateline_at(f, at, end))
				return first;
		}
		return at;
	}
	for (uint32_t next; (next = word_next(f->text, at, end)) < end
		&& !is_known_place(f, at, end)
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
		if (is_date_at(f, line.start, at, line.end)
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

/* The end of signs, and of a time of the day, that begin at AT. */
static uint32_t
time_end(const char *text, uint32_t at, uint32_t end)
{
	while (at < end && strchr(" |-:", text[at]) != NULL)
		at++;
	for (uint32_t time = at; time < end; time++) {
		if (text[time] == ':' && time > at)
			return time_end(text, word_next(text, at, end), end);
		if (text[time] < '0' || text[time] > '9')
			break;
	}
	return at;
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
	end = time_end(f->text, end, line.end);
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
