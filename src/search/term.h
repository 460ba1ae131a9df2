#ifndef SEARCH_TERM_H
#define SEARCH_TERM_H

/*
 * One word or phrase of a query, made ready for searching: folded, and with
 * the marks that were typed on its Latin letters. It occurs where its folded
 * form does and where each letter of the text has at least the marks of the
 * letter typed; tones are compared over words, so that hoà is hòa.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/span.h"
#include "search/match.h"
#include "search/scan.h"

struct haystack;

/* Tones that the word of the text around byte OFF of the term must have. */
struct term_tones {
	uint32_t off;
	unsigned tones;
};

struct term {
	struct buf typed;	/* without blanks at the ends */
	struct buf folded;	/* never empty */
	struct scan scan;	/* that */
	uint16_t *marks;	/* by folded byte, no tones; NULL: none */
	struct {
		struct term_tones *at;
		size_t count, capacity;
	} tones;
	bool is_excluded;
};

struct term_vec {
	struct term *at;
	size_t count, capacity;
};

/*
 * Returns whether there is anything to look for; if not, TERM is untouched.
 * TYPED is copied.
 */
bool term_init(struct term *term, const char *typed, size_t nbytes);
void term_release(struct term *term);

bool term_has_marks(const struct term *term);
/* How near to what was typed the bytes of a match are. */
enum rung term_rung(const struct term *term, const char *s, size_t nbytes);

/*
 * The first place of the term at or after folded byte *OFF, into *OFF. False:
 * none, and *OFF is untouched.
 */
bool term_find(const struct term *term, struct haystack *hay, uint32_t *off);
/* The same among the places before folded byte END. */
bool term_find_before(const struct term *term, struct haystack *hay,
	uint32_t end, uint32_t *off);

#endif
