#include <config.h>

#include "ui/details.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/i18n.h"
#include "text/clean.h"
#include "text/language.h"
#include "model/anatomy.h"
#include "model/archive.h"
#include "ui/sheet.h"

/* More problems than this are only counted. */
#define PROBLEMS_SHOWN_MAX 1000

static void
add_string(struct sheet *sheet, const char *term, const char *s)
{
	if (*s != '\0')
		sheet_add_row(sheet, term, s, strlen(s));
}

static void
add_span(struct sheet *sheet, const char *term, const char *text,
	struct span span)
{
	if (!span_is_empty(span))
		sheet_add_row(sheet, term, text + span.start,
			span_nbytes(span));
}

static void
add_spans(struct sheet *sheet, const char *term, const char *text,
	const struct span_vec *spans)
{
	for (size_t i = 0; i < spans->count; i++)
		add_span(sheet, term, text, spans->at[i]);
}

static void
add_number(struct sheet *sheet, const char *term, uint32_t number)
{
	char digits[16];

	snprintf(digits, sizeof(digits), "%" PRIu32, number);
	add_string(sheet, term, digits);
}

static void
add_parts(struct sheet *sheet, const struct article *article,
	const struct anatomy *anatomy)
{
	char date[DATE_CHARS_MAX];
	const char *tag = language_tag(article->language);

	/* TRANSLATORS: this and the next terms have at most 17 columns. */
	add_span(sheet, _("Title"), article->text, anatomy->title);
	if (span_is_empty(anatomy->title))
		add_span(sheet, _("First words"), article->text,
			anatomy->label);
	date_format(article->date, date);
	add_string(sheet, _("Date"), date);
	add_string(sheet, _("Language"), tag != NULL ? tag : "");
	add_string(sheet, _("Direction"), article->is_rtl
		? _("right to left") : _("left to right"));
	add_spans(sheet, _("Byline"), article->text, &anatomy->bylines);
	add_spans(sheet, _("Source"), article->text, &anatomy->sources);
	add_spans(sheet, _("Caption"), article->text, &anatomy->captions);
}

static void
add_counts(struct sheet *sheet, const struct article *article)
{
	struct buf path = BUF_INIT;

	add_number(sheet, _("Paragraphs"), article->paragraphs);
	if (article->repeats > 0)
		add_number(sheet, _("Repeated"), article->repeats);
	add_number(sheet, _("Words"), article->words);
	add_number(sheet, _("Bytes"), article->nbytes);
	clean_name(article->path, strlen(article->path), &path);
	add_string(sheet, _("File"), path.at);
	buf_release(&path);
}

void
details_open(struct sheet *sheet, const struct archive *archive,
	uint32_t number)
{
	struct article article = archive_article(archive, number);
	struct anatomy anatomy = { 0 };

	anatomy_read(&anatomy, article.text, article.nbytes,
		archive_labels(archive));
	sheet_open(sheet);
	sheet_add_heading(sheet, _("This article"));
	add_parts(sheet, &article, &anatomy);
	add_counts(sheet, &article);
	anatomy_release(&anatomy);
}

static void
add_problem(struct sheet *sheet, const struct err *err, uint32_t number,
	void (*add_err)(const struct err *err, struct buf *out))
{
	struct buf text = BUF_INIT;
	char digits[16];

	if (add_err != NULL)
		add_err(err, &text);
	else if (err->what != NULL)
		clean_name(err->what, strlen(err->what), &text);
	snprintf(digits, sizeof(digits), "%" PRIu32, number);
	sheet_add_row(sheet, digits, text.at, text.nbytes);
	buf_release(&text);
}

void
problems_open(struct sheet *sheet, const struct archive *archive,
	void (*add_err)(const struct err *err, struct buf *out))
{
	uint32_t count = archive_problem_count(archive);
	struct buf heading = BUF_INIT;

	buf_add_format(&heading, ngettext("%u file could not be read",
		"%u files could not be read", count), count);
	sheet_open(sheet);
	sheet_add_heading(sheet, heading.at);
	for (uint32_t i = 0; i < count && i < PROBLEMS_SHOWN_MAX; i++) {
		struct err err = archive_problem(archive, i);

		add_problem(sheet, &err, i + 1, add_err);
		err_release(&err);
	}
	buf_release(&heading);
}
