#include <config.h>

#include <stdlib.h>
#include <time.h>

#include "base/buf.h"
#include "base/vec.h"
#include "model/cut.h"
#include "model/cut_words.h"
#include "model/lines.h"

#include "../check.h"
#include "../random.h"

/* Sentences of 100 letters, so that three and more make a piece. */
#define HUNDRED "The boats of the harbour came home in the evening, and " \
	"nobody was there who could count all of them"
#define TRAM "Thuyền của cả bến cảng về bờ lúc chiều tối, và không một ai " \
	"ở đó đếm được hết thảy bao nhiêu chiếc cả"
#define MIA "عادت قوارب الميناء كلها إلى الشاطئ في المساء ولم يكن هناك أحد " \
	"يستطيع أن يعدها جميعا في ذلك الوقت"

/* Whether LINE is cut between LEFT and RIGHT in the middle of prose. */
static bool
is_cut(const char *prose, const char *left, const char *gap, const char *right)
{
	struct buf text = BUF_INIT;
	struct span_vec pieces = { 0 };
	size_t border;
	bool is_cut = false;

	for (int i = 0; i < 5; i++) {
		buf_add_string(&text, prose);
		buf_add_string(&text, ", ");
	}
	buf_add_string(&text, left);
	border = text.nbytes;
	buf_add_string(&text, gap);
	buf_add_string(&text, right);
	for (int i = 0; i < 8; i++) {
		buf_add_string(&text, ", ");
		buf_add_string(&text, prose);
	}
	cut_line(text.at, (struct span){ 0, (uint32_t)text.nbytes }, &pieces);
	for (size_t i = 0; i < pieces.count; i++)
		is_cut |= pieces.at[i].end == border;
	VEC_RELEASE(&pieces);
	buf_release(&text);
	return is_cut;
}

