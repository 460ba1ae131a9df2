#ifndef UI_THEME_H
#define UI_THEME_H

/*
 * How a role looks: one table. Every look must also be readable without
 * colour.
 */

#include <stdbool.h>

#include "layout/role.h"

struct look {
	bool is_bold, is_dim, is_underlined, is_reversed;
	signed char colour;	/* foreground, ANSI 0 to 7; -1: as it is */
};

/* EMPHASIS is a set of enum emphasis of ui/frame.h. */
struct look theme_look(enum role role, unsigned emphasis);

#endif
