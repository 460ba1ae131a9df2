#include <config.h>

#include "model/date.h"

#include "base/buf.h"
#include "model/date_forms.h"
#include "model/date_reader.h"
#include "model/date_time.h"
#include "model/date_words.h"
#include "text/fold.h"
#include "text/utf8.h"

/* A date with all that may stand around it fits in so many bytes. */
#define DATE_NBYTES_MAX 224
/* Its first digit stands in the first of them. */
#define DIGIT_NBYTES_MAX 64
/* Without any digit, the text is no longer than this. */
#define WORDS_NBYTES_MAX 48
/* Its first word ends in the first of them. */
#define WORD_NBYTES_MAX 40
/* Words before a date: "vào sáng thứ Sáu, ngày" */
#define LEADS_MAX 5

/* What stands before a date. */
struct lead {
	int weekday;		/* -1: none */
	bool has_word;		/* that makes a day of "9/1" */
	bool has_time;
	bool is_open;		/* a bracket */
	bool is_alone;		/* behind its last word is no other */
};

/* "thứ 4", which "Thu 4 Dec" is not. */
static bool
read_numbered_weekday(struct reader *r, int *weekday)
{
	struct reader next = *r, behind;
	int number;

	if (!reader_word(&next, "thu") || !reader_blanks(&next)
		|| !reader_number(&next, 1, 1, &number) || number < 2
		|| number > 7)
		return false;
	behind = next;
	reader_blanks(&behind);
	if (reader_at_letter(&behind) && !reader_word(&behind, "ngay"))
		return false;
	*weekday = number - 1;
	*r = next;
	return true;
}

static bool
read_weekday(struct reader *r, int *weekday)
{
	return read_numbered_weekday(r, weekday)
		|| date_words_read(DATE_WORDS_WEEKDAY, r, weekday);
}

/* A comma, a bracket or the end is all that may follow. */
static bool
is_alone(struct reader r)
{
	reader_blanks(&r);
	return r.at == r.end || reader_comma(&r) || reader_byte(&r, ")].|-:;");
}

/* A comma, a hyphen or a bracket behind a word. */
static void
read_lead_end(struct reader *r, struct lead *lead)
{
	lead->is_alone = is_alone(*r);
	reader_byte(r, ".");
	reader_blanks(r);
	if (!reader_comma(r) && !reader_byte(r, "-|"))
		lead->is_open |= reader_byte(r, "([");
	reader_blanks(r);
}

/* A time and what parts it from the date behind it; or nothing. */
static void
read_lead_time(struct reader *r, struct lead *lead)
{
	struct reader next = *r;
	int unused;

	if (date_words_read(DATE_WORDS_BEFORE_TIME, &next, &unused))
		reader_blanks(&next);
	if (!date_time_read(&next))
		return;
	lead->has_time = true;
	*r = next;
	read_lead_end(r, lead);
}

static void
read_lead(struct reader *r, struct lead *lead)
{
	int number;

	*lead = (struct lead){ .weekday = -1 };
	reader_blanks(r);
	lead->is_open = reader_byte(r, "([");
	read_lead_time(r, lead);
	for (int i = 0; i < LEADS_MAX; i++) {
		struct reader next = *r;

		/* "hôm qua" is no word before "qua". */
		if (date_words_read(DATE_WORDS_OFFSET, &next, &number))
			break;
		if (read_weekday(&next, &number)) {
			lead->weekday = number;
			lead->has_word = true;
		} else if (date_words_read(DATE_WORDS_LEAD, &next, &number)) {
			lead->has_word |= number == 1;
		} else if (date_words_read(DATE_WORDS_BESIDE, &next,
			&number) && lead->weekday >= 0) {
			lead->has_word = true;
		} else {
			break;
		}
		*r = next;
		read_lead_end(r, lead);
		if (!lead->has_time)
			read_lead_time(r, lead);
	}
}

/* The other order where this one is no day, or not the weekday that is said. */
static void
choose_order(const struct date_form *form, int weekday, struct date *date)
{
	struct date other;
	bool is_date = date_make(form->year, form->month, form->day, date);

	if (form->calendar != CALENDAR_GREGORIAN || !form->may_swap
		|| form->day == 0
		|| !date_make(form->year, form->day, form->month, &other))
		return;
	if (!is_date || (weekday >= 0 && date_weekday(*date) != weekday
		&& date_weekday(other) == weekday))
		*date = other;
}

