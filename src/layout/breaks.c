#include <config.h>

#include "layout/breaks.h"

#include <stdbool.h>
#include <string.h>

#include <unictype.h>
#include <unilbrk.h>

/* Infix separators (class IS): LB29 keeps a letter that follows with them. */
static bool
is_infix_separator(uint32_t cp)
{
	switch (cp) {
	case ',': case '.': case ':': case ';':
	case 0x037E: case 0x0589: case 0x060C: case 0x060D: case 0x07F8:
	case 0x2044: case 0xFE10: case 0xFE13: case 0xFE14:
		return true;
	default:
		return false;
	}
}

static bool
is_ideographic(uint32_t cp)
{
	return (cp >= 0x1100 && cp <= 0x11FF) || (cp >= 0x2E80 && cp <= 0xA4CF)
		|| (cp >= 0xA960 && cp <= 0xA97F)
		|| (cp >= 0xAC00 && cp <= 0xD7FF)
		|| (cp >= 0xF900 && cp <= 0xFAFF)
		|| (cp >= 0xFE30 && cp <= 0xFE6F)
		|| (cp >= 0xFF00 && cp <= 0xFFEF)
		|| (cp >= 0x17000 && cp <= 0x18DFF)
		|| (cp >= 0x1B000 && cp <= 0x1B2FF)
		|| (cp >= 0x20000 && cp <= 0x3FFFD);
}

/* What LB29 calls AL or HL, as far as it comes after an infix separator. */
static bool
is_alphabetic(uint32_t cp)
{
	if (cp < 0x80)
		return (cp | 0x20) - 'a' < 26
			|| (cp != 0 && strchr("#&*<=>@^_`~", (int)cp) != NULL);
	return uc_is_general_category_withtable(cp, UC_CATEGORY_MASK_L)
		&& !is_ideographic(cp);
}

/* What no line begins with, not even after blanks (LB7, LB11, LB13). */
static bool
is_never_first(uint32_t cp)
{
	if (cp < 0x80)
		return cp != 0 && strchr("!),./:;?]}", (int)cp) != NULL;
	return cp == 0x200B || cp == 0x2060 || cp == 0xFEFF;
}

static bool
is_mark(uint32_t cp)
{
	return cp >= 0x300
		&& uc_is_general_category_withtable(cp, UC_CATEGORY_MASK_M);
}

/*
 * libunistring 1.0 leaves LB29 out: it would break "U.|S." and "www.|a.org".
 * LB9 first: marks after the separator count as the separator.
 */
static void
repair_infix(const uint32_t *cps, size_t ncps, uint8_t *can_break)
{
	bool is_after_infix = false;

	for (size_t i = 0; i < ncps; i++) {
		if (is_after_infix && can_break[i] && is_alphabetic(cps[i]))
			can_break[i] = 0;
		if (!is_after_infix || !is_mark(cps[i]))
			is_after_infix = is_infix_separator(cps[i]);
	}
}

/*
 * From libunistring's values to ours. LB18 lets a line end after blanks
 * wherever they stand; libunistring forgets those at the start of the text
 * and after a hard break.
 */
static void
repair_blanks(const uint32_t *cps, size_t ncps, uint8_t *breaks)
{
	int before = UC_BREAK_MANDATORY;
	bool is_lost = true;

	for (size_t i = 0; i < ncps; i++) {
		int found = breaks[i];
		bool can_break = found == UC_BREAK_POSSIBLE
			|| before == UC_BREAK_MANDATORY;

		if (is_lost && before != UC_BREAK_MANDATORY && cps[i] != ' '
				&& found != UC_BREAK_MANDATORY
				&& !is_never_first(cps[i]))
			can_break = true;
		is_lost = found == UC_BREAK_MANDATORY
			|| (is_lost && cps[i] == ' ');
		breaks[i] = can_break && i > 0;
		before = found;
	}
}

void
breaks_find(const uint32_t *cps, size_t ncps, uint8_t *can_break)
{
	if (ncps == 0)
		return;
	u32_possible_linebreaks(cps, ncps, "UTF-8", (char *)can_break);
	repair_blanks(cps, ncps, can_break);
	repair_infix(cps, ncps, can_break);
}
