#include <config.h>

#include "model/name.h"

#include <string.h>

#include "base/vec.h"
#include "model/label_table.h"
#include "model/lines.h"
#include "text/utf8.h"

#define NAME_WORDS_MAX 8
#define NAME_LETTERS_MAX 60

bool
is_capital(uint32_t cp)
{
	if (cp < 0x80)
		return cp >= 'A' && cp <= 'Z';
	if (cp <= 0xDE)
		return cp >= 0xC0 && cp != 0xD7;
	/* Where capital and small letters alternate. */
	if ((cp >= 0x100 && cp <= 0x137) || (cp >= 0x14A && cp <= 0x177)
		|| (cp >= 0x1E00 && cp <= 0x1E95)
		|| (cp >= 0x1EA0 && cp <= 0x1EFF) || cp == 0x1A0)
		return cp % 2 == 0;
	return (cp >= 0x139 && cp <= 0x148 && cp % 2 == 1)
		|| (cp >= 0x179 && cp <= 0x17D && cp % 2 == 1) || cp == 0x1AF;
}

/* Small words inside names. */
static bool
is_particle(const char *s, size_t nbytes)
{
	static const char *const particles[] = { "al", "and", "bin", "da",
		"de", "del", "der", "di", "du", "el", "for", "ibn", "la", "le",
		"of", "the", "van", "von", "y" };

	for (size_t i = 0; i < sizeof(particles) / sizeof(*particles); i++)
		if (strlen(particles[i]) == nbytes
			&& memcmp(particles[i], s, nbytes) == 0)
			return true;
	return false;
}

/* Letters and the signs that stand inside a name. */
static bool
is_name_letter(uint32_t cp)
{
	if (cp < 0x80)
		return (cp >= 'a' && cp <= 'z') || (cp >= 'A' && cp <= 'Z')
			|| cp == '-' || cp == '.' || cp == '\'';
	if (cp == 0x2019)
		return true;
	if (cp >= 0x600 && cp <= 0x6FF)
		return cp >= 0x620 && !(cp >= 0x660 && cp <= 0x66D)
			&& cp != 0x6D4 && !(cp >= 0x6F0 && cp <= 0x6F9);
	return cp >= 0xC0 && !(cp >= 0x2000 && cp <= 0x2FFF)
		&& !(cp >= 0x3000 && cp <= 0x3004)
		&& !(cp >= 0x3008 && cp <= 0x3030) && cp < 0xFE00;
}

/* Whether the script of CP knows capitals. */
static bool
has_case(uint32_t cp)
{
	return cp < 0x590 || (cp >= 0x1E00 && cp <= 0x1FFF);
}

bool
name_can_start(const char *s, size_t nbytes)
{
	uint32_t cp;

	if (nbytes == 0)
		return false;
	utf8_next(s, &cp);
	return is_capital(cp) || (is_name_letter(cp) && !has_case(cp));
}

/* One word into SHAPE; false: no name goes like this. */
static bool
read_name_word(const char *s, size_t nbytes, struct name_shape *shape)
{
	uint32_t first, cp;

	utf8_next(s, &first);
	for (size_t off = 0; off < nbytes;) {
		off += utf8_next(s + off, &cp);
		if (!is_name_letter(cp))
			return false;
		shape->nletters++;
		shape->is_all_capitals &= is_capital(cp) || !has_case(cp)
			|| cp == '.' || cp == '-';
	}
	shape->nwords++;
	if (is_capital(first))
		shape->is_capitalized = true;
	else if (has_case(first) && !(shape->nwords > 1
		&& is_particle(s, nbytes)))
		return false;
	return shape->nwords <= NAME_WORDS_MAX;
}

bool
name_read(const char *s, size_t nbytes, struct name_shape *shape)
{
	struct name_shape read = { .is_all_capitals = true };
	size_t off = 0;

	if (nbytes == 0 || nbytes > 4 * NAME_LETTERS_MAX)
		return false;
	while (off < nbytes) {
		size_t start = off, blank = 0;

		while (off < nbytes && (blank = blank_nbytes(s + off,
			nbytes - off)) == 0)
			off++;
		if (off > start && !read_name_word(s + start, off - start,
			&read))
			return false;
		read.nletters += blank > 0;
		off += blank;
	}
	read.is_all_capitals &= read.is_capitalized;
	*shape = read;
	return read.nwords > 0 && read.nletters <= NAME_LETTERS_MAX;
}

size_t
dash_nbytes(const char *s, size_t nbytes)
{
	if (nbytes >= 1 && *s == '-')
		return 1;
	return nbytes >= 3 && (memcmp(s, "\xE2\x80\x93", 3) == 0
		|| memcmp(s, "\xE2\x80\x94", 3) == 0) ? 3 : 0;
}

/* The length of what parts two names at S; 0: nothing does. */
static size_t
separator_nbytes(const char *s, size_t nbytes, const struct labels *labels)
{
	struct label_hit hit;
	size_t blank;

	if (*s == ',' || *s == ';' || *s == '/' || *s == '|')
		return 1;
	if (nbytes >= 2 && *s == '\xD8' && (memcmp(s, "\xD8\x8C", 2) == 0
		|| memcmp(s, "\xD8\x9B", 2) == 0))
		return 2;
	blank = blank_nbytes(s, nbytes);
	if (blank == 0)
		return 0;
	hit.nbytes = dash_nbytes(s + blank, nbytes - blank);
	if (hit.nbytes == 0 && !label_find(labels, LABEL_BIT(LABEL_AND),
		s + blank, nbytes - blank, &hit))
		return 0;
	/* It stands alone: a blank must follow, too. */
	blank += hit.nbytes;
	return blank < nbytes && blank_nbytes(s + blank, nbytes - blank) > 0
		? blank : 0;
}

static void
add_name(const char *text, struct span name, struct span_vec *names)
{
	name = span_trim(text, name);
	if (!span_is_empty(name) && text[name.end - 1] == '.'
		&& memchr(text + name.start, '.', span_nbytes(name) - 1)
			== NULL)
		name.end--;
	if (!span_is_empty(name))
		VEC_PUSH(names, name);
}

void
names_split(const char *text, struct span span, const struct labels *labels,
	struct span_vec *names)
{
	struct span name = { span.start, span.start };

	while (name.end < span.end) {
		size_t nbytes = separator_nbytes(text + name.end,
			span.end - name.end, labels);

		if (nbytes == 0) {
			name.end++;
			continue;
		}
		add_name(text, name, names);
		name.start = name.end += (uint32_t)nbytes;
	}
	add_name(text, name, names);
}
