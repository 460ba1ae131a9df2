#ifndef UI_CALIBRATE_H
#define UI_CALIBRATE_H

/*
 * The calibration screen. Above, one Arabic sentence in every way in which a
 * terminal may want it, numbered: the reader presses the number of the one
 * that reads right. Below, clusters that terminals disagree about: how many
 * columns newspane counts, and how many the terminal took when it was asked.
 *
 * Knows neither the terminal nor where the answer is kept: keys and columns
 * go in, a frame and an answer come out. The app opens it by app_calibrate
 * (ui/app_state.h), which asks the loop to measure.
 */

#include <stdbool.h>

#include "layout/line.h"
#include "ui/clusters.h"
#include "ui/pane.h"

struct calibrate;
struct frame;
struct key;
struct terminal_facts;

enum calibrate_event {
	CALIBRATE_NOTHING,
	CALIBRATE_CHOSEN,	/* a number was pressed; it is closed */
	CALIBRATE_LEFT,		/* all stays as it was; it is closed */
};

struct calibrate *calibrate_new(void);
void calibrate_free(struct calibrate *calibrate);

/*
 * Opens it, nothing measured yet. STYLE is in force: what newspane counts is
 * counted so.
 */
void calibrate_open(struct calibrate *calibrate,
	const struct line_style *style);
void calibrate_close(struct calibrate *calibrate);
bool calibrate_is_open(const struct calibrate *calibrate);
/* Another style is in force. */
void calibrate_set_style(struct calibrate *calibrate,
	const struct line_style *style);

/* Draws all of AREA. */
void calibrate_draw(struct calibrate *calibrate, struct frame *frame,
	struct area area);

/*
 * Takes every key while it is open. Where a number was pressed, FACTS are
 * what follows from it and from the columns.
 */
enum calibrate_event calibrate_key(struct calibrate *calibrate,
	const struct key *key, struct terminal_facts *facts);

/*
 * The terminal took COLS columns for the cluster INDEX; below 0: it did not
 * say.
 */
void calibrate_reply(struct calibrate *calibrate, enum cluster_index index,
	int cols);

#endif
