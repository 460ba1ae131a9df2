#include <config.h>

#include "model/archive.h"

#include <assert.h>
#include <pthread.h>
#include <stdatomic.h>
#include <string.h>

#include "base/xalloc.h"
#include "model/archive_inside.h"
#include "model/table.h"

struct archive *
archive_new(const struct labels *labels)
{
	struct archive *archive = xcalloc(1, sizeof(*archive));

	archive->labels = labels;
	archive->records.elem_nbytes = sizeof(struct record);
	archive->chunks.elem_nbytes = sizeof(char *);
	archive->problems.elem_nbytes = sizeof(struct err);
	pthread_mutex_init(&archive->lock, NULL);
	return archive;
}

static void
free_waiting(struct archive *archive)
{
	while (archive->waiting != NULL) {
		struct archive_batch *batch = archive->waiting;

		archive->waiting = batch->next;
		archive_batch_free(batch);
	}
	while (archive->idle != NULL) {
		struct workshop *workshop = archive->idle;

		archive->idle = workshop->next;
		workshop_free(workshop);
	}
}

void
archive_free(struct archive *archive)
{
	if (archive == NULL)
		return;
	free_waiting(archive);
	for (uint32_t i = 0; i < archive->problem_count; i++)
		err_release(table_at(&archive->problems, i));
	for (uint32_t i = 0; i < archive->chunk_count; i++)
		free(*(char **)table_at(&archive->chunks, i));
	table_release(&archive->problems);
	table_release(&archive->chunks);
	table_release(&archive->records);
	pthread_mutex_destroy(&archive->lock);
	free(archive);
}

const struct labels *
archive_labels(const struct archive *archive)
{
	return archive->labels;
}

void
archive_force_encoding(struct archive *archive, enum encoding encoding)
{
	archive->is_forced = true;
	archive->forced = encoding;
}

uint32_t
archive_count(const struct archive *archive)
{
	return atomic_load_explicit(&archive->count, memory_order_acquire);
}

/* Behind PATH, which is part of CHUNK; NULL: the article has none. */
static const struct anchor *
anchors_behind(const char *chunk, const char *path, size_t nbytes)
{
	size_t end;

	if (anchor_count(nbytes) == 0)
		return NULL;
	end = (size_t)(path - chunk) + strlen(path) + 1;
	return (const void *)(chunk + anchor_aligned(end));
}

struct article
archive_article(const struct archive *archive, uint32_t number)
{
	const struct record *record = table_at(&archive->records, number);
	char *const *chunk = table_at(&archive->chunks, record->chunk);
	const char *text = *chunk + record->off;
	const char *folded = text + record->nbytes + 1;
	const char *path = folded + record->folded_nbytes + 1;

	return (struct article){
		.number = number,
		.path = path,
		.text = text,
		.nbytes = record->nbytes,
		.folded = folded,
		.folded_nbytes = record->folded_nbytes,
		.anchors = anchors_behind(*chunk, path, record->nbytes),
		.fingerprint = record->fingerprint,
		.title = record->title,
		.label = record->label,
		.date = record->date,
		.language = (enum language)record->language,
		.encoding = (enum encoding)record->encoding,
		.is_encoding_guessed = record->is_encoding_guessed,
		.is_rtl = record->is_rtl,
		.words = record->words,
		.paragraphs = record->paragraphs,
		.repeats = record->repeats,
		.sketch = &record->sketch,
	};
}

const struct sketch *
archive_sketch(const struct archive *archive, uint32_t number)
{
	const struct record *record = table_at(&archive->records, number);

	return &record->sketch;
}

uint64_t
archive_text_nbytes(const struct archive *archive)
{
	return atomic_load_explicit(&archive->text_nbytes,
		memory_order_relaxed);
}

uint64_t
archive_memory_nbytes(const struct archive *archive)
{
	return atomic_load_explicit(&archive->memory_nbytes,
		memory_order_relaxed);
}

uint32_t
archive_problem_count(const struct archive *archive)
{
	return atomic_load_explicit(&archive->problem_count,
		memory_order_acquire) - archive->problem_first;
}

struct err
archive_problem(const struct archive *archive, uint32_t number)
{
	const struct err *problem = table_at(&archive->problems,
		archive->problem_first + number);
	struct err copy = { 0 };

	err_set(&copy, problem->code, problem->sys, problem->what);
	copy.count = problem->count;
	return copy;
}

enum err_code
archive_problem_code(const struct archive *archive, uint32_t number)
{
	const struct err *problem = table_at(&archive->problems,
		archive->problem_first + number);

	return problem->code;
}

uint32_t
archive_problem_count_of(const struct archive *archive, enum err_kind kind)
{
	uint32_t count = archive_problem_count(archive), found = 0;

	for (uint32_t i = 0; i < count; i++)
		found += err_kind(archive_problem_code(archive, i)) == kind;
	return found;
}

