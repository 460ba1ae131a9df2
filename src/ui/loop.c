#include <config.h>

#include <signal.h>
#include <stdint.h>

#include "base/clock.h"
#include "model/load.h"
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

struct loop {
	struct app *app;
	struct load *load;
	struct term *term;
	struct frame frame;
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

/* Whether to go on. */
static bool
answer(struct loop *loop, enum app_request request)
{
	enum order_option order;
	enum shape_option shape;

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
		app_order(loop->app, &order, &shape);
		term_set_order(loop->term, order, shape);
		learn_style(loop);
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
		learn_style(loop);
		draw(loop);
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
	struct loop loop = { .load = load };
	int result;

	if (term_new(&options->term, &loop.term, err) != 0)
		return -1;
	frame_init(&loop.frame);
	loop.app = app_new(archive, load, reading, options);
	learn_style(&loop);
	learn_size(&loop);
	loop.has_work = app_tick(loop.app, SLICE_US);
	draw(&loop);
	while (step(&loop))
		;
	result = term_signal(loop.term);
	app_free(loop.app);
	frame_release(&loop.frame);
	term_free(loop.term);
	return result;
}
