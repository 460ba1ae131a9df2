#ifndef TEXT_COMPOSE_H
#define TEXT_COMPOSE_H

/*
 * Normalization form C for text that is about to be shown: a letter and its
 * marks become one character where Unicode has one (UAX #15). Only what can
 * change is looked at, so composed text costs little.
 */

#include <stddef.h>
#include <stdint.h>

#include "base/span.h"

/*
 * Composes the NCPS characters at CPS in place and returns how many are left.
 * SOURCES says where each came from: characters that changed together all get
 * the bytes of the whole letter and its marks, the others keep their own. A
 * letter that form C would take apart (a composition exclusion) stays.
 */
size_t compose(uint32_t *cps, struct span *sources, size_t ncps);

#endif
