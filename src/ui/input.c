#include <config.h>

#include "ui/input.h"

#include <string.h>

#include "base/xalloc.h"
#include "ui/input_keys.h"

#define ESC 0x1b
#define DEL 0x7f
#define CAN 0x18
#define SUB 0x1a
#define BEL 0x07

/* A string that is longer is not a reply: give the keys back. */
#define STRING_BYTES_MAX 1024
#define NUMBER_MAX 0x10ffff

enum state {
	STATE_GROUND,
	STATE_UTF8,		/* inside a character */
	STATE_ESC,
	STATE_LATE,		/* an ESC was given as a key, too early? */
	STATE_LATE_CSI,
	STATE_CSI,
	STATE_CSI_CONSOLE,	/* after CSI [: F1 to F5 of the Linux console */
	STATE_SS3,
	STATE_STRING,		/* DCS, OSC, APC */
	STATE_STRING_ESC,	/* perhaps its ST */
};

struct input {
	enum state state;
	bool is_pasting;
	bool has_alt;		/* an ESC came just before */
	bool is_cursor_expected, is_reply_expected;
	/* UTF-8 */
	uint32_t cp, least;	/* least: below it the form is overlong */
	int nmissing;
	/* control sequence: one prefix of < = > ?, one intermediate */
	unsigned char prefix, intermediate;
	int numbers[REPLY_NUMBERS_MAX];
	int nnumbers;
	bool is_in_sub;		/* after a colon: not looked at */
	/* control string */
	unsigned char introducer;
	int nbytes;
	char text[REPLY_TEXT_MAX];
	int ntext;
};

struct input *
input_new(void)
{
	return xcalloc(1, sizeof(struct input));
}

void
input_free(struct input *input)
{
	free(input);
}

void
input_expect_replies(struct input *input, bool is_expected)
{
	input->is_reply_expected = is_expected;
}

void
input_expect_cursor(struct input *input, bool is_expected)
{
	input->is_cursor_expected = is_expected;
}

/* In a paste only text counts. */
static enum input_kind
give(struct input *input, struct key key, struct key *out)
{
	input->state = STATE_GROUND;
	input->has_alt = false;
	if (key.code == KEY_CODE_NONE)
		return INPUT_NOTHING;
	if (input->is_pasting) {
		if (key.modifiers != 0 || (key.code != KEY_CODE_CHAR
			&& key.code != KEY_CODE_TAB
			&& key.code != KEY_CODE_ENTER))
			return INPUT_NOTHING;
		key.modifiers = KEY_PASTED;
	}
	*out = key;
	return INPUT_KEY;
}

static unsigned
alt_of(const struct input *input)
{
	/* In a paste an ESC is only litter before the character. */
	return input->has_alt && !input->is_pasting ? KEY_ALT : 0;
}

static enum input_kind
start_utf8(struct input *input, unsigned char byte)
{
	if (byte >= 0xc2 && byte <= 0xdf) {
		input->nmissing = 1;
		input->least = 0x80;
		input->cp = byte & 0x1f;
	} else if (byte >= 0xe0 && byte <= 0xef) {
		input->nmissing = 2;
		input->least = 0x800;
		input->cp = byte & 0x0f;
	} else if (byte >= 0xf0 && byte <= 0xf4) {
		input->nmissing = 3;
		input->least = 0x10000;
		input->cp = byte & 0x07;
	} else {
		input->state = STATE_GROUND;
		input->has_alt = false;
		return INPUT_NOTHING;
	}
	input->state = STATE_UTF8;
	return INPUT_NOTHING;
}

static enum input_kind
take_ground(struct input *input, unsigned char byte, struct key *key)
{
	if (byte == ESC) {
		input->state = STATE_ESC;
		input->has_alt = false;
		return INPUT_NOTHING;
	}
	if (byte >= 0x80)
		return start_utf8(input, byte);
	return give(input, key_of_char(byte, alt_of(input)), key);
}

