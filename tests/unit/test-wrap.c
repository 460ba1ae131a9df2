#include <config.h>

#include "layout/wrap.h"
#include "../check.h"

#define UNITS_MAX 64

/*
 * A unit a letter: small ones take one column, capitals two, a blank hangs; a
 * bar is a break before the next, a + says that the next belongs to the
 * cluster before. After a blank there is a break unless an underscore says
 * no. A ~ is a cut, a % a break with a hyphen. Lines in the answer are between
 * slashes, hung blanks as dots. A ^ is a late cut.
 */
static const struct {
	const char *name, *units;
	int cols;
	const char *want;
} cases[] = {
	{ "all on one line", "ab cd", 5, "ab cd" },
	{ "at the blank", "ab cd", 4, "ab./cd" },
	{ "exactly full", "abcd ef", 4, "abcd./ef" },
	{ "the last break counts", "a b cdef", 5, "a b./cdef" },
	{ "blanks hang", "abcd     ef", 4, "abcd...../ef" },
	{ "blanks at the end hang", "abcd   ", 4, "abcd..." },
	{ "nothing but blanks", "   ", 2, "..." },
	{ "blanks first", "  abc", 4, "../abc" },
	{ "a long word is cut", "abcdefgh", 3, "abc/def/gh" },
	{ "a long word after a short one", "a bcdefg", 3, "a./bcd/efg" },
	{ "no break after a blank", "ab c _de", 5, "ab./c de" },
	{ "cut where no blank allows it", "ab _cd", 4, "ab c/d" },
	{ "a break without a blank", "ab-|cd", 4, "ab-/cd" },
	{ "clusters stay whole", "abc+d+e", 4, "ab/cde" },
	{ "a wide one does not fit", "aBc", 2, "a/B/c" },
	{ "a wide one in one column", "AbC", 1, "A/b/C" },
	{ "a wide cluster in one column", "ab+c+d", 1, "a/bcd" },
	{ "blanks hang behind a wide one", "A b", 1, "A./b" },
	{ "one column", "ab c", 1, "a/b./c" },
	{ "a break inside a cluster is none", "abc+|de", 3, "ab/cde" },
	{ "a word is cut where it may be", "abc~defgh", 4, "abc/defg/h" },
	{ "not where it need not be", "ab c~d", 4, "ab./cd" },
	{ "cuts before others", "ab~cde~fgh", 6, "abcde/fgh" },
	{ "a late cut before a cluster", "abc^defgh", 4, "abc/defg/h" },
	{ "an early cut before a late one", "ab~cd^efgh", 5, "ab/cd/efgh" },
	{ "breaks before both", "a b~c^defgh", 6, "a./b/cdefgh" },
	{ "a late cut needs no hyphen", "a^bA^c", 3, "a/bA/c" },
	{ "room for a hyphen", "abc%def", 4, "abc/def" },
	{ "no room for a hyphen", "ab%cd%ef", 4, "ab/cdef" },
	{ "no hyphen needed", "abc%d", 4, "abcd" },
};

static size_t
read_units(const char *s, uint8_t *units, char *letters)
{
	uint8_t next = UNIT_CLUSTER;
	size_t count = 0;

	for (; *s != '\0'; s++) {
		if (*s == '|') {
			next |= UNIT_BREAK;
		} else if (*s == '_') {
			next &= (uint8_t)~UNIT_BREAK;
		} else if (*s == '~') {
			next |= UNIT_CUT;
		} else if (*s == '^') {
			next |= UNIT_LATE;
		} else if (*s == '%') {
			next |= UNIT_BREAK | UNIT_HYPHEN;
		} else if (*s == '+') {
			next &= (uint8_t)~UNIT_CLUSTER;
		} else {
			bool is_blank = *s == ' ';

			if (is_blank)
				next = UNIT_CLUSTER | UNIT_BLANK;
			next |= *s >= 'A' && *s <= 'Z' ? 2 : 1;
			letters[count] = *s;
			units[count++] = next;
			next = UNIT_CLUSTER | (is_blank ? UNIT_BREAK : 0);
		}
	}
	return count;
}

static bool
is_uniform(const uint8_t *units, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if ((units[i] & (UNIT_COLS | UNIT_CLUSTER)) != UNIT_PLAIN
				|| units[i] & UNIT_HYPHEN)
			return false;
	return true;
}

static void
check_lines(const struct wrap_units *units, const char *letters, int cols,
	const char *want)
{
	char got[UNITS_MAX * 2];
	size_t nbytes = 0;

	for (size_t first = 0, end; first < units->count; first = end) {
		size_t shown_end;

		end = wrap_line_end(units, first, cols);
		if (!CHECK(end > first && end <= units->count))
			return;
		shown_end = wrap_shown_end(units, first, end);
		if (first > 0)
			got[nbytes++] = '/';
		for (size_t i = first; i < end; i++)
			got[nbytes++] = i < shown_end ? letters[i] : '.';
	}
	CHECK_BYTES(got, nbytes, want, strlen(want));
}

/* Where all units are alike there is a shorter way to the same lines. */
static void
test_wrap(const char *s, int cols, const char *want)
{
	uint8_t at[UNITS_MAX];
	char letters[UNITS_MAX];
	struct wrap_units units = { at, read_units(s, at, letters), false };

	check_lines(&units, letters, cols, want);
	units.is_uniform = is_uniform(at, units.count);
	check_lines(&units, letters, cols, want);
}

int
main(void)
{
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		check_case(cases[i].name);
		test_wrap(cases[i].units, cases[i].cols, cases[i].want);
	}
	return check_done();
}
