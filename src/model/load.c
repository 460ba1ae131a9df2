#include <config.h>

#include "model/load.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/xalloc.h"
#include "model/archive.h"
#include "model/known.h"
#include "model/reader.h"
#include "model/walk.h"

#define THREADS_MAX 8
/* What an article costs beyond its text and its folded text, about. */
#define ARTICLE_NBYTES 300

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
	_Atomic uint32_t added, changed, gone; /* articles */
	struct known *known;	/* NULL: nothing was there before */

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

static void
count_passed(void *context, enum passed kind)
{
	struct load *load = context;

	archive_count_passed(load->archive, kind);
}

static void *
walker_main(void *context)
{
	struct load *load = context;
	const struct walk_callbacks callbacks = { .batch = queue_batch,
		.passed = count_passed, .is_stopped = walker_is_stopped,
		.context = load };

	for (size_t i = 0; i < load->npaths && !is_over(load); i++)
		walk_path(load->paths[i], &callbacks);
	pthread_mutex_lock(&load->lock);
	atomic_store(&load->is_walking, false);
	pthread_cond_broadcast(&load->is_new);
	pthread_mutex_unlock(&load->lock);
	return NULL;
}

/* The workers' side. */

static bool
reader_is_stopped(void *context)
{
	struct load *load = context;

	return atomic_load(&load->is_stopped);
}

static bool
has_room(void *context, uint64_t nbytes)
{
	struct load *load = context;

	if (load->memory_nbytes == 0)
		return true;
	if (!atomic_load(&load->is_full)
		&& archive_memory_nbytes(load->archive) + 2 * nbytes
			+ ARTICLE_NBYTES <= load->memory_nbytes)
		return true;
	/* Every batch under way ends like this; the first in order counts. */
	atomic_store(&load->is_full, true);
	return false;
}

static void
read_entry(struct reader *reader, const struct load *load, int folder,
	const struct walk_entry *entry)
{
	switch (entry->kind) {
	case WALK_PROBLEM:
		reader_refuse(reader, entry->code, entry->sys);
		return;
	case WALK_STDIN:
		reader->fd = STDIN_FILENO;
		if (load->stdin_sys != 0)
			reader_refuse(reader, ERR_READ, load->stdin_sys);
		else
			reader_read_input(reader);
		return;
	case WALK_FILE:
		reader->fd = openat(folder, entry->name,
			O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
		if (reader->fd < 0) {
			reader_refuse(reader, ERR_OPEN, errno);
			return;
		}
		reader_read(reader);
		close(reader->fd);
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

/*
 * Whether the entry was read before and is what it was then. If it was read
 * but is not, the reader knows what to replace.
 */
static bool
is_unchanged(struct reader *reader, const struct load *load, int folder,
	const struct walk_entry *entry)
{
	uint32_t number;
	struct stat st;

	if (load->known == NULL)
		return false;
	/* A problem, too: it is the reason why the article goes. */
	number = known_meet(load->known, reader->file.path);
	if (number == ARCHIVE_NONE)
		/* It has been read to its end. */
		return entry->kind == WALK_STDIN;
	if (entry->kind == WALK_STDIN || (folder != -1
			&& fstatat(folder, entry->name, &st, 0) == 0
			&& reader_stamp(&st) == archive_stamp(load->archive,
				number)))
		return true;
	reader->file.replaces = number;
	return false;
}

/* The file at hand is through. */
static void
count_changes(struct load *load, const struct reader *reader)
{
	bool is_known = reader->file.replaces != ARCHIVE_NONE;

	if (reader->answer == ARCHIVE_ADDED)
		atomic_fetch_add(is_known ? &load->changed : &load->added, 1);
	else if (reader->answer == ARCHIVE_REFUSED && is_known
			&& !reader->is_cut)
		atomic_fetch_add(&load->gone, 1);
}

/* SYS is why there is no FOLDER, where it is -1. */
static void
take_entry(struct reader *reader, struct load *load, int folder, int sys,
	const struct walk_entry *entry)
{
	if (is_unchanged(reader, load, folder, entry))
		return;
	if (folder == -1)
		reader_refuse(reader, ERR_OPEN, sys);
	else
		read_entry(reader, load, folder, entry);
	count_changes(load, reader);
}

static void
read_batch(struct load *load, const struct walk_batch *batch,
	uint64_t sequence)
{
	const struct reader_host host = { .is_stopped = reader_is_stopped,
		.has_room = has_room, .context = load };
	int folder = open_folder(batch), sys = errno;
	struct reader reader;

	reader_init(&reader, &host, archive_batch_new(load->archive,
		sequence));
	for (size_t i = 0; i < batch->count && !reader.is_cut
		&& !atomic_load(&load->is_stopped); i++) {
		char *path = walk_batch_path(batch, i);

		reader.file = (struct archive_file){ .path = path,
			.replaces = ARCHIVE_NONE };
		reader.answer = ARCHIVE_REFUSED;
		take_entry(&reader, load, folder, sys, &batch->entries[i]);
		free(path);
		atomic_fetch_add(&load->done, 1);
	}
	archive_batch_publish(reader.batch);
	reader_release(&reader);
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

/* Retires what was not met again, when everything was. */
static void
retire_missing(struct load *load)
{
	struct archive_batch *batch;
	uint32_t number;

	if (load->known == NULL || is_over(load))
		return;
	batch = archive_batch_new(load->archive, load->sequence++);
	for (number = known_missing(load->known, 0); number != ARCHIVE_NONE;
			number = known_missing(load->known, number + 1)) {
		struct err err = { 0 };

		err_set(&err, ERR_GONE, 0, archive_article(load->archive,
			number).path);
		archive_batch_add_problem(batch, &err);
		archive_batch_retire(batch, number);
		atomic_fetch_add(&load->gone, 1);
	}
	archive_batch_publish(batch);
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
		retire_missing(load);
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

	load->is_walking = true;
	load->nworkers = load->nthreads;
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
	load->last = &load->first;
	load->nthreads = thread_count(options->nthreads);
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
		.is_full = atomic_load(&load->is_full),
		.added = atomic_load(&load->added),
		.changed = atomic_load(&load->changed),
		.gone = atomic_load(&load->gone),
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

static void
join_threads(struct load *load)
{
	for (int i = 0; i <= load->nthreads; i++)
		pthread_join(load->threads[i], NULL);
}

void
load_again(struct load *load)
{
	assert(atomic_load(&load->is_done));
	join_threads(load);
	known_free(load->known);
	load->known = known_new(load->archive);
	archive_forget_problems(load->archive);
	load->is_done = false;
	load->found = load->done = 0;
	load->added = load->changed = load->gone = 0;
	start_threads(load);
}

void
load_free(struct load *load)
{
	if (load == NULL)
		return;
	atomic_store(&load->is_stopped, true);
	join_threads(load);
	known_free(load->known);
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
