#include <config.h>

#include "model/furniture.h"

#include <assert.h>
#include <string.h>

#include "base/vec.h"
#include "model/label_table.h"
#include "model/lines.h"
#include "model/name.h"
#include "text/utf8.h"

/* Longest values and lines of each kind, in bytes. */
#define DATE_LINE_NBYTES_MAX 100
#define SOURCE_NBYTES_MAX 160
#define SOURCE_LETTERS_MAX 50
/* Nobody closes more quotes and brackets at once. */
#define CLOSING_MAX 8

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

void
furniture_release(struct furniture *furniture)
{
	VEC_RELEASE(&furniture->names);
}

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
furniture_label_at(const struct furniture *f, unsigned roles, struct span line,
	struct label_hit *hit)
{
	return label_find(f->labels, roles, f->text + line.start,
		span_nbytes(line), hit);
}

static bool
is_agency(const struct furniture *f, struct span name)
{
	struct label_hit hit;
	struct name_shape shape;

	if (furniture_label_at(f, LABEL_BIT(LABEL_AGENCY), name, &hit)
		&& hit.nbytes == span_nbytes(name))
		return true;
	/* VOV, NBC: as good as known. */
	return name_read(f->text + name.start, span_nbytes(name), &shape)
		&& shape.is_all_capitals && shape.nwords == 1
		&& shape.nletters >= 2 && shape.nletters <= 7
		&& memchr(f->text + name.start, '.', span_nbytes(name)) == NULL;
}

bool
furniture_is_agencies(struct furniture *f, struct span value)
{
	f->names.count = 0;
	names_split(f->text, value, f->labels, &f->names);
	for (size_t i = 0; i < f->names.count; i++)
		if (!is_agency(f, f->names.at[i]))
			return false;
	return f->names.count > 0;
}

static bool
is_name(const struct furniture *f, struct span name)
{
	struct name_shape shape;

	return name_read(f->text + name.start, span_nbytes(name), &shape);
}

