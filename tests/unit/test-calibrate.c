#include <config.h>

#include <locale.h>
#include <stdlib.h>

#include "base/buf.h"
#include "store/terminals.h"
#include "ui/calibrate.h"
#include "ui/frame.h"
#include "ui/input.h"

#include "../check.h"

#define ROWS 24
#define COLS 80

static const struct line_style visual = { .order = ORDER_VISUAL,
	.is_shaped = true };

static struct key
key_of(uint32_t cp)
{
	return (struct key){ .code = KEY_CODE_CHAR, .cp = cp };
}

/* Whether a row of FRAME has S in it. */
static bool
shows(const struct frame *frame, const char *s)
{
	struct buf row = BUF_INIT;
	bool is_there = false;

	for (int i = 0; i < frame->rows; i++) {
		buf_reset(&row);
		frame_add_row(frame, i, &row);
		is_there |= strstr(row.at, s) != NULL;
	}
	buf_release(&row);
	return is_there;
}

static void
draw(struct calibrate *calibrate, struct frame *frame, int rows, int cols)
{
	frame_resize(frame, rows, cols);
	calibrate_draw(calibrate, frame, (struct area){ 0, 0, rows, cols });
}

static void
test_keys(void)
{
	static const struct {
		const char *name;
		uint32_t cp;
		enum calibrate_event event;
		struct terminal_facts facts;
	} table[] = {
		{ "1: newspane does all", '1', CALIBRATE_CHOSEN,
			{ .has_order = true, .is_shaped = true } },
		{ "2: not joined", '2', CALIBRATE_CHOSEN,
			{ .has_order = true } },
		{ "3: the terminal does", '3', CALIBRATE_CHOSEN,
			{ .has_order = true, .is_logical = true } },
		{ "4: and wants RLE", '4', CALIBRATE_CHOSEN,
			{ .has_order = true, .is_logical = true,
			.has_embedding = true } },
		{ "5: and brackets", '5', CALIBRATE_CHOSEN,
			{ .has_order = true, .is_logical = true,
			.has_embedding = true, .has_brackets = true } },
		{ "an Arabic 3", 0x663, CALIBRATE_CHOSEN,
			{ .has_order = true, .is_logical = true } },
		{ "a Persian 3", 0x6F3, CALIBRATE_CHOSEN,
			{ .has_order = true, .is_logical = true } },
		{ "no such number", '6', CALIBRATE_NOTHING, { 0 } },
		{ "zero", '0', CALIBRATE_NOTHING, { 0 } },
		{ "another letter", 'j', CALIBRATE_NOTHING, { 0 } },
		{ "q", 'q', CALIBRATE_LEFT, { 0 } },
		{ "the q of an Arabic keyboard", 0x636, CALIBRATE_LEFT,
			{ 0 } },
	};
	struct calibrate *calibrate = calibrate_new();

	for (size_t i = 0; i < sizeof(table) / sizeof(*table); i++) {
		struct terminal_facts facts = { 0 };
		const struct terminal_facts *want = &table[i].facts;
		struct key key = key_of(table[i].cp);

		check_case(table[i].name);
		calibrate_open(calibrate, &visual);
		CHECK_INT(calibrate_key(calibrate, &key, &facts),
			table[i].event);
		CHECK_INT(calibrate_is_open(calibrate),
			table[i].event == CALIBRATE_NOTHING);
		CHECK_INT(facts.has_order, want->has_order);
		CHECK_INT(facts.is_logical, want->is_logical);
		CHECK_INT(facts.is_shaped, want->is_shaped);
		CHECK_INT(facts.has_embedding, want->has_embedding);
		CHECK_INT(facts.has_brackets, want->has_brackets);
		CHECK(!facts.has_widths);
	}
	calibrate_free(calibrate);
}

