#include <config.h>

#include "model/repeats.h"

#include <assert.h>
#include <string.h>

#include "base/xalloc.h"
#include "text/word.h"
#include "model/lines.h"

/* Fewer bytes than this are no paragraph that repeats another. */
#define REPEAT_NBYTES_MIN 12
/* Slots for up to half as many parts need no allocation. */
#define SLOTS_FEW 256
/* So many different paragraphs with equal sums: somebody made them so. */
#define CLASHES_MAX 64
/* And so many in one run of slots; beyond, a paragraph repeats nothing. */
#define PROBES_MAX 128

/* What one look at a paragraph gives; blanks do not count in the key. */
struct tally {
	uint64_t key;
	uint64_t nbytes;	/* that are not blank */
	uint32_t words;
};

static unsigned
popcount(uint64_t bits)
{
	/* Only the high bit of each byte can be set. */
	return (unsigned)((bits >> 7) * WORD_ONES >> 56);
}

/*
 * Eight bytes at a time, blanks being all up to the space (no-break spaces
 * are none here). The key is a sum of bytes, so that it does not matter
 * where in the eight they stand.
 */
static struct tally
tally_plain(const char *s, size_t nbytes)
{
	struct tally tally = { 0 };
	uint64_t sum = 0, before = 0;

	for (size_t i = 0; i < nbytes; i += 8) {
		uint64_t bytes, shown, kept;

		if (nbytes - i >= 8) {
			bytes = word_load(s + i);
		} else {
			char last[8] = { 0 };

			memcpy(last, s + i, nbytes - i);
			bytes = word_load(last);
		}
		shown = (((bytes & ~WORD_HIGHS) + 0x5F * WORD_ONES) | bytes) &
			WORD_HIGHS;
		tally.words += popcount(shown & ~(shown << 8 | before));
		before = shown >> 56;
		tally.nbytes += popcount(shown);
		kept = bytes & ((shown >> 7) * 0xFF);
		sum += (((kept & 0x00FF00FF00FF00FF)
			+ (kept >> 8 & 0x00FF00FF00FF00FF))
			* 0x0001000100010001) >> 48;
	}
	tally.key = sum << 32 ^ tally.nbytes;
	return tally;
}

/* The same one character at a time, for texts with other blanks in them. */
static struct tally
tally_slowly(const char *s, size_t nbytes)
{
	struct tally tally = { 0 };
	uint64_t sum = 0;
	bool is_inside = false;

	for (size_t i = 0; i < nbytes;) {
		size_t blank = blank_nbytes(s + i, nbytes - i);

		if (blank > 0) {
			is_inside = false;
			i += blank;
			continue;
		}
		tally.words += !is_inside;
		is_inside = true;
		tally.nbytes++;
		sum += (unsigned char)s[i++];
	}
	tally.key = sum << 32 ^ tally.nbytes;
	return tally;
}

/* A key in which the order of the bytes counts, too. */
static uint64_t
strong_key(const char *s, size_t nbytes)
{
	uint64_t hash = 0x2545F4914F6CDD1D;

	for (size_t i = 0; i < nbytes;) {
		size_t blank = blank_nbytes(s + i, nbytes - i);

		if (blank == 0) {
			hash = (hash ^ (unsigned char)s[i++])
				* 0x9E3779B97F4A7C15;
			hash ^= hash >> 32;
		}
		i += blank;
	}
	return hash;
}

static void
skip_blanks(const char *text, struct span *at)
{
	size_t blank;

	while ((blank = blank_nbytes(text + at->start, span_nbytes(*at))) > 0)
		at->start += (uint32_t)blank;
}

/* Whether two spans say the same but for blanks. */
static bool
is_same(const char *text, struct span a, struct span b)
{
	for (;;) {
		skip_blanks(text, &a);
		skip_blanks(text, &b);
		if (span_is_empty(a) || span_is_empty(b))
			return span_is_empty(a) && span_is_empty(b);
		if (text[a.start++] != text[b.start++])
			return false;
	}
}

/* Paragraphs seen so far, by key: open addressing, a power of two of slots. */
struct slot {
	uint64_t key;
	struct span span;	/* empty: the slot is free */
};

struct seen {
	struct slot *slots;
	size_t mask;
	size_t nclashes;	/* equal keys of different paragraphs */
};

/* Where SPAN was seen before, empty where it was not; it is from now on. */
static struct span
look_for(struct seen *seen, const char *text, uint64_t key, struct span span)
{
	static const struct span nowhere = { 0, 0 };
	size_t i = (key * 0x9E3779B97F4A7C15 >> 32) & seen->mask;
	size_t nprobes = 0;

	for (; !span_is_empty(seen->slots[i].span); i = (i + 1) & seen->mask) {
		if (++nprobes > PROBES_MAX) {
			seen->nclashes = CLASHES_MAX + 1;
			return nowhere;
		}
		if (seen->slots[i].key != key)
			continue;
		if (is_same(text, seen->slots[i].span, span))
			return seen->slots[i].span;
		seen->nclashes++;
	}
	seen->slots[i] = (struct slot){ key, span };
	return nowhere;
}

