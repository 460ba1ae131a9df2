#include <config.h>

#include <locale.h>
#include <string.h>

#include "base/buf.h"
#include "layout/paragraph.h"
#include "../check.h"
#include "../random.h"

#define NTEXTS 20000
#define PIECES_MAX 40

/*
 * What Arabic is written with, and what is among it: letters of all kinds of
 * joining, lams and alefs, harakat in any order and at any place, numbers,
 * brackets, words of Latin, letters of other languages.
 */
static const char *const pieces[] = {
	"ا", "ل", "لا", "لإ", "لَا", "لّآ", "ب", "ر", "و", "ء", "ى", "ـ", "ة",
	"كتاب",
	"سلام", "الآن", "مُجلَّد", "ً", "َّ", "ّ", "ْ", "ٰ", "اً", " ", " ",
	" ", "  ", "، ",
	". ", "؟", "5", "12", "3.5", "٤", "۵", "٪", "%", "$", "-", "/", ":",
	"(", ")", "[", "]", "«", "»", "<", ">", "a", "Apollo", "b 7", "“", "”",
	"…", "–", "ש", "לים", "ݢ", "ڵ", "ێ", "ڵا", "گ", "ی", "ە", "أ", "ئ",
	"é", "ệ", "\n", "×", "\u200F", "\u202Bكم ب\u202C", "\u00A0", "\u0655",
	"\uFEFF",
};

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

static void
make_text(uint64_t *state, struct buf *text)
{
	uint32_t count = 1 + random_below(state, PIECES_MAX);

	buf_reset(text);
	while (count-- > 0)
		buf_add_string(text,
			pieces[random_below(state, COUNT(pieces))]);
}

static void
read_text(const char *text, size_t nbytes, enum bidi_base base,
	const struct line_style *style, struct paragraph *paragraph)
{
	struct scratch scratch = { 0 };

	paragraph_read(paragraph, &scratch, text,
		(struct span){ 0, (uint32_t)nbytes }, base, style);
	paragraph_find_breaks(paragraph);
	scratch_release(&scratch);
}

static void
check_same_marks(const struct paragraph *a, const struct paragraph *b)
{
	if (!CHECK_INT(a->marks.count, b->marks.count))
		return;
	for (size_t i = 0; i < a->marks.count; i++) {
		const struct cell_marks *marks = &a->marks.at[i];
		const struct cell_marks *others = &b->marks.at[i];

		CHECK_INT(marks->cell, others->cell);
		CHECK_INT(marks->count, others->count);
		CHECK(memcmp(marks->cps, others->cps,
			marks->count * sizeof(*marks->cps)) == 0);
	}
}

/* Tailoring alone may look at what is last. */
static void
check_same(const struct paragraph *a, const struct paragraph *b)
{
	unsigned mask = a->is_plain ? 0xFF : 0xFF & ~UNIT_LATE;

	CHECK_INT(a->is_rtl, b->is_rtl);
	if (!CHECK_INT(a->count, b->count))
		return;
	for (size_t i = 0; i < a->count; i++) {
		CHECK_INT(a->bases[i], b->bases[i]);
		CHECK_INT(a->starts[i], b->starts[i]);
		CHECK_INT(a->units[i] & mask, b->units[i] & mask);
		CHECK_INT(a->has_levels ? a->levels[i] : 0, b->levels[i]);
	}
	check_same_marks(a, b);
}

/*
 * A mark of the base direction at the end changes nothing, and neither does a
 * terminal that keeps sequences together where there are none; but with them
 * every character is looked at.
 */
static void
check_ways(struct buf *text, bool is_rtl, struct line_style style)
{
	enum bidi_base base = is_rtl ? BIDI_BASE_RTL : BIDI_BASE_LTR;
	struct paragraph short_way = { 0 }, long_way = { 0 };
	size_t nbytes = text->nbytes;

	buf_add_string(text, is_rtl ? "\u200F" : "\u200E");
	read_text(text->at, nbytes, base, &style, &short_way);
	style.keeps_sequences = true;
	read_text(text->at, text->nbytes, base, &style, &long_way);
	check_same(&short_way, &long_way);
	paragraph_release(&short_way);
	paragraph_release(&long_way);
}

int
main(void)
{
	uint64_t state = 3;
	struct buf text = BUF_INIT;

	setlocale(LC_ALL, "");
	check_case("text goes the short way as it goes the long one");
	for (int i = 0; i < NTEXTS && !check_state.has_failed; i++) {
		struct line_style style = {
			.order = i % 8 == 0 ? ORDER_LOGICAL : ORDER_VISUAL,
			.is_shaped = i % 8 > 1,
			.is_plain = i % 5 == 0,
		};

		make_text(&state, &text);
		check_ways(&text, i % 3 != 0, style);
	}
	if (check_state.has_failed)
		check_dump("text", text.at, text.nbytes);
	buf_release(&text);
	return check_done();
}
