#include <config.h>

#include <locale.h>

#include "layout/fill.h"
#include "layout/paragraph.h"
#include "base/vec.h"
#include "../check.h"
#include "../random.h"
#include "lay.h"

#define NTEXTS 4000
#define PIECES_MAX 90

/*
 * What simple text is made of, with all that where a line may end depends on:
 * units, titles, links, dashes, quotes, words without end.
 */
static const char *const pieces[] = {
	"the ", "small ", "boats ", "came ", "in ", "at ", "dawn ", "and ",
	"nobody ", "saw ", "them ", "leave, ", "she ", "said. ", "Then ",
	"con ", "đường ", "phố ", "đã ", "ướt ", "từ ", "sáng ", "sớm ",
	"5 ", "12 ", "1,200 ", "3.5% ", "km ", "phần trăm ", "triệu ",
	"per cent ", "nghìn đồng ", "Mr ", "Mr. ", "Dr. ", "Fox ", "TP ",
	"Vinh ", "No. ", "Jan. ", "U.S. ", "J. ", "R. ", "a ", "I ",
	"- ", "– ", "— ", "… ", "“come ", "back” ", "(or ", "so) ", "x/y ",
	"well-known ", "24-hour ", "and/or ", "https://a.example/b?c=d-e ",
	"me@mail.example ", "www.harbour.example", "$ ", "€5 ", "# ", "№ ",
	"donaudampfschifffahrtsgesellschaft", "aaaaaaaaaaaaaaaaaaaaaaaaaaaa ",
	" ", "    ", "!", "?", ":", ";", "'", "\"", "/", ".", ",", "%", "[",
	"]", "a", "ệ", "Ệ", "×", "ˈ", "…", "\u00A0", "5\u00A0km ", "29.50 ",
	"58th ", "(x", "crowns.", "2.", ":3 ", "’s ", "it) ",
	/* Arabic, with what joins, is counted or belongs together in it. */
	"وصل ", "القارب ", "إلى ", "الميناء، ", "ثم ", "غادر. ", "لا ", "الآن ",
	"سلاماً ", "مُجلَّد ", "مُجلّـَد، ", "و ", "أو ", "هو، ", "كتاب و",
	"«جاء ",
	"صباحاً» ", "5 ", "١٢ ", "۱۴۰۲ ", "كم ", "مليون ", "مليون دولار ",
	"في المئة ", "٪ ", "د. ", "رقم ", "ص 3 ", "؟ ", "؛ ", "(أو ", "نعم) ",
	"المستشفىالتعليميالجامعي", "ـــــ", "َ", "ً ", "ّ", " َ", "ا", "ل",
	"לים ", "ספינה ", "חזרה, ", "ספינה־", "אב-", "צה\"ל ", "רצוי: ", "ڵێ ",
	"ێک ", "گفت ", "می‌رود ", "\u200F",
	"\u202Bكم\u202C ", "عام\u00A0", "ﻣﺤﻤﺪ ", "أ\u0655 ", "\n", "\t",
};

static const int widths[] = { 1, 2, 3, 7, 12, 20, 33, 40, 72 };

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

static void
make_text(uint64_t *state, struct buf *text)
{
	uint32_t count = 1 + random_below(state, PIECES_MAX);
	/* Now and then very long words, or few kinds of pieces. */
	uint32_t kinds = random_below(state, 8) == 0
		? 1 + random_below(state, 5) : COUNT(pieces);
	uint32_t first = random_below(state, COUNT(pieces) - kinds + 1);

	buf_reset(text);
	while (count-- > 0)
		buf_add_string(text,
			pieces[first + random_below(state, kinds)]);
}

static void
read_text(const struct buf *text, bool is_plain, struct paragraph *paragraph,
	struct scratch *scratch)
{
	const struct line_style style = { .is_shaped = true,
		.is_plain = is_plain };

	paragraph_read(paragraph, scratch, text->at,
		(struct span){ 0, (uint32_t)text->nbytes },
		BIDI_BASE_AUTO_LTR, &style);
}

/* The rows that are found from their ends are those of all breaks. */
static bool
check_rows(const struct buf *text, bool is_plain, int cols,
	struct paragraph *paragraph, struct scratch *scratch)
{
	struct row_vec rows = { 0 }, want = { 0 };
	struct wrap_units units;

	read_text(text, is_plain, paragraph, scratch);
	paragraph_rows(paragraph, cols, &rows);
	read_text(text, is_plain, paragraph, scratch);
	paragraph_find_breaks(paragraph);
	units = paragraph_units(paragraph);
	fill_greedy(&units, cols, &want);
	CHECK_INT(rows.count, want.count);
	for (size_t i = 0; i < rows.count && i < want.count; i++)
		CHECK_INT(rows.at[i], want.at[i]);
	VEC_RELEASE(&rows);
	VEC_RELEASE(&want);
	return !check_state.has_failed;
}

int
main(void)
{
	uint64_t state = 7;
	struct buf text = BUF_INIT;
	struct paragraph paragraph = { 0 };
	struct scratch scratch = { 0 };

	setlocale(LC_ALL, "");
	check_case("rows by their ends are the rows of all breaks");
	for (int i = 0; i < NTEXTS; i++) {
		bool is_fine = true;

		make_text(&state, &text);
		for (size_t w = 0; w < COUNT(widths) && is_fine; w++)
			is_fine = check_rows(&text, i % 4 == 0, widths[w],
				&paragraph, &scratch);
		if (!is_fine) {
			check_dump("text", text.at, text.nbytes);
			break;
		}
	}
	buf_release(&text);
	paragraph_release(&paragraph);
	scratch_release(&scratch);
	return check_done();
}
