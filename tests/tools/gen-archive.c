/*
 * gen-archive: writes a made-up archive for tests and measurements.
 *
 *	gen-archive [-n COUNT] [-f FILES] [-s SEED] FOLDER
 *
 * COUNT articles (10000) of about 3.2 KB in Vietnamese, English and Arabic,
 * FILES (1000) to a folder below FOLDER, in the shapes that real exports have:
 * with and without titles, dates, bylines, sources and captions, as one line,
 * wrapped by hand, with CRLF, a byte order mark, UTF-16, entities, no-break
 * spaces, repeated paragraphs, and copies of earlier articles. The same
 * options give the same bytes.
 */

#include <config.h>

#include <errno.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "text/utf8.h"

#include "gen-archive-words.h"

#define BODY_NBYTES 3000
#define WRAP_LETTERS 65

struct generator {
	uint64_t state;
	const struct tongue *tongue;
};

/* SplitMix64. */
static uint64_t
random_bits(struct generator *g)
{
	uint64_t z = g->state += 0x9E3779B97F4A7C15;

	z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9;
	z = (z ^ z >> 27) * 0x94D049BB133111EB;
	return z ^ z >> 31;
}

/* Below LIMIT. */
static unsigned
roll(struct generator *g, unsigned limit)
{
	return (unsigned)(random_bits(g) >> 33) % limit;
}

static bool
in_100(struct generator *g, unsigned percent)
{
	return roll(g, 100) < percent;
}

static const char *
pick(struct generator *g, const char *const list[LIST_MAX])
{
	unsigned count = 0;

	while (count < LIST_MAX && list[count] != NULL)
		count++;
	return list[roll(g, count)];
}

static void
add_slot(struct generator *g, char slot, struct buf *out)
{
	const struct tongue *t = g->tongue;

	switch (slot) {
	case 'p':
		buf_add_string(out, pick(g, t->places));
		break;
	case 'n':
		buf_add_string(out, pick(g, t->people));
		break;
	case 'o':
		buf_add_string(out, pick(g, t->offices));
		break;
	case 't':
		buf_add_string(out, pick(g, t->topics));
		break;
	case 'w':
		buf_add_string(out, pick(g, t->days));
		break;
	default:
		buf_add_format(out, "%u", 2 + roll(g, 900));
	}
}

static void
add_template(struct generator *g, const char *template, struct buf *out)
{
	for (const char *at = template; *at != '\0'; at++) {
		if (*at == '%')
			add_slot(g, *++at, out);
		else
			buf_add_byte(out, *at);
	}
}

/* Two to five sentences. */
static void
add_paragraph(struct generator *g, struct buf *out)
{
	unsigned count = 2 + roll(g, 4);

	for (unsigned i = 0; i < count; i++) {
		if (i > 0)
			buf_add_byte(out, ' ');
		add_template(g, pick(g, g->tongue->sentences), out);
	}
}

/* What parts two paragraphs of this article. */
struct shape {
	const char *between;
	bool is_wrapped;
};

static void
add_paragraphs(struct generator *g, const struct shape *shape,
	struct buf *out)
{
	size_t start = out->nbytes, again = 0, again_nbytes = 0;
	size_t wanted = BODY_NBYTES - 1000 + roll(g, 2000);
	bool repeats = in_100(g, 5);

	while (out->nbytes - start < wanted) {
		size_t at = out->nbytes;

		if (shape->is_wrapped)
			buf_add_string(out, "   ");
		add_paragraph(g, out);
		again = again_nbytes == 0 ? at : again;
		again_nbytes = again_nbytes == 0 ? out->nbytes - at
			: again_nbytes;
		buf_add_string(out, shape->between);
		if (in_100(g, 8)) {
			add_template(g, pick(g, g->tongue->captions), out);
			buf_add_string(out, shape->between);
		}
	}
	if (repeats) {
		char *copy = strndup(out->at + again, again_nbytes);

		buf_add_string(out, copy);
		buf_add_string(out, shape->between);
		free(copy);
	}
}

static void
add_head(struct generator *g, const struct shape *shape, struct buf *out)
{
	if (in_100(g, 70)) {
		add_template(g, pick(g, g->tongue->titles), out);
		buf_add_string(out, shape->between);
	}
	if (in_100(g, 60))
		buf_add_format(out, " date %04u-%02u-%02u ", 2019 + roll(g, 7),
			1 + roll(g, 12), 1 + roll(g, 28));
	if (in_100(g, 20))
		add_template(g, g->tongue->dateline, out);
}

static void
add_foot(struct generator *g, const struct shape *shape, struct buf *out)
{
	const struct tongue *t = g->tongue;

	if (in_100(g, 40)) {
		buf_add_string(out, t->byline);
		buf_add_string(out, pick(g, t->people));
		buf_add_string(out, shape->between);
	}
	if (in_100(g, 40)) {
		buf_add_string(out, t->source);
		add_template(g, pick(g, t->agencies), out);
		if (in_100(g, 30)) {
			buf_add_string(out, ", ");
			add_template(g, pick(g, t->agencies), out);
		}
	}
}

