#include <config.h>

#include <string.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "text/clean.h"
#include "text/language.h"
#include "model/archive.h"
#include "model/duplicates.h"
#include "ui/app_state.h"
#include "ui/listing.h"
#include "ui/read_pane.h"

/* What a key waits for a search that was asked for before it. */
#define SETTLE_US 8000

void
app_find_restart(struct app *app)
{
	uint32_t number;

	if (!app->seek.is_on)
		return;
	app->seek.copy = DUPLICATES_NONE;
	app->seek.left = listing_count(app->listing);
	if (!list_pane_selected(app->list, &app->seek.row, &number))
		app->seek.is_on = false;
}

void
app_update_list(struct app *app)
{
	if (!listing_update(app->listing))
		return;
	list_pane_refresh(app->list);
	app_follow(app);
	app_find_restart(app);
}

/* Back to where the reader was when the prompt opened. */
static void
return_to_origin(struct app *app)
{
	list_pane_return(app->list, app->origin.list);
	app_follow_at(app, app->origin.off);
}

static void
note_origin(struct app *app, const char *typed)
{
	app->origin.list = list_pane_place(app->list);
	app->origin.off = read_pane_off(app->read);
	buf_release(&app->origin.typed);
	buf_add_string(&app->origin.typed, typed);
}

void
app_find_open(struct app *app, enum prompt_use use)
{
	/* TRANSLATORS: what stands in front of what is typed. */
	const char *label = _("filter: ");
	/* Told by the label, whose letters are those of the interface. */
	bool is_rtl = text_is_rtl(label, strlen(label), false);

	app->prompt_use = use;
	app->seek.is_on = false;
	if (use == PROMPT_SEARCH) {
		note_origin(app, find_typed(app->find.search));
		prompt_open(&app->prompt, "/", is_rtl, &app->histories[use]);
		return;
	}
	note_origin(app, find_typed(app->find.filter));
	prompt_open(&app->prompt, label, is_rtl, &app->histories[use]);
	/* A filter is refined more often than it is typed anew. */
	prompt_set_text(&app->prompt, app->origin.typed.at);
}

static uint32_t
next_row(uint32_t row, uint32_t count, bool is_forward)
{
	if (is_forward)
		return row + 1 < count ? row + 1 : 0;
	return row > 0 ? row - 1 : count - 1;
}

static void
end_seek_empty(struct app *app)
{
	app->seek.is_on = false;
	if (!app->prompt.is_open)
		app_say(app, "%s", _("No listed article matches."));
}

/* Starts the walk behind the selected row, or with it. */
static void
start_seek(struct app *app, bool is_forward, bool is_typing)
{
	struct seek *seek = &app->seek;
	uint32_t count = listing_count(app->listing);
	uint32_t row, number;

	*seek = (struct seek){ .is_forward = is_forward,
		.is_typing = is_typing, .copy = DUPLICATES_NONE,
		.left = count };
	if (!list_pane_selected(app->list, &row, &number)) {
		end_seek_empty(app);
		return;
	}
	seek->is_on = true;
	seek->row = is_typing ? row : next_row(row, count, is_forward);
	if (!is_typing)
		seek->has_wrapped = is_forward ? seek->row <= row
			: seek->row >= row;
}

static void
end_seek_found(struct app *app, uint32_t found)
{
	struct seek *seek = &app->seek;
	bool is_origin;
	uint32_t row, number;

	seek->is_on = false;
	is_origin = list_pane_selected(app->list, &row, &number)
		&& number == found;
	list_pane_show(app->list, found);
	app_follow(app);
	if (seek->is_typing && is_origin)
		read_pane_match_from(app->read, app->origin.off);
	else
		read_pane_match_end(app->read, seek->is_forward);
	if (seek->has_wrapped && !seek->is_typing)
		app_say(app, "%s", seek->is_forward
			? _("The search went on from the top.")
			: _("The search went on from the bottom."));
}

/* To the next copy that is folded away under the row, else to the next row. */
static void
seek_on(struct app *app)
{
	struct seek *seek = &app->seek;
	uint32_t next;

	seek->copy = listing_folded(app->listing, seek->row, seek->copy);
	if (seek->copy != DUPLICATES_NONE)
		return;
	next = next_row(seek->row, listing_count(app->listing),
		seek->is_forward);
	if (seek->is_forward ? next <= seek->row : next >= seek->row)
		seek->has_wrapped = true;
	seek->row = next;
	seek->left--;
}

/* Looks at one row, or for a while at a long one; whether the walk is over. */
static bool
seek_row(struct app *app)
{
	struct seek *seek = &app->seek;
	struct article article;
	enum match_answer answer;

	if (seek->left == 0) {
		end_seek_empty(app);
		return true;
	}
	article = archive_article(app->archive, seek->copy != DUPLICATES_NONE
		? seek->copy : listing_at(app->listing, seek->row));
	answer = find_ask(&app->find, &article);
	if (answer == MATCH_LATER)
		return false;
	if (answer == MATCH_YES) {
		end_seek_found(app, article.number);
		return true;
	}
	seek_on(app);
	return false;
}

static void
seek_until(struct app *app, int64_t end_us)
{
	while (app->seek.is_on && !seek_row(app) && clock_us() < end_us)
		;
}

static bool
is_unfinished(const struct app *app, const struct results *results)
{
	return results != NULL
		&& results_seen(results) < archive_count(app->archive);
}

