#ifndef BASE_FILE_H
#define BASE_FILE_H

/* Reading small files of newspane's own whole: the config file, tables. */

#include <stddef.h>

struct buf;
struct err;

/*
 * Appends the content of the file PATH to CONTENT. What is no regular file
 * never makes us wait. Returns 0, or -1 and ERR: ERR_OPEN (errno says why),
 * ERR_READ, or ERR_TOO_LARGE for more than NBYTES_MAX bytes.
 */
int file_read(const char *path, size_t nbytes_max, struct buf *content,
	struct err *err) __attribute__((warn_unused_result));

#endif
