#ifndef LAYOUT_TAILOR_QUOTE_H
#define LAYOUT_TAILOR_QUOTE_H

/*
 * Where a line may end beside quotation marks although UAX #14 of Unicode 15
 * says no: its later versions learnt it (LB15a, LB19a).
 */

#include <stddef.h>
#include <stdint.h>

/*
 * Lets a line end, in BREAKS of the first NBREAKS of the NCPS characters,
 * before a bracket that opens behind a quotation and a blank, and outside of
 * the quotation marks that stand among Chinese characters. Before a row of
 * dots that follows one of these is a place for a cut.
 */
void quote_breaks(const uint32_t *cps, size_t ncps, size_t nbreaks,
	uint8_t *breaks);

#endif
