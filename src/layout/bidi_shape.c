#include <config.h>

#include "layout/bidi.h"

#include "layout/bidi_class.h"
#include "layout/bidi_shape_table.h"

#define NLETTERS (sizeof(letter_forms) / sizeof(letter_forms[0]) - 1)

/* Whether a letter is joined to the one before it and to the one after it. */
enum {
	FORM_ISOLATED = 0, FORM_FINAL = 1, FORM_INITIAL = 2, FORM_MEDIAL = 3
};

/* Sets of joining types. */
#define BIT(name) (1u << BIDI_JOINING_##name)
#define JOINS_BEFORE (BIT(RIGHT) | BIT(DUAL) | BIT(CAUSING))
#define JOINS_AFTER (BIT(LEFT) | BIT(DUAL) | BIT(CAUSING))

/* What may be mirrored. */
#define MIRRORED (BIDI_BIT(ON) | BIDI_BIT(OPEN) | BIDI_BIT(CLOSE))

/* Takes the forms of lam, and joins an alef as lam does. */
#define LAM_SMALL_V 0x06B5u

/* The character that was last, marks apart; its form is known with the next. */
struct letter {
	size_t place;
	uint32_t cp;		/* 0: none yet */
	unsigned form;
	unsigned joins_after;	/* 1 or 0 */
	int8_t level;
};

/* The isolated ligature of a lam and this alef, or 0; the next one is final. */
static uint32_t
lam_alef(uint32_t alef)
{
	switch (alef) {
	case 0x0622:
		return 0xFEF5;
	case 0x0623:
		return 0xFEF7;
	case 0x0625:
		return 0xFEF9;
	case 0x0627:
		return 0xFEFB;
	default:
		return 0;
	}
}

/* The last row of the table is that of what is no letter: no forms. */
static uint32_t
glyph_of(uint32_t cp, unsigned form)
{
	uint32_t i = cp - LETTER_FIRST;
	uint32_t glyph = letter_forms[i < NLETTERS ? i : NLETTERS].forms[form];

	return glyph != 0 ? glyph : cp;
}

/* CP, which has PROPERTIES, as L4 has it at LEVEL. */
static uint32_t
mirror(uint32_t cp, unsigned properties, int8_t level)
{
	return (level & 1) != 0
		&& (MIRRORED >> (properties & BIDI_CLASS_MASK) & 1u) != 0
		? bidi_mirrored(cp) : cp;
}

/* A ligature of the lam LAST and the character at PLACE, if that is an alef. */
static bool
ligate(uint32_t *glyphs, const struct letter *last, size_t place)
{
	uint32_t ligature = lam_alef(glyphs[place]);

	if (ligature == 0)
		return false;
	ligature += last->form;
	if (place - last->place == 1 && last->cp == BIDI_LAM) {
		glyphs[last->place] = BIDI_FILL;
		glyphs[place] = ligature;
	} else {
		glyphs[last->place] = ligature;
		glyphs[place] = BIDI_FILL;
	}
	return true;
}

static unsigned
is_lam(uint32_t cp)
{
	return (cp == BIDI_LAM) | (cp == LAM_SMALL_V);
}

/* Or a letter between the alefs. */
static unsigned
may_be_alef(uint32_t cp)
{
	return cp - 0x0622 <= 0x0627 - 0x0622;
}

/*
 * Sums instead of branches where text has no pattern that a processor could
 * learn. Two characters below the Arabic letters need no looking at.
 */
static void
shape(uint32_t *glyphs, size_t ncps, const int8_t *levels)
{
	struct letter last = { 0 };

	for (size_t i = 0; i < ncps; i++) {
		unsigned properties = bidi_properties(glyphs[i]);
		unsigned joining = properties >> BIDI_JOINING_SHIFT;
		uint32_t cp = mirror(glyphs[i], properties, levels[i]);
		unsigned is_joined = last.joins_after
			& (JOINS_BEFORE >> joining) & 1u
			& (last.level == levels[i]);

		glyphs[i] = cp;
		if (joining == BIDI_JOINING_TRANSPARENT
				|| (last.cp | cp) < LETTER_FIRST)
			continue;
		if ((is_joined & is_lam(last.cp) & may_be_alef(cp)) != 0
				&& ligate(glyphs, &last, i)) {
			last = (struct letter){ i, glyphs[i], 0, 0, 0 };
			continue;
		}
		if (last.cp != 0)
			glyphs[last.place] = glyph_of(last.cp,
				last.form + FORM_INITIAL * is_joined);
		last = (struct letter){
			i, cp, FORM_FINAL * is_joined,
			JOINS_AFTER >> joining & (unsigned)levels[i] & 1u,
			levels[i]
		};
	}
	if (last.cp != 0)
		glyphs[last.place] = glyph_of(last.cp, last.form);
}

void
bidi_shape(uint32_t *glyphs, size_t ncps, const int8_t *levels,
	bool is_shaped)
{
	if (is_shaped) {
		shape(glyphs, ncps, levels);
		return;
	}
	for (size_t i = 0; i < ncps; i++)
		glyphs[i] = mirror(glyphs[i], bidi_properties(glyphs[i]),
			levels[i]);
}

uint32_t
bidi_mark(uint32_t cp, uint32_t glyph)
{
	uint32_t i = cp - LETTER_FIRST;

	return glyph != cp && glyph != BIDI_FILL && i < NLETTERS
		? letter_forms[i].mark : 0;
}
