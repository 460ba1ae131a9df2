#include <config.h>

#include "ui/term_order.h"

#include <stdio.h>
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

/* The version that those say they are in DA2 which do not say their name. */
#define DA2_KONSOLE 115
#define DA2_PUTTY 136

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

/* For a terminal that does not say who it is. */
static void
name_by_environment(struct term_order *order, const char *term,
	const char *program)
{
	snprintf(order->name, sizeof(order->name), "%s%s%s",
		is_given(term) ? term : "-", is_given(program) ? " " : "",
		is_given(program) ? program : "");
}

void
term_order_init(struct term_order *order, enum order_option option,
	enum shape_option shape, char *(*getenv_like)(const char *))
{
	const char *term = getenv_like("TERM");
	const char *program = getenv_like("TERM_PROGRAM");
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
	if (!order->is_multiplexer && program != NULL
		&& strcmp(program, "Apple_Terminal") == 0)
		order->maker = TERM_MAKER_APPLE;
	/* The one that tmux was started in, which cannot be asked. */
	if (order->is_tmux && is_given(getenv_like("KONSOLE_VERSION")))
		order->maker = TERM_MAKER_KONSOLE;
	name_by_environment(order, term, program);
}

void
term_order_ask(const struct term_order *order, struct buf *out)
{
	if (!order->is_multiplexer && !order->is_console)
		buf_add_string(out, QUESTIONS);
}

static bool
is_auto_logical(const struct term_order *order)
{
	if (order->learnt.has_order)
		return order->learnt.is_logical;
	return order->maker != TERM_MAKER_OTHER && !order->has_explicit
		&& !order->is_explicit;
}

