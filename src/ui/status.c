#include <config.h>

#include "ui/status.h"

#include <string.h>

#include "base/buf.h"
#include "base/i18n.h"
#include "layout/fit.h"
#include "ui/frame.h"

/* Isolates of UAX #9 around what a person typed; they take no cell. */
#define FSI "\xE2\x81\xA8"
#define PDI "\xE2\x81\xA9"
#define BAR_COLS 10

static void
separate(struct buf *out)
{
	if (out->nbytes > 0)
		buf_add_string(out, "  ");
}

void
status_add_found(const struct status *status, struct buf *out)
{
	if (status->match > 0) {
		separate(out);
		/* TRANSLATORS: matches in this article. */
		buf_add_format(out, _("match %zu of %zu"), status->match,
			status->matches);
	}
	separate(out);
	if (status->is_searching)
		buf_add_string(out, _("searching..."));
	else
		buf_add_format(out, ngettext("in %u article",
			"in %u articles", status->matching), status->matching);
}

/* "[####------] 400 of 1000" */
static void
add_progress(const struct status *status, struct buf *out)
{
	uint32_t filled = status->found == 0 ? 0 : (uint32_t)
		((uint64_t)status->done * BAR_COLS / status->found);

	separate(out);
	buf_add_byte(out, '[');
	for (uint32_t i = 0; i < BAR_COLS; i++)
		buf_add_byte(out, i < filled ? '#' : '-');
	buf_add_string(out, "] ");
	/* TRANSLATORS: files loaded, of the files found so far. */
	buf_add_format(out, _("loading %u of %u"), status->done,
		status->found);
}

static void
add_list(const struct status *status, struct buf *out)
{
	/* TRANSLATORS: the selected row, and how many articles are listed. */
	buf_add_format(out, _("%u of %u"), status->row, status->count);
	if (status->is_loading)
		add_progress(status, out);
	if (*status->search != '\0') {
		separate(out);
		buf_add_format(out, FSI "/%s" PDI, status->search);
		status_add_found(status, out);
	}
	if (*status->filter != '\0') {
		separate(out);
		/* TRANSLATORS: the list is narrowed to what matches this. */
		buf_add_format(out, _("filter: %s"), FSI);
		buf_add_format(out, "%s" PDI, status->filter);
	}
	if (*status->search == '\0' && !status->is_loading) {
		separate(out);
		buf_add_string(out, status->sort);
	}
}

/*
 * A part that keeps its own order beside the others: a number after an Arabic
 * word would else be taken for a part of it.
 */
static void
add_isolated(struct buf *out, const char *part)
{
	if (out->nbytes > 0)
		buf_add_byte(out, ' ');
	buf_add_format(out, FSI "%s" PDI, part);
}

static void
add_article(const struct status *status, struct buf *out)
{
	const char *tag = language_tag(status->language);
	struct buf percent = BUF_INIT;

	if (status->keys != NULL)
		add_isolated(out, status->keys);
	if (!status->has_article)
		return;
	if (status->is_raw)
		/* TRANSLATORS: the text is shown as it is stored. */
		add_isolated(out, _("raw"));
	if (tag != NULL)
		add_isolated(out, tag);
	/* TRANSLATORS: left to right, and right to left; a short word. */
	add_isolated(out, status->is_rtl ? _("rtl") : _("ltr"));
	/* TRANSLATORS: how much of the article was shown; three digits. */
	buf_add_format(&percent, _("%3d%%"), status->percent);
	add_isolated(out, percent.at);
	buf_release(&percent);
}

/* The columns from COL on of a row, and how a text stands in them. */
struct slot {
	int row, col, cols;
	bool is_rtl;		/* base direction */
	bool is_at_right;
};

static void
put(struct frame *frame, const struct slot *slot, const struct buf *text,
	enum role role, const struct line_style *style)
{
	struct line line = { 0 };
	int col = slot->col;

	fit_text(text->at, text->nbytes, slot->cols, slot->is_rtl
		? FIT_BASE_RTL : FIT_BASE_LTR, style, role, &line);
	if (slot->is_at_right)
		col += slot->cols - line.cols;
	frame_put_line(frame, slot->row, col, slot->cols, &line, false, 0);
	line_release(&line);
}

static void
draw_message(const struct status *status, struct frame *frame, int row,
	int cols, const struct line_style *style)
{
	struct buf text = BUF_INIT;
	struct slot slot = { .row = row, .cols = cols };

	buf_add_string(&text, status->message);
	slot.is_rtl = text_is_rtl(text.at, text.nbytes, false);
	slot.is_at_right = slot.is_rtl && style->order == ORDER_VISUAL;
	frame_fill(frame, row, 0, cols, ROLE_MESSAGE, 0);
	put(frame, &slot, &text, ROLE_MESSAGE, style);
	buf_release(&text);
}

/* The article's part at the end of the row, where it takes less than half. */
static void
draw_parts(struct frame *frame, int row, int cols, const struct buf *list,
	const struct buf *article, const struct line_style *style)
{
	bool is_rtl = text_is_rtl(list->at, list->nbytes, false);
	int article_cols = fit_cols(article->at, article->nbytes, style);
	struct slot at_start = { row, 0, cols, is_rtl, is_rtl };
	struct slot at_end = { row, 0, article_cols, is_rtl, !is_rtl };

	if (article_cols > 0 && article_cols <= cols / 2) {
		at_start.cols -= article_cols + 1;
		if (is_rtl)
			at_start.col = article_cols + 1;
		else
			at_end.col = cols - article_cols;
		put(frame, &at_end, article, ROLE_STATUS, style);
	}
	put(frame, &at_start, list, ROLE_STATUS, style);
}

/* A terminal that orders text itself gets one text a row. */
static void
draw_logical(struct frame *frame, int row, int cols, struct buf *list,
	const struct buf *article, const struct line_style *style)
{
	struct slot slot = { .row = row, .cols = cols };

	slot.is_rtl = text_is_rtl(list->at, list->nbytes, false);
	separate(list);
	buf_add(list, article->at, article->nbytes);
	put(frame, &slot, list, ROLE_STATUS, style);
}

void
status_draw(const struct status *status, struct frame *frame, int row,
	int cols, const struct line_style *style)
{
	struct buf list = BUF_INIT, article = BUF_INIT;

	if (status->message != NULL) {
		draw_message(status, frame, row, cols, style);
		return;
	}
	frame_fill(frame, row, 0, cols, ROLE_STATUS, 0);
	add_list(status, &list);
	add_article(status, &article);
	if (style->order == ORDER_LOGICAL)
		draw_logical(frame, row, cols, &list, &article, style);
	else
		draw_parts(frame, row, cols, &list, &article, style);
	buf_release(&list);
	buf_release(&article);
}
