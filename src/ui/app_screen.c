#include <config.h>

#include "base/i18n.h"
#include "model/archive.h"
#include "model/load.h"
#include "layout/fit.h"
#include "ui/app_state.h"
#include "ui/calibrate.h"
#include "ui/frame.h"
#include "ui/listing.h"
#include "ui/read_pane.h"
#include "ui/sheet.h"
#include "ui/status.h"

#define RULE_VERTICAL "\xE2\x94\x82"
#define RULE_HORIZONTAL "\xE2\x94\x80"

static const char *const sort_names[SORT_KEY_COUNT] = {
	[SORT_NEWEST] = N_("newest first"),
	[SORT_OLDEST] = N_("oldest first"),
	[SORT_PATH] = N_("by path"),
	[SORT_TITLE] = N_("by title"),
	[SORT_LANGUAGE] = N_("by language"),
};

static void
place_pane(struct pane pane, struct area area)
{
	pane.ops->place(pane.state, area);
}

void
app_place(struct app *app)
{
	struct geometry *geometry = &app->geometry;

	geometry_compute(geometry, app->rows, app->cols, app->focus,
		app->is_full, app->style.order);
	if (geometry->has_list)
		place_pane(list_pane_pane(app->list), geometry->list);
	if (geometry->has_read)
		place_pane(read_pane_pane(app->read), geometry->read);
	place_pane(sheet_pane(app->sheet), geometry->whole);
}

void
app_resize(struct app *app, int rows, int cols)
{
	app->rows = rows;
	app->cols = cols;
	app_place(app);
}

void
app_use_style(struct app *app, const struct line_style *style)
{
	if (line_style_equals(&app->style, style))
		return;
	app->style = *style;
	list_pane_set_style(app->list, style);
	read_pane_set_style(app->read, style);
	sheet_set_style(app->sheet, style);
	calibrate_set_style(app->calibrate, style);
	app_place(app);
}

void
app_set_style(struct app *app, const struct line_style *style)
{
	struct line_style both = app_look_style(app, style);

	app_use_style(app, &both);
	app_say_style(app);
}

void
app_order(const struct app *app, enum order_option *order,
	enum shape_option *shape)
{
	*order = app->order;
	*shape = app->shape;
}

/* One column of it. The box drawings are of ambiguous width. */
static const char *
rule_sign(const struct app *app)
{
	bool is_vertical = app->geometry.is_side_by_side;

	if (app->style.is_wide)
		return is_vertical ? "|" : "-";
	return is_vertical ? RULE_VERTICAL : RULE_HORIZONTAL;
}

static void
draw_rule(struct app *app, struct frame *frame)
{
	const struct area *rule = &app->geometry.rule;
	const char *sign = rule_sign(app);
	struct buf text = BUF_INIT;
	struct line line = { 0 };

	for (int i = 0; i < rule->cols; i++)
		buf_add_string(&text, sign);
	fit_text(text.at, text.nbytes, rule->cols, FIT_BASE_LTR, &app->style,
		ROLE_RULE, &line);
	for (int i = 0; i < rule->rows; i++)
		frame_put_line(frame, rule->row + i, rule->col, rule->cols,
			&line, false, 0);
	line_release(&line);
	buf_release(&text);
}

static void
fill_search_status(struct app *app, struct status *status)
{
	const struct results *sought = find_sought(&app->find);

	status->search = find_typed(app->find.search);
	status->filter = find_typed(app->find.filter);
	if (sought == NULL)
		return;
	status->is_searching = app->seek.is_on
		|| results_seen(sought) < archive_count(app->archive)
		|| read_pane_match_work(app->read, 0);
	status->matching = results_count(sought);
	status->match = read_pane_match_current(app->read);
	status->matches = read_pane_match_count(app->read);
}

/* What was typed of a command that wants more keys. */
static const char *
waiting_keys(const struct app *app)
{
	if (app->waiting != COMMAND_NONE)
		return command_info(app->waiting)->keys;
	if (app->prefix.code != KEY_CODE_NONE)
		return "...";
	if (app->number[0] != '\0')
		return app->number;
	return NULL;
}

