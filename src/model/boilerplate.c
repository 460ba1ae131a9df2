#include <config.h>

#include "model/boilerplate.h"

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/vec.h"
#include "base/xalloc.h"
#include "model/kin.h"
#include "model/alike.h"
#include "model/anatomy.h"
#include "model/archive.h"
#include "model/edges.h"
#include "model/lines.h"
#include "model/sentence.h"

/* So many different articles make a line boilerplate. */
#define WITNESSES 5
/* Articles between two looks at the clock. */
#define STRIDE 16
/* Slots are a power of two, three quarters of which may be taken. */
#ifndef SLOTS_FIRST_LOG
#define SLOTS_FIRST_LOG 12
#endif
#ifndef SLOTS_MOST_LOG
#define SLOTS_MOST_LOG 22
#endif
#define RECURRING_MAX 262144u
/*
 * Where a line has not become boilerplate after so many articles they are a
 * large family: only one in so many is compared from then on.
 */
#define FAMILY_MIN 32
#define FAMILY_STRIDE 16
/* Comparisons with one article that are remembered. */
#define COMPARED_MAX 16
/* Longer texts are not looked at for their form. */
#define FORM_NBYTES_MAX ((size_t)32 << 10)
/* A line of more letters is no title. */
#define TITLE_LETTERS_MAX 140

/*
 * A line that was met, by half of its key. WHERE is the number of the only
 * article that has it so far, or, with IS_RECURRING, an index of `recurring`;
 * EMPTY: the slot is free.
 */
#define IS_RECURRING 0x80000000u
#define EMPTY UINT32_MAX
struct slot {
	uint32_t key;
	uint32_t where;
};

/* A line that several articles have. */
struct recurring {
	uint32_t witnesses[WITNESSES]; /* no two of them kin */
	uint32_t count;		/* of them */
	uint32_t nmet;		/* articles that have it */
};

/* What is known about the article that is being looked at. */
struct look {
	struct article article;
	struct {
		uint32_t number;
		bool is_kin;
	} compared[COMPARED_MAX];
	size_t count;
};

struct boilerplate {
	const struct archive *archive;
	uint32_t seen;
	unsigned nslots_log;
	struct slot *slots;
	uint32_t nlines;	/* slots taken */
	struct {
		struct recurring *at;
		size_t count, capacity;
	} recurring;
};

static void
make_slots(struct boilerplate *b, unsigned nslots_log)
{
	size_t nbytes = sizeof(*b->slots) << nslots_log;

	b->nslots_log = nslots_log;
	b->slots = xmalloc(nbytes);
	memset(b->slots, 0xFF, nbytes);
}

struct boilerplate *
boilerplate_new(const struct archive *archive)
{
	struct boilerplate *b = xcalloc(1, sizeof(*b));

	b->archive = archive;
	make_slots(b, SLOTS_FIRST_LOG);
	return b;
}

void
boilerplate_free(struct boilerplate *b)
{
	if (b == NULL)
		return;
	free(b->slots);
	VEC_RELEASE(&b->recurring);
	free(b);
}

uint64_t
boilerplate_memory_nbytes(const struct boilerplate *b)
{
	return sizeof(*b) + (sizeof(*b->slots) << b->nslots_log)
		+ b->recurring.capacity * sizeof(*b->recurring.at);
}

/* The slot of KEY, or the free one where it would be. */
static struct slot *
slot_of(const struct boilerplate *b, uint32_t key)
{
	uint32_t mask = (1u << b->nslots_log) - 1;
	uint32_t i = key * 0x9E3779B1u >> (32 - b->nslots_log);

	while (b->slots[i].where != EMPTY && b->slots[i].key != key)
		i = (i + 1) & mask;
	return &b->slots[i];
}

/* Whether there is room for one more line. */
static bool
make_room(struct boilerplate *b)
{
	struct slot *old = b->slots;
	size_t nold = (size_t)1 << b->nslots_log;

	if (b->nlines < nold / 4 * 3)
		return true;
	if (b->nslots_log == SLOTS_MOST_LOG)
		return false;
	make_slots(b, b->nslots_log + 1);
	for (size_t i = 0; i < nold; i++)
		if (old[i].where != EMPTY)
			*slot_of(b, old[i].key) = old[i];
	free(old);
	return true;
}

/*
 * The folder that holds the folder of PATH, as a number: sources keep their
 * articles in folders by year, month or subject.
 */
static uint64_t
folder_key(const char *path)
{
	size_t nbytes = strlen(path);

	for (int i = 0; i < 2; i++) {
		const char *slash = memrchr(path, '/', nbytes);

		nbytes = slash == NULL ? 0 : (size_t)(slash - path);
	}
	return edges_key(path, (struct span){ 0, (uint32_t)nbytes }, 1);
}

