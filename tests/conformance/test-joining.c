/*
 * The table of layout/bidi_class, every code point of it, against the Unicode
 * data, and what bidi_shape makes of it: how each character joins, and which
 * presentation form each letter takes.
 */

#include <config.h>

#include "layout/bidi.h"
#include "../check.h"
#include "../tools/bidi-data.h"

#define BEH 0x0628u
#define LEVEL_RTL 1
#define NSTRINGS 20000
#define STRING_MAX 12

static struct bidi_data data;

static void
test_properties(void)
{
	int nclasses = 0, njoinings = 0;

	check_case("bidi classes of all code points");
	for (uint32_t cp = 0; cp < BIDI_DATA_CPS; cp++) {
		nclasses += bidi_class(cp) != data.classes[cp];
		njoinings += bidi_joining(cp) != data.joinings[cp];
	}
	CHECK_INT(nclasses, 0);
	check_case("joining types of all code points");
	CHECK_INT(njoinings, 0);
}

static void
test_pairs(void)
{
	int next = 0;

	check_case("brackets");
	CHECK(data.nbrackets >= 120);
	for (int i = 0; i < data.nbrackets; i++)
		CHECK_INT(bidi_bracket(data.brackets[i].cp),
			data.brackets[i].other);
	check_case("mirror images of all code points");
	CHECK(data.nmirrored >= 400);
	for (uint32_t cp = 0; cp < BIDI_DATA_CPS; cp++) {
		bool is_pair = next < data.nmirrored
			&& data.mirrored[next].cp == cp;

		if (bidi_mirrored(cp) != (is_pair
				? data.mirrored[next].other : cp))
			CHECK_INT(cp, -1);
		next += is_pair;
	}
	CHECK_INT(next, data.nmirrored);
}

/* GLYPHS of COUNT characters that all run from right to left. */
static void
shape(uint32_t *glyphs, size_t count)
{
	static const int8_t levels[] = {
		LEVEL_RTL, LEVEL_RTL, LEVEL_RTL, LEVEL_RTL, LEVEL_RTL
	};

	bidi_shape(glyphs, count, levels, true, NULL);
}

/* A beh on either side joins as the type says, and over what is transparent. */
static bool
joins_as(uint32_t cp, enum bidi_joining joining)
{
	uint32_t glyphs[] = { BEH, cp, BEH };
	bool is_before = joining == BIDI_JOINING_RIGHT
		|| joining == BIDI_JOINING_DUAL
		|| joining == BIDI_JOINING_CAUSING
		|| joining == BIDI_JOINING_TRANSPARENT;
	bool is_after = joining == BIDI_JOINING_LEFT
		|| joining == BIDI_JOINING_DUAL
		|| joining == BIDI_JOINING_CAUSING
		|| joining == BIDI_JOINING_TRANSPARENT;
	const uint32_t *forms = data.forms[BEH - BIDI_DATA_FORMS_FIRST];

	shape(glyphs, 3);
	return glyphs[0] == forms[is_before ? FORM_INITIAL : FORM_ISOLATED]
		&& glyphs[2] == forms[is_after ? FORM_FINAL : FORM_ISOLATED];
}

static void
test_joining(void)
{
	int nmissed = 0;

	check_case("every code point joins as its type says");
	for (uint32_t cp = 0; cp < BIDI_DATA_CPS; cp++) {
		if (!joins_as(cp, data.joinings[cp]) && ++nmissed <= 10)
			printf("# U+%04X\n", (unsigned)cp);
	}
	CHECK_INT(nmissed, 0);
}

/* A letter between others, which are behs or blanks. */
static void
check_form(uint32_t cp, bool is_after, bool is_before, uint32_t form)
{
	uint32_t glyphs[] = { is_after ? BEH : ' ', cp, is_before ? BEH : ' ' };

	shape(glyphs, 3);
	if (!CHECK(glyphs[1] == form))
		printf("# U+%04X as U+%04X, not U+%04X\n", (unsigned)cp,
			(unsigned)glyphs[1], (unsigned)form);
}

static void
test_forms(void)
{
	check_case("every letter takes its presentation forms");
	for (uint32_t i = 0; i < BIDI_DATA_FORMS; i++) {
		const uint32_t *forms = data.forms[i];
		uint32_t cp = BIDI_DATA_FORMS_FIRST + i;

		if (forms[FORM_ISOLATED] != 0)
			check_form(cp, false, false, forms[FORM_ISOLATED]);
		if (forms[FORM_FINAL] != 0)
			check_form(cp, true, false, forms[FORM_FINAL]);
		if (forms[FORM_INITIAL] != 0)
			check_form(cp, false, true, forms[FORM_INITIAL]);
		if (forms[FORM_MEDIAL] != 0)
			check_form(cp, true, true, forms[FORM_MEDIAL]);
	}
}

