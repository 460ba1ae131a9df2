#include <config.h>

#include "base/paths.h"

#include <errno.h>
#include <stdbool.h>
#include <string.h>
#include <sys/stat.h>

#include "base/buf.h"
#include "base/xalloc.h"

static const char *
environment_or(const char *variable, const char *fallback)
{
	const char *value = getenv(variable);

	return value != NULL && *value != '\0' ? value : fallback;
}

static char *
joined(const char *folder, const char *middle, const char *name)
{
	struct buf path = BUF_INIT;

	buf_add_format(&path, "%s%s/%s", folder, middle, name);
	return buf_detach(&path);
}

char *
path_data(const char *name)
{
	return joined(environment_or("NEWSPANE_DATADIR", PKGDATADIR), "", name);
}

char *
path_locale(void)
{
	return xstrdup(environment_or("NEWSPANE_LOCALEDIR", LOCALEDIR));
}

static char *
path_xdg(const char *variable, const char *below_home, const char *name)
{
	const char *folder = getenv(variable);
	const char *home = getenv("HOME");

	if (folder != NULL && *folder == '/')
		return joined(folder, "/newspane", name);
	if (home != NULL && *home == '/')
		return joined(home, below_home, name);
	return NULL;
}

char *
path_config(const char *name)
{
	return path_xdg("XDG_CONFIG_HOME", "/.config/newspane", name);
}

char *
path_state(const char *name)
{
	return path_xdg("XDG_STATE_HOME", "/.local/state/newspane", name);
}

char *
path_expand(const char *path)
{
	const char *home = getenv("HOME");

	if (path[0] == '~' && path[1] == '/' && home != NULL)
		return joined(home, "", path + 2);
	return xstrdup(path);
}

/* Whether FOLDER is $HOME or above it, or stands in the root folder. */
static bool
is_not_ours(const char *folder)
{
	const char *home = getenv("HOME");
	size_t nbytes = strlen(folder);

	return strrchr(folder, '/') == folder
		|| (home != NULL && strncmp(home, folder, nbytes) == 0
		&& (home[nbytes] == '/' || home[nbytes] == '\0'));
}

static int
make_folder(const char *folder)
{
	struct stat info;

	if (is_not_ours(folder))
		return stat(folder, &info);
	return mkdir(folder, 0700) != 0 && errno != EEXIST ? -1 : 0;
}

int
path_make_parents(const char *path)
{
	char *folder = xstrdup(path);
	char *slash = folder;
	int result = 0;

	while (result == 0 && (slash = strchr(slash + 1, '/')) != NULL) {
		*slash = '\0';
		result = make_folder(folder);
		*slash = '/';
	}
	free(folder);
	return result;
}
