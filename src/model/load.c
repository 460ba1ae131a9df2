#include <config.h>

#include "model/load.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/xalloc.h"
#include "model/archive.h"
#include "model/walk.h"

#define THREADS_MAX 8
/* What an article costs beyond its text and its folded text, about. */
#define ARTICLE_NBYTES 200
/* How often waiting for standard input looks whether to stop. */
#define STOP_POLL_MS 50
/* Read at once where the size is not known. */
#define STREAM_NBYTES ((size_t)64 << 10)

struct load {
	struct archive *archive;
	const char *const *paths;
	size_t npaths;
	uint64_t memory_nbytes;
	int stdin_sys;		/* why there is no standard input, or 0 */
	int pipe[2];		/* readable, writable: something is new */

	_Atomic bool is_stopped;
	_Atomic bool is_full;	/* memory is used up */
	_Atomic bool is_walking;
	_Atomic bool is_done;
	_Atomic uint32_t found, done;

	pthread_mutex_t lock;	/* for the queue and the counts below */
	pthread_cond_t is_new;	/* a batch, or the end of walking */
	pthread_cond_t is_idle;	/* the last worker has ended */
	struct walk_batch *first, **last;
	uint64_t sequence;	/* of the first batch in the queue */
	int nworkers;		/* that are still at work */

	int nthreads;		/* the walker is the last one */
	pthread_t threads[THREADS_MAX + 1];
};

static void
notify(struct load *load)
{
	/* A full pipe says it already. */
	if (write(load->pipe[1], "", 1) < 0)
		return;
}

/* Whether there is no more to do, ever. */
static bool
is_over(const struct load *load)
{
	return atomic_load(&load->is_stopped) || atomic_load(&load->is_full);
}

/* The walker's side. */

static bool
walker_is_stopped(void *context)
{
	return is_over(context);
}

static void
queue_batch(void *context, struct walk_batch *batch)
{
	struct load *load = context;

	atomic_fetch_add(&load->found, (uint32_t)batch->count);
	pthread_mutex_lock(&load->lock);
	*load->last = batch;
	load->last = &batch->next;
	pthread_cond_signal(&load->is_new);
	pthread_mutex_unlock(&load->lock);
}

static void *
walker_main(void *context)
{
	struct load *load = context;
	const struct walk_callbacks callbacks = { .batch = queue_batch,
		.is_stopped = walker_is_stopped, .context = load };

	for (size_t i = 0; i < load->npaths && !is_over(load); i++)
		walk_path(load->paths[i], &callbacks);
	pthread_mutex_lock(&load->lock);
	atomic_store(&load->is_walking, false);
	pthread_cond_broadcast(&load->is_new);
	pthread_mutex_unlock(&load->lock);
	return NULL;
}

/* The workers' side: what is being read, by one worker. */
struct reading {
	struct load *load;
	struct archive_batch *batch;
	const char *path;	/* of the file */
	int fd;			/* -1: not open */
	bool is_cut;		/* memory is used up: the rest stays out */
	struct buf stream;	/* for what has no size */
};

static void
refuse(struct reading *reading, enum err_code code, int sys)
{
	struct err err = { 0 };

	err_set(&err, code, sys, reading->path);
	archive_batch_add_problem(reading->batch, &err);
}

/* Whether NBYTES more of text would be too much; says so if it is. */
static bool
is_too_much(struct reading *reading, uint64_t nbytes)
{
	struct load *load = reading->load;

	if (load->memory_nbytes == 0)
		return false;
	if (!atomic_load(&load->is_full)
		&& archive_memory_nbytes(load->archive) + 2 * nbytes
			+ ARTICLE_NBYTES <= load->memory_nbytes)
		return false;
	/* Every batch under way ends like this; the first in order counts. */
	atomic_store(&load->is_full, true);
	reading->is_cut = true;
	refuse(reading, ERR_MEMORY, 0);
	return true;
}

/* Waits until FD can be read, if it CAN_WAIT; false: told to stop. */
static bool
wait_readable(const struct reading *reading, bool can_wait)
{
	struct pollfd fd = { .fd = reading->fd, .events = POLLIN };

	while (!atomic_load(&reading->load->is_stopped)) {
		int ready = can_wait ? poll(&fd, 1, STOP_POLL_MS) : 1;

		if (ready > 0 || (ready < 0 && errno != EINTR))
			return true;
	}
	return false;
}

/*
 * 0, or -1 where a problem was noted or there is nothing to add. A file is
 * not waited for: those of the kernel that have nothing yet may never have.
 */
