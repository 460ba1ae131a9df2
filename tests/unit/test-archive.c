#include <config.h>

#include <stdlib.h>

#include "base/xalloc.h"
#include "model/anchors.h"
#include "model/archive.h"

#include "../check.h"
#include "text-labels.h"

static void
add(struct archive_batch *batch, const char *path, const char *text)
{
	archive_batch_add(batch, path, text, strlen(text));
}

static void
test_archive_article(const struct labels *labels)
{
	struct archive *archive = archive_new(labels);
	struct archive_batch *batch = archive_batch_new(archive, 0);
	struct article article;
	char *room;

	check_case("an article keeps its facts");
	CHECK(archive_labels(archive) == labels);
	CHECK_INT(archive_count(archive), 0);
	add(batch, "a/1", "Tàu\n date 2025-12-04 Bến \"vắng\" hôm nay.\n");
	add(batch, "a/2", "\xEF\xBB\xBF""A &amp; B\r\nare here.");
	room = archive_batch_room(batch, 6);
	memcpy(room, "\xFF\xFE""a\0b\0", 6);
	archive_batch_add(batch, "a/3", room, 6);
	CHECK_INT(archive_count(archive), 0);
	archive_batch_publish(batch);
	CHECK_INT(archive_count(archive), 3);
	article = archive_article(archive, 0);
	CHECK_STR(article.path, "a/1");
	CHECK_STR(article.text,
		"Tàu\n date 2025-12-04 Bến \"vắng\" hôm nay.\n");
	CHECK_STR(article.folded, "tau date 2025-12-04 ben \"vang\" hom nay. ");
	CHECK_INT(article.date.days, 20426);
	CHECK_INT(span_nbytes(article.title), 4);
	CHECK_INT(article.paragraphs, 1);
	CHECK_INT(article.words, 5);
	CHECK_INT(article.language, LANGUAGE_VI);
	CHECK_STR(archive_article(archive, 1).text, "A & B\nare here.");
	CHECK_STR(archive_article(archive, 2).text, "ab");
	CHECK_STR(archive_article(archive, 2).path, "a/3");
	archive_free(archive);
	archive_free(NULL);
}

static void
test_archive_mark_in_place(const struct labels *labels)
{
	struct archive *archive = archive_new(labels);
	struct archive_batch *batch = archive_batch_new(archive, 0);
	char *room = archive_batch_room(batch, 7);

	check_case("a mark goes away where the file was read");
	memcpy(room, "\xEF\xBB\xBF""abcd", 7);
	archive_batch_add(batch, "x", room, 7);
	archive_batch_publish(batch);
	CHECK_STR(archive_article(archive, 0).text, "abcd");
	archive_free(archive);
}

static void
test_archive_retired(const struct labels *labels)
{
	struct archive *archive = archive_new(labels);
	struct archive_batch *batch = archive_batch_new(archive, 0);
	struct archive_file file = { .path = "b", .stamp = 7,
		.replaces = 1 };

	add(batch, "a", "One");
	add(batch, "b", "Two");
	add(batch, "c", "Three");
	archive_batch_publish(batch);
	check_case("nothing is retired at first");
	CHECK_INT(archive_retired_count(archive), 0);
	CHECK_INT(archive_successor(archive, 1), 1);
	CHECK_INT(archive_stamp(archive, 1), 0);

	check_case("a file that changed has a new article");
	batch = archive_batch_new(archive, 1);
	archive_batch_add_file(batch, &file, "Two more", 8);
	archive_batch_publish(batch);
	CHECK_INT(archive_count(archive), 4);
	CHECK_INT(archive_retired_count(archive), 1);
	CHECK(archive_is_retired(archive, 1));
	CHECK_INT(archive_successor(archive, 1), 3);
	CHECK_INT(archive_stamp(archive, 3), 7);
	CHECK_STR(archive_article(archive, 1).text, "Two");

	check_case("and again; what is no text any more has none");
	batch = archive_batch_new(archive, 2);
	file.replaces = 3;
	archive_batch_add_file(batch, &file, "Two less", 8);
	file.replaces = 2;
	archive_batch_add_file(batch, &file, " ", 1);
	archive_batch_retire(batch, 0);
	archive_batch_publish(batch);
	CHECK_INT(archive_retired_count(archive), 4);
	CHECK_INT(archive_successor(archive, 1), 4);
	CHECK(archive_successor(archive, 2) == ARCHIVE_NONE);
	CHECK(archive_successor(archive, 0) == ARCHIVE_NONE);

	check_case("problems are forgotten");
	CHECK_INT(archive_problem_count(archive), 1);
	archive_forget_problems(archive);
	CHECK_INT(archive_problem_count(archive), 0);
	batch = archive_batch_new(archive, 3);
	add(batch, "d", "");
	archive_batch_publish(batch);
	CHECK_INT(archive_problem_count(archive), 1);
	archive_free(archive);
}

static void
test_archive_problems(const struct labels *labels)
{
	struct archive *archive = archive_new(labels);
	struct archive_batch *batch = archive_batch_new(archive, 0);
	struct err err = { 0 };

	check_case("what is no text is a problem");
	archive_batch_add(batch, "bin", "a\0b\0c\0d\0e", 9);
	add(batch, "empty", "");
	add(batch, "blank", " \n\t\n\xC2\xA0");
	err_set(&err, ERR_OPEN, 13, "shut");
	archive_batch_add_problem(batch, &err);
	CHECK(err.what == NULL);
	CHECK_INT(archive_problem_count(archive), 0);
	archive_batch_publish(batch);
	CHECK_INT(archive_count(archive), 0);
	if (CHECK_INT(archive_problem_count(archive), 4)) {
		static const enum err_code want[] = { ERR_BINARY, ERR_EMPTY,
			ERR_EMPTY, ERR_OPEN };

		for (uint32_t i = 0; i < 4; i++) {
			err = archive_problem(archive, i);
			CHECK_INT(err.code, want[i]);
			err_release(&err);
		}
	}
	archive_free(archive);
}

