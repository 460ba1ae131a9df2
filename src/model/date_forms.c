#include <config.h>

#include "model/date_forms.h"

#include <stddef.h>

#include "model/date_reader.h"
#include "model/date_time.h"
#include "model/date_words.h"

/* Years that are written with words or with the day first. */
#define YEAR_LEAST 1300
#define YEAR_MOST 2299
/* Before these, years are of another calendar. */
#define YEAR_HIJRI 1420
#define YEAR_GREGORIAN 1500

static bool
read_year(struct reader *r, int *year)
{
	struct reader next = *r;

	if (!reader_number(&next, 4, 4, year) || *year < YEAR_LEAST
		|| *year > YEAR_MOST) {
		*year = 0;
		return false;
	}
	*r = next;
	return true;
}

static bool
read_day(struct reader *r, int *day)
{
	return reader_number_in(r, 1, 31, day);
}

/* Blanks and a comma, and then the year; or nothing. */
static void
read_year_behind(struct reader *r, struct date_form *form)
{
	struct reader next = *r;

	reader_blanks(&next);
	reader_comma(&next);
	reader_blanks(&next);
	if (read_year(&next, &form->year))
		*r = next;
}

/* 20251204T1030 */
static bool
read_basic(struct reader *r, struct date_form *form)
{
	struct reader next = *r, time;
	int digits;

	if (!reader_number(&next, 8, 8, &digits))
		return false;
	time = next;
	if (!date_time_read_behind(&time) || !reader_byte(&next, "t"))
		return false;
	form->year = digits / 10000;
	form->month = digits / 100 % 100;
	form->day = digits % 100;
	next.at--;
	*r = next;
	return true;
}

static enum calendar
calendar_of_year(int year)
{
	if (year < YEAR_LEAST || year >= YEAR_GREGORIAN)
		return CALENDAR_GREGORIAN;
	return year < YEAR_HIJRI ? CALENDAR_PERSIAN : CALENDAR_HIJRI;
}

/* 2025-12-04, 2025/12/04, 2025-12, 2025 */
static bool
read_iso(struct reader *r, struct date_form *form)
{
	const char *start = r->at;
	char separator;

	if (!reader_number(r, 4, 4, &form->year))
		return false;
	separator = r->at < r->end ? *r->at : '\0';
	if (!reader_byte(r, "-/."))
		return true;
	if (!reader_number(r, separator == '.' ? 2 : 1, 2, &form->month)) {
		r->at--;
		return true;
	}
	if (r->at < r->end && *r->at == separator) {
		r->at++;
		if (!reader_number(r, 1, 2, &form->day))
			r->at--;
	}
	if (separator != '-' || (form->day > 0 && r->at - start != 10))
		form->calendar = calendar_of_year(form->year);
	return true;
}

/* 4/12/2025, 4-12-2025, 4.12.2025, 4 / 12 / 2025, 12/2025, 4/12 */
static bool
read_numbers(struct reader *r, struct date_form *form)
{
	struct reader next;
	const char *separator;

	if (!read_day(r, &form->day))
		return false;
	next = *r;
	reader_blanks(&next);
	separator = next.at;
	if (!reader_byte(&next, "/-."))
		return false;
	if (*separator == '/' && read_year(&next, &form->year)) {
		form->month = form->day;
		form->day = 0;
		*r = next;
		return form->month <= 12;
	}
	if (next.at - r->at > 1)
		reader_blanks(&next);
	if (!reader_number_in(&next, 1, 31, &form->month))
		return false;
	form->may_swap = *separator == '/' || *separator == '-';
	form->is_bare = true;
	*r = next;
	if (reader_blanks(&next) && next.at < next.end
		&& *next.at != *separator)
		return true;
	if (next.at < next.end && *next.at == *separator) {
		next.at++;
		reader_blanks(&next);
		/* 4/12/25 says too little. */
		if (!read_year(&next, &form->year))
			return false;
		form->is_bare = false;
		form->calendar = calendar_of_year(form->year);
		*r = next;
	}
	return true;
}

/* What makes months out of a number: "3 tháng 10 ngày". */
static bool
is_duration(struct reader r)
{
	static const char *const units[] = { "ngay", "tuan", "thang", "nam",
		"gio", "phut" };

	reader_blanks(&r);
	for (size_t i = 0; i < sizeof(units) / sizeof(*units); i++)
		if (reader_word(&r, units[i]))
			return true;
	return false;
}

/* 4 tháng 12 năm 2025, 4 tháng 12, 2025, tháng 12/2025, 4 tháng tư */
static bool
read_vietnamese(struct reader *r, struct date_form *form)
{
	struct reader next;

	if (read_day(r, &form->day))
		reader_blanks(r);
	if (!reader_word(r, "thang"))
		return false;
	reader_blanks(r);
	if (!reader_number_in(r, 1, 12, &form->month)
		&& !date_words_read(DATE_WORDS_MONTH_VI, r, &form->month))
		return false;
	next = *r;
	reader_blanks(&next);
	if (!reader_comma(&next) && !reader_byte(&next, "/-."))
		reader_word(&next, "nam");
	reader_blanks(&next);
	if (read_year(&next, &form->year))
		*r = next;
	else if (form->day == 0 || is_duration(*r))
		return false;
	return true;
}

