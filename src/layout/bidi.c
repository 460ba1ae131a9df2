#include <config.h>

#include "layout/bidi.h"

#include <assert.h>
#include <limits.h>
#include <string.h>

#include <fribidi.h>

#include "base/xalloc.h"

static const FriBidiParType par_types[] = {
	[BIDI_BASE_AUTO_LTR] = FRIBIDI_PAR_ON,
	[BIDI_BASE_AUTO_RTL] = FRIBIDI_PAR_WRTL,
	[BIDI_BASE_LTR] = FRIBIDI_PAR_LTR,
	[BIDI_BASE_RTL] = FRIBIDI_PAR_RTL,
};

static void
reserve(struct bidi *bidi, size_t count)
{
	assert(count <= INT_MAX);
	if (count <= bidi->capacity)
		return;
	bidi->types = xreallocarray(bidi->types, count, sizeof(uint32_t));
	bidi->brackets = xreallocarray(bidi->brackets, count,
		sizeof(uint32_t));
	bidi->joins = xreallocarray(bidi->joins, count, 1);
	bidi->capacity = count;
}

void
bidi_release(struct bidi *bidi)
{
	free(bidi->types);
	free(bidi->brackets);
	free(bidi->joins);
	memset(bidi, 0, sizeof(*bidi));
}

bool
bidi_levels(struct bidi *bidi, const uint32_t *cps, size_t ncps,
	enum bidi_base base, int8_t *levels)
{
	FriBidiParType par = par_types[base];
	FriBidiStrIndex count = (FriBidiStrIndex)ncps;

	if (ncps == 0)
		return FRIBIDI_IS_RTL(par);
	reserve(bidi, ncps);
	fribidi_get_bidi_types(cps, count, bidi->types);
	fribidi_get_bracket_types(cps, count, bidi->types, bidi->brackets);
	if (fribidi_get_par_embedding_levels_ex(bidi->types, bidi->brackets,
			count, &par, levels) == 0)
		die("out of memory");
	return FRIBIDI_IS_RTL(par);
}

/* The alefs that follow a lam, and their ligatures when not joined before. */
static const struct {
	uint16_t alef, ligature;
} lam_alefs[] = {
	{ 0xFE82, 0xFEF5 }, { 0xFE84, 0xFEF7 }, { 0xFE88, 0xFEF9 },
	{ 0xFE8E, 0xFEFB },
};

#define LAM_INITIAL 0xFEDFu
#define LAM_MEDIAL 0xFEE0u

static uint32_t
lam_alef(uint32_t lam, uint32_t alef)
{
	for (size_t i = 0; i < sizeof(lam_alefs) / sizeof(*lam_alefs); i++) {
		if (lam_alefs[i].alef == alef)
			return lam_alefs[i].ligature
				+ (lam == LAM_MEDIAL ? 1u : 0u);
	}
	return 0;
}

/*
 * FriBidi makes a ligature of a lam and an alef side by side only; here those
 * with marks between them.
 */
static void
ligate_over_marks(const struct bidi *bidi, uint32_t *glyphs, size_t ncps)
{
	size_t lam = SIZE_MAX;

	for (size_t i = 0; i < ncps; i++) {
		uint32_t ligature;

		if (glyphs[i] == LAM_INITIAL || glyphs[i] == LAM_MEDIAL) {
			lam = i;
			continue;
		}
		if (lam == SIZE_MAX || bidi->types[i] == FRIBIDI_TYPE_NSM)
			continue;
		ligature = lam_alef(glyphs[lam], glyphs[i]);
		if (ligature != 0) {
			glyphs[lam] = ligature;
			glyphs[i] = BIDI_FILL;
		}
		lam = SIZE_MAX;
	}
}

void
bidi_shape(struct bidi *bidi, uint32_t *glyphs, size_t ncps,
	const int8_t *levels, bool is_shaped)
{
	FriBidiStrIndex count = (FriBidiStrIndex)ncps;

	if (is_shaped) {
		reserve(bidi, ncps);
		fribidi_get_bidi_types(glyphs, count, bidi->types);
		fribidi_get_joining_types(glyphs, count, bidi->joins);
		fribidi_join_arabic(bidi->types, count, levels, bidi->joins);
		/* Never with SHAPE_ARAB_CONSOLE: it makes marks letters. */
		fribidi_shape(FRIBIDI_FLAGS_ARABIC, levels, count,
			bidi->joins, glyphs);
		ligate_over_marks(bidi, glyphs, ncps);
	}
	fribidi_shape_mirroring(levels, count, glyphs);
}

bool
bidi_is_control(uint32_t cp)
{
	return (cp >= 0x202A && cp <= 0x202E) || (cp >= 0x2066 && cp <= 0x2069)
		|| cp == 0x200E || cp == 0x200F || cp == 0x061C;
}

bool
bidi_is_rtl(uint32_t cp)
{
	if (cp < 0x0590)
		return false;
	return cp <= 0x08FF || bidi_is_control(cp)
		|| (cp >= 0xFB1D && cp <= 0xFDFF)
		|| (cp >= 0xFE70 && cp <= 0xFEFE)
		|| (cp >= 0x10800 && cp <= 0x10FFF)
		|| (cp >= 0x1E800 && cp <= 0x1EFFF);
}

bool
bidi_is_space(uint32_t cp)
{
	FriBidiCharType type = fribidi_get_bidi_type(cp);

	return FRIBIDI_IS_EXPLICIT_OR_BN_OR_WS(type)
		|| FRIBIDI_IS_SEPARATOR(type) || FRIBIDI_IS_ISOLATE(type);
}

void
bidi_end_line(const bool *is_space, size_t count, bool is_rtl,
	int8_t *levels)
{
	while (count > 0 && is_space[count - 1])
		levels[--count] = is_rtl;
}

static void
reverse(uint32_t *order, size_t start, size_t end)
{
	while (start + 1 < end) {
		uint32_t first = order[start];

		order[start++] = order[--end];
		order[end] = first;
	}
}

void
bidi_order(const int8_t *levels, size_t count, uint32_t *order)
{
	int highest = 0, lowest_odd = INT8_MAX;

	for (size_t i = 0; i < count; i++) {
		order[i] = (uint32_t)i;
		if (levels[i] > highest)
			highest = levels[i];
		if (levels[i] % 2 == 1 && levels[i] < lowest_odd)
			lowest_odd = levels[i];
	}
	/*
	 * A run at some level is a stretch of places even after the runs
	 * inside it were turned around, so logical levels find it.
	 */
	for (int level = highest; level >= lowest_odd; level--) {
		for (size_t start = 0, end; start < count; start = end + 1) {
			end = start;
			while (end < count && levels[end] >= level)
				end++;
			reverse(order, start, end);
		}
	}
}
