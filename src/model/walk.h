#ifndef MODEL_WALK_H
#define MODEL_WALK_H

/*
 * Finding the files of an archive: walks folders in the byte order of whole
 * paths and hands out what it meets in batches, each of one folder. Reads
 * nothing but folders; every file is looked at again when it is opened.
 *
 * A folder is entered once, however many links lead to it: by the path that
 * comes first. A link back to a folder that it is in is a problem, ERR_LOOP;
 * any other one is passed over, as are hidden names and what editors leave
 * behind, unless the name is the ARCHIVE argument itself.
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"

/* Files in a batch at most. */
#define WALK_BATCH_MAX 64
/* Folders within each other at most: each takes a descriptor. */
#define WALK_DEPTH_MAX 128

enum walk_kind {
	WALK_FILE,		/* to be opened and tried */
	WALK_STDIN,
	WALK_PROBLEM,		/* cannot be read: code and sys say why */
};

struct walk_entry {
	enum walk_kind kind;
	enum err_code code;
	int sys;
	char *name;		/* in the folder */
};

/* What one worker takes at a time; owned by whoever holds it. */
struct walk_batch {
	char *folder;		/* path of the folder; NULL: names are paths */
	size_t count;
	struct walk_entry entries[WALK_BATCH_MAX];
	struct walk_batch *next; /* for the holder's queue */
};

void walk_batch_free(struct walk_batch *batch);
/* The path of entry INDEX as it would be opened, which the caller frees. */
char *walk_batch_path(const struct walk_batch *batch, size_t index);

/* Why a name is no article. */
enum passed {
	PASSED_HIDDEN,		/* its name begins with a dot */
	PASSED_BACKUP,		/* an editor or a transfer left it */
	PASSED_COUNT
};

struct walk_callbacks {
	/* Takes BATCH over. */
	void (*batch)(void *context, struct walk_batch *batch);
	/* A file or a folder, with all in it, is passed over. */
	void (*passed)(void *context, enum passed kind);
	/* Whether to stop; asked often. */
	bool (*is_stopped)(void *context);
	void *context;
};

/* Walks one ARCHIVE argument: "-", a file or a folder. */
void walk_path(const char *path, const struct walk_callbacks *callbacks);

#endif
