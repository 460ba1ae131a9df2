#include <config.h>

#include "locale_setup.h"

#include <langinfo.h>
#include <libintl.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "base/paths.h"
#include "base/xalloc.h"

const char *
locale_wanted(void)
{
	/* POSIX 8.2: the first that is set and not empty. */
	static const char *const variables[] = { "LC_ALL", "LC_MESSAGES",
		"LANG" };

	for (size_t i = 0; i < sizeof(variables) / sizeof(*variables); i++) {
		const char *value = getenv(variables[i]);

		if (value != NULL && *value != '\0')
			return value;
	}
	return "C";
}

static bool
is_plain_c(const char *name, size_t nbytes)
{
	return (nbytes == 1 && name[0] == 'C')
		|| (nbytes == 5 && memcmp(name, "POSIX", 5) == 0);
}

/* gettext looks at LANGUAGE in C.UTF-8, too. */
static void
keep_language(void)
{
	const char *name = locale_wanted();
	size_t nbytes = strcspn(name, ".@");
	char *language;

	if (is_plain_c(name, nbytes))
		return;
	language = xstrndup(name, nbytes);
	setenv("LANGUAGE", language, 0);
	free(language);
}

static bool
is_utf8(void)
{
	return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

static bool
set_locale(void)
{
	const char *ctype;

	if (setlocale(LC_ALL, "") != NULL && is_utf8())
		return true;
	ctype = setlocale(LC_ALL, "") != NULL ? setlocale(LC_CTYPE, NULL) : "C";
	if (!is_plain_c(ctype, strlen(ctype)))
		return false;
	keep_language();
	return setlocale(LC_ALL, "C.UTF-8") != NULL;
}

bool
locale_setup(void)
{
	bool is_set = set_locale();
	char *folder = path_locale();

	bindtextdomain(PACKAGE, folder);
	bind_textdomain_codeset(PACKAGE, "UTF-8");
	textdomain(PACKAGE);
	free(folder);
	return is_set;
}
