#include <config.h>

#include "search/term.h"

#include <stdlib.h>
#include <string.h>

#include "base/vec.h"
#include "base/xalloc.h"
#include "search/haystack.h"
#include "text/compare.h"
#include "text/fold.h"
#include "text/marks.h"

static struct span
without_blanks(const char *s, size_t nbytes)
{
	struct span inner = { 0, (uint32_t)nbytes };

	while (inner.start < inner.end && s[inner.start] == ' ')
		inner.start++;
	while (inner.start < inner.end && s[inner.end - 1] == ' ')
		inner.end--;
	return inner;
}

static void
take_letter_marks(struct term *term, const uint16_t *marks)
{
	size_t count = term->folded.nbytes;
	bool has_any = false;

	for (size_t i = 0; i < count; i++)
		has_any |= (marks[i] & ~(unsigned)MARKS_TONES) != 0;
	if (!has_any)
		return;
	term->marks = xcalloc(count, sizeof(*term->marks));
	for (size_t i = 0; i < count; i++)
		term->marks[i] = marks[i] & ~(unsigned)MARKS_TONES;
}

static void
take_tones(struct term *term, const uint16_t *marks)
{
	uint32_t count = (uint32_t)term->folded.nbytes;
	struct span word = { 0, 0 };

	for (uint32_t off = 0; off < count; off++) {
		/* Marks are on Latin letters only: there is a word here. */
		if (off < word.end || (marks[off] & MARKS_TONES) == 0)
			continue;
		word = latin_word(term->folded.at, count, off);
		VEC_PUSH(&term->tones, (struct term_tones){ off, 0 });
		for (uint32_t i = off; i < word.end; i++)
			term->tones.at[term->tones.count - 1].tones |=
				marks[i] & MARKS_TONES;
	}
}

static void
take_marks(struct term *term, const char *typed, size_t nbytes,
	const struct buf *folded, struct span inner)
{
	struct haystack hay;
	const uint16_t *marks;

	haystack_init(&hay, typed, nbytes, folded->at,
		(uint32_t)folded->nbytes);
	marks = haystack_marks(&hay, inner);
	take_letter_marks(term, marks);
	take_tones(term, marks);
	haystack_release(&hay);
}

bool
term_init(struct term *term, const char *typed, size_t nbytes)
{
	struct buf folded = BUF_INIT;
	struct fold_map map = { 0 };
	struct span inner, source;

	fold_text_map(typed, nbytes, &folded, &map);
	inner = without_blanks(folded.at, folded.nbytes);
	if (!span_is_empty(inner)) {
		*term = (struct term){ .typed = BUF_INIT, .folded = BUF_INIT };
		source = fold_map_span(&map, inner);
		buf_add(&term->typed, typed + source.start,
			span_nbytes(source));
		buf_add(&term->folded, folded.at + inner.start,
			span_nbytes(inner));
		scan_init(&term->scan, term->folded.at, term->folded.nbytes);
		take_marks(term, typed, nbytes, &folded, inner);
	}
	fold_map_release(&map);
	buf_release(&folded);
	return !span_is_empty(inner);
}

void
term_release(struct term *term)
{
	buf_release(&term->typed);
	buf_release(&term->folded);
	free(term->marks);
	term->marks = NULL;
	VEC_RELEASE(&term->tones);
}

bool
term_has_marks(const struct term *term)
{
	return term->marks != NULL || term->tones.count > 0;
}

enum rung
term_rung(const struct term *term, const char *s, size_t nbytes)
{
	return text_equal_nocase(term->typed.at, term->typed.nbytes, s, nbytes)
		? RUNG_EXACT : RUNG_FOLDED;
}

static bool
has_letter_marks(const struct term *term, struct haystack *hay, uint32_t off)
{
	uint32_t count = (uint32_t)term->folded.nbytes;
	const uint16_t *marks = haystack_marks(hay,
		(struct span){ off, off + count });

	for (uint32_t i = 0; i < count; i++) {
		if ((term->marks[i] & ~(unsigned)marks[i]) != 0)
			return false;
	}
	return true;
}

/* Whether the text has, OFF on, the marks that were typed. */
static bool
has_marks(const struct term *term, struct haystack *hay, uint32_t off)
{
	if (term->marks != NULL && !has_letter_marks(term, hay, off))
		return false;
	for (size_t i = 0; i < term->tones.count; i++) {
		const struct term_tones *wanted = &term->tones.at[i];
		unsigned tones = haystack_tones(hay, off + wanted->off);

		if ((wanted->tones & ~tones) != 0)
			return false;
	}
	return true;
}

bool
term_find_before(const struct term *term, struct haystack *hay, uint32_t end,
	uint32_t *off)
{
	size_t nbytes = term->folded.nbytes;
	/* A place before END may reach beyond it. */
	size_t last = end + nbytes - 1 < hay->folded_nbytes
		? end + nbytes - 1 : hay->folded_nbytes;

	for (size_t from = *off; from < last; from++) {
		const char *hit = scan_find(&term->scan, hay->folded + from,
			last - from);

		if (hit == NULL)
			return false;
		from = (size_t)(hit - hay->folded);
		if (has_marks(term, hay, (uint32_t)from)) {
			*off = (uint32_t)from;
			return true;
		}
	}
	return false;
}

bool
term_find(const struct term *term, struct haystack *hay, uint32_t *off)
{
	return term_find_before(term, hay, hay->folded_nbytes, off);
}
