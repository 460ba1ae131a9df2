#include <config.h>

#include "model/date.h"

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "text/fold.h"
#include "text/utf8.h"

/* A date with its weekday and all it may hold fits in so many bytes. */
#define DATE_NBYTES_MAX 96

static bool
is_leap(int year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int
days_of_month(int year, int month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31,
		30, 31 };

	return days[month - 1] + (month == 2 && is_leap(year));
}

/* Days before January 1 of YEAR, counted from January 1 of year 1. */
static int32_t
days_before_year(int year)
{
	int past = year - 1;

	return past * 365 + past / 4 - past / 100 + past / 400;
}

bool
date_make(int year, int month, int day, struct date *date)
{
	int32_t days;

	if (year < 1 || year > 9999 || month < 0 || month > 12 || day < 0)
		return false;
	if (day > 0 && (month == 0 || day > days_of_month(year, month)))
		return false;
	days = days_before_year(year) - days_before_year(1970);
	for (int i = 1; i < month; i++)
		days += days_of_month(year, i);
	date->days = days + (day > 0 ? day - 1 : 0);
	date->precision = day > 0 ? DATE_DAY : month > 0 ? DATE_MONTH
		: DATE_YEAR;
	return true;
}

void
date_format(struct date date, char out[DATE_CHARS_MAX])
{
	int32_t days = date.days + days_before_year(1970);
	int year = days / 366 + 1, month = 1;

	out[0] = '\0';
	if (date.precision == DATE_NONE)
		return;
	while (days >= days_before_year(year + 1))
		year++;
	days -= days_before_year(year);
	while (month < 12 && days >= days_of_month(year, month))
		days -= days_of_month(year, month++);
	if (date.precision == DATE_YEAR)
		snprintf(out, DATE_CHARS_MAX, "%04u", (unsigned)year % 10000);
	else if (date.precision == DATE_MONTH)
		snprintf(out, DATE_CHARS_MAX, "%04u-%02u",
			(unsigned)year % 10000, (unsigned)month % 100);
	else
		snprintf(out, DATE_CHARS_MAX, "%04u-%02u-%02u",
			(unsigned)year % 10000, (unsigned)month % 100,
			(unsigned)(days + 1) % 100);
}

/* Words as folding leaves them; a number of 0 is a weekday's. */
struct word {
	const char *folded;
	int number;
};

/* Longer ones before those that they begin with. */
static const struct word months[] = {
	{ "january", 1 }, { "february", 2 }, { "march", 3 }, { "april", 4 },
	{ "may", 5 }, { "june", 6 }, { "july", 7 }, { "august", 8 },
	{ "september", 9 }, { "october", 10 }, { "november", 11 },
	{ "december", 12 },
	{ "jan", 1 }, { "feb", 2 }, { "mar", 3 }, { "apr", 4 }, { "jun", 6 },
	{ "jul", 7 }, { "aug", 8 }, { "sept", 9 }, { "sep", 9 }, { "oct", 10 },
	{ "nov", 11 }, { "dec", 12 },
	{ "يناير", 1 }, { "فبراير", 2 }, { "مارس", 3 }, { "ابريل", 4 },
	{ "مايو", 5 }, { "يونيو", 6 }, { "يونيه", 6 }, { "يوليو", 7 },
	{ "يوليه", 7 }, { "اغسطس", 8 }, { "سبتمبر", 9 }, { "اكتوبر", 10 },
	{ "نوفمبر", 11 }, { "ديسمبر", 12 },
	{ "كانون الثاني", 1 }, { "شباط", 2 }, { "اذار", 3 }, { "نيسان", 4 },
	{ "ايار", 5 }, { "حزيران", 6 }, { "تموز", 7 }, { "اب", 8 },
	{ "ايلول", 9 }, { "تشرين الاول", 10 }, { "تشرين الثاني", 11 },
	{ "كانون الاول", 12 },
	{ "جانفي", 1 }, { "فيفري", 2 }, { "افريل", 4 }, { "ماي", 5 },
	{ "جوان", 6 }, { "جويليه", 7 }, { "اوت", 8 }, { "غشت", 8 },
	{ "شتنبر", 9 }, { "نونبر", 11 }, { "دجنبر", 12 },
};