static void
test_ends(void)
{
	static const struct {
		const char *prose, *left, *gap, *right;
		bool want;
	} cases[] = {
		{ HUNDRED, "were there.", " ", "Nobody", true },
		{ HUNDRED, "were there!", " ", "Nobody", true },
		{ HUNDRED, "were there?", " ", "Nobody", true },
		{ HUNDRED, "were there…", " ", "Nobody", true },
		{ HUNDRED, "were there...", " ", "Nobody", true },
		{ HUNDRED, "were there.", "  ", "\"Nobody\"", true },
		{ HUNDRED, "were there.", " ", "(Nobody)", true },
		{ HUNDRED, "were there.", "\xC2\xA0", "Nobody", true },
		{ HUNDRED, "\"They were there.\"", " ", "Nobody", true },
		{ HUNDRED, "“They were there.”", " ", "Nobody", true },
		{ HUNDRED, "(they were there).", " ", "Nobody", true },
		{ HUNDRED, "were there.", " ", "2019 was", true },
		{ HUNDRED, "were there.", " ", "– Nobody", true },
		{ HUNDRED, "in 1999.", " ", "Nobody", true },
		{ HUNDRED, "were there.", "", "Nobody came", true },
		{ HUNDRED, "were there.", " ", "nobody", false },
		{ HUNDRED, "were there,", " ", "Nobody", false },
		{ HUNDRED, "were there:", " ", "Nobody", false },
		{ HUNDRED, "of the U.S.", " ", "Navy", false },
		{ HUNDRED, "of Mr.", " ", "Nobody", false },
		{ HUNDRED, "of Gen.", " ", "Nobody", false },
		{ HUNDRED, "of J.", " ", "Nobody", false },
		{ HUNDRED, "of J.F.", " ", "Nobody", false },
		{ HUNDRED, "at 10 a.m.", " ", "Nobody", false },
		{ HUNDRED, "as 3.", "", "5 of them", false },
		{ HUNDRED, "part 2.", " ", "Nobody", false },
		{ HUNDRED, "on example.", "", "org today", false },
		{ HUNDRED, "the U.S.", "", "Navy came", false },
		{ HUNDRED, "(they came.", " ", "Nobody knew)", false },
		{ HUNDRED, "\"they came.", " ", "Nobody knew\"", false },
		{ HUNDRED, "“they came.", " ", "Nobody knew”", false },
		{ HUNDRED, "«they came.", " ", "Nobody knew»", false },
		{ TRAM, "đã về.", " ", "Ông", true },
		{ TRAM, "đã về.", "", "Ông nói", true },
		{ TRAM, "đã về.", " ", "Đến", true },
		{ TRAM, "đã về.", " ", "ông", false },
		{ TRAM, "đã về.", " ", "đến", false },
		{ TRAM, "ở TP.", " ", "Hải Phòng", false },
		{ TRAM, "ở TP.", "", "Hải Phòng", false },
		{ TRAM, "là ThS.", " ", "An", false },
		{ TRAM, "là PGS.TS.", " ", "An", false },
		{ TRAM, "là GS.", " ", "An", false },
		{ TRAM, "ở Q.", " ", "Bình", false },
		{ TRAM, "gồm 15.", "", "000 người", false },
		{ TRAM, "“đã về.", " ", "Ông nói”", false },
		{ MIA, "في الميناء.", " ", "وقال", true },
		{ MIA, "في الميناء؟", " ", "وقال", true },
		{ MIA, "في الميناء!", " ", "وقال", true },
		{ MIA, "في الميناء.", "", "وقال", true },
		{ MIA, "\"في الميناء\".", " ", "وقال", true },
		{ MIA, "«في الميناء».", " ", "وقال", true },
		{ MIA, "في الميناء..", " ", "وقال", false },
		{ MIA, "في الميناء؛", " ", "وقال", false },
		{ MIA, "في الميناء،", " ", "وقال", false },
		{ MIA, "زار د.", " ", "سامي", false },
		{ MIA, "زار أ.د.", " ", "سامي", false },
		{ MIA, "زار أ.", "", "سامي", false },
		{ MIA, "\"في الميناء.", " ", "وقال\"", false },
		{ MIA, "«في الميناء.", " ", "وقال»", false },
		{ MIA, "(في الميناء.", " ", "وقال)", false },
	};

	check_case("where sentences end, and where they do not");
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		if (!CHECK_INT(is_cut(cases[i].prose, cases[i].left,
			cases[i].gap, cases[i].right), cases[i].want))
			printf("#   %s%s%s\n", cases[i].left, cases[i].gap,
				cases[i].right);
}

/* Whether PIECES are LINE in order with nothing but blanks between. */
static bool
check_whole(const char *text, struct span line, const struct span_vec *pieces)
{
	uint32_t end = line.start;

	for (size_t i = 0; i <= pieces->count; i++) {
		struct span piece = i < pieces->count ? pieces->at[i]
			: (struct span){ line.end, line.end };
		struct span gap = { end, piece.start };

		if (!CHECK(piece.start >= end && piece.end >= piece.start
			&& (i == pieces->count || piece.end > piece.start)
			&& span_is_empty(span_trim(text, gap))))
			return false;
		end = piece.end;
	}
	return CHECK(pieces->count > 0);
}

