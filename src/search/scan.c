#include <config.h>

#include "search/scan.h"

#include <assert.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

/* Bytes that are compared at once, and those between two decisions. */
#define LANE_NBYTES 16
#define STRIDE ((size_t)4 * LANE_NBYTES)

typedef uint8_t lane __attribute__((vector_size(LANE_NBYTES)));

/* Two places of the needle, and what stands there. */
struct probe {
	size_t first, second;
	char first_byte, second_byte;
};

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

static struct probe
choose(const char *needle, size_t nbytes)
{
	struct probe probe = { 0, 0, 0, 0 };
	int best = 1000, next = 1000;

	for (size_t i = 0; i < nbytes; i++) {
		int common = commonness((unsigned char)needle[i]);

		if (common < best) {
			next = best;
			probe.second = probe.first;
			best = common;
			probe.first = i;
		} else if (common < next) {
			next = common;
			probe.second = i;
		}
	}
	probe.first_byte = needle[probe.first];
	probe.second_byte = needle[probe.second];
	return probe;
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

/* Whether both bytes of the probe are at any of STRIDE places from AT on. */
static inline bool
may_start(const char *at, const struct probe *probe, lane first, lane second)
{
	uint64_t any[LANE_NBYTES / sizeof(uint64_t)];
	lane both = { 0 };

	for (size_t i = 0; i < STRIDE; i += LANE_NBYTES)
		both |= (lane)(load(at + probe->first + i) == first)
			& (lane)(load(at + probe->second + i) == second);
	memcpy(any, &both, sizeof(any));
	return (any[0] | any[1]) != 0;
}

const char *
scan_find(const char *hay, size_t hay_nbytes, const char *needle,
	size_t needle_nbytes)
{
	struct probe probe = choose(needle, needle_nbytes);
	lane first = repeated(probe.first_byte);
	lane second = repeated(probe.second_byte);
	size_t off = 0, end;

	assert(needle_nbytes > 0);
	if (hay_nbytes < needle_nbytes)
		return NULL;
	if (needle_nbytes == 1)
		return memchr(hay, *needle, hay_nbytes);
	/* Places where the needle still has room. */
	end = hay_nbytes - needle_nbytes + 1;
	for (; end - off >= STRIDE; off += STRIDE) {
		if (!may_start(hay + off, &probe, first, second))
			continue;
		for (size_t i = off; i < off + STRIDE; i++)
			if (hay[i + probe.first] == probe.first_byte
			    && memcmp(hay + i, needle, needle_nbytes) == 0)
				return hay + i;
	}
	return memmem(hay + off, hay_nbytes - off, needle, needle_nbytes);
}
