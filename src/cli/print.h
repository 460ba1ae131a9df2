#ifndef CLI_PRINT_H
#define CLI_PRINT_H

/* `--print`: articles laid out on standard output, no screen. */

#include <stdbool.h>

#include "cli/selection.h"
#include "layout/line.h"

struct print_options {
	int cols;		/* the measure, >= 1 */
	struct line_style style;
	bool is_raw;		/* lines as stored, no anatomy */
	bool is_json;		/* JSON Lines */
};

/* Returns 0, or -1 with errno where standard output cannot be written. */
int cli_print(const struct selection *selection,
	const struct print_options *options)
	__attribute__((warn_unused_result));

#endif