struct counts {
	uint32_t paragraphs, repeats, words;
};

/*
 * One pass over the parts. False where too many keys clash: then it has to
 * be done again with keys that are dearer and do not.
 */
static bool
mark_repeats(struct part_vec *parts, const char *text, struct seen *seen,
	bool has_other_blanks, bool is_strong, struct counts *counts)
{
	*counts = (struct counts){ 0 };
	for (size_t i = 0; i < parts->count; i++) {
		struct part *part = &parts->at[i];
		const char *s = text + part->span.start;
		size_t nbytes = span_nbytes(part->span);
		struct span before = { 0 };
		struct tally tally;

		if (part->role == PART_REPEAT) {
			part->role = PART_BODY;
			part->why = before;
		}
		if ((part->role != PART_BODY && part->role != PART_TITLE)
			|| part->has_lines)
			continue;
		tally = has_other_blanks ? tally_slowly(s, nbytes)
			: tally_plain(s, nbytes);
		counts->words += tally.words;
		if (is_strong)
			tally.key = strong_key(s, nbytes);
		if (tally.nbytes >= REPEAT_NBYTES_MIN)
			before = look_for(seen, text, tally.key, part->span);
		if (seen->nclashes > CLASHES_MAX && !is_strong)
			return false;
		if (part->role == PART_TITLE)
			continue;
		counts->paragraphs++;
		if (span_is_empty(before))
			continue;
		counts->repeats++;
		part->role = PART_REPEAT;
		part->why = before;
	}
	return true;
}

/* Whether a blank that begins with byte LEAD is in the text. */
static bool
has_blank(const char *text, size_t nbytes, int lead)
{
	const char *end = text + nbytes, *at = text;

	while ((at = memchr(at, lead, (size_t)(end - at))) != NULL) {
		if (blank_nbytes(at, (size_t)(end - at)) > 0)
			return true;
		at++;
	}
	return false;
}

static bool
has_other_blanks(const char *text, size_t nbytes)
{
	return has_blank(text, nbytes, 0xC2) || has_blank(text, nbytes, 0xE2)
		|| has_blank(text, nbytes, 0xE3);
}

/* Not looking at what has_lines. */
static bool
parts_have_other_blanks(const struct part_vec *parts, const char *text,
	size_t nbytes)
{
	size_t start = 0;

	for (size_t i = 0; i < parts->count; i++) {
		struct span span = parts->at[i].span;

		if (!parts->at[i].has_lines)
			continue;
		if (has_other_blanks(text + start, span.start - start))
			return true;
		start = span.end;
	}
	return has_other_blanks(text + start, nbytes - start);
}

void
repeats_find(struct anatomy *anatomy, const char *text, size_t nbytes)
{
	bool is_slow, is_done;
	struct slot few[SLOTS_FEW] = { 0 };
	size_t nslots = SLOTS_FEW;
	struct seen seen = { 0 };
	struct counts counts;

	is_slow = parts_have_other_blanks(&anatomy->parts, text, nbytes);
	while (nslots < 2 * anatomy->parts.count)
		nslots *= 2;
	seen.slots = nslots == SLOTS_FEW ? few
		: xcalloc(nslots, sizeof(*seen.slots));
	seen.mask = nslots - 1;
	is_done = mark_repeats(&anatomy->parts, text, &seen, is_slow, false,
		&counts);
	if (!is_done) {
		memset(seen.slots, 0, nslots * sizeof(*seen.slots));
		mark_repeats(&anatomy->parts, text, &seen, is_slow, true,
			&counts);
	}
	if (seen.slots != few)
		free(seen.slots);
	for (size_t i = 0; i < anatomy->parts.count; i++)
		if (anatomy->parts.at[i].role == PART_REPEAT)
			anatomy->parts.at[i].reason = REASON_SAME;
	anatomy->paragraphs = counts.paragraphs;
	anatomy->repeats = counts.repeats;
	anatomy->words = counts.words;
}

static uint32_t
count_paragraphs(const char *text, const struct part *part)
{
	struct span rest = part->span;
	uint32_t count = 1;

	/* No blank is at either end of it. */
	while (!span_is_empty(rest)) {
		const char *s = text + rest.start;
		const char *at = memchr(s, '\n', span_nbytes(rest));
		uint32_t end = at == NULL ? rest.end : (uint32_t)(at - text);

		count += at != NULL && (part->width == 0 || !lines_are_joined(
			text, part->span, end, part->width));
		rest.start = span_trim(text, (struct span){ end,
			rest.end }).start;
	}
	return count;
}

void
anatomy_count(struct anatomy *anatomy, const char *text)
{
	for (size_t i = 0; i < anatomy->parts.count; i++) {
		struct span span = anatomy->parts.at[i].span;
		const char *s = text + span.start;
		size_t nbytes = span_nbytes(span);
		struct tally tally;

		if (!anatomy->parts.at[i].has_lines)
			continue;
		tally = has_other_blanks(s, nbytes) ? tally_slowly(s, nbytes)
			: tally_plain(s, nbytes);
		anatomy->words += tally.words;
		anatomy->paragraphs += count_paragraphs(text,
			&anatomy->parts.at[i]);
	}
}
