#include <config.h>

#include "break-rules.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../conformance/ucd.h"

#define LB_NAME(name) #name,
const char *const lb_names[LB_COUNT] = { LB_CLASSES(LB_NAME) };

#define BIT(class) ((uint64_t)1 << (class))

static const uint64_t letters = BIT(LB_AL) | BIT(LB_HL);
static const uint64_t alphanumerics = BIT(LB_AL) | BIT(LB_HL) | BIT(LB_NU);
static const uint64_t hyphens = BIT(LB_HY) | BIT(LB_BA);
static const uint64_t closings = BIT(LB_CL) | BIT(LB_CP);
static const uint64_t openings = BIT(LB_OP) | BIT(LB_OPW);
static const uint64_t affixes = BIT(LB_PR) | BIT(LB_PO);
static const uint64_t ideographs = BIT(LB_ID) | BIT(LB_IDX) | BIT(LB_EB)
	| BIT(LB_EM);
static const uint64_t hangul = BIT(LB_JL) | BIT(LB_JV) | BIT(LB_JT)
	| BIT(LB_H2) | BIT(LB_H3);
static const uint64_t ends = BIT(LB_BK) | BIT(LB_CR) | BIT(LB_LF)
	| BIT(LB_NL);

static bool
is_in(uint64_t set, enum lb_class class)
{
	return set & BIT(class);
}

/* LB4 to LB8a, LB18: line ends and blanks. 1: break, 0: none, -1: go on. */
static int
decide_blanks(const struct lb_context *before, enum lb_class class)
{
	enum lb_class last = before->last;

	if (last == LB_CR && class == LB_LF && !before->has_blanks)
		return 0;					/* LB5 */
	if (is_in(ends, last) && !before->has_blanks)
		return 1;					/* LB4, 5 */
	if (is_in(ends, class) || class == LB_SP || class == LB_ZW)
		return 0;					/* LB6, 7 */
	if (last == LB_ZW)
		return 1;					/* LB8 */
	return before->has_joiner ? 0 : -1;			/* LB8a */
}

/* LB11 to LB17: what holds across blanks or is about no-break characters. */
static int
decide_glue(const struct lb_context *before, enum lb_class class)
{
	enum lb_class last = before->last;

	if (class == LB_WJ || (last == LB_WJ && !before->has_blanks))
		return 0;					/* LB11 */
	if (last == LB_GL && !before->has_blanks)
		return 0;					/* LB12 */
	if (class == LB_GL && !before->has_blanks && !is_in(hyphens, last))
		return 0;					/* LB12a */
	if (is_in(closings, class) || class == LB_EX || class == LB_IS
			|| class == LB_SY)
		return 0;					/* LB13 */
	if (is_in(openings, last))
		return 0;					/* LB14 */
	if (last == LB_QU && is_in(openings, class))
		return 0;					/* LB15 */
	if (is_in(closings, last) && class == LB_NS)
		return 0;					/* LB16 */
	if (last == LB_B2 && class == LB_B2)
		return 0;					/* LB17 */
	return before->has_blanks ? 1 : -1;			/* LB18 */
}

/* LB19 to LB24, no blank between. */
static int
decide_pair(const struct lb_context *before, enum lb_class class)
{
	enum lb_class last = before->last;

	if (class == LB_QU || last == LB_QU)
		return 0;					/* LB19 */
	if (class == LB_CB || last == LB_CB)
		return 1;					/* LB20 */
	if (is_in(hyphens, class) || class == LB_NS || last == LB_BB)
		return 0;					/* LB21 */
	if (before->run == RUN_HYPHEN)
		return 0;					/* LB21a */
	if (last == LB_SY && class == LB_HL)
		return 0;					/* LB21b */
	if (class == LB_IN)
		return 0;					/* LB22 */
	if ((is_in(letters, last) && class == LB_NU)
			|| (last == LB_NU && is_in(letters, class)))
		return 0;					/* LB23 */
	if ((last == LB_PR && is_in(ideographs, class))
			|| (is_in(ideographs, last) && class == LB_PO))
		return 0;					/* LB23a */
	if ((is_in(affixes, last) && is_in(letters, class))
			|| (is_in(letters, last) && is_in(affixes, class)))
		return 0;					/* LB24 */
	return -1;
}

