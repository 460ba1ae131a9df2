/*
 * What a program sends to its terminal, key by key:
 *
 *	pty-bytes ROWSxCOLS STEP... -- COMMAND [ARGUMENT]...
 *
 * runs COMMAND on a pseudo-terminal of that size. A STEP is NAME=KEYS, KEYS
 * being sent as they are but for \e, \r, \b and \\ (none: just wait). For the
 * start and for each step one line goes to standard output, separated by
 * tabs: NAME, all bytes, the bytes beyond text, and milliseconds to the end of
 * the first paint (a pause of 20 ms or more follows it) and to the last byte.
 * Text is what stands to be read: printable characters, a run of more than
 * one blank counting as none, for it only paints.
 */
#include <config.h>

#include <errno.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* A step is over when nothing came for this long. */
#define QUIET_MS 250
/* What parts one paint from the next. */
#define PAUSE_MS 20

enum state { STATE_TEXT, STATE_ESCAPE, STATE_CSI, STATE_STRING };

struct count {
	size_t nbytes, ntext, nblanks;
	double paint_ms, last_ms;	/* from the start of the step */
	enum state state;
};

static double
now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static void
end_blanks(struct count *count)
{
	if (count->nblanks == 1)
		count->ntext++;
	count->nblanks = 0;
}

static void
count_text(struct count *count, unsigned char byte)
{
	if (byte == ' ') {
		count->nblanks++;
		return;
	}
	end_blanks(count);
	if (byte == 0x1b)
		count->state = STATE_ESCAPE;
	else if (byte > 0x20 && byte != 0x7f)
		count->ntext++;
}

/* ECMA-48 5.4 and 5.6, as far as counting needs them. */
static void
count_byte(struct count *count, unsigned char byte)
{
	count->nbytes++;
	switch (count->state) {
	case STATE_TEXT:
		count_text(count, byte);
		break;
	case STATE_ESCAPE:
		if (byte == '[')
			count->state = STATE_CSI;
		else if (byte == ']' || byte == 'P')
			count->state = STATE_STRING;
		else if (byte >= 0x30)
			count->state = STATE_TEXT;
		break;
	case STATE_CSI:
		if (byte >= 0x40)
			count->state = STATE_TEXT;
		break;
	case STATE_STRING:
		if (byte == 0x07)
			count->state = STATE_TEXT;
		else if (byte == 0x1b)
			count->state = STATE_ESCAPE;
		break;
	}
}

static void
count_bytes(struct count *count, const unsigned char *bytes, ssize_t nbytes,
	double elapsed_ms)
{
	if (count->paint_ms == count->last_ms
		&& (count->nbytes == 0
		|| elapsed_ms - count->last_ms < PAUSE_MS))
		count->paint_ms = elapsed_ms;
	count->last_ms = elapsed_ms;
	for (ssize_t i = 0; i < nbytes; i++)
		count_byte(count, bytes[i]);
}

/* Counts until it is quiet. */
static void
drain(int fd, double start, struct count *count)
{
	struct pollfd terminal = { fd, POLLIN, 0 };
	unsigned char bytes[4096];

	while (poll(&terminal, 1, QUIET_MS) > 0) {
		ssize_t nbytes = read(fd, bytes, sizeof(bytes));

		if (nbytes <= 0)
			break;
		count_bytes(count, bytes, nbytes, now_ms() - start);
	}
	end_blanks(count);
}

static void
report(const char *name, const struct count *count)
{
	printf("%s\t%zu\t%zu\t%.1f\t%.1f\n", name, count->nbytes,
		count->nbytes - count->ntext, count->paint_ms,
		count->last_ms);
	fflush(stdout);
}

static void
send_keys(int fd, const char *keys)
{
	for (; *keys != '\0'; keys++) {
		char byte = *keys;

		if (byte == '\\' && keys[1] != '\0') {
			byte = *++keys;
			byte = byte == 'e' ? '\033' : byte == 'r' ? '\r'
				: byte == 'b' ? '\177' : byte;
		}
		if (write(fd, &byte, 1) != 1)
			return;
	}
}

static void
run_step(int fd, char *step)
{
	struct count count = { 0 };
	char *keys = strchr(step, '=');
	double start = now_ms();

	if (keys != NULL) {
		*keys++ = '\0';
		send_keys(fd, keys);
	}
	drain(fd, start, &count);
	report(step, &count);
}

int
main(int argc, char **argv)
{
	struct winsize size = { 0 };
	struct count count = { 0 };
	double start = now_ms();
	int first = 2, fd;
	pid_t child;

	while (first < argc && strcmp(argv[first], "--") != 0)
		first++;
	if (first + 1 >= argc || sscanf(argv[1], "%hux%hu", &size.ws_row,
		&size.ws_col) != 2) {
		fprintf(stderr, "usage: pty-bytes ROWSxCOLS STEP... -- "
			"COMMAND...\n");
		return 2;
	}
	child = forkpty(&fd, NULL, NULL, &size);
	if (child == 0) {
		execvp(argv[first + 1], argv + first + 1);
		_exit(127);
	}
	drain(fd, start, &count);
	report("start", &count);
	for (int i = 2; i < first; i++)
		run_step(fd, argv[i]);
	kill(child, SIGHUP);
	waitpid(child, NULL, 0);
	return 0;
}
