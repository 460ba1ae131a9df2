#include <config.h>

#include "cli/list.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "text/clean.h"
#include "text/language.h"
#include "model/anatomy.h"
#include "model/archive.h"
#include "model/identity.h"
#include "layout/fit.h"
#include "cli/article_json.h"
#include "cli/json.h"

/* Columns without end, but far from overflow. */
#define COLS_UNBOUNDED (INT_MAX / 4)

/* A label is one line of one column here, whatever it is in the text. */
static void
add_label(const struct article *article, struct buf *out)
{
	size_t begin = out->nbytes;

	buf_add(out, article->text + article->label.start,
		span_nbytes(article->label));
	for (size_t i = begin; i < out->nbytes; i++)
		if (out->at[i] == '\n' || out->at[i] == '\t')
			out->at[i] = ' ';
}

/*
 * What OUT has from byte BEGIN on, in the order of STYLE and as cells. For a
 * terminal: controls of order, which it must not see, are lost on the way.
 */
static void
make_fit(struct buf *out, size_t begin, const struct line_style *style)
{
	struct line line = { 0 };

	fit_text(out->at + begin, out->nbytes - begin, COLS_UNBOUNDED,
		FIT_BASE_AUTO, style, ROLE_LIST, &line);
	buf_truncate(out, begin);
	line_add_utf8(&line, out);
	line_release(&line);
}

static void
list_line(const struct selection *selection, const struct article *article,
	const struct line_style *style, struct buf *out)
{
	const char *tag = language_tag(article->language);
	char id[IDENTITY_CHARS_MAX], date[DATE_CHARS_MAX];
	bool is_fitted = style->order == ORDER_VISUAL
		|| isatty(STDOUT_FILENO);
	size_t begin;

	identity_format(selection->identity, article->number, id);
	date_format(article->date, date);
	buf_add_format(out, "%s\t%s\t%s\t", id, date, tag != NULL ? tag : "");
	begin = out->nbytes;
	add_label(article, out);
	if (is_fitted)
		make_fit(out, begin, style);
	buf_add_byte(out, '\t');
	begin = out->nbytes;
	clean_name(article->path, strlen(article->path), out);
	if (is_fitted)
		make_fit(out, begin, style);
	buf_add_byte(out, '\n');
}

static void
list_json(const struct selection *selection, const struct article *article,
	struct anatomy *anatomy, struct buf *out)
{
	struct json json;

	anatomy_read(anatomy, article->text, article->nbytes,
		archive_labels(selection->archive));
	json_init(&json, out);
	json_open(&json, NULL, '{');
	article_json(&json, selection, article, anatomy);
	json_close(&json, '}');
	buf_add_byte(out, '\n');
}

int
cli_list(const struct selection *selection, const struct line_style *style,
	bool is_json)
{
	struct anatomy anatomy = { 0 };
	struct buf out = BUF_INIT;
	uint32_t row = 0, number;
	int result = 0;

	while (result == 0 && selection_next(selection, &row, &number)) {
		struct article article =
			archive_article(selection->archive, number);

		buf_reset(&out);
		if (is_json)
			list_json(selection, &article, &anatomy, &out);
		else
			list_line(selection, &article, style, &out);
		if (fwrite(out.at, 1, out.nbytes, stdout) < out.nbytes)
			result = -1;
	}
	buf_release(&out);
	anatomy_release(&anatomy);
	return result;
}
