#ifndef UI_TERM_INSIDE_H
#define UI_TERM_INSIDE_H

/*
 * The terminal's state, shared by the files that make it up: term.c (life,
 * frames, questions) and term_wait.c (what happens next). Nobody else
 * includes this.
 */

#include <stdint.h>

#include "base/buf.h"
#include "ui/term.h"
#include "ui/term_caps.h"
#include "ui/term_measure.h"
#include "ui/term_paint.h"
#include "ui/term_tty.h"

struct term {
	struct tty tty;
	struct term_caps caps;
	struct paint paint;
	struct term_order order;
	struct input *input;
	int signals;		/* numbers of signals come out of it */
	int rows, cols;
	int ending_signal;
	bool is_gone;
	bool is_resized;	/* and nobody was told yet */
	struct measure measure;
	/* Texts to be measured after the next frame; NULL: none. */
	const char *const *wanted;
	size_t nwanted;
	bool has_asked;
	int64_t asked_ms;	/* by clock_ms */
	int64_t byte_ms;	/* when the last byte came */
	unsigned char bytes[256];
	size_t at, nbytes;	/* those not looked at yet */
	struct buf out;
};

/* term.c */
/* Sends what is in OUT. */
void term_flush(struct term *term);
/* To be called whenever what must be undone has changed. */
void term_note_restore(struct term *term);
void term_start_screen(struct term *term);
void term_stop_screen(struct term *term);
/* How rows are sent has perhaps changed. */
void term_learn_helps(struct term *term);

/* term_wait.c */
/* Whether REPLY is the last about measures; takes those about them. */
bool term_ends_measure(struct term *term, const struct reply *reply);
/* Takes what can be read; false: nothing. Finds out that it is gone. */
bool term_read(struct term *term);

#endif
