#include <config.h>

#include "store/terminals.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/file.h"
#include "base/paths.h"

/* A terminal may say what it likes about its name. */
#define KEY_NBYTES_MAX 200

#define FIRST_LINE "# What newspane has learnt about terminals.\n"

/* The words of a line; what is false has the first. */
static const struct {
	const char *name;
	const char *values[2];
	size_t has, is;		/* offsets of two bools in terminal_facts */
} words[] = {
#define FACT(has, is) offsetof(struct terminal_facts, has), \
	offsetof(struct terminal_facts, is)
	{ "order", { "visual", "logical" }, FACT(has_order, is_logical) },
	{ "shape", { "off", "on" }, FACT(has_order, is_shaped) },
	{ "embedding", { "off", "on" }, FACT(has_order, has_embedding) },
	{ "brackets", { "stored", "mirrored" },
		FACT(has_order, has_brackets) },
	{ "ambiguous", { "narrow", "wide" }, FACT(has_widths, is_wide) },
	{ "sequences", { "split", "kept" },
		FACT(has_widths, keeps_sequences) },
#undef FACT
};

#define NWORDS (sizeof(words) / sizeof(*words))

static bool *
fact_at(struct terminal_facts *facts, size_t off)
{
	return (bool *)((char *)facts + off);
}

/* Nothing but what parts neither words nor lines. */
static void
add_escaped(struct buf *key, const char *s)
{
	for (; *s != '\0'; s++) {
		bool is_plain = (*s >= '0' && *s <= '9')
			|| (*s >= 'A' && *s <= 'Z')
			|| (*s >= 'a' && *s <= 'z')
			|| strchr("-._:;()>", *s) != NULL;

		if (is_plain)
			buf_add_byte(key, *s);
		else
			buf_add_format(key, "%%%02X", (unsigned char)*s);
	}
}

static void
add_key(struct buf *key, const char *name, const char *host)
{
	add_escaped(key, name);
	if (key->nbytes > KEY_NBYTES_MAX)
		buf_truncate(key, KEY_NBYTES_MAX);
	buf_add_byte(key, '@');
	add_escaped(key, host);
	if (key->nbytes > 2 * KEY_NBYTES_MAX)
		buf_truncate(key, 2 * KEY_NBYTES_MAX);
}

/* Sets what a word NAME=VALUE says; false: nothing that is known. */
static bool
take_word(const char *word, size_t nbytes, struct terminal_facts *facts)
{
	for (size_t i = 0; i < NWORDS; i++) {
		size_t nname = strlen(words[i].name);

		if (nbytes <= nname || word[nname] != '='
			|| strncmp(word, words[i].name, nname) != 0)
			continue;
		for (int is = 0; is < 2; is++) {
			const char *value = words[i].values[is];

			if (nbytes - nname - 1 != strlen(value)
				|| strncmp(word + nname + 1, value,
					strlen(value)) != 0)
				continue;
			*fact_at(facts, words[i].has) = true;
			*fact_at(facts, words[i].is) = is == 1;
			return true;
		}
	}
	return false;
}

/* A line of the file, borrowed from it. */
struct entry {
	const char *line;
	size_t nbytes;		/* without the line end */
	size_t nkey;
	struct terminal_facts facts;
};

static bool
read_entry(const char *line, size_t nbytes, struct entry *entry)
{
	const char *at = memchr(line, ' ', nbytes), *end = line + nbytes;

	*entry = (struct entry){ .line = line, .nbytes = nbytes };
	if (at == NULL || at == line || memchr(line, '@',
		(size_t)(at - line)) == NULL)
		return false;
	entry->nkey = (size_t)(at - line);
	while (at < end) {
		const char *next = ++at;

		while (next < end && *next != ' ')
			next++;
		if (!take_word(at, (size_t)(next - at), &entry->facts))
			return false;
		at = next;
	}
	return true;
}

/*
 * Calls TAKE for each line of CONTENT that makes sense; whether all do.
 */
static bool
read_entries(const struct buf *content,
	void (*take)(void *context, const struct entry *entry), void *context)
{
	const char *at = content->at, *end = content->at + content->nbytes;
	bool is_sane = true;
	int nlines = 0;

	while (at < end) {
		const char *stop = memchr(at, '\n', (size_t)(end - at));
		struct entry entry;

		if (stop == NULL)
			stop = end;
		if (stop > at && *at != '#') {
			if (++nlines > TERMINALS_MAX)
				return false;
			if (read_entry(at, (size_t)(stop - at), &entry))
				take(context, &entry);
			else
				is_sane = false;
		}
		at = stop + 1;
	}
	return is_sane;
}

struct search {
	const struct buf *key;
	struct terminal_facts *facts;
};

static bool
has_key(const struct entry *entry, const struct buf *key)
{
	return entry->nkey == key->nbytes
		&& memcmp(entry->line, key->at, key->nbytes) == 0;
}

