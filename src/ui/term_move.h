#ifndef UI_TERM_MOVE_H
#define UI_TERM_MOVE_H

/*
 * The shortest way to put the cursor somewhere: absolute, or from where it
 * stands. Line feeds are used for moving down, so the terminal's output must
 * not turn them into more (ONLCR off). Private to ui/term*.c.
 */

struct buf;
struct screen;

/* What a move inside a row usually takes, at most; and erasing its rest. */
#define MOVE_WITHIN_ROW_BYTES 4
#define ERASE_BYTES 3

/* Both inside the screen. */
void move_to(struct screen *screen, int row, int col, struct buf *out);

#endif
