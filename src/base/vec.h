#ifndef BASE_VEC_H
#define BASE_VEC_H

/*
 * Growable arrays without a type of their own: any struct that has
 *
 *	TYPE *at; size_t count, capacity;
 *
 * is a vector, and all zero is the empty one. Elements move when it grows, so
 * nobody keeps a pointer to one across a push: keep the index. The macros
 * evaluate V more than once.
 */

#include <stddef.h>

#include "base/xalloc.h"

/* Makes room for COUNT elements in all. */
#define VEC_RESERVE(v, n) \
	((v)->at = vec_grow((v)->at, sizeof(*(v)->at), (n), &(v)->capacity))

/* Appends ITEM, a value of the element's type. */
#define VEC_PUSH(v, ...) \
	(VEC_RESERVE((v), (v)->count + 1), \
	 (void)((v)->at[(v)->count++] = __VA_ARGS__))

/* Empties the vector and gives its memory back. */
#define VEC_RELEASE(v) \
	(free((v)->at), (v)->at = NULL, (void)((v)->count = (v)->capacity = 0))

/*
 * The array AT, moved where needed so that it has room for COUNT elements of
 * ELEM_NBYTES bytes; *CAPACITY is updated.
 */
void *vec_grow(void *at, size_t elem_nbytes, size_t count, size_t *capacity);

#endif
