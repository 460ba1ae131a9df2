/*
 * What layout costs if one simply calls the libraries one after the other:
 *
 *	chain COLUMNS ROUNDS FILE...
 *
 * takes every line of the FILEs as a paragraph through libunistring and
 * FriBidi to lines of cells, with nothing left out for text that does not
 * need it, and nothing done that newspane does beyond them. Memory is taken
 * once. ROUNDS and what is written are as with layout.
 */

#include <config.h>

#include <locale.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <wchar.h>

#include <fribidi.h>
#include <unigbrk.h>
#include <unilbrk.h>
#include <uninorm.h>
#include <unistr.h>

#include "base/buf.h"

#define MARKS_MAX 4

struct cell {
	uint32_t cps[1 + MARKS_MAX];
	int ncps, cols;
	uint32_t source;		/* which character */
};

/* All arrays have room for the longest paragraph. */
struct chain {
	uint8_t *composed;
	uint32_t *cps, *glyphs;
	char *breaks, *clusters;
	FriBidiCharType *types;
	FriBidiBracketType *brackets;
	FriBidiLevel *levels, *line_levels;
	FriBidiArabicProp *joins;
	FriBidiStrIndex *order;
	int *cols;
	struct cell *cells;
	size_t room;
};

static double
now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static void
add_file(const char *path, struct buf *text)
{
	FILE *file = fopen(path, "r");
	size_t nbytes;

	if (file == NULL) {
		perror(path);
		exit(2);
	}
	do {
		nbytes = fread(buf_reserve(text, 65536), 1, 65536, file);
		text->nbytes += nbytes;
	} while (nbytes > 0);
	fclose(file);
}

static void *
room_for(size_t count, size_t nbytes)
{
	void *at = calloc(count, nbytes);

	if (at == NULL)
		exit(2);
	return at;
}

static void
chain_init(struct chain *chain, size_t room)
{
	chain->room = room;
	chain->composed = room_for(room, 1);
	chain->cps = room_for(room, sizeof(*chain->cps));
	chain->glyphs = room_for(room, sizeof(*chain->glyphs));
	chain->breaks = room_for(room, 1);
	chain->clusters = room_for(room, 1);
	chain->types = room_for(room, sizeof(*chain->types));
	chain->brackets = room_for(room, sizeof(*chain->brackets));
	chain->levels = room_for(room, sizeof(*chain->levels));
	chain->line_levels = room_for(room, sizeof(*chain->line_levels));
	chain->joins = room_for(room, sizeof(*chain->joins));
	chain->order = room_for(room, sizeof(*chain->order));
	chain->cols = room_for(room, sizeof(*chain->cols));
	chain->cells = room_for(room, sizeof(*chain->cells));
}

static void
chain_release(struct chain *chain)
{
	free(chain->composed);
	free(chain->cps);
	free(chain->glyphs);
	free(chain->breaks);
	free(chain->clusters);
	free(chain->types);
	free(chain->brackets);
	free(chain->levels);
	free(chain->line_levels);
	free(chain->joins);
	free(chain->order);
	free(chain->cols);
	free(chain->cells);
}

/* Levels and forms of the COUNT characters; the base direction. */
static FriBidiParType
bidi(struct chain *chain, FriBidiStrIndex count)
{
	FriBidiParType base = FRIBIDI_PAR_ON;

	fribidi_get_bidi_types(chain->cps, count, chain->types);
	fribidi_get_bracket_types(chain->cps, count, chain->types,
		chain->brackets);
	if (fribidi_get_par_embedding_levels_ex(chain->types,
			chain->brackets, count, &base, chain->levels) == 0)
		exit(2);
	fribidi_get_joining_types(chain->cps, count, chain->joins);
	fribidi_join_arabic(chain->types, count, chain->levels, chain->joins);
	memcpy(chain->glyphs, chain->cps,
		(size_t)count * sizeof(*chain->glyphs));
	fribidi_shape(FRIBIDI_FLAGS_ARABIC, chain->levels, count,
		chain->joins, chain->glyphs);
	fribidi_shape_mirroring(chain->levels, count, chain->glyphs);
	return base;
}

