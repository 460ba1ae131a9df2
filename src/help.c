#include <config.h>

#include "help.h"

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/i18n.h"
#include "layout/blocks.h"
#include "layout/fit.h"
#include "layout/page.h"
#include "messages.h"
#include "options.h"

/* Columns of the whole, and of the options' names in it. */
#define HELP_COLS 79
#define NAME_COLS 24

/*
 * Writes TEXT as a paragraph from column COL on; what stands to the left of
 * its first line was written already.
 */
static void
put_paragraph(const char *text, int col)
{
	struct block block = { .source = { 0, (uint32_t)strlen(text) } };
	struct blocks blocks = { &block, 1, 1 };
	struct page_style style = {
		.cols = HELP_COLS - col,
		.line = message_style(stdout),
	};
	struct page *page = page_new(text, &blocks, &style);
	struct page_place place = page_first(page);
	struct buf out = BUF_INIT;
	int pad = 0;

	do {
		const struct line *line = page_line(page, place);

		buf_reset(&out);
		line_add_utf8(line, &out);
		if (line->is_rtl && style.line.order == ORDER_VISUAL)
			pad += style.cols - line->cols;
		printf("%*s%s\n", pad, "", out.at);
		pad = col;
	} while (page_step(page, &place, 1) == 1);
	buf_release(&out);
	page_free(page);
}

static void
put_option(const struct option_row *row)
{
	struct line_style style = message_style(stdout);
	struct buf name = BUF_INIT;
	int cols;

	if (row->letter < OPTION_LONG_ONLY)
		buf_add_format(&name, "  -%c, --%s", row->letter, row->name);
	else
		buf_add_format(&name, "      --%s", row->name);
	if (row->argument != NULL && row->argument[0] == '[')
		buf_add_string(&name, row->argument);
	else if (row->argument != NULL)
		buf_add_format(&name, "=%s", _(row->argument));
	message_put(stdout, name.at);
	cols = fit_cols(name.at, name.nbytes, &style);
	if (cols < NAME_COLS)
		printf("%*s", NAME_COLS - cols, "");
	else
		printf("\n%*s", NAME_COLS, "");
	put_paragraph(_(row->help), NAME_COLS);
	buf_release(&name);
}

static void
put_group(enum option_group group)
{
	put_paragraph(option_group_title(group), 0);
	for (size_t i = 0; option_table[i].name != NULL; i++)
		if (option_table[i].group == group)
			put_option(&option_table[i]);
	printf("\n");
}

void
help_show(void)
{
	put_paragraph(_("Usage: newspane [OPTION]... [ARCHIVE]..."), 0);
	put_paragraph(_("Read a news archive of plain-text articles in the "
		"terminal."), 0);
	printf("\n");
	put_paragraph(_("ARCHIVE is a folder, a file, or - for standard "
		"input; several are one archive. Without one it is "
		"$NEWSPANE_ARCHIVE, the config file's, or the sample."), 0);
	printf("\n");
	for (int i = 0; i < OPTION_GROUP_COUNT; i++)
		put_group((enum option_group)i);
	put_paragraph(_("Exit status: 0 done, 1 nothing matched, 2 trouble, 3 "
		"some articles could not be read."), 0);
	put_paragraph(_("In the program ? shows the keys; the manual is "
		"newspane(1)."), 0);
}
