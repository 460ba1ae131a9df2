#include <config.h>

#include "layout/bidi_resolve.h"

#include <assert.h>
#include <string.h>

#include <fribidi.h>

#include "base/xalloc.h"
#include "text/word.h"
#include "layout/bidi_class.h"
#include "layout/bidi_plain.h"

/* BD16: the room for openers. */
#define OPENERS_MAX 63

/* By the direction, left to right first. */
static const struct {
	uint32_t strong;	/* keep the direction's level, come what may */
	uint32_t raised;	/* these and numbers: what has other levels */
	/* The raised ones and brackets: all else keeps the direction's level
	   if none of these is near. */
	uint8_t first_loud, end_loud;
} directions[] = {
	{ BIDI_BIT(L), BIDI_BIT(R) | BIDI_BIT(AL) | BIDI_BIT(AN),
		BIDI_CLASS_OPEN, BIDI_CLASS_AL + 1 },
	{ BIDI_BIT(R) | BIDI_BIT(AL),
		BIDI_BIT(L) | BIDI_BIT(EN) | BIDI_BIT(AN),
		BIDI_CLASS_L, BIDI_CLASS_AN + 1 },
};

/* What a pair of brackets takes its direction from. */
#define STRONG (BIDI_BIT(L) | BIDI_BIT(R) | BIDI_BIT(AL) | BIDI_BIT(EN) \
	| BIDI_BIT(AN))
#define BRACKETS (BIDI_BIT(OPEN) | BIDI_BIT(CLOSE))

/*
 * NSM and BN are never asked for. FriBidi would end the text at a B, which the
 * rules here take for an S.
 */
static const FriBidiCharType types[] = {
	[BIDI_CLASS_L] = FRIBIDI_TYPE_LTR, [BIDI_CLASS_R] = FRIBIDI_TYPE_RTL,
	[BIDI_CLASS_AL] = FRIBIDI_TYPE_AL, [BIDI_CLASS_EN] = FRIBIDI_TYPE_EN,
	[BIDI_CLASS_ES] = FRIBIDI_TYPE_ES, [BIDI_CLASS_ET] = FRIBIDI_TYPE_ET,
	[BIDI_CLASS_AN] = FRIBIDI_TYPE_AN, [BIDI_CLASS_CS] = FRIBIDI_TYPE_CS,
	[BIDI_CLASS_B] = FRIBIDI_TYPE_SS, [BIDI_CLASS_S] = FRIBIDI_TYPE_SS,
	[BIDI_CLASS_WS] = FRIBIDI_TYPE_WS, [BIDI_CLASS_ON] = FRIBIDI_TYPE_ON,
	[BIDI_CLASS_OPEN] = FRIBIDI_TYPE_ON,
	[BIDI_CLASS_CLOSE] = FRIBIDI_TYPE_ON,
};

/* The stack of BD16: the brackets that are open. */
struct nesting {
	struct opener {
		uint32_t bracket;
		size_t place;
		size_t nstrong;		/* strong characters before it */
	} openers[OPENERS_MAX];
	size_t depth;
	bool is_over;		/* no room: pairing has ended for good */
};

/* After BRACKET: the opener that it closes, valid until the next, or NULL. */
static const struct opener *
nest(struct nesting *nesting, enum bidi_class class,
	const struct opener *bracket)
{
	if (class == BIDI_CLASS_OPEN && nesting->depth < OPENERS_MAX) {
		nesting->openers[nesting->depth++] = *bracket;
		return NULL;
	}
	nesting->is_over |= class == BIDI_CLASS_OPEN;
	if (nesting->is_over)
		return NULL;
	for (size_t depth = nesting->depth; depth-- > 0;) {
		if (nesting->openers[depth].bracket == bracket->bracket) {
			nesting->depth = depth;
			return &nesting->openers[depth];
		}
	}
	return NULL;
}

/*
 * What FriBidi does not get to see: BN, as X9 has it, and marks on a bracket,
 * which are always at its level (W1, N0). LAST is the class of what it saw
 * last.
 */
static bool
is_hidden(enum bidi_class class, enum bidi_class last)
{
	return class == BIDI_CLASS_BN || (class == BIDI_CLASS_NSM
		&& (last == BIDI_CLASS_OPEN || last == BIDI_CLASS_CLOSE));
}

/*
 * W1 for a mark after LAST: where FriBidi does it, it overlooks a bracket
 * that follows. A mark on a blank is none for L1.
 */
static enum bidi_class
mark_class(enum bidi_class last)
{
	return last == BIDI_CLASS_WS || last == BIDI_CLASS_S
		|| last == BIDI_CLASS_B ? BIDI_CLASS_ON : last;
}

/*
 * The bracket at PLACE. FriBidi gets to know of pairs alone (BD16), and of
 * those alone that have something strong in them: the others are mere neutrals
 * (N0), but each such run would cost it time that grows with their number.
 */
static void
put_bracket(struct bidi *bidi, struct nesting *nesting, enum bidi_class class,
	const struct opener *bracket)
{
	const struct opener *opener = nest(nesting, class, bracket);

	if (opener == NULL || opener->nstrong == bracket->nstrong)
		return;
	bidi->brackets[opener->place] =
		bracket->bracket | FRIBIDI_BRACKET_OPEN_MASK;
	bidi->brackets[bracket->place] = bracket->bracket;
}

