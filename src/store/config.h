#ifndef STORE_CONFIG_H
#define STORE_CONFIG_H

/*
 * The config file: "name = value" a line, # begins a comment. This module
 * reads lines; what the names mean is src/options' affair.
 */

#include <stddef.h>

struct err;

/*
 * Called for each entry; NAME and VALUE are trimmed and NUL-terminated, valid
 * during the call. Returns 0, or -1 where the entry makes no sense.
 */
typedef int config_entry(void *context, const char *name, const char *value);

/*
 * Reads the file PATH; one that does not exist is empty. Returns 0; or -1 and
 * ERR: the file cannot be read, or "PATH:LINE" of the first line that ENTRY
 * refused or that is none (the others are still handed on).
 */
int config_read(const char *path, config_entry *entry, void *context,
	struct err *err) __attribute__((warn_unused_result));

#endif