/* LB25, but for what looks ahead. */
static bool
is_number(const struct lb_context *before, enum lb_class class)
{
	if (class == LB_NU && (is_in(affixes, before->last)
			|| is_in(openings, before->last)
			|| before->last == LB_HY))
		return true;
	if (before->run == RUN_NUMBER)
		return class == LB_NU || class == LB_SY || class == LB_IS
			|| is_in(closings | affixes, class);
	return before->run == RUN_CLOSED && is_in(affixes, class);
}

/* LB26 and LB27. */
static bool
is_syllable(enum lb_class last, enum lb_class class)
{
	if (last == LB_JL)
		return is_in(hangul, class) && class != LB_JT;
	if (last == LB_JV || last == LB_H2)
		return class == LB_JV || class == LB_JT;
	return (last == LB_JT || last == LB_H3) && class == LB_JT;
}

/* LB25 to LB31, no blank between. */
static bool
can_break_pair(const struct lb_context *before, enum lb_class class)
{
	enum lb_class last = before->last;

	if (is_number(before, class))
		return false;					/* LB25 */
	if (is_syllable(last, class))
		return false;					/* LB26 */
	if ((is_in(hangul, last) && class == LB_PO)
			|| (last == LB_PR && is_in(hangul, class)))
		return false;					/* LB27 */
	if (is_in(letters, class) && (is_in(letters, last) || last == LB_IS))
		return false;					/* LB28, 29 */
	if ((is_in(alphanumerics, last) && class == LB_OP)
			|| (last == LB_CP && is_in(alphanumerics, class)))
		return false;					/* LB30 */
	if (before->run == RUN_FLAG && class == LB_RI)
		return false;					/* LB30a */
	if ((last == LB_EB || last == LB_IDX) && class == LB_EM)
		return false;					/* LB30b */
	return true;						/* LB31 */
}

static bool
can_break(const struct lb_context *before, enum lb_class class)
{
	int decision;

	if (!before->has_text)
		return false;					/* LB2 */
	decision = decide_blanks(before, class);
	if (decision < 0)
		decision = decide_glue(before, class);
	if (decision < 0)
		decision = decide_pair(before, class);
	return decision < 0 ? can_break_pair(before, class) : decision;
}

static enum lb_run
run_after(const struct lb_context *before, enum lb_class class, bool breaks)
{
	enum lb_class last = before->last;
	bool is_next = before->has_text && !before->has_blanks;

	if (class == LB_NU)
		return RUN_NUMBER;
	if (is_next && before->run == RUN_NUMBER
			&& (class == LB_SY || class == LB_IS))
		return RUN_NUMBER;
	if (is_next && before->run == RUN_NUMBER && is_in(closings, class))
		return RUN_CLOSED;
	if (is_next && last == LB_HL && is_in(hyphens, class))
		return RUN_HYPHEN;
	if (class == LB_RI)
		return is_next && before->run == RUN_FLAG
			? RUN_NONE : RUN_FLAG;
	if (is_next && is_in(affixes, last) && is_in(openings, class)
			&& breaks)
		return RUN_PREFIX;
	return RUN_NONE;
}

/* LB9: whether a mark belongs to the character before it. */
static bool
takes_marks(const struct lb_context *before)
{
	return before->has_text && !before->has_blanks
		&& !is_in(ends | BIT(LB_ZW), before->last);
}

enum lb_decision
lb_step(struct lb_context *context, enum lb_class class)
{
	bool is_joiner = class == LB_ZWJ, breaks;
	enum lb_run run = context->run;

	if (class == LB_CM || class == LB_ZWJ) {
		if (takes_marks(context)) {
			context->has_joiner = is_joiner;
			return LB_STAY;
		}
		class = LB_AL;					/* LB10 */
	}
	breaks = can_break(context, class);
	if (class == LB_SP && context->has_text) {
		context->has_blanks = true;
		context->has_joiner = false;
		context->run = RUN_NONE;
		return breaks ? LB_BREAK : LB_STAY;
	}
	*context = (struct lb_context){
		.has_text = true,
		.last = class,
		.has_blanks = class == LB_SP,
		.has_joiner = is_joiner,
		.run = run_after(context, class, breaks),
	};
	if (breaks)
		return LB_BREAK;
	return run == RUN_PREFIX && class == LB_NU ? LB_STAY_BOTH : LB_STAY;
}

/*
 * Calls SET with the range and the value of each line of the file NAME,
 * "0000..0008;CM # ...".
 */
