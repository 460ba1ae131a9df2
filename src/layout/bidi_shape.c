#include <config.h>

#include "layout/bidi.h"

#include "layout/bidi_class.h"
#include "layout/bidi_joins.h"
#include "layout/bidi_shape_table.h"

/* The last one is the blank. */
#define NLETTERS (sizeof(letters) / sizeof(letters[0]) - 1)

/*
 * The forms of a letter: whether it is joined to the one before it, and so
 * far further on whether it is to the one after it.
 */
enum {
	FORM_ISOLATED = 0, FORM_FINAL = 1, FORM_INITIAL = 2
};

/* What may be mirrored. */
#define MIRRORED (BIDI_BIT(ON) | BIDI_BIT(OPEN) | BIDI_BIT(CLOSE))

/*
 * The last letter, marks apart, whose form is known with the next one; or
 * something else that has no forms.
 */
struct shaper {
	uint32_t *glyphs;
	const int8_t *levels;
	bool *starts_cluster;	/* NULL: nobody wants to know */
	uint32_t *place;	/* of the last letter's glyph */
	const uint16_t *form;	/* if it is not joined to the next one */
	size_t after;		/* a set of JOINS_ */
	size_t may_join;	/* 0 where text runs from left to right */
	int8_t level;
	uint32_t *nowhere;	/* the place of what has no forms */
};

static const uint16_t no_forms[4];

/* The isolated ligature of a lam and this alef; the next one is final. */
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
	default:
		return 0xFEFB;
	}
}

/* CP as L4 has it at LEVEL. */
static uint32_t
mirror(uint32_t cp, int8_t level)
{
	return (level & 1) != 0 && (MIRRORED >> bidi_class(cp) & 1u) != 0
		? bidi_mirrored(cp) : cp;
}

static inline void
set_level(struct shaper *shaper, int8_t level)
{
	if (level == shaper->level)
		return;
	shaper->level = level;
	shaper->after = 0;
	shaper->may_join = (level & 1) != 0 ? SIZE_MAX : 0;
}

/* What comes now is no letter that has forms. */
static inline void
end_letters(struct shaper *shaper, size_t after)
{
	shaper->place = shaper->nowhere;
	shaper->form = no_forms;
	shaper->after = after & shaper->may_join;
}

static inline void
set_form(struct shaper *shaper, size_t is_joined)
{
	*shaper->place = shaper->form[FORM_INITIAL * is_joined];
}

/* A ligature of the lam that was last and the alef at PLACE. */
static inline void
ligate(struct shaper *shaper, size_t place)
{
	size_t lam = (size_t)(shaper->place - shaper->glyphs);
	uint32_t cp = shaper->glyphs[lam];
	bool is_final = shaper->form
		== &letters[cp - LETTER_FIRST].forms[FORM_FINAL];
	bool is_alone = place - lam == 1 && cp == BIDI_LAM;
	uint32_t ligature = lam_alef(shaper->glyphs[place]) + is_final;

	shaper->glyphs[lam] = is_alone ? BIDI_FILL : ligature;
	shaper->glyphs[place] = is_alone ? ligature : BIDI_FILL;
	if (shaper->starts_cluster != NULL)
		shaper->starts_cluster[place] = false;
	end_letters(shaper, 0);
}

/* What has no forms at PLACE. */
static inline void
add_other(struct shaper *shaper, size_t place)
{
	uint32_t cp = shaper->glyphs[place];
	struct joins joins;

	shaper->glyphs[place] = mirror(cp, shaper->levels[place]);
	joins = joins_of_type(bidi_joining(cp));
	if (joins.before == JOINS_OVER)
		return;
	set_level(shaper, shaper->levels[place]);
	set_form(shaper, joins.before & shaper->after);
	end_letters(shaper, joins.after);
}

/* Without asking what comes next, which cannot be foreseen. */
static inline void
add_letter(struct shaper *shaper, const struct letter *letter, size_t place)
{
	size_t is_joined = letter->joins.before & shaper->after;

	set_form(shaper, is_joined);
	shaper->place = shaper->glyphs + place;
	shaper->form = letter->forms + FORM_FINAL * is_joined;
	shaper->after = letter->joins.after & shaper->may_join;
}

/* Returns whether a letter has a mark in its forms. */
static bool
shape(uint32_t *glyphs, size_t ncps, const int8_t *levels,
	bool *starts_cluster)
{
	uint32_t nowhere;
	struct shaper shaper = { .glyphs = glyphs, .levels = levels,
		.starts_cluster = starts_cluster, .nowhere = &nowhere };
	bool has_marks = false;

	end_letters(&shaper, 0);
	for (size_t i = 0; i < ncps; i++) {
		uint32_t cp = glyphs[i];
		uint32_t row = cp == ' ' ? NLETTERS : cp - LETTER_FIRST;
		const struct letter *letter;
		unsigned before;

		if (row > NLETTERS) {
			add_other(&shaper, i);
			continue;
		}
		letter = &letters[row];
		before = letter->joins.before;
		if (before >= JOINS_OVER) {
			if (before == JOINS_OVER)
				continue;
			has_marks = true;
		}
		set_level(&shaper, levels[i]);
		if ((before & shaper.after) > JOINS_LETTER)
			ligate(&shaper, i);
		else
			add_letter(&shaper, letter, i);
	}
	set_form(&shaper, 0);
	return has_marks;
}

bool
bidi_shape(uint32_t *glyphs, size_t ncps, const int8_t *levels,
	bool is_shaped, bool *starts_cluster)
{
	if (is_shaped)
		return shape(glyphs, ncps, levels, starts_cluster);
	for (size_t i = 0; i < ncps; i++)
		glyphs[i] = mirror(glyphs[i], levels[i]);
	return false;
}

uint32_t
bidi_mark(uint32_t cp, uint32_t glyph)
{
	uint32_t i = cp - LETTER_FIRST;

	return glyph != cp && glyph != BIDI_FILL && i < NLETTERS
		? letters[i].mark : 0;
}
