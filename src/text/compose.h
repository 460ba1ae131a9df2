#ifndef TEXT_COMPOSE_H
#define TEXT_COMPOSE_H

/*
 * Normalization form C for text that is about to be shown: a letter and its
 * marks become one character where Unicode has one (UAX #15). Only what can
 * change is looked at, so composed text costs little.
 */

#include <stddef.h>
#include <stdint.h>

/*
 * Composes the NCPS characters at CPS in place and returns how many are left.
 * STARTS has the first byte of each, growing, and keeps growing: of a letter
 * that changed, the first characters keep theirs, so that each reaches to the
 * start of the next one and the last of them to the letter's end. A letter
 * that form C would take apart (a composition exclusion) stays.
 */
size_t compose(uint32_t *cps, uint32_t *starts, size_t ncps);

#endif
