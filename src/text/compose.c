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
static bool
is_joining_back(uint32_t cp)
{
	if (cp < 0x300 || (cp >= 0x1E00 && cp <= 0x206F))
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

size_t
compose(uint32_t *cps, struct span *sources, size_t ncps)
{
	size_t count = 0;

	for (size_t i = 0, end; i < ncps; i = end) {
		struct span whole = sources[i];
		size_t first = count;
		bool is_same;

		end = i + 1;
		while (end < ncps && is_joining_back(cps[end]))
			end++;
		if (end == i + 1) {
			cps[count] = cps[i];
			sources[count++] = whole;
			continue;
		}
		whole.end = sources[end - 1].end;
		/*
		 * Where nothing was composed yet, the output lies on the
		 * input and could not be compared with it: so compare counts
		 * only. A mere change of order keeps the sources in place,
		 * which are all in one cluster anyway.
		 */
		count += compose_letter(cps + i, end - i, cps + count);
		is_same = count - first == end - i;
		for (size_t k = first; k < count; k++)
			sources[k] = is_same ? sources[i + k - first] : whole;
	}
	return count;
}