/* Returns how many characters FriBidi gets to see. */
static size_t
put_types(struct bidi *bidi, const struct bidi_sequence *stretch)
{
	enum bidi_class last = stretch->is_rtl ? BIDI_CLASS_R : BIDI_CLASS_L;
	struct nesting nesting;
	size_t count = 0, nstrong = 0;

	nesting.depth = 0;
	nesting.is_over = false;
	for (size_t i = 0; i < stretch->count; i++) {
		enum bidi_class class = stretch->classes[i];

		if (is_hidden(class, last))
			continue;
		if (class == BIDI_CLASS_NSM)
			class = mark_class(last);
		bidi->types[count] = types[class];
		bidi->brackets[count] = FRIBIDI_NO_BRACKET;
		if ((BRACKETS & 1u << class) != 0)
			put_bracket(bidi, &nesting, class, &(struct opener){
				bidi_bracket(stretch->cps[i]), count, nstrong
			});
		nstrong += (STRONG & 1u << class) != 0;
		count++;
		last = class;
	}
	return count;
}

static void
ask_fribidi(struct bidi *bidi, const struct bidi_sequence *stretch,
	int8_t *levels)
{
	FriBidiParType par = stretch->is_rtl
		? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR;
	size_t count = put_types(bidi, stretch);
	const int8_t *next = bidi->levels;
	enum bidi_class last = BIDI_CLASS_ON;
	int8_t level = stretch->is_rtl;

	if (fribidi_get_par_embedding_levels_ex(bidi->types, bidi->brackets,
			(FriBidiStrIndex)count, &par, bidi->levels) == 0)
		die("out of memory");
	for (size_t i = 0; i < stretch->count; i++) {
		enum bidi_class class = stretch->classes[i];

		if (!is_hidden(class, last)) {
			level = *next++;
			if (class != BIDI_CLASS_NSM)
				last = class;
		}
		levels[i] = level;
	}
}

/*
 * From START to END, with the classes SEEN, one of which is raised; LEVELS are
 * those of the direction so far.
 */
static void
resolve_stretch(struct bidi *bidi, const struct bidi_sequence *sequence,
	size_t start, size_t end, uint32_t seen, int8_t *levels)
{
	struct bidi_sequence stretch = {
		sequence->classes + start, sequence->cps + start, end - start,
		sequence->is_rtl
	};

	if (!bidi_plain(&stretch, seen, levels + start))
		ask_fribidi(bidi, &stretch, levels + start);
}

/* The next place from I on with a loud class, or the end. */
static size_t
next_loud(const struct bidi_sequence *sequence, size_t i)
{
	const uint8_t *classes = sequence->classes;
	uint8_t first = directions[sequence->is_rtl].first_loud;
	uint8_t end = directions[sequence->is_rtl].end_loud;

	for (; i + WORD_NBYTES <= sequence->count; i += WORD_NBYTES) {
		uint64_t word = word_load((const char *)classes + i);
		uint64_t loud = word_below(word, end)
			& ~word_below(word, first);

		if (loud != 0)
			return i + word_first(loud);
	}
	while (i < sequence->count
			&& (classes[i] < first || classes[i] >= end))
		i++;
	return i;
}

/* A stretch that is being looked for: from START to where the reader is. */
struct stretch {
	size_t start;
	uint32_t seen;		/* the classes in it, a set */
};

/* On from I to END, between which is nothing loud. */
static void
skip_quiet(const struct bidi_sequence *sequence, struct stretch *stretch,
	size_t i, size_t end)
{
	uint32_t strong = directions[sequence->is_rtl].strong;
	uint32_t seen = 0;

	while (end > i && (seen & strong) == 0)
		seen |= 1u << sequence->classes[--end];
	if ((seen & strong) != 0)
		*stretch = (struct stretch){ end, seen };
	else
		stretch->seen |= seen;
}

void
bidi_resolve(struct bidi *bidi, const struct bidi_sequence *sequence,
	int8_t *levels)
{
	uint32_t strong = directions[sequence->is_rtl].strong;
	uint32_t raised = directions[sequence->is_rtl].raised;
	struct stretch stretch = { 0, 0 };
	struct nesting nesting;

	assert(sequence->count <= bidi->capacity);
	memset(levels, sequence->is_rtl, sequence->count);
	nesting.depth = 0;
	nesting.is_over = false;
	for (size_t i = 0; i < sequence->count; i++) {
		enum bidi_class class;

		if (nesting.depth == 0 && (stretch.seen & raised) == 0) {
			size_t loud = next_loud(sequence, i);

			if (loud == sequence->count)
				return;
			skip_quiet(sequence, &stretch, i, loud);
			i = loud;
		}
		class = sequence->classes[i];
		stretch.seen |= 1u << class;
		if ((1u << class & BRACKETS) != 0)
			nest(&nesting, class, &(struct opener){
				.bracket = bidi_bracket(sequence->cps[i])
			});
		if ((1u << class & strong) == 0 || nesting.depth > 0)
			continue;
		if ((stretch.seen & raised) != 0)
			resolve_stretch(bidi, sequence, stretch.start, i + 1,
				stretch.seen, levels);
		stretch = (struct stretch){ i, 1u << class };
	}
	if ((stretch.seen & raised) != 0)
		resolve_stretch(bidi, sequence, stretch.start,
			sequence->count, stretch.seen, levels);
}
