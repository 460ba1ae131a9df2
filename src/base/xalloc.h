#ifndef BASE_XALLOC_H
#define BASE_XALLOC_H

/*
 * Allocation that does not fail: out of memory prints one line and ends the
 * program with status 2. Before the line is printed the die hook runs, so
 * that a full-screen program can restore the terminal first.
 */

#include <stddef.h>
#include <stdlib.h>

void *xmalloc(size_t nbytes)
	__attribute__((malloc, alloc_size(1), warn_unused_result));
/* Zeroed; the product is checked for overflow. */
void *xcalloc(size_t count, size_t elem_nbytes)
	__attribute__((malloc, alloc_size(1, 2), warn_unused_result));
/* COUNT * ELEM_NBYTES is checked for overflow. */
void *xreallocarray(void *at, size_t count, size_t elem_nbytes)
	__attribute__((alloc_size(2, 3), warn_unused_result));
char *xstrdup(const char *s) __attribute__((malloc, warn_unused_result));
/* NBYTES bytes of S and a terminator. */
char *xstrndup(const char *s, size_t nbytes)
	__attribute__((malloc, warn_unused_result));

/*
 * Sets what runs before the program dies of our own doing (NULL: nothing).
 * The hook must be safe in any state of the program.
 */
void die_hook_set(void (*hook)(void));

/* Runs the hook, says "newspane: " and WHAT on standard error, exits 2. */
_Noreturn void die(const char *what);

#endif