uint32_t
archive_problem_count_code(const struct archive *archive, enum err_code code)
{
	uint32_t count = archive_problem_count(archive), found = 0;

	for (uint32_t i = 0; i < count; i++)
		found += archive_problem_code(archive, i) == code;
	return found;
}

uint64_t
archive_passed(const struct archive *archive, enum passed kind)
{
	return atomic_load_explicit(&archive->passed[kind],
		memory_order_relaxed);
}

void
archive_count_passed(struct archive *archive, enum passed kind)
{
	atomic_fetch_add_explicit(&archive->passed[kind], 1,
		memory_order_relaxed);
}

void
archive_forget_problems(struct archive *archive)
{
	for (int i = 0; i < PASSED_COUNT; i++)
		atomic_store_explicit(&archive->passed[i], 0,
			memory_order_relaxed);
	archive->problem_first = archive->problem_count;
}

uint32_t
archive_retired_count(const struct archive *archive)
{
	return atomic_load_explicit(&archive->retired_count,
		memory_order_acquire);
}

uint64_t
archive_stamp(const struct archive *archive, uint32_t number)
{
	const struct record *record = table_at(&archive->records, number);

	return record->stamp;
}

/* What struct record says of NUMBER. */
static uint32_t
successor_of(const struct archive *archive, uint32_t number)
{
	const struct record *record = table_at(&archive->records, number);

	/* Whoever learns of a successor may look at it at once. */
	return atomic_load_explicit(&record->successor, memory_order_acquire);
}

bool
archive_is_retired(const struct archive *archive, uint32_t number)
{
	return successor_of(archive, number) != 0;
}

uint32_t
archive_successor(const struct archive *archive, uint32_t number)
{
	uint32_t next;

	while ((next = successor_of(archive, number)) != 0) {
		if (next == RECORD_GONE)
			return ARCHIVE_NONE;
		number = next - 1;
	}
	return number;
}

/* The four below: with the lock held. */

static void
publish_problems(struct archive *archive, struct archive_batch *batch)
{
	uint32_t count = archive->problem_count;
	uint64_t grown = 0;

	for (size_t i = 0; i < batch->problems.count; i++) {
		struct err *err = table_make(&archive->problems, count++,
			&grown);

		*err = batch->problems.at[i];
	}
	batch->problems.count = 0;
	archive_take(archive, grown);
	atomic_store_explicit(&archive->problem_count, count,
		memory_order_release);
}

static void
publish_records(struct archive *archive, const struct archive_batch *batch)
{
	uint32_t count = archive->count;
	uint64_t text_nbytes = 0, unused = 0;

	for (size_t i = 0; i < batch->records.count; i++) {
		struct record *record = table_make(&archive->records, count++,
			&unused);

		*record = batch->records.at[i];
		text_nbytes += record->nbytes;
	}
	archive_take(archive, batch->records.count * sizeof(struct record));
	atomic_fetch_add_explicit(&archive->text_nbytes, text_nbytes,
		memory_order_relaxed);
	atomic_store_explicit(&archive->count, count, memory_order_release);
}

/* FIRST is the number of the batch's first article, which is published. */
static void
publish_retirements(struct archive *archive,
	const struct archive_batch *batch, uint32_t first)
{
	for (size_t i = 0; i < batch->retirements.count; i++) {
		const struct retirement *retirement =
			&batch->retirements.at[i];
		struct record *record = table_at(&archive->records,
			retirement->number);
		uint32_t successor = retirement->record == SIZE_MAX
			? RECORD_GONE
			: first + (uint32_t)retirement->record + 1;

		assert(record->successor == 0);
		atomic_store_explicit(&record->successor, successor,
			memory_order_release);
	}
	atomic_fetch_add_explicit(&archive->retired_count,
		(uint32_t)batch->retirements.count, memory_order_release);
}

/* Puts BATCH among those that wait. */
static void
enqueue(struct archive *archive, struct archive_batch *batch)
{
	struct archive_batch **at = &archive->waiting;

	while (*at != NULL && (*at)->sequence < batch->sequence)
		at = &(*at)->next;
	batch->next = *at;
	*at = batch;
}

void
archive_batch_publish(struct archive_batch *batch)
{
	struct archive *archive = batch->archive;

	pthread_mutex_lock(&archive->lock);
	assert(batch->sequence >= archive->sequence);
	batch->workshop->next = archive->idle;
	archive->idle = batch->workshop;
	batch->workshop = NULL;
	enqueue(archive, batch);
	while (archive->waiting != NULL
		&& archive->waiting->sequence == archive->sequence) {
		struct archive_batch *first = archive->waiting;

		archive->waiting = first->next;
		archive->sequence++;
		if (!archive->is_closed) {
			uint32_t before = archive->count;

			publish_records(archive, first);
			publish_retirements(archive, first, before);
			publish_problems(archive, first);
		}
		archive->is_closed |= first->is_last;
		archive_batch_free(first);
	}
	pthread_mutex_unlock(&archive->lock);
}
