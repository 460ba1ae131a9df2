#include <config.h>

#include "layout/chars.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "layout/breaks.h"
#include "text/cluster.h"
#include "text/compose.h"
#include "text/utf8.h"

/* What was seen while decoding; what is absent saves a pass. */
struct traits {
	bool has_rtl;		/* levels and shaping are needed */
	bool has_marks;		/* may not be composed */
	bool has_clusters;	/* a cluster may have several characters */
	bool has_controls;	/* bidi controls to take out */
};

static void
reserve(struct chars *chars, size_t count)
{
	if (count <= chars->capacity)
		return;
	chars->cps = xreallocarray(chars->cps, count, sizeof(*chars->cps));
	chars->glyphs = xreallocarray(chars->glyphs, count,
		sizeof(*chars->glyphs));
	chars->sources = xreallocarray(chars->sources, count,
		sizeof(*chars->sources));
	chars->levels = xreallocarray(chars->levels, count, 1);
	chars->can_break = xreallocarray(chars->can_break, count, 1);
	chars->starts_cluster = xreallocarray(chars->starts_cluster, count,
		sizeof(*chars->starts_cluster));
	chars->capacity = count;
}

void
chars_release(struct chars *chars)
{
	free(chars->cps);
	free(chars->glyphs);
	free(chars->sources);
	free(chars->levels);
	free(chars->can_break);
	free(chars->starts_cluster);
	bidi_release(&chars->bidi);
	memset(chars, 0, sizeof(*chars));
}

static void
push(struct chars *chars, uint32_t cp, uint32_t start, uint32_t end)
{
	chars->cps[chars->count] = cp;
	chars->sources[chars->count++] = (struct span){ start, end };
}

static bool
is_plain_blank(uint32_t cp)
{
	return cp == ' ' || cp == '\t' || cp == '\n';
}

/* The line end at OFF, its neighbours included, as one blank. */
static uint32_t
push_line_end(struct chars *chars, const char *text, uint32_t off,
	uint32_t limit)
{
	uint32_t start = off;

	while (chars->count > 0
			&& is_plain_blank(chars->cps[chars->count - 1]))
		start = chars->sources[--chars->count].start;
	while (off < limit && is_plain_blank((unsigned char)text[off]))
		off++;
	push(chars, ' ', start, off);
	return off;
}

/*
 * Latin, Vietnamese, Greek, Cyrillic and general punctuation: every character
 * its own cluster, nothing to compose.
 */
static bool
is_simple(uint32_t cp)
{
	return cp < 0x300 || (cp >= 0x1E00 && cp <= 0x1FFF)
		|| (cp >= 0x0370 && cp <= 0x0482)
		|| (cp >= 0x048A && cp <= 0x058F)
		|| (cp >= 0x2010 && cp <= 0x2027)
		|| (cp >= 0x202F && cp <= 0x205F);
}

static void
push_char(struct chars *chars, struct traits *traits, uint32_t cp,
	uint32_t start, uint32_t end)
{
	if (cp == 0x202D || cp == 0x202E || cp == 0xFEFF)
		return;
	if (!is_simple(cp)) {
		traits->has_marks = traits->has_clusters = true;
		traits->has_rtl |= bidi_is_rtl(cp);
		traits->has_controls |= bidi_is_control(cp);
	}
	push(chars, cp, start, end);
}

static struct traits
decode(struct chars *chars, const char *text, struct span source)
{
	struct traits traits = { 0 };
	uint32_t off = source.start;

	while (off < source.end) {
		unsigned char byte = (unsigned char)text[off];
		uint32_t start = off, cp;

		if (byte == '\n') {
			off = push_line_end(chars, text, off, source.end);
		} else if (byte < 0x80) {
			push(chars, byte, off, off + 1);
			off++;
		} else {
			off += (uint32_t)utf8_next(text + off, &cp);
			push_char(chars, &traits, cp, start, off);
		}
	}
	return traits;
}

/* The levels; all are 0 where nothing runs from right to left. */
static void
find_levels(struct chars *chars, bool has_rtl, enum bidi_base base)
{
	if (!has_rtl && (base == BIDI_BASE_AUTO_LTR || base == BIDI_BASE_LTR)) {
		memset(chars->levels, 0, chars->count);
		chars->is_rtl = chars->has_levels = false;
		return;
	}
	chars->is_rtl = bidi_levels(&chars->bidi, chars->cps, chars->count,
		base, chars->levels);
	chars->has_levels = true;
}

/*
 * Takes the bidi controls out of all arrays together; their work is done, and
 * FriBidi would not join letters across them. A break before one is a break
 * before what follows it.
 */
static void
remove_controls(struct chars *chars)
{
	size_t count = 0;
	uint8_t can_break = 0;

	for (size_t i = 0; i < chars->count; i++) {
		can_break |= chars->can_break[i];
		if (bidi_is_control(chars->cps[i]))
			continue;
		chars->cps[count] = chars->cps[i];
		chars->sources[count] = chars->sources[i];
		chars->levels[count] = chars->levels[i];
		chars->can_break[count++] = can_break;
		can_break = 0;
	}
	chars->count = count;
}

static void
find_clusters(struct chars *chars, bool has_clusters)
{
	if (has_clusters)
		cluster_breaks(chars->cps, chars->count,
			chars->starts_cluster);
	else
		memset(chars->starts_cluster, true, chars->count);
}

/* A lam and an alef that were made one glyph become one cluster. */
static void
join_ligatures(struct chars *chars)
{
	for (size_t i = 0; i < chars->count; i++) {
		if (chars->glyphs[i] != BIDI_FILL)
			continue;
		if (chars->cps[i] != BIDI_LAM)
			chars->starts_cluster[i] = false;
		else if (i + 1 < chars->count)
			chars->starts_cluster[i + 1] = false;
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
	bidi_shape(&chars->bidi, chars->glyphs, chars->count, chars->levels,
		style->is_shaped);
	if (style->is_shaped)
		join_ligatures(chars);
}

void
chars_read(struct chars *chars, const char *text, struct span source,
	enum bidi_base base, const struct line_style *style)
{
	struct traits traits;

	assert(source.start <= source.end);
	chars->count = 0;
	reserve(chars, span_nbytes(source) + 1);
	traits = decode(chars, text, source);
	if (traits.has_marks)
		chars->count = compose(chars->cps, chars->sources,
			chars->count);
	breaks_find(chars->cps, chars->count, chars->can_break);
	find_levels(chars, traits.has_rtl, base);
	if (traits.has_controls)
		remove_controls(chars);
	find_clusters(chars, traits.has_clusters);
	find_glyphs(chars, style);
}
