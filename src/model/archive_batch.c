#include <config.h>

#include "model/archive_inside.h"

#include <string.h>

#include "base/vec.h"
#include "model/fingerprint.h"
#include "text/clean.h"

/* Chunks are of this size, but for articles that take more than a quarter. */
#define CHUNK_NBYTES ((size_t)1 << 20)
#define CHUNK_SHARE (CHUNK_NBYTES / 4)
/* Scratch memory over this size is not kept for the next batch. */
#define SCRATCH_NBYTES_MAX ((size_t)4 << 20)

static struct workshop *
workshop_new(void)
{
	struct workshop *workshop = xcalloc(1, sizeof(*workshop));

	buf_init(&workshop->raw);
	intake_init(&workshop->intake);
	buf_init(&workshop->folded);
	return workshop;
}

void
workshop_free(struct workshop *workshop)
{
	buf_release(&workshop->raw);
	intake_release(&workshop->intake);
	buf_release(&workshop->folded);
	anatomy_release(&workshop->anatomy);
	VEC_RELEASE(&workshop->anchors);
	VEC_RELEASE(&workshop->shingles);
	free(workshop);
}

struct archive_batch *
archive_batch_new(struct archive *archive, uint64_t sequence)
{
	struct archive_batch *batch = xcalloc(1, sizeof(*batch));

	batch->archive = archive;
	batch->sequence = sequence;
	pthread_mutex_lock(&archive->lock);
	batch->workshop = archive->idle;
	if (batch->workshop != NULL)
		archive->idle = batch->workshop->next;
	pthread_mutex_unlock(&archive->lock);
	if (batch->workshop == NULL)
		batch->workshop = workshop_new();
	batch->workshop->intake.is_forced = archive->is_forced;
	batch->workshop->intake.forced = archive->forced;
	return batch;
}

void
archive_batch_free(struct archive_batch *batch)
{
	for (size_t i = 0; i < batch->problems.count; i++)
		err_release(&batch->problems.at[i]);
	VEC_RELEASE(&batch->problems);
	VEC_RELEASE(&batch->records);
	VEC_RELEASE(&batch->retirements);
	free(batch);
}

/* A new chunk of NBYTES bytes, which the archive owns. */
static char *
chunk_new(struct archive *archive, size_t nbytes, uint32_t *number)
{
	char *chunk = xmalloc(nbytes);
	uint64_t grown = 0;

	pthread_mutex_lock(&archive->lock);
	*number = archive->chunk_count++;
	*(char **)table_make(&archive->chunks, *number, &grown) = chunk;
	pthread_mutex_unlock(&archive->lock);
	archive_take(archive, grown);
	return chunk;
}

/* Makes sure that the chunk being filled has NBYTES more. */
static char *
workshop_room(struct archive *archive, struct workshop *workshop,
	size_t nbytes)
{
	if (workshop->chunk == NULL
		|| nbytes > CHUNK_NBYTES - workshop->used) {
		workshop->chunk = chunk_new(archive, CHUNK_NBYTES,
			&workshop->chunk_number);
		workshop->used = 0;
	}
	return workshop->chunk + workshop->used;
}

char *
archive_batch_room(struct archive_batch *batch, size_t nbytes)
{
	struct workshop *workshop = batch->workshop;

	/* Folding rarely lengthens a text, so that this is enough for all. */
	if (nbytes > CHUNK_SHARE / 4) {
		buf_reset(&workshop->raw);
		return buf_reserve(&workshop->raw, nbytes);
	}
	return workshop_room(batch->archive, workshop, 2 * nbytes + 4096);
}

bool
archive_batch_is_hopeless(struct archive_batch *batch, const char *bytes,
	size_t nbytes)
{
	return intake_is_hopeless(&batch->workshop->intake, bytes, nbytes);
}

static void
add_problem(struct archive_batch *batch, enum err_code code, const char *path)
{
	struct err err = { 0 };

	err_set(&err, code, 0, path);
	archive_batch_add_problem(batch, &err);
}

