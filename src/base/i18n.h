#ifndef BASE_I18N_H
#define BASE_I18N_H

/*
 * Marking strings for translation. Only ui, options and main have any: lower
 * layers hand up codes and data.
 */

#include <libintl.h>

/* The translation of a whole sentence, for the locale that main set. */
#define _(msgid) gettext(msgid)
/* Marks a string in a table; whoever shows it says _() then. */
#define N_(msgid) msgid

#endif
