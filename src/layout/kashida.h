#ifndef LAYOUT_KASHIDA_H
#define LAYOUT_KASHIDA_H

/*
 * Where an Arabic word may be lengthened. Knows the letters, by their
 * presentation forms, which tell what is joined to what, or as they are
 * written, if the terminal joins them; the order of preference is the table of
 * rules in the .c file.
 */

#include <stddef.h>
#include <stdint.h>

struct paragraph;

/* How many rules there are: ranks go from 0, the best, to one less. */
#define KASHIDA_RANKS 8

struct kashida {
	size_t cell;		/* the filling comes after it */
	int rank;		/* -1: there is no such place */
};

/*
 * The end of the word of Arabic letters that begins with cell FIRST and goes
 * on at most to END; FIRST itself if there is no letter. KASHIDA is the one
 * place where the word had best be lengthened. Words of two letters have none,
 * nor have those where it would be wrong to (the name of God).
 */
size_t kashida_word(const struct paragraph *paragraph, size_t first,
	size_t end, struct kashida *kashida);

#endif
