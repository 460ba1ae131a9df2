#ifndef LAYOUT_TAILOR_TOKEN_H
#define LAYOUT_TAILOR_TOKEN_H

/*
 * What has no blank in it: links, addresses and paths, and words with a
 * hyphen, a dash or a slash.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * The end of the stretch of characters from START on that a link could be
 * made of; START itself where there is none.
 */
size_t token_end(const uint32_t *cps, size_t ncps, size_t start);

/* Whether that stretch is one: a URL, a mail address, a host, a path. */
bool token_is_link(const uint32_t *cps, size_t start, size_t end);

/*
 * Keeps a link together but for where it may be cut, as far as there are
 * BREAKS: after a slash or before what begins another part, else before any
 * other mark, as a hyphen, of which one cannot tell later whose it was.
 */
void token_mark_link(const uint32_t *cps, size_t start, size_t end,
	size_t nbreaks, uint8_t *breaks);

/*
 * Whether a line may end before character I, after one that is no blank,
 * where UAX #14 lets it.
 */
bool token_may_break(const uint32_t *cps, size_t ncps, size_t i);

#endif
