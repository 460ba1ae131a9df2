#ifndef MODEL_DATE_H
#define MODEL_DATE_H

/*
 * A calendar date (proleptic Gregorian) that knows how much of it was said,
 * and the forms in which articles write one. A file's own time is never a
 * date here.
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

/* ISO 8601, as precise as known; the empty string for DATE_NONE. */
void date_format(struct date date, char out[DATE_CHARS_MAX]);

/*
 * Reads a date with its year at the very start of clean text (blanks skipped):
 * ISO, d/m/y, "ngày 4 tháng 12 năm 2025", "December 4, 2025", "4 December
 * 2025", "4 ديسمبر 2025", "4 كانون الأول/ديسمبر 2025", digits of any of these
 * scripts, a weekday and a comma before it. Returns the bytes read, 0: none.
 */
size_t date_parse(const char *s, size_t nbytes, struct date *date);

#endif
