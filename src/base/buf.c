#include <config.h>

#include "base/buf.h"

#include <assert.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/xalloc.h"

#ifndef BUF_CAPACITY_FIRST
#define BUF_CAPACITY_FIRST 64
#endif

char buf_nothing[1];

void
buf_init(struct buf *buf)
{
	*buf = (struct buf)BUF_INIT;
}

void
buf_release(struct buf *buf)
{
	if (buf->capacity > 0)
		free(buf->at);
	buf_init(buf);
}

void
buf_reset(struct buf *buf)
{
	if (buf->capacity > 0)
		buf_truncate(buf, 0);
	else
		buf_init(buf);
}

char *
buf_detach(struct buf *buf)
{
	char *bytes;

	buf_reserve(buf, 0);
	bytes = buf->at;
	buf_init(buf);
	return bytes;
}

static void
buf_grow(struct buf *buf, size_t wanted)
{
	size_t grown = buf->capacity > 0 ? buf->capacity : BUF_CAPACITY_FIRST;
	char *owned = buf->capacity > 0 ? buf->at : NULL;

	while (grown < wanted)
		grown = grown > SIZE_MAX / 2 ? wanted : grown * 2;
	buf->at = xreallocarray(owned, grown, 1);
	buf->capacity = grown;
	buf->at[buf->nbytes] = '\0';
}

char *
buf_reserve(struct buf *buf, size_t nbytes)
{
	if (nbytes >= SIZE_MAX - buf->nbytes)
		die("out of memory");
	if (buf->nbytes + nbytes + 1 > buf->capacity)
		buf_grow(buf, buf->nbytes + nbytes + 1);
	return buf->at + buf->nbytes;
}

void
buf_commit(struct buf *buf, size_t nbytes)
{
	assert(buf->nbytes + nbytes < buf->capacity);
	buf->nbytes += nbytes;
	buf->at[buf->nbytes] = '\0';
}

void
buf_add(struct buf *buf, const void *bytes, size_t nbytes)
{
	char *end = buf_reserve(buf, nbytes);

	if (nbytes > 0)
		memcpy(end, bytes, nbytes);
	buf->nbytes += nbytes;
	buf->at[buf->nbytes] = '\0';
}

void
buf_add_byte(struct buf *buf, char byte)
{
	buf_add(buf, &byte, 1);
}

void
buf_add_string(struct buf *buf, const char *s)
{
	buf_add(buf, s, strlen(s));
}

void
buf_add_vformat(struct buf *buf, const char *format, va_list args)
{
	va_list again;
	int nbytes;

	va_copy(again, args);
	nbytes = vsnprintf(NULL, 0, format, args);
	assert(nbytes >= 0);
	buf_reserve(buf, (size_t)nbytes);
	vsnprintf(buf->at + buf->nbytes, (size_t)nbytes + 1, format, again);
	va_end(again);
	buf->nbytes += (size_t)nbytes;
}

void
buf_add_format(struct buf *buf, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	buf_add_vformat(buf, format, args);
	va_end(args);
}

void
buf_truncate(struct buf *buf, size_t nbytes)
{
	assert(nbytes <= buf->nbytes);
	if (nbytes == buf->nbytes)
		return;
	buf->nbytes = nbytes;
	buf->at[nbytes] = '\0';
}

void
buf_splice(struct buf *buf, size_t off, size_t nremoved, const void *bytes,
	size_t nadded)
{
	size_t tail;

	assert(off <= buf->nbytes && nremoved <= buf->nbytes - off);
	tail = buf->nbytes - off - nremoved;
	buf_reserve(buf, nadded);
	memmove(buf->at + off + nadded, buf->at + off + nremoved, tail);
	if (nadded > 0)
		memcpy(buf->at + off, bytes, nadded);
	buf->nbytes = off + nadded + tail;
	buf->at[buf->nbytes] = '\0';
}
