#include <config.h>

#include "model/guess.h"

#include <stdint.h>
#include <string.h>

#include "base/buf.h"
#include "model/guess_inside.h"

/* What is looked at of a text, and at most of it at one place. */
#define SAMPLE_NBYTES 2048
#define STRETCH_NBYTES 512
/* What UTF-16 is told by. */
#define WIDE_NBYTES 4096
#define WIDE_NBYTES_MIN 32

/* The bytes of a text that say most. */
struct sample {
	unsigned char bytes[SAMPLE_NBYTES];
	size_t nbytes;
};

static bool
is_high(char byte)
{
	return (unsigned char)byte >= 0x80;
}

static void
add_stretch(struct sample *sample, const char *bytes, size_t nbytes)
{
	size_t room = SAMPLE_NBYTES - sample->nbytes;

	if (nbytes > room)
		nbytes = room;
	memcpy(sample->bytes + sample->nbytes, bytes, nbytes);
	sample->nbytes += nbytes;
}

/* From OFF on, a place where no character of several bytes goes on. */
static size_t
next_border(const char *bytes, size_t nbytes, size_t off)
{
	while (off < nbytes && (unsigned char)bytes[off] >= '0')
		off++;
	return off;
}

/*
 * What is around bytes that are not ASCII, from here and there. A short text
 * is taken whole.
 */
static void
take_sample(struct sample *sample, const char *bytes, size_t nbytes)
{
	size_t off = 0;

	sample->nbytes = 0;
	if (nbytes <= SAMPLE_NBYTES) {
		add_stretch(sample, bytes, nbytes);
		return;
	}
	while (off < nbytes && sample->nbytes < SAMPLE_NBYTES) {
		size_t start = off, end;

		while (off < nbytes && !is_high(bytes[off]))
			if (bytes[off++] == '\n')
				start = off;
		if (off == nbytes)
			break;
		if (off - start > STRETCH_NBYTES / 2)
			start = off - STRETCH_NBYTES / 2;
		end = nbytes - off > STRETCH_NBYTES ? off + STRETCH_NBYTES
			: nbytes;
		add_stretch(sample, bytes + start, end - start);
		off = next_border(bytes, nbytes, end);
	}
}

static struct verdict
judge(const struct sample *sample, enum encoding encoding)
{
	uint32_t cps[SAMPLE_NBYTES];

	if (encoding == ENCODING_GB18030)
		return guess_chinese(sample->bytes, sample->nbytes);
	for (size_t i = 0; i < sample->nbytes; i++)
		cps[i] = decode_byte(encoding, sample->bytes[i]);
	if (encoding == ENCODING_WINDOWS_1256)
		return guess_arabic(cps, sample->nbytes);
	if (encoding == ENCODING_WINDOWS_1252)
		return guess_western(cps, sample->nbytes);
	return guess_vietnamese(cps, sample->nbytes);
}

/* Whether A is the better one of two that are strong. */
static bool
is_better(struct verdict a, struct verdict b)
{
	unsigned long long x = (unsigned long long)a.ngood * (b.ngood + b.nbad);
	unsigned long long y = (unsigned long long)b.ngood * (a.ngood + a.nbad);

	return x != y ? x > y : a.ntypical > b.ntypical;
}

/* Whether no other encoding needs to be tried. */
static bool
is_overwhelming(struct verdict verdict)
{
	return verdict.is_strong && verdict.ngood >= 40
		&& verdict.ntypical >= 10 && 40 * verdict.nbad <= verdict.ngood;
}

bool
guess_encoding(const char *bytes, size_t nbytes, enum encoding *encoding)
{
	struct verdict best = { 0 };
	struct sample sample;

	take_sample(&sample, bytes, nbytes);
	for (int i = ENCODING_WINDOWS_1256; i <= ENCODING_GB18030; i++) {
		struct verdict verdict = judge(&sample, (enum encoding)i);

		if (!verdict.is_strong
			|| (best.is_strong && !is_better(verdict, best)))
			continue;
		best = verdict;
		*encoding = (enum encoding)i;
		if (is_overwhelming(best))
			break;
	}
	return best.is_strong;
}

/* Units of UTF-16 in what a text is mostly made of. */
static bool
is_wide_text(const char *bytes, size_t nbytes, bool is_big)
{
	size_t nunits = nbytes / 2, nascii = 0, nother = 0, nblanks = 0;

	for (size_t i = 0; i < nunits; i++) {
		unsigned char high = (unsigned char)bytes[2 * i + !is_big];
		unsigned char low = (unsigned char)bytes[2 * i + is_big];

		if (high == 0 && (low < '\t' || (low > '\r' && low < ' ')
				|| (low >= 0x7F && low < 0xA0)))
			return false;
		nascii += high == 0;
		nblanks += high == 0 && (low == ' ' || low == '\n');
		/* Marked Latin, Cyrillic, Arabic, Vietnamese, quotes. */
		nother += (high >= 1 && high <= 6) || high == 0x1E
			|| high == 0x20;
	}
	return 10 * nascii >= nunits && nascii + nother == nunits
		&& 30 * nblanks >= nunits && 3 * nblanks <= nunits;
}

bool
guess_wide(const char *bytes, size_t nbytes, enum encoding *encoding)
{
	if (nbytes > WIDE_NBYTES)
		nbytes = WIDE_NBYTES;
	if (nbytes < WIDE_NBYTES_MIN || memchr(bytes, '\0', 64 < nbytes
			? 64 : nbytes) == NULL)
		return false;
	for (int is_big = 0; is_big <= 1; is_big++) {
		if (!is_wide_text(bytes, nbytes, is_big != 0))
			continue;
		*encoding = is_big ? ENCODING_UTF16BE : ENCODING_UTF16LE;
		return true;
	}
	return false;
}
