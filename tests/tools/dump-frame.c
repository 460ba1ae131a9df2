/*
 * Drives the reader without a terminal and writes what its screen would show.
 *
 *	dump-frame ARCHIVE... <SCRIPT
 *	dump-frame --commands
 *
 * The script has one order a line:
 *
 *	size COLSxROWS		the screen has this size from now on
 *	key NAME...		keys by the names of the command table
 *	type TEXT		the characters of TEXT as keys
 *	paste TEXT		the same, as a paste
 *	frame			the rows, and the cursor where it shows
 *	marks			what is emphasised: row, columns, how
 *
 * With --commands it lists the table: name, keys and help, TAB between them.
 */

#include <config.h>

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/i18n.h"
#include "base/paths.h"
#include "text/utf8.h"
#include "model/archive.h"
#include "model/labels.h"
#include "model/load.h"
#include "store/reading.h"
#include "ui/app.h"
#include "ui/command.h"
#include "ui/frame.h"

#define LINE_NBYTES_MAX 4096

struct dump {
	struct app *app;
	struct frame frame;
	bool has_quit;
};

static struct labels *
read_labels(void)
{
	char *path = path_data("labels");
	FILE *file = fopen(path, "r");
	struct buf table = BUF_INIT;
	struct labels *labels;
	int c, bad_line;

	while (file != NULL && (c = getc(file)) != EOF)
		buf_add_byte(&table, (char)c);
	if (file != NULL)
		fclose(file);
	labels = labels_new(table.at, table.nbytes, &bad_line);
	buf_release(&table);
	free(path);
	return labels;
}

static void
speak_locale(void)
{
	char *path = path_locale();

	setlocale(LC_ALL, "");
	bindtextdomain(PACKAGE, path);
	bind_textdomain_codeset(PACKAGE, "UTF-8");
	textdomain(PACKAGE);
	free(path);
}

/* As a terminal without an opinion would: what is not said is visual. */
static void
apply_order(struct dump *dump)
{
	enum order_option order;
	enum shape_option shape;
	struct line_style style = { 0 };

	app_order(dump->app, &order, &shape);
	style.order = order == ORDER_OPTION_LOGICAL ? ORDER_LOGICAL
		: ORDER_VISUAL;
	style.is_shaped = shape == SHAPE_OPTION_AUTO
		? style.order == ORDER_VISUAL : shape == SHAPE_OPTION_ON;
	app_set_style(dump->app, &style);
}

static void
press(struct dump *dump, const struct key *key)
{
	switch (app_key(dump->app, key)) {
	case APP_QUIT:
		dump->has_quit = true;
		break;
	case APP_SUSPEND:
		printf("suspend\n");
		break;
	case APP_REPAINT:
		printf("repaint\n");
		break;
	case APP_MEASURE:
		printf("measure\n");
		break;
	case APP_RELOAD:
		printf("reload\n");
		break;
	case APP_ORDER:
	case APP_LEARNT:
		apply_order(dump);
		break;
	case APP_GO_ON:
		break;
	}
	while (app_tick(dump->app, 10000))
		;
}

static void
press_names(struct dump *dump, const char *names)
{
	struct key prefix, key;
	size_t nbytes;

	for (; (nbytes = command_next_key(&names)) > 0; names += nbytes) {
		if (!command_parse_key(names, nbytes, &prefix, &key)) {
			fprintf(stderr, "no key: %.*s\n", (int)nbytes, names);
			exit(2);
		}
		if (prefix.code != KEY_CODE_NONE)
			press(dump, &prefix);
		press(dump, &key);
	}
}

static void
type_text(struct dump *dump, const char *text, unsigned modifiers)
{
	while (*text != '\0') {
		struct key key = { KEY_CODE_CHAR, 0, modifiers };

		text += utf8_next(text, &key.cp);
		press(dump, &key);
	}
}

