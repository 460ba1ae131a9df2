#include <config.h>

#include "ui/term_order.h"

#include <string.h>

#include "base/buf.h"
#include "ui/input.h"

/* ECMA-48: BDSM is mode 8 (set: implicit), SCP 1 is left to right. */
#define EXPLICIT_ON "\033[8l"
#define EXPLICIT_OFF "\033[8h"
#define PATH_LTR "\033[1 k"
#define PATH_DEFAULT "\033[0 k"
/* mlterm's own switch, for one built with bidi. */
#define MLTERM_CTL_OFF "\033]5379;use_ctl=false\033\\"
#define MLTERM_CTL_ON "\033]5379;use_ctl=true\033\\"
/* XTVERSION, DECRQM of BDSM, DA2; DA1, which every terminal answers, last. */
#define QUESTIONS "\033[>0q\033[8$p\033[>c\033[c"

#define BDSM 8

/* DECRPM values. */
enum {
	MODE_UNKNOWN,
	MODE_SET,
	MODE_RESET,
	MODE_ALWAYS_SET,
	MODE_ALWAYS_RESET,
};

static bool
has_prefix(const char *s, const char *prefix)
{
	return s != NULL && strncmp(s, prefix, strlen(prefix)) == 0;
}

static bool
is_given(const char *s)
{
	return s != NULL && *s != '\0';
}

void
term_order_init(struct term_order *order, enum order_option option,
	enum shape_option shape, char *(*getenv_like)(const char *))
{
	const char *term = getenv_like("TERM");
	bool is_screen = is_given(getenv_like("STY"))
		|| has_prefix(term, "screen");

	*order = (struct term_order){ .option = option, .shape = shape };
	/* Inside screen in tmux the inner one is the one to talk to. */
	order->is_tmux = has_prefix(term, "tmux")
		|| (is_given(getenv_like("TMUX"))
			&& !is_given(getenv_like("STY")));
	order->is_multiplexer = order->is_tmux || is_screen;
	order->is_console = has_prefix(term, "linux");
	order->is_mlterm = has_prefix(term, "mlterm");
}

void
term_order_ask(const struct term_order *order, struct buf *out)
{
	if (order->option != ORDER_OPTION_LOGICAL && !order->is_multiplexer
		&& !order->is_console)
		buf_add_string(out, QUESTIONS);
}

/* Multiplexers swallow what they do not know unless it is wrapped. */
static void
add_wrapped(const struct term_order *order, const char *sequence,
	struct buf *out)
{
	if (order->is_tmux)
		buf_add_format(out, "\033Ptmux;\033%s\033\\", sequence);
	else
		buf_add_format(out, "\033P%s\033\\", sequence);
}

static void
take_bdsm(struct term_order *order, int value, struct buf *out)
{
	if (order->has_explicit || order->has_no_ctl)
		return;
	if (value == MODE_SET || value == MODE_RESET
		|| value == MODE_ALWAYS_SET) {
		order->has_explicit = true;
		order->was_explicit = value == MODE_RESET;
	} else if (value == MODE_UNKNOWN && order->is_mlterm) {
		order->has_no_ctl = true;
	}
	term_order_enter(order, out);
}

/*
 * Who the terminal says it is decides nothing yet: where it neither knows
 * BDSM nor leaves text alone, the names of the terminals that always
 * reorder (XTVERSION, DA2) go here, and then the order may change.
 */
bool
term_order_reply(struct term_order *order, const struct reply *reply,
	struct buf *out)
{
	struct line_style before = term_order_style(order), after;

	switch (reply->kind) {
	case REPLY_DECRPM:
		if (!reply->is_private && reply->nnumbers >= 2
			&& reply->numbers[0] == BDSM && !order->is_multiplexer)
			take_bdsm(order, reply->numbers[1], out);
		break;
	case REPLY_DA1:
		order->is_fenced = true;
		break;
	case REPLY_XTVERSION:
	case REPLY_DA2:
	case REPLY_OTHER:
		break;
	}
	after = term_order_style(order);
	return before.order != after.order
		|| before.is_shaped != after.is_shaped;
}

/*
 * Under --order=logical the terminal is to do the work, so it is left as it
 * is; otherwise one that knows how is told to leave the order alone.
 */
void
term_order_enter(const struct term_order *order, struct buf *out)
{
	if (order->option == ORDER_OPTION_LOGICAL)
		return;
	if (order->is_multiplexer)
		add_wrapped(order, EXPLICIT_ON, out);
	if (order->has_explicit)
		buf_add_string(out, EXPLICIT_ON PATH_LTR);
	if (order->has_no_ctl)
		buf_add_string(out, MLTERM_CTL_OFF);
}

void
term_order_leave(const struct term_order *order, struct buf *out)
{
	if (order->option == ORDER_OPTION_LOGICAL)
		return;
	if (order->is_multiplexer)
		add_wrapped(order, EXPLICIT_OFF, out);
	if (order->has_explicit && !order->was_explicit)
		buf_add_string(out, EXPLICIT_OFF);
	if (order->has_explicit)
		buf_add_string(out, PATH_DEFAULT);
	if (order->has_no_ctl)
		buf_add_string(out, MLTERM_CTL_ON);
}

struct line_style
term_order_style(const struct term_order *order)
{
	struct line_style style = { .order = ORDER_VISUAL };

	if (order->option == ORDER_OPTION_LOGICAL)
		style.order = ORDER_LOGICAL;
	/* The console's fonts seldom have presentation forms. */
	if (order->shape == SHAPE_OPTION_AUTO)
		style.is_shaped = style.order == ORDER_VISUAL
			&& !order->is_console;
	else
		style.is_shaped = order->shape == SHAPE_OPTION_ON;
	return style;
}
