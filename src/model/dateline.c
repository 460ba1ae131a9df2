#include <config.h>

#include "model/dateline.h"

#include <string.h>

#include "text/utf8.h"
#include "model/furniture.h"
#include "model/lines.h"
#include "model/name.h"
#include "model/sentence.h"

/* All of it is in so many bytes, and no place has more words. */
#define DATELINE_NBYTES_MAX 160
#define PLACE_WORDS_MAX 5
#define PLACE_WORDS_UNCASED_MAX 3
#define BRACKETS_WORDS_MAX 4
#define FIELD_WORDS_MAX 6
/* A date has a digit in so many bytes: "Friday, January 9". */
#define DATE_NBYTES 32
/* "NEW DELHI:" counts, "OK:" does not. */
#define COLON_LETTERS_MIN 4

/* Where reading has come to in the first bytes of a paragraph. */
struct reader {
	struct furniture *f;
	const char *text;
	uint32_t at, end;
	struct dateline *dateline;
	int nplaces;
	bool is_shouted;	/* the first place is in capitals */
	bool is_long;		/* it has more than a few letters */
	bool has_brackets;
	bool has_agency;
	bool has_date;
};

static void
skip_blanks(struct reader *r)
{
	size_t blank;

	while ((blank = blank_nbytes(r->text + r->at, r->end - r->at)) > 0)
		r->at += (uint32_t)blank;
}

static size_t
dash_at(const struct reader *r, uint32_t at)
{
	return at < r->end ? dash_nbytes(r->text + at, r->end - at) : 0;
}

/* A comma between two fields is skipped. */
static bool
skip_comma(struct reader *r)
{
	if (r->at < r->end && r->text[r->at] == ',')
		r->at++;
	else if (r->end - r->at >= 2
		&& memcmp(r->text + r->at, "\xD8\x8C", 2) == 0)
		r->at += 2;
	else
		return false;
	return true;
}

