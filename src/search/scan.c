#include <config.h>

#include "search/scan.h"

#include <assert.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "text/word.h"

/* Bytes that are compared at once, and those between two decisions. */
#define LANE_NBYTES 16
#define STRIDE ((size_t)4 * LANE_NBYTES)

typedef uint8_t lane __attribute__((vector_size(LANE_NBYTES)));

/*
 * How common a byte is in folded text, roughly: the lead bytes of a script
 * are, and the letters that its words are made of.
 */
static int
commonness(unsigned char byte)
{
	/* alef, lam, meem, noon, yeh, waw, heh; beh, teh, dal, reh, seen */
	static const char arabic[] = "\xA7\x84\x85\x86\x8A\x88\x87"
		"\xA8\xAA\xAF\xB1\xB3";
	static const char latin[] = "enatiohrsdgclum";
	const char *at;

	if (byte >= 0xC0 || byte == ' ')
		return 100;
	if (byte < 0x80 && (byte < 'a' || byte > 'z'))
		return 1;
	at = byte == '\0' ? NULL : strchr(byte < 0x80 ? latin : arabic, byte);
	return at == NULL ? 2 : 50 - (int)(at - (byte < 0x80 ? latin : arabic));
}

void
scan_init(struct scan *scan, const char *needle, size_t nbytes)
{
	int best = 1000, next = 1000;

	assert(nbytes > 0);
	*scan = (struct scan){ .needle = needle, .nbytes = nbytes };
	for (size_t i = 0; i < nbytes; i++) {
		int common = commonness((unsigned char)needle[i]);

		if (common < best) {
			next = best;
			scan->second = scan->first;
			best = common;
			scan->first = i;
		} else if (common < next) {
			next = common;
			scan->second = i;
		}
	}
}

static inline lane
load(const char *s)
{
	lane bytes;

	memcpy(&bytes, s, sizeof(bytes));
	return bytes;
}

static inline lane
repeated(char byte)
{
	lane bytes;

	memset(&bytes, byte, sizeof(bytes));
	return bytes;
}

/* Where, from AT on, both bytes of the probe are: all bits of a byte. */
static inline lane
candidates(const char *at, const struct scan *scan, lane first, lane second)
{
	return (lane)(load(at + scan->first) == first)
		& (lane)(load(at + scan->second) == second);
}

static inline bool
has_any(lane bytes)
{
	uint64_t words[LANE_NBYTES / WORD_NBYTES];

	memcpy(words, &bytes, sizeof(words));
	return (words[0] | words[1]) != 0;
}

/* The needle at one of the CANDIDATES of the lane at AT; NULL: none. */
static const char *
find_in_lane(const struct scan *scan, const char *at, lane candidates)
{
	for (size_t i = 0; i < LANE_NBYTES; i += WORD_NBYTES) {
		char bytes[LANE_NBYTES];
		uint64_t set;

		memcpy(bytes, &candidates, sizeof(bytes));
		set = word_high(word_load(bytes + i));
		for (; set != 0; set &= set - 1) {
			const char *place = at + i + word_first(set);

			if (memcmp(place, scan->needle, scan->nbytes) == 0)
				return place;
		}
	}
	return NULL;
}

static const char *
find_in_stride(const struct scan *scan, const char *at, lane first,
	lane second)
{
	for (size_t i = 0; i < STRIDE; i += LANE_NBYTES) {
		lane both = candidates(at + i, scan, first, second);
		const char *hit = has_any(both)
			? find_in_lane(scan, at + i, both) : NULL;

		if (hit != NULL)
			return hit;
	}
	return NULL;
}

const char *
scan_find(const struct scan *scan, const char *hay, size_t hay_nbytes)
{
	lane first = repeated(scan->needle[scan->first]);
	lane second = repeated(scan->needle[scan->second]);
	size_t off = 0, end;

	if (hay_nbytes < scan->nbytes)
		return NULL;
	if (scan->nbytes == 1)
		return memchr(hay, *scan->needle, hay_nbytes);
	/* Places where the needle still has room. */
	end = hay_nbytes - scan->nbytes + 1;
	for (; end - off >= STRIDE; off += STRIDE) {
		const char *at = hay + off, *hit;
		lane any = { 0 };

		for (size_t i = 0; i < STRIDE; i += LANE_NBYTES)
			any |= candidates(at + i, scan, first, second);
		if (!has_any(any))
			continue;
		hit = find_in_stride(scan, at, first, second);
		if (hit != NULL)
			return hit;
	}
	return memmem(hay + off, hay_nbytes - off, scan->needle, scan->nbytes);
}
