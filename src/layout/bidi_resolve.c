#include <config.h>

#include "layout/bidi_resolve.h"

#include <assert.h>
#include <string.h>

#include <fribidi.h>

#include "base/xalloc.h"
#include "layout/bidi_class.h"

/* BD16: the room for openers. */
#define OPENERS_MAX 63

/* By the direction, left to right first. */
static const struct {
	uint32_t strong;	/* keep the direction's level, come what may */
	uint32_t others;	/* letters of the other direction */
	uint32_t raised;	/* these and numbers: what has other levels */
} directions[] = {
	{ BIDI_BIT(L), BIDI_BIT(R) | BIDI_BIT(AL),
		BIDI_BIT(R) | BIDI_BIT(AL) | BIDI_BIT(AN) },
	{ BIDI_BIT(R) | BIDI_BIT(AL), BIDI_BIT(L),
		BIDI_BIT(L) | BIDI_BIT(EN) | BIDI_BIT(AN) },
};

#define SEPARATORS (BIDI_BIT(ES) | BIDI_BIT(ET) | BIDI_BIT(CS))
#define NEUTRALS (BIDI_BIT(WS) | BIDI_BIT(ON))
/* What a pair of brackets takes its direction from. */
#define STRONG (BIDI_BIT(L) | BIDI_BIT(R) | BIDI_BIT(AL) | BIDI_BIT(EN) \
	| BIDI_BIT(AN))
#define BRACKETS (BIDI_BIT(OPEN) | BIDI_BIT(CLOSE))

/* Stretches of these alone need no FriBidi: words, Arabic with numbers. */
#define WORDS (BIDI_BIT(L) | BIDI_BIT(R) | BIDI_BIT(AL) | BIDI_BIT(NSM) \
	| SEPARATORS | NEUTRALS)
#define NUMBERS (BIDI_BIT(AL) | BIDI_BIT(EN) | BIDI_BIT(AN) | BIDI_BIT(NSM) \
	| SEPARATORS | NEUTRALS | BRACKETS)

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
 * Words of the other direction, with neutrals among them and about them (N1,
 * N2): from the first letter to the last one and its marks.
 */
static void
raise_words(const struct bidi_sequence *stretch, int8_t *levels)
{
	uint32_t others = directions[stretch->is_rtl].others;
	size_t start = 0, end = stretch->count;

	while ((others & 1u << stretch->classes[start]) == 0)
		start++;
	while ((others & 1u << stretch->classes[end - 1]) == 0)
		end--;
	while (end < stretch->count
			&& stretch->classes[end] == BIDI_CLASS_NSM)
		end++;
	memset(levels + start, stretch->is_rtl + 1, end - start);
}

static bool
is_number(enum bidi_class class)
{
	return class == BIDI_CLASS_EN || class == BIDI_CLASS_AN;
}

/*
 * Numbers after an Arabic letter are Arabic (W2), with single separators (W4)
 * and marks (W1) in them. No letter runs from left to right, so brackets do
 * not matter.
 */
static void
raise_numbers(const struct bidi_sequence *stretch, int8_t *levels)
{
	const uint8_t *classes = stretch->classes;

	for (size_t i = 1; i < stretch->count; i++) {
		bool is_inside = levels[i - 1] == 2;

		if (is_number(classes[i])
				|| (classes[i] == BIDI_CLASS_NSM && is_inside)
				|| (classes[i] == BIDI_CLASS_CS && is_inside
					&& i + 1 < stretch->count
					&& is_number(classes[i + 1])))
			levels[i] = 2;
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

	levels += start;
	if ((seen & ~WORDS) == 0)
		raise_words(&stretch, levels);
	else if ((seen & ~NUMBERS) == 0 && stretch.is_rtl
			&& stretch.classes[0] == BIDI_CLASS_AL)
		raise_numbers(&stretch, levels);
	else
		ask_fribidi(bidi, &stretch, levels);
}

bool
bidi_has_levels(uint32_t seen, bool is_rtl)
{
	return (seen & directions[is_rtl].raised) != 0;
}

void
bidi_resolve(struct bidi *bidi, const struct bidi_sequence *sequence,
	int8_t *levels)
{
	uint32_t strong = directions[sequence->is_rtl].strong;
	uint32_t raised = directions[sequence->is_rtl].raised;
	struct nesting nesting;
	uint32_t seen = 0;
	size_t start = 0;

	assert(sequence->count <= bidi->capacity);
	memset(levels, sequence->is_rtl, sequence->count);
	nesting.depth = 0;
	nesting.is_over = false;
	for (size_t i = 0; i < sequence->count; i++) {
		enum bidi_class class = sequence->classes[i];
		uint32_t bit = 1u << class;
		bool is_cut;

		seen |= bit;
		if ((bit & BRACKETS) != 0)
			nest(&nesting, class, &(struct opener){
				.bracket = bidi_bracket(sequence->cps[i])
			});
		is_cut = (bit & strong) != 0 && nesting.depth == 0;
		if ((seen & raised) != 0 && is_cut)
			resolve_stretch(bidi, sequence, start, i + 1, seen,
				levels);
		start = is_cut ? i : start;
		seen = is_cut ? bit : seen;
	}
	if ((seen & raised) != 0)
		resolve_stretch(bidi, sequence, start, sequence->count, seen,
			levels);
}
