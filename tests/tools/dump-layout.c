/*
 * Lays out a text and writes every visual line with its parts:
 *
 *	dump-layout [--order=logical] [--shape=off] [--rtl] [--even]
 *		[--justify] [--digits=european|arabic|persian]
 *		[--harakat=hidden] [--controls=shown] [--wide] [--sequences]
 *		[--raw | --labels=TABLE] WIDTH [FILE]
 *
 * Paragraphs are what stands between empty lines; with --raw every line is
 * one, and with --labels the parts are found as newspane does for an article.
 * A line of output is
 *
 *	R |       text| 20-30< 11-20> 0-11<  role
 *
 * the base direction, the cells from left to right as they stand on a screen,
 * the stretches of bytes that they show, also from left to right, with the
 * direction of each, and the role. A gap is a "-". What fills a line, or is a
 * hyphen, has no bytes.
 */

#include <config.h>

#include <getopt.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/vec.h"
#include "layout/page.h"
#include "model/anatomy.h"
#include "model/article.h"
#include "model/labels.h"

struct options {
	struct page_style style;
	const char *labels;	/* NULL: no parts */
};

static const char *const role_names[ROLE_COUNT] = {
	[ROLE_BODY] = "body",
	[ROLE_TITLE] = "title",
	[ROLE_DATE] = "date",
	[ROLE_BYLINE] = "byline",
	[ROLE_SOURCE] = "source",
	[ROLE_CAPTION] = "caption",
	[ROLE_REPEAT] = "repeat",
	[ROLE_BOILERPLATE] = "boilerplate",
	[ROLE_SECTION] = "section",
	[ROLE_LEAD] = "lead",
	[ROLE_FOLD] = "fold",
};

static void
read_all(FILE *file, struct buf *text)
{
	size_t nbytes;

	do {
		nbytes = fread(buf_reserve(text, BUFSIZ), 1, BUFSIZ, file);
		text->nbytes += nbytes;
	} while (nbytes > 0);
	text->at[text->nbytes] = '\0';
}

static void
split_paragraphs(struct blocks *blocks, const char *text)
{
	const char *start = text, *end;

	for (; *start != '\0'; start = end + strspn(end, "\n")) {
		size_t nbytes;

		end = strstr(start, "\n\n");
		if (end == NULL)
			end = start + strlen(start);
		nbytes = (size_t)(end - start);
		if (nbytes > 0 && start[nbytes - 1] == '\n')
			nbytes--;
		VEC_PUSH(blocks, ((struct block){
			.source = { (uint32_t)(start - text),
				(uint32_t)(start - text + (long)nbytes) },
			.role = ROLE_BODY,
			.has_gap = start != text,
		}));
	}
}

/* The parts of TEXT by the table in the file PATH; false: no such file. */
static bool
find_parts(struct blocks *blocks, const struct article *article,
	const char *path)
{
	FILE *file = fopen(path, "r");
	struct buf table = BUF_INIT;
	struct anatomy anatomy = { 0 };
	struct labels *labels;
	int bad_line;

	if (file == NULL)
		return false;
	read_all(file, &table);
	fclose(file);
	labels = labels_new(table.at, table.nbytes, &bad_line);
	anatomy_read(&anatomy, article->text, article->nbytes, labels);
	blocks_read(blocks, &anatomy);
	anatomy_release(&anatomy);
	labels_free(labels);
	buf_release(&table);
	return true;
}

/* Makes SPAN reach over CELL as well, if that stands next to it. */
static bool
reach(struct span *span, const struct cell *cell)
{
	if (cell->source.start == span->end)
		span->end = cell->source.end;
	else if (cell->source.end == span->start)
		span->start = cell->source.start;
	else
		return cell->source.start >= span->start
			&& cell->source.end <= span->end;
	return true;
}

static void
dump_stretches(const struct line *line)
{
	size_t start = 0;

	while (start < line->count) {
		const struct cell *cell = &line->cells[start];
		struct span span = cell->source;
		size_t end = start + 1;

		for (; end < line->count && !span_is_empty(span); end++) {
			const struct cell *next = &line->cells[end];

			if (span_is_empty(next->source))
				continue;
			if (next->is_rtl != cell->is_rtl
					|| !reach(&span, next))
				break;
		}
		if (!span_is_empty(span))
			printf(" %u-%u%c", span.start, span.end,
				cell->is_rtl ? '<' : '>');
		start = end;
	}
}

static void
dump_line(const struct line *line, int cols, enum role role)
{
	struct buf text = BUF_INIT;
	int pad = cols > line->cols ? cols - line->cols : 0;

	line_add_utf8(line, &text);
	printf("%c |%*s%s|", line->is_rtl ? 'R' : 'L',
		line->is_rtl ? pad : 0, "", text.at);
	dump_stretches(line);
	printf("  %s\n", role_names[role]);
	buf_release(&text);
}

