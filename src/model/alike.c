#include <config.h>

#include "model/alike.h"

#include <string.h>

#include "base/vec.h"
#include "model/article.h"
#include "model/words.h"

#define RUN_WORDS 3u
#define NONE UINT32_MAX
/* A run that one text has more often tells nothing about its place. */
#define TIMES_MAX 8u

/* Where a run of three words is in text a. */
struct run {
	uint64_t key;		/* 0: free */
	uint32_t last;		/* NONE: nowhere */
	uint32_t times;
};

/* A run that both have; in the order of b, then from the end of a. */
struct pair {
	uint32_t a, b;
	uint32_t before;	/* in the longest chain that ends here */
};

struct alike {
	struct {
		struct run *at;
		size_t count, capacity;
	} runs;
	struct {
		uint32_t *at;	/* where the run of a word of a is before it */
		size_t count, capacity;
	} before;
	struct {
		struct pair *at;
		size_t count, capacity;
	} pairs;
	struct {
		uint32_t *at;	/* the best pair that ends a chain so long */
		size_t count, capacity;
	} ends;
};

struct alike *
alike_new(void)
{
	return xcalloc(1, sizeof(struct alike));
}

void
alike_free(struct alike *alike)
{
	if (alike == NULL)
		return;
	VEC_RELEASE(&alike->runs);
	VEC_RELEASE(&alike->before);
	VEC_RELEASE(&alike->pairs);
	VEC_RELEASE(&alike->ends);
	free(alike);
}

/* Whether WORD goes on with the number that ends at END: 17.8, 2026-01-20. */
static bool
is_part(const char *word, const char *end)
{
	return end != NULL && word == end + 1
		&& strchr(".,:/-", *end) != NULL;
}

void
alike_read(struct alike_text *text, const struct article *article)
{
	struct words words;
	uint64_t hash;
	const char *end = NULL;	/* of the number before */

	text->count = 0;
	text->has_names = false;
	words_begin(&words, article->folded, article->folded_nbytes);
	while (words_next(&words, &hash)) {
		bool is_number = *words.word >= '0' && *words.word <= '9';

		VEC_PUSH(text, (struct alike_word){
			.hash = (uint32_t)(hash >> 32),
			.off = (uint32_t)(words.word - article->folded),
			.is_number = is_number,
			.is_part = is_number && is_part(words.word, end),
			.is_char = words.at <= words.chars_end,
		});
		end = is_number ? words.at : NULL;
	}
}

static uint64_t
run_key(const struct alike_word *word)
{
	uint64_t key = words_mix(words_mix(words_mix(WORDS_SEED, word[0].hash),
		word[1].hash), word[2].hash);

	return key != 0 ? key : 1;
}

/* The run with KEY, or the free place for it. */
static struct run *
find_run(struct alike *alike, uint64_t key)
{
	size_t mask = alike->runs.count - 1;
	size_t i = (size_t)(key >> 20) & mask;

	while (alike->runs.at[i].key != 0 && alike->runs.at[i].key != key)
		i = (i + 1) & mask;
	return &alike->runs.at[i];
}

/* All runs of A into the table. */
static void
note_runs(struct alike *alike, const struct alike_text *a)
{
	size_t count = 64;

	while (count < 2 * a->count)
		count *= 2;
	VEC_RESERVE(&alike->runs, count);
	alike->runs.count = count;
	memset(alike->runs.at, 0, count * sizeof(*alike->runs.at));
	alike->before.count = 0;
	for (uint32_t i = 0; i + RUN_WORDS <= a->count; i++) {
		uint64_t key = run_key(&a->at[i]);
		struct run *run = find_run(alike, key);

		if (run->key == 0)
			*run = (struct run){ .key = key, .last = NONE };
		VEC_PUSH(&alike->before, run->last);
		run->last = i;
		run->times++;
	}
}

/*
 * The runs that both have, wherever they are: paragraphs that an article
 * repeats would have no place otherwise. From the end of a for each of b, so
 * that a chain has but one of them.
 */
