#include <config.h>

#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/err.h"
#include "model/load.h"
#include "store/terminals.h"
#include "ui/app.h"
#include "ui/frame.h"
#include "ui/term.h"

/* Work between two looks at the keyboard. */
#define SLICE_US 8000
/* What changes by itself is drawn, and taken in, no more often than this. */
#define REFRESH_MS 60
/* And it takes no more than one part in so many of the time. */
#define REFRESH_SHARE 10
#define REFRESH_MS_MAX 1000
/* Keys that come faster (a paste, a held key) are answered together. */
#define KEY_MS 16
/* So long after the last key the place in the article is saved. */
#define SAVE_MS 1000

/* Whoever is not far away needs no name. */
#define HOST_HERE "local"

struct loop {
	struct app *app;
	struct load *load;
	struct term *term;
	struct frame frame;
	const char *terminals;	/* file of what was learnt about them */
	struct terminal_facts learnt;	/* about this one */
	bool is_calibrated;	/* in this run: what is older does not count */
	bool was_learning_bad;	/* the file: nobody wants to hear it twice */
	bool has_work;		/* that needs no event */
	bool has_news;		/* something was published */
	bool is_stale;		/* the screen does not show the state */
	bool is_key_due;	/* a key was not answered yet */
	int64_t pause_ms;	/* between drawings that no key asks for */
	int64_t refreshed_ms;	/* time of the last drawing */
};

static void
draw(struct loop *loop)
{
	app_draw(loop->app, &loop->frame);
	term_blit(loop->term, &loop->frame);
	loop->is_stale = loop->is_key_due = false;
	loop->refreshed_ms = clock_ms();
}

static void
learn_size(struct loop *loop)
{
	int rows, cols;

	term_size(loop->term, &rows, &cols);
	app_resize(loop->app, rows, cols);
}

/* The address of an SSH client: terminals differ from desk to desk. */
static void
add_host(struct buf *host)
{
	const char *client = getenv("SSH_CONNECTION");

	if (client == NULL || *client == '\0')
		client = getenv("SSH_CLIENT");
	if (client == NULL || *client == '\0')
		client = HOST_HERE;
	buf_add(host, client, strcspn(client, " "));
}

/* Looks up what is known of the terminal by the name that it has now. */
static void
recall_terminal(struct loop *loop)
{
	const char *name = term_order(loop->term)->name;
	struct buf host = BUF_INIT;
	struct err err = { 0 };

	if (loop->terminals == NULL)
		return;
	add_host(&host);
	if (terminals_find(loop->terminals, name, host.at, &loop->learnt, &err)
			!= 0 && !loop->was_learning_bad) {
		app_say_err(loop->app, &err);
		loop->was_learning_bad = true;
	}
	term_learn(loop->term, &loop->learnt);
	err_release(&err);
	buf_release(&host);
}

static void
keep_terminal(struct loop *loop)
{
	const char *name = term_order(loop->term)->name;
	struct buf host = BUF_INIT;
	struct err err = { 0 };

	if (loop->terminals == NULL)
		return;
	add_host(&host);
	if (terminals_keep(loop->terminals, name, host.at, &loop->learnt, &err)
			!= 0)
		app_say_err(loop->app, &err);
	err_release(&err);
	buf_release(&host);
}

static void
learn_style(struct loop *loop)
{
	struct line_style style = term_line_style(loop->term);

	app_set_style(loop->app, &style);
}

/* How long to wait: for ever where nothing can happen by itself. */
static int
timeout_ms(const struct loop *loop)
{
	int64_t rest = loop->refreshed_ms + loop->pause_ms - clock_ms();

	if (loop->has_work || loop->is_key_due)
		return 0;
	if (loop->has_news || loop->is_stale)
		return rest > 0 ? (int)rest : 0;
	return app_has_unsaved(loop->app) ? SAVE_MS : -1;
}

/* Shows what the keys up to now did. */
static void
answer_keys(struct loop *loop)
{
	loop->has_work = app_tick(loop->app, SLICE_US);
	draw(loop);
}

/* A million articles take a while to sort in: keys come between. */
static void
take_in(struct loop *loop)
{
	int64_t start_ms = clock_ms();
	int64_t pause_ms;

	loop->has_work = app_tick(loop->app, SLICE_US);
	pause_ms = (clock_ms() - start_ms) * REFRESH_SHARE;
	if (pause_ms > REFRESH_MS_MAX)
		pause_ms = REFRESH_MS_MAX;
	loop->pause_ms = pause_ms > REFRESH_MS ? pause_ms : REFRESH_MS;
}

