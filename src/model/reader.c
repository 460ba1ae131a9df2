#include <config.h>

#include "model/reader.h"

#include <errno.h>
#include <poll.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "model/intake.h"
#include "model/load.h"

/* How often waiting for input looks whether to stop. */
#define STOP_POLL_MS 50

void
reader_init(struct reader *reader, const struct reader_host *host,
	struct archive_batch *batch)
{
	*reader = (struct reader){ .host = host, .batch = batch, .fd = -1 };
	buf_init(&reader->stream);
}

void
reader_release(struct reader *reader)
{
	buf_release(&reader->stream);
}

void
reader_refuse(struct reader *reader, enum err_code code, int sys)
{
	struct err err = { 0 };

	err_set(&err, code, sys, reader->file.path);
	archive_batch_add_problem(reader->batch, &err);
	if (code != ERR_MEMORY && reader->file.replaces != ARCHIVE_NONE)
		archive_batch_retire(reader->batch, reader->file.replaces);
}

static uint64_t
mix(uint64_t hash, uint64_t value)
{
	hash = (hash ^ value) * 0x9E3779B97F4A7C15;
	return hash ^ hash >> 32;
}

uint64_t
reader_stamp(const struct stat *st)
{
	uint64_t hash = mix(1, (uint64_t)st->st_dev);

	hash = mix(hash, (uint64_t)st->st_ino);
	hash = mix(hash, (uint64_t)st->st_size);
	hash = mix(hash, (uint64_t)st->st_mtim.tv_sec);
	hash = mix(hash, (uint64_t)st->st_mtim.tv_nsec);
	/* A file's own time can be set back, this one cannot. */
	hash = mix(hash, (uint64_t)st->st_ctim.tv_sec);
	return mix(hash, (uint64_t)st->st_ctim.tv_nsec) | 1;
}

static bool
is_stopped(const struct reader *reader)
{
	return reader->host->is_stopped(reader->host->context);
}

static void
add_article(struct reader *reader, const char *bytes, size_t nbytes)
{
	reader->answer = archive_batch_add_file(reader->batch, &reader->file,
		bytes, nbytes);
}

/* Whether NBYTES more of text would be too much; says so if it is. */
static bool
is_too_much(struct reader *reader, uint64_t nbytes)
{
	const struct reader_host *host = reader->host;

	if (host->has_room(host->context, nbytes))
		return false;
	reader->is_cut = true;
	reader_refuse(reader, ERR_MEMORY, 0);
	return true;
}

/* Waits until FD can be read, if it CAN_WAIT; false: told to stop. */
static bool
wait_readable(const struct reader *reader, bool can_wait)
{
	struct pollfd fd = { .fd = reader->fd, .events = POLLIN };

	while (!is_stopped(reader)) {
		int ready = can_wait ? poll(&fd, 1, STOP_POLL_MS) : 1;

		if (ready > 0 || (ready < 0 && errno != EINTR))
			return true;
	}
	return false;
}

/* Whether to read on, NBYTES bytes having come; if not, a problem says why. */
static bool
is_stream_good(struct reader *reader, size_t nbytes)
{
	const struct buf *stream = &reader->stream;

	if (stream->nbytes > LOAD_ARTICLE_NBYTES_MAX) {
		reader_refuse(reader, ERR_TOO_LARGE, 0);
		return false;
	}
	/* Once, when there is enough to tell. */
	if (stream->nbytes >= LOAD_BLOCK_NBYTES
		&& stream->nbytes - nbytes < LOAD_BLOCK_NBYTES
		&& archive_batch_is_hopeless(reader->batch, stream->at,
			stream->nbytes)) {
		reader_refuse(reader, ERR_BINARY, 0);
		return false;
	}
	return !is_too_much(reader, stream->nbytes);
}

/*
 * 0, or -1 where a problem was noted or there is nothing to add. A file is
 * not waited for: those of the kernel that have nothing yet may never have.
 */
static int
read_stream_bytes(struct reader *reader, bool can_wait)
{
	struct buf *stream = &reader->stream;
	ssize_t got;

	while (wait_readable(reader, can_wait)) {
		char *end = buf_reserve(stream, LOAD_BLOCK_NBYTES);

		got = read(reader->fd, end, LOAD_BLOCK_NBYTES);
		if (got == 0)
			return 0;
		if (got > 0) {
			stream->nbytes += (size_t)got;
			if (!is_stream_good(reader, (size_t)got))
				return -1;
		} else if (errno != EINTR && !(can_wait && errno == EAGAIN)) {
			reader_refuse(reader, ERR_READ, errno);
			return -1;
		}
	}
	return -1;
}

/* Adds a file without a size of its own (standard input, /proc). */
static void
read_stream(struct reader *reader, bool can_wait)
{
	buf_reset(&reader->stream);
	if (read_stream_bytes(reader, can_wait) == 0)
		add_article(reader, reader->stream.at,
			reader->stream.nbytes);
}

