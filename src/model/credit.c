#include <config.h>

#include "model/furniture.h"

#include <string.h>

#include "model/lines.h"
#include "model/name.h"
#include "text/utf8.h"

/*
 * Credits behind a caption: a label in the middle of a line, or in brackets
 * at its end.
 */

#define CREDIT_NBYTES_MAX 80

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
			&& furniture_label_at(f, roles, (struct span){ at,
				line.end }, hit)
			&& at + hit->nbytes == colon + 1
			&& is_label_start(f->text, line, at))
			return at;
	return line.end;
}

/* Whether a credit ends LINE: "... . Ảnh: BBC", "... Photo: A. Writer/AFP" */
static bool
has_credit_at_end(struct furniture *f, struct span line)
{
	struct label_hit hit;

	return furniture_find_label(f, LABEL_BIT(LABEL_CREDIT), line,
		CREDIT_NBYTES_MAX, &hit) != line.end;
}

/* Whether brackets with a credit end LINE: "(Ảnh: Reuters)", "[Reuters]" */
static bool
has_credit_in_brackets(struct furniture *f, struct span line)
{
	struct span brackets = brackets_at_end(f->text, line), inside;
	struct label_hit hit;

	if (span_is_empty(brackets)
		|| span_nbytes(brackets) > 2 * CREDIT_NBYTES_MAX)
		return false;
	inside = inside_brackets(f->text, brackets);
	if (span_is_empty(inside))
		return false;
	return furniture_label_at(f, LABEL_BIT(LABEL_CREDIT), inside, &hit)
		|| has_credit_at_end(f, inside)
		|| (f->text[brackets.start] == '['
			&& furniture_is_agencies(f, inside));
}

bool
furniture_has_credit(struct furniture *f, struct span line)
{
	return has_credit_in_brackets(f, line) || has_credit_at_end(f, line);
}