/* As far as one can tell without the rules of that calendar. */
static bool
is_day_of(const struct date_form *form)
{
	return form->month <= 12 && form->day <= 30 + (form->calendar
		== CALENDAR_PERSIAN && form->month <= 6);
}

static bool
make_yearless(const struct date_form *form, const struct lead *lead,
	struct date_said *said)
{
	struct date leap;

	if (form->is_bare && !lead->has_word && !lead->has_time)
		return false;
	said->month = form->month;
	said->day = form->day;
	if (form->calendar != CALENDAR_GREGORIAN) {
		said->kind = DATE_SAYS_OTHER;
		return is_day_of(form);
	}
	if (form->month > 12 && form->may_swap) {
		said->month = form->day;
		said->day = form->month;
	}
	said->kind = DATE_SAYS_YEARLESS;
	return date_make(2000, said->month, said->day, &leap);
}

/* What FORM, read behind LEAD, says; false: no day. */
static bool
say(struct date_form *form, const struct lead *lead, struct date_said *said)
{
	if (form->is_year_short) {
		if (lead->weekday < 0 || !said->has_time)
			return false;
		form->year += form->year < 50 ? 2000 : 1900;
	}
	said->calendar = form->calendar;
	said->date = (struct date){ 0 };
	if (form->year == 0)
		return make_yearless(form, lead, said);
	if (form->calendar != CALENDAR_GREGORIAN) {
		said->kind = DATE_SAYS_OTHER;
		return is_day_of(form);
	}
	choose_order(form, lead->weekday, &said->date);
	said->kind = DATE_SAYS_DATE;
	return said->date.precision != DATE_NONE;
}

/*
 * The same day in another calendar: "الموافق 9 يناير 2026م", "- 9/1/2026".
 * SAID takes the Gregorian one.
 */
static void
read_beside(struct reader *r, const struct lead *lead, struct date_said *said)
{
	struct reader next = *r;
	struct date_form form;
	struct date_said other = { .weekday = -1 };
	int unused;
	bool is_open, is_other = said->calendar != CALENDAR_GREGORIAN;

	reader_blanks(&next);
	if (!reader_comma(&next))
		reader_byte(&next, "-/|");
	reader_blanks(&next);
	is_open = reader_byte(&next, "([");
	if (date_words_read(DATE_WORDS_BESIDE, &next, &unused))
		reader_blanks(&next);
	if (next.at == r->at || !date_form_read(&next, &form)
		|| (form.calendar != CALENDAR_GREGORIAN) == is_other
		|| form.is_bare || !say(&form, lead, &other)
		|| (is_open && !reader_byte(&next, ")]")))
		return;
	if (other.kind == DATE_SAYS_DATE) {
		said->kind = other.kind;
		said->date = other.date;
	}
	*r = next;
}

/* The weekday behind a date: ", thứ Sáu", " (Fri)" */
static void
read_weekday_behind(struct reader *r, struct date_said *said)
{
	struct reader next = *r;
	bool is_open;
	int weekday;

	reader_blanks(&next);
	reader_comma(&next);
	reader_blanks(&next);
	is_open = reader_byte(&next, "([");
	if (next.at == r->at || !read_weekday(&next, &weekday)
		|| (is_open ? !reader_byte(&next, ")]") : !is_alone(next)))
		return;
	if (said->weekday < 0)
		said->weekday = weekday;
	*r = next;
}

static void
read_closing(struct reader *r, struct lead *lead)
{
	struct reader next = *r;

	reader_blanks(&next);
	if (lead->is_open && reader_byte(&next, ")]")) {
		lead->is_open = false;
		*r = next;
	}
}

/* "yesterday", "hôm qua (9/1)", "Friday" */
static bool
read_words(struct reader r, const struct lead *lead, struct date_said *said,
	struct reader *end)
{
	struct reader next = r;