/* At most NBYTES bytes from OFF on; -1: a problem was noted. */
static ssize_t
read_at(struct reader *reader, char *room, size_t nbytes, size_t off)
{
	ssize_t got;

	while ((got = pread(reader->fd, room, nbytes, (off_t)off)) < 0)
		if (errno != EINTR) {
			reader_refuse(reader, ERR_READ, errno);
			break;
		}
	return got;
}

/*
 * Adds a file of NBYTES bytes, or as many as it still has. That one more is
 * asked for tells whether it has grown and costs nothing.
 */
static void
read_small(struct reader *reader, size_t nbytes)
{
	char *room = archive_batch_room(reader->batch, nbytes + 1);
	size_t off = 0;
	ssize_t got;

	do {
		got = read_at(reader, room + off, nbytes + 1 - off, off);
		if (got < 0)
			return;
		off += (size_t)got;
	} while (got > 0 && off < nbytes);
	reader->file.has_changed = off != nbytes;
	add_article(reader, room, off < nbytes ? off : nbytes);
}

static bool
is_hole(const char *bytes, size_t nbytes)
{
	return *bytes == '\0' && memcmp(bytes, bytes + 1, nbytes - 1) == 0;
}

/* Where the file goes on to have data, if it says so. */
static size_t
next_data(const struct reader *reader, size_t off, size_t nbytes)
{
	off_t data = lseek(reader->fd, (off_t)off, SEEK_DATA);

	if (data < 0)
		return errno == ENXIO ? nbytes : off;
	return (size_t)data < nbytes ? (size_t)data : nbytes;
}

/* A hole of NBYTES bytes goes into the stream as a short one. */
static void
add_hole(struct reader *reader, size_t nbytes)
{
	size_t kept = nbytes < INTAKE_HOLE_STAND_IN ? nbytes
		: INTAKE_HOLE_STAND_IN;

	if (kept == 0)
		return;
	memset(buf_reserve(&reader->stream, kept), 0, kept);
	buf_commit(&reader->stream, kept);
	reader->file.nleft_out += nbytes - kept;
}

/* What stands in a large file into the stream; false: it is not added. */
static bool
read_blocks(struct reader *reader, size_t nbytes)
{
	struct buf *stream = &reader->stream;
	size_t off = 0, hole = 0;

	while (off < nbytes && !is_stopped(reader)) {
		char *room = buf_reserve(stream, LOAD_BLOCK_NBYTES);
		size_t wanted = nbytes - off < LOAD_BLOCK_NBYTES
			? nbytes - off : LOAD_BLOCK_NBYTES;
		ssize_t got = read_at(reader, room, wanted, off);
		size_t start = off;

		if (got < 0 || is_too_much(reader, stream->nbytes))
			return false;
		if (got == 0)
			break;
		if (off == 0 && archive_batch_is_hopeless(reader->batch,
				room, (size_t)got)) {
			reader_refuse(reader, ERR_BINARY, 0);
			return false;
		}
		off += (size_t)got;
		if (is_hole(room, (size_t)got)) {
			off = next_data(reader, off, nbytes);
			hole += off - start;
			continue;
		}
		if (hole > 0) {
			/* The block goes behind what stands for it. */
			add_hole(reader, hole);
			hole = 0;
			off = start;
			continue;
		}
		buf_commit(stream, (size_t)got);
	}
	add_hole(reader, hole);
	return !is_stopped(reader);
}

static void
read_large(struct reader *reader, const struct stat *before)
{
	struct stat after;

	buf_reset(&reader->stream);
	if (!read_blocks(reader, (size_t)before->st_size))
		return;
	reader->file.has_changed = fstat(reader->fd, &after) == 0
		&& (after.st_size != before->st_size
			|| after.st_mtim.tv_sec != before->st_mtim.tv_sec
			|| after.st_mtim.tv_nsec != before->st_mtim.tv_nsec);
	add_article(reader, reader->stream.at, reader->stream.nbytes);
}

static void
read_regular(struct reader *reader, const struct stat *st)
{
	uint64_t nbytes = (uint64_t)st->st_size;

	reader->file.stamp = reader_stamp(st);
	if (nbytes > LOAD_ARTICLE_NBYTES_MAX)
		reader_refuse(reader, ERR_TOO_LARGE, 0);
	else if (nbytes == 0)
		read_stream(reader, false);
	else if (nbytes > LOAD_BLOCK_NBYTES)
		read_large(reader, st);
	else if (!is_too_much(reader, nbytes))
		read_small(reader, (size_t)nbytes);
}

void
reader_read(struct reader *reader)
{
	struct stat st;

	if (fstat(reader->fd, &st) != 0)
		reader_refuse(reader, ERR_READ, errno);
	else if (!S_ISREG(st.st_mode))
		reader_refuse(reader, ERR_NOT_REGULAR, 0);
	else
		read_regular(reader, &st);
}

void
reader_read_input(struct reader *reader)
{
	read_stream(reader, true);
}