static void
test_lengths(void)
{
	struct buf text = BUF_INIT;
	struct span_vec pieces = { 0 };
	struct span line;

	check_case("pieces have 300 to 600 letters");
	for (int i = 0; i < 140; i++)
		buf_add_string(&text, HUNDRED ". ");
	line = span_trim(text.at, (struct span){ 0, (uint32_t)text.nbytes });
	CHECK(cut_is_needed(text.at, line));
	cut_line(text.at, line, &pieces);
	check_whole(text.at, line, &pieces);
	for (size_t i = 0; i + 1 < pieces.count; i++)
		CHECK(span_nbytes(pieces.at[i]) >= 300
			&& span_nbytes(pieces.at[i]) <= 600);
	/* What is left over is not worth a piece of its own. */
	CHECK(span_nbytes(pieces.at[pieces.count - 1]) >= 150
		&& span_nbytes(pieces.at[pieces.count - 1]) <= 750);

	check_case("a long line is one of more than 1200 letters");
	CHECK(!cut_is_needed(text.at, (struct span){ 0, 1200 }));
	CHECK(cut_is_needed(text.at, (struct span){ 0, 1201 }));

	check_case("letters count, not bytes");
	buf_reset(&text);
	for (int i = 0; i < 11; i++)
		buf_add_string(&text, MIA ". ");
	CHECK(text.nbytes > 1500 && !cut_is_needed(text.at, (struct span){ 0,
		(uint32_t)text.nbytes }));

	check_case("a quote that nobody closed is forgotten");
	buf_reset(&text);
	pieces.count = 0;
	buf_add_string(&text, "He said: \"I know. ");
	for (int i = 0; i < 50; i++)
		buf_add_string(&text, HUNDRED ". ");
	line = span_trim(text.at, (struct span){ 0, (uint32_t)text.nbytes });
	cut_line(text.at, line, &pieces);
	check_whole(text.at, line, &pieces);
	CHECK(pieces.count > 14);
	VEC_RELEASE(&pieces);
	buf_release(&text);
}

static void
test_random(void)
{
	static const char *const bits[] = { "Abc", "def", " ", " ", ".", ". ",
		"?", "\"", "(", ")", "“", "”", "«", "»", "كتب", "و", "؟", "…",
		"TP", "3", "\xC2\xA0", "Đ", "đã", "。", "漢字", "\n",
		"wordwordword wordwordwordword" };
	uint64_t state = 99;

	check_case("whatever stands in it, nothing is left out");
	for (int i = 0; i < 300; i++) {
		struct buf text = BUF_INIT;
		struct span_vec pieces = { 0 };
		struct span line;
		char *copy;

		for (int j = 0; j < 2000; j++)
			buf_add_string(&text, bits[random_below(&state,
				sizeof(bits) / sizeof(*bits))]);
		/* Of its own size, for a sanitizer to see. */
		copy = malloc(text.nbytes);
		memcpy(copy, text.at, text.nbytes);
		line = span_trim(copy, (struct span){ 0,
			(uint32_t)text.nbytes });
		cut_line(copy, line, &pieces);
		if (!check_whole(copy, line, &pieces))
			i = 300;
		free(copy);
		VEC_RELEASE(&pieces);
		buf_release(&text);
	}
}

/* What would take hours if the time grew with the square. */
static void
test_hostile(void)
{
	static const char *const units[] = { ".", "(", ")", "\"", "a.", ". ",
		"(.", "\".", "U.S. ", "«", "A", " ", "…", "و. " };

	check_case("a million of anything is quickly cut");
	for (size_t i = 0; i < sizeof(units) / sizeof(*units); i++) {
		struct buf text = BUF_INIT;
		struct span_vec pieces = { 0 };
		struct span line;

		buf_add_string(&text, "x");
		for (int j = 0; j < 1000000; j++)
			buf_add_string(&text, units[i]);
		line = span_trim(text.at, (struct span){ 0,
			(uint32_t)text.nbytes });
		cut_line(text.at, line, &pieces);
		check_whole(text.at, line, &pieces);
		VEC_RELEASE(&pieces);
		buf_release(&text);
	}
}

static void
test_words(void)
{
	static const char *const words[] = { "Mr", "TP", "ThS", "PGS", "TS",
		"NSƯT", "vs", "etc", "Adm", "الخ" };
	static const char *const others[] = { "", "mr", "the", "Ông", "WHO",
		"abcdefghijklmnopqrstuvwxyz", "Mrx", "M" };

	check_case("abbreviations are told, with their case");
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		CHECK(cut_words_have(words[i], strlen(words[i])));
	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++)
		CHECK(!cut_words_have(others[i], strlen(others[i])));
}

int
main(void)
{
	test_ends();
	test_lengths();
	test_random();
	test_hostile();
	test_words();
	return check_done();
}
