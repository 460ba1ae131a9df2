/*
 * Labelled articles written for this test: what anatomy finds in them. The
 * three sets in tests/corpus were written beside the code (.written), by
 * someone who had not read it (.blind), and, last, by another one who had not
 * (.fresh). A file is articles in a row:
 *
 *	==== name
 *	title: all of it
 *	date: 2026-01-09
 *	byline: one of them
 *	source: one of them
 *	caption: one of them
 *	----
 *	the text, up to the line before the next "==== "
 *
 * A field that the article does not have is left out; one that it has more
 * than once comes again.
 */

#include <config.h>

#include <glob.h>

#include "base/buf.h"
#include "base/vec.h"
#include "base/xalloc.h"
#include "model/anatomy.h"
#include "text/clean.h"

#include "../check.h"
#include "text-labels.h"

enum field {
	FIELD_TITLE,
	FIELD_DATE,
	FIELD_BYLINE,
	FIELD_SOURCE,
	FIELD_CAPTION,
	FIELD_COUNT
};

/* PER_MILLE of the articles that have a field, or seem to, must be right. */
static const struct {
	const char *name;
	int per_mille;
} fields[FIELD_COUNT] = {
	[FIELD_TITLE] = { "title", 990 }, [FIELD_DATE] = { "date", 980 },
	[FIELD_BYLINE] = { "byline", 950 },
	[FIELD_SOURCE] = { "source", 950 },
	[FIELD_CAPTION] = { "caption", 950 },
};

/* Of articles that have none, so many may have false ones, in all. */
#define FALSE_MAX 2

struct tally {
	int nwanted, nright, nfalse;
};

struct article {
	struct span name;
	struct buf wanted[FIELD_COUNT];	/* values, a line end behind each */
	struct span text;
};

static struct span
next_line(const char *s, uint32_t *off, uint32_t end)
{
	const char *stop = memchr(s + *off, '\n', end - *off);
	struct span line = { *off, stop != NULL ? (uint32_t)(stop - s) : end };

	*off = line.end + (stop != NULL);
	return line;
}

static bool
begins_with(const char *s, struct span line, const char *start)
{
	return span_nbytes(line) >= strlen(start)
		&& memcmp(s + line.start, start, strlen(start)) == 0;
}

/* "byline: Ann Lee"; false: nothing that is known. */
static bool
read_field(struct article *article, const char *s, struct span line)
{
	for (int i = 0; i < FIELD_COUNT; i++) {
		size_t length = strlen(fields[i].name);

		if (!begins_with(s, line, fields[i].name)
			|| memcmp(s + line.start + length, ": ", 2) != 0)
			continue;
		line.start += (uint32_t)length + 2;
		buf_add(&article->wanted[i], s + line.start,
			span_nbytes(line));
		buf_add_byte(&article->wanted[i], '\n');
		return true;
	}
	return false;
}

/* The article whose "==== " line begins at *OFF. */
static bool
read_article(const struct buf *file, uint32_t *off, struct article *article)
{
	uint32_t end = (uint32_t)file->nbytes, next;
	struct span line = next_line(file->at, off, end);

	if (!CHECK(begins_with(file->at, line, "==== ")))
		return false;
	article->name = (struct span){ line.start + 5, line.end };
	for (;;) {
		line = next_line(file->at, off, end);
		if (begins_with(file->at, line, "----"))
			break;
		if (!CHECK(read_field(article, file->at, line))
			|| !CHECK(*off < end)) {
			printf("#   in %.*s\n", (int)span_nbytes(
				article->name), file->at
				+ article->name.start);
			return false;
		}
	}
	article->text = (struct span){ *off, *off };
	for (next = *off; *off < end; *off = next) {
		line = next_line(file->at, &next, end);
		if (begins_with(file->at, line, "==== "))
			break;
		article->text.end = line.end;
	}
	return true;
}

static void
add_spans(const char *text, const struct span *spans, size_t count,
	struct buf *out)
{
	for (size_t i = 0; i < count; i++) {
		buf_add(out, text + spans[i].start, span_nbytes(spans[i]));
		buf_add_byte(out, '\n');
	}
}

static void
add_found(const char *text, const struct anatomy *anatomy, enum field field,
	struct buf *out)
{
	char date[DATE_CHARS_MAX];

	switch (field) {
	case FIELD_TITLE:
		add_spans(text, &anatomy->title,
			!span_is_empty(anatomy->title), out);
		break;
	case FIELD_DATE:
		date_format(anatomy->date, date);
		if (*date != '\0')
			buf_add_format(out, "%s\n", date);
		break;
	case FIELD_BYLINE:
		add_spans(text, anatomy->bylines.at, anatomy->bylines.count,
			out);
		break;
	case FIELD_SOURCE:
		add_spans(text, anatomy->sources.at, anatomy->sources.count,
			out);
		break;
	default:
		add_spans(text, anatomy->captions.at, anatomy->captions.count,
			out);
		break;
	}
}

