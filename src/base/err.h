#ifndef BASE_ERR_H
#define BASE_ERR_H

/*
 * What went wrong, as data. A function that can fail returns 0 or -1 and
 * fills a struct err: a code, the system's errno where there was one, and the
 * name of the thing (a path, an option) in its raw bytes. Nothing here is
 * translated or made safe to print: src/messages.c does both.
 */

#include <stdint.h>

enum err_code {
	ERR_NONE,
	ERR_OPEN,		/* cannot open; errno says why */
	ERR_READ,		/* cannot read; errno says why */
	ERR_WRITE,		/* cannot write; errno says why */
	ERR_NOT_REGULAR,	/* a FIFO, device or socket */
	ERR_LOOP,		/* a directory met again on its own path */
	ERR_BINARY,		/* NUL bytes: not a text */
	ERR_TOO_LARGE,		/* over the limit for one article */
	ERR_MEMORY,		/* over --memory: not loaded */
	ERR_EMPTY,		/* nothing to read */
	ERR_BAD_BYTES,		/* COUNT bytes are no character: U+FFFD */
	ERR_FOREIGN_BYTES,	/* COUNT bytes were in another encoding */
	ERR_NULS,		/* COUNT bytes are NUL */
	ERR_HOLES,		/* COUNT bytes of NULs in a row: left out */
	ERR_CHANGED,		/* became longer or shorter while it was read */
	ERR_GONE,		/* was read once, and is not there any more */
	ERR_NO_TERMINAL,	/* standard output is not a terminal */
	ERR_TERM_UNKNOWN,	/* TERM is unset or has no entry */
	ERR_TERM_DUMB,		/* the terminal cannot place the cursor */
	ERR_CONFIG,		/* a line of the config file; `what` has it */
	ERR_CONFIG_FORM,	/* the same: it is no NAME = VALUE */
	ERR_STORE,		/* the reading state cannot be used */
	ERR_TERMINALS,		/* what was learnt about them makes no sense */
	ERR_CODE_COUNT,
};

/* How bad it is that a file has a problem. */
enum err_kind {
	ERR_KIND_UNREAD,	/* an article is missed */
	ERR_KIND_PART,		/* it is served, but for what is named */
	ERR_KIND_GONE,		/* there was one */
	ERR_KIND_PASSED,	/* it is no article */
	ERR_KIND_COUNT
};

enum err_kind err_kind(enum err_code code);

struct err {
	enum err_code code;
	int sys;		/* errno at the time, 0: none */
	uint64_t count;		/* of what the code says, else 0 */
	char *what;		/* owned; NULL: nothing to name */
};

/* Fills ERR (which is zero or released); WHAT is copied and may be NULL. */
void err_set(struct err *err, enum err_code code, int sys, const char *what);
void err_release(struct err *err);

#endif
