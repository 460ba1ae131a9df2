#include <config.h>

#include "model/walk.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/vec.h"

void
walk_batch_free(struct walk_batch *batch)
{
	for (size_t i = 0; i < batch->count; i++)
		free(batch->entries[i].name);
	free(batch->folder);
	free(batch);
}

char *
walk_batch_path(const struct walk_batch *batch, size_t index)
{
	const char *name = batch->entries[index].name;
	struct buf path = BUF_INIT;
	size_t nbytes;

	if (batch->folder == NULL)
		return xstrdup(name);
	nbytes = strlen(batch->folder);
	buf_add(&path, batch->folder, nbytes);
	if (nbytes > 0 && batch->folder[nbytes - 1] != '/')
		buf_add_byte(&path, '/');
	buf_add_string(&path, name);
	return buf_detach(&path);
}

/* One name of a folder. */
struct item {
	char *name;
	bool is_folder;
	enum err_code code;	/* ERR_NONE: it can be tried */
	int sys;
};

struct item_vec {
	struct item *at;
	size_t count, capacity;
};

/* Which folder it is, by whatever path. */
struct folder_id {
	dev_t device;
	ino_t inode;
};

/* Folders entered so far: open addressing, a power of two of slots. */
struct visited {
	struct folder_id *at;
	bool *is_used;
	size_t count, nslots;
};

/* A folder that we are in. */
struct level {
	int fd;
	struct folder_id id;
	size_t path_nbytes;	/* of the folder around it */
	struct item_vec items;
	size_t next;		/* of items */
};

struct walk {
	const struct walk_callbacks *callbacks;
	struct walk_batch *batch;	/* being filled; NULL: none */
	struct buf path;		/* of the innermost folder */
	struct visited visited;
	struct level levels[WALK_DEPTH_MAX];
	size_t depth;
};

static bool
is_stopped(const struct walk *walk)
{
	return walk->callbacks->is_stopped(walk->callbacks->context);
}

static void
flush_batch(struct walk *walk)
{
	if (walk->batch != NULL)
		walk->callbacks->batch(walk->callbacks->context, walk->batch);
	walk->batch = NULL;
}

/* Takes NAME over. */
static void
add_entry(struct walk *walk, struct walk_entry entry)
{
	if (walk->batch == NULL) {
		walk->batch = xcalloc(1, sizeof(*walk->batch));
		if (walk->depth > 0)
			walk->batch->folder = xstrdup(walk->path.at);
	}
	walk->batch->entries[walk->batch->count++] = entry;
	if (walk->batch->count == WALK_BATCH_MAX)
		flush_batch(walk);
}

static void
add_problem(struct walk *walk, enum err_code code, int sys, const char *name)
{
	add_entry(walk, (struct walk_entry){ .kind = WALK_PROBLEM,
		.code = code, .sys = sys, .name = xstrdup(name) });
}

/* Whether an editor left NAME behind: "#a.txt#", "a.txt~". */
static bool
is_backup(const char *name)
{
	static const char *const endings[] = { "~", ".swp", ".swo", ".swx",
		".bak", ".orig", ".tmp" };
	size_t nbytes = strlen(name);

	/* "#1 song" is an article like any other. */
	if (name[0] == '#' && name[nbytes - 1] == '#')
		return true;
	for (size_t i = 0; i < sizeof(endings) / sizeof(*endings); i++) {
		size_t ending = strlen(endings[i]);

		if (nbytes > ending
			&& strcmp(name + nbytes - ending, endings[i]) == 0)
			return true;
	}
	return false;
}

/* Whether NAME is none of an article, which is counted. */
static bool
pass_over(const struct walk *walk, const char *name)
{
	const struct walk_callbacks *callbacks = walk->callbacks;

	if (strcmp(name, ".") == 0 || strcmp(name, "..") == 0)
		return true;
	if (name[0] != '.' && !is_backup(name))
		return false;
	callbacks->passed(callbacks->context,
		name[0] == '.' ? PASSED_HIDDEN : PASSED_BACKUP);
	return true;
}

static void
classify_mode(mode_t mode, struct item *item)
{
	if (S_ISDIR(mode))
		item->is_folder = true;
	else if (!S_ISREG(mode))
		item->code = ERR_NOT_REGULAR;
}

