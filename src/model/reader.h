#ifndef MODEL_READER_H
#define MODEL_READER_H

/*
 * Reading one file after another into a batch of the archive, for one worker
 * of model/load, whose header says what is promised about memory and files
 * that change. What cannot be read becomes a problem of the batch.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/err.h"
#include "model/archive.h"

struct stat;

/* What the worker's load is asked; from any thread. */
struct reader_host {
	bool (*is_stopped)(void *context);
	/* Whether NBYTES more of text may be loaded; once no, always no. */
	bool (*has_room)(void *context, uint64_t nbytes);
	void *context;
};

struct reader {
	const struct reader_host *host;
	struct archive_batch *batch;
	/* The file at hand: what is known of it, and where it is open. */
	struct archive_file file;
	enum archive_answer answer; /* what became of it */
	int fd;
	bool is_cut;		/* there was no room: the rest stays out */
	struct buf stream;	/* scratch: what is large or has no size */
};

void reader_init(struct reader *reader, const struct reader_host *host,
	struct archive_batch *batch);
void reader_release(struct reader *reader);

/* What a file is told by: other bytes in it are another stamp. Never 0. */
uint64_t reader_stamp(const struct stat *st);

/*
 * Notes that the file at hand cannot be read. What it was to replace is
 * retired all the same, but where it is memory that lacks.
 */
void reader_refuse(struct reader *reader, enum err_code code, int sys);
/* Adds the file at hand, which is open as FD. */
void reader_read(struct reader *reader);
/* Adds what FD still has to give, and waits for it: standard input. */
void reader_read_input(struct reader *reader);

#endif
