#include <config.h>

#include "options.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/paths.h"
#include "base/xalloc.h"
#include "store/config.h"
#include "messages.h"
#include "settings.h"

/* Options without a letter. */
enum long_only {
	OPTION_ORDER = OPTION_LONG_ONLY,
	OPTION_SHAPE,
	OPTION_AMBIGUOUS,
	OPTION_CALIBRATE,
	OPTION_SORT,
	OPTION_JUSTIFY,
	OPTION_EVEN,
	OPTION_UNFOLD,
	OPTION_DIGITS,
	OPTION_HARAKAT,
	OPTION_SHOW_CONTROLS,
	OPTION_DUPLICATES,
	OPTION_MEMORY,
	OPTION_ENCODING,
	OPTION_RESTRICTED,
};

#define DO OPTION_GROUP_DO
#define LOOK OPTION_GROUP_LOOK
#define TERMINAL OPTION_GROUP_TERMINAL
#define OTHER OPTION_GROUP_OTHER

const struct option_row option_table[] = {
	{ DO, 'l', "list", NULL,
		N_("one article a line: id, date, language, title, path") },
	{ DO, 'p', "print", NULL,
		N_("the articles laid out on standard output") },
	{ DO, 's', "search", N_("QUERY"),
		N_("only the articles that match, in any mode") },
	{ DO, 'n', "count", NULL,
		N_("with --search: only how many articles match") },
	{ DO, 'j', "json", NULL,
		N_("with --list or --print: JSON Lines") },
	{ DO, OPTION_SORT, "sort", N_("KEY"),
		N_("newest, oldest, path, title or language") },
	{ LOOK, 'r', "raw", NULL,
		N_("the text as stored, with nothing recognised in it, "
			"whatever the other looks are") },
	{ LOOK, 'w', "width", N_("COLUMNS"),
		N_("measure of the text column, 1 to 10000") },
	{ LOOK, OPTION_JUSTIFY, "justify", "[=no]",
		N_("lines filled to the measure, with blanks and, in Arabic "
			"script, lengthened letters") },
	{ LOOK, OPTION_EVEN, "even", "[=no]",
		N_("lines of a paragraph as even as they come, not each as "
			"full as it can be") },
	{ LOOK, OPTION_UNFOLD, "unfold", "[=no]",
		N_("paragraphs that repeat others, or that many articles "
			"have, in full, not folded away") },
	{ LOOK, OPTION_DIGITS, "digits", N_("WHICH"),
		N_("as-written, european, or, in right-to-left text, arabic "
			"or persian") },
	{ LOOK, OPTION_HARAKAT, "harakat", N_("HOW"),
		N_("Arabic vowel marks: shown or hidden") },
	{ LOOK, OPTION_SHOW_CONTROLS, "show-controls", "[=no]",
		N_("controls of text direction as visible marks, without "
			"effect") },
	{ LOOK, OPTION_DUPLICATES, "duplicates", N_("HOW"),
		N_("copies of an article in the list on the screen: fold or "
			"show") },
	{ TERMINAL, OPTION_ORDER, "order", N_("WHO"),
		N_("who puts right-to-left text in order: auto, visual "
			"(newspane) or logical (the terminal)") },
	{ TERMINAL, OPTION_SHAPE, "shape", N_("WHEN"),
		N_("join Arabic letters: auto, on or off") },
	{ TERMINAL, OPTION_AMBIGUOUS, "ambiguous", N_("WIDTH"),
		N_("characters that are wide in some terminals only: auto, "
			"narrow or wide") },
	{ TERMINAL, OPTION_CALIBRATE, "calibrate", NULL,
		N_("begin with finding out how this terminal shows "
			"right-to-left text") },
	{ OTHER, OPTION_MEMORY, "memory", N_("SIZE"),
		N_("load no more than this, such as 500M or 4G; half of the "
			"machine's memory if not given") },
	{ OTHER, OPTION_ENCODING, "encoding", N_("NAME"),
		N_("what all files without a byte order mark are encoded in, "
			"which is otherwise guessed") },
	{ OTHER, OPTION_RESTRICTED, "restricted", NULL,
		N_("nothing but reading: write no file") },
	{ OTHER, 'q', "quiet", NULL,
		N_("say nothing about articles that cannot be read") },
	{ OTHER, 'v', "verbose", NULL,
		N_("name every article that cannot be read, or not whole, "
			"and count what is passed over") },
	{ OTHER, 'h', "help", NULL, N_("show this help and exit") },
	{ OTHER, 'V', "version", NULL, N_("show the version and exit") },
	{ OTHER, 0, NULL, NULL, NULL },
};

