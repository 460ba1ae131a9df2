#ifndef BASE_ERR_H
#define BASE_ERR_H

/*
 * What went wrong, as data. A function that can fail returns 0 or -1 and
 * fills a struct err: a code, the system's errno where there was one, and the
 * name of the thing (a path, an option) in its raw bytes. Nothing here is
 * translated or made safe to print: src/messages.c does both.
 */

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
	ERR_NO_TERMINAL,	/* standard output is not a terminal */
	ERR_TERM_UNKNOWN,	/* TERM is unset or has no entry */
	ERR_TERM_DUMB,		/* the terminal cannot place the cursor */
	ERR_CONFIG,		/* a line of the config file; `what` has it */
	ERR_STORE,		/* the reading state cannot be used */
	ERR_TERMINALS,		/* what was learnt about them makes no sense */
	ERR_CODE_COUNT,
};

struct err {
	enum err_code code;
	int sys;		/* errno at the time, 0: none */
	char *what;		/* owned; NULL: nothing to name */
};

/* Fills ERR (which is zero or released); WHAT is copied and may be NULL. */
void err_set(struct err *err, enum err_code code, int sys, const char *what);
void err_release(struct err *err);

#endif
