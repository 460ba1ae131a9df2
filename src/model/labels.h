#ifndef MODEL_LABELS_H
#define MODEL_LABELS_H

/*
 * The words by which articles mark their parts ("Nguồn:", "Ảnh:", "By",
 * "المصدر:"), read from tables that the layer above hands over as bytes
 * (data/labels and the user's own): one "ROLE LANGUAGE LABEL" a line, # begins
 * a comment. The file's own head says what the roles are.
 */

#include <stddef.h>

struct labels;

/*
 * The table in the NBYTES bytes at TABLE, which are copied. Lines that make
 * no sense are passed over; *BAD_LINE is the first one's number from 1, or 0.
 */
struct labels *labels_new(const char *table, size_t nbytes, int *bad_line);
/*
 * Adds those of another table. Not once anybody else looks labels up: that is
 * done without a lock.
 */
void labels_extend(struct labels *labels, const char *table, size_t nbytes,
	int *bad_line);
void labels_free(struct labels *labels);

#endif
