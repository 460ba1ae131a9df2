#include <config.h>

#include "layout/wrap.h"
#include "../check.h"

#define UNITS_MAX 64

/*
 * A unit a letter: small ones take one column, capitals two, a blank hangs; a
 * bar is a break before the next, a + says that the next belongs to the
 * cluster before. After a blank there is a break unless an underscore says
 * no. Lines in the answer are between slashes, hung blanks as dots.
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
};

static size_t
read_units(const char *s, struct wrap_unit *units, char *letters)
{
	struct wrap_unit next = { .starts_cluster = true };
	size_t count = 0;

	for (; *s != '\0'; s++) {
		if (*s == '|') {
			next.can_break = true;
		} else if (*s == '_') {
			next.can_break = false;
		} else if (*s == '+') {
			next.starts_cluster = false;
		} else {
			next.is_blank = *s == ' ';
			next.cols = *s >= 'A' && *s <= 'Z' ? 2 : 1;
			if (next.is_blank)
				next.can_break = false;
			letters[count] = *s;
			units[count++] = next;
			next = (struct wrap_unit){ .starts_cluster = true,
				.can_break = *s == ' ' };
		}
	}
	return count;
}

static void
test_wrap(const char *s, int cols, const char *want)
{
	struct wrap_unit units[UNITS_MAX];
	char letters[UNITS_MAX], got[UNITS_MAX * 2];
	size_t count = read_units(s, units, letters), nbytes = 0;

	for (size_t first = 0, end; first < count; first = end) {
		size_t shown_end;

		end = wrap_line_end(units, count, first, cols);
		if (!CHECK(end > first && end <= count))
			return;
		shown_end = wrap_shown_end(units, first, end);
		if (first > 0)
			got[nbytes++] = '/';
		for (size_t i = first; i < end; i++)
			got[nbytes++] = i < shown_end ? letters[i] : '.';
	}
	CHECK_BYTES(got, nbytes, want, strlen(want));
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
