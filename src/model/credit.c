#include <config.h>

#include "model/furniture.h"

#include <string.h>

#include "base/vec.h"
#include "text/utf8.h"
#include "model/lines.h"
#include "model/name.h"
#include "model/sentence.h"

/*
 * Credits behind a caption: a label in the middle of a line, or in brackets
 * at its end; and captions that were glued to a paragraph.
 */

#define CREDIT_NBYTES_MAX 80
/* A caption with the credit of an agency alone has at most so many letters. */
#define AGENCY_LETTERS_MAX 200
/* A caption of more sentences is a paragraph with one behind it. */
#define CAPTION_SENTENCES_MAX 2
/* And what stands before a credit in the middle of a line is no longer. */
#define GLUED_NBYTES_MAX 500

/* Whether the label at START may begin there, in the middle of a line. */
static bool
is_label_start(const char *text, struct span line, uint32_t start)
{
	struct span before = span_trim(text, (struct span){ line.start,
		start });
	unsigned char last, ahead;
	uint32_t cp;

	if (span_is_empty(before))
		return true;
	last = (unsigned char)text[before.end - 1];
	ahead = (unsigned char)text[start - 1];
	/* Behind a blank or punctuation: not in the middle of a word. */
	if (before.end == start && (ahead >= 0x80 || (ahead >= 'a'
		&& ahead <= 'z') || (ahead >= 'A' && ahead <= 'Z')))
		return false;
	/* A script without capitals cannot tell otherwise. */
	utf8_next(text + start, &cp);
	return is_capital(cp) || (cp >= 0x590 && cp < 0x1E00)
		|| strchr(".,;|/([-\")!?", last) != NULL
		|| ends_sentence(text, before) || ends_with(text, before, "–")
		|| ends_with(text, before, "—") || ends_with(text, before, "،");
}

uint32_t
furniture_find_label(struct furniture *f, unsigned roles, struct span line,
	uint32_t window, struct label_hit *hit)
{
	uint32_t tail = span_nbytes(line) > window ? line.end - window
		: line.start;
	const char *found = memrchr(f->text + tail, ':', line.end - tail);
	uint32_t colon, at;

	if (found == NULL || found + 1 == f->text + line.end)
		return line.end;
	colon = (uint32_t)(found - f->text);
	at = colon - line.start > LABEL_NBYTES_MAX ? colon - LABEL_NBYTES_MAX
		: line.start;
	for (; at < colon; at++)
		if (((unsigned char)f->text[at] & 0xC0) != 0x80
			&& furniture_label_at(f,
				roles | LABEL_BIT(LABEL_BYLINE),
				(struct span){ at, line.end }, hit)
			&& at + hit->nbytes == colon + 1
			&& is_label_start(f->text, line, at))
			/* "Text and photos:" says who wrote. */
			return (hit->roles & roles) != 0 ? at : line.end;
	return line.end;
}

static struct finding
credit(uint32_t start, const struct label_hit *hit)
{
	return (struct finding){ PART_CAPTION, REASON_CREDIT, { start,
		start + (uint32_t)hit->nbytes } };
}

/* The start of a word that may be "©", "REUTERS/Ann Lee", "Photo by". */
static uint32_t
last_words(const char *text, struct span line)
{
	uint32_t at = span_nbytes(line) > CREDIT_NBYTES_MAX
		? line.end - CREDIT_NBYTES_MAX : line.start;

	while (((unsigned char)text[at] & 0xC0) == 0x80)
		at++;
	return at;
}

/* Whether what stands at AT, to the end of LINE, is a credit: a label without
   a colon and names, "REUTERS/Ann Lee". */
static bool
is_credit_at(struct furniture *f, struct span line, uint32_t at,
	struct finding *found)
{
	struct span rest = { at, line.end };
	struct label_hit hit;
	int nwords;

