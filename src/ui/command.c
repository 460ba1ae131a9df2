#include <config.h>

#include "ui/command.h"

#include <assert.h>
#include <string.h>

#include "base/buf.h"
#include "base/i18n.h"
#include "ui/keyboard.h"

#define IN_PANES (COMMAND_IN_LIST | COMMAND_IN_READ)
#define ANYWHERE (IN_PANES | COMMAND_IN_SHEET)

static const struct command_info commands[COMMAND_COUNT] = {
	[COMMAND_DOWN] = { "down", "j Down",
		N_("One row down"), COMMAND_GROUP_MOVE, ANYWHERE },
	[COMMAND_UP] = { "up", "k Up",
		N_("One row up"), COMMAND_GROUP_MOVE, ANYWHERE },
	[COMMAND_PAGE_DOWN] = { "page-down", "Space PageDown",
		N_("One page down"), COMMAND_GROUP_MOVE, ANYWHERE },
	[COMMAND_PAGE_UP] = { "page-up", "b PageUp",
		N_("One page up"), COMMAND_GROUP_MOVE, ANYWHERE },
	[COMMAND_HALF_DOWN] = { "half-page-down", "^D",
		N_("Half a page down"), COMMAND_GROUP_MOVE, ANYWHERE },
	[COMMAND_HALF_UP] = { "half-page-up", "^U",
		N_("Half a page up"), COMMAND_GROUP_MOVE, ANYWHERE },
	[COMMAND_TOP] = { "top", "gg Home",
		N_("To the top"), COMMAND_GROUP_MOVE, ANYWHERE },
	[COMMAND_BOTTOM] = { "bottom", "G End",
		N_("To the bottom"), COMMAND_GROUP_MOVE, ANYWHERE },
	[COMMAND_PERCENT] = { "percent", "%",
		N_("To the percentage that was typed before it"),
		COMMAND_GROUP_MOVE, IN_PANES },
	[COMMAND_PARAGRAPH_NEXT] = { "next-paragraph", "}",
		N_("To the next paragraph"),
		COMMAND_GROUP_MOVE, COMMAND_IN_READ },
	[COMMAND_PARAGRAPH_PREVIOUS] = { "previous-paragraph", "{",
		N_("To the previous paragraph"),
		COMMAND_GROUP_MOVE, COMMAND_IN_READ },
	[COMMAND_ARTICLE_NEXT] = { "next-article", "]",
		N_("To the next article"), COMMAND_GROUP_MOVE, IN_PANES },
	[COMMAND_ARTICLE_PREVIOUS] = { "previous-article", "[",
		N_("To the previous article"), COMMAND_GROUP_MOVE, IN_PANES },
	[COMMAND_READ] = { "read", "Enter",
		N_("In the list: read the article"),
		COMMAND_GROUP_READ, COMMAND_IN_LIST },
	[COMMAND_FULL] = { "full-screen", "Enter",
		N_("In the article: use the whole screen, or not"),
		COMMAND_GROUP_READ, COMMAND_IN_READ },
	[COMMAND_SWITCH] = { "switch-pane", "Tab Backtab",
		N_("To the other pane"), COMMAND_GROUP_READ, IN_PANES },
	[COMMAND_BACK] = { "back", "q",
		N_("One step back; from the list: quit"),
		COMMAND_GROUP_READ, ANYWHERE },
	[COMMAND_CANCEL] = { "cancel", "Esc",
		N_("Take away this help, the search or the filter"),
		COMMAND_GROUP_READ, ANYWHERE },
	[COMMAND_SEARCH] = { "search", "/",
		N_("Search as you type; accents may be left out, "
			"\"quotes\" keep words together"),
		COMMAND_GROUP_FIND, IN_PANES },
	[COMMAND_MATCH_NEXT] = { "next-match", "n",
		N_("To the next match, through all articles"),
		COMMAND_GROUP_FIND, IN_PANES },
	[COMMAND_MATCH_PREVIOUS] = { "previous-match", "N",
		N_("To the previous match, through all articles"),
		COMMAND_GROUP_FIND, IN_PANES },
	[COMMAND_FILTER] = { "filter", "f",
		N_("List only articles that match; an empty line lists all"),
		COMMAND_GROUP_FIND, IN_PANES },
	[COMMAND_SORT] = { "sort", "o",
		N_("Sort in another way: date, path, title, language"),
		COMMAND_GROUP_FIND, IN_PANES },
	[COMMAND_STAR] = { "star", "s",
		N_("Give the article a star, or take it away"),
		COMMAND_GROUP_KEEP, IN_PANES },
	[COMMAND_UNREAD] = { "unread", "u",
		N_("Mark the article as unread, or as read"),
		COMMAND_GROUP_KEEP, IN_PANES },
	[COMMAND_MARK] = { "mark", "m",
		N_("Mark this place with the letter typed next"),
		COMMAND_GROUP_KEEP, IN_PANES },
	[COMMAND_GO_MARK] = { "go-to-mark", "'",
		N_("To the place marked with the letter typed next"),
		COMMAND_GROUP_KEEP, IN_PANES },
	[COMMAND_NARROWER] = { "narrower", "<",
		N_("Narrower text column"), COMMAND_GROUP_LOOK, IN_PANES },
	[COMMAND_WIDER] = { "wider", ">",
		N_("Wider text column"), COMMAND_GROUP_LOOK, IN_PANES },
	[COMMAND_RAW] = { "raw", "v",
		N_("The text as it is stored, or laid out"),
		COMMAND_GROUP_LOOK, IN_PANES },
	[COMMAND_FOLD] = { "fold", "x",
		N_("Copies, or repeated paragraphs, folded away or shown"),
		COMMAND_GROUP_LOOK, IN_PANES },
	[COMMAND_JUSTIFY] = { "justify", "zj",
		N_("Lines filled to the measure, or not"),
		COMMAND_GROUP_LOOK, ANYWHERE },
	[COMMAND_EVEN] = { "even-lines", "ze",
		N_("Lines as even as they come, or each as full as it can be"),
		COMMAND_GROUP_LOOK, ANYWHERE },
	[COMMAND_DIGITS] = { "digits", "zd",
		N_("Digits as written, European, Arabic or Persian"),
		COMMAND_GROUP_LOOK, ANYWHERE },
	[COMMAND_HARAKAT] = { "harakat", "zh",
		N_("Arabic vowel marks shown or hidden"),
		COMMAND_GROUP_LOOK, ANYWHERE },
	[COMMAND_CONTROLS] = { "show-controls", "zc",
		N_("Controls of text direction as visible marks, or not"),
		COMMAND_GROUP_LOOK, ANYWHERE },
	[COMMAND_ORDER] = { "order", "zb",
		N_("Who puts right-to-left text in order"),
		COMMAND_GROUP_LOOK, ANYWHERE },
	[COMMAND_SHAPE] = { "shape", "zs",
		N_("Who joins Arabic letters"),
		COMMAND_GROUP_LOOK, ANYWHERE },
	[COMMAND_AMBIGUOUS] = { "ambiguous", "za",
		N_("Characters of ambiguous width narrow or wide"),
		COMMAND_GROUP_LOOK, ANYWHERE },
	[COMMAND_CALIBRATE] = { "calibrate", "zt",
		N_("Find out how this terminal shows right-to-left text"),
		COMMAND_GROUP_LOOK, ANYWHERE },
	[COMMAND_DETAILS] = { "details", "=",
		N_("What is known about the article"),
		COMMAND_GROUP_OTHER, ANYWHERE },
	[COMMAND_RELOAD] = { "reload", "r",
		N_("Look at the files again, and read what has changed"),
		COMMAND_GROUP_OTHER, ANYWHERE },
	[COMMAND_PROBLEMS] = { "problems", "!",
		N_("What could not be read"), COMMAND_GROUP_OTHER, ANYWHERE },
	[COMMAND_HELP] = { "help", "? F1",
		N_("This help"), COMMAND_GROUP_OTHER, ANYWHERE },
	[COMMAND_REPAINT] = { "repaint", "^L",
		N_("Paint the screen again"), COMMAND_GROUP_OTHER, ANYWHERE },
	[COMMAND_SUSPEND] = { "suspend", "^Z",
		N_("Stop newspane; the shell's fg brings it back"),
		COMMAND_GROUP_OTHER, ANYWHERE },
};