#define OPTION_ROWS (sizeof(option_table) / sizeof(*option_table) - 1)

static const char *const group_titles[OPTION_GROUP_COUNT] = {
	[OPTION_GROUP_DO] = N_("What to do"),
	[OPTION_GROUP_LOOK] = N_("Looks, on the screen and with --print"),
	[OPTION_GROUP_TERMINAL] = N_("The terminal"),
	[OPTION_GROUP_OTHER] = N_("And also"),
};

const char *
option_group_title(enum option_group group)
{
	return _(group_titles[group]);
}

/* The config file while it is read, and what was refused in it first. */
struct config_reader {
	struct options *options;
	char *name, *value;	/* owned; NULL: nothing */
};

static int
config_value(void *context, const char *name, const char *value)
{
	struct config_reader *reader = context;

	if (strcmp(name, "archive") == 0) {
		free(reader->options->default_path);
		reader->options->default_path = path_expand(value);
		return 0;
	}
	if (setting_set(reader->options, name, value))
		return 0;
	if (reader->name == NULL) {
		reader->name = xstrdup(name);
		reader->value = xstrdup(value);
	}
	return -1;
}

/* WHERE: an option, or a line of the config file and what it sets. */
static void
complain_value(const char *where, const char *name, const char *value)
{
	struct buf words = BUF_INIT;

	if (setting_add_words(name, &words))
		/* TRANSLATORS: an option, what was given, what is taken. */
		complain(_("%s: %s is not possible; it takes %s"), where,
			value, words.at);
	else
		complain(_("%s: there is no such setting"), where);
	buf_release(&words);
}

static void
complain_config(const struct config_reader *reader, const struct err *err)
{
	struct buf where = BUF_INIT;

	if (err->code != ERR_CONFIG || reader->name == NULL) {
		complain_err(err);
		return;
	}
	buf_add_format(&where, "%s: %s", err->what, reader->name);
	complain_value(where.at, reader->name, reader->value);
	buf_release(&where);
}

/* A config file with a mistake in it is said and otherwise used. */
static void
read_config(struct options *options)
{
	char *path = path_config("config");
	struct config_reader reader = { options, NULL, NULL };
	struct err err = { 0 };

	if (path != NULL
		&& config_read(path, config_value, &reader, &err) != 0) {
		complain_config(&reader, &err);
		err_release(&err);
	}
	free(reader.name);
	free(reader.value);
	free(path);
}

static void
read_environment(struct options *options)
{
	const char *order = getenv("NEWSPANE_ORDER");

	if (order != NULL && *order != '\0'
		&& !setting_set(options, "order", order))
		complain(_("NEWSPANE_ORDER: %s is none of auto, visual, "
			"logical"), order);
}

static const struct option_row *
row_of(int letter)
{
	for (size_t i = 0; i < OPTION_ROWS; i++)
		if (option_table[i].letter == letter)
			return &option_table[i];
	return NULL;
}

static int
take_valued(struct options *options, int letter, const char *value)
{
	const struct option_row *row = row_of(letter);
	char where[40];

	snprintf(where, sizeof(where), "--%s", row->name);
	if (value == NULL)
		value = "yes";
	if (setting_set(options, row->name, value))
		return 0;
	complain_value(where, row->name, value);
	return -1;
}

/* Help and version win over what else is asked for. */
static void
set_mode(struct options *options, enum run_mode mode)
{
	if (options->mode != MODE_HELP && options->mode != MODE_VERSION)
		options->mode = mode;
}

static int
take_option(struct options *options, int letter)
{
	switch (letter) {
	case 'l':
		options->is_list = true;
		set_mode(options, MODE_LIST);
		return 0;
	case 'p':
		options->is_print = true;
		set_mode(options, MODE_PRINT);
		return 0;
	case 'n':
		set_mode(options, MODE_LIST);
		options->is_count = true;
		return 0;
	case 'h':
		set_mode(options, MODE_HELP);
		return 0;
	case 'V':
		set_mode(options, MODE_VERSION);
		return 0;
	case 's':
		options->search = optarg;
		return 0;
	case 'j':
		options->is_json = true;
		return 0;
	case 'r':
		options->page.is_raw = true;
		return 0;
	case 'q':
		options->is_quiet = true;
		return 0;
	case 'v':
		options->is_verbose = true;
		return 0;
	case OPTION_CALIBRATE:
		options->is_calibrating = true;
		return 0;
	case OPTION_RESTRICTED:
		options->is_restricted = true;
		return 0;
	default:
		return take_valued(options, letter, optarg);
	}
}

