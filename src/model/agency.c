#include <config.h>

#include "model/furniture.h"

#include <string.h>

#include "base/vec.h"
#include "model/name.h"
#include "model/sentence.h"

/*
 * Which names are those of agencies and papers: known ones, such with a word
 * in them that no others have ("Northquay Times"), addresses on the web.
 */

/* They have few words. */
#define PRESS_WORDS_MAX 7
#define PRESS_WORDS_UNCASED_MAX 4

static int
word_count(const char *text, struct span span)
{
	int count = 0;

	for (; span.start < span.end; count++)
		span.start = word_next(text, span.start, span.end);
	return count;
}

bool
furniture_is_address(const char *text, struct span name)
{
	static const char *const ends[] = { ".vn", ".com", ".net", ".org",
		".uk", ".tv", ".info", ".news", ".VN", ".COM", ".NET",
		".ORG" };

	if (memchr(text + name.start, ' ', span_nbytes(name)) != NULL
		|| memchr(text + name.start, '@', span_nbytes(name)) != NULL)
		return false;
	for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++)
		if (ends_with(text, name, ends[i]))
			return true;
	return memmem(text + name.start, span_nbytes(name), "://", 3) != NULL;
}

/*
 * Whether NAME, which begins with a word as in HIT, is one of a paper: such in
 * Vietnamese have small letters in them ("Báo Người lao động"), those of
 * English none.
 */
static bool
is_press_behind(const struct furniture *f, struct span name, int nwords,
	const struct label_hit *hit)
{
	const char *s = f->text + name.start;
	bool is_english = true;

	name.start = word_next(f->text, name.start + (uint32_t)hit->nbytes,
		name.end);
	if (name.start == name.end)
		return false;
	for (size_t i = 0; i < hit->nbytes; i++)
		is_english &= (unsigned char)s[i] < 0x80 && s[i] != ' ';
	if (is_english)
		return false;
	return is_capital_at(s) || is_capital_at(f->text + name.start)
		|| (name_can_start(s, hit->nbytes)
			&& nwords <= PRESS_WORDS_UNCASED_MAX);
}

/* Whether a word that only papers and agencies have in their names is in it. */
static bool
is_press(const struct furniture *f, struct span name)
{
	struct name_shape shape;
	struct label_hit hit;
	int nwords = word_count(f->text, name);
	uint32_t at = name.start;

	if (nwords > PRESS_WORDS_MAX || nwords < 2
		|| ends_in_full_stop(f->text, name))
		return false;
	if (furniture_label_at(f, LABEL_BIT(LABEL_PRESS), name, &hit)
		&& is_press_behind(f, name, nwords, &hit))
		return true;
	if (!name_read(f->text + name.start, span_nbytes(name), &shape)
		|| !shape.is_capitalized)
		return false;
	for (; at < name.end; at = word_next(f->text, at, name.end))
		if (furniture_label_at(f, LABEL_BIT(LABEL_PRESS),
			(struct span){ at, name.end }, &hit))
			return true;
	return false;
}

/* Whether a label or a word in it says that it is one. */
static bool
is_known_agency(const struct furniture *f, struct span name)
{
	if (furniture_is_label(f, LABEL_BIT(LABEL_AGENCY), name))
		return true;
	if (furniture_is_label(f, LABEL_BIT(LABEL_JOB)
		| LABEL_BIT(LABEL_OTHER), name))
		return false;
	return is_press(f, name) || furniture_is_address(f->text, name);
}

bool
furniture_is_agency(const struct furniture *f, struct span name)
{
	struct name_shape shape;

	/* "VTV24" */
	while (span_nbytes(name) > 2 && f->text[name.end - 1] >= '0'
		&& f->text[name.end - 1] <= '9')
		name.end--;
	if (is_known_agency(f, name))
		return true;
	if (furniture_is_label(f, LABEL_BIT(LABEL_JOB)
		| LABEL_BIT(LABEL_OTHER), name))
		return false;
	/* VOV, NBC: as good as known. */
	return name_read(f->text + name.start, span_nbytes(name), &shape)
		&& shape.is_all_capitals && shape.nwords == 1
		&& shape.nletters >= 2 && shape.nletters <= 7
		&& memchr(f->text + name.start, '.', span_nbytes(name)) == NULL;
}

void
furniture_split(struct furniture *f, struct span value)
{
	f->names.count = 0;
	names_split(f->text, value, f->labels, &f->names);
	for (size_t i = 0; i < f->names.count; i++) {
		struct span name = inside_quotes(f->text, f->names.at[i]);

		if (!span_is_empty(name))
			f->names.at[i] = name;
	}
}

bool
furniture_is_agencies(struct furniture *f, struct span value)
{
	furniture_split(f, value);
	for (size_t i = 0; i < f->names.count; i++)
		if (!furniture_is_agency(f, f->names.at[i]))
			return false;
	return f->names.count > 0;
}

bool
furniture_knows_agencies(struct furniture *f, struct span value)
{
	furniture_split(f, value);
	for (size_t i = 0; i < f->names.count; i++)
		if (!is_known_agency(f, f->names.at[i]))
			return false;
	return f->names.count > 0;
}

uint32_t
furniture_hyphen(const struct furniture *f, struct span span)
{
	const char *hyphen = memchr(f->text + span.start, '-',
		span_nbytes(span));
	uint32_t at;

	if (hyphen == NULL)
		return span.end;
	at = (uint32_t)(hyphen - f->text);
	if (at == span.start || at + 1 == span.end
		|| furniture_is_label(f, LABEL_BIT(LABEL_AGENCY), span)
		|| (!furniture_is_label(f, LABEL_BIT(LABEL_AGENCY),
			(struct span){ at + 1, span.end })
			&& !furniture_is_label(f, LABEL_BIT(LABEL_AGENCY),
				(struct span){ span.start, at })))
		return span.end;
	return at;
}

bool
furniture_knows_agency(struct furniture *f, struct span value)
{
	furniture_split(f, value);
	for (size_t i = 0; i < f->names.count; i++)
		if (is_known_agency(f, f->names.at[i]))
			return true;
	return false;
}
