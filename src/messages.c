#include <config.h>

#include "messages.h"

#include <assert.h>
#include <limits.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/i18n.h"
#include "text/clean.h"
#include "layout/fit.h"

/* Columns without end, but far from overflow. */
#define COLS_UNBOUNDED (INT_MAX / 4)

static const char *const sentences[ERR_CODE_COUNT] = {
	/* TRANSLATORS: each of these stands behind the name of a file, a
	   folder or whatever it is about, and a colon. */
	[ERR_OPEN] = N_("cannot be opened"),
	[ERR_READ] = N_("cannot be read"),
	[ERR_WRITE] = N_("cannot be written"),
	[ERR_NOT_REGULAR] = N_("is not a regular file"),
	[ERR_LOOP] = N_("is a folder inside itself (a loop of links)"),
	[ERR_BINARY] = N_("is not a text"),
	[ERR_TOO_LARGE] = N_("is too large for one article"),
	[ERR_MEMORY] = N_("and what comes after it was not loaded: the limit "
		"of --memory is reached"),
	[ERR_EMPTY] = N_("has nothing to read in it"),
	[ERR_CHANGED] = N_("changed while it was read"),
	[ERR_GONE] = N_("is not there any more"),
	[ERR_NO_TERMINAL] = N_("standard output is not a terminal; --list and "
		"--print need none"),
	[ERR_TERM_UNKNOWN] = N_("the terminal type in TERM is not known"),
	[ERR_TERM_DUMB] = N_("a terminal of this type cannot place the "
		"cursor; --list and --print need none"),
	[ERR_CONFIG] = N_("this line of the config file makes no sense"),
	[ERR_CONFIG_FORM] = N_("this line of the config file is no "
		"NAME = VALUE"),
	[ERR_STORE] = N_("cannot hold the reading state, which is kept for "
		"this run only"),
	[ERR_TERMINALS] = N_("has lines about terminals that make no sense"),
};

void
message_add_fold(enum role role, uint32_t count, struct buf *out)
{
	if (role == ROLE_REPEAT)
		buf_add_format(out, ngettext("%u repeated paragraph",
			"%u repeated paragraphs", count), count);
	else
		buf_add_format(out, ngettext(
			"%u paragraph that many articles have",
			"%u paragraphs that many articles have", count), count);
}

struct line_style
message_style(FILE *file)
{
	const char *who = getenv("NEWSPANE_ORDER");
	bool is_visual = isatty(fileno(file))
		&& (who == NULL || strcmp(who, "logical") != 0);

	return (struct line_style){
		.order = is_visual ? ORDER_VISUAL : ORDER_LOGICAL,
		.is_shaped = is_visual,
	};
}

/* What was counted is said in the number of its count. */
static void
add_sentence(const struct err *err, struct buf *out)
{
	unsigned long count = (unsigned long)err->count;

	/* TRANSLATORS: these stand behind the name of a file and a colon. */
	switch (err->code) {
	case ERR_BAD_BYTES:
		buf_add_format(out, ngettext("%lu byte that is no character",
			"%lu bytes that are no character", count), count);
		break;
	case ERR_FOREIGN_BYTES:
		buf_add_format(out, ngettext(
			"%lu byte in another encoding, which was guessed",
			"%lu bytes in another encoding, which was guessed",
			count), count);
		break;
	case ERR_NULS:
		buf_add_format(out, ngettext("%lu NUL byte in the text",
			"%lu NUL bytes in the text", count), count);
		break;
	case ERR_HOLES:
		buf_add_format(out, ngettext("%lu NUL byte left out",
			"%lu NUL bytes left out", count), count);
		break;
	default:
		assert(sentences[err->code] != NULL);
		buf_add_string(out, _(sentences[err->code]));
	}
}

void
message_add_err(const struct err *err, struct buf *out)
{
	assert(err->code > ERR_NONE && err->code < ERR_CODE_COUNT);
	if (err->what != NULL) {
		clean_name(err->what, strlen(err->what), out);
		buf_add_string(out, ": ");
	}
	add_sentence(err, out);
	if (err->sys != 0) {
		const char *reason = strerror(err->sys);

		buf_add_string(out, " (");
		clean_name(reason, strlen(reason), out);
		buf_add_string(out, ")");
	}
}

void
message_put(FILE *file, const char *text)
{
	struct line_style style = message_style(file);
	struct line line = { 0 };
	struct buf out = BUF_INIT;

	fit_text(text, strlen(text), COLS_UNBOUNDED, FIT_BASE_AUTO, &style,
		ROLE_MESSAGE, &line);
	line_add_utf8(&line, &out);
	fputs(out.at, file);
	buf_release(&out);
	line_release(&line);
}

static void
complain_clean(const struct buf *sentence)
{
	fputs("newspane: ", stderr);
	message_put(stderr, sentence->at);
	fputs("\n", stderr);
}

void
complain(const char *format, ...)
{
	struct buf raw = BUF_INIT, clean = BUF_INIT;
	va_list args;

	va_start(args, format);
	buf_add_vformat(&raw, format, args);
	va_end(args);
	clean_name(raw.at, raw.nbytes, &clean);
	complain_clean(&clean);
	buf_release(&raw);
	buf_release(&clean);
}

void
complain_err(const struct err *err)
{
	struct buf sentence = BUF_INIT;

	message_add_err(err, &sentence);
	complain_clean(&sentence);
	buf_release(&sentence);
}
