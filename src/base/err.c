#include <config.h>

#include "base/err.h"

#include "base/xalloc.h"

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