static const struct word weekdays[] = {
	{ "thu hai", 0 }, { "thu ba", 0 }, { "thu tu", 0 }, { "thu nam", 0 },
	{ "thu sau", 0 }, { "thu bay", 0 }, { "chu nhat", 0 },
	{ "monday", 0 }, { "tuesday", 0 }, { "wednesday", 0 },
	{ "thursday", 0 }, { "friday", 0 }, { "saturday", 0 }, { "sunday", 0 },
	{ "mon", 0 }, { "tue", 0 }, { "wed", 0 }, { "thu", 0 }, { "fri", 0 },
	{ "sat", 0 }, { "sun", 0 },
	{ "الاثنين", 0 }, { "الثلاثاء", 0 }, { "الاربعاء", 0 },
	{ "الخميس", 0 }, { "الجمعه", 0 }, { "السبت", 0 }, { "الاحد", 0 },
};

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

/* A place in folded text; reading that fails leaves it where it was. */
struct reader {
	const char *at, *end;
};

/* It is not folded to ASCII. */
static bool
at_arabic_comma(const struct reader *r)
{
	return r->end - r->at >= 2 && memcmp(r->at, "\xD8\x8C", 2) == 0;
}

static bool
at_letter(const struct reader *r)
{
	unsigned char c = r->at < r->end ? (unsigned char)*r->at : ' ';

	return (c >= 0xC0 && !at_arabic_comma(r)) || (c >= 'a' && c <= 'z');
}

static bool
at_digit(const struct reader *r)
{
	return r->at < r->end && *r->at >= '0' && *r->at <= '9';
}

static void
skip_blanks(struct reader *r)
{
	while (r->at < r->end && *r->at == ' ')
		r->at++;
}

static bool
read_word(struct reader *r, const char *word)
{
	struct reader next = { r->at + strlen(word), r->end };

	if (next.at > r->end
		|| memcmp(r->at, word, (size_t)(next.at - r->at)) != 0
		|| at_letter(&next))
		return false;
	*r = next;
	return true;
}

static bool
read_any_word(struct reader *r, const struct word *words, size_t count,
	int *number)
{
	for (size_t i = 0; i < count; i++) {
		if (read_word(r, words[i].folded)) {
			*number = words[i].number;
			return true;
		}
	}
	return false;
}

static bool
read_byte(struct reader *r, const char *any)
{
	if (r->at == r->end || strchr(any, *r->at) == NULL)
		return false;
	r->at++;
	return true;
}

static bool
read_comma(struct reader *r)
{
	if (at_arabic_comma(r)) {
		r->at += 2;
		return true;
	}
	return read_byte(r, ",");
}

/* A number of MIN to MAX digits, all there are. */
static bool
read_number(struct reader *r, int min, int max, int *number)
{
	struct reader next = *r;
	int value = 0, ndigits = 0;

	for (; at_digit(&next) && ndigits <= max; ndigits++)
		value = value * 10 + (*next.at++ - '0');
	if (ndigits < min || ndigits > max)
		return false;
	*number = value;
	*r = next;
	return true;
}

/* What the forms below fill; month and day stay 0 where they are not said. */
struct parts {
	int year, month, day;
};

/* 2025-12-04, 2025/12/04, 2025-12, 2025 */
static bool
read_iso(struct reader *r, struct parts *parts)
{
	char separator;

	if (!read_number(r, 4, 4, &parts->year))
		return false;
	separator = r->at < r->end ? *r->at : '\0';
	if (separator == '\0' || strchr("-/.", separator) == NULL)
		return true;
	r->at++;
	if (!read_number(r, separator == '.' ? 2 : 1, 2, &parts->month)) {
		r->at--;
		return true;
	}
	if (r->at < r->end && *r->at == separator) {
		r->at++;
		if (!read_number(r, 1, 2, &parts->day))
			r->at--;
	}
	return true;
}

/* 4/12/2025, 4-12-2025, 4.12.2025, 12/25/2025, 12/2025 */
static bool
read_numbers(struct reader *r, struct parts *parts)
{
	char separator;
	int second;

	read_word(r, "ngay");
	skip_blanks(r);
	if (!read_number(r, 1, 2, &parts->day) || r->at == r->end)
		return false;
	separator = *r->at;
	if (!read_byte(r, "/-."))
		return false;
	if (separator == '/' && read_number(r, 4, 4, &parts->year)) {
		parts->month = parts->day;
		parts->day = 0;
		return true;
	}
	if (!read_number(r, 1, 2, &second) || r->at == r->end
		|| *r->at++ != separator)
		return false;
	parts->month = second;
	if (second > 12 && parts->day <= 12) {
		parts->month = parts->day;
		parts->day = second;
	}
	return read_number(r, 4, 4, &parts->year);
}

