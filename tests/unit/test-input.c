#include <config.h>

#include "base/buf.h"
#include "ui/input.h"

#include "../check.h"

/* What came out, as words: keys "up", "C-a", "x"; replies "da1:1,2". */
static const char *const code_names[KEY_CODE_COUNT] = {
	"none", "char", "up", "down", "left", "right", "home", "end",
	"pageup", "pagedown", "insert", "delete", "backspace", "tab",
	"backtab", "enter", "escape", "f1", "f2", "f3", "f4", "f5", "f6",
	"f7", "f8", "f9", "f10", "f11", "f12",
};

static void
add_key(struct buf *out, const struct key *key)
{
	if (out->nbytes > 0)
		buf_add_byte(out, ' ');
	if (key->modifiers & KEY_PASTED)
		buf_add_string(out, "P-");
	if (key->modifiers & KEY_CTRL)
		buf_add_string(out, "C-");
	if (key->modifiers & KEY_ALT)
		buf_add_string(out, "A-");
	if (key->modifiers & KEY_SHIFT)
		buf_add_string(out, "S-");
	if (key->code != KEY_CODE_CHAR)
		buf_add_string(out, code_names[key->code]);
	else if (key->cp > ' ' && key->cp < 0x7f)
		buf_add_byte(out, (char)key->cp);
	else
		buf_add_format(out, "U+%04X", key->cp);
}

static void
add_reply(struct buf *out, const struct reply *reply)
{
	static const char *const names[] = { "decrpm", "xtversion", "da1",
		"da2", "cursor", "other" };

	if (out->nbytes > 0)
		buf_add_byte(out, ' ');
	buf_add_format(out, "%s:%s", names[reply->kind], reply->text);
	if (reply->kind == REPLY_DECRPM && reply->is_private)
		buf_add_byte(out, '?');
	for (int i = 0; i < reply->nnumbers; i++)
		buf_add_format(out, "%s%d", i > 0 ? "," : "",
			reply->numbers[i]);
}

static void
take(struct input *input, const char *bytes, size_t nbytes, struct buf *out)
{
	struct key key;
	struct reply reply;

	for (size_t i = 0; i < nbytes; i++) {
		switch (input_byte(input, (unsigned char)bytes[i], &key,
			&reply)) {
		case INPUT_KEY:
			add_key(out, &key);
			break;
		case INPUT_REPLY:
			add_reply(out, &reply);
			break;
		case INPUT_NOTHING:
			break;
		}
	}
}

static void
check_input(const char *bytes, size_t nbytes, const char *want)
{
	struct input *input = input_new();
	struct buf out = BUF_INIT;
	struct key key;

	take(input, bytes, nbytes, &out);
	if (input_timeout(input, &key) == INPUT_KEY)
		add_key(&out, &key);
	CHECK_STR(out.at, want);
	/* Whatever it was, the next key is a key (two close any sequence). */
	buf_reset(&out);
	take(input, "~\r", 2, &out);
	CHECK(out.nbytes >= 5
		&& strcmp(out.at + out.nbytes - 5, "enter") == 0);
	buf_release(&out);
	input_free(input);
}

