#include <config.h>

#include "ui/app.h"

#include <string.h>

#include "base/i18n.h"
#include "base/vec.h"
#include "base/xalloc.h"
#include "model/archive.h"
#include "model/load.h"
#include "store/reading.h"
#include "ui/app_state.h"
#include "ui/calibrate.h"
#include "ui/keyboard.h"
#include "ui/listing.h"
#include "ui/read_pane.h"
#include "ui/sheet.h"

static void
take_look(struct app *app, const struct app_options *options)
{
	const struct page_style *page = &options->page;
	struct line_style style = page->line;

	style.order = ORDER_VISUAL;
	style.is_shaped = true;
	app->ambiguous = options->ambiguous;
	style.is_wide = app->ambiguous == AMBIGUOUS_OPTION_WIDE;
	app->is_even = page->is_even;
	app->is_justified = page->is_justified;
	read_pane_set_measure(app->read, page->cols > 0 ? page->cols
		: MEASURE_DEFAULT);
	read_pane_set_signs(app->read, options->add_fold);
	read_pane_set_unfolded(app->read, page->is_unfolded);
	read_pane_set_raw(app->read, page->is_raw);
	read_pane_set_lines(app->read, app->is_even, app->is_justified);
	app_use_style(app, &style);
}

struct app *
app_new(const struct archive *archive, const struct load *load,
	struct reading *reading, const struct app_options *options)
{
	struct app *app = xcalloc(1, sizeof(*app));

	app->archive = archive;
	app->load = load;
	app->reading = reading;
	app->add_err = options->add_err;
	app->has_no_stop = options->term.has_no_stop;
	app->order = options->term.order;
	app->shape = options->term.shape;
	/* Nobody knows what auto means here: what was not asked for. */
	app->auto_style.order = app->order == ORDER_OPTION_LOGICAL
		? ORDER_VISUAL : ORDER_LOGICAL;
	app->auto_style.is_shaped = app->shape == SHAPE_OPTION_OFF;
	app->was_loading = load != NULL;
	app->listing = listing_new(archive, options->sort);
	listing_set_folding(app->listing, !options->shows_copies);
	app->list = list_pane_new(archive, app->listing, &app->find, reading);
	app->read = read_pane_new(archive, &app->find);
	app->sheet = sheet_new();
	app->calibrate = calibrate_new();
	take_look(app, options);
	if (options->is_calibrating)
		app_calibrate(app);
	if (options->search != NULL)
		app_find_begin(app, options->search);
	return app;
}

void
app_free(struct app *app)
{
	if (app == NULL)
		return;
	app_save(app);
	for (int i = 0; i < PROMPT_USE_COUNT; i++)
		history_release(&app->histories[i]);
	buf_release(&app->origin.typed);
	buf_release(&app->message);
	VEC_RELEASE(&app->marks);
	prompt_release(&app->prompt);
	calibrate_free(app->calibrate);
	sheet_free(app->sheet);
	read_pane_free(app->read);
	list_pane_free(app->list);
	listing_free(app->listing);
	find_release(&app->find);
	free(app);
}

void
app_say(struct app *app, const char *format, ...)
{
	va_list args;

	buf_release(&app->message);
	va_start(args, format);
	buf_add_vformat(&app->message, format, args);
	va_end(args);
	app->has_message = true;
}

void
app_say_err(struct app *app, const struct err *err)
{
	struct buf sentence = BUF_INIT;

	if (app->add_err != NULL)
		app->add_err(err, &sentence);
	app_say(app, "%s", sentence.at);
	buf_release(&sentence);
}

/* The article that is open and being read; false: none is. */
static bool
open_article(const struct app *app, struct article *article)
{
	uint32_t number;

	if (!app->is_reading || !read_pane_article(app->read, &number))
		return false;
	*article = archive_article(app->archive, number);
	return true;
}

bool
app_has_unsaved(const struct app *app)
{
	struct article article;

	return open_article(app, &article)
		&& reading_place(app->reading, article.fingerprint)
			!= read_pane_off(app->read);
}

void
app_say_not_kept(struct app *app, struct err *err)
{
	app_say(app, "%s", _("Reading state cannot be saved; quitting loses "
		"it."));
	err_release(err);
}

void
app_save(struct app *app)
{
	struct article article;
	struct err err = { 0 };

	if (!app_has_unsaved(app) || !open_article(app, &article))
		return;
	if (reading_set_place(app->reading, article.fingerprint,
		read_pane_off(app->read), &err) != 0)
		app_say_not_kept(app, &err);
}

static void
mark_read(struct app *app)
{
	struct article article;
	struct err err = { 0 };
	unsigned flags;

	if (!open_article(app, &article))
		return;
	flags = reading_flags(app->reading, article.fingerprint);
	if ((flags & READING_READ) != 0)
		return;
	if (reading_set_flags(app->reading, article.fingerprint,
		flags | READING_READ, &err) != 0)
		app_say_not_kept(app, &err);
}