static bool
read_ranges(const char *name, uint8_t *classes, void (*set)(uint8_t *classes,
	uint32_t first, uint32_t last, const char *value))
{
	FILE *file = ucd_open(name);
	char line[UCD_LINE_MAX];

	if (file == NULL)
		return false;
	while (fgets(line, sizeof(line), file) != NULL) {
		unsigned first, last;
		char value[64];

		if (sscanf(line, "%x..%x ; %63[A-Za-z0-9_]", &first, &last,
				value) != 3) {
			if (sscanf(line, "%x ; %63[A-Za-z0-9_]", &first,
					value) != 2)
				continue;
			last = first;
		}
		set(classes, first, last, value);
	}
	fclose(file);
	return true;
}

/* LB1. SA is told apart when the general category is known. */
static const struct {
	char name[4];
	enum lb_class class;
} resolved[] = {
	{ "AI", LB_AL }, { "SG", LB_AL }, { "XX", LB_AL }, { "CJ", LB_NS },
};

#define LB_SA LB_COUNT		/* only while the files are being read */

static uint8_t
class_named(const char *value)
{
	for (size_t i = 0; i < sizeof(resolved) / sizeof(*resolved); i++) {
		if (strcmp(resolved[i].name, value) == 0)
			return (uint8_t)resolved[i].class;
	}
	for (unsigned class = 0; class < LB_COUNT; class++) {
		if (strcmp(lb_names[class], value) == 0)
			return (uint8_t)class;
	}
	return LB_SA;
}

static void
set_class(uint8_t *classes, uint32_t first, uint32_t last, const char *value)
{
	memset(classes + first, class_named(value), last - first + 1);
}

static void
set_category(uint8_t *classes, uint32_t first, uint32_t last,
	const char *value)
{
	bool is_mark = strcmp(value, "Mn") == 0 || strcmp(value, "Mc") == 0;

	for (uint32_t cp = first; cp <= last; cp++) {
		if (classes[cp] == LB_SA)
			classes[cp] = is_mark ? LB_CM : LB_AL;
		/* Until set_pictographic: any that is not assigned. */
		if (classes[cp] == LB_ID && strcmp(value, "Cn") == 0)
			classes[cp] = LB_IDX;
	}
}

static void
set_pictographic(uint8_t *is_pictographic, uint32_t first, uint32_t last,
	const char *value)
{
	if (strcmp(value, "Extended_Pictographic") == 0)
		memset(is_pictographic + first, true, last - first + 1);
}

static void
set_width(uint8_t *classes, uint32_t first, uint32_t last, const char *value)
{
	if (strchr("FWH", value[0]) == NULL)
		return;
	for (uint32_t cp = first; cp <= last; cp++) {
		if (classes[cp] == LB_OP)
			classes[cp] = LB_OPW;
		else if (classes[cp] == LB_CP)
			classes[cp] = LB_CL;
	}
}

/* What LineBreak.txt says of characters that it does not list. */
static void
set_defaults(uint8_t *classes)
{
	static const struct {
		uint32_t first, last;
		const char *value;
	} unlisted[] = {
		{ 0x0000, 0x10FFFF, "XX" }, { 0x3400, 0x4DBF, "ID" },
		{ 0x4E00, 0x9FFF, "ID" }, { 0xF900, 0xFAFF, "ID" },
		{ 0x20000, 0x2FFFD, "ID" }, { 0x30000, 0x3FFFD, "ID" },
		{ 0x1F000, 0x1FAFF, "ID" }, { 0x1FC00, 0x1FFFD, "ID" },
		{ 0x20A0, 0x20CF, "PR" },
	};

	for (size_t i = 0; i < sizeof(unlisted) / sizeof(*unlisted); i++)
		set_class(classes, unlisted[i].first, unlisted[i].last,
			unlisted[i].value);
}

bool
lb_read_classes(uint8_t *classes)
{
	uint8_t *is_pictographic = calloc(LB_CPS, 1);
	bool is_read;

	set_defaults(classes);
	is_read = is_pictographic != NULL
		&& read_ranges("LineBreak.txt", classes, set_class)
		&& read_ranges("extracted/DerivedGeneralCategory.txt",
			classes, set_category)
		&& read_ranges("EastAsianWidth.txt", classes, set_width)
		&& read_ranges("emoji/emoji-data.txt", is_pictographic,
			set_pictographic);
	for (uint32_t cp = 0; is_read && cp < LB_CPS; cp++) {
		if (classes[cp] == LB_IDX && !is_pictographic[cp])
			classes[cp] = LB_ID;
	}
	free(is_pictographic);
	return is_read;
}
