#include <config.h>

#include "model/sentence.h"

#include <string.h>

#include "text/utf8.h"
#include "model/lines.h"
#include "model/name.h"

/* Nobody closes more quotes and brackets at once. */
#define CLOSING_MAX 8

/* Nobody has more names. */
#define INITIALS_MAX 4
/* An abbreviation before a name is no longer. */
#define ABBREVIATION_NBYTES_MAX 4

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

bool
ends_with(const char *text, struct span line, const char *end)
{
	size_t nbytes = strlen(end);

	return span_nbytes(line) >= nbytes
		&& memcmp(text + line.end - nbytes, end, nbytes) == 0;
}

/* LINE without the quotes and brackets that close it. */
static struct span
without_closing(const char *text, struct span line)
{
	static const char *const closing[] = { "\"", "'", ")", "]",
		"\xE2\x80\x9D", "\xE2\x80\x99", "\xC2\xBB" };
	bool was_cut = true;

	for (int n = 0; n < CLOSING_MAX && was_cut; n++) {
		was_cut = false;
		/* The last byte of one of them: most lines end otherwise. */
		if (span_is_empty(line) || strchr("\"')]\x9D\x99\xBB",
			text[line.end - 1]) == NULL)
			break;
		for (size_t i = 0; i < COUNT(closing); i++) {
			if (!ends_with(text, line, closing[i]))
				continue;
			line.end -= (uint32_t)strlen(closing[i]);
			was_cut = true;
		}
	}
	return line;
}

bool
ends_in_full_stop(const char *text, struct span line)
{
	line = without_closing(text, line);
	return ends_with(text, line, ".") || ends_with(text, line, "۔")
		|| ends_with(text, line, "。");
}

bool
ends_sentence(const char *text, struct span line)
{
	struct span inside = without_closing(text, line);

	return inside.end != line.end || ends_in_full_stop(text, line)
		|| ends_with(text, line, "!") || ends_with(text, line, "?")
		|| ends_with(text, line, ":") || ends_with(text, line, "؟")
		|| ends_with(text, line, "…");
}

bool
is_abbreviation(const char *text, uint32_t first, uint32_t stop)
{
	uint32_t start = stop;

	/* "أ.د. ..." */
	if (stop >= first + 2 && (memcmp(text + stop - 2, "د", 2) == 0
		|| memcmp(text + stop - 2, "أ", 2) == 0)
		&& (stop == first + 2 || text[stop - 3] == '.'
			|| blank_nbytes(text + stop - 3, 1) > 0))
		return true;
	/* As a signed char: a letter that is not ASCII ends it, too. */
	while (start > first && (signed char)text[start - 1] > ' '
		&& text[start - 1] != '.'
		&& stop - start <= ABBREVIATION_NBYTES_MAX)
		start--;
	return stop - start <= ABBREVIATION_NBYTES_MAX && text[start] >= 'A'
		&& text[start] <= 'Z';
}

/* Whether letters and full stops take turns before STOP: "U.S", "D.C". */
static bool
are_initials(const char *text, uint32_t first, uint32_t stop)
{
	return stop >= first + 3 && text[stop - 1] >= 'A'
		&& text[stop - 1] <= 'Z' && text[stop - 2] == '.'
		&& text[stop - 3] >= 'A' && text[stop - 3] <= 'Z';
}

bool
ends_in_abbreviation(const char *text, struct span line)
{
	static const char *const words[] = { " Inc.", " Jr.", " Sr.", " Co.",
		" Ltd.", " Corp.", " St.", " No.", ".." };

	line = without_closing(text, line);
	for (size_t i = 0; i < COUNT(words); i++)
		if (ends_with(text, line, words[i]))
			return true;
	return ends_with(text, line, ".")
		&& are_initials(text, line.start, line.end - 1);
}

