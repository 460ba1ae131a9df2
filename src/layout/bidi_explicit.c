#include <config.h>

#include "layout/bidi_explicit.h"

#include <assert.h>

#include "base/xalloc.h"
#include "layout/bidi_class.h"
#include "layout/bidi_resolve.h"

/* BD2. */
#define LEVEL_MAX 125
#define NO_RUN UINT32_MAX

/* A level run (BD7), from its first character to behind its last one. */
struct bidi_run {
	uint32_t start, end;
	uint32_t next;		/* in its isolating run sequence (BD13) */
	int8_t level;
	bool is_continued;	/* some run's next */
	bool is_open;		/* ends with an initiator that has no PDI */
};

/* An entry of the directional status stack (X1). */
struct status {
	int8_t level;
	uint8_t override;	/* a class; ON: none */
	bool is_isolate;
	uint32_t run;		/* an isolate's: where its initiator is */
};

/* What X1 to X8 go by. */
struct walk {
	struct status stack[LEVEL_MAX + 2];
	size_t depth;
	size_t overflow_isolates, overflow_embeddings, valid_isolates;
	struct bidi_run *runs;
	size_t nruns;
};

static bool
is_in(enum bidi_class class, uint32_t set)
{
	return (set & 1u << class) != 0;
}

static void
reserve(struct bidi *bidi, size_t count)
{
	if (count <= bidi->sequence_capacity)
		return;
	bidi->runs = xreallocarray(bidi->runs, count, sizeof(*bidi->runs));
	bidi->places = xreallocarray(bidi->places, count,
		sizeof(*bidi->places));
	bidi->sequence_cps = xreallocarray(bidi->sequence_cps, count,
		sizeof(*bidi->sequence_cps));
	bidi->sequence_classes = xreallocarray(bidi->sequence_classes, count,
		1);
	bidi->sequence_levels = xreallocarray(bidi->sequence_levels, count, 1);
	bidi->sequence_capacity = count;
}

/*
 * P2, P3: the direction of the paragraph, WEAK where no letter tells. Each
 * FSI becomes what it stands for (X5c), LRI or RLI, but for those without a
 * letter, which stand for LRI.
 */
static bool
find_direction(uint8_t *classes, size_t count, bool weak, uint32_t *open)
{
	size_t nopen = 0;	/* initiators without PDI so far */
	bool is_rtl = weak, is_known = false;

	for (size_t i = 0; i < count; i++) {
		enum bidi_class class = classes[i];
		bool is_left = class == BIDI_CLASS_L;

		if (is_in(class, BIDI_BITS_INITIATOR)) {
			open[nopen++] = (uint32_t)i;
		} else if (class == BIDI_CLASS_PDI) {
			nopen -= nopen > 0;
		} else if (!is_in(class, BIDI_BIT(L) | BIDI_BIT(R)
				| BIDI_BIT(AL))) {
			continue;
		} else if (nopen > 0) {
			uint8_t *initiator = &classes[open[nopen - 1]];

			if (*initiator == BIDI_CLASS_FSI)
				*initiator = is_left ? BIDI_CLASS_LRI
					: BIDI_CLASS_RLI;
		} else if (!is_known) {
			is_known = true;
			is_rtl = !is_left;
		}
	}
	return is_rtl;
}

static struct status *
top(struct walk *walk)
{
	return &walk->stack[walk->depth - 1];
}

/* The least odd or even level above the top of the stack. */
static int
next_level(struct walk *walk, bool is_rtl)
{
	int level = top(walk)->level + 1;

	return level % 2 == (is_rtl ? 1 : 0) ? level : level + 1;
}

/* Whether there is room for STATUS on the stack. */
static bool
push(struct walk *walk, int level, enum bidi_class override, bool is_isolate)
{
	if (level > LEVEL_MAX || walk->overflow_isolates > 0
			|| walk->overflow_embeddings > 0)
		return false;
	assert(walk->depth < sizeof(walk->stack) / sizeof(*walk->stack));
	walk->stack[walk->depth++] = (struct status){
		(int8_t)level, (uint8_t)override, is_isolate,
		(uint32_t)walk->nruns - 1
	};
	return true;
}