/* What is left of the budget, at least a little: 0 would be "all". */
static uint32_t
rest_us(int64_t end_us)
{
	int64_t now = clock_us();

	return now + 500 < end_us ? (uint32_t)(end_us - now) : 500;
}

/* Goes to the first match of the list once that is known. */
static void
go_first(struct app *app)
{
	if (!app->wants_match || app->was_loading
			|| is_unfinished(app, app->find.filter))
		return;
	app->wants_match = false;
	note_origin(app, "");
	start_seek(app, true, true);
}

bool
app_find_work(struct app *app, uint32_t budget_us)
{
	int64_t end_us = clock_us() + budget_us;

	if (is_unfinished(app, app->find.filter)) {
		results_advance(app->find.filter, rest_us(end_us));
		app_update_list(app);
	}
	go_first(app);
	seek_until(app, end_us);
	if (is_unfinished(app, app->find.search) && clock_us() < end_us)
		results_advance(app->find.search, rest_us(end_us));
	if (clock_us() < end_us)
		read_pane_match_work(app->read, rest_us(end_us));
	return app->seek.is_on || is_unfinished(app, app->find.filter)
		|| is_unfinished(app, app->find.search)
		|| read_pane_match_work(app->read, 0);
}

void
app_find_settle(struct app *app)
{
	if (!app->seek.is_on)
		return;
	seek_until(app, clock_us() + SETTLE_US);
	app->seek.is_on = false;
}

static void
set_search(struct app *app, const char *typed, size_t nbytes)
{
	app->seek.is_on = false;
	find_set_search(&app->find, app->archive, typed, nbytes);
}

static void
set_filter(struct app *app, const char *typed, size_t nbytes)
{
	app->seek.is_on = false;
	/* The listing must not keep a filter that is freed. */
	listing_set_filter(app->listing, NULL);
	find_set_filter(&app->find, app->archive, typed, nbytes);
	listing_set_filter(app->listing, app->find.filter);
	app_find_work(app, 1);
	app_update_list(app);
}

/* The text of the prompt is another one: shows what it finds. */
static void
apply_typed(struct app *app)
{
	const struct buf *text = &app->prompt.text;

	if (app->prompt_use == PROMPT_FILTER) {
		set_filter(app, text->at, text->nbytes);
		return;
	}
	set_search(app, text->at, text->nbytes);
	return_to_origin(app);
	if (app->find.search != NULL)
		start_seek(app, true, true);
}

static void
accept_typed(struct app *app)
{
	history_add(&app->histories[app->prompt_use], app->prompt.text.at);
	if (app->prompt.text.nbytes == 0)
		apply_typed(app);
	if (app->prompt_use == PROMPT_FILTER) {
		uint32_t row, number;

		if (!list_pane_selected(app->list, &row, &number)
				&& !is_unfinished(app, app->find.filter))
			app_say(app, "%s",
				_("No article matches the filter."));
		return;
	}
	if (app->find.search != NULL && results_count(app->find.search) == 0
			&& !app->seek.is_on
			&& !is_unfinished(app, app->find.search))
		app_say(app, "%s", _("No listed article matches."));
}

static void
cancel_typed(struct app *app)
{
	const struct buf *typed = &app->origin.typed;

	if (app->prompt_use == PROMPT_FILTER)
		set_filter(app, typed->at, typed->nbytes);
	else
		set_search(app, typed->at, typed->nbytes);
	return_to_origin(app);
}

void
app_find_key(struct app *app, const struct key *key)
{
	switch (prompt_key(&app->prompt, key)) {
	case PROMPT_NOTHING:
		break;
	case PROMPT_CHANGED:
		apply_typed(app);
		break;
	case PROMPT_ACCEPTED:
		accept_typed(app);
		/* What is shown now is what is being read. */
		app_set_focus(app, app->focus, app->is_full);
		break;
	case PROMPT_CANCELLED:
		cancel_typed(app);
		app_set_focus(app, app->focus, app->is_full);
		break;
	}
}

void
app_find_step(struct app *app, bool is_forward)
{
	const struct results *sought = find_sought(&app->find);
	uint32_t number;

	if (sought == NULL) {
		app_say(app, "%s", _("There is no search; / starts one."));
		return;
	}
	if (read_pane_article(app->read, &number)) {
		struct article article = archive_article(app->archive, number);

		if (find_ask(&app->find, &article) != MATCH_NO
				&& read_pane_match_step(app->read, is_forward))
			return;
	}
	start_seek(app, is_forward, false);
}

void
app_find_begin(struct app *app, const char *typed)
{
	struct buf clean = BUF_INIT;

	clean_name(typed, strlen(typed), &clean);
	history_add(&app->histories[PROMPT_SEARCH], clean.at);
	history_add(&app->histories[PROMPT_FILTER], clean.at);
	find_set_filter(&app->find, app->archive, clean.at, clean.nbytes);
	listing_set_filter(app->listing, app->find.filter);
	app->wants_match = app->find.filter != NULL;
	buf_release(&clean);
}

bool
app_find_cancel(struct app *app)
{
	app->seek.is_on = false;
	if (app->find.search != NULL)
		set_search(app, "", 0);
	else if (app->find.filter != NULL)
		set_filter(app, "", 0);
	else
		return false;
	return true;
}
