#include <config.h>

#include "ui/list_painter.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/vec.h"
#include "text/clean.h"
#include "text/language.h"
#include "model/article.h"
#include "store/reading.h"
#include "layout/fit.h"
#include "ui/find.h"
#include "ui/frame.h"

/* How far a copy stands in, under the row of its group. */
#define INDENT_COLS 2
/* The sign, a number and a NUL. */
#define COPIES_CHARS_MAX 16
/* Columns of a row's parts, from the left; each part ends in a blank. */
#define SIGN_COLS 4
#define DATE_COLS 11
#define TAG_COLS 3
/* Narrower panes leave the date, then the language away. */
#define WITH_DATE_COLS 36
#define WITH_TAG_COLS 20
/* Still narrower ones leave the signs away. */
#define WITH_SIGN_COLS 10

/* One row while it is drawn. */
struct list_row {
	struct frame *frame;
	int pane_cols;
	int row;
	int col, cols;		/* what of the row is still free */
	unsigned emphasis;
	struct article article;
	struct listing_group group;
	const char *label;
	size_t label_nbytes;
	enum role label_role;
};

void
list_painter_release(struct list_painter *painter)
{
	line_release(&painter->line);
	buf_release(&painter->text);
	VEC_RELEASE(&painter->matches);
}

/* What the row calls its article: label, else the file's name. */
static void
choose_label(struct list_painter *painter, struct list_row *row)
{
	const struct article *article = &row->article;
	const char *name = strrchr(article->path, '/');

	row->label_role = span_is_empty(article->title) ? ROLE_LIST_LEAD
		: ROLE_LIST;
	row->label = article->text + article->label.start;
	row->label_nbytes = span_nbytes(article->label);
	if (row->label_nbytes > 0)
		return;
	/* A zeroed buf must become an initialised one. */
	buf_release(&painter->text);
	name = name != NULL ? name + 1 : article->path;
	clean_name(name, strlen(name), &painter->text);
	row->label = painter->text.at;
	row->label_nbytes = painter->text.nbytes;
}

/* Puts TEXT into the next NCOLS columns and a blank. */
static void
put_part(struct list_painter *painter, struct list_row *row, const char *text,
	int ncols, enum role role)
{
	fit_text(text, strlen(text), ncols - 1, FIT_BASE_LTR, &painter->style,
		role, &painter->line);
	frame_put_line(row->frame, row->row, row->col, ncols - 1,
		&painter->line, false, row->emphasis);
	row->col += ncols;
	row->cols -= ncols;
}

/* Each sign has a column of its own, a blank where it is not given. */
static void
add_signs(const struct list_painter *painter, const struct article *article,
	struct buf *out)
{
	unsigned flags = reading_flags(painter->reading, article->fingerprint);
	/* A filter says nothing about a row: all that are listed match it. */
	bool is_match = find_matches(painter->find->search, article);

	buf_add_string(out, is_match ? LIST_SIGN_MATCH : " ");
	buf_add_string(out, (flags & READING_READ) != 0 ? " "
		: painter->style.is_wide ? LIST_SIGN_UNREAD_NARROW
		: LIST_SIGN_UNREAD);
	buf_add_string(out, (flags & READING_STARRED) != 0 ? LIST_SIGN_STAR
		: " ");
}

static void
put_signs(struct list_painter *painter, struct list_row *row)
{
	struct buf signs = BUF_INIT;

	if (row->pane_cols < WITH_SIGN_COLS)
		return;
	add_signs(painter, &row->article, &signs);
	put_part(painter, row, signs.at, SIGN_COLS, ROLE_UNREAD);
	buf_release(&signs);
}

static void
put_facts(struct list_painter *painter, struct list_row *row)
{
	char date[DATE_CHARS_MAX];
	const char *tag = language_tag(row->article.language);

	date_format(row->article.date, date);
	if (row->pane_cols >= WITH_DATE_COLS)
		put_part(painter, row, date, DATE_COLS, ROLE_LIST_FACT);
	if (row->pane_cols >= WITH_TAG_COLS)
		put_part(painter, row, tag != NULL ? tag : "", TAG_COLS,
			ROLE_LIST_FACT);
}

/* "×3"; the empty string where there is nothing to say. */
static void
format_copies(const struct list_row *row, char out[COPIES_CHARS_MAX])
{
	*out = '\0';
	if (row->group.count > 1 && row->pane_cols >= WITH_TAG_COLS)
		snprintf(out, COPIES_CHARS_MAX, LIST_SIGN_COPIES "%" PRIu32,
			row->group.count);
}

