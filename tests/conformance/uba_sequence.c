#include <config.h>

#include "uba_sequence.h"

#include <stdbool.h>
#include <string.h>

#define OPENERS_MAX 63
#define NONE SIZE_MAX

/* The class at K, that of sos and eos beyond the ends. */
static enum bidi_class
class_at(const struct uba_sequence *sequence, size_t k)
{
	if (k == NONE)
		return sequence->sos;
	return k == sequence->count ? sequence->eos : sequence->class[k];
}

static bool
is_isolate(enum bidi_class class)
{
	return class == BIDI_CLASS_LRI || class == BIDI_CLASS_RLI
		|| class == BIDI_CLASS_FSI || class == BIDI_CLASS_PDI;
}

/* A mark on a bracket becomes ON, as the bracket is, but no bracket. */
static void
rule_w1(struct uba_sequence *sequence)
{
	for (size_t k = 0; k < sequence->count; k++) {
		enum bidi_class before = class_at(sequence, k - 1);

		if (sequence->class[k] == BIDI_CLASS_NSM)
			sequence->class[k] = is_isolate(before)
				|| before == BIDI_CLASS_OPEN
				|| before == BIDI_CLASS_CLOSE
				? BIDI_CLASS_ON : before;
	}
}

/* The last strong class before K: L, R or AL. */
static enum bidi_class
strong_before(const struct uba_sequence *sequence, size_t k)
{
	for (;;) {
		enum bidi_class class = class_at(sequence, --k);

		if (class == BIDI_CLASS_L || class == BIDI_CLASS_R
				|| class == BIDI_CLASS_AL)
			return class;
	}
}

static void
rule_w2(struct uba_sequence *sequence)
{
	for (size_t k = 0; k < sequence->count; k++) {
		if (sequence->class[k] == BIDI_CLASS_EN
				&& strong_before(sequence, k)
					== BIDI_CLASS_AL)
			sequence->class[k] = BIDI_CLASS_AN;
	}
}

static void
rule_w3(struct uba_sequence *sequence)
{
	for (size_t k = 0; k < sequence->count; k++) {
		if (sequence->class[k] == BIDI_CLASS_AL)
			sequence->class[k] = BIDI_CLASS_R;
	}
}

static void
rule_w4(struct uba_sequence *sequence)
{
	for (size_t k = 1; k + 1 < sequence->count; k++) {
		enum bidi_class before = sequence->class[k - 1];
		enum bidi_class class = sequence->class[k];

		if (before != sequence->class[k + 1])
			continue;
		if (class == BIDI_CLASS_ES && before == BIDI_CLASS_EN)
			sequence->class[k] = BIDI_CLASS_EN;
		if (class == BIDI_CLASS_CS && (before == BIDI_CLASS_EN
				|| before == BIDI_CLASS_AN))
			sequence->class[k] = before;
	}
}

static void
rule_w5(struct uba_sequence *sequence)
{
	for (size_t k = 0; k < sequence->count; k++) {
		size_t start = k, end = k;

		if (sequence->class[k] != BIDI_CLASS_ET)
			continue;
		while (class_at(sequence, start - 1) == BIDI_CLASS_ET)
			start--;
		while (class_at(sequence, end) == BIDI_CLASS_ET)
			end++;
		if (class_at(sequence, start - 1) == BIDI_CLASS_EN
				|| class_at(sequence, end) == BIDI_CLASS_EN)
			sequence->class[k] = BIDI_CLASS_EN;
	}
}

static void
rule_w6(struct uba_sequence *sequence)
{
	for (size_t k = 0; k < sequence->count; k++) {
		enum bidi_class class = sequence->class[k];

		if (class == BIDI_CLASS_ES || class == BIDI_CLASS_ET
				|| class == BIDI_CLASS_CS)
			sequence->class[k] = BIDI_CLASS_ON;
	}
}

static void
rule_w7(struct uba_sequence *sequence)
{
	for (size_t k = 0; k < sequence->count; k++) {
		if (sequence->class[k] == BIDI_CLASS_EN
				&& strong_before(sequence, k) == BIDI_CLASS_L)
			sequence->class[k] = BIDI_CLASS_L;
	}
}

/*
 * BD16: the closer of each opener, or NONE. BD14 and BD15: a bracket that
 * was overridden is none; here OPEN and CLOSE are what ON is elsewhere.
 */