/* getopt's two descriptions, made from the table. */
static void
describe_options(char *letters, struct option *longs)
{
	*letters++ = ':';
	for (size_t i = 0; i < OPTION_ROWS; i++) {
		const struct option_row *row = &option_table[i];

		longs[i] = (struct option){ row->name,
			row->argument == NULL ? no_argument
			: row->argument[0] == '[' ? optional_argument
			: required_argument, NULL, row->letter };
		if (row->letter >= OPTION_LONG_ONLY)
			continue;
		*letters++ = (char)row->letter;
		if (row->argument != NULL)
			*letters++ = ':';
	}
	*letters = '\0';
	longs[OPTION_ROWS] = (struct option){ 0 };
}

/*
 * The word that getopt stumbled over. It goes to the next one when it is
 * through with all letters of a word, which it is not where the first byte of
 * one that is not ASCII was refused.
 */
static const char *
refused_word(char **argv)
{
	const char *next = argv[optind];

	if (optopt != 0 && (optopt < 0 || optopt >= 0x80) && next != NULL
		&& strchr(next, optopt) != NULL)
		return next;
	return argv[optind - 1];
}

static int
complain_option(int result, const char *word)
{
	bool is_letter = optopt > 0 && optopt < 0x80
		&& row_of(optopt) == NULL;

	if (result == ':')
		complain(_("%s needs a value; --help shows which"), word);
	else if (is_letter)
		complain(_("there is no option -%c; --help shows them all"),
			optopt);
	else
		complain(_("%s is not an option; --help shows them all"), word);
	return -1;
}

static int
read_arguments(struct options *options, int argc, char **argv)
{
	char letters[2 * OPTION_ROWS + 2];
	struct option longs[OPTION_ROWS + 1];
	int letter;

	describe_options(letters, longs);
	opterr = 0;
	while ((letter = getopt_long(argc, argv, letters, longs, NULL)) != -1) {
		if (letter == '?' || letter == ':')
			return complain_option(letter, refused_word(argv));
		if (take_option(options, letter) != 0)
			return -1;
	}
	return 0;
}

static int
check_combination(const struct options *options)
{
	if (options->mode == MODE_HELP || options->mode == MODE_VERSION)
		return 0;
	if (options->is_list && options->is_print) {
		complain(_("--list and --print exclude each other"));
		return -1;
	}
	if (options->is_count && options->search == NULL) {
		complain(_("--count counts what --search finds: a query is "
			"missing"));
		return -1;
	}
	if (options->is_calibrating && options->mode != MODE_READ) {
		complain(_("--calibrate is done on a screen: it goes with "
			"neither --list nor --print"));
		return -1;
	}
	/* A count is no JSON, nor is the screen. */
	if (options->is_json
		&& (options->is_count || options->mode == MODE_READ)) {
		complain(_("--json goes with --list or --print"));
		return -1;
	}
	return 0;
}

/* Without ARCHIVE: the environment's, the config file's, the sample. */
static int
choose_paths(struct options *options, char **paths, size_t npaths)
{
	const char *archive = getenv("NEWSPANE_ARCHIVE");

	options->npaths = npaths > 0 ? npaths : 1;
	options->paths = xcalloc(options->npaths, sizeof(*options->paths));
	for (size_t i = 0; i < npaths; i++) {
		options->paths[i] = paths[i];
		if (*paths[i] == '\0') {
			complain(_("ARCHIVE is the empty word; it is to be a "
				"directory, a file or -"));
			return -1;
		}
	}
	if (npaths > 0)
		return 0;
	if (archive == NULL || *archive == '\0') {
		if (options->default_path == NULL)
			options->default_path = path_data("sample");
		archive = options->default_path;
	}
	options->paths[0] = archive;
	return 0;
}

static uint64_t
half_of_memory(void)
{
	long npages = sysconf(_SC_PHYS_PAGES);
	long page_nbytes = sysconf(_SC_PAGESIZE);

	if (npages <= 0 || page_nbytes <= 0)
		return 0;
	return (uint64_t)npages * (uint64_t)page_nbytes / 2;
}

int
options_read(struct options *options, int argc, char **argv)
{
	*options = (struct options){ .memory_nbytes = half_of_memory() };
	read_config(options);
	read_environment(options);
	if (read_arguments(options, argc, argv) != 0
		|| check_combination(options) != 0)
		return -1;
	return choose_paths(options, argv + optind, (size_t)(argc - optind));
}

void
options_release(struct options *options)
{
	free(options->paths);
	free(options->default_path);
	*options = (struct options){ 0 };
}
