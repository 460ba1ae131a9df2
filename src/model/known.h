#ifndef MODEL_KNOWN_H
#define MODEL_KNOWN_H

/*
 * Which article came from which file, for a reload: files that are met again
 * are looked up by their paths, and what was not met in the end is gone.
 */

#include <stdint.h>

struct archive;
struct known;

/* The articles published and not retired now, none of them met. */
struct known *known_new(const struct archive *archive);
/* NULL is allowed. */
void known_free(struct known *known);

/*
 * An article that came from PATH and was not met yet, which it is from now
 * on; ARCHIVE_NONE: there is none. For any number of threads.
 */
uint32_t known_meet(struct known *known, const char *path);
/*
 * The first article from NUMBER on that was not met; ARCHIVE_NONE: there is
 * none. Once nobody meets any more.
 */
uint32_t known_missing(const struct known *known, uint32_t number);

#endif
