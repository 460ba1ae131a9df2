#include <config.h>

#include "options.h"

#include <errno.h>
#include <getopt.h>
#include <string.h>
#include <unistd.h>

#include "base/err.h"
#include "base/i18n.h"
#include "base/paths.h"
#include "base/xalloc.h"
#include "store/config.h"
#include "messages.h"

#define COLS_MAX 10000

/* Options without a letter. */
enum long_only {
	OPTION_ORDER = OPTION_LONG_ONLY,
	OPTION_SHAPE,
	OPTION_SORT,
	OPTION_MEMORY,
	OPTION_RESTRICTED,
};

const struct option_row option_table[] = {
	{ 'l', "list", NULL,
		N_("one article a line: id, date, language, title, path") },
	{ 'p', "print", NULL,
		N_("the articles laid out on standard output") },
	{ 's', "search", N_("QUERY"),
		N_("only the articles that match, in any mode") },
	{ 'n', "count", NULL,
		N_("with --search: only how many articles match") },
	{ 'j', "json", NULL,
		N_("with --list or --print: JSON Lines") },
	{ 'r', "raw", NULL,
		N_("the text as stored, with nothing recognised in it") },
	{ 'w', "width", N_("COLUMNS"),
		N_("measure of the text column, 1 to 10000") },
	{ OPTION_SORT, "sort", N_("KEY"),
		N_("newest, oldest, path, title or language") },
	{ OPTION_ORDER, "order", N_("WHO"),
		N_("who puts right-to-left text in order: auto, visual "
			"(newspane) or logical (the terminal)") },
	{ OPTION_SHAPE, "shape", N_("WHEN"),
		N_("join Arabic letters: auto, on or off") },
	{ OPTION_MEMORY, "memory", N_("SIZE"),
		N_("load no more than this, such as 500M or 4G; half of the "
			"machine's memory if not given") },
	{ OPTION_RESTRICTED, "restricted", NULL,
		N_("nothing but reading: write no file") },
	{ 'q', "quiet", NULL,
		N_("say nothing about articles that cannot be read") },
	{ 'v', "verbose", NULL,
		N_("name every article that cannot be read") },
	{ 'h', "help", NULL, N_("show this help and exit") },
	{ 'V', "version", NULL, N_("show the version and exit") },
	{ 0, NULL, NULL, NULL },
};

#define OPTION_ROWS (sizeof(option_table) / sizeof(*option_table) - 1)

/* A word of the command line or the config file and what it stands for. */
struct choice {
	const char *word;
	int value;
};

static const struct choice order_choices[] = {
	{ "auto", ORDER_OPTION_AUTO },
	{ "visual", ORDER_OPTION_VISUAL },
	{ "logical", ORDER_OPTION_LOGICAL },
	{ NULL, 0 },
};

static const struct choice shape_choices[] = {
	{ "auto", SHAPE_OPTION_AUTO },
	{ "on", SHAPE_OPTION_ON },
	{ "off", SHAPE_OPTION_OFF },
	{ NULL, 0 },
};

static const struct choice sort_choices[] = {
	{ "newest", SORT_NEWEST },
	{ "oldest", SORT_OLDEST },
	{ "path", SORT_PATH },
	{ "title", SORT_TITLE },
	{ "language", SORT_LANGUAGE },
	{ NULL, 0 },
};

static bool
choose(const struct choice *choices, const char *word, int *value)
{
	for (; choices->word != NULL; choices++) {
		if (strcmp(choices->word, word) == 0) {
			*value = choices->value;
			return true;
		}
	}
	return false;
}

static bool
parse_cols(const char *word, int *cols)
{
	char *end;
	long number;

	errno = 0;
	number = strtol(word, &end, 10);
	if (end == word || *end != '\0' || errno != 0 || number < 1
		|| number > COLS_MAX)
		return false;
	*cols = (int)number;
	return true;
}

