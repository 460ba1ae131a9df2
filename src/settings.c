#include <config.h>

#include "settings.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/i18n.h"
#include "options.h"

#define COLS_MAX 10000

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

static const struct choice ambiguous_choices[] = {
	{ "auto", AMBIGUOUS_OPTION_AUTO },
	{ "narrow", AMBIGUOUS_OPTION_NARROW },
	{ "wide", AMBIGUOUS_OPTION_WIDE },
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

static const struct choice digits_choices[] = {
	{ "as-written", DIGITS_AS_WRITTEN },
	{ "european", DIGITS_EUROPEAN },
	{ "arabic", DIGITS_ARABIC },
	{ "persian", DIGITS_PERSIAN },
	{ NULL, 0 },
};

static const struct choice harakat_choices[] = {
	{ "shown", false },
	{ "hidden", true },
	{ NULL, 0 },
};

static const struct choice duplicates_choices[] = {
	{ "fold", false },
	{ "show", true },
	{ NULL, 0 },
};

static const struct choice yes_no[] = {
	{ "yes", true },
	{ "no", false },
	{ NULL, 0 },
};

static void
set_order(struct options *options, int value)
{
	options->order = (enum order_option)value;
}

static void
set_shape(struct options *options, int value)
{
	options->shape = (enum shape_option)value;
}

static void
set_ambiguous(struct options *options, int value)
{
	options->ambiguous = (enum ambiguous_option)value;
}

static void
set_sort(struct options *options, int value)
{
	options->sort = (enum sort_key)value;
}

static void
set_digits(struct options *options, int value)
{
	options->page.line.digits = (enum digits)value;
}

static void
set_harakat(struct options *options, int value)
{
	options->page.line.hides_harakat = value != 0;
}

static void
set_controls(struct options *options, int value)
{
	options->page.line.has_controls = value != 0;
}

static void
set_justified(struct options *options, int value)
{
	options->page.is_justified = value != 0;
}

static void
set_even(struct options *options, int value)
{
	options->page.is_even = value != 0;
}

static void
set_unfolded(struct options *options, int value)
{
	options->page.is_unfolded = value != 0;
}

static void
set_duplicates(struct options *options, int value)
{
	options->shows_copies = value != 0;
}

/* The settings whose values are a few words. */
static const struct {
	const char *name;
	const struct choice *choices;
	void (*set)(struct options *options, int value);
} settings[] = {
	{ "order", order_choices, set_order },
	{ "shape", shape_choices, set_shape },
	{ "ambiguous", ambiguous_choices, set_ambiguous },
	{ "sort", sort_choices, set_sort },
	{ "digits", digits_choices, set_digits },
	{ "harakat", harakat_choices, set_harakat },
	{ "show-controls", yes_no, set_controls },
	{ "justify", yes_no, set_justified },
	{ "even", yes_no, set_even },
	{ "unfold", yes_no, set_unfolded },
	{ "duplicates", duplicates_choices, set_duplicates },
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

/* "auto" takes back what the config file says. */
static bool
parse_encoding(const char *word, struct options *options)
{
	options->has_encoding = strcmp(word, "auto") != 0;
	return !options->has_encoding
		|| encoding_by_name(word, &options->encoding);
}

bool
setting_set(struct options *options, const char *name, const char *value)
{
	int chosen;

	if (strcmp(name, "width") == 0)
		return parse_cols(value, &options->page.cols);
	if (strcmp(name, "memory") == 0)
		return parse_size(value, &options->memory_nbytes);
	if (strcmp(name, "encoding") == 0)
		return parse_encoding(value, options);
	for (size_t i = 0; i < sizeof(settings) / sizeof(*settings); i++) {
		if (strcmp(name, settings[i].name) != 0)
			continue;
		if (!choose(settings[i].choices, value, &chosen))
			return false;
		settings[i].set(options, chosen);
		return true;
	}
	return false;
}

static void
add_word(struct buf *out, bool is_first, const char *word)
{
	buf_add_string(out, is_first ? "" : ", ");
	buf_add_string(out, word);
}

bool
setting_add_words(const char *name, struct buf *out)
{
	if (strcmp(name, "width") == 0) {
		buf_add_format(out, _("a number of columns from 1 to %d"),
			COLS_MAX);
		return true;
	}
	if (strcmp(name, "memory") == 0) {
		buf_add_string(out, _("a size such as 500M or 4G"));
		return true;
	}
	if (strcmp(name, "encoding") == 0) {
		add_word(out, true, "auto");
		for (int i = 0; i < ENCODING_COUNT; i++)
			add_word(out, false, encoding_name((enum encoding)i));
		return true;
	}
	for (size_t i = 0; i < sizeof(settings) / sizeof(*settings); i++) {
		const struct choice *choice = settings[i].choices;

		if (strcmp(name, settings[i].name) != 0)
			continue;
		for (; choice->word != NULL; choice++)
			add_word(out, choice == settings[i].choices,
				choice->word);
		return true;
	}
	return false;
}
