#ifndef PROBLEMS_H
#define PROBLEMS_H

/*
 * What could not be read, said on standard error when all is done: one line
 * each, the first few of them unless --verbose asks for all.
 */

#include <stdint.h>

struct archive;
struct options;

/*
 * Returns how many articles a reader misses by the problems. Files that are
 * empty or no text are no articles: they are named with --verbose only.
 */
uint32_t problems_report(const struct archive *archive,
	const struct options *options);

/* There is no article at all: says why, whatever the options. */
void problems_report_nothing(const struct archive *archive,
	const struct options *options);

#endif
