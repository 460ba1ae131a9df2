#include <config.h>

#include "cli/print.h"

#include <stdio.h>

#include "base/buf.h"
#include "model/anatomy.h"
#include "model/archive.h"
#include "model/boilerplate.h"
#include "layout/blocks.h"
#include "layout/folds.h"
#include "layout/page.h"
#include "cli/article_json.h"
#include "cli/json.h"

/* What one article after another is printed with. */
struct printer {
	const struct selection *selection;
	const struct print_options *options;
	struct boilerplate *boilerplate; /* NULL: as stored */
	struct anatomy anatomy;
	struct blocks blocks;
	struct buf signs;	/* of folds among them */
	struct buf out;
	struct buf row;
	bool is_first;
};

static void
make_blocks(struct printer *printer, const struct page_style *style,
	const struct article *article)
{
	const struct fold_style folds = { .is_open = style->is_unfolded,
		.is_rtl = style->is_rtl,
		.add_words = printer->options->add_fold };

	if (style->is_raw) {
		blocks_read_raw(&printer->blocks, article);
		return;
	}
	blocks_read(&printer->blocks, &printer->anatomy);
	if (folds.add_words != NULL)
		folds_apply(&printer->blocks, &folds, &printer->signs);
}

static struct page *
page_of(struct printer *printer, const struct article *article)
{
	struct page_style style = printer->options->page;

	style.is_rtl = article->is_rtl;
	/* What is printed in logical order is for searching and copying. */
	style.has_no_kashida = style.line.order == ORDER_LOGICAL;
	make_blocks(printer, &style, article);
	return page_new(article->text, &printer->blocks, &style);
}

/* Calls SINK for each row of the page from the first to the last. */
static void
each_row(struct printer *printer, struct page *page,
	void (*sink)(struct printer *, const struct line *, void *),
	void *context)
{
	struct page_place place = page_first(page);

	if (page_is_empty(page))
		return;
	do
		sink(printer, page_line(page, place), context);
	while (page_step(page, &place, 1) == 1);
}

static void
text_row(struct printer *printer, const struct line *line, void *context)
{
	int cols = printer->options->page.cols;

	(void)context;
	if (line != NULL) {
		for (int pad = line->is_rtl ? cols - line->cols : 0; pad > 0;
			pad--)
			buf_add_byte(&printer->out, ' ');
		line_add_utf8(line, &printer->out);
	}
	buf_add_byte(&printer->out, '\n');
}

static void
json_row(struct printer *printer, const struct line *line, void *context)
{
	buf_reset(&printer->row);
	if (line != NULL)
		line_add_utf8(line, &printer->row);
	json_string(context, NULL, printer->row.at, printer->row.nbytes);
}

/* Between two articles, as wide as the measure. */
static void
print_rule(struct printer *printer)
{
	const struct page_style *style = &printer->options->page;
	/* A line of the box drawings is of ambiguous width. */
	int step = style->line.is_wide ? 2 : 1;

	buf_add_byte(&printer->out, '\n');
	for (int col = step; col <= style->cols; col += step)
		buf_add_string(&printer->out, "\u2500");
	buf_add_string(&printer->out, "\n\n");
}

static void
print_text(struct printer *printer, struct page *page)
{
	if (!printer->is_first)
		print_rule(printer);
	each_row(printer, page, text_row, NULL);
}

static void
print_json(struct printer *printer, struct page *page,
	const struct article *article)
{
	struct json json;

	json_init(&json, &printer->out);
	json_open(&json, NULL, '{');
	article_json(&json, printer->selection, article, &printer->anatomy);
	json_string(&json, "text", article->text, article->nbytes);
	json_open(&json, "lines", '[');
	each_row(printer, page, json_row, &json);
	json_close(&json, ']');
	json_close(&json, '}');
	buf_add_byte(&printer->out, '\n');
}

static int
print_article(struct printer *printer, uint32_t number)
{
	const struct archive *archive = printer->selection->archive;
	struct article article = archive_article(archive, number);
	struct buf *out = &printer->out;
	struct page *page;

	buf_reset(out);
	anatomy_read(&printer->anatomy, article.text, article.nbytes,
		archive_labels(archive));
	if (printer->boilerplate != NULL)
		boilerplate_mark(printer->boilerplate, &printer->anatomy,
			&article);
	page = page_of(printer, &article);
	if (printer->options->is_json)
		print_json(printer, page, &article);
	else
		print_text(printer, page);
	page_free(page);
	printer->is_first = false;
	return fwrite(out->at, 1, out->nbytes, stdout) < out->nbytes ? -1 : 0;
}

int
cli_print(const struct selection *selection,
	const struct print_options *options)
{
	struct printer printer = {
		.selection = selection,
		.options = options,
		.signs = BUF_INIT,
		.out = BUF_INIT,
		.row = BUF_INIT,
		.is_first = true,
	};
	uint32_t row = 0, number;
	int result = 0;

	if (!options->page.is_raw) {
		printer.boilerplate = boilerplate_new(selection->archive);
		boilerplate_advance(printer.boilerplate, 0);
	}
	while (result == 0 && selection_next(selection, &row, &number))
		result = print_article(&printer, number);
	buf_release(&printer.row);
	buf_release(&printer.out);
	boilerplate_free(printer.boilerplate);
	blocks_release(&printer.blocks);
	buf_release(&printer.signs);
	anatomy_release(&printer.anatomy);
	return result;
}
