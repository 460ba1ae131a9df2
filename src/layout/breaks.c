#include <config.h>

#include "layout/breaks.h"

#include <stdbool.h>
#include <string.h>

#include "layout/breaks_table.h"

/*
 * So many characters get their classes first, which do not depend on each
 * other, before the rules, which do, are followed in blocks of characters.
 * Longer blocks are seldom plain.
 */
#define CLASSES_COUNT 512u
#define BLOCK_COUNT 32u

static uint8_t
class_beyond(uint32_t cp)
{
	for (size_t i = 0; i < sizeof(breaks_ranges) / sizeof(*breaks_ranges);
			i++) {
		if (cp >= breaks_ranges[i].first && cp <= breaks_ranges[i].last)
			return breaks_ranges[i].class;
	}
	return BREAKS_AL;
}

static inline uint8_t
class_of(uint32_t cp)
{
	if (cp < BREAKS_ORDERED_CPS)
		return breaks_classes[cp];
	if (cp >= BREAKS_TABLE_CPS)
		return class_beyond(cp);
	return breaks_classes[(size_t)breaks_block_of[cp / BREAKS_BLOCK_CPS]
		* BREAKS_BLOCK_CPS + cp % BREAKS_BLOCK_CPS];
}

/* Whole blocks of classes, the last one filled up with letters. */
static void
read_classes(const uint32_t *cps, size_t count, uint8_t *classes)
{
	size_t i = 0;

	for (; i + 4 <= count; i += 4) {
		classes[i] = class_of(cps[i]);
		classes[i + 1] = class_of(cps[i + 1]);
		classes[i + 2] = class_of(cps[i + 2]);
		classes[i + 3] = class_of(cps[i + 3]);
	}
	for (; i < count; i++)
		classes[i] = class_of(cps[i]);
	while (i % BLOCK_COUNT != 0)
		classes[i++] = BREAKS_AL;
}

/* Any text: the automaton. */
static unsigned
walk(unsigned state, const uint8_t *classes, size_t count, uint8_t *breaks)
{
	for (size_t i = 0; i < count; i++) {
		state = breaks_next[classes[i]][state];
		breaks[i] = state < BREAKS_FIRST_STAY ? LINE_BREAK_MAY
			: LINE_BREAK_NO;
		if (state == BREAKS_TAKE_BACK) {
			uint8_t *last = breaks + i;

			while (*--last == LINE_BREAK_NO)
				;
			*last = LINE_BREAK_NO;
		}
	}
	return state;
}

static bool
is_plain_state(unsigned state)
{
	return state >= BREAKS_FIRST_PLAIN && state < BREAKS_END_PLAIN;
}

/*
 * Whether words and blanks are all there is; BEFORE has the class before each
 * of the CLASSES. Between a full stop and a digit, which may be in a number
 * or not, only the automaton can tell.
 */
static bool
is_plain_block(const uint8_t *before, const uint8_t *classes)
{
	uint8_t is_other = 0;

	for (size_t i = 0; i < BLOCK_COUNT; i++) {
		is_other |= classes[i] >= BREAKS_PLAIN_CLASSES;
		is_other |= (classes[i] == BREAKS_NU)
			& ((before[i] == BREAKS_IS)
			| (before[i] == BREAKS_CM));
	}
	return !is_other;
}

/* In such a block a line may end after blanks, but not before a comma. */
static void
mark_plain(const uint8_t *before, const uint8_t *classes, size_t count,
	uint8_t *breaks)
{
	uint8_t found[BLOCK_COUNT];

	for (size_t i = 0; i < BLOCK_COUNT; i++)
		found[i] = (uint8_t)(((before[i] == BREAKS_SP)
			& (classes[i] > BREAKS_IS)) * LINE_BREAK_MAY);
	/* Of a size that the compiler knows, if at all possible. */
	if (count == BLOCK_COUNT)
		memcpy(breaks, found, BLOCK_COUNT);
	else
		memcpy(breaks, found, count);
}

/* The last blank after a word, where the state is known; 0: there is none. */
static size_t
last_blank(const uint8_t *classes, size_t count)
{
	size_t i = count - 1;

	while (i > 0 && (classes[i] != BREAKS_SP
			|| classes[i - 1] == BREAKS_SP
			|| classes[i - 1] > BREAKS_HL))
		i--;
	return i;
}

/*
 * COUNT characters, 1 to BLOCK_COUNT; there are classes of a whole block, and
 * of the character before it.
 */
static unsigned
walk_block(unsigned state, const uint8_t *classes, size_t count,
	uint8_t *breaks)
{
	size_t done = 1;

	if (count < BLOCK_COUNT / 2 || !is_plain_block(classes - 1, classes))
		return walk(state, classes, count, breaks);
	mark_plain(classes - 1, classes, count, breaks);
	state = walk(state, classes, 1, breaks);
	if (is_plain_state(state)) {
		done = last_blank(classes, count) + 1;
		state = done > 1 ? BREAKS_BLANK : state;
	}
	return walk(state, classes + done, count - done, breaks + done);
}

void
breaks_find(const uint32_t *cps, size_t ncps, uint8_t *breaks)
{
	uint8_t buffer[1 + CLASSES_COUNT];
	uint8_t *classes = buffer + 1;
	unsigned state = BREAKS_START;

	buffer[0] = BREAKS_AL;
	for (size_t done = 0; done < ncps; done += CLASSES_COUNT) {
		size_t count = ncps - done < CLASSES_COUNT ? ncps - done
			: CLASSES_COUNT;

		read_classes(cps + done, count, classes);
		for (size_t i = 0; i < count; i += BLOCK_COUNT)
			state = walk_block(state, classes + i,
				count - i < BLOCK_COUNT ? count - i
				: BLOCK_COUNT, breaks + done + i);
		buffer[0] = buffer[CLASSES_COUNT];
	}
}
