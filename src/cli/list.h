#ifndef CLI_LIST_H
#define CLI_LIST_H

/*
 * `--list`: one article a line on standard output, no screen. Everything
 * that is written came through text/clean.
 */

#include <stdbool.h>

#include "cli/selection.h"

struct line_style;

/*
 * Writes id, date, language, title and path separated by tabs, titles in the
 * order of STYLE; or JSON Lines where IS_JSON. Returns 0, or -1 with errno
 * where standard output cannot be written.
 */
int cli_list(const struct selection *selection,
	const struct line_style *style, bool is_json)
	__attribute__((warn_unused_result));

#endif
