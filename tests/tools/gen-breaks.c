/*
 * Writes src/layout/breaks_table.h to standard output: the class of every
 * character, and the rules of break-rules.c as a finite automaton.
 *
 * What the rules know of the characters so far (struct lb_context) is finite,
 * and little of it can be reached. So all of it is explored from the start;
 * what came before the last character becomes part of the state, so that a
 * state says it all; and states that no further text can tell apart are made
 * one.
 */

#include <config.h>

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../conformance/ucd.h"
#include "break-rules.h"

#define STATES_MAX 4096

struct state {
	struct lb_context context;
	enum lb_decision decision;	/* before the last character */
	unsigned next[LB_COUNT];
};

struct automaton {
	struct state states[STATES_MAX];
	unsigned count;			/* states[0] is the start */
	unsigned group[STATES_MAX];	/* of states that are one */
	unsigned ngroups;
};

static bool
contexts_equal(const struct lb_context *a, const struct lb_context *b)
{
	return a->has_text == b->has_text && a->last == b->last
		&& a->has_blanks == b->has_blanks
		&& a->has_joiner == b->has_joiner && a->run == b->run;
}

static unsigned
find_state(struct automaton *automaton, const struct lb_context *context,
	enum lb_decision decision)
{
	unsigned i;

	for (i = 0; i < automaton->count; i++) {
		if (contexts_equal(&automaton->states[i].context, context)
			&& automaton->states[i].decision == decision)
			return i;
	}
	assert(i < STATES_MAX);
	automaton->states[i].context = *context;
	automaton->states[i].decision = decision;
	automaton->count++;
	return i;
}

static void
explore(struct automaton *automaton)
{
	struct lb_context start = { 0 };

	find_state(automaton, &start, LB_STAY);
	for (unsigned i = 0; i < automaton->count; i++) {
		for (unsigned class = 0; class < LB_COUNT; class++) {
			struct lb_context context =
				automaton->states[i].context;
			enum lb_decision decision = lb_step(&context, class);

			automaton->states[i].next[class] =
				find_state(automaton, &context, decision);
		}
	}
}

/* Whether A and B, of one group, go on to the same groups. */
static bool
states_agree(const struct automaton *automaton, unsigned a, unsigned b)
{
	const unsigned *group = automaton->group;

	for (unsigned class = 0; class < LB_COUNT; class++) {
		if (group[automaton->states[a].next[class]]
				!= group[automaton->states[b].next[class]])
			return false;
	}
	return true;
}

/* Cuts groups until all states of one agree. */
static void
minimise(struct automaton *automaton)
{
	static unsigned finer[STATES_MAX];
	unsigned before = 0;

	for (unsigned i = 0; i < automaton->count; i++)
		automaton->group[i] = automaton->states[i].decision;
	automaton->ngroups = LB_BREAK + 1;
	while (automaton->ngroups != before) {
		before = automaton->ngroups;
		automaton->ngroups = 0;
		for (unsigned i = 0, k; i < automaton->count; i++) {
			for (k = 0; k < i; k++) {
				if (automaton->group[k] == automaton->group[i]
					&& states_agree(automaton, k, i))
					break;
			}
			finer[i] = k < i ? finer[k] : automaton->ngroups++;
		}
		memcpy(automaton->group, finer, sizeof(finer));
	}
}

/* The states that words pass through, a blank having come before. */
static void
mark_plain(const struct automaton *automaton, unsigned state, bool *is_plain)
{
	if (is_plain[automaton->group[state]])
		return;
	is_plain[automaton->group[state]] = true;
	for (unsigned class = 0; class < LB_PLAIN_COUNT; class++)
		mark_plain(automaton, automaton->states[state].next[class],
			is_plain);
}

/*
 * A state of each group, by number: first those with a break before the last
 * character, of them first those that are not plain; then the others, the
 * plain ones first; last the one that takes a break back.
 */
struct numbering {
	unsigned state[STATES_MAX];
	unsigned number[STATES_MAX];	/* by group */
	unsigned count, first_plain, first_stay, end_plain;
};

static void
number_groups(const struct automaton *automaton, struct numbering *numbering,
	enum lb_decision decision, const bool *is_plain, bool wants_plain)
{
	static bool is_numbered[STATES_MAX];