/* Letters of all joining types, two lams and an alef, marks, neutrals. */
static const uint32_t alphabet[] = {
	0x0644, 0x0644, 0x06B5, 0x0627, 0x0627, 0x0623, 0x0628, 0x06CC, 0x0631,
	0x0621, 0x06D5, 0x064E, 0x0651, 0x00AD, 0x0640, 0x200C, 0x200D, ' ',
	'(', 'a',
};
static const int8_t levels_tried[] = { 1, 1, 1, 1, 1, 3, 2, 0 };

/* Numbers below LIMIT, the same in every run. */
static size_t
random_below(uint64_t *state, size_t limit)
{
	*state = *state * 6364136223846793005u + 1442695040888963407u;
	return (size_t)(*state >> 33) % limit;
}

struct string {
	uint32_t cps[STRING_MAX];
	int8_t levels[STRING_MAX];
	size_t count;
};

static bool
is_transparent(const struct string *string, size_t i)
{
	return data.joinings[string->cps[i]] == BIDI_JOINING_TRANSPARENT;
}

/* The neighbour of I in direction STEP, marks apart; COUNT: none. */
static size_t
neighbour(const struct string *string, size_t i, int step)
{
	do
		i += (size_t)step;
	while (i < string->count && is_transparent(string, i));
	return i < string->count ? i : string->count;
}

/* Whether BEFORE and the next letter, AFTER, are joined. */
static bool
are_joined(const struct string *string, size_t before, size_t after)
{
	enum bidi_joining first, second;

	if (before == string->count || after == string->count
			|| string->levels[before] != string->levels[after]
			|| string->levels[before] % 2 == 0)
		return false;
	first = data.joinings[string->cps[before]];
	second = data.joinings[string->cps[after]];
	return (first == BIDI_JOINING_DUAL || first == BIDI_JOINING_LEFT
			|| first == BIDI_JOINING_CAUSING)
		&& (second == BIDI_JOINING_DUAL
			|| second == BIDI_JOINING_RIGHT
			|| second == BIDI_JOINING_CAUSING);
}

/* Whether I and the next letter are lam and alef, joined. */
static bool
is_ligature(const struct string *string, size_t i)
{
	size_t next = i < string->count ? neighbour(string, i, 1) : i;

	return are_joined(string, i, next) && (string->cps[i] == BIDI_LAM
			|| string->cps[i] == 0x06B5)
		&& (string->cps[next] == 0x0627
			|| string->cps[next] == 0x0623);
}

/* What I becomes as a part of a ligature. */
static uint32_t
ligature_glyph(const struct string *string, size_t lam, size_t i)
{
	size_t alef = neighbour(string, lam, 1);
	uint32_t ligature = string->cps[alef] == 0x0627 ? 0xFEFB : 0xFEF7;
	size_t at = alef == lam + 1 && string->cps[lam] == BIDI_LAM
		? alef : lam;

	return i != at ? BIDI_FILL : ligature + are_joined(string,
		neighbour(string, lam, -1), lam);
}

static uint32_t
plain_glyph(const struct string *string, size_t i)
{
	uint32_t cp = string->cps[i], form = 0;
	size_t before = neighbour(string, i, -1);
	bool is_after, is_before;

	if (is_transparent(string, i))
		return cp;
	if (is_ligature(string, i))
		return ligature_glyph(string, i, i);
	if (is_ligature(string, before))
		return ligature_glyph(string, before, i);
	if (cp == '(')
		return string->levels[i] % 2 == 1 ? ')' : '(';
	is_after = are_joined(string, before, i);
	is_before = are_joined(string, i, neighbour(string, i, 1));
	/* Their forms are those of others: see the unit test. */
	if (cp == 0x06B5 || cp == 0x06D5)
		return 0;
	if (cp - BIDI_DATA_FORMS_FIRST < BIDI_DATA_FORMS)
		form = data.forms[cp - BIDI_DATA_FORMS_FIRST][is_after
			? is_before ? FORM_MEDIAL : FORM_FINAL
			: is_before ? FORM_INITIAL : FORM_ISOLATED];
	return form != 0 ? form : cp;
}

static void
test_random(void)
{
	uint64_t state = 20221122;
	int nmissed = 0;

	check_case("random strings, letter by letter");
	for (int n = 0; n < NSTRINGS; n++) {
		struct string string = { 0 };
		uint32_t glyphs[STRING_MAX];

		string.count = 1 + random_below(&state, STRING_MAX);
		for (size_t i = 0; i < string.count; i++) {
			glyphs[i] = string.cps[i] = alphabet[random_below(
				&state, sizeof(alphabet) / 4)];
			string.levels[i] = levels_tried[random_below(&state,
				sizeof(levels_tried))];
		}
		bidi_shape(glyphs, string.count, string.levels, true, NULL);
		for (size_t i = 0; i < string.count; i++) {
			uint32_t want = plain_glyph(&string, i);

			nmissed += want != 0 && glyphs[i] != want;
		}
	}
	CHECK_INT(nmissed, 0);
}

int
main(void)
{
	if (!bidi_data_read(&data))
		return check_skip_all("no Unicode data");
	printf("# Unicode %s\n", data.version);
	test_properties();
	test_pairs();
	test_joining();
	test_forms();
	test_random();
	return check_done();
}
