#include <config.h>

#include "model/lines.h"

#include <string.h>

#include "base/vec.h"
#include "text/word.h"
#include "model/join.h"
#include "model/name.h"
#include "model/sentence.h"

/* What is never wrapped is not worth counting. */
#define WRAP_LINES_MIN 6
/* A short text wants more evidence: all ends full, most in a sentence. */
#define WRAP_SHORT_LINES_MIN 4
#define WRAP_SHORT_OPEN_MIN 2
#define WRAP_LETTERS_MIN 40
#define WRAP_LETTERS_MAX 100
/* A line that goes on in the next one may have this share of room left. */
#define WRAP_SLACK_SHARE 16
/* How much is an end of a large text. */
#ifndef END_NBYTES
#define END_NBYTES ((size_t)16 << 10)
#endif

size_t
blank_nbytes(const char *s, size_t nbytes)
{
	const unsigned char *b = (const unsigned char *)s;

	if (nbytes > 0 && (*b == ' ' || *b == '\t' || *b == '\n'))
		return 1;
	if (nbytes >= 2 && b[0] == 0xC2 && b[1] == 0xA0)
		return 2;
	if (nbytes < 3 || b[0] < 0xE2 || b[0] > 0xE3)
		return 0;
	if (b[0] == 0xE3)
		return b[1] == 0x80 && b[2] == 0x80 ? 3 : 0;
	if (b[1] == 0x80 && (b[2] <= 0x8A || b[2] == 0xAF))
		return 3;
	return b[1] == 0x81 && b[2] == 0x9F ? 3 : 0;
}

/* The length of the blank that ends the NBYTES at S. */
static size_t
blank_nbytes_at_end(const char *s, size_t nbytes)
{
	size_t length = 0;

	if (nbytes > 0 && (unsigned char)s[nbytes - 1] < 0x80)
		return blank_nbytes(s + nbytes - 1, 1);
	if (nbytes >= 2)
		length = blank_nbytes(s + nbytes - 2, 2) == 2 ? 2 : 0;
	if (length == 0 && nbytes >= 3)
		length = blank_nbytes(s + nbytes - 3, 3) == 3 ? 3 : 0;
	return length;
}

/* Nobody writes that many in a row, but somebody may have made them. */
static bool
is_blank_word(const char *s)
{
	uint64_t word = word_load(s);

	return word == WORD_ONES * ' ' || word == WORD_ONES * '\n'
		|| word == 0xA0C2A0C2A0C2A0C2; /* no-break spaces */
}

struct span
span_trim(const char *text, struct span span)
{
	size_t length;

	while (span_nbytes(span) >= WORD_NBYTES
		&& is_blank_word(text + span.start))
		span.start += WORD_NBYTES;
	while (span_nbytes(span) >= WORD_NBYTES
		&& is_blank_word(text + span.end - WORD_NBYTES))
		span.end -= WORD_NBYTES;
	while ((length = blank_nbytes(text + span.start, span_nbytes(span)))
		> 0)
		span.start += (uint32_t)length;
	while ((length = blank_nbytes_at_end(text + span.start,
		span_nbytes(span))) > 0)
		span.end -= (uint32_t)length;
	return span;
}

size_t
letter_count(const char *s, size_t nbytes)
{
	size_t count = 0;

	for (size_t i = 0; i < nbytes; i++)
		count += ((unsigned char)s[i] & 0xC0) != 0x80;
	return count;
}

/*
 * Whether nothing in it is ever visible: direction marks and zero-width
 * spaces, which exports leave on lines of their own.
 */
static bool
is_invisible(const char *text, struct span span)
{
	const unsigned char *b = (const unsigned char *)text + span.start;
	uint32_t nbytes = span_nbytes(span);

	for (; nbytes >= 3 && b[0] == 0xE2; b += 3, nbytes -= 3) {
		bool is_mark = b[1] == 0x80 && ((b[2] >= 0x8B && b[2] <= 0x8F)
			|| (b[2] >= 0xAA && b[2] <= 0xAE));
		bool is_isolate = b[1] == 0x81 && b[2] >= 0xA0 && b[2] <= 0xAF;

		if (!is_mark && !is_isolate)
			return false;
	}
	return nbytes == 0;
}

