#ifndef MODEL_DATE_READER_H
#define MODEL_DATE_READER_H

/*
 * A place in folded text (text/fold), and the small steps by which dates are
 * read from there on. A step that fails leaves the place where it was.
 */

#include <stdbool.h>
#include <stddef.h>

struct reader {
	const char *at, *end;
};

bool reader_at_digit(const struct reader *r);
/* A letter of any script; U+00B7 and other signs are none. */
bool reader_at_letter(const struct reader *r);

/* Passes over blanks; whether there were any. */
bool reader_blanks(struct reader *r);
/* These bytes. */
bool reader_bytes(struct reader *r, const char *bytes);
/* One byte of ANY. */
bool reader_byte(struct reader *r, const char *any);
/* These bytes where no word, or number, goes on behind them. */
bool reader_word(struct reader *r, const char *word);
/* A comma, also an Arabic one. */
bool reader_comma(struct reader *r);
/* A number of MIN to MAX digits, all there are. */
bool reader_number(struct reader *r, int min, int max, int *number);
/* The same from LEAST to MOST. */
bool reader_number_in(struct reader *r, int least, int most, int *number);

#endif
