#include <config.h>

#include "uba.h"

#include <assert.h>
#include <stdbool.h>

#include "uba_sequence.h"

#define MAX_DEPTH 125
#define NONE SIZE_MAX

/* A paragraph. */
struct text {
	const uint32_t *cps;
	size_t count;
	int base;
	enum bidi_class original[UBA_CPS_MAX], class[UBA_CPS_MAX];
	/* BD9: the PDI of an initiator, the initiator of a PDI, or NONE */
	size_t match[UBA_CPS_MAX];
	int level[UBA_CPS_MAX];		/* UBA_REMOVED after X9 */
};

static bool
is_initiator(enum bidi_class class)
{
	return class == BIDI_CLASS_LRI || class == BIDI_CLASS_RLI
		|| class == BIDI_CLASS_FSI;
}

static bool
is_embedding(enum bidi_class class)
{
	return class == BIDI_CLASS_LRE || class == BIDI_CLASS_RLE
		|| class == BIDI_CLASS_LRO || class == BIDI_CLASS_RLO;
}

static void
rule_bd9(struct text *text)
{
	for (size_t i = 0; i < text->count; i++)
		text->match[i] = NONE;
	for (size_t i = 0; i < text->count; i++) {
		size_t depth = 1;

		if (!is_initiator(text->original[i]))
			continue;
		for (size_t k = i + 1; k < text->count; k++) {
			if (is_initiator(text->original[k]))
				depth++;
			else if (text->original[k] == BIDI_CLASS_PDI)
				depth--;
			if (depth == 0) {
				text->match[i] = k;
				text->match[k] = i;
				break;
			}
		}
	}
}

/* P2 and P3 for what lies between START and END. */
static int
rules_p2_p3(const struct text *text, size_t start, size_t end)
{
	for (size_t i = start; i < end; i++) {
		enum bidi_class class = text->original[i];

		if (class == BIDI_CLASS_L)
			return 0;
		if (class == BIDI_CLASS_R || class == BIDI_CLASS_AL)
			return 1;
		if (!is_initiator(class))
			continue;
		if (text->match[i] == NONE)
			return UBA_AUTO;
		i = text->match[i];
	}
	return UBA_AUTO;
}

/* The state of X1 to X8. */
struct status {
	struct {
		int level;
		enum bidi_class override;	/* ON: neutral */
		bool isolate;
	} stack[MAX_DEPTH + 2];
	int depth;
	int overflow_isolates, overflow_embeddings, valid_isolates;
};

static int
next_level(const struct status *status, int parity)
{
	int level = status->stack[status->depth - 1].level + 1;

	return level % 2 == parity ? level : level + 1;
}

static void
push(struct status *status, int level, enum bidi_class override, bool isolate)
{
	assert(status->depth < MAX_DEPTH + 2);
	status->stack[status->depth].level = level;
	status->stack[status->depth].override = override;
	status->stack[status->depth++].isolate = isolate;
}

static void
rules_x2_to_x5(struct status *status, enum bidi_class class)
{
	int level = next_level(status,
		class == BIDI_CLASS_RLE || class == BIDI_CLASS_RLO);

	if (level <= MAX_DEPTH && status->overflow_isolates == 0
			&& status->overflow_embeddings == 0)
		push(status, level, class == BIDI_CLASS_RLO ? BIDI_CLASS_R
			: class == BIDI_CLASS_LRO ? BIDI_CLASS_L
			: BIDI_CLASS_ON, false);
	else if (status->overflow_isolates == 0)
		status->overflow_embeddings++;
}

static void
apply_status(struct text *text, size_t i, const struct status *status)
{
	text->level[i] = status->stack[status->depth - 1].level;
	if (status->stack[status->depth - 1].override != BIDI_CLASS_ON)
		text->class[i] = status->stack[status->depth - 1].override;
}

static void
rules_x5a_to_x5c(struct text *text, size_t i, struct status *status)
{
	bool is_rtl = text->original[i] == BIDI_CLASS_RLI;
	int level;

	if (text->original[i] == BIDI_CLASS_FSI)
		is_rtl = rules_p2_p3(text, i + 1, text->match[i] == NONE
			? text->count : text->match[i]) == 1;
	apply_status(text, i, status);
	level = next_level(status, is_rtl);
	if (level <= MAX_DEPTH && status->overflow_isolates == 0
			&& status->overflow_embeddings == 0) {
		status->valid_isolates++;
		push(status, level, BIDI_CLASS_ON, true);
	} else {
		status->overflow_isolates++;
	}
}

static void
rule_x6a(struct text *text, size_t i, struct status *status)
{
	if (status->overflow_isolates > 0) {
		status->overflow_isolates--;
	} else if (status->valid_isolates > 0) {
		status->overflow_embeddings = 0;
		while (!status->stack[status->depth - 1].isolate)
			status->depth--;
		status->depth--;
		status->valid_isolates--;
	}
	apply_status(text, i, status);
}

static void
rule_x7(struct status *status)
{
	if (status->overflow_isolates > 0)
		return;
	if (status->overflow_embeddings > 0)
		status->overflow_embeddings--;
	else if (!status->stack[status->depth - 1].isolate
			&& status->depth >= 2)
		status->depth--;
}

