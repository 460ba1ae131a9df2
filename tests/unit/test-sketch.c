#include <config.h>

#include <stdlib.h>

#include "base/buf.h"
#include "base/vec.h"
#include "model/sketch.h"
#include "model/words.h"

#include "../check.h"
#include "../random.h"

static uint32_t
count_words(const char *folded)
{
	struct words words;
	uint64_t hash;
	uint32_t count = 0;

	words_begin(&words, folded, strlen(folded));
	while (words_next(&words, &hash))
		count++;
	return count;
}

static void
test_words(void)
{
	static const struct {
		const char *folded;
		uint32_t count;
	} cases[] = {
		{ "", 0 }, { " ", 0 }, { "- . ,", 0 }, { "one", 1 },
		{ " one two, \"three\".", 3 }, { "3.5 - 4:5", 3 },
		{ "a-longer-word-than-eight", 5 },
		{ "\xC2\xAB" "quoted" "\xC2\xBB two", 2 },
		{ "\xC2\xAB \xC2\xBB", 0 },
		{ "\xD8\xA8\xD8\xA7\xD8\x8C \xD8\xA8\xD8\x9F", 2 },
		{ "\xE0\xB8\xA0\xE0\xB8\xB2\xE0\xB8\xA9\xE0\xB8\xB2", 4 },
		{ "\xE4\xB8\xAD\xE6\x96\x87 b", 3 },
		{ "\xED\x95\x9C\xEA\xB5\xAD\xEC\x96\xB4 b", 2 },
	};

	check_case("words stand between blanks and punctuation");
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		if (!CHECK_INT(count_words(cases[i].folded), cases[i].count))
			printf("# %s\n", cases[i].folded);
}

/* The numbers of all words together. */
static uint64_t
hash_words(const char *folded)
{
	struct words words;
	uint64_t hash, all = 0;

	words_begin(&words, folded, strlen(folded));
	while (words_next(&words, &hash))
		all = words_mix(all, hash);
	return all;
}

static void
test_same_words(void)
{
	static const char *const pairs[][2] = {
		{ "one two", "one, two." }, { "eightlet x", "(eightlet) [x]" },
		{ "ninelette", "\xC2\xAB" "ninelette\xC2\xBB;" },
		{ "\xD8\xA8\xD8\xA7 x", "\xD8\xA8\xD8\xA7\xD8\x8C x!" },
		{ "one", "  one  " }, { "what", "what???" },
	};
	static const char *const others[][2] = {
		{ "one two", "onetwo" }, { "one two", "two one" },
		{ "eightlet", "eightlett" }, { "abcdefghi", "abcdefghj" },
		{ "a", "b" },
	};

	check_case("punctuation is no part of a word");
	for (size_t i = 0; i < sizeof(pairs) / sizeof(*pairs); i++)
		if (!CHECK(hash_words(pairs[i][0]) == hash_words(pairs[i][1])))
			printf("# %s\n", pairs[i][1]);
	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++)
		CHECK(hash_words(others[i][0]) != hash_words(others[i][1]));
}

/* The words with the numbers from FIRST on. */
static void
sketch_numbers(uint64_t first, uint32_t count, struct sketch *sketch)
{
	struct shingle_vec shingles = { 0 };
	struct buf text = BUF_INIT;

	for (uint32_t i = 0; i < count; i++)
		buf_add_format(&text, "w%llu ", (unsigned long long)first + i);
	sketch_make(sketch, text.at, text.nbytes, &shingles);
	VEC_RELEASE(&shingles);
	buf_release(&text);
}

static void
test_none(void)
{
	struct sketch sketch;

	check_case("short texts have no sketch, and texts without end");
	sketch_numbers(0, 0, &sketch);
	CHECK(sketch_is_none(&sketch));
	sketch_numbers(0, SKETCH_WORDS_MIN - 1, &sketch);
	CHECK(sketch_is_none(&sketch));
	sketch_numbers(0, SKETCH_WORDS_MIN, &sketch);
	CHECK(!sketch_is_none(&sketch));
	sketch_numbers(0, SKETCH_NBYTES_MAX / 2, &sketch);
	CHECK(sketch_is_none(&sketch));
}