static enum input_kind
take_utf8(struct input *input, unsigned char byte, struct key *key)
{
	if ((byte & 0xc0) != 0x80) {
		input->state = STATE_GROUND;
		input->has_alt = false;
		return take_ground(input, byte, key);
	}
	input->cp = input->cp << 6 | (byte & 0x3f);
	if (--input->nmissing > 0)
		return INPUT_NOTHING;
	if (input->cp < input->least)
		return give(input, (struct key){ .code = KEY_CODE_NONE }, key);
	return give(input, key_of_char(input->cp, alt_of(input)), key);
}

static void
start_sequence(struct input *input, enum state state)
{
	input->state = state;
	input->prefix = input->intermediate = 0;
	memset(input->numbers, 0, sizeof(input->numbers));
	input->nnumbers = 0;
	input->is_in_sub = false;
}

static void
start_string(struct input *input, unsigned char introducer)
{
	input->state = STATE_STRING;
	input->introducer = introducer;
	input->nbytes = input->ntext = 0;
}

static enum input_kind
take_esc(struct input *input, unsigned char byte, struct key *key)
{
	switch (byte) {
	case ESC:
		/* The first was the key; the second may begin something. */
		give(input, key_of_char(ESC, 0), key);
		input->state = STATE_ESC;
		return input->is_pasting ? INPUT_NOTHING : INPUT_KEY;
	case '[':
		start_sequence(input, STATE_CSI);
		return INPUT_NOTHING;
	case 'O':
		start_sequence(input, STATE_SS3);
		return INPUT_NOTHING;
	case 'P': case ']': case '_':
		start_string(input, byte);
		return INPUT_NOTHING;
	default:
		input->has_alt = true;
		return take_ground(input, byte, key);
	}
}

/* Numbers of CSI sequences that end in ~ and are not simply keys. */
#define TILDE_PASTE_START 200
#define TILDE_PASTE_END 201
#define TILDE_OTHER 27		/* xterm's modifyOtherKeys */

static unsigned
modifiers_at(const struct input *input, int index)
{
	return index < input->nnumbers
		? key_modifiers_of(input->numbers[index]) : 0;
}

static struct key
key_of_tilde(struct input *input)
{
	int number = input->numbers[0];

	if (number == TILDE_PASTE_START || number == TILDE_PASTE_END) {
		input->is_pasting = number == TILDE_PASTE_START;
		return (struct key){ .code = KEY_CODE_NONE };
	}
	if (number == TILDE_OTHER && input->nnumbers == 3)
		return key_of_char((uint32_t)input->numbers[2],
			modifiers_at(input, 1));
	return key_of_number(number, modifiers_at(input, 1));
}

static enum input_kind
give_reply(struct input *input, enum reply_kind kind, struct reply *reply)
{
	input->state = STATE_GROUND;
	input->has_alt = false;
	*reply = (struct reply){ .kind = kind };
	if (kind == REPLY_XTVERSION) {
		memcpy(reply->text, input->text, (size_t)input->ntext);
	} else if (kind != REPLY_OTHER) {
		reply->is_private = input->prefix == '?';
		reply->nnumbers = input->nnumbers;
		memcpy(reply->numbers, input->numbers,
			sizeof(reply->numbers));
	}
	return INPUT_REPLY;
}

static enum input_kind
end_csi(struct input *input, unsigned char final, struct key *key,
	struct reply *reply)
{
	if (input->intermediate == '$' && final == 'y')
		return give_reply(input, REPLY_DECRPM, reply);
	if (input->intermediate == 0 && final == 'c' && input->prefix != 0)
		return give_reply(input, input->prefix == '>' ? REPLY_DA2
			: REPLY_DA1, reply);
	if (input->prefix != 0 || input->intermediate != 0)
		return give_reply(input, REPLY_OTHER, reply);
	if (final == 'R' && input->is_cursor_expected && input->nnumbers == 2
		&& input->numbers[0] > 1)
		return give_reply(input, REPLY_CURSOR, reply);
	if (final == '~')
		return give(input, key_of_tilde(input), key);
	if (final == 'u' && input->nnumbers > 0)
		return give(input, key_of_char((uint32_t)input->numbers[0],
			modifiers_at(input, 1)), key);
	return give(input, key_of_letter(final, modifiers_at(input, 1)), key);
}

