#include <config.h>

#include "model/duplicates_inside.h"

#include <string.h>

#include "base/clock.h"
#include "base/vec.h"
#include "base/xalloc.h"
#include "model/archive.h"
#include "model/sketch.h"

#define NONE DUPLICATES_NONE

/* Steps between two looks at the clock. */
#define STRIDE 8
/* So many new articles, or as many as there were, are worth a pass while there
   are more to come. */
#define COUNT_FIRST 1000u

static void
groups_release(struct groups *groups)
{
	free(groups->first);
	free(groups->next);
	free(groups->percent);
	*groups = (struct groups){ 0 };
}

static void
pass_release(struct pass *pass)
{
	free(pass->items);
	free(pass->heads);
	groups_release(&pass->groups);
	*pass = (struct pass){ 0 };
}

struct duplicates *
duplicates_new(const struct archive *archive)
{
	struct duplicates *duplicates = xcalloc(1, sizeof(*duplicates));

	duplicates->archive = archive;
	duplicates->alike = alike_new();
	duplicates->text_of = NONE;
	return duplicates;
}

void
duplicates_free(struct duplicates *duplicates)
{
	if (duplicates == NULL)
		return;
	groups_release(&duplicates->groups);
	pass_release(&duplicates->pass);
	for (int i = 0; i < 3; i++)
		VEC_RELEASE(&duplicates->texts[i]);
	VEC_RELEASE(&duplicates->members);
	alike_free(duplicates->alike);
	free(duplicates);
}

static void
clear_heads(struct pass *pass)
{
	memset(pass->heads, 0xFF, pass->nheads * sizeof(*pass->heads));
}

static void
begin(struct duplicates *duplicates)
{
	struct pass *pass = &duplicates->pass;

	pass->groups.retired = archive_retired_count(duplicates->archive);
	pass->count = archive_count(duplicates->archive);
	pass->items = xcalloc(pass->count, sizeof(*pass->items));
	pass->nheads = 1024;
	while (pass->nheads < pass->count && pass->nheads < 1u << 31)
		pass->nheads *= 2;
	pass->heads = xreallocarray(NULL, pass->nheads, sizeof(*pass->heads));
	clear_heads(pass);
}

/* The pass goes on to what comes behind the last article. */
static void
next_phase(struct duplicates *duplicates)
{
	struct pass *pass = &duplicates->pass;

	pass->number = 0;
	if (pass->phase == PHASE_SAME || pass->phase == PHASE_BANDS)
		clear_heads(pass);
	if (pass->phase == PHASE_BANDS && pass->band + 1 < SKETCH_BANDS) {
		pass->band++;
		return;
	}
	pass->phase++;
	if (pass->phase == PHASE_LINKS)
		pass_begin_links(duplicates);
}

static bool
groups_equal(const struct groups *a, const struct groups *b)
{
	/* An article that is new and alone is no news. */
	for (uint32_t i = 0; i < b->count; i++) {
		bool is_new = i >= a->count;

		if (b->first[i] != (is_new ? i : a->first[i])
			|| b->next[i] != (is_new ? NONE : a->next[i])
			|| b->percent[i] != (is_new ? 100 : a->percent[i]))
			return false;
	}
	return a->count <= b->count;
}

/* What was found is in force; whether it is news. */
static bool
end(struct duplicates *duplicates)
{
	struct groups *groups = &duplicates->pass.groups;
	bool is_news = !groups_equal(&duplicates->groups, groups);

	for (uint32_t i = 0; i < groups->count; i++)
		groups->grouped += groups->first[i] != i
			|| groups->next[i] != NONE;
	groups_release(&duplicates->groups);
	duplicates->groups = *groups;
	*groups = (struct groups){ 0 };
	pass_release(&duplicates->pass);
	duplicates->text_of = NONE;
	return is_news;
}

bool
duplicates_is_done(const struct duplicates *duplicates, bool has_all)
{
	uint32_t count = archive_count(duplicates->archive);
	uint32_t old = duplicates->groups.count;

	if (duplicates->pass.items != NULL)
		return false;
	if (has_all)
		return count == old && duplicates->groups.retired
			== archive_retired_count(duplicates->archive);
	return count - old < (old < COUNT_FIRST ? COUNT_FIRST : old);
}

static void
step(struct duplicates *duplicates)
{
	static void (*const steps[PHASE_COUNT])(struct duplicates *duplicates,
		uint32_t number) = {
		[PHASE_SAME] = pass_same,
		[PHASE_BANDS] = pass_bands,
		[PHASE_FIRSTS] = pass_firsts,
		[PHASE_LINKS] = pass_links,
		[PHASE_FAMILIES] = pass_families,
	};
	struct pass *pass = &duplicates->pass;

	steps[pass->phase](duplicates, pass->number++);
	if (pass->number == pass->count)
		next_phase(duplicates);
}

bool
duplicates_advance(struct duplicates *duplicates, bool has_all,
	uint32_t budget_us)
{
	int64_t start = budget_us > 0 ? clock_us() : 0;
	bool is_news = false;

	while (!duplicates_is_done(duplicates, has_all)) {
		if (duplicates->pass.items == NULL)
			begin(duplicates);
		for (int i = 0; i < STRIDE
			&& duplicates->pass.phase < PHASE_COUNT; i++)
			step(duplicates);
		if (duplicates->pass.phase == PHASE_COUNT)
			is_news |= end(duplicates);
		if (budget_us > 0 && clock_us() - start >= budget_us)
			break;
	}
	return is_news;
}

uint32_t
duplicates_count(const struct duplicates *duplicates)
{
	return duplicates->groups.grouped;
}

uint32_t
duplicates_first(const struct duplicates *duplicates, uint32_t number)
{
	return number < duplicates->groups.count
		? duplicates->groups.first[number] : number;
}

uint32_t
duplicates_next(const struct duplicates *duplicates, uint32_t number)
{
	return number < duplicates->groups.count
		? duplicates->groups.next[number] : NONE;
}

unsigned
duplicates_percent(const struct duplicates *duplicates, uint32_t number)
{
	return number < duplicates->groups.count
		? duplicates->groups.percent[number] : 100;
}