	if (date_words_read(DATE_WORDS_OFFSET, &next, &said->offset)
		&& is_alone(next)) {
		said->kind = DATE_SAYS_OFFSET;
		*end = next;
		return true;
	}
	if (lead->weekday < 0 || !lead->is_alone)
		return false;
	said->kind = DATE_SAYS_WEEKDAY;
	*end = r;
	return true;
}

/* SAID, with its places in the folded text. */
static bool
read_folded(const struct buf *folded, bool is_short, struct date_said *said)
{
	struct reader r = { folded->at, folded->at + folded->nbytes }, time;
	struct lead lead;
	struct date_form form = { 0 };

	read_lead(&r, &lead);
	said->weekday = lead.weekday;
	said->has_time = lead.has_time;
	time = r;
	if (date_form_read(&r, &form)) {
		time = r;
		said->has_time |= form.has_time
			| date_time_read_behind(&time);
		if (!say(&form, &lead, said))
			return false;
		read_beside(&r, &lead, said);
		read_weekday_behind(&r, said);
	} else if (!is_short || !read_words(r, &lead, said, &r)) {
		return false;
	}
	read_closing(&r, &lead);
	said->date_nbytes = (size_t)(r.at - folded->at);
	said->has_time |= date_time_read_behind(&r);
	read_closing(&r, &lead);
	said->nbytes = (size_t)(r.at - folded->at);
	return true;
}

/* Whether one of the digits that folding knows may be in it. */
static bool
has_digit(const char *s, size_t nbytes)
{
	for (size_t i = 0; i < nbytes; i++) {
		unsigned char c = (unsigned char)s[i];

		if (c >= '0' && c <= '9')
			return true;
		/* Arabic-Indic, Persian, wide */
		if (i + 1 < nbytes && ((c == 0xD9
			&& (unsigned char)s[i + 1] - 0xA0u < 10u)
			|| (c == 0xDB
			&& (unsigned char)s[i + 1] - 0xB0u < 10u)
			|| c == 0xEF))
			return true;
	}
	return false;
}

/* What nearly every text fails: its first word can begin a date. */
static bool
may_begin(const char *s, size_t nbytes)
{
	struct buf folded = BUF_INIT;
	struct reader r;
	bool may;

	if (nbytes > WORD_NBYTES_MAX)
		nbytes = utf8_valid_prefix(s, WORD_NBYTES_MAX);
	fold_text(s, nbytes, &folded);
	r = (struct reader){ folded.at, folded.at + folded.nbytes };
	reader_blanks(&r);
	reader_byte(&r, "([");
	may = reader_at_digit(&r) || date_words_may_begin(&r);
	buf_release(&folded);
	return may;
}

static size_t
unfolded(const struct fold_map *map, size_t nbytes)
{
	return fold_map_span(map, (struct span){ 0, (uint32_t)nbytes }).end;
}

size_t
date_read(const char *s, size_t nbytes, struct date_said *said)
{
	struct date_said read = { .weekday = -1 };
	struct buf folded = BUF_INIT;
	struct fold_map map = { 0 };
	bool is_short = nbytes <= WORDS_NBYTES_MAX;

	*said = (struct date_said){ .weekday = -1 };
	if (nbytes > DATE_NBYTES_MAX)
		nbytes = utf8_valid_prefix(s, DATE_NBYTES_MAX);
	if (nbytes == 0 || (!is_short && !has_digit(s, nbytes
		< DIGIT_NBYTES_MAX ? nbytes : DIGIT_NBYTES_MAX))
		|| !may_begin(s, nbytes))
		return 0;
	fold_text_map(s, nbytes, &folded, &map);
	if (read_folded(&folded, is_short, &read) && read.nbytes > 0) {
		*said = read;
		said->date_nbytes = unfolded(&map, read.date_nbytes);
		said->nbytes = unfolded(&map, read.nbytes);
	}
	fold_map_release(&map);
	buf_release(&folded);
	return said->nbytes;
}

size_t
date_parse(const char *s, size_t nbytes, struct date *date)
{
	struct date_said said;

	if (date_read(s, nbytes, &said) == 0 || said.kind != DATE_SAYS_DATE)
		return 0;
	*date = said.date;
	return said.date_nbytes;
}