static void
add_counted(struct archive_batch *batch, enum err_code code, uint64_t count,
	const char *path)
{
	struct err err = { 0 };

	if (count == 0)
		return;
	err_set(&err, code, 0, path);
	err.count = count;
	archive_batch_add_problem(batch, &err);
}

/* What of FILE is not in its article; whether there is anything. */
static bool
add_losses(struct archive_batch *batch, const struct archive_file *file)
{
	const struct intake *intake = &batch->workshop->intake;
	size_t before = batch->problems.count;

	add_counted(batch, ERR_BAD_BYTES, intake->nbad, file->path);
	add_counted(batch, ERR_FOREIGN_BYTES, intake->nforeign, file->path);
	add_counted(batch, ERR_NULS, intake->nnuls, file->path);
	add_counted(batch, ERR_HOLES, intake->nleft_out + file->nleft_out,
		file->path);
	if (file->has_changed)
		add_problem(batch, ERR_CHANGED, file->path);
	return batch->problems.count > before;
}

/* Where the NBYTES bytes of an article go; a large one gets its own chunk. */
static char *
place(struct archive_batch *batch, size_t nbytes, struct record *record)
{
	struct workshop *workshop = batch->workshop;
	char *at;

	if (nbytes > CHUNK_SHARE) {
		record->off = 0;
		return chunk_new(batch->archive, nbytes, &record->chunk);
	}
	at = workshop_room(batch->archive, workshop, nbytes);
	record->chunk = workshop->chunk_number;
	record->off = (uint32_t)workshop->used;
	workshop->used += nbytes;
	return at;
}

static void
store(struct archive_batch *batch, const char *path, const char *text,
	struct record *record)
{
	const struct buf *folded = &batch->workshop->folded;
	const struct anchor_vec *anchors = &batch->workshop->anchors;
	size_t anchors_nbytes = anchors->count * sizeof(*anchors->at);
	size_t path_nbytes = strlen(path) + 1;
	size_t nbytes = (size_t)record->nbytes + 1 + record->folded_nbytes + 1
		+ path_nbytes;
	char *at, *first;

	if (anchors_nbytes > 0)
		nbytes += anchors_nbytes + _Alignof(struct anchor);
	at = first = place(batch, nbytes, record);
	/* It may lie in this very place, or behind a mark that went away. */
	if (at != text)
		memmove(at, text, record->nbytes);
	at += record->nbytes;
	*at++ = '\0';
	memcpy(at, folded->at, record->folded_nbytes + 1);
	at += record->folded_nbytes + 1;
	memcpy(at, path, path_nbytes);
	if (anchors_nbytes > 0)
		memcpy(first - record->off + anchor_aligned((size_t)record->off
			+ (size_t)(at - first) + path_nbytes), anchors->at,
			anchors_nbytes);
	archive_take(batch->archive, nbytes);
}

static void
describe(struct archive_batch *batch, const char *text, struct record *record)
{
	struct anatomy *anatomy = &batch->workshop->anatomy;

	anatomy_read(anatomy, text, record->nbytes, batch->archive->labels);
	anatomy_count(anatomy, text);
	record->encoding = (uint8_t)batch->workshop->intake.encoding;
	record->is_encoding_guessed = batch->workshop->intake.is_guessed;
	record->fingerprint = fingerprint_of(text, record->nbytes);
	sketch_make(&record->sketch, batch->workshop->folded.at,
		record->folded_nbytes, &batch->workshop->shingles);
	record->title = anatomy->title;
	record->label = anatomy->label;
	record->date = anatomy->date;
	record->words = anatomy->words;
	record->paragraphs = anatomy->paragraphs;
	record->repeats = anatomy->repeats;
	record->language = (uint8_t)language_of(text, record->nbytes);
	record->is_rtl = record->language == LANGUAGE_UNKNOWN
		? text_is_rtl(text, record->nbytes, false)
		: language_is_rtl((enum language)record->language);
}