static uint32_t
line_key(const struct article *article, struct span line, uint64_t folder)
{
	return (uint32_t)(edges_key(article->text, line, folder) >> 16);
}

/* Whether two that share much are articles of one form: no copies, either. */
static bool
are_of_one_form(const struct article *a, const struct article *b)
{
	struct alike *alike;
	struct alike_text text_a = { 0 }, text_b = { 0 };
	bool are_of_one_form;

	if (a->folded_nbytes > FORM_NBYTES_MAX
		|| b->folded_nbytes > FORM_NBYTES_MAX)
		return false;
	alike = alike_new();
	alike_read(&text_a, a);
	alike_read(&text_b, b);
	are_of_one_form = alike_is_form(alike, &text_a, a, &text_b, b);
	VEC_RELEASE(&text_a);
	VEC_RELEASE(&text_b);
	alike_free(alike);
	return are_of_one_form;
}

static bool
are_kin(const struct article *a, const struct article *b)
{
	return a->fingerprint == b->fingerprint
		|| (texts_are_kin(a->text, a->nbytes, b->text, b->nbytes)
			&& !are_of_one_form(a, b));
}

static bool
is_kin(const struct boilerplate *b, struct look *look, uint32_t number)
{
	struct article other;
	bool is_kin;

	for (size_t i = 0; i < look->count; i++)
		if (look->compared[i].number == number)
			return look->compared[i].is_kin;
	other = archive_article(b->archive, number);
	is_kin = are_kin(&look->article, &other);
	if (look->count < COMPARED_MAX) {
		look->compared[look->count].number = number;
		look->compared[look->count++].is_kin = is_kin;
	}
	return is_kin;
}

/* Whether the line of RECURRING is boilerplate from now on. */
static bool
add_witness(const struct boilerplate *b, struct recurring *recurring,
	struct look *look)
{
	if (recurring->count == WITNESSES || (recurring->nmet++ > FAMILY_MIN
		&& recurring->nmet % FAMILY_STRIDE != 0))
		return false;
	for (uint32_t i = 0; i < recurring->count; i++)
		if (recurring->witnesses[i] == look->article.number
			|| is_kin(b, look, recurring->witnesses[i]))
			return false;
	recurring->witnesses[recurring->count++] = look->article.number;
	return recurring->count == WITNESSES;
}

/* The same for a line of KEY, wherever it stands. */
static bool
add_line(struct boilerplate *b, uint32_t key, struct look *look)
{
	struct slot *slot = slot_of(b, key);
	struct recurring recurring = { .count = 1 };

	if (slot->where == EMPTY) {
		if (!make_room(b))
			return false;
		*slot_of(b, key) = (struct slot){ key, look->article.number };
		b->nlines++;
		return false;
	}
	if ((slot->where & IS_RECURRING) == 0) {
		recurring.witnesses[0] = slot->where;
		if (slot->where == look->article.number
			|| b->recurring.count == RECURRING_MAX)
			return false;
		slot->where = (uint32_t)b->recurring.count | IS_RECURRING;
		VEC_PUSH(&b->recurring, recurring);
	}
	return add_witness(b, &b->recurring.at[slot->where & ~IS_RECURRING],
		look);
}

static bool
look_at_next(struct boilerplate *b)
{
	struct look look = { .article = archive_article(b->archive, b->seen) };
	uint64_t folder;
	struct edges edges;
	bool is_more = false;

	if (archive_is_retired(b->archive, b->seen++)
		|| look.article.number >= IS_RECURRING)
		return false;
	folder = folder_key(look.article.path);
	edges_find(look.article.text, look.article.nbytes, &edges);
	for (size_t i = 0; i < edges.count; i++)
		is_more |= add_line(b, line_key(&look.article, edges.lines[i],
			folder), &look);
	return is_more;
}

bool
boilerplate_advance(struct boilerplate *b, uint32_t budget_us)
{
	uint32_t published = archive_count(b->archive);
	int64_t start = budget_us > 0 ? clock_us() : 0;
	bool is_more = false;

	while (b->seen < published) {
		is_more |= look_at_next(b);
		if (budget_us > 0 && b->seen % STRIDE == 0
			&& clock_us() - start >= budget_us)
			break;
	}
	return is_more;
}

uint32_t
boilerplate_seen(const struct boilerplate *b)
{
	return b->seen;
}

