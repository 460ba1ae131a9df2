#include <config.h>

#include "model/furniture.h"

#include <string.h>

#include "base/vec.h"
#include "model/label_table.h"
#include "model/lines.h"
#include "model/name.h"
#include "model/sentence.h"

/*
 * Lists of names: which of them are persons, which are agencies, and what
 * stands beside them ("Ann Lee, Staff Writer", "Minh An (theo Reuters)").
 */

/* A name of more letters is none, whatever is before it. */
#define ITEM_LETTERS_MAX 50
#define PERSON_WORDS_UNCASED_MAX 5

static bool
is_person(const struct furniture *f, struct span name, int *nwords)
{
	struct name_shape shape;

	if (!name_read(f->text + name.start, span_nbytes(name), &shape)
		|| (!shape.is_capitalized
			&& shape.nwords > PERSON_WORDS_UNCASED_MAX)
		|| furniture_is_label(f, LABEL_BIT(LABEL_OTHER)
			| LABEL_BIT(LABEL_JOB), name))
		return false;
	*nwords = shape.nwords;
	return true;
}

bool
furniture_is_persons(struct furniture *f, struct span value, int *nwords)
{
	int count;

	*nwords = 0;
	furniture_split(f, value);
	for (size_t i = 0; i < f->names.count; i++) {
		if (!is_person(f, f->names.at[i], &count)
			|| furniture_is_agency(f, f->names.at[i]))
			return false;
		if (count > *nwords)
			*nwords = count;
	}
	return f->names.count > 0;
}

static void
add_item(struct furniture *f, enum item_kind kind, struct span name)
{
	VEC_PUSH(&f->items, (struct item){ kind, name });
}

/* "Ann Lee in Caracas", "Ann Lee for Reuters" */
static bool
add_placed(struct furniture *f, struct span item)
{
	struct label_hit hit;
	int nwords;

	for (uint32_t at = item.start; (at = word_next(f->text, at, item.end))
		< item.end;) {
		struct span name = span_trim(f->text, (struct span){
			item.start, at });
		struct span place = { at, item.end };

		if (!furniture_label_at(f, LABEL_BIT(LABEL_PLACE), place, &hit)
			|| !is_person(f, name, &nwords))
			continue;
		place.start += (uint32_t)hit.nbytes;
		place = span_trim(f->text, place);
		if (span_is_empty(place)) {
			add_item(f, ITEM_PERSON, name);
			return true;
		}
		if (!name_can_start(f->text + place.start,
			span_nbytes(place)))
			return false;
		add_item(f, ITEM_PERSON, name);
		if (furniture_is_agency(f, place))
			add_item(f, ITEM_AGENCY, place);
		return true;
	}
	return false;
}

/* "phóng viên Minh An", "Middle East correspondent", "Minh An lược dịch" */
static bool
add_working(struct furniture *f, struct span item, bool is_first)
{
	struct span rest = item;
	struct label_hit hit;
	int nwords = 0;

	if (furniture_label_at(f, LABEL_BIT(LABEL_JOB), item, &hit)) {
		rest.start += (uint32_t)hit.nbytes;
		rest = span_trim(f->text, rest);
		if (span_is_empty(rest))
			add_item(f, ITEM_JOB, item);
		else if (is_person(f, rest, &nwords))
			add_item(f, ITEM_PERSON, rest);
		return span_is_empty(rest) || nwords > 0;
	}
	for (uint32_t at = item.start; (at = word_next(f->text, at, item.end))
		< item.end;) {
		if (!furniture_is_label(f, LABEL_BIT(LABEL_JOB),
			(struct span){ at, item.end }))
			continue;
		rest = span_trim(f->text, (struct span){ item.start, at });
		if (is_first && is_person(f, rest, &nwords) && nwords >= 2)
			add_item(f, ITEM_PERSON, rest);
		else
			add_item(f, ITEM_JOB, item);
		return true;
	}
	return false;
}

/* "hãng tin Reuters": the agency without the word before it. */
static struct span
bare_agency(const struct furniture *f, struct span item)
{
	struct span rest = item;
	struct label_hit hit;

	if (name_can_start(f->text + item.start, span_nbytes(item))
		|| !furniture_label_at(f, LABEL_BIT(LABEL_PRESS), item, &hit))
		return item;
	rest.start += (uint32_t)hit.nbytes;
	rest = span_trim(f->text, rest);
	return !span_is_empty(rest) && furniture_is_label(f,
		LABEL_BIT(LABEL_AGENCY), rest) ? rest : item;
}

/* One item of a list; false: no list of names has it. */
static bool
add_classified(struct furniture *f, struct span item, bool is_first)
{
	int nwords;

	if (memchr(f->text + item.start, '@', span_nbytes(item)) != NULL)
		add_item(f, ITEM_JOB, item);
	else if (furniture_is_label(f, LABEL_BIT(LABEL_OTHER), item))
		add_item(f, ITEM_PLACE, item);
	else if (furniture_is_agency(f, item))
		add_item(f, ITEM_AGENCY, bare_agency(f, item));
	else if (add_placed(f, item) || add_working(f, item, is_first))
		return true;
	else if (is_person(f, item, &nwords))
		add_item(f, ITEM_PERSON, item);
	else
		return false;
	return true;
}

static bool
is_short(const struct furniture *f, struct span name)
{
	return letter_count(f->text + name.start, span_nbytes(name))
		<= ITEM_LETTERS_MAX || furniture_is_address(f->text, name);
}

