/*
 * Copies that are known, found again: articles of 60 to 600 words made of the
 * sample archive's words, in three languages, each with copies of which some
 * of the words are edited; the same of articles that repeat most of their
 * paragraphs; and among articles that are different, families of one form too,
 * not one pair.
 *
 *	test-duplicates-set [COUNT]
 *
 * COUNT articles (900), a third of them with copies.
 */

#include <config.h>

#include <stdlib.h>

#include "base/clock.h"
#include "base/vec.h"
#include "model/archive.h"
#include "model/duplicates.h"

#include "../check.h"
#include "../random.h"
#include "forms.h"
#include "text-labels.h"

#define COUNT_DEFAULT 900
#define SENTENCE_WORDS 12
#define PARAGRAPHS 7
#define BLANKS " \r\n\t"

/* The words of a language, in the order of its sample articles. */
struct corpus {
	const char *name;
	char *text;
	struct {
		const char **at;
		size_t count, capacity;
	} words;
	uint32_t *sorted;	/* places in words, by the word */
};

static struct corpus corpora[] = {
	{ .name = "en" }, { .name = "vi" }, { .name = "ar" },
};

enum { CORPUS_COUNT = sizeof(corpora) / sizeof(*corpora) };

struct word_list {
	const char **at;
	size_t count, capacity;
};

static const char **words_to_sort;

static int
place_compare(const void *left, const void *right)
{
	return strcmp(words_to_sort[*(const uint32_t *)left],
		words_to_sort[*(const uint32_t *)right]);
}

/* Ends each word with a NUL. */
static void
split_words(struct corpus *corpus)
{
	char *at = corpus->text + strspn(corpus->text, BLANKS);

	while (*at != '\0') {
		VEC_PUSH(&corpus->words, at);
		at += strcspn(at, BLANKS);
		if (*at != '\0')
			*at++ = '\0';
		at += strspn(at, BLANKS);
	}
}

static void
read_corpus(struct corpus *corpus)
{
	struct buf command = BUF_INIT, text = BUF_INIT;
	char *folder = source_path("data/sample"), bytes[4096];
	FILE *pipe;
	size_t got;

	buf_add_format(&command, "cat '%s'/%s/*.txt", folder, corpus->name);
	pipe = popen(command.at, "r");
	while (pipe != NULL
		&& (got = fread(bytes, 1, sizeof(bytes), pipe)) > 0)
		buf_add(&text, bytes, got);
	if (pipe != NULL)
		pclose(pipe);
	corpus->text = buf_detach(&text);
	split_words(corpus);
	corpus->sorted = xcalloc(corpus->words.count + 1, sizeof(uint32_t));
	for (uint32_t i = 0; i < corpus->words.count; i++)
		corpus->sorted[i] = i;
	words_to_sort = corpus->words.at;
	qsort(corpus->sorted, corpus->words.count, sizeof(uint32_t),
		place_compare);
	buf_release(&command);
	free(folder);
}

static const char *
any_word(const struct corpus *corpus, uint64_t *state)
{
	return corpus->words.at[random_below(state,
		(uint32_t)corpus->words.count)];
}

