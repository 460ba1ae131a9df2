#include <config.h>

#include "ui/term_signals.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/err.h"
#include "base/xalloc.h"

/* A stack of its own lets a handler run when the first one is full. */
#define STACK_BYTES ((size_t)64 * 1024)

struct restore {
	char bytes[RESTORE_BYTES_MAX];
	size_t nbytes;
};

enum treatment {
	TREATMENT_END,		/* asks the loop to end */
	TREATMENT_TELL,		/* tells the loop */
	TREATMENT_CRASH,	/* restores at once, then dies of it */
};

static const struct {
	int number;
	enum treatment treatment;
} signals[] = {
	{ SIGINT, TREATMENT_END },
	{ SIGTERM, TREATMENT_END },
	{ SIGHUP, TREATMENT_END },
	{ SIGQUIT, TREATMENT_END },
	{ SIGTSTP, TREATMENT_TELL },
	{ SIGCONT, TREATMENT_TELL },
	{ SIGWINCH, TREATMENT_TELL },
	{ SIGSEGV, TREATMENT_CRASH },
	{ SIGBUS, TREATMENT_CRASH },
	{ SIGABRT, TREATMENT_CRASH },
	{ SIGFPE, TREATMENT_CRASH },
	{ SIGILL, TREATMENT_CRASH },
};

#define SIGNALS_COUNT (sizeof(signals) / sizeof(*signals))

/*
 * All that handlers may touch. There are two restore strings, so that one is
 * whole while the other is being written.
 */
static struct {
	int pipe[2];
	int tty;
	struct termios original;
	struct restore restores[2];
	atomic_int current;
	atomic_int is_active;
	atomic_int is_ending;
	bool has_exit_hook;
	struct sigaction before[SIGNALS_COUNT];
	void *stack;		/* NULL: somebody else's is in use */
} handler;

static void
on_told(int number)
{
	int saved = errno;
	unsigned char byte = (unsigned char)number;

	/* A full pipe has news enough in it. */
	if (write(handler.pipe[1], &byte, 1) < 0)
		errno = 0;
	errno = saved;
}

static void
on_end(int number)
{
	atomic_store(&handler.is_ending, 1);
	on_told(number);
}

/* Once only, whoever comes first. */
static void
restore_now(void)
{
	const struct restore *restore;
	size_t at = 0;

	if (!atomic_exchange(&handler.is_active, 0))
		return;
	restore = &handler.restores[atomic_load(&handler.current)];
	while (at < restore->nbytes) {
		ssize_t nbytes = write(handler.tty, restore->bytes + at,
			restore->nbytes - at);

		if (nbytes < 0 && errno == EINTR)
			continue;
		if (nbytes <= 0)
			break;
		at += (size_t)nbytes;
	}
	tcsetattr(handler.tty, TCSANOW, &handler.original);
}

/* The default action comes back with SA_RESETHAND. */
static void
on_crash(int number)
{
	restore_now();
	raise(number);
}

static void
use_own_stack(void)
{
	stack_t stack = { 0 }, before;

	handler.stack = NULL;
	if (sigaltstack(NULL, &before) != 0
		|| !(before.ss_flags & SS_DISABLE))
		return;
	handler.stack = xmalloc(STACK_BYTES);
	stack.ss_sp = handler.stack;
	stack.ss_size = STACK_BYTES;
	sigaltstack(&stack, NULL);
}

static void
leave_own_stack(void)
{
	stack_t none = { .ss_flags = SS_DISABLE };

	if (handler.stack == NULL)
		return;
	sigaltstack(&none, NULL);
	free(handler.stack);
	handler.stack = NULL;
}

static void
install(size_t index)
{
	struct sigaction action = { 0 };

	sigemptyset(&action.sa_mask);
	switch (signals[index].treatment) {
	case TREATMENT_END:
		/* No SA_RESTART: a write to a stuck terminal is given up. */
		action.sa_handler = on_end;
		break;
	case TREATMENT_TELL:
		action.sa_handler = on_told;
		action.sa_flags = SA_RESTART;
		break;
	case TREATMENT_CRASH:
		action.sa_handler = on_crash;
		action.sa_flags = (int)SA_RESETHAND | SA_ONSTACK;
		break;
	}
	sigaction(signals[index].number, NULL, &handler.before[index]);
	if (handler.before[index].sa_handler != SIG_IGN)
		sigaction(signals[index].number, &action, NULL);
}

static int
open_pipe(void)
{
	if (pipe(handler.pipe) != 0)
		return -1;
	for (int i = 0; i < 2; i++) {
		fcntl(handler.pipe[i], F_SETFL, O_NONBLOCK);
		fcntl(handler.pipe[i], F_SETFD, FD_CLOEXEC);
	}
	return 0;
}

int
signals_start(int tty, const struct termios *original, struct err *err)
{
	if (open_pipe() != 0) {
		err_set(err, ERR_OPEN, errno, NULL);
		return -1;
	}
	handler.tty = tty;
	handler.original = *original;
	handler.restores[0].nbytes = handler.restores[1].nbytes = 0;
	atomic_store(&handler.is_active, 0);
	atomic_store(&handler.is_ending, 0);
	use_own_stack();
	for (size_t i = 0; i < SIGNALS_COUNT; i++)
		install(i);
	die_hook_set(restore_now);
	/* It cannot be taken back, but does nothing when nothing is active. */
	if (!handler.has_exit_hook)
		handler.has_exit_hook = atexit(restore_now) == 0;
	return handler.pipe[0];
}

void
signals_stop(void)
{
	die_hook_set(NULL);
	for (size_t i = 0; i < SIGNALS_COUNT; i++)
		sigaction(signals[i].number, &handler.before[i], NULL);
	leave_own_stack();
	close(handler.pipe[0]);
	close(handler.pipe[1]);
}

void
signals_set_restore(const char *bytes, size_t nbytes)
{
	int other = 1 - atomic_load(&handler.current);
	struct restore *restore = &handler.restores[other];

	assert(nbytes <= sizeof(restore->bytes));
	memcpy(restore->bytes, bytes, nbytes);
	restore->nbytes = nbytes;
	atomic_store(&handler.current, other);
}

void
signals_set_active(bool is_active)
{
	atomic_store(&handler.is_active, is_active);
}

bool
signals_are_ending(void)
{
	return atomic_load(&handler.is_ending) != 0;
}

void
signals_go_on(void)
{
	atomic_store(&handler.is_ending, 0);
}

/*
 * SIGCONT is not told meanwhile: who called this knows when it returns.
 * Where SIGTSTP was ignored (no job control) nothing happens.
 */
void
signals_stop_self(void)
{
	struct sigaction stopping, continuing, standard = { 0 };

	standard.sa_handler = SIG_DFL;
	sigemptyset(&standard.sa_mask);
	sigaction(SIGTSTP, NULL, &stopping);
	if (stopping.sa_handler == SIG_IGN)
		return;
	sigaction(SIGCONT, &standard, &continuing);
	sigaction(SIGTSTP, &standard, NULL);
	raise(SIGTSTP);
	sigaction(SIGTSTP, &stopping, NULL);
	sigaction(SIGCONT, &continuing, NULL);
}