static void
dump_page(const char *text, const struct blocks *blocks,
	const struct page_style *style)
{
	struct page *page = page_new(text, blocks, style);
	struct page_place place = page_first(page);

	do {
		const struct line *line = page_is_empty(page) ? NULL
			: page_line(page, place);

		if (line == NULL)
			printf("-\n");
		else
			dump_line(line, style->cols,
				blocks->at[place.block].role);
	} while (page_step(page, &place, 1) > 0);
	page_free(page);
}

/* What an option with a value stands for; -1: nothing. */
static int
digits_of(const char *name)
{
	static const char *const names[DIGITS_COUNT] = {
		[DIGITS_AS_WRITTEN] = "as-written",
		[DIGITS_EUROPEAN] = "european",
		[DIGITS_ARABIC] = "arabic",
		[DIGITS_PERSIAN] = "persian",
	};

	for (int i = 0; i < DIGITS_COUNT; i++) {
		if (strcmp(name, names[i]) == 0)
			return i;
	}
	return -1;
}

static bool
read_option(int option, struct options *wanted)
{
	struct page_style *style = &wanted->style;

	switch (option) {
	case 'o':
		style->line.order = strcmp(optarg, "logical") == 0
			? ORDER_LOGICAL : ORDER_VISUAL;
		return true;
	case 's':
		style->line.is_shaped = strcmp(optarg, "off") != 0;
		return true;
	case 'd':
		style->line.digits = (enum digits)digits_of(optarg);
		return digits_of(optarg) >= 0;
	case 'h':
		style->line.hides_harakat = strcmp(optarg, "hidden") == 0;
		return true;
	case 'c':
		style->line.has_controls = strcmp(optarg, "shown") == 0;
		return true;
	case 'w':
		return style->line.is_wide = true;
	case 'q':
		return style->line.keeps_sequences = true;
	case 'e':
		return style->is_even = true;
	case 'j':
		return style->is_justified = true;
	case 'r':
		return style->is_raw = true;
	case 'R':
		return style->is_rtl = true;
	case 'l':
		wanted->labels = optarg;
		return true;
	default:
		return false;
	}
}

static bool
read_options(int argc, char **argv, struct options *wanted)
{
	static const struct option options[] = {
		{ "order", required_argument, NULL, 'o' },
		{ "shape", required_argument, NULL, 's' },
		{ "digits", required_argument, NULL, 'd' },
		{ "harakat", required_argument, NULL, 'h' },
		{ "controls", required_argument, NULL, 'c' },
		{ "labels", required_argument, NULL, 'l' },
		{ "wide", no_argument, NULL, 'w' },
		{ "sequences", no_argument, NULL, 'q' },
		{ "even", no_argument, NULL, 'e' },
		{ "justify", no_argument, NULL, 'j' },
		{ "raw", no_argument, NULL, 'r' },
		{ "rtl", no_argument, NULL, 'R' },
		{ NULL, 0, NULL, 0 },
	};
	int option;

	while ((option = getopt_long(argc, argv, "", options, NULL)) != -1) {
		if (!read_option(option, wanted))
			return false;
	}
	if (optind < argc)
		wanted->style.cols = atoi(argv[optind++]);
	return wanted->style.cols >= 1;
}

/* Lays TEXT out as WANTED says; false where there is no table of labels. */
static bool
dump(const struct buf *text, const struct options *wanted)
{
	struct article article = { .text = text->at,
		.nbytes = (uint32_t)text->nbytes };
	struct blocks blocks = { 0 };

	if (wanted->style.is_raw) {
		blocks_read_raw(&blocks, &article);
	} else if (wanted->labels == NULL) {
		split_paragraphs(&blocks, text->at);
	} else if (!find_parts(&blocks, &article, wanted->labels)) {
		perror(wanted->labels);
		return false;
	}
	dump_page(text->at, &blocks, &wanted->style);
	blocks_release(&blocks);
	return true;
}

int
main(int argc, char **argv)
{
	struct options wanted = { .style.line.is_shaped = true };
	struct buf text = BUF_INIT;
	FILE *file = stdin;
	bool is_done;

	setlocale(LC_ALL, "");
	if (!read_options(argc, argv, &wanted)) {
		fputs("usage: dump-layout [OPTION]... WIDTH [FILE]\n", stderr);
		return 2;
	}
	if (optind < argc && (file = fopen(argv[optind], "r")) == NULL) {
		perror(argv[optind]);
		return 2;
	}
	read_all(file, &text);
	if (file != stdin)
		fclose(file);
	is_done = dump(&text, &wanted);
	buf_release(&text);
	return is_done ? 0 : 2;
}
