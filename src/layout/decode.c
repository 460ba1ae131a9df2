#include <config.h>

#include "layout/decode.h"

#include <stdbool.h>
#include <string.h>

#include "layout/bidi.h"
#include "text/range.h"
#include "text/utf8.h"
#include "text/vector.h"

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

_Static_assert(DECODE_BLOCK == VEC_NBYTES, "a block is a vector");

/* The bytes that no character starts with. */
static inline vec_mask8
is_inside(vec_u8 bytes)
{
	return (vec_mask8)bytes < -0x40;
}

static inline vec_mask8
is_ascii(vec_u8 bytes)
{
	return vec_in(bytes, 0x20, 0x7E);
}

/*
 * Where bytes and the two that follow start a character that Latin and
 * Vietnamese text is made of, or none at all: printable ASCII, U+00A1 to
 * U+02FF but U+00AD, U+1E00 to U+1EFF, U+2010 to U+2027. No branch, since
 * which letter comes next cannot be foreseen.
 */
static inline vec_mask8
is_common(vec_u8 first, vec_u8 second, vec_u8 third)
{
	vec_mask8 is_special = (first == 0xC2)
		& (((vec_mask8)second < -0x5F) | (second == 0xAD));

	return is_ascii(first) | is_inside(first)
		| (vec_in(first, 0xC2, 0xCB) & ~is_special)
		| ((first == 0xE1) & vec_in(second, 0xB8, 0xBB))
		| ((first == 0xE2) & (second == 0x80)
			& vec_in(third, 0x90, 0xA7));
}

/* The same for Greek and Cyrillic letters: U+03C0 to U+047F. */
static inline vec_mask8
is_cyrillic(vec_u8 first)
{
	return vec_in(first, 0xCF, 0xD1);
}

/* The same for Arabic letters: U+0620 to U+064A, U+0680 to U+06BF, U+060C. */
static inline vec_mask8
is_arabic(vec_u8 first, vec_u8 second)
{
	return ((first == 0xD8) & (vec_in(second, 0xA0, 0xBF)
			| (second == 0x8C)))
		| ((first == 0xD9) & vec_in(second, 0x80, 0x8A))
		| (first == 0xDA);
}

static unsigned
find_kind(uint32_t cp)
{
	if (RANGES_HAVE(simple, cp))
		return 0;
	if (RANGES_HAVE(simple_rtl, cp))
		return DECODE_RTL;
	if (cp - 0x064B <= 0x0652 - 0x064B || cp == 0x0670)
		return DECODE_HARAKAT;
	if (cp == 0xA0)
		return DECODE_NBSP;
	if (cp == 0xAD)
		return DECODE_OTHER | DECODE_HYPHEN;
	if (bidi_is_control(cp) || cp == 0xFEFF)
		return DECODE_RTL | DECODE_CONTROL;
	return bidi_is_rtl(cp) ? DECODE_OTHER | DECODE_RTL : DECODE_OTHER;
}

static inline unsigned
kind_of(uint32_t cp)
{
	/* Most of Arabic, Latin and Vietnamese need not be looked for. */
	if (cp - 0x0621 <= 0x064A - 0x0621)
		return DECODE_RTL;
	return cp - 0x20 < 0x5F || cp - 0xAE < 0x300 - 0xAE
		|| cp - 0x1E00 < 0x100 ? 0 : find_kind(cp);
}

static inline void
add_ascii(struct decoder *decoder, const char *s, uint32_t off)
{
	uint32_t *cps = decoder->cps + decoder->count;
	uint32_t *starts = decoder->starts + decoder->count;
	vec_u32 places = { off, off + 1, off + 2, off + 3 };
	unsigned char block[BLOCK];

	/* Through a copy, which nothing that is written can overlap. */
	memcpy(block, s, BLOCK);
	for (uint32_t i = 0; i < BLOCK; i++)
		cps[i] = block[i];
	vec_store_u32(starts, places);
	vec_store_u32(starts + 4, places + 4);
	vec_store_u32(starts + 8, places + 8);
	vec_store_u32(starts + 12, places + 12);
	decoder->count += BLOCK;
}

/*
 * What starts with the first of each pair of PAIRS, if a character below
 * U+10000 does; the pairs behind them, NEXT, have its third byte.
 */
static inline vec_u16
read_pairs(vec_u8 pairs, vec_u8 next)
{
	vec_u16 first = vec_first(pairs), third = vec_first(next) & 0x3F;
	vec_u16 two = first << 6 | (vec_second(pairs) & 0x3F);
	vec_u16 three = two << 6 | third;
	vec_u16 many = vec_choose((vec_mask16)first > 0xDF, three,
		two & 0x7FF);

	return vec_choose((vec_mask16)first > 0x7F, many, first);
}

/*
 * The characters of a block, so that two are taken over together: two for each
 * pair of bytes. Where only one starts there it is the first of the two, and
 * the other may be anything. Pairs 0, 2, 4 and 6 come first, then 1, 3, 5 and
 * 7, which is how vectors fall apart.
 */
struct block {
	uint32_t cps[BLOCK], starts[BLOCK];
	uint16_t counts[BLOCK / 2];	/* how many start in each pair */
};

