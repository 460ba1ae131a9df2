#ifndef UI_PROMPT_H
#define UI_PROMPT_H

/*
 * A line that is typed: editing by grapheme clusters in logical order, a
 * history, drawing with the cursor on the right cell whatever the direction.
 * The text is always clean, and at most PROMPT_NBYTES_MAX bytes.
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "layout/line.h"
#include "ui/input.h"

struct frame;

#define PROMPT_NBYTES_MAX 1024

/* What was entered before, oldest first. Zero is the empty one. */
struct history {
	char **at;		/* owned, and what it points to, too */
	size_t count, capacity;
};

enum prompt_event {
	PROMPT_NOTHING,		/* nothing that concerns the caller */
	PROMPT_CHANGED,		/* the text is another one */
	PROMPT_ACCEPTED,
	PROMPT_CANCELLED,
};

/* Zero is a closed one. */
struct prompt {
	bool is_open;
	const char *label;	/* borrowed, clean, translated */
	bool is_rtl;		/* its direction while nothing is typed */
	struct buf text;
	size_t cursor;		/* byte of the text, at a cluster's border */
	size_t first;		/* first byte shown */
	struct history *history;
	size_t history_at;	/* entry shown; history->count: the draft */
	struct buf draft;	/* what was typed before going back in it */
	struct line line;	/* of the last drawing */
};

void prompt_release(struct prompt *prompt);
/*
 * Opens it empty. HISTORY is borrowed until it closes. IS_RTL: it starts at
 * the right until letters are typed that say otherwise.
 */
void prompt_open(struct prompt *prompt, const char *label, bool is_rtl,
	struct history *history);
/* Puts TEXT, which is clean, into it, the cursor behind the text. */
void prompt_set_text(struct prompt *prompt, const char *text);
/* ACCEPTED and CANCELLED close it; the text stays until the next opening. */
enum prompt_event prompt_key(struct prompt *prompt, const struct key *key);
/* Its direction: what is typed decides, else what it was opened with. */
bool prompt_is_rtl(const struct prompt *prompt);
/*
 * Draws it into COLS columns of a row and places the frame's cursor.
 */
void prompt_draw(struct prompt *prompt, struct frame *frame, int row, int col,
	int cols, const struct line_style *style);

/* Adds TEXT as the newest entry, unless it is blank or the newest already. */
void history_add(struct history *history, const char *text);
void history_release(struct history *history);

#endif
