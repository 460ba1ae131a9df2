#include <config.h>

#include "model/kin.h"

#include <stdint.h>

#include "model/edges.h"

#define LOOK_NBYTES 2048
/* Fewer runs of words tell nothing. */
#define RUNS_MIN 8
/* One run in so many is in both. */
#define SHARE 5
/* Bits for the runs of a text, a few of a hundred of which are set. */
#define FILTER_BITS 32768u

struct filter {
	uint64_t bits[FILTER_BITS / 64];
};

/* A text whose runs are asked for, or put into the filter. */
struct runs {
	const char *text;
	struct filter *filter;
	bool is_asking;
	uint64_t words[2];	/* the two before */
	uint32_t nwords;	/* in a row */
	uint32_t count;		/* runs */
	uint32_t nfound;	/* of them, in the filter */
};

static void
add_word(struct runs *runs, uint64_t word)
{
	uint64_t run = runs->words[0] * 0x9E3779B97F4A7C15
		^ runs->words[1] * 0xC2B2AE3D27D4EB4F ^ word;
	uint32_t bit;

	runs->words[0] = runs->words[1];
	runs->words[1] = word;
	if (++runs->nwords < 3)
		return;
	bit = (uint32_t)((run * 0x9E3779B97F4A7C15) >> 32) % FILTER_BITS;
	runs->count++;
	if (runs->is_asking)
		runs->nfound += runs->filter->bits[bit / 64] >> bit % 64 & 1;
	else
		runs->filter->bits[bit / 64] |= (uint64_t)1 << bit % 64;
}

/* The runs in SPAN, words being what stands between spaces. */
static void
add_span(struct runs *runs, struct span span)
{
	uint64_t word = 0;

	runs->nwords = 0;
	for (uint32_t i = span.start; i < span.end; i++) {
		unsigned char c = (unsigned char)runs->text[i];

		if (c > ' ') {
			word = (word + c) * 0x100000001B3;
			continue;
		}
		if (word != 0)
			add_word(runs, word);
		word = 0;
	}
	if (word != 0)
		add_word(runs, word);
}

/* What one of two texts is, as far as it matters here. */
struct side {
	const char *text;
	uint32_t nbytes;
	struct edges edges;
	uint64_t keys[2 * EDGES_LINES];
};

static void
side_init(struct side *side, const char *text, size_t nbytes)
{
	side->text = text;
	side->nbytes = (uint32_t)(nbytes < LOOK_NBYTES ? nbytes : LOOK_NBYTES);
	edges_find(text, nbytes, &side->edges);
	for (size_t i = 0; i < side->edges.count; i++)
		side->keys[i] = edges_key(text, side->edges.lines[i], 0);
}

static bool
has_key(const struct side *side, uint64_t key)
{
	for (size_t i = 0; i < side->edges.count; i++)
		if (side->keys[i] == key)
			return true;
	return false;
}

/* All of SIDE but the lines at its edges that OTHER has at its own. */
static void
add_side(struct runs *runs, const struct side *side, const struct side *other)
{
	uint32_t start = 0;

	runs->text = side->text;
	for (size_t i = 0; i < side->edges.count; i++) {
		struct span line = side->edges.lines[i];

		if (line.end > side->nbytes || !has_key(other, side->keys[i]))
			continue;
		add_span(runs, (struct span){ start, line.start });
		start = line.end;
	}
	add_span(runs, (struct span){ start, side->nbytes });
}

bool
texts_are_kin(const char *a, size_t a_nbytes, const char *b, size_t b_nbytes)
{
	struct filter filter = { 0 };
	struct runs known = { .filter = &filter };
	struct runs asked = { .filter = &filter, .is_asking = true };
	struct side sides[2];
	uint32_t least;

	side_init(&sides[0], a, a_nbytes);
	side_init(&sides[1], b, b_nbytes);
	add_side(&known, &sides[0], &sides[1]);
	add_side(&asked, &sides[1], &sides[0]);
	least = known.count < asked.count ? known.count : asked.count;
	return least < RUNS_MIN || asked.nfound * SHARE >= least;
}
