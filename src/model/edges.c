#include <config.h>

#include "model/edges.h"

#include <string.h>

#include "text/word.h"
#include "model/lines.h"

/* How far the ends of a text reach. */
#define REACH_NBYTES 4096

static void
add(struct span line, struct edges *edges)
{
	if (span_nbytes(line) <= EDGES_NBYTES_MAX)
		edges->lines[edges->count++] = line;
}

/* The first lines; returns where the last of them ends. */
static uint32_t
find_first(const char *text, uint32_t nbytes, struct edges *edges)
{
	uint32_t off = 0, reach = nbytes;

	if (reach > REACH_NBYTES)
		reach = REACH_NBYTES;
	for (int count = 0; count < EDGES_LINES && off < reach;) {
		const char *lf = memchr(text + off, '\n', reach - off);
		uint32_t end = lf != NULL ? (uint32_t)(lf - text) : reach;
		struct span line = span_trim(text, (struct span){ off, end });

		/* What goes on beyond is too long, or unknown. */
		if (lf == NULL && reach < nbytes)
			return off;
		off = end + (lf != NULL);
		if (span_is_empty(line))
			continue;
		add(line, edges);
		count++;
	}
	return off;
}

/* The last lines that begin at FIRST or later, the last one first. */
static void
find_last(const char *text, uint32_t nbytes, uint32_t first,
	struct edges *edges)
{
	uint32_t end = nbytes, least = first;

	if (nbytes - first > REACH_NBYTES)
		least = nbytes - REACH_NBYTES;
	for (int count = 0; count < EDGES_LINES && end > least;) {
		const char *lf = memrchr(text + least, '\n', end - least);
		uint32_t start = lf != NULL ? (uint32_t)(lf - text) + 1 : least;
		struct span line = span_trim(text, (struct span){ start,
			end });

		if (lf == NULL && least > first)
			return;
		end = lf != NULL ? start - 1 : start;
		if (span_is_empty(line))
			continue;
		add(line, edges);
		count++;
	}
}

void
edges_find(const char *text, size_t nbytes, struct edges *edges)
{
	size_t nfirst;
	uint32_t first;

	edges->count = 0;
	first = find_first(text, (uint32_t)nbytes, edges);
	nfirst = edges->count;
	find_last(text, (uint32_t)nbytes, first, edges);
	for (size_t i = nfirst, j = edges->count; i + 1 < j; i++) {
		struct span line = edges->lines[i];

		edges->lines[i] = edges->lines[--j];
		edges->lines[j] = line;
	}
}

uint64_t
edges_key(const char *text, struct span line, uint64_t seed)
{
	const char *s = text + line.start;
	size_t nbytes = span_nbytes(line);
	uint64_t key = seed ^ nbytes;
	char last[WORD_NBYTES] = { 0 };

	for (; nbytes >= WORD_NBYTES; nbytes -= WORD_NBYTES) {
		key = (key ^ word_load(s)) * 0x9E3779B97F4A7C15;
		key ^= key >> 32;
		s += WORD_NBYTES;
	}
	memcpy(last, s, nbytes);
	key = (key ^ word_load(last)) * 0x9E3779B97F4A7C15;
	return key ^ key >> 29;
}
