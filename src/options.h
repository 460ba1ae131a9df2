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

#include "model/order.h"
#include "ui/term_order.h"

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
	int cols;		/* the measure; 0: the default of the mode */
	enum order_option order;
	enum shape_option shape;
	enum sort_key sort;
	uint64_t memory_nbytes;
	bool is_count;		/* of --list: only how many */
	bool is_json;
	bool is_raw;
	bool is_restricted;
	bool is_quiet, is_verbose;
};

/* Letters from here on are none: the option has only a long name. */
#define OPTION_LONG_ONLY 256

struct option_row {
	int letter;
	const char *name;
	const char *argument;	/* NULL: takes none; else translatable */
	const char *help;	/* translatable */
};

/* In the order of --help; ends with a row without a name. */
extern const struct option_row option_table[];

/*
 * Reads everything. Returns 0, or -1 after a line on standard error. The
 * strings belong to ARGV and the environment but for what is marked owned.
 */
int options_read(struct options *options, int argc, char **argv)
	__attribute__((warn_unused_result));
void options_release(struct options *options);

#endif
