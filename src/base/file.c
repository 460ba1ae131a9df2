#include <config.h>

#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/err.h"

static int
read_all(int fd, const char *path, size_t nbytes_max, struct buf *content,
	struct err *err)
{
	ssize_t count;

	do {
		char *room = buf_reserve(content, BUFSIZ);

		count = read(fd, room, BUFSIZ);
		if (count > 0)
			buf_commit(content, (size_t)count);
	} while ((count > 0 && content->nbytes <= nbytes_max)
		|| (count < 0 && errno == EINTR));
	if (count < 0)
		err_set(err, ERR_READ, errno, path);
	else if (count > 0)
		err_set(err, ERR_TOO_LARGE, 0, path);
	return count == 0 ? 0 : -1;
}

int
file_read(const char *path, size_t nbytes_max, struct buf *content,
	struct err *err)
{
	int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
	int result;

	if (fd < 0) {
		err_set(err, ERR_OPEN, errno, path);
		return -1;
	}
	result = read_all(fd, path, nbytes_max, content, err);
	close(fd);
	return result;
}
