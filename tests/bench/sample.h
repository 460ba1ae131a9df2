#ifndef TESTS_BENCH_SAMPLE_H
#define TESTS_BENCH_SAMPLE_H

/* Shared by the benches: the time, and texts to work on. */

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/buf.h"
#include "text/clean.h"

/* Seconds. */
static inline double
now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

/* Appends the file, made clean, to TEXT; ends the program if it cannot. */
static inline void
add_file(const char *path, struct buf *text)
{
	struct buf raw = BUF_INIT;
	FILE *file = fopen(path, "r");
	size_t nbytes;

	if (file == NULL) {
		perror(path);
		exit(2);
	}
	do {
		nbytes = fread(buf_reserve(&raw, 65536), 1, 65536, file);
		raw.nbytes += nbytes;
	} while (nbytes > 0);
	fclose(file);
	clean_text(raw.at, raw.nbytes, text);
	buf_release(&raw);
}

#endif
