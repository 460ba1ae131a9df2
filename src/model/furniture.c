#include <config.h>

#include "model/furniture.h"

#include <assert.h>
#include <string.h>

#include "base/vec.h"
#include "text/utf8.h"
#include "model/lines.h"
#include "model/name.h"
#include "model/sentence.h"

/* Longest values and lines of each kind, in bytes. */
#define DATE_LINE_NBYTES_MAX 120
#define SOURCE_NBYTES_MAX 200
/* A date that is glued to something has a digit in so many bytes. */
#define GLUED_NBYTES_MAX 40
#define SECTION_NBYTES_MAX 120
/* A year alone on a line. */
#define YEAR_NBYTES_MAX 10
/* What may stand behind a date, and one word of it. */
#define PLACE_WORDS_MAX 3
#define TIME_NBYTES_MAX 40
#define TIME_WORDS_MAX 3
#define TIME_WORD_LETTERS_MAX 7
#define TIME_WORD_ASCII_MAX 4

void
furniture_release(struct furniture *furniture)
{
	VEC_RELEASE(&furniture->names);
	VEC_RELEASE(&furniture->items);
}

bool
furniture_label_at(const struct furniture *f, unsigned roles, struct span line,
	struct label_hit *hit)
{
	return label_find(f->labels, roles, f->text + line.start,
		span_nbytes(line), hit);
}

bool
furniture_is_label(const struct furniture *f, unsigned roles,
	struct span span)
{
	return label_is(f->labels, roles, f->text + span.start,
		span_nbytes(span));
}

/* What stands behind the label HIT in LINE. */
static struct span
value_of(const struct furniture *f, struct span line,
	const struct label_hit *hit)
{
	line.start += (uint32_t)hit->nbytes;
	line = span_trim(f->text, line);
	line.start += (uint32_t)dash_nbytes(f->text + line.start,
		span_nbytes(line));
	return span_trim(f->text, line);
}

static struct finding
labeled(enum part_role role, struct span line, const struct label_hit *hit)
{
	return (struct finding){ role, REASON_LABEL, { line.start,
		line.start + (uint32_t)hit->nbytes } };
}

/*
 * Whether REST, behind a date, is the time of the day and the like: nothing,
 * brackets, or digits, signs and a few words of a few letters.
 */
static bool
is_time(const char *s, size_t nbytes)
{
	size_t nletters = 0, nwords = 0;
	uint32_t cp;

	if (nbytes > TIME_NBYTES_MAX || (nbytes > 0 && s[nbytes - 1] == '.'))
		return nbytes == 1;
	for (size_t off = 0; off < nbytes;) {
		off += utf8_next(s + off, &cp);
		if (cp >= 0x80 || (cp >= 'a' && cp <= 'z')
			|| (cp >= 'A' && cp <= 'Z'))
			nwords += nletters++ == 0;
		else
			nletters = 0;
		if (nletters > TIME_WORD_LETTERS_MAX
			|| (nletters > TIME_WORD_ASCII_MAX && cp < 0x80))
			return false;
	}
	return nwords <= TIME_WORDS_MAX
		&& (nbytes <= 3 || has_digit(s, nbytes));
}

/* ", London" behind a date */
static bool
is_place(const char *s, size_t nbytes)
{
	struct name_shape shape;
	size_t comma = nbytes > 0 && *s == ',' ? 1 : nbytes > 1
		&& memcmp(s, "\xD8\x8C", 2) == 0 ? 2 : 0, blank;

	if (comma == 0)
		return false;
	blank = blank_nbytes(s + comma, nbytes - comma);
	return name_read(s + comma + blank, nbytes - comma - blank, &shape)
		&& shape.nwords <= PLACE_WORDS_MAX;
}

void
furniture_note_date(struct furniture *f, const struct date_said *said)
{
	if (said->kind == DATE_SAYS_DATE
		&& f->anatomy->date.precision == DATE_NONE)
		f->anatomy->date = said->date;
}

bool
furniture_read_date(struct furniture *f, struct span value,
	enum date_precision least)
{
	const char *s = f->text + value.start;
	size_t nbytes = span_nbytes(value), taken;
	struct date_said said;

	if (nbytes == 0 || nbytes > DATE_LINE_NBYTES_MAX
		|| !has_digit(s, nbytes))
		return false;
	taken = date_read(s, nbytes, &said);
	if (taken == 0 || (said.kind == DATE_SAYS_DATE
		&& said.date.precision < least))
		return false;
	if (said.kind != DATE_SAYS_DATE && said.kind != DATE_SAYS_OTHER
		&& (said.kind != DATE_SAYS_YEARLESS || said.day == 0))
		return false;
	if (!is_time(s + taken, nbytes - taken)
		&& !is_place(s + taken, nbytes - taken))
		return false;
	furniture_note_date(f, &said);
	return true;
}