	for (unsigned i = 0; i < automaton->count; i++) {
		unsigned group = automaton->group[i];

		if (automaton->states[i].decision != decision
				|| is_plain[group] != wants_plain
				|| is_numbered[group])
			continue;
		is_numbered[group] = true;
		numbering->number[group] = numbering->count;
		numbering->state[numbering->count++] = i;
	}
}

/* The state after a word and a blank. */
static unsigned
blank_state(const struct automaton *automaton)
{
	unsigned word = automaton->states[0].next[LB_AL];

	return automaton->states[word].next[LB_SP];
}

static void
number_states(const struct automaton *automaton, struct numbering *numbering)
{
	static bool is_plain[STATES_MAX];

	mark_plain(automaton, blank_state(automaton), is_plain);
	number_groups(automaton, numbering, LB_BREAK, is_plain, false);
	numbering->first_plain = numbering->count;
	number_groups(automaton, numbering, LB_BREAK, is_plain, true);
	numbering->first_stay = numbering->count;
	number_groups(automaton, numbering, LB_STAY, is_plain, true);
	numbering->end_plain = numbering->count;
	number_groups(automaton, numbering, LB_STAY, is_plain, false);
	number_groups(automaton, numbering, LB_STAY_BOTH, is_plain, false);
	assert(numbering->count == automaton->ngroups);
	assert(numbering->count <= UINT8_MAX);
	assert(automaton->states[numbering->state[numbering->count - 2]]
		.decision != LB_STAY_BOTH);
}

static unsigned
number_of(const struct automaton *automaton,
	const struct numbering *numbering, unsigned state)
{
	return numbering->number[automaton->group[state]];
}

/* The version is in the first line of the data. */
static void
write_head(void)
{
	FILE *file = ucd_open("LineBreak.txt");
	unsigned major = 0, minor = 0, update = 0;

	if (file == NULL || fscanf(file, "# LineBreak-%u.%u.%u", &major,
			&minor, &update) != 3)
		fprintf(stderr, "gen-breaks: what version is this?\n");
	if (file != NULL)
		fclose(file);
	printf("#ifndef LAYOUT_BREAKS_TABLE_H\n"
		"#define LAYOUT_BREAKS_TABLE_H\n\n"
		"/*\n * The line breaking of UAX #14 as an automaton, Unicode "
		"%u.%u.%u. Written by\n * tests/tools/gen-breaks (make "
		"break-table): change that, not this.\n */\n\n"
		"#include <stdint.h>\n\n", major, minor, update);
}

static void
write_classes(void)
{
	printf("/*\n * A class of characters is what Unicode calls so, LB1 "
		"applied; OPW is a wide\n * OP, IDX an ID that may become an "
		"emoji.\n */\nenum {");
	for (unsigned class = 0; class < LB_COUNT; class++) {
		if (class == LB_PLAIN_COUNT)
			printf("\n\t/* The classes before this are what words "
				"are made of. */\n\tBREAKS_PLAIN_CLASSES,");
		printf("\n\tBREAKS_%s%s,", lb_names[class],
			class == LB_PLAIN_COUNT ? " = BREAKS_PLAIN_CLASSES"
			: "");
	}
	printf("\n\tBREAKS_CLASSES\n};\n\n");
}

/* As many NUMBERS in a line as there is room for. */
static void
write_numbers(const char *indent, const uint8_t *numbers, size_t count)
{
	int room = 0;

	for (size_t i = 0; i < count; i++) {
		int width = snprintf(NULL, 0, "%u,", numbers[i]);

		if (room < width + 1) {
			printf("\n%s", indent);
			room = 80 - 8 * (int)strlen(indent);
		} else {
			putchar(' ');
			room--;
		}
		printf("%u,", numbers[i]);
		room -= width;
	}
}

#define BLOCK_CPS 128u
/* Most text is below this: there the blocks stand in order. */
#define ORDERED_CPS 0x2000u
/* What is beyond has a few ranges, not a table. */
#define TABLE_CPS 0x20000u
#define NBLOCKS (TABLE_CPS / BLOCK_CPS)

