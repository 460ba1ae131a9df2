#include <config.h>

#include "search/haystack.h"

#include <assert.h>
#include <string.h>

#include "base/vec.h"
#include "text/fold.h"
#include "text/marks.h"
#include "text/utf8.h"
#include "model/anchors.h"

/* What is longer is no word; tones are not looked for beyond. */
#define WORD_NBYTES_MAX 256
/* Marks that are kept, at least while there are more. */
#ifndef NEAR_COUNT_MAX
#define NEAR_COUNT_MAX 4096
#endif
/* Those that stay when they are too many: a word goes back no farther. */
#ifndef NEAR_KEPT
#define NEAR_KEPT WORD_NBYTES_MAX
#endif
/* What is not farther away than this is read on to, not left out. */
#define NEAR_GAP_MAX 32
/* Letters that are nearer are walked to. */
#define LEAP_NBYTES_MIN 128

static bool
is_latin_at(const char *s, size_t off)
{
	unsigned char lead = (unsigned char)s[off];
	uint32_t cp;

	if (lead < 0x80)
		return (lead | 0x20) >= 'a' && (lead | 0x20) <= 'z';
	utf8_next(s + off, &cp);
	return is_latin_letter(cp);
}

struct span
latin_word(const char *folded, uint32_t nbytes, uint32_t off)
{
	struct span word = { off, off };
	uint32_t cp;
	size_t before;

	while (word.end < nbytes && word.end - off < WORD_NBYTES_MAX
	       && is_latin_at(folded, word.end))
		word.end += (uint32_t)utf8_next(folded + word.end, &cp);
	if (span_is_empty(word))
		return word;
	while (word.start > 0 && off - word.start < WORD_NBYTES_MAX) {
		before = utf8_before(folded, word.start);
		if (!is_latin_at(folded, before))
			break;
		word.start = (uint32_t)before;
	}
	return word;
}

void
haystack_init(struct haystack *hay, const char *text, size_t nbytes,
	const char *folded, uint32_t folded_nbytes)
{
	*hay = (struct haystack){
		.text = text,
		.nbytes = nbytes,
		.folded = folded,
		.folded_nbytes = folded_nbytes,
	};
}

void
haystack_release(struct haystack *hay)
{
	VEC_RELEASE(&hay->near);
}

void
haystack_forget(struct haystack *hay)
{
	hay->word = (struct span){ 0, 0 };
}

/* The last anchor that is not behind folded byte OFF: not far on, mostly. */
static size_t
anchor_of(const struct haystack *hay, uint32_t off)
{
	const struct anchor *anchors = hay->anchors;
	size_t last = anchor_count(hay->nbytes) - 1, step = 1;
	size_t first = anchors[hay->anchor].folded <= off ? hay->anchor : 0;
	size_t end;

	while (first + step < last && anchors[first + step].folded <= off) {
		first += step;
		step *= 2;
	}
	end = first + step < last ? first + step : last;
	while (end - first > 1) {
		size_t middle = first + (end - first) / 2;

		if (anchors[middle].folded <= off)
			first = middle;
		else
			end = middle;
	}
	return first;
}

/* Goes back, or on by a leap, to where there is an anchor. */
static void
leap(struct haystack *hay, uint32_t off)
{
	struct fold_letter *letter = &hay->letter;
	const struct anchor *anchor;

	if (off < letter->folded.start)
		*letter = (struct fold_letter){ { 0, 0 }, { 0, 0 } };
	if (hay->anchors == NULL)
		return;
	hay->anchor = anchor_of(hay, off);
	anchor = &hay->anchors[hay->anchor];
	if (anchor->folded > letter->folded.end)
		*letter = (struct fold_letter){ { anchor->off, anchor->off },
			{ anchor->folded, anchor->folded } };
}

struct fold_letter
haystack_letter(struct haystack *hay, uint32_t off)
{
	struct fold_letter *letter = &hay->letter;

	assert(off < hay->folded_nbytes);
	if (off < letter->folded.start
	    || off - letter->folded.start > LEAP_NBYTES_MIN)
		leap(hay, off);
	fold_follow(hay->text, hay->nbytes, hay->folded, off, letter);
	return *letter;
}

/* The marks of the letter that begins at folded byte OFF; its end. */
static uint32_t
read_marks(struct haystack *hay, uint32_t off, uint16_t *out)
{
	struct fold_letter *letter = &hay->letter;
	unsigned marks = 0, all = 0;

	fold_follow(hay->text, hay->nbytes, hay->folded, off, letter);
	if (span_nbytes(letter->source) > 1)
		all = marks_in(hay->text + letter->source.start,
			span_nbytes(letter->source));
	for (; off < letter->folded.end; off++) {
		/* The later bytes of a letter have what its first has. */
		if (((unsigned char)hay->folded[off] & 0xC0) != 0x80)
			marks = all != 0 && is_latin_at(hay->folded, off) ? all
				: 0;
		*out++ = (uint16_t)marks;
	}
	return off;
}

/* Adds the marks up to folded byte END, or a little farther. */
static void
add_marks(struct haystack *hay, uint32_t end)
{
	uint32_t start = hay->near_start;
	uint32_t off = start + (uint32_t)hay->near.count;

	if (off >= end)
		return;
	VEC_RESERVE(&hay->near, end - start + FOLD_NBYTES_MAX);
	haystack_letter(hay, off);
	while (off < end)
		off = read_marks(hay, off, hay->near.at + (off - start));
	hay->near.count = off - start;
}

/* Makes the marks begin at START or before it, if they do not. */
static void
begin_near(struct haystack *hay, uint32_t start)
{
	size_t end = hay->near_start + hay->near.count;
	size_t dropped;

	if (start < hay->near_start || start > end + NEAR_GAP_MAX) {
		/* The tones of the first word are asked for, too. */
		hay->near_start = haystack_letter(hay, latin_word(hay->folded,
			hay->folded_nbytes, start).start).folded.start;
		hay->near.count = 0;
	} else if (hay->near.count > NEAR_COUNT_MAX
	    && start > hay->near_start + NEAR_KEPT && start <= end) {
		dropped = start - hay->near_start - NEAR_KEPT;
		hay->near.count -= dropped;
		memmove(hay->near.at, hay->near.at + dropped,
			hay->near.count * sizeof(*hay->near.at));
		hay->near_start += (uint32_t)dropped;
	}
}

const uint16_t *
haystack_marks(struct haystack *hay, struct span span)
{
	assert(span.start < span.end && span.end <= hay->folded_nbytes);
	begin_near(hay, span.start);
	add_marks(hay, span.end);
	return hay->near.at + (span.start - hay->near_start);
}

unsigned
haystack_tones(struct haystack *hay, uint32_t off)
{
	const uint16_t *marks;

	if (off >= hay->word.start && off < hay->word.end)
		return hay->tones;
	hay->word = latin_word(hay->folded, hay->folded_nbytes, off);
	hay->tones = 0;
	marks = haystack_marks(hay, hay->word);
	for (uint32_t i = 0; i < span_nbytes(hay->word); i++)
		hay->tones |= marks[i] & MARKS_TONES;
	return hay->tones;
}
