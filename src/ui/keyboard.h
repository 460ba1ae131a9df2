#ifndef UI_KEYBOARD_H
#define UI_KEYBOARD_H

/*
 * Keyboard layouts whose letters are not Latin: which key of the US layout
 * sits where a character was typed, so that commands work without switching
 * the layout. Arabic (101, PC) and Vietnamese. Knows nothing of commands.
 */

#include <stdint.h>

/* The US key at the place of CP; 0 where no layout here has CP. */
uint32_t keyboard_latin(uint32_t cp);

/*
 * Some Arabic keyboards send two characters for one key (lam and alef for
 * B). The US key that FIRST and SECOND together stand for, or 0.
 */
uint32_t keyboard_latin_pair(uint32_t first, uint32_t second);

#endif
