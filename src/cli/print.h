#ifndef CLI_PRINT_H
#define CLI_PRINT_H

/* `--print`: articles laid out on standard output, no screen. */

#include <stdbool.h>

#include "cli/selection.h"
#include "layout/page.h"

struct print_options {
	/* is_rtl is each article's own; is_raw: no anatomy either. */
	struct page_style page;
	bool is_json;		/* JSON Lines */
	/* What signs of folds say; NULL: nothing is folded away. */
	void (*add_fold)(enum role role, uint32_t count, struct buf *out);
};

/* Returns 0, or -1 with errno where standard output cannot be written. */
int cli_print(const struct selection *selection,
	const struct print_options *options)
	__attribute__((warn_unused_result));

#endif
