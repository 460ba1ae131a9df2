#ifndef UI_COMMAND_H
#define UI_COMMAND_H

/*
 * Everything that can be asked of the reader, in ONE table: id, name, default
 * keys, help text, group, and where it can be given. The key dispatch, the
 * help screen and the check of the manual page are made from it.
 */

#include <stdbool.h>

#include "ui/input.h"

struct buf;

enum command {
	COMMAND_NONE,
	COMMAND_DOWN, COMMAND_UP,
	COMMAND_PAGE_DOWN, COMMAND_PAGE_UP,
	COMMAND_HALF_DOWN, COMMAND_HALF_UP,
	COMMAND_TOP, COMMAND_BOTTOM, COMMAND_PERCENT,
	COMMAND_PARAGRAPH_NEXT, COMMAND_PARAGRAPH_PREVIOUS,
	COMMAND_ARTICLE_NEXT, COMMAND_ARTICLE_PREVIOUS,
	COMMAND_READ, COMMAND_FULL, COMMAND_SWITCH,
	COMMAND_BACK, COMMAND_CANCEL,
	COMMAND_SEARCH, COMMAND_MATCH_NEXT, COMMAND_MATCH_PREVIOUS,
	COMMAND_FILTER, COMMAND_SORT,
	COMMAND_STAR, COMMAND_UNREAD, COMMAND_MARK, COMMAND_GO_MARK,
	COMMAND_NARROWER, COMMAND_WIDER, COMMAND_RAW, COMMAND_FOLD,
	COMMAND_JUSTIFY, COMMAND_EVEN,
	COMMAND_DIGITS, COMMAND_HARAKAT, COMMAND_CONTROLS,
	COMMAND_ORDER, COMMAND_SHAPE, COMMAND_AMBIGUOUS, COMMAND_CALIBRATE,
	COMMAND_RELOAD,
	COMMAND_DETAILS, COMMAND_PROBLEMS, COMMAND_HELP,
	COMMAND_REPAINT, COMMAND_SUSPEND,
	COMMAND_COUNT
};

/* Where the keys go to. */
enum command_context {
	COMMAND_IN_LIST = 1 << 0,
	COMMAND_IN_READ = 1 << 1,
	COMMAND_IN_SHEET = 1 << 2,	/* help and the like */
};

enum command_group {
	COMMAND_GROUP_MOVE,
	COMMAND_GROUP_READ,
	COMMAND_GROUP_FIND,
	COMMAND_GROUP_KEEP,
	COMMAND_GROUP_LOOK,
	COMMAND_GROUP_OTHER,
	COMMAND_GROUP_COUNT
};

struct command_info {
	const char *name;	/* never translated */
	/*
	 * Separated by one blank. A printable ASCII character is itself, ^X
	 * is Ctrl and that letter, two characters are a prefix key and the
	 * key after it, the rest are names ("PageDown").
	 */
	const char *keys;
	const char *help;	/* to be translated by whoever shows it */
	enum command_group group;
	unsigned contexts;	/* set of enum command_context */
};

/* COMMAND is not COMMAND_NONE. */
const struct command_info *command_info(enum command command);
/* What heads a group in the help screen, translated. */
const char *command_group_title(enum command_group group);

/*
 * What KEY means in CONTEXT after PREFIX (NULL: none was pressed).
 * COMMAND_NONE where it means nothing. A character that is no command is
 * taken for the key at its place on a US keyboard.
 */
enum command command_of_key(const struct key *prefix, const struct key *key,
	enum command_context context);
/* Whether a second key must follow KEY. */
bool command_is_prefix(const struct key *key, enum command_context context);

/*
 * The key with the NAME of NBYTES bytes, as the table writes it; PREFIX is
 * filled too, its code KEY_CODE_NONE where there is none. False: no such key.
 */
bool command_parse_key(const char *name, size_t nbytes, struct key *prefix,
	struct key *key);
/* The next key name in KEYS from *AT on; its length, 0 at the end. */
size_t command_next_key(const char **at);
/*
 * Appends the names of the command's keys for people to read, translated,
 * separated by blanks.
 */
void command_add_keys(enum command command, struct buf *out);

#endif
