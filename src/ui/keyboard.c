#include <config.h>

#include "ui/keyboard.h"

#include <stddef.h>

/*
 * Characters that are ASCII on the other layout too (`/` over L on an Arabic
 * keyboard) are left out: they mean themselves.
 */
static const struct {
	uint32_t cp;
	char latin;
} keys[] = {
	/* Arabic, plain */
	{ 0x0636, 'q' }, { 0x0635, 'w' }, { 0x062B, 'e' }, { 0x0642, 'r' },
	{ 0x0641, 't' }, { 0x063A, 'y' }, { 0x0639, 'u' }, { 0x0647, 'i' },
	{ 0x062E, 'o' }, { 0x062D, 'p' }, { 0x062C, '[' }, { 0x062F, ']' },
	{ 0x0634, 'a' }, { 0x0633, 's' }, { 0x064A, 'd' }, { 0x0628, 'f' },
	{ 0x0644, 'g' }, { 0x0627, 'h' }, { 0x062A, 'j' }, { 0x0646, 'k' },
	{ 0x0645, 'l' }, { 0x0643, ';' }, { 0x0637, '\'' },
	{ 0x0626, 'z' }, { 0x0621, 'x' }, { 0x0624, 'c' }, { 0x0631, 'v' },
	{ 0xFEFB, 'b' }, { 0x0649, 'n' }, { 0x0629, 'm' }, { 0x0648, ',' },
	{ 0x0632, '.' }, { 0x0638, '/' }, { 0x0630, '`' },
	/* Arabic with Shift */
	{ 0x064E, 'Q' }, { 0x064B, 'W' }, { 0x064F, 'E' }, { 0x064C, 'R' },
	{ 0xFEF9, 'T' }, { 0x0625, 'Y' }, { 0x2018, 'U' }, { 0x00F7, 'I' },
	{ 0x00D7, 'O' }, { 0x061B, 'P' }, { 0x0650, 'A' }, { 0x064D, 'S' },
	{ 0xFEF7, 'G' }, { 0x0623, 'H' }, { 0x0640, 'J' }, { 0x060C, 'K' },
	{ 0x0652, 'X' }, { 0xFEF5, 'B' }, { 0x0622, 'N' }, { 0x2019, 'M' },
	{ 0x061F, '?' }, { 0x0651, '~' },
	/* Persian letters on the same keys */
	{ 0x06CC, 'd' }, { 0x06A9, ';' }, { 0x06AF, '\'' },
	/* the percent sign of an Arabic or Persian keyboard */
	{ 0x066A, '%' },
	/* Vietnamese: the digit row and the brackets carry letters */
	{ 0x0103, '1' }, { 0x00E2, '2' }, { 0x00EA, '3' }, { 0x00F4, '4' },
	{ 0x0300, '5' }, { 0x0309, '6' }, { 0x0303, '7' }, { 0x0301, '8' },
	{ 0x0323, '9' }, { 0x0111, '0' },
	{ 0x01B0, '[' }, { 0x01A1, ']' }, { 0x01AF, '{' }, { 0x01A0, '}' },
	{ 0x20AB, '=' }, { 0x0102, '!' },
};

/* The zeros of the digits that an Arabic or a Persian keyboard has. */
static const uint32_t zeros[] = { 0x0660, 0x06F0 };

uint32_t
keyboard_latin(uint32_t cp)
{
	for (size_t i = 0; i < sizeof(keys) / sizeof(*keys); i++)
		if (keys[i].cp == cp)
			return (unsigned char)keys[i].latin;
	for (size_t i = 0; i < sizeof(zeros) / sizeof(*zeros); i++)
		if (cp >= zeros[i] && cp < zeros[i] + 10)
			return '0' + cp - zeros[i];
	return 0;
}

uint32_t
keyboard_latin_pair(uint32_t first, uint32_t second)
{
	if (first != 0x0644)
		return 0;
	switch (second) {
	case 0x0627:
		return 'b';
	case 0x0622:
		return 'B';
	case 0x0623:
		return 'G';
	case 0x0625:
		return 'T';
	}
	return 0;
}