/* What kind of thing it is; a link is looked through. */
static void
classify(int fd, const char *name, unsigned char type, struct item *item)
{
	struct stat st;

	switch (type) {
	case DT_REG:
		break;
	case DT_DIR:
		item->is_folder = true;
		break;
	case DT_LNK:
	case DT_UNKNOWN:
		if (fstatat(fd, name, &st, 0) == 0) {
			classify_mode(st.st_mode, item);
		} else {
			item->sys = errno;
			item->code = item->sys == ELOOP ? ERR_LOOP : ERR_OPEN;
		}
		break;
	default:
		/* Never opened: that alone can do things to a device. */
		item->code = ERR_NOT_REGULAR;
	}
}

/* Byte order of whole paths: a folder's name goes on with a slash. */
static int
item_compare(const void *left, const void *right)
{
	const struct item *a = left, *b = right;
	const unsigned char *s = (const unsigned char *)a->name;
	const unsigned char *t = (const unsigned char *)b->name;
	int x, y;

	while (*s != '\0' && *s == *t)
		s++, t++;
	x = *s != '\0' ? *s : a->is_folder ? '/' : 0;
	y = *t != '\0' ? *t : b->is_folder ? '/' : 0;
	return (x > y) - (x < y);
}

/* All names in the folder FD, in order; 0, or errno. Stops when told to. */
static int
list_folder(const struct walk *walk, int fd, struct item_vec *items)
{
	int copy = fcntl(fd, F_DUPFD_CLOEXEC, 0), sys;
	DIR *folder = copy >= 0 ? fdopendir(copy) : NULL;
	struct dirent *entry;

	if (folder == NULL) {
		sys = errno;
		if (copy >= 0)
			close(copy);
		return sys;
	}
	while (!is_stopped(walk)
		&& (errno = 0, (entry = readdir(folder)) != NULL)) {
		struct item item = { 0 };

		if (pass_over(walk, entry->d_name))
			continue;
		item.name = xstrdup(entry->d_name);
		classify(fd, entry->d_name, entry->d_type, &item);
		VEC_PUSH(items, item);
	}
	sys = is_stopped(walk) ? 0 : errno;
	closedir(folder);
	if (items->count > 0)
		qsort(items->at, items->count, sizeof(*items->at),
			item_compare);
	return sys;
}

static bool
is_same_folder(struct folder_id a, struct folder_id b)
{
	return a.device == b.device && a.inode == b.inode;
}

static bool
is_on_path(const struct walk *walk, struct folder_id id)
{
	for (size_t i = 0; i < walk->depth; i++)
		if (is_same_folder(walk->levels[i].id, id))
			return true;
	return false;
}

/* The slot that ID is in, or the free one where it belongs. */
static size_t
visited_slot(const struct visited *visited, struct folder_id id)
{
	uint64_t hash = ((uint64_t)id.inode ^ (uint64_t)id.device << 40)
		* 0x9E3779B97F4A7C15;
	size_t i = (size_t)(hash >> 32) & (visited->nslots - 1);

	while (visited->is_used[i] && !is_same_folder(visited->at[i], id))
		i = (i + 1) & (visited->nslots - 1);
	return i;
}

static void
visited_release(struct visited *visited)
{
	free(visited->at);
	free(visited->is_used);
}

static void
visited_grow(struct visited *visited)
{
	struct visited grown = { .count = visited->count,
		.nslots = visited->nslots > 0 ? 2 * visited->nslots : 64 };

	grown.at = xcalloc(grown.nslots, sizeof(*grown.at));
	grown.is_used = xcalloc(grown.nslots, sizeof(*grown.is_used));
	for (size_t i = 0; i < visited->nslots; i++) {
		size_t slot;

		if (!visited->is_used[i])
			continue;
		slot = visited_slot(&grown, visited->at[i]);
		grown.at[slot] = visited->at[i];
		grown.is_used[slot] = true;
	}
	visited_release(visited);
	*visited = grown;
}