static void
check_widths(int quote, int plus_minus, int emoji, bool is_wide,
	bool keeps_sequences)
{
	struct calibrate *calibrate = calibrate_new();
	struct terminal_facts facts;
	struct key key = key_of('1');

	calibrate_open(calibrate, &visual);
	for (int i = 0; i < CLUSTER_COUNT; i++)
		calibrate_reply(calibrate, (enum cluster_index)i, 1);
	calibrate_reply(calibrate, CLUSTER_QUOTE, quote);
	calibrate_reply(calibrate, CLUSTER_PLUS_MINUS, plus_minus);
	calibrate_reply(calibrate, CLUSTER_FLAG, 2);
	calibrate_reply(calibrate, CLUSTER_HEART, 2);
	calibrate_reply(calibrate, CLUSTER_KEYCAP, 2);
	calibrate_reply(calibrate, CLUSTER_FAMILY, emoji);
	CHECK_INT(calibrate_key(calibrate, &key, &facts), CALIBRATE_CHOSEN);
	CHECK(facts.has_widths);
	CHECK_INT(facts.is_wide, is_wide);
	CHECK_INT(facts.keeps_sequences, keeps_sequences);
	calibrate_free(calibrate);
}

static void
test_widths(void)
{
	check_case("what the columns say");
	check_widths(1, 1, 6, false, false);
	check_widths(2, 2, 6, true, false);
	check_widths(1, 2, 6, false, false);
	check_widths(2, 1, 6, false, false);
	check_widths(1, 1, 2, false, true);
	check_widths(2, 2, 2, true, true);
}

/* What stands at both ends of the sample, as it is stored. */
#define SAMPLE_FIRST "\u0642\u0631\u0623\u062A \u201C"
#define SAMPLE_LAST "\u0627\u0644\u064A\u0648\u0645"

/* How many rows of FRAME have some of the sample. */
static int
sample_rows(const struct frame *frame)
{
	int count = 0;

	for (int row = 0; row < frame->rows; row++)
		count += frame->texts[row].base != ROW_BASE_LTR;
	return count;
}

static void
test_draw(void)
{
	struct calibrate *calibrate = calibrate_new();
	struct frame frame;
	enum row_base bases[] = { ROW_BASE_VISUAL, ROW_BASE_VISUAL,
		ROW_BASE_LOGICAL, ROW_BASE_EMBEDDED, ROW_BASE_TURNED };
	size_t nfound = 0;

	check_case("each way has its row, and says how it is sent");
	frame_init(&frame);
	calibrate_open(calibrate, &visual);
	draw(calibrate, &frame, ROWS, COLS);
	for (int row = 0; row < ROWS; row++) {
		if (frame.texts[row].base == ROW_BASE_LTR)
			continue;
		if (CHECK(nfound < 5))
			CHECK_INT(frame.texts[row].base, bases[nfound]);
		nfound++;
		CHECK(frame.texts[row].first_col > 0);
	}
	CHECK_INT(nfound, 5);
	CHECK(shows(&frame, "(%25 \xEF\xBB\xBB)"));
	CHECK(shows(&frame, "25%) \xD8\xA7\xD9\x84\xD9\x8A\xD9\x88\xD9\x85"));

	check_case("the table: what is not known, and what is");
	CHECK(shows(&frame, "flag: 2/?"));
	for (int i = 0; i < CLUSTER_COUNT; i++)
		calibrate_reply(calibrate, (enum cluster_index)i, 2);
	draw(calibrate, &frame, ROWS, COLS);
	CHECK(shows(&frame, "flag: 2/2"));
	CHECK(shows(&frame, "Thai marks: 1/2"));

	check_case("a narrow window cuts nothing");
	draw(calibrate, &frame, 60, 40);
	CHECK(shows(&frame, "Press the number above it; q leaves"));
	CHECK(shows(&frame, "everything as it was."));
	CHECK(shows(&frame, "al-yawm"));
	CHECK(shows(&frame, "5  the same, newspane turns brackets,"));
	CHECK(shows(&frame, SAMPLE_FIRST));
	CHECK(shows(&frame, "25%) " SAMPLE_LAST));
	CHECK(!shows(&frame, "\u2026"));
	CHECK_INT(sample_rows(&frame), 5);
	draw(calibrate, &frame, 60, 24);
	CHECK(shows(&frame, SAMPLE_FIRST));
	CHECK(shows(&frame, SAMPLE_LAST));
	CHECK_INT(sample_rows(&frame), 10);

	check_case("any size will do");
	for (int rows = 0; rows < 30; rows++)
		for (int cols = 0; cols < 100; cols += 3)
			draw(calibrate, &frame, rows, cols);
	frame_release(&frame);
	calibrate_free(calibrate);
}

int
main(void)
{
	if (setlocale(LC_ALL, "C.UTF-8") == NULL)
		return check_skip_all("no C.UTF-8");
	test_keys();
	test_widths();
	test_draw();
	return check_done();
}
