#include <config.h>

#include "layout/chars.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "layout/breaks.h"
#include "layout/decode.h"
#include "layout/tailor.h"
#include "text/cluster.h"
#include "text/compose.h"
#include "text/utf8.h"
#include "text/word.h"

/* What a control that is to be seen is to all rules: a neutral. */
#define CONTROL_PLACE 0xFFFCu

static const struct {
	uint32_t cp;
	const char *name;
} controls[] = {
	{ 0x061C, "ALM" }, { 0x200E, "LRM" }, { 0x200F, "RLM" },
	{ 0x202A, "LRE" }, { 0x202B, "RLE" }, { 0x202C, "PDF" },
	{ 0x202D, "LRO" }, { 0x202E, "RLO" }, { 0x2066, "LRI" },
	{ 0x2067, "RLI" }, { 0x2068, "FSI" }, { 0x2069, "PDI" },
};

static void
reserve(struct chars *chars, size_t count)
{
	if (count <= chars->capacity)
		return;
	chars->cps = xreallocarray(chars->cps, count, sizeof(*chars->cps));
	chars->starts = xreallocarray(chars->starts, count,
		sizeof(*chars->starts));
	chars->breaks = xreallocarray(chars->breaks, count, 1);
	chars->capacity = count;
}

static void
reserve_hard(struct chars *chars, size_t count)
{
	if (count <= chars->hard_capacity)
		return;
	chars->glyphs = xreallocarray(chars->glyphs, count,
		sizeof(*chars->glyphs));
	chars->levels = xreallocarray(chars->levels, count, 1);
	chars->starts_cluster = xreallocarray(chars->starts_cluster, count,
		sizeof(*chars->starts_cluster));
	chars->hard_capacity = count;
}

void
chars_release(struct chars *chars)
{
	free(chars->cps);
	free(chars->starts);
	free(chars->breaks);
	free(chars->glyphs);
	free(chars->levels);
	free(chars->starts_cluster);
	bidi_release(&chars->bidi);
	memset(chars, 0, sizeof(*chars));
}

const char *
chars_control(uint32_t glyph)
{
	size_t i = 0;

	while (glyph != (controls[i].cp | CONTROL_GLYPH)) {
		i++;
		assert(i < sizeof(controls) / sizeof(*controls));
	}
	return controls[i].name;
}

static bool
is_override(uint32_t cp)
{
	return cp == 0x202D || cp == 0x202E;
}

/*
 * Takes out what must have no say, before anything is decided. Returns what is
 * left of what was SEEN.
 */
static unsigned
drop_junk(struct chars *chars, bool has_controls, unsigned seen)
{
	size_t count = 0;

	for (size_t i = 0; i < chars->count; i++) {
		uint32_t cp = chars->cps[i];

		if (cp == 0xFEFF || (is_override(cp) && !has_controls))
			continue;
		chars->cps[count] = cp;
		chars->starts[count++] = chars->starts[i];
	}
	if (count == chars->count)
		return seen;
	chars->count = count;
	return decode_kinds(chars->cps, count);
}

/*
 * Whether text of the kinds SEEN is in form C but for the order of harakat,
 * which are the only marks, and bidi_levels tells where those are.
 */
static bool
is_composed(unsigned seen)
{
	unsigned marks = DECODE_OTHER | DECODE_HARAKAT;

	return (seen & marks) == 0 || (seen & (marks | DECODE_RTL
			| DECODE_CONTROL)) == (DECODE_HARAKAT | DECODE_RTL);
}

/* Controls that are to be seen lose their power. */
static void
disarm_controls(struct chars *chars)
{
	for (size_t i = 0; i < chars->count; i++)
		if (bidi_is_control(chars->cps[i]))
			chars->cps[i] = CONTROL_PLACE;
}

/*
 * Takes the bidi controls out of all arrays together; their work is done, and
 * letters are joined as if they were not there. A break before one is a break
 * before what follows it.
 */
static void
remove_controls(struct chars *chars)
{
	size_t count = 0;
	uint8_t before = LINE_BREAK_NO;

	for (size_t i = 0; i < chars->count; i++) {
		if (before == LINE_BREAK_NO)
			before = chars->breaks[i];
		if (bidi_is_control(chars->cps[i]))
			continue;
		chars->cps[count] = chars->cps[i];
		chars->starts[count] = chars->starts[i];
		chars->levels[count] = chars->levels[i];
		chars->breaks[count++] = before;
		before = LINE_BREAK_NO;
	}
	chars->count = count;
}

/* The levels; all are 0 where nothing runs from right to left. */
static void
find_levels(struct chars *chars, bool has_rtl, enum bidi_base base)
{
	chars->has_levels = has_rtl || base == BIDI_BASE_AUTO_RTL
		|| base == BIDI_BASE_RTL;
	chars->is_rtl = false;
	if (!chars->has_levels)
		memset(chars->levels, 0, chars->count);
	else
		chars->is_rtl = bidi_levels(&chars->bidi, chars->cps,
			chars->count, base, chars->levels);
}

/*
 * Form C and the clusters of a text whose only marks are harakat: those alone
 * need looking at, which bidi_levels, that had to look at all, has found.
 * Canonical order goes by their code points (UAX #15).
 */
