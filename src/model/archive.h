#ifndef MODEL_ARCHIVE_H
#define MODEL_ARCHIVE_H

/*
 * All articles, in memory, in flat columns that only grow: chunks of text
 * that never move and blocks of fixed-size records, addressed by offsets.
 * Readers on any thread need no lock: what lies below archive_count() is
 * complete and never changes. Loaders write through the second half of this
 * interface; batches are published in order by one release store.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "model/article.h"

struct archive;
struct archive_batch;

/* LABELS are handed to anatomy; they must outlive the archive. */
struct labels;
struct archive *archive_new(const struct labels *labels);
void archive_free(struct archive *archive);
const struct labels *archive_labels(const struct archive *archive);

/* How many articles are published. */
uint32_t archive_count(const struct archive *archive);
/* The view of article NUMBER < archive_count(). */
struct article archive_article(const struct archive *archive, uint32_t number);
/*
 * Bytes of text published, and bytes of memory that the columns take (with
 * what is not yet published; room that was never written to is not counted).
 */
uint64_t archive_text_nbytes(const struct archive *archive);
uint64_t archive_memory_nbytes(const struct archive *archive);

/* What could not be read; grows while loading. */
uint32_t archive_problem_count(const struct archive *archive);
/* A copy of problem NUMBER, which the caller releases. */
struct err archive_problem(const struct archive *archive, uint32_t number);

/*
 * The writer's side (model/load). A batch belongs to one thread until it is
 * published; batches may be filled in any order and are published in the
 * order of their sequence numbers 0, 1, 2, ...
 */
struct archive_batch *archive_batch_new(struct archive *archive,
	uint64_t sequence);
/*
 * Room for NBYTES bytes of a file, valid until the next call for this batch.
 * What is read into it and then added is not copied where it is clean.
 */
char *archive_batch_room(struct archive_batch *batch, size_t nbytes);
/*
 * Adds one file: NBYTES raw bytes, decoded, cleaned, folded and read by
 * anatomy here. PATH is copied.
 */
void archive_batch_add(struct archive_batch *batch, const char *path,
	const char *bytes, size_t nbytes);
/*
 * Takes ERR's content over. ERR_MEMORY closes the archive: what would be
 * published after it is dropped.
 */
void archive_batch_add_problem(struct archive_batch *batch, struct err *err);
/* Hands the batch over (it is freed); may publish later ones, too. */
void archive_batch_publish(struct archive_batch *batch);

#endif
