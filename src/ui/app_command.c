#include <config.h>

#include <assert.h>
#include <string.h>

#include "base/err.h"
#include "base/i18n.h"
#include "base/vec.h"
#include "model/archive.h"
#include "store/reading.h"
#include "ui/app_state.h"
#include "ui/copies.h"
#include "ui/details.h"
#include "ui/help.h"
#include "ui/keyboard.h"
#include "ui/listing.h"
#include "ui/read_pane.h"
#include "ui/sheet.h"

typedef enum app_request handler(struct app *app, enum command command);

/* The selected article; false: none. */
static bool
selected_article(const struct app *app, struct article *article)
{
	uint32_t row, number;

	if (!list_pane_selected(app->list, &row, &number))
		return false;
	*article = archive_article(app->archive, number);
	return true;
}

static enum app_request
do_article(struct app *app, enum command command)
{
	struct pane list = list_pane_pane(app->list);

	list.ops->command(list.state, command);
	return APP_GO_ON;
}

static enum app_request
do_read(struct app *app, enum command command)
{
	uint32_t row, number;

	(void)command;
	if (list_pane_selected(app->list, &row, &number))
		app_set_focus(app, FOCUS_READ,
			!app->geometry.is_side_by_side);
	return APP_GO_ON;
}

static enum app_request
do_full(struct app *app, enum command command)
{
	(void)command;
	app_set_focus(app, FOCUS_READ, !app->is_full);
	return APP_GO_ON;
}

static enum app_request
do_switch(struct app *app, enum command command)
{
	uint32_t row, number;

	(void)command;
	if (app->focus == FOCUS_READ)
		app_set_focus(app, FOCUS_LIST, false);
	else if (list_pane_selected(app->list, &row, &number))
		app_set_focus(app, FOCUS_READ, false);
	return APP_GO_ON;
}

/* Whether the list would stand beside the article. */
static bool
has_room_beside(const struct app *app)
{
	struct geometry geometry;

	geometry_compute(&geometry, app->rows, app->cols, FOCUS_READ, false,
		app->style.order);
	return geometry.is_side_by_side;
}

static enum app_request
do_back(struct app *app, enum command command)
{
	(void)command;
	if (app->focus == FOCUS_LIST)
		return APP_QUIT;
	app_set_focus(app, app->is_full && has_room_beside(app) ? FOCUS_READ
		: FOCUS_LIST, false);
	return APP_GO_ON;
}

static enum app_request
do_cancel(struct app *app, enum command command)
{
	(void)command;
	app_find_cancel(app);
	return APP_GO_ON;
}

static enum app_request
do_find(struct app *app, enum command command)
{
	app_find_open(app, command == COMMAND_SEARCH ? PROMPT_SEARCH
		: PROMPT_FILTER);
	return APP_GO_ON;
}

static enum app_request
do_match(struct app *app, enum command command)
{
	app_find_step(app, command == COMMAND_MATCH_NEXT);
	return APP_GO_ON;
}

static enum app_request
do_sort(struct app *app, enum command command)
{
	static const char *const sentences[SORT_KEY_COUNT] = {
		[SORT_NEWEST] = N_("Newest articles first."),
		[SORT_OLDEST] = N_("Oldest articles first."),
		[SORT_PATH] = N_("Articles sorted by path."),
		[SORT_TITLE] = N_("Articles sorted by title."),
		[SORT_LANGUAGE] = N_("Articles sorted by language."),
	};
	enum sort_key key = (enum sort_key)
		((listing_key(app->listing) + 1) % SORT_KEY_COUNT);

	(void)command;
	listing_set_key(app->listing, key);
	app_update_list(app);
	app_say(app, "%s", _(sentences[key]));
	return APP_GO_ON;
}

static enum app_request
do_flag(struct app *app, enum command command)
{
	struct article article;
	struct err err = { 0 };
	unsigned flags;

	if (!selected_article(app, &article))
		return APP_GO_ON;
	flags = reading_flags(app->reading, article.fingerprint)
		^ (command == COMMAND_STAR ? READING_STARRED : READING_READ);
	if (reading_set_flags(app->reading, article.fingerprint, flags,
		&err) != 0)
		app_say_not_kept(app, &err);
	else if (command == COMMAND_STAR)
		app_say(app, "%s", (flags & READING_STARRED) != 0
			? _("The article has a star.")
			: _("The article has no star any more."));
	else
		app_say(app, "%s", (flags & READING_READ) != 0
			? _("The article is marked as read.")
			: _("The article is marked as unread."));
	return APP_GO_ON;
}

static enum app_request
do_mark(struct app *app, enum command command)
{
	uint32_t number;

	if (read_pane_article(app->read, &number))
		app->waiting = command;
	return APP_GO_ON;
}