/* Nothing happened for as long as there was nothing to wait for. */
static void
work(struct loop *loop)
{
	bool is_due = clock_ms() - loop->refreshed_ms >= loop->pause_ms;

	if (loop->is_key_due) {
		answer_keys(loop);
		return;
	}
	if (loop->has_work || (loop->has_news && is_due)) {
		loop->has_news = false;
		take_in(loop);
		loop->is_stale = true;
	} else if (!loop->is_stale) {
		app_save(loop->app);
	}
	if (loop->is_stale && (is_due || !loop->has_work))
		draw(loop);
}

static void
take_order(struct loop *loop)
{
	enum order_option order;
	enum shape_option shape;

	app_order(loop->app, &order, &shape);
	term_set_order(loop->term, order, shape);
}

static void
take_learnt(struct loop *loop)
{
	const struct terminal_facts known = loop->learnt;

	loop->learnt = *app_learnt(loop->app);
	loop->is_calibrated = true;
	/* The reader was faster than the terminal. */
	if (!loop->learnt.has_widths) {
		loop->learnt.has_widths = known.has_widths;
		loop->learnt.is_wide = known.is_wide;
		loop->learnt.keeps_sequences = known.keeps_sequences;
	}
	/* Nobody has asked the terminal around it. */
	if (term_order(loop->term)->is_multiplexer)
		loop->learnt.keeps_sequences = false;
	take_order(loop);
	term_learn(loop->term, &loop->learnt);
	learn_style(loop);
	keep_terminal(loop);
}

static void
tell_measured(struct loop *loop)
{
	for (int i = 0; i < CLUSTER_COUNT; i++)
		app_measured(loop->app, (enum cluster_index)i,
			term_measured(loop->term, (size_t)i));
	draw(loop);
}

/* Whether to go on. */
static bool
answer(struct loop *loop, enum app_request request)
{
	switch (request) {
	case APP_GO_ON:
		break;
	case APP_QUIT:
		return false;
	case APP_SUSPEND:
		app_save(loop->app);
		term_suspend(loop->term);
		break;
	case APP_REPAINT:
		term_forget(loop->term);
		break;
	case APP_ORDER:
		take_order(loop);
		learn_style(loop);
		break;
	case APP_RELOAD:
		load_again(loop->load);
		break;
	case APP_MEASURE:
		term_measure(loop->term, cluster_texts, CLUSTER_COUNT);
		break;
	case APP_LEARNT:
		take_learnt(loop);
		break;
	}
	return true;
}

/* Whether to go on. */
static bool
take_key(struct loop *loop, const struct key *key)
{
	if (!answer(loop, app_key(loop->app, key)))
		return false;
	loop->is_key_due = true;
	if (clock_ms() - loop->refreshed_ms >= KEY_MS)
		answer_keys(loop);
	return true;
}

/* A signal that asks to end; whether to go on. */
static bool
take_signal(struct loop *loop)
{
	if (term_signal(loop->term) != SIGINT || !app_interrupt(loop->app))
		return false;
	term_stay(loop->term);
	answer_keys(loop);
	return true;
}

/* One event; whether to go on. */
static bool
step(struct loop *loop)
{
	struct key key;
	int watched = loop->has_news ? -1 : load_fd(loop->load);

	switch (term_wait(loop->term, watched, timeout_ms(loop), &key)) {
	case TERM_NOTHING:
		work(loop);
		return true;
	case TERM_KEY:
		return take_key(loop, &key);
	case TERM_RESIZED:
	case TERM_RESUMED:
		learn_size(loop);
		draw(loop);
		return true;
	case TERM_STYLE:
		/* It may have another name now. */
		if (loop->is_calibrated)
			keep_terminal(loop);
		else
			recall_terminal(loop);
		learn_style(loop);
		draw(loop);
		return true;
	case TERM_MEASURED:
		tell_measured(loop);
		return true;
	case TERM_WATCHED:
		load_acknowledge(loop->load);
		loop->has_news = true;
		return true;
	case TERM_QUIT:
		return take_signal(loop);
	case TERM_GONE:
		return false;
	}
	return true;
}

int
app_run(struct archive *archive, struct load *load, struct reading *reading,
	const struct app_options *options, struct err *err)
{
	struct loop loop = { .load = load, .terminals = options->terminals };
	int result;

	if (term_new(&options->term, &loop.term, err) != 0)
		return -1;
	frame_init(&loop.frame);
	loop.app = app_new(archive, load, reading, options);
	recall_terminal(&loop);
	learn_style(&loop);
	learn_size(&loop);
	loop.has_work = app_tick(loop.app, SLICE_US);
	if (options->is_calibrating)
		answer(&loop, APP_MEASURE);
	draw(&loop);
	while (step(&loop))
		;
	result = term_signal(loop.term);
	app_free(loop.app);
	frame_release(&loop.frame);
	term_free(loop.term);
	return result;
}
