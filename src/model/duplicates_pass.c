#include <config.h>

#include "model/duplicates_inside.h"

#include <string.h>

#include "model/archive.h"
#include "model/sketch.h"

#define NONE DUPLICATES_NONE

/* Rows of two sketches that are equal where their texts are looked at. */
#define ROWS_MIN 45u
/* So many more after each look that was in vain. */
#define ROWS_STEP 8u
/* Articles of one band that one of them is held against, the last ones. */
#define CHAIN_MAX 8

bool
pass_is_before(const struct duplicates *duplicates, uint32_t a, uint32_t b)
{
	int order = strcmp(archive_article(duplicates->archive, a).path,
		archive_article(duplicates->archive, b).path);

	return order != 0 ? order < 0 : a < b;
}

/* Finds an earlier article with the fingerprint of NUMBER. */
void
pass_same(struct duplicates *duplicates, uint32_t number)
{
	struct pass *pass = &duplicates->pass;
	struct article article = archive_article(duplicates->archive, number);
	struct item *item = &pass->items[number];
	uint32_t *head = &pass->heads[article.fingerprint
		& (pass->nheads - 1)];
	uint32_t at = *head;

	*item = (struct item){ .same = number, .lead = number, .alike = NONE };
	item->is_gone = archive_is_retired(duplicates->archive, number);
	if (item->is_gone)
		return;
	while (at != NONE && archive_article(duplicates->archive,
		at).fingerprint != article.fingerprint)
		at = pass->items[at].next;
	if (at == NONE) {
		item->next = *head;
		*head = number;
		return;
	}
	item->same = at;
	if (pass_is_before(duplicates, number, pass->items[at].lead))
		pass->items[at].lead = number;
}

static struct alike_text *
read_text(struct duplicates *duplicates, int slot,
	const struct article *article)
{
	struct alike_text *text = &duplicates->texts[slot];

	if (slot == 0 && duplicates->text_of == article->number)
		return text;
	alike_read(text, article);
	if (slot == 0)
		duplicates->text_of = article->number;
	return text;
}

/* Whether so much of the longer text can be in the other at all. */
static bool
are_of_one_size(const struct article *a, const struct article *b)
{
	uint64_t least = a->folded_nbytes, most = b->folded_nbytes;

	if (least > most) {
		least = b->folded_nbytes;
		most = a->folded_nbytes;
	}
	/* Words may be longer in one, but not by so much. */
	return least * 100 >= most * (ALIKE_PERCENT - 15);
}

/* Whether the texts of two are nearly the same. */
static bool
are_alike(struct duplicates *duplicates, const struct article *a,
	const struct article *b, unsigned *percent)
{
	struct alike_text *text_a, *text_b;

	if (!are_of_one_size(a, b))
		return false;
	text_a = read_text(duplicates, 0, a);
	text_b = read_text(duplicates, 1, b);
	return alike_is(duplicates->alike, text_a, a, text_b, b, percent);
}

static bool
was_tried(const struct item *item, uint32_t number)
{
	for (int i = 0; i < item->ntries; i++)
		if (item->tries[i] == number)
			return true;
	return false;
}

/* Whether the texts of two are worth a look, by their sketches. */
static bool
is_candidate(const struct item *item, uint32_t number, const struct sketch *a,
	const struct sketch *b)
{
	return item->ntries < TRIES_MAX && sketch_equal_rows(a, b)
			>= ROWS_MIN + ROWS_STEP * item->ntries
		&& !was_tried(item, number);
}

/* Links the later of two articles to the other, if they are alike. */
static void
try_pair(struct duplicates *duplicates, uint32_t number, uint32_t other)
{
	struct item *items = duplicates->pass.items;
	struct article a = archive_article(duplicates->archive, number);
	struct article b = archive_article(duplicates->archive, other);
	uint32_t later = number, first = other;
	unsigned percent;

	if (!are_alike(duplicates, &a, &b, &percent)) {
		items[number].tries[items[number].ntries++] = other;
		return;
	}
	if (pass_is_before(duplicates, number, other)) {
		later = other;
		first = number;
	}
	items[later].alike = first;
	items[later].percent = (uint8_t)(percent < 100 ? percent : 99);
}

/* Holds NUMBER against those in its chain; takes it in if it is none yet. */
void
pass_bands(struct duplicates *duplicates, uint32_t number)
{
	struct pass *pass = &duplicates->pass;
	const struct sketch *sketch = archive_sketch(duplicates->archive,
		number);
	struct item *item = &pass->items[number];
	uint32_t band, *head;
	int seen = 0;

	if (item->is_gone || pass_lead(pass, number) != number
		|| item->alike != NONE || sketch_is_none(sketch))
		return;
	band = sketch_band(sketch, pass->band);
	head = &pass->heads[(band * 0x9E3779B1u >> 7) & (pass->nheads - 1)];
	for (uint32_t at = *head; at != NONE && seen < CHAIN_MAX
		&& item->alike == NONE; at = pass->items[at].next) {
		const struct sketch *other = archive_sketch(
			duplicates->archive, at);

		if (sketch_band(other, pass->band) != band)
			continue;
		seen++;
		if (is_candidate(item, at, sketch, other))
			try_pair(duplicates, number, at);
	}
	if (item->alike != NONE)
		return;
	item->next = *head;
	*head = number;
}

/*
 * Decides about NUMBER, when all before it are decided: it stays with a first;
 * where what it is alike has gone to another one, that is tried.
 */
static void
settle(struct duplicates *duplicates, uint32_t number)
{
	struct item *items = duplicates->pass.items;
	struct item *item = &items[number];
	unsigned percent;
	uint32_t first;

	item->is_settled = true;
	if (item->alike == NONE || items[item->alike].alike == NONE)
		return;
	first = items[item->alike].alike;
	item->alike = NONE;
	if (first != number) {
		struct article a = archive_article(duplicates->archive,
			number);
		struct article b = archive_article(duplicates->archive,
			first);

		if (!are_alike(duplicates, &a, &b, &percent))
			return;
		item->alike = first;
		item->percent = (uint8_t)(percent < 100 ? percent : 99);
	}
}

/* Paths only go down along the links, so that each of these chains ends. */
void
pass_firsts(struct duplicates *duplicates, uint32_t number)
{
	struct item *items = duplicates->pass.items;

	while (!items[number].is_settled) {
		uint32_t at = number;

		while (items[at].alike != NONE
			&& !items[items[at].alike].is_settled)
			at = items[at].alike;
		settle(duplicates, at);
	}
}
