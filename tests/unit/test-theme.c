#include <config.h>

#include "ui/frame.h"
#include "ui/theme.h"

#include "../check.h"

/* Everything but colour. */
static bool
is_told_apart(struct look a, struct look b)
{
	return a.is_bold != b.is_bold || a.is_underlined != b.is_underlined
		|| a.is_reversed != b.is_reversed;
}

static void
test_emphasis(void)
{
	check_case("emphasis shows on every role, without colour or dimness");
	for (int role = 0; role < ROLE_COUNT; role++) {
		struct look plain = theme_look((enum role)role, 0);
		struct look match = theme_look((enum role)role,
			EMPHASIS_MATCH);
		struct look current = theme_look((enum role)role,
			EMPHASIS_MATCH | EMPHASIS_CURRENT);

		CHECK(role == ROLE_HEADING || is_told_apart(plain, match));
		CHECK(is_told_apart(plain, current));
		CHECK(is_told_apart(match, current));
	}
}

static void
test_selection(void)
{
	unsigned focused = EMPHASIS_SELECTED | EMPHASIS_FOCUS;

	check_case("the selected row, and a match in it");
	CHECK(is_told_apart(theme_look(ROLE_LIST, 0),
		theme_look(ROLE_LIST, EMPHASIS_SELECTED)));
	CHECK(is_told_apart(theme_look(ROLE_LIST, focused),
		theme_look(ROLE_LIST, EMPHASIS_SELECTED)));
	CHECK(is_told_apart(theme_look(ROLE_LIST, focused),
		theme_look(ROLE_LIST, focused | EMPHASIS_MATCH)));
	CHECK(is_told_apart(theme_look(ROLE_LIST, focused | EMPHASIS_MATCH),
		theme_look(ROLE_LIST, focused | EMPHASIS_MATCH |
			EMPHASIS_CURRENT)));
}

static void
test_colours(void)
{
	check_case("colours are ANSI's or none");
	for (int role = 0; role < ROLE_COUNT; role++)
		for (unsigned emphasis = 0; emphasis < 16; emphasis++) {
			struct look look = theme_look((enum role)role,
				emphasis);

			CHECK(look.colour >= -1 && look.colour < 8);
		}
}

int
main(void)
{
	test_emphasis();
	test_selection();
	test_colours();
	return check_done();
}
