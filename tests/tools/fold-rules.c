#include <config.h>

#include "fold-rules.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <unicase.h>
#include <unictype.h>

#include "text/utf8.h"

#define HANGUL_FIRST 0xAC00u
#define HANGUL_LAST 0xD7A3u

/* Step 3 of the rules: what decomposition does not know. */
struct rule {
	uint32_t from;
	const char *to;
};

static const struct rule rules[] = {
	{ 0x0111, "d" }, { 0x00F0, "d" }, { 0x00F8, "o" }, { 0x0142, "l" },
	{ 0x0127, "h" }, { 0x0131, "i" }, { 0x00E6, "ae" }, { 0x0153, "oe" },
	{ 0x00FE, "th" },
	/* Arabic: alef, waw, yeh, heh, kaf. */
	{ 0x0671, "\u0627" }, { 0x0672, "\u0627" }, { 0x0673, "\u0627" },
	{ 0x0675, "\u0627" },
	{ 0x0676, "\u0648" }, { 0x0677, "\u0648" }, { 0x06C7, "\u0648" },
	{ 0x06CB, "\u0648" },
	{ 0x0649, "\u064A" }, { 0x0678, "\u064A" }, { 0x06CC, "\u064A" },
	{ 0x06D0, "\u064A" }, { 0x06D2, "\u064A" }, { 0x06CE, "\u064A" },
	{ 0x0629, "\u0647" }, { 0x06C1, "\u0647" }, { 0x06C3, "\u0647" },
	{ 0x06D5, "\u0647" }, { 0x06BE, "\u0647" },
	{ 0x06A9, "\u0643" }, { 0x06AA, "\u0643" },
	/* The decimal separator stands between digits only; thousands go. */
	{ 0x066B, "." }, { 0x066C, "" },
	/* Curly quotes and dashes. */
	{ 0x2018, "'" }, { 0x2019, "'" }, { 0x201A, "'" }, { 0x201B, "'" },
	{ 0x02BC, "'" },
	{ 0x201C, "\"" }, { 0x201D, "\"" }, { 0x201E, "\"" }, { 0x201F, "\"" },
	{ 0x2010, "-" }, { 0x2012, "-" }, { 0x2013, "-" }, { 0x2014, "-" },
	{ 0x2015, "-" }, { 0x2212, "-" },
	/* Tatweel; variation selectors go in fold_drops. */
	{ 0x0640, "" },
};

static const struct rule *
rule_of(uint32_t cp)
{
	for (size_t i = 0; i < sizeof(rules) / sizeof(rules[0]); i++) {
		if (rules[i].from == cp)
			return &rules[i];
	}
	return NULL;
}

static void
append(struct string *out, uint32_t cp)
{
	assert(out->count < STRING_CPS_MAX);
	out->cps[out->count++] = cp;
}

bool
has_script(uint32_t cp, const char *name)
{
	const uc_script_t *script = uc_script(cp);

	return script != NULL && strcmp(script->name, name) == 0;
}

static bool
has_folded_script(uint32_t cp)
{
	return has_script(cp, "Latin") || has_script(cp, "Greek")
		|| has_script(cp, "Cyrillic") || has_script(cp, "Arabic")
		|| has_script(cp, "Hebrew");
}

bool
is_mn_or_me(uint32_t cp)
{
	return uc_is_general_category_withtable(cp,
		UC_CATEGORY_MASK_Mn | UC_CATEGORY_MASK_Me);
}

/*
 * Marks that go after a letter of those scripts. The inherited ones are told
 * by their blocks: those of kana and of the Vedas stay.
 */
bool
is_dropped_mark(uint32_t cp)
{
	if (!is_mn_or_me(cp))
		return false;
	return has_folded_script(cp) || (cp >= 0x0300 && cp <= 0x036F)
		|| (cp >= 0x0483 && cp <= 0x0489)
		|| (cp >= 0x064B && cp <= 0x0655) || cp == 0x0670
		|| (cp >= 0x1AB0 && cp <= 0x1AFF)
		|| (cp >= 0x1DC0 && cp <= 0x1DFF)
		|| (cp >= 0x20D0 && cp <= 0x20FF)
		|| (cp >= 0xFE20 && cp <= 0xFE2F);
}

bool
is_letter(uint32_t cp)
{
	return has_folded_script(cp) && uc_is_general_category(cp, UC_LETTER);
}

bool
is_blank(uint32_t cp)
{
	return (cp >= 0x09 && cp <= 0x0D) || cp == 0x85
		|| uc_is_general_category_withtable(cp, UC_CATEGORY_MASK_Zs |
			UC_CATEGORY_MASK_Zl | UC_CATEGORY_MASK_Zp);
}

static bool
fold_drops(uint32_t cp)
{
	return uc_is_general_category(cp, UC_FORMAT)
		|| (cp >= 0xFE00 && cp <= 0xFE0F)
		|| (cp >= 0xE0100 && cp <= 0xE01EF);
}

void
normalize(uninorm_t form, const uint32_t *cps, size_t count,
	struct string *out)
{
	size_t room = STRING_CPS_MAX;
	uint32_t *got = u32_normalize(form, cps, count, out->cps, &room);

	assert(got == out->cps);
	out->count = room;
}

