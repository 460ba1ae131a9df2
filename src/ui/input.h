#ifndef UI_INPUT_H
#define UI_INPUT_H

/*
 * From the bytes that a terminal sends to keys and replies: a state machine
 * that takes bytes as they come, however they are split, and never blocks.
 * Knows ECMA-48 control sequences (5.4), SS3 keys, the xterm and VT keys
 * that every terminal of today sends, bracketed paste, UTF-8.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum key_code {
	KEY_CODE_NONE,
	KEY_CODE_CHAR,		/* a character: `cp`; also controls below 20 */
	KEY_CODE_UP, KEY_CODE_DOWN, KEY_CODE_LEFT, KEY_CODE_RIGHT,
	KEY_CODE_HOME, KEY_CODE_END, KEY_CODE_PAGE_UP, KEY_CODE_PAGE_DOWN,
	KEY_CODE_INSERT, KEY_CODE_DELETE, KEY_CODE_BACKSPACE,
	KEY_CODE_TAB, KEY_CODE_BACKTAB, KEY_CODE_ENTER, KEY_CODE_ESCAPE,
	KEY_CODE_F1, KEY_CODE_F2, KEY_CODE_F3, KEY_CODE_F4, KEY_CODE_F5,
	KEY_CODE_F6, KEY_CODE_F7, KEY_CODE_F8, KEY_CODE_F9, KEY_CODE_F10,
	KEY_CODE_F11, KEY_CODE_F12,
	KEY_CODE_COUNT
};

enum key_modifier {
	KEY_CTRL = 1 << 0,
	KEY_ALT = 1 << 1,
	KEY_SHIFT = 1 << 2,	/* of keys that are not characters */
	KEY_PASTED = 1 << 3,	/* came in a paste: text, never a command */
};

/* Control characters come as KEY_CTRL and the lower-case letter. */
struct key {
	enum key_code code;
	uint32_t cp;		/* of KEY_CODE_CHAR; a scalar value >= 0x20 */
	unsigned modifiers;	/* set of enum key_modifier */
};

/* A terminal's answer to a question of ours. */
enum reply_kind {
	REPLY_DECRPM,		/* CSI [?] mode ; value $ y */
	REPLY_XTVERSION,	/* DCS > | text ST */
	REPLY_DA1,		/* CSI ? ... c */
	REPLY_DA2,		/* CSI > ... c */
	REPLY_CURSOR,		/* CSI row ; column R, both from 1 */
	REPLY_OTHER,		/* swallowed */
};

#define REPLY_NUMBERS_MAX 8
#define REPLY_TEXT_MAX 64

struct reply {
	enum reply_kind kind;
	bool is_private;	/* DECRPM: CSI ? */
	int numbers[REPLY_NUMBERS_MAX];
	int nnumbers;
	char text[REPLY_TEXT_MAX];	/* XTVERSION, printable ASCII only */
};

enum input_kind {
	INPUT_NOTHING,		/* more bytes are needed */
	INPUT_KEY,
	INPUT_REPLY,
};

struct input;

struct input *input_new(void);
void input_free(struct input *input);
/*
 * Whether answers of the terminal may come: on a slow line the rest of one
 * may be so late that its ESC was taken for the key.
 */
void input_expect_replies(struct input *input, bool is_expected);
/*
 * Whether the terminal was asked where its cursor is, and has not come to the
 * end of its answers. Nobody must ask about row 1: CSI 1 ; 2 R is Shift-F3.
 */
void input_expect_cursor(struct input *input, bool is_expected);
/* Takes one byte; fills KEY or REPLY as the result says. */
enum input_kind input_byte(struct input *input, unsigned char byte,
	struct key *key, struct reply *reply);
/* Whether it stands after a lone ESC, which may be the Escape key. */
bool input_is_waiting(const struct input *input);
/* No byte came for a while: a lone ESC is the key. */
enum input_kind input_timeout(struct input *input, struct key *key);

#endif
