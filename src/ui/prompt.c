#include <config.h>

#include "ui/prompt.h"

#include <assert.h>
#include <string.h>

#include "base/vec.h"
#include "base/xalloc.h"
#include "text/clean.h"
#include "text/cluster.h"
#include "text/language.h"
#include "text/utf8.h"
#include "layout/fit.h"
#include "ui/frame.h"

void
history_add(struct history *history, const char *text)
{
	if (text[strspn(text, " ")] == '\0')
		return;
	if (history->count > 0
			&& strcmp(history->at[history->count - 1], text) == 0)
		return;
	VEC_PUSH(history, xstrdup(text));
}

void
history_release(struct history *history)
{
	for (size_t i = 0; i < history->count; i++)
		free(history->at[i]);
	VEC_RELEASE(history);
}

void
prompt_release(struct prompt *prompt)
{
	buf_release(&prompt->text);
	buf_release(&prompt->draft);
	line_release(&prompt->line);
	*prompt = (struct prompt){ 0 };
}

void
prompt_open(struct prompt *prompt, const char *label, bool is_rtl,
	struct history *history)
{
	prompt->is_open = true;
	prompt->label = label;
	prompt->is_rtl = is_rtl;
	prompt->history = history;
	prompt->history_at = history->count;
	prompt->cursor = prompt->first = 0;
	/* A zeroed buf must become an initialised one. */
	buf_release(&prompt->text);
	buf_release(&prompt->draft);
}

void
prompt_set_text(struct prompt *prompt, const char *text)
{
	buf_reset(&prompt->text);
	buf_add_string(&prompt->text, text);
	prompt->first = 0;
	prompt->cursor = prompt->text.nbytes;
}

/*
 * The cursor stands on a cluster's border again: a mark that was typed or
 * uncovered may have joined what is before the cursor.
 */
static void
snap_cursor(struct prompt *prompt)
{
	size_t off = 0;

	while (off < prompt->cursor)
		off = cluster_after(prompt->text.at, prompt->text.nbytes, off);
	prompt->cursor = off;
	if (prompt->first > prompt->cursor)
		prompt->first = prompt->cursor;
}

static enum prompt_event
cut(struct prompt *prompt, size_t start, size_t end)
{
	if (start == end)
		return PROMPT_NOTHING;
	buf_splice(&prompt->text, start, end - start, NULL, 0);
	prompt->cursor = start;
	snap_cursor(prompt);
	return PROMPT_CHANGED;
}

static enum prompt_event
insert(struct prompt *prompt, uint32_t cp)
{
	char bytes[UTF8_BYTES_MAX];
	struct buf clean = BUF_INIT;
	enum prompt_event event = PROMPT_NOTHING;

	/* A TAB or a line end parts words, like a blank. */
	clean_name(bytes, utf8_encode(cp < ' ' ? ' ' : cp, bytes), &clean);
	if (clean.nbytes > 0
			&& prompt->text.nbytes + clean.nbytes
				<= PROMPT_NBYTES_MAX) {
		buf_splice(&prompt->text, prompt->cursor, 0, clean.at,
			clean.nbytes);
		prompt->cursor += clean.nbytes;
		snap_cursor(prompt);
		event = PROMPT_CHANGED;
	}
	buf_release(&clean);
	return event;
}

static size_t
before(const struct prompt *prompt)
{
	return prompt->cursor == 0 ? 0 : cluster_before(prompt->text.at,
		prompt->text.nbytes, prompt->cursor);
}

static size_t
after(const struct prompt *prompt)
{
	return prompt->cursor >= prompt->text.nbytes ? prompt->text.nbytes
		: cluster_after(prompt->text.at, prompt->text.nbytes,
			prompt->cursor);
}

static size_t
word_start(const struct prompt *prompt)
{
	size_t off = prompt->cursor;

	while (off > 0 && prompt->text.at[off - 1] == ' ')
		off--;
	while (off > 0 && prompt->text.at[off - 1] != ' ')
		off--;
	return off;
}

