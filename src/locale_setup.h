#ifndef LOCALE_SETUP_H
#define LOCALE_SETUP_H

#include <stdbool.h>

/*
 * Sets a UTF-8 locale and the message catalogue. In the C or POSIX locale, or
 * in one that this machine lacks (both common over SSH), C.UTF-8 takes its
 * place and LANGUAGE, if unset, the language from the name. False: the locale
 * is another that is not UTF-8; messages are set up all the same.
 */
bool locale_setup(void);

/* The name of the locale that the environment asks for. */
const char *locale_wanted(void);

#endif