/* In that order; OFF is added to all of them. */
static inline void
store_pairs(uint32_t *out, vec_u16 first, vec_u16 second, uint32_t off)
{
	vec_u32 a = vec_first_u16(first) + off, b = vec_first_u16(second) + off;
	vec_u32 c = vec_second_u16(first) + off;
	vec_u32 d = vec_second_u16(second) + off;

	vec_store_u32(out, VEC_PICK(a, b, 0, 4, 1, 5));
	vec_store_u32(out + 4, VEC_PICK(a, b, 2, 6, 3, 7));
	vec_store_u32(out + 8, VEC_PICK(c, d, 0, 4, 1, 5));
	vec_store_u32(out + 12, VEC_PICK(c, d, 2, 6, 3, 7));
}

/* The block at OFF, which is at S; characters below U+10000. */
static inline void
read_block(const char *s, uint32_t off, struct block *block)
{
	const vec_u16 places = { 0, 2, 4, 6, 8, 10, 12, 14 };
	vec_u8 bytes = vec_load(s);
	vec_u16 even = read_pairs(bytes, vec_load(s + 2));
	vec_u16 odd = read_pairs(vec_load(s + 1), vec_load(s + 3));
	vec_mask16 not_even = (vec_first(bytes) & 0xC0) == 0x80;
	vec_mask16 not_odd = (vec_second(bytes) & 0xC0) == 0x80;
	vec_u16 counts = (vec_u16)not_even + (vec_u16)not_odd + 2;

	store_pairs(block->cps, vec_choose(not_even, odd, even), odd, 0);
	store_pairs(block->starts, places - (vec_u16)not_even, places + 1,
		off);
	memcpy(block->counts, &counts, sizeof(counts));
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
 * Writes what starts in pairs I and I + 1 of a block to where CPS and STARTS
 * have COUNT others; returns how many they are then. No branch here, either:
 * what is not to be there is written over by the next.
 */
static inline size_t
add_pairs(uint32_t *cps, uint32_t *starts, size_t count,
	const struct block *block, size_t i)
{
	const size_t nbytes = 2 * sizeof(*cps);

	memcpy(cps + count, block->cps + i, nbytes);
	memcpy(starts + count, block->starts + i, nbytes);
	count += block->counts[i];
	memcpy(cps + count, block->cps + BLOCK / 2 + i, nbytes);
	memcpy(starts + count, block->starts + BLOCK / 2 + i, nbytes);
	return count + block->counts[i + 1];
}

/* The characters that start in the block at OFF, at S; returns how many. */
static inline size_t
add_block(struct decoder *decoder, const char *s, uint32_t off)
{
	uint32_t *cps = decoder->cps, *starts = decoder->starts;
	size_t count = decoder->count;
	struct block block;

	read_block(s, off, &block);
	count = add_pairs(cps, starts, count, &block, 0);
	count = add_pairs(cps, starts, count, &block, 2);
	count = add_pairs(cps, starts, count, &block, 4);
	count = add_pairs(cps, starts, count, &block, 6);
	count -= decoder->count;
	decoder->count += count;
	return count;
}

/* The block of which S has at least the bytes that characters end with. */
static inline void
add(struct decoder *decoder, const char *s, uint32_t off)
{
	vec_u8 first = vec_load(s), second;
	vec_mask8 is_known;
	size_t count;

	if (vec_all(is_ascii(first))) {
		add_ascii(decoder, s, off);
		return;
	}
	count = add_block(decoder, s, off);
	second = vec_load(s + 1);
	is_known = is_common(first, second, vec_load(s + 2));
	if (vec_all(is_known))
		return;
	is_known |= is_cyrillic(first);
	if (vec_all(is_known))
		return;
	is_known |= is_arabic(first, second);
	if (vec_all(is_known))
		decoder->seen |= DECODE_RTL;
	else
		look_at(decoder, s, off, count);
}

/* The bytes from OFF to END, among which is no line end. */
static void
add_run(struct decoder *decoder, const char *text, uint32_t off, uint32_t end)
{
	for (; off < end; off += BLOCK) {
		uint32_t count = end - off;
		char rest[BLOCK + BEYOND];
		const char *s = text + off;

		/* The last are filled up with blanks, taken off again. */
		if (count < sizeof(rest)) {
			memset(rest, ' ', sizeof(rest));
			s = memcpy(rest, s, count);
		}
		add(decoder, s, off);
		if (count < BLOCK)
			decoder->count -= BLOCK - count;
	}
}

static bool
is_plain_blank(uint32_t cp)
{
	return cp == ' ' || cp == '\t' || cp == '\n';
}

/*
 * Whether a lone و is the last character and an Arabic letter stands at OFF:
 * it is a letter of that word.
 */
static bool
is_inside_word(const struct decoder *decoder, const char *text, uint32_t off,
	uint32_t end)
{
	size_t last = decoder->count;
	uint32_t cp;

	while (last > 0 && (decoder->cps[last - 1] - 0x064B
		<= 0x0652 - 0x064B || decoder->cps[last - 1] == 0x0640))
		last--;
	if (last < 2 || decoder->cps[last - 1] != 0x0648 || off == end
		|| (!is_plain_blank(decoder->cps[last - 2])
			&& decoder->cps[last - 2] != 0xA0))
		return false;
	utf8_next(text + off, &cp);
	return cp - 0x0620 <= 0x064A - 0x0620 && cp != 0x0640;
}

/* The line end at OFF, its neighbours included, as one blank or nothing. */
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
	if (is_inside_word(decoder, text, off, end))
		return off;
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