static void
fill_status(struct app *app, struct status *status)
{
	struct load_progress progress = app_progress(app);
	uint32_t row, number;

	*status = (struct status){
		.message = app->has_message ? app->message.at : NULL,
		.keys = waiting_keys(app),
		.count = listing_count(app->listing),
		.sort = _(sort_names[listing_key(app->listing)]),
		.is_loading = !progress.is_done,
		.found = progress.found,
		.done = progress.done,
	};
	if (calibrate_is_open(app->calibrate)) {
		status->is_sheet = true;
		status->percent = -1;
		return;
	}
	if (sheet_is_open(app->sheet)) {
		status->is_sheet = true;
		status->percent = sheet_percent(app->sheet);
		return;
	}
	fill_search_status(app, status);
	if (list_pane_selected(app->list, &row, &number))
		status->row = row + 1;
	if (read_pane_article(app->read, &number)) {
		struct article article = archive_article(app->archive, number);

		status->has_article = true;
		status->is_raw = read_pane_is_raw(app->read);
		status->percent = read_pane_percent(app->read);
		status->language = article.language;
		status->is_rtl = article.is_rtl;
	}
}

/* What was found, at length, or as short as it must be; returns its columns. */
static int
prompt_found(const struct app *app, const struct status *status,
	struct buf *found)
{
	int cols;

	if (app->prompt_use != PROMPT_SEARCH || *status->search == '\0'
			|| app->style.order != ORDER_VISUAL)
		return 0;
	status_add_found(status, found);
	cols = fit_cols(found->at, found->nbytes, &app->style) + 1;
	if (cols <= app->cols / 2)
		return cols;
	buf_reset(found);
	status_add_found_short(status, found);
	cols = fit_cols(found->at, found->nbytes, &app->style) + 1;
	return cols <= app->cols / 2 ? cols : 0;
}

/*
 * What was found stands at the far end, where there is room: the prompt must
 * not shift when it changes.
 */
static void
draw_prompt(struct app *app, struct frame *frame, int row,
	const struct status *status)
{
	bool is_mirrored = prompt_is_rtl(&app->prompt)
		&& app->style.order == ORDER_VISUAL;
	struct buf found = BUF_INIT;
	struct line line = { 0 };
	int cols = prompt_found(app, status, &found);
	int indent = app->geometry.whole.col, found_col;

	frame_fill(frame, row, 0, app->cols, ROLE_PROMPT, 0);
	prompt_draw(&app->prompt, frame, row, is_mirrored ? cols : indent,
		app->cols - indent - cols, &app->style);
	if (cols > 0) {
		found_col = is_mirrored ? 0 : app->cols - cols;
		fit_text(found.at, found.nbytes, cols, FIT_BASE_AUTO,
			&app->style, ROLE_PROMPT, &line);
		frame_fill(frame, row, found_col, cols, ROLE_PROMPT, 0);
		frame_put_line(frame, row, is_mirrored ? 0
			: app->cols - line.cols, line.cols, &line, false, 0);
	}
	line_release(&line);
	buf_release(&found);
}

static void
draw_bottom(struct app *app, struct frame *frame)
{
	struct status status;
	int row = app->geometry.status_row;

	fill_status(app, &status);
	/* Where there is no row for it, a message lies over the pane. */
	if (row < 0 && (app->prompt.is_open || status.message != NULL))
		row = 0;
	if (row < 0 || app->rows == 0)
		return;
	if (app->prompt.is_open)
		draw_prompt(app, frame, row, &status);
	else
		status_draw(&status, frame, row, app->cols, &app->style);
}

static void
draw_pane(struct pane pane, struct frame *frame, bool has_focus)
{
	pane.ops->draw(pane.state, frame, has_focus);
}

void
app_draw(struct app *app, struct frame *frame)
{
	if (frame->rows != app->rows || frame->cols != app->cols)
		frame_resize(frame, app->rows, app->cols);
	frame_blank(frame);
	if (calibrate_is_open(app->calibrate)) {
		calibrate_draw(app->calibrate, frame, app->geometry.whole);
	} else if (sheet_is_open(app->sheet)) {
		draw_pane(sheet_pane(app->sheet), frame, true);
	} else {
		if (app->geometry.has_list)
			draw_pane(list_pane_pane(app->list), frame,
				app->focus == FOCUS_LIST);
		if (app->geometry.has_read)
			draw_pane(read_pane_pane(app->read), frame,
				app->focus == FOCUS_READ);
		draw_rule(app, frame);
	}
	draw_bottom(app, frame);
}