static void
take_found(void *context, const struct entry *entry)
{
	const struct search *search = context;

	if (has_key(entry, search->key))
		*search->facts = entry->facts;
}

/* As file_read, but that no file is there is an empty one. */
static int
read_content(const char *path, struct buf *content, struct err *err)
{
	if (file_read(path, TERMINALS_NBYTES_MAX, content, err) == 0)
		return 0;
	buf_reset(content);
	if (err->code == ERR_OPEN
		&& (err->sys == ENOENT || err->sys == ENOTDIR)) {
		err_release(err);
		return 0;
	}
	if (err->code == ERR_TOO_LARGE)
		err->code = ERR_TERMINALS;
	return -1;
}

int
terminals_find(const char *path, const char *name, const char *host,
	struct terminal_facts *facts, struct err *err)
{
	struct buf content = BUF_INIT, key = BUF_INIT;
	struct search search = { &key, facts };
	int result;

	*facts = (struct terminal_facts){ 0 };
	add_key(&key, name, host);
	result = read_content(path, &content, err);
	if (result == 0 && !read_entries(&content, take_found, &search)) {
		err_set(err, ERR_TERMINALS, 0, path);
		result = -1;
	}
	buf_release(&key);
	buf_release(&content);
	return result;
}

struct copy {
	const struct buf *key;
	struct buf *out;
};

static void
take_other(void *context, const struct entry *entry)
{
	const struct copy *copy = context;

	if (has_key(entry, copy->key))
		return;
	buf_add(copy->out, entry->line, entry->nbytes);
	buf_add_byte(copy->out, '\n');
}

static void
add_entry(struct buf *out, const struct buf *key,
	struct terminal_facts facts)
{
	if (!facts.has_order && !facts.has_widths)
		return;
	buf_add(out, key->at, key->nbytes);
	for (size_t i = 0; i < NWORDS; i++)
		if (*fact_at(&facts, words[i].has))
			buf_add_format(out, " %s=%s", words[i].name,
				words[i].values[*fact_at(&facts, words[i].is)]);
	buf_add_byte(out, '\n');
}

/* The first lines go until the rest, and one more, is not too much. */
static void
drop_oldest(struct buf *lines, size_t nbytes_more)
{
	size_t nlines = 0;

	for (size_t i = 0; i < lines->nbytes; i++)
		nlines += lines->at[i] == '\n';
	while (nlines > 0 && (nlines >= TERMINALS_MAX
		|| sizeof(FIRST_LINE) + lines->nbytes + nbytes_more
			> TERMINALS_NBYTES_MAX)) {
		char *stop = memchr(lines->at, '\n', lines->nbytes);

		buf_splice(lines, 0, (size_t)(stop + 1 - lines->at), NULL, 0);
		nlines--;
	}
}

static bool
write_all(int fd, const struct buf *content)
{
	size_t done = 0;

	while (done < content->nbytes) {
		ssize_t nbytes = write(fd, content->at + done,
			content->nbytes - done);

		if (nbytes < 0 && errno != EINTR)
			return false;
		if (nbytes > 0)
			done += (size_t)nbytes;
	}
	return fsync(fd) == 0;
}

/* A file beside it takes its place once all is in it. */
static int
replace_file(const char *path, const struct buf *content)
{
	struct buf beside = BUF_INIT;
	int fd, sys = 0;

	buf_add_format(&beside, "%s.XXXXXX", path);
	fd = path_make_parents(path) == 0 ? mkstemp(beside.at) : -1;
	if (fd < 0) {
		sys = errno;
	} else {
		if (!write_all(fd, content))
			sys = errno;
		if (close(fd) != 0 && sys == 0)
			sys = errno;
		if (sys == 0 && rename(beside.at, path) != 0)
			sys = errno;
		if (sys != 0)
			unlink(beside.at);
	}
	buf_release(&beside);
	return sys;
}

int
terminals_keep(const char *path, const char *name, const char *host,
	const struct terminal_facts *facts, struct err *err)
{
	struct buf content = BUF_INIT, key = BUF_INIT, kept = BUF_INIT;
	struct buf mine = BUF_INIT;
	struct copy copy = { &key, &kept };
	struct err ignored = { 0 };
	int sys;

	add_key(&key, name, host);
	if (read_content(path, &content, &ignored) != 0)
		err_release(&ignored);
	(void)read_entries(&content, take_other, &copy);
	add_entry(&mine, &key, *facts);
	drop_oldest(&kept, mine.nbytes);
	buf_splice(&kept, 0, 0, FIRST_LINE, strlen(FIRST_LINE));
	buf_add(&kept, mine.at, mine.nbytes);
	sys = replace_file(path, &kept);
	if (sys != 0)
		err_set(err, ERR_WRITE, sys, path);
	buf_release(&mine);
	buf_release(&kept);
	buf_release(&key);
	buf_release(&content);
	return sys == 0 ? 0 : -1;
}