/* X2 to X5, X7. */
static void
walk_embedding(struct walk *walk, enum bidi_class class)
{
	bool is_rtl = class == BIDI_CLASS_RLE || class == BIDI_CLASS_RLO;
	enum bidi_class override = class == BIDI_CLASS_RLO ? BIDI_CLASS_R
		: class == BIDI_CLASS_LRO ? BIDI_CLASS_L : BIDI_CLASS_ON;

	if (walk->overflow_isolates > 0)
		return;
	if (class != BIDI_CLASS_PDF)
		walk->overflow_embeddings += !push(walk,
			next_level(walk, is_rtl), override, false);
	else if (walk->overflow_embeddings > 0)
		walk->overflow_embeddings--;
	else if (!top(walk)->is_isolate && walk->depth > 1)
		walk->depth--;
}

/* X5a to X5c, after the initiator got its own level. */
static void
walk_initiator(struct walk *walk, enum bidi_class class)
{
	if (!push(walk, next_level(walk, class == BIDI_CLASS_RLI),
			BIDI_CLASS_ON, true)) {
		walk->overflow_isolates++;
		return;
	}
	walk->valid_isolates++;
	walk->runs[walk->nruns - 1].is_open = true;
}

/* X6a, before the PDI gets its level; the run of its initiator, or NO_RUN. */
static uint32_t
walk_pdi(struct walk *walk)
{
	uint32_t run;

	if (walk->overflow_isolates > 0) {
		walk->overflow_isolates--;
		return NO_RUN;
	}
	if (walk->valid_isolates == 0)
		return NO_RUN;
	walk->overflow_embeddings = 0;
	while (!top(walk)->is_isolate)
		walk->depth--;
	run = top(walk)->run;
	walk->depth--;
	walk->valid_isolates--;
	walk->runs[run].is_open = false;
	return run;
}

/*
 * Character I, of LEVEL, at the end of the last run or as a run of its own;
 * it goes on with the sequence of the run BEFORE, unless that is NO_RUN.
 */
static void
add_to_run(struct walk *walk, size_t i, int8_t level, uint32_t before)
{
	struct bidi_run *last = walk->runs + walk->nruns - 1;

	if (walk->nruns == 0 || last->level != level) {
		if (before != NO_RUN)
			walk->runs[before].next = (uint32_t)walk->nruns;
		last = walk->runs + walk->nruns++;
		*last = (struct bidi_run){
			.start = (uint32_t)i, .next = NO_RUN, .level = level,
			.is_continued = before != NO_RUN
		};
	}
	last->end = (uint32_t)i + 1;
}

/* X1 to X8: classes as overrides have them, and the level runs. */
static void
find_runs(struct walk *walk, uint8_t *classes, size_t count, bool is_rtl)
{
	walk->stack[walk->depth++] = (struct status){
		is_rtl, BIDI_CLASS_ON, false, NO_RUN
	};
	for (size_t i = 0; i < count; i++) {
		enum bidi_class class = classes[i];
		uint32_t before = NO_RUN;

		if (is_in(class, BIDI_BITS_EMBEDDING))
			walk_embedding(walk, class);
		if (is_in(class, BIDI_BITS_REMOVED))
			continue;
		if (class == BIDI_CLASS_B) {
			add_to_run(walk, i, is_rtl, NO_RUN);
			continue;
		}
		if (class == BIDI_CLASS_PDI)
			before = walk_pdi(walk);
		add_to_run(walk, i, top(walk)->level, before);
		if (top(walk)->override != BIDI_CLASS_ON)
			classes[i] = top(walk)->override;
		else if (is_in(class, BIDI_BITS_INITIATOR | BIDI_BIT(PDI)))
			classes[i] = BIDI_CLASS_ON;
		if (is_in(class, BIDI_BITS_INITIATOR))
			walk_initiator(walk, class);
	}
}

