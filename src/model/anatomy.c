#include <config.h>

#include "model/anatomy.h"

#include <assert.h>
#include <string.h>

#include "base/vec.h"
#include "model/closing.h"
#include "model/cut.h"
#include "model/furniture.h"
#include "model/lines.h"
#include "model/opening.h"
#include "model/repeats.h"
#include "model/sentence.h"

/* What lists show of the lead where there is no title. */
#define LABEL_LETTERS_MAX 100
/* Furniture without a colon or brackets is so near to an end, */
#define EDGE_LINES CLOSING_LINES
/* or in so many lines that no prose parts from it. */
#define EDGE_LINES_MAX 10
/* A line that is longer goes on in sentences. */
#define PROSE_NBYTES_MIN 100
/* Captions in a row, glued to one paragraph. */
#define GLUED_CAPTIONS_MAX 3
/* So many bytes, or lines, are no article. */
#define LARGE_NBYTES ((size_t)1 << 20)
#define LARGE_LINES 32768
/* More authors, or sources, has no article: the others are not named. */
#define NAMES_MAX 256

static void
anatomy_reset(struct anatomy *anatomy)
{
	struct anatomy kept = *anatomy;

	*anatomy = (struct anatomy){ .parts = kept.parts,
		.bylines = kept.bylines, .sources = kept.sources,
		.captions = kept.captions };
	anatomy->parts.count = 0;
	anatomy->bylines.count = 0;
	anatomy->sources.count = 0;
	anatomy->captions.count = 0;
}

void
anatomy_release(struct anatomy *anatomy)
{
	VEC_RELEASE(&anatomy->parts);
	VEC_RELEASE(&anatomy->bylines);
	VEC_RELEASE(&anatomy->sources);
	VEC_RELEASE(&anatomy->captions);
}

/* Enormous lines become several. */
static void
cut_lines(const char *text, struct span_vec *lines)
{
	struct span_vec cut = { 0 };
	size_t first = 0;

	while (first < lines->count && !cut_is_needed(text, lines->at[first]))
		first++;
	if (first == lines->count)
		return;
	for (size_t i = 0; i < lines->count; i++) {
		if (cut_is_needed(text, lines->at[i]))
			cut_line(text, lines->at[i], &cut);
		else
			VEC_PUSH(&cut, lines->at[i]);
	}
	VEC_RELEASE(lines);
	*lines = cut;
}

static void
add_part(struct anatomy *anatomy, struct span span, const struct finding *found)
{
	VEC_PUSH(&anatomy->parts, (struct part){ .span = span,
		.role = found->role, .reason = found->reason,
		.why = found->why });
}

/*
 * Adds what stands before byte AT of LINE, if anything does; the rest. All of
 * LINE where no rest would be left: nothing is glued to it then.
 */
static struct span
cut_off(struct furniture *f, struct span line, uint32_t at,
	const struct finding *found)
{
	struct span rest = span_trim(f->text, (struct span){ at, line.end });

	if (span_is_empty(rest))
		return line;
	if (at > line.start)
		add_part(f->anatomy, span_trim(f->text, (struct span){
			line.start, at }), found);
	return rest;
}

/* A paragraph, and the captions that were glued to it. */
static void
read_paragraph(struct furniture *f, struct span line)
{
	struct finding found, body = { .role = PART_BODY };
	uint32_t tail;

	for (int i = 0; i < GLUED_CAPTIONS_MAX; i++)
		line = cut_off(f, line, furniture_caption_head(f, line,
			&found), &found);
	tail = furniture_caption_tail(f, line, &found);
	if (tail < line.end)
		line = cut_off(f, line, tail, &body);
	else
		found = body;
	add_part(f->anatomy, line, &found);
	f->is_first = false;
}

/* Adds the date glued to the start of LINE; the rest of that. */
static struct span
read_head(struct furniture *f, struct span line)
{
	struct finding found;

	if (!f->is_near_top)
		return line;
	return cut_off(f, line, furniture_read_head(f, line, &found), &found);
}

