#ifndef UI_TERM_ORDER_H
#define UI_TERM_ORDER_H

/*
 * Who puts right-to-left text in order, newspane or the terminal: the policy
 * of UNICODE.md 4.3 as a state machine over the environment and the
 * terminal's replies. It produces bytes to send and an order; it does no
 * input or output itself. ("BiDi in Terminal Emulators": BDSM is ECMA-48
 * mode 8, SCP is CSI Ps SP k.)
 */

#include <stdbool.h>

#include "layout/line.h"

struct buf;
struct reply;

enum order_option { ORDER_OPTION_AUTO, ORDER_OPTION_VISUAL,
	ORDER_OPTION_LOGICAL };
enum shape_option { SHAPE_OPTION_AUTO, SHAPE_OPTION_ON, SHAPE_OPTION_OFF };

struct term_order {
	enum order_option option;
	enum shape_option shape;
	bool is_multiplexer;	/* inside tmux or screen */
	bool is_tmux;
	bool has_explicit;	/* it obeys BDSM: CSI 8 l was sent */
	bool was_explicit;	/* it was explicit before we came */
	bool is_fenced;		/* DA1 came: no more replies */
	bool is_console;	/* TERM=linux: not asked, nothing shaped */
	bool is_mlterm;
	bool has_no_ctl;	/* mlterm was told to leave the order alone */
};

/* GETENV is the C library's, or a test's. */
void term_order_init(struct term_order *order, enum order_option option,
	enum shape_option shape, char *(*getenv_like)(const char *));
/* The questions, sent once after the first paint. */
void term_order_ask(const struct term_order *order, struct buf *out);
/* Takes a reply; whether line_style may have changed. Appends what to send. */
bool term_order_reply(struct term_order *order, const struct reply *reply,
	struct buf *out);
/* What to send at the start and after each resume, and at each stop. */
void term_order_enter(const struct term_order *order, struct buf *out);
void term_order_leave(const struct term_order *order, struct buf *out);
/* How text is to be laid out for this terminal. */
struct line_style term_order_style(const struct term_order *order);

#endif