static void
put_copies(struct list_painter *painter, struct list_row *row)
{
	char copies[COPIES_CHARS_MAX];

	format_copies(row, copies);
	if (*copies != '\0')
		put_part(painter, row, copies, fit_cols(copies,
			strlen(copies), &painter->style) + 1, ROLE_LIST_FACT);
}

/* At the side where the label begins. */
static void
indent(struct list_row *row)
{
	if (!row->group.is_member || row->pane_cols < WITH_TAG_COLS)
		return;
	row->cols -= INDENT_COLS;
	if (!text_is_rtl(row->label, row->label_nbytes, row->article.is_rtl))
		row->col += INDENT_COLS;
}

/*
 * TEXT in what is left of the row; it ends in the label, whose matches are
 * marked.
 */
static void
put_label(struct list_painter *painter, struct list_row *row,
	const char *text, size_t nbytes, enum fit_base base, bool is_flush)
{
	const struct query *query = find_query(painter->find);
	uint32_t start = (uint32_t)(nbytes - row->label_nbytes);
	int first_col;

	fit_text(text, nbytes, row->cols, base, &painter->style,
		row->label_role, &painter->line);
	first_col = frame_put_line(row->frame, row->row, row->col, row->cols,
		&painter->line, is_flush, row->emphasis);
	painter->matches.count = 0;
	if (query != NULL)
		match_find(query, row->label, row->label_nbytes,
			&painter->matches);
	for (size_t i = 0; i < painter->matches.count; i++) {
		struct span span = painter->matches.at[i].span;

		span.start += start;
		span.end += start;
		frame_emphasize(row->frame, row->row, first_col,
			&painter->line, span, EMPHASIS_MATCH);
	}
}

/* In front of a right-to-left label, as wide as in other rows. */
static void
add_logical_facts(struct list_painter *painter, const struct list_row *row,
	struct buf *text)
{
	char date[DATE_CHARS_MAX], copies[COPIES_CHARS_MAX];

	date_format(row->article.date, date);
	format_copies(row, copies);
	if (row->pane_cols >= WITH_SIGN_COLS) {
		add_signs(painter, &row->article, text);
		buf_add_byte(text, ' ');
	}
	if (row->pane_cols >= WITH_DATE_COLS)
		buf_add_format(text, "%-*s", DATE_COLS, date);
	if (*copies != '\0')
		buf_add_format(text, "%s ", copies);
	if (row->group.is_member && row->pane_cols >= WITH_TAG_COLS)
		buf_add_format(text, "%*s", INDENT_COLS, "");
}

/*
 * A terminal that orders right-to-left text itself takes a whole row for one
 * text and turns all of it: what comes first in it stands at the right. The
 * digits of a date keep their order there only before the letters, and the
 * language tag would turn the row's direction unless it comes last. (Two
 * blanks before it: see enum row_help.)
 */
static void
put_logical_rtl(struct list_painter *painter, struct list_row *row)
{
	const char *tag = language_tag(row->article.language);
	struct buf text = BUF_INIT;

	if (row->pane_cols >= WITH_TAG_COLS && tag != NULL) {
		int tag_cols = TAG_COLS - 1;

		row->cols -= TAG_COLS + 1;
		fit_text(tag, strlen(tag), tag_cols, FIT_BASE_LTR,
			&painter->style, ROLE_LIST_FACT, &painter->line);
		frame_put_line(row->frame, row->row, row->col + row->cols + 2,
			tag_cols, &painter->line, false, row->emphasis);
	}
	add_logical_facts(painter, row, &text);
	buf_add(&text, row->label, row->label_nbytes);
	put_label(painter, row, text.at, text.nbytes, FIT_BASE_RTL, false);
	buf_release(&text);
}

void
list_painter_draw(struct list_painter *painter, struct frame *frame,
	struct area area, const struct article *article,
	struct listing_group group, unsigned emphasis)
{
	struct list_row row = { .frame = frame, .pane_cols = area.cols,
		.row = area.row, .col = area.col, .cols = area.cols,
		.emphasis = emphasis, .article = *article, .group = group };

	choose_label(painter, &row);
	frame_fill(frame, area.row, area.col, area.cols, ROLE_LIST, emphasis);
	/* A right-to-left label does not touch what is beside the pane. */
	if (row.cols >= WITH_TAG_COLS)
		row.cols--;
	if (painter->style.order == ORDER_LOGICAL
			&& text_is_rtl(row.label, row.label_nbytes,
				article->is_rtl)) {
		put_logical_rtl(painter, &row);
		return;
	}
	put_signs(painter, &row);
	put_facts(painter, &row);
	put_copies(painter, &row);
	indent(&row);
	put_label(painter, &row, row.label, row.label_nbytes, FIT_BASE_AUTO,
		true);
}
