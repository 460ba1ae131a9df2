#ifndef PROBLEMS_H
#define PROBLEMS_H

/*
 * What could not be read, said on standard error when all is done: one line
 * each, the first few of them. --verbose asks for all, and for what was served
 * in part or passed over.
 */

#include <stdint.h>

struct archive;
struct options;

/* Returns how many articles a reader misses by the problems. */
uint32_t problems_report(const struct archive *archive,
	const struct options *options);

/* There is no article at all: says why, whatever the options. */
void problems_report_nothing(const struct archive *archive,
	const struct options *options);

#endif
