#ifndef CLI_JSON_H
#define CLI_JSON_H

/*
 * Writing JSON (RFC 8259) into a buf. The writer puts the commas; names and
 * values come in the order of the calls. Strings are valid UTF-8 (clean), so
 * nothing but quotes, backslashes and controls is escaped.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct buf;

struct json {
	struct buf *out;	/* borrowed */
	bool needs_comma;
};

void json_init(struct json *json, struct buf *out);
/* OPENING is '{' or '['; NAME is NULL inside an array and at the top. */
void json_open(struct json *json, const char *name, char opening);
void json_close(struct json *json, char closing);
/* S may be NULL: null. */
void json_string(struct json *json, const char *name, const char *s,
	size_t nbytes);
void json_number(struct json *json, const char *name, uint64_t number);
/* NUMBER / 100, as short as it can be written. */
void json_hundredths(struct json *json, const char *name, unsigned number);

#endif
