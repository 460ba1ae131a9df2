#include <config.h>

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/file.h"
#include "base/i18n.h"
#include "base/paths.h"
#include "base/xalloc.h"
#include "model/archive.h"
#include "model/labels.h"
#include "model/load.h"
#include "search/query.h"
#include "store/reading.h"
#include "text/clean.h"
#include "cli/list.h"
#include "cli/print.h"
#include "ui/app.h"
#include "help.h"
#include "locale_setup.h"
#include "messages.h"
#include "options.h"
#include "problems.h"

/* DESIGN: the command line. */
enum exit_status {
	EXIT_DONE = 0,
	EXIT_NO_MATCH = 1,
	EXIT_TROUBLE = 2,
	EXIT_SOME_UNREAD = 3,
};

#define LABELS_NBYTES_MAX ((size_t)1 << 24)

/* The measure of --print without --width. */
#define PRINT_COLS 72

/* How long a screen waits to see whether there is anything to read. */
#define FIRST_ARTICLE_MS 50

/* What one run works with. */
struct run {
	struct options options;
	struct labels *labels;
	struct archive *archive;
	struct load *load;
};

/* The table in the file PATH; one that IS_OPTIONAL need not be there. */
static void
read_label_file(struct labels *labels, const char *path, bool is_optional)
{
	struct buf table = BUF_INIT;
	struct err err = { 0 };
	int bad_line = 0;

	if (file_read(path, LABELS_NBYTES_MAX, &table, &err) != 0) {
		if (!is_optional || err.code != ERR_OPEN
			|| (err.sys != ENOENT && err.sys != ENOTDIR))
			complain_err(&err);
		err_release(&err);
	}
	labels_extend(labels, table.at, table.nbytes, &bad_line);
	if (bad_line > 0)
		complain(_("%s: line %d makes no sense"), path, bad_line);
	buf_release(&table);
}

/* Without its tables newspane reads on and knows fewer parts. */
static struct labels *
read_labels(const struct options *options)
{
	char *installed = path_data("labels");
	char *own = options->is_restricted ? NULL : path_config("labels");
	int none;
	struct labels *labels = labels_new("", 0, &none);

	read_label_file(labels, installed, false);
	if (own != NULL)
		read_label_file(labels, own, true);
	free(own);
	free(installed);
	return labels;
}

static bool
is_standard_input(const char *path)
{
	return strcmp(path, "-") == 0;
}

/* A wrong name must be said before there is a screen. */
static bool
any_path_exists(const struct options *options)
{
	struct stat info;

	for (size_t i = 0; i < options->npaths; i++)
		if (is_standard_input(options->paths[i])
			|| stat(options->paths[i], &info) == 0)
			return true;
	for (size_t i = 0; i < options->npaths; i++) {
		struct err err = { 0 };

		errno = 0;
		if (stat(options->paths[i], &info) != 0) {
			err_set(&err, ERR_OPEN, errno, options->paths[i]);
			complain_err(&err);
			err_release(&err);
		}
	}
	return false;
}

static enum exit_status
nothing_to_read(const struct run *run)
{
	problems_report_nothing(run->archive, &run->options);
	return EXIT_TROUBLE;
}

static struct query *
new_query(const char *typed)
{
	struct buf clean = BUF_INIT;
	struct query *query;

	if (typed == NULL)
		return NULL;
	clean_name(typed, strlen(typed), &clean);
	query = query_new(clean.at, clean.nbytes);
	buf_release(&clean);
	return query;
}

static struct line_style
output_style(const struct options *options)
{
	struct line_style style = message_style(stdout);

	if (options->order == ORDER_OPTION_VISUAL)
		style.order = ORDER_VISUAL;
	else if (options->order == ORDER_OPTION_LOGICAL)
		style.order = ORDER_LOGICAL;
	style.is_shaped = style.order == ORDER_VISUAL;
	if (options->shape != SHAPE_OPTION_AUTO)
		style.is_shaped = options->shape == SHAPE_OPTION_ON;
	return style;
}

static int
write_selection(const struct options *options,
	const struct selection *selection)
{
	struct line_style style = output_style(options);
	struct print_options print = {
		.page = options->page,
		.is_json = options->is_json,
		.add_fold = message_add_fold,
	};

	if (options->is_count)
		return printf("%u\n", selection->count) < 0 ? -1 : 0;
	/* A list is data: what only changes its looks is not for it. */
	if (options->mode == MODE_LIST)
		return cli_list(selection, &style, options->is_json);
	if (print.page.cols == 0)
		print.page.cols = PRINT_COLS;
	print.page.line.order = style.order;
	print.page.line.is_shaped = style.is_shaped;
	print.page.line.is_wide = options->ambiguous == AMBIGUOUS_OPTION_WIDE;
	return cli_print(selection, &print);
}

/* A reader that has seen enough closes the pipe: that is no trouble. */
static bool
is_output_lost(int result)
{
	if (result == 0 && fflush(stdout) == 0) {
		if (!ferror(stdout))
			return false;
		errno = EIO;
	}
	if (errno == EPIPE)
		return false;
	struct err err = { 0 };

	err_set(&err, ERR_WRITE, errno, _("standard output"));
	complain_err(&err);
	err_release(&err);
	return true;
}

static enum exit_status
run_without_screen(struct run *run)
{
	const struct options *options = &run->options;
	struct selection selection;
	enum exit_status status = EXIT_DONE;

	load_wait(run->load);
	if (archive_count(run->archive) == 0)
		return nothing_to_read(run);
	selection_init(&selection, run->archive, new_query(options->search),
		options->sort);
	if (is_output_lost(write_selection(options, &selection)))
		status = EXIT_TROUBLE;
	else if (selection.count == 0)
		status = EXIT_NO_MATCH;
	selection_release(&selection);
	if (problems_report(run->archive, options) > 0
		&& status != EXIT_TROUBLE)
		status = EXIT_SOME_UNREAD;
	return status;
}

