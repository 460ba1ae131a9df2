#ifndef OPTIONS_H
#define OPTIONS_H

/*
 * The command line, the environment and the config file, in this order of
 * precedence. One table holds every option: --help, getopt and the tests of
 * man page and completions come from it.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/decode.h"
#include "model/order.h"
#include "layout/page.h"
#include "ui/app.h"

enum run_mode {
	MODE_READ,
	MODE_LIST,
	MODE_PRINT,
	MODE_HELP,
	MODE_VERSION,
};

struct options {
	enum run_mode mode;
	const char **paths;	/* the ARCHIVEs; owned array */
	size_t npaths;		/* at least 1 */
	char *default_path;	/* owned: from the config file or installed */
	const char *search;	/* NULL: none */
	/* The measure (0: the default of the mode), whether it is raw, and
	   the display switches; the mode fills in the rest. */
	struct page_style page;
	enum order_option order;
	enum shape_option shape;
	enum ambiguous_option ambiguous;
	enum sort_key sort;
	bool shows_copies;	/* in the list on the screen, each in a row */
	uint64_t memory_nbytes;
	bool has_encoding;	/* all files are in this one: */
	enum encoding encoding;
	bool is_list, is_print;	/* each was asked for, whatever the mode */
	bool is_count;		/* of --list: only how many */
	bool is_json;
	bool is_calibrating;	/* the screen opens with the calibration */
	bool is_restricted;
	bool is_quiet, is_verbose;
};

/* Letters from here on are none: the option has only a long name. */
#define OPTION_LONG_ONLY 256

enum option_group {
	OPTION_GROUP_DO,
	OPTION_GROUP_LOOK,
	OPTION_GROUP_TERMINAL,
	OPTION_GROUP_OTHER,
	OPTION_GROUP_COUNT
};

struct option_row {
	enum option_group group;
	int letter;
	const char *name;
	/* NULL: takes none; in brackets: may be left out, which is "yes";
	   else translatable. */
	const char *argument;
	const char *help;	/* translatable */
};

/* In the order of --help, group by group; ends with a row without a name. */
extern const struct option_row option_table[];
/* What heads a group in --help, translated. */
const char *option_group_title(enum option_group group);

/*
 * Reads everything. Returns 0, or -1 after a line on standard error. The
 * strings belong to ARGV and the environment but for what is marked owned.
 */
int options_read(struct options *options, int argc, char **argv)
	__attribute__((warn_unused_result));
void options_release(struct options *options);

#endif
