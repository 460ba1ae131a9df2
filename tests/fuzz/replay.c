/*
 * The main of a fuzz target that is built without libFuzzer:
 *
 *	fuzz-TARGET FILE...
 *
 * runs the target on the content of every FILE.
 */

#include <config.h>

#include <stdio.h>

#include "base/buf.h"
#include "fuzz.h"

static int
read_file(const char *path, struct buf *content)
{
	FILE *file = fopen(path, "rb");
	size_t nbytes;

	if (file == NULL) {
		perror(path);
		return -1;
	}
	buf_reset(content);
	do {
		nbytes = fread(buf_reserve(content, BUFSIZ), 1, BUFSIZ, file);
		buf_commit(content, nbytes);
	} while (nbytes > 0);
	fclose(file);
	return 0;
}

int
main(int argc, char **argv)
{
	struct buf content = BUF_INIT;
	int status = 0;

	LLVMFuzzerInitialize(&argc, &argv);
	for (int i = 1; i < argc; i++) {
		if (read_file(argv[i], &content) != 0) {
			status = 2;
			continue;
		}
		LLVMFuzzerTestOneInput((const uint8_t *)content.at,
			content.nbytes);
	}
	buf_release(&content);
	return status;
}
