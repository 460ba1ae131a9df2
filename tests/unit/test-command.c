#include <config.h>

#include <string.h>

#include "base/buf.h"
#include "ui/command.h"
#include "ui/keyboard.h"

#include "../check.h"

static struct key
key_of(uint32_t cp)
{
	return (struct key){ KEY_CODE_CHAR, cp, 0 };
}

static void
test_table(void)
{
	static const enum command_context contexts[] = { COMMAND_IN_LIST,
		COMMAND_IN_READ, COMMAND_IN_SHEET };

	check_case("every command has a name, keys, help and a place");
	for (int i = COMMAND_NONE + 1; i < COMMAND_COUNT; i++) {
		const struct command_info *info = command_info((enum command)i);

		CHECK(info->name != NULL && *info->name != '\0');
		CHECK(info->keys != NULL && *info->keys != '\0');
		CHECK(info->help != NULL && *info->help != '\0');
		CHECK(info->contexts != 0);
		for (int j = COMMAND_NONE + 1; j < i; j++)
			CHECK(strcmp(command_info((enum command)j)->name,
				info->name) != 0);
	}

	check_case("every key of the table leads to its command");
	for (int i = COMMAND_NONE + 1; i < COMMAND_COUNT; i++) {
		const char *at = command_info((enum command)i)->keys;
		struct key prefix, key;
		size_t nbytes;

		for (; (nbytes = command_next_key(&at)) > 0; at += nbytes) {
			bool has_prefix;

			CHECK(command_parse_key(at, nbytes, &prefix, &key));
			has_prefix = prefix.code != KEY_CODE_NONE;
			for (int c = 0; c < 3; c++) {
				if ((command_info((enum command)i)->contexts
						& contexts[c]) == 0)
					continue;
				CHECK_INT(command_of_key(has_prefix ? &prefix
					: NULL, &key, contexts[c]), i);
				if (has_prefix)
					CHECK(command_is_prefix(&prefix,
						contexts[c]));
			}
		}
	}
}

static void
test_prefix(void)
{
	struct key z = key_of('z'), b = key_of('b'), q = key_of('q');
	struct key ctrl_d = { KEY_CODE_CHAR, 'd', KEY_CTRL };

	check_case("a prefix is no command, and its second key not the plain");
	CHECK_INT(command_of_key(NULL, &z, COMMAND_IN_LIST), COMMAND_NONE);
	CHECK_INT(command_of_key(&z, &b, COMMAND_IN_LIST), COMMAND_ORDER);
	CHECK_INT(command_of_key(NULL, &b, COMMAND_IN_LIST), COMMAND_PAGE_UP);
	CHECK_INT(command_of_key(&z, &q, COMMAND_IN_LIST), COMMAND_NONE);
	CHECK(!command_is_prefix(&b, COMMAND_IN_LIST));

	check_case("Ctrl makes another key");
	CHECK_INT(command_of_key(NULL, &ctrl_d, COMMAND_IN_READ),
		COMMAND_HALF_DOWN);

	check_case("a command is only where it can be given");
	CHECK_INT(command_of_key(NULL, &(struct key){ KEY_CODE_ENTER, 0, 0 },
		COMMAND_IN_LIST), COMMAND_READ);
	CHECK_INT(command_of_key(NULL, &(struct key){ KEY_CODE_ENTER, 0, 0 },
		COMMAND_IN_READ), COMMAND_FULL);
	CHECK_INT(command_of_key(NULL, &(struct key){ KEY_CODE_ENTER, 0, 0 },
		COMMAND_IN_SHEET), COMMAND_NONE);
}