/* Whether ID was not there yet; it is from now on. */
static bool
visited_add(struct visited *visited, struct folder_id id)
{
	size_t slot;

	if (2 * visited->count >= visited->nslots)
		visited_grow(visited);
	slot = visited_slot(visited, id);
	if (visited->is_used[slot])
		return false;
	visited->at[slot] = id;
	visited->is_used[slot] = true;
	visited->count++;
	return true;
}

/*
 * Opens the folder NAME in the innermost one. -1: it cannot be, which is a
 * problem, or it was visited before.
 */
static int
open_folder(struct walk *walk, const char *name, struct folder_id *id)
{
	int at = walk->depth > 0 ? walk->levels[walk->depth - 1].fd : AT_FDCWD;
	struct stat st;
	int fd;

	if (walk->depth == WALK_DEPTH_MAX || walk->path.nbytes + strlen(name)
		+ NAME_MAX + 2 >= PATH_MAX) {
		add_problem(walk, ERR_OPEN, ENAMETOOLONG, name);
		return -1;
	}
	fd = openat(at, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NONBLOCK);
	if (fd < 0 || fstat(fd, &st) != 0) {
		add_problem(walk, ERR_OPEN, errno, name);
	} else {
		*id = (struct folder_id){ st.st_dev, st.st_ino };
		if (visited_add(&walk->visited, *id))
			return fd;
		if (is_on_path(walk, *id))
			add_problem(walk, ERR_LOOP, 0, name);
	}
	if (fd >= 0)
		close(fd);
	return -1;
}

static void
enter_folder(struct walk *walk, const char *name)
{
	struct level *level = &walk->levels[walk->depth];
	struct folder_id id;
	int fd = open_folder(walk, name, &id), sys;

	if (fd < 0)
		return;
	*level = (struct level){ .fd = fd, .id = id,
		.path_nbytes = walk->path.nbytes };
	sys = list_folder(walk, fd, &level->items);
	if (sys != 0)
		add_problem(walk, ERR_READ, sys, name);
	flush_batch(walk);
	if (walk->path.nbytes > 0
		&& walk->path.at[walk->path.nbytes - 1] != '/')
		buf_add_byte(&walk->path, '/');
	buf_add_string(&walk->path, name);
	walk->depth++;
}

static void
leave_folder(struct walk *walk)
{
	struct level *level = &walk->levels[walk->depth - 1];

	flush_batch(walk);
	for (; level->next < level->items.count; level->next++)
		free(level->items.at[level->next].name);
	VEC_RELEASE(&level->items);
	close(level->fd);
	buf_truncate(&walk->path, level->path_nbytes);
	walk->depth--;
}

/* ITEM's name goes to the entry. */
static void
add_item(struct walk *walk, const struct item *item)
{
	add_entry(walk, (struct walk_entry){ .code = item->code,
		.kind = item->code == ERR_NONE ? WALK_FILE : WALK_PROBLEM,
		.sys = item->sys, .name = item->name });
}

static void
walk_folder(struct walk *walk, const char *name)
{
	enter_folder(walk, name);
	while (walk->depth > 0) {
		struct level *level = &walk->levels[walk->depth - 1];
		struct item *item;

		if (level->next == level->items.count || is_stopped(walk)) {
			leave_folder(walk);
			continue;
		}
		item = &level->items.at[level->next++];
		if (item->is_folder) {
			enter_folder(walk, item->name);
			free(item->name);
		} else {
			add_item(walk, item);
		}
	}
}

void
walk_path(const char *path, const struct walk_callbacks *callbacks)
{
	struct walk *walk = xcalloc(1, sizeof(*walk));
	struct item item = { 0 };

	walk->callbacks = callbacks;
	buf_init(&walk->path);
	if (strcmp(path, "-") == 0) {
		add_entry(walk, (struct walk_entry){ .kind = WALK_STDIN,
			.name = xstrdup(path) });
	} else {
		classify(AT_FDCWD, path, DT_UNKNOWN, &item);
		if (item.is_folder) {
			walk_folder(walk, path);
		} else {
			item.name = xstrdup(path);
			add_item(walk, &item);
		}
	}
	flush_batch(walk);
	visited_release(&walk->visited);
	buf_release(&walk->path);
	free(walk);
}
