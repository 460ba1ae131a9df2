#include <config.h>

#include "ui/theme.h"

#include <assert.h>

#include "ui/frame.h"

enum { BLACK, RED, GREEN, YELLOW, BLUE, MAGENTA, CYAN, WHITE };

#define PLAIN { .colour = -1 }
#define DIM { .is_dim = true, .colour = -1 }
#define BOLD { .is_bold = true, .colour = -1 }
#define REVERSED { .is_reversed = true, .colour = -1 }

/* Colours only repeat what the attributes already say. */
static const struct look looks[ROLE_COUNT] = {
	[ROLE_BODY] = PLAIN,
	[ROLE_TITLE] = BOLD,
	[ROLE_FACTS] = DIM,
	[ROLE_SECTION] = DIM,
	[ROLE_LEAD] = BOLD,
	[ROLE_DATE] = DIM,
	[ROLE_BYLINE] = { .is_dim = true, .colour = CYAN },
	[ROLE_SOURCE] = { .is_dim = true, .colour = CYAN },
	[ROLE_CAPTION] = { .is_dim = true, .colour = GREEN },
	[ROLE_REPEAT] = DIM,
	[ROLE_BOILERPLATE] = DIM,
	[ROLE_FOLD] = { .is_dim = true, .is_underlined = true, .colour = -1 },
	[ROLE_LIST] = PLAIN,
	[ROLE_LIST_FACT] = DIM,
	[ROLE_LIST_LEAD] = PLAIN,
	[ROLE_UNREAD] = { .is_bold = true, .colour = GREEN },
	[ROLE_RULE] = DIM,
	[ROLE_STATUS] = REVERSED,
	[ROLE_PROGRESS] = REVERSED,
	[ROLE_PROMPT] = PLAIN,
	[ROLE_MESSAGE] = BOLD,
	[ROLE_HEADING] = { .is_bold = true, .is_underlined = true,
		.colour = -1 },
	[ROLE_KEY] = BOLD,
};

/*
 * The selected row where the keys go is a bar; elsewhere it is only
 * underlined, so that there is one bar on the screen. On a bar or a reversed
 * line the current match stands out by being turned back.
 */
struct look
theme_look(enum role role, unsigned emphasis)
{
	struct look look;

	assert(role < ROLE_COUNT);
	look = looks[role];
	if (emphasis & EMPHASIS_SELECTED) {
		look.is_dim = false;
		look.colour = -1;
		if (emphasis & EMPHASIS_FOCUS)
			look.is_reversed = true;
		else
			look.is_underlined = true;
	} else if (emphasis & EMPHASIS_FOCUS) {
		look.is_dim = false;
		look.is_bold = true;
	}
	if (emphasis & EMPHASIS_MATCH) {
		look.is_dim = false;
		look.is_bold = true;
		look.is_underlined = true;
		look.colour = -1;
	}
	if (emphasis & EMPHASIS_CURRENT) {
		look.is_dim = false;
		look.is_reversed = !look.is_reversed;
	}
	return look;
}
