#include <config.h>

#include "text/fold.h"

#include <assert.h>
#include <stdbool.h>
#include <string.h>

#include "base/buf.h"
#include "text/fold_entry.h"
#include "text/fold_map.h"
#include "text/fold_table.h"
#include "text/range.h"
#include "text/utf8.h"
#include "text/word.h"

/* What one step may write: a long entry or a word. */
#define STEP_NBYTES_MAX (FOLD_LONG_NBYTES_MAX + WORD_NBYTES)
_Static_assert(STEP_NBYTES_MAX <= FOLD_NBYTES_MAX, "room for a step");
#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

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

/* The last character of S, 0 where there is none. */
static uint32_t
last_char(const char *s, size_t nbytes)
{
	uint32_t cp = 0;

	if (nbytes > 0)
		utf8_next(s + utf8_before(s, nbytes), &cp);
	return cp;
}

static uint32_t
last_written(const struct output *out)
{
	return last_char(out->first, (size_t)(out->at - out->first));
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
 * How many characters at the start of a word are plain ASCII. What is not
 * plain: controls (line ends are blanks), and a blank after another.
 */
static size_t
plain_count(uint64_t word, bool is_after_blank)
{
	uint64_t blanks = word_equal(word, ' ');
	uint64_t after_blank = blanks << 8 | (is_after_blank ? 0x80u : 0);
	uint64_t stops = word_high(word) | word_below(word, ' ') |
		(blanks & after_blank);

	return stops == 0 ? WORD_NBYTES : word_first(stops);
}

/* Folds those of the word at S and returns how many they are. */
static size_t
fold_word(const char *s, struct output *out)
{
	uint64_t word = word_load(s);
	uint64_t upper = word_below(word, 'Z' + 1) & ~word_below(word, 'A');
	size_t nplain = plain_count(word, is_after_blank(out));

	word_store(out->at, word | upper >> 2);
	out->at += nplain;
	return nplain;
}

/* The entry of the character at AT, and its length: of two or three bytes. */
static inline uint32_t
beyond_ascii(const unsigned char *at, uint32_t *nbytes)
{
	*nbytes = at[0] < 0xE0 ? 2 : 3;
	return *nbytes == 2
		? fold_blocks[fold_index[at[0] & 0x1F]][at[1] & 0x3F]
		: fold_blocks[fold_index[(at[0] & 0x0F) << 6 |
			(at[1] & 0x3F)]][at[2] & 0x3F];
}

/* Folds the characters at the start of [s, end) that are not ASCII. */
static const char *
fold_letters_beyond_ascii(const char *s, const char *end, struct output *out)
{
	for (int i = 0; i < WORD_NBYTES && s < end; i++) {
		const unsigned char *at = (const unsigned char *)s;
		uint32_t entry, nbytes;

		if (at[0] < 0x80 || at[0] >= 0xF0)
			break;
		entry = beyond_ascii(at, &nbytes);
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

			fold_map_add_plain(map, nplain, (uint32_t)off);
			off += nplain;
			if (nplain > 0)
				continue;
		}
		off += fold_char(s + off, &out);
		fold_map_add(map, (size_t)(out.at - out.first),
			(uint32_t)start, (uint32_t)off);
	}
	output_end(&out, buf);
}

/*
 * Whether the character at OFF melts with the letter behind START, or vanishes
 * behind it: the letter is folded once more, alone.
 */
static bool
is_melted(const char *s, size_t start, size_t off)
{
	char bytes[2 * STEP_NBYTES_MAX];
	struct output out = { bytes, bytes, bytes + sizeof(bytes) };
	const char *before;

	while (start < off)
		start += fold_char(s + start, &out);
	before = out.at;
	fold_char(s + off, &out);
	return out.at == before;
}

