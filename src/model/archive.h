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
#include "model/walk.h"

struct archive;
struct archive_batch;

/* LABELS are handed to anatomy; they must outlive the archive. */
struct labels;
struct archive *archive_new(const struct labels *labels);
void archive_free(struct archive *archive);
const struct labels *archive_labels(const struct archive *archive);
/* Before anything is added: all files without a mark are in ENCODING. */
void archive_force_encoding(struct archive *archive, enum encoding encoding);

/* How many articles are published. */
uint32_t archive_count(const struct archive *archive);
/* The view of article NUMBER < archive_count(). */
struct article archive_article(const struct archive *archive, uint32_t number);
/* Only its sketch, for those who look at many. */
const struct sketch *archive_sketch(const struct archive *archive,
	uint32_t number);
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
enum err_code archive_problem_code(const struct archive *archive,
	uint32_t number);
/* How many problems there are of one kind; looks at each. */
uint32_t archive_problem_count_of(const struct archive *archive,
	enum err_kind kind);
/* The same for one code. */
uint32_t archive_problem_count_code(const struct archive *archive,
	enum err_code code);
/* How many names were passed over while walking, and one more. */
uint64_t archive_passed(const struct archive *archive, enum passed kind);
void archive_count_passed(struct archive *archive, enum passed kind);

/*
 * A reload retires an article whose file has another text by now, or is gone.
 * It keeps its number and its text stays readable, but nobody lists it any
 * more. How many were retired so far:
 */
uint32_t archive_retired_count(const struct archive *archive);
bool archive_is_retired(const struct archive *archive, uint32_t number);
/*
 * What stands in NUMBER's place now: NUMBER itself while it is not retired;
 * ARCHIVE_NONE where its file is gone.
 */
#define ARCHIVE_NONE UINT32_MAX
uint32_t archive_successor(const struct archive *archive, uint32_t number);
/* The stamp of the file that NUMBER came from, see struct archive_file. */
uint64_t archive_stamp(const struct archive *archive, uint32_t number);

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
/* Whether what begins with these bytes is no text, so that it can be left. */
bool archive_batch_is_hopeless(struct archive_batch *batch,
	const char *bytes, size_t nbytes);

/* Where the bytes of an article come from. */
struct archive_file {
	const char *path;	/* copied */
	uint64_t stamp;		/* changes when the file does; 0: not known */
	size_t nleft_out;	/* NULs that the reader left out */
	bool has_changed;	/* while it was read */
	uint32_t replaces;	/* the article that is to be retired, unless
				   the text is the same; or ARCHIVE_NONE */
};

/* What became of a file. */
enum archive_answer {
	ARCHIVE_ADDED,
	ARCHIVE_SAME,		/* it says what the article that it was to
				   replace says, which stays */
	ARCHIVE_REFUSED,	/* it is no article: a problem says why not */
};

/*
 * Adds one file: NBYTES raw bytes, decoded, cleaned, folded and read by
 * anatomy here.
 */
enum archive_answer archive_batch_add_file(struct archive_batch *batch,
	const struct archive_file *file, const char *bytes, size_t nbytes);
/* The same for bytes that are nothing but new. */
void archive_batch_add(struct archive_batch *batch, const char *path,
	const char *bytes, size_t nbytes);
/* Retires article NUMBER, whose file is gone or cannot be read any more. */
void archive_batch_retire(struct archive_batch *batch, uint32_t number);
/*
 * Takes ERR's content over. ERR_MEMORY closes the archive: what would be
 * published after it is dropped.
 */
void archive_batch_add_problem(struct archive_batch *batch, struct err *err);
/*
 * Forgets the problems there are, since everything is looked at again. For
 * the thread that reads them.
 */
void archive_forget_problems(struct archive *archive);
/* Hands the batch over (it is freed); may publish later ones, too. */
void archive_batch_publish(struct archive_batch *batch);

#endif
