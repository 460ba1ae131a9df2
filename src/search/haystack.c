#include <config.h>

#include "search/haystack.h"

#include <assert.h>

#include "base/vec.h"
#include "base/xalloc.h"
#include "text/marks.h"
#include "text/utf8.h"
#include "model/anchors.h"

/* Source bytes that are folded at a time, at least. */
#ifndef PIECE_NBYTES
#define PIECE_NBYTES 128
#endif

/* What is longer is no word; tones are not looked for beyond. */
#define WORD_NBYTES_MAX 256

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
		.buf = BUF_INIT,
	};
}

void
haystack_release(struct haystack *hay)
{
	VEC_RELEASE(&hay->pieces);
	free(hay->marks);
	hay->marks = NULL;
	VEC_RELEASE(&hay->near);
	buf_release(&hay->buf);
	fold_map_release(&hay->map);
}

static bool
is_ascii(const char *s, size_t nbytes)
{
	unsigned char all = 0;

	for (size_t i = 0; i < nbytes; i++)
		all |= (unsigned char)s[i];
	return all < 0x80;
}

static void
add_piece(struct haystack *hay)
{
	const char *piece = hay->text + hay->end;
	size_t left = hay->nbytes - hay->end;
	size_t nbytes = fold_cut(piece, left, PIECE_NBYTES);

	buf_reset(&hay->buf);
	fold_text(piece, nbytes, &hay->buf);
	assert(hay->buf.nbytes <= hay->folded_nbytes - hay->folded_end);
	VEC_PUSH(&hay->pieces, (struct haystack_piece){ hay->end,
		hay->folded_end, is_ascii(piece, nbytes) });
	hay->end += nbytes;
	hay->folded_end += (uint32_t)hay->buf.nbytes;
}

/* The marks of the source from OFF to END, by byte of what it folds to. */
static void
read_marks(struct haystack *hay, size_t off, size_t end, uint16_t *out)
{
	const char *text = hay->text + off;
	unsigned marks = 0;

	buf_reset(&hay->buf);
	fold_text_map(text, end - off, &hay->buf, &hay->map);
	for (size_t i = 0; i < hay->map.count; i++) {
		/* The later bytes of a letter have what its first has. */
		if (((unsigned char)hay->buf.at[i] & 0xC0) != 0x80) {
			marks = 0;
			if (span_nbytes(hay->map.at[i]) > 1
			    && is_latin_at(hay->buf.at, i))
				marks = marks_in(text + hay->map.at[i].start,
					span_nbytes(hay->map.at[i]));
		}
		out[i] = (uint16_t)marks;
	}
}

static void
see_marks(struct haystack *hay, size_t number)
{
	struct haystack_piece *piece = &hay->pieces.at[number];
	size_t end = number + 1 < hay->pieces.count ? piece[1].off : hay->end;

	read_marks(hay, piece->off, end, hay->marks + piece->folded);
	piece->is_known = true;
}

/* The last anchor that is not behind folded byte OFF. */
static size_t
anchor_of(const struct haystack *hay, uint32_t off)
{
	size_t first = 0, end = anchor_count(hay->nbytes);

	while (end - first > 1) {
		size_t middle = first + (end - first) / 2;

		if (hay->anchors[middle].folded <= off)
			first = middle;
		else
			end = middle;
	}
	return first;
}

/* The marks of SPAN, by the anchors around it. */
static const uint16_t *
marks_near(struct haystack *hay, struct span span)
{
	const struct anchor *anchors = hay->anchors;
	size_t first, end;

	if (span.start < hay->near_span.start
	    || span.end > hay->near_span.end) {
		first = anchor_of(hay, span.start);
		end = anchor_of(hay, span.end - 1) + 1;
		hay->near_span = (struct span){ anchors[first].folded,
			anchors[end].folded };
		VEC_RESERVE(&hay->near, span_nbytes(hay->near_span));
		read_marks(hay, anchors[first].off, anchors[end].off,
			hay->near.at);
	}
	return hay->near.at + (span.start - hay->near_span.start);
}

/* The number of the piece that has folded byte OFF, which was looked at. */
static size_t
piece_of(const struct haystack *hay, uint32_t off)
{
	size_t first = 0, end = hay->pieces.count;

	while (end - first > 1) {
		size_t middle = first + (end - first) / 2;

		if (hay->pieces.at[middle].folded <= off)
			first = middle;
		else
			end = middle;
	}
	return first;
}

const uint16_t *
haystack_marks(struct haystack *hay, struct span span)
{
	assert(span.start < span.end && span.end <= hay->folded_nbytes);
	if (hay->anchors != NULL)
		return marks_near(hay, span);
	if (hay->marks == NULL)
		hay->marks = xcalloc(hay->folded_nbytes, sizeof(*hay->marks));
	while (hay->folded_end < span.end && hay->end < hay->nbytes)
		add_piece(hay);
	assert(hay->folded_end >= span.end);
	for (size_t i = piece_of(hay, span.start);
	     i < hay->pieces.count && hay->pieces.at[i].folded < span.end; i++)
		if (!hay->pieces.at[i].is_known)
			see_marks(hay, i);
	return hay->marks + span.start;
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
