#ifndef BASE_BUF_H
#define BASE_BUF_H

/*
 * Growable bytes. Invariants: `at` is never NULL after buf_init and after any
 * call here, at[nbytes] is always NUL (content may hold NULs of its own), and
 * only this module looks at `capacity`. An empty buf needs no allocation.
 * Pointers into `at` are valid until the next call that adds.
 */

#include <stdarg.h>
#include <stddef.h>

struct buf {
	char *at;
	size_t nbytes;		/* content, terminator not counted */
	size_t capacity;	/* private; 0: `at` is not ours to free */
};

#define BUF_INIT { buf_nothing, 0, 0 }

/* What an empty buf points to; never written. */
extern char buf_nothing[1];

void buf_init(struct buf *buf);
/* A zeroed or initialised buf; it is empty and usable afterwards. */
void buf_release(struct buf *buf);
/* Empties it and keeps the memory. */
void buf_reset(struct buf *buf);
/* The content, which the caller frees; the buf is empty afterwards. */
char *buf_detach(struct buf *buf) __attribute__((warn_unused_result));

/* Makes room for NBYTES more and returns where they go (not yet counted). */
char *buf_reserve(struct buf *buf, size_t nbytes);
/* Counts NBYTES that were written there. */
void buf_commit(struct buf *buf, size_t nbytes);
void buf_add(struct buf *buf, const void *bytes, size_t nbytes);
void buf_add_byte(struct buf *buf, char byte);
void buf_add_string(struct buf *buf, const char *s);
void buf_add_format(struct buf *buf, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
void buf_add_vformat(struct buf *buf, const char *format, va_list args)
	__attribute__((format(printf, 2, 0)));
/* Keeps the first NBYTES bytes; there must be that many. */
void buf_truncate(struct buf *buf, size_t nbytes);
/* Replaces the NREMOVED bytes from OFF on with NADDED bytes from BYTES. */
void buf_splice(struct buf *buf, size_t off, size_t nremoved,
	const void *bytes, size_t nadded);

#endif