static void
open_selected(struct app *app, uint32_t number, uint32_t off)
{
	app_save(app);
	read_pane_open(app->read, number, off);
	/* What a search passes while it is typed has not been read. */
	app->is_reading = app->focus == FOCUS_READ && !app->prompt.is_open;
	mark_read(app);
}

void
app_follow_at(struct app *app, uint32_t off)
{
	uint32_t row, number, open;

	if (!list_pane_selected(app->list, &row, &number))
		app_follow(app);
	else if (read_pane_article(app->read, &open) && open == number)
		read_pane_go(app->read, off);
	else
		open_selected(app, number, off);
}

void
app_follow(struct app *app)
{
	uint32_t row, number, open;
	bool is_open = read_pane_article(app->read, &open);

	if (!list_pane_selected(app->list, &row, &number)) {
		if (is_open) {
			app_save(app);
			read_pane_close(app->read);
			app_set_focus(app, FOCUS_LIST, false);
		}
	} else if (!is_open || open != number) {
		struct article article = archive_article(app->archive, number);

		open_selected(app, number, reading_place(app->reading,
			article.fingerprint));
	}
}

void
app_set_focus(struct app *app, enum focus focus, bool is_full)
{
	if (app->focus == FOCUS_READ && focus == FOCUS_LIST)
		app_save(app);
	app->focus = focus;
	app->is_full = is_full;
	if (focus == FOCUS_READ) {
		app->is_reading = true;
		mark_read(app);
	}
	app_place(app);
}

/* A command's key, or the first of two, or the second. */
static enum app_request
command_key(struct app *app, const struct key *key)
{
	enum command_context context = sheet_is_open(app->sheet)
		? COMMAND_IN_SHEET : app->focus == FOCUS_READ
		? COMMAND_IN_READ : COMMAND_IN_LIST;
	const struct key *prefix = NULL;
	struct key first = app->prefix, joined = *key;
	enum command command;

	if (first.code != KEY_CODE_NONE) {
		uint32_t pair = keyboard_latin_pair(first.cp, key->cp);

		app->prefix = (struct key){ 0 };
		if (pair != 0)
			joined.cp = pair;
		else
			prefix = &first;
	}
	command = command_of_key(prefix, &joined, context);
	if (command != COMMAND_NONE) {
		if (command_info(command)->group == COMMAND_GROUP_MOVE)
			app_find_settle(app);
		return app_command(app, command);
	}
	if (prefix != NULL && key->code != KEY_CODE_ESCAPE)
		app_say(app, "%s", _("There is no command with these keys."));
	else if (prefix == NULL && command_is_prefix(key, context))
		app->prefix = *key;
	return APP_GO_ON;
}

enum app_request
app_key(struct app *app, const struct key *key)
{
	enum app_request request;

	app->has_message = false;
	app->wants_match = false;
	if (app->prompt.is_open) {
		app_find_key(app, key);
		return APP_GO_ON;
	}
	list_pane_touch(app->list);
	if ((key->modifiers & KEY_PASTED) != 0)
		return APP_GO_ON;
	if (calibrate_is_open(app->calibrate))
		return app_calibrate_key(app, key);
	if (app->waiting != COMMAND_NONE) {
		app_mark_letter(app, key);
		return APP_GO_ON;
	}
	if (app->prefix.code == KEY_CODE_NONE && !sheet_is_open(app->sheet)
			&& app_number_key(app, key))
		return APP_GO_ON;
	request = command_key(app, key);
	memset(app->number, 0, sizeof(app->number));
	return request;
}

bool
app_interrupt(struct app *app)
{
	struct key escape = { KEY_CODE_ESCAPE, 0, 0 };

	if (!app->prompt.is_open)
		return false;
	app_key(app, &escape);
	return true;
}

struct load_progress
app_progress(const struct app *app)
{
	if (app->load == NULL)
		return (struct load_progress){ .is_done = true };
	return load_progress(app->load);
}

/* Once all is loaded, what could not be read is told. */
static void
note_loaded(struct app *app)
{
	uint32_t problems;

	if (!app->was_loading || !app_progress(app).is_done)
		return;
	app->was_loading = false;
	if (app->is_reloading) {
		app_say_reloaded(app);
		return;
	}
	problems = archive_problem_count_of(app->archive, ERR_KIND_UNREAD);
	if (problems > 0)
		app_say(app, ngettext("%u file could not be read; press ! to "
			"see which.", "%u files could not be read; press ! to "
			"see which.", problems), problems);
}

bool
app_tick(struct app *app, uint32_t budget_us)
{
	/* Done before the last update means that it took in everything. */
	bool is_done = app_progress(app).is_done;
	bool has_work;

	app_take_retired(app);
	app_update_list(app);
	if (is_done)
		note_loaded(app);
	if (app_find_work(app, budget_us))
		return true;
	has_work = listing_work(app->listing, is_done, budget_us);
	app_update_list(app);
	return has_work || (is_done && read_pane_learn(app->read, budget_us));
}
