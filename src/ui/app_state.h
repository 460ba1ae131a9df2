#ifndef UI_APP_STATE_H
#define UI_APP_STATE_H

/*
 * The app's state, shared by the files that make it up: app.c (life, keys),
 * app_screen.c (what stands where), app_command.c (what commands do),
 * app_look.c (those that change how text looks), app_find.c (searching and
 * filtering), app_calibrate.c (the calibration screen), app_reload.c (what a
 * reload changes).
 * Nobody else includes this.
 */

#include "base/buf.h"
#include "ui/app.h"
#include "ui/command.h"
#include "ui/find.h"
#include "ui/geometry.h"
#include "ui/list_pane.h"
#include "ui/prompt.h"

/* What the prompt is open for. */
enum prompt_use {
	PROMPT_SEARCH,
	PROMPT_FILTER,
	PROMPT_USE_COUNT
};

/* A walk over the list for an article that matches, in slices. */
struct seek {
	bool is_on;
	bool is_forward;
	bool is_typing;		/* the query is being typed */
	uint32_t row;		/* to be looked at next */
	uint32_t copy;		/* under it, folded away; or _NONE: itself */
	uint32_t left;		/* rows still to be looked at */
	bool has_wrapped;	/* went on at the other end */
};

/* Where the reader was before the prompt opened: Esc leads back. */
struct origin {
	struct list_place list;
	uint32_t off;		/* byte on the top row of the article */
	struct buf typed;	/* the search or filter of that time */
};

/* A place marked with a letter. */
struct mark_place {
	uint32_t cp;
	uint32_t number;	/* article */
	uint32_t off;		/* byte of its text */
};

struct mark_vec {
	struct mark_place *at;
	size_t count, capacity;
};

struct app {
	/* borrowed */
	const struct archive *archive;
	const struct load *load;	/* NULL: all is loaded */
	struct reading *reading;
	void (*add_err)(const struct err *err, struct buf *out);
	bool has_no_stop;	/* ^Z leads nowhere */
	/* owned */
	struct listing *listing;
	struct find find;
	struct list_pane *list;
	struct read_pane *read;
	struct sheet *sheet;
	enum command sheet_command;	/* what filled the sheet */
	struct calibrate *calibrate;
	struct terminal_facts learnt;	/* on its screen, in this run */
	struct prompt prompt;
	enum prompt_use prompt_use;
	struct history histories[PROMPT_USE_COUNT];
	struct origin origin;
	struct mark_vec marks;
	/* the screen */
	int rows, cols;
	struct line_style style;	/* in force, the switches in it */
	enum ambiguous_option ambiguous;
	bool is_even, is_justified;
	enum order_option order;	/* asked for */
	enum shape_option shape;
	struct line_style auto_style;	/* what "auto" meant last */
	enum command style_asked;	/* a message is due; else _NONE */
	struct geometry geometry;
	enum focus focus;
	bool is_full;
	struct buf message;
	bool has_message;
	/* keys that are waiting for another one */
	struct key prefix;	/* code KEY_CODE_NONE: none */
	enum command waiting;	/* for a letter: COMMAND_MARK, _GO_MARK */
	char number[4];		/* digits typed before COMMAND_PERCENT */
	/* what goes on */
	struct seek seek;
	bool is_reading;	/* the open article had the focus */
	bool was_loading, is_reloading;
	uint32_t retired;	/* articles, as far as that was taken in */
	bool wants_match;	/* go to the first match once it is known */
};

/* Says that the reading state was not saved, and releases ERR. */
void app_say_not_kept(struct app *app, struct err *err);
/* Shows a sentence on the status line until the next key. */
void app_say(struct app *app, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
/* How far loading is; done where nothing is loaded. */
struct load_progress app_progress(const struct app *app);
/* The reading pane shows the selected article. */
void app_follow(struct app *app);
/* The same, with byte OFF on the top row. */
void app_follow_at(struct app *app, uint32_t off);
void app_set_focus(struct app *app, enum focus focus, bool is_full);

/* app_screen.c: computes where everything stands and tells the panes. */
void app_place(struct app *app);
/* STYLE is in force from now on, everywhere. */
void app_use_style(struct app *app, const struct line_style *style);

/* app_calibrate.c: the key and the option that open the calibration screen. */
enum app_request app_calibrate(struct app *app);
/* A key while it is open. */
enum app_request app_calibrate_key(struct app *app, const struct key *key);

/* app_reload.c: the key that looks at the files again. */
enum app_request app_reload(struct app *app);
/* Takes in what was retired, before the list does. */
void app_take_retired(struct app *app);
/* Says what a reload has found. */
void app_say_reloaded(struct app *app);

/* app_look.c: z and a letter, but for the calibration. */
enum app_request app_look(struct app *app, enum command command);
/* How TERMINAL's style and the reader's switches go together. */
struct line_style app_look_style(const struct app *app,
	const struct line_style *terminal);
/* Says who orders the text, or joins letters, since the last command. */
void app_say_style(struct app *app);

/* app_command.c */
enum app_request app_command(struct app *app, enum command command);
/*
 * A digit of any keyboard, before COMMAND_PERCENT, or Esc, which takes them
 * back. Whether KEY is one of these.
 */
bool app_number_key(struct app *app, const struct key *key);
/* The letter that COMMAND_MARK or COMMAND_GO_MARK waited for. */
void app_mark_letter(struct app *app, const struct key *key);

/* app_find.c */
void app_find_open(struct app *app, enum prompt_use use);
/* A key while the prompt is open. */
void app_find_key(struct app *app, const struct key *key);
/*
 * Before a key that moves: what was searched for is gone to, or given up, so
 * that it does not lead back later.
 */
void app_find_settle(struct app *app);
/* n and N. */
void app_find_step(struct app *app, bool is_forward);
/* Narrows the list to what matches TYPED (raw bytes) from the start on. */
void app_find_begin(struct app *app, const char *typed);
/* Goes on with what is not finished; whether work is left. */
bool app_find_work(struct app *app, uint32_t budget_us);
/* The rows of the list are others: a walk over it starts anew where it is. */
void app_find_restart(struct app *app);
/* Takes away the search, else the filter; whether there was one. */
bool app_find_cancel(struct app *app);
/* Takes in what changed in the listing. */
void app_update_list(struct app *app);

#endif
