#include <config.h>

#include "base/err.h"

#include "base/xalloc.h"

enum err_kind
err_kind(enum err_code code)
{
	switch (code) {
	case ERR_BAD_BYTES:
	case ERR_FOREIGN_BYTES:
	case ERR_NULS:
	case ERR_HOLES:
	case ERR_CHANGED:
		return ERR_KIND_PART;
	case ERR_GONE:
		return ERR_KIND_GONE;
	case ERR_BINARY:
	case ERR_EMPTY:
		return ERR_KIND_PASSED;
	default:
		return ERR_KIND_UNREAD;
	}
}

void
err_set(struct err *err, enum err_code code, int sys, const char *what)
{
	err->code = code;
	err->sys = sys;
	err->what = what != NULL ? xstrdup(what) : NULL;
}

void
err_release(struct err *err)
{
	free(err->what);
	*err = (struct err){ 0 };
}
