#include <config.h>

#include <locale.h>

#include "base/buf.h"
#include "text/utf8.h"
#include "ui/command.h"
#include "ui/frame.h"
#include "ui/prompt.h"

#include "../check.h"

static const struct line_style visual = { .is_shaped = true };

/*
 * Presses what SCRIPT says: names of keys in <>, everything else is typed.
 * Returns the last event.
 */
static enum prompt_event
press(struct prompt *prompt, const char *script, unsigned modifiers)
{
	enum prompt_event event = PROMPT_NOTHING;

	while (*script != '\0') {
		struct key prefix, key = { KEY_CODE_CHAR, 0, 0 };

		if (*script == '<') {
			size_t nbytes = strcspn(++script, ">");

			CHECK(command_parse_key(script, nbytes, &prefix,
				&key));
			script += nbytes + 1;
		} else {
			script += utf8_next(script, &key.cp);
		}
		key.modifiers |= modifiers;
		event = prompt_key(prompt, &key);
	}
	return event;
}

static void
test_editing(void)
{
	static const struct {
		const char *script;
		const char *text;
		size_t cursor;
	} cases[] = {
		{ "abc", "abc", 3 },
		{ "abc<Left><Left>x", "axbc", 2 },
		{ "abc<Home><Delete>", "bc", 0 },
		{ "abc<^A><^D><End>d", "bcd", 3 },
		{ "abc<Backspace><Backspace>", "a", 1 },
		{ "<Backspace><Delete><Left><Right>", "", 0 },
		{ "one two three<^W>", "one two ", 8 },
		{ "one two  <^W>", "one ", 4 },
		{ "one two<Left><Left><Left><^U>", "two", 0 },
		{ "one two<Left><Left><Left><^K>", "one ", 4 },
		/* a Vietnamese letter as letter and two marks is one step */
		{ "xe\xCC\x82\xCC\x81y<Left><Left>|",
			"x|e\xCC\x82\xCC\x81y", 2 },
		{ "xe\xCC\x82\xCC\x81y<Left><Backspace>", "xy", 1 },
		/* a flag, and a family joined by ZWJ */
		{ "\xF0\x9F\x87\xBB\xF0\x9F\x87\xB3<Backspace>", "", 0 },
		{ "a\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7<Left>b",
			"ab\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7", 2 },
		/* Arabic with a shadda: left goes back in the text */
		{ "\xD9\x85\xD9\x85\xD9\x91\xD8\xAF<Left><Left><Backspace>",
			"\xD9\x85\xD9\x91\xD8\xAF", 0 },
		/* what the gate does not let through as it is */
		{ "a\xC2\x9B" "b\xEF\xBB\xBF", "a\xEF\xBF\xBD" "b", 5 },
	};

	check_case("editing by clusters, in the order of the text");
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct prompt prompt = { 0 };
		struct history history = { 0 };

		prompt_open(&prompt, "/", false, &history);
		press(&prompt, cases[i].script, 0);
		if (!CHECK_STR(prompt.text.at, cases[i].text)
				|| !CHECK_INT(prompt.cursor, cases[i].cursor))
			printf("#   case %zu\n", i);
		prompt_release(&prompt);
	}
}

static void
test_events(void)
{
	struct prompt prompt = { 0 };
	struct history history = { 0 };
	struct key enter = { KEY_CODE_ENTER, 0, KEY_PASTED };

	check_case("events: changed or not, accepted, cancelled");
	prompt_open(&prompt, "/", false, &history);
	CHECK_INT(press(&prompt, "a", 0), PROMPT_CHANGED);
	CHECK_INT(press(&prompt, "<Left>", 0), PROMPT_NOTHING);
	CHECK_INT(press(&prompt, "<Backspace>", 0), PROMPT_NOTHING);
	CHECK_INT(press(&prompt, "<Enter>", 0), PROMPT_ACCEPTED);
	CHECK(!prompt.is_open);
	CHECK_STR(prompt.text.at, "a");
	prompt_open(&prompt, "/", false, &history);
	CHECK_STR(prompt.text.at, "");
	CHECK_INT(press(&prompt, "b<Esc>", 0), PROMPT_CANCELLED);
	CHECK(!prompt.is_open);

	check_case("opened with a text: to refine, or to empty");
	prompt_open(&prompt, "/", false, &history);
	prompt_set_text(&prompt, "\xC4\x91\xC3\xA8n");
	CHECK_INT(prompt.cursor, 5);
	press(&prompt, " x", 0);
	CHECK_STR(prompt.text.at, "\xC4\x91\xC3\xA8n x");
	CHECK_INT(press(&prompt, "<^U>", 0), PROMPT_CHANGED);
	CHECK_STR(prompt.text.at, "");

	check_case("a paste is text, its line ends blanks");
	prompt_open(&prompt, "/", false, &history);
	press(&prompt, "one", KEY_PASTED);
	CHECK_INT(prompt_key(&prompt, &enter), PROMPT_CHANGED);
	press(&prompt, "two", KEY_PASTED);
	CHECK_STR(prompt.text.at, "one two");
	CHECK(prompt.is_open);

	check_case("it never grows over its limit");
	for (int i = 0; i < PROMPT_NBYTES_MAX; i++)
		press(&prompt, "\xE1\xBA\xBF", KEY_PASTED);
	CHECK(prompt.text.nbytes <= PROMPT_NBYTES_MAX);
	CHECK(prompt.text.nbytes > PROMPT_NBYTES_MAX - 3);
	prompt_release(&prompt);
}

