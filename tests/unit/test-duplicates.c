#include <config.h>

#include "base/buf.h"
#include "model/archive.h"
#include "model/duplicates.h"

#include "../check.h"
#include "text-labels.h"

/* A text of COUNT words; those from AT on, NOTHERS of them, are OTHER. */
static void
write_text(struct buf *out, char kind, int count, int at, int nothers,
	char other)
{
	for (int i = 0; i < count; i++) {
		bool is_other = i >= at && i < at + nothers;

		buf_add_format(out, "%c%c%c ", is_other ? other : kind,
			'a' + i / 26, 'a' + i % 26);
	}
}

struct known {
	const char *path;
	int count, at, nothers;	/* see write_text */
	uint32_t first;
	unsigned percent;
};

static void
add_known(struct archive *archive, const struct known *known, uint64_t batch)
{
	struct archive_batch *b = archive_batch_new(archive, batch);
	struct buf text = BUF_INIT;

	write_text(&text, 'x', known->count, known->at, known->nothers,
		(char)('a' + known->at % 20));
	archive_batch_add(b, known->path, text.at, text.nbytes);
	archive_batch_publish(b);
	buf_release(&text);
}

static void
check_known(const struct duplicates *duplicates, const struct known *known,
	uint32_t count)
{
	for (uint32_t i = 0; i < count; i++) {
		CHECK_INT(duplicates_first(duplicates, i), known[i].first);
		CHECK_INT(duplicates_percent(duplicates, i), known[i].percent);
	}
}

/* In the order of publication; the first is by path, though. */
static const struct known copies[] = {
	{ "d", 100, 0, 0, 2, 90 },	/* of a: b's words are 10 others */
	{ "e", 100, 0, 0, 2, 90 },	/* exactly d */
	{ "a", 100, 5, 10, 2, 100 },
	{ "g", 100, 5, 10, 2, 100 },	/* exactly a */
	{ "z", 100, 40, 60, 4, 100 },	/* too far */
	{ "b", 19, 0, 0, 5, 100 },	/* short */
	{ "c", 19, 0, 0, 5, 100 },	/* exactly b */
	{ "f", 19, 3, 1, 7, 100 },	/* nearly b, but short */
};

enum { COPY_COUNT = sizeof(copies) / sizeof(*copies) };

static void
test_groups(const struct labels *labels)
{
	struct archive *archive = archive_new(labels);
	struct duplicates *duplicates = duplicates_new(archive);

	check_case("a group is the first by path and what is alike it");
	CHECK(duplicates_is_done(duplicates, true));
	CHECK(!duplicates_advance(duplicates, true, 0));
	for (uint64_t i = 0; i < COPY_COUNT; i++)
		add_known(archive, &copies[i], i);
	CHECK(!duplicates_is_done(duplicates, true));
	CHECK(duplicates_advance(duplicates, true, 0));
	check_known(duplicates, copies, COPY_COUNT);
	CHECK_INT(duplicates_count(duplicates), 6);

	check_case("its members come in path order");
	CHECK_INT(duplicates_next(duplicates, 2), 0);
	CHECK_INT(duplicates_next(duplicates, 0), 1);
	CHECK_INT(duplicates_next(duplicates, 1), 3);
	CHECK_INT(duplicates_next(duplicates, 3), DUPLICATES_NONE);
	CHECK_INT(duplicates_next(duplicates, 4), DUPLICATES_NONE);

	check_case("what is new is alone until the next pass, and no news");
	add_known(archive, &(struct known){ "y", 100, 30, 70, 8, 100 },
		COPY_COUNT);
	CHECK_INT(duplicates_first(duplicates, 8), 8);
	CHECK(!duplicates_is_done(duplicates, true));
	CHECK(duplicates_is_done(duplicates, false));
	CHECK(!duplicates_advance(duplicates, true, 0));
	CHECK(duplicates_is_done(duplicates, true));
	duplicates_free(duplicates);
	archive_free(archive);
}

static void
test_retired(const struct labels *labels)
{
	struct archive *archive = archive_new(labels);
	struct duplicates *duplicates = duplicates_new(archive);
	struct archive_batch *batch;

	check_case("what is retired is nobody's copy");
	for (uint64_t i = 0; i < COPY_COUNT; i++)
		add_known(archive, &copies[i], i);
	duplicates_advance(duplicates, true, 0);
	batch = archive_batch_new(archive, COPY_COUNT);
	archive_batch_retire(batch, 2);
	archive_batch_publish(batch);
	CHECK(!duplicates_is_done(duplicates, true));
	CHECK(duplicates_advance(duplicates, true, 0));
	CHECK_INT(duplicates_first(duplicates, 2), 2);
	CHECK_INT(duplicates_next(duplicates, 2), DUPLICATES_NONE);
	CHECK_INT(duplicates_first(duplicates, 3), 0);
	CHECK_INT(duplicates_first(duplicates, 1), 0);
	CHECK_INT(duplicates_percent(duplicates, 0), 100);
	duplicates_free(duplicates);
	archive_free(archive);
}

