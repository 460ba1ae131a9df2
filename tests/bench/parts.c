/*
 * parts FOLDER: what each part of loading an archive costs, one processor
 * doing all of it: writes a line for each with its name and milliseconds, the
 * copies too, which are looked for beside it; then the bytes of memory that an
 * article takes beyond its text and folded text.
 */
#include <config.h>

#include <inttypes.h>
#include <stdio.h>
#include <time.h>

#include "base/buf.h"
#include "base/vec.h"
#include "text/fold.h"
#include "text/language.h"
#include "model/anatomy.h"
#include "model/archive.h"
#include "model/duplicates.h"
#include "model/fingerprint.h"
#include "model/intake.h"
#include "model/load.h"
#include "model/sketch.h"

#include "../unit/text-labels.h"

/* What the parts work with, and what they have found, lest it be left out. */
struct bench {
	const struct archive *archive;
	struct intake intake;
	struct buf folded;
	struct anatomy anatomy;
	struct shingle_vec shingles;
	uint64_t sum;
};

static void
do_intake(struct bench *bench, const struct article *article)
{
	size_t nbytes = article->nbytes;

	intake_take(&bench->intake, article->text, &nbytes);
	bench->sum += nbytes;
}

static void
do_fold(struct bench *bench, const struct article *article)
{
	buf_reset(&bench->folded);
	fold_text(article->text, article->nbytes, &bench->folded);
	bench->sum += bench->folded.nbytes;
}

static void
do_anatomy(struct bench *bench, const struct article *article)
{
	anatomy_read(&bench->anatomy, article->text, article->nbytes,
		archive_labels(bench->archive));
	anatomy_count(&bench->anatomy, article->text);
	bench->sum += bench->anatomy.words;
}

static void
do_language(struct bench *bench, const struct article *article)
{
	bench->sum += language_of(article->text, article->nbytes);
}

static void
do_fingerprint(struct bench *bench, const struct article *article)
{
	bench->sum += fingerprint_of(article->text, article->nbytes);
}

static void
do_sketch(struct bench *bench, const struct article *article)
{
	struct sketch sketch;

	sketch_make(&sketch, article->folded, article->folded_nbytes,
		&bench->shingles);
	bench->sum += sketch.rows[0];
}

static const struct {
	const char *name;
	void (*work)(struct bench *bench, const struct article *article);
} parts[] = {
	{ "encoding", do_intake }, { "folding", do_fold },
	{ "anatomy", do_anatomy }, { "language", do_language },
	{ "fingerprint", do_fingerprint }, { "sketch", do_sketch },
};

/* Of this thread, so that others on the machine do not count. */
static double
now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
	return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static void
bench_parts(struct bench *bench, uint32_t count)
{
	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++) {
		double start = now_ms();

		for (uint32_t j = 0; j < count; j++) {
			struct article article =
				archive_article(bench->archive, j);

			parts[i].work(bench, &article);
		}
		printf("%s %.2f\n", parts[i].name, now_ms() - start);
	}
}

static void
bench_copies(struct bench *bench)
{
	struct duplicates *duplicates = duplicates_new(bench->archive);
	double start = now_ms();

	duplicates_advance(duplicates, true, 0);
	printf("copies %.2f\n", now_ms() - start);
	bench->sum += duplicates_count(duplicates);
	duplicates_free(duplicates);
}

static uint64_t
other_nbytes(const struct archive *archive)
{
	uint64_t nbytes = archive_memory_nbytes(archive);
	uint32_t count = archive_count(archive);

	for (uint32_t i = 0; i < count; i++) {
		struct article article = archive_article(archive, i);

		nbytes -= article.nbytes + article.folded_nbytes;
	}
	return count > 0 ? nbytes / count : 0;
}

int
main(int argc, char **argv)
{
	const struct load_options options = { 0 };
	struct bench bench = { .folded = BUF_INIT };
	const char *path = argc == 2 ? argv[1] : ".";
	int bad_line;
	struct labels *labels = source_labels(&bad_line);
	struct archive *archive = archive_new(labels);
	struct load *load = load_start(archive, &path, 1, &options);

	load_wait(load);
	load_free(load);
	bench.archive = archive;
	intake_init(&bench.intake);
	bench_parts(&bench, archive_count(archive));
	bench_copies(&bench);
	printf("bytes %" PRIu64 "\n", other_nbytes(archive));
	fprintf(stderr, "%" PRIu64 "\n", bench.sum);
	intake_release(&bench.intake);
	buf_release(&bench.folded);
	anatomy_release(&bench.anatomy);
	VEC_RELEASE(&bench.shingles);
	archive_free(archive);
	labels_free(labels);
	return 0;
}