/* Whether article NUMBER has the bytes of LINE of ARTICLE at an edge, too. */
static bool
has_line(const struct boilerplate *b, uint32_t number,
	const struct article *article, struct span line)
{
	struct article other = archive_article(b->archive, number);
	struct edges edges;

	edges_find(other.text, other.nbytes, &edges);
	for (size_t i = 0; i < edges.count; i++)
		if (span_nbytes(edges.lines[i]) == span_nbytes(line)
			&& memcmp(other.text + edges.lines[i].start,
				article->text + line.start,
				span_nbytes(line)) == 0)
			return true;
	return false;
}

/* Whether LINE is boilerplate. Half a key alone is no proof. */
static bool
is_known(const struct boilerplate *b, const struct article *article,
	struct span line, uint64_t folder)
{
	struct slot *slot = slot_of(b, line_key(article, line, folder));
	const struct recurring *recurring;

	if (slot->where == EMPTY || (slot->where & IS_RECURRING) == 0)
		return false;
	recurring = &b->recurring.at[slot->where & ~IS_RECURRING];
	if (recurring->count < WITNESSES)
		return false;
	for (uint32_t i = 0; i < WITNESSES; i++)
		if (!has_line(b, recurring->witnesses[i], article, line))
			return false;
	return true;
}

/* Whether all of SPAN but blanks stands in the lines of KNOWN. */
static bool
is_in(const struct edges *known, const char *text, struct span span)
{
	for (size_t i = 0; i < known->count; i++) {
		struct span line = known->lines[i];

		if (line.start > span.start || line.end <= span.start)
			continue;
		if (line.end >= span.end)
			return true;
		span = span_trim(text, (struct span){ line.end, span.end });
	}
	return false;
}

static bool
can_be_title(const char *text, const struct part *part)
{
	struct span span = part->span;
	size_t nbytes = span_nbytes(span);

	return (part->role == PART_BODY || part->role == PART_LEAD)
		&& !part->has_lines && nbytes <= 4 * TITLE_LETTERS_MAX
		&& letter_count(text + span.start, nbytes) <= TITLE_LETTERS_MAX
		&& memchr(text + span.start, '\n', nbytes) == NULL
		&& !ends_in_full_stop(text, span);
}

static bool
is_paragraph(const struct part *part)
{
	return part->role == PART_BODY || part->role == PART_LEAD;
}

/* The paragraph behind part INDEX that can be the title instead; 0: none. */
static size_t
other_title(const struct anatomy *anatomy, const char *text, size_t index)
{
	const struct part_vec *parts = &anatomy->parts;
	size_t title = index + 1, body;

	while (title < parts->count && !is_paragraph(&parts->at[title]))
		title++;
	if (title == parts->count || !can_be_title(text, &parts->at[title]))
		return 0;
	for (body = title + 1; body < parts->count; body++)
		if (is_paragraph(&parts->at[body]))
			return title;
	return 0;
}

/* Part INDEX, the title, is boilerplate if another paragraph can be one. */
static void
mark_title(struct anatomy *anatomy, const char *text, size_t index)
{
	struct part *parts = anatomy->parts.at;
	size_t other = other_title(anatomy, text, index);
	struct span old = anatomy->title;

	if (other == 0)
		return;
	if (parts[other].role == PART_LEAD)
		anatomy->lead = (struct span){ 0 };
	parts[index].role = PART_BOILERPLATE;
	parts[index].reason = REASON_RECURS;
	parts[other].role = PART_TITLE;
	parts[other].reason = REASON_OPENS;
	anatomy->title = parts[other].span;
	if (anatomy->label.start == old.start && anatomy->label.end == old.end)
		anatomy->label = anatomy->title;
}

void
boilerplate_mark(const struct boilerplate *b, struct anatomy *anatomy,
	const struct article *article)
{
	uint64_t folder = folder_key(article->path);
	struct edges edges, known = { .count = 0 };
	size_t title = SIZE_MAX;

	edges_find(article->text, article->nbytes, &edges);
	for (size_t i = 0; i < edges.count; i++)
		if (is_known(b, article, edges.lines[i], folder))
			known.lines[known.count++] = edges.lines[i];
	if (known.count == 0)
		return;
	for (size_t i = 0; i < anatomy->parts.count; i++) {
		struct part *part = &anatomy->parts.at[i];

		if (part->has_lines || !is_in(&known, article->text,
			part->span))
			continue;
		if (part->role == PART_TITLE) {
			title = i;
		} else if (part->role == PART_BODY) {
			part->role = PART_BOILERPLATE;
			part->reason = REASON_RECURS;
		}
	}
	if (title != SIZE_MAX)
		mark_title(anatomy, article->text, title);
}
