#ifndef MODEL_DATE_WORDS_H
#define MODEL_DATE_WORDS_H

/*
 * The words of dates, in the languages of the archive, as folding leaves them
 * (text/fold): a mark on a letter counts for nothing here.
 */

#include <stdbool.h>
#include <stddef.h>

struct reader;

enum date_words {
	DATE_WORDS_MONTH,	/* of the Gregorian calendar, 1 to 12 */
	DATE_WORDS_MONTH_VI,	/* the same behind "thang" */
	DATE_WORDS_MONTH_HIJRI,
	DATE_WORDS_MONTH_PERSIAN,
	DATE_WORDS_WEEKDAY,	/* 0 Sunday to 6 Saturday */
	DATE_WORDS_LEAD,	/* before a date: "ngay", "on" */
	DATE_WORDS_OFFSET,	/* "yesterday": days from today */
	DATE_WORDS_ORDINAL,	/* Arabic: the first to the tenth */
	DATE_WORDS_NOON,	/* behind a time: "am", "sang" */
	DATE_WORDS_ZONE,	/* "gmt" */
	DATE_WORDS_BEFORE_TIME,	/* "luc", "at" */
	DATE_WORDS_ERA,		/* behind a year: an enum calendar */
	DATE_WORDS_BESIDE,	/* between dates of two calendars */
	DATE_WORDS_COUNT
};

struct date_word {
	const char *folded;
	int number;
};

/*
 * Reads a word of LIST, the longest where one begins another, and gives its
 * number.
 */
bool date_words_read(enum date_words list, struct reader *r, int *number);

/* Whether the letters at R begin a word with which a date can begin. */
bool date_words_may_begin(const struct reader *r);

/* The words of LIST, for tests. */
const struct date_word *date_words_of(enum date_words list, size_t *count);

#endif
