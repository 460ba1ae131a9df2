#ifndef TEXT_FOLD_H
#define TEXT_FOLD_H

/*
 * Search folding: the form in which text and queries are compared. Case,
 * Vietnamese tones and letters, accents, harakat, tatweel, hamza seats, teh
 * marbuta, alef maksura, Persian letters, presentation forms, digits of any
 * script, width and composition are gone; the rules (tests/tools/fold-rules)
 * are kept in a generated table (src/text/fold_table.h, made by
 * tests/tools/gen-fold from libunistring).
 *
 * Marks are dropped on Latin, Greek, Cyrillic, Arabic and Hebrew letters
 * only. Every run of blanks (line ends, TAB, no-break spaces) is one space.
 * Curly quotes and dashes are their ASCII kin. Folding twice is folding once,
 * and folding the parts of a text cut by fold_cut is folding the whole.
 */

#include <stddef.h>
#include <stdint.h>

#include "base/span.h"

struct buf;

/* Appends the folded form of valid UTF-8. At least 150 MB/s on ASCII. */
void fold_text(const char *s, size_t nbytes, struct buf *out);

/*
 * The first place at or after OFF (which may be beyond the end) where the
 * text can be cut: the character behind it folds to itself or to something
 * that does not depend on what stands before. NBYTES where there is none.
 */
size_t fold_cut(const char *s, size_t nbytes, size_t off);

/*
 * For each byte of a folded text, the source bytes that made it: the letter
 * and the dropped marks, tatweel and joiners that follow it. Zero is the
 * empty one.
 */
struct fold_map {
	struct span *at;	/* one for each folded byte */
	size_t count, capacity;
};

/* fold_text, and the map (offsets count from S). */
void fold_text_map(const char *s, size_t nbytes, struct buf *out,
	struct fold_map *map);
void fold_map_release(struct fold_map *map);

/* The source bytes of the non-empty span FOLDED of the folded text. */
struct span fold_map_span(const struct fold_map *map, struct span folded);

/*
 * A letter of a text: a character, and those behind it that fold to nothing,
 * beside what it folds to. Empty spans at 0, or where the text can be cut, are
 * the place before a letter.
 */
struct fold_letter {
	struct span source, folded;
};

/*
 * Goes on from LETTER to the one that byte OFF of the folded form comes from:
 * OFF is not before the letter. FOLDED is what the text of NBYTES bytes folds
 * to. About a nanosecond a byte, and nothing is written.
 */
void fold_follow(const char *s, size_t nbytes, const char *folded,
	uint32_t off, struct fold_letter *letter);

/* No character folds to more bytes. */
#define FOLD_NBYTES_MAX 48
/*
 * What the next character that folds to several bytes folds to, each way once
 * or several times. NUMBER starts at 0. Returns how many bytes they are, 0
 * after the last one.
 */
size_t fold_next_long(uint32_t *number, char bytes[FOLD_NBYTES_MAX]);

#endif
