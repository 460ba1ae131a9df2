#ifndef BASE_PATHS_H
#define BASE_PATHS_H

/*
 * Where newspane's own files are. Every result is a new string that the
 * caller frees; none of the files need exist.
 */

/* NAME in the installed data, or below $NEWSPANE_DATADIR if that is set. */
char *path_data(const char *name);
/* The message catalogues: $NEWSPANE_LOCALEDIR or where they were installed. */
char *path_locale(void);
/*
 * NAME below newspane's folder in $XDG_CONFIG_HOME (~/.config) or
 * $XDG_STATE_HOME (~/.local/state); NULL where neither they nor $HOME is an
 * absolute path (XDG Base Directory Specification: relative ones are ignored).
 */
char *path_config(const char *name);
char *path_state(const char *name);

/* PATH with a leading "~/" replaced by $HOME, as a shell would. */
char *path_expand(const char *path);

/*
 * Makes the folders above the file PATH, mode 0700, as far as they are
 * missing; never one in the root folder, nor a home: where $HOME does not
 * exist nobody wants files. Returns 0, or -1 with errno set.
 */
int path_make_parents(const char *path)
	__attribute__((warn_unused_result));

#endif
