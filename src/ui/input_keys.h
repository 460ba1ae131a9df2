#ifndef UI_INPUT_KEYS_H
#define UI_INPUT_KEYS_H

/*
 * Which key a character or the end of a control sequence stands for: tables
 * without state. What is no key has KEY_CODE_NONE. Private to ui/input.c.
 */

#include <stdint.h>

#include "ui/input.h"

/* Any character, controls included; CP need not be a scalar value. */
struct key key_of_char(uint32_t cp, unsigned modifiers);
/* xterm writes a set of modifiers as a number, one added. */
unsigned key_modifiers_of(int number);
/* CSI and SS3 sequences that end in a letter. */
struct key key_of_letter(unsigned char final, unsigned modifiers);
/* CSI sequences with a number that end in ~. */
struct key key_of_number(int number, unsigned modifiers);

#endif
