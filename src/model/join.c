#include <config.h>

#include "model/join.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/vec.h"
#include "base/xalloc.h"
#include "model/lines.h"
#include "model/name.h"
#include "model/sentence.h"
#include "text/utf8.h"

/* A line that is prose, for sure. */
#define PROSE_LETTERS_MIN 40
/* What goes on may be shorter; a byline in small letters is shorter still. */
#define REST_LETTERS_MIN 30
/* A longer line is no title. */
#define TITLE_LETTERS_MAX 140
/* Other lines of prose, from which there is something to learn. */
#define OTHERS_MIN 3
/* So many of a hundred of them end in a sentence. */
#define ENDED_PERCENT 80
/* One place in so many lines at most. */
#define LINES_PER_BREAK 5
/* A colon so near to the end of a line: a credit or the like. */
#define COLON_NBYTES 40

/* What the end of a line and the start of the next one may be. */
enum join {
	JOIN_NONE,
	JOIN_WAW,		/* for sure, if the line is prose */
	JOIN_LIKELY		/* on the evidence of all the text */
};

static uint32_t
first_char(const char *text, struct span line)
{
	uint32_t cp;

	utf8_next(text + line.start, &cp);
	return cp;
}

static bool
is_arabic_letter(uint32_t cp)
{
	return (cp >= 0x620 && cp <= 0x64A && cp != 0x640)
		|| (cp >= 0x671 && cp <= 0x6D3);
}

static bool
is_arabic_mark(uint32_t cp)
{
	return (cp >= 0x64B && cp <= 0x652) || cp == 0x640 || cp == 0x670;
}

/* A letter of a script with capitals that is none. */
static bool
is_small(uint32_t cp)
{
	if (cp < 0x80)
		return cp >= 'a' && cp <= 'z';
	return ((cp >= 0xDF && cp < 0x590 && cp != 0xF7)
		|| (cp >= 0x1E00 && cp < 0x2000)) && !is_capital(cp);
}

/* The Arabic letter that stands alone at the end of LINE; 0: none does. */
static uint32_t
lone_letter(const char *text, struct span line)
{
	uint32_t at = line.end, cp = 0;

	do {
		if (at == line.start)
			return 0;
		at = (uint32_t)utf8_before(text, at);
		utf8_next(text + at, &cp);
	} while (is_arabic_mark(cp));
	return at > line.start && text[at - 1] == ' '
		&& is_arabic_letter(cp) ? cp : 0;
}

/* "a) ...", "iPhone", "www.", "e-mail: " */
static bool
begins_other_thing(const char *text, struct span line)
{
	const char *s = text + line.start;
	size_t nbytes = span_nbytes(line), head = nbytes < 16 ? nbytes : 16;

	return nbytes < 2 || strchr(").:]", s[1]) != NULL || is_capital(
		(unsigned char)s[1]) || memchr(s, ':', head) != NULL
		|| memcmp(s, "ww", 2) == 0 || memchr(s, '@', head) != NULL;
}

static enum join
join_of(const char *text, struct span before, struct span line)
{
	uint32_t first = first_char(text, line), last;
	uint32_t lone;

	if (is_arabic_letter(first)) {
		if (ends_with(text, before, "،"))
			return JOIN_LIKELY;
		lone = lone_letter(text, before);
		if (lone == 0x648)
			return JOIN_WAW;
		return lone == 0x628 || lone == 0x641 || lone == 0x643
			|| lone == 0x644 ? JOIN_LIKELY : JOIN_NONE;
	}
	if (!is_small(first))
		return JOIN_NONE;
	utf8_next(text + utf8_before(text, before.end), &last);
	if (last != ',' && !is_small(last) && !is_capital(last))
		return JOIN_NONE;
	return begins_other_thing(text, line) ? JOIN_NONE : JOIN_LIKELY;
}

static bool
has_letters(const char *text, struct span line, size_t least)
{
	size_t nbytes = span_nbytes(line);

	return nbytes >= least && (nbytes >= 4 * least
		|| letter_count(text + line.start, nbytes) >= least);
}

static bool
is_prose(const char *text, struct span line)
{
	return has_letters(text, line, PROSE_LETTERS_MIN);
}

/* Columns: TABs, bars, wide gaps. */
static bool
is_row(const char *text, struct span line)
{
	const char *s = text + line.start;
	size_t nbytes = span_nbytes(line);

	return memchr(s, '\t', nbytes) != NULL
		|| memchr(s, '|', nbytes) != NULL
		|| memmem(s, nbytes, "   ", 3) != NULL;
}