static void
test_table(void)
{
	static const struct {
		const char *name, *bytes, *want;
	} table[] = {
		{ "letters", "aZ~ ", "a Z ~ U+0020" },
		{ "controls", "\001\032\034\037\r\n\t\010\177",
			"C-a C-z C-\\ C-_ enter enter tab backspace "
			"backspace" },
		{ "UTF-8", "\303\251\341\273\223\333\201\360\237\230\200",
			"U+00E9 U+1ED3 U+06C1 U+1F600" },
		{ "C1 and broken UTF-8 are dropped",
			"\302\233a\233b\303c\340\200\200d\355\240\200e"
			"\364\220\200\200f\300\200g", "a b c d e f g" },
		{ "CSI arrows", "\033[A\033[B\033[C\033[D",
			"up down right left" },
		{ "SS3 arrows", "\033OA\033OB\033OC\033OD",
			"up down right left" },
		{ "modified", "\033[1;5A\033[1;2C\033[1;3D\033[5;7~\033O5A",
			"C-up S-right A-left C-A-pageup C-up" },
		{ "Home and End",
			"\033[H\033[F\033OH\033OF\033[1~\033[4~\033[7~\033[8~",
			"home end home end home end home end" },
		{ "editing keys", "\033[2~\033[3~\033[5~\033[6~\033[Z",
			"insert delete pageup pagedown backtab" },
		{ "function keys", "\033OP\033OS\033[11~\033[15~\033[17~"
			"\033[21~\033[23~\033[24~\033[[A\033[[E\033[1;5P",
			"f1 f4 f1 f5 f6 f10 f11 f12 f1 f5 C-f1" },
		{ "keypad", "\033OM\033Oj\033Op\033Oy", "enter * 0 9" },
		{ "lone Escape", "\033", "escape" },
		{ "Escape twice", "\033\033", "escape escape" },
		{ "Escape and an arrow", "\033\033[A", "escape up" },
		{ "Alt", "\033x\033\303\251\033\r\033\001",
			"A-x A-U+00E9 A-enter C-A-a" },
		{ "xterm's other keys", "\033[27;5;105~\033[105;5u\033[27;1u",
			"C-i C-i escape" },
		{ "unknown sequences", "\033[99~a\033[?1;2;3xb\033[1!pc"
			"\033[Id\033[1;2;3;4;5;6;7;8;9;10;11Ae",
			"a other: b other: c d S-up e" },
		{ "huge numbers", "\033[99999999999999999999~a"
			"\033[1;99999999999999999999Ab\033[1114112ud",
			"a C-A-up b d" },
		{ "Alt-[ and then keys", "\033[\r\033[\003", "enter C-c" },
		{ "a sequence cut by another", "\033[1;\033[A\033O\033[B",
			"up down" },
		{ "DECRPM", "\033[8;1$y\033[?2026;2$y",
			"decrpm:8,1 decrpm:?2026,2" },
		{ "DA1 and DA2", "\033[?65;1;9c\033[>65;7006;1c\033[?6c",
			"da1:65,1,9 da2:65,7006,1 da1:6" },
		{ "XTVERSION", "\033P>|XTerm(379)\033\\",
			"xtversion:XTerm(379)" },
		{ "XTVERSION ended by BEL", "\033P>|foot\007x",
			"xtversion:foot x" },
		{ "strange strings", "\033]11;rgb:0/0/0\033\\a\033P1$r0m\033\\b"
			"\033_Gi=1;OK\033\\c", "other: a other: b other: c" },
		{ "a string cut short", "\033P>|abc\033[Ax\033]1\rx\033P1\030x",
			"up x enter x x" },
		{ "Alt-P, Alt-] and Alt-_ swallow nothing",
			"\033Pqj\033]jk\033_jk", "q j j k j k" },
		{ "paste", "\033[200~j\r\t\303\251\033[201~j",
			"P-j P-enter P-tab P-U+00E9 j" },
		{ "controls and keys in a paste are not text",
			"\033[200~a\001\033[A\033x\033[201~\001",
			"P-a P-x C-a" },
		{ "a paste without an end", "\033[200~a\033", "P-a escape" },
	};

	for (size_t i = 0; i < sizeof(table) / sizeof(*table); i++) {
		check_case(table[i].name);
		check_input(table[i].bytes, strlen(table[i].bytes),
			table[i].want);
	}
	check_case("NUL is Ctrl and the space bar");
	check_input("\0a", 2, "C-U+0020 a");
}

static void
test_long_string(void)
{
	struct input *input = input_new();
	struct buf out = BUF_INIT, bytes = BUF_INIT;

	check_case("a string that does not end gives the keys back");
	buf_add_string(&bytes, "\033P>|");
	for (int i = 0; i < 1100; i++)
		buf_add_byte(&bytes, '0' + i % 10);
	buf_add_byte(&bytes, 'q');
	take(input, bytes.at, bytes.nbytes, &out);
	CHECK(out.nbytes > 0 && out.at[out.nbytes - 1] == 'q');

	check_case("a long version is cut");
	buf_reset(&bytes);
	buf_reset(&out);
	buf_add_string(&bytes, "\033P>|");
	for (int i = 0; i < 200; i++)
		buf_add_byte(&bytes, 'v');
	buf_add_string(&bytes, "\033\\");
	take(input, bytes.at, bytes.nbytes, &out);
	CHECK(out.nbytes > 20 && out.nbytes < REPLY_TEXT_MAX + 12);
	buf_release(&bytes);
	buf_release(&out);
	input_free(input);
}

static void
test_waiting(void)
{
	struct input *input = input_new();
	struct buf out = BUF_INIT;
	struct key key;

	check_case("only a lone ESC is waited for");
	take(input, "\033", 1, &out);
	CHECK(input_is_waiting(input));
	take(input, "[", 1, &out);
	CHECK(!input_is_waiting(input));
	CHECK_INT(input_timeout(input, &key), INPUT_NOTHING);
	take(input, "8;1$", 4, &out);
	CHECK(!input_is_waiting(input));
	take(input, "y\033P>|V", 6, &out);
	CHECK(!input_is_waiting(input));
	take(input, "TE\033\\", 4, &out);
	CHECK_STR(out.at, "decrpm:8,1 xtversion:VTE");
	buf_release(&out);
	input_free(input);
}

