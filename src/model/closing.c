#include <config.h>

#include "model/closing.h"

#include <string.h>

#include "base/vec.h"
#include "model/lines.h"
#include "model/sentence.h"

/* Names alone behind the last sentence. */
#define BARE_LINES_MAX 3
/* A byline and a source or two. */
#define GLUED_TAILS_MAX 3
/* A tail is no longer than this. */
#define TAIL_NBYTES_MAX 4096

/* Whether part INDEX is text that may be a line of names. */
static bool
may_be_bare(const struct furniture *f, size_t index)
{
	const struct part *part = &f->anatomy->parts.at[index];

	return part->role == PART_BODY && !part->has_lines
		&& span_nbytes(part->span) <= FURNITURE_NBYTES_MAX
		&& !ends_in_full_stop(f->text, part->span);
}

/* Whether text stands before part INDEX. */
static bool
has_text_before(const struct part_vec *parts, size_t index)
{
	while (index-- > 0)
		if (parts->at[index].role == PART_BODY)
			return true;
	return false;
}

void
closing_find_names(struct furniture *f)
{
	struct part_vec *parts = &f->anatomy->parts;
	size_t last = parts->count;

	for (int i = 0; i < BARE_LINES_MAX && last > 0; i++) {
		struct finding found = { .role = PART_BODY };
		size_t before;

		while (last > 0 && parts->at[last - 1].role != PART_BODY)
			last--;
		if (last == 0 || last + CLOSING_LINES < parts->count
			|| !has_text_before(parts, --last))
			return;
		before = last;
		while (before > 0 && last - before < BARE_LINES_MAX
			&& may_be_bare(f, before - 1))
			before--;
		if (before == 0 || (parts->at[before - 1].role == PART_BODY
			&& !ends_sentence(f->text, parts->at[before - 1].span)))
			return;
		if (!parts->at[last].has_lines)
			found = furniture_read_bare(f, parts->at[last].span);
		if (found.role == PART_BODY)
			return;
		parts->at[last].role = found.role;
		parts->at[last].reason = found.reason;
	}
}

/* Part INDEX ends at START from now on; the rest was FOUND to be something. */
static void
split_part(struct part_vec *parts, const char *text, size_t index,
	uint32_t start, const struct finding *found)
{
	struct part rest = { .span = { start, parts->at[index].span.end },
		.role = found->role, .reason = found->reason,
		.why = found->why };

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

/* "Follow us ...", "© ...": lines about the page, not about the article. */
static bool
is_about_page(const struct furniture *f, const struct part *part)
{
	struct label_hit hit;

	return !part->has_lines && span_nbytes(part->span)
		<= FURNITURE_NBYTES_MAX && furniture_label_at(f,
			LABEL_BIT(LABEL_OTHER), part->span, &hit)
		&& (f->text[part->span.start] == '\xC2'
			|| !ends_in_full_stop(f->text, part->span));
}

/* Dashes and bars before byte START of PART belong to what begins there. */
static uint32_t
with_dash(const char *text, const struct part *part, uint32_t start)
{
	struct span before = span_trim(text, (struct span){ part->span.start,
		start });

	if (ends_with(text, before, " -") || ends_with(text, before, " |"))
		return before.end - 1;
	if (ends_with(text, before, " –") || ends_with(text, before, " —"))
		return before.end - 3;
	return start;
}

void
closing_find_tails(struct furniture *f)
{
	struct part_vec *parts = &f->anatomy->parts;
	size_t last = parts->count;

	while (last > 0 && (parts->at[last - 1].role != PART_BODY
		|| is_about_page(f, &parts->at[last - 1])))
		last--;
	if (last == 0 || last + CLOSING_LINES < parts->count)
		return;
	last--;
	for (int i = 0; i < GLUED_TAILS_MAX; i++) {
		struct span end = end_of(f->text, parts->at[last].span);
		struct finding found;
		uint32_t start = furniture_read_tail(f, end, &found);

		if (start == parts->at[last].span.end)
			return;
		split_part(parts, f->text, last, with_dash(f->text,
			&parts->at[last], start), &found);
	}
}