/* ngày 4 tháng 12 năm 2025, 4 tháng 12, 2025, tháng 12/2025 */
static bool
read_vietnamese(struct reader *r, struct parts *parts)
{
	read_word(r, "ngay");
	skip_blanks(r);
	read_number(r, 1, 2, &parts->day);
	skip_blanks(r);
	if (!read_word(r, "thang"))
		return false;
	skip_blanks(r);
	if (!read_number(r, 1, 2, &parts->month))
		return false;
	skip_blanks(r);
	if (!read_comma(r) && !read_byte(r, "/-"))
		read_word(r, "nam");
	skip_blanks(r);
	return read_number(r, 4, 4, &parts->year);
}

static bool
read_month(struct reader *r, int *month)
{
	int again;

	if (!read_any_word(r, months, COUNT(months), month))
		return false;
	read_byte(r, ".");
	skip_blanks(r);
	if (!read_byte(r, "/"))
		return true;
	skip_blanks(r);
	return read_any_word(r, months, COUNT(months), &again)
		&& again == *month;
}

static void
read_ordinal(struct reader *r)
{
	if (!read_word(r, "st") && !read_word(r, "nd") && !read_word(r, "rd"))
		read_word(r, "th");
}

/* 4 December 2025, 4th of December, 2025, 4 كانون الأول/ديسمبر 2025 */
static bool
read_day_month(struct reader *r, struct parts *parts)
{
	if (!read_number(r, 1, 2, &parts->day))
		return false;
	read_ordinal(r);
	skip_blanks(r);
	if (read_word(r, "of"))
		skip_blanks(r);
	if (!read_month(r, &parts->month))
		return false;
	skip_blanks(r);
	read_comma(r);
	skip_blanks(r);
	return read_number(r, 4, 4, &parts->year);
}

/* December 4, 2025, Dec. 4th 2025, December 2025 */
static bool
read_month_day(struct reader *r, struct parts *parts)
{
	if (!read_month(r, &parts->month))
		return false;
	skip_blanks(r);
	if (read_number(r, 1, 2, &parts->day)) {
		read_ordinal(r);
		skip_blanks(r);
	}
	read_comma(r);
	skip_blanks(r);
	return read_number(r, 4, 4, &parts->year);
}

static bool (*const forms[])(struct reader *, struct parts *) = {
	read_numbers, read_vietnamese, read_day_month, read_month_day,
	read_iso,
};

static void
skip_weekday(struct reader *r)
{
	int unused;

	skip_blanks(r);
	if (!read_any_word(r, weekdays, COUNT(weekdays), &unused))
		return;
	read_byte(r, ".");
	skip_blanks(r);
	if (!read_comma(r))
		read_byte(r, "-");
	skip_blanks(r);
}

/* A date ends where no number or word goes on; 2025-12-04T10:00 is allowed. */
static bool
is_ended(const struct reader *r)
{
	return !at_digit(r) && (!at_letter(r) || *r->at == 't');
}

/* How many folded bytes the date takes; 0: there is none. */
static size_t
date_parse_folded(const struct buf *folded, struct date *date)
{
	struct reader start = { folded->at, folded->at + folded->nbytes };

	skip_weekday(&start);
	for (size_t i = 0; i < COUNT(forms); i++) {
		struct reader r = start;
		struct parts parts = { 0 };

		if (forms[i](&r, &parts) && is_ended(&r)
			&& date_make(parts.year, parts.month, parts.day, date))
			return (size_t)(r.at - folded->at);
	}
	return 0;
}

/*
 * Whether four digits follow each other: every form has a year in it, and few
 * other texts have.
 */
static bool
has_year(const char *s, size_t nbytes)
{
	int ndigits = 0;

	for (size_t i = 0; i < nbytes && ndigits < 4; i++) {
		unsigned char c = (unsigned char)s[i];

		if (c == 0xD9 || c == 0xDB || c == 0xEF || c == 0xBC)
			continue;	/* leads wide digits */
		if ((c >= '0' && c <= '9') || (c >= 0xA0 && c <= 0xA9)
			|| (c >= 0xB0 && c <= 0xB9) || (c >= 0x90 && c <= 0x99))
			ndigits++;
		else
			ndigits = 0;
	}
	return ndigits == 4;
}

size_t
date_parse(const char *s, size_t nbytes, struct date *date)
{
	struct buf folded = BUF_INIT;
	struct fold_map map = { 0 };
	size_t taken;

	if (nbytes > DATE_NBYTES_MAX)
		nbytes = DATE_NBYTES_MAX;
	nbytes = utf8_valid_prefix(s, nbytes);
	if (!has_year(s, nbytes))
		return 0;
	fold_text_map(s, nbytes, &folded, &map);
	taken = date_parse_folded(&folded, date);
	if (taken > 0)
		taken = fold_map_span(&map, (struct span){ 0,
			(uint32_t)taken }).end;
	fold_map_release(&map);
	buf_release(&folded);
	return taken;
}