static void
show_frame(struct dump *dump)
{
	struct buf row = BUF_INIT;

	app_draw(dump->app, &dump->frame);
	printf("--- %dx%d", dump->frame.cols, dump->frame.rows);
	if (dump->frame.cursor_row >= 0)
		printf(" cursor %d,%d", dump->frame.cursor_row,
			dump->frame.cursor_col);
	printf("\n");
	for (int i = 0; i < dump->frame.rows; i++) {
		buf_reset(&row);
		frame_add_row(&dump->frame, i, &row);
		printf("%s\n", row.at);
	}
	buf_release(&row);
}

static void
show_run(int row, int start, int end, unsigned emphasis)
{
	static const struct {
		unsigned emphasis;
		const char *name;
	} names[] = {
		{ EMPHASIS_MATCH, "match" },
		{ EMPHASIS_CURRENT, "current" },
		{ EMPHASIS_SELECTED, "selected" },
		{ EMPHASIS_FOCUS, "focus" },
	};

	printf("%d: %d-%d", row, start, end);
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if ((emphasis & names[i].emphasis) != 0)
			printf(" %s", names[i].name);
	printf("\n");
}

static void
show_marks(struct dump *dump)
{
	const struct frame *frame = &dump->frame;

	app_draw(dump->app, &dump->frame);
	printf("--- marks\n");
	for (int row = 0; row < frame->rows; row++) {
		const struct frame_cell *cells = frame->cells
			+ (size_t)row * (size_t)frame->cols;
		int start = 0;

		for (int col = 1; col <= frame->cols; col++) {
			if (col < frame->cols && cells[col].emphasis
					== cells[start].emphasis)
				continue;
			if (cells[start].emphasis != 0)
				show_run(row, start, col,
					cells[start].emphasis);
			start = col;
		}
	}
}

static bool
takes(const char **line, const char *order)
{
	size_t nbytes = strlen(order);

	if (strncmp(*line, order, nbytes) != 0)
		return false;
	*line += nbytes;
	return true;
}

static void
obey(struct dump *dump, const char *line)
{
	int rows, cols;

	if (takes(&line, "size ")
			&& sscanf(line, "%dx%d", &cols, &rows) == 2)
		app_resize(dump->app, rows, cols);
	else if (takes(&line, "key "))
		press_names(dump, line);
	else if (takes(&line, "type "))
		type_text(dump, line, 0);
	else if (takes(&line, "paste "))
		type_text(dump, line, KEY_PASTED);
	else if (strcmp(line, "frame") == 0)
		show_frame(dump);
	else if (strcmp(line, "marks") == 0)
		show_marks(dump);
	else if (*line != '\0' && *line != '#')
		fprintf(stderr, "no order: %s\n", line);
}

static void
run_script(struct dump *dump, FILE *script)
{
	char line[LINE_NBYTES_MAX];

	while (!dump->has_quit && fgets(line, sizeof(line), script) != NULL) {
		line[strcspn(line, "\n")] = '\0';
		obey(dump, line);
	}
	if (dump->has_quit)
		printf("quit\n");
}

static void
list_commands(void)
{
	for (int i = COMMAND_NONE + 1; i < COMMAND_COUNT; i++) {
		const struct command_info *info = command_info((enum command)i);

		printf("%s\t%s\t%s\n", info->name, info->keys, info->help);
	}
}

int
main(int argc, char **argv)
{
	struct labels *labels;
	struct archive *archive;
	struct load *load;
	struct reading *reading;
	struct load_options load_options = { .nthreads = 1 };
	struct app_options options = { .sort = SORT_NEWEST };
	struct err err = { 0 };
	struct dump dump = { 0 };

	speak_locale();
	if (argc == 2 && strcmp(argv[1], "--commands") == 0) {
		list_commands();
		return 0;
	}
	labels = read_labels();
	archive = archive_new(labels);
	load = load_start(archive, (const char *const *)(argv + 1),
		(size_t)(argc - 1), &load_options);
	load_wait(load);
	reading = reading_new(NULL, &err);
	dump.app = app_new(archive, load, reading, &options);
	frame_init(&dump.frame);
	app_resize(dump.app, 24, 80);
	while (app_tick(dump.app, 10000))
		;
	run_script(&dump, stdin);
	frame_release(&dump.frame);
	app_free(dump.app);
	reading_free(reading);
	load_free(load);
	archive_free(archive);
	labels_free(labels);
	return 0;
}
