/*
 * peak-memory COMMAND [ARGUMENT]...: runs it with standard output thrown
 * away and writes the most memory that it held, in bytes.
 */
#include <config.h>

#include <fcntl.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

int
main(int argc, char **argv)
{
	struct rusage usage;
	int status;
	pid_t child;

	if (argc < 2)
		return 2;
	child = fork();
	if (child == 0) {
		int null = open("/dev/null", O_WRONLY);

		dup2(null, STDOUT_FILENO);
		execvp(argv[1], argv + 1);
		_exit(127);
	}
	if (wait4(child, &status, 0, &usage) != child)
		return 2;
	/* Linux counts in KiB. */
	printf("%ld\n", usage.ru_maxrss * 1024L);
	return 0;
}
