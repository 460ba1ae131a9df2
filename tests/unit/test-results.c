#include <config.h>

#include <stdlib.h>

#include "base/buf.h"
#include "model/archive.h"
#include "model/labels.h"
#include "search/query.h"
#include "search/results.h"

#include "../check.h"

#define BATCH_ARTICLES 250

/* Every fifth article has "năm", every seventh "bảy". */
static void
add_articles(struct archive *archive, uint32_t batch_number)
{
	struct archive_batch *batch =
		archive_batch_new(archive, batch_number);
	struct buf text = BUF_INIT, path = BUF_INIT;

	for (uint32_t i = 0; i < BATCH_ARTICLES; i++) {
		uint32_t number = batch_number * BATCH_ARTICLES + i;

		buf_reset(&text);
		buf_reset(&path);
		buf_add_format(&path, "%06u", number);
		buf_add_format(&text, "Bài số %u\n\nMột bài%s%s.\n", number,
			number % 5 == 0 ? " có năm" : "",
			number % 7 == 0 ? " có bảy" : "");
		archive_batch_add(batch, path.at, text.at, text.nbytes);
	}
	archive_batch_publish(batch);
	buf_release(&text);
	buf_release(&path);
}

static struct results *
results_for(const struct archive *archive, const char *typed)
{
	return results_new(archive, query_new(typed, strlen(typed)));
}

static uint32_t
count_of(const struct archive *archive, const char *typed)
{
	struct results *results = results_for(archive, typed);
	uint32_t count;

	results_advance(results, 0);
	CHECK_INT(results_seen(results), archive_count(archive));
	count = results_count(results);
	results_free(results);
	return count;
}

static void
check_has(const struct results *results, uint32_t step)
{
	uint32_t count = 0;

	for (uint32_t i = 0; i < results_seen(results); i++) {
		count += results_has(results, i);
		if (!CHECK_INT(results_has(results, i), i % step == 0))
			return;
	}
	CHECK_INT(results_count(results), count);
	CHECK(!results_has(results, results_seen(results)));
	CHECK(!results_has(results, UINT32_MAX));
}

static void
test_all_at_once(const struct archive *archive)
{
	check_case("all at once");
	CHECK_INT(count_of(archive, "nam"), 50);
	CHECK_INT(count_of(archive, "năm"), 50);
	CHECK_INT(count_of(archive, "nám"), 0);
	CHECK_INT(count_of(archive, "nam bay"), 8);
	CHECK_INT(count_of(archive, "nam -bảy"), 42);
	CHECK_INT(count_of(archive, ""), 0);
	CHECK_INT(count_of(archive, "-nam"), 200);
}

static void
test_slices(struct archive *archive)
{
	struct results *results = results_for(archive, "năm");
	uint32_t nslices = 0;

	check_case("in slices, while the archive grows");
	CHECK_INT(results_seen(results), 0);
	CHECK(!results_has(results, 0));
	CHECK_STR(query_typed(results_query(results)), "năm");
	for (uint32_t batch = 1; batch < 20; batch++) {
		for (; results_advance(results, 1); nslices++)
			check_has(results, 5);
		CHECK_INT(results_seen(results), archive_count(archive));
		add_articles(archive, batch);
		CHECK_INT(results_seen(results), batch * BATCH_ARTICLES);
	}
	CHECK(nslices > 20);
	CHECK(results_advance(results, 0));
	CHECK(!results_advance(results, 0));
	CHECK_INT(results_seen(results), 20 * BATCH_ARTICLES);
	check_has(results, 5);
	results_free(results);
	results_free(NULL);
}

int
main(void)
{
	int bad_line;
	struct labels *labels = labels_new("", 0, &bad_line);
	struct archive *archive = archive_new(labels);

	check_case("an empty archive has no results");
	CHECK_INT(count_of(archive, "nam"), 0);
	add_articles(archive, 0);
	test_all_at_once(archive);
	test_slices(archive);
	archive_free(archive);
	labels_free(labels);
	return check_done();
}