static void
test_history(void)
{
	struct prompt prompt = { 0 };
	struct history history = { 0 };

	check_case("history: oldest to newest and back to what was typed");
	history_add(&history, "first");
	history_add(&history, "second");
	history_add(&history, "second");
	history_add(&history, "  ");
	CHECK_INT(history.count, 2);
	prompt_open(&prompt, "/", false, &history);
	press(&prompt, "dra<Up>", 0);
	CHECK_STR(prompt.text.at, "second");
	press(&prompt, "<Up>", 0);
	CHECK_STR(prompt.text.at, "first");
	CHECK_INT(press(&prompt, "<Up>", 0), PROMPT_NOTHING);
	press(&prompt, "<Down><Down>", 0);
	CHECK_STR(prompt.text.at, "dra");
	CHECK_INT(press(&prompt, "<Down>", 0), PROMPT_NOTHING);
	press(&prompt, "ft", 0);
	CHECK_STR(prompt.text.at, "draft");
	prompt_release(&prompt);
	history_release(&history);
}

static void
draw(struct prompt *prompt, struct frame *frame, struct buf *row, int cols)
{
	frame_resize(frame, 1, cols);
	prompt_draw(prompt, frame, 0, 0, cols, &visual);
	buf_reset(row);
	frame_add_row(frame, 0, row);
}

static void
test_drawing(void)
{
	struct prompt prompt = { 0 };
	struct history history = { 0 };
	struct frame frame;
	struct buf row = BUF_INIT;

	frame_init(&frame);
	check_case("drawn with the cursor behind the text, or in it");
	prompt_open(&prompt, "/", false, &history);
	press(&prompt, "b\xC3\xA1n", 0);
	draw(&prompt, &frame, &row, 20);
	CHECK_STR(row.at, "/b\xC3\xA1n");
	CHECK_INT(frame.cursor_col, 4);
	press(&prompt, "<Left><Left>", 0);
	draw(&prompt, &frame, &row, 20);
	CHECK_INT(frame.cursor_col, 2);

	check_case("from right to left, the cursor at its left end");
	press(&prompt, "<^E><^U>\xD8\xA8\xD8\xAA\xD8\xAB", 0);
	draw(&prompt, &frame, &row, 10);
	/* final theh, medial teh, initial beh */
	CHECK_STR(row.at, "      \xEF\xBA\x9A\xEF\xBA\x98\xEF\xBA\x91/");
	CHECK_INT(frame.cursor_col, 5);
	press(&prompt, "<Left>", 0);
	draw(&prompt, &frame, &row, 10);
	CHECK_INT(frame.cursor_col, 6);
	press(&prompt, "<Home>", 0);
	draw(&prompt, &frame, &row, 10);
	CHECK_INT(frame.cursor_col, 8);

	check_case("a long text scrolls so that the cursor shows");
	press(&prompt, "<End><^U>0123456789abcdef", 0);
	draw(&prompt, &frame, &row, 10);
	CHECK_STR(row.at, "/89abcdef");
	CHECK_INT(frame.cursor_col, 9);
	press(&prompt, "<Home>", 0);
	draw(&prompt, &frame, &row, 10);
	CHECK_STR(row.at, "/01234567");
	CHECK_INT(frame.cursor_col, 1);

	check_case("any width will do");
	for (int cols = 1; cols < 20; cols++) {
		draw(&prompt, &frame, &row, cols);
		CHECK(frame.cursor_col >= 0 && frame.cursor_col < cols);
	}

	check_case("empty, it starts where the interface does");
	prompt_open(&prompt, "/", true, &history);
	draw(&prompt, &frame, &row, 10);
	CHECK_STR(row.at, "         /");
	CHECK_INT(frame.cursor_col, 8);
	press(&prompt, "ab", 0);
	draw(&prompt, &frame, &row, 10);
	CHECK_STR(row.at, "/ab");
	prompt_release(&prompt);
	frame_release(&frame);
	buf_release(&row);
}

int
main(void)
{
	setlocale(LC_ALL, "");
	test_editing();
	test_events();
	test_history();
	test_drawing();
	return check_done();
}
