#ifndef TESTS_CONFORMANCE_UBA_SEQUENCE_H
#define TESTS_CONFORMANCE_UBA_SEQUENCE_H

/* The part of uba.h that looks at one isolating run sequence: W1 to I2. */

#include "uba.h"

struct uba_sequence {
	size_t at[UBA_CPS_MAX];		/* places in the paragraph */
	uint32_t cps[UBA_CPS_MAX];
	enum bidi_class class[UBA_CPS_MAX];
	size_t count;
	int level;
	enum bidi_class sos, eos;	/* L or R */
	int levels[UBA_CPS_MAX];	/* what is found */
};

/* Changes the classes on the way. */
void uba_resolve(struct uba_sequence *sequence);

#endif