static enum prompt_event
move_to(struct prompt *prompt, size_t off)
{
	prompt->cursor = off;
	snap_cursor(prompt);
	return PROMPT_NOTHING;
}

static enum prompt_event
show_history(struct prompt *prompt, size_t entry)
{
	const struct history *history = prompt->history;

	if (prompt->history_at == history->count) {
		buf_reset(&prompt->draft);
		buf_add(&prompt->draft, prompt->text.at, prompt->text.nbytes);
	}
	prompt->history_at = entry;
	prompt_set_text(prompt, entry < history->count
		? history->at[entry] : prompt->draft.at);
	return PROMPT_CHANGED;
}

static enum prompt_event
step_history(struct prompt *prompt, bool is_older)
{
	if (is_older ? prompt->history_at == 0
			: prompt->history_at == prompt->history->count)
		return PROMPT_NOTHING;
	return show_history(prompt, is_older ? prompt->history_at - 1
		: prompt->history_at + 1);
}

static enum prompt_event
close_with(struct prompt *prompt, enum prompt_event event)
{
	prompt->is_open = false;
	return event;
}

static enum prompt_event
ctrl_key(struct prompt *prompt, uint32_t letter)
{
	switch (letter) {
	case 'a':
		return move_to(prompt, 0);
	case 'e':
		return move_to(prompt, prompt->text.nbytes);
	case 'b':
		return move_to(prompt, before(prompt));
	case 'f':
		return move_to(prompt, after(prompt));
	case 'd':
		return cut(prompt, prompt->cursor, after(prompt));
	case 'h':
		return cut(prompt, before(prompt), prompt->cursor);
	case 'k':
		return cut(prompt, prompt->cursor, prompt->text.nbytes);
	case 'u':
		return cut(prompt, 0, prompt->cursor);
	case 'w':
		return cut(prompt, word_start(prompt), prompt->cursor);
	case 'p':
		return step_history(prompt, true);
	case 'n':
		return step_history(prompt, false);
	case 'g':
		return close_with(prompt, PROMPT_CANCELLED);
	}
	return PROMPT_NOTHING;
}

static enum prompt_event
named_key(struct prompt *prompt, enum key_code code)
{
	switch (code) {
	case KEY_CODE_ENTER:
		return close_with(prompt, PROMPT_ACCEPTED);
	case KEY_CODE_ESCAPE:
		return close_with(prompt, PROMPT_CANCELLED);
	case KEY_CODE_LEFT:
		return move_to(prompt, before(prompt));
	case KEY_CODE_RIGHT:
		return move_to(prompt, after(prompt));
	case KEY_CODE_HOME:
		return move_to(prompt, 0);
	case KEY_CODE_END:
		return move_to(prompt, prompt->text.nbytes);
	case KEY_CODE_UP:
		return step_history(prompt, true);
	case KEY_CODE_DOWN:
		return step_history(prompt, false);
	case KEY_CODE_BACKSPACE:
		return cut(prompt, before(prompt), prompt->cursor);
	case KEY_CODE_DELETE:
		return cut(prompt, prompt->cursor, after(prompt));
	default:
		return PROMPT_NOTHING;
	}
}

enum prompt_event
prompt_key(struct prompt *prompt, const struct key *key)
{
	bool is_pasted = (key->modifiers & KEY_PASTED) != 0;

	assert(prompt->is_open);
	if (key->code == KEY_CODE_CHAR && (key->modifiers & KEY_CTRL) == 0)
		return (key->modifiers & KEY_ALT) == 0
			? insert(prompt, key->cp) : PROMPT_NOTHING;
	/* A pasted line end or TAB is text, too: it parts words. */
	if (is_pasted)
		return insert(prompt, ' ');
	if (key->code == KEY_CODE_CHAR)
		return ctrl_key(prompt, key->cp);
	return named_key(prompt, key->code);
}

