#ifndef TESTS_FUZZ_INVARIANTS_H
#define TESTS_FUZZ_INVARIANTS_H

/*
 * What holds for every paragraph, however it is cut into rows, and for every
 * line made of it. The functions return if it does; else an assertion ends
 * the program. Texts have at most FUZZ_NBYTES_MAX bytes.
 */

#include "layout/fill.h"
#include "layout/paragraph.h"

/* What is sent to a terminal: widths and characters are those it expects. */
void check_cell(const struct cell *cell, const struct line_style *style);

/* The cells are the bytes SOURCE, each once and in order. */
void check_paragraph(const struct paragraph *paragraph, struct span source,
	const struct line_style *style);

/*
 * The rows are the cells, in order and cut between clusters; none is wider
 * than COLS that is more than one cluster; cut again they stay as they are.
 */
void check_rows(const struct wrap_units *units, const struct row_vec *rows,
	int cols);

/* The end of row ROW. */
size_t row_end(const struct row_vec *rows, size_t row, size_t ncells);

/* The columns of the cells FIRST to END. */
int cols_of_cells(const struct wrap_units *units, size_t first, size_t end);

/*
 * LINE was made of the cells FIRST to END with EXTRA: it shows each of them
 * once, in an order in which clusters stay together.
 */
void check_line(const struct line *line, const struct paragraph *paragraph,
	size_t first, size_t end, const struct line_extra *extra,
	const struct line_style *style);

#endif
