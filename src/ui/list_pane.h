#ifndef UI_LIST_PANE_H
#define UI_LIST_PANE_H

/*
 * The list of articles: one row each, one of them selected. The selection
 * and the place on the screen belong to an article, not to a row number: they
 * stay while the list fills, is sorted or filtered, and while copies come
 * together: a selected one is not folded away. Until a key was pressed it
 * stays at the top.
 */

#include <stdbool.h>
#include <stdint.h>

#include "layout/line.h"
#include "ui/pane.h"

struct archive;
struct find;
struct listing;
struct list_pane;
struct reading;

/* A place to come back to. */
struct list_place {
	uint32_t number;	/* the selected article */
	uint32_t row_on_screen;
	bool is_touched;
};

/* All is borrowed until list_pane_free. */
struct list_pane *list_pane_new(const struct archive *archive,
	struct listing *listing, const struct find *find,
	const struct reading *reading);
void list_pane_free(struct list_pane *list);
struct pane list_pane_pane(struct list_pane *list);

void list_pane_set_style(struct list_pane *list,
	const struct line_style *style);
/*
 * The reader answers to what the list shows: from now on the selection stays
 * on its article.
 */
void list_pane_touch(struct list_pane *list);
/* The listing changed. */
void list_pane_refresh(struct list_pane *list);

/* The selected row, *NUMBER its article; false: nothing is listed. */
bool list_pane_selected(const struct list_pane *list, uint32_t *row,
	uint32_t *number);
/* Selects ROW < listing_count(). */
void list_pane_select(struct list_pane *list, uint32_t row);
/*
 * Unfolds the copies of the selected article, or folds them, which selects the
 * row that stands for them; false: it has none.
 */
bool list_pane_fold(struct list_pane *list);
/* Selects article NUMBER, unfolding its copies; false: it is not listed. */
bool list_pane_show(struct list_pane *list, uint32_t number);
/* Selects the row that has PERCENT (0 to 100) of the others above it. */
void list_pane_go_percent(struct list_pane *list, int percent);

struct list_place list_pane_place(const struct list_pane *list);
void list_pane_return(struct list_pane *list, struct list_place place);

#endif
