#include <config.h>

#include "text/compose.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <unictype.h>
#include <uninorm.h>

#include "base/xalloc.h"

/* A letter with more marks than this is normalized on the heap. */
#define LETTER_CPS 32

/*
 * Whether CP may change together with what is before it: every mark, and the
 * vowels and finals of decomposed Hangul.
 */
static inline bool
is_joining_back(uint32_t cp)
{
	/* Arabic letters among them. */
	if (cp < 0x300 || cp - 0x061B <= 0x064A - 0x061B
			|| cp - 0x1E00 <= 0x206F - 0x1E00
			|| (cp >= 0x0660 && cp <= 0x066F)
			|| (cp >= 0x0671 && cp <= 0x06D5))
		return false;
	if (cp >= 0x1160 && cp <= 0x11FF)
		return true;
	return uc_is_general_category_withtable(cp, UC_CATEGORY_MASK_M);
}

/*
 * Composes one letter and its marks, the NCPS characters at FROM, to TO, which
 * is FROM or before it. Returns their number.
 */
static size_t
compose_letter(const uint32_t *from, size_t ncps, uint32_t *to)
{
	uint32_t room[LETTER_CPS];
	size_t count = LETTER_CPS;
	uint32_t *composed = u32_normalize(UNINORM_NFC, from, ncps, room,
		&count);

	if (composed == NULL)
		die("out of memory");
	if (count > ncps) {
		memmove(to, from, ncps * sizeof(*to));
		count = ncps;
	} else {
		memmove(to, composed, count * sizeof(*to));
	}
	if (composed != room)
		free(composed);
	return count;
}

/* The COUNT characters at I, which do not change, to their new place. */
static void
keep(uint32_t *cps, uint32_t *starts, size_t i, size_t to, size_t count)
{
	if (i == to)
		return;
	memmove(cps + to, cps + i, count * sizeof(*cps));
	memmove(starts + to, starts + i, count * sizeof(*starts));
}

size_t
compose(uint32_t *cps, uint32_t *starts, size_t ncps)
{
	size_t count = 0;

	for (size_t i = 0, end; i < ncps; i = end) {
		size_t first, letter = i;

		/* Up to the letter that the next mark is on. */
		for (end = i + 1; end < ncps && !is_joining_back(cps[end]);)
			letter = end++;
		if (end == ncps)
			letter = ncps;
		keep(cps, starts, i, count, letter - i);
		count += letter - i;
		if (letter == ncps)
			break;
		while (end < ncps && is_joining_back(cps[end]))
			end++;
		first = count;
		count += compose_letter(cps + letter, end - letter,
			cps + count);
		for (size_t k = first; k < count; k++)
			starts[k] = starts[letter + k - first];
	}
	return count;
}