/* Of texts of COUNT words that share all but SHIFT, the share of rows. */
static void
test_share(uint32_t count, uint32_t shift)
{
	uint64_t state = count + shift, rows = 0;
	/* With the two that begin before the text. */
	uint32_t same = count - 2 > shift ? count - 2 - shift : 0;
	double share = same / (double)(2 * count - same);
	double got;

	for (int i = 0; i < 200; i++) {
		struct sketch a, b;
		uint64_t first = (uint64_t)random_next(&state) << 20;

		sketch_numbers(first, count, &a);
		sketch_numbers(first + shift, count, &b);
		rows += sketch_equal_rows(&a, &b);
		CHECK_INT(sketch_equal_rows(&a, &a), SKETCH_ROWS);
	}
	got = (double)rows / (200 * SKETCH_ROWS);
	if (!CHECK(got > share - 0.025 && got < share + 0.025))
		printf("# %u words, %u others: %.3f, not %.3f\n", count,
			shift, got, share);
}

static void
test_shares(void)
{
	static const uint32_t counts[] = { 20, 60, 200, 600, 3000 };

	check_case("rows are equal as often as runs of words are");
	for (size_t i = 0; i < sizeof(counts) / sizeof(*counts); i++) {
		test_share(counts[i], counts[i]);
		test_share(counts[i], counts[i] / 2);
		test_share(counts[i], counts[i] / 4);
		test_share(counts[i], counts[i] / 10);
	}
}

static void
test_repetition(void)
{
	struct shingle_vec shingles = { 0 };
	struct buf text = BUF_INIT;
	struct sketch sketch;

	check_case("a text of one word again and again has a sketch, too");
	for (int i = 0; i < 1000; i++)
		buf_add_string(&text, "ha ");
	sketch_make(&sketch, text.at, text.nbytes, &shingles);
	CHECK(!sketch_is_none(&sketch));
	for (unsigned i = 0; i < SKETCH_ROWS; i++)
		CHECK(sketch.rows[i] != 0);
	CHECK(sketch_band(&sketch, SKETCH_BANDS - 1) < 1u << 24);
	VEC_RELEASE(&shingles);
	buf_release(&text);
}

/* Pieces of any text, in memory that ends where they end. */
static void
test_any(void)
{
	static const char *const pieces[] = { "a", "Z9", " ", "-", ":", ";",
		"]", "\n", "\xC2\xAB", "\xC2\xBB", "\xC2\xB7", "\xC3\xA9",
		"\xD8\x8C", "\xD8\xA8", "\xD9\x80", "\xE0\xB8\x81",
		"\xE2\x80\xA6", "\xE4\xB8\xAD", "\xED\x95\x9C",
		"\xF0\xA0\x80\x80", "\xF0\x9F\x98\x80" };
	uint64_t state = 3;

	check_case("words are read to the end of any text, and no further");
	for (int i = 0; i < 20000; i++) {
		struct buf text = BUF_INIT;
		uint32_t npieces = random_below(&state, 24);
		struct words words;
		uint64_t hash;
		const char *end;
		char *exact;

		for (uint32_t j = 0; j < npieces; j++)
			buf_add_string(&text, pieces[random_below(&state,
				sizeof(pieces) / sizeof(*pieces))]);
		exact = strdup(text.at);
		words_begin(&words, exact, text.nbytes);
		for (end = exact; words_next(&words, &hash); end = words.at)
			if (words.word < end || words.at <= words.word)
				CHECK(false);
		CHECK(words.at <= exact + text.nbytes);
		free(exact);
		buf_release(&text);
	}
}

int
main(void)
{
	test_words();
	test_same_words();
	test_none();
	test_shares();
	test_repetition();
	test_any();
	return check_done();
}