static void
read_line(struct furniture *f, struct span line)
{
	struct finding found = furniture_read(f, line);

	if (found.role != PART_BODY)
		add_part(f->anatomy, line, &found);
	else if (!(f->is_near_top || f->is_near_end)
		|| !furniture_read_row(f, line))
		read_paragraph(f, line);
}

/*
 * How many lines NPROSE - 1 lines of prose at most part from an end: a lead
 * may stand over date and byline.
 */
static size_t
edge_lines(const char *text, const struct span_vec *lines, bool is_top,
	int nprose)
{
	size_t max = lines->count < EDGE_LINES_MAX ? lines->count
		: EDGE_LINES_MAX, count = 0;

	for (; count < max; count++)
		if (is_prose(text, lines->at[is_top ? count
			: lines->count - 1 - count]) && --nprose == 0)
			break;
	return count > EDGE_LINES ? count : EDGE_LINES;
}

/*
 * Gives each line its role; a glued date becomes a part of its own. Line REST
 * is all that was not looked at, wrapped at WIDTH letters if not 0.
 */
static void
read_lines(struct furniture *f, const struct span_vec *lines, size_t rest,
	uint32_t width)
{
	size_t top = edge_lines(f->text, lines, true, 2);
	size_t end = edge_lines(f->text, lines, false, 1);
	size_t last = lines->count;

	while (last > 0 && lines->count - last < EDGE_LINES_MAX
		&& span_nbytes(lines->at[last - 1]) < PROSE_NBYTES_MIN
		&& !is_prose(f->text, lines->at[last - 1]))
		last--;
	f->is_first = true;
	for (size_t i = 0; i < lines->count; i++) {
		struct span line;

		f->is_near_top = i < top;
		f->is_near_end = i + end >= lines->count;
		f->has_prose_after = i + 1 < last;
		line = read_head(f, lines->at[i]);
		if (i == 0 && i != rest)
			line = furniture_read_glued(f, line);
		if (i == rest)
			VEC_PUSH(&f->anatomy->parts, (struct part){
				.span = line, .role = PART_BODY,
				.has_lines = true, .width = width });
		else if (!span_is_empty(line))
			read_line(f, line);
	}
}

/* The first words of LEAD, cut between words where that is possible. */
static struct span
first_words(const char *text, struct span lead)
{
	uint32_t at, cut = lead.start;
	size_t nletters = 0;

	for (at = lead.start; at < lead.end; at++) {
		if (((unsigned char)text[at] & 0xC0) == 0x80)
			continue;
		if (text[at] == '\n' || nletters == LABEL_LETTERS_MAX)
			break;
		if (blank_nbytes(text + at, lead.end - at) > 0)
			cut = at;
		nletters++;
	}
	if (at < lead.end && text[at] != '\n' && cut > lead.start
		&& blank_nbytes(text + at, lead.end - at) == 0)
		at = cut;
	return span_trim(text, (struct span){ lead.start, at });
}

static void
find_label(struct anatomy *anatomy, const char *text)
{
	const struct part_vec *parts = &anatomy->parts;

	anatomy->label = anatomy->title;
	for (size_t i = 0; i < parts->count && span_is_empty(anatomy->label);
		i++) {
		struct span span = parts->at[i].span;

		if (parts->at[i].role != PART_BODY)
			continue;
		if (anatomy->dateline.start == span.start
			&& anatomy->dateline.end < span.end)
			span.start = anatomy->dateline.end;
		anatomy->label = first_words(text, span_trim(text, span));
	}
}

/* Whether no line end stands between two parts. */
static bool
is_on_line(const char *text, const struct part *a, const struct part *b)
{
	return memchr(text + a->span.end, '\n', b->span.start - a->span.end)
		== NULL;
}

