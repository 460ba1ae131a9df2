#include <config.h>

#include "ui/details.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/i18n.h"
#include "text/clean.h"
#include "model/anatomy.h"
#include "model/archive.h"
#include "model/boilerplate.h"
#include "model/date.h"
#include "ui/languages.h"
#include "ui/reasons.h"
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

/* The first date of LINE, seen from the article's own; or DATE_NONE. */
static struct date
date_in(const struct article *article, struct span line)
{
	struct date_said said;

	for (uint32_t at = line.start; at < line.end; at++)
		if ((at == line.start || article->text[at - 1] == ' ')
				&& date_read(article->text + at,
					line.end - at, &said) > 0)
			return date_resolve(&said, article->date);
	return (struct date){ 0 };
}

/* With the day that it means, since most have no year. */
static void
add_dateline(struct sheet *sheet, const struct article *article,
	struct span line)
{
	struct buf row = BUF_INIT;
	char date[DATE_CHARS_MAX];

	date_format(date_in(article, line), date);
	buf_add(&row, article->text + line.start, span_nbytes(line));
	if (*date != '\0')
		buf_add_format(&row, " (%s)", date);
	if (!span_is_empty(line))
		sheet_add_row(sheet, _("Dateline"), row.at, row.nbytes);
	buf_release(&row);
}

static void
add_parts(struct sheet *sheet, const struct article *article,
	const struct anatomy *anatomy)
{
	char date[DATE_CHARS_MAX];

	/* TRANSLATORS: this and the next terms have at most 17 columns. */
	add_span(sheet, _("Title"), article->text, anatomy->title);
	if (span_is_empty(anatomy->title))
		add_span(sheet, _("First words"), article->text,
			anatomy->label);
	add_span(sheet, _("Section"), article->text, anatomy->section);
	date_format(article->date, date);
	add_string(sheet, _("Date"), date);
	add_dateline(sheet, article, anatomy->dateline);
	languages_add(sheet, article, anatomy);
	add_string(sheet, _("Direction"), article->is_rtl
		? _("right to left") : _("left to right"));
	add_spans(sheet, _("Byline"), article->text, &anatomy->bylines);
	add_spans(sheet, _("Source"), article->text, &anatomy->sources);
	add_spans(sheet, _("Caption"), article->text, &anatomy->captions);
}

static void
add_encoding(struct sheet *sheet, const struct article *article)
{
	const char *name = encoding_name(article->encoding);
	struct buf guessed = BUF_INIT;

	/* TRANSLATORS: %s is the name of an encoding. */
	buf_add_format(&guessed, _("%s (guessed)"), name);
	add_string(sheet, _("Encoding"), article->is_encoding_guessed
		? guessed.at : name);
	buf_release(&guessed);
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
	add_encoding(sheet, article);
	clean_name(article->path, strlen(article->path), &path);
	add_string(sheet, _("File"), path.at);
	buf_release(&path);
}

void
details_open(struct sheet *sheet, const struct archive *archive,
	const struct boilerplate *boilerplate, uint32_t number)
{
	struct article article = archive_article(archive, number);
	struct anatomy anatomy = { 0 };

	anatomy_read(&anatomy, article.text, article.nbytes,
		archive_labels(archive));
	boilerplate_mark(boilerplate, &anatomy, &article);
	sheet_open(sheet);
	sheet_add_heading(sheet, _("This article"));
	add_parts(sheet, &article, &anatomy);
	add_counts(sheet, &article);
	reasons_add(sheet, article.text, &anatomy);
	anatomy_release(&anatomy);
}

/* What the sheet of problems is made with. */
struct problem_list {
	struct sheet *sheet;
	const struct archive *archive;
	void (*add_err)(const struct err *err, struct buf *out);
};

/* TERM is the number of the problem, or empty. */
static void
add_problem(const struct problem_list *list, uint32_t number, const char *term)
{
	struct err err = archive_problem(list->archive, number);
	struct buf text = BUF_INIT;

	if (list->add_err != NULL)
		list->add_err(&err, &text);
	else if (err.what != NULL)
		clean_name(err.what, strlen(err.what), &text);
	sheet_add_row(list->sheet, term, text.at, text.nbytes);
	buf_release(&text);
	err_release(&err);
}

/* All problems of one kind, up to the limit, in the order of the archive. */
static void
add_problems(const struct problem_list *list, enum err_kind kind,
	bool is_numbered)
{
	uint32_t count = archive_problem_count(list->archive), shown = 0;

	for (uint32_t i = 0; i < count && shown < PROBLEMS_SHOWN_MAX; i++) {
		char digits[16];

		if (err_kind(archive_problem_code(list->archive, i)) != kind)
			continue;
		snprintf(digits, sizeof(digits), "%" PRIu32, ++shown);
		add_problem(list, i, is_numbered ? digits : "");
	}
}

static void
add_passed(const struct problem_list *list, uint64_t count, const char *what)
{
	char digits[24];

	snprintf(digits, sizeof(digits), "%" PRIu64, count);
	if (count > 0)
		sheet_add_row(list->sheet, digits, what, strlen(what));
}

static uint64_t
count_passed(const struct archive *archive)
{
	uint64_t count = archive_problem_count_of(archive, ERR_KIND_PASSED);

	for (int i = 0; i < PASSED_COUNT; i++)
		count += archive_passed(archive, (enum passed)i);
	return count;
}

static void
add_passed_group(const struct problem_list *list)
{
	const struct archive *archive = list->archive;
	uint64_t hidden = archive_passed(archive, PASSED_HIDDEN);
	uint64_t backups = archive_passed(archive, PASSED_BACKUP);
	uint32_t binary = archive_problem_count_code(archive, ERR_BINARY);
	uint32_t empty = archive_problem_count_code(archive, ERR_EMPTY);

	if (count_passed(archive) == 0)
		return;
	sheet_add_heading(list->sheet, _("Passed over"));
	/* TRANSLATORS: behind a number, but not beside it. */
	add_passed(list, hidden, ngettext("hidden file or folder",
		"hidden files and folders", hidden));
	add_passed(list, backups, ngettext("file that an editor left",
		"files that editors left", backups));
	add_passed(list, binary, ngettext("file that is not a text",
		"files that are no texts", binary));
	add_passed(list, empty, ngettext("file with nothing to read in it",
		"files with nothing to read in them", empty));
	add_problems(list, ERR_KIND_PASSED, false);
}

bool
problems_exist(const struct archive *archive)
{
	return archive_problem_count(archive) > 0 || count_passed(archive) > 0;
}

void
problems_open(struct sheet *sheet, const struct archive *archive,
	void (*add_err)(const struct err *err, struct buf *out))
{
	const struct problem_list list = { sheet, archive, add_err };
	uint32_t unread = archive_problem_count_of(archive, ERR_KIND_UNREAD);
	struct buf heading = BUF_INIT;

	sheet_open(sheet);
	buf_add_format(&heading, ngettext("%u file could not be read",
		"%u files could not be read", unread), unread);
	if (unread > 0)
		sheet_add_heading(sheet, heading.at);
	add_problems(&list, ERR_KIND_UNREAD, true);
	if (archive_problem_count_of(archive, ERR_KIND_PART) > 0)
		sheet_add_heading(sheet, _("Served in part"));
	add_problems(&list, ERR_KIND_PART, true);
	if (archive_problem_count_of(archive, ERR_KIND_GONE) > 0)
		sheet_add_heading(sheet, _("Gone since they were read"));
	add_problems(&list, ERR_KIND_GONE, true);
	add_passed_group(&list);
	buf_release(&heading);
}