/* Values on one line. */
static void
print_values(const char *term, const struct buf *values)
{
	printf("#   %s", term);
	for (size_t i = 0; i < values->nbytes; i++)
		if (values->at[i] != '\n')
			putchar(values->at[i]);
		else if (i + 1 < values->nbytes)
			printf(" | ");
	printf("\n");
}

static void
compare(const struct buf *file, const struct article *article,
	const char *text, const struct anatomy *anatomy,
	struct tally tallies[FIELD_COUNT])
{
	struct buf found = BUF_INIT;

	for (int i = 0; i < FIELD_COUNT; i++) {
		const struct buf *wanted = &article->wanted[i];
		bool is_right;

		buf_reset(&found);
		add_found(text, anatomy, (enum field)i, &found);
		if (wanted->nbytes == 0 && found.nbytes == 0)
			continue;
		is_right = found.nbytes == wanted->nbytes
			&& memcmp(found.at, wanted->at, found.nbytes) == 0;
		tallies[i].nwanted++;
		tallies[i].nright += is_right;
		tallies[i].nfalse += wanted->nbytes == 0;
		if (is_right)
			continue;
		printf("# %s of %.*s\n", fields[i].name, (int)span_nbytes(
			article->name), file->at + article->name.start);
		print_values("got  ", &found);
		print_values("want ", wanted);
	}
	buf_release(&found);
}

static int
check_file(const struct buf *file, const struct labels *labels,
	struct tally tallies[FIELD_COUNT])
{
	struct anatomy anatomy = { 0 };
	struct buf text = BUF_INIT;
	int count = 0;

	for (uint32_t off = 0; off < file->nbytes; count++) {
		struct article article = { 0 };

		for (int i = 0; i < FIELD_COUNT; i++)
			article.wanted[i] = (struct buf)BUF_INIT;
		if (!read_article(file, &off, &article))
			break;
		buf_reset(&text);
		clean_text(file->at + article.text.start,
			span_nbytes(article.text), &text);
		anatomy_read(&anatomy, text.at, text.nbytes, labels);
		compare(file, &article, text.at, &anatomy, tallies);
		for (int i = 0; i < FIELD_COUNT; i++)
			buf_release(&article.wanted[i]);
	}
	buf_release(&text);
	anatomy_release(&anatomy);
	return count;
}

static void
check_rates(const char *name, int count,
	const struct tally tallies[FIELD_COUNT])
{
	printf("# %s: %d articles", name, count);
	for (int i = 0; i < FIELD_COUNT; i++)
		printf(", %s %d/%d", fields[i].name, tallies[i].nright,
			tallies[i].nwanted);
	printf("\n");
	for (int i = 0; i < FIELD_COUNT; i++)
		CHECK(1000 * tallies[i].nright
			>= fields[i].per_mille * tallies[i].nwanted);
}

static void
check_none(const char *name, int count,
	const struct tally tallies[FIELD_COUNT])
{
	int nfalse = tallies[FIELD_TITLE].nfalse + tallies[FIELD_DATE].nfalse
		+ tallies[FIELD_BYLINE].nfalse;

	printf("# %s: %d articles, %d false titles, dates or bylines, %d "
		"sources, %d captions\n", name, count, nfalse,
		tallies[FIELD_SOURCE].nfalse, tallies[FIELD_CAPTION].nfalse);
	CHECK(nfalse <= FALSE_MAX);
}

static const char *
name_of(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash != NULL ? slash + 1 : path;
}

/* Adds up what is found in all sets, and in those that have nothing. */
static void
test_corpus(const struct labels *labels, const glob_t *paths)
{
	struct tally all[FIELD_COUNT] = { 0 }, none[FIELD_COUNT] = { 0 };
	int nall = 0, nnone = 0;

	for (size_t i = 0; i < paths->gl_pathc; i++) {
		const char *name = name_of(paths->gl_pathv[i]);
		bool is_none = strncmp(name, "none", 4) == 0;
		struct tally tallies[FIELD_COUNT] = { 0 };
		struct buf file = BUF_INIT;
		int count;

		check_case(name);
		CHECK_INT(read_whole(paths->gl_pathv[i], &file), 0);
		count = check_file(&file, labels, is_none ? none : tallies);
		CHECK(count > 0);
		if (!is_none)
			check_rates(name, count, tallies);
		for (int k = 0; k < FIELD_COUNT; k++) {
			all[k].nwanted += tallies[k].nwanted;
			all[k].nright += tallies[k].nright;
		}
		*(is_none ? &nnone : &nall) += count;
		buf_release(&file);
	}
	check_case("all that have headlines, bylines and the like");
	check_rates("all", nall, all);
	check_case("all that have none");
	check_none("none", nnone, none);
}

int
main(void)
{
	int bad_line;
	char *pattern = source_path("tests/corpus/*.*");
	struct labels *labels = source_labels(&bad_line);
	glob_t paths = { 0 };

	if (glob(pattern, 0, NULL, &paths) == 0)
		test_corpus(labels, &paths);
	CHECK(paths.gl_pathc > 0);
	globfree(&paths);
	labels_free(labels);
	free(pattern);
	return check_done();
}
