#include <config.h>

#include "model/duplicates_inside.h"

#include <string.h>

#include "base/vec.h"
#include "base/xalloc.h"
#include "model/archive.h"

#define NONE DUPLICATES_NONE

/* What a text differs in is its own by so much: no edition of the others. */
#define OWN_PERCENT 70u
/* In so many places at least; or with so many members in the group. */
#define OWN_PLACES_MIN 3
#define MEMBERS_MANY 8u
#define OWN_MANY_PERCENT 10u
/* What of a text is its head, and its foot. */
#define HEAD_PERCENT 15u
#define FOOT_PERCENT 10u

void
pass_begin_links(struct duplicates *duplicates)
{
	struct pass *pass = &duplicates->pass;
	struct groups *groups = &pass->groups;

	groups->count = pass->count;
	groups->first = xcalloc(pass->count, sizeof(*groups->first));
	groups->next = xcalloc(pass->count, sizeof(*groups->next));
	groups->percent = xcalloc(pass->count, sizeof(*groups->percent));
	for (uint32_t i = 0; i < pass->count; i++) {
		groups->first[i] = pass->items[i].last = i;
		groups->next[i] = NONE;
		groups->percent[i] = 100;
	}
}

/* Puts NUMBER, which is alone, behind all in the group of FIRST. */
static void
append(struct pass *pass, uint32_t first, uint32_t number)
{
	pass->groups.first[number] = first;
	pass->groups.next[pass->items[first].last] = number;
	pass->items[first].last = number;
}

void
pass_links(struct duplicates *duplicates, uint32_t number)
{
	struct pass *pass = &duplicates->pass;
	uint32_t lead = pass_lead(pass, number);
	uint32_t first = pass->items[lead].alike;

	if (first != NONE)
		pass->groups.percent[number] = pass->items[lead].percent;
	else
		first = lead;
	if (number == first)
		return;
	/* Mostly they come in path order. */
	if (pass->items[first].last != first && pass_is_before(duplicates,
		number, pass->items[first].last))
		pass->items[first].is_unsorted = true;
	append(pass, first, number);
}

static int
member_compare(const void *left, const void *right)
{
	const struct member *a = left, *b = right;
	int order = strcmp(a->path, b->path);

	if (order != 0)
		return order;
	return a->number < b->number ? -1 : a->number > b->number;
}

/* All in the group of FIRST, in path order. */
static void
collect_members(struct duplicates *duplicates, uint32_t first)
{
	struct pass *pass = &duplicates->pass;
	struct member_vec *members = &duplicates->members;

	members->count = 0;
	for (uint32_t i = first; i != NONE; i = pass->groups.next[i])
		VEC_PUSH(members, (struct member){ i,
			archive_article(duplicates->archive, i).path });
	if (pass->items[first].is_unsorted)
		qsort(members->at + 1, members->count - 1,
			sizeof(*members->at), member_compare);
}

/* Makes groups of the members again: one, or one of each fingerprint. */
static void
link_members(struct duplicates *duplicates, uint32_t first, bool is_one)
{
	struct pass *pass = &duplicates->pass;
	const struct member_vec *members = &duplicates->members;

	for (size_t i = 0; i < members->count; i++) {
		uint32_t number = members->at[i].number;

		pass->groups.next[number] = NONE;
		pass->items[number].last = number;
	}
	for (size_t i = 0; i < members->count; i++) {
		uint32_t number = members->at[i].number;
		uint32_t group = is_one ? first : pass_lead(pass, number);

		if (!is_one)
			pass->groups.percent[number] = 100;
		if (number == group)
			pass->groups.first[number] = number;
		else
			append(pass, group, number);
	}
}

/* What of one text is in neither of two others. */
struct own {
	size_t words;		/* of the text */
	size_t differ;		/* in one or the other, on average */
	size_t own;		/* in both */
	size_t places;		/* of these, away from head and foot */
};

static struct own
own_of(struct duplicates *duplicates, struct alike_text *text,
	struct alike_text *other, struct alike_text *third)
{
	struct own own = { .words = text->count };
	bool *held = xcalloc(text->count, sizeof(*held));
	bool was_own = false;

	alike_compare(duplicates->alike, text, other);
	for (size_t i = 0; i < text->count; i++)
		held[i] = text->at[i].is_held;
	alike_compare(duplicates->alike, text, third);
	for (size_t i = 0; i < text->count; i++) {
		bool is_own = !held[i] && !text->at[i].is_held;
		bool is_inside = i * 100 >= own.words * HEAD_PERCENT
			&& i * 100 < own.words * (100 - FOOT_PERCENT);

		own.differ += !held[i] + !text->at[i].is_held;
		own.own += is_own;
		own.places += is_own && !was_own && is_inside;
		was_own = is_own;
	}
	own.differ /= 2;
	free(held);
	return own;
}

/* Whether each of three texts is another one in the same places. */
static bool
are_of_one_form(struct duplicates *duplicates, const uint32_t numbers[3],
	bool are_many)
{
	struct alike_text *texts = duplicates->texts;

	duplicates->text_of = NONE;
	for (int i = 0; i < 3; i++) {
		struct article article = archive_article(duplicates->archive,
			numbers[i]);

		alike_read(&texts[i], &article);
	}
	for (int i = 0; i < 3; i++) {
		struct own own = own_of(duplicates, &texts[i],
			&texts[(i + 1) % 3], &texts[(i + 2) % 3]);

		if (own.own * 100 < own.differ * OWN_PERCENT || own.own == 0)
			return false;
		if (own.places < OWN_PLACES_MIN && !(are_many
			&& own.own * 100 >= own.words * OWN_MANY_PERCENT))
			return false;
	}
	return true;
}

/* Whether the members are articles of one form, no copies: asks a few. */
static bool
is_family(struct duplicates *duplicates)
{
	const struct pass *pass = &duplicates->pass;
	struct member_vec *members = &duplicates->members;
	uint32_t near[3] = { 0 };
	size_t count = 0, total = 0;

	for (size_t i = 1; i < members->count; i++)
		total += pass->groups.percent[members->at[i].number] < 100
			&& pass_lead(pass, members->at[i].number)
				== members->at[i].number;
	if (total < 2)
		return false;
	/* The first near copy, one in the middle, the last one. */
	for (size_t i = 1, seen = 0; i < members->count; i++) {
		uint32_t number = members->at[i].number;

		if (pass->groups.percent[number] == 100
			|| pass_lead(pass, number) != number)
			continue;
		if (seen == 0 || seen == total / 2 || seen == total - 1)
			near[count++] = number;
		seen++;
	}
	for (size_t i = 0; i + 1 < count; i++)
		if (are_of_one_form(duplicates, (uint32_t[3]){
			members->at[0].number, near[i], near[i + 1] },
			total + 1 >= MEMBERS_MANY))
			return true;
	return false;
}

void
pass_families(struct duplicates *duplicates, uint32_t number)
{
	struct pass *pass = &duplicates->pass;

	if (pass->groups.first[number] != number
		|| pass->groups.next[number] == NONE)
		return;
	collect_members(duplicates, number);
	if (is_family(duplicates))
		link_members(duplicates, number, false);
	else if (pass->items[number].is_unsorted)
		link_members(duplicates, number, true);
}