/* An item of a list, or what goes on from a line before. */
static bool
is_item(const char *text, struct span line)
{
	uint32_t cp = first_char(text, line);
	const char *s = text + line.start;

	if (dash_nbytes(s, span_nbytes(line)) > 0 || cp == '*' || cp == '+'
		|| (cp >= 0x2020 && cp <= 0x2023) || cp == 0xB7
		|| (cp >= 0x25A0 && cp <= 0x27BF) || is_small(cp))
		return true;
	while (s < text + line.end && *s >= '0' && *s <= '9')
		s++;
	return s > text + line.start && s < text + line.end
		&& (*s == '.' || *s == ')');
}

static bool
has_late_colon(const char *text, struct span line)
{
	uint32_t nbytes = span_nbytes(line);

	nbytes = nbytes < COLON_NBYTES ? nbytes : COLON_NBYTES;
	return memchr(text + line.end - nbytes, ':', nbytes) != NULL;
}

/* The breaks of a text, by the line that goes on. */
struct breaks {
	const char *text;
	const struct span_vec *lines;
	enum join *joins;	/* of each line with the one before it */
	size_t first_ended;	/* the first line of prose that ends in a
				   sentence; lines->count: none */
	bool is_evident;	/* what is likely may be joined at all */
};

/* Whether line INDEX goes on with line INDEX, as far as these two tell. */
static bool
is_broken(const struct breaks *b, size_t index)
{
	struct span before = b->lines->at[index - 1];
	struct span line = b->lines->at[index];

	/* Three in a row are verses, or a list. */
	if (index > 1 && b->joins[index - 1] != JOIN_NONE)
		return false;
	if (index > 1 && ends_with(b->text, b->lines->at[index - 2], ":"))
		return false;
	if (b->first_ended + 1 >= index
		&& !has_letters(b->text, before, TITLE_LETTERS_MAX + 1))
		return false;
	return is_prose(b->text, before)
		&& has_letters(b->text, line, REST_LETTERS_MIN)
		&& ends_sentence(b->text, line)
		&& !is_item(b->text, before) && !has_late_colon(b->text, before)
		&& !is_row(b->text, before) && !is_row(b->text, line);
}

static void
weigh(struct breaks *b)
{
	size_t nprose = 0, nended = 0, nlikely = 0;

	b->first_ended = b->lines->count;
	for (size_t i = 0; i < b->lines->count; i++) {
		bool goes_on = i + 1 < b->lines->count
			&& b->joins[i + 1] != JOIN_NONE;

		nlikely += b->joins[i] == JOIN_LIKELY;
		if (goes_on || !is_prose(b->text, b->lines->at[i]))
			continue;
		nprose++;
		if (!ends_sentence(b->text, b->lines->at[i]))
			continue;
		nended++;
		if (b->first_ended == b->lines->count)
			b->first_ended = i;
	}
	b->is_evident = nprose >= OTHERS_MIN
		&& nended * 100 >= nprose * ENDED_PERCENT
		&& nlikely * LINES_PER_BREAK <= b->lines->count;
}

static bool
is_joined(const struct breaks *b, size_t index)
{
	if (b->joins[index] == JOIN_WAW)
		return is_prose(b->text, b->lines->at[index - 1]);
	return b->joins[index] == JOIN_LIKELY && b->is_evident
		&& is_broken(b, index);
}

/* Finds what may be joined; whether there is anything. */
static bool
find(const char *text, const struct span_vec *lines, enum join **joins)
{
	*joins = NULL;
	for (size_t i = 1; i < lines->count; i++) {
		enum join join = join_of(text, lines->at[i - 1], lines->at[i]);

		if (join == JOIN_NONE)
			continue;
		if (*joins == NULL)
			*joins = xcalloc(lines->count, sizeof(**joins));
		(*joins)[i] = join;
	}
	return *joins != NULL;
}

void
join_broken(const char *text, struct span_vec *lines)
{
	struct breaks b = { .text = text, .lines = lines };
	struct span_vec joined = { 0 };
	size_t count = 0;

	if (!find(text, lines, &b.joins))
		return;
	weigh(&b);
	VEC_RESERVE(&joined, lines->count);
	for (size_t i = 0; i < lines->count; i++) {
		if (i > 0 && is_joined(&b, i))
			joined.at[count - 1].end = lines->at[i].end;
		else
			joined.at[count++] = lines->at[i];
	}
	memcpy(lines->at, joined.at, count * sizeof(*joined.at));
	lines->count = count;
	VEC_RELEASE(&joined);
	free(b.joins);
}