static void
add_digit(struct input *input, int digit)
{
	int *number;

	if (input->nnumbers == 0)
		input->nnumbers = 1;
	if (input->is_in_sub || input->nnumbers > REPLY_NUMBERS_MAX)
		return;
	number = &input->numbers[input->nnumbers - 1];
	if (*number <= NUMBER_MAX / 10)
		*number = *number * 10 + digit;
}

/* Digits, separators, prefix and intermediates; false: it cannot go on. */
static bool
take_parameter(struct input *input, unsigned char byte)
{
	if (byte >= '0' && byte <= '9') {
		add_digit(input, byte - '0');
	} else if (byte == ';') {
		input->is_in_sub = false;
		if (input->nnumbers == 0)
			input->nnumbers = 1;
		if (input->nnumbers < REPLY_NUMBERS_MAX)
			input->nnumbers++;
		else
			input->is_in_sub = true;
	} else if (byte == ':') {
		input->is_in_sub = true;
	} else if (byte >= '<' && byte <= '?') {
		input->prefix = byte;
	} else if (byte >= ' ' && byte <= '/') {
		input->intermediate = byte;
	} else {
		return false;
	}
	return true;
}

static enum input_kind
take_csi(struct input *input, unsigned char byte, struct key *key,
	struct reply *reply)
{
	if (take_parameter(input, byte))
		return INPUT_NOTHING;
	/* Not a sequence: somebody typed Alt-[ and now something else. */
	if (byte < ' ' || byte >= DEL) {
		input->state = STATE_GROUND;
		return take_ground(input, byte, key);
	}
	if (byte == '[' && input->nnumbers == 0 && input->prefix == 0) {
		input->state = STATE_CSI_CONSOLE;
		return INPUT_NOTHING;
	}
	return end_csi(input, byte, key, reply);
}

/* Answers begin with ESC [ or ESC P >. */
static enum input_kind
take_late(struct input *input, unsigned char byte, struct key *key)
{
	input->state = STATE_GROUND;
	if (byte != '[' && byte != 'P')
		return take_ground(input, byte, key);
	take_esc(input, byte, key);
	if (byte == '[')
		input->state = STATE_LATE_CSI;
	return INPUT_NOTHING;
}

/* That of a reply has a parameter; else the [ was a key, which is lost. */
static enum input_kind
take_late_csi(struct input *input, unsigned char byte, struct key *key)
{
	if (!take_parameter(input, byte)) {
		input->state = STATE_GROUND;
		return take_ground(input, byte, key);
	}
	input->state = STATE_CSI;
	return INPUT_NOTHING;
}

static enum input_kind
take_csi_console(struct input *input, unsigned char byte, struct key *key)
{
	struct key function = { .code = KEY_CODE_NONE };

	if (byte >= 'A' && byte <= 'E')
		function.code = (enum key_code)(KEY_CODE_F1 + (byte - 'A'));
	return give(input, function, key);
}

/* Keypad: SS3 and a letter from j on is the key 0x40 before it. */
static enum input_kind
take_ss3(struct input *input, unsigned char byte, struct key *key)
{
	struct key pressed;

	if (byte >= '0' && byte <= '9') {
		add_digit(input, byte - '0');
		return INPUT_NOTHING;
	}
	if (byte < ' ' || byte >= DEL) {
		input->state = STATE_GROUND;
		return take_ground(input, byte, key);
	}
	pressed = key_of_letter(byte, modifiers_at(input, 0));
	if (byte == 'M')
		pressed.code = KEY_CODE_ENTER;
	else if (byte >= 'j' && byte <= 'y')
		pressed = key_of_char((uint32_t)byte - 0x40, 0);
	return give(input, pressed, key);
}

