#include <config.h>

#include <locale.h>
#include <signal.h>
#include <stdlib.h>

#include "base/err.h"
#include "text/utf8.h"
#include "ui/frame.h"
#include "ui/term.h"

#include "../check.h"
#include "../pty.h"

/*
 * What a key costs on the line, counted on a pseudo-terminal: the bytes of a
 * paint less the text that is new on the screen. The scenes are an article
 * on 80x24, a status line below it.
 */

#define ROWS 24
#define COLS 80
#define MARGIN 4
#define MEASURE 72
#define LINES_MAX 400

struct article {
	char lines[LINES_MAX][MEASURE + 1];
	int count;
};

struct scene {
	const char *name;
	int top;		/* first line on the screen */
	int match_row, match_col;	/* the current match; -1: none */
	int limit;		/* bytes beyond the new text; -1: 10 % of it */
};

#define NO_MATCH -1, -1

static const struct scene scenes[] = {
	{ "first paint", 0, NO_MATCH, 1000 },
	{ "first line down", 1, NO_MATCH, 40 },
	{ "line down", 2, NO_MATCH, 40 },
	{ "another", 3, NO_MATCH, 40 },
	{ "line up", 2, NO_MATCH, 40 },
	{ "nothing changed", 2, NO_MATCH, 0 },
	{ "page down", 25, NO_MATCH, -1 },
	{ "page down with a line kept", 47, NO_MATCH, -1 },
	{ "page up", 24, NO_MATCH, -1 },
	{ "far away", 200, NO_MATCH, -1 },
	{ "half a page", 212, NO_MATCH, -1 },
	{ "match", 212, 3, 10, 150 },
	{ "next match", 212, 14, 30, 150 },
	{ "match on another line after one line down", 213, 20, 2, 150 },
	{ "still the same", 213, 20, 2, 0 },
};

#define SCENES_COUNT ((int)(sizeof(scenes) / sizeof(*scenes)))

/* English as far as the lengths of words and paragraphs go. */
static void
write_article(struct article *article)
{
	static const char *const words[] = { "the", "of", "a", "harbour",
		"water", "before", "engineers", "said", "stone", "in",
		"measured", "level", "council", "and", "to", "which",
		"yesterday", "is", "boats", "winter", "because", "old" };
	unsigned random = 12345;
	int nwords = 0, length = 0;

	article->count = 0;
	memset(article->lines, 0, sizeof(article->lines));
	while (article->count < LINES_MAX) {
		const char *word = words[(random >> 16) %
			(sizeof(words) / sizeof(*words))];
		int nbytes = (int)strlen(word);
		char *line = article->lines[article->count];

		random = random * 1103515245 + 12345;
		if (length > 0 && length + 1 + nbytes > MEASURE) {
			article->count++;
			length = 0;
			continue;
		}
		length += snprintf(line + length, sizeof(article->lines[0]) -
			(size_t)length, "%s%s", length > 0 ? " " : "", word);
		/* A paragraph ends; an empty line follows. */
		if (++nwords % 90 == 0) {
			article->count += 2;
			length = 0;
		}
	}
}

static void
put_string(struct frame *frame, int row, int col, const char *s,
	enum role role)
{
	for (; *s != '\0' && col < frame->cols; s++, col++) {
		struct frame_cell *cell = &frame->cells[row * frame->cols +
			col];

		cell->cps[0] = (unsigned char)*s;
		cell->role = role;
	}
}

static void
draw_scene(struct frame *frame, const struct article *article,
	const struct scene *scene)
{
	char status[COLS + 1];

	frame_blank(frame);
	for (int row = 0; row < ROWS - 1; row++)
		put_string(frame, row, MARGIN,
			article->lines[scene->top + row], ROLE_BODY);
	for (int i = 0; scene->match_row >= 0 && i < 7; i++)
		frame->cells[scene->match_row * COLS + MARGIN +
			scene->match_col + i].emphasis = EMPHASIS_MATCH |
			EMPHASIS_CURRENT;
	frame_fill(frame, ROWS - 1, 0, COLS, ROLE_STATUS, 0);
	snprintf(status, sizeof(status), " 3 of 200  row %d of %d  %d %%",
		scene->top + ROWS - 1, LINES_MAX,
		(scene->top + ROWS - 1) * 100 / LINES_MAX);
	put_string(frame, ROWS - 1, 0, status, ROLE_STATUS);
}

/* A space shows the next scene. */
static int
run_scenes(int reports)
{
	struct term_options options = { .order = ORDER_OPTION_VISUAL };
	static struct article article;
	struct frame frame;
	struct term *term;
	struct err err = { 0 };
	struct key key;

	write_article(&article);
	frame_init(&frame);
	frame_resize(&frame, ROWS, COLS);
	if (term_new(&options, &term, &err) != 0)
		return 1;
	pty_report(reports, "started", 0);
	for (int i = 0; i < SCENES_COUNT; i++) {
		if (term_wait(term, -1, PTY_PATIENCE_MS, &key) != TERM_KEY)
			return 1;
		draw_scene(&frame, &article, &scenes[i]);
		term_blit(term, &frame);
		pty_report(reports, "drawn", i);
	}
	term_wait(term, -1, PTY_PATIENCE_MS, &key);
	term_free(term);
	frame_release(&frame);
	return 0;
}

/* Lines of TO that FROM does not show, blanks at both ends left out. */
static int
new_text(const struct article *article, const struct scene *from,
	const struct scene *to)
{
	int nbytes = 0;

	for (int row = 0; row < ROWS - 1; row++) {
		int line = to->top + row;

		if (line < from->top || line >= from->top + ROWS - 1)
			nbytes += (int)strlen(article->lines[line]);
	}
	return nbytes;
}

static void
measure(const char *term_name)
{
	static struct article article;
	static struct pty pty;
	static char name[SCENES_COUNT][100];

	write_article(&article);
	setenv("TERM", term_name, 1);
	check_case(term_name);
	CHECK(pty_start(&pty, ROWS, COLS, run_scenes));
	CHECK(pty_expect(&pty, "started 0"));
	for (int i = 0; i < SCENES_COUNT; i++) {
		char want[32];
		int text, limit = scenes[i].limit, beyond;

		pty_reset(&pty);
		pty_send(&pty, " ");
		snprintf(want, sizeof(want), "drawn %d", i);
		if (!CHECK(pty_expect(&pty, want)))
			break;
		text = i > 0 ? new_text(&article, &scenes[i - 1],
			&scenes[i]) : 0;
		beyond = (int)pty.ngot - text;
		if (limit < 0)
			limit = text / 10;
		snprintf(name[i], sizeof(name[i]),
			"%s, %s: %d bytes and %d of text, at most %d",
			term_name, scenes[i].name, beyond, text, limit);
		check_case(name[i]);
		if (i > 0 && !CHECK(beyond <= limit) && limit < 100)
			check_dump("sent", pty.got, pty.ngot);
	}
	check_case("the program ends");
	pty_send(&pty, " ");
	CHECK(pty_expect(&pty, "exited 0"));
	pty_end(&pty);
}

int
main(void)
{
	if (setlocale(LC_ALL, "C.UTF-8") == NULL)
		return check_skip_all("no C.UTF-8");
	signal(SIGPIPE, SIG_IGN);
	measure("xterm-256color");
	measure("tmux-256color");
	return check_done();
}
