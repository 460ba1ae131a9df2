#include <config.h>

#include "pty.h"

#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

void
pty_report(int reports, const char *what, int number)
{
	char line[64];
	int nbytes = snprintf(line, sizeof(line), "%s %d\n", what, number);

	if (write(reports, line, (size_t)nbytes) != nbytes)
		_exit(99);
}

static void
pty_run_program(int slave, int reports, int (*program)(int reports))
{
	setpgid(0, 0);
	tcsetpgrp(slave, getpid());
	signal(SIGTTOU, SIG_DFL);
	signal(SIGHUP, SIG_DFL);
	/* Ignored where the tests run in the background of a script. */
	signal(SIGINT, SIG_DFL);
	signal(SIGQUIT, SIG_DFL);
	/* Not from the shell: the program's own reports must come later. */
	pty_report(reports, "pid", getpid());
	exit(program(reports));
}

static _Noreturn void
pty_run_shell(int slave, int reports, int orders, int (*program)(int))
{
	pid_t pid;
	int status;
	char order;

	setsid();
	ioctl(slave, TIOCSCTTY, 0);
	for (int fd = 0; fd < 3; fd++)
		dup2(slave, fd);
	signal(SIGHUP, SIG_IGN);
	signal(SIGTTOU, SIG_IGN);
	pid = fork();
	if (pid == 0)
		pty_run_program(STDIN_FILENO, reports, program);
	setpgid(pid, pid);
	while (waitpid(pid, &status, WUNTRACED) == pid
		&& WIFSTOPPED(status)) {
		tcsetpgrp(STDIN_FILENO, getpid());
		pty_report(reports, "stopped", 0);
		if (read(orders, &order, 1) != 1)
			_exit(98);
		tcsetpgrp(STDIN_FILENO, pid);
		kill(-pid, SIGCONT);
	}
	if (WIFEXITED(status))
		pty_report(reports, "exited", WEXITSTATUS(status));
	else
		pty_report(reports, "killed", WTERMSIG(status));
	_exit(0);
}

void
pty_resize(struct pty *pty, int rows, int cols)
{
	struct winsize size = { .ws_row = (unsigned short)rows,
		.ws_col = (unsigned short)cols };

	ioctl(pty->master, TIOCSWINSZ, &size);
}

void
pty_take(struct pty *pty)
{
	struct pollfd in = { .fd = pty->master, .events = POLLIN };

	while (pty->ngot < PTY_BYTES_MAX - 1 && poll(&in, 1, 0) > 0) {
		ssize_t nbytes = read(pty->master, pty->got + pty->ngot,
			PTY_BYTES_MAX - 1 - pty->ngot);

		if (nbytes <= 0)
			break;
		pty->ngot += (size_t)nbytes;
	}
	pty->got[pty->ngot] = '\0';
}

void
pty_reset(struct pty *pty)
{
	pty_take(pty);
	pty->ngot = 0;
	pty->got[0] = '\0';
}

bool
pty_read_line(struct pty *pty)
{
	size_t nline = 0;

	for (;;) {
		struct pollfd fds[] = {
			{ .fd = pty->reports, .events = POLLIN },
			{ .fd = pty->master, .events = POLLIN },
		};

		/* The program must not wait for us to read. */
		if (poll(fds, pty->master >= 0 ? 2 : 1,
			PTY_PATIENCE_MS) <= 0)
			return false;
		if (pty->master >= 0)
			pty_take(pty);
		if (fds[0].revents == 0)
			continue;
		if (read(pty->reports, pty->line + nline, 1) != 1
			|| nline + 1 >= sizeof(pty->line))
			return false;
		if (pty->line[nline] == '\n') {
			pty->line[nline] = '\0';
			return true;
		}
		nline++;
	}
}

bool
pty_expect(struct pty *pty, const char *want)
{
	bool is_there = pty_read_line(pty);

	if (pty->master >= 0)
		pty_take(pty);
	if (is_there && strcmp(pty->line, want) == 0)
		return true;
	printf("# report: %s, wanted %s\n", is_there ? pty->line : "(none)",
		want);
	return false;
}

bool
pty_start(struct pty *pty, int rows, int cols, int (*program)(int reports))
{
	int reports[2], orders[2];

	memset(pty, 0, sizeof(*pty));
	if (pipe(reports) != 0 || pipe(orders) != 0
		|| openpty(&pty->master, &pty->slave, NULL, NULL, NULL) != 0)
		return false;
	pty_resize(pty, rows, cols);
	fflush(stdout);
	pty->shell = fork();
	if (pty->shell == 0) {
		close(pty->master);
		close(reports[0]);
		close(orders[1]);
		pty_run_shell(pty->slave, reports[1], orders[0], program);
	}
	close(reports[1]);
	close(orders[0]);
	pty->reports = reports[0];
	pty->orders = orders[1];
	if (!pty_read_line(pty) || sscanf(pty->line, "pid %d",
		&pty->program) != 1)
		return false;
	return true;
}

void
pty_send(struct pty *pty, const char *bytes)
{
	if (write(pty->master, bytes, strlen(bytes)) < 0)
		printf("# cannot send\n");
}

void
pty_continue(struct pty *pty)
{
	if (write(pty->orders, "c", 1) != 1)
		printf("# cannot continue\n");
}

void
pty_hang_up(struct pty *pty)
{
	close(pty->slave);
	close(pty->master);
	pty->slave = pty->master = -1;
}

void
pty_end(struct pty *pty)
{
	if (pty->master >= 0)
		pty_hang_up(pty);
	close(pty->reports);
	close(pty->orders);
	waitpid(pty->shell, NULL, 0);
}
