#ifndef MODEL_DATE_H
#define MODEL_DATE_H

/*
 * A calendar date (proleptic Gregorian) that knows how much of it was said,
 * and what articles write about a day: dates of any form, with a year or
 * without, of other calendars, or only "yesterday". A file's own time is
 * never a date here.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum date_precision {
	DATE_NONE,
	DATE_YEAR,
	DATE_MONTH,
	DATE_DAY,
};

struct date {
	int32_t days;		/* since 1970-01-01, of the first day meant */
	enum date_precision precision;
};

#define DATE_CHARS_MAX 12	/* "2025-12-04" and its terminator */

/* YEAR 1..9999, MONTH 0..12, DAY 0..31, 0: not said. False: no such day. */
bool date_make(int year, int month, int day, struct date *date);

/* What date_make was given; 0 for what was not said. */
void date_split(struct date date, int *year, int *month, int *day);

/* 0 Sunday to 6 Saturday; DATE is as precise as a day. */
int date_weekday(struct date date);

/* ISO 8601, as precise as known; the empty string for DATE_NONE. */
void date_format(struct date date, char out[DATE_CHARS_MAX]);

enum calendar {
	CALENDAR_GREGORIAN,
	CALENDAR_HIJRI,		/* of the moon: 20 رجب 1447 هـ */
	CALENDAR_PERSIAN,	/* of the sun: ۱۹ دی ۱۴۰۴ */
	CALENDAR_LUNAR,		/* ngày 15/8 âm lịch */
	CALENDAR_COUNT
};

enum date_kind {
	DATE_SAYS_NOTHING,
	DATE_SAYS_DATE,		/* Gregorian, with its year: `date` */
	DATE_SAYS_OTHER,	/* of another calendar, and not converted */
	DATE_SAYS_YEARLESS,	/* "ngày 9/1", "Jan 9": `month`, `day` */
	DATE_SAYS_WEEKDAY,	/* "Friday": `weekday` */
	DATE_SAYS_OFFSET,	/* "yesterday": `offset` days from today */
};

/* What a text says about a day; zero says nothing. */
struct date_said {
	enum date_kind kind;
	enum calendar calendar;	/* the first that was used; with another date
				   beside it `kind` can be DATE_SAYS_DATE */
	struct date date;
	int month, day;		/* day 0: the month alone */
	int weekday;		/* 0 Sunday to 6 Saturday; -1: not said */
	int offset;
	bool has_time;		/* a time of the day was read, too */
	size_t date_nbytes;	/* where the date ends */
	size_t nbytes;		/* where the time and its zone end */
};

/*
 * Reads what stands at the very start of clean text (blanks skipped), in
 * Vietnamese, English, Arabic, and with Persian and Urdu months: ISO 8601, RFC
 * 822, d/m/y, "ngày 4 tháng 12 năm 2025", "Dec. 4th, 2025", "4 December 2025",
 * "4 كانون الأول/ديسمبر 2025", digits of any script; a weekday, "ngày", a time
 * of the day before it; a weekday, a time and its zone behind. Returns
 * said->nbytes.
 *
 * - d/m/y has the day first, but where only the other order is a day of the
 *   calendar (12/25/2025) or falls on the weekday that stands before it
 *   (Friday, 1/9/2026).
 * - A year of two digits is read only as RFC 822 and 850 have it: behind a
 *   weekday and the name of a month, before a time.
 * - Years from 1300 on and before 1500 are Persian (up to 1419) or Hijri,
 *   except in ISO 8601 with hyphens, which is Gregorian.
 * - A Gregorian date beside one of another calendar ("الموافق", a hyphen, a
 *   slash, brackets between) is the date, in either order.
 * - "9/1" without a year is a fraction unless a word before it says otherwise
 *   (ngày, hôm, sáng, a weekday).
 * - What has no digit ("yesterday", "Friday") is read only where it is all,
 *   or a comma, a bracket or the end of a short text comes behind it.
 *
 * Looks at a few hundred bytes at most; texts that cannot begin with a date
 * cost some nanoseconds.
 */
size_t date_read(const char *s, size_t nbytes, struct date_said *said);

/*
 * The same for a Gregorian date with its year and nothing else: the bytes up
 * to its end, 0: none.
 */
size_t date_parse(const char *s, size_t nbytes, struct date *date);

/*
 * The date that SAID means in an article of the day ARTICLE; DATE_NONE where
 * that cannot be told, and always where ARTICLE is not known to the day.
 *
 * What has no year means the last such day up to a week after the article.
 * From then on to two months after it may as well be what is to come: it
 * stays open. A weekday is the last one, today included.
 */
struct date date_resolve(const struct date_said *said, struct date article);

#endif
