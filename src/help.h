#ifndef HELP_H
#define HELP_H

/* Writes the text of --help to standard output. */
void help_show(void);

#endif
