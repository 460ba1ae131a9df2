#include <config.h>

#include "model/fingerprint.h"

#include <stdbool.h>
#include <string.h>

#include "text/range.h"
#include "text/utf8.h"
#include "text/word.h"

/*
 * What is not in these tables counts as a letter or digit, together with the
 * marks on it. Never change them: the ids of articles depend on every bit.
 *
 * Passed over: ASCII but [0-9A-Za-z]; U+0080..00BF, multiplication and
 * division sign; Arabic punctuation, honorifics, tatweel and harakat;
 * U+2000..2FFF; CJK punctuation; private use; variation selectors, vertical
 * and small forms, U+FEFF; full-width punctuation, specials; U+1F000..1FAFF
 * and U+E0000 on.
 */

static const unsigned char one_byte[128] = {
	['0' ... '9'] = 1, ['A' ... 'Z'] = 1, ['a' ... 'z'] = 1,
};

/* Bit i: the character with the low six bits i counts; by lead byte - 0xC0. */
static const uint64_t two_bytes[32] = {
	0, 0, 0,
	0xFF7FFFFFFF7FFFFF,	/* U+00C0: not D7, F7 */
	~0ull, ~0ull, ~0ull, ~0ull, ~0ull, ~0ull, ~0ull, ~0ull, ~0ull, ~0ull,
	~0ull, ~0ull, ~0ull, ~0ull, ~0ull, ~0ull, ~0ull, ~0ull, ~0ull, ~0ull,
	0xFFFFFFFF00000000,	/* U+0600: not 0600..061F */
	0xFFFEC3FF000007FE,	/* U+0640: not 0640, 064B..065F, 066A..066D,
				   0670 */
	~0ull,
	0xFFFFC000002FFFFF,	/* U+06C0: not 06D4, 06D6..06ED */
	~0ull, ~0ull, ~0ull, ~0ull,
};

/* What counts from U+2000 on. */
static const struct char_range counted[] = {
	{ 0x3005, 0x3007 }, { 0x3021, 0x302F }, { 0x3031, 0x303C },
	{ 0x3040, 0xD7FF }, { 0xF900, 0xFD3D }, { 0xFD40, 0xFDFF },
	{ 0xFE70, 0xFEFE }, { 0xFF10, 0xFF19 }, { 0xFF21, 0xFF3A },
	{ 0xFF41, 0xFF5A }, { 0xFF66, 0xFFDF }, { 0x10000, 0x1EFFF },
	{ 0x1FB00, 0xDFFFF },
};

static bool
is_counted(const char *s)
{
	uint32_t cp;

	if ((unsigned char)*s < 0xE2)
		return true;
	utf8_next(s, &cp);
	return RANGES_HAVE(counted, cp);
}

#define BLOCK_NBYTES 1024
/* What is looked at in one step, at most. */
#define STEP_NBYTES (8 + UTF8_BYTES_MAX)

/* Bytes that count, waiting for a word of eight to be full. */
struct sieve {
	uint64_t hash;
	uint64_t nbytes;		/* of all that counted */
	size_t filled;			/* of block */
	unsigned char block[BLOCK_NBYTES + 8];
};

static void
absorb(struct sieve *sieve, uint64_t word)
{
	uint64_t hash = (sieve->hash ^ word) * 0x9E3779B97F4A7C15;

	sieve->hash = hash ^ hash >> 29;
}

static void
absorb_block(struct sieve *sieve)
{
	size_t nwords = sieve->filled / 8;

	for (size_t i = 0; i < nwords; i++)
		absorb(sieve, word_load((const char *)sieve->block + 8 * i));
	sieve->nbytes += 8 * nwords;
	sieve->filled -= 8 * nwords;
	memmove(sieve->block, sieve->block + 8 * nwords, 8);
}

/* These two put a character where it counts: the end of OUT is returned. */

static inline unsigned char *
sift_ascii(unsigned char *out, char c)
{
	*out = (unsigned char)c;
	return out + one_byte[(unsigned char)c];
}

/* Of S four bytes may be read; *NBYTES is the length of the character. */
static inline unsigned char *
sift_wide(unsigned char *out, const char *s, size_t *nbytes)
{
	unsigned char lead = (unsigned char)*s;
	bool counts = lead < 0xE0
		? two_bytes[lead - 0xC0] >> (s[1] & 0x3F) & 1 : is_counted(s);

	/* One instruction for all lengths; what is too much is not kept. */
	memcpy(out, s, UTF8_BYTES_MAX);
	*nbytes = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
	return out + (counts ? *nbytes : 0);
}

/*
 * As much as surely fits the block, a step being eight bytes of ASCII or one
 * character; returns how much.
 */
static size_t
sift_block(struct sieve *sieve, const char *s, size_t nbytes)
{
	unsigned char *out = sieve->block + sieve->filled;
	const unsigned char *full = sieve->block + BLOCK_NBYTES - STEP_NBYTES;
	size_t off = 0, length = 1;

	for (; nbytes - off >= STEP_NBYTES && out <= full; off += length) {
		if (word_high(word_load(s + off)) == 0) {
			for (length = 0; length < 8; length++)
				out = sift_ascii(out, s[off + length]);
		} else if ((unsigned char)s[off] < 0x80) {
			out = sift_ascii(out, s[off]);
			length = 1;
		} else {
			out = sift_wide(out, s + off, &length);
		}
	}
	sieve->filled = (size_t)(out - sieve->block);
	return off;
}

/* The last few bytes, from memory that may be read past their end. */
static void
sift_rest(struct sieve *sieve, const char *s, size_t nbytes)
{
	unsigned char *out = sieve->block + sieve->filled;
	char rest[STEP_NBYTES + UTF8_BYTES_MAX] = { 0 };
	size_t length;

	memcpy(rest, s, nbytes);
	for (size_t off = 0; off < nbytes; off += length) {
		length = 1;
		out = (unsigned char)rest[off] < 0x80
			? sift_ascii(out, rest[off])
			: sift_wide(out, rest + off, &length);
	}
	sieve->filled = (size_t)(out - sieve->block);
}

uint64_t
fingerprint_of(const char *text, size_t nbytes)
{
	struct sieve sieve;
	size_t off = 0;
	uint64_t hash;

	sieve.hash = 0x6E65777370616E65;
	sieve.nbytes = sieve.filled = 0;
	while (nbytes - off >= STEP_NBYTES) {
		off += sift_block(&sieve, text + off, nbytes - off);
		absorb_block(&sieve);
	}
	sift_rest(&sieve, text + off, nbytes - off);
	absorb_block(&sieve);
	sieve.nbytes += sieve.filled;
	memset(sieve.block + sieve.filled, 0, 8 - sieve.filled);
	absorb(&sieve, word_load((const char *)sieve.block));
	absorb(&sieve, sieve.nbytes);
	hash = sieve.hash * 0xD6E8FEB86659FD93;
	return hash ^ hash >> 32;
}
