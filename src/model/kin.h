#ifndef MODEL_KIN_H
#define MODEL_KIN_H

/*
 * Whether two texts may be one, with some words changed: a quick look at two
 * of them at hand, which errs on the side of yes, for those who want articles
 * that are different for sure. (model/alike errs on the other side.)
 */

#include <stdbool.h>
#include <stddef.h>

/*
 * Whether a fifth of the runs of three words of the shorter text are in the
 * other one, both without the lines that stand at the edges of both
 * (model/edges), and each looked at for 2 KiB; or whether one has too few
 * words to tell.
 */
bool texts_are_kin(const char *a, size_t a_nbytes, const char *b,
	size_t b_nbytes);

#endif
