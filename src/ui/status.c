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

/* How much is said where the row is narrow. */
enum detail {
	DETAIL_ALL,
	DETAIL_UNSORTED,	/* not how the list is sorted */
	DETAIL_PERCENT,		/* of the article only how much was read */
	DETAIL_LEAST,		/* of a search only what it found */
};

static void
separate(struct buf *out)
{
	if (out->nbytes > 0)
		buf_add_string(out, "  ");
}

void
status_add_found(const struct status *status, struct buf *out)
{
	separate(out);
	if (status->match == 0 && status->is_searching)
		buf_add_string(out, _("searching..."));
	else if (status->match == 0)
		buf_add_format(out, ngettext("%u article matches",
			"%u articles match", status->matching),
			status->matching);
	else if (status->is_searching)
		/* TRANSLATORS: %zu count the matches in this article. */
		buf_add_format(out, _("match %zu of %zu here; searching..."),
			status->match, status->matches);
	else
		/*
		 * TRANSLATORS: %zu count the matches in this article, %u the
		 * articles of the archive; at most 35 columns with small
		 * numbers.
		 */
		buf_add_format(out, ngettext(
			"match %zu of %zu here; %u article matches",
			"match %zu of %zu here; %u articles match",
			status->matching), status->match, status->matches,
			status->matching);
}

void
status_add_found_short(const struct status *status, struct buf *out)
{
	if (status->match == 0 && status->is_searching)
		/* TRANSLATORS: searching; where there are few columns. */
		buf_add_string(out, _("..."));
	else if (status->match == 0)
		buf_add_format(out, "%u", status->matching);
	else
		/*
		 * TRANSLATORS: which of the matches in this article, where
		 * there are few columns.
		 */
		buf_add_format(out, _("%zu/%zu"), status->match,
			status->matches);
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
add_sought(const struct status *status, struct buf *out)
{
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
		/* How many it lists is said already. */
		if (*status->search == '\0' && status->match > 0)
			status_add_found(status, out);
	}
}

static void
add_list(const struct status *status, enum detail detail, struct buf *out)
{
	if (detail == DETAIL_LEAST && *status->search != '\0'
			&& !status->is_loading) {
		status_add_found(status, out);
		return;
	}
	/* TRANSLATORS: the selected row, and how many articles are listed. */
	buf_add_format(out, _("%u of %u"), status->row, status->count);
	if (status->is_loading)
		add_progress(status, out);
	add_sought(status, out);
	if (detail == DETAIL_ALL && *status->search == '\0'
			&& !status->is_loading) {
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
add_percent(const struct status *status, struct buf *out)
{
	struct buf percent = BUF_INIT;

	/* TRANSLATORS: how much of the article was shown; three digits. */
	buf_add_format(&percent, _("%3d%%"), status->percent);
	add_isolated(out, percent.at);
	buf_release(&percent);
}

static void
add_article(const struct status *status, enum detail detail, struct buf *out)
{
	const char *tag = language_tag(status->language);

	if (status->is_raw)
		/* TRANSLATORS: the text is shown as it is stored. */
		add_isolated(out, _("raw"));
	if (detail < DETAIL_PERCENT && tag != NULL)
		add_isolated(out, tag);
	if (detail < DETAIL_PERCENT)
		/* TRANSLATORS: left to right, right to left: a short word. */
		add_isolated(out, status->is_rtl ? _("rtl") : _("ltr"));
	add_percent(status, out);
}

/* What is said of the list, or the sheet, and what of the article. */
static void
add_parts(const struct status *status, enum detail detail, struct buf *list,
	struct buf *article)
{
	if (status->is_sheet)
		buf_add_string(list, _("q or Esc takes this away"));
	else
		add_list(status, detail, list);
	if (status->keys != NULL)
		add_isolated(article, status->keys);
	if (status->has_article)
		add_article(status, detail, article);
	else if (status->is_sheet && status->percent >= 0)
		add_percent(status, article);
}

/*
 * As much as there are columns for, into empty LIST and ARTICLE; half of them
 * at most for the article.
 */
static void
choose_parts(const struct status *status, int cols,
	const struct line_style *style, struct buf *list, struct buf *article)
{
	for (int detail = DETAIL_ALL; detail <= DETAIL_LEAST; detail++) {
		int list_cols, article_cols;

		buf_reset(list);
		buf_reset(article);
		add_parts(status, (enum detail)detail, list, article);
		list_cols = fit_cols(list->at, list->nbytes, style);
		article_cols = fit_cols(article->at, article->nbytes, style);
		if (list_cols + 2 + article_cols <= cols
				&& article_cols <= cols / 2)
			break;
	}
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

/*
 * The row for TEXT alone. A terminal that orders it may want a sign in a
 * blank before what is right to left.
 */
static struct slot
whole_slot(int row, int cols, const struct buf *text,
	const struct line_style *style)
{
	bool is_rtl = text_is_rtl(text->at, text->nbytes, false);
	int col = is_rtl && style->order == ORDER_LOGICAL && cols > 1;

	return (struct slot){ row, col, cols - col, is_rtl, is_rtl };
}

static void
draw_message(const struct status *status, struct frame *frame, int row,
	int cols, const struct line_style *style)
{
	struct buf text = BUF_INIT;
	struct slot slot;

	buf_add_string(&text, status->message);
	slot = whole_slot(row, cols, &text, style);
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
	struct slot slot = whole_slot(row, cols, list, style);

	separate(list);
	buf_add(list, article->at, article->nbytes);
	put(frame, &slot, list, ROLE_STATUS, style);
}

void
status_draw(const struct status *status, struct frame *frame, int row,
	int cols, const struct line_style *style)
{
	struct buf list = BUF_INIT, article = BUF_INIT;
	struct line_style own = *style;

	/* The isolates are ours. */
	own.has_controls = false;
	if (status->message != NULL) {
		draw_message(status, frame, row, cols, &own);
		return;
	}
	frame_fill(frame, row, 0, cols, ROLE_STATUS, 0);
	choose_parts(status, cols, &own, &list, &article);
	if (style->order == ORDER_LOGICAL)
		draw_logical(frame, row, cols, &list, &article, &own);
	else
		draw_parts(frame, row, cols, &list, &article, &own);
	buf_release(&list);
	buf_release(&article);
}
