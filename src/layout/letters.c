#include <config.h>

#include "layout/letters.h"

#include <assert.h>
#include <stdlib.h>

#include "base/xalloc.h"
#include "layout/breaks.h"
#include "layout/decode.h"
#include "layout/paragraph.h"
#include "layout/tailor.h"

/* Behind so many blanks nothing has a say in what is before them. */
#define AHEAD_BLANKS 3

/* Text of so many bytes, enough for the end of a row, needs no heap. */
#define NEAR_NBYTES 1024
#define NEAR_CPS (NEAR_NBYTES + DECODE_ROOM)

struct letters {
	uint32_t *cps, *starts;
	uint8_t *breaks;
	size_t count;
};

/* Behind some words that follow cell END; at most the last one's end. */
static size_t
ahead_of(const struct paragraph *paragraph, size_t end)
{
	int nblanks = 0;

	while (end < paragraph->count && nblanks < AHEAD_BLANKS) {
		bool is_blank = paragraph->bases[end++] == ' ';

		nblanks += is_blank && end < paragraph->count
			&& paragraph->bases[end] != ' ';
	}
	return end;
}

static void
add_breaks(const struct paragraph *paragraph, size_t first, size_t end,
	struct letters *letters, uint8_t *breaks)
{
	struct span source = paragraph_source(paragraph, first,
		ahead_of(paragraph, end));
	uint32_t end_off = paragraph->starts[end];
	unsigned seen = 0;
	size_t nbreaks, i = 0;

	letters->count = decode_chars(paragraph->text, source, letters->cps,
		letters->starts, &seen);
	nbreaks = letters->count;
	while (nbreaks > 0 && letters->starts[nbreaks - 1] >= end_off)
		nbreaks--;
	breaks_find(letters->cps, nbreaks, letters->breaks);
	if (!paragraph->is_plain)
		tailor_breaks(letters->cps, letters->count, nbreaks,
			letters->breaks);
	for (size_t cell = first; cell < end; cell++, i++) {
		while (i < nbreaks && letters->starts[i]
				!= paragraph->starts[cell])
			i++;
		assert(i < nbreaks);
		breaks[cell - first] |= letters->breaks[i];
	}
}

void
letters_add_breaks(const struct paragraph *paragraph, size_t first,
	size_t end, uint8_t *breaks)
{
	uint32_t cps[NEAR_CPS], starts[NEAR_CPS];
	uint8_t found[NEAR_CPS];
	struct letters letters = { cps, starts, found, 0 };
	size_t most = paragraph->starts[ahead_of(paragraph, end)]
		- paragraph->starts[first] + DECODE_ROOM;

	if (most <= NEAR_CPS) {
		add_breaks(paragraph, first, end, &letters, breaks);
		return;
	}
	letters.cps = xcalloc(most, sizeof(*letters.cps));
	letters.starts = xcalloc(most, sizeof(*letters.starts));
	letters.breaks = xcalloc(most, 1);
	add_breaks(paragraph, first, end, &letters, breaks);
	free(letters.cps);
	free(letters.starts);
	free(letters.breaks);
}
