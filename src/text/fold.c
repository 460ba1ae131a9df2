#include <config.h>

#include "text/fold.h"

#include <assert.h>
#include <stdbool.h>
#include <string.h>

#include "base/buf.h"
#include "base/vec.h"
#include "text/fold_entry.h"
#include "text/fold_table.h"
#include "text/range.h"
#include "text/utf8.h"
#include "text/word.h"

/* What one step may write: a long entry or a word. */
#define STEP_NBYTES_MAX (FOLD_LONG_NBYTES_MAX + WORD_NBYTES)

/* Hangul, Unicode 3.12. */
#define LEAD_FIRST 0x1100u
#define LEAD_COUNT 19u
#define VOWEL_FIRST 0x1161u
#define VOWEL_COUNT 21u
#define TAIL_BASE 0x11A7u
#define TAIL_COUNT 28u
#define SYLLABLE_FIRST 0xAC00u
#define SYLLABLE_COUNT (LEAD_COUNT * VOWEL_COUNT * TAIL_COUNT)

/*
 * Where folded bytes go: [first, at) is written, and whatever depends on the
 * character before looks there, not at the source. That makes folding twice
 * folding once, however many dropped characters stood between.
 */
struct output {
	char *first, *at;
	char *limit;		/* up to here, a step has room */
};

static uint32_t
entry_of(uint32_t cp)
{
	if (cp < FOLD_CPS)
		return fold_blocks[fold_index[cp / FOLD_BLOCK]]
			[cp % FOLD_BLOCK];
	/* Tags and variation selectors vanish. */
	return (uint32_t)(cp >= 0xE0000 && cp < 0xE1000
		? FOLD_PLAIN : FOLD_SELF) << FOLD_CLASS_SHIFT;
}

static bool
is_letter(uint32_t cp)
{
	if (cp < 0x80)
		return (cp | 0x20) >= 'a' && (cp | 0x20) <= 'z';
	/* Harakat ask this at every letter. */
	if (cp >= 0x0620 && cp <= 0x064A)
		return true;
	return RANGES_HAVE(fold_letters, cp);
}

/* The last character written, 0 where there is none. */
static uint32_t
last_written(const struct output *out)
{
	uint32_t cp = 0;

	if (out->at > out->first)
		utf8_next(out->first + utf8_before(out->first,
			(size_t)(out->at - out->first)), &cp);
	return cp;
}

static bool
is_after_blank(const struct output *out)
{
	return out->at > out->first && out->at[-1] == ' ';
}

static void
put_bytes(struct output *out, const void *bytes, size_t nbytes)
{
	memcpy(out->at, bytes, nbytes);
	out->at += nbytes;
}

static void
put_plain(struct output *out, uint32_t entry)
{
	uint32_t bytes = htole32(entry);

	/* Four bytes whatever the number: there is room, and no branch. */
	memcpy(out->at, &bytes, sizeof(bytes));
	out->at += entry >> FOLD_NBYTES_SHIFT & 3;
}

/*
 * Decomposed Hangul becomes the syllable that the composed text has. What
 * JAMO melts with is three bytes, as is the result.
 */
static bool
melt_jamo(struct output *out, uint32_t jamo)
{
	uint32_t last = last_written(out), lead = last - LEAD_FIRST;
	uint32_t syllable = last - SYLLABLE_FIRST, melted;

	if (jamo < TAIL_BASE && lead < LEAD_COUNT)
		melted = SYLLABLE_FIRST + (lead * VOWEL_COUNT +
			(jamo - VOWEL_FIRST)) * TAIL_COUNT;
	else if (jamo > TAIL_BASE && syllable < SYLLABLE_COUNT
		&& syllable % TAIL_COUNT == 0)
		melted = last + (jamo - TAIL_BASE);
	else
		return false;
	utf8_encode(melted, out->at - 3);
	return true;
}

/* Writes what the NBYTES bytes of the character S with ENTRY fold to. */
static void
put_entry(struct output *out, uint32_t entry, const char *s, size_t nbytes)
{
	uint32_t cp;

	switch ((enum fold_class)(entry >> FOLD_CLASS_SHIFT)) {
	case FOLD_PLAIN:
		put_plain(out, entry);
		break;
	case FOLD_SELF:
		put_bytes(out, s, nbytes);
		break;
	case FOLD_BLANK:
		if (!is_after_blank(out))
			*out->at++ = ' ';
		break;
	case FOLD_MARK:
		if (!is_letter(last_written(out)))
			put_plain(out, entry);
		break;
	case FOLD_JAMO:
		utf8_next(s, &cp);
		if (!melt_jamo(out, cp))
			put_bytes(out, s, nbytes);
		break;
	case FOLD_LONG_MARK:
		if (is_letter(last_written(out)))
			break;
		/* fall through */
	case FOLD_LONG:
		put_bytes(out, fold_pool + (entry & 0xFFFF),
			entry >> 16 & 0xFF);
		break;
	}
}

/* Folds one character and returns its length. */
static size_t
fold_char(const char *s, struct output *out)
{
	uint32_t cp;
	size_t nbytes = utf8_next(s, &cp);

	put_entry(out, entry_of(cp), s, nbytes);
	return nbytes;
}

/*
 * Folds the plain ASCII characters at the start of the word at S and returns
 * how many they are. What is not plain: controls (line ends are blanks), and
 * a blank after another.
 */
