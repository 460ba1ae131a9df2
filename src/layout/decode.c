#include <config.h>

#include "layout/decode.h"

#include <stdbool.h>
#include <string.h>

#include "layout/bidi.h"
#include "text/range.h"
#include "text/utf8.h"
#include "text/word.h"

/* Bytes that are decoded together. */
#define BLOCK ((uint32_t)DECODE_BLOCK)
/* A character that starts in a block may reach so far beyond it. */
#define BEYOND (UTF8_BYTES_MAX - 1)

/* The simple characters. */
static const struct char_range simple[] = {
	{ 0x0020, 0x007E }, { 0x00A1, 0x00AC }, { 0x00AE, 0x02FF },
	{ 0x0370, 0x0377 }, { 0x037A, 0x037F }, { 0x0384, 0x038A },
	{ 0x038E, 0x03A1 }, { 0x03A3, 0x0482 }, { 0x048A, 0x052F },
	{ 0x1E00, 0x1EFF }, { 0x2010, 0x2027 }, { 0x2030, 0x205E },
};

/* Like them, but for direction. */
static const struct char_range simple_rtl[] = {
	{ 0x05D0, 0x05EA }, { 0x0606, 0x060F }, { 0x061B, 0x061B },
	{ 0x061D, 0x064A }, { 0x0660, 0x066F }, { 0x0671, 0x06D5 },
	{ 0x06EE, 0x06FF },
};

struct decoder {
	uint32_t *cps, *starts;
	size_t count;
	unsigned seen;
};

/*
 * Whether a byte and the two that follow start a character that Latin and
 * Vietnamese text is made of, or none at all: printable ASCII, U+00AE to
 * U+02FF, U+1E00 to U+1EFF, U+2010 to U+2027. No branch, since which letter
 * comes next cannot be foreseen.
 */
static inline uint8_t
starts_common(uint8_t first, uint8_t second, uint8_t third)
{
	return ((first >= 0x20) & (first < 0x7F))
		| ((first >= 0x80) & (first < 0xC0))
		| ((first == 0xC2) & (second >= 0xAE))
		| ((first >= 0xC3) & (first < 0xCC))
		| ((first == 0xE1) & (second >= 0xB8) & (second < 0xBC))
		| ((first == 0xE2) & (second == 0x80)
			& (third >= 0x90) & (third < 0xA8));
}

/* The same for Arabic letters: U+0620 to U+064A, U+0680 to U+06BF, U+060C. */
static inline uint8_t
starts_arabic(uint8_t first, uint8_t second)
{
	return ((first == 0xD8) & ((second >= 0xA0) | (second == 0x8C)))
		| ((first == 0xD9) & (second < 0x8B)) | (first == 0xDA);
}

static unsigned
kind_of(uint32_t cp)
{
	if (RANGES_HAVE(simple, cp))
		return 0;
	if (RANGES_HAVE(simple_rtl, cp))
		return DECODE_RTL;
	if (cp == 0xA0)
		return DECODE_NBSP;
	if (cp == 0xAD)
		return DECODE_OTHER | DECODE_HYPHEN;
	if (bidi_is_control(cp) || cp == 0xFEFF)
		return DECODE_OTHER | DECODE_RTL | DECODE_CONTROL;
	return bidi_is_rtl(cp) ? DECODE_OTHER | DECODE_RTL : DECODE_OTHER;
}

/* Whether the block at S is all printable ASCII. */
static inline bool
is_ascii(const char *s)
{
	uint64_t low = word_load(s), high = word_load(s + WORD_NBYTES);

	return (word_high(low | high) | word_below(low, ' ')
		| word_below(high, ' ') | word_equal(low, 0x7F)
		| word_equal(high, 0x7F)) == 0;
}

static inline void
add_ascii(struct decoder *decoder, const char *s, uint32_t off)
{
	uint32_t *cps = decoder->cps + decoder->count;
	uint32_t *starts = decoder->starts + decoder->count;
	unsigned char block[BLOCK];

	/* Through a copy, which nothing that is written can overlap. */
	memcpy(block, s, BLOCK);
	for (uint32_t i = 0; i < BLOCK; i++)
		cps[i] = block[i];
	for (uint32_t i = 0; i < BLOCK; i++)
		starts[i] = off + i;
	decoder->count += BLOCK;
}

/* What starts at each byte of a block, if a character does. */
struct block {
	uint16_t cps[BLOCK];	/* up to U+FFFF */
	uint8_t is_start[BLOCK];
	bool is_common;		/* all of it is */
	bool is_known;		/* all is common or Arabic */
};

/*
 * All places of a block at once, without a branch on what stands there: loops
 * of a size that compilers know, over numbers of one size.
 */
