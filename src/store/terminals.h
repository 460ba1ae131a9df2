#ifndef STORE_TERMINALS_H
#define STORE_TERMINALS_H

/*
 * What was learnt about terminals: which way right-to-left text reads right
 * in one, and how wide it makes what terminals disagree about. A small text
 * file, a line for each terminal and host that newspane is used from, newest
 * last; the oldest go when there are too many. The file may hold anything:
 * what makes no sense in it is passed over.
 */

#include <stdbool.h>
#include <stddef.h>

struct err;

/* The file is never larger, nor has it more lines. */
#define TERMINALS_NBYTES_MAX ((size_t)64 * 1024)
#define TERMINALS_MAX 200

/* Zero: nothing is known. */
struct terminal_facts {
	bool has_order;		/* the next four were chosen */
	bool is_logical;	/* it puts right-to-left text in order */
	bool is_shaped;		/* it is sent letters that are joined */
	bool has_embedding;	/* it wants RLE before such rows */
	bool has_brackets;	/* it wants them mirrored */
	bool has_widths;	/* the next two were measured */
	bool is_wide;		/* two columns for what is ambiguous */
	bool keeps_sequences;	/* one cell for an emoji of several */
};

/*
 * Fills FACTS with what the file PATH has of the terminal NAME (any bytes) on
 * HOST (any bytes); FACTS are zero where it has nothing or cannot be read. No
 * file is no mistake. Returns 0, or -1 and ERR: ERR_OPEN, ERR_READ, or
 * ERR_TERMINALS where a line of the file, or all of it, was passed over.
 */
int terminals_find(const char *path, const char *name, const char *host,
	struct terminal_facts *facts, struct err *err)
	__attribute__((warn_unused_result));

/*
 * Writes FACTS into the file, in place of what it had of that terminal, all
 * at once or not at all; makes the folders above it. What made no sense in it
 * goes. Returns 0, or -1 and ERR (ERR_WRITE).
 */
int terminals_keep(const char *path, const char *name, const char *host,
	const struct terminal_facts *facts, struct err *err)
	__attribute__((warn_unused_result));

#endif
