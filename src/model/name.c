#include <config.h>

#include "model/name.h"

#include <string.h>

#include "base/buf.h"
#include "base/vec.h"
#include "text/fold.h"
#include "text/utf8.h"
#include "model/label_table.h"
#include "model/lines.h"

#define NAME_WORDS_MAX 8
#define NAME_LETTERS_MAX 60

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

/* Runs of capitals; STEP 2: small letters stand between. */
static const struct capitals {
	uint32_t first, last, step;
} capitals[] = {
	{ 0xC0, 0xD6, 1 }, { 0xD8, 0xDE, 1 }, { 0x100, 0x136, 2 },
	{ 0x139, 0x147, 2 }, { 0x14A, 0x176, 2 }, { 0x178, 0x178, 1 },
	{ 0x179, 0x17D, 2 }, { 0x18F, 0x18F, 1 }, { 0x1A0, 0x1A0, 1 },
	{ 0x1AF, 0x1AF, 1 }, { 0x1CD, 0x1DB, 2 }, { 0x1DE, 0x1EE, 2 },
	{ 0x1F8, 0x232, 2 },
	/* Greek */
	{ 0x386, 0x386, 1 }, { 0x388, 0x38A, 1 }, { 0x38C, 0x38C, 1 },
	{ 0x38E, 0x38F, 1 }, { 0x391, 0x3A1, 1 }, { 0x3A3, 0x3AB, 1 },
	/* Cyrillic */
	{ 0x400, 0x42F, 1 }, { 0x460, 0x480, 2 }, { 0x48A, 0x4BE, 2 },
	{ 0x4C0, 0x4C0, 1 }, { 0x4C1, 0x4CD, 2 }, { 0x4D0, 0x52E, 2 },
	/* Armenian */
	{ 0x531, 0x556, 1 },
	/* Latin, Vietnamese */
	{ 0x1E00, 0x1E94, 2 }, { 0x1E9E, 0x1EFE, 2 },
	/* Greek with breathings */
	{ 0x1F08, 0x1F0F, 1 }, { 0x1F18, 0x1F1D, 1 }, { 0x1F28, 0x1F2F, 1 },
	{ 0x1F38, 0x1F3F, 1 }, { 0x1F48, 0x1F4D, 1 }, { 0x1F59, 0x1F5F, 2 },
	{ 0x1F68, 0x1F6F, 1 }, { 0x1F88, 0x1F8F, 1 }, { 0x1F98, 0x1F9F, 1 },
	{ 0x1FA8, 0x1FAF, 1 }, { 0x1FB8, 0x1FBC, 1 }, { 0x1FC8, 0x1FCC, 1 },
	{ 0x1FD8, 0x1FDB, 1 }, { 0x1FE8, 0x1FEC, 1 }, { 0x1FF8, 0x1FFC, 1 },
};

bool
is_capital(uint32_t cp)
{
	if (cp < 0x80)
		return cp >= 'A' && cp <= 'Z';
	for (size_t i = 0; i < sizeof(capitals) / sizeof(*capitals)
		&& cp >= capitals[i].first; i++)
		if (cp <= capitals[i].last)
			return (cp - capitals[i].first) % capitals[i].step == 0;
	return false;
}

bool
is_capital_at(const char *s)
{
	uint32_t cp;

	utf8_next(s, &cp);
	return is_capital(cp);
}

bool
is_small_at(const char *s)
{
	uint32_t cp;

	utf8_next(s, &cp);
	return (cp >= 'a' && cp <= 'z') || (cp >= 0xDF && !is_capital(cp)
		&& (cp < 0x530 || (cp >= 0x1E00 && cp < 0x2000)));
}

/* The length of one honorific at S; one without a full stop wants a blank. */
static size_t
honorific_nbytes(const char *s, size_t nbytes)
{
	static const char *const words[] = { "Dr.", "Prof.", "Dr", "Prof",
		"PGS.", "GS.", "TSKH.", "TS.", "ThS.", "BS.", "LS.", "PGS",
		"GS", "TSKH", "TS", "ThS", "BS", "أ.", "ا.", "د.", "م.",
		"الدكتور", "الدكتورة", "دكتور", "دكتورة", "الأستاذ",
		"الأستاذة", "البروفيسور", "البروفسور" };

	for (size_t i = 0; i < COUNT(words); i++) {
		size_t length = strlen(words[i]);

		if (nbytes > length && memcmp(s, words[i], length) == 0
			&& (words[i][length - 1] == '.'
				|| blank_nbytes(s + length, nbytes - length)))
			return length;
	}
	return 0;
}

