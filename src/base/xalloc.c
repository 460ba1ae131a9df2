#include <config.h>

#include "base/xalloc.h"

#include <stdint.h>
#include <string.h>
#include <unistd.h>

#include "base/vec.h"

#ifndef VEC_CAPACITY_FIRST
#define VEC_CAPACITY_FIRST 8
#endif

static void (*die_hook)(void);

void
die_hook_set(void (*hook)(void))
{
	die_hook = hook;
}

static void
say(const char *s)
{
	if (write(STDERR_FILENO, s, strlen(s)) < 0)
		return;
}

void
die(const char *what)
{
	if (die_hook != NULL)
		die_hook();
	/* No stdio: it may be what ran out of memory. */
	say("newspane: ");
	say(what);
	say("\n");
	_exit(2);
}

static void *
checked(void *at)
{
	if (at == NULL)
		die("out of memory");
	return at;
}

void *
xmalloc(size_t nbytes)
{
	return checked(malloc(nbytes > 0 ? nbytes : 1));
}

void *
xcalloc(size_t count, size_t elem_nbytes)
{
	if (count == 0 || elem_nbytes == 0)
		return checked(calloc(1, 1));
	return checked(calloc(count, elem_nbytes));
}

void *
xreallocarray(void *at, size_t count, size_t elem_nbytes)
{
	if (count == 0 || elem_nbytes == 0)
		count = elem_nbytes = 1;
	return checked(reallocarray(at, count, elem_nbytes));
}

char *
xstrdup(const char *s)
{
	return xstrndup(s, strlen(s));
}

char *
xstrndup(const char *s, size_t nbytes)
{
	char *copy = xmalloc(nbytes + 1);

	memcpy(copy, s, nbytes);
	copy[nbytes] = '\0';
	return copy;
}

void *
vec_grow(void *at, size_t elem_nbytes, size_t count, size_t *capacity)
{
	size_t grown = *capacity > 0 ? *capacity : VEC_CAPACITY_FIRST;

	if (count <= *capacity)
		return at;
	while (grown < count)
		grown = grown > SIZE_MAX / 2 ? count : grown * 2;
	at = xreallocarray(at, grown, elem_nbytes);
	*capacity = grown;
	return at;
}
