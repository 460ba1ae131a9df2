#ifndef MODEL_DATE_FORMS_H
#define MODEL_DATE_FORMS_H

/*
 * The forms in which one date is written, without what may stand before and
 * behind it.
 */

#include <stdbool.h>

#include "model/date.h"

struct reader;

/* What the forms find; 0: not said. */
struct date_form {
	enum calendar calendar;
	int year, month, day;
	bool may_swap;		/* the month may be the day as well */
	bool is_bare;		/* two numbers, which may be a fraction */
	bool is_year_short;	/* the year has two digits */
	bool has_time;		/* one stands inside */
};

/*
 * Reads the date at R, with the name of its calendar behind it. What it finds
 * may be no day of the calendar. False, with nothing read, where there is
 * none.
 */
bool date_form_read(struct reader *r, struct date_form *form);

#endif
