#ifndef MODEL_LOAD_H
#define MODEL_LOAD_H

/*
 * Filling an archive from directory trees, files and standard input, on
 * threads of its own. Files are read with openat, O_NONBLOCK, fstat and pread
 * into our own memory: a FIFO, a device or a file cut short under us is a
 * problem of the archive, never a hang. Symbolic links to files and folders
 * are followed; a folder met again on its own path is a problem, one that is
 * met again elsewhere in the same tree is passed over (the first in the order
 * of paths is read). Names are taken in byte order; hidden ones and editor
 * backups are passed over and counted.
 *
 * Memory is bounded by the text that is there: of a file that does not begin
 * like a text only the first LOAD_BLOCK_NBYTES bytes are read, and a hole (a
 * sparse file, one that lost its end to NULs) takes no memory, however long it
 * is. While a file is read that takes, beyond what the archive keeps of it,
 * about four times its text at most, and two blocks. What changes while it is
 * read is served as far as it goes, and noted.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct archive;
struct load;

/* The longest article that is read. */
#define LOAD_ARTICLE_NBYTES_MAX ((size_t)1 << 30)
/* Larger files are read in blocks of this size. */
#define LOAD_BLOCK_NBYTES ((size_t)64 << 10)

struct load_options {
	int nthreads;		/* 0: as many as processors, 1 to 8 */
	uint64_t memory_nbytes;	/* load no more than this; 0: no limit */
};

struct load_progress {
	uint32_t found;		/* files met so far */
	uint32_t done;		/* of them, read or refused */
	bool is_walking;	/* there may be more */
	bool is_done;		/* everything is published */
	bool is_full;		/* memory is used up: no more is loaded */
	/* Articles, since load_start or load_again, once it is done. */
	uint32_t added, changed, gone;
};

/*
 * Starts loading PATHS ("-" is standard input, one article) into ARCHIVE and
 * returns at once. PATHS must stay until load_free. Standard input that is
 * closed by now is a problem, whatever gets its number later.
 */
struct load *load_start(struct archive *archive, const char *const *paths,
	size_t npaths, const struct load_options *options);
struct load_progress load_progress(const struct load *load);
/*
 * A descriptor that becomes readable when something was published or all is
 * done; load_acknowledge makes it wait for the next time.
 */
int load_fd(const struct load *load);
void load_acknowledge(struct load *load);
/* Waits until all is published. */
void load_wait(struct load *load);
/*
 * Looks at the same paths again, once all is done: reads files that are new or
 * have another stamp (model/reader) and retires what was read of them before,
 * or is gone. Standard input stays what it was. Returns at once, as load_start
 * does; for the thread that reads the archive's problems.
 */
void load_again(struct load *load);
/* Stops where it is, ends the threads, frees. NULL is allowed. */
void load_free(struct load *load);

#endif