/*
 * Each is alike the one before it, with six more words of 100 edited; the
 * fourth is not alike the first any more.
 */
static void
test_chain(const struct labels *labels)
{
	struct archive *archive = archive_new(labels);
	struct duplicates *duplicates = duplicates_new(archive);

	check_case("there are no chains: all are alike the first");
	for (uint32_t i = 0; i < 8; i++) {
		struct archive_batch *batch = archive_batch_new(archive, i);
		struct buf text = BUF_INIT;
		char path[2] = { (char)('a' + i), '\0' };

		write_text(&text, 'x', 100, 10, 6 * (int)i, 'o');
		archive_batch_add(batch, path, text.at, text.nbytes);
		archive_batch_publish(batch);
		buf_release(&text);
	}
	duplicates_advance(duplicates, true, 0);
	for (uint32_t i = 0; i < 8; i++) {
		uint32_t first = duplicates_first(duplicates, i);

		CHECK(first <= i && 6 * (i - first) <= 20);
		CHECK_INT(duplicates_first(duplicates, first), first);
	}
	CHECK_INT(duplicates_first(duplicates, 2), 0);
	duplicates_free(duplicates);
	archive_free(archive);
}

/* COUNT texts of NBEFORE own words, 150 common ones and NBEHIND own ones. */
static uint32_t
group_heads(const struct labels *labels, uint32_t count, int nbefore,
	int nbehind)
{
	struct archive *archive = archive_new(labels);
	struct duplicates *duplicates = duplicates_new(archive);
	uint32_t grouped;

	for (uint32_t i = 0; i < count; i++) {
		struct archive_batch *batch = archive_batch_new(archive, i);
		struct buf text = BUF_INIT;
		char path[2] = { (char)('a' + i), '\0' };

		write_text(&text, (char)('a' + i), nbefore, 0, 0, 'z');
		write_text(&text, 'z', 150, 0, 0, 'z');
		write_text(&text, (char)('n' + i), nbehind, 0, 0, 'z');
		archive_batch_add(batch, path, text.at, text.nbytes);
		archive_batch_publish(batch);
		buf_release(&text);
	}
	duplicates_advance(duplicates, true, 0);
	grouped = duplicates_count(duplicates);
	duplicates_free(duplicates);
	archive_free(archive);
	return grouped;
}

static void
test_heads(const struct labels *labels)
{
	check_case("a story that papers print under their own heads is one");
	for (uint32_t count = 2; count <= 12; count += 5)
		CHECK_INT(group_heads(labels, count, 10, 4), count);

	check_case("briefs above one imprint are not");
	for (uint32_t count = 2; count <= 12; count += 5)
		CHECK_INT(group_heads(labels, count, 18, 0), 0);
	CHECK_INT(group_heads(labels, 12, 17, 2), 0);
}

static void
test_slices(const struct labels *labels)
{
	struct archive *archive = archive_new(labels);
	struct duplicates *all = duplicates_new(archive);
	struct duplicates *slices = duplicates_new(archive);
	uint64_t nbatches = 0;
	bool was_changed = false;

	check_case("slices, while more is published, find the same");
	for (int round = 0; round < 50; round++) {
		char path[16];
		struct known known = { .path = path, .count = 60 + round % 7,
			.at = round % 5 * 4, .nothers = round % 3 * 3 };

		snprintf(path, sizeof(path), "%03d", (round * 37) % 50);
		add_known(archive, &known, nbatches++);
		duplicates_advance(slices, round % 2 == 0, 1);
	}
	while (!duplicates_is_done(slices, true))
		was_changed |= duplicates_advance(slices, true, 1);
	CHECK(was_changed);
	duplicates_advance(all, true, 0);
	for (uint32_t i = 0; i < 50; i++) {
		CHECK_INT(duplicates_first(slices, i),
			duplicates_first(all, i));
		CHECK_INT(duplicates_next(slices, i), duplicates_next(all, i));
	}
	duplicates_free(all);
	duplicates_free(slices);
	archive_free(archive);
}

int
main(void)
{
	int bad_line;
	struct labels *labels = source_labels(&bad_line);

	test_groups(labels);
	test_retired(labels);
	test_chain(labels);
	test_heads(labels);
	test_slices(labels);
	labels_free(labels);
	return check_done();
}
