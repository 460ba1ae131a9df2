#ifndef UI_TERM_CAPS_H
#define UI_TERM_CAPS_H

/*
 * What the terminal can do, out of ncurses' terminfo: a string per
 * capability, without the padding that no terminal of today needs. The only
 * place that calls ncurses; private to ui/term*.c.
 */

#include <stdbool.h>

struct buf;
struct err;

/*
 * Columns between tab stops; setting one at the cursor, taking it away, and
 * taking all away (ECMA-48 8.3.62 HTS, 8.3.154 TBC).
 */
#define TAB_COLS 8
#define TAB_SET "\033H"
#define TAB_UNSET "\033[g"
#define TABS_UNSET "\033[3g"

enum cap {
	CAP_CUP, CAP_HOME, CAP_HPA, CAP_VPA, CAP_CUF, CAP_CUD1, CAP_CUB1,
	CAP_CLEAR, CAP_EL,
	CAP_CSR, CAP_IND, CAP_RI, CAP_INDN, CAP_RIN,
	CAP_SGR0, CAP_BOLD, CAP_DIM, CAP_SMUL, CAP_REV, CAP_SETAF,
	CAP_CIVIS, CAP_CNORM, CAP_SMCUP, CAP_RMCUP,
	CAP_PASTE_ON, CAP_PASTE_OFF,
	CAP_COUNT
};

struct term_caps {
	char *strings[CAP_COUNT];	/* owned; NULL: cannot */
	bool is_wrapping;	/* the last cell of the screen scrolls it */
	bool is_ecma;		/* speaks ECMA-48 control sequences */
	bool has_tabs;		/* stops every 8 columns, and settable */
	bool has_colours;	/* eight of them at least */
	int rows, cols;		/* if nobody knows better */
};

/*
 * Reads the description of $TERM. Returns 0, or -1 and ERR
 * (ERR_TERM_UNKNOWN, ERR_TERM_DUMB) with nothing to release.
 */
int caps_load(struct term_caps *caps, int tty, struct err *err);
void caps_release(struct term_caps *caps);

bool caps_has(const struct term_caps *caps, enum cap cap);
/*
 * Appends the capability with its parameters (those it does not take are not
 * looked at); nothing where the terminal lacks it.
 */
void caps_add(const struct term_caps *caps, struct buf *out, enum cap cap,
	int first, int second);

#endif