/* Why a paragraph is not the line that is stored, for those that are not. */
static void
find_reasons(struct anatomy *anatomy, const char *text, uint32_t width)
{
	for (size_t i = 0; i < anatomy->parts.count; i++) {
		struct part *part = &anatomy->parts.at[i];

		if (part->reason != REASON_NONE || part->has_lines
			|| part->role != PART_BODY)
			continue;
		if (memchr(text + part->span.start, '\n',
			span_nbytes(part->span)) != NULL)
			part->reason = width > 0 ? REASON_UNWRAPPED
				: REASON_REJOINED;
		else if ((i > 0 && part[-1].role == PART_BODY
			&& is_on_line(text, part - 1, part))
			|| (i + 1 < anatomy->parts.count
			&& part[1].role == PART_BODY
			&& is_on_line(text, part, part + 1)))
			part->reason = REASON_CUT;
	}
}

static bool
is_equal(const char *text, struct span a, struct span b)
{
	return span_nbytes(a) == span_nbytes(b)
		&& memcmp(text + a.start, text + b.start, span_nbytes(a)) == 0;
}

/* Whether INITIALS are those of WHOLE: "AP", "Associated Press". */
static bool
is_short_for(const char *text, struct span initials, struct span whole)
{
	uint32_t at = initials.start;

	if (span_nbytes(initials) < 2 || span_nbytes(whole)
		< 2 * span_nbytes(initials))
		return false;
	for (uint32_t i = whole.start; i < whole.end; i++) {
		if (i > whole.start && text[i - 1] != ' ' && text[i - 1] != '-')
			continue;
		if (at == initials.end || text[at] < 'A' || text[at] > 'Z'
			|| text[at++] != text[i])
			return false;
	}
	return at == initials.end;
}

static bool
is_same(const char *text, struct span a, struct span b)
{
	return is_equal(text, a, b) || is_short_for(text, a, b)
		|| is_short_for(text, b, a);
}

/* Puts SPANS into the order of the text, each that is said twice once. */
static void
settle(struct span_vec *spans, const char *text)
{
	size_t count = 0;

	/* Each is held against all others. */
	if (spans->count > NAMES_MAX)
		spans->count = NAMES_MAX;
	for (size_t i = 0; i < spans->count; i++) {
		struct span span = spans->at[i];
		size_t at = count, same = 0;

		while (same < count && !is_same(text, spans->at[same], span))
			same++;
		if (same < count && spans->at[same].start <= span.start)
			continue;
		if (same < count) {
			memmove(spans->at + same, spans->at + same + 1,
				(--count - same) * sizeof(span));
			at = count;
		}
		for (; at > 0 && spans->at[at - 1].start > span.start; at--)
			spans->at[at] = spans->at[at - 1];
		spans->at[at] = span;
		count++;
	}
	spans->count = count;
}

static bool
is_large(const char *text, size_t nbytes)
{
	const char *at = text, *end = text + nbytes;
	size_t nlines = 0;

	if (nbytes >= LARGE_NBYTES)
		return true;
	if (nbytes < LARGE_LINES)
		return false;
	while ((at = memchr(at, '\n', (size_t)(end - at))) != NULL
		&& nlines < LARGE_LINES) {
		nlines++;
		at++;
	}
	return nlines == LARGE_LINES;
}

void
anatomy_read(struct anatomy *anatomy, const char *text, size_t nbytes,
	const struct labels *labels)
{
	struct furniture furniture = { .text = text, .labels = labels,
		.anatomy = anatomy };
	struct span_vec lines = { 0 };
	size_t rest = SIZE_MAX;
	uint32_t width = 0;

	assert(nbytes < UINT32_MAX);
	anatomy_reset(anatomy);
	if (is_large(text, nbytes))
		rest = lines_split_ends(text, nbytes, &lines, &width);
	else
		width = lines_split(text, nbytes, &lines);
	if (rest == SIZE_MAX && width == 0)
		cut_lines(text, &lines);
	read_lines(&furniture, &lines, rest, width);
	closing_find_names(&furniture);
	closing_find_tails(&furniture);
	opening_read(&furniture);
	opening_find_dateline(&furniture);
	find_reasons(anatomy, text, width);
	repeats_find(anatomy, text, nbytes);
	opening_find_lead(anatomy, text);
	find_label(anatomy, text);
	settle(&anatomy->bylines, text);
	settle(&anatomy->sources, text);
	furniture_release(&furniture);
	VEC_RELEASE(&lines);
}
