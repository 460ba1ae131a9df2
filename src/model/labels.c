#include <config.h>

#include "model/labels.h"

#include <stdint.h>
#include <string.h>

#include "base/buf.h"
#include "base/vec.h"
#include "model/label_table.h"
#include "text/fold.h"
#include "text/marks.h"
#include "text/utf8.h"

struct label {
	enum label_role role;
	char *folded;		/* without the colon */
	size_t nbytes;
	unsigned marks;
	bool wants_colon;
};

/* How much of a text is folded to see whether it is worth more. */
#define PEEK_NBYTES 12

#define STARTS_WIDE 0x800
#define STARTS_COUNT (STARTS_WIDE + 0x100)

struct labels {
	struct label *at;	/* by their folded bytes */
	size_t count, capacity;
	/* By a text's first character: the roles of labels that it can begin.
	   Room for U+0000..07FF and U+1E00..1EFF. */
	unsigned short starts[STARTS_COUNT];
};

static const char *const role_names[LABEL_ROLE_COUNT] = {
	[LABEL_BYLINE] = "byline", [LABEL_SOURCE] = "source",
	[LABEL_CREDIT] = "credit", [LABEL_DATE] = "date",
	[LABEL_AGENCY] = "agency", [LABEL_AND] = "and",
	[LABEL_SECTION] = "section", [LABEL_PRESS] = "press",
	[LABEL_JOB] = "job", [LABEL_PLACE] = "place",
	[LABEL_EDITOR] = "editor", [LABEL_OTHER] = "other",
};

/* Those in the table that a dash may follow for a colon. */
#define DASHED (LABEL_BIT(LABEL_BYLINE) | LABEL_BIT(LABEL_SOURCE) \
	| LABEL_BIT(LABEL_CREDIT))

static bool
role_named(const char *s, size_t nbytes, enum label_role *role)
{
	for (int i = 0; i < LABEL_ROLE_COUNT; i++) {
		if (strlen(role_names[i]) != nbytes
			|| memcmp(role_names[i], s, nbytes) != 0)
			continue;
		*role = (enum label_role)i;
		return true;
	}
	return false;
}

static size_t
blanks_nbytes(const char *s, size_t nbytes)
{
	size_t off = 0;

	while (off < nbytes && (s[off] == ' ' || s[off] == '\t'))
		off++;
	return off;
}

static size_t
word_nbytes(const char *s, size_t nbytes)
{
	size_t off = 0;

	while (off < nbytes && s[off] != ' ' && s[off] != '\t')
		off++;
	return off;
}

static void
labels_add(struct labels *labels, enum label_role role, const char *s,
	size_t nbytes)
{
	struct label label = { .role = role };
	struct buf folded = BUF_INIT;

	label.wants_colon = s[nbytes - 1] == ':';
	nbytes -= label.wants_colon;
	label.marks = marks_in(s, nbytes);
	fold_text(s, nbytes, &folded);
	label.nbytes = folded.nbytes;
	label.folded = buf_detach(&folded);
	VEC_PUSH(labels, label);
}

/* One line: false where it makes no sense. */
static bool
labels_read_line(struct labels *labels, const char *s, size_t nbytes)
{
	enum label_role role;
	size_t word, off;

	while (nbytes > 0 && strchr(" \t\r", s[nbytes - 1]) != NULL)
		nbytes--;
	off = blanks_nbytes(s, nbytes);
	if (off == nbytes || s[off] == '#')
		return true;
	word = word_nbytes(s + off, nbytes - off);
	if (!role_named(s + off, word, &role))
		return false;
	off += word;
	off += blanks_nbytes(s + off, nbytes - off);
	off += word_nbytes(s + off, nbytes - off);	/* the language */
	off += blanks_nbytes(s + off, nbytes - off);
	if (off == nbytes || utf8_valid_prefix(s + off, nbytes - off)
		!= nbytes - off || (nbytes - off == 1 && s[off] == ':'))
		return false;
	labels_add(labels, role, s + off, nbytes - off);
	return true;
}

static int
compare_labels(const void *a, const void *b)
{
	const struct label *left = a, *right = b;
	int order = strcmp(left->folded, right->folded);

	return order != 0 ? order : (int)left->role - (int)right->role;
}

