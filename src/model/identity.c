#include <config.h>

#include "model/identity.h"

#include <assert.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/xalloc.h"
#include "model/archive.h"
#include "model/duplicates.h"

struct identity {
	const struct archive *archive;
	uint32_t count;
	uint32_t *ordinals;	/* among those of one fingerprint, from 1 */
	struct duplicates *duplicates;	/* NULL: not asked for */
};

struct member {
	uint64_t fingerprint;
	const char *path;
	uint32_t number;
};

static int
member_compare(const void *left, const void *right)
{
	const struct member *a = left, *b = right;
	int order;

	if (a->fingerprint != b->fingerprint)
		return a->fingerprint < b->fingerprint ? -1 : 1;
	order = strcmp(a->path, b->path);
	if (order != 0)
		return order;
	return a->number < b->number ? -1 : a->number > b->number;
}

struct identity *
identity_new(const struct archive *archive)
{
	struct identity *identity = xcalloc(1, sizeof(*identity));
	uint32_t count = archive_count(archive);
	struct member *members = xcalloc(count, sizeof(*members));
	uint32_t ordinal = 0;

	identity->archive = archive;
	identity->count = count;
	identity->ordinals = xcalloc(count, sizeof(*identity->ordinals));
	for (uint32_t i = 0; i < count; i++) {
		struct article article = archive_article(archive, i);

		members[i] = (struct member){ article.fingerprint,
			article.path, i };
	}
	qsort(members, count, sizeof(*members), member_compare);
	for (uint32_t i = 0; i < count; i++) {
		if (i == 0
			|| members[i].fingerprint != members[i - 1].fingerprint)
			ordinal = 0;
		identity->ordinals[members[i].number] = ++ordinal;
	}
	free(members);
	return identity;
}

void
identity_free(struct identity *identity)
{
	if (identity == NULL)
		return;
	free(identity->ordinals);
	duplicates_free(identity->duplicates);
	free(identity);
}

void
identity_format(const struct identity *identity, uint32_t number,
	char out[IDENTITY_CHARS_MAX])
{
	uint64_t fingerprint;

	assert(number < identity->count);
	fingerprint = archive_article(identity->archive, number).fingerprint;
	if (identity->ordinals[number] == 1)
		snprintf(out, IDENTITY_CHARS_MAX, "%016" PRIx64, fingerprint);
	else
		snprintf(out, IDENTITY_CHARS_MAX, "%016" PRIx64 "-%" PRIu32,
			fingerprint, identity->ordinals[number]);
}

void
identity_find_copies(struct identity *identity)
{
	if (identity->duplicates != NULL)
		return;
	identity->duplicates = duplicates_new(identity->archive);
	duplicates_advance(identity->duplicates, true, 0);
}

uint32_t
identity_duplicate_of(const struct identity *identity, uint32_t number,
	unsigned *percent)
{
	uint32_t first;

	assert(number < identity->count && identity->duplicates != NULL);
	first = duplicates_first(identity->duplicates, number);
	if (first == number)
		return IDENTITY_NONE;
	*percent = duplicates_percent(identity->duplicates, number);
	return first;
}
