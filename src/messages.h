#ifndef MESSAGES_H
#define MESSAGES_H

/*
 * What newspane says outside its screen: usage, help, and one line for each
 * thing that went wrong. On a terminal everything goes through the layout
 * engine, so an Arabic line reads right there, too; elsewhere it is logical.
 */

#include <stdint.h>
#include <stdio.h>

#include "layout/line.h"
#include "layout/role.h"

struct buf;
struct err;

/*
 * How text goes to FILE: visual on a terminal, unless NEWSPANE_ORDER says that
 * it orders text itself; else logical.
 */
struct line_style message_style(FILE *file);

/* Writes clean TEXT in the order that FILE wants, without a line end. */
void message_put(FILE *file, const char *text);

/* Appends the translated sentence for ERR, safe to show, without line end. */
void message_add_err(const struct err *err, struct buf *out);

/* Appends what is said of COUNT paragraphs of ROLE that are folded away. */
void message_add_fold(enum role role, uint32_t count, struct buf *out);

/* "newspane: " and the formatted sentence as one line on standard error. */
void complain(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* The same for ERR. */
void complain_err(const struct err *err);

#endif
