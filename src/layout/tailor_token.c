#include <config.h>

#include "layout/tailor_token.h"

#include <string.h>

#include "layout/breaks.h"
#include "layout/tailor_chars.h"
#include "layout/tailor_words.h"

#define HYPHEN 0x2010u
#define FIGURE_DASH 0x2012u
#define EN_DASH 0x2013u
#define EM_DASH 0x2014u
#define BAR 0x2015u
#define ELLIPSIS 0x2026u

static bool
is_among(uint32_t cp, const char *chars)
{
	return cp != 0 && cp < 0x80 && strchr(chars, (int)cp) != NULL;
}

static bool
is_ascii_alnum(uint32_t cp)
{
	return cp < 0x80 && (char_is_letter(cp) || char_is_digit(cp));
}

static bool
is_alnum(uint32_t cp)
{
	return char_is_letter(cp) || char_is_digit(cp);
}

static bool
is_link_char(uint32_t cp)
{
	if (cp < 0x80)
		return cp > ' ' && cp != 0x7F && !is_among(cp, "\"<>\\^`{|}");
	return char_is_letter(cp);
}

size_t
token_end(const uint32_t *cps, size_t ncps, size_t start)
{
	while (start < ncps && is_link_char(cps[start]))
		start++;
	return start;
}

/* A stretch of characters, the punctuation around it taken off. */
struct token {
	const uint32_t *at;
	size_t count;
};

static struct token
trim(const uint32_t *cps, size_t start, size_t end)
{
	while (start < end && !is_alnum(cps[start])
			&& !is_among(cps[start], "/~."))
		start++;
	while (start < end && !is_alnum(cps[end - 1]) && cps[end - 1] != '/')
		end--;
	return (struct token){ cps + start, end - start };
}

static bool
begins_with(struct token token, const char *word)
{
	size_t i = 0;

	while (i < token.count && word[i] != '\0'
			&& char_lower(token.at[i]) == (unsigned char)word[i])
		i++;
	return word[i] == '\0' && i < token.count;
}

/* "https://a": letters, a colon, two slashes and something behind. */
static bool
is_url(struct token token)
{
	size_t i = 0;

	while (i < token.count && (is_ascii_alnum(token.at[i])
			|| is_among(token.at[i], "+.-")))
		i++;
	return i > 0 && i + 3 < token.count && token.at[i] == ':'
		&& token.at[i + 1] == '/' && token.at[i + 2] == '/';
}

/* Where the host that TOKEN begins with ends; 0: it begins with none. */
static size_t
host_end(struct token token)
{
	size_t i = 0, label = 0, nlabels = 1;

	for (; i < token.count; i++) {
		if (token.at[i] == '.') {
			if (i == label)
				return 0;
			label = i + 1;
			nlabels++;
		} else if (!is_ascii_alnum(token.at[i])
				&& token.at[i] != '-') {
			break;
		}
	}
	if (nlabels < 2 || !words_have(WORDS_DOMAIN, token.at + label,
			i - label))
		return 0;
	/* A sentence that begins without a blank is none. */
	return char_is_upper(token.at[label]) && !char_is_upper(token.at[0])
		? 0 : i;
}

static bool
is_host(struct token token)
{
	size_t end = host_end(token);

	return end > 0 && (end == token.count
		|| is_among(token.at[end], "/:?#"));
}

static bool
is_mail_address(struct token token)
{
	for (size_t i = 1; i + 1 < token.count; i++) {
		struct token rest = { token.at + i + 1, token.count - i - 1 };

		if (token.at[i] == '@')
			return is_alnum(token.at[i - 1])
				&& host_end(rest) == rest.count;
	}
	return false;
}

