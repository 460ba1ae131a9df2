#ifndef TEXT_CLUSTER_H
#define TEXT_CLUSTER_H

/*
 * Grapheme clusters (UAX #29, extended) and THE width function: the only
 * place that says how many columns something takes on a terminal. It agrees
 * with the C library, because that is how ncurses places the cursor; the
 * locale must be UTF-8.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * Sets is_start[i], for each of the NCPS characters, to whether a cluster
 * starts before it. is_start[0] is true.
 */
void cluster_breaks(const uint32_t *cps, size_t ncps, bool *is_start);

/*
 * Columns of one character: 0, 1 or 2. Characters that must never be sent (no
 * width in the C library, controls) count as what is shown in their place,
 * see char_shown.
 */
int char_cols(uint32_t cp);

/*
 * What a terminal is sent for CP: CP itself, U+FFFD for what the C library
 * does not know how wide it is, or 0 for what takes no cell and is never sent
 * (bidi controls, ZWSP, WJ, ZWJ, ZWNJ, SHY, U+2028/9, U+FEFF).
 */
uint32_t char_shown(uint32_t cp);

/* Whether CP is a mark that sits on the character before it (Mn, Me). */
bool char_is_mark(uint32_t cp);

/* The grapheme cluster borders next to OFF in valid UTF-8: for editing. */
size_t cluster_after(const char *s, size_t nbytes, size_t off);
size_t cluster_before(const char *s, size_t nbytes, size_t off);

#endif
