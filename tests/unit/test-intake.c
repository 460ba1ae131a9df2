#include <config.h>

#include <stdlib.h>

#include "text/clean.h"
#include "model/intake.h"

#include "../check.h"
#include "../random.h"

#define BYTES(s) (s), sizeof(s) - 1
#define VIETNAMESE "Giá gạo ở chợ đã tăng thêm một nghìn đồng trong tuần."
/* "Le préfet a dit que la ville était prête et que les écoles sont fermées." */
#define WESTERN "Le pr\xE9""fet a dit que la ville \xE9tait pr\xEAte et que " \
	"les \xE9""coles sont ferm\xE9""es."
#define WESTERN_UTF8 "Le préfet a dit que la ville était prête et que " \
	"les écoles sont fermées."
#define NULS10 "\0\0\0\0\0\0\0\0\0\0"

static const struct intake_case {
	const char *what, *in;
	size_t in_nbytes;
	const char *text;	/* NULL: none */
	enum encoding encoding;
	bool is_guessed;
	size_t nbad, nforeign, nleft_out, nnuls;
} cases[] = {
	{ "ASCII is UTF-8", BYTES("Plain."), "Plain.", ENCODING_UTF8, false,
		0, 0, 0, 0 },
	{ "nothing", BYTES(""), "", ENCODING_UTF8, false, 0, 0, 0, 0 },
	{ "UTF-8", BYTES(VIETNAMESE), VIETNAMESE, ENCODING_UTF8, false,
		0, 0, 0, 0 },
	{ "with its mark", BYTES("\xEF\xBB\xBF" VIETNAMESE), VIETNAMESE,
		ENCODING_UTF8, false, 0, 0, 0, 0 },
	{ "a mark in the text", BYTES(VIETNAMESE "\xEF\xBB\xBF\n"),
		VIETNAMESE "\n", ENCODING_UTF8, false, 0, 0, 0, 0 },
	{ "U+FFFD of old is no new loss", BYTES("gi\xEF\xBF\xBD\r\n"),
		"gi\uFFFD\n", ENCODING_UTF8, false, 0, 0, 0, 0 },
	{ "UTF-16 by its mark", BYTES("\xFF\xFE" "A\0\x1A\x01.\0"), "AĚ.",
		ENCODING_UTF16LE, false, 0, 0, 0, 0 },
	{ "half a character of it", BYTES("\xFE\xFF\0A\xD8\x3D\0B\0"),
		"A\uFFFDB\uFFFD", ENCODING_UTF16BE, false, 3, 0, 0, 0 },
	{ "another encoding", BYTES(WESTERN), WESTERN_UTF8,
		ENCODING_WINDOWS_1252, true, 0, 0, 0, 0 },
	{ "stray bytes in UTF-8", BYTES(VIETNAMESE "\xFF" VIETNAMESE "\xE9"),
		VIETNAMESE "\uFFFD" VIETNAMESE "\uFFFD", ENCODING_UTF8, false,
		2, 0, 0, 0 },
	{ "cut in the middle of a character", BYTES(VIETNAMESE "\xE1\xBA"),
		VIETNAMESE "\uFFFD", ENCODING_UTF8, false, 2, 0, 0, 0 },
	{ "no evidence", BYTES("caf\xE9 and \xFF."), "caf\uFFFD and \uFFFD.",
		ENCODING_UTF8, false, 2, 0, 0, 0 },
	{ "one line in another encoding",
		BYTES(VIETNAMESE "\n" WESTERN "\n" VIETNAMESE "\xFF\n"),
		VIETNAMESE "\n" WESTERN_UTF8 "\n" VIETNAMESE "\uFFFD\n",
		ENCODING_UTF8, false, 1, 5, 0, 0 },
	{ "one line in none", BYTES(VIETNAMESE "\nx\xFF\xFE\xE9\n"),
		VIETNAMESE "\nx\uFFFD\uFFFD\uFFFD\n", ENCODING_UTF8, false,
		3, 0, 0, 0 },
	{ "NULs are shown", BYTES(VIETNAMESE "\0" VIETNAMESE),
		VIETNAMESE "␀" VIETNAMESE, ENCODING_UTF8, false, 0, 0, 0, 1 },
	{ "an end that was lost", BYTES("Text." NULS10 NULS10), "Text.",
		ENCODING_UTF8, false, 0, 0, 20, 0 },
	{ "a hole", BYTES("Text." NULS10 "More."), "Text.\nMore.",
		ENCODING_UTF8, false, 0, 0, 10, 0 },
	{ "a beginning that was lost", BYTES(NULS10 "Text."), "Text.",
		ENCODING_UTF8, false, 0, 0, 10, 0 },
	{ "a hole in another encoding", BYTES(NULS10 WESTERN NULS10),
		WESTERN_UTF8, ENCODING_WINDOWS_1252, true, 0, 0, 20, 0 },
	{ "full of holes", BYTES("a" NULS10 "b" NULS10 "c" NULS10), NULL,
		ENCODING_UTF8, false, 0, 0, 0, 0 },
	{ "nothing but a hole", BYTES(NULS10 NULS10), NULL, ENCODING_UTF8,
		false, 0, 0, 0, 0 },
	{ "NULs everywhere", BYTES("a\0b\0c\0d\0\1\2\3\4"), NULL,
		ENCODING_UTF8, false, 0, 0, 0, 0 },
};