/* COUNT clusters back from OFF (or fewer, at the start). */
static size_t
clusters_back(const struct buf *text, size_t off, int count)
{
	for (; off > 0 && count > 0; count--)
		off = cluster_before(text->at, text->nbytes, off);
	return off;
}

/* Moves what is shown so that the cursor is in COLS columns. */
static void
scroll_to_cursor(struct prompt *prompt, int cols,
	const struct line_style *style)
{
	const struct buf *text = &prompt->text;
	size_t least = clusters_back(text, prompt->cursor, cols);

	if (prompt->first < least)
		prompt->first = least;
	while (prompt->first < prompt->cursor
			&& fit_cols(text->at + prompt->first,
				prompt->cursor - prompt->first, style) > cols)
		prompt->first = cluster_after(text->at, text->nbytes,
			prompt->first);
}

/* The end of what fits into COLS columns from the first byte shown on. */
static size_t
shown_end(const struct prompt *prompt, int cols,
	const struct line_style *style)
{
	const struct buf *text = &prompt->text;
	size_t end = prompt->first;

	for (int i = 0; i < cols && end < text->nbytes; i++)
		end = cluster_after(text->at, text->nbytes, end);
	while (end > prompt->cursor
			&& fit_cols(text->at + prompt->first,
				end - prompt->first, style) > cols)
		end = cluster_before(text->at, text->nbytes, end);
	return end;
}

/* The column of the cursor, FIRST_COL being that of the line's first cell. */
static int
cursor_col(const struct prompt *prompt, int first_col, bool is_mirrored)
{
	const struct line *line = &prompt->line;
	size_t off = prompt->cursor - prompt->first;
	int col = first_col;

	for (size_t i = 0; i < line->count; i++) {
		if (line->cells[i].source.start <= off
				&& off < line->cells[i].source.end)
			return col;
		col += line->cells[i].cols;
	}
	return is_mirrored ? first_col - 1 : col;
}

bool
prompt_is_rtl(const struct prompt *prompt)
{
	return text_is_rtl(prompt->text.at, prompt->text.nbytes,
		prompt->is_rtl);
}

void
prompt_draw(struct prompt *prompt, struct frame *frame, int row, int col,
	int cols, const struct line_style *style)
{
	size_t label_nbytes = strlen(prompt->label);
	int label_cols = fit_cols(prompt->label, label_nbytes, style);
	/* The cursor after the text needs a cell of its own. */
	int text_cols = cols - label_cols - 1;
	bool is_rtl = prompt_is_rtl(prompt);
	bool is_mirrored = is_rtl && style->order == ORDER_VISUAL;
	int first_col;

	frame_fill(frame, row, col, cols, ROLE_PROMPT, 0);
	if (text_cols < 1) {
		label_cols = 0;
		text_cols = cols > 1 ? cols - 1 : 1;
	}
	if (label_cols > 0) {
		fit_text(prompt->label, label_nbytes, label_cols,
			is_rtl ? FIT_BASE_RTL : FIT_BASE_LTR, style,
			ROLE_PROMPT, &prompt->line);
		frame_put_line(frame, row, is_mirrored
			? col + cols - label_cols : col, label_cols,
			&prompt->line, false, 0);
	}
	scroll_to_cursor(prompt, text_cols, style);
	fit_text(prompt->text.at + prompt->first,
		shown_end(prompt, text_cols, style) - prompt->first, text_cols,
		is_rtl ? FIT_BASE_RTL : FIT_BASE_LTR, style, ROLE_PROMPT,
		&prompt->line);
	first_col = is_mirrored
		? col + cols - label_cols - prompt->line.cols
		: col + label_cols;
	frame_put_line(frame, row, first_col, prompt->line.cols,
		&prompt->line, false, 0);
	frame->cursor_row = row;
	frame->cursor_col = cursor_col(prompt, first_col, is_mirrored);
	if (frame->cursor_col >= col + cols)
		frame->cursor_col = col + cols - 1;
	if (frame->cursor_col < col)
		frame->cursor_col = col;
}