	if (furniture_label_at(f, LABEL_BIT(LABEL_CREDIT), rest, &hit)) {
		rest.start += (uint32_t)hit.nbytes;
		rest = span_trim(f->text, rest);
		*found = credit(at, &hit);
		return span_is_empty(rest)
			|| furniture_is_persons(f, rest, &nwords)
			|| furniture_knows_agency(f, rest);
	}
	if (!furniture_label_at(f, LABEL_BIT(LABEL_AGENCY), rest, &hit)
		|| at + hit.nbytes + 1 >= line.end
		|| f->text[at + hit.nbytes] != '/')
		return false;
	*found = credit(at, &hit);
	rest.start += (uint32_t)hit.nbytes + 1;
	return name_can_start(f->text + rest.start, span_nbytes(rest))
		&& (furniture_is_persons(f, rest, &nwords)
			|| furniture_knows_agency(f, rest));
}

/* Whether a credit without a colon may begin at AT: it is "©", or stands behind
   a sentence, a dash or a bar. */
static bool
is_behind_caption(const char *text, struct span line, uint32_t at)
{
	struct span before = { line.start, at };

	if (text[at] == '\xC2' && text[at + 1] == '\xA9')
		return at > line.start;
	if (at < line.start + 2 || blank_nbytes(text + at - 1, 1) == 0
		|| strchr(".!?)]\"'|/-\x9D\x99\xBB\x93\x94", text[at - 2])
			== NULL)
		return false;
	before = span_trim(text, before);
	return ends_sentence(text, before)
		|| strchr("|/-", text[before.end - 1]) != NULL
		|| ends_with(text, before, "–")
		|| ends_with(text, before, "—");
}

/* Whether a credit ends LINE: "... . Ảnh: BBC", "... Photo: A. Writer/AFP" */
static bool
has_credit_at_end(struct furniture *f, struct span line,
	struct finding *found)
{
	struct label_hit hit;
	uint32_t at = furniture_find_label(f, LABEL_BIT(LABEL_CREDIT), line,
		CREDIT_NBYTES_MAX, &hit);

	if (at != line.end) {
		*found = credit(at, &hit);
		return true;
	}
	if (ends_in_full_stop(f->text, line))
		return false;
	for (at = last_words(f->text, line); at < line.end; at++)
		/* "Bài - ảnh: ..." says who wrote. */
		if (is_behind_caption(f->text, line, at)
			&& is_credit_at(f, line, at, found))
			return furniture_find_label(f, LABEL_BIT(LABEL_BYLINE),
				line, CREDIT_NBYTES_MAX, &hit) == line.end;
	return false;
}

/* "LISBON", which opens a dateline and is no caption. */
static bool
is_place(const struct furniture *f, struct span span)
{
	struct name_shape shape;

	return furniture_is_label(f, LABEL_BIT(LABEL_OTHER), span)
		|| (name_read(f->text + span.start, span_nbytes(span), &shape)
			&& shape.is_all_capitals);
}

/* "(Reuters)", "[Ann Lee/AFP]" behind what can be a caption. */
static bool
has_agency_in_brackets(struct furniture *f, struct span line,
	struct span brackets)
{
	struct span inside = inside_brackets(f->text, brackets);
	struct span before = span_trim(f->text, (struct span){ line.start,
		brackets.start });
	struct label_hit hit;

	if (f->text[brackets.start] == '[')
		return furniture_knows_agency(f, inside);
	/* "(Nguồn: Reuters)" in the middle is about a picture. */
	if (furniture_label_at(f, LABEL_BIT(LABEL_SOURCE), inside, &hit)
		&& hit.has_colon)
		inside.start += (uint32_t)hit.nbytes;
	inside = span_trim(f->text, inside);
	return !span_is_empty(inside) && !span_is_empty(before)
		&& brackets.end == line.end
		&& f->has_prose_after && !f->is_first
		&& !is_place(f, before)
		&& letter_count(f->text + line.start, span_nbytes(line))
			<= AGENCY_LETTERS_MAX
		&& (furniture_knows_agency(f, inside)
			|| furniture_hyphen(f, inside) != inside.end);
}

/* Whether brackets with a credit end LINE: "(Ảnh: Reuters)", "[Reuters]" */
static bool
has_credit_in_brackets(struct furniture *f, struct span line,
	struct finding *found)
{
	struct span brackets = brackets_at_end(f->text, line), inside;
	struct label_hit hit;