/* "/usr/share", "~/notes", "../notes"; not "//", not "/s". */
static bool
is_path(struct token token)
{
	size_t i = 0, nslashes = 0;

	while (i < token.count && is_among(token.at[i], "~."))
		i++;
	if (i > 2 || i >= token.count || token.at[i] != '/')
		return false;
	for (size_t k = i; k < token.count; k++) {
		if (token.at[k] != '/')
			continue;
		if (k + 1 < token.count && token.at[k + 1] == '/')
			return false;
		nslashes++;
	}
	return token.count > i + 1 && (i > 0 || nslashes > 1);
}

bool
token_is_link(const uint32_t *cps, size_t start, size_t end)
{
	struct token token = trim(cps, start, end);

	return begins_with(token, "www.") || begins_with(token, "mailto:")
		|| is_url(token) || is_path(token) || is_host(token)
		|| is_mail_address(token);
}

/* After a slash, and before what separates: there the eye looks for more. */
static enum line_break
link_break(const uint32_t *cps, size_t start, size_t end, size_t i)
{
	if (cps[i - 1] == '/')
		return cps[i] != '/' && i > start + 1 && cps[i - 2] != '/'
			? LINE_BREAK_CUT : LINE_BREAK_NO;
	if (i + 1 >= end || !is_alnum(cps[i + 1]) || !is_alnum(cps[i - 1]))
		return LINE_BREAK_NO;
	if (is_among(cps[i], "?&=#@"))
		return LINE_BREAK_CUT;
	return is_among(cps[i], "-._%~+,;") ? LINE_BREAK_LATE : LINE_BREAK_NO;
}

void
token_mark_link(const uint32_t *cps, size_t start, size_t end,
	size_t nbreaks, uint8_t *breaks)
{
	for (size_t i = start + 1; i < end && i < nbreaks; i++)
		breaks[i] = (uint8_t)link_break(cps, start, end, i);
}

/*
 * Latin, Greek, Cyrillic, Hebrew, Arabic and their punctuation. The breaks of
 * other scripts and of pictures are none of this file's business.
 */
static bool
is_western(uint32_t cp)
{
	return cp < 0x0900 || (cp >= 0x1E00 && cp < 0x2190);
}

/* At most this far a word is looked at; longer is long enough. */
#define PART_CPS 3

/* What a word before a hyphen may have, as in "U.S.-led". */
static bool
is_part(uint32_t cp)
{
	return is_alnum(cp) || is_among(cp, "%'.)") || cp == 0x2019
		|| cp == 0x201D;
}

static size_t
nbefore(const uint32_t *cps, size_t i)
{
	size_t count = 0;

	while (count < i && count < PART_CPS && is_part(cps[i - count - 1]))
		count++;
	return count;
}

/* How many letters and digits there are from I on. */
static size_t
nafter(const uint32_t *cps, size_t ncps, size_t i)
{
	size_t count = 0;

	while (i + count < ncps && count < PART_CPS && is_alnum(cps[i + count]))
		count++;
	return count;
}

bool
token_may_break(const uint32_t *cps, size_t ncps, size_t i)
{
	uint32_t before = cps[i - 1], next = cps[i];
	size_t left, right;

	if (!is_western(before) || !is_western(next))
		return true;
	left = nbefore(cps, i - 1);
	right = nafter(cps, ncps, i);
	switch (before) {
	case '-': case HYPHEN:
		return left > 1 && right > 1;	/* not "e-|mail" */
	case FIGURE_DASH: case EN_DASH:
		return left > 0 && !char_is_digit(next);
	case EM_DASH: case BAR:
		return left > 0 || i < 2 || !char_is_blank(cps[i - 2]);
	case '/':
		return left > 2 && right > 2;	/* not "km/|h" */
	case ELLIPSIS:
		return left > 0;
	case '!': case '?':
		return left > 0 && right > 0;
	case '|': case 0xAD:
		return true;
	default:
		/* Line ends; Hebrew and Arabic marks; blanks of no width. */
		return before < ' ' || before == 0x85 || (before >= 0x0590
			&& before < 0x2010) || before == 0x2028
			|| before == 0x2029;
	}
}