static void
test_archive_order_of_batches(const struct labels *labels)
{
	struct archive *archive = archive_new(labels);
	struct archive_batch *batches[4];
	struct err err = { 0 };
	char path[16];

	check_case("batches are published in their order");
	for (int i = 0; i < 4; i++) {
		snprintf(path, sizeof(path), "%d", i);
		batches[i] = archive_batch_new(archive, (uint64_t)i);
		add(batches[i], path, path);
	}
	archive_batch_publish(batches[2]);
	archive_batch_publish(batches[1]);
	CHECK_INT(archive_count(archive), 0);
	archive_batch_publish(batches[0]);
	CHECK_INT(archive_count(archive), 3);
	archive_batch_publish(batches[3]);
	CHECK_INT(archive_count(archive), 4);
	for (uint32_t i = 0; i < 4; i++)
		CHECK_INT(atoi(archive_article(archive, i).path), i);

	check_case("nothing is published after the memory is full");
	batches[0] = archive_batch_new(archive, 4);
	batches[1] = archive_batch_new(archive, 5);
	add(batches[0], "4", "4");
	add(batches[1], "5", "5");
	for (int i = 0; i < 2; i++) {
		err_set(&err, ERR_MEMORY, 0, i == 0 ? "first" : "second");
		archive_batch_add_problem(batches[i], &err);
	}
	archive_batch_publish(batches[1]);
	archive_batch_publish(batches[0]);
	CHECK_INT(archive_count(archive), 5);
	CHECK_INT(archive_problem_count(archive), 1);
	err = archive_problem(archive, 0);
	CHECK_STR(err.what, "first");
	err_release(&err);
	archive_free(archive);
}

/* The text of letters that fold to themselves has both offsets equal. */
static void
check_anchors(const struct article *article)
{
	size_t count = anchor_count(article->nbytes);

	CHECK((article->anchors != NULL) == (count > 0));
	for (size_t i = 0; i < count; i++) {
		size_t off = i * ANCHOR_STRIDE;

		if (off > article->nbytes)
			off = article->nbytes;
		CHECK_INT(article->anchors[i].off, off);
		CHECK_INT(article->anchors[i].folded, off);
	}
}

/* Sizes around those at which an article gets a chunk of its own. */
static void
test_archive_sizes(const struct labels *labels)
{
	static const size_t sizes[] = { 1, 1000, 65535, 65536, 65537, 87000,
		131000, 262144, 262200, 524288, 1048575, 1048576, 3000000, 10 };
	enum { COUNT = sizeof(sizes) / sizeof(*sizes) };
	struct archive *archive = archive_new(labels);
	struct archive_batch *batch = archive_batch_new(archive, 0);
	uint64_t nbytes = 0;

	check_case("small and large articles come back whole");
	for (int i = 0; i < 3 * COUNT; i++) {
		char *room = archive_batch_room(batch, sizes[i % COUNT]);

		memset(room, 'a' + i % 26, sizes[i % COUNT]);
		archive_batch_add(batch, "path", room, sizes[i % COUNT]);
		nbytes += sizes[i % COUNT];
	}
	archive_batch_publish(batch);
	CHECK_INT(archive_count(archive), 3 * COUNT);
	CHECK_INT(archive_text_nbytes(archive), nbytes);
	CHECK(archive_memory_nbytes(archive) > 2 * nbytes);
	/* The anchors of long texts are a thirty-second of them. */
	CHECK(archive_memory_nbytes(archive) < 2 * nbytes + nbytes / 32
		+ 100000);
	for (uint32_t i = 0; i < archive_count(archive); i++) {
		struct article article = archive_article(archive, i);
		size_t size = sizes[i % COUNT];

		CHECK_INT(article.nbytes, size);
		CHECK_INT(strlen(article.text), size);
		CHECK_INT(strlen(article.folded), size);
		CHECK_INT(article.text[size - 1], 'a' + (int)i % 26);
		CHECK_STR(article.path, "path");
		check_anchors(&article);
	}
	archive_free(archive);
}

static void
test_archive_cost(const struct labels *labels)
{
	enum { COUNT = 20000 };
	struct archive *archive = archive_new(labels);
	struct archive_batch *batch = archive_batch_new(archive, 0);

	check_case("an article costs under 300 bytes beyond its text");
	for (int i = 0; i < COUNT; i++)
		add(batch, "an/archive/with/folders/of/usual/length/and/"
			"a_name_of_its_own_000000.txt", "x");
	archive_batch_publish(batch);
	CHECK_INT(archive_count(archive), COUNT);
	CHECK(archive_memory_nbytes(archive) / COUNT < 300);
	archive_free(archive);
}

int
main(void)
{
	int bad_line;
	struct labels *labels = source_labels(&bad_line);

	test_archive_article(labels);
	test_archive_mark_in_place(labels);
	test_archive_retired(labels);
	test_archive_problems(labels);
	test_archive_order_of_batches(labels);
	test_archive_sizes(labels);
	test_archive_cost(labels);
	labels_free(labels);
	return check_done();
}
