#include <config.h>

#include <stdlib.h>

#include "base/buf.h"
#include "ui/input.h"
#include "ui/term_order.h"

#include "../check.h"

#define QUESTIONS "\033[>0q\033[8$p\033[>c\033[c"
#define EXPLICIT "\033[8l\033[1 k"
#define IMPLICIT "\033[8h\033[0 k"
#define TMUX_ON "\033Ptmux;\033\033[8l\033\\"
#define TMUX_OFF "\033Ptmux;\033\033[8h\033\\"
#define SCREEN_ON "\033P\033[8l\033\\"
#define SCREEN_OFF "\033P\033[8h\033\\"
#define NO_CTL "\033]5379;use_ctl=false\033\\"
#define CTL "\033]5379;use_ctl=true\033\\"

#define NO_REPLY -1

struct order_case {
	const char *name;
	const char *term;
	bool has_tmux, has_sty;
	enum order_option option;
	enum shape_option shape;
	int bdsm;		/* value of the DECRPM for mode 8 */
	const char *asked, *at_start;
	const char *at_reply, *at_resume, *at_exit;
	enum text_order order;
	bool is_shaped;
};

#define AUTO ORDER_OPTION_AUTO, SHAPE_OPTION_AUTO
#define VISUAL_SHAPED ORDER_VISUAL, true

static const struct order_case cases[] = {
	{ "obeys, implicit before", "xterm-256color", false, false, AUTO, 1,
		QUESTIONS, "", EXPLICIT, EXPLICIT, IMPLICIT, VISUAL_SHAPED },
	{ "obeys, explicit before", "xterm-256color", false, false, AUTO, 2,
		QUESTIONS, "", EXPLICIT, EXPLICIT, "\033[0 k",
		VISUAL_SHAPED },
	{ "says always implicit", "xterm-256color", false, false, AUTO, 3,
		QUESTIONS, "", EXPLICIT, EXPLICIT, IMPLICIT, VISUAL_SHAPED },
	{ "always explicit", "xterm-256color", false, false, AUTO, 4,
		QUESTIONS, "", "", "", "", VISUAL_SHAPED },
	{ "does not know it", "xterm", false, false, AUTO, 0,
		QUESTIONS, "", "", "", "", VISUAL_SHAPED },
	{ "silent", "st", false, false, AUTO, NO_REPLY,
		QUESTIONS, "", "", "", "", VISUAL_SHAPED },
	{ "mlterm", "mlterm", false, false, AUTO, 0,
		QUESTIONS, "", NO_CTL, NO_CTL, CTL, VISUAL_SHAPED },
	{ "tmux by TERM", "tmux-256color", false, false, AUTO, NO_REPLY,
		"", TMUX_ON, "", TMUX_ON, TMUX_OFF, VISUAL_SHAPED },
	{ "tmux by variable", "xterm-256color", true, false, AUTO, NO_REPLY,
		"", TMUX_ON, "", TMUX_ON, TMUX_OFF, VISUAL_SHAPED },
	{ "tmux that says screen", "screen-256color", true, false, AUTO,
		NO_REPLY, "", TMUX_ON, "", TMUX_ON, TMUX_OFF,
		VISUAL_SHAPED },
	{ "screen by TERM", "screen", false, false, AUTO, NO_REPLY,
		"", SCREEN_ON, "", SCREEN_ON, SCREEN_OFF, VISUAL_SHAPED },
	{ "screen in tmux", "screen", true, true, AUTO, NO_REPLY,
		"", SCREEN_ON, "", SCREEN_ON, SCREEN_OFF, VISUAL_SHAPED },
	{ "no multiplexer answers for the one outside", "tmux", false, false,
		AUTO, 1, "", TMUX_ON, "", TMUX_ON, TMUX_OFF, VISUAL_SHAPED },
	{ "console", "linux", false, false, AUTO, NO_REPLY,
		"", "", "", "", "", ORDER_VISUAL, false },
	{ "console that shapes", "linux", false, false, ORDER_OPTION_AUTO,
		SHAPE_OPTION_ON, NO_REPLY, "", "", "", "", "",
		VISUAL_SHAPED },
	{ "visual, asked for", "xterm", false, false, ORDER_OPTION_VISUAL,
		SHAPE_OPTION_AUTO, 1, QUESTIONS, "", EXPLICIT, EXPLICIT,
		IMPLICIT, VISUAL_SHAPED },
	{ "visual, asked for in tmux", "tmux", false, false,
		ORDER_OPTION_VISUAL, SHAPE_OPTION_OFF, NO_REPLY, "", TMUX_ON,
		"", TMUX_ON, TMUX_OFF, ORDER_VISUAL, false },
	{ "logical", "xterm", false, false, ORDER_OPTION_LOGICAL,
		SHAPE_OPTION_AUTO, NO_REPLY, "", "", "", "", "",
		ORDER_LOGICAL, false },
	{ "logical in tmux", "tmux", false, false, ORDER_OPTION_LOGICAL,
		SHAPE_OPTION_ON, NO_REPLY, "", "", "", "", "",
		ORDER_LOGICAL, true },
	{ "no TERM", NULL, false, false, AUTO, NO_REPLY,
		QUESTIONS, "", "", "", "", VISUAL_SHAPED },
};

