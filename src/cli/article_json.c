#include <config.h>

#include "cli/article_json.h"

#include <string.h>

#include "base/buf.h"
#include "base/vec.h"
#include "text/clean.h"
#include "text/cluster.h"
#include "text/language.h"
#include "text/utf8.h"
#include "model/anatomy.h"
#include "model/article.h"
#include "model/identity.h"
#include "search/match.h"
#include "cli/json.h"

/* Letters of context on either side of a match. */
#define CONTEXT_LETTERS 40

static const char *const field_names[PART_ROLE_COUNT] = {
	[PART_TITLE] = "title",
	[PART_DATE] = "date",
	[PART_BYLINE] = "byline",
	[PART_SOURCE] = "source",
	[PART_CAPTION] = "caption",
	[PART_BODY] = "body",
	[PART_REPEAT] = "body",
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

/* A path need not be UTF-8: then it is also given whole, in hex. */
static void
json_path(struct json *json, const char *path)
{
	size_t nbytes = strlen(path);
	struct buf clean = BUF_INIT;

	clean_name(path, nbytes, &clean);
	json_string(json, "path", clean.at, clean.nbytes);
	buf_reset(&clean);
	if (utf8_valid_prefix(path, nbytes) < nbytes) {
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

static const char *
field_of(const struct anatomy *anatomy, struct span span)
{
	const struct part_vec *parts = &anatomy->parts;

	for (size_t i = 0; i < parts->count; i++)
		if (span.start < parts->at[i].span.end)
			return field_names[parts->at[i].role];
	return field_names[PART_BODY];
}

/* The span widened by some clusters on either side, within its line. */
static struct span
context_of(const struct article *article, struct span span)
{
	const char *text = article->text;

	for (int i = 0; i < CONTEXT_LETTERS && span.start > 0 &&
		text[span.start - 1] != '\n'; i++)
		span.start = (uint32_t)cluster_before(text, article->nbytes,
			span.start);
	for (int i = 0; i < CONTEXT_LETTERS && span.end < article->nbytes &&
		text[span.end] != '\n'; i++)
		span.end = (uint32_t)cluster_after(text, article->nbytes,
			span.end);
	return span;
}

static void
json_match(struct json *json, const struct article *article,
	const struct anatomy *anatomy, const struct match *match)
{
	json_open(json, NULL, '{');
	json_word(json, "field", field_of(anatomy, match->span));
	json_word(json, "rung", rung_name(match->rung));
	json_number(json, "start", match->span.start);
	json_number(json, "end", match->span.end);
	json_span(json, "context", article, context_of(article, match->span));
	json_close(json, '}');
}

static void
json_matches(struct json *json, const struct query *query,
	const struct article *article, const struct anatomy *anatomy)
{
	struct match_vec matches = { 0 };

	match_find(query, article->text, article->nbytes, &matches);
	json_word(json, "rung", matches.count > 0 ?
		rung_name(match_best_rung(&matches)) : NULL);
	json_open(json, "matches", '[');
	for (size_t i = 0; i < matches.count; i++)
		json_match(json, article, anatomy, &matches.at[i]);
	json_close(json, ']');
	VEC_RELEASE(&matches);
}

void
article_json(struct json *json, const struct selection *selection,
	const struct article *article, const struct anatomy *anatomy)
{
	const struct identity *identity = selection->identity;
	char date[DATE_CHARS_MAX];

	date_format(article->date, date);
	json_ids(json, "id", identity, article->number);
	json_path(json, article->path);
	json_word(json, "date", *date != '\0' ? date : NULL);
	json_word(json, "language", language_tag(article->language));
	json_word(json, "direction", article->is_rtl ? "rtl" : "ltr");
	json_span(json, "title", article, anatomy->title);
	json_span(json, "label", article, anatomy->label);
	json_spans(json, "byline", article, &anatomy->bylines);
	json_spans(json, "sources", article, &anatomy->sources);
	json_spans(json, "captions", article, &anatomy->captions);
	json_number(json, "paragraphs", anatomy->paragraphs);
	json_number(json, "words", anatomy->words);
	json_number(json, "bytes", article->nbytes);
	json_number(json, "repeats", anatomy->repeats);
	json_ids(json, "duplicate_of", identity,
		identity_duplicate_of(identity, article->number));
	if (selection_query(selection) != NULL)
		json_matches(json, selection_query(selection), article,
			anatomy);
}