static inline void
read_block(const char *s, struct block *block)
{
	unsigned char bytes[BLOCK + BEYOND];
	uint8_t uncommon = 0, unknown = 0;

	memcpy(bytes, s, sizeof(bytes));
	for (size_t i = 0; i < BLOCK; i++) {
		uint16_t first = bytes[i];
		uint16_t second = bytes[i + 1] & 0x3F;
		uint16_t third = bytes[i + 2] & 0x3F;
		uint16_t two = (uint16_t)((first & 0x1F) << 6 | second);
		uint16_t three = (uint16_t)(first << 12 | second << 6 | third);
		uint16_t cp = first < 0xE0 ? two : three;

		block->cps[i] = first < 0x80 ? first : cp;
	}
	for (size_t i = 0; i < BLOCK; i++)
		block->is_start[i] = (bytes[i] & 0xC0) != 0x80;
	for (size_t i = 0; i < BLOCK; i++)
		uncommon |= !starts_common(bytes[i], bytes[i + 1],
			bytes[i + 2]);
	block->is_common = block->is_known = !uncommon;
	if (!uncommon)
		return;
	for (size_t i = 0; i < BLOCK; i++)
		unknown |= !(starts_common(bytes[i], bytes[i + 1],
			bytes[i + 2]) | starts_arabic(bytes[i], bytes[i + 1]));
	block->is_known = !unknown;
}

/*
 * The COUNT characters, decoded last from the block at OFF, which is at S,
 * are looked at one by one.
 */
static void
look_at(struct decoder *decoder, const char *s, uint32_t off, size_t count)
{
	size_t first = decoder->count - count;

	for (size_t i = first; i < decoder->count; i++) {
		const char *at = s + (decoder->starts[i] - off);

		if ((unsigned char)*at >= 0xF0)
			utf8_next(at, &decoder->cps[i]);
		decoder->seen |= kind_of(decoder->cps[i]);
	}
}

/*
 * Writes what may start at byte I of the block at OFF; returns 1 if it does,
 * else it is to be written over.
 */
static inline size_t
keep(const struct block *block, uint32_t off, uint32_t i, uint32_t *cp,
	uint32_t *start)
{
	*cp = block->cps[i];
	*start = off + i;
	return block->is_start[i];
}

/* The characters that start in the block at OFF, which is at S. */
static inline void
add_block(struct decoder *decoder, const char *s, uint32_t off)
{
	uint32_t *cps = decoder->cps + decoder->count;
	uint32_t *starts = decoder->starts + decoder->count;
	struct block block;
	size_t count = 0;

	read_block(s, &block);
	for (uint32_t i = 0; i < BLOCK; i += 4) {
		count += keep(&block, off, i, cps + count, starts + count);
		count += keep(&block, off, i + 1, cps + count, starts + count);
		count += keep(&block, off, i + 2, cps + count, starts + count);
		count += keep(&block, off, i + 3, cps + count, starts + count);
	}
	decoder->count += count;
	if (block.is_common)
		return;
	if (block.is_known)
		decoder->seen |= DECODE_RTL;
	else
		look_at(decoder, s, off, count);
}

/* The block of which S has at least the bytes that characters end with. */
static inline void
add(struct decoder *decoder, const char *s, uint32_t off)
{
	if (is_ascii(s))
		add_ascii(decoder, s, off);
	else
		add_block(decoder, s, off);
}

/* The bytes from OFF to END, among which is no line end. */
static void
add_run(struct decoder *decoder, const char *text, uint32_t off, uint32_t end)
{
	for (; off + BLOCK + BEYOND <= end; off += BLOCK)
		add(decoder, text + off, off);
	/* What is left, filled up with blanks that are taken off again. */
	for (; off < end; off += BLOCK) {
		char rest[BLOCK + BEYOND];
		uint32_t count = end - off;

		memset(rest, ' ', sizeof(rest));
		memcpy(rest, text + off, count < sizeof(rest) ? count
			: sizeof(rest));
		add(decoder, rest, off);
		if (count < BLOCK)
			decoder->count -= BLOCK - count;
	}
}

static bool
is_plain_blank(uint32_t cp)
{
	return cp == ' ' || cp == '\t' || cp == '\n';
}

/* The line end at OFF, its neighbours included, as one blank. */
static uint32_t
add_line_end(struct decoder *decoder, const char *text, uint32_t off,
	uint32_t end)
{
	uint32_t start = off;

	while (decoder->count > 0
			&& is_plain_blank(decoder->cps[decoder->count - 1]))
		start = decoder->starts[--decoder->count];
	while (off < end && is_plain_blank((unsigned char)text[off]))
		off++;
	decoder->cps[decoder->count] = ' ';
	decoder->starts[decoder->count++] = start;
	return off;
}

unsigned
decode_kinds(const uint32_t *cps, size_t ncps)
{
	unsigned seen = 0;

	for (size_t i = 0; i < ncps; i++)
		seen |= kind_of(cps[i]);
	return seen;
}

size_t
decode_chars(const char *text, struct span source, uint32_t *cps,
	uint32_t *starts, unsigned *seen)
{
	struct decoder decoder = { .cps = cps, .starts = starts };
	uint32_t off = source.start;

	while (off < source.end) {
		const char *line_end = memchr(text + off, '\n',
			source.end - off);
		uint32_t end = line_end == NULL ? source.end
			: (uint32_t)(line_end - text);

		add_run(&decoder, text, off, end);
		off = end == source.end ? end
			: add_line_end(&decoder, text, end, source.end);
	}
	*seen |= decoder.seen;
	return decoder.count;
}
