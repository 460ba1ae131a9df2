/*
 * Any bytes -> text/clean -> model/anatomy: the parts stand in order, apart
 * and with all between them that is not blank, every span lies in the text at
 * the borders of characters, and what is noted is a part of some part.
 */

#include <config.h>

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "text/clean.h"
#include "model/anatomy.h"
#include "model/date.h"
#include "model/labels.h"
#include "model/lines.h"
#include "fuzz.h"

/* The project's own labels; the tests are run from a build folder. */
static struct labels *
read_labels(void)
{
	const char *srcdir = getenv("srcdir");
	struct buf path = BUF_INIT, table = BUF_INIT;
	struct labels *labels;
	char bytes[4096];
	size_t got;
	FILE *file;

	buf_add_format(&path, "%s/data/labels", srcdir != NULL ? srcdir : ".");
	file = fopen(path.at, "rb");
	assert(file != NULL);
	while ((got = fread(bytes, 1, sizeof(bytes), file)) > 0)
		buf_add(&table, bytes, got);
	fclose(file);
	labels = labels_new(table.at, table.nbytes, &(int){ 0 });
	buf_release(&table);
	buf_release(&path);
	return labels;
}

static bool
is_border(const struct buf *text, uint32_t off)
{
	return off == text->nbytes
		|| ((unsigned char)text->at[off] & 0xC0) != 0x80;
}

static void
check_span(const struct buf *text, struct span span)
{
	assert(span.start <= span.end && span.end <= text->nbytes);
	assert(is_border(text, span.start) && is_border(text, span.end));
}

static void
check_spans(const struct buf *text, const struct span_vec *spans)
{
	for (size_t i = 0; i < spans->count; i++) {
		check_span(text, spans->at[i]);
		assert(!span_is_empty(spans->at[i]));
	}
}

static void
check_parts(const struct buf *text, const struct part_vec *parts)
{
	uint32_t end = 0;

	for (size_t i = 0; i < parts->count; i++) {
		const struct part *part = &parts->at[i];
		struct span trimmed = span_trim(text->at, part->span);

		check_span(text, part->span);
		check_span(text, part->why);
		assert(part->span.start >= end);
		assert(!span_is_empty(part->span));
		assert(trimmed.start == part->span.start
			&& trimmed.end == part->span.end);
		assert(part->role < PART_ROLE_COUNT);
		assert(part->reason < REASON_COUNT);
		end = part->span.end;
	}
}

static void
check_dates(const struct buf *text)
{
	char written[DATE_CHARS_MAX];
	struct date date, again;

	if (date_parse(text->at, text->nbytes, &date) == 0)
		return;
	date_format(date, written);
	assert(date_parse(written, strlen(written), &again) > 0);
	assert(again.days == date.days && again.precision == date.precision);
}

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc;
	(void)argv;
	fuzz_set_locale();
	return 0;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t nbytes)
{
	static struct labels *labels;
	static struct anatomy anatomy;
	static struct buf text = BUF_INIT;

	if (nbytes > FUZZ_NBYTES_MAX)
		return 0;
	if (labels == NULL)
		labels = read_labels();
	buf_reset(&text);
	clean_text((const char *)data, nbytes, &text);
	anatomy_read(&anatomy, text.at, text.nbytes, labels);
	anatomy_count(&anatomy, text.at);
	check_parts(&text, &anatomy.parts);
	check_span(&text, anatomy.title);
	check_span(&text, anatomy.label);
	check_span(&text, anatomy.lead);
	check_span(&text, anatomy.section);
	check_span(&text, anatomy.dateline);
	check_spans(&text, &anatomy.bylines);
	check_spans(&text, &anatomy.sources);
	check_spans(&text, &anatomy.captions);
	check_dates(&text);
	return 0;
}
