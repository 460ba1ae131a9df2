#include <config.h>

#include "cli/article_json.h"

#include <string.h>

#include "base/buf.h"
#include "base/vec.h"
#include "text/clean.h"
#include "text/language.h"
#include "text/utf8.h"
#include "model/anatomy.h"
#include "model/article.h"
#include "model/identity.h"
#include "search/match.h"
#include "cli/json.h"

/* The most bytes of context on either side of a match. */
#define CONTEXT_NBYTES 80

static const char *const field_names[PART_ROLE_COUNT] = {
	[PART_TITLE] = "title",
	[PART_SECTION] = "section",
	[PART_LEAD] = "body",
	[PART_DATE] = "date",
	[PART_BYLINE] = "byline",
	[PART_SOURCE] = "source",
	[PART_CAPTION] = "caption",
	[PART_BODY] = "body",
	[PART_REPEAT] = "body",
	[PART_BOILERPLATE] = "body",
};

static void
json_word(struct json *json, const char *name, const char *word)
{
	json_string(json, name, word, word != NULL ? strlen(word) : 0);
}

static void
json_span(struct json *json, const char *name, const struct article *article,
	struct span span)
{
	if (span_is_empty(span))
		json_string(json, name, NULL, 0);
	else
		json_string(json, name, article->text + span.start,
			span_nbytes(span));
}

static void
json_spans(struct json *json, const char *name, const struct article *article,
	const struct span_vec *spans)
{
	json_open(json, name, '[');
	for (size_t i = 0; i < spans->count; i++)
		json_span(json, NULL, article, spans->at[i]);
	json_close(json, ']');
}

/* A path need not be clean UTF-8: then it is also given whole, in hex. */
static void
json_path(struct json *json, const char *path)
{
	size_t nbytes = strlen(path);
	struct buf clean = BUF_INIT;
	bool is_changed;

	clean_name(path, nbytes, &clean);
	json_string(json, "path", clean.at, clean.nbytes);
	is_changed = strcmp(clean.at, path) != 0;
	buf_reset(&clean);
	if (is_changed) {
		for (size_t i = 0; i < nbytes; i++)
			buf_add_format(&clean, "%02x", (unsigned char)path[i]);
		json_string(json, "path_hex", clean.at, clean.nbytes);
	}
	buf_release(&clean);
}

static void
json_ids(struct json *json, const char *name, const struct identity *identity,
	uint32_t number)
{
	char id[IDENTITY_CHARS_MAX];

	if (number == IDENTITY_NONE) {
		json_word(json, name, NULL);
		return;
	}
	identity_format(identity, number, id);
	json_word(json, name, id);
}

/* Of which article it is a copy, and how alike they are, at most 1. */
static void
json_copy(struct json *json, const struct identity *identity, uint32_t number)
{
	unsigned percent = 0;
	uint32_t first = identity_duplicate_of(identity, number, &percent);

	json_ids(json, "duplicate_of", identity, first);
	if (first == IDENTITY_NONE)
		json_word(json, "similarity", NULL);
	else
		json_hundredths(json, "similarity", percent);
}

/* What the matches of an article are written with, one after another. */
struct context {
	const struct article *article;
	const struct part_vec *parts;
	size_t part;		/* no earlier one holds what comes */
};

/* Matches come in text order, as the parts stand. */
static const char *
field_of(struct context *context, struct span span)
{
	const struct part_vec *parts = context->parts;

	while (context->part < parts->count
		&& parts->at[context->part].span.end <= span.start)
		context->part++;
	if (context->part == parts->count)
		return field_names[PART_BODY];
	return field_names[parts->at[context->part].role];
}

/* Where a word begins at most CONTEXT_NBYTES before OFF, on its line. */
static uint32_t
context_start(const struct article *article, uint32_t off)
{
	uint32_t least = off > CONTEXT_NBYTES ? off - CONTEXT_NBYTES : 0;
	uint32_t start = off;

	while (start > least && article->text[start - 1] != '\n')
		start--;
	if (start == 0 || article->text[start - 1] == '\n')
		return start;
	/* Not in the middle of a word, if there is an end of one. */
	for (uint32_t blank = start; blank < off; blank++)
		if (article->text[blank] == ' ')
			return blank + 1;
	return (uint32_t)utf8_before(article->text, start + 1);
}

static uint32_t
context_end(const struct article *article, uint32_t off)
{
	uint32_t most = article->nbytes - off > CONTEXT_NBYTES
		? off + CONTEXT_NBYTES : article->nbytes;
	uint32_t end = off;

	while (end < most && article->text[end] != '\n')
		end++;
	if (end == article->nbytes || article->text[end] == '\n')
		return end;
	for (uint32_t blank = end; blank > off; blank--)
		if (article->text[blank] == ' ')
			return blank;
	return (uint32_t)utf8_before(article->text, end + 1);
}

static void
json_match(struct json *json, struct context *context,
	const struct match *match)
{
	const struct article *article = context->article;
	struct span around = {
		context_start(article, match->span.start),
		context_end(article, match->span.end),
	};

	json_open(json, NULL, '{');
	json_word(json, "field", field_of(context, match->span));
	json_word(json, "rung", rung_name(match->rung));
	json_number(json, "start", match->span.start);
	json_number(json, "end", match->span.end);
	json_span(json, "context", article, around);
	json_close(json, '}');
}

static void
json_matches(struct json *json, const struct query *query,
	const struct article *article, const struct anatomy *anatomy)
{
	struct context context = { article, &anatomy->parts, 0 };
	struct match_vec matches = { 0 };

	match_find(query, article->text, article->nbytes, &matches);
	json_word(json, "rung", matches.count > 0
		? rung_name(match_best_rung(&matches)) : NULL);
	json_open(json, "matches", '[');
	for (size_t i = 0; i < matches.count; i++)
		json_match(json, &context, &matches.at[i]);
	json_close(json, ']');
	VEC_RELEASE(&matches);
}

void
article_json(struct json *json, const struct selection *selection,
	const struct article *article, const struct anatomy *anatomy)
{
	struct identity *identity = selection->identity;
	char date[DATE_CHARS_MAX];

	identity_find_copies(identity);
	date_format(article->date, date);
	json_ids(json, "id", identity, article->number);
	json_path(json, article->path);
	json_word(json, "date", *date != '\0' ? date : NULL);
	json_word(json, "language", language_tag(article->language));
	json_word(json, "direction", article->is_rtl ? "rtl" : "ltr");
	json_span(json, "title", article, anatomy->title);
	json_span(json, "label", article, anatomy->label);
	json_span(json, "section", article, anatomy->section);
	json_span(json, "lead", article, anatomy->lead);
	json_span(json, "dateline", article, anatomy->dateline);
	json_spans(json, "byline", article, &anatomy->bylines);
	json_spans(json, "sources", article, &anatomy->sources);
	json_spans(json, "captions", article, &anatomy->captions);
	json_number(json, "paragraphs", article->paragraphs);
	json_number(json, "words", article->words);
	json_number(json, "bytes", article->nbytes);
	json_word(json, "encoding", encoding_name(article->encoding));
	json_number(json, "repeats", article->repeats);
	json_copy(json, identity, article->number);
	if (selection_query(selection) != NULL)
		json_matches(json, selection_query(selection), article,
			anatomy);
}