/* How a hand-wrapped text would be wrapped, as far as its lines tell. */
struct wrapping {
	size_t letters_max;	/* of a line */
	size_t nstarts;		/* lines that begin a paragraph for sure */
	size_t njoins;		/* lines that go on in the next one */
	size_t nfull;		/* of them, those without room for more */
	size_t nopen;		/* and those that end no sentence */
};

/* Whether blanks stand before LINE, or an empty line. */
static bool
is_start(const char *text, struct span before, struct span line)
{
	const char *gap = text + before.end;
	size_t nbytes = line.start - before.end;
	const char *end = memchr(gap, '\n', nbytes);

	return end == NULL || end + 1 < gap + nbytes;
}

/* Letters of LINE with the blanks before it, as whoever wrapped it counted. */
static size_t
line_letters(const char *text, struct span line)
{
	while (line.start > 0 && text[line.start - 1] == ' ')
		line.start--;
	return letter_count(text + line.start, span_nbytes(line));
}

/* Letters of the first word of LINE. */
static size_t
first_word_letters(const char *text, struct span line)
{
	uint32_t end = line.start;

	while (end < line.end && blank_nbytes(text + end, line.end - end) == 0)
		end++;
	return letter_count(text + line.start, end - line.start);
}

/*
 * Whether the first word of LINE had no room at the end of BEFORE; where a
 * small letter says that a sentence goes on, hardly any will do.
 */
static bool
is_full(const char *text, struct span before, struct span line, size_t width)
{
	size_t slack = is_small_at(text + line.start)
		? width / WRAP_SLACK_SHARE : 0;

	return line_letters(text, before) + 1 + first_word_letters(text, line)
		+ slack > width;
}

static void
measure(const char *text, const struct span_vec *lines, struct wrapping *w)
{
	for (size_t i = 0; i < lines->count; i++) {
		size_t letters = line_letters(text, lines->at[i]);

		if (letters > w->letters_max)
			w->letters_max = letters;
	}
	for (size_t i = 1; i < lines->count; i++) {
		struct span before = lines->at[i - 1], line = lines->at[i];

		if (is_start(text, before, line)) {
			w->nstarts++;
			continue;
		}
		w->njoins++;
		w->nfull += is_full(text, before, line, w->letters_max);
		w->nopen += !ends_sentence(text, before);
	}
}

/* Whether so many joins are enough for a text of few lines. */
static bool
is_short_wrapped(const char *text, const struct span_vec *lines,
	const struct wrapping *w)
{
	return w->nfull == w->njoins && w->nopen >= WRAP_SHORT_OPEN_MIN
		&& ends_sentence(text, lines->at[lines->count - 1]);
}

/*
 * Strong evidence only: no long line at all, paragraphs that are marked, and
 * nearly every other line end stands where the next word had no room.
 */
static bool
is_wrapped(const char *text, const struct span_vec *lines,
	struct wrapping *wrapping)
{
	size_t nbytes = 0;

	if (lines->count < WRAP_SHORT_LINES_MIN)
		return false;
	for (size_t i = 0; i < lines->count; i++)
		nbytes += span_nbytes(lines->at[i]);
	/* Four bytes a letter at most: a cheap no for nearly every text. */
	if (nbytes / lines->count > 2 * WRAP_LETTERS_MAX)
		return false;
	measure(text, lines, wrapping);
	return wrapping->letters_max >= WRAP_LETTERS_MIN
		&& wrapping->letters_max <= WRAP_LETTERS_MAX
		&& (lines->count >= WRAP_LINES_MIN
			|| is_short_wrapped(text, lines, wrapping))
		&& (wrapping->nstarts >= 1 || lines->count < WRAP_LINES_MIN)
		&& (wrapping->njoins >= WRAP_LINES_MIN / 2
			|| lines->count < WRAP_LINES_MIN)
		&& wrapping->nfull * 10 >= wrapping->njoins * 8;
}