/* "Hà Nội, ngày 4 tháng 12 năm 2025" */
static bool
read_date_behind_place(struct furniture *f, struct span line)
{
	const char *s = f->text + line.start, *comma;
	size_t nbytes = span_nbytes(line), length = 1;
	struct name_shape shape;
	struct label_hit hit;

	if (nbytes > DATE_LINE_NBYTES_MAX || !has_digit(s, nbytes))
		return false;
	comma = memchr(s, ',', nbytes);
	if (comma == NULL) {
		comma = memmem(s, nbytes, "،", 2);
		length = 2;
	}
	if (comma == NULL || !name_read(s, (size_t)(comma - s), &shape)
		|| furniture_label_at(f, LABEL_BIT(LABEL_BYLINE), line, &hit))
		return false;
	line.start = (uint32_t)(comma - f->text) + (uint32_t)length;
	return furniture_read_date(f, span_trim(f->text, line), DATE_DAY);
}

static struct finding
read_credit_line(struct furniture *f, struct span line, struct span inside,
	const struct label_hit *hit)
{
	struct span value = value_of(f, inside, hit);
	struct name_shape shape;
	int nwords;
	bool is_named = span_is_empty(value) || (name_read(f->text
		+ value.start, span_nbytes(value), &shape)
		&& shape.nwords <= 6)
		|| furniture_is_persons(f, value, &nwords)
		|| furniture_knows_agency(f, value);

	/* "Video: ..." opens a headline, too. */
	if (hit->has_colon ? f->is_first && (!is_named
		|| span_is_empty(value)) : !is_named || f->is_first)
		return (struct finding){ .role = PART_BODY };
	VEC_PUSH(&f->anatomy->captions, line);
	return labeled(PART_CAPTION, inside, hit);
}

/*
 * Whether VALUE, behind a label without a colon, can be names: "By the sea",
 * "By Friday.", "Theo ông An, ..." are prose. Where no capitals tell, the
 * first line is a title.
 */
static bool
may_be_names(const struct furniture *f, struct span value)
{
	const char *s = f->text + value.start;
	struct label_hit hit;

	if (!name_can_start(s, span_nbytes(value)))
		return furniture_label_at(f, LABEL_BIT(LABEL_PRESS), value,
			&hit) && !ends_in_full_stop(f->text, value);
	if (is_capital_at(s))
		return !f->is_first || f->has_prose_after;
	return !f->is_first && (!ends_in_full_stop(f->text, value)
		|| !span_is_empty(brackets_at_end(f->text, value)));
}

/* "By Ann Lee", "Theo Reuters", "Nguồn: Báo A" */
static struct finding
read_credited(struct furniture *f, struct span inside,
	const struct label_hit *hit)
{
	static const unsigned both = LABEL_BIT(LABEL_BYLINE)
		| LABEL_BIT(LABEL_SOURCE);
	struct span value = value_of(f, inside, hit);
	bool is_at_edge = f->is_near_top || f->is_near_end;
	struct finding found = labeled(PART_BODY, inside, hit);

	if (span_nbytes(value) > SOURCE_NBYTES_MAX || span_is_empty(value)
		|| (hit->role == LABEL_BYLINE && !is_at_edge))
		return (struct finding){ .role = PART_BODY };
	if (!hit->has_colon && (!is_at_edge || !may_be_names(f, value)))
		return (struct finding){ .role = PART_BODY };
	found.role = furniture_note(f, value, hit->roles & both,
		hit->has_colon);
	return found;
}

/* "Chuyên mục: Thế giới" */
static struct finding
read_section(struct furniture *f, struct span inside,
	const struct label_hit *hit)
{
	struct span value = value_of(f, inside, hit);

	if (!hit->wants_colon || !f->is_near_top || span_is_empty(value)
		|| span_nbytes(inside) > SECTION_NBYTES_MAX)
		return (struct finding){ .role = PART_BODY };
	if (span_is_empty(f->anatomy->section))
		f->anatomy->section = value;
	return labeled(PART_SECTION, inside, hit);
}