static void
rules_x1_to_x9(struct text *text)
{
	struct status status = { .depth = 0 };

	push(&status, text->base, BIDI_CLASS_ON, false);
	for (size_t i = 0; i < text->count; i++) {
		enum bidi_class class = text->original[i];

		if (is_embedding(class))
			rules_x2_to_x5(&status, class);
		else if (class == BIDI_CLASS_PDF)
			rule_x7(&status);
		else if (is_initiator(class))
			rules_x5a_to_x5c(text, i, &status);
		else if (class == BIDI_CLASS_PDI)
			rule_x6a(text, i, &status);
		else if (class == BIDI_CLASS_B)
			text->level[i] = text->base;
		else if (class != BIDI_CLASS_BN)
			apply_status(text, i, &status);
		if (is_embedding(class) || class == BIDI_CLASS_PDF
				|| class == BIDI_CLASS_BN)
			text->level[i] = UBA_REMOVED;
	}
}

/* The next place from I on that X9 left, or the count. */
static size_t
skip_removed(const struct text *text, size_t i)
{
	while (i < text->count && text->level[i] == UBA_REMOVED)
		i++;
	return i;
}

/* Whether a level run (BD7) begins at I. */
static bool
begins_run(const struct text *text, size_t i)
{
	size_t before = i;

	if (text->level[i] == UBA_REMOVED)
		return false;
	while (before > 0 && text->level[before - 1] == UBA_REMOVED)
		before--;
	return before == 0 || text->level[before - 1] != text->level[i];
}

/* Appends the level run that has the place I. */
static void
add_run(const struct text *text, size_t i, struct uba_sequence *sequence)
{
	while (!begins_run(text, i))
		i--;
	do {
		sequence->cps[sequence->count] = text->cps[i];
		sequence->class[sequence->count] = text->class[i];
		sequence->at[sequence->count++] = i;
		i = skip_removed(text, i + 1);
	} while (i < text->count && !begins_run(text, i));
}

static enum bidi_class
edge(int level, int beside)
{
	return (level > beside ? level : beside) % 2 == 1
		? BIDI_CLASS_R : BIDI_CLASS_L;
}

/* BD13 and X10: the sequence that begins with the run at START. */
static void
rule_x10(const struct text *text, size_t start, struct uba_sequence *sequence)
{
	size_t first = start, last, after;

	sequence->count = 0;
	sequence->level = text->level[start];
	add_run(text, start, sequence);
	for (;;) {
		last = sequence->at[sequence->count - 1];
		if (!is_initiator(text->original[last])
				|| text->match[last] == NONE)
			break;
		add_run(text, text->match[last], sequence);
	}
	while (first > 0 && text->level[first - 1] == UBA_REMOVED)
		first--;
	sequence->sos = edge(sequence->level,
		first == 0 ? text->base : text->level[first - 1]);
	after = skip_removed(text, last + 1);
	sequence->eos = edge(sequence->level,
		after == text->count || is_initiator(text->original[last])
		? text->base : text->level[after]);
}

static bool
begins_sequence(const struct text *text, size_t i)
{
	return begins_run(text, i) && (text->original[i] != BIDI_CLASS_PDI
		|| text->match[i] == NONE);
}

/* X10 and what follows it, for all sequences. */
static void
resolve_sequences(const struct text *text, int *levels)
{
	for (size_t i = 0; i < text->count; i++)
		levels[i] = UBA_REMOVED;
	for (size_t i = 0; i < text->count; i++) {
		struct uba_sequence sequence;

		if (!begins_sequence(text, i))
			continue;
		rule_x10(text, i, &sequence);
		uba_resolve(&sequence);
		for (size_t k = 0; k < sequence.count; k++)
			levels[sequence.at[k]] = sequence.levels[k];
	}
}

static void
rule_l1(const struct text *text, int *levels)
{
	for (size_t i = 0; i <= text->count; i++) {
		bool is_separator = i == text->count
			|| text->original[i] == BIDI_CLASS_B
			|| text->original[i] == BIDI_CLASS_S;

		if (!is_separator)
			continue;
		if (i < text->count)
			levels[i] = text->base;
		for (size_t k = i; k > 0; k--) {
			enum bidi_class class = text->original[k - 1];

			if (levels[k - 1] == UBA_REMOVED)
				continue;
			if (class != BIDI_CLASS_WS && !is_initiator(class)
					&& class != BIDI_CLASS_PDI)
				break;
			levels[k - 1] = text->base;
		}
	}
}

int
uba_levels(const uint32_t *cps, size_t count, int base, int *levels)
{
	struct text text = { .cps = cps, .count = count, .base = base };

	assert(count <= UBA_CPS_MAX);
	for (size_t i = 0; i < count; i++)
		text.original[i] = text.class[i] = bidi_class(cps[i]);
	rule_bd9(&text);
	if (base == UBA_AUTO)
		text.base = rules_p2_p3(&text, 0, count) == 1;
	rules_x1_to_x9(&text);
	resolve_sequences(&text, levels);
	rule_l1(&text, levels);
	return text.base;
}

size_t
uba_order(const int *levels, size_t count, size_t *order)
{
	size_t norder = 0;
	int highest = 0;

	for (size_t i = 0; i < count; i++) {
		if (levels[i] == UBA_REMOVED)
			continue;
		order[norder++] = i;
		highest = levels[i] > highest ? levels[i] : highest;
	}
	for (int level = highest; level > 0; level--) {
		for (size_t start = 0; start < norder; start++) {
			size_t end = start;

			while (end < norder && levels[order[end]] >= level)
				end++;
			for (size_t a = start, b = end; a + 1 < b; a++) {
				size_t left = order[a];

				order[a] = order[--b];
				order[b] = left;
			}
			start = end > start ? end - 1 : start;
		}
	}
	return norder;
}