static int
read_stream_bytes(struct reading *reading, bool can_wait)
{
	struct buf *stream = &reading->stream;
	ssize_t got;

	while (wait_readable(reading, can_wait)) {
		char *end = buf_reserve(stream, STREAM_NBYTES);

		got = read(reading->fd, end, STREAM_NBYTES);
		if (got == 0)
			return 0;
		if (got > 0)
			stream->nbytes += (size_t)got;
		else if (errno != EINTR && !(can_wait && errno == EAGAIN)) {
			refuse(reading, ERR_READ, errno);
			return -1;
		}
		if (stream->nbytes > LOAD_ARTICLE_NBYTES_MAX) {
			refuse(reading, ERR_TOO_LARGE, 0);
			return -1;
		}
	}
	return -1;
}

/* Adds a file without a size of its own (standard input, /proc). */
static void
read_stream(struct reading *reading, bool can_wait)
{
	buf_init(&reading->stream);
	if (read_stream_bytes(reading, can_wait) == 0
		&& !is_too_much(reading, reading->stream.nbytes))
		archive_batch_add(reading->batch, reading->path,
			reading->stream.at, reading->stream.nbytes);
	buf_release(&reading->stream);
}

/* Adds a file of NBYTES bytes, or as many as it still has. */
static void
read_sized(struct reading *reading, size_t nbytes)
{
	char *room = archive_batch_room(reading->batch, nbytes);
	size_t off = 0;

	while (off < nbytes && !atomic_load(&reading->load->is_stopped)) {
		ssize_t got = pread(reading->fd, room + off, nbytes - off,
			(off_t)off);

		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0) {
			refuse(reading, ERR_READ, errno);
			return;
		}
		if (got == 0)
			break;
		off += (size_t)got;
	}
	archive_batch_add(reading->batch, reading->path, room, off);
}

static void
read_open(struct reading *reading)
{
	struct stat st;

	if (fstat(reading->fd, &st) != 0)
		refuse(reading, ERR_READ, errno);
	else if (!S_ISREG(st.st_mode))
		refuse(reading, ERR_NOT_REGULAR, 0);
	else if ((uint64_t)st.st_size > LOAD_ARTICLE_NBYTES_MAX)
		refuse(reading, ERR_TOO_LARGE, 0);
	else if (is_too_much(reading, (uint64_t)st.st_size))
		return;
	else if (st.st_size == 0)
		read_stream(reading, false);
	else
		read_sized(reading, (size_t)st.st_size);
}

