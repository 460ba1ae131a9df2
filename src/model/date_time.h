#ifndef MODEL_DATE_TIME_H
#define MODEL_DATE_TIME_H

/*
 * Times of the day beside dates: read, so that it is known where they end,
 * and not kept.
 */

#include <stdbool.h>

struct reader;

/*
 * 10:30, 10:30:00.123, 10h30, 10g30, 10 giờ 30 phút, 10.30 pm, 10.30 GMT,
 * 10 am, 10:30 ص, and a zone behind it: Z, GMT, +0700, (GMT+7), بتوقيت غرينتش.
 * False, with nothing read, where there is none.
 */
bool date_time_read(struct reader *r);

/*
 * The same behind a date: after a blank, a comma, a bar, a hyphen, a T, "at",
 * "lúc", or in brackets.
 */
bool date_time_read_behind(struct reader *r);

#endif