/* The first label whose first bytes are not below the NBYTES at FOLDED. */
static size_t
first_label(const struct labels *labels, const char *folded, size_t nbytes)
{
	size_t low = 0, high = labels->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (strncmp(labels->at[middle].folded, folded, nbytes) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Whether label INDEX is there and begins so. */
static bool
begins_with(const struct labels *labels, size_t index, const char *folded,
	size_t nbytes)
{
	return index < labels->count
		&& strncmp(labels->at[index].folded, folded, nbytes) == 0;
}

/*
 * Folds each of these characters once, so that looking for labels need not
 * fold the beginning of every line.
 */
static void
labels_find_starts(struct labels *labels)
{
	struct buf folded = BUF_INIT;
	char bytes[UTF8_BYTES_MAX];

	for (uint32_t i = 0; i < STARTS_COUNT; i++) {
		uint32_t cp = i < STARTS_WIDE ? i : i - STARTS_WIDE + 0x1E00;
		size_t k;

		buf_reset(&folded);
		fold_text(bytes, utf8_encode(cp, bytes), &folded);
		labels->starts[i] = 0;
		k = first_label(labels, folded.at, folded.nbytes);
		for (; begins_with(labels, k, folded.at, folded.nbytes); k++)
			labels->starts[i] |= (unsigned short)LABEL_BIT(
				labels->at[k].role);
	}
	buf_release(&folded);
}

void
labels_extend(struct labels *labels, const char *table, size_t nbytes,
	int *bad_line)
{
	size_t off = 0;

	*bad_line = 0;
	for (int line = 1; off < nbytes; line++) {
		const char *end = memchr(table + off, '\n', nbytes - off);
		size_t next = end != NULL ? (size_t)(end - table) : nbytes;

		if (!labels_read_line(labels, table + off, next - off)
			&& *bad_line == 0)
			*bad_line = line;
		off = next + 1;
	}
	if (labels->count > 0)
		qsort(labels->at, labels->count, sizeof(*labels->at),
			compare_labels);
	labels_find_starts(labels);
}

struct labels *
labels_new(const char *table, size_t nbytes, int *bad_line)
{
	struct labels *labels = xcalloc(1, sizeof(*labels));

	labels_extend(labels, table, nbytes, bad_line);
	return labels;
}

void
labels_free(struct labels *labels)
{
	if (labels == NULL)
		return;
	for (size_t i = 0; i < labels->count; i++)
		free(labels->at[i].folded);
	VEC_RELEASE(labels);
	free(labels);
}

static bool
is_word_byte(unsigned char c)
{
	return c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
}

/* Whether a word ends before folded byte AT; behind "©" it need not. */
static bool
is_word_end(const struct buf *folded, size_t at)
{
	unsigned char c = (unsigned char)folded->at[at];

	return at >= folded->nbytes || !is_word_byte(c)
		|| !is_word_byte((unsigned char)folded->at[at - 1])
		|| (at >= 2 && memcmp(folded->at + at - 2, "\xC2\xA9", 2) == 0)
		/* The Arabic comma and semicolon. */
		|| (c == 0xD8 && (folded->at[at + 1] == '\x8C'
			|| folded->at[at + 1] == '\x9B'));
}

/* The bytes of the colon, or of the dash between blanks, at AT; 0: none. */
static size_t
colon_nbytes(const struct label *label, const struct buf *folded, size_t at)
{
	size_t off = at + blanks_nbytes(folded->at + at, folded->nbytes - at);
	size_t dashes = off;

	if (off == folded->nbytes)
		return 0;
	if (folded->at[off] == ':')
		return off + 1 - at;
	if (off == at || !(LABEL_BIT(label->role) & DASHED))
		return 0;
	while (dashes < folded->nbytes && folded->at[dashes] == '-')
		dashes++;
	return dashes > off && dashes < folded->nbytes
		&& folded->at[dashes] == ' ' ? dashes - at : 0;
}

/* How many folded bytes LABEL takes at the start of FOLDED; 0: it does not. */
static size_t
label_length(const struct label *label, const struct buf *folded,
	bool is_colon_free, bool *has_colon)
{
	size_t end = label->nbytes, colon;

	*has_colon = false;
	if (folded->nbytes < end
		|| memcmp(folded->at, label->folded, end) != 0
		|| !is_word_end(folded, end))
		return 0;
	colon = colon_nbytes(label, folded, end);
	*has_colon = colon > 0;
	if (label->wants_colon && colon == 0 && !is_colon_free)
		return 0;
	return end + colon;
}

/* Whether a label of ROLES can begin with this character at all. */
static bool
may_start(const struct labels *labels, unsigned roles, const char *s,
	size_t nbytes)
{
	uint32_t cp;

	utf8_decode(s, nbytes, &cp);
	if (cp < STARTS_WIDE)
		return (labels->starts[cp] & roles) != 0;
	if (cp >= 0x1E00 && cp <= 0x1EFF)
		return (labels->starts[STARTS_WIDE + cp - 0x1E00] & roles) != 0;
	return true;
}

/* Labels that share these bytes with a text are candidates. */
#define COMMON_NBYTES 2

/*
 * The first label of ROLES that the first few letters can begin, or
 * labels->count: folding all that a label may take is dear, and nearly every
 * line ends here.
 */
static size_t
find_candidate(const struct labels *labels, unsigned roles, const char *s,
	size_t nbytes)
{
	struct buf folded = BUF_INIT;
	size_t found = labels->count, common;

	fold_text(s, utf8_valid_prefix(s, nbytes < PEEK_NBYTES ? nbytes
		: PEEK_NBYTES), &folded);
	common = folded.nbytes < COMMON_NBYTES ? folded.nbytes : COMMON_NBYTES;
	for (size_t i = first_label(labels, folded.at, common);
		begins_with(labels, i, folded.at, common); i++) {
		const struct label *label = &labels->at[i];

		if (!(LABEL_BIT(label->role) & roles)
			|| memcmp(label->folded, folded.at,
				label->nbytes < folded.nbytes ? label->nbytes
				: folded.nbytes) != 0)
			continue;
		found = i;
		break;
	}
	buf_release(&folded);
	return found;
}

/* The longest of the labels from FIRST on that share their first bytes. */
static struct label_hit
find_longest(const struct labels *labels, unsigned roles, size_t first,
	const char *s, size_t nbytes)
{
	struct buf folded = BUF_INIT;
	struct fold_map map = { 0 };
	struct label_hit best = { 0 };

	fold_text_map(s, nbytes, &folded, &map);
	for (size_t i = first; begins_with(labels, i, folded.at,
		folded.nbytes < COMMON_NBYTES ? folded.nbytes
		: COMMON_NBYTES); i++) {
		const struct label *label = &labels->at[i];
		struct label_hit found = { .role = label->role,
			.roles = LABEL_BIT(label->role),
			.wants_colon = label->wants_colon };

		if (!(LABEL_BIT(label->role) & roles))
			continue;
		found.nbytes = label_length(label, &folded,
			(roles & LABEL_COLON_FREE) != 0, &found.has_colon);
		if (found.nbytes > 0)
			found.nbytes = fold_map_span(&map, (struct span){ 0,
				(uint32_t)found.nbytes }).end;
		if (found.nbytes == 0 || found.nbytes < best.nbytes
			|| marks_in(s, found.nbytes) != label->marks)
			continue;
		if (found.nbytes == best.nbytes)
			best.roles |= found.roles;
		else
			best = found;
	}
	fold_map_release(&map);
	buf_release(&folded);
	return best;
}

bool
label_find(const struct labels *labels, unsigned roles, const char *s,
	size_t nbytes, struct label_hit *hit)
{
	struct label_hit best;
	size_t first;

	if (nbytes == 0 || !may_start(labels, roles, s, nbytes))
		return false;
	first = find_candidate(labels, roles, s, nbytes);
	if (first == labels->count)
		return false;
	if (nbytes > LABEL_NBYTES_MAX)
		nbytes = LABEL_NBYTES_MAX;
	best = find_longest(labels, roles, first, s, utf8_valid_prefix(s,
		nbytes));
	if (best.nbytes > 0)
		*hit = best;
	return best.nbytes > 0;
}

bool
label_is(const struct labels *labels, unsigned roles, const char *s,
	size_t nbytes)
{
	struct label_hit hit;

	return nbytes <= LABEL_NBYTES_MAX
		&& label_find(labels, roles, s, nbytes, &hit)
		&& hit.nbytes == nbytes;
}
