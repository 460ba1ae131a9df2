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
		SHAPE_OPTION_AUTO, NO_REPLY, QUESTIONS, "", "", "", "",
		ORDER_LOGICAL, false },
	{ "logical, one that could be told", "xterm", false, false,
		ORDER_OPTION_LOGICAL, SHAPE_OPTION_AUTO, 1, QUESTIONS, "", "",
		"", "", ORDER_LOGICAL, false },
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

/* Whether something may have changed. */
static bool
send_reply(struct term_order *order, enum reply_kind kind, int first,
	int second, struct buf *out)
{
	struct reply reply = { .kind = kind, .numbers = { first, second },
		.nnumbers = 2 };

	return term_order_reply(order, &reply, out);
}

static void
start_case(struct term_order *order, const struct order_case *c)
{
	set_or_not("TEST_TERM", c->term);
	set_or_not("TEST_TMUX", c->has_tmux ? "/tmp/socket,1,0" : NULL);
	set_or_not("TEST_STY", c->has_sty ? "1.pts" : NULL);
	set_or_not("TEST_TERM_PROGRAM", NULL);
	set_or_not("TEST_KONSOLE_VERSION", NULL);
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
		CHECK(!send_reply(&order, REPLY_DECRPM, 8, c->bdsm, &out));
	check_sent(&out, c->at_reply);
	CHECK(!order.is_fenced);
	/* Its name is news; what it says of itself in DA1 is none. */
	CHECK_INT(send_reply(&order, REPLY_DA2, 65, 7006, &out),
		!order.is_multiplexer);
	CHECK(!send_reply(&order, REPLY_DA1, 65, 1, &out));
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

/* The answers of a terminal, in every order, each of them missing or not. */
struct reply_set {
	const char *name;
	const char *program;		/* TERM_PROGRAM */
	const char *version;		/* XTVERSION; NULL: none */
	int bdsm;
	int da2[3];			/* the first below 0: none */
	enum text_order order;
	enum row_help help;
	const char *sent;
	const char *called;
};

static const struct reply_set sets[] = {
	{ "Konsole by its name", NULL, "Konsole 22.12.3", NO_REPLY,
		{ -1 }, ORDER_LOGICAL, ROW_HELP_TURNED, "",
		"Konsole 22.12.3" },
	{ "Konsole by DA2", NULL, NULL, NO_REPLY, { 1, 115, 0 },
		ORDER_LOGICAL, ROW_HELP_TURNED, "", ">1;115;0" },
	{ "Konsole by both", NULL, "Konsole 22.12.3", NO_REPLY,
		{ 1, 115, 0 }, ORDER_LOGICAL, ROW_HELP_TURNED, "",
		"Konsole 22.12.3" },
	{ "a Konsole that knows modes, but not this one", NULL,
		"Konsole 25.04", 0, { 1, 115, 0 }, ORDER_LOGICAL,
		ROW_HELP_TURNED, "", "Konsole 25.04" },
	{ "a Konsole that can be told", NULL, "Konsole 99", 1,
		{ 1, 115, 0 }, ORDER_VISUAL, ROW_HELP_NONE, EXPLICIT,
		"Konsole 99" },
	{ "a Konsole that leaves text alone", NULL, "Konsole 99", 4,
		{ -1 }, ORDER_VISUAL, ROW_HELP_NONE, "", "Konsole 99" },
	{ "PuTTY", NULL, NULL, NO_REPLY, { 0, 136, 0 }, ORDER_LOGICAL,
		ROW_HELP_MARGINS, "", ">0;136;0" },
	{ "xterm", NULL, "XTerm(379)", 0, { 41, 379, 0 }, ORDER_VISUAL,
		ROW_HELP_NONE, "", "XTerm(379)" },
	{ "an xterm like Konsole in DA2", NULL, "XTerm(115)", 0,
		{ 1, 115, 0 }, ORDER_VISUAL, ROW_HELP_NONE, "",
		"XTerm(115)" },
	{ "VTE", NULL, NULL, 1, { 65, 7006, 1 }, ORDER_VISUAL,
		ROW_HELP_NONE, EXPLICIT, ">65;7006;1" },
	{ "Apple", "Apple_Terminal", NULL, NO_REPLY, { 1, 95, 0 },
		ORDER_LOGICAL, ROW_HELP_NONE, "", ">1;95;0" },
	{ "xterm that was started from Apple's", "Apple_Terminal",
		"XTerm(379)", NO_REPLY, { 41, 379, 0 }, ORDER_VISUAL,
		ROW_HELP_NONE, "", "XTerm(379)" },
	{ "one that says nothing", NULL, NULL, NO_REPLY, { -1 },
		ORDER_VISUAL, ROW_HELP_NONE, "", "xterm-256color" },
	{ "one that says nothing, with a name for all that", "some term",
		NULL, NO_REPLY, { -1 }, ORDER_VISUAL, ROW_HELP_NONE, "",
		"xterm-256color some term" },
};

static size_t
make_replies(const struct reply_set *set, struct reply replies[4])
{
	size_t count = 0;

	if (set->version != NULL) {
		replies[count] = (struct reply){ .kind = REPLY_XTVERSION };
		snprintf(replies[count++].text, REPLY_TEXT_MAX, "%s",
			set->version);
	}
	if (set->bdsm != NO_REPLY)
		replies[count++] = (struct reply){ .kind = REPLY_DECRPM,
			.numbers = { 8, set->bdsm }, .nnumbers = 2 };
	if (set->da2[0] >= 0)
		replies[count++] = (struct reply){ .kind = REPLY_DA2,
			.numbers = { set->da2[0], set->da2[1], set->da2[2] },
			.nnumbers = 3 };
	replies[count++] = (struct reply){ .kind = REPLY_DA1,
		.numbers = { 62 }, .nnumbers = 1 };
	return count;
}

/* The replies in the order of the number TURN; false: no such order. */
static void
send_in_turn(struct term_order *order, const struct reply *replies,
	size_t count, unsigned turn, struct buf *out)
{
	bool is_sent[4] = { false };

	for (size_t left = count; left > 0; left--) {
		size_t nth = turn % left, i = 0;

		turn /= (unsigned)left;
		while (is_sent[i] || nth > 0)
			nth -= !is_sent[i++];
		is_sent[i] = true;
		term_order_reply(order, &replies[i], out);
	}
}

static void
test_set(const struct reply_set *set)
{
	struct reply replies[4];
	size_t count = make_replies(set, replies);
	unsigned nturns = 1;
	struct buf out = BUF_INIT;

	check_case(set->name);
	for (unsigned i = 1; i <= count; i++)
		nturns *= i;
	for (unsigned turn = 0; turn < nturns; turn++) {
		struct term_order order;

		start_case(&order, &cases[0]);
		set_or_not("TEST_TERM_PROGRAM", set->program);
		term_order_init(&order, AUTO, fake_getenv);
		send_in_turn(&order, replies, count, turn, &out);
		CHECK_INT(term_order_style(&order).order, set->order);
		CHECK_INT(term_order_style(&order).is_shaped,
			set->order == ORDER_VISUAL);
		CHECK_INT(term_order_help(&order, ROW_BASE_RTL), set->help);
		CHECK_STR(order.name, set->called);
		CHECK(order.is_fenced);
		check_sent(&out, set->sent);
		term_order_enter(&order, &out);
		check_sent(&out, set->sent);
	}
	buf_release(&out);
}

static void
test_changes(void)
{
	struct term_order order;
	struct buf out = BUF_INIT;

	check_case("the answer that changes the order is news, no other");
	start_case(&order, &cases[0]);
	CHECK(send_reply(&order, REPLY_DA2, 1, 115, &out));
	CHECK(!send_reply(&order, REPLY_DA2, 1, 115, &out));
	CHECK(send_reply(&order, REPLY_DECRPM, 8, 1, &out));
	check_sent(&out, EXPLICIT);
	CHECK(!send_reply(&order, REPLY_DECRPM, 8, 1, &out));
	check_sent(&out, "");

	check_case("what is chosen undoes and does what it needs");
	term_order_choose(&order, ORDER_OPTION_LOGICAL, SHAPE_OPTION_AUTO,
		&out);
	check_sent(&out, IMPLICIT);
	CHECK_INT(term_order_help(&order, ROW_BASE_RTL), ROW_HELP_TURNED);
	term_order_choose(&order, ORDER_OPTION_LOGICAL, SHAPE_OPTION_ON,
		&out);
	check_sent(&out, "");
	term_order_choose(&order, ORDER_OPTION_VISUAL, SHAPE_OPTION_ON,
		&out);
	check_sent(&out, EXPLICIT);
	buf_release(&out);
}

static void
check_learnt(const struct terminal_facts *facts, enum order_option option,
	enum shape_option shape, enum text_order want, bool is_shaped,
	enum row_help help)
{
	struct term_order order;
	struct line_style style;
	struct buf out = BUF_INIT;

	set_or_not("TEST_TERM", "xterm");
	term_order_init(&order, option, shape, fake_getenv);
	term_order_learn(&order, facts, &out);
	check_sent(&out, "");
	send_reply(&order, REPLY_DA2, 1, 115, &out);
	style = term_order_style(&order);
	CHECK_INT(style.order, want);
	CHECK_INT(style.is_shaped, is_shaped);
	CHECK_INT(style.is_wide, facts->is_wide);
	CHECK_INT(style.keeps_sequences, facts->keeps_sequences);
	CHECK_INT(term_order_help(&order, ROW_BASE_RTL), help);
	buf_release(&out);
}

static void
test_learnt(void)
{
	static const struct terminal_facts visual = { .has_order = true };
	static const struct terminal_facts logical = { .has_order = true,
		.is_logical = true, .has_embedding = true };
	static const struct terminal_facts bare = { .has_order = true,
		.is_logical = true, .is_shaped = true };
	static const struct terminal_facts widths = { .has_widths = true,
		.is_wide = true, .keeps_sequences = true };
	struct term_order order;
	struct buf out = BUF_INIT;

	check_case("what was learnt wins over what the terminal says");
	check_learnt(&visual, AUTO, ORDER_VISUAL, false, ROW_HELP_NONE);
	check_learnt(&logical, AUTO, ORDER_LOGICAL, false,
		ROW_HELP_EMBEDDING);
	check_learnt(&bare, AUTO, ORDER_LOGICAL, true, ROW_HELP_NONE);
	check_learnt(&widths, AUTO, ORDER_LOGICAL, false, ROW_HELP_TURNED);

	check_case("what is asked for wins over what was learnt");
	check_learnt(&logical, ORDER_OPTION_VISUAL, SHAPE_OPTION_AUTO,
		ORDER_VISUAL, true, ROW_HELP_NONE);
	check_learnt(&visual, ORDER_OPTION_LOGICAL, SHAPE_OPTION_AUTO,
		ORDER_LOGICAL, false, ROW_HELP_TURNED);
	check_learnt(&visual, ORDER_OPTION_AUTO, SHAPE_OPTION_ON,
		ORDER_VISUAL, true, ROW_HELP_NONE);
	check_learnt(&bare, ORDER_OPTION_AUTO, SHAPE_OPTION_OFF,
		ORDER_LOGICAL, false, ROW_HELP_NONE);

	check_case("what is learnt while it runs switches it over");
	start_case(&order, &cases[0]);
	send_reply(&order, REPLY_DECRPM, 8, 1, &out);
	check_sent(&out, EXPLICIT);
	term_order_learn(&order, &logical, &out);
	check_sent(&out, IMPLICIT);
	term_order_learn(&order, &visual, &out);
	check_sent(&out, EXPLICIT);

	check_case("in a multiplexer, too");
	set_or_not("TEST_TERM", "tmux-256color");
	term_order_init(&order, AUTO, fake_getenv);
	CHECK_INT(term_order_help(&order, ROW_BASE_RTL), ROW_HELP_OVERRIDE);
	term_order_learn(&order, &logical, &out);
	check_sent(&out, TMUX_OFF);
	CHECK_INT(term_order_style(&order).order, ORDER_LOGICAL);
	CHECK_INT(term_order_help(&order, ROW_BASE_RTL), ROW_HELP_EMBEDDING);
	buf_release(&out);
}

/* Behind a multiplexer nobody can be asked, but it was started somewhere. */
static void
test_behind(void)
{
	static const struct {
		const char *term;
		enum text_order order;
		enum row_help help;
	} table[] = {
		{ "tmux-256color", ORDER_LOGICAL, ROW_HELP_TURNED },
		{ "screen-256color", ORDER_VISUAL, ROW_HELP_OVERRIDE },
		{ "xterm-256color", ORDER_VISUAL, ROW_HELP_NONE },
	};
	struct term_order order;

	check_case("a tmux that was started in Konsole, and others");
	for (size_t i = 0; i < sizeof(table) / sizeof(*table); i++) {
		set_or_not("TEST_TERM", table[i].term);
		set_or_not("TEST_KONSOLE_VERSION", "221203");
		set_or_not("TEST_TERM_PROGRAM", NULL);
		term_order_init(&order, AUTO, fake_getenv);
		CHECK_INT(term_order_style(&order).order, table[i].order);
		CHECK_INT(term_order_help(&order, ROW_BASE_RTL),
			table[i].help);
	}
	set_or_not("TEST_KONSOLE_VERSION", NULL);
}

int
main(void)
{
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		test_case(&cases[i]);
	test_other_replies();
	for (size_t i = 0; i < sizeof(sets) / sizeof(*sets); i++)
		test_set(&sets[i]);
	test_changes();
	test_learnt();
	test_behind();
	return check_done();
}
