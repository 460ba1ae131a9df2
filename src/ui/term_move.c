#include <config.h>

#include "ui/term_move.h"

#include <assert.h>
#include <string.h>

#include "base/buf.h"
#include "ui/term_caps.h"
#include "ui/term_screen.h"

/* More single steps than this are never the shortest way. */
#define STEPS_MAX 6

/* The fewest bytes so far. */
struct way {
	struct buf bytes;
	bool is_found;
};

static void
consider(struct way *best, const struct buf *candidate)
{
	if (best->is_found && best->bytes.nbytes <= candidate->nbytes)
		return;
	buf_reset(&best->bytes);
	buf_add(&best->bytes, candidate->at, candidate->nbytes);
	best->is_found = true;
}

/* One capability that the terminal may lack, after PREFIX. */
static void
consider_cap(struct way *best, const struct screen *screen,
	const char *prefix, enum cap cap, int first, int second)
{
	struct buf candidate = BUF_INIT;

	if (!caps_has(screen->caps, cap))
		return;
	buf_add_string(&candidate, prefix);
	caps_add(screen->caps, &candidate, cap, first, second);
	consider(best, &candidate);
	buf_release(&candidate);
}

static void
consider_steps(struct way *best, const struct screen *screen, enum cap cap,
	int count)
{
	struct buf candidate = BUF_INIT;

	if (!caps_has(screen->caps, cap) || count > STEPS_MAX)
		return;
	for (int i = 0; i < count; i++)
		caps_add(screen->caps, &candidate, cap, 0, 0);
	consider(best, &candidate);
	buf_release(&candidate);
}

/*
 * From the left edge by tabs: over the usual stops, to one of them or to the
 * one that we set.
 */
static void
consider_tabs(struct way *best, const struct screen *screen, int col)
{
	struct buf candidate = BUF_INIT;
	int ntabs = (col + TAB_COLS - 1) / TAB_COLS;

	if (!screen->caps->has_tabs || col == 0 || ntabs > STEPS_MAX
		|| (col % TAB_COLS != 0 && col != screen->tab_col)
		|| (screen->tab_col > 0 && screen->tab_col < col))
		return;
	buf_add_byte(&candidate, '\r');
	for (int i = 0; i < ntabs; i++)
		buf_add_byte(&candidate, '\t');
	consider(best, &candidate);
	buf_release(&candidate);
}

/* Within the row. */
static void
across(struct way *best, const struct screen *screen, int col)
{
	struct buf none = BUF_INIT, start = BUF_INIT;

	if (col == screen->col) {
		consider(best, &none);
		return;
	}
	consider_cap(best, screen, "", CAP_HPA, col, 0);
	if (col > screen->col)
		consider_cap(best, screen, "", CAP_CUF, col - screen->col, 0);
	else
		consider_steps(best, screen, CAP_CUB1, screen->col - col);
	consider_tabs(best, screen, col);
	buf_add_byte(&start, '\r');
	if (col == 0)
		consider(best, &start);
	else
		consider_cap(best, screen, "\r", CAP_CUF, col, 0);
	buf_release(&start);
}

/*
 * A line feed moves down, but scrolls on the last row of the region; one
 * that is not a bare line feed is not shorter than the rest.
 */
static bool
can_feed(const struct screen *screen, int row)
{
	const char *down = screen->caps->strings[CAP_CUD1];

	return down != NULL && strcmp(down, "\n") == 0
		&& (screen->row > screen->bottom || row <= screen->bottom);
}

static void
along(struct way *best, const struct screen *screen, int row)
{
	struct buf none = BUF_INIT;

	if (row == screen->row) {
		consider(best, &none);
		return;
	}
	consider_cap(best, screen, "", CAP_VPA, row, 0);
	if (row > screen->row && can_feed(screen, row))
		consider_steps(best, screen, CAP_CUD1, row - screen->row);
}

static void
consider_relative(struct way *best, const struct screen *screen, int row,
	int col)
{
	struct way down = { .bytes = BUF_INIT }, side = { .bytes = BUF_INIT };

	along(&down, screen, row);
	across(&side, screen, col);
	if (down.is_found && side.is_found) {
		buf_add(&down.bytes, side.bytes.at, side.bytes.nbytes);
		consider(best, &down.bytes);
	}
	buf_release(&down.bytes);
	buf_release(&side.bytes);
}

void
move_to(struct screen *screen, int row, int col, struct buf *out)
{
	struct way best = { .bytes = BUF_INIT };

	assert(row >= 0 && row < screen->rows);
	assert(col >= 0 && col < screen->cols);
	if (screen->row == row && screen->col == col)
		return;
	consider_cap(&best, screen, "", CAP_CUP, row, col);
	if (row == 0 && col == 0)
		consider_cap(&best, screen, "", CAP_HOME, 0, 0);
	if (screen->row >= 0)
		consider_relative(&best, screen, row, col);
	buf_add(out, best.bytes.at, best.bytes.nbytes);
	buf_release(&best.bytes);
	screen->row = row;
	screen->col = col;
}