/* Whether a field ends before byte AT: a sign, a figure, a small letter. */
static bool
ends_field(const struct reader *r, uint32_t at)
{
	unsigned char c = (unsigned char)r->text[at];
	bool is_word = at > r->at && blank_nbytes(r->text + at - 1, 1) > 0;

	/* Most bytes are letters. */
	if ((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')
		|| (c >= 0x80 && c < 0xC2))
		return false;
	if (strchr(",()[]:\n;/", c) != NULL || (c >= '0' && c <= '9'))
		return true;
	if (c == 0xD8 && memcmp(r->text + at, "\xD8\x8C", 2) == 0)
		return true;
	if (c == 0xD9 && (unsigned char)r->text[at + 1] >= 0xA0
		&& (unsigned char)r->text[at + 1] <= 0xA9)
		return true;
	if (c == 0xE2 && dash_at(r, at) > 0)
		return true;
	return is_word && dash_at(r, at) > 0;
}

/*
 * Whether the word at AT cannot be in a field: a small letter begins it, or
 * it is one too many of a script without. Most paragraphs end here.
 */
static bool
ends_name(const struct reader *r, uint32_t at, int nwords)
{
	unsigned char c = (unsigned char)r->text[at];
	uint32_t end = at;

	if (nwords > FIELD_WORDS_MAX)
		return true;
	if (c < 'a' || c > 'z' || at == r->at)
		return false;
	while (end < r->end && (unsigned char)r->text[end] > ' ')
		end++;
	return !name_is_particle(r->text + at, end - at);
}

/* "Hanoi-VNA": a place and a known agency without a blank between. */
static bool
read_hyphened(struct reader *r, struct span field)
{
	uint32_t hyphen = furniture_hyphen(r->f, field);
	struct span place = { field.start, hyphen };
	struct span agency = { hyphen + 1, field.end };
	struct name_shape shape;

	if (hyphen == field.end || r->nplaces > 0)
		return false;
	if (!furniture_is_label(r->f, LABEL_BIT(LABEL_AGENCY), agency)) {
		place = agency;
		agency = (struct span){ field.start, hyphen };
	}
	if (!name_read(r->text + place.start, span_nbytes(place), &shape)
		|| shape.nwords > PLACE_WORDS_UNCASED_MAX)
		return false;
	r->dateline->agencies = agency;
	r->has_agency = true;
	r->nplaces++;
	return true;
}

/* The places or agencies up to the next sign. */
static bool
read_names(struct reader *r)
{
	struct span field = { r->at, r->at }, name;
	struct label_hit hit;
	struct name_shape shape;
	int nwords = 0;

	for (; field.end < r->end && !ends_field(r, field.end); field.end++)
		if ((field.end == r->at || r->text[field.end - 1] == ' ')
			&& ends_name(r, field.end, ++nwords))
			return false;
	r->at = field.end;
	field = span_trim(r->text, field);
	if (span_is_empty(field))
		return false;
	if (r->nplaces > 0 && furniture_label_at(r->f, LABEL_BIT(LABEL_BYLINE)
		| LABEL_COLON_FREE, field, &hit)) {
		field.start += (uint32_t)hit.nbytes;
		r->dateline->author = span_trim(r->text, field);
		return furniture_is_persons(r->f, r->dateline->author,
			&nwords);
	}
	if (read_hyphened(r, field))
		return true;
	name = inside_quotes(r->text, field);
	if (name.end != field.end || furniture_knows_agencies(r->f, name)) {
		r->dateline->agencies = name;
		r->has_agency = true;
		return name_read(r->text + name.start, span_nbytes(name),
			&shape) || name.end == field.end;
	}
	if (!name_read(r->text + field.start, span_nbytes(field), &shape)
		|| shape.nwords > (shape.is_capitalized ? PLACE_WORDS_MAX
			: PLACE_WORDS_UNCASED_MAX))
		return false;
	if (r->nplaces++ == 0) {
		r->is_shouted = shape.is_all_capitals && shape.nletters > 1;
		r->is_long = shape.nletters >= COLON_LETTERS_MIN;
	}
	return true;
}

/* Takes SPAN for a date if it is all one; said is filled. */
static bool
read_date_in(struct reader *r, struct span span)
{
	struct date_said said;

	if (date_read(r->text + span.start, span_nbytes(span), &said)
		!= span_nbytes(span))
		return false;
	r->dateline->said = said;
	r->has_date = true;
	return true;
}

/* "(Reuters)", "/واس/", "(Jan 9)" */
static bool
read_brackets(struct reader *r)
{
	char close = r->text[r->at] == '(' ? ')' : r->text[r->at] == '['
		? ']' : '/';
	const char *s = r->text + r->at + 1;
	const char *end = memchr(s, close, r->end - r->at - 1);
	struct name_shape shape;
	struct span inside;

	if (end == NULL)
		return false;
	inside = span_trim(r->text, (struct span){ r->at + 1,
		(uint32_t)(end - r->text) });
	r->at = (uint32_t)(end - r->text) + 1;
	if (span_is_empty(inside))
		return false;
	if (read_date_in(r, inside))
		return true;
	r->has_brackets = true;
	if (furniture_is_agencies(r->f, inside)) {
		r->dateline->agencies = inside;
		r->has_agency = true;
		return true;
	}
	return name_read(r->text + inside.start, span_nbytes(inside), &shape)
		&& shape.nwords <= BRACKETS_WORDS_MAX;
}

/* "9/1", which is a date in no other place. */
static bool
read_day(struct reader *r)
{
	uint32_t at = r->at, ndigits = 0;

	for (; at < r->end && ((r->text[at] >= '0' && r->text[at] <= '9')
		|| r->text[at] == '/'); at++)
		ndigits += r->text[at] != '/';
	if (r->has_date || at - r->at != ndigits + 1 || ndigits < 2
		|| ndigits > 4 || r->text[at - 1] == '/'
		|| r->text[r->at] == '/')
		return false;
	r->has_date = true;
	r->at = at;
	return true;
}

/* One field; false: no dateline goes like this. */
static bool
read_field(struct reader *r)
{
	struct date_said said;
	char c = r->text[r->at];

	if (c == '(' || c == '[' || c == '/')
		return read_brackets(r);
	if (!r->has_date && has_digit(r->text + r->at, r->end - r->at
		< DATE_NBYTES ? r->end - r->at : DATE_NBYTES)
		&& date_read(r->text + r->at, r->end - r->at, &said)
		> 0 && (said.day > 0 || said.kind == DATE_SAYS_WEEKDAY
		|| said.date.precision == DATE_DAY
		|| said.kind == DATE_SAYS_OTHER)) {
		r->dateline->said = said;
		r->has_date = true;
		r->at += (uint32_t)said.nbytes;
		return true;
	}
	return read_day(r) || read_names(r);
}

/* Whether what was read is a dateline if it ends in a dash here. */
static bool
is_enough(const struct reader *r)
{
	return r->has_agency || r->has_brackets
		|| r->dateline->author.end > 0
		|| (r->nplaces > 0 && (r->has_date || r->is_shouted));
}

/* Whether an agency, or an author, and another sign follow the dash before
   AT. */
static bool
is_agency_next(struct reader *r)
{
	struct reader ahead = *r;
	struct dateline scratch = { 0 };

	ahead.dateline = &scratch;
	skip_blanks(&ahead);
	if (ahead.at >= ahead.end || r->has_agency
		|| r->dateline->author.end > 0 || !read_field(&ahead)
		|| (!ahead.has_agency && scratch.author.end == 0))
		return false;
	skip_blanks(&ahead);
	return ahead.at == ahead.end || ahead.text[ahead.at] == ':'
		|| dash_at(&ahead, ahead.at) > 0;
}

/* "الخرطوم: «الشرق الأوسط»": whether a known agency ends the line. */
static bool
ends_in_agency(struct reader *r)
{
	struct span rest = span_trim(r->text, (struct span){ r->at, r->end });
	struct span name = inside_quotes(r->text, rest);

	if (r->nplaces != 1 || r->has_agency || r->has_brackets
		|| span_is_empty(name)
		|| !furniture_knows_agencies(r->f, name))
		return false;
	r->dateline->agencies = name;
	r->has_agency = true;
	r->at = rest.end;
	return true;
}

/* "(Reuters) - Jan 9, 2026 -": whether a date stands between two dashes. */
static bool
is_date_next(struct reader *r)
{
	struct reader ahead = *r;
	struct dateline scratch = { 0 };

	ahead.dateline = &scratch;
	skip_blanks(&ahead);
	if (ahead.at >= ahead.end || r->has_date || !(r->has_agency
		|| r->has_brackets) || !read_field(&ahead) || !ahead.has_date)
		return false;
	skip_blanks(&ahead);
	return dash_at(&ahead, ahead.at) > 0 || (ahead.at < ahead.end
		&& ahead.text[ahead.at] == ':');
}

/* "واس - الرياض": the place alone follows the dash. */
static void
take_place(struct reader *r, struct span paragraph)
{
	struct span rest = span_trim(r->text, (struct span){ r->at,
		paragraph.end });
	struct name_shape shape;

	if (!r->has_agency || r->nplaces > 0 || span_is_empty(rest)
		|| !name_read(r->text + rest.start, span_nbytes(rest), &shape)
		|| shape.nwords > PLACE_WORDS_UNCASED_MAX)
		return;
	r->at = rest.end;
}

/* Behind a field: 1 another one follows, 0 it is done, -1 it is none. */
static int
read_sign(struct reader *r)
{
	uint32_t before = r->at;
	size_t dash;

	/* "PARIS/LONDON"; "/واس/" stands behind a blank. */
	if (r->at < r->end && r->text[r->at] == '/' && r->nplaces > 0
		&& blank_nbytes(r->text + r->at - 1, 1) == 0) {
		r->at++;
		return 1;
	}
	skip_blanks(r);
	if (r->at >= r->end)
		return r->has_agency && r->nplaces > 0 ? 0 : -1;
	dash = dash_at(r, r->at);
	if (dash > 0) {
		r->at += (uint32_t)dash;
		if (r->at < r->end && blank_nbytes(r->text + r->at, r->end
			- r->at) == 0 && before == r->at - dash && dash == 1
			&& !r->has_brackets)
			return -1;
		if (is_agency_next(r) || is_date_next(r))
			return 1;
		if (!is_enough(r) || r->at >= r->end)
			return -1;
		return 0;
	}
	if (r->text[r->at] == ':') {
		r->at++;
		/* "Reuters: ..." says who speaks. */
		return (r->has_agency && r->nplaces > 0) || r->has_brackets
			|| ends_in_agency(r)
			|| (r->is_shouted && r->is_long && !r->has_date)
			? 0 : -1;
	}
	if (skip_comma(r) || (r->has_date && is_agency_next(r)))
		return 1;
	if (r->text[r->at] == '(' || r->text[r->at] == '[' || r->text[r->at]
		== '/' || (r->nplaces > 0 && !r->has_brackets && !r->has_date))
		return 1;
	/* "(CNN) Rain fell": only where the agency is known. */
	return r->has_brackets && r->dateline->agencies.end > 0
		&& furniture_knows_agencies(r->f, r->dateline->agencies)
		? 0 : -1;
}

bool
dateline_read(struct furniture *f, struct span paragraph,
	struct dateline *dateline)
{
	struct reader r = { .f = f, .text = f->text, .at = paragraph.start,
		.dateline = dateline };
	int go_on = 1;

	*dateline = (struct dateline){ .span = paragraph };
	r.end = span_nbytes(paragraph) > DATELINE_NBYTES_MAX
		? paragraph.start + DATELINE_NBYTES_MAX : paragraph.end;
	while (r.end < paragraph.end
		&& ((unsigned char)f->text[r.end] & 0xC0) == 0x80)
		r.end++;
	while (go_on > 0) {
		skip_blanks(&r);
		if (r.at >= r.end || !read_field(&r))
			return false;
		go_on = read_sign(&r);
	}
	if (go_on == 0)
		take_place(&r, paragraph);
	dateline->span = span_trim(f->text, (struct span){ paragraph.start,
		r.at });
	return go_on == 0;
}
