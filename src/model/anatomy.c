#include <config.h>

#include "model/anatomy.h"

#include <assert.h>
#include <string.h>

#include "base/vec.h"
#include "model/furniture.h"
#include "model/lines.h"
#include "model/repeats.h"

/* A first line of at most so many letters is a title. */
#define TITLE_LETTERS_MAX 140
/* What lists show of the lead where there is no title. */
#define LABEL_LETTERS_MAX 100
/* A dateline before the lead is no longer than this. */
#define DATELINE_NBYTES_MAX 60
/* Furniture without a colon or brackets is so near to an end. */
#define EDGE_LINES 4
/* A byline and a source or two. */
#define GLUED_TAILS_MAX 3
/* A tail is no longer than this. */
#define TAIL_NBYTES_MAX 4096
/* Dates are glued to one of so many first lines. */
#define HEAD_LINES 3
/* So many bytes, or lines, are no article. */
#define LARGE_NBYTES ((size_t)1 << 20)
#define LARGE_LINES 32768

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

static void
add_part(struct anatomy *anatomy, struct span span, enum part_role role)
{
	VEC_PUSH(&anatomy->parts, (struct part){ .span = span,
		.role = role });
}

/*
 * Gives each line its role; a glued date becomes a part of its own. Line REST
 * is all that was not looked at, wrapped at WIDTH letters if not 0.
 */
static void
read_lines(struct furniture *f, const struct span_vec *lines, size_t rest,
	uint32_t width)
{
	for (size_t i = 0; i < lines->count; i++) {
		struct span line = lines->at[i];

		f->is_first = i == 0;
		f->is_near_top = i < EDGE_LINES;
		f->is_near_end = i + EDGE_LINES >= lines->count;
		if (i < HEAD_LINES) {
			uint32_t head = furniture_read_head(f, line);

			if (head > line.start)
				add_part(f->anatomy, (struct span){ line.start,
					head }, PART_DATE);
			line = span_trim(f->text, (struct span){ head,
				line.end });
		}
		if (i == rest)
			VEC_PUSH(&f->anatomy->parts, (struct part){
				.span = line, .role = PART_BODY,
				.has_lines = true, .width = width });
		else
			add_part(f->anatomy, line, furniture_read(f, line));
	}
}

/* Whether part INDEX opens the text: only facts about it stand before. */
static bool
is_opening(const struct part_vec *parts, size_t index)
{
	for (size_t i = 0; i < index; i++)
		if (parts->at[i].role == PART_CAPTION
			|| parts->at[i].role == PART_BODY)
			return false;
	return true;
}

static bool
looks_like_title(const char *text, struct span line)
{
	size_t nbytes = span_nbytes(line);

	return nbytes <= 4 * TITLE_LETTERS_MAX
		&& letter_count(text + line.start, nbytes) <= TITLE_LETTERS_MAX
		&& memchr(text + line.start, '\n', nbytes) == NULL
		&& !ends_in_full_stop(text, line)
		&& strchr(",;", text[line.end - 1]) == NULL;
}

/* A title is the first line of text, and text must follow it. */
static void
find_title(struct anatomy *anatomy, const char *text)
{
	struct part *title = NULL;

	for (size_t i = 0; i < anatomy->parts.count; i++) {
		struct part *part = &anatomy->parts.at[i];

		if (part->role != PART_BODY)
			continue;
		if (title != NULL) {
			title->role = PART_TITLE;
			anatomy->title = title->span;
			return;
		}
		if (!is_opening(&anatomy->parts, i)
			|| !looks_like_title(text, part->span))
			return;
		title = part;
	}
}

/* The last paragraph, if any other stands before it; parts.count: none. */
static size_t
last_paragraph(const struct part_vec *parts)
{
	size_t last = parts->count, count = 0;

	for (size_t i = parts->count; i-- > 0 && count < 2;) {
		if (parts->at[i].role != PART_BODY)
			continue;
		if (count++ == 0)
			last = i;
	}
	return count == 2 ? last : parts->count;
}