static void
write_class_table(const uint8_t *classes)
{
	static uint8_t block_of[NBLOCKS];
	static const uint8_t *blocks[NBLOCKS];
	unsigned count = 0, k;

	for (unsigned i = 0; i < NBLOCKS; i++) {
		const uint8_t *block = classes + i * BLOCK_CPS;

		for (k = i * BLOCK_CPS < ORDERED_CPS ? count : 0; k < count;
				k++) {
			if (memcmp(blocks[k], block, BLOCK_CPS) == 0)
				break;
		}
		if (k == count)
			blocks[count++] = block;
		assert(k <= UINT8_MAX);
		block_of[i] = (uint8_t)k;
	}
	printf("/*\n * The classes of the characters up to U+%04X, in blocks; "
		"those up to U+%04X\n * stand in order.\n */\n",
		TABLE_CPS - 1, ORDERED_CPS - 1);
	printf("#define BREAKS_BLOCK_CPS %uu\n"
		"#define BREAKS_ORDERED_CPS 0x%Xu\n"
		"#define BREAKS_TABLE_CPS 0x%Xu\n\n",
		BLOCK_CPS, ORDERED_CPS, TABLE_CPS);
	printf("static const uint8_t breaks_block_of[%u] = {", NBLOCKS);
	write_numbers("\t", block_of, NBLOCKS);
	printf("\n};\n\nstatic const uint8_t breaks_classes[%u] = {",
		count * BLOCK_CPS);
	for (k = 0; k < count; k++) {
		printf("\n\t/* block %u */", k);
		write_numbers("\t", blocks[k], BLOCK_CPS);
	}
	printf("\n};\n\n");
}

static void
write_ranges(const uint8_t *classes)
{
	uint32_t first = TABLE_CPS;

	printf("/* Those beyond, but for AL. */\n"
		"static const struct {\n\tuint32_t first, last;\n"
		"\tuint8_t class;\n} breaks_ranges[] = {\n");
	for (uint32_t cp = first; cp < LB_CPS; cp++) {
		if (cp + 1 < LB_CPS && classes[cp + 1] == classes[first])
			continue;
		if (classes[first] != LB_AL)
			printf("\t{ 0x%X, 0x%X, BREAKS_%s },\n",
				(unsigned)first, (unsigned)cp,
				lb_names[classes[first]]);
		first = cp + 1;
	}
	printf("};\n\n");
}

static void
write_states(const struct automaton *automaton,
	const struct numbering *numbering)
{
	printf("/*\n * States. A line may end before the last character in "
		"those below\n * BREAKS_FIRST_STAY; in BREAKS_TAKE_BACK it "
		"may neither there nor at the\n * last place before that "
		"was thought to be one. From BREAKS_FIRST_PLAIN to\n"
		" * BREAKS_END_PLAIN are those that words and blanks pass "
		"through.\n */\nenum {\n");
	printf("\tBREAKS_FIRST_PLAIN = %u,\n", numbering->first_plain);
	printf("\tBREAKS_FIRST_STAY = %u,\n", numbering->first_stay);
	printf("\tBREAKS_END_PLAIN = %u,\n", numbering->end_plain);
	printf("\tBREAKS_TAKE_BACK = %u,\n", numbering->count - 1);
	printf("\tBREAKS_STATES = %u,\n", numbering->count);
	printf("\tBREAKS_START = %u,\n", number_of(automaton, numbering, 0));
	printf("\t/* After a word and a blank. */\n\tBREAKS_BLANK = %u,\n",
		number_of(automaton, numbering, blank_state(automaton)));
	printf("};\n\n");
}

static void
write_transitions(const struct automaton *automaton,
	const struct numbering *numbering)
{
	uint8_t row[STATES_MAX];

	printf("/* The next state, by the class of the next character and by "
		"state. */\nstatic const uint8_t "
		"breaks_next[BREAKS_CLASSES][BREAKS_STATES] = {");
	for (unsigned class = 0; class < LB_COUNT; class++) {
		for (unsigned i = 0; i < numbering->count; i++) {
			unsigned state = numbering->state[i];

			row[i] = (uint8_t)number_of(automaton, numbering,
				automaton->states[state].next[class]);
		}
		printf("\n\t[BREAKS_%s] = {", lb_names[class]);
		write_numbers("\t\t", row, numbering->count);
		printf("\n\t},");
	}
	printf("\n};\n\n#endif\n");
}

int
main(void)
{
	static uint8_t classes[LB_CPS];
	static struct automaton automaton;
	static struct numbering numbering;

	if (!lb_read_classes(classes)) {
		fprintf(stderr, "gen-breaks: no Unicode data\n");
		return 1;
	}
	explore(&automaton);
	minimise(&automaton);
	number_states(&automaton, &numbering);
	write_head();
	write_classes();
	write_class_table(classes);
	write_ranges(classes);
	write_states(&automaton, &numbering);
	write_transitions(&automaton, &numbering);
	return 0;
}
