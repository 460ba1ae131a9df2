#ifndef UI_TERM_ORDER_H
#define UI_TERM_ORDER_H

/*
 * Who puts right-to-left text in order, newspane or the terminal: a state
 * machine over the environment, the terminal's replies and what was learnt
 * about it before. It produces bytes to send and an order; it does no input or
 * output itself. ("BiDi in Terminal Emulators": BDSM is ECMA-48 mode 8, SCP is
 * CSI Ps SP k.)
 *
 * What was asked for wins over what was learnt, that over what the terminal
 * says, and its own word on BDSM over its name.
 */

#include <stdbool.h>

#include "layout/line.h"
#include "store/terminals.h"
#include "ui/frame.h"

struct buf;
struct reply;

enum order_option { ORDER_OPTION_AUTO, ORDER_OPTION_VISUAL,
	ORDER_OPTION_LOGICAL };
enum shape_option { SHAPE_OPTION_AUTO, SHAPE_OPTION_ON, SHAPE_OPTION_OFF };

/* Those that always put rows in order themselves, each in its own way. */
enum term_maker {
	TERM_MAKER_OTHER,
	TERM_MAKER_KONSOLE,
	TERM_MAKER_PUTTY,
	TERM_MAKER_APPLE,
};

/* What a row with right-to-left text is sent with, besides its cells. */
enum row_help {
	ROW_HELP_NONE,
	/* RLE before the text: the base direction of every row is taken to be
	   left to right (Konsole). */
	ROW_HELP_EMBEDDING,
	/* The same, with brackets that the terminal does not mirror, and lam
	   and alef as one letter: it would leave a blank beside them. What
	   follows moves up as far as to two blanks, or to the right edge of
	   a text that stands there. */
	ROW_HELP_TURNED,
	/* These only: for rows that are not right to left as a whole. */
	ROW_HELP_BRACKETS,
	/* Both margins change places: the terminal finds out that the row is
	   right to left and puts all of it at the right (PuTTY). */
	ROW_HELP_MARGINS,
	/* LRO in the blank at its start: one that cannot be told to leave the
	   order alone, behind a multiplexer, does so for this row (VTE). */
	ROW_HELP_OVERRIDE,
};

#define TERM_NAME_MAX 128

struct term_order {
	enum order_option option;
	enum shape_option shape;
	struct terminal_facts learnt;
	enum term_maker maker;
	char name[TERM_NAME_MAX];	/* as it says itself, else TERM ... */
	bool has_version;	/* the name is of XTVERSION */
	bool is_multiplexer;	/* inside tmux or screen */
	bool is_tmux;
	bool has_explicit;	/* it obeys BDSM: CSI 8 l was sent */
	bool was_explicit;	/* it was explicit before we came */
	bool is_explicit;	/* it never changes the order */
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
/*
 * Takes a reply, at any time and in any order; whether the style, the help
 * for rows or the name may have changed. Appends what to send.
 */
bool term_order_reply(struct term_order *order, const struct reply *reply,
	struct buf *out);
/* What is asked for now, and what is known now. Appends what to send. */
void term_order_choose(struct term_order *order, enum order_option option,
	enum shape_option shape, struct buf *out);
void term_order_learn(struct term_order *order,
	const struct terminal_facts *facts, struct buf *out);

/* What to send at the start and after each resume, and at each stop. */
void term_order_enter(const struct term_order *order, struct buf *out);
void term_order_leave(const struct term_order *order, struct buf *out);
/* How text is to be laid out for this terminal, and rows to be sent. */
struct line_style term_order_style(const struct term_order *order);
enum row_help term_order_help(const struct term_order *order,
	enum row_base base);

#endif