static enum app_request
do_measure(struct app *app, enum command command)
{
	int cols = read_pane_step_measure(app->read,
		command == COMMAND_WIDER);

	app_say(app, ngettext("The text is at most %d column wide.",
		"The text is at most %d columns wide.", (unsigned long)cols),
		cols);
	return APP_GO_ON;
}

static enum app_request
do_raw(struct app *app, enum command command)
{
	bool is_raw = !read_pane_is_raw(app->read);

	(void)command;
	read_pane_set_raw(app->read, is_raw);
	app_say(app, "%s", is_raw ? _("The text as it is stored.")
		: _("The text laid out by its parts."));
	return APP_GO_ON;
}

static void
fold_copies(struct app *app)
{
	if (list_pane_fold(app->list))
		app_find_restart(app);
	else
		app_say(app, "%s", _("This article has no copies."));
}

/* In the list it folds copies, in the article paragraphs. */
static enum app_request
do_fold(struct app *app, enum command command)
{
	bool is_unfolded = !read_pane_is_unfolded(app->read);

	(void)command;
	if (app->focus == FOCUS_LIST) {
		fold_copies(app);
		return APP_GO_ON;
	}
	if (read_pane_is_raw(app->read)) {
		app_say(app, "%s", _("The text as it is stored."));
		return APP_GO_ON;
	}
	if (!read_pane_has_folds(app->read)) {
		app_say(app, "%s", _("Nothing is repeated in this article."));
		return APP_GO_ON;
	}
	read_pane_set_unfolded(app->read, is_unfolded);
	app_say(app, "%s", is_unfolded ? _("Repeated paragraphs are shown.")
		: _("Repeated paragraphs are folded away."));
	return APP_GO_ON;
}

static enum app_request
do_reload(struct app *app, enum command command)
{
	(void)command;
	return app_reload(app);
}

static enum app_request
do_calibrate(struct app *app, enum command command)
{
	(void)command;
	return app_calibrate(app);
}

/* What was typed, at most 100. */
static int
typed_percent(const struct app *app)
{
	int percent = 0;

	for (const char *digit = app->number; *digit != '\0'; digit++)
		percent = percent * 10 + *digit - '0';
	return percent < 100 ? percent : 100;
}

static enum app_request
do_percent(struct app *app, enum command command)
{
	(void)command;
	if (app->number[0] == '\0')
		app_say(app, "%s", _("Type a number before this key."));
	else if (app->focus == FOCUS_READ)
		read_pane_go_percent(app->read, typed_percent(app));
	else
		list_pane_go_percent(app->list, typed_percent(app));
	return APP_GO_ON;
}

/* The key that brought the sheet takes it away. */
static bool
is_put_away(struct app *app, enum command command)
{
	if (!sheet_is_open(app->sheet) || app->sheet_command != command)
		return false;
	sheet_close(app->sheet);
	return true;
}

static enum app_request
do_details(struct app *app, enum command command)
{
	struct article article;

	if (!is_put_away(app, command) && selected_article(app, &article)) {
		details_open(app->sheet, app->archive,
			read_pane_boilerplate(app->read), article.number);
		copies_add(app->sheet, app->archive,
			listing_duplicates(app->listing), article.number);
		app->sheet_command = command;
	}
	return APP_GO_ON;
}

static enum app_request
do_problems(struct app *app, enum command command)
{
	if (is_put_away(app, command))
		return APP_GO_ON;
	if (problems_exist(app->archive)) {
		problems_open(app->sheet, app->archive, app->add_err);
		app->sheet_command = command;
	} else {
		app_say(app, "%s", _("Everything could be read."));
	}
	return APP_GO_ON;
}

static enum app_request
do_help(struct app *app, enum command command)
{
	if (is_put_away(app, command))
		return APP_GO_ON;
	help_open(app->sheet);
	app->sheet_command = command;
	return APP_GO_ON;
}

static enum app_request
do_repaint(struct app *app, enum command command)
{
	(void)app;
	(void)command;
	return APP_REPAINT;
}

static enum app_request
do_suspend(struct app *app, enum command command)
{
	(void)command;
	if (!app->has_no_stop)
		return APP_SUSPEND;
	app_say(app, "%s", _("There is nothing but reading here."));
	return APP_GO_ON;
}