static bool
is_short(const struct furniture *f, struct span name)
{
	return letter_count(f->text + name.start, span_nbytes(name))
		<= SOURCE_LETTERS_MAX;
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

/* Sources in brackets behind a name: "Minh An (theo Reuters)". */
static void
note_bracketed(struct furniture *f, struct span inside)
{
	struct label_hit hit;

	if (furniture_label_at(f, LABEL_BIT(LABEL_SOURCE), inside, &hit))
		inside.start += (uint32_t)hit.nbytes;
	else if (!furniture_is_agencies(f, inside))
		return;
	furniture_note(f, span_trim(f->text, inside), PART_SOURCE, false);
}

static bool
are_names(struct furniture *f, struct span value, bool is_loose)
{
	f->names.count = 0;
	names_split(f->text, value, f->labels, &f->names);
	for (size_t i = 0; i < f->names.count; i++)
		if (is_loose ? !is_short(f, f->names.at[i])
			: !is_name(f, f->names.at[i]))
			return false;
	return f->names.count > 0;
}

bool
furniture_note(struct furniture *f, struct span value, enum part_role role,
	bool is_labeled)
{
	struct span brackets = brackets_at_end(f->text, value);
	struct span names = value;

	if (!span_is_empty(brackets) && brackets.start > value.start)
		names = span_trim(f->text, (struct span){ value.start,
			brackets.start });
	if (!are_names(f, names, is_labeled && role == PART_SOURCE))
		return false;
	for (size_t i = 0; i < f->names.count; i++) {
		struct span name = f->names.at[i];

		if (role == PART_SOURCE || is_agency(f, name))
			VEC_PUSH(&f->anatomy->sources, name);
		else
			VEC_PUSH(&f->anatomy->bylines, name);
	}
	if (names.end != value.end)
		note_bracketed(f, inside_brackets(f->text, brackets));
	return true;
}

static bool
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

/*
 * Whether REST, behind a date, is the time of the day and the like: nothing,
 * or digits, signs and words of up to four letters.
 */
static bool
is_time(const char *s, size_t nbytes)
{
	size_t nletters = 0;
	uint32_t cp;

	for (size_t off = 0; off < nbytes;) {
		off += utf8_next(s + off, &cp);
		if (cp >= 0x80 || (cp >= 'a' && cp <= 'z')
			|| (cp >= 'A' && cp <= 'Z'))
			nletters++;
		else
			nletters = 0;
		if (nletters > 7 || (nletters > 4 && cp < 0x80))
			return false;
	}
	return nbytes == 0 || (nbytes <= 40 && has_digit(s, nbytes));
}

/* The first date said holds for the article. */
static void
note_date(struct furniture *f, struct date date)
{
	if (f->anatomy->date.precision == DATE_NONE)
		f->anatomy->date = date;
}

/* Whether VALUE is a date, at least as precise as said, and maybe a time. */
static bool
read_date(struct furniture *f, struct span value, enum date_precision least)
{
	const char *s = f->text + value.start;
	size_t nbytes = span_nbytes(value), taken;
	struct date date = { 0 };

	if (nbytes > DATE_LINE_NBYTES_MAX)
		return false;
	taken = date_parse(s, nbytes, &date);
	if (taken == 0 || date.precision < least
		|| !is_time(s + taken, nbytes - taken))
		return false;
	note_date(f, date);
	return true;
}

/* "Hà Nội, ngày 4 tháng 12 năm 2025" */
static bool
read_date_behind_place(struct furniture *f, struct span line)
{
	const char *s = f->text + line.start, *comma;
	size_t nbytes = span_nbytes(line);

	if (nbytes > DATE_LINE_NBYTES_MAX)
		return false;
	comma = memchr(s, ',', nbytes);
	if (comma == NULL || !is_name(f, (struct span){ line.start,
		(uint32_t)(comma - f->text) }))
		return false;
	line.start = (uint32_t)(comma - f->text) + 1;
	return read_date(f, span_trim(f->text, line), DATE_DAY);
}

static enum part_role
read_credit_line(struct furniture *f, struct span line, struct span value,
	bool has_colon)
{
	bool is_named = !span_is_empty(value) && are_names(f, value, false);

	/* "Video: ..." opens a headline, too. */
	if (!is_named && (f->is_first || !has_colon))
		return PART_BODY;
	VEC_PUSH(&f->anatomy->captions, line);
	return PART_CAPTION;
}

/* LINE begins (at INSIDE, past a bracket) with a label. */
static enum part_role
read_labeled(struct furniture *f, struct span line, struct span inside,
	const struct label_hit *hit)
{
	struct span value = span_trim(f->text, (struct span){
		inside.start + (uint32_t)hit->nbytes, inside.end });
	bool is_at_edge = f->is_near_top || f->is_near_end;

	switch (hit->role) {
	case LABEL_BYLINE:
		return is_at_edge && furniture_note(f, value, PART_BYLINE, true)
			? PART_BYLINE : PART_BODY;
	case LABEL_SOURCE:
		if (span_nbytes(value) > SOURCE_NBYTES_MAX
			|| (!hit->has_colon && (f->is_first || !is_at_edge
				|| !name_can_start(f->text + value.start,
					span_nbytes(value)))))
			return PART_BODY;
		return furniture_note(f, value, PART_SOURCE, true)
			? PART_SOURCE : PART_BODY;
	case LABEL_CREDIT:
		return read_credit_line(f, line, value, hit->has_colon);
	case LABEL_DATE:
		return read_date(f, value, DATE_MONTH) ? PART_DATE : PART_BODY;
	case LABEL_AGENCY:
		if (f->is_first || !is_at_edge
			|| !furniture_is_agencies(f, inside))
			return PART_BODY;
		return furniture_note(f, inside, PART_SOURCE, false)
			? PART_SOURCE : PART_BODY;
	default:
		return PART_BODY;
	}
}

/* LINE without the brackets around it, or the dash before it. */
static struct span
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

/* A label in the middle of the article wants a colon near its start. */
static bool
may_be_labeled(const struct furniture *f, struct span line)
{
	uint32_t nbytes = span_nbytes(line);

	return f->is_near_top || f->is_near_end
		|| memchr(f->text + line.start, ':', nbytes < LABEL_NBYTES_MAX
			? nbytes : LABEL_NBYTES_MAX) != NULL;
}

enum part_role
furniture_read(struct furniture *f, struct span line)
{
	enum part_role role = PART_BODY;
	struct span inside;
	struct label_hit hit;

	assert(!span_is_empty(line));
	if (span_nbytes(line) > FURNITURE_NBYTES_MAX)
		return PART_BODY;
	inside = unwrapped(f->text, line);
	if (span_nbytes(inside) > 0 && may_be_labeled(f, line)
		&& furniture_label_at(f, LABEL_ANY & ~LABEL_BIT(LABEL_AND),
			inside, &hit))
		role = read_labeled(f, line, inside, &hit);
	if (role != PART_BODY)
		return role;
	if ((f->is_near_top || f->is_near_end)
		&& (read_date(f, inside, DATE_DAY)
			|| read_date_behind_place(f, inside)))
		return PART_DATE;
	if (!furniture_has_credit(f, line))
		return PART_BODY;
	VEC_PUSH(&f->anatomy->captions, line);
	return PART_CAPTION;
}

/* The length of "- ", "| " and the like at S; 0: no separator. */
static size_t
separator_nbytes(const char *s, size_t nbytes)
{
	static const char *const separators[] = { "-", "|", ":", "–", "—",
		"•", "·" };
	size_t off = 0, blank;

	while ((blank = blank_nbytes(s + off, nbytes - off)) > 0)
		off += blank;
	for (size_t i = 0; i < COUNT(separators); i++) {
		size_t length = strlen(separators[i]);

		if (nbytes - off > length
			&& memcmp(s + off, separators[i], length) == 0
			&& blank_nbytes(s + off + length,
				nbytes - off - length) > 0)
			return off + length;
	}
	return 0;
}

uint32_t
furniture_read_head(struct furniture *f, struct span line)
{
	struct span rest = line;
	struct label_hit hit = { 0 };
	struct date date;
	size_t taken, separator;
	bool is_iso;

	if (furniture_label_at(f, LABEL_BIT(LABEL_DATE), line, &hit))
		rest.start += (uint32_t)hit.nbytes;
	rest = span_trim(f->text, rest);
	taken = date_parse(f->text + rest.start, span_nbytes(rest), &date);
	if (taken == 0 || date.precision != DATE_DAY)
		return line.start;
	is_iso = taken == 10 && f->text[rest.start + 4] == '-';
	rest.start += (uint32_t)taken;
	separator = separator_nbytes(f->text + rest.start, span_nbytes(rest));
	if (span_is_empty(rest) || (separator == 0
		&& (!(hit.nbytes > 0 || (f->is_first && is_iso))
			|| blank_nbytes(f->text + rest.start,
				span_nbytes(rest)) == 0)))
		return line.start;
	note_date(f, date);
	return rest.start + (uint32_t)separator;
}