static size_t
fold_word(const char *s, struct output *out)
{
	uint64_t word = word_load(s);
	uint64_t blanks = word_equal(word, ' ');
	uint64_t upper = word_below(word, 'Z' + 1) & ~word_below(word, 'A');
	uint64_t after_blank = blanks << 8 |
		(is_after_blank(out) ? 0x80u : 0);
	uint64_t stops = word_high(word) | word_below(word, ' ') |
		(blanks & after_blank);
	size_t nplain = stops == 0 ? WORD_NBYTES : word_first(stops);

	word_store(out->at, word | upper >> 2);
	out->at += nplain;
	return nplain;
}

/* Folds the characters at the start of [s, end) that are not ASCII. */
static const char *
fold_letters_beyond_ascii(const char *s, const char *end, struct output *out)
{
	for (int i = 0; i < WORD_NBYTES && s < end; i++) {
		const unsigned char *at = (const unsigned char *)s;
		uint32_t entry;
		size_t nbytes = at[0] < 0xE0 ? 2 : 3;

		if (at[0] < 0x80 || at[0] >= 0xF0)
			break;
		entry = nbytes == 2
			? fold_blocks[fold_index[at[0] & 0x1F]][at[1] & 0x3F]
			: fold_blocks[fold_index[(at[0] & 0x0F) << 6 |
				(at[1] & 0x3F)]][at[2] & 0x3F];
		if (entry >> FOLD_CLASS_SHIFT != FOLD_PLAIN)
			break;
		put_plain(out, entry);
		s += nbytes;
	}
	return s;
}

/* Room for a step, and for the NBYTES of text left if they fold to as many. */
static void
reserve(struct buf *buf, struct output *out, size_t nbytes)
{
	size_t first_off = (size_t)(out->first - buf->at);

	buf->nbytes = (size_t)(out->at - buf->at);
	out->at = buf_reserve(buf, nbytes + 2 * STEP_NBYTES_MAX);
	out->first = buf->at + first_off;
	out->limit = out->at + nbytes;
}

static void
output_begin(struct output *out, struct buf *buf, size_t nbytes)
{
	out->first = out->at = buf->at + buf->nbytes;
	reserve(buf, out, nbytes);
}

static void
output_end(const struct output *out, struct buf *buf)
{
	*out->at = '\0';
	buf->nbytes = (size_t)(out->at - buf->at);
}

void
fold_text(const char *s, size_t nbytes, struct buf *buf)
{
	const char *end = s + nbytes;
	struct output out;

	output_begin(&out, buf, nbytes);
	while (s < end) {
		const char *start = s;

		if (out.at > out.limit)
			reserve(buf, &out, (size_t)(end - s));
		if (end - s >= WORD_NBYTES) {
			s += fold_word(s, &out);
			if (s == start + WORD_NBYTES)
				continue;
		}
		start = s;
		s = fold_letters_beyond_ascii(s, end, &out);
		if (s == start)
			s += fold_char(s, &out);
	}
	assert(s == end);
	output_end(&out, buf);
}

size_t
fold_cut(const char *s, size_t nbytes, size_t off)
{
	while (off < nbytes) {
		uint32_t cp, entry;
		size_t length;

		if (((unsigned char)s[off] & 0xC0) == 0x80) {
			off++;
			continue;
		}
		length = utf8_next(s + off, &cp);
		entry = entry_of(cp);
		switch ((enum fold_class)(entry >> FOLD_CLASS_SHIFT)) {
		case FOLD_SELF:
			return off;
		case FOLD_PLAIN:
			/* What vanishes goes with the character before. */
			if ((entry >> FOLD_NBYTES_SHIFT & 3) > 0)
				return off;
			break;
		default:
			break;
		}
		off += length;
	}
	return nbytes;
}

/*
 * The character [start, end) of the source added the folded bytes from OFF
 * on; where it added none, it belongs to those before.
 */
static void
map_char(struct fold_map *map, size_t nfolded, uint32_t start, uint32_t end)
{
	size_t i = map->count;

	if (nfolded > map->count) {
		VEC_RESERVE(map, nfolded);
		while (map->count < nfolded)
			map->at[map->count++] = (struct span){ start, end };
		return;
	}
	if (i == 0)
		return;
	start = map->at[i - 1].start;
	while (i > 0 && map->at[i - 1].start == start)
		map->at[--i].end = end;
}

/* NPLAIN characters from OFF on that are one byte before and after. */
static void
map_plain(struct fold_map *map, size_t nplain, uint32_t off)
{
	struct span *at;

	if (nplain == 0)
		return;
	VEC_RESERVE(map, map->count + nplain);
	at = map->at + map->count;
	map->count += nplain;
	for (uint32_t end = off + (uint32_t)nplain; off < end; off++)
		*at++ = (struct span){ off, off + 1 };
}

void
fold_text_map(const char *s, size_t nbytes, struct buf *buf,
	struct fold_map *map)
{
	size_t off = 0;
	struct output out;

	assert(nbytes <= UINT32_MAX);
	map->count = 0;
	output_begin(&out, buf, nbytes);
	while (off < nbytes) {
		size_t start = off;

		if (out.at > out.limit)
			reserve(buf, &out, nbytes - off);
		if (nbytes - off >= WORD_NBYTES) {
			size_t nplain = fold_word(s + off, &out);

			map_plain(map, nplain, (uint32_t)off);
			off += nplain;
			if (nplain > 0)
				continue;
		}
		off += fold_char(s + off, &out);
		map_char(map, (size_t)(out.at - out.first), (uint32_t)start,
			(uint32_t)off);
	}
	output_end(&out, buf);
}

void
fold_map_release(struct fold_map *map)
{
	VEC_RELEASE(map);
}

struct span
fold_map_span(const struct fold_map *map, struct span folded)
{
	assert(folded.start < folded.end && folded.end <= map->count);
	return (struct span){ map->at[folded.start].start,
		map->at[folded.end - 1].end };
}
