#include <config.h>

#include "model/furniture.h"

#include <string.h>

#include "base/vec.h"
#include "model/date.h"
#include "model/lines.h"
#include "model/name.h"
#include "model/sentence.h"

/*
 * Rows of facts as they stand over and under articles: "By Ann Lee | January
 * 9, 2026", "Thế giới · 9/1/2026 · Minh An". All of a row must be facts, and
 * one of them no mere name.
 */

#define ROW_NBYTES_MAX 240
#define ROW_PIECES_MAX 6
/* "4 min read" */
#define LENGTH_NBYTES_MAX 24

struct row {
	struct span at[ROW_PIECES_MAX];
	struct finding found[ROW_PIECES_MAX];
	size_t count;
};

/* The length of what parts two facts at S; 0: nothing does. */
static size_t
separator_nbytes(const char *s, size_t nbytes)
{
	static const char *const signs[] = { "|", "•", "·", "\t", "●" };
	unsigned char c = (unsigned char)*s;
	size_t blank, dash;

	/* Most bytes are letters. */
	if (c > ' ' && c != '|' && c < 0xC2)
		return 0;
	for (size_t i = 0; i < sizeof(signs) / sizeof(*signs); i++)
		if (nbytes > strlen(signs[i])
			&& memcmp(s, signs[i], strlen(signs[i])) == 0)
			return strlen(signs[i]);
	blank = blank_nbytes(s, nbytes);
	if (blank == 0 || blank == nbytes)
		return 0;
	dash = s[blank] == '/' ? 1 : dash_nbytes(s + blank, nbytes - blank);
	return dash > 0 && blank_nbytes(s + blank + dash,
		nbytes - blank - dash) > 0 ? blank + dash : 0;
}

static bool
push_piece(const struct furniture *f, struct row *row, struct span piece)
{
	piece = span_trim(f->text, piece);
	if (span_is_empty(piece))
		return true;
	if (row->count == ROW_PIECES_MAX)
		return false;
	row->at[row->count++] = piece;
	return true;
}

/* The comma in PIECE behind which there is nothing but a date; end: none. */
static uint32_t
comma_before_date(const struct furniture *f, struct span piece)
{
	const char *s = f->text;
	struct date_said said;

	for (uint32_t at = piece.start + 1; at + 1 < piece.end; at++) {
		struct span rest = { at + 1, piece.end };

		if (s[at] != ',' && memcmp(s + at, "\xD8\x8C", 2) != 0)
			continue;
		rest.start += s[at] != ',';
		rest = span_trim(s, rest);
		if (has_digit(s + rest.start, span_nbytes(rest))
			&& date_read(s + rest.start, span_nbytes(rest), &said)
			== span_nbytes(rest) && !span_is_empty(rest)
			&& said.kind == DATE_SAYS_DATE
			&& said.date.precision == DATE_DAY)
			return at;
	}
	return piece.end;
}

/* "By Ann Lee, January 9, 2026" is two pieces. */
static bool
push_with_date(const struct furniture *f, struct row *row, struct span piece)
{
	struct date_said said;
	uint32_t comma = comma_before_date(f, piece);

	/* "Friday, January 9, 2026" is one. */
	if (comma < piece.end && date_read(f->text + piece.start,
		span_nbytes(piece), &said) > 0)
		comma = piece.end;
	if (comma == piece.end)
		return push_piece(f, row, piece);
	return push_piece(f, row, (struct span){ piece.start, comma })
		&& push_piece(f, row, (struct span){ comma
			+ (f->text[comma] == ',' ? 1 : 2), piece.end });
}

static bool
split_row(const struct furniture *f, struct span line, struct row *row)
{
	struct span piece = { line.start, line.start };

	while (piece.end < line.end) {
		size_t nbytes = separator_nbytes(f->text + piece.end,
			line.end - piece.end);

		if (nbytes == 0) {
			piece.end++;
			continue;
		}
		if (!push_with_date(f, row, piece))
			return false;
		piece.start = piece.end += (uint32_t)nbytes;
	}
	return push_with_date(f, row, piece);
}

