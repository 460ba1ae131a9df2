#ifndef TESTS_UNIT_LOAD_ALL_H
#define TESTS_UNIT_LOAD_ALL_H

/* What the tests of loading share: files to be loaded, and what became. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/err.h"
#include "model/archive.h"
#include "model/load.h"

#include "../check.h"
#include "text-labels.h"

static inline void
write_file(const char *path, const char *bytes, size_t nbytes)
{
	FILE *file = fopen(path, "wb");

	if (!CHECK(file != NULL))
		return;
	CHECK_INT(fwrite(bytes, 1, nbytes, file), nbytes);
	CHECK_INT(fclose(file), 0);
}

static inline void
write_text(const char *path, const char *text)
{
	write_file(path, text, strlen(text));
}

static inline struct archive *
load_all(const struct labels *labels, const char *const *paths,
	size_t npaths, struct load_options options)
{
	struct archive *archive = archive_new(labels);
	struct load *load = load_start(archive, paths, npaths, &options);
	struct load_progress progress;

	load_wait(load);
	progress = load_progress(load);
	CHECK(progress.is_done);
	CHECK(progress.done <= progress.found);
	load_free(load);
	return archive;
}

/* Paths of the articles, then problems as path:code, in their order. */
static inline void
check_archive(const struct archive *archive, const char *want)
{
	struct buf got = BUF_INIT;

	for (uint32_t i = 0; i < archive_count(archive); i++)
		buf_add_format(&got, "%s ", archive_article(archive, i).path);
	for (uint32_t i = 0; i < archive_problem_count(archive); i++) {
		struct err err = archive_problem(archive, i);

		buf_add_format(&got, "%s:%d ", err.what, (int)err.code);
		err_release(&err);
	}
	CHECK_STR(got.at, want);
	buf_release(&got);
}

/* What main returns: RUN is run in a folder of its own, which goes after. */
static inline int
load_tests(void (*run)(const struct labels *labels))
{
	char folder[] = "/tmp/newspane-load-XXXXXX";
	char remove[sizeof(folder) + 16];
	int bad_line;
	struct labels *labels = source_labels(&bad_line);

	if (mkdtemp(folder) == NULL || chdir(folder) != 0)
		return check_skip_all("no temporary folder");
	run(labels);
	labels_free(labels);
	snprintf(remove, sizeof(remove), "rm -rf %s", folder);
	if (chdir("/") != 0 || system(remove) != 0)
		return 1;
	return check_done();
}

#endif