/* What no pane does by itself. */
static handler *const handlers[COMMAND_COUNT] = {
	[COMMAND_ARTICLE_NEXT] = do_article,
	[COMMAND_ARTICLE_PREVIOUS] = do_article,
	[COMMAND_READ] = do_read,
	[COMMAND_FULL] = do_full,
	[COMMAND_SWITCH] = do_switch,
	[COMMAND_BACK] = do_back,
	[COMMAND_CANCEL] = do_cancel,
	[COMMAND_SEARCH] = do_find,
	[COMMAND_MATCH_NEXT] = do_match,
	[COMMAND_MATCH_PREVIOUS] = do_match,
	[COMMAND_FILTER] = do_find,
	[COMMAND_SORT] = do_sort,
	[COMMAND_STAR] = do_flag,
	[COMMAND_UNREAD] = do_flag,
	[COMMAND_MARK] = do_mark,
	[COMMAND_GO_MARK] = do_mark,
	[COMMAND_NARROWER] = do_measure,
	[COMMAND_WIDER] = do_measure,
	[COMMAND_RAW] = do_raw,
	[COMMAND_FOLD] = do_fold,
	[COMMAND_RELOAD] = do_reload,
	[COMMAND_ORDER] = app_look,
	[COMMAND_SHAPE] = app_look,
	[COMMAND_JUSTIFY] = app_look,
	[COMMAND_EVEN] = app_look,
	[COMMAND_DIGITS] = app_look,
	[COMMAND_HARAKAT] = app_look,
	[COMMAND_CONTROLS] = app_look,
	[COMMAND_AMBIGUOUS] = app_look,
	[COMMAND_CALIBRATE] = do_calibrate,
	[COMMAND_PERCENT] = do_percent,
	[COMMAND_DETAILS] = do_details,
	[COMMAND_PROBLEMS] = do_problems,
	[COMMAND_HELP] = do_help,
	[COMMAND_REPAINT] = do_repaint,
	[COMMAND_SUSPEND] = do_suspend,
};

static struct pane
pane_with_focus(const struct app *app)
{
	if (sheet_is_open(app->sheet))
		return sheet_pane(app->sheet);
	return app->focus == FOCUS_READ ? read_pane_pane(app->read)
		: list_pane_pane(app->list);
}

enum app_request
app_command(struct app *app, enum command command)
{
	struct pane pane = pane_with_focus(app);
	enum app_request request = APP_GO_ON;

	if (!pane.ops->command(pane.state, command)) {
		assert(handlers[command] != NULL);
		request = handlers[command](app, command);
	}
	app_follow(app);
	return request;
}

/* A character that is a digit, or on whose key there is one; else -1. */
static int
digit_of(const struct key *key)
{
	uint32_t cp = key->cp;

	if (key->code != KEY_CODE_CHAR || key->modifiers != 0)
		return -1;
	if (keyboard_latin(cp) != 0)
		cp = keyboard_latin(cp);
	return cp >= '0' && cp <= '9' ? (int)(cp - '0') : -1;
}

bool
app_number_key(struct app *app, const struct key *key)
{
	size_t nbytes = strlen(app->number);
	int digit = digit_of(key);

	if (digit >= 0) {
		/* More than three digits are more than all anyway. */
		if (nbytes < sizeof(app->number) - 1)
			app->number[nbytes] = (char)('0' + digit);
		return true;
	}
	if (nbytes == 0 || key->code != KEY_CODE_ESCAPE)
		return false;
	memset(app->number, 0, sizeof(app->number));
	return true;
}

/* The mark with the letter CP; NULL: there is none. */
static struct mark_place *
mark_with(struct app *app, uint32_t cp)
{
	for (size_t i = 0; i < app->marks.count; i++)
		if (app->marks.at[i].cp == cp)
			return &app->marks.at[i];
	return NULL;
}

static void
set_mark(struct app *app, uint32_t cp)
{
	struct mark_place place = { .cp = cp };
	struct mark_place *old = mark_with(app, cp);

	if (!read_pane_article(app->read, &place.number))
		return;
	place.off = read_pane_off(app->read);
	if (old != NULL)
		*old = place;
	else
		VEC_PUSH(&app->marks, place);
	app_say(app, "%s", _("This place is marked."));
}

static void
go_mark(struct app *app, uint32_t cp)
{
	const struct mark_place *mark = mark_with(app, cp);

	if (mark == NULL) {
		app_say(app, "%s", _("No place has this mark."));
		return;
	}
	if (archive_is_retired(app->archive, mark->number)) {
		app_say(app, "%s", _("The marked article is gone."));
		return;
	}
	if (!list_pane_show(app->list, mark->number)) {
		app_say(app, "%s", _("The filter leaves the marked article "
			"out."));
		return;
	}
	app_follow_at(app, mark->off);
}

void
app_mark_letter(struct app *app, const struct key *key)
{
	enum command command = app->waiting;

	app->waiting = COMMAND_NONE;
	if (key->code != KEY_CODE_CHAR || key->modifiers != 0) {
		if (key->code != KEY_CODE_ESCAPE)
			app_say(app, "%s", _("Type a letter to name the "
				"mark."));
		return;
	}
	if (command == COMMAND_MARK)
		set_mark(app, key->cp);
	else
		go_mark(app, key->cp);
}