/* The compatibility jamo that decomposes to JAMO, else JAMO. */
static uint32_t
lone_jamo(uint32_t jamo)
{
	for (uint32_t cp = 0x3131; cp <= 0x318E; cp++) {
		struct string parts;

		normalize(UNINORM_NFKD, &cp, 1, &parts);
		if (parts.count == 1 && parts.cps[0] == jamo)
			return cp;
	}
	return jamo;
}

bool
is_jamo(uint32_t cp)
{
	return cp >= 0x1100 && cp <= 0x11FF;
}

/*
 * Appends the jamo at the start of the COUNT characters at CPS: as a syllable
 * where they make one, else the spacing one. Returns how many.
 */
static size_t
append_jamo(const uint32_t *cps, size_t count, struct string *out)
{
	struct string composed;
	size_t njamo = 1;

	while (njamo < count && is_jamo(cps[njamo]) && cps[njamo] >= 0x1160)
		njamo++;
	if (njamo == 1) {
		append(out, lone_jamo(cps[0]));
		return 1;
	}
	normalize(UNINORM_NFC, cps, njamo, &composed);
	for (size_t i = 0; i < composed.count; i++)
		append(out, composed.cps[i]);
	return njamo;
}

static bool
is_haraka(uint32_t cp)
{
	return cp == 0x0640 || (cp >= 0x064B && cp <= 0x0652) || cp == 0x0670;
}

/*
 * Decomposition with two exceptions. Hangul is kept in syllables, and lone
 * jamo that come out of a circle or parentheses become spacing ones, so that
 * they do not melt with a neighbour. Spacing accents do not become a blank
 * and a mark, but the presentation forms of harakat are harakat.
 */
static void
decompose(uint32_t cp, struct string *out)
{
	struct string parts;
	size_t i = 0;

	normalize(UNINORM_NFKD, &cp, 1, &parts);
	if ((cp >= 0x3131 && cp <= 0x318E) || is_jamo(cp)
		|| (parts.count > 1 && parts.cps[0] == ' '
			&& !is_haraka(parts.cps[1]))) {
		append(out, cp);
		return;
	}
	if (parts.count > 1 && parts.cps[0] == ' ')
		i++;
	while (i < parts.count) {
		if (is_jamo(parts.cps[i]))
			i += append_jamo(parts.cps + i, parts.count - i, out);
		else
			append(out, parts.cps[i++]);
	}
}

static void
decompose_all(const struct string *in, struct string *out)
{
	for (size_t i = 0; i < in->count; i++) {
		struct string canonical;

		normalize(UNINORM_NFD, &in->cps[i], 1, &canonical);
		if (in->cps[i] >= HANGUL_FIRST && in->cps[i] <= HANGUL_LAST) {
			append(out, in->cps[i]);
			continue;
		}
		for (size_t j = 0; j < canonical.count; j++)
			decompose(canonical.cps[j], out);
	}
}

static void
fold_case(const struct string *in, struct string *out)
{
	size_t room = STRING_CPS_MAX;
	uint32_t *got = u32_casefold(in->cps, in->count, NULL, NULL, out->cps,
		&room);

	assert(got == out->cps);
	out->count = room;
}

static void
apply_rules(const struct string *in, struct string *out)
{
	for (size_t i = 0; i < in->count; i++) {
		uint32_t cp = in->cps[i], last;
		const struct rule *rule = rule_of(cp);

		last = out->count > 0 ? out->cps[out->count - 1] : 0;
		if (rule != NULL) {
			for (const char *to = rule->to; *to != '\0';) {
				to += utf8_next(to, &cp);
				append(out, cp);
			}
		} else if (uc_is_general_category_withtable(cp,
				UC_CATEGORY_MASK_Nd)) {
			append(out, '0' + (uint32_t)uc_decimal_value(cp));
		} else if (is_blank(cp)) {
			if (last != ' ')
				append(out, ' ');
		} else if (!fold_drops(cp)
			&& !(is_dropped_mark(cp) && is_letter(last))) {
			append(out, cp);
		}
	}
}

static struct string
fold_once(const struct string *in)
{
	struct string first = { .count = 0 }, again = first, out = first;
	struct string ruled = first, folded;

	/* First the rules for the character itself: U+0675 is one. */
	apply_rules(in, &ruled);
	decompose_all(&ruled, &first);
	fold_case(&first, &folded);
	decompose_all(&folded, &again);
	apply_rules(&again, &out);
	return out;
}

static bool
is_same(const struct string *a, const struct string *b)
{
	return a->count == b->count
		&& memcmp(a->cps, b->cps, a->count * sizeof(a->cps[0])) == 0;
}

struct string
fold_of(uint32_t cp)
{
	struct string now = { .cps = { cp }, .count = 1 }, next;

	for (int i = 0; i < 8; i++) {
		next = fold_once(&now);
		if (is_same(&next, &now))
			return now;
		now = next;
	}
	fprintf(stderr, "U+%04X: folding does not settle\n", (unsigned)cp);
	exit(1);
}

/* libunistring 1.0 does not say its version; its newest characters do. */
const char *
unicode_version(void)
{
	if (uc_general_category(0x1FAE9).bitmask != UC_CATEGORY_MASK_Cn)
		return "16 or later";
	if (uc_general_category(0x1FAE8).bitmask != UC_CATEGORY_MASK_Cn)
		return "15";
	if (uc_general_category(0x1FAE0).bitmask != UC_CATEGORY_MASK_Cn)
		return "14";
	return "13 or earlier";
}
