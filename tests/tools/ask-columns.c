/*
 * Asks the terminal that it runs in where the cursor is after clusters that
 * terminals disagree about, sent as newspane sends them: cell by cell.
 *
 *	ask-columns FILE
 *
 * writes a line for each into FILE, "ok" or "not ok", and then "done".
 */

#include <config.h>

#include <locale.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "base/buf.h"
#include "layout/fit.h"
#include "ui/clusters.h"
#include "ui/input.h"

#define PATIENCE_MS 5000
#define COLS 70

#define ZWJ "\xE2\x80\x8D"
#define MAN "\xF0\x9F\x91\xA8"
#define WOMAN "\xF0\x9F\x91\xA9"
#define GIRL "\xF0\x9F\x91\xA7"
#define BOY "\xF0\x9F\x91\xA6"
#define FLAG "\xF0\x9F\x8F\xB4"
#define TAG(letter) "\xF3\xA0\x81" letter

/* More of them than a reader wants to see. */
static const char *const more[] = {
	"a", "\xC4\x91", "\xE1\xBB\x87",
	/* wide letters, half width kana, a Hangul syllable of three parts */
	"\xE4\xB8\xAD\xE6\x96\x87", "\xEF\xBD\xB6\xEF\xBE\x9E",
	"\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB",
	/* a letter with five marks */
	"a\xCC\x81\xCC\x82\xCC\x83\xCC\x84\xCC\x86",
	/* marks without a letter */
	"\xCC\x81", "\xD9\x8E", "\xE0\xB9\x88",
	/* Thai with a vowel that stands beside the letter */
	"\xE0\xB8\x81\xE0\xB8\xB3", "\xE0\xB8\x81\xE0\xB8\xB9\xE0\xB9\x89",
	/* Devanagari: a vowel at the right, one at the left, three letters */
	"\xE0\xA4\x95\xE0\xA4\xBE", "\xE0\xA4\x95\xE0\xA4\xBF",
	"\xE0\xA4\xB8\xE0\xA5\x8D\xE0\xA4\xA4\xE0\xA5\x8D\xE0\xA4\xB0",
	/* Tamil, Khmer, Burmese, Tibetan */
	"\xE0\xAE\x95\xE0\xAF\x8B", "\xE1\x9E\x81\xE1\x9F\x92\xE1\x9E\x98",
	"\xE1\x80\x80\xE1\x80\xBC\xE1\x80\xB1",
	"\xE0\xBD\x96\xE0\xBD\xA6\xE0\xBE\x90",
	/* lam, mark, alef; a Quranic sign; a hamza above; a long alef */
	"\xD9\x84\xD9\x8E\xD8\xA7", "\xD8\xA8\xDB\x96",
	"\xD8\xA7\xD9\x94", "\xD9\x87\xD9\xB0\xD8\xB0\xD8\xA7",
	"\xDB\x9D\xD9\xA1",
	/* not joined, joined by force */
	"\xD8\xA8\xE2\x80\x8C\xD8\xA8", "\xD8\xA8\xE2\x80\x8D",
	/* Hebrew with two points and a stress */
	"\xD7\xA9\xD6\xBC\xD7\x81\xD6\xB7\xD6\xBD",
	/* a skin, a family of four, a pirate, Scotland, half a flag */
	"\xF0\x9F\x91\x8D\xF0\x9F\x8F\xBD",
	MAN ZWJ WOMAN ZWJ GIRL ZWJ BOY,
	FLAG ZWJ "\xE2\x98\xA0\xEF\xB8\x8F",
	FLAG TAG("\xA7") TAG("\xA2") TAG("\xB3") TAG("\xA3") TAG("\xB4")
		TAG("\xBF"),
	"\xF0\x9F\x87\xBB",
	/* text and emoji of one sign, a watch, a newer emoji */
	"\xE2\x98\xBA\xEF\xB8\x8E", "\xE2\x98\xBA\xEF\xB8\x8F",
	"\xE2\x8C\x9A", "\xF0\x9F\xAB\xA8",
	/* signs without a column, a soft hyphen, an unknown letter */
	"a\342\200\213b\342\201\240c", "co\302\255op",
	"\xF0\x90\xB5\xA0",
	/* ambiguous */
	"\xE2\x80\x94\xE2\x80\xA6\xC2\xA7\xCE\xB1\xD0\xB6",
	"\xEF\xB7\xBA\xEF\xB7\xBD",
};