static void
read_harakat(struct chars *chars)
{
	const uint8_t *classes = chars->bidi.classes;
	uint32_t *cps = chars->cps;
	size_t start = 0;	/* of the cluster */

	for (size_t i = 0; i < chars->count; i++) {
		i = word_find((const char *)classes, chars->count, i,
			BIDI_CLASS_NSM);
		if (i == chars->count)
			return;
		if (i > 0 && classes[i - 1] != BIDI_CLASS_NSM)
			start = i - 1;
		else if (i - start >= CLUSTER_CPS_MAX)
			start = i;
		chars->starts_cluster[i] = i == start;
		if (i == start || cps[i - 1] == ' ')
			chars->is_usual = false;
		for (size_t k = i; k > start && classes[k - 1] == BIDI_CLASS_NSM
				&& cps[k - 1] > cps[k]; k--) {
			uint32_t cp = cps[k];

			cps[k] = cps[k - 1];
			cps[k - 1] = cp;
		}
	}
}

/*
 * The glyphs for the whole paragraph, before it is wrapped, so that a letter
 * keeps its form where a word is cut.
 */
static void
find_glyphs(struct chars *chars, const struct line_style *style)
{
	memcpy(chars->glyphs, chars->cps,
		chars->count * sizeof(*chars->glyphs));
	if (!chars->has_levels || style->order == ORDER_LOGICAL)
		return;
	if (bidi_shape(chars->glyphs, chars->count, chars->levels,
			style->is_shaped, chars->starts_cluster))
		chars->is_usual = false;
}

/* The stored text knows which control it was. */
static void
show_controls(struct chars *chars, const char *text)
{
	for (size_t i = 0; i < chars->count; i++) {
		uint32_t cp;

		if (chars->cps[i] != CONTROL_PLACE)
			continue;
		utf8_next(text + chars->starts[i], &cp);
		if (bidi_is_control(cp))
			chars->glyphs[i] = cp | CONTROL_GLYPH;
	}
}

/* All that only text which is not simple needs. */
static void
read_hard(struct chars *chars, const char *text, unsigned seen,
	enum bidi_base base, const struct line_style *style)
{
	bool has_controls = (seen & DECODE_CONTROL) != 0;
	bool shows_controls = has_controls && style->has_controls;

	reserve_hard(chars, chars->count + 1);
	chars->is_usual = !shows_controls
		&& (seen & (DECODE_OTHER | DECODE_RTL)) == DECODE_RTL;
	if (shows_controls)
		disarm_controls(chars);
	find_levels(chars, (seen & DECODE_RTL) != 0, base);
	if (has_controls && !shows_controls)
		remove_controls(chars);
	memset(chars->starts_cluster, true, chars->count + 1);
	if (!is_composed(seen))
		cluster_breaks(chars->cps, chars->count,
			chars->starts_cluster);
	else if ((seen & DECODE_HARAKAT) != 0)
		read_harakat(chars);
	/* A mark that nothing stands before is a cell. */
	if (chars->count > 0 && bidi_class(chars->cps[0]) == BIDI_CLASS_NSM)
		chars->is_usual = false;
	find_glyphs(chars, style);
	if (shows_controls)
		show_controls(chars, text);
}

static void
find_breaks(struct chars *chars, const struct line_style *style)
{
	breaks_find(chars->cps, chars->count, chars->breaks);
	if (!style->is_plain)
		tailor_breaks(chars->cps, chars->count, chars->count,
			chars->breaks);
	chars->has_breaks = true;
}

/*
 * The characters that there are to show, in form C; what was seen among them
 * (DECODE_). They are not as they are stored if one was left out or composed.
 */
static unsigned
read_cps(struct chars *chars, const char *text, struct span source,
	const struct line_style *style, bool *is_stored)
{
	unsigned seen = 0;

	reserve(chars, span_nbytes(source) + DECODE_ROOM);
	chars->count = decode_chars(text, source, chars->cps, chars->starts,
		&seen);
	*is_stored = (seen & (DECODE_OTHER | DECODE_CONTROL)) == 0;
	if ((seen & DECODE_CONTROL) != 0)
		seen = drop_junk(chars, style->has_controls, seen);
	if (!is_composed(seen)) {
		chars->count = compose(chars->cps, chars->starts,
			chars->count);
		/* Letters taken apart may be simple ones, put together. */
		if ((seen & DECODE_OTHER) != 0)
			seen = decode_kinds(chars->cps, chars->count);
	}
	return seen;
}

void
chars_read(struct chars *chars, const char *text, struct span source,
	enum bidi_base base, const struct line_style *style)
{
	bool is_stored;
	unsigned seen;

	assert(source.start <= source.end);
	seen = read_cps(chars, text, source, style, &is_stored);
	chars->is_usual = false;
	chars->is_simple = (seen & (DECODE_OTHER | DECODE_RTL
			| DECODE_HARAKAT)) == 0 && !style->is_wide
		&& (base == BIDI_BASE_LTR || base == BIDI_BASE_AUTO_LTR);
	chars->has_nbsp = (seen & DECODE_NBSP) != 0;
	chars->has_hyphens = (seen & DECODE_HYPHEN) != 0 && !style->is_plain;
	chars->is_rtl = chars->has_levels = chars->has_breaks = false;
	/* Controls have a say, and may be gone afterwards. */
	if ((chars->has_nbsp && !chars->is_simple)
			|| (seen & DECODE_CONTROL) != 0)
		find_breaks(chars, style);
	if (!chars->is_simple)
		read_hard(chars, text, seen, base, style);
	if (chars->is_usual && is_stored && !chars->has_breaks)
		memset(chars->breaks, LINE_BREAK_NO, chars->count);
	else if (!chars->is_simple && !chars->has_breaks)
		find_breaks(chars, style);
	chars->starts[chars->count] = source.end;
	if (chars->count > 0)
		chars->starts[0] = source.start;
}
