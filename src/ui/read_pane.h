#ifndef UI_READ_PANE_H
#define UI_READ_PANE_H

/*
 * One article: title, facts, text in a column of the measure. What stays on
 * the top row is a byte of the text, kept until the reader scrolls, so that a
 * resize, another measure or another order and back change nothing.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "layout/line.h"
#include "layout/role.h"
#include "ui/pane.h"

struct archive;
struct boilerplate;
struct buf;
struct find;
struct read_pane;

#define MEASURE_DEFAULT 72
#define MEASURE_MIN 20
#define MEASURE_MAX 200
#define MEASURE_STEP 4

/* All is borrowed until read_pane_free. */
struct read_pane *read_pane_new(const struct archive *archive,
	const struct find *find);
void read_pane_free(struct read_pane *read);
struct pane read_pane_pane(struct read_pane *read);

/*
 * Learns for about BUDGET_US microseconds what is boilerplate in articles that
 * are opened from now on; whether there is more to learn.
 */
bool read_pane_learn(struct read_pane *read, uint32_t budget_us);
/* As far as that is known; valid until read_pane_free. */
const struct boilerplate *read_pane_boilerplate(const struct read_pane *read);

void read_pane_set_style(struct read_pane *read,
	const struct line_style *style);
/* COLS is brought between MEASURE_MIN and MEASURE_MAX. */
void read_pane_set_measure(struct read_pane *read, int cols);
/*
 * Makes what is shown wider or narrower by a step: never wider than there is
 * room for. Returns how wide the column then is at most, in columns.
 */
int read_pane_step_measure(struct read_pane *read, bool is_wider);
/* The text as it is stored, or laid out by its anatomy. */
void read_pane_set_raw(struct read_pane *read, bool is_raw);
bool read_pane_is_raw(const struct read_pane *read);
/*
 * What the signs of what is folded away say (layout/folds), before any article
 * is shown; and whether they stand before it instead of hiding it. Going to a
 * match that is hidden unfolds it.
 */
void read_pane_set_signs(struct read_pane *read,
	void (*add_fold)(enum role role, uint32_t count, struct buf *out));
void read_pane_set_unfolded(struct read_pane *read, bool is_unfolded);
bool read_pane_is_unfolded(const struct read_pane *read);
/* Whether the article shown has anything to fold away. */
bool read_pane_has_folds(const struct read_pane *read);
/* Lines as even as they come; or filled to the measure, and even. */
void read_pane_set_lines(struct read_pane *read, bool is_even,
	bool is_justified);

/*
 * Shows article NUMBER with the byte OFF of its text on the top row, or
 * further down where the window would else not be filled.
 */
void read_pane_open(struct read_pane *read, uint32_t number, uint32_t off);
/* Shows nothing. */
void read_pane_close(struct read_pane *read);
/* The article; false: none is open. */
bool read_pane_article(const struct read_pane *read, uint32_t *number);
/* The byte to come back to, on the top row if it can; 0: none is open. */
uint32_t read_pane_off(const struct read_pane *read);
/* Puts the row of byte OFF at the top, as read_pane_open does. */
void read_pane_go(struct read_pane *read, uint32_t off);
/* How much of the text is above the last row shown, 0 to 100, in bytes. */
int read_pane_percent(struct read_pane *read);
/* Goes where read_pane_percent is PERCENT (0 to 100), or just over it. */
void read_pane_go_percent(struct read_pane *read, int percent);

/*
 * The matches of the search in the open article: how many, as far as they
 * were counted, and which one the reader stands on, from 1 (0: none, or not
 * counted yet).
 */
size_t read_pane_match_count(struct read_pane *read);
size_t read_pane_match_current(struct read_pane *read);
/*
 * Goes on counting them, which in very long texts takes a while, for about
 * BUDGET_US microseconds; whether there is more to count. 0 only asks.
 */
bool read_pane_match_work(struct read_pane *read, uint32_t budget_us);
/*
 * Goes to the next match (the one before, where IS_FORWARD is false) after
 * the current one or, where none is, after the top row; false: there is none.
 */
bool read_pane_match_step(struct read_pane *read, bool is_forward);
/* Goes to the first match at byte OFF or after it, else the first of all. */
bool read_pane_match_from(struct read_pane *read, uint32_t off);
/* Goes to the article's first or last match. */
bool read_pane_match_end(struct read_pane *read, bool is_first);

#endif
