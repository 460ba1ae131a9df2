#include <config.h>

#include "model/known.h"

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "base/xalloc.h"
#include "model/archive.h"

struct known {
	const struct archive *archive;
	uint32_t count;			/* articles: 0, 1, ... */
	_Atomic bool *are_met;		/* retired ones are from the start */
	uint32_t *slots;		/* by path; ARCHIVE_NONE: free */
	size_t mask;			/* a power of two of slots, less 1 */
};

/* FNV-1a; paths are short. */
static size_t
hash_of(const char *path)
{
	uint64_t hash = 0xCBF29CE484222325u;

	while (*path != '\0')
		hash = (hash ^ (unsigned char)*path++) * 0x100000001B3u;
	return (size_t)(hash ^ hash >> 32);
}

static void
add(struct known *known, uint32_t number)
{
	const char *path = archive_article(known->archive, number).path;
	size_t i = hash_of(path) & known->mask;

	while (known->slots[i] != ARCHIVE_NONE)
		i = (i + 1) & known->mask;
	known->slots[i] = number;
}

struct known *
known_new(const struct archive *archive)
{
	struct known *known = xcalloc(1, sizeof(*known));
	size_t nslots = 16;

	known->archive = archive;
	known->count = archive_count(archive);
	while (nslots < 2 * (size_t)known->count)
		nslots *= 2;
	known->mask = nslots - 1;
	known->slots = xcalloc(nslots, sizeof(*known->slots));
	/* All bits set is ARCHIVE_NONE. */
	memset(known->slots, 0xFF, nslots * sizeof(*known->slots));
	known->are_met = xcalloc((size_t)known->count + 1,
		sizeof(*known->are_met));
	for (uint32_t i = 0; i < known->count; i++) {
		if (archive_is_retired(archive, i))
			known->are_met[i] = true;
		else
			add(known, i);
	}
	return known;
}

void
known_free(struct known *known)
{
	if (known == NULL)
		return;
	free(known->slots);
	free(known->are_met);
	free(known);
}

uint32_t
known_meet(struct known *known, const char *path)
{
	size_t i = hash_of(path) & known->mask;

	for (; known->slots[i] != ARCHIVE_NONE; i = (i + 1) & known->mask) {
		uint32_t number = known->slots[i];

		if (strcmp(archive_article(known->archive, number).path, path)
				== 0 && !atomic_exchange(
					&known->are_met[number], true))
			return number;
	}
	return ARCHIVE_NONE;
}

uint32_t
known_missing(const struct known *known, uint32_t number)
{
	while (number < known->count && known->are_met[number])
		number++;
	return number < known->count ? number : ARCHIVE_NONE;
}
