#include <config.h>

#include "ui/input_keys.h"

#include <stdbool.h>
#include <stddef.h>

#include "text/utf8.h"

#define ESC 0x1b
#define DEL 0x7f

/* CSI and SS3 sequences that end in a letter. */
static const struct {
	unsigned char final;
	enum key_code code;
	unsigned modifiers;
} letters[] = {
	{ 'A', KEY_CODE_UP, 0 },
	{ 'B', KEY_CODE_DOWN, 0 },
	{ 'C', KEY_CODE_RIGHT, 0 },
	{ 'D', KEY_CODE_LEFT, 0 },
	{ 'F', KEY_CODE_END, 0 },
	{ 'H', KEY_CODE_HOME, 0 },
	{ 'P', KEY_CODE_F1, 0 },
	{ 'Q', KEY_CODE_F2, 0 },
	{ 'R', KEY_CODE_F3, 0 },
	{ 'S', KEY_CODE_F4, 0 },
	{ 'Z', KEY_CODE_BACKTAB, 0 },
	/* rxvt: with Shift and with Ctrl */
	{ 'a', KEY_CODE_UP, KEY_SHIFT },
	{ 'b', KEY_CODE_DOWN, KEY_SHIFT },
	{ 'c', KEY_CODE_RIGHT, KEY_SHIFT },
	{ 'd', KEY_CODE_LEFT, KEY_SHIFT },
};

/* CSI sequences with a number that end in ~. */
static const enum key_code tildes[] = {
	[1] = KEY_CODE_HOME, KEY_CODE_INSERT, KEY_CODE_DELETE, KEY_CODE_END,
	KEY_CODE_PAGE_UP, KEY_CODE_PAGE_DOWN, KEY_CODE_HOME, KEY_CODE_END,
	[11] = KEY_CODE_F1, KEY_CODE_F2, KEY_CODE_F3, KEY_CODE_F4,
	KEY_CODE_F5,
	[17] = KEY_CODE_F6, KEY_CODE_F7, KEY_CODE_F8, KEY_CODE_F9,
	KEY_CODE_F10,
	[23] = KEY_CODE_F11, KEY_CODE_F12,
};

/* Characters that have a key of their own. */
static enum key_code
code_of(uint32_t cp)
{
	switch (cp) {
	case '\t':
		return KEY_CODE_TAB;
	case '\r': case '\n':
		return KEY_CODE_ENTER;
	case '\b': case DEL:
		return KEY_CODE_BACKSPACE;
	case ESC:
		return KEY_CODE_ESCAPE;
	default:
		return KEY_CODE_CHAR;
	}
}

struct key
key_of_char(uint32_t cp, unsigned modifiers)
{
	struct key key = { .code = code_of(cp), .modifiers = modifiers };

	if (!utf8_is_scalar(cp) || (cp > DEL && cp < 0xa0))
		return (struct key){ .code = KEY_CODE_NONE };
	if (key.code != KEY_CODE_CHAR)
		return key;
	if (cp < ' ') {
		cp = cp == 0 ? ' ' : cp <= 26 ? cp + 'a' - 1 : cp + '@';
		key.modifiers |= KEY_CTRL;
	}
	key.cp = cp;
	key.modifiers &= ~(unsigned)KEY_SHIFT;
	return key;
}

unsigned
key_modifiers_of(int number)
{
	int bits = number - 1;

	if (bits < 0)
		return 0;
	return (bits & 1 ? KEY_SHIFT : 0u) | (bits & (2 | 8) ? KEY_ALT : 0u) |
		(bits & 4 ? KEY_CTRL : 0u);
}

struct key
key_of_letter(unsigned char final, unsigned modifiers)
{
	for (size_t i = 0; i < sizeof(letters) / sizeof(*letters); i++)
		if (letters[i].final == final)
			return (struct key){ .code = letters[i].code,
				.modifiers = letters[i].modifiers |
					modifiers };
	return (struct key){ .code = KEY_CODE_NONE };
}

struct key
key_of_number(int number, unsigned modifiers)
{
	struct key key = { .code = KEY_CODE_NONE, .modifiers = modifiers };

	if (number >= 0 && number < (int)(sizeof(tildes) / sizeof(*tildes)))
		key.code = tildes[number];
	return key;
}
