#ifndef LAYOUT_TAILOR_H
#define LAYOUT_TAILOR_H

/*
 * Where readers of a newspaper would not end a line although UAX #14 would:
 * a pass of its own after layout/breaks, which raw text goes without.
 *
 * tailor_blank has what a blank holds together, tailor_token what has none in
 * it, tailor_words the words that matter, syllable the scripts that are cut
 * between syllables. What they add is LINE_BREAK_CUT only; tailor_quote alone
 * lets a line end where UAX #14 forbids it.
 */

#include <stddef.h>
#include <stdint.h>

/*
 * Changes BREAKS (enum line_break, as breaks_find left them, one for each of
 * the first NBREAKS of the NCPS characters): a number and its unit, initials
 * and abbreviations with what they belong to, URLs and the like stay
 * together. Where such a thing may be cut if it is wider than a line, the
 * break becomes LINE_BREAK_CUT.
 */
void tailor_breaks(const uint32_t *cps, size_t ncps, size_t nbreaks,
	uint8_t *breaks);

#endif