/* "4 min read", "5 phút đọc" */
static bool
is_length(const struct furniture *f, struct span piece)
{
	const char *s = f->text + piece.start;

	return span_nbytes(piece) <= LENGTH_NBYTES_MAX && *s >= '0'
		&& *s <= '9';
}

static struct finding
read_piece(struct furniture *f, struct span piece)
{
	struct finding found = furniture_read(f, piece);
	struct label_hit hit;

	if (found.role != PART_BODY)
		return found;
	if (furniture_label_at(f, LABEL_BIT(LABEL_SECTION), piece, &hit)
		&& hit.nbytes == span_nbytes(piece))
		return (struct finding){ .role = PART_SECTION,
			.reason = REASON_ABOVE_TITLE };
	if (is_length(f, piece))
		return (struct finding){ .role = PART_DATE };
	return found;
}

/* Names are facts where a fact stands beside them. */
static bool
read_names(struct furniture *f, struct row *row)
{
	for (size_t i = 0; i < row->count; i++) {
		struct span piece = row->at[i];

		if (row->found[i].role != PART_BODY)
			continue;
		if (label_is(f->labels, LABEL_BIT(LABEL_OTHER), f->text
			+ piece.start, span_nbytes(piece))) {
			row->found[i].role = PART_DATE;	/* with its place */
			continue;
		}
		row->found[i].role = furniture_note(f, piece,
			LABEL_BIT(LABEL_BYLINE), false);
		row->found[i].reason = REASON_NAME;
		if (row->found[i].role == PART_BODY)
			return false;
	}
	return true;
}

static bool
read_row(struct furniture *f, struct row *row)
{
	size_t nfacts = 0;

	for (size_t i = 0; i < row->count; i++) {
		row->found[i] = read_piece(f, row->at[i]);
		if (row->found[i].role == PART_CAPTION)
			return false;
		nfacts += row->found[i].role == PART_DATE
			|| (row->found[i].role == PART_BYLINE
				&& row->found[i].reason == REASON_LABEL);
	}
	return nfacts > 0 && read_names(f, row);
}

/* Signs between two pieces belong to the first of them. */
static void
push_row(struct furniture *f, const struct row *row, struct span line)
{
	for (size_t i = 0; i < row->count; i++) {
		struct span span = { i == 0 ? line.start : row->at[i].start,
			i + 1 < row->count ? row->at[i + 1].start : line.end };

		VEC_PUSH(&f->anatomy->parts, (struct part){
			.span = span_trim(f->text, span),
			.role = row->found[i].role,
			.reason = row->found[i].reason,
			.why = row->found[i].why });
		if (row->found[i].role == PART_SECTION
			&& span_is_empty(f->anatomy->section))
			f->anatomy->section = row->at[i];
	}
}

/* A fact is a date, or a name behind a label: a cheap no for most lines. */
static bool
may_be_row(const struct furniture *f, struct span line)
{
	struct label_hit hit;

	return !ends_in_full_stop(f->text, line)
		&& (has_digit(f->text + line.start, span_nbytes(line))
			|| furniture_label_at(f, LABEL_BIT(LABEL_BYLINE), line,
				&hit));
}

bool
furniture_read_row(struct furniture *f, struct span line)
{
	struct anatomy *anatomy = f->anatomy;
	const struct anatomy before = *anatomy;
	struct row row = { 0 };

	if (span_nbytes(line) > ROW_NBYTES_MAX || !may_be_row(f, line)
		|| !split_row(f, unwrapped(f->text, line), &row)
		|| row.count < 2)
		return false;
	if (!read_row(f, &row)) {
		anatomy->bylines.count = before.bylines.count;
		anatomy->sources.count = before.sources.count;
		anatomy->captions.count = before.captions.count;
		anatomy->section = before.section;
		anatomy->date = before.date;
		return false;
	}
	push_row(f, &row, line);
	return true;
}
