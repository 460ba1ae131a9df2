#include <config.h>

#include "base/i18n.h"
#include "model/archive.h"
#include "model/load.h"
#include "search/results.h"
#include "ui/app_state.h"
#include "ui/listing.h"
#include "ui/read_pane.h"

enum app_request
app_reload(struct app *app)
{
	if (!app_progress(app).is_done) {
		app_say(app, "%s", _("The archive is still being loaded."));
		return APP_GO_ON;
	}
	if (app_progress(app).is_full) {
		app_say(app, "%s", _("The limit of --memory is reached; no "
			"more can be loaded."));
		return APP_GO_ON;
	}
	app_save(app);
	app->was_loading = app->is_reloading = true;
	return APP_RELOAD;
}

/*
 * What takes the place of the article NUMBER in ROW of the list: what its
 * file has now or, where that is gone, one of its neighbours.
 */
static uint32_t
heir_of(const struct app *app, uint32_t number, uint32_t row)
{
	uint32_t heir = archive_successor(app->archive, number);
	uint32_t count = listing_count(app->listing);

	for (uint32_t i = row + 1; heir == ARCHIVE_NONE && i < count; i++)
		heir = archive_successor(app->archive,
			listing_at(app->listing, i));
	for (uint32_t i = row; heir == ARCHIVE_NONE && i > 0; i--)
		heir = archive_successor(app->archive,
			listing_at(app->listing, i - 1));
	return heir;
}

/* Where Esc in the prompt leads back to. */
static void
move_origin(struct app *app)
{
	uint32_t number = app->origin.list.number, heir;
	bool is_listed;

	if (!app->prompt.is_open || !archive_is_retired(app->archive, number))
		return;
	heir = heir_of(app, number, listing_row_of(app->listing, number,
		&is_listed));
	if (heir != archive_successor(app->archive, number))
		app->origin.off = 0;
	if (heir != ARCHIVE_NONE)
		app->origin.list.number = heir;
}

static void
move_selection(struct app *app)
{
	struct list_place place = list_pane_place(app->list);
	uint32_t row, number, heir, now, off = read_pane_off(app->read);

	if (!list_pane_selected(app->list, &row, &number)
			|| !archive_is_retired(app->archive, number))
		return;
	heir = heir_of(app, number, row);
	listing_update(app->listing);
	if (heir != ARCHIVE_NONE)
		place.number = heir;
	list_pane_return(app->list, place);
	/* The text is much the same: the reader stays where they were. */
	if (heir == archive_successor(app->archive, number)
			&& list_pane_selected(app->list, &row, &now)
			&& now == heir)
		app_follow_at(app, off);
	else
		app_follow(app);
	app_find_restart(app);
}

static void
move_marks(struct app *app)
{
	for (size_t i = 0; i < app->marks.count; i++) {
		struct mark_place *mark = &app->marks.at[i];
		uint32_t heir = archive_successor(app->archive, mark->number);

		if (heir != ARCHIVE_NONE)
			mark->number = heir;
	}
}

void
app_take_retired(struct app *app)
{
	uint32_t retired = archive_retired_count(app->archive);

	if (retired == app->retired)
		return;
	app->retired = retired;
	if (app->find.filter != NULL)
		results_advance(app->find.filter, 1);
	if (app->find.search != NULL)
		results_advance(app->find.search, 1);
	/* Both before the list drops what is retired. */
	move_origin(app);
	move_selection(app);
	move_marks(app);
}

void
app_say_reloaded(struct app *app)
{
	struct load_progress progress = app_progress(app);
	uint32_t unread = archive_problem_count_of(app->archive,
		ERR_KIND_UNREAD);

	app->is_reloading = false;
	if (unread > 0)
		/* TRANSLATORS: as below, in 40 columns if that can be. */
		app_say(app, _("New: %u; changed: %u; gone: %u; unreadable: "
			"%u (!)."), progress.added, progress.changed,
			progress.gone, unread);
	else if (progress.added + progress.changed + progress.gone == 0)
		app_say(app, "%s", _("Nothing has changed."));
	else
		/* TRANSLATORS: numbers of articles, after a reload. */
		app_say(app, _("New: %u; changed: %u; gone: %u."),
			progress.added, progress.changed, progress.gone);
}