static void
pair_runs(struct alike *alike, const struct alike_text *b)
{
	alike->pairs.count = 0;
	for (uint32_t i = 0; i + RUN_WORDS <= b->count; i++) {
		const struct run *run = find_run(alike, run_key(&b->at[i]));

		if (run->key == 0 || run->times > TIMES_MAX)
			continue;
		for (uint32_t at = run->last; at != NONE;
			at = alike->before.at[at])
			VEC_PUSH(&alike->pairs, (struct pair){ at, i, NONE });
	}
}

/* How many chains end in front of word A: the longest of them. */
static size_t
chain_before(const struct alike *alike, uint32_t a)
{
	size_t low = 0, high = alike->ends.count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (alike->pairs.at[alike->ends.at[middle]].a < a)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Links the longest chain of pairs that is in order; its last one, or NONE. */
static uint32_t
chain_pairs(struct alike *alike)
{
	alike->ends.count = 0;
	for (uint32_t i = 0; i < alike->pairs.count; i++) {
		struct pair *pair = &alike->pairs.at[i];
		size_t length = chain_before(alike, pair->a);

		pair->before = length > 0 ? alike->ends.at[length - 1] : NONE;
		if (length == alike->ends.count)
			VEC_PUSH(&alike->ends, i);
		else
			alike->ends.at[length] = i;
	}
	return alike->ends.count > 0 ? alike->ends.at[alike->ends.count - 1]
		: NONE;
}

static void
hold(struct alike_word *a, struct alike_word *b)
{
	a->is_held = b->is_held = true;
}

/*
 * What is between two runs of a chain, [a, a_end) and [b, b_end): held where
 * it is equal from either end; or all along, where both have as many words.
 */
static void
hold_between(struct alike_text *text_a, uint32_t a, uint32_t a_end,
	struct alike_text *text_b, uint32_t b, uint32_t b_end)
{
	for (; a < a_end && b < b_end
		&& text_a->at[a].hash == text_b->at[b].hash; a++, b++)
		hold(&text_a->at[a], &text_b->at[b]);
	for (; a < a_end && b < b_end
		&& text_a->at[a_end - 1].hash == text_b->at[b_end - 1].hash;
		a_end--, b_end--)
		hold(&text_a->at[a_end - 1], &text_b->at[b_end - 1]);
	if (a_end - a != b_end - b)
		return;
	for (; a < a_end; a++, b++)
		if (text_a->at[a].hash == text_b->at[b].hash)
			hold(&text_a->at[a], &text_b->at[b]);
}

/* The chain that ends with pair LAST, and what is between its runs. */
static void
hold_chain(const struct alike *alike, uint32_t last, struct alike_text *text_a,
	struct alike_text *text_b)
{
	uint32_t a_end = (uint32_t)text_a->count;
	uint32_t b_end = (uint32_t)text_b->count;

	for (uint32_t i = last; i != NONE; i = alike->pairs.at[i].before) {
		uint32_t a = alike->pairs.at[i].a, b = alike->pairs.at[i].b;

		for (uint32_t j = 0; j < RUN_WORDS; j++)
			hold(&text_a->at[a + j], &text_b->at[b + j]);
		if (a + RUN_WORDS <= a_end && b + RUN_WORDS <= b_end)
			hold_between(text_a, a + RUN_WORDS, a_end, text_b,
				b + RUN_WORDS, b_end);
		a_end = a;
		b_end = b;
	}
	if (last != NONE)
		hold_between(text_a, 0, a_end, text_b, 0, b_end);
}

static void
let_go(struct alike_text *text)
{
	for (size_t i = 0; i < text->count; i++)
		text->at[i].is_held = false;
}

static size_t
held_count(const struct alike_text *text)
{
	size_t count = 0;

	for (size_t i = 0; i < text->count; i++)
		count += text->at[i].is_held;
	return count;
}

unsigned
alike_compare(struct alike *alike, struct alike_text *a, struct alike_text *b)
{
	size_t words = a->count > b->count ? a->count : b->count;
	size_t held_a, held_b;

	let_go(a);
	let_go(b);
	if (words == 0)
		return 0;
	note_runs(alike, a);
	pair_runs(alike, b);
	hold_chain(alike, chain_pairs(alike), a, b);
	held_a = held_count(a);
	held_b = held_count(b);
	return (unsigned)(100 * (held_a < held_b ? held_a : held_b) / words);
}