/* The end of the line that begins at FIRST, greedily. */
static size_t
line_end(const struct chain *chain, size_t first, size_t count, int cols)
{
	size_t last_break = first, cluster = first;
	int used = 0;

	for (size_t i = first; i < count; i++) {
		if (chain->clusters[i])
			cluster = i;
		if (i > first && chain->breaks[i] == UC_BREAK_POSSIBLE)
			last_break = i;
		if (chain->cps[i] != ' ' && used + chain->cols[i] > cols) {
			if (last_break > first)
				return last_break;
			return cluster > first ? cluster : i + 1;
		}
		used += chain->cols[i];
	}
	return count;
}

/* The cells FIRST to END in visual order, marks with the letter before. */
static size_t
set_line(struct chain *chain, FriBidiParType base, size_t first, size_t end)
{
	size_t ncells = 0;

	for (size_t i = first; i < end; i++)
		chain->order[i] = (FriBidiStrIndex)i;
	memcpy(chain->line_levels + first, chain->levels + first, end - first);
	if (fribidi_reorder_line(FRIBIDI_FLAG_REORDER_NSM, chain->types,
			(FriBidiStrIndex)(end - first),
			(FriBidiStrIndex)first, base, chain->line_levels,
			NULL, chain->order) == 0)
		exit(2);
	for (size_t vis = first; vis < end; vis++) {
		size_t i = (size_t)chain->order[vis];
		struct cell *cell = &chain->cells[ncells];

		if (chain->cols[i] > 0) {
			*cell = (struct cell){ { chain->glyphs[i] }, 1,
				chain->cols[i], (uint32_t)i };
			ncells++;
		} else if (ncells > 0 && cell[-1].ncps <= MARKS_MAX
				&& chain->glyphs[i] != FRIBIDI_CHAR_FILL) {
			cell[-1].cps[cell[-1].ncps++] = chain->glyphs[i];
		}
	}
	return ncells;
}

/* What is measured; its name is given to callgrind. */
__attribute__((noinline)) static size_t
lay_out(struct chain *chain, const uint8_t *text, size_t nbytes, int cols)
{
	size_t composed_nbytes = chain->room, count = chain->room, ncells = 0;
	FriBidiParType base;

	if (u8_check(text, nbytes) != NULL)
		return 0;
	if (u8_normalize(UNINORM_NFC, text, nbytes, chain->composed,
			&composed_nbytes) != chain->composed
			|| u8_to_u32(chain->composed, composed_nbytes,
				chain->cps, &count) != chain->cps)
		exit(2);
	u32_possible_linebreaks(chain->cps, count, "UTF-8", chain->breaks);
	u32_grapheme_breaks(chain->cps, count, chain->clusters);
	base = bidi(chain, (FriBidiStrIndex)count);
	for (size_t i = 0; i < count; i++) {
		chain->cols[i] = wcwidth((wchar_t)chain->glyphs[i]);
		if (chain->cols[i] < 0)
			chain->cols[i] = 0;
	}
	for (size_t first = 0, end; first < count; first = end) {
		end = line_end(chain, first, count, cols);
		ncells += set_line(chain, base, first, end);
	}
	return ncells;
}

static size_t
lay_out_all(struct chain *chain, const struct buf *text, int cols)
{
	const char *start = text->at, *end = text->at + text->nbytes;
	size_t ncells = 0;

	while (start < end) {
		const char *line_end = memchr(start, '\n',
			(size_t)(end - start));

		if (line_end == NULL)
			line_end = end;
		if (line_end > start)
			ncells += lay_out(chain, (const uint8_t *)start,
				(size_t)(line_end - start), cols);
		start = line_end + 1;
	}
	return ncells;
}

int
main(int argc, char **argv)
{
	struct buf text = BUF_INIT;
	struct chain chain = { 0 };
	size_t ncells = 0, nbytes = 0;
	double start, elapsed;
	long rounds, round = 0;

	setlocale(LC_ALL, "");
	if (argc < 4)
		return 2;
	rounds = atol(argv[2]);
	for (int i = 3; i < argc; i++)
		add_file(argv[i], &text);
	chain_init(&chain, text.nbytes + 1);
	start = now();
	do {
		ncells += lay_out_all(&chain, &text, atoi(argv[1]));
		nbytes += text.nbytes;
		round++;
		elapsed = now() - start;
	} while (rounds == 0 ? elapsed < 1 : round < rounds);
	printf("%zu\t%.6f\t%zu\n", nbytes, elapsed, ncells);
	chain_release(&chain);
	buf_release(&text);
	return 0;
}