static void
workshop_trim(struct workshop *workshop)
{
	struct buf *const bufs[] = { &workshop->raw, &workshop->folded };

	for (size_t i = 0; i < sizeof(bufs) / sizeof(*bufs); i++)
		if (bufs[i]->capacity > SCRATCH_NBYTES_MAX)
			buf_release(bufs[i]);
	intake_trim(&workshop->intake, SCRATCH_NBYTES_MAX);
	if (workshop->anchors.capacity * sizeof(*workshop->anchors.at)
		> SCRATCH_NBYTES_MAX)
		VEC_RELEASE(&workshop->anchors);
	if (workshop->shingles.capacity * sizeof(*workshop->shingles.at)
		> SCRATCH_NBYTES_MAX)
		VEC_RELEASE(&workshop->shingles);
}

void
archive_batch_retire(struct archive_batch *batch, uint32_t number)
{
	VEC_PUSH(&batch->retirements, ((struct retirement){ number,
		SIZE_MAX }));
}

/* Stores clean TEXT as RECORD; what is wrong with it, or ERR_NONE. */
static enum err_code
add_text(struct archive_batch *batch, const char *path, const char *text,
	size_t nbytes, struct record *record)
{
	struct workshop *workshop = batch->workshop;

	buf_reset(&workshop->folded);
	if (text == NULL)
		return ERR_BINARY;
	if (nbytes >= UINT32_MAX)
		return ERR_TOO_LARGE;
	anchors_fold(text, nbytes, &workshop->folded, &workshop->anchors);
	if (workshop->folded.nbytes >= UINT32_MAX)
		return ERR_TOO_LARGE;
	record->nbytes = (uint32_t)nbytes;
	record->folded_nbytes = (uint32_t)workshop->folded.nbytes;
	describe(batch, text, record);
	if (workshop->anatomy.parts.count == 0)
		return ERR_EMPTY;
	store(batch, path, text, record);
	return ERR_NONE;
}

/* Whether FILE, whose text this is, says what it said before. */
static bool
is_same(const struct archive_batch *batch, const struct archive_file *file,
	const char *text, size_t nbytes)
{
	struct article article;

	if (file->replaces == ARCHIVE_NONE || text == NULL)
		return false;
	article = archive_article(batch->archive, file->replaces);
	return article.nbytes == nbytes
		&& memcmp(article.text, text, nbytes) == 0;
}

enum archive_answer
archive_batch_add_file(struct archive_batch *batch,
	const struct archive_file *file, const char *bytes, size_t nbytes)
{
	const char *text = intake_take(&batch->workshop->intake, bytes,
		&nbytes);
	struct record record = { .stamp = file->stamp };
	struct retirement retirement = { file->replaces, SIZE_MAX };
	enum err_code code;

	if (is_same(batch, file, text, nbytes)) {
		add_losses(batch, file);
		workshop_trim(batch->workshop);
		return ARCHIVE_SAME;
	}
	code = add_text(batch, file->path, text, nbytes, &record);
	if (code == ERR_NONE) {
		retirement.record = batch->records.count;
		/* What had problems is to be read again, and say so again. */
		if (add_losses(batch, file))
			record.stamp = 0;
		VEC_PUSH(&batch->records, record);
	} else {
		add_problem(batch, code, file->path);
	}
	if (file->replaces != ARCHIVE_NONE)
		VEC_PUSH(&batch->retirements, retirement);
	workshop_trim(batch->workshop);
	return code == ERR_NONE ? ARCHIVE_ADDED : ARCHIVE_REFUSED;
}

void
archive_batch_add(struct archive_batch *batch, const char *path,
	const char *bytes, size_t nbytes)
{
	const struct archive_file file = { .path = path,
		.replaces = ARCHIVE_NONE };

	archive_batch_add_file(batch, &file, bytes, nbytes);
}

void
archive_batch_add_problem(struct archive_batch *batch, struct err *err)
{
	batch->is_last |= err->code == ERR_MEMORY;
	VEC_PUSH(&batch->problems, *err);
	*err = (struct err){ 0 };
}
