#include <config.h>

#include "model/archive.h"
#include "model/known.h"

#include "../check.h"
#include "text-labels.h"

static void
add(struct archive_batch *batch, const char *path)
{
	archive_batch_add(batch, path, "Text", 4);
}

static void
test_known(const struct labels *labels)
{
	struct archive *archive = archive_new(labels);
	struct archive_batch *batch = archive_batch_new(archive, 0);
	struct known *known;
	char path[16];

	add(batch, "a");
	add(batch, "b");
	add(batch, "b");
	add(batch, "c");
	archive_batch_publish(batch);
	batch = archive_batch_new(archive, 1);
	archive_batch_retire(batch, 3);
	archive_batch_publish(batch);

	check_case("a path has its article once");
	known = known_new(archive);
	CHECK_INT(known_missing(known, 0), 0);
	CHECK_INT(known_meet(known, "a"), 0);
	CHECK(known_meet(known, "a") == ARCHIVE_NONE);
	CHECK(known_meet(known, "z") == ARCHIVE_NONE);
	CHECK_INT(known_missing(known, 0), 1);

	check_case("or as often as it was read");
	CHECK_INT(known_meet(known, "b"), 1);
	CHECK_INT(known_missing(known, 0), 2);
	CHECK_INT(known_meet(known, "b"), 2);
	CHECK(known_meet(known, "b") == ARCHIVE_NONE);

	check_case("what is retired is neither met nor missing");
	CHECK(known_meet(known, "c") == ARCHIVE_NONE);
	CHECK(known_missing(known, 0) == ARCHIVE_NONE);
	known_free(known);
	known_free(NULL);

	check_case("many");
	batch = archive_batch_new(archive, 2);
	for (int i = 0; i < 5000; i++) {
		snprintf(path, sizeof(path), "%d", i);
		add(batch, path);
	}
	archive_batch_publish(batch);
	known = known_new(archive);
	for (int i = 0; i < 5000; i += 2) {
		snprintf(path, sizeof(path), "%d", i);
		CHECK_INT(known_meet(known, path), 4 + i);
	}
	CHECK_INT(known_missing(known, 4), 5);
	CHECK_INT(known_missing(known, 4002), 4003);
	known_free(known);
	archive_free(archive);
}

int
main(void)
{
	int bad_line;
	struct labels *labels = source_labels(&bad_line);

	test_known(labels);
	labels_free(labels);
	return check_done();
}
