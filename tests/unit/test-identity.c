#include <config.h>

#include "model/archive.h"
#include "model/identity.h"

#include "../check.h"
#include "text-labels.h"

static void
test_identity_copies(const struct labels *labels)
{
	static const struct {
		const char *path, *text, *suffix;
		uint32_t first;
	} cases[] = {
		{ "c", "Same words.", "-3", 2 },
		{ "z", "Other words.", "", IDENTITY_NONE },
		{ "a", "Same, words!", "", IDENTITY_NONE },
		{ "b", "Same words", "-2", 2 },
	};
	enum { COUNT = sizeof(cases) / sizeof(*cases) };
	struct archive *archive = archive_new(labels);
	struct archive_batch *batch = archive_batch_new(archive, 0);
	struct identity *identity;
	char id[IDENTITY_CHARS_MAX], first[IDENTITY_CHARS_MAX];
	unsigned percent = 0;

	check_case("copies are numbered in path order");
	for (int i = 0; i < COUNT; i++)
		archive_batch_add(batch, cases[i].path, cases[i].text,
			strlen(cases[i].text));
	archive_batch_publish(batch);
	identity = identity_new(archive);
	identity_find_copies(identity);
	identity_format(identity, 2, first);
	CHECK_INT(strlen(first), 16);
	CHECK_INT(strspn(first, "0123456789abcdef"), 16);
	for (uint32_t i = 0; i < COUNT; i++) {
		identity_format(identity, i, id);
		CHECK_STR(id + 16, cases[i].suffix);
		CHECK_INT(identity_duplicate_of(identity, i, &percent),
			cases[i].first);
		CHECK_INT(strncmp(id, first, 16) == 0, i != 1);
		CHECK(cases[i].first == IDENTITY_NONE || percent == 100);
	}
	identity_free(identity);
	identity_free(NULL);
	archive_free(archive);
}

static void
test_identity_empty(const struct labels *labels)
{
	struct archive *archive = archive_new(labels);
	struct identity *identity = identity_new(archive);

	check_case("an empty archive has no copies");
	CHECK(identity != NULL);
	identity_free(identity);
	archive_free(archive);
}

int
main(void)
{
	int bad_line;
	struct labels *labels = source_labels(&bad_line);

	test_identity_copies(labels);
	test_identity_empty(labels);
	labels_free(labels);
	return check_done();
}
