#include <config.h>

#include "model/date_time.h"

#include <stddef.h>

#include "model/date_reader.h"
#include "model/date_words.h"

static bool
read_minutes(struct reader *r)
{
	int minutes;

	return reader_number(r, 2, 2, &minutes) && minutes < 60;
}

/* "am", "sáng", "ص" */
static bool
read_noon(struct reader *r)
{
	struct reader next = *r;
	int unused;

	reader_blanks(&next);
	if (!date_words_read(DATE_WORDS_NOON, &next, &unused))
		return false;
	*r = next;
	return true;
}

/* :30, :30:00, :30:00.123 */
static bool
read_behind_colon(struct reader *r)
{
	struct reader next;
	int fraction;

	if (!reader_byte(r, ":") || !read_minutes(r))
		return false;
	reader_byte(r, "'");
	next = *r;
	if (!reader_byte(&next, ":") || !read_minutes(&next))
		return true;
	*r = next;
	if (reader_byte(&next, ".,") && reader_number(&next, 1, 9, &fraction))
		*r = next;
	return true;
}

/* h30, h, g30, " giờ 30 phút" */
static bool
read_behind_hour(struct reader *r)
{
	struct reader next;

	reader_blanks(r);
	if (!reader_byte(r, "hg") && !reader_bytes(r, "gio"))
		return false;
	if (reader_bytes(r, "io"))	/* the g was of "giờ" */
		reader_blanks(r);
	next = *r;
	reader_blanks(&next);
	if (read_minutes(&next)) {
		reader_byte(&next, "'");
		*r = next;
		reader_blanks(&next);
		if (reader_word(&next, "phut"))
			*r = next;
	}
	return !reader_at_letter(r) && !reader_at_digit(r);
}

/* +7, +07:00, -0530 */
static bool
read_zone_hours(struct reader *r)
{
	struct reader next = *r, minutes;
	int unused;

	if (!reader_byte(&next, "+-") || (!reader_number(&next, 4, 4, &unused)
		&& !reader_number_in(&next, 0, 14, &unused)))
		return false;
	minutes = next;
	if (reader_byte(&minutes, ":") && read_minutes(&minutes))
		next = minutes;
	if (reader_at_digit(&next) || reader_at_letter(&next))
		return false;
	*r = next;
	return true;
}

static bool
read_zone(struct reader *r)
{
	struct reader next = *r;
	bool is_open;
	int unused;

	reader_blanks(&next);
	is_open = reader_byte(&next, "([");
	if (date_words_read(DATE_WORDS_ZONE, &next, &unused)) {
		*r = next;
		if (read_zone_hours(&next) && !is_open)
			*r = next;
	} else if (!read_zone_hours(&next)) {
		return false;
	}
	if (!is_open || reader_byte(&next, ")]"))
		*r = next;
	return true;
}

/* .30 pm, .30 GMT */
static bool
read_behind_dot(struct reader *r)
{
	struct reader next;

	if (!reader_byte(r, ".") || !read_minutes(r))
		return false;
	next = *r;
	return read_noon(r) || read_zone(&next);
}

static bool (*const forms[])(struct reader *) = {
	read_behind_colon, read_behind_hour, read_behind_dot, read_noon,
};

static bool
read_clock(struct reader *r)
{
	struct reader start = *r;
	int hour;

	if (!reader_number_in(&start, 0, 24, &hour))
		return false;
	for (size_t i = 0; i < sizeof(forms) / sizeof(*forms); i++) {
		struct reader next = start;

		if (!forms[i](&next) || reader_at_digit(&next))
			continue;
		read_noon(&next);
		*r = next;
		return true;
	}
	return false;
}

bool
date_time_read(struct reader *r)
{
	if (!read_clock(r))
		return false;
	read_zone(r);
	return true;
}

/* T10:30:00Z, T103000Z */
static bool
read_behind_t(struct reader *r)
{
	struct reader next = *r;
	int unused;

	if (!reader_byte(&next, "t"))
		return false;
	if (reader_number(&next, 6, 6, &unused)
		|| reader_number(&next, 4, 4, &unused)) {
		read_zone(&next);
	} else if (!date_time_read(&next)) {
		return false;
	}
	*r = next;
	return true;
}

/* What may part a date and its time; whether anything does. */
static bool
read_separator(struct reader *r)
{
	const char *start = r->at;
	int unused;

	reader_blanks(r);
	if (!reader_comma(r) && !reader_byte(r, "|-/;")
		&& !reader_bytes(r, "•"))
		reader_bytes(r, "·");
	reader_blanks(r);
	date_words_read(DATE_WORDS_BEFORE_TIME, r, &unused);
	reader_blanks(r);
	return r->at > start;
}

bool
date_time_read_behind(struct reader *r)
{
	struct reader next = *r;
	bool is_open;

	if (read_behind_t(r))
		return true;
	if (!read_separator(&next))
		return false;
	is_open = reader_byte(&next, "([");
	if (!date_time_read(&next) || (is_open && !reader_byte(&next, ")]")))
		return false;
	*r = next;
	return true;
}