static void
test_keyboard(void)
{
	static const struct {
		uint32_t typed;
		enum command command;
	} cases[] = {
		{ 0x062A, COMMAND_DOWN },	/* teh on J */
		{ 0x0646, COMMAND_UP },		/* noon on K */
		{ 0x0636, COMMAND_BACK },	/* dad on Q */
		{ 0x0649, COMMAND_MATCH_NEXT },	/* alef maksura on N */
		{ 0x0622, COMMAND_MATCH_PREVIOUS },	/* with Shift */
		{ 0x0638, COMMAND_SEARCH },	/* zah on the slash key */
		{ 0x061F, COMMAND_HELP },	/* question mark */
		{ 0xFEFB, COMMAND_PAGE_UP },	/* lam-alef on B */
		{ 0x062C, COMMAND_ARTICLE_PREVIOUS },	/* jeem on [ */
		{ 0x01A1, COMMAND_ARTICLE_NEXT },	/* o-horn on ] */
		{ 0x20AB, COMMAND_DETAILS },	/* dong on = */
		{ 0x066A, COMMAND_PERCENT },	/* Arabic percent sign */
		{ 0x4E2D, COMMAND_NONE },
	};
	/* The letters on J E D H C A T, after the one on Z. */
	static const struct {
		uint32_t typed;
		enum command command;
	} looks[] = {
		{ 0x062A, COMMAND_JUSTIFY }, { 0x062B, COMMAND_EVEN },
		{ 0x064A, COMMAND_DIGITS }, { 0x06CC, COMMAND_DIGITS },
		{ 0x0627, COMMAND_HARAKAT }, { 0x0624, COMMAND_CONTROLS },
		{ 0x0634, COMMAND_AMBIGUOUS }, { 0x0641, COMMAND_CALIBRATE },
		{ 0x0633, COMMAND_SHAPE },
	};
	struct key zain = key_of(0x0626), beh = key_of(0xFEFB);

	check_case("commands under an Arabic and a Vietnamese layout");
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct key key = key_of(cases[i].typed);

		if (!CHECK_INT(command_of_key(NULL, &key, COMMAND_IN_LIST),
				cases[i].command))
			printf("#   U+%04X\n", (unsigned)cases[i].typed);
	}
	CHECK(command_is_prefix(&zain, COMMAND_IN_LIST));
	CHECK_INT(command_of_key(&zain, &beh, COMMAND_IN_LIST),
		COMMAND_ORDER);
	for (size_t i = 0; i < sizeof(looks) / sizeof(*looks); i++) {
		struct key key = key_of(looks[i].typed);

		CHECK_INT(command_of_key(&zain, &key, COMMAND_IN_LIST),
			looks[i].command);
	}
	CHECK_INT(keyboard_latin_pair(0x0644, 0x0627), 'b');
	CHECK_INT(keyboard_latin_pair(0x0627, 0x0644), 0);
}

static void
test_digits(void)
{
	/* Arabic, Persian, and where the digits are on a Vietnamese one. */
	static const uint32_t digits[][10] = {
		{ 0x0660, 0x0661, 0x0662, 0x0663, 0x0664, 0x0665, 0x0666,
			0x0667, 0x0668, 0x0669 },
		{ 0x06F0, 0x06F1, 0x06F2, 0x06F3, 0x06F4, 0x06F5, 0x06F6,
			0x06F7, 0x06F8, 0x06F9 },
		{ 0x0111, 0x0103, 0x00E2, 0x00EA, 0x00F4, 0x0300, 0x0309,
			0x0303, 0x0301, 0x0323 },
	};

	check_case("digits of other keyboards");
	for (size_t i = 0; i < sizeof(digits) / sizeof(*digits); i++)
		for (uint32_t digit = 0; digit < 10; digit++)
			CHECK_INT(keyboard_latin(digits[i][digit]),
				'0' + digit);
	CHECK_INT(keyboard_latin(0x065F), 0);
	CHECK_INT(keyboard_latin(0x06FA), 0);
	CHECK_INT(keyboard_latin('5'), 0);
}

static void
test_names(void)
{
	struct key prefix, key;
	struct buf keys = BUF_INIT;

	check_case("key names");
	CHECK(command_parse_key("PageDown", 8, &prefix, &key));
	CHECK_INT(key.code, KEY_CODE_PAGE_DOWN);
	CHECK(command_parse_key("Space", 5, &prefix, &key));
	CHECK_INT(key.cp, ' ');
	CHECK(command_parse_key("^", 1, &prefix, &key));
	CHECK_INT(key.cp, '^');
	CHECK(!command_parse_key("Nowhere", 7, &prefix, &key));
	command_add_keys(COMMAND_PAGE_DOWN, &keys);
	CHECK_STR(keys.at, "Space PageDown");
	buf_release(&keys);
}

int
main(void)
{
	test_table();
	test_prefix();
	test_keyboard();
	test_digits();
	test_names();
	return check_done();
}