/* The environment of the case that runs. */
static char *
fake_getenv(const char *name)
{
	const char *prefix = "TEST_";
	char long_name[32];

	snprintf(long_name, sizeof(long_name), "%s%s", prefix, name);
	return getenv(long_name);
}

static void
set_or_not(const char *name, const char *value)
{
	if (value != NULL)
		setenv(name, value, 1);
	else
		unsetenv(name);
}

static void
check_sent(struct buf *out, const char *want)
{
	CHECK_STR(out->at, want);
	buf_reset(out);
}

static void
send_reply(struct term_order *order, enum reply_kind kind, int first,
	int second, struct buf *out)
{
	struct reply reply = { .kind = kind, .numbers = { first, second },
		.nnumbers = 2 };

	CHECK(!term_order_reply(order, &reply, out));
}

static void
start_case(struct term_order *order, const struct order_case *c)
{
	set_or_not("TEST_TERM", c->term);
	set_or_not("TEST_TMUX", c->has_tmux ? "/tmp/socket,1,0" : NULL);
	set_or_not("TEST_STY", c->has_sty ? "1.pts" : NULL);
	term_order_init(order, c->option, c->shape, fake_getenv);
}

static void
test_case(const struct order_case *c)
{
	struct term_order order;
	struct buf out = BUF_INIT;
	struct line_style style;

	check_case(c->name);
	start_case(&order, c);
	term_order_enter(&order, &out);
	check_sent(&out, c->at_start);
	term_order_ask(&order, &out);
	check_sent(&out, c->asked);
	if (c->bdsm != NO_REPLY)
		send_reply(&order, REPLY_DECRPM, 8, c->bdsm, &out);
	check_sent(&out, c->at_reply);
	CHECK(!order.is_fenced);
	send_reply(&order, REPLY_DA2, 65, 7006, &out);
	send_reply(&order, REPLY_DA1, 65, 1, &out);
	check_sent(&out, "");
	CHECK(order.is_fenced);
	term_order_leave(&order, &out);
	check_sent(&out, c->at_exit);
	term_order_enter(&order, &out);
	check_sent(&out, c->at_resume);
	style = term_order_style(&order);
	CHECK_INT(style.order, c->order);
	CHECK_INT(style.is_shaped, c->is_shaped);
	buf_release(&out);
}

static void
test_other_replies(void)
{
	struct term_order order;
	struct buf out = BUF_INIT;
	struct reply private_mode = { .kind = REPLY_DECRPM,
		.is_private = true, .numbers = { 8, 1 }, .nnumbers = 2 };
	struct reply short_one = { .kind = REPLY_DECRPM, .numbers = { 8 },
		.nnumbers = 1 };

	check_case("other modes and broken replies switch nothing");
	start_case(&order, &cases[0]);
	send_reply(&order, REPLY_DECRPM, 2026, 1, &out);
	CHECK(!term_order_reply(&order, &private_mode, &out));
	CHECK(!term_order_reply(&order, &short_one, &out));
	send_reply(&order, REPLY_DECRPM, 8, 77, &out);
	send_reply(&order, REPLY_XTVERSION, 8, 1, &out);
	send_reply(&order, REPLY_OTHER, 8, 1, &out);
	check_sent(&out, "");
	CHECK(!order.has_explicit);

	check_case("only the first answer tells how it was on entry");
	send_reply(&order, REPLY_DECRPM, 8, 1, &out);
	check_sent(&out, EXPLICIT);
	send_reply(&order, REPLY_DECRPM, 8, 2, &out);
	check_sent(&out, "");
	term_order_leave(&order, &out);
	check_sent(&out, IMPLICIT);

	check_case("under logical it is left to the terminal");
	order.option = ORDER_OPTION_LOGICAL;
	term_order_enter(&order, &out);
	term_order_leave(&order, &out);
	check_sent(&out, "");
	order.option = ORDER_OPTION_VISUAL;
	term_order_enter(&order, &out);
	check_sent(&out, EXPLICIT);
	buf_release(&out);
}

int
main(void)
{
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		test_case(&cases[i]);
	test_other_replies();
	return check_done();
}
