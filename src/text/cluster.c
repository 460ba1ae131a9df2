#include <config.h>

#include "text/cluster.h"

#include <assert.h>

#include <unictype.h>
#include <unigbrk.h>

#include "text/range.h"
#include "text/utf8.h"

/*
 * Characters with Grapheme_Cluster_Break=Other: there is always a border
 * between two of them. Those below U+0300, and the controls, are told in
 * is_plain.
 */
static const struct char_range plain[] = {
	{ 0x0370, 0x0482 },	/* Greek, Cyrillic */
	{ 0x048A, 0x0590 },
	{ 0x05D0, 0x05FF },	/* Hebrew */
	{ 0x061D, 0x064A },	/* Arabic */
	{ 0x0660, 0x066F },
	{ 0x0671, 0x06D5 },
	{ 0x1E00, 0x200A },	/* Latin, Greek; blanks */
	{ 0x2010, 0x2027 },
	{ 0x202F, 0x203B },
	{ 0x3041, 0x3096 },	/* kana, CJK */
	{ 0x309B, 0xA66E },
	{ 0xFB50, 0xFDFF },	/* Arabic presentation forms */
	{ 0xFE70, 0xFEFE },
};

/*
 * Below U+0300 only CR is not plain (LF may follow it). The controls there
 * are: like plain ones they have a border on both sides of them.
 */
static inline bool
is_plain(uint32_t cp)
{
	if (cp < 0x0300)
		return cp != '\r';
	/* The commonest first: Arabic and Vietnamese. */
	if (cp - 0x061D <= 0x064A - 0x061D || cp - 0x1E00 <= 0x200A - 0x1E00)
		return true;
	return RANGES_HAVE(plain, cp);
}

/* Marks of Latin and Arabic: they go with any character before. */
static bool
is_common_mark(uint32_t cp)
{
	return (cp >= 0x0300 && cp <= 0x036F)
		|| (cp >= 0x064B && cp <= 0x065F) || cp == 0x0670;
}

/* Whether a mark after CP, which is plain, does not join it. */
static bool
is_control(uint32_t cp)
{
	return cp < 0x20 || (cp >= 0x7F && cp < 0xA0) || cp == 0xAD;
}

/*
 * The library decides about character I from START, where the open cluster
 * starts, to the next plain character. What it writes is 0 or 1. Returns
 * where it has decided up to.
 */
static size_t
ask_library(const uint32_t *cps, size_t ncps, size_t start, size_t i,
	bool *is_start)
{
	size_t end = i + 1;

	while (end < ncps && !is_plain(cps[end]))
		end++;
	if (end < ncps)
		end++;
	u32_grapheme_breaks(cps + start, end - start,
		(char *)(is_start + start));
	return end;
}

/* Takes apart what is too long; returns where the last cluster starts. */
static size_t
cut_long(size_t start, size_t i, size_t end, bool *is_start)
{
	for (; i < end; i++) {
		if (i - start >= CLUSTER_CPS_MAX)
			is_start[i] = true;
		if (is_start[i])
			start = i;
	}
	return start;
}

void
cluster_breaks(const uint32_t *cps, size_t ncps, bool *is_start)
{
	size_t start = 0, i = 0;

	while (i < ncps) {
		size_t end = i + 1;

		if (is_plain(cps[i])) {
			is_start[i] = true;
			start = i;
		} else if (is_common_mark(cps[i]) && i > 0
			&& !is_control(cps[i - 1])) {
			is_start[i] = i - start >= CLUSTER_CPS_MAX;
			start = is_start[i] ? i : start;
		} else {
			end = ask_library(cps, ncps, start, i, is_start);
			start = cut_long(start, i, end, is_start);
		}
		i = end;
	}
}

#define ZWJ 0x200Du
#define ENCLOSING_KEYCAP 0x20E3u
#define AS_EMOJI 0xFE0Fu	/* a variation selector */

static bool
is_flag_letter(uint32_t cp)
{
	return cp >= 0x1F1E6 && cp <= 0x1F1FF;
}

/* What may be an emoji, and is sent as it is. */
static bool
is_picture(uint32_t cp)
{
	return cp >= 0xA9 && uc_is_property_extended_pictographic(cp)
		&& char_shown(cp) == cp;
}

/* What makes another picture of the one before it. */
static bool
is_modifier(uint32_t cp)
{
	return cp == AS_EMOJI || (cp >= 0x1F3FB && cp <= 0x1F3FF)
		|| (cp >= 0xE0020 && cp <= 0xE007F);
}

static bool
is_keycap(const uint32_t *cps, size_t ncps)
{
	return ncps == 3 && cps[1] == AS_EMOJI && cps[2] == ENCLOSING_KEYCAP
		&& (cps[0] == '#' || cps[0] == '*'
			|| (cps[0] >= '0' && cps[0] <= '9'));
}

bool
cluster_is_sequence(const uint32_t *cps, size_t ncps)
{
	if (ncps == 2 && is_flag_letter(cps[0]) && is_flag_letter(cps[1]))
		return true;
	if (is_keycap(cps, ncps))
		return true;
	if (ncps < 2 || !is_picture(cps[0]))
		return false;
	for (size_t i = 1; i < ncps; i++) {
		if (cps[i] == ZWJ && i + 1 < ncps && is_picture(cps[i + 1]))
			i++;
		else if (!is_modifier(cps[i]))
			return false;
	}
	return true;
}

/* How far cluster_after and cluster_before look around. */
#define WINDOW_CPS 256

/* Clusters around a place, enough to tell the borders next to it. */
struct window {
	size_t offs[WINDOW_CPS + 1];	/* bytes; one more: the end */
	bool is_start[WINDOW_CPS];
	size_t count;
};

/*
 * A place at or before OFF from which the borders can be told: between two
 * plain characters, or half a window back.
 */
static size_t
safe_start(const char *s, size_t off)
{
	uint32_t right = 0, left;
	bool has_right = false;

	for (size_t i = 0; off > 0 && i < WINDOW_CPS / 2; i++) {
		size_t before = utf8_before(s, off);

		utf8_next(s + before, &left);
		if (has_right && is_plain(left) && is_plain(right))
			return off;
		has_right = true;
		right = left;
		off = before;
	}
	return off;
}

static void
window_fill(struct window *window, const char *s, size_t nbytes, size_t off)
{
	uint32_t cps[WINDOW_CPS];
	size_t count = 0;

	while (off < nbytes && count < WINDOW_CPS) {
		window->offs[count] = off;
		off += utf8_next(s + off, &cps[count++]);
	}
	window->offs[count] = off;
	window->count = count;
	cluster_breaks(cps, count, window->is_start);
}

size_t
cluster_after(const char *s, size_t nbytes, size_t off)
{
	struct window window;

	assert(off <= nbytes);
	window_fill(&window, s, nbytes, safe_start(s, off));
	for (size_t i = 0; i < window.count; i++) {
		if (window.is_start[i] && window.offs[i] > off)
			return window.offs[i];
	}
	return window.offs[window.count];
}

size_t
cluster_before(const char *s, size_t nbytes, size_t off)
{
	struct window window;
	size_t i, before;

	assert(off <= nbytes);
	before = off > 0 ? utf8_before(s, off) : 0;
	window_fill(&window, s, nbytes, safe_start(s, before));
	for (i = window.count; i-- > 0;) {
		if (window.is_start[i] && window.offs[i] < off)
			return window.offs[i];
	}
	return before;
}
