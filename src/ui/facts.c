#include <config.h>

#include "ui/facts.h"

#include <string.h>

#include "base/buf.h"
#include "base/i18n.h"
#include "text/language.h"
#include "model/anatomy.h"
#include "model/article.h"

/* Marks and isolates of UAX #9; they take no cell. */
#define LRM "\xE2\x80\x8E"
#define RLM "\xE2\x80\x8F"
#define FSI "\xE2\x81\xA8"
#define PDI "\xE2\x81\xA9"
#define SEPARATOR " \xC2\xB7 "

static void
add_part(struct buf *out, size_t start, const char *s, size_t nbytes)
{
	if (nbytes == 0)
		return;
	if (out->nbytes > start)
		buf_add_string(out, SEPARATOR);
	buf_add_string(out, FSI);
	buf_add(out, s, nbytes);
	buf_add_string(out, PDI);
}

static void
add_spans(struct buf *out, size_t start, const char *text,
	const struct span_vec *spans)
{
	for (size_t i = 0; i < spans->count; i++)
		add_part(out, start, text + spans->at[i].start,
			span_nbytes(spans->at[i]));
}

void
facts_add_line(const struct article *article, const struct anatomy *anatomy,
	struct buf *out)
{
	const char *tag = language_tag(article->language);
	struct buf words = BUF_INIT;
	char date[DATE_CHARS_MAX];
	size_t start;

	buf_add_string(out, article->is_rtl ? RLM : LRM);
	start = out->nbytes;
	date_format(article->date, date);
	add_part(out, start, date, strlen(date));
	if (tag != NULL)
		add_part(out, start, tag, strlen(tag));
	add_spans(out, start, article->text, &anatomy->bylines);
	add_spans(out, start, article->text, &anatomy->sources);
	buf_add_format(&words, ngettext("%u word", "%u words",
		article->words), article->words);
	add_part(out, start, words.at, words.nbytes);
	buf_reset(&words);
	buf_add_format(&words, ngettext("%u repeated paragraph",
		"%u repeated paragraphs", article->repeats), article->repeats);
	if (article->repeats > 0)
		add_part(out, start, words.at, words.nbytes);
	buf_release(&words);
}