static const char *const group_titles[COMMAND_GROUP_COUNT] = {
	[COMMAND_GROUP_MOVE] = N_("Moving"),
	[COMMAND_GROUP_READ] = N_("Reading"),
	[COMMAND_GROUP_FIND] = N_("Finding"),
	[COMMAND_GROUP_KEEP] = N_("Keeping"),
	[COMMAND_GROUP_LOOK] = N_("Looks"),
	[COMMAND_GROUP_OTHER] = N_("And also"),
};

static const struct {
	const char *name;
	enum key_code code;
} key_names[] = {
	/* TRANSLATORS: names of keys, as they are printed on keyboards. */
	{ N_("Up"), KEY_CODE_UP },
	{ N_("Down"), KEY_CODE_DOWN },
	{ N_("Left"), KEY_CODE_LEFT },
	{ N_("Right"), KEY_CODE_RIGHT },
	{ N_("Home"), KEY_CODE_HOME },
	{ N_("End"), KEY_CODE_END },
	{ N_("PageUp"), KEY_CODE_PAGE_UP },
	{ N_("PageDown"), KEY_CODE_PAGE_DOWN },
	{ N_("Insert"), KEY_CODE_INSERT },
	{ N_("Delete"), KEY_CODE_DELETE },
	{ N_("Backspace"), KEY_CODE_BACKSPACE },
	{ N_("Tab"), KEY_CODE_TAB },
	{ N_("Backtab"), KEY_CODE_BACKTAB },
	{ N_("Enter"), KEY_CODE_ENTER },
	{ N_("Esc"), KEY_CODE_ESCAPE },
	{ "F1", KEY_CODE_F1 },
	{ N_("Space"), KEY_CODE_CHAR },
};

