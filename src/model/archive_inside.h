#ifndef MODEL_ARCHIVE_INSIDE_H
#define MODEL_ARCHIVE_INSIDE_H

/*
 * What archive.c (reading, publishing) and archive_batch.c (adding) share:
 * the structs of an archive. For these two files only.
 */

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/span.h"
#include "model/anatomy.h"
#include "model/anchors.h"
#include "model/archive.h"
#include "model/date.h"
#include "model/intake.h"
#include "model/sketch.h"
#include "model/table.h"

/*
 * One article. In its chunk stand from OFF on: the text, a NUL, the folded
 * text, a NUL, the path, a NUL and, aligned, the anchors of a long text.
 */
struct record {
	uint64_t fingerprint, stamp;
	_Atomic uint32_t successor; /* 0: not retired; RECORD_GONE; else the
				   number of what took its place, plus 1 */
	uint32_t chunk, off;
	uint32_t nbytes, folded_nbytes;
	struct span title, label;
	struct date date;
	uint32_t words, paragraphs, repeats;
	uint8_t language, encoding;
	bool is_encoding_guessed;
	bool is_rtl;
	struct sketch sketch;
};

#define RECORD_GONE UINT32_MAX

struct record_vec {
	struct record *at;
	size_t count, capacity;
};

/* The article NUMBER gives way to element RECORD of a batch, or to none. */
struct retirement {
	uint32_t number;
	size_t record;		/* SIZE_MAX: none */
};

struct retirement_vec {
	struct retirement *at;
	size_t count, capacity;
};

struct err_vec {
	struct err *at;
	size_t count, capacity;
};

/* What a thread needs to add articles; handed from batch to batch. */
struct workshop {
	struct workshop *next;	/* among the idle ones */
	char *chunk;		/* being filled; NULL: none */
	uint32_t chunk_number;
	size_t used;		/* bytes of it */
	struct buf raw, folded;
	struct intake intake;
	struct anatomy anatomy;
	struct anchor_vec anchors;
	struct shingle_vec shingles;
};

struct archive_batch {
	struct archive *archive;
	struct workshop *workshop;
	uint64_t sequence;
	struct record_vec records;
	struct retirement_vec retirements;
	struct err_vec problems;
	bool is_last;		/* memory is full: nothing after this */
	struct archive_batch *next; /* waiting for earlier ones */
};

struct archive {
	const struct labels *labels;
	bool is_forced;		/* every file is in this encoding */
	enum encoding forced;
	_Atomic uint64_t passed[PASSED_COUNT];
	struct table records, chunks, problems;
	_Atomic uint32_t count, retired_count;
	_Atomic uint32_t problem_first, problem_count;
	_Atomic uint64_t text_nbytes, memory_nbytes;

	pthread_mutex_t lock;	/* for all below and for writing above */
	uint32_t chunk_count;
	struct workshop *idle;
	struct archive_batch *waiting; /* by sequence */
	uint64_t sequence;	/* of the next batch to be published */
	bool is_closed;
};

void workshop_free(struct workshop *workshop);
void archive_batch_free(struct archive_batch *batch);

/* NBYTES, or a few more, so that anchors can stand there. */
static inline size_t
anchor_aligned(size_t nbytes)
{
	return (nbytes + _Alignof(struct anchor) - 1)
		/ _Alignof(struct anchor) * _Alignof(struct anchor);
}

/* Counts memory that was taken. */
static inline void
archive_take(struct archive *archive, uint64_t nbytes)
{
	atomic_fetch_add_explicit(&archive->memory_nbytes, nbytes,
		memory_order_relaxed);
}

#endif
