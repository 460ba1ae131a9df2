#ifndef TESTS_UNIT_TEXT_LABELS_H
#define TESTS_UNIT_TEXT_LABELS_H

/* What tests of the model share: files read whole, the label table. */

#include <stdio.h>
#include <stdlib.h>

#include "base/buf.h"
#include "model/labels.h"

/* NAME below the source tree, or as it is where that is not known. */
static inline char *
source_path(const char *name)
{
	const char *srcdir = getenv("srcdir");
	struct buf path = BUF_INIT;

	buf_add_format(&path, "%s/%s", srcdir != NULL ? srcdir : ".", name);
	return buf_detach(&path);
}

/* The file at PATH, appended to OUT; 0, or -1. */
static inline int
read_whole(const char *path, struct buf *out)
{
	FILE *file = fopen(path, "rb");
	char bytes[4096];
	size_t got;

	if (file == NULL)
		return -1;
	while ((got = fread(bytes, 1, sizeof(bytes), file)) > 0)
		buf_add(out, bytes, got);
	return fclose(file);
}

/* The project's own table. */
static inline struct labels *
source_labels(int *bad_line)
{
	char *path = source_path("data/labels");
	struct buf table = BUF_INIT;
	struct labels *labels;

	*bad_line = -1;
	if (read_whole(path, &table) != 0)
		fprintf(stderr, "cannot read %s\n", path);
	labels = labels_new(table.at, table.nbytes, bad_line);
	buf_release(&table);
	free(path);
	return labels;
}

#endif