#define KEY_NAMES_COUNT (sizeof(key_names) / sizeof(*key_names))

/* The index in key_names, or KEY_NAMES_COUNT. */
static size_t
name_find(const char *name, size_t nbytes)
{
	size_t i;

	for (i = 0; i < KEY_NAMES_COUNT; i++)
		if (strlen(key_names[i].name) == nbytes
				&& memcmp(key_names[i].name, name, nbytes) == 0)
			break;
	return i;
}

static struct key
char_key(char c, unsigned modifiers)
{
	return (struct key){ KEY_CODE_CHAR, (unsigned char)c, modifiers };
}

static bool
key_equals(const struct key *a, const struct key *b)
{
	return a->code == b->code && a->modifiers == b->modifiers
		&& (a->code != KEY_CODE_CHAR || a->cp == b->cp);
}

const struct command_info *
command_info(enum command command)
{
	assert(command > COMMAND_NONE && command < COMMAND_COUNT);
	return &commands[command];
}

const char *
command_group_title(enum command_group group)
{
	assert(group < COMMAND_GROUP_COUNT);
	return _(group_titles[group]);
}

size_t
command_next_key(const char **at)
{
	*at += strspn(*at, " ");
	return strcspn(*at, " ");
}

bool
command_parse_key(const char *name, size_t nbytes, struct key *prefix,
	struct key *key)
{
	size_t i = name_find(name, nbytes);

	*prefix = (struct key){ 0 };
	if (i < KEY_NAMES_COUNT) {
		*key = (struct key){ key_names[i].code, 0, 0 };
		if (key->code == KEY_CODE_CHAR)
			key->cp = ' ';
	} else if (nbytes == 2 && name[0] == '^') {
		*key = char_key(name[1] >= 'A' && name[1] <= 'Z'
			? (char)(name[1] - 'A' + 'a') : name[1], KEY_CTRL);
	} else if (nbytes == 2) {
		*prefix = char_key(name[0], 0);
		*key = char_key(name[1], 0);
	} else if (nbytes == 1) {
		*key = char_key(name[0], 0);
	} else {
		return false;
	}
	return true;
}

/* Whether one of the command's keys is PREFIX (NULL: none) and KEY. */
static bool
has_key(enum command command, const struct key *prefix, const struct key *key)
{
	const char *at = commands[command].keys;
	struct key want_prefix, want;
	size_t nbytes;

	for (; (nbytes = command_next_key(&at)) > 0; at += nbytes) {
		command_parse_key(at, nbytes, &want_prefix, &want);
		if (!key_equals(key, &want))
			continue;
		if (prefix == NULL ? want_prefix.code == KEY_CODE_NONE
				: key_equals(prefix, &want_prefix))
			return true;
	}
	return false;
}

/* KEY as it is called on a US keyboard; itself where it has no other name. */
static struct key
latin_key(const struct key *key)
{
	struct key latin = *key;
	uint32_t cp = key->code == KEY_CODE_CHAR ? keyboard_latin(key->cp) : 0;

	if (cp != 0)
		latin.cp = cp;
	return latin;
}

static enum command
find_command(const struct key *prefix, const struct key *key,
	enum command_context context)
{
	for (int i = COMMAND_NONE + 1; i < COMMAND_COUNT; i++)
		if ((commands[i].contexts & context) != 0
				&& has_key((enum command)i, prefix, key))
			return (enum command)i;
	return COMMAND_NONE;
}

enum command
command_of_key(const struct key *prefix, const struct key *key,
	enum command_context context)
{
	struct key latin = latin_key(key), latin_prefix;
	enum command command;

	if (prefix != NULL) {
		latin_prefix = latin_key(prefix);
		prefix = &latin_prefix;
	}
	command = find_command(prefix, key, context);
	if (command == COMMAND_NONE)
		command = find_command(prefix, &latin, context);
	return command;
}

bool
command_is_prefix(const struct key *key, enum command_context context)
{
	struct key latin = latin_key(key), want_prefix, want;

	for (int i = COMMAND_NONE + 1; i < COMMAND_COUNT; i++) {
		const char *at = commands[i].keys;
		size_t nbytes;

		if ((commands[i].contexts & context) == 0)
			continue;
		for (; (nbytes = command_next_key(&at)) > 0; at += nbytes) {
			command_parse_key(at, nbytes, &want_prefix, &want);
			if (key_equals(&latin, &want_prefix))
				return true;
		}
	}
	return false;
}

void
command_add_keys(enum command command, struct buf *out)
{
	const char *at = command_info(command)->keys;
	const char *separator = "";
	size_t nbytes;

	for (; (nbytes = command_next_key(&at)) > 0; at += nbytes) {
		size_t i = name_find(at, nbytes);

		buf_add_string(out, separator);
		if (i < KEY_NAMES_COUNT)
			buf_add_string(out, _(key_names[i].name));
		else
			buf_add(out, at, nbytes);
		separator = " ";
	}
}