static void
test_intake_cases(void)
{
	struct intake intake;

	intake_init(&intake);
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		const struct intake_case *c = &cases[i];
		size_t nbytes = c->in_nbytes;
		const char *text = intake_take(&intake, c->in, &nbytes);

		check_case(c->what);
		if (c->text == NULL) {
			CHECK(text == NULL);
			CHECK(intake_is_hopeless(&intake, c->in,
				c->in_nbytes));
			continue;
		}
		if (!CHECK(text != NULL))
			continue;
		CHECK_BYTES(text, nbytes, c->text, strlen(c->text));
		CHECK_INT(intake.encoding, c->encoding);
		CHECK_INT(intake.is_guessed, c->is_guessed);
		CHECK_INT(intake.nbad, c->nbad);
		CHECK_INT(intake.nforeign, c->nforeign);
		CHECK_INT(intake.nleft_out, c->nleft_out);
		CHECK_INT(intake.nnuls, c->nnuls);
		if (nbytes > 0)
			CHECK(!intake_is_hopeless(&intake, c->in,
				c->in_nbytes));
	}
	intake_trim(&intake, 0);
	intake_release(&intake);
}

static void
test_intake_forced(void)
{
	static const struct {
		enum encoding forced;
		const char *in, *text;
		enum encoding encoding;
	} forced[] = {
		{ ENCODING_WINDOWS_1252, "\xE9", "é", ENCODING_WINDOWS_1252 },
		{ ENCODING_WINDOWS_1256, "\xC7\xE1", "ال",
			ENCODING_WINDOWS_1256 },
		{ ENCODING_UTF8, WESTERN, NULL, ENCODING_UTF8 },
		{ ENCODING_WINDOWS_1252, "é", "Ã©", ENCODING_WINDOWS_1252 },
		/* A mark is believed all the same. */
		{ ENCODING_WINDOWS_1252, "\xEF\xBB\xBFé", "é", ENCODING_UTF8 },
	};
	struct intake intake;

	check_case("an encoding that is given is not guessed");
	intake_init(&intake);
	intake.is_forced = true;
	for (size_t i = 0; i < sizeof(forced) / sizeof(*forced); i++) {
		size_t nbytes = strlen(forced[i].in);
		const char *text;

		intake.forced = forced[i].forced;
		text = intake_take(&intake, forced[i].in, &nbytes);
		if (forced[i].text != NULL)
			CHECK_STR(text, forced[i].text);
		else
			CHECK_INT(intake.nbad, 5);
		CHECK_INT(intake.encoding, forced[i].encoding);
		CHECK(!intake.is_guessed);
	}
	intake_release(&intake);
}

/* Whatever comes, clean text comes out, and valid UTF-8 is never decoded. */
static void
test_intake_random(void)
{
	static const char *const pieces[] = { "\0\0\0\0\0\0\0\0\0", "\xFF\xFE",
		"\xC7\xE1", "gạo ", "\n", "\xE9", "the ", "\x81\x30\x81\x30",
		"\xEF\xBB\xBF", "que ", "\xD2\xEC", "a", " ", "\xB5\xC4",
		"&amp;", "\r" };
	uint64_t state = 4;
	struct intake intake;
	struct buf in = BUF_INIT;

	check_case("anything becomes clean text or none");
	intake_init(&intake);
	for (int round = 0; round < 20000; round++) {
		const char *text;
		size_t nbytes;

		buf_reset(&in);
		for (uint32_t i = random_below(&state, 40); i > 0; i--) {
			uint32_t piece = random_below(&state, 16);

			if (piece == 0)
				buf_add(&in, pieces[0], 9);
			else
				buf_add_string(&in, pieces[piece]);
		}
		nbytes = in.nbytes;
		text = intake_take(&intake, in.at, &nbytes);
		/* Repair may spell out a new entity. */
		CHECK(text == NULL || clean_is_clean(text, nbytes)
			|| memchr(text, '&', nbytes) != NULL);
		intake_is_hopeless(&intake, in.at, in.nbytes);
	}
	buf_release(&in);
	intake_release(&intake);
}

int
main(void)
{
	test_intake_cases();
	test_intake_forced();
	test_intake_random();
	return check_done();
}
