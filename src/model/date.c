#include <config.h>

#include "model/date.h"

#include <stdio.h>

/* What has no year may lie so many days after the article ... */
#define DAYS_AHEAD 7
/* ... and is to come, or long past, up to here. */
#define DAYS_OPEN 60
/* From one February 29 to the next are eight years at most. */
#define YEARS_BACK 8

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
date_split(struct date date, int *year, int *month, int *day)
{
	int32_t days = date.days + days_before_year(1970);
	int y = days / 366 + 1, m = 1;

	*year = *month = *day = 0;
	if (date.precision == DATE_NONE)
		return;
	while (days >= days_before_year(y + 1))
		y++;
	days -= days_before_year(y);
	while (m < 12 && days >= days_of_month(y, m))
		days -= days_of_month(y, m++);
	*year = y;
	if (date.precision >= DATE_MONTH)
		*month = m;
	if (date.precision >= DATE_DAY)
		*day = days + 1;
}

int
date_weekday(struct date date)
{
	/* 1970-01-01 was a Thursday. */
	return ((date.days + 4) % 7 + 7) % 7;
}

void
date_format(struct date date, char out[DATE_CHARS_MAX])
{
	int year, month, day;

	date_split(date, &year, &month, &day);
	out[0] = '\0';
	if (date.precision == DATE_YEAR)
		snprintf(out, DATE_CHARS_MAX, "%04u", (unsigned)year % 10000);
	else if (date.precision == DATE_MONTH)
		snprintf(out, DATE_CHARS_MAX, "%04u-%02u",
			(unsigned)year % 10000, (unsigned)month % 100);
	else if (date.precision == DATE_DAY)
		snprintf(out, DATE_CHARS_MAX, "%04u-%02u-%02u",
			(unsigned)year % 10000, (unsigned)month % 100,
			(unsigned)day % 100);
}

/* The last such day up to a week after ARTICLE, if it is not left open. */
static struct date
resolve_yearless(const struct date_said *said, struct date article)
{
	struct date none = { 0 }, date;
	int year, month, day;

	date_split(article, &year, &month, &day);
	for (int y = year + 1; y >= year - YEARS_BACK; y--) {
		if (!date_make(y, said->month, said->day, &date))
			continue;
		if (date.days <= article.days + DAYS_AHEAD)
			return date;
		if (date.days <= article.days + DAYS_OPEN)
			return none;
	}
	return none;
}

struct date
date_resolve(const struct date_said *said, struct date article)
{
	struct date date = article;

	if (said->kind == DATE_SAYS_DATE)
		return said->date;
	if (article.precision != DATE_DAY)
		return (struct date){ 0 };
	switch (said->kind) {
	case DATE_SAYS_YEARLESS:
		return resolve_yearless(said, article);
	case DATE_SAYS_WEEKDAY:
		date.days -= (date_weekday(article) - said->weekday + 7) % 7;
		break;
	case DATE_SAYS_OFFSET:
		date.days += said->offset;
		break;
	default:
		return (struct date){ 0 };
	}
	/* Days of year 0 or 10000 are none. */
	return date.days < days_before_year(1) - days_before_year(1970)
		|| date.days >= days_before_year(10000)
			- days_before_year(1970) ? (struct date){ 0 } : date;
}