/* The name of a month, which Arabic may say twice: "سبتمبر/أيلول" */
static bool
read_month(struct reader *r, struct date_form *form)
{
	struct reader next;
	int again;
	bool is_open, has_sign;

	if (date_words_read(DATE_WORDS_MONTH_HIJRI, r, &form->month)) {
		form->calendar = CALENDAR_HIJRI;
		return true;
	}
	if (!date_words_read(DATE_WORDS_MONTH, r, &form->month)) {
		form->calendar = CALENDAR_PERSIAN;
		return date_words_read(DATE_WORDS_MONTH_PERSIAN, r,
			&form->month);
	}
	reader_byte(r, ".");
	next = *r;
	reader_blanks(&next);
	is_open = reader_byte(&next, "(");
	has_sign = is_open || reader_byte(&next, "/-");
	reader_blanks(&next);
	if (!date_words_read(DATE_WORDS_MONTH, &next, &again)
		|| (!has_sign && again != form->month))
		return true;
	if (again != form->month || (is_open && !reader_byte(&next, ")")))
		return false;
	*r = next;
	return true;
}

static void
read_ordinal(struct reader *r)
{
	if (!reader_word(r, "st") && !reader_word(r, "nd")
		&& !reader_word(r, "rd"))
		reader_word(r, "th");
}

/* التاسع, الحادي عشر, العشرين, الحادي والثلاثين */
static bool
read_arabic_ordinal(struct reader *r, int *day)
{
	bool has_ones = date_words_read(DATE_WORDS_ORDINAL, r, day);

	if (!has_ones)
		*day = 0;
	reader_blanks(r);
	if (has_ones && reader_word(r, "عشر"))
		*day += 10;
	else if (has_ones ? reader_word(r, "والعشرين")
		|| reader_word(r, "والعشرون") : reader_word(r, "العشرين")
		|| reader_word(r, "العشرون"))
		*day += 20;
	else if (has_ones ? reader_word(r, "والثلاثين")
		|| reader_word(r, "والثلاثون") : reader_word(r, "الثلاثين")
		|| reader_word(r, "الثلاثون"))
		*day += 30;
	return *day > 0;
}

/* 4 December 2025, 4th of December, 2025, 04-Dec-25, 4 ديسمبر 2025 */
static bool
read_day_month(struct reader *r, struct date_form *form)
{
	struct reader next;

	if (!read_day(r, &form->day) && !read_arabic_ordinal(r, &form->day))
		return false;
	read_ordinal(r);
	if (!reader_blanks(r))
		reader_byte(r, "-/.");
	if (reader_word(r, "of") || reader_word(r, "من"))
		reader_blanks(r);
	if (!read_month(r, form))
		return false;
	read_year_behind(r, form);
	if (form->year > 0)
		return true;
	next = *r;
	if (!reader_byte(&next, "-/"))
		reader_blanks(&next);
	if (read_year(&next, &form->year)) {
		*r = next;
	} else if (reader_number(&next, 2, 2, &form->year)) {
		form->is_year_short = true;
		*r = next;
	}
	return true;
}

/* December 4, 2025, Dec. 4th 2025, December 2025, Dec  4 10:30:00 2025 */
static bool
read_month_day(struct reader *r, struct date_form *form)
{
	struct reader next;

	if (!read_month(r, form))
		return false;
	if (!reader_blanks(r))
		reader_byte(r, "-/");
	if (read_day(r, &form->day))
		read_ordinal(r);
	read_year_behind(r, form);
	if (form->year > 0)
		return true;
	next = *r;
	if (reader_byte(&next, "-/") && read_year(&next, &form->year)) {
		*r = next;
		return true;
	}
	next = *r;
	if (reader_blanks(&next) && date_time_read(&next)
		&& reader_blanks(&next) && read_year(&next, &form->year)) {
		form->has_time = true;
		*r = next;
	}
	return form->day > 0;
}

/* 2025 December 4, 2025-Dec-04 */
static bool
read_year_month(struct reader *r, struct date_form *form)
{
	if (!read_year(r, &form->year))
		return false;
	if (!reader_blanks(r) && !reader_byte(r, "-/,"))
		return false;
	reader_blanks(r);
	if (!read_month(r, form))
		return false;
	if (!reader_blanks(r))
		reader_byte(r, "-/");
	return read_day(r, &form->day);
}

/* 2025年12月4日 */
static bool
read_chinese(struct reader *r, struct date_form *form)
{
	if (!reader_number(r, 4, 4, &form->year) || !reader_bytes(r, "年"))
		return false;
	reader_blanks(r);
	if (!reader_number_in(r, 1, 12, &form->month)
		|| !reader_bytes(r, "月"))
		return false;
	reader_blanks(r);
	if (!read_day(r, &form->day))
		return true;
	return reader_bytes(r, "日");
}

static bool (*const forms[])(struct reader *, struct date_form *) = {
	read_numbers, read_vietnamese, read_day_month, read_month_day,
	read_year_month, read_chinese, read_basic, read_iso,
};

/* "م", "هـ", "AD", "âm lịch" */
static void
read_era(struct reader *r, struct date_form *form)
{
	struct reader next = *r;
	int calendar;

	reader_blanks(&next);
	if (!date_words_read(DATE_WORDS_ERA, &next, &calendar))
		return;
	/* Only "âm lịch" stands behind a date without a year. */
	if (form->year == 0 && calendar != CALENDAR_LUNAR)
		return;
	form->calendar = (enum calendar)calendar;
	*r = next;
}

/* No number or word goes on; 2025-12-04T10:00 is allowed. */
static bool
is_ended(const struct reader *r)
{
	struct reader time = *r;

	return !reader_at_digit(r) && (!reader_at_letter(r)
		|| (*r->at == 't' && date_time_read_behind(&time)));
}

bool
date_form_read(struct reader *r, struct date_form *form)
{
	for (size_t i = 0; i < sizeof(forms) / sizeof(*forms); i++) {
		struct reader next = *r;
		struct date_form read = { 0 };

		if (!forms[i](&next, &read))
			continue;
		read_era(&next, &read);
		if (!is_ended(&next))
			continue;
		*form = read;
		*r = next;
		return true;
	}
	return false;
}