/* How many folded bytes the character behind LETTER adds to those before. */
static uint32_t
added_by(const char *s, const char *folded, const struct fold_letter *letter,
	uint32_t *nbytes)
{
	size_t off = letter->source.end;
	uint32_t end = letter->folded.end;
	uint32_t cp, entry;

	*nbytes = (uint32_t)utf8_next(s + off, &cp);
	entry = entry_of(cp);
	switch ((enum fold_class)(entry >> FOLD_CLASS_SHIFT)) {
	case FOLD_PLAIN:
		break;
	case FOLD_SELF:
		return *nbytes;
	case FOLD_BLANK:
		return end == 0 || folded[end - 1] != ' ';
	case FOLD_MARK:
		if (is_letter(last_char(folded, end)))
			return 0;
		break;
	case FOLD_JAMO:
		return is_melted(s, letter->source.start, off) ? 0 : *nbytes;
	case FOLD_LONG_MARK:
		if (is_letter(last_char(folded, end)))
			return 0;
		/* fall through */
	case FOLD_LONG:
		return entry >> 16 & 0xFF;
	}
	return entry >> FOLD_NBYTES_SHIFT & 3;
}

/* LETTER becomes the NBYTES bytes behind it, which fold to NFOLDED. */
static inline void
step_letter(struct fold_letter *letter, uint32_t nbytes, uint32_t nfolded)
{
	letter->source.start = letter->source.end;
	letter->source.end += nbytes;
	letter->folded.start = letter->folded.end;
	letter->folded.end += nfolded;
}

/* Over the plain ASCII of the word behind LETTER; whether there is any. */
static inline bool
step_word(const char *s, const char *folded, struct fold_letter *letter)
{
	uint32_t end = letter->folded.end;
	uint32_t nplain = (uint32_t)plain_count(
		word_load(s + letter->source.end),
		end > 0 && folded[end - 1] == ' ');

	if (nplain == 0)
		return false;
	step_letter(letter, nplain - 1, nplain - 1);
	step_letter(letter, 1, 1);
	return true;
}

/* added_by, at once for nearly all characters. */
static inline uint32_t
added_soon(const char *s, const char *folded,
	const struct fold_letter *letter, uint32_t *nbytes)
{
	const unsigned char *at =
		(const unsigned char *)s + letter->source.end;
	uint32_t entry;

	*nbytes = 1;
	if (at[0] > ' ' && at[0] < 0x7F)
		return 1;
	if (at[0] >= 0x80 && at[0] < 0xF0) {
		entry = beyond_ascii(at, nbytes);
		if (entry >> FOLD_CLASS_SHIFT == FOLD_PLAIN)
			return entry >> FOLD_NBYTES_SHIFT & 3;
	}
	return added_by(s, folded, letter, nbytes);
}

void
fold_follow(const char *s, size_t nbytes, const char *folded, uint32_t off,
	struct fold_letter *letter)
{
	struct fold_letter at = *letter;
	uint32_t length, nfolded;

	assert(at.folded.start <= off);
	while (at.folded.end <= off) {
		assert(at.source.end < nbytes);
		if (off - at.folded.end >= WORD_NBYTES
		    && nbytes - at.source.end >= WORD_NBYTES
		    && step_word(s, folded, &at))
			continue;
		nfolded = added_soon(s, folded, &at, &length);
		if (nfolded > 0)
			step_letter(&at, length, nfolded);
		else
			at.source.end += length;
	}
	while (at.source.end < nbytes
	       && added_soon(s, folded, &at, &length) == 0)
		at.source.end += length;
	*letter = at;
}

size_t
fold_next_long(uint32_t *number, char bytes[FOLD_NBYTES_MAX])
{
	size_t nbytes = 0;

	while (nbytes < 2 && *number < FOLD_BLOCK * COUNT(fold_blocks)) {
		uint32_t entry = fold_blocks[*number / FOLD_BLOCK]
			[*number % FOLD_BLOCK];
		struct output out = { bytes, bytes, bytes + FOLD_NBYTES_MAX };

		/* Only here, with nothing before and nothing of its own. */
		put_entry(&out, entry, "", 0);
		nbytes = (size_t)(out.at - out.first);
		++*number;
	}
	return nbytes < 2 ? 0 : nbytes;
}
