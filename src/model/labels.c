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
	struct label *at;
	size_t count, capacity;
	/* By a text's first character: the roles of labels that it can begin.
	   Room for U+0000..07FF and U+1E00..1EFF. */
	unsigned char starts[STARTS_COUNT];
};

static const char *const role_names[LABEL_ROLE_COUNT] = {
	[LABEL_BYLINE] = "byline", [LABEL_SOURCE] = "source",
	[LABEL_CREDIT] = "credit", [LABEL_DATE] = "date",
	[LABEL_AGENCY] = "agency", [LABEL_AND] = "and",
};

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

		buf_reset(&folded);
		fold_text(bytes, utf8_encode(cp, bytes), &folded);
		for (size_t k = 0; k < labels->count; k++) {
			struct label *label = &labels->at[k];

			if (folded.nbytes <= label->nbytes && memcmp(folded.at,
				label->folded, folded.nbytes) == 0)
				labels->starts[i] |= (unsigned char)LABEL_BIT(
					label->role);
		}
	}
	buf_release(&folded);
}

struct labels *
labels_new(const char *table, size_t nbytes, int *bad_line)
{
	struct labels *labels = xcalloc(1, sizeof(*labels));
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
	labels_find_starts(labels);
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

/* Whether a word ends before folded byte AT. */
static bool
is_word_end(const struct buf *folded, size_t at)
{
	unsigned char c = (unsigned char)folded->at[at];

	return at >= folded->nbytes || (c < 0x80 && !(c >= '0' && c <= '9')
		&& !(c >= 'a' && c <= 'z'));
}

/* How many folded bytes LABEL takes at the start of FOLDED; 0: it does not. */
static size_t
label_length(const struct label *label, const struct buf *folded,
	bool *has_colon)
{
	size_t end = label->nbytes, colon;

	*has_colon = false;
	if (folded->nbytes < end || *folded->at != *label->folded
		|| memcmp(folded->at, label->folded, end) != 0
		|| !is_word_end(folded, end))
		return 0;
	colon = end + blanks_nbytes(folded->at + end, folded->nbytes - end);
	*has_colon = colon < folded->nbytes && folded->at[colon] == ':';
	if (label->wants_colon && !*has_colon)
		return 0;
	return *has_colon ? colon + 1 : end;
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

/*
 * Whether the first few letters can begin a label: folding all that a label
 * may take is dear, and nearly every line ends here.
 */
static bool
may_go_on(const struct labels *labels, unsigned roles, const char *s,
	size_t nbytes)
{
	struct buf folded = BUF_INIT;
	bool may = false;

	fold_text(s, utf8_valid_prefix(s, nbytes < PEEK_NBYTES ? nbytes
		: PEEK_NBYTES), &folded);
	for (size_t i = 0; i < labels->count && !may; i++) {
		const struct label *label = &labels->at[i];
		size_t common = label->nbytes < folded.nbytes ? label->nbytes
			: folded.nbytes;

		may = (LABEL_BIT(label->role) & roles)
			&& *label->folded == *folded.at
			&& memcmp(label->folded, folded.at, common) == 0;
	}
	buf_release(&folded);
	return may;
}

bool
label_find(const struct labels *labels, unsigned roles, const char *s,
	size_t nbytes, struct label_hit *hit)
{
	struct buf folded = BUF_INIT;
	struct fold_map map = { 0 };
	struct label_hit best = { 0 };

	if (nbytes == 0 || !may_start(labels, roles, s, nbytes)
		|| !may_go_on(labels, roles, s, nbytes))
		return false;
	if (nbytes > LABEL_NBYTES_MAX)
		nbytes = LABEL_NBYTES_MAX;
	nbytes = utf8_valid_prefix(s, nbytes);
	fold_text_map(s, nbytes, &folded, &map);
	for (size_t i = 0; i < labels->count; i++) {
		const struct label *label = &labels->at[i];
		struct label_hit found = { .role = label->role };

		if (!(LABEL_BIT(label->role) & roles))
			continue;
		found.nbytes = label_length(label, &folded, &found.has_colon);
		if (found.nbytes > 0)
			found.nbytes = fold_map_span(&map, (struct span){ 0,
				(uint32_t)found.nbytes }).end;
		if (found.nbytes > best.nbytes
			&& marks_in(s, found.nbytes) == label->marks)
			best = found;
	}
	fold_map_release(&map);
	buf_release(&folded);
	if (best.nbytes > 0)
		*hit = best;
	return best.nbytes > 0;
}
