#ifndef TESTS_TOOLS_FOLD_RULES_H
#define TESTS_TOOLS_FOLD_RULES_H

/*
 * The rules of search folding by libunistring: slow and plain, where
 * text/fold is quick and has tables. For the generators of those tables only.
 *
 * The fold of a character: decompose (compatibility), fold case fully,
 * decompose again, apply the table, drop what is never searched; again until
 * nothing changes, so that folding twice is folding once.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <uninorm.h>

#define STRING_CPS_MAX 64

struct string {
	uint32_t cps[STRING_CPS_MAX];
	size_t count;
};

/* What CP folds to, alone. Ends the program if that does not settle. */
struct string fold_of(uint32_t cp);

/*
 * Whether CP is a mark that goes after a letter of Latin, Greek, Cyrillic,
 * Arabic or Hebrew, and whether it is such a letter.
 */
bool is_dropped_mark(uint32_t cp);
bool is_letter(uint32_t cp);

bool is_blank(uint32_t cp);
bool is_jamo(uint32_t cp);	/* conjoining */
bool is_mn_or_me(uint32_t cp);
bool has_script(uint32_t cp, const char *name);

void normalize(uninorm_t form, const uint32_t *cps, size_t count,
	struct string *out);

/* The Unicode version of libunistring. */
const char *unicode_version(void);

#endif
