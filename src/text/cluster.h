#ifndef TEXT_CLUSTER_H
#define TEXT_CLUSTER_H

/*
 * Grapheme clusters (UAX #29, extended), and those of them that a terminal may
 * draw as one picture. What a single character takes is said in text/width.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "text/width.h"

/*
 * A longer cluster is nothing that anybody wrote: it is taken apart into some
 * of this many characters, so that a text of marks has rows like any other.
 * (UAX #15 lets text that goes through a stream have 30 marks in a row.)
 */
#define CLUSTER_CPS_MAX 32

/*
 * Sets is_start[i], for each of the NCPS characters, to whether a cluster
 * starts before it. is_start[0] is true.
 */
void cluster_breaks(const uint32_t *cps, size_t ncps, bool *is_start);

/*
 * Whether the cluster of the NCPS characters is one picture, two columns wide,
 * on a terminal that keeps emoji sequences together: a flag of two letters or
 * of tags, a keycap, emoji joined by ZWJ, with a skin colour, or made emoji by
 * U+FE0F. On other terminals each character is on its own, at char_cols of its
 * own, and ZWJ and selectors are not sent; so is an emoji with U+FE0E.
 */
bool cluster_is_sequence(const uint32_t *cps, size_t ncps);

/* The grapheme cluster borders next to OFF in valid UTF-8: for editing. */
size_t cluster_after(const char *s, size_t nbytes, size_t off);
size_t cluster_before(const char *s, size_t nbytes, size_t off);

#endif