#define ANSWERS "\033P>|Konsole 22.12.3\033\\\033[8;2$y\033[>1;115;0c" \
	"\033[?62;22c"
#define ANSWERS_READ "xtversion:Konsole 22.12.3 decrpm:8,2 da2:1,115,0 " \
	"da1:62,22"

/* BYTES with a long pause before byte AT. */
static void
take_split(struct input *input, const char *bytes, size_t at,
	struct buf *out)
{
	struct key key;

	take(input, bytes, at, out);
	if (input_timeout(input, &key) == INPUT_KEY)
		add_key(out, &key);
	take(input, bytes + at, strlen(bytes + at), out);
}

/* An ESC that came alone was taken for the key; nothing else is lost. */
static void
test_split_replies(void)
{
	static const char answers[] = ANSWERS;
	struct input *input = input_new();
	struct buf out = BUF_INIT;

	check_case("answers with a pause at any byte");
	input_expect_replies(input, true);
	for (size_t at = 0; at < sizeof(answers); at++) {
		static const char escape[] = "escape ";
		char *found;

		buf_reset(&out);
		take_split(input, answers, at, &out);
		found = strstr(out.at, escape);
		if (found != NULL)
			buf_splice(&out, (size_t)(found - out.at),
				sizeof(escape) - 1, NULL, 0);
		CHECK((found != NULL) == (at > 0
			&& answers[at - 1] == '\033' && answers[at] != '\\'));
		CHECK_STR(out.at, ANSWERS_READ);
	}

	check_case("keys between them");
	buf_reset(&out);
	take_split(input, "j\033[8;1$yk\033[A\033[?1;2cl", 0, &out);
	CHECK_STR(out.at, "j decrpm:8,1 k up da1:1,2 l");

	check_case("an Escape and keys that are like the start of an answer");
	buf_reset(&out);
	take_split(input, "\033jP[[k", 1, &out);
	CHECK_STR(out.at, "escape j P [ [ k");
	buf_reset(&out);
	take_split(input, "\033[jk", 1, &out);
	CHECK_STR(out.at, "escape j k");
	buf_reset(&out);
	take_split(input, "\033Pjk", 1, &out);
	CHECK_STR(out.at, "escape j k");

	check_case("once the answers are in, they are keys");
	input_expect_replies(input, false);
	buf_reset(&out);
	take_split(input, "\033[8P>k", 1, &out);
	CHECK_STR(out.at, "escape [ 8 P > k");
	buf_release(&out);
	input_free(input);
}

static void
test_cursor(void)
{
	struct input *input = input_new();
	struct buf out = BUF_INIT;

	check_case("a place of the cursor is a key unless it was asked for");
	take_split(input, "\033[24;3Rj\033[R\033[1;2R", 0, &out);
	CHECK_STR(out.at, "A-f3 j f3 S-f3");
	buf_reset(&out);
	input_expect_cursor(input, true);
	take_split(input, "\033[24;3Rj\033[R\033[1;2R\033[2;1R", 0, &out);
	CHECK_STR(out.at, "cursor:24,3 j f3 S-f3 cursor:2,1");
	buf_reset(&out);
	input_expect_cursor(input, false);
	take_split(input, "\033[2;1R", 0, &out);
	CHECK_STR(out.at, "f3");
	buf_release(&out);
	input_free(input);
}

/* Any bytes at all: characters are scalar values, texts end. */
static void
test_noise(void)
{
	struct input *input = input_new();
	struct key key;
	struct reply reply;
	unsigned random = 7;
	static const char likely[] = "\033\033[]OP>|?;:$~\\012389cyu";

	check_case("noise gives keys that are characters");
	for (int i = 0; i < 300000; i++) {
		unsigned byte;

		input_expect_replies(input, i % 3 == 0);
		input_expect_cursor(input, i % 5 == 0);
		if (i % 7 == 0)
			input_timeout(input, &key);

		random = random * 1103515245 + 12345;
		byte = random >> 16 & 0xff;
		if (random & 1u << 28)
			byte = (unsigned char)likely[byte %
				(sizeof(likely) - 1)];
		if (input_byte(input, (unsigned char)byte, &key, &reply) !=
			INPUT_KEY)
			continue;
		if (key.code == KEY_CODE_CHAR && !CHECK(key.cp >= ' '
			&& key.cp <= 0x10ffff && (key.cp < 0x7f
			|| key.cp >= 0xa0) && (key.cp & 0x1ff800) != 0xd800))
			break;
		CHECK(key.code > KEY_CODE_NONE && key.code < KEY_CODE_COUNT);
	}
	input_free(input);
}

int
main(void)
{
	test_table();
	test_long_string();
	test_waiting();
	test_split_replies();
	test_cursor();
	test_noise();
	return check_done();
}