/* Another place where the word of PLACE is. */
static uint32_t
same_word(const struct corpus *corpus, uint32_t place, uint64_t *state)
{
	const char *word = corpus->words.at[place];
	uint32_t low = 0, high = (uint32_t)corpus->words.count, first;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;

		if (strcmp(corpus->words.at[corpus->sorted[middle]], word) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	first = low;
	while (low < corpus->words.count
		&& strcmp(corpus->words.at[corpus->sorted[low]], word) == 0)
		low++;
	return corpus->sorted[first + random_below(state, low - first)];
}

/* What comes after a word is what comes after it somewhere in the samples. */
static void
write_article(const struct corpus *corpus, struct word_list *words,
	uint64_t *state)
{
	uint32_t count = (uint32_t)corpus->words.count;
	uint32_t nwords = 60 + random_below(state, 541);
	uint32_t place = random_below(state, count);

	words->count = 0;
	for (uint32_t i = 0; i < nwords; i++) {
		VEC_PUSH(words, corpus->words.at[place]);
		if (random_below(state, 8) == 0)
			place = random_below(state, count);
		place = (same_word(corpus, place, state) + 1) % count;
	}
}

static void
insert_words(struct word_list *words, size_t at, const char *const *added,
	size_t nadded)
{
	VEC_RESERVE(words, words->count + nadded);
	memmove(words->at + at + nadded, words->at + at,
		(words->count - at) * sizeof(*words->at));
	memcpy(words->at + at, added, nadded * sizeof(*words->at));
	words->count += nadded;
}

static void
delete_words(struct word_list *words, size_t at, size_t ndeleted)
{
	words->count -= ndeleted;
	memmove(words->at + at, words->at + at + ndeleted,
		(words->count - at) * sizeof(*words->at));
}

/* A run of at most LEFT words goes elsewhere; how many they are. */
static uint32_t
move_sentence(struct word_list *words, uint32_t left, uint64_t *state)
{
	const char *sentence[SENTENCE_WORDS];
	uint32_t nwords = left < SENTENCE_WORDS ? left : SENTENCE_WORDS;
	size_t from = random_below(state, (uint32_t)words->count - nwords);

	memcpy(sentence, words->at + from, nwords * sizeof(*sentence));
	delete_words(words, from, nwords);
	insert_words(words, random_below(state, (uint32_t)words->count),
		sentence, nwords);
	return nwords;
}

/* Edits PERCENT of the words. */
static void
edit(const struct corpus *corpus, struct word_list *words, unsigned percent,
	uint64_t *state)
{
	uint32_t left = (uint32_t)(words->count * percent + 50) / 100;

	if (left >= SENTENCE_WORDS && random_below(state, 4) == 0)
		left -= move_sentence(words, left / 2, state);
	while (left-- > 0) {
		size_t at = random_below(state, (uint32_t)words->count);
		const char *word = any_word(corpus, state);

		switch (random_below(state, 3)) {
		case 0:
			words->at[at] = word;
			break;
		case 1:
			delete_words(words, at, 1);
			break;
		default:
			insert_words(words, at, &word, 1);
		}
	}
}

/* How an article repeats all its paragraphs but the last. */
enum repeats { REPEATS_NONE, REPEATS_EACH, REPEATS_BELOW };

static void
repeat_paragraphs(struct word_list *words, enum repeats repeats)
{
	size_t size = words->count / PARAGRAPHS;
	struct word_list once = { 0 };

	insert_words(&once, 0, words->at, size * (PARAGRAPHS - 1));
	if (repeats == REPEATS_BELOW)
		insert_words(words, words->count, once.at, once.count);
	for (size_t i = PARAGRAPHS - 1; repeats == REPEATS_EACH && i-- > 0;)
		insert_words(words, i * size, once.at + i * size, size);
	VEC_RELEASE(&once);
}

static void
add_article(struct archive_batch *batch, const char *kind, uint32_t number,
	const struct word_list *words, unsigned line_words)
{
	struct buf path = BUF_INIT, text = BUF_INIT;

	buf_add_format(&path, "%s/%06u", kind, number);
	for (size_t i = 0; i < words->count; i++) {
		buf_add_string(&text, words->at[i]);
		buf_add_byte(&text, i % line_words == line_words - 1 ? '\n'
			: ' ');
	}
	archive_batch_add(batch, path.at, text.at, text.nbytes);
	buf_release(&path);
	buf_release(&text);
}

static const unsigned percents[] = { 0, 5, 10, 20, 40 };

enum { PERCENT_COUNT = sizeof(percents) / sizeof(*percents) };

/* The original of a copy, by its place in the archive. */
struct known {
	uint32_t original;
	int percent;		/* index into percents; -1: an original */
};

struct known_vec {
	struct known *at;
	size_t count, capacity;
};

static void
add_all(struct archive *archive, struct known_vec *known, uint32_t count,
	bool are_repeated)
{
	struct archive_batch *batch = archive_batch_new(archive, 0);
	struct word_list words = { 0 }, copy = { 0 };
	uint64_t state = 7;

	for (uint32_t i = 0; i < count; i++) {
		const struct corpus *corpus = &corpora[i % CORPUS_COUNT];
		uint32_t original = (uint32_t)known->count;

		write_article(corpus, &words, &state);
		repeat_paragraphs(&words, !are_repeated ? REPEATS_NONE
			: i % 2 == 0 ? REPEATS_EACH : REPEATS_BELOW);
		add_article(batch, "a", i, &words, 40);
		VEC_PUSH(known, (struct known){ original, -1 });
		for (int j = 0; j < PERCENT_COUNT && i / CORPUS_COUNT % 3 == 0;
			j++) {
			copy.count = 0;
			insert_words(&copy, 0, words.at, words.count);
			edit(corpus, &copy, percents[j], &state);
			add_article(batch, "b", i * 10 + (uint32_t)j, &copy,
				25);
			VEC_PUSH(known, (struct known){ original, j });
		}
	}
	archive_batch_publish(batch);
	VEC_RELEASE(&words);
	VEC_RELEASE(&copy);
}

/* What was found of the copies, and what should not have been. */
struct result {
	uint32_t found[PERCENT_COUNT], all[PERCENT_COUNT];
	uint32_t nwrong;
};

static struct result
result_of(const struct duplicates *duplicates, const struct known_vec *known)
{
	struct result result = { 0 };

	for (uint32_t i = 0; i < known->count; i++) {
		uint32_t first = duplicates_first(duplicates, i);
		uint32_t original = known->at[i].original;
		int percent = known->at[i].percent;

		result.nwrong += first != i && first != original;
		if (percent < 0)
			continue;
		result.all[percent]++;
		result.found[percent] += first == original;
	}
	return result;
}

static void
test_copies(const struct labels *labels, uint32_t count, bool are_repeated)
{
	struct archive *archive = archive_new(labels);
	struct duplicates *duplicates = duplicates_new(archive);
	struct known_vec known = { 0 };
	struct result result;
	int64_t start;

	check_case(are_repeated ? "so are those with repeated paragraphs"
		: "known copies are found, different articles are not");
	add_all(archive, &known, count, are_repeated);
	start = clock_us();
	duplicates_advance(duplicates, true, 0);
	printf("# %u articles, %.1f ms\n", archive_count(archive),
		(double)(clock_us() - start) / 1e3);
	CHECK_INT(archive_count(archive), known.count);
	result = result_of(duplicates, &known);
	for (int i = 0; i < PERCENT_COUNT; i++)
		printf("# %2u %% edited: %u of %u found\n", percents[i],
			result.found[i], result.all[i]);
	printf("# wrong: %u\n", result.nwrong);
	CHECK_INT(result.nwrong, 0);
	CHECK_INT(result.found[0], result.all[0]);
	CHECK(result.found[1] * 100 >= result.all[1] * 99);
	CHECK(result.found[2] * 100 >= result.all[2] * 90);
	CHECK_INT(result.found[4], 0);
	VEC_RELEASE(&known);
	duplicates_free(duplicates);
	archive_free(archive);
}

static void
add_name(struct buf *out, int corpus, uint64_t *state)
{
	for (int i = 0; i < 2; i++)
		buf_add_string(out, name_parts[corpus][i]
			[random_below(state, 8)]);
	buf_add_string(out, name_parts[corpus][1][random_below(state, 8)]);
}

/* A few words of news, which need not mean anything. */
static void
add_brief(struct buf *out, int corpus, uint64_t *state)
{
	uint32_t nwords = 24 + random_below(state, 10);

	while (nwords-- > 0) {
		buf_add_string(out, any_word(&corpora[corpus], state));
		buf_add_byte(out, ' ');
	}
}

static void
fill_form(const struct form *form, struct buf *out, uint64_t *state)
{
	for (const char *at = form->text; *at != '\0'; at++) {
		if (*at != '%')
			buf_add_byte(out, *at);
		else if (*++at == 'd')
			buf_add_format(out, "%u", 1 + random_below(state, 60));
		else if (*at == 'n')
			add_name(out, form->corpus, state);
		else
			add_brief(out, form->corpus, state);
	}
}

/* COUNT articles of each form, none of which is a copy. */
static void
test_forms(const struct labels *labels, uint32_t count)
{
	struct archive *archive = archive_new(labels);
	struct archive_batch *batch = archive_batch_new(archive, 0);
	struct duplicates *duplicates;
	uint64_t state = 11;
	uint32_t wrong[FORM_COUNT] = { 0 };

	check_case("articles of one form are no copies");
	for (uint32_t i = 0; i < FORM_COUNT * count; i++) {
		struct buf path = BUF_INIT, text = BUF_INIT;

		buf_add_format(&path, "%06u", i);
		fill_form(&forms[i / count], &text, &state);
		archive_batch_add(batch, path.at, text.at, text.nbytes);
		buf_release(&path);
		buf_release(&text);
	}
	archive_batch_publish(batch);
	duplicates = duplicates_new(archive);
	duplicates_advance(duplicates, true, 0);
	for (uint32_t i = 0; i < FORM_COUNT * count; i++)
		wrong[i / count] += duplicates_first(duplicates, i) != i;
	for (int i = 0; i < FORM_COUNT; i++)
		if (!CHECK_INT(wrong[i], 0))
			printf("# form %d of %u\n", i, count);
	duplicates_free(duplicates);
	archive_free(archive);
}

int
main(int argc, char **argv)
{
	uint32_t count = argc > 1 ? (uint32_t)strtoul(argv[1], NULL, 10)
		: COUNT_DEFAULT;
	int bad_line;
	struct labels *labels = source_labels(&bad_line);

	for (int i = 0; i < CORPUS_COUNT; i++)
		read_corpus(&corpora[i]);
	test_copies(labels, count, false);
	test_copies(labels, count / 3, true);
	for (uint32_t n = 3; n <= 100; n = n < 5 ? n + 1 : n * 2)
		test_forms(labels, n);
	for (int i = 0; i < CORPUS_COUNT; i++) {
		VEC_RELEASE(&corpora[i].words);
		free(corpora[i].sorted);
		free(corpora[i].text);
	}
	labels_free(labels);
	return check_done();
}