/* "Reporting by A; editing by B": the names that follow are not authors. */
static bool
is_of_editors(const struct furniture *f, struct span *list)
{
	struct label_hit hit;

	if (furniture_label_at(f, LABEL_BIT(LABEL_EDITOR)
		| LABEL_BIT(LABEL_CREDIT), *list, &hit))
		return true;
	if (furniture_label_at(f, LABEL_BIT(LABEL_BYLINE), *list, &hit))
		list->start += (uint32_t)hit.nbytes;
	*list = span_trim(f->text, *list);
	return false;
}

/* The items of a list without a semicolon. */
static bool
add_items(struct furniture *f, struct span list, bool is_loose)
{
	struct label_hit hit;

	if (is_of_editors(f, &list))
		return true;
	furniture_split(f, list);
	for (size_t i = 0; i < f->names.count; i++) {
		struct span name = f->names.at[i];

		if (i > 0 && furniture_label_at(f, LABEL_BIT(LABEL_EDITOR),
			name, &hit))
			break;
		if (is_loose ? !is_short(f, name)
			: !add_classified(f, name, i == 0))
			return false;
		if (is_loose)
			add_item(f, ITEM_OTHER, name);
	}
	return true;
}

/* Sources in brackets behind a name: "Minh An (theo Reuters)". */
static void
add_bracketed(struct furniture *f, struct span inside)
{
	struct label_hit hit;
	bool is_labeled = furniture_label_at(f, LABEL_BIT(LABEL_SOURCE),
		inside, &hit);

	if (is_labeled)
		inside.start += (uint32_t)hit.nbytes;
	inside = span_trim(f->text, inside);
	if (is_labeled)
		furniture_split(f, inside);
	else if (furniture_is_label(f, LABEL_BIT(LABEL_OTHER), inside))
		add_item(f, ITEM_PLACE, inside);
	if (!is_labeled && !furniture_is_agencies(f, inside))
		return;
	for (size_t i = 0; i < f->names.count; i++)
		if (is_short(f, f->names.at[i]))
			add_item(f, ITEM_AGENCY, f->names.at[i]);
}

/* All that VALUE lists; false: it is no list of names. */
static bool
read_items(struct furniture *f, struct span value, bool is_loose)
{
	struct span brackets = brackets_at_end(f->text, value);
	struct span list = value;

	f->items.count = 0;
	if (!span_is_empty(brackets) && brackets.start > value.start)
		list = span_trim(f->text, (struct span){ value.start,
			brackets.start });
	for (struct span rest = list; !span_is_empty(rest);) {
		const char *s = f->text + rest.start;
		const char *end = memchr(s, ';', span_nbytes(rest));
		uint32_t next = end != NULL ? (uint32_t)(end - f->text)
			: rest.end;
		struct span items = span_trim(f->text, (struct span){
			rest.start, next });

		if (!span_is_empty(items) && !add_items(f, items, is_loose))
			return false;
		rest.start = next + (end != NULL);
	}
	if (list.end != value.end)
		add_bracketed(f, inside_brackets(f->text, brackets));
	return f->items.count > 0;
}

bool
furniture_is_authors(struct furniture *f, struct span value, bool *is_working)
{
	int npersons = 0;

	*is_working = false;
	if (!read_items(f, value, false))
		return false;
	for (size_t i = 0; i < f->items.count; i++) {
		npersons += f->items.at[i].kind == ITEM_PERSON;
		*is_working |= f->items.at[i].kind != ITEM_PERSON;
	}
	return npersons > 0;
}

/* Whether ITEM wrote the article, under ROLES. */
static bool
is_author(const struct furniture *f, const struct item *item, unsigned roles)
{
	if (item->kind != ITEM_PERSON || !(roles & LABEL_BIT(LABEL_BYLINE)))
		return false;
	return !(roles & LABEL_BIT(LABEL_SOURCE))
		|| name_is_vietnamese(f->text + item->name.start,
			span_nbytes(item->name));
}

/* "By our correspondent": all that is known of who wrote it. */
static bool
note_job(struct furniture *f)
{
	for (size_t i = 0; i < f->items.count; i++) {
		if (f->items.at[i].kind != ITEM_JOB)
			continue;
		VEC_PUSH(&f->anatomy->bylines, f->items.at[i].name);
		return true;
	}
	return false;
}

static enum part_role
note_items(struct furniture *f, unsigned roles)
{
	bool has_author = false, has_source = false;

	for (size_t i = 0; i < f->items.count; i++) {
		const struct item *item = &f->items.at[i];

		if (item->kind == ITEM_JOB || item->kind == ITEM_PLACE)
			continue;
		if (is_author(f, item, roles)) {
			VEC_PUSH(&f->anatomy->bylines, item->name);
			has_author = true;
		} else {
			VEC_PUSH(&f->anatomy->sources, item->name);
			has_source = true;
		}
	}
	if (!has_author && (roles & LABEL_BIT(LABEL_BYLINE)))
		has_author = note_job(f);
	return has_author ? PART_BYLINE : has_source ? PART_SOURCE : PART_BODY;
}

enum part_role
furniture_note(struct furniture *f, struct span value, unsigned roles,
	bool is_labeled)
{
	bool is_loose = is_labeled && !(roles & LABEL_BIT(LABEL_BYLINE));

	if (!read_items(f, value, is_loose))
		return PART_BODY;
	return note_items(f, roles);
}