static void
read_entry(struct reading *reading, int folder, const struct walk_entry *entry)
{
	switch (entry->kind) {
	case WALK_PROBLEM:
		refuse(reading, entry->code, entry->sys);
		return;
	case WALK_STDIN:
		reading->fd = STDIN_FILENO;
		if (reading->load->stdin_sys != 0)
			refuse(reading, ERR_READ, reading->load->stdin_sys);
		else
			read_stream(reading, true);
		return;
	case WALK_FILE:
		reading->fd = openat(folder, entry->name,
			O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
		if (reading->fd < 0) {
			refuse(reading, ERR_OPEN, errno);
			return;
		}
		read_open(reading);
		close(reading->fd);
	}
}

/* The folder that BATCH's names are in; where it is gone, so are they. */
static int
open_folder(const struct walk_batch *batch)
{
	if (batch->folder == NULL)
		return AT_FDCWD;
	return open(batch->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
}

static void
read_batch(struct load *load, const struct walk_batch *batch,
	uint64_t sequence)
{
	struct reading reading = { .load = load, .fd = -1 };
	int folder = open_folder(batch), sys = errno;

	reading.batch = archive_batch_new(load->archive, sequence);
	for (size_t i = 0; i < batch->count && !reading.is_cut
		&& !atomic_load(&load->is_stopped); i++) {
		char *path = walk_batch_path(batch, i);

		reading.path = path;
		if (folder == -1)
			refuse(&reading, ERR_OPEN, sys);
		else
			read_entry(&reading, folder, &batch->entries[i]);
		free(path);
		atomic_fetch_add(&load->done, 1);
	}
	archive_batch_publish(reading.batch);
	if (folder >= 0)
		close(folder);
	notify(load);
}

/* The next batch; NULL: there will be no more. */
static struct walk_batch *
next_batch(struct load *load, uint64_t *sequence)
{
	struct walk_batch *batch;

	pthread_mutex_lock(&load->lock);
	while (load->first == NULL && atomic_load(&load->is_walking))
		pthread_cond_wait(&load->is_new, &load->lock);
	batch = is_over(load) ? NULL : load->first;
	if (batch != NULL) {
		load->first = batch->next;
		if (load->first == NULL)
			load->last = &load->first;
		*sequence = load->sequence++;
	}
	pthread_mutex_unlock(&load->lock);
	return batch;
}

static void *
worker_main(void *context)
{
	struct load *load = context;
	struct walk_batch *batch;
	uint64_t sequence;

	while ((batch = next_batch(load, &sequence)) != NULL) {
		read_batch(load, batch, sequence);
		walk_batch_free(batch);
	}
	pthread_mutex_lock(&load->lock);
	if (--load->nworkers == 0) {
		atomic_store(&load->is_done, true);
		pthread_cond_broadcast(&load->is_idle);
		notify(load);
	}
	pthread_mutex_unlock(&load->lock);
	return NULL;
}

static int
thread_count(int wanted)
{
	long processors = sysconf(_SC_NPROCESSORS_ONLN);

	if (wanted <= 0)
		wanted = processors > 0 ? (int)processors : 1;
	return wanted < THREADS_MAX ? wanted : THREADS_MAX;
}

/*
 * Signals are the first thread's business, but for those that a thread's own
 * fault raises: blocked, they would kill before any handler could run.
 */
static void
block_signals(sigset_t *before)
{
	static const int faults[] = { SIGABRT, SIGBUS, SIGFPE, SIGILL,
		SIGSEGV };
	sigset_t blocked;

	sigfillset(&blocked);
	for (size_t i = 0; i < sizeof(faults) / sizeof(*faults); i++)
		sigdelset(&blocked, faults[i]);
	pthread_sigmask(SIG_SETMASK, &blocked, before);
}

static void
start_threads(struct load *load)
{
	sigset_t before;
	int failed = 0;

	block_signals(&before);
	for (int i = 0; i < load->nthreads && failed == 0; i++)
		failed = pthread_create(&load->threads[i], NULL, worker_main,
			load);
	if (failed == 0)
		failed = pthread_create(&load->threads[load->nthreads], NULL,
			walker_main, load);
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	if (failed != 0)
		die("cannot start a thread");
}

struct load *
load_start(struct archive *archive, const char *const *paths, size_t npaths,
	const struct load_options *options)
{
	struct load *load = xcalloc(1, sizeof(*load));

	load->archive = archive;
	load->paths = paths;
	load->npaths = npaths;
	load->memory_nbytes = options->memory_nbytes;
	load->is_walking = true;
	load->last = &load->first;
	load->nthreads = load->nworkers = thread_count(options->nthreads);
	/* Before we open anything, which would take its number. */
	if (fcntl(STDIN_FILENO, F_GETFD) == -1)
		load->stdin_sys = errno;
	if (pipe2(load->pipe, O_CLOEXEC | O_NONBLOCK) != 0)
		die("cannot make a pipe");
	pthread_mutex_init(&load->lock, NULL);
	pthread_cond_init(&load->is_new, NULL);
	pthread_cond_init(&load->is_idle, NULL);
	start_threads(load);
	return load;
}

struct load_progress
load_progress(const struct load *load)
{
	/* is_done first: the counts are then final where it is true. */
	bool is_done = atomic_load(&load->is_done);

	return (struct load_progress){
		.done = atomic_load(&load->done),
		.found = atomic_load(&load->found),
		.is_walking = atomic_load(&load->is_walking),
		.is_done = is_done,
	};
}

int
load_fd(const struct load *load)
{
	return load->pipe[0];
}

void
load_acknowledge(struct load *load)
{
	char bytes[256];

	while (read(load->pipe[0], bytes, sizeof(bytes)) > 0)
		;
}

void
load_wait(struct load *load)
{
	pthread_mutex_lock(&load->lock);
	while (load->nworkers > 0)
		pthread_cond_wait(&load->is_idle, &load->lock);
	pthread_mutex_unlock(&load->lock);
}

void
load_free(struct load *load)
{
	if (load == NULL)
		return;
	atomic_store(&load->is_stopped, true);
	for (int i = 0; i <= load->nthreads; i++)
		pthread_join(load->threads[i], NULL);
	while (load->first != NULL) {
		struct walk_batch *batch = load->first;

		load->first = batch->next;
		walk_batch_free(batch);
	}
	close(load->pipe[0]);
	close(load->pipe[1]);
	pthread_cond_destroy(&load->is_new);
	pthread_cond_destroy(&load->is_idle);
	pthread_mutex_destroy(&load->lock);
	free(load);
}
