#ifndef UI_SHEET_H
#define UI_SHEET_H

/*
 * A sheet over the panes: headings and rows of a short term and a text that
 * wraps beside it, scrolled as a whole. Help, details and problems are
 * sheets; who opens one fills it.
 */

#include <stdbool.h>
#include <stddef.h>

#include "layout/line.h"
#include "ui/pane.h"

struct sheet;

struct sheet *sheet_new(void);
void sheet_free(struct sheet *sheet);
struct pane sheet_pane(struct sheet *sheet);

void sheet_set_style(struct sheet *sheet, const struct line_style *style);
/* Opens it empty. */
void sheet_open(struct sheet *sheet);
void sheet_close(struct sheet *sheet);
bool sheet_is_open(const struct sheet *sheet);
/* How much of it is above the last row shown; -1: all is on the screen. */
int sheet_percent(struct sheet *sheet);

/* Each string is clean and copied; line ends count as blanks. */
void sheet_add_heading(struct sheet *sheet, const char *heading);
void sheet_add_row(struct sheet *sheet, const char *term, const char *text,
	size_t text_nbytes);

#endif