size_t
name_honorific(const char *s, size_t nbytes)
{
	size_t off = 0, length, blank;

	while ((length = honorific_nbytes(s + off, nbytes - off)) > 0) {
		off += length;
		while ((blank = blank_nbytes(s + off, nbytes - off)) > 0)
			off += blank;
	}
	return off < nbytes ? off : 0;
}

bool
name_is_phrase(const char *s, size_t nbytes)
{
	static const char *const words[] = { "A", "All", "An", "And", "As",
		"At", "But", "By", "For", "From", "Her", "His", "How", "I",
		"If", "In", "It", "More", "My", "New", "No", "Not", "On", "Or",
		"Our", "So", "That", "The", "They", "This", "To", "We", "What",
		"When", "Where", "Who", "Why", "With", "You", "Your" };
	size_t length = 0;

	while (length < nbytes && s[length] != ' ')
		length++;
	for (size_t i = 0; i < COUNT(words); i++)
		if (strlen(words[i]) == length && length < nbytes
			&& memcmp(s, words[i], length) == 0)
			return true;
	return false;
}

bool
name_is_particle(const char *s, size_t nbytes)
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

uint32_t
word_next(const char *text, uint32_t at, uint32_t end)
{
	size_t blank = 0;

	while (at < end && (blank = blank_nbytes(text + at, end - at)) == 0)
		at++;
	while (at < end && (blank = blank_nbytes(text + at, end - at)) > 0)
		at += (uint32_t)blank;
	return at;
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
		&& name_is_particle(s, nbytes)))
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

/* Whether the folded letters at S are a syllable of Vietnamese. */
static bool
is_syllable(const char *s, size_t nbytes)
{
	static const char *const initials[] = { "ngh", "ch", "gh", "kh", "ng",
		"nh", "ph", "th", "tr", "b", "c", "d", "g", "h", "k", "l", "m",
		"n", "p", "q", "r", "s", "t", "v", "x" };
	static const char *const finals[] = { "", "c", "ch", "m", "n", "ng",
		"nh", "p", "t" };
	size_t at = 0, vowels;

	for (size_t i = 0; i < COUNT(initials) && at == 0; i++)
		if (strlen(initials[i]) < nbytes
			&& memcmp(s, initials[i], strlen(initials[i])) == 0)
			at = strlen(initials[i]);
	vowels = at;
	while (at < nbytes && strchr("aeiouy", s[at]) != NULL) {
		if (at > vowels && s[at] == s[at - 1])
			return false;
		at++;
	}
	if (at == vowels || at > vowels + 3)
		return false;
	for (size_t i = 0; i < COUNT(finals); i++)
		if (strlen(finals[i]) == nbytes - at
			&& memcmp(s + at, finals[i], nbytes - at) == 0)
			return true;
	return false;
}

bool
name_is_vietnamese(const char *s, size_t nbytes)
{
	struct name_shape shape;
	struct buf folded = BUF_INIT;
	bool is_name = true;

	if (!name_read(s, nbytes, &shape) || !shape.is_capitalized
		|| shape.nwords < 2 || shape.nwords > 4)
		return false;
	fold_text(s, nbytes, &folded);
	for (size_t off = 0; off < folded.nbytes && is_name;) {
		const char *end = memchr(folded.at + off, ' ',
			folded.nbytes - off);
		size_t next = end != NULL ? (size_t)(end - folded.at)
			: folded.nbytes;

		is_name = is_syllable(folded.at + off, next - off);
		off = next + 1;
	}
	buf_release(&folded);
	return is_name;
}