/* Whether a screen is worth opening: false where nothing can be read. */
static bool
wait_for_first(const struct run *run)
{
	struct pollfd published = { load_fd(run->load), POLLIN, 0 };
	int rest_ms = FIRST_ARTICLE_MS;

	while (archive_count(run->archive) == 0) {
		if (load_progress(run->load).is_done)
			return archive_count(run->archive) > 0;
		if (poll(&published, 1, rest_ms) <= 0)
			return true;
		load_acknowledge(run->load);
		rest_ms /= 2;
	}
	return true;
}

/* Whoever waits for us shall see what ended us. */
static void
end_by_signal(int number)
{
	signal(number, SIG_DFL);
	raise(number);
}

static enum exit_status
run_screen(struct run *run)
{
	const struct options *options = &run->options;
	struct app_options app = {
		.term = { options->order, options->shape,
			!isatty(STDIN_FILENO), options->is_restricted },
		.search = options->search,
		.sort = options->sort,
		.shows_copies = options->shows_copies,
		.page = options->page,
		.ambiguous = options->ambiguous,
		.is_calibrating = options->is_calibrating,
		.add_err = message_add_err,
		.add_fold = message_add_fold,
	};
	char *state = options->is_restricted ? NULL
		: path_state("reading.sqlite");
	char *terminals = options->is_restricted ? NULL
		: path_state("terminals");
	struct reading *reading;
	struct err err = { 0 };
	int result;

	if (!wait_for_first(run)) {
		free(terminals);
		free(state);
		return nothing_to_read(run);
	}
	reading = reading_new(state, &err);
	free(state);
	if (err.code != ERR_NONE) {
		complain_err(&err);
		err_release(&err);
	}
	app.terminals = terminals;
	result = app_run(run->archive, run->load, reading, &app, &err);
	free(terminals);
	reading_free(reading);
	if (result < 0) {
		complain_err(&err);
		err_release(&err);
		return EXIT_TROUBLE;
	}
	if (result > 0)
		end_by_signal(result);
	return problems_report(run->archive, options) > 0
		? EXIT_SOME_UNREAD : EXIT_DONE;
}

/* Keys and an article cannot come from one terminal. */
static bool
is_terminal_read_twice(const struct options *options)
{
	if (options->mode != MODE_READ || !isatty(STDIN_FILENO))
		return false;
	for (size_t i = 0; i < options->npaths; i++)
		if (is_standard_input(options->paths[i]))
			return true;
	return false;
}

/* Blanks and quotes alone ask for nothing. */
static bool
is_query_empty(const struct options *options)
{
	struct query *query = new_query(options->search);
	bool is_empty = query != NULL && query_is_empty(query);

	query_free(query);
	return is_empty;
}

static enum exit_status
run_archive(struct run *run)
{
	const struct load_options load = {
		.memory_nbytes = run->options.memory_nbytes,
	};
	enum exit_status status;

	if (!any_path_exists(&run->options))
		return EXIT_TROUBLE;
	if (is_query_empty(&run->options)) {
		complain(_("--search: the query is empty"));
		return EXIT_TROUBLE;
	}
	if (is_terminal_read_twice(&run->options)) {
		complain(_("standard input is the terminal that the keys come "
			"from; - wants a pipe or a file"));
		return EXIT_TROUBLE;
	}
	if (run->options.is_calibrating && !isatty(STDOUT_FILENO)) {
		complain(_("--calibrate looks at a terminal, which standard "
			"output is not"));
		return EXIT_TROUBLE;
	}
	run->labels = read_labels(&run->options);
	run->archive = archive_new(run->labels);
	if (run->options.has_encoding)
		archive_force_encoding(run->archive, run->options.encoding);
	run->load = load_start(run->archive, run->options.paths,
		run->options.npaths, &load);
	status = run->options.mode == MODE_READ ? run_screen(run)
		: run_without_screen(run);
	load_free(run->load);
	archive_free(run->archive);
	labels_free(run->labels);
	return status;
}

static void
show_version(void)
{
	printf("%s\n", PACKAGE_STRING);
	message_put(stdout, reading_is_persistent()
		? _("Reading state: kept in SQLite.")
		: _("Reading state: not kept (built without SQLite)."));
	printf("\n");
}

static enum exit_status
run_mode(struct run *run)
{
	switch (run->options.mode) {
	case MODE_HELP:
		help_show();
		break;
	case MODE_VERSION:
		show_version();
		break;
	default:
		return run_archive(run);
	}
	return is_output_lost(0) ? EXIT_TROUBLE : EXIT_DONE;
}

/*
 * A file that newspane opens must not be taken for one of the standard three,
 * should they have come closed. What takes their place fails when it is used.
 */
static void
open_standard_files(void)
{
	static const int useless[] = { O_WRONLY, O_RDONLY, O_RDONLY };

	for (int fd = 0; fd <= STDERR_FILENO; fd++)
		if (fcntl(fd, F_GETFD) < 0
			&& open("/dev/null", useless[fd]) < 0)
			return;
}

int
main(int argc, char **argv)
{
	struct run run = { 0 };
	enum exit_status status = EXIT_TROUBLE;

	open_standard_files();
	if (!locale_setup()) {
		complain(_("the locale %s is not UTF-8; LC_ALL=C.UTF-8 is one "
			"that is"), locale_wanted());
		return EXIT_TROUBLE;
	}
	if (options_read(&run.options, argc, argv) == 0)
		status = run_mode(&run);
	options_release(&run.options);
	return status;
}
