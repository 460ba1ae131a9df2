#include <config.h>

#include "ui/term_caps.h"

#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/xalloc.h"

/* Last: <term.h> makes macros of many short words. */
#include <curses.h>
#include <term.h>

/* terminfo's own names; BE and BD are its extended ones for pastes. */
static const char *const names[CAP_COUNT] = {
	[CAP_CUP] = "cup", [CAP_HOME] = "home", [CAP_HPA] = "hpa",
	[CAP_VPA] = "vpa", [CAP_CUF] = "cuf", [CAP_CUD1] = "cud1",
	[CAP_CUB1] = "cub1", [CAP_CLEAR] = "clear", [CAP_EL] = "el",
	[CAP_CSR] = "csr", [CAP_IND] = "ind", [CAP_RI] = "ri",
	[CAP_INDN] = "indn", [CAP_RIN] = "rin", [CAP_SGR0] = "sgr0",
	[CAP_BOLD] = "bold", [CAP_DIM] = "dim", [CAP_SMUL] = "smul",
	[CAP_REV] = "rev", [CAP_SETAF] = "setaf", [CAP_CIVIS] = "civis",
	[CAP_CNORM] = "cnorm", [CAP_SMCUP] = "smcup", [CAP_RMCUP] = "rmcup",
	[CAP_PASTE_ON] = "BE", [CAP_PASTE_OFF] = "BD",
};

/* Takes every PART out of S. */
static void
remove_all(char *s, const char *part)
{
	size_t nbytes = strlen(part);
	char *at = s;

	while ((at = strstr(at, part)) != NULL)
		memmove(at, at + nbytes, strlen(at + nbytes) + 1);
}

/* Padding is $<...>. */
static void
remove_padding(char *s)
{
	char *start = s, *end;

	while ((start = strstr(start, "$<")) != NULL) {
		end = strchr(start, '>');
		if (end == NULL)
			return;
		memmove(start, end + 1, strlen(end + 1) + 1);
	}
}

static char *
read_string(enum cap cap)
{
	const char *value = tigetstr(names[cap]);
	char *copy;

	if (value == NULL || value == (const char *)-1 || *value == '\0')
		return NULL;
	copy = xstrdup(value);
	remove_padding(copy);
	/* We never leave the first character set: no way back is needed. */
	if (cap == CAP_SGR0) {
		remove_all(copy, "\033(B");
		remove_all(copy, "\017");
	}
	return copy;
}

static int
number_or(const char *name, int otherwise)
{
	int number = tigetnum(name);

	return number > 0 ? number : otherwise;
}

static bool
is_string(const char *name, const char *want)
{
	const char *value = tigetstr(name);

	return value != NULL && value != (const char *)-1
		&& strcmp(value, want) == 0;
}

static void
read_all(struct term_caps *caps)
{
	const char *cup;

	for (int i = 0; i < CAP_COUNT; i++)
		caps->strings[i] = read_string((enum cap)i);
	caps->is_wrapping = tigetflag("am") > 0 && tigetflag("xenl") <= 0;
	caps->has_colours = number_or("colors", 0) >= 8;
	caps->rows = number_or("lines", 24);
	caps->cols = number_or("cols", 80);
	cup = caps->strings[CAP_CUP];
	caps->is_ecma = cup != NULL && strncmp(cup, "\033[", 2) == 0;
	/* terminfo has no name for taking one stop away: ECMA-48 TBC. */
	caps->has_tabs = caps->is_ecma && number_or("it", 0) == TAB_COLS
		&& is_string("ht", "\t") && is_string("hts", TAB_SET);
}

int
caps_load(struct term_caps *caps, int tty, struct err *err)
{
	const char *term = getenv("TERM");
	int found = 0;
	bool is_usable;

	/* 1 with an error: it was found but is a printer. */
	is_usable = term != NULL && *term != '\0'
		&& setupterm(term, tty, &found) == OK;
	if (!is_usable && found != 1) {
		err_set(err, ERR_TERM_UNKNOWN, 0, term);
		return -1;
	}
	*caps = (struct term_caps){ 0 };
	if (is_usable) {
		read_all(caps);
		if (caps_has(caps, CAP_CUP) && caps_has(caps, CAP_CLEAR))
			return 0;
		caps_release(caps);
	}
	err_set(err, ERR_TERM_DUMB, 0, term);
	return -1;
}

void
caps_release(struct term_caps *caps)
{
	for (int i = 0; i < CAP_COUNT; i++)
		free(caps->strings[i]);
	*caps = (struct term_caps){ 0 };
	if (cur_term != NULL)
		del_curterm(cur_term);
}

bool
caps_has(const struct term_caps *caps, enum cap cap)
{
	return caps->strings[cap] != NULL;
}

/* tparm is slow next to copying, and most of them take no parameter. */
void
caps_add(const struct term_caps *caps, struct buf *out, enum cap cap,
	int first, int second)
{
	const char *string = caps->strings[cap];

	if (string == NULL)
		return;
	if (strchr(string, '%') != NULL)
		string = tparm(string, (long)first, (long)second, 0L, 0L, 0L,
			0L, 0L, 0L, 0L);
	if (string != NULL)
		buf_add_string(out, string);
}