bool
is_initials(const char *text, struct span span)
{
	int count = 0;
	uint32_t cp;

	while (!span_is_empty(span)) {
		uint32_t length = (uint32_t)utf8_next(text + span.start, &cp);

		if (!name_can_start(text + span.start, length)
			|| length == span_nbytes(span)
			|| text[span.start + length] != '.')
			return false;
		span.start += length + 1;
		span = span_trim(text, span);
		count++;
	}
	return count >= 2 && count <= INITIALS_MAX;
}

/* Whether byte C can be the last one of what ends a sentence. */
static bool
may_end_sentence(char c)
{
	return c != '\0'
		&& strchr(".!?)]\"'\x9D\x99\xBB\x94\x82\x9F\xA6", c) != NULL;
}

bool
is_sentence_border(const char *text, struct span line, uint32_t at)
{
	struct span before = { line.start, at };
	uint32_t cp;

	if (!may_end_sentence(text[at - 1]) || !ends_sentence(text, before)
		|| (text[at - 1] == '.'
			&& is_abbreviation(text, line.start, at - 1)))
		return false;
	if (blank_nbytes(text + at, line.end - at) > 0)
		return true;
	/* "... they left.Minh An": the blank was lost, too. */
	utf8_next(text + at, &cp);
	return is_capital(cp) && text[at - 1] == '.';
}

int
sentence_count(const char *text, struct span line, int max)
{
	int count = 0;

	for (uint32_t at = line.start + 1; at < line.end && count < max; at++)
		if (((unsigned char)text[at] & 0xC0) != 0x80
			&& strchr(".!?\x9F\x94", text[at - 1]) != NULL
			&& is_sentence_border(text, line, at))
			count++;
	if (count < max && line.end > line.start && ends_sentence(text, line))
		count++;
	return count;
}

bool
has_digit(const char *s, size_t nbytes)
{
	for (size_t i = 0; i < nbytes; i++) {
		unsigned char c = (unsigned char)s[i];

		/* ASCII, Arabic-Indic, Persian. */
		if ((c >= '0' && c <= '9') || (i > 0
			&& (unsigned char)s[i - 1] == 0xD9 && c >= 0xA0
			&& c <= 0xA9) || (i > 0
			&& (unsigned char)s[i - 1] == 0xDB && c >= 0xB0
			&& c <= 0xB9))
			return true;
	}
	return false;
}

struct span
brackets_at_end(const char *text, struct span value)
{
	const char *open = NULL;

	if (ends_with(text, value, "."))
		value.end--;
	if (ends_with(text, value, ")"))
		open = memrchr(text + value.start, '(', span_nbytes(value));
	else if (ends_with(text, value, "]"))
		open = memrchr(text + value.start, '[', span_nbytes(value));
	if (open == NULL)
		return (struct span){ value.end, value.end };
	return (struct span){ (uint32_t)(open - text), value.end };
}

struct span
inside_brackets(const char *text, struct span brackets)
{
	if (span_nbytes(brackets) < 2)
		return brackets;
	return span_trim(text, (struct span){ brackets.start + 1,
		brackets.end - 1 });
}

struct span
inside_quotes(const char *text, struct span span)
{
	static const char *const quotes[][2] = { { "\"", "\"" },
		{ "“", "”" }, { "«", "»" }, { "‘", "’" }, { "'", "'" },
		{ "/", "/" } };

	for (size_t i = 0; i < COUNT(quotes); i++) {
		size_t open = strlen(quotes[i][0]);
		size_t close = strlen(quotes[i][1]);

		if (span_nbytes(span) > open + close
			&& memcmp(text + span.start, quotes[i][0], open) == 0
			&& ends_with(text, span, quotes[i][1]))
			return span_trim(text, (struct span){
				span.start + (uint32_t)open,
				span.end - (uint32_t)close });
	}
	return span;
}

struct span
unwrapped(const char *text, struct span line)
{
	struct span brackets = brackets_at_end(text, line);

	if (!span_is_empty(brackets) && brackets.start == line.start)
		return inside_brackets(text, brackets);
	if (text[line.start] == '*')
		line.start++;
	else
		line.start += (uint32_t)dash_nbytes(text + line.start,
			span_nbytes(line));
	return span_trim(text, line);
}