/* LINE begins (at INSIDE, past a bracket) with a label. */
static struct finding
read_labeled(struct furniture *f, struct span line, struct span inside,
	const struct label_hit *hit)
{
	struct finding none = { .role = PART_BODY };

	switch (hit->role) {
	case LABEL_BYLINE:
	case LABEL_SOURCE:
		return read_credited(f, inside, hit);
	case LABEL_CREDIT:
		return read_credit_line(f, line, inside, hit);
	case LABEL_DATE:
		return furniture_read_date(f, value_of(f, inside, hit),
			hit->has_colon || span_nbytes(inside)
				<= YEAR_NBYTES_MAX ? DATE_YEAR : DATE_MONTH)
			? labeled(PART_DATE, inside, hit) : none;
	case LABEL_SECTION:
		return read_section(f, inside, hit);
	case LABEL_EDITOR:
		/* "تحرير مدينة حلب" is a title: a city is freed. */
		return (hit->has_colon || !f->is_first)
			&& (f->is_near_top || f->is_near_end)
			&& furniture_is_persons(f, value_of(f, inside, hit),
				&(int){ 0 })
			? labeled(PART_BYLINE, inside, hit) : none;
	case LABEL_AGENCY:
		if (f->is_first || !(f->is_near_top || f->is_near_end)
			|| !furniture_is_agencies(f, inside))
			return none;
		furniture_note(f, inside, LABEL_BIT(LABEL_SOURCE), false);
		return (struct finding){ PART_SOURCE, REASON_AGENCY, inside };
	default:
		return none;
	}
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

/* "ann.lee@example.org", which stands below a name. */
static bool
is_mail_address(const struct furniture *f, struct span line)
{
	const char *s = f->text + line.start;
	size_t nbytes = span_nbytes(line);
	const char *at = memchr(s, '@', nbytes);

	return at != NULL && at > s && memchr(s, ' ', nbytes) == NULL
		&& memchr(at, '.', nbytes - (size_t)(at - s)) != NULL;
}

static bool
is_date_line(struct furniture *f, struct span inside)
{
	enum date_precision least = f->is_near_top ? DATE_MONTH : DATE_DAY;

	/* "2025", "Năm 2025" */
	if (!f->is_first && span_nbytes(inside) <= YEAR_NBYTES_MAX)
		least = DATE_YEAR;

	return (f->is_near_top || f->is_near_end)
		&& (furniture_read_date(f, inside, least)
			|| read_date_behind_place(f, inside));
}

/* Labels that open a line of furniture. */
#define LABELS_OF_LINES (LABEL_BIT(LABEL_BYLINE) | LABEL_BIT(LABEL_SOURCE) \
	| LABEL_BIT(LABEL_CREDIT) | LABEL_BIT(LABEL_DATE) \
	| LABEL_BIT(LABEL_AGENCY) | LABEL_BIT(LABEL_EDITOR) \
	| LABEL_BIT(LABEL_SECTION))

struct finding
furniture_read(struct furniture *f, struct span line)
{
	struct finding found = { .role = PART_BODY };
	struct span inside;
	struct label_hit hit;

	assert(!span_is_empty(line));
	if (span_nbytes(line) > FURNITURE_NBYTES_MAX)
		return found;
	inside = unwrapped(f->text, line);
	if (span_nbytes(inside) > 0 && may_be_labeled(f, line)
		&& furniture_label_at(f, LABELS_OF_LINES, inside, &hit))
		found = read_labeled(f, line, inside, &hit);
	if (found.role != PART_BODY)
		return found;
	if ((f->is_near_top || f->is_near_end) && is_mail_address(f, inside))
		return (struct finding){ .role = PART_BYLINE,
			.reason = REASON_NAME };
	if (is_date_line(f, inside))
		return (struct finding){ .role = PART_DATE,
			.reason = REASON_DATE };
	if (furniture_has_credit(f, line, &found))
		VEC_PUSH(&f->anatomy->captions, line);
	return found;
}

/* The length of "- ", "| " and the like at S; 0: no separator. */
static size_t
separator_nbytes(const char *s, size_t nbytes)
{
	static const char *const separators[] = { "-", "|", "–", "—", "•",
		"·", "ـ", ">" };
	size_t off = 0, blank;

	while ((blank = blank_nbytes(s + off, nbytes - off)) > 0)
		off += blank;
	for (size_t i = 0; i < sizeof(separators) / sizeof(*separators); i++) {
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
furniture_read_head(struct furniture *f, struct span line,
	struct finding *found)
{
	struct span rest = line;
	struct label_hit hit = { 0 };
	struct date_said said;
	size_t separator;
	bool is_iso;

	if (furniture_label_at(f, LABEL_BIT(LABEL_DATE), line, &hit))
		rest.start += (uint32_t)hit.nbytes;
	rest = span_trim(f->text, rest);
	if (span_is_empty(rest) || !has_digit(f->text + rest.start,
		span_nbytes(rest) < GLUED_NBYTES_MAX ? span_nbytes(rest)
		: GLUED_NBYTES_MAX)
		|| date_read(f->text + rest.start, span_nbytes(rest), &said)
			== 0
		|| said.kind != DATE_SAYS_DATE
		|| said.date.precision != DATE_DAY)
		return line.start;
	is_iso = said.date_nbytes == 10 && f->text[rest.start + 4] == '-';
	rest.start += (uint32_t)said.nbytes;
	separator = separator_nbytes(f->text + rest.start, span_nbytes(rest));
	if (span_is_empty(rest) || (separator == 0
		&& (!(hit.nbytes > 0 || (f->is_first && is_iso))
			|| blank_nbytes(f->text + rest.start,
				span_nbytes(rest)) == 0)))
		return line.start;
	furniture_note_date(f, &said);
	*found = hit.nbytes > 0 ? labeled(PART_DATE, line, &hit)
		: (struct finding){ .role = PART_DATE,
			.reason = REASON_GLUED };
	return rest.start + (uint32_t)separator;
}