static bool
read_reply(struct input *input, struct reply *reply)
{
	struct pollfd in = { .fd = STDIN_FILENO, .events = POLLIN };
	unsigned char byte;
	struct key key;

	while (poll(&in, 1, PATIENCE_MS) > 0
		&& read(STDIN_FILENO, &byte, 1) == 1)
		if (input_byte(input, byte, &key, reply) == INPUT_REPLY
			&& reply->kind == REPLY_CURSOR)
			return true;
	return false;
}

/* What the terminal takes for BYTES; -1: it does not say. */
static int
ask(struct input *input, const char *bytes)
{
	struct reply reply;

	printf("\033[2;1H\033[K%s\033[6n", bytes);
	fflush(stdout);
	return read_reply(input, &reply) ? reply.numbers[1] - 1 : -1;
}

static void
compare(struct input *input, FILE *results, const char *text,
	const struct line_style *style, const char *name)
{
	struct line line = { 0 };
	struct buf bytes = BUF_INIT;
	int cols;

	fit_text(text, strlen(text), COLS, FIT_BASE_AUTO, style, ROLE_BODY,
		&line);
	line_add_utf8(&line, &bytes);
	cols = ask(input, bytes.at);
	fprintf(results, "%s %s %s: newspane %d, terminal %d\n",
		cols == line.cols ? "ok" : "not ok", name, text, line.cols,
		cols);
	buf_release(&bytes);
	line_release(&line);
}

static void
compare_all(struct input *input, FILE *results,
	const struct line_style *style, const char *name)
{
	for (size_t i = 0; i < CLUSTER_COUNT; i++)
		compare(input, results, cluster_texts[i], style, name);
	for (size_t i = 0; i < sizeof(more) / sizeof(*more); i++)
		compare(input, results, more[i], style, name);
}

static void
run(struct input *input, FILE *results)
{
	struct line_style visual = { .order = ORDER_VISUAL,
		.is_shaped = true };
	struct line_style logical = { .order = ORDER_LOGICAL };
	struct line_style learnt = visual;
	int cols[CLUSTER_COUNT];

	for (size_t i = 0; i < CLUSTER_COUNT; i++)
		cols[i] = ask(input, cluster_texts[i]);
	if (clusters_say(cols, &learnt.is_wide, &learnt.keeps_sequences))
		fprintf(results, "# wide: %d, sequences kept: %d\n",
			learnt.is_wide, learnt.keeps_sequences);
	visual.is_wide = logical.is_wide = learnt.is_wide;
	compare_all(input, results, &visual, "visual");
	compare_all(input, results, &logical, "logical");
	if (learnt.keeps_sequences)
		compare_all(input, results, &learnt, "kept");
}

int
main(int argc, char **argv)
{
	FILE *results = argc > 1 ? fopen(argv[1], "w") : NULL;
	struct input *input = input_new();
	struct termios modes, raw;

	if (results == NULL || setlocale(LC_ALL, "") == NULL
		|| tcgetattr(STDIN_FILENO, &modes) != 0)
		return 2;
	raw = modes;
	raw.c_lflag &= ~(tcflag_t)(ICANON | ECHO);
	tcsetattr(STDIN_FILENO, TCSANOW, &raw);
	input_expect_cursor(input, true);
	run(input, results);
	tcsetattr(STDIN_FILENO, TCSANOW, &modes);
	input_free(input);
	fprintf(results, "done\n");
	return fclose(results) == 0 ? 0 : 2;
}