static void
rule_bd16(const struct uba_sequence *sequence, size_t *closers)
{
	size_t stack[OPENERS_MAX], depth = 0;

	for (size_t k = 0; k < sequence->count; k++)
		closers[k] = NONE;
	for (size_t k = 0; k < sequence->count; k++) {
		if (sequence->class[k] == BIDI_CLASS_OPEN) {
			if (depth == OPENERS_MAX)
				return;
			stack[depth++] = k;
		}
		if (sequence->class[k] != BIDI_CLASS_CLOSE)
			continue;
		for (size_t d = depth; d-- > 0;) {
			if (bidi_bracket(sequence->cps[stack[d]])
					!= bidi_bracket(sequence->cps[k]))
				continue;
			closers[stack[d]] = k;
			depth = d;
			break;
		}
	}
}

/* L or R for the purposes of N0 to N2, where numbers are R; else ON. */
static enum bidi_class
direction_of(enum bidi_class class)
{
	if (class == BIDI_CLASS_EN || class == BIDI_CLASS_AN)
		return BIDI_CLASS_R;
	return class == BIDI_CLASS_L || class == BIDI_CLASS_R ? class
		: BIDI_CLASS_ON;
}

static enum bidi_class
embedding_direction(const struct uba_sequence *sequence)
{
	return sequence->level % 2 == 1 ? BIDI_CLASS_R : BIDI_CLASS_L;
}

/* What N0 makes of the pair OPEN, CLOSE; ON: nothing. */
static enum bidi_class
pair_direction(const struct uba_sequence *sequence, size_t open, size_t close)
{
	enum bidi_class embedding = embedding_direction(sequence);
	bool has_opposite = false;

	for (size_t k = open + 1; k < close; k++) {
		enum bidi_class found = direction_of(sequence->class[k]);

		if (found == embedding)
			return embedding;
		has_opposite |= found != BIDI_CLASS_ON;
	}
	if (!has_opposite)
		return BIDI_CLASS_ON;
	for (size_t k = open - 1;; k--) {
		enum bidi_class found = direction_of(class_at(sequence, k));

		if (found != BIDI_CLASS_ON)
			return found;
	}
}

static void
rule_n0(struct uba_sequence *sequence, const enum bidi_class *before_w1)
{
	size_t closers[UBA_CPS_MAX];

	rule_bd16(sequence, closers);
	for (size_t open = 0; open < sequence->count; open++) {
		size_t ends[2] = { open, closers[open] };
		enum bidi_class direction;

		if (closers[open] == NONE)
			continue;
		direction = pair_direction(sequence, open, closers[open]);
		if (direction == BIDI_CLASS_ON)
			continue;
		for (int i = 0; i < 2; i++) {
			size_t k = ends[i];

			do
				sequence->class[k++] = direction;
			while (k < sequence->count
				&& before_w1[k] == BIDI_CLASS_NSM);
		}
	}
}

static bool
is_neutral(enum bidi_class class)
{
	return class == BIDI_CLASS_B || class == BIDI_CLASS_S
		|| class == BIDI_CLASS_WS || class == BIDI_CLASS_ON
		|| class == BIDI_CLASS_OPEN || class == BIDI_CLASS_CLOSE
		|| is_isolate(class);
}

static void
rules_n1_n2(struct uba_sequence *sequence)
{
	for (size_t start = 0, end; start < sequence->count; start = end + 1) {
		enum bidi_class before, after;

		end = start;
		while (end < sequence->count
				&& is_neutral(sequence->class[end]))
			end++;
		before = direction_of(class_at(sequence, start - 1));
		after = direction_of(class_at(sequence, end));
		for (size_t k = start; k < end; k++)
			sequence->class[k] = before == after ? before
				: embedding_direction(sequence);
	}
}

static void
rules_i1_i2(struct uba_sequence *sequence)
{
	for (size_t k = 0; k < sequence->count; k++) {
		enum bidi_class class = sequence->class[k];
		int up = 0;

		if (sequence->level % 2 == 0)
			up = class == BIDI_CLASS_R ? 1
				: class == BIDI_CLASS_L ? 0 : 2;
		else
			up = class == BIDI_CLASS_R ? 0 : 1;
		sequence->levels[k] = sequence->level + up;
	}
}

void
uba_resolve(struct uba_sequence *sequence)
{
	enum bidi_class before_w1[UBA_CPS_MAX];

	memcpy(before_w1, sequence->class,
		sequence->count * sizeof(before_w1[0]));
	rule_w1(sequence);
	rule_w2(sequence);
	rule_w3(sequence);
	rule_w4(sequence);
	rule_w5(sequence);
	rule_w6(sequence);
	rule_w7(sequence);
	rule_n0(sequence, before_w1);
	rules_n1_n2(sequence);
	rules_i1_i2(sequence);
}