/* A name without a label, on a line behind the last sentence. */
static void
find_bare_byline(struct furniture *f)
{
	struct part_vec *parts = &f->anatomy->parts;
	size_t last = last_paragraph(parts);

	if (last == parts->count || last + EDGE_LINES < parts->count
		|| last == 0)
		return;
	if (ends_sentence(f->text, parts->at[last - 1].span)
		|| parts->at[last - 1].role != PART_BODY)
		parts->at[last].role = furniture_read_bare(f,
			parts->at[last].span);
}

/* Part INDEX ends at START from now on; the rest is a part of ROLE. */
static void
split_part(struct part_vec *parts, const char *text, size_t index,
	uint32_t start, enum part_role role)
{
	struct part rest = { .span = { start, parts->at[index].span.end },
		.role = role };

	VEC_PUSH(parts, rest);
	memmove(parts->at + index + 2, parts->at + index + 1,
		(parts->count - index - 2) * sizeof(*parts->at));
	parts->at[index + 1] = rest;
	parts->at[index].span = span_trim(text, (struct span){
		parts->at[index].span.start, start });
}

/* The last bytes of LINE. */
static struct span
end_of(const char *text, struct span line)
{
	if (span_nbytes(line) <= TAIL_NBYTES_MAX)
		return line;
	line.start = line.end - TAIL_NBYTES_MAX;
	while (((unsigned char)text[line.start] & 0xC0) == 0x80)
		line.start++;
	return line;
}

/* The same without a line of its own; there may be more than one. */
static void
find_glued_tails(struct furniture *f)
{
	struct part_vec *parts = &f->anatomy->parts;
	size_t last = parts->count;

	while (last > 0 && parts->at[last - 1].role != PART_BODY)
		last--;
	if (last == 0 || last + EDGE_LINES < parts->count)
		return;
	last--;
	for (int i = 0; i < GLUED_TAILS_MAX; i++) {
		struct span end = end_of(f->text, parts->at[last].span);
		enum part_role role;
		uint32_t start = furniture_read_tail(f, end, &role);

		if (start == parts->at[last].span.end)
			return;
		split_part(parts, f->text, last, start, role);
	}
}

/* "(NLĐ) - " and "CITY (Agency) - " before the lead: its end, or 0. */
static uint32_t
dateline_nbytes(const char *s, size_t nbytes)
{
	static const char *const dashes[] = { ") - ", ") – ", ") — ", ") -- ",
		")- ", ")– " };
	size_t head = nbytes < DATELINE_NBYTES_MAX ? nbytes
		: DATELINE_NBYTES_MAX;

	for (size_t i = 0; i < sizeof(dashes) / sizeof(*dashes); i++) {
		const char *dash = memmem(s, head, dashes[i],
			strlen(dashes[i]));

		if (dash != NULL && memchr(s, '(', (size_t)(dash - s)) != NULL)
			return (uint32_t)(dash - s + (ptrdiff_t)strlen(
				dashes[i]));
	}
	return 0;
}

/* The first words of LEAD, cut between words where that is possible. */
static struct span
first_words(const char *text, struct span lead)
{
	uint32_t at, cut = lead.start;
	size_t nletters = 0;

	lead.start += dateline_nbytes(text + lead.start, span_nbytes(lead));
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
	anatomy->label = anatomy->title;
	for (size_t i = 0; i < anatomy->parts.count
		&& span_is_empty(anatomy->label); i++)
		if (anatomy->parts.at[i].role == PART_BODY)
			anatomy->label = first_words(text,
				anatomy->parts.at[i].span);
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
		lines_split(text, nbytes, &lines);
	read_lines(&furniture, &lines, rest, width);
	find_bare_byline(&furniture);
	find_glued_tails(&furniture);
	find_title(anatomy, text);
	repeats_find(anatomy, text, nbytes);
	find_label(anatomy, text);
	furniture_release(&furniture);
	VEC_RELEASE(&lines);
}