static bool
is_logical(const struct term_order *order)
{
	return order->option == ORDER_OPTION_LOGICAL
		|| (order->option == ORDER_OPTION_AUTO
			&& is_auto_logical(order));
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

/*
 * Where the terminal is to do the work it is left as it is; otherwise one
 * that knows how is told to leave the order alone.
 */
void
term_order_enter(const struct term_order *order, struct buf *out)
{
	if (is_logical(order))
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
	if (is_logical(order))
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

/* From what was sent for BEFORE to what ORDER wants. */
static void
change_over(const struct term_order *before, const struct term_order *order,
	struct buf *out)
{
	struct buf old = BUF_INIT, new = BUF_INIT;

	term_order_enter(before, &old);
	term_order_enter(order, &new);
	if (strcmp(old.at, new.at) != 0) {
		term_order_leave(before, out);
		buf_add(out, new.at, new.nbytes);
	}
	buf_release(&old);
	buf_release(&new);
}

static void
take_bdsm(struct term_order *order, int value)
{
	/* Only the first answer tells how it was on entry. */
	if (order->has_explicit || order->has_no_ctl)
		return;
	order->has_explicit = value == MODE_SET || value == MODE_RESET
		|| value == MODE_ALWAYS_SET;
	order->was_explicit = value == MODE_RESET;
	order->is_explicit = value == MODE_ALWAYS_RESET;
	order->has_no_ctl = value == MODE_UNKNOWN && order->is_mlterm;
}

/* Whoever answers this is not Apple's; the variable was handed down. */
static void
take_version(struct term_order *order, const char *text)
{
	if (*text == '\0')
		return;
	order->maker = has_prefix(text, "Konsole") ? TERM_MAKER_KONSOLE
		: has_prefix(text, "PuTTY") ? TERM_MAKER_PUTTY
		: TERM_MAKER_OTHER;
	order->has_version = true;
	snprintf(order->name, sizeof(order->name), "%s", text);
}

/* For those that do not answer XTVERSION; it says more. */
static void
take_da2(struct term_order *order, const struct reply *reply)
{
	int type = reply->numbers[0], version = reply->numbers[1];

	if (order->has_version || reply->nnumbers < 2)
		return;
	if (type <= 1 && version == DA2_KONSOLE)
		order->maker = TERM_MAKER_KONSOLE;
	else if (type == 0 && version == DA2_PUTTY)
		order->maker = TERM_MAKER_PUTTY;
	snprintf(order->name, sizeof(order->name), ">%d;%d;%d", type, version,
		reply->nnumbers > 2 ? reply->numbers[2] : 0);
}

bool
term_order_reply(struct term_order *order, const struct reply *reply,
	struct buf *out)
{
	const struct term_order before = *order;
	struct line_style style_before = term_order_style(order), style;

	/* They speak for themselves, not for the terminal around them. */
	if (order->is_multiplexer && reply->kind != REPLY_DA1)
		return false;
	switch (reply->kind) {
	case REPLY_DECRPM:
		if (!reply->is_private && reply->nnumbers >= 2
			&& reply->numbers[0] == BDSM)
			take_bdsm(order, reply->numbers[1]);
		break;
	case REPLY_DA1:
		order->is_fenced = true;
		break;
	case REPLY_XTVERSION:
		take_version(order, reply->text);
		break;
	case REPLY_DA2:
		take_da2(order, reply);
		break;
	case REPLY_CURSOR:
	case REPLY_OTHER:
		break;
	}
	change_over(&before, order, out);
	style = term_order_style(order);
	return !line_style_equals(&style_before, &style)
		|| term_order_help(&before, ROW_BASE_RTL)
			!= term_order_help(order, ROW_BASE_RTL)
		|| strcmp(before.name, order->name) != 0;
}

void
term_order_choose(struct term_order *order, enum order_option option,
	enum shape_option shape, struct buf *out)
{
	const struct term_order before = *order;

	order->option = option;
	order->shape = shape;
	change_over(&before, order, out);
}

void
term_order_learn(struct term_order *order, const struct terminal_facts *facts,
	struct buf *out)
{
	const struct term_order before = *order;

	order->learnt = *facts;
	change_over(&before, order, out);
}

/* What was learnt about shaping belongs to the order that was learnt. */
static bool
is_shaped(const struct term_order *order)
{
	bool is_logical_now = is_logical(order);

	if (order->shape != SHAPE_OPTION_AUTO)
		return order->shape == SHAPE_OPTION_ON;
	if (order->learnt.has_order
		&& order->learnt.is_logical == is_logical_now)
		return order->learnt.is_shaped;
	/* The console's fonts seldom have presentation forms. */
	return !is_logical_now && !order->is_console;
}

struct line_style
term_order_style(const struct term_order *order)
{
	return (struct line_style){
		.order = is_logical(order) ? ORDER_LOGICAL : ORDER_VISUAL,
		.is_shaped = is_shaped(order),
		.is_wide = order->learnt.is_wide,
		.keeps_sequences = order->learnt.keeps_sequences,
	};
}

/* For a right-to-left row in the order in force, whatever that is. */
static enum row_help
help_in_force(const struct term_order *order)
{
	const struct terminal_facts *learnt = &order->learnt;

	if (!is_logical(order))
		return term_order_help(order, ROW_BASE_VISUAL);
	if (learnt->has_order && learnt->is_logical)
		return term_order_help(order, !learnt->has_embedding
			? ROW_BASE_LOGICAL : learnt->has_brackets
			? ROW_BASE_TURNED : ROW_BASE_EMBEDDED);
	return term_order_help(order, order->maker == TERM_MAKER_KONSOLE
		? ROW_BASE_TURNED : ROW_BASE_LOGICAL);
}

enum row_help
term_order_help(const struct term_order *order, enum row_base base)
{
	switch (base) {
	case ROW_BASE_LTR:
		if (!is_logical(order))
			return term_order_help(order, ROW_BASE_VISUAL);
		return help_in_force(order) == ROW_HELP_TURNED
			? ROW_HELP_BRACKETS : ROW_HELP_NONE;
	case ROW_BASE_RTL:
		return help_in_force(order);
	case ROW_BASE_VISUAL:
		return order->is_multiplexer ? ROW_HELP_OVERRIDE
			: ROW_HELP_NONE;
	case ROW_BASE_LOGICAL:
		return order->maker == TERM_MAKER_PUTTY ? ROW_HELP_MARGINS
			: ROW_HELP_NONE;
	case ROW_BASE_EMBEDDED:
		return ROW_HELP_EMBEDDING;
	case ROW_BASE_TURNED:
		return ROW_HELP_TURNED;
	case ROW_BASE_COUNT:
		break;
	}
	return ROW_HELP_NONE;
}
