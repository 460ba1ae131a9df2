#ifndef UI_HELP_H
#define UI_HELP_H

/* The help screen, made from the command table. */

struct sheet;

/* Opens SHEET with all commands and a line to test the terminal's order. */
void help_open(struct sheet *sheet);

#endif
