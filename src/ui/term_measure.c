#include <config.h>

#include "ui/term_measure.h"

#include <assert.h>

#include "base/buf.h"
#include "ui/input.h"

#define WHERE "\033[6n"
#define FENCE "\033[c"

void
measure_ask(struct measure *measure, const char *const *texts, size_t count,
	int row, struct buf *out)
{
	assert(count <= MEASURES_MAX && row > 0);
	*measure = (struct measure){ .count = count, .row = row + 1,
		.is_waiting = true };
	for (size_t i = 0; i < count; i++)
		buf_add_format(out, "\033[%d;1H\033[K%s" WHERE, measure->row,
			texts[i]);
	buf_add_string(out, FENCE);
}

bool
measure_reply(struct measure *measure, const struct reply *reply)
{
	if (!measure->is_waiting)
		return false;
	if (reply->kind == REPLY_DA1) {
		measure->is_waiting = false;
		return true;
	}
	if (reply->kind == REPLY_CURSOR && reply->numbers[0] == measure->row
		&& measure->nanswers < measure->count)
		measure->cols[measure->nanswers++] = reply->numbers[1] - 1;
	return false;
}

/* Of answers that are too few nobody knows which is which. */
int
measure_cols(const struct measure *measure, size_t index)
{
	if (measure->is_waiting || index >= measure->count
		|| measure->nanswers < measure->count)
		return -1;
	return measure->cols[index];
}