/* Replaces every OLD in TEXT, or one in EVERY of them. */
static void
replace(struct generator *g, struct buf *text, const char *old,
	const char *new, unsigned every)
{
	struct buf out = BUF_INIT;
	const char *at = text->at, *found;

	while ((found = strstr(at, old)) != NULL) {
		buf_add(&out, at, (size_t)(found - at));
		buf_add_string(&out, roll(g, every) == 0 ? new : old);
		at = found + strlen(old);
	}
	buf_add_string(&out, at);
	buf_release(text);
	*text = out;
}

static void
wrap(struct buf *text)
{
	size_t nletters = 0, blank = 0;

	for (size_t i = 0; i < text->nbytes; i++) {
		if (text->at[i] == '\n') {
			nletters = blank = 0;
			continue;
		}
		nletters += ((unsigned char)text->at[i] & 0xC0) != 0x80;
		if (text->at[i] == ' ' && nletters > 4)
			blank = i;
		if (nletters <= WRAP_LETTERS || blank == 0)
			continue;
		text->at[blank] = '\n';
		i = blank;
		nletters = blank = 0;
	}
}

static void
to_utf16(struct buf *text)
{
	struct buf out = BUF_INIT;
	uint32_t cp;

	buf_add(&out, "\xFF\xFE", 2);
	for (size_t off = 0; off < text->nbytes;) {
		off += utf8_decode(text->at + off, text->nbytes - off, &cp);
		buf_add_byte(&out, (char)(cp & 0xFF));
		buf_add_byte(&out, (char)(cp >> 8 & 0xFF));
	}
	buf_release(text);
	*text = out;
}

/* What exports do to a text; most are left as they are. */
static void
spoil(struct generator *g, struct buf *text)
{
	unsigned kind = roll(g, 100);

	if (kind < 8)
		replace(g, text, "\n", "\r\n", 1);
	else if (kind < 14)
		replace(g, text, "\"", "&quot;", 1);
	else if (kind < 30)
		replace(g, text, " ", "\xC2\xA0", 40);
	else if (kind < 33)
		buf_splice(text, 0, 0, "\xEF\xBB\xBF", 3);
	else if (kind < 35)
		to_utf16(text);
	else if (kind < 37)
		replace(g, text, " ", "  ", 20);
}

static void
compose(uint64_t seed, unsigned number, struct buf *out)
{
	struct generator g = { .state = seed * 0x10001 + number };
	struct shape shape = { .between = "\n\n" };
	unsigned kind;

	/* A copy of an earlier one, at times. */
	if (number > 0 && in_100(&g, 3))
		g.state = seed * 0x10001 + roll(&g, number);
	kind = roll(&g, 100);
	if (kind < 40)
		shape.between = "\n";
	else if (kind < 50)
		shape.between = " ";
	else if (kind < 55)
		shape = (struct shape){ "\n", true };
	g.tongue = &tongues[roll(&g, TONGUE_COUNT)];
	add_head(&g, &shape, out);
	add_paragraphs(&g, &shape, out);
	add_foot(&g, &shape, out);
	if (shape.is_wrapped)
		wrap(out);
	spoil(&g, out);
}

static int
write_file(const char *path, const struct buf *text)
{
	FILE *file = fopen(path, "wb");
	size_t written;

	if (file == NULL)
		return -1;
	written = fwrite(text->at, 1, text->nbytes, file);
	return fclose(file) == 0 && written == text->nbytes ? 0 : -1;
}

static int
make_folder(const char *path)
{
	return mkdir(path, 0777) == 0 || errno == EEXIST ? 0 : -1;
}

static int
write_archive(const char *folder, unsigned count, unsigned nfiles,
	uint64_t seed)
{
	struct buf path = BUF_INIT, text = BUF_INIT;
	int result = make_folder(folder);

	for (unsigned i = 0; result == 0 && i < count; i++) {
		buf_reset(&path);
		buf_add_format(&path, "%s/%03u", folder, i / nfiles);
		if (i % nfiles == 0)
			result = make_folder(path.at);
		buf_add_format(&path, "/%06u.txt", i);
		buf_reset(&text);
		compose(seed, i, &text);
		if (result == 0)
			result = write_file(path.at, &text);
	}
	if (result != 0)
		fprintf(stderr, "gen-archive: %s: %s\n", path.at,
			strerror(errno));
	buf_release(&path);
	buf_release(&text);
	return result;
}

int
main(int argc, char **argv)
{
	unsigned long count = 10000, nfiles = 1000, seed = 1;
	int option;

	while ((option = getopt(argc, argv, "n:f:s:")) != -1) {
		unsigned long value = option != '?' ? strtoul(optarg, NULL, 10)
			: 0;

		if (option == 'n')
			count = value;
		else if (option == 'f' && value > 0)
			nfiles = value;
		else if (option == 's')
			seed = value;
		else
			optind = argc;
	}
	if (optind + 1 != argc) {
		fputs("usage: gen-archive [-n COUNT] [-f FILES] [-s SEED] "
			"FOLDER\n", stderr);
		return 2;
	}
	return write_archive(argv[optind], (unsigned)count, (unsigned)nfiles,
		seed) == 0 ? 0 : 1;
}