/* A number and one of K, M, G, T (of 1024); no letter: bytes. */
static bool
parse_size(const char *word, uint64_t *nbytes)
{
	static const char units[] = "KMGT";
	unsigned long long number;
	const char *unit;
	char *end;
	int shift = 0;

	errno = 0;
	number = strtoull(word, &end, 10);
	if (end == word || *word == '-' || errno != 0 || number == 0)
		return false;
	if (*end != '\0') {
		unit = strchr(units, *end);
		if (unit == NULL || end[1] != '\0')
			return false;
		shift = 10 * (int)(unit - units + 1);
	}
	if (number > UINT64_MAX >> shift)
		return false;
	*nbytes = (uint64_t)number << shift;
	return true;
}

/* One named value, from whichever place. False: it makes no sense. */
static bool
set_value(struct options *options, const char *name, const char *value)
{
	int chosen;

	if (strcmp(name, "width") == 0)
		return parse_cols(value, &options->cols);
	if (strcmp(name, "memory") == 0)
		return parse_size(value, &options->memory_nbytes);
	if (strcmp(name, "order") == 0
		&& choose(order_choices, value, &chosen))
		return options->order = (enum order_option)chosen, true;
	if (strcmp(name, "shape") == 0
		&& choose(shape_choices, value, &chosen))
		return options->shape = (enum shape_option)chosen, true;
	if (strcmp(name, "sort") == 0 && choose(sort_choices, value, &chosen))
		return options->sort = (enum sort_key)chosen, true;
	return false;
}

static int
config_value(void *context, const char *name, const char *value)
{
	struct options *options = context;

	if (strcmp(name, "archive") == 0) {
		free(options->default_path);
		options->default_path = path_expand(value);
		return 0;
	}
	return set_value(options, name, value) ? 0 : -1;
}

/* A config file with a mistake in it is said and otherwise used. */
static void
read_config(struct options *options)
{
	char *path = path_config("config");
	struct err err = { 0 };

	if (path != NULL
		&& config_read(path, config_value, options, &err) != 0) {
		complain_err(&err);
		err_release(&err);
	}
	free(path);
}

static void
read_environment(struct options *options)
{
	const char *order = getenv("NEWSPANE_ORDER");

	if (order != NULL && *order != '\0'
		&& !set_value(options, "order", order))
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

	if (set_value(options, row->name, value))
		return 0;
	complain(_("--%s: %s is not possible; --help shows what is"),
		row->name, value);
	return -1;
}

static int
take_option(struct options *options, int letter)
{
	switch (letter) {
	case 'l':
		options->mode = MODE_LIST;
		return 0;
	case 'p':
		options->mode = MODE_PRINT;
		return 0;
	case 'n':
		options->mode = MODE_LIST;
		options->is_count = true;
		return 0;
	case 'h':
		options->mode = MODE_HELP;
		return 0;
	case 'V':
		options->mode = MODE_VERSION;
		return 0;
	case 's':
		options->search = optarg;
		return 0;
	case 'j':
		options->is_json = true;
		return 0;
	case 'r':
		options->is_raw = true;
		return 0;
	case 'q':
		options->is_quiet = true;
		return 0;
	case 'v':
		options->is_verbose = true;
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
			row->argument != NULL ? required_argument
			: no_argument, NULL, row->letter };
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
	if (options->is_count && options->search == NULL) {
		complain(_("--count counts what --search finds: a query is "
			"missing"));
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
static void
choose_paths(struct options *options, char **paths, size_t npaths)
{
	const char *archive = getenv("NEWSPANE_ARCHIVE");

	options->npaths = npaths > 0 ? npaths : 1;
	options->paths = xcalloc(options->npaths, sizeof(*options->paths));
	for (size_t i = 0; i < npaths; i++)
		options->paths[i] = paths[i];
	if (npaths > 0)
		return;
	if (archive == NULL || *archive == '\0') {
		if (options->default_path == NULL)
			options->default_path = path_data("sample");
		archive = options->default_path;
	}
	options->paths[0] = archive;
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
	choose_paths(options, argv + optind, (size_t)(argc - optind));
	return 0;
}

void
options_release(struct options *options)
{
	free(options->paths);
	free(options->default_path);
	*options = (struct options){ 0 };
}
