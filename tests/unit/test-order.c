#include <config.h>

#include <stdlib.h>

#include "model/archive.h"
#include "model/order.h"

#include "../check.h"
#include "text-labels.h"

static void
add_article(struct archive_batch *batch, unsigned number, unsigned *state)
{
	static const char *const titles[] = { "Đà Lạt", "da lat mua dong",
		"Đà Lạt mưa rất nhiều trong tháng này", "banana", "Apple",
		"Đà Lạt mưa rất nhiều trong tháng này, và gió", "تقرير" };
	struct buf text = BUF_INIT, path = BUF_INIT;

	*state = *state * 1103515245 + 12345;
	buf_add_format(&text, "%s\n", titles[*state >> 16 & 7 ? (*state >> 18)
		% 7 : 0]);
	if (*state >> 24 & 3)
		buf_add_format(&text, "date 2025-%02u-%02u ",
			1 + (*state >> 26) % 12, 1 + (*state >> 20) % 5);
	buf_add_format(&text, *state >> 28 & 1 ? "The boats are in the "
		"harbour of the town, number %u." : "قال الوزير إن العمل سيبدأ "
		"في الميناء %u.", number % 50);
	buf_add_format(&path, "p%u", (*state >> 17) % 30);
	archive_batch_add(batch, path.at, text.at, text.nbytes);
	buf_release(&text);
	buf_release(&path);
}

/* Retires a third of COUNT articles; returns how many. */
static uint32_t
retire_some(struct archive *archive, uint32_t count)
{
	struct archive_batch *batch = archive_batch_new(archive, 40);
	uint32_t retired = 0;

	for (uint32_t i = 1; i < count; i += 3, retired++)
		archive_batch_retire(batch, i);
	archive_batch_publish(batch);
	return retired;
}

/* Growing step by step gives what sorting all at once gives. */
static void
check_key(const struct labels *labels, enum sort_key key)
{
	struct archive *archive = archive_new(labels);
	struct order *grown = order_new(archive, key), *fresh;
	unsigned state = 99, number = 0;

	CHECK_INT(order_key(grown), key);
	CHECK(!order_update(grown));
	for (uint64_t step = 0; step < 40; step++) {
		struct archive_batch *batch = archive_batch_new(archive, step);

		for (uint64_t i = 0; i < step % 7 + (step == 20) * 300; i++)
			add_article(batch, number++, &state);
		archive_batch_publish(batch);
		CHECK_INT(order_update(grown), step % 7 > 0 || step == 20);
	}
	number -= retire_some(archive, number);
	CHECK(order_update(grown));
	CHECK(!order_update(grown));
	fresh = order_new(archive, key == SORT_PATH ? SORT_NEWEST : SORT_PATH);
	order_update(fresh);
	order_set_key(fresh, key);
	CHECK_INT(order_count(grown), number);
	CHECK_INT(order_count(fresh), number);
	for (uint32_t row = 0; row < number; row++)
		if (!CHECK_INT(order_at(grown, row), order_at(fresh, row)))
			break;
	order_free(grown);
	order_free(fresh);
	archive_free(archive);
}

static void
check_order(const struct archive *archive, enum sort_key key, const char *want)
{
	struct order *order = order_new(archive, key);
	struct buf got = BUF_INIT;

	order_update(order);
	for (uint32_t i = 0; i < order_count(order); i++)
		buf_add_string(&got,
			archive_article(archive, order_at(order, i)).path);
	CHECK_STR(got.at, want);
	buf_release(&got);
	order_free(order);
}

static void
test_order_keys(const struct labels *labels)
{
	static const char *const texts[][2] = {
		{ "d", "Zebra\ndate 2025-01-01 The boats are in." },
		{ "b", "Ánh sáng\ndate 2025-03-01 Những con tàu ở đây là." },
		{ "a", "مرحبا\nقال الوزير إن العمل سيبدأ في الميناء." },
		{ "e", "mango\ndate 2024-03-01 The boats are in the town." },
		{ "c", "Banana\ndate 2025-01-01 The boats are in." },
		{ "c", "Banana\ndate 2025-01-01 The boats are in!" },
	};
	struct archive *archive = archive_new(labels);
	struct archive_batch *batch = archive_batch_new(archive, 0);

	check_case("each key sorts as it says");
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++)
		archive_batch_add(batch, texts[i][0], texts[i][1],
			strlen(texts[i][1]));
	archive_batch_publish(batch);
	check_order(archive, SORT_NEWEST, "bccdea");
	check_order(archive, SORT_OLDEST, "eccdba");
	check_order(archive, SORT_PATH, "abccde");
	check_order(archive, SORT_TITLE, "bcceda");
	check_order(archive, SORT_LANGUAGE, "bccdea");
	archive_free(archive);
}

int
main(void)
{
	int bad_line;
	struct labels *labels = source_labels(&bad_line);

	test_order_keys(labels);
	check_case("a growing order equals a sorted one");
	for (int key = 0; key < SORT_KEY_COUNT; key++)
		check_key(labels, (enum sort_key)key);
	order_free(NULL);
	labels_free(labels);
	return check_done();
}
