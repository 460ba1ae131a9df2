#include <config.h>

#include "model/identity.h"

#include <assert.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/xalloc.h"
#include "model/archive.h"

struct copy {
	uint32_t first;		/* of its group */
	uint32_t ordinal;	/* in its group, from 1 */
};

struct identity {
	const struct archive *archive;
	uint32_t count;
	struct copy *copies;	/* by article number */
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
	struct copy copy = { 0 };

	identity->archive = archive;
	identity->count = count;
	identity->copies = xcalloc(count, sizeof(*identity->copies));
	for (uint32_t i = 0; i < count; i++) {
		struct article article = archive_article(archive, i);

		members[i] = (struct member){ article.fingerprint,
			article.path, i };
	}
	qsort(members, count, sizeof(*members), member_compare);
	for (uint32_t i = 0; i < count; i++) {
		if (i == 0
			|| members[i].fingerprint != members[i - 1].fingerprint)
			copy = (struct copy){ members[i].number, 0 };
		copy.ordinal++;
		identity->copies[members[i].number] = copy;
	}
	free(members);
	return identity;
}

void
identity_free(struct identity *identity)
{
	if (identity == NULL)
		return;
	free(identity->copies);
	free(identity);
}

void
identity_format(const struct identity *identity, uint32_t number,
	char out[IDENTITY_CHARS_MAX])
{
	uint64_t fingerprint;

	assert(number < identity->count);
	fingerprint = archive_article(identity->archive, number).fingerprint;
	if (identity->copies[number].ordinal == 1)
		snprintf(out, IDENTITY_CHARS_MAX, "%016" PRIx64, fingerprint);
	else
		snprintf(out, IDENTITY_CHARS_MAX, "%016" PRIx64 "-%" PRIu32,
			fingerprint, identity->copies[number].ordinal);
}

uint32_t
identity_duplicate_of(const struct identity *identity, uint32_t number)
{
	assert(number < identity->count);
	if (identity->copies[number].first == number)
		return IDENTITY_NONE;
	return identity->copies[number].first;
}