	if (span_is_empty(brackets)
		|| span_nbytes(brackets) > 2 * CREDIT_NBYTES_MAX)
		return false;
	inside = inside_brackets(f->text, brackets);
	if (span_is_empty(inside))
		return false;
	*found = (struct finding){ PART_CAPTION, REASON_CREDIT, inside };
	if (furniture_label_at(f, LABEL_BIT(LABEL_CREDIT), inside, &hit)
		&& (hit.has_colon || is_credit_at(f, inside, inside.start,
			found))) {
		*found = credit(inside.start, &hit);
		return true;
	}
	return has_credit_at_end(f, inside, found)
		|| has_agency_in_brackets(f, line, brackets);
}

bool
furniture_has_credit(struct furniture *f, struct span line,
	struct finding *found)
{
	struct finding credited = { .role = PART_BODY };
	uint32_t start;

	if (!has_credit_in_brackets(f, line, &credited)
		&& !has_credit_at_end(f, line, &credited))
		return false;
	start = credited.why.start;
	if (sentence_count(f->text, (struct span){ line.start, start },
		CAPTION_SENTENCES_MAX + 1) > CAPTION_SENTENCES_MAX)
		return false;
	*found = credited;
	return true;
}

/* Whether a caption can end at byte END of LINE, and a paragraph begin. */
static bool
is_caption_border(const struct furniture *f, struct span line, uint32_t end)
{
	struct span rest = span_trim(f->text, (struct span){ end, line.end });

	return !span_is_empty(rest)
		&& name_can_start(f->text + rest.start, span_nbytes(rest))
		&& ends_sentence(f->text, line);
}

uint32_t
furniture_caption_head(struct furniture *f, struct span line,
	struct finding *found)
{
	uint32_t reach = span_nbytes(line) < GLUED_NBYTES_MAX ? line.end
		: line.start + GLUED_NBYTES_MAX;
	const char *open = memchr(f->text + line.start, '(', reach
		- line.start), *close;
	struct label_hit hit;
	uint32_t end;

	if (open == NULL)
		return line.start;
	close = memchr(open, ')', (size_t)(f->text + line.end - open));
	if (close == NULL || !furniture_label_at(f, LABEL_BIT(LABEL_CREDIT),
		(struct span){ (uint32_t)(open - f->text) + 1, line.end },
		&hit) || !hit.has_colon)
		return line.start;
	end = (uint32_t)(close - f->text) + 1;
	end += end < line.end && f->text[end] == '.';
	if (!is_caption_border(f, line, end)
		|| sentence_count(f->text, (struct span){ line.start,
			(uint32_t)(open - f->text) }, CAPTION_SENTENCES_MAX + 1)
			> CAPTION_SENTENCES_MAX)
		return line.start;
	*found = credit((uint32_t)(open - f->text) + 1, &hit);
	VEC_PUSH(&f->anatomy->captions, (struct span){ line.start, end });
	return end;
}

uint32_t
furniture_caption_tail(struct furniture *f, struct span line,
	struct finding *found)
{
	struct span brackets = brackets_at_end(f->text, line);
	struct span inside = inside_brackets(f->text, brackets);
	struct label_hit hit;
	uint32_t start;

	if (!span_is_empty(brackets) && !span_is_empty(inside)
		&& furniture_label_at(f, LABEL_BIT(LABEL_CREDIT), inside, &hit)
		&& hit.has_colon) {
		start = brackets.start;
		*found = credit(inside.start, &hit);
	} else {
		start = furniture_find_label(f, LABEL_BIT(LABEL_CREDIT), line,
			CREDIT_NBYTES_MAX, &hit);
		*found = credit(start, &hit);
	}
	if (start == line.end || start == line.start
		|| !ends_sentence(f->text, span_trim(f->text, (struct span){
			line.start, start })))
		return line.end;
	VEC_PUSH(&f->anatomy->captions, (struct span){ start, line.end });
	return start;
}