/*
 * DCS, OSC and APC start as Alt-P, Alt-] and Alt-_ do; a string that nobody
 * sends is taken for the key, lest it swallow all that is typed later.
 */
static bool
is_string_start(unsigned char introducer, unsigned char byte)
{
	switch (introducer) {
	case 'P':
		return byte >= ' ' && byte <= '?';
	case ']':
		return byte >= '0' && byte <= '9';
	default:
		return byte == 'G';
	}
}

static enum input_kind
end_string(struct input *input, struct reply *reply)
{
	static const char version[] = ">|";
	size_t nprefix = sizeof(version) - 1;

	if (input->introducer != 'P' || input->ntext < (int)nprefix
		|| memcmp(input->text, version, nprefix) != 0)
		return give_reply(input, REPLY_OTHER, reply);
	input->ntext -= (int)nprefix;
	memmove(input->text, input->text + nprefix, (size_t)input->ntext);
	return give_reply(input, REPLY_XTVERSION, reply);
}

static enum input_kind
take_string(struct input *input, unsigned char byte, struct key *key,
	struct reply *reply)
{
	if (byte == BEL)
		return end_string(input, reply);
	if (byte == ESC) {
		input->state = STATE_STRING_ESC;
		return INPUT_NOTHING;
	}
	if (byte == CAN || byte == SUB || ++input->nbytes > STRING_BYTES_MAX) {
		input->state = STATE_GROUND;
		return INPUT_NOTHING;
	}
	if (byte < ' ' || (input->nbytes == 1
		&& !is_string_start(input->introducer, byte))) {
		input->state = STATE_GROUND;
		return take_ground(input, byte, key);
	}
	/* One byte stays for the terminator. */
	if (byte < DEL && input->ntext < REPLY_TEXT_MAX - 1)
		input->text[input->ntext++] = (char)byte;
	return INPUT_NOTHING;
}

static enum input_kind
take_string_esc(struct input *input, unsigned char byte, struct key *key,
	struct reply *reply)
{
	if (byte == '\\')
		return end_string(input, reply);
	/* Cut short: something new began. */
	input->state = STATE_ESC;
	return take_esc(input, byte, key);
}

enum input_kind
input_byte(struct input *input, unsigned char byte, struct key *key,
	struct reply *reply)
{
	switch (input->state) {
	case STATE_GROUND:
		return take_ground(input, byte, key);
	case STATE_UTF8:
		return take_utf8(input, byte, key);
	case STATE_ESC:
		return take_esc(input, byte, key);
	case STATE_LATE:
		return take_late(input, byte, key);
	case STATE_LATE_CSI:
		return take_late_csi(input, byte, key);
	case STATE_CSI:
		return take_csi(input, byte, key, reply);
	case STATE_CSI_CONSOLE:
		return take_csi_console(input, byte, key);
	case STATE_SS3:
		return take_ss3(input, byte, key);
	case STATE_STRING:
		return take_string(input, byte, key, reply);
	case STATE_STRING_ESC:
		return take_string_esc(input, byte, key, reply);
	}
	return INPUT_NOTHING;
}

bool
input_is_waiting(const struct input *input)
{
	return input->state == STATE_ESC;
}

/* Escape also leads out of a paste whose end never came. */
enum input_kind
input_timeout(struct input *input, struct key *key)
{
	enum input_kind kind;

	if (!input_is_waiting(input))
		return INPUT_NOTHING;
	input->is_pasting = false;
	kind = give(input, key_of_char(ESC, 0), key);
	if (input->is_reply_expected)
		input->state = STATE_LATE;
	return kind;
}