size_t
dash_nbytes(const char *s, size_t nbytes)
{
	size_t count = 0;

	while (count < nbytes && s[count] == '-')
		count++;
	if (count > 0)
		return count;
	/* A tatweel serves as one, too. */
	if (nbytes >= 2 && memcmp(s, "\xD9\x80", 2) == 0)
		return 2;
	return nbytes >= 3 && (memcmp(s, "\xE2\x80\x93", 3) == 0
		|| memcmp(s, "\xE2\x80\x94", 3) == 0) ? 3 : 0;
}

/* The length of what parts two names at S; 0: nothing does. */
static size_t
separator_nbytes(const char *s, size_t nbytes, const struct labels *labels)
{
	unsigned char c = (unsigned char)*s;
	struct label_hit hit;
	size_t blank;

	/* Most bytes are letters. */
	if ((c > '9' && c < '|' && c != ';') || (c >= 0x80 && c < 0xC2))
		return 0;
	if (*s == ',' || *s == ';' || *s == '/' || *s == '|')
		return 1;
	if (nbytes >= 2 && *s == '\xD8' && (memcmp(s, "\xD8\x8C", 2) == 0
		|| memcmp(s, "\xD8\x9B", 2) == 0))
		return 2;
	blank = blank_nbytes(s, nbytes);
	if (blank == 0)
		return 0;
	hit.nbytes = dash_nbytes(s + blank, nbytes - blank);
	if (hit.nbytes == 0 && blank < nbytes && s[blank] == '+')
		hit.nbytes = 1;
	if (hit.nbytes == 0 && !label_find(labels, LABEL_BIT(LABEL_AND),
		s + blank, nbytes - blank, &hit))
		return 0;
	/* It stands alone: a blank must follow, too. */
	blank += hit.nbytes;
	return blank < nbytes && blank_nbytes(s + blank, nbytes - blank) > 0
		? blank : 0;
}

/* Names that begin with the letter that means "and", too. */
static bool
is_waw_name(const char *s, size_t nbytes)
{
	static const char *const names[] = { "وليد", "وائل", "وسام", "وفاء",
		"وجدي", "وحيد", "وردة", "وديع", "وهيب", "وضاح", "وجيه",
		"وسيم", "ولاء", "وصفي", "وداد", "وئام", "واصف", "وهبة",
		"ونيس", "وعد", "والي", "ولد" };

	for (size_t i = 0; i < COUNT(names); i++) {
		size_t length = strlen(names[i]);

		if (nbytes >= length && memcmp(s, names[i], length) == 0
			&& (nbytes == length
				|| blank_nbytes(s + length, nbytes - length)))
			return true;
	}
	return false;
}

/*
 * The blank and the waw behind NAME, where it means "and": before a second
 * name of two words, or a known agency.
 */
static size_t
waw_nbytes(const char *text, struct span name, uint32_t end,
	const struct labels *labels)
{
	const char *s = text + name.end;
	size_t nbytes = end - name.end;
	size_t blank = blank_nbytes(s, nbytes), waw = blank + 2;
	struct label_hit hit;

	if (blank == 0 || nbytes <= waw
		|| memcmp(s + blank, "\xD9\x88", 2) != 0
		|| blank_nbytes(s + waw, nbytes - waw) > 0)
		return 0;
	if (label_find(labels, LABEL_BIT(LABEL_AGENCY)
		| LABEL_BIT(LABEL_PRESS), s + waw, nbytes - waw, &hit))
		return waw;
	if (memchr(text + name.start, ' ', span_nbytes(name)) == NULL
		|| memchr(s + waw, ' ', nbytes - waw) == NULL
		|| is_waw_name(s + blank, nbytes - blank))
		return 0;
	return waw;
}

/* Whether NAME, so far, is the start of an address on the web, and goes on. */
static bool
is_in_address(const char *text, struct span name)
{
	if (text[name.end] != '/')
		return false;
	name = span_trim(text, name);
	return span_nbytes(name) > 4
		&& memcmp(text + name.start, "http", 4) == 0;
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

		if (nbytes == 0 && (unsigned char)text[name.end] <= ' ')
			nbytes = waw_nbytes(text, name, span.end, labels);
		if (nbytes == 0 || is_in_address(text, name)) {
			name.end++;
			continue;
		}
		add_name(text, name, names);
		name.start = name.end += (uint32_t)nbytes;
	}
	add_name(text, name, names);
}