static void
join_wrapped(const char *text, struct span_vec *lines, size_t width)
{
	size_t count = 1;
	struct span before = lines->at[0];

	for (size_t i = 1; i < lines->count; i++) {
		struct span line = lines->at[i];

		if (!is_start(text, before, line)
			&& is_full(text, before, line, width))
			lines->at[count - 1].end = line.end;
		else
			lines->at[count++] = line;
		before = line;
	}
	lines->count = count;
}

/* The width of a text that is wrapped by hand, 0 where it is none. */
static size_t
split(const char *text, size_t nbytes, struct span_vec *lines)
{
	struct wrapping wrapping = { 0 };
	size_t off = 0;

	while (off < nbytes) {
		const char *end = memchr(text + off, '\n', nbytes - off);
		size_t next = end != NULL ? (size_t)(end - text) : nbytes;
		struct span line = span_trim(text, (struct span){
			(uint32_t)off, (uint32_t)next });

		if (!span_is_empty(line) && !is_invisible(text, line))
			VEC_PUSH(lines, line);
		off = next + 1;
	}
	if (!is_wrapped(text, lines, &wrapping))
		return 0;
	join_wrapped(text, lines, wrapping.letters_max);
	return wrapping.letters_max;
}

uint32_t
lines_split(const char *text, size_t nbytes, struct span_vec *lines)
{
	size_t width = split(text, nbytes, lines);

	if (width == 0)
		join_broken(text, lines);
	return (uint32_t)width;
}

/* The last line end before an empty line, or else the last; NULL: none. */
static const char *
last_paragraph_end(const char *s, size_t nbytes)
{
	const char *last = memrchr(s, '\n', nbytes), *at = last;

	while (at != NULL && at > s && at[-1] != '\n')
		at = memrchr(s, '\n', (size_t)(at - s));
	return at != NULL && at > s ? at : last;
}

static const char *
first_paragraph_end(const char *s, size_t nbytes)
{
	const char *at = memmem(s, nbytes, "\n\n", 2);

	return at != NULL ? at : memchr(s, '\n', nbytes);
}

size_t
lines_split_ends(const char *text, size_t nbytes, struct span_vec *lines,
	uint32_t *width)
{
	size_t end = nbytes < END_NBYTES ? nbytes : END_NBYTES, middle;
	const char *head_end = last_paragraph_end(text, end);
	const char *tail = first_paragraph_end(text + nbytes - end, end);
	struct span rest = { 0, (uint32_t)nbytes };
	struct span_vec last = { 0 };

	if (head_end != NULL)
		rest.start = (uint32_t)(head_end - text) + 1;
	if (tail != NULL && tail >= text + rest.start)
		rest.end = (uint32_t)(tail - text) + 1;
	*width = (uint32_t)split(text, rest.start, lines);
	middle = lines->count;
	split(text + rest.end, nbytes - rest.end, &last);
	for (size_t i = 0; i < last.count; i++) {
		last.at[i].start += rest.end;
		last.at[i].end += rest.end;
	}
	rest = span_trim(text, rest);
	if (span_is_empty(rest))
		middle = lines->count + last.count;
	else
		VEC_PUSH(lines, rest);
	for (size_t i = 0; i < last.count; i++)
		VEC_PUSH(lines, last.at[i]);
	VEC_RELEASE(&last);
	return middle;
}

bool
lines_are_joined(const char *text, struct span span, uint32_t end,
	uint32_t width)
{
	/* Four bytes a letter at most; the line end before it, too. */
	uint32_t reach = 4 * width + 1, after = end + 1, first, last;
	const char *start, *next;
	struct span before, line;

	first = end - span.start > reach ? end - reach : span.start;
	start = memrchr(text + first, '\n', end - first);
	/* What is longer than a line is a paragraph of its own. */
	if (start == NULL && first > span.start)
		return false;
	last = span.end - after > reach ? after + reach : span.end;
	next = memchr(text + after, '\n', last - after);
	before = span_trim(text, (struct span){ start != NULL
		? (uint32_t)(start - text) + 1 : first, end });
	line = span_trim(text, (struct span){ after, next != NULL
		? (uint32_t)(next - text) : last });
	return !span_is_empty(before) && !span_is_empty(line)
		&& line_letters(text, before) <= width
		&& !is_start(text, before, line)
		&& is_full(text, before, line, width);
}