/* Appends a strong character with the direction of LEVEL: sos or eos. */
static size_t
put_edge(struct bidi *bidi, size_t count, int level)
{
	bidi->sequence_classes[count] = level % 2 == 1
		? BIDI_CLASS_R : BIDI_CLASS_L;
	bidi->sequence_cps[count] = 0;
	return count + 1;
}

/* What X9 leaves of RUN, behind the first COUNT of the sequence. */
static size_t
put_run(struct bidi *bidi, const struct bidi_run *run, const uint8_t *classes,
	const uint32_t *cps, size_t count)
{
	for (uint32_t i = run->start; i < run->end; i++) {
		if (is_in(classes[i], BIDI_BITS_REMOVED))
			continue;
		bidi->places[count] = i;
		bidi->sequence_cps[count] = cps[i];
		bidi->sequence_classes[count++] = classes[i];
	}
	return count;
}

static int
max_int(int a, int b)
{
	return a > b ? a : b;
}

/* X10 for the sequence that begins with the run FIRST. */
static void
resolve_sequence(struct bidi *bidi, const struct walk *walk, uint32_t first,
	const uint8_t *classes, const uint32_t *cps, int8_t *levels)
{
	const struct bidi_run *runs = walk->runs;
	int base = walk->stack[0].level, level = runs[first].level, beside;
	struct bidi_sequence sequence = {
		bidi->sequence_classes, bidi->sequence_cps, 0, level % 2 == 1
	};
	uint32_t last = first;
	size_t count;

	beside = first == 0 ? base : runs[first - 1].level;
	count = put_edge(bidi, 0, max_int(level, beside));
	for (uint32_t run = first; run != NO_RUN; run = runs[run].next) {
		count = put_run(bidi, &runs[run], classes, cps, count);
		last = run;
	}
	beside = runs[last].is_open || last + 1 == walk->nruns ? base
		: runs[last + 1].level;
	sequence.count = put_edge(bidi, count, max_int(level, beside));
	bidi_resolve(bidi, &sequence, bidi->sequence_levels);
	for (size_t i = 1; i < count; i++)
		levels[bidi->places[i]] = (int8_t)(bidi->sequence_levels[i]
			+ (level & ~1));
}

/* What X9 took away stays with what is before it. */
static void
fill_removed(const uint8_t *classes, size_t count, bool is_rtl, int8_t *levels)
{
	int8_t level = is_rtl;

	for (size_t i = 0; i < count; i++) {
		if (is_in(classes[i], BIDI_BITS_REMOVED))
			levels[i] = level;
		level = levels[i];
	}
}

/* L1, by the classes that the characters had before X1. */
static void
reset_blanks(const uint32_t *cps, size_t count, bool is_rtl, int8_t *levels)
{
	bool is_before_end = true;

	for (size_t i = count; i-- > 0;) {
		enum bidi_class class = bidi_class(cps[i]);

		if (is_in(class, BIDI_BIT(B) | BIDI_BIT(S)))
			is_before_end = true;
		else if (!is_in(class, BIDI_BITS_EXPLICIT | BIDI_BIT(BN)
				| BIDI_BIT(WS)))
			is_before_end = false;
		if (is_before_end)
			levels[i] = is_rtl;
	}
}

bool
bidi_explicit(struct bidi *bidi, const uint32_t *cps, size_t count,
	enum bidi_base base, int8_t *levels)
{
	uint8_t *classes = bidi->classes;
	struct walk walk = { 0 };
	bool is_rtl;

	reserve(bidi, count + BIDI_EDGES);
	walk.runs = bidi->runs;
	is_rtl = find_direction(classes, count, base == BIDI_BASE_AUTO_RTL,
		bidi->places);
	if (base == BIDI_BASE_LTR || base == BIDI_BASE_RTL)
		is_rtl = base == BIDI_BASE_RTL;
	find_runs(&walk, classes, count, is_rtl);
	for (uint32_t run = 0; run < walk.nruns; run++) {
		if (!walk.runs[run].is_continued)
			resolve_sequence(bidi, &walk, run, classes, cps,
				levels);
	}
	fill_removed(classes, count, is_rtl, levels);
	reset_blanks(cps, count, is_rtl, levels);
	return is_rtl;
}
